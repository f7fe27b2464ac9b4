// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { useRequest } from '../../bridge.ts';
import type { FailureView } from '../../../shared/view.ts';
import { Failure } from '../base/failure.tsx';
import { InnerExchange } from './inner-exchange.tsx';
import { NewExchange } from './new-exchange.tsx';

/** Adds the issuer that something waits for; what waits goes on by itself. */
export const AddExchange = ({
  waiting,
}: {
  readonly waiting: Extract<FailureView, { kind: 'unknown-exchange' }>;
}): ReactNode => {
  const add = useRequest('exchange.add');
  const { exchange } = waiting.facts;
  const failure = add.answer?.ok === false ? add.answer.error : undefined;
  return (
    <div className="pending-ways">
      <NewExchange failure={waiting} pending={add.pending} onAdd={(url) => void add.send({ url })} />
      <Failure failure={failure} />
      <InnerExchange
        failure={failure}
        url={exchange}
        pending={add.pending}
        onAllow={(innerHost) => void add.send({ url: exchange, innerHost })}
      />
    </div>
  );
};
