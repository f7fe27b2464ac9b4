// SPDX-License-Identifier: GPL-3.0-or-later
import type { Denomination, ExchangeKeys } from '../taler/exchange.ts';
import type { Store, Tx } from '../storage/store.ts';
import { parseKeys } from '../taler/keys.ts';

// An exchange takes a denomination off its list when it is revoked or has expired, and our coins of it are then known by
// what the list said before: without it a revoked coin could not be given back, nor an expired one be told from a lost one.

/** Lists kept per exchange; each holds what the later ones lack, and coins are renewed long before there are so many. */
const MAX_KEPT = 8;

/** The keys, with the denominations of coins we hold that only older lists know; none of them is for new coins. */
export const withOldDenominations = (store: Pick<Store, 'local'>, keys: ExchangeKeys): ExchangeKeys => {
  const missing = new Map<string, Denomination>();
  for (const old of readKept(store, keys.baseUrl)) {
    if (old.masterPub !== keys.masterPub) continue;
    for (const [hash, denomination] of old.denominations) {
      if (keys.denominations.has(hash)) continue;
      missing.set(hash, { ...denomination, revoked: keys.revoked.has(hash), selectable: false });
    }
  }
  return missing.size === 0 ? keys : { ...keys, denominations: new Map([...keys.denominations, ...missing]) };
};

/** Keeps the list that is about to be replaced, if it says something about coins of ours that the new one does not. */
export const keepOldKeys = (store: Pick<Store, 'local'>, tx: Tx, keys: ExchangeKeys): void => {
  const gone = new Set(
    tx
      .coins({ exchange: keys.baseUrl })
      .flatMap(({ value }) => (value.status === 'spent' || keys.denominations.has(value.h) ? [] : [value.h])),
  );
  if (gone.size === 0) return;
  const kept = readKept(store, keys.baseUrl);
  const last = store.local.cachedKeys(keys.baseUrl);
  const replaced = last && parseKeys(keys.baseUrl, last.raw);
  const wanted: string[] = [];
  for (const old of replaced?.ok ? [replaced.value, ...kept] : kept) {
    const says = [...gone].filter((hash) => old.denominations.has(hash));
    if (says.length === 0) continue;
    for (const hash of says) gone.delete(hash);
    wanted.push(old.raw);
  }
  tx.local.setMeta(nameOf(keys.baseUrl), JSON.stringify(wanted.slice(0, MAX_KEPT)));
};

const readKept = ({ local }: Pick<Store, 'local'>, baseUrl: string): readonly ExchangeKeys[] => {
  const text = local.meta(nameOf(baseUrl));
  if (text === undefined) return [];
  const raws: unknown = JSON.parse(text);
  if (!Array.isArray(raws)) return [];
  return raws.flatMap((raw) => {
    const keys = typeof raw === 'string' ? parseKeys(baseUrl, raw) : undefined;
    return keys?.ok === true ? [keys.value] : [];
  });
};

const nameOf = (baseUrl: string): string => `old-keys ${baseUrl}`;
