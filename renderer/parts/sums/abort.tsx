// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type ReactNode } from 'react';
import type { EndingView } from '../../../shared/view.ts';
import { useAnswer, useRequest } from '../../bridge.ts';
import type { Spoken } from '../../../shared/words/spoken.ts';
import { t } from '../../words.ts';
import { Confirm } from '../base/confirm.tsx';
import { Button } from '../base/controls.tsx';
import { Failure } from '../base/failure.tsx';
import { Facts } from '../base/layout.tsx';
import { Money } from '../base/money.tsx';

export type AbortWhat = 'payment' | 'push' | 'pull' | 'withdrawal' | 'deposit' | 'paying' | 'taking' | 'refund';

type OwnEnd = 'withdrawal' | 'pull' | 'taking' | 'refund';

/** What brings no money back says so in its own words. */
const hasOwnEnd = (what: AbortWhat): what is OwnEnd =>
  what === 'withdrawal' || what === 'pull' || what === 'taking' || what === 'refund';

/** A button that calls something unfinished back, after saying what that does and what it may cost. */
export const Abort = ({
  id,
  what,
  name,
}: {
  readonly id: string;
  readonly what: AbortWhat;
  /** what it is, for people who hear the button and do not see its line */
  readonly name: Spoken;
}): ReactNode => {
  const abort = useRequest('abort');
  const [asking, setAsking] = useState(false);
  const about = useAnswer('abort.preview', { id }, asking);
  const confirm = async (): Promise<void> => {
    const answer = await abort.send({ id });
    if (answer.ok) setAsking(false);
  };
  const outcome = abort.answer?.ok === true ? abort.answer.value.state : undefined;
  if (outcome !== undefined)
    return (
      <p className="detail" role="status">
        {outcome === 'aborted' && hasOwnEnd(what) ? t(`abort.${what}.aborted`) : t(`abort.${outcome}`)}
      </p>
    );
  return (
    <>
      <Button
        look="quiet"
        onPress={() => setAsking(true)}
        label={t('abort.label', { action: t(`abort.${what}`), name })}
      >
        {t(`abort.${what}`)}
      </Button>
      <Confirm
        open={asking}
        title={t(`abort.${what}.title`)}
        action={t(`abort.${what}.do`)}
        pending={abort.pending}
        disabled={about?.ok !== true}
        onConfirm={() => void confirm()}
        onCancel={() => {
          abort.reset();
          setAsking(false);
        }}
      >
        <p>
          <strong>{name}</strong>
        </p>
        <p>{t(`abort.${what}.words`)}</p>
        {about?.ok === true ? <Price about={about.value} /> : null}
        {about?.ok === false ? <Failure failure={about.error} /> : null}
        {abort.answer?.ok === false ? <Failure failure={abort.answer.error} /> : null}
      </Confirm>
    </>
  );
};

/** What it costs, where money went into it. */
const Price = ({ about: { left, fees, comesBack } }: { readonly about: EndingView }): ReactNode =>
  left === undefined || fees === undefined || comesBack === undefined ? null : (
    <Facts
      look="receipt"
      facts={[
        [t('abort.left'), <Money key="left" text={left} />],
        [t('abort.fees'), <Money key="fees" text={fees} />],
        [
          t('abort.comesBack'),
          <strong key="back">
            <Money text={comesBack} />
          </strong>,
        ],
      ]}
    />
  );
