// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import { type CarriedEntry, exchangeId } from '../../electron/state/entry.ts';
import { goneName, shelfOf } from '../../electron/state/gone.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { eddsaPublicKey } from '../../electron/taler/crypto/eddsa.ts';
import type { Store } from '../../electron/storage/store.ts';
import { coinValue, crockOf, NOON, storeAt } from '../laws/stores.ts';
import { namedRefresh } from '../support/committed.ts';
import { bytes, purchase, refresh } from './ledger-entries.ts';

// A name that was heard before what it names is judged by the entry when it comes.

const YEAR = 365 * 24 * 3_600_000;
const OLD = { t_s: (NOON - 3 * YEAR) / 1000 };
const [BASE, MASTER] = [coinValue().exchange, crockOf(32)];
const selection = [{ h: coinValue().h, n: 1, v: coinValue().v }];
const clock = `${NOON}-00000-Z`;

const say = (store: Store, seeds: readonly string[], entries: readonly (readonly [string, string])[] = []): void =>
  void store.transaction((tx) =>
    tx.join([
      ...seeds.map((id) => ({ kind: 'gone', id: shelfOf(id), clock, value: { seeds: { [id]: 1 }, entries: {} } })),
      ...entries.map(([kind, id]) => {
        const value = { seeds: {}, entries: { [goneName(kind, id)]: 1 } };
        return { kind: 'gone', id: shelfOf(id), clock, value };
      }),
    ]),
  );

const hear = (store: Store, ...entries: readonly Omit<CarriedEntry, 'clock'>[]): readonly string[] => {
  store.transaction((tx) => tx.join(entries.map((entry) => ({ ...entry, clock }))));
  return store
    .snapshot()
    .filter(({ kind }) => kind !== 'gone' && kind !== 'exchange')
    .map(({ kind, id }) => `${kind} ${id}`);
};

/** The exchange lists the denomination of all coins here. */
const listed = (depositEndMs: number): Omit<CarriedEntry, 'clock'> => {
  const value = { stamp_expire_deposit: { t_s: depositEndMs / 1000 } };
  const fields = { [`denomination ${coinValue().h}`]: { clock, value } };
  const exchange = { base_url: BASE, master_pub: MASTER, currency: 'KUDOS', fields };
  return { kind: 'exchange', id: exchangeId(BASE, MASTER), value: exchange };
};

const session = (seed: number, change: Parameters<typeof refresh>[0] = {}) => {
  const { id, value } = namedRefresh(
    refresh({ created: OLD, seed: bytes(64, seed), selection, status: 'done', ...change }),
  );
  return { kind: 'refresh', id, value };
};
const coinOf = ({ id }: { readonly id: string }) => ({
  kind: 'coin',
  id: `${id}/0`,
  value: coinValue({ source: 'refresh', source_id: id }),
});

test('an old session whose coins can still be spent comes back with its coin, one that is over stays away', () => {
  const one = session(5);
  for (const [endMs, there] of [
    [NOON + YEAR, [`coin ${one.id}/0`, `refresh ${one.id}`]],
    [NOON - YEAR, []],
  ] as const) {
    const store = storeAt({ ms: NOON });
    say(store, [one.id]);
    expect(hear(store, coinOf(one), one, listed(endMs))).toEqual(there);
    // It is judged by what is here when it comes again.
    expect(hear(store, coinOf(one), one)).toEqual(there);
    say(store, [one.id]);
    expect(hear(store)).toEqual(there);
  }
});

test('an old session comes back that a young one follows from, and stays away once that remembers its key', () => {
  const parent = session(5);
  const change = {
    old_coin: `${parent.id}/0`,
    old_coin_pub: bytesToCrock(eddsaPublicKey(new Uint8Array(32).fill(7))),
    created: { t_s: NOON / 1000 - 60 },
  };
  const child = session(6, change);
  const knowing = { ...child, value: { ...child.value, old_priv: bytes(32, 7) } };
  const [store, other] = [storeAt({ ms: NOON }), storeAt({ ms: NOON })];
  for (const each of [store, other]) say(each, [parent.id, child.id]);
  expect(hear(store, listed(NOON - YEAR), child, parent)).toEqual(
    [child.id, parent.id].sort().map((id) => `refresh ${id}`),
  );
  expect(hear(other, listed(NOON - YEAR), knowing)).toEqual([`refresh ${child.id}`]);
  expect(hear(other, child, parent)).toEqual([`refresh ${child.id}`]);
});

test('a young payment comes back, an offer that took nothing does not', () => {
  const store = storeAt({ ms: NOON });
  const created = { t_s: NOON / 1000 - 60 };
  const coins = { 'X/0': { c: 'KUDOS:1', fee: 'KUDOS:0', s: 'paid' as const } };
  say(
    store,
    [],
    [
      ['purchase', 'P'],
      ['purchase', 'Q'],
    ],
  );
  const paid = { kind: 'purchase', id: 'P', value: purchase({ status: 'paid', created, coins }) };
  const offer = { kind: 'purchase', id: 'Q', value: purchase({ status: 'aborted', created, coins: {} }) };
  expect(hear(store, paid, offer)).toEqual(['purchase P']);
});
