// SPDX-License-Identifier: GPL-3.0-or-later
import { ok, type Result } from '../../../../shared/result.ts';
import type { ImportIssuerView, ImportView } from '../../../../shared/view-import.ts';
import { newCoins, noteUntold } from '../../../wallet/ledger/untold.ts';
import { createWallet } from '../../../wallet/wallet.ts';
import type { Store } from '../../../storage/store.ts';
import type { World } from '../../../world.ts';
import type { BackupFailure } from '../../failure/failure.ts';
import { storeInMemory } from '../heard.ts';
import type { RestoreParts } from '../restore.ts';
import { joinTheirs } from '../takeover-quote.ts';
import { badViews, translateAll, type Brought } from './all.ts';
import { findGiven, writtenMs, type Found } from './find.ts';

/** For a wallet that speaks to nobody, and is gone afterwards. */
const NOBODY = 'http://nobody.example/';

/** Tells what was given and what is in it, by the copies alone: no issuer is asked, and nothing is changed. */
export const lookAtImport = async (
  parts: Pick<RestoreParts, 'world' | 'store' | 'progress'>,
  { given, secret }: { readonly given: string; readonly secret?: string },
): Promise<Result<ImportView, BackupFailure>> => {
  const found = await findGiven(parts, given, secret);
  if (!found.ok) return found;
  return ok(viewOf(parts, found.value, await translateAll(parts.world, parts.store, found.value.contents)));
};

const viewOf = (
  { world, store }: { readonly world: World; readonly store: Store },
  { what, sources, contents }: Found,
  { entries, bad, isHere }: Brought,
): ImportView => {
  const at = Math.max(0, ...contents.map(writtenMs));
  const distinct = new Map(entries.map((entry) => [`${entry.kind} ${entry.id}`, entry.kind]));
  const count = (kind: string): number => [...distinct.values()].filter((each) => each === kind).length;
  return {
    what,
    ...(at === 0 ? {} : { writtenAt: at }),
    sources,
    issuers: issuersIn(world, entries),
    payments: count('purchase'),
    withdrawals: count('withdrawal'),
    bad: badViews(bad),
    places: placesIn(store, contents),
    isHere,
  };
};

/** The sums by issuer of a wallet that has nothing but this. */
const issuersIn = (world: World, entries: Brought['entries']): readonly ImportIssuerView[] => {
  const store = storeInMemory(world);
  try {
    store.transaction((tx) => {
      const before = newCoins(tx, entries);
      joinTheirs(tx, entries, NOBODY);
      noteUntold(tx, before);
    });
    const coins = store.coins({}).filter(({ value }) => value.status === 'fresh');
    return createWallet({ world, store })
      .balances()
      .map(({ exchange, currency, total, incoming }) => ({
        exchange,
        currency,
        there: total,
        incoming,
        coins: coins.filter(({ value }) => value.exchange === exchange).length,
      }))
      .filter(({ there, incoming }) => ![there, incoming].every((sum) => sum.endsWith(':0')));
  } finally {
    store.close();
  }
};

/** As many are suggested. */
const MAX_PLACES = 20;

/** Places for copies that this wallet does not have. */
export const placesIn = (store: Store, contents: Found['contents']): readonly string[] => {
  const known = new Set(store.entries('provider').flatMap(({ id, value }) => (value.removed ? [] : [id])));
  const named = contents.flatMap(({ providers }) => providers.map(({ base_url: url }) => url));
  return [...new Set(named)].filter((url) => !known.has(url)).slice(0, MAX_PLACES);
};
