// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { contentToJson } from '../../electron/state/content.ts';
import { exchangeId } from '../../electron/state/entry.ts';
import { goneName, shelfOf } from '../../electron/state/gone.ts';
import { merge } from '../../electron/state/merge.ts';
import { bytesToCrock, utf8 } from '../../electron/taler/bytes/encodings.ts';
import { sha512 } from '../../electron/taler/crypto/hash.ts';
import type { Store, Tx } from '../../electron/storage/store.ts';
import { coinValue, crockOf, NOON, storeAt } from '../laws/stores.ts';
import { eddsaPublicKey } from '../../electron/taler/crypto/eddsa.ts';
import { namedRefresh } from '../support/committed.ts';
import { bytes, purchase, purse, refresh } from './ledger-entries.ts';

const YEAR = 365 * 24 * 3_600_000;
const OLD = { t_s: (NOON - 3 * YEAR) / 1000 };
const leave = (tx: Tx, seeds: readonly string[], entries: readonly (readonly [string, string])[] = []): void => {
  for (const seed of seeds) tx.put('gone', shelfOf(seed), { seeds: { [seed]: 1 }, entries: {} });
  for (const [kind, id] of entries) tx.put('gone', shelfOf(id), { seeds: {}, entries: { [goneName(kind, id)]: 1 } });
};
const [BASE, MASTER] = [coinValue().exchange, crockOf(32)];
/** The exchange lists the denomination of all coins here. */
const list = (tx: Tx, depositEndMs: number): void => {
  const value = { stamp_expire_deposit: { t_s: depositEndMs / 1000 } };
  const fields = { [`denomination ${coinValue().h}`]: { clock: tx.clock(), value } };
  tx.put('exchange', exchangeId(BASE, MASTER), { base_url: BASE, master_pub: MASTER, currency: 'KUDOS', fields });
};
/** A session of many coins, and one of a single one, as they are called by what they say. */
const session = (seed: number, n: number) =>
  refresh({
    created: OLD,
    seed: bytes(64, seed),
    selection: [{ h: coinValue().h, n, v: coinValue().v }],
    status: 'done',
  });
const [MANY, ONE] = [session(5, 12), session(6, 1)];
const [S, SS] = [namedRefresh(MANY).id, namedRefresh(ONE).id];
const ofSession = (id: string, change: Parameters<typeof coinValue>[0] = {}) =>
  coinValue({ source: 'refresh', source_id: id, ...change });
const fill = (store: Store): void =>
  store.transaction((tx) => {
    for (const index of [0, 1, 11])
      tx.put('coin', `${S}/${index}`, ofSession(S, { status: 'spent', remaining: 'KUDOS:0' }));
    tx.put('coin', `${SS}/0`, ofSession(SS));
    tx.put('refresh', S, MANY);
    tx.put('refresh', SS, ONE);
    tx.put('purchase', 'P', purchase({ status: 'paid', created: OLD }));
  });
const names = (store: Store): readonly string[] => store.snapshot().map(({ kind, id }) => `${kind} ${id}`);

describe('what has left', () => {
  test('goes with its seed, and by its name; what is called alike stays', () => {
    const store = storeAt({ ms: NOON });
    fill(store);
    expect(store.entries('coin')).toHaveLength(4);
    store.transaction((tx) => leave(tx, [S], [['purchase', 'P']]));
    expect(names(store)).toEqual([`coin ${SS}/0`, ...['gone P', `gone ${shelfOf(S)}`].sort(), `refresh ${SS}`]);
    expect(store.entries('coin').map(({ id }) => id)).toEqual([`${SS}/0`]);
    expect([store.entry('refresh', S), store.entry('purchase', 'P')]).toEqual([undefined, undefined]);
  });

  test('does not come back: not with an old copy, not by a step that still has it in hand', () => {
    const store = storeAt({ ms: NOON });
    fill(store);
    store.transaction((tx) => list(tx, NOON - YEAR));
    const old = store.snapshot();
    store.transaction((tx) => leave(tx, [S], [['purchase', 'P']]));
    const now = store.snapshot();
    const revision = store.revision();
    store.transaction((tx) => {
      expect(tx.join(old)).toEqual({ changed: 0, quarantined: 0 });
      tx.put('coin', `${S}/0`, ofSession(S));
      tx.put('purchase', 'P', purchase({ status: 'paid' }));
    });
    expect(store.snapshot()).toEqual(now);
    expect(store.revision()).toBe(revision);
    expect(contentToJson(merge(old, now))).toBe(contentToJson(now));
  });

  test('an offer that took nothing and is forgotten leaves the other device as well, however young: copies come to rest', () => {
    const [one, two] = [storeAt({ ms: NOON }), storeAt({ ms: NOON })];
    const created = { t_s: NOON / 1000 - 60 };
    const offer = purchase({ status: 'aborted', created, coins: {} });
    one.transaction((tx) => {
      tx.put('purchase', 'F', { ...offer, forgotten: true });
      tx.put('purchase', 'G', offer);
    });
    two.transaction((tx) => tx.join(one.snapshot()));
    one.transaction((tx) =>
      leave(
        tx,
        [],
        [
          ['purchase', 'F'],
          ['purchase', 'G'],
        ],
      ),
    );
    two.transaction((tx) => tx.join(one.snapshot()));
    expect([two.entry('purchase', 'F'), two.entry('purchase', 'G')?.id]).toEqual([undefined, 'G']);
  });

  test('leaves a device that only hears of it, also what it had kept aside', () => {
    const [one, two] = [storeAt({ ms: NOON }), storeAt({ ms: NOON })];
    fill(one);
    fill(two);
    const ahead = `${NOON + 3 * YEAR}-00000-Z`;
    two.transaction((tx) => tx.join([{ kind: 'setting', id: 'x', clock: ahead, value: { value: 1 } }]));
    for (const each of [one, two]) each.transaction((tx) => list(tx, NOON - YEAR));
    one.transaction((tx) => leave(tx, [S], [['purchase', 'P']]));
    two.transaction((tx) => tx.join(one.snapshot()));
    expect(names(two).filter((name) => !name.startsWith('exchange '))).toEqual([
      `coin ${SS}/0`,
      ...['gone P', `gone ${shelfOf(S)}`].sort(),
      `refresh ${SS}`,
      'setting x',
    ]);
  });

  test('may come again once its names were taken away, and leaves again with the next copy', () => {
    const store = storeAt({ ms: NOON });
    fill(store);
    store.transaction((tx) => list(tx, NOON - YEAR));
    const before = store.snapshot();
    store.transaction((tx) => leave(tx, [S]));
    const later = store.snapshot();
    store.transaction((tx) => {
      tx.takeAway(tx.snapshot());
      tx.join(before);
      tx.put('coin', `${S}/5`, ofSession(S));
    });
    expect(store.coins({}).map(({ id }) => id)).toEqual(
      [...['0', '1', '11', '5'].map((at) => `${S}/${at}`), `${SS}/0`].sort(),
    );
    store.transaction((tx) => tx.join(later));
    expect(store.coins({}).map(({ id }) => id)).toEqual([`${SS}/0`]);
  });

  test('a name that is added has little else written with it, however many there are', () => {
    const store = storeAt({ ms: NOON });
    const ids = Array.from({ length: 20_000 }, (_, at) => bytesToCrock(sha512(utf8(`${at}`)).slice(0, 16)));
    const shelves = Map.groupBy(ids, shelfOf);
    store.transaction((tx) => {
      for (const [shelf, of] of shelves)
        tx.put('gone', shelf, {
          seeds: {},
          entries: Object.fromEntries(of.map((id) => [goneName('purchase', id), 1])),
        });
    });
    expect(Math.max(...store.entries('gone').map(({ value }) => Object.keys(value.entries).length))).toBeLessThan(100);
  });

  test('a name on the wrong shelf is beyond its bounds', () => {
    const store = storeAt({ ms: NOON });
    fill(store);
    const value = { seeds: { [S]: 1 }, entries: {} };
    store.transaction((tx) =>
      tx.join([{ kind: 'gone', id: shelfOf(S) === 'Q' ? 'R' : 'Q', clock: `${NOON}-00000-Z`, value }]),
    );
    expect(store.keptApart()).toHaveLength(1);
    expect(store.coins({})).toHaveLength(4);
  });
});

describe('what may still be worth something does not leave because another copy says so', () => {
  const H = coinValue().h;
  const stores = (depositEndMs: number): readonly [Store, { ms: number }] => {
    const time = { ms: NOON };
    const store = storeAt(time);
    fill(store);
    store.transaction((tx) => list(tx, depositEndMs));
    return [store, time];
  };
  const carried = (value: { seeds?: object; entries?: object }, id: string) => ({
    kind: 'gone',
    id,
    clock: `${NOON}-00000-Z`,
    value: { seeds: {}, entries: {}, ...value },
  });
  const say = (store: Store, value: { seeds?: object; entries?: object }, id: string): void =>
    void store.transaction((tx) => tx.join([carried(value, id)]));

  test('a coin whose denomination can be spent stays, its seed with it, until that is over; other names are heard', () => {
    const [store, time] = stores(NOON + YEAR);
    const SX = `${S}-X`;
    const value = { seeds: { [S]: 1, [SX]: 1 } };
    say(store, value, shelfOf(S));
    expect(store.coins({})).toHaveLength(4);
    expect(store.entry('gone', shelfOf(S))?.value.seeds).toEqual({ [SX]: 1 });
    time.ms += YEAR + 1000;
    say(store, value, shelfOf(S));
    expect(store.coins({}).map(({ id }) => id)).toEqual([`${SS}/0`]);
  });

  test('nothing leaves of which no denomination is known here: not a coin, not the payment that took it', () => {
    const store = storeAt({ ms: NOON });
    fill(store);
    const coins = { [`${SS}/0`]: { c: 'KUDOS:1', fee: 'KUDOS:0', s: 'paid' as const } };
    store.transaction((tx) => tx.put('purchase', 'Q', purchase({ status: 'paid', created: OLD, coins })));
    const before = store.snapshot();
    for (const seed of [S, SS]) say(store, { seeds: { [seed]: 1 } }, shelfOf(seed));
    say(store, { entries: { 'purchase Q': 1 } }, 'Q');
    expect(store.snapshot().filter(({ kind }) => kind !== 'gone')).toEqual(before);
  });

  test('a session whose new coins are not here, a withdrawal, a young reserve and an open purse stay too', () => {
    const [store] = stores(NOON + YEAR);
    const key = bytes(32, 3);
    const selection = [{ h: H, n: 1, v: 'KUDOS:1' }];
    store.transaction((tx) => {
      tx.put('refresh', 'R', refresh({ selection, status: 'melted' }));
      tx.put('push-out', key, {
        ...purse,
        purse_priv: key,
        key_seed: key,
        merge_priv: key,
        coins: {},
        status: 'created',
        purse_expiration: { t_s: NOON / 1000 + 60 },
      });
      tx.put('reserve', key, {
        priv: key,
        key_seed: key,
        exchange: BASE,
        master_pub: MASTER,
        purpose: 'withdraw',
        created: { t_s: NOON / 1000 - 60 },
        status: 'drained',
      });
    });
    const before = store.snapshot();
    say(store, { seeds: { R: 1 } }, 'R');
    const shelf = shelfOf(key);
    say(store, { entries: { [`reserve ${key}`]: 1, [`push-out ${key}`]: 1 } }, shelf);
    expect(store.snapshot().filter(({ kind }) => kind !== 'gone')).toEqual(before);
  });

  const selection = [{ h: H, n: 1, v: 'KUDOS:1' }];
  const withdrawal = (createdMs: number) => ({
    exchange: BASE,
    master_pub: MASTER,
    reserve: crockOf(32, 9),
    amount: 'KUDOS:1',
    created: { t_s: createdMs / 1000 },
    origin: { type: 'manual' as const, payto: 'payto://x-taler-bank/bank.example/me' },
    status: 'withdrawing' as const,
    batches: { B: { seed: bytes(32, 8), selection, status: 'sent' as const } },
  });

  const refund = (created: { readonly t_s: number }) => ({
    purchase: 'Q',
    coin: 'X/0',
    rtransaction_id: 1,
    amount: 'KUDOS:1',
    fee: 'KUDOS:0',
    created,
    status: 'announced' as const,
  });

  test('a batch whose coins are not here yet keeps its name free, and they come', () => {
    const [store] = stores(NOON + YEAR);
    store.transaction((tx) => tx.put('withdrawal', 'W', withdrawal(NOON - 4 * YEAR)));
    say(store, { seeds: { B: 1 } }, 'B');
    store.transaction((tx) => tx.put('coin', 'B/0', coinValue()));
    expect(store.entry('coin', 'B/0')?.value.status).toBe('fresh');
  });

  test('nothing that is younger than two years leaves: no withdrawal that waits, no payment, no refund', () => {
    const [store, time] = stores(NOON + 1000);
    time.ms = NOON + 2000;
    const created = { t_s: NOON / 1000 - 60 };
    store.transaction((tx) => {
      tx.put('withdrawal', 'W', { ...withdrawal(NOON - 60_000), status: 'awaiting-transfer', batches: {} });
      tx.put('purchase', 'Q', purchase({ status: 'paying', created }));
      tx.put('refund', 'Q F', refund(created));
      tx.put('refresh', 'R', refresh({ selection, created, status: 'melted' }));
    });
    const before = store.snapshot();
    say(store, { entries: { 'withdrawal W': 1 } }, 'W');
    say(store, { entries: { 'purchase Q': 1 } }, 'Q');
    say(store, { entries: { 'refund Q F': 1 } }, 'F');
    say(store, { seeds: { R: 1 } }, 'R');
    expect(store.snapshot().filter(({ kind }) => kind !== 'gone')).toEqual(before);
  });

  test('an old payment stays as long as one of its coins can be spent, and so does a refund', () => {
    const [store] = stores(NOON + YEAR);
    const created = OLD;
    const coins = { [`${SS}/0`]: { c: 'KUDOS:1', fee: 'KUDOS:0', s: 'paid' as const } };
    store.transaction((tx) => {
      tx.put('purchase', 'Q', purchase({ status: 'paid', created, coins }));
      tx.put('refund', 'Q F', { ...refund(created), coin: `${SS}/0` });
    });
    say(store, { entries: { 'purchase Q': 1 } }, 'Q');
    say(store, { entries: { 'refund Q F': 1 } }, 'F');
    expect([store.entry('purchase', 'Q')?.id, store.entry('refund', 'Q F')?.id]).toEqual(['Q', 'Q F']);
  });

  test('a coin stays whose denomination the saying copy struck a moment before', () => {
    const [store] = stores(NOON + YEAR);
    const fields = { [`denomination ${H}`]: { clock: `${NOON + 1000}-00000-Z`, value: null } };
    const struck = { base_url: BASE, master_pub: MASTER, currency: 'KUDOS', fields };
    const id = exchangeId(BASE, MASTER);
    store.transaction((tx) => tx.join([{ kind: 'exchange', id, clock: `${NOON}-00000-Z`, value: struck }]));
    say(store, { seeds: { [SS]: 1 } }, shelfOf(SS));
    expect(store.entry('coin', `${SS}/0`)?.id).toBe(`${SS}/0`);
  });

  test('an old coin stays while the session that follows from it could not be derived without, and leaves once it can', () => {
    const [store] = stores(NOON - YEAR);
    const oldPriv = bytes(32, 5);
    const child = refresh({
      old_coin: 'M/0',
      old_coin_pub: bytesToCrock(eddsaPublicKey(new Uint8Array(32).fill(5))),
      created: { t_s: NOON / 1000 },
      selection,
      status: 'done',
    });
    const { id } = namedRefresh(child);
    store.transaction((tx) => {
      tx.put('refresh', 'M', refresh({ old_coin: `${S}/0`, created: OLD, selection, status: 'done' }));
      tx.put('refresh', id, child);
    });
    say(store, { seeds: { [S]: 1 } }, shelfOf(S));
    expect(store.coins({}).map(({ id }) => id)).toContain(`${S}/0`);
    const remembered = {
      kind: 'refresh',
      id,
      clock: `${NOON}-00000-Z`,
      value: { ...child, old_priv: oldPriv },
    };
    store.transaction((tx) => tx.join([carried({ seeds: { [S]: 1 } }, shelfOf(S)), remembered]));
    expect(store.coins({}).map(({ id }) => id)).toEqual([`${SS}/0`]);
  });

  test('of several copies the one that names it first is heard last', () => {
    const [store] = stores(NOON + YEAR);
    const refreshed = refresh({ selection, created: { t_s: NOON / 1000 }, status: 'done' });
    const { id } = namedRefresh(refreshed);
    const good = { kind: 'refresh', id, clock: `${NOON}-00000-Z`, value: refreshed };
    store.transaction((tx) => tx.join([carried({ seeds: { [id]: 1 } }, shelfOf(id)), good]));
    expect(store.entry('refresh', id)?.id).toBe(id);
  });
});
