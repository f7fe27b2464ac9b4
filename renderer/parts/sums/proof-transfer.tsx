// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { amountToText } from '../../../shared/amount.ts';
import { readTransfer } from '../../../shared/transfer.ts';
import { t } from '../../words.ts';
import { TransferCodes, TransferParts } from './transfer-parts.tsx';

/** The transfer by which an issuer sees whose account it is to pay to: its parts to be copied, and a picture for banking apps. */
export const ProofTransfer = ({ payto }: { readonly payto: string }): ReactNode => {
  const parts = readTransfer(payto);
  return (
    <div className="proof-transfer">
      <p className="detail">{t('pending.proofTransfer')}</p>
      <div className="transfer-parts">
        <div className="transfer-facts">
          <TransferParts parts={parts} />
        </div>
        {parts.amount === undefined ? null : <TransferCodes parts={parts} sum={amountToText(parts.amount)} />}
      </div>
    </div>
  );
};
