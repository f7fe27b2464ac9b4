// SPDX-License-Identifier: GPL-3.0-or-later
import type { Amount } from './amount.ts';
import { takesQrReference } from './qr-reference.ts';
import { sumForBank, type Transfer } from './transfer.ts';

// The texts of the square codes that banking apps read, so that nobody copies an account by hand: that of the European payments
// council (EPC069-12, version 2 of the code) and that of the Swiss payment part (implementation guidelines of SIX, version 2.3).

/** A square code for banking apps; `swiss` bears the Swiss cross in its middle. */
export type TransferCode = { readonly kind: 'epc' | 'swiss'; readonly text: string };

/** The codes for a transfer: none where its account, currency, sum or reference is not what they are made for. */
export const codesFor = (transfer: Transfer): readonly TransferCode[] =>
  (transfer.badReference === true
    ? []
    : ([
        { kind: 'swiss', text: swissCode(transfer) },
        { kind: 'epc', text: epcCode(transfer) },
      ] as const)
  ).flatMap(({ kind, text }) => (text === undefined ? [] : [{ kind, text }]));

const CENT = 1_000_000n;
/** Both codes take nine digits before the cents. */
const MOST = 99_999_999_999n * CENT;

/** "12.50", or undefined for what is no whole number of cents or does not fit. */
const cents = (amount: Amount | undefined): string | undefined =>
  amount !== undefined && amount.units > 0n && amount.units <= MOST && amount.units % CENT === 0n
    ? sumForBank(amount, '.')
    : undefined;

/** Countries and territories that take part in transfers in euros (EPC409-09). */
const SEPA = new Set(
  'AD AL AT BE BG CH CY CZ DE DK EE ES FI FR GB GI GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS SE SI SK SM VA'.split(
    ' ',
  ),
);
/** More bytes than this need a larger square than the guideline allows. */
const EPC_BYTES = 331;

/** Receiver and subject in one line each: a line break would begin the next part. */
const line = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** The European code: euros to an IBAN of its area, with a receiver. It has no place for a Swiss reference. */
const epcCode = ({ iban, bic = '', receiver, amount, subject, reference }: Transfer): string | undefined => {
  const sum = amount?.currency === 'EUR' ? cents(amount) : undefined;
  if (iban === undefined || receiver === undefined || subject === undefined || sum === undefined) return undefined;
  if (reference !== undefined || !SEPA.has(iban.slice(0, 2)) || subject.length > 140) return undefined;
  // The banks cut a name at its end; a subject that was cut would lead nowhere.
  const name = line([...receiver].slice(0, 70).join(''));
  const text = ['BCD', '002', '1', 'SCT', bic, name, iban, `EUR${sum}`, '', '', line(subject)].join('\n');
  return new TextEncoder().encode(text).length <= EPC_BYTES ? text : undefined;
};

/** The letters that the Swiss code may hold: those of western and central Europe, and the sign of the euro. */
const SWISS_LETTERS = /^[\u0020-\u007e\u00a0-\u017fȘșȚț€]*$/u;

/** The Swiss code: francs or euros to an account of Switzerland or Liechtenstein whose owner's place is known. */
const swissCode = ({
  iban,
  receiver,
  postalCode,
  town,
  amount,
  subject,
  reference = '',
}: Transfer): string | undefined => {
  const sum = amount?.currency === 'CHF' || amount?.currency === 'EUR' ? cents(amount) : undefined;
  if (iban === undefined || !/^(?:CH|LI)\d{2}\d{5}[A-Z0-9]{12}$/.test(iban) || sum === undefined) return undefined;
  if (receiver === undefined || postalCode === undefined || town === undefined || subject === undefined)
    return undefined;
  // Accounts of these numbers take a reference of figures, and no others do; the issuer finds its person by the words beside it.
  if (takesQrReference(iban) !== (reference !== '')) return undefined;
  const fits = receiver.length <= 70 && postalCode.length <= 16 && town.length <= 35 && subject.length <= 140;
  if (!fits || ![receiver, postalCode, town, subject].every((each) => SWISS_LETTERS.test(each))) return undefined;
  const creditor = ['S', line(receiver), '', '', line(postalCode), line(town), iban.slice(0, 2)];
  return [
    ['SPC', '0200', '1', iban, ...creditor, ...NOBODY],
    [sum, amount?.currency ?? '', ...NOBODY],
    [reference === '' ? 'NON' : 'QRR', reference, line(subject), 'EPD'],
  ]
    .flat()
    .join('\n');
};

/** Seven empty lines stand for somebody who is not named. */
const NOBODY = ['', '', '', '', '', '', ''] as const;
