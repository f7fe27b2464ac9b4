// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type ReactNode } from 'react';
import type { FailureView } from '../../../shared/view.ts';
import { useRequest } from '../../bridge.ts';
import type { Spoken } from '../../../shared/words/spoken.ts';
import { t } from '../../words.ts';
import { Confirm } from '../base/confirm.tsx';
import { Button } from '../base/controls.tsx';
import { Failure, Notice } from '../base/failure.tsx';
import { Facts } from '../base/layout.tsx';
import { Money } from '../base/money.tsx';
import { failureSaid } from '../base/saying.ts';

type Asked = Extract<FailureView, { kind: 'withdrawal-fees' | 'renewal-fees' | 'refund-renewal' | 'reissue-asks' }>;

const Sums = ({ facts: { sum, fees, total } }: Asked): ReactNode => (
  <Facts
    look="receipt"
    facts={[
      [t('add.amount'), <Money key="sum" text={sum} />],
      [t('pay.fees'), <Money key="fees" text={fees} />],
      [
        t('receive.push.total'),
        <strong key="total">
          <Money text={total} />
        </strong>,
      ],
    ]}
  />
);

/** Asks before money is begun to be drawn whose fees nobody would expect, or which takes more than was shown. */
export const WithdrawalFees = ({
  failure,
  pending,
  onAgree,
}: {
  readonly failure: FailureView | undefined;
  readonly pending: boolean;
  /** gets what would arrive */
  readonly onAgree: (total: string) => void;
}): ReactNode =>
  failure?.kind !== 'withdrawal-fees' ? null : (
    <Notice tone="warn" live>
      <p>{failureSaid(failure)}</p>
      <Sums {...failure} />
      <div className="actions">
        <Button pending={pending} onPress={() => onAgree(failure.facts.total)}>
          {t('fees.agree')}
        </Button>
      </div>
    </Notice>
  );

/** A button that lets money go on that waits because making coins of it got dearer, after saying what would be left. */
export const AgreeToFees = ({
  id,
  asked,
  name,
}: {
  readonly id: string;
  readonly asked: Asked;
  readonly name: Spoken;
}) => {
  const request = useRequest('wallet.agreeToFees');
  const leave = useRequest('abort');
  const [asking, setAsking] = useState(false);
  const { total } = asked.facts;
  const confirm = async (): Promise<void> => {
    const answer = await request.send({ id, shown: total });
    if (answer.ok) setAsking(false);
  };
  return (
    <>
      <Button onPress={() => setAsking(true)} label={t('fees.label', { name, total })}>
        {t('fees.open')}
      </Button>
      {asked.kind === 'renewal-fees' ? (
        <Button look="plain" pending={leave.pending} onPress={() => void leave.send({ id })}>
          {t('fees.leave')}
        </Button>
      ) : null}
      <Confirm
        open={asking}
        title={t('fees.title', { fees: asked.facts.fees })}
        action={t('fees.agree')}
        keep={t('fees.keep')}
        pending={request.pending}
        onConfirm={() => void confirm()}
        onCancel={() => {
          request.reset();
          setAsking(false);
        }}
      >
        <p>{failureSaid(asked)}</p>
        <Sums {...asked} />
        {request.answer?.ok === false ? <Failure failure={request.answer.error} /> : null}
      </Confirm>
    </>
  );
};
