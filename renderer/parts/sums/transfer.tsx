// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactElement, ReactNode } from 'react';
import { codesFor } from '../../../shared/transfer-codes.ts';
import { inFours, readTransfer, sumForBank } from '../../../shared/transfer.ts';
import { amountToText } from '../../../shared/amount.ts';
import type { TransferView } from '../../../shared/view.ts';
import { joined, type Spoken } from '../../../shared/words/spoken.ts';
import { row, shown, t } from '../../words.ts';
import { BigQr } from '../base/big-qr.tsx';
import { CopyText } from '../base/copy-text.tsx';
import { Notice } from '../base/failure.tsx';
import { Facts } from '../base/layout.tsx';
import { Money, moneyText } from '../base/money.tsx';
import { Abort } from './abort.tsx';
import './transfer.css';

type Row = readonly [Spoken, ReactElement] | null;

/** One part of the transfer, with the button that copies what a bank's form takes of it. */
const part = (what: Spoken, copied: string | undefined, seen?: ReactElement | Spoken): Row =>
  copied === undefined
    ? null
    : [
        what,
        <CopyText key={what} text={copied} what={what}>
          {seen ?? row(copied)}
        </CopyText>,
      ];

/**
 * What a bank transfer must say, part by part, each to be copied as a bank's form takes it, and as a picture for banking apps. It says
 * what has become of the transfer, and can be ended while it is awaited.
 */
export const TransferCard = ({ transfer }: { readonly transfer: TransferView }): ReactNode => {
  const parts = readTransfer(transfer.payto);
  const codes = codesFor(parts);
  const { amount, iban } = parts;
  return (
    <div className="card form transfer">
      <Notice tone="plain" live>
        <p>{t('add.transfer.words')}</p>
      </Notice>
      <div className="transfer-parts">
        <div className="transfer-facts">
          <Facts
            facts={[
              part(t('add.transfer.receiver'), parts.receiver),
              iban === undefined
                ? part(t('add.transfer.account'), parts.account)
                : part(t('transfer.iban'), iban, row(inFours(iban))),
              part(t('transfer.bic'), parts.bic),
              part(t('transfer.bank'), parts.bank),
              part(
                t('transfer.place'),
                parts.town === undefined ? undefined : `${parts.postalCode ?? ''} ${parts.town}`.trim(),
              ),
              amount === undefined
                ? null
                : part(
                    t('add.amount'),
                    sumForBank(amount, shown().decimalMark),
                    <Money key="amount" text={amountToText(amount)} />,
                  ),
              part(t('add.transfer.subject'), parts.subject),
            ]}
          />
          <Facts
            look="receipt"
            facts={[
              [t('pay.fees'), <Money key="fees" text={transfer.fees} />],
              [
                t('receive.push.total'),
                <strong key="total">
                  <Money text={transfer.total} />
                </strong>,
              ],
            ]}
          />
        </div>
        {codes.map(({ kind, text }) => (
          <BigQr
            key={kind}
            text={text}
            isSecret={false}
            cross={kind === 'swiss'}
            label={t(`transfer.code.${kind}`, { sum: transfer.amount })}
            caption={t(`transfer.scan.${kind}`)}
          />
        ))}
      </div>
      <div className="actions">
        <Abort
          id={transfer.id}
          what="withdrawal"
          name={joined([t('pending.type.withdrawal'), moneyText(transfer.amount)], ', ')}
        />
      </div>
    </div>
  );
};
