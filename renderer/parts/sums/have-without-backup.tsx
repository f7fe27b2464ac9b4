// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type ReactNode } from 'react';
import { useRequest } from '../../bridge.ts';
import type { Spoken } from '../../../shared/words/spoken.ts';
import { t } from '../../words.ts';
import { Confirm } from '../base/confirm.tsx';
import { Button } from '../base/controls.tsx';
import { Failure } from '../base/failure.tsx';

/** A button that lets something go on without waiting for its backup, after saying which sum is then at risk. */
export const HaveWithoutBackup = ({
  id,
  sum,
  name,
}: {
  readonly id: string;
  readonly sum: string;
  /** what waits, for people who hear the button and do not see its line */
  readonly name: Spoken;
}): ReactNode => {
  const request = useRequest('wallet.withoutBackup');
  const [asking, setAsking] = useState(false);
  const confirm = async (): Promise<void> => {
    const answer = await request.send({ id });
    if (answer.ok) setAsking(false);
  };
  return (
    <>
      <Button look="quiet" onPress={() => setAsking(true)} label={t('without.label', { name, sum })}>
        {t('without.open')}
      </Button>
      <Confirm
        open={asking}
        title={t('without.title', { sum })}
        action={t('without.do')}
        keep={t('without.keep')}
        pending={request.pending}
        onConfirm={() => void confirm()}
        onCancel={() => {
          request.reset();
          setAsking(false);
        }}
      >
        <p>{t('without.words', { sum })}</p>
        <p>{t('without.only')}</p>
        {request.answer?.ok === false ? <Failure failure={request.answer.error} /> : null}
      </Confirm>
    </>
  );
};
