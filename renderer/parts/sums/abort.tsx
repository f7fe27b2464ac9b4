// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type ReactNode } from 'react';
import { useRequest } from '../../bridge.ts';
import type { Spoken } from '../../../shared/words/spoken.ts';
import { t } from '../../words.ts';
import { Confirm } from '../base/confirm.tsx';
import { Button } from '../base/controls.tsx';
import { Failure } from '../base/failure.tsx';

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
        {abort.answer?.ok === false ? <Failure failure={abort.answer.error} /> : null}
      </Confirm>
    </>
  );
};
