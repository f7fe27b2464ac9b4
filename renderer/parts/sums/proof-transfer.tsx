// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { amountToText } from '../../../shared/amount.ts';
import { codesFor } from '../../../shared/transfer-codes.ts';
import { inFours, readTransfer, sumForBank } from '../../../shared/transfer.ts';
import { row, shown, t } from '../../words.ts';
import { BigQr } from '../base/big-qr.tsx';
import { Facts } from '../base/layout.tsx';
import { Money } from '../base/money.tsx';
import { part } from './transfer.tsx';

/** The transfer by which an issuer sees whose account it is to pay to: its parts to be copied, and a picture for banking apps. */
export const ProofTransfer = ({ payto }: { readonly payto: string }): ReactNode => {
  const parts = readTransfer(payto);
  const { amount, iban } = parts;
  const sum = amount === undefined ? undefined : amountToText(amount);
  return (
    <div className="proof-transfer">
      <p className="detail">{t('pending.proofTransfer')}</p>
      <div className="transfer-parts">
        <div className="transfer-facts">
          <Facts
            facts={[
              part(t('add.transfer.receiver'), parts.receiver),
              iban === undefined
                ? part(t('add.transfer.account'), parts.account)
                : part(t('transfer.iban'), iban, row(inFours(iban))),
              part(t('transfer.bic'), parts.bic),
              amount === undefined || sum === undefined
                ? null
                : part(t('add.amount'), sumForBank(amount, shown().decimalMark), <Money key="amount" text={sum} />),
              part(t('add.transfer.subject'), parts.subject),
            ]}
          />
        </div>
        {sum === undefined
          ? null
          : codesFor(parts).map(({ kind, text }) => (
              <BigQr
                key={kind}
                text={text}
                isSecret={false}
                cross={kind === 'swiss'}
                label={t(`transfer.code.${kind}`, { sum })}
                caption={t(`transfer.scan.${kind}`)}
              />
            ))}
      </div>
    </div>
  );
};
