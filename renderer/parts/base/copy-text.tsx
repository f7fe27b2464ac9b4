// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type ReactNode } from 'react';
import type { Spoken } from '../../../shared/words/spoken.ts';
import { row, t } from '../../words.ts';
import { Button } from './controls.tsx';

/** Something to be typed elsewhere exactly, with a button that copies it. Never used for a secret. */
export const CopyText = ({
  text,
  what,
  children,
}: {
  readonly text: string;
  readonly what: Spoken;
  readonly children?: ReactNode;
}): ReactNode => {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setState('copied'),
      () => setState('refused'),
    );
  };
  return (
    <span className="copy">
      <span className="address selectable">{children ?? row(text)}</span>
      <Button look="quiet" onPress={copy} label={t('copy.label', { what })}>
        {t(state === 'copied' ? 'copy.done' : state === 'refused' ? 'copy.refused' : 'copy.do')}
      </Button>
    </span>
  );
};
