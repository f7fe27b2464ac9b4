// SPDX-License-Identifier: GPL-3.0-or-later
import { parseAmount } from '../../shared/amount.ts';
import { readCurrencyLook, type CurrencyLook } from '../../shared/currency-look.ts';
import { isObject } from '../taler/bytes/json.ts';

// How shops and banks write money that no issuer of this wallet says anything of: for as long as the program runs, and for looks alone.

/** What was heard of currencies from others than their issuers. */
export type StrangeLooks = {
  /** Hears what somebody says of one currency. */
  readonly hear: (currency: string, said: unknown) => void;
  /** Hears what somebody says of several, by their names. */
  readonly hearAll: (said: unknown) => void;
  readonly list: () => readonly { readonly currency: string; readonly look: CurrencyLook }[];
};

/** Nobody asks for more kinds of money; of a longer list the rest is not even looked at. */
const MOST_AT_ONCE = 32;
/** The one heard of first goes first. */
const MOST_KEPT = 64;

/** Nothing was heard yet; `changed` is told of what is new. */
export const createStrangeLooks = (changed: () => void = () => undefined): StrangeLooks => {
  const looks = new Map<string, CurrencyLook>();
  /** True where it is other than what was heard before. */
  const keep = (currency: string, said: unknown): boolean => {
    if (!parseAmount(`${currency}:0`).ok) return false;
    const look = readCurrencyLook(said, currency);
    if (look === undefined || JSON.stringify(look) === JSON.stringify(looks.get(currency))) return false;
    looks.delete(currency);
    looks.set(currency, look);
    for (const first of looks.keys()) if (looks.size > MOST_KEPT) looks.delete(first);
    return true;
  };
  return {
    hear: (currency, said) => {
      if (keep(currency, said)) changed();
    },
    hearAll: (said) => {
      if (!isObject(said)) return;
      let [isNew, seen] = [false, 0];
      for (const currency in said) {
        if (seen++ >= MOST_AT_ONCE) break;
        isNew = keep(currency, said[currency]) || isNew;
      }
      if (isNew) changed();
    },
    list: () => [...looks].map(([currency, look]) => ({ currency, look })),
  };
};
