// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { bitsOf, strengthOf } from '../../../shared/strength.ts';
import { t } from '../../words.ts';
import './strength.css';

/** What a guesser needs, who has stolen the file: as a bar and as a word. Nothing before something was typed. */
export const Strength = ({ passphrase }: { readonly passphrase: string }): ReactNode => {
  if (passphrase === '') return null;
  const bits = bitsOf(passphrase);
  const strength = strengthOf(bits);
  return (
    <div className="strength" data-strength={strength}>
      <meter min={0} max={80} low={36} high={56} optimum={80} value={bits} aria-label={t('strength.label')} />
      <span role="status">{t(`strength.${strength}`)}</span>
    </div>
  );
};
