// SPDX-License-Identifier: GPL-3.0-or-later
import { parseAmount, type Amount } from './amount.ts';
import { knownDigits, lookOf } from './currency-look.ts';
import { plainText } from './names.ts';
import { isQrReference } from './qr-reference.ts';

// What a bank's form asks for, read from the account address (RFC 8905) that an issuer names for a transfer.

/** A transfer as a person makes it at a bank, part by part. */
export type Transfer = {
  /** what the form takes as the account: an IBAN alone, or whatever another kind of bank calls its accounts */
  readonly account: string;
  /** only where the account is an IBAN */
  readonly iban?: string;
  readonly bic?: string;
  /** the bank, where its own name belongs to the account */
  readonly bank?: string;
  readonly receiver?: string;
  readonly postalCode?: string;
  readonly town?: string;
  readonly amount?: Amount;
  readonly subject?: string;
  /** the figures of a Swiss payment part, checked (`ch-qrr`) */
  readonly reference?: string;
  /** a reference stands there that cannot be one: what is sent with it may come to anybody or nobody */
  readonly badReference?: true;
};

/** Reads the parts; one that is missing or no text of a person is left out, and nothing is checked that a bank will check. */
export const readTransfer = (payto: string): Transfer => {
  const [address = '', query = ''] = payto.split('?', 2);
  const values = new URLSearchParams(query);
  const text = (name: string): string | undefined => {
    const value = plainText(values.get(name) ?? '');
    return value === '' ? undefined : value;
  };
  const amount = parseAmount(values.get('amount') ?? '');
  return only({
    ...accountIn(address),
    receiver: text('receiver-name'),
    postalCode: text('receiver-postal-code'),
    town: text('receiver-town'),
    amount: amount.ok ? amount.value : undefined,
    subject: text('message') ?? text('subject'),
    ...referenceIn(values.get('ch-qrr')),
  });
};

/** Blanks stand between its figures on paper. */
const referenceIn = (given: string | null): Pick<Transfer, 'reference' | 'badReference'> => {
  if (given === null) return {};
  const figures = given.replaceAll(/\s/g, '');
  return isQrReference(figures) ? { reference: figures } : { badReference: true };
};

type Account = Pick<Transfer, 'account' | 'iban' | 'bic' | 'bank'>;

/** The account without its kind: an IBAN without the bank's code before it, an account of a bank without the bank. */
const accountIn = (address: string): Account => {
  const iban = /^payto:\/\/iban\/(?:([A-Z0-9]{8}(?:[A-Z0-9]{3})?)\/)?([A-Z0-9]{5,34})$/i.exec(address);
  if (iban !== null) {
    const [, bic, number = ''] = iban;
    const plain = number.toUpperCase();
    return { account: plain, iban: plain, ...(bic === undefined ? {} : { bic: bic.toUpperCase() }) };
  }
  const own = /^payto:\/\/x-taler-bank\/([^/]+)\/(.+)$/i.exec(address);
  if (own !== null) return { account: plainText(own[2] ?? ''), bank: plainText(own[1] ?? '') };
  return { account: plainText(address.replace(/^payto:\/\//i, '')) };
};

type Maybe = { readonly [member in keyof Transfer]: Transfer[member] | undefined };

const only = (parts: Maybe & Pick<Transfer, 'account'>): Transfer =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as Transfer;

/**
 * A sum as a bank's form takes it: no currency and nothing between thousands, two digits behind the mark or as many as there are; none
 * where the currency has none, for a form that takes whole yen may read "1000.00" as a hundred times as much.
 */
export const sumForBank = ({ currency, units }: Amount, decimalMark: string): string => {
  const digits = units.toString().padStart(9, '0');
  const fraction = digits.slice(-8).replace(/0{1,6}$/, '');
  const isWhole = fraction === '00' && (lookOf(currency)?.typed ?? knownDigits(currency)) === 0;
  return isWhole ? digits.slice(0, -8) : `${digits.slice(0, -8)}${decimalMark}${fraction}`;
};

/** An IBAN as it stands on a bank card. */
export const inFours = (iban: string): string => iban.replaceAll(/(.{4})(?=.)/g, '$1 ');
