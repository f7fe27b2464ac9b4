// SPDX-License-Identifier: GPL-3.0-or-later
import { plain, tidyAddress } from '../../../shared/pasted.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { parsePayto, withParams } from './payto.ts';

/** What is wrong with the address of a bank account. */
export type AccountFailure =
  | {
      readonly kind: 'malformed-account';
      readonly why:
        | 'not-a-payto'
        | 'iban-shape'
        | 'iban-checksum'
        | 'bic'
        | 'account-name'
        | 'bitcoin-address'
        | 'receiver-name'
        | 'receiver-place';
    }
  | { readonly kind: 'unsupported-account'; readonly method: string };

/** A bank account that money can be sent to. `paytoUri` is what the exchange gets: hashes cover it byte for byte. */
export type BankAccount = {
  readonly paytoUri: string;
  readonly method: 'iban' | 'x-taler-bank' | 'bitcoin';
  /** for people */
  readonly shown: string;
};

/** ISO 13616: country, two check digits, up to 30 letters and digits; the shortest in use (Norway) has 15. */
const IBAN = /^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$/;
/** How long they are in each country (registry of ISO 13616); of one that is not here only the shape is looked at. */
const LENGTHS: ReadonlyMap<string, number> = new Map(
  (
    'AD24AE23AL28AT20AZ28BA20BE16BG22BH22BI27BR29BY28CH21CR22CY28CZ24DE22DJ27DK18DO28EE20EG29ES24FI18FK18FO18FR27GB22' +
    'GE22GI23GL18GR27GT28HN28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21LY25MC27MD24ME22MK19MN20' +
    'MR27MT31MU30NI28NL18NO15OM23PK24PL28PS29PT25QA29RO24RS22RU33SA24SC31SD18SE24SI19SK24SM27SO23ST25SV28TL23TN24TR26' +
    'UA29VA22VG24XK20YE30'
  )
    .match(/.{4}/g)
    ?.map((each) => [each.slice(0, 2), Number(each.slice(2))]) ?? [],
);

/** ISO 9362: bank, country, place, optionally branch. */
const BIC = /^[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/;
/** Base58 (P2PKH, P2SH) or bech32 by shape; that the address exists only the network can say. */
const BITCOIN = /^(?:[13mn2][1-9A-HJ-NP-Za-km-z]{25,34}|(?:bc|tb|bcrt)1[02-9ac-hj-np-z]{11,71})$/;
const ACCOUNT = /^[A-Za-z0-9._~%-]{1,100}$/;
const MAX_NAME = 140;

/**
 * Reads a payto URI of one's own account (`iban` with its check digits, `x-taler-bank`, `bitcoin`) and writes it in one
 * spelling. An IBAN needs `receiver-name`: banks and newer exchanges ask for it.
 */
export const readBankAccount = (text: string): Result<BankAccount, AccountFailure> => {
  const parsed = parsePayto(written(text));
  if (!parsed.ok) return malformed('not-a-payto');
  const payto = parsed.value;
  const name = seen(payto.params.get('receiver-name') ?? '');
  if (name.length > MAX_NAME || /\p{Cc}/u.test(name)) return malformed('receiver-name');
  switch (payto.targetType) {
    case 'iban': {
      if (payto.method !== 'iban') return malformed('not-a-payto');
      const bic = payto.bic?.toUpperCase();
      const read = checkIban(payto.iban.toUpperCase());
      if (!read.ok) return read;
      const iban = read.value;
      if (bic !== undefined && !BIC.test(bic)) return malformed('bic');
      if (name === '') return malformed('receiver-name');
      const place = placeOf(payto.params);
      if (place === undefined) return malformed('receiver-place');
      const shown = `${iban} (${[name, Object.values(place).join(' ')].filter((part) => part !== '').join(', ')})`;
      return ok(account('iban', bic === undefined ? iban : `${bic}/${iban}`, { name, place, shown }));
    }
    case 'x-taler-bank': {
      if (payto.method !== 'x-taler-bank') return malformed('not-a-payto');
      if (!ACCOUNT.test(payto.account) || !URL.canParse(`https://${payto.host}/`)) return malformed('account-name');
      const shown = `${payto.account} at ${payto.host}`;
      return ok(account('x-taler-bank', payto.targetPath, { name: name === '' ? payto.account : name, shown }));
    }
    case 'bitcoin':
      if (!BITCOIN.test(payto.targetPath)) return malformed('bitcoin-address');
      return ok(
        account('bitcoin', payto.targetPath, { name: name === '' ? payto.targetPath : name, shown: payto.targetPath }),
      );
    default:
      return err({ kind: 'unsupported-account', method: payto.targetType.slice(0, 40) });
  }
};

/** An IBAN by itself, in groups as on a bank card or not, in its one spelling: capitals without blanks. */
export const readIban = (text: string): Result<string, Extract<AccountFailure, { kind: 'malformed-account' }>> =>
  checkIban(
    plain(text)
      .replace(/^IBAN[ :]*/i, '')
      .replaceAll(/[ .-]/g, '')
      .toUpperCase(),
  );

const checkIban = (iban: string): Result<string, Extract<AccountFailure, { kind: 'malformed-account' }>> => {
  if (!IBAN.test(iban) || (LENGTHS.get(iban.slice(0, 2)) ?? iban.length) !== iban.length)
    return malformed('iban-shape');
  return hasGoodCheckDigits(iban) ? ok(iban) : malformed('iban-checksum');
};

/** An account as it was pasted: an IBAN by itself, in groups as on a bank card, is the address of one. */
const written = (text: string): string => {
  const tidy = tidyAddress(text);
  const iban = /^(payto:\/\/iban\/)([^?]*)(.*)$/is.exec(tidy);
  if (iban !== null)
    return `${iban[1]}${(iban[2] ?? '').replace(/%20|\s/g, '')}${(iban[3] ?? '').trim().replaceAll(/\s/g, '+')}`;
  const [number = '', ...behind] = tidy.split('?');
  const bare = plain(number).replace(/^IBAN[ :]*/i, '');
  const params = behind.map((each) => `?${each.trim().replaceAll(/\s/g, '+')}`).join('');
  return /^[a-z]{2}[ .-]?[0-9]{2}[0-9a-z .-]*$/i.test(bare)
    ? `payto://iban/${bare.replaceAll(/[ .-]/g, '')}${params}`
    : tidy;
};

/** A name without what nobody sees in it; control characters stay, and are refused. */
const seen = (name: string): string => name.replaceAll(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, '').trim();

/** Postal code and town, which some banks ask for and phone wallets add: kept, since a bank may refuse a transfer without them. Undefined for what is none. */
const placeOf = (params: ReadonlyMap<string, string>): Readonly<Record<string, string>> | undefined => {
  const place = ['receiver-postal-code', 'receiver-town'].flatMap((name) => {
    const value = params.get(name)?.trim() ?? '';
    return value === '' ? [] : [[name, value] as const];
  });
  const isFit = place.every(([, value]) => value.length <= MAX_NAME && !/\p{Cc}/u.test(value));
  return isFit ? Object.fromEntries(place) : undefined;
};

type Owner = {
  readonly name: string;
  readonly shown: string;
  readonly place?: Readonly<Record<string, string>>;
};

const account = (method: BankAccount['method'], path: string, { name, shown, place = {} }: Owner): BankAccount => ({
  paytoUri: withParams(`payto://${method}/${path}`, { 'receiver-name': name, ...place }),
  method,
  shown,
});

/** ISO 7064 mod 97-10: the country and check digits moved to the end, letters as two digits, remainder 1. */
const hasGoodCheckDigits = (iban: string): boolean => {
  const digits = [...iban.slice(4), ...iban.slice(0, 4)].map((char) => String(Number.parseInt(char, 36))).join('');
  return BigInt(digits) % 97n === 1n;
};

const malformed = (
  why: Extract<AccountFailure, { kind: 'malformed-account' }>['why'],
): Result<never, Extract<AccountFailure, { kind: 'malformed-account' }>> => err({ kind: 'malformed-account', why });
