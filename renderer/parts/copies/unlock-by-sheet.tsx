// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type FormEvent, type ReactNode } from 'react';
import { useRequest } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Button, NumberedArea } from '../base/controls.tsx';
import { Failure } from '../base/failure.tsx';
import { ProtectionForm } from './protection-form.tsx';

/** The sheet first, then the new lock; the text is held only while this is on the screen, and a refusal leads back to it. */
export const UnlockBySheet = ({
  keychainAvailable,
  onBack,
}: {
  readonly keychainAvailable: boolean;
  readonly onBack: () => void;
}): ReactNode => {
  const [text, setText] = useState('');
  const [typed, setTyped] = useState(false);
  const unlock = useRequest('app.unlockBySheet');
  const failure = unlock.answer?.ok === false ? unlock.answer.error : undefined;

  const write = (written: string): void => {
    setText(written);
    unlock.reset();
  };
  const next = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() === '') return;
    unlock.reset();
    setTyped(true);
  };

  if (typed)
    return (
      <ProtectionForm
        title={t('locked.sheet.lock')}
        keychainAvailable={keychainAvailable}
        pending={unlock.pending}
        action={t('locked.do')}
        onCreate={(protection) =>
          void unlock.send({ recoveryText: text, protection }).then(({ ok }) => (ok ? undefined : setTyped(false)))
        }
        onBack={() => setTyped(false)}
      />
    );
  return (
    <form className="card form" onSubmit={next}>
      <h2>{t('locked.sheet.title')}</h2>
      <NumberedArea label={t('restore.text')} value={text} onChange={write} rows={10} help={t('locked.sheet.help')} />
      <Failure failure={failure} />
      <div className="actions">
        <Button onPress={onBack}>{t('protection.back')}</Button>
        <Button look="primary" type="submit" disabled={text.trim() === ''}>
          {t('locked.sheet.next')}
        </Button>
      </div>
    </form>
  );
};
