// SPDX-License-Identifier: GPL-3.0-or-later
import { amountToText, type Amount } from '../../../shared/amount.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { parseBaseUrl } from './base-url.ts';
import { parseCrock } from '../bytes/encodings.ts';

export type MalformedPayto = { readonly kind: 'malformed-payto' };

type PaytoTarget =
  | { readonly method: 'iban'; readonly iban: string; readonly bic?: string }
  | { readonly method: 'x-taler-bank'; readonly host: string; readonly account: string }
  | { readonly method: 'taler-reserve'; readonly exchangeBaseUrl: string; readonly reservePub: string }
  | { readonly method: 'other' };

/** A payto URI taken apart; `targetType` and `targetPath` are as written, `params` decoded. */
export type Payto = PaytoTarget & {
  readonly targetType: string;
  readonly targetPath: string;
  readonly params: ReadonlyMap<string, string>;
};

/** Longer than any account we could show; also keeps the URI below what banks accept. */
const MAX_LENGTH = 2048;

/** Takes a payto URI apart; unknown methods are kept as `other`, a known method with a wrong path is malformed. */
export const parsePayto = (text: string): Result<Payto, MalformedPayto> => {
  const match = /^payto:\/\/([a-z0-9.-]+)\/([^?#\s]+)(?:\?([^#\s]*))?$/i.exec(text);
  if (!match || text.length > MAX_LENGTH) return err({ kind: 'malformed-payto' });
  const [, method = '', targetPath = '', query = ''] = match;
  const targetType = method.toLowerCase();
  const target = readTarget(targetType, targetPath);
  return target
    ? ok({ ...target, targetType, targetPath, params: new Map(new URLSearchParams(query)) })
    : err({ kind: 'malformed-payto' });
};

/** The reserve of an exchange as an account: its base URL without the scheme, then the reserve key (crock). */
export const reservePayto = (exchangeBaseUrl: string, reservePub: string): string => {
  const { protocol, host, pathname } = new URL(exchangeBaseUrl);
  const type = protocol === 'http:' ? 'taler-reserve-http' : 'taler-reserve';
  return `payto://${type}/${host}${pathname.endsWith('/') ? pathname : `${pathname}/`}${reservePub}`;
};

/** The account alone, without the query (v23: "normalized", PROTOCOL.md#payto-uris). */
export const normalizePayto = (payto: string): string => payto.split('?', 1)[0] ?? payto;

/**
 * The exchange's account with amount (where it is in that money) and subject filled in, for the transfer that funds a reserve. The exchange
 * wrote the rest, and people read it: whatever is no plain sign of an address is escaped, as RFC 3986 has it anyway.
 */
export const fundingPayto = (payto: string, amount: Amount | undefined, reservePub: string): string =>
  withParams(payto.toWellFormed().replace(/[^\u0021-\u007e]/gu, encodeURIComponent), {
    amount: amount && amountToText(amount),
    message: `Taler Withdrawal ${reservePub}`,
  });

/**
 * The payto URI with these query members set (form-encoded), or left out where they are undefined; what else its query holds stays byte
 * for byte. By the names as everybody reads them: one that is escaped would stand before ours and be taken for it.
 */
export const withParams = (payto: string, params: Readonly<Record<string, string | undefined>>): string => {
  const [bare = '', query = ''] = payto.split('?', 2);
  const kept = query.split('&').filter((pair) => pair !== '' && !Object.hasOwn(params, nameIn(pair)));
  const set = Object.entries(params).filter((each): each is [string, string] => each[1] !== undefined);
  return `${bare}?${[...kept, new URLSearchParams(set).toString()].join('&')}`;
};

const nameIn = (pair: string): string => new URLSearchParams(pair).keys().next().value ?? '';

const readTarget = (targetType: string, path: string): PaytoTarget | undefined => {
  const segments = path.split('/');
  switch (targetType) {
    case 'iban': {
      const [first = '', second, ...more] = segments;
      if (more.length > 0 || first === '' || second === '') return undefined;
      return second === undefined ? { method: 'iban', iban: first } : { method: 'iban', iban: second, bic: first };
    }
    case 'x-taler-bank': {
      const [host = '', ...account] = segments;
      return host === '' || account.join('/') === ''
        ? undefined
        : { method: 'x-taler-bank', host, account: account.join('/') };
    }
    case 'taler-reserve':
    case 'taler-reserve-http': {
      const reservePub = segments.at(-1) ?? '';
      const scheme = targetType === 'taler-reserve' ? 'https' : 'http';
      const base = parseBaseUrl(`${scheme}://${segments.slice(0, -1).join('/')}/`);
      return base.ok && parseCrock(reservePub, 32).ok
        ? { method: 'taler-reserve', exchangeBaseUrl: base.value, reservePub }
        : undefined;
    }
    default:
      return { method: 'other' };
  }
};
