// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type FormEvent, type ReactNode } from 'react';
import type { RequestInput } from '../../../shared/contract.ts';
import type { FailureView } from '../../../shared/view.ts';
import type { Spoken } from '../../../shared/words/spoken.ts';
import { useRequest } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { SheetEntry } from '../typing/sheet-entry.tsx';
import { isEnough, isTyped, NOTHING_TYPED, putIn, textOf, type Typed } from '../typing/typed.ts';
import { ProtectionForm } from './protection-form.tsx';

type Protection = RequestInput<'app.create'>['protection'];

type SheetThenLockProps = {
  /** what stands above the sheet and the lock, what is said of the sheet, and what the two steps are called */
  readonly words: Readonly<Record<'title' | 'help' | 'next' | 'lock' | 'action', Spoken>> & { readonly lead?: Spoken };
  /** whether where copies are is asked for as well */
  readonly asksLines: boolean;
  readonly keychainAvailable: boolean;
  readonly pending: boolean;
  /** why it was refused after both steps */
  readonly failure?: FailureView | undefined;
  readonly onTouched: () => void;
  /** true when it was done; a refusal leads back to the sheet */
  readonly onLock: (typed: Typed, protection: Protection) => Promise<boolean>;
  readonly onBack: () => void;
  /** another way, below the sheet */
  readonly children?: ReactNode;
};

/** The sheet first, then the lock; nothing is written before both are there, and the sheet is held only while this is on the screen. */
export const SheetThenLock = ({
  words,
  asksLines,
  keychainAvailable,
  pending,
  failure,
  onTouched,
  onLock,
  onBack,
  children,
}: SheetThenLockProps): ReactNode => {
  const { title, lead, help, action, next: word, lock: caption } = words;
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const [isRead, setRead] = useState(false);
  const reading = useRequest('app.readSheet');
  const write = (written: Typed): void => {
    setTyped(written);
    reading.reset();
    onTouched();
  };
  /** Nobody chooses a lock for a sheet that cannot be read. */
  const next = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isTyped(typed) || reading.pending) return;
    onTouched();
    const read = await reading.send({ recoveryText: textOf(typed) });
    // One share is right by itself, and opens nothing before there are enough.
    if (read.ok && read.value.shares !== undefined && !isEnough(read.value.shares))
      setTyped(putIn(typed, read.value.shares));
    else if (read.ok) setRead(true);
  };
  if (isRead)
    return (
      <ProtectionForm
        title={caption}
        keychainAvailable={keychainAvailable}
        pending={pending}
        action={action}
        onCreate={(protection) =>
          void onLock(typed, protection).then((isDone) => (isDone ? undefined : setRead(false)))
        }
        onBack={() => setRead(false)}
      />
    );
  return (
    <form className="card form" onSubmit={(event) => void next(event)}>
      <h2>{title}</h2>
      {lead === undefined ? null : <p>{lead}</p>}
      <SheetEntry
        typed={typed}
        onChange={write}
        failure={reading.answer?.ok === false ? reading.answer.error : failure}
        asksLines={asksLines}
        help={help}
      />
      <div className="actions">
        <Button onPress={onBack}>{t('protection.back')}</Button>
        <Button look="primary" type="submit" pending={reading.pending} disabled={!isTyped(typed)}>
          {word}
        </Button>
      </div>
      {children}
    </form>
  );
};
