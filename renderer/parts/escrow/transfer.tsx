// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import type { RecoveryTransferView } from '../../../shared/view-escrow-recovery.ts';
import { inFours } from '../../../shared/transfer.ts';
import { row, t } from '../../words.ts';
import { CopyText } from '../base/copy-text.tsx';
import { Facts } from '../base/layout.tsx';
import { Money } from '../base/money.tsx';

/** A transfer from one's own account, with all that a bank's form asks for. */
export const Transfer = ({ transfer }: { readonly transfer: RecoveryTransferView }): ReactNode => (
  <>
    <p>{t('regain.transfer')}</p>
    <Facts
      facts={[
        [t('regain.transfer.amount'), <Money key="a" text={transfer.amount} />],
        [t('regain.transfer.name'), row(transfer.name)],
        [
          t('regain.transfer.iban'),
          <CopyText key="i" text={transfer.iban} what={t('regain.transfer.iban')}>
            {row(inFours(transfer.iban))}
          </CopyText>,
        ],
        [
          t('regain.transfer.subject'),
          <CopyText key="s" text={transfer.subject} what={t('regain.transfer.subject')} />,
        ],
      ]}
    />
  </>
);
