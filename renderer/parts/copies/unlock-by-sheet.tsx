// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type FormEvent, type ReactNode } from 'react';
import { useRequest } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { SheetEntry } from '../typing/sheet-entry.tsx';
import { isEnough, isTyped, NOTHING_TYPED, putIn, textOf, type Typed } from '../typing/typed.ts';
import { ProtectionForm } from './protection-form.tsx';

/** The sheet first, then the new lock; the text is held only while this is on the screen, and a refusal leads back to it. */
export const UnlockBySheet = ({
  keychainAvailable,
  onBack,
}: {
  readonly keychainAvailable: boolean;
  readonly onBack: () => void;
}): ReactNode => {
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const [isDone, setDone] = useState(false);
  const unlock = useRequest('app.unlockBySheet');
  const reading = useRequest('app.readSheet');
  const refusal = [reading.answer, unlock.answer].find((answer) => answer?.ok === false);
  const failure = refusal?.ok === false ? refusal.error : undefined;

  const write = (written: Typed): void => {
    setTyped(written);
    reading.reset();
    unlock.reset();
  };
  /** Nobody chooses a lock for a sheet that cannot be read. */
  const next = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isTyped(typed) || reading.pending) return;
    unlock.reset();
    const read = await reading.send({ recoveryText: textOf(typed) });
    // One share is right by itself, and opens nothing before there are enough.
    if (read.ok && read.value.shares !== undefined && !isEnough(read.value.shares))
      setTyped(putIn(typed, read.value.shares));
    else if (read.ok) setDone(true);
  };

  if (isDone)
    return (
      <ProtectionForm
        title={t('locked.sheet.lock')}
        keychainAvailable={keychainAvailable}
        pending={unlock.pending}
        action={t('locked.do')}
        onCreate={(protection) =>
          void unlock
            .send({ recoveryText: textOf(typed), protection })
            .then(({ ok }) => (ok ? undefined : setDone(false)))
        }
        onBack={() => setDone(false)}
      />
    );
  return (
    <form className="card form" onSubmit={(event) => void next(event)}>
      <h2>{t('locked.sheet.title')}</h2>
      <SheetEntry typed={typed} onChange={write} failure={failure} asksLines={false} help={t('locked.sheet.help')} />
      <div className="actions">
        <Button onPress={onBack}>{t('protection.back')}</Button>
        <Button look="primary" type="submit" disabled={!isTyped(typed)}>
          {t('locked.sheet.next')}
        </Button>
      </div>
    </form>
  );
};
