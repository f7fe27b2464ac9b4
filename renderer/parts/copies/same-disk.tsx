// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import type { ProviderOfferView } from '../../../shared/view-backup.ts';
import { t } from '../../words.ts';
import { Notice } from '../base/failure.tsx';

/** What it means that a folder lies on the wallet's own disk; nothing for every other place. */
export const SameDisk = ({ offer }: { readonly offer: ProviderOfferView }): ReactNode =>
  offer.sameDisk === true ? (
    <Notice tone="warn">
      <p>{t('consent.sameDisk')}</p>
    </Notice>
  ) : null;
