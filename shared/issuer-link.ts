// SPDX-License-Identifier: GPL-3.0-or-later

/** What a link says of an issuer that money is to be withdrawn from: its address, and what else stands in it. */
export type IssuerLink = {
  readonly url: string;
  /** the sum as it is written there, which may be none */
  readonly amount?: string;
  /** the issuer's own key, in capitals */
  readonly key?: string;
};

const LINK =
  /^(?:(?:ext|web)\+)?(?:taler:)?taler(\+http)?:\/\/(?:withdraw-exchange|add-exchange)\/([^?#\s]+)(?:\?([^#\s]*))?(?:#\S*)?$/i;
/** Base32 of 32 bytes, as programs write it and as people read it. */
const KEY = /^[0-9a-z]{52}$/i;
/** No sum that anybody means is longer. */
const LONGEST_SUM = 60;

/** Reads `taler://withdraw-exchange/HOST/…`, with a key or without, `?a=` with a sum or without; undefined for every other text. */
export const readIssuerLink = (text: string): IssuerLink | undefined => {
  const match = LINK.exec(text.trim());
  if (match === null) return undefined;
  const [, plain, path = '', query = ''] = match;
  const parts = path.replace(/(?<!\/)\/+$/, '').split('/');
  const last = parts.length > 1 ? (parts.at(-1) ?? '') : '';
  const hasKey = KEY.test(last);
  const where = (hasKey ? parts.slice(0, -1) : parts).join('/');
  if (where === '') return undefined;
  const amount = new URLSearchParams(query).get('a');
  return {
    url: `http${plain === undefined ? 's' : ''}://${where}/`,
    ...(amount === null || amount === '' ? {} : { amount: amount.slice(0, LONGEST_SUM) }),
    ...(hasKey ? { key: last.toUpperCase() } : {}),
  };
};
