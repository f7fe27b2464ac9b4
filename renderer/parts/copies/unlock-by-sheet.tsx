// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { useRequest } from '../../bridge.ts';
import { t } from '../../words.ts';
import { textOf } from '../typing/typed.ts';
import { SheetThenLock } from './sheet-then-lock.tsx';

/** A wallet whose lock is lost is opened by its own sheet, and gets a new lock. */
export const UnlockBySheet = ({
  keychainAvailable,
  onBack,
}: {
  readonly keychainAvailable: boolean;
  readonly onBack: () => void;
}): ReactNode => {
  const unlock = useRequest('app.unlockBySheet');
  return (
    <SheetThenLock
      words={{
        title: t('locked.sheet.title'),
        help: t('locked.sheet.help'),
        next: t('locked.sheet.next'),
        lock: t('locked.sheet.lock'),
        action: t('locked.do'),
      }}
      asksLines={false}
      keychainAvailable={keychainAvailable}
      pending={unlock.pending}
      failure={unlock.answer?.ok === false ? unlock.answer.error : undefined}
      onTouched={unlock.reset}
      onLock={async (typed, protection) => (await unlock.send({ recoveryText: textOf(typed), protection })).ok}
      onBack={onBack}
    />
  );
};
