// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import type { EscrowKeptView } from '../../../shared/view-escrow.ts';
import { t } from '../../words.ts';
import { Notice } from '../base/failure.tsx';

/** After an escrow was ended: what each place still keeps, and until when. */
export const Kept = ({ kept }: { readonly kept: readonly EscrowKeptView[] }): ReactNode => (
  <Notice tone="plain" live>
    <p>{t('escrowForget.done')}</p>
    <ul>
      {kept.map(({ url, until }) => (
        <li key={url}>
          {until === undefined
            ? t('escrowForget.kept', { place: url })
            : t('escrowForget.keptUntil', { place: url, until })}
        </li>
      ))}
    </ul>
  </Notice>
);
