// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type ReactNode } from 'react';
import type { Spoken } from '../../../shared/words/spoken.ts';
import { ask } from '../../bridge.ts';
import { row, t } from '../../words.ts';
import { Button } from './controls.tsx';

/** Something to be typed elsewhere exactly, with a button that copies it. What is money to its reader is taken out of the clipboard after a minute. */
export const CopyText = ({
  text,
  what,
  isSecret = false,
  children,
}: {
  readonly text: string;
  readonly what: Spoken;
  /** whoever has it has the money */
  readonly isSecret?: boolean;
  readonly children?: ReactNode;
}): ReactNode => {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');
  const copy = (): void => {
    const copied = isSecret
      ? ask('app.copySecret', { text }).then(({ ok }) => (ok ? undefined : Promise.reject(new Error('refused'))))
      : navigator.clipboard.writeText(text);
    copied.then(
      () => setState('copied'),
      () => setState('refused'),
    );
  };
  return (
    <span className="copy">
      <span className="address selectable">{children ?? row(text)}</span>
      <Button look="quiet" onPress={copy} label={t('copy.label', { what })}>
        {t(
          state === 'copied'
            ? isSecret
              ? 'copy.aMinute'
              : 'copy.done'
            : state === 'refused'
              ? 'copy.refused'
              : 'copy.do',
        )}
      </Button>
    </span>
  );
};
