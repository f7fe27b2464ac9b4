// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactElement, ReactNode } from 'react';
import { amountToText } from '../../../shared/amount.ts';
import { codesFor } from '../../../shared/transfer-codes.ts';
import { inFours, sumForBank, type Transfer } from '../../../shared/transfer.ts';
import type { Spoken } from '../../../shared/words/spoken.ts';
import { row, shown, t } from '../../words.ts';
import { BigQr } from '../base/big-qr.tsx';
import { CopyText } from '../base/copy-text.tsx';
import { Facts } from '../base/layout.tsx';
import { Money } from '../base/money.tsx';

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

/** What a bank's form asks for, each part to be copied as such forms take it; and all of it as one link (RFC 8905), of which the account is seen. */
export const TransferParts = ({
  parts,
  payto,
}: {
  readonly parts: Transfer;
  readonly payto?: string | undefined;
}): ReactNode => {
  const { amount, iban, reference } = parts;
  return (
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
        part(t('transfer.reference'), reference),
        part(t('add.transfer.subject'), parts.subject),
        part(t('transfer.link'), payto, row((payto ?? '').replace(/\?.*$/s, ''))),
      ]}
    />
  );
};

/** The same as pictures for banking apps, as far as those have a form for it. */
export const TransferCodes = ({ parts, sum }: { readonly parts: Transfer; readonly sum: string }): ReactNode =>
  codesFor(parts).map(({ kind, text }) => (
    <BigQr
      key={kind}
      text={text}
      isSecret={false}
      cross={kind === 'swiss'}
      label={t(`transfer.code.${kind}`, { sum })}
      caption={t(`transfer.scan.${kind}`)}
    />
  ));
