// SPDX-License-Identifier: GPL-3.0-or-later
import { beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { contentFromJson, contentToJson } from '../../electron/state/content.ts';
import type { CarriedEntry } from '../../electron/state/entry.ts';
import { merge } from '../../electron/state/merge.ts';
import type { Store } from '../../electron/storage/store.ts';
import { createCoinKeyRing } from '../../electron/wallet/coins/coins.ts';
import { mustOk } from '../../shared/result.ts';
import { aroundEconomy } from '../support/around-economy.ts';
import { add, install, outcomes, recoveryText, testWorld, total, withdraw } from '../support/backup-rig.ts';

// Somebody who once had the secret writes copies in which one member of an honest entry is another. Whatever it is, in whichever order
// copies meet: the money of the wallet is there, and can be spent.

const world = testWorld();
let sandbox: Sandbox;
let owner: ReturnType<typeof install>;
let honest: readonly CarriedEntry[];
let before: string;
aroundEconomy(world, [{ annualFee: 'KUDOS:0' }], (opened) => {
  sandbox = opened;
});
beforeAll(async () => {
  owner = install(world);
  await withdraw(owner, sandbox, 'KUDOS:9');
  await add(owner, sandbox.syncProviders[0]?.baseUrl ?? '');
  await buy(owner, 'KUDOS:1.3');
  await outcomes(owner);
  honest = owner.store.snapshot();
  before = total(owner);
});

/** Pays, and waits until its change is there. */
const buy = async ({ wallet }: ReturnType<typeof install>, amount: string): Promise<void> => {
  const order = await sandbox.merchant.createOrder({ amount, summary: 'tea' });
  const offer = mustOk(await wallet.preparePay(order.talerPayUri), 'an offer');
  mustOk(await wallet.confirmPay(offer.purchaseId), 'paid');
  await wallet.run({ untilDone: true, timeoutMs: 20_000 });
};

type Value = Record<string, unknown>;

/** What a member becomes when somebody wants his own to win: as long as the honest one and of the same form, and larger. */
const larger = (value: unknown): unknown => {
  if (typeof value === 'string')
    return /^https?:/.test(value)
      ? value.replace('//', '//zz.')
      : /^[A-Z]+:/.test(value)
        ? 'KUDOS:9.5'
        : value.replace(/./g, 'Z');
  if (typeof value === 'number') return value + 1;
  if (Array.isArray(value)) return value.map((each) => larger(each));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, larger(each)]));
  return value;
};

/** Members that move by rules of their own; what they may do to money is looked at elsewhere. */
const MOVING = new Set([
  'status',
  'why',
  'remaining',
  'sig',
  'sigs',
  'created',
  'max_fees',
  'purpose',
  'arrived',
  'noreveal_index',
  'exchange_pub',
  'exchange_sig',
]);

const variants = (entry: CarriedEntry): readonly CarriedEntry[] => {
  const value = entry.value as Value;
  const single = Object.keys(value)
    .filter((name) => !MOVING.has(name) && name !== 'batches')
    .map((name) => ({ ...entry, value: { ...value, [name]: larger(value[name]) } }));
  const batches = Object.entries((value['batches'] ?? {}) as Record<string, Value>).flatMap(([id, batch]) =>
    ['seed', 'selection'].map((name) => ({
      ...entry,
      value: { ...value, batches: { [id]: { ...batch, [name]: larger(batch[name]) } } },
    })),
  );
  const added: readonly Value[] =
    entry.kind === 'refresh'
      ? [{ scheme: 2 }, { transfer_pub: 'Z'.repeat(52) }, { old_priv: `${'Z'.repeat(51)}G` }]
      : entry.kind === 'withdrawal'
        ? [
            {
              batches: Object.fromEntries(
                Object.entries(value['batches'] as Value).map(([id, each]) => [id, { ...(each as Value), scheme: 2 }]),
              ),
            },
          ]
        : [];
  return [...single, ...batches, ...added.map((more) => ({ ...entry, value: { ...value, ...more } }))];
};

const hear = (store: Store, entries: readonly CarriedEntry[]): void =>
  void store.transaction((tx) => tx.join(mustOk(contentFromJson(contentToJson(entries)), 'a content')));

const KINDS = ['reserve', 'withdrawal', 'refresh', 'coin'];

describe.each(KINDS)('a %s', (kind) => {
  it('is never another than it was made as, whichever copy comes first', () => {
    const ofKind = honest.filter((entry) => entry.kind === kind);
    expect(ofKind.length).toBeGreaterThan(0);
    for (const entry of ofKind)
      for (const bad of variants(entry)) {
        const poisoned = [...honest.filter((each) => each !== entry), bad];
        for (const order of [
          [honest, poisoned],
          [poisoned, honest],
        ]) {
          const { store, wallet } = install(world);
          for (const copy of order) hear(store, copy);
          const found = store.entries(kind as 'coin').find(({ id }) => id === entry.id);
          expect({ bad: bad.value, found: found?.value }).toMatchObject({ found: entry.value });
          expect(wallet.balances().map((each) => each.total)).toEqual(
            owner.wallet.balances().map((each) => each.total),
          );
          store.close();
        }
      }
  });
});

describe('the index that an exchange chose', () => {
  const isSession = ({ kind }: CarriedEntry): boolean => kind === 'refresh';
  const withIndex = (change: (index: number) => number): readonly CarriedEntry[] =>
    honest.map((entry) => {
      const value = entry.value as Value;
      return isSession(entry)
        ? { ...entry, value: { ...value, noreveal_index: change(Number(value['noreveal_index'])) } }
        : entry;
    });
  const keysIn = (store: Store): readonly unknown[] => {
    const ring = createCoinKeyRing(store);
    return store.entries('coin').map(({ id }) => [id, ring.keysOf(id)?.coinPriv]);
  };

  it.each([1, 2, 3])('moved on by %i in a copy, the coins are the same, whichever copy comes first', (by) => {
    const poisoned = withIndex((index) => (by === 3 ? 7 : (index + by) % 3));
    for (const order of [
      [honest, poisoned],
      [poisoned, honest],
    ]) {
      const { store } = install(world);
      const ring = createCoinKeyRing(store);
      for (const copy of order) {
        hear(store, copy);
        for (const { id } of store.entries('coin')) ring.keysOf(id);
      }
      expect(keysIn(store)).toEqual(keysIn(owner.store));
      // What was derived from the first copy alone is not believed after the second.
      expect(store.entries('coin').map(({ id }) => [id, ring.keysOf(id)?.coinPriv])).toEqual(keysIn(owner.store));
      store.close();
    }
  });
});

it('copies of every order are the same bytes', () => {
  const bad = honest.filter(({ kind }) => KINDS.includes(kind)).flatMap((entry) => variants(entry).slice(0, 2));
  const read = (entries: readonly CarriedEntry[]) => mustOk(contentFromJson(contentToJson(entries)), 'a content');
  const [good, evil] = [read(honest), read([...honest, ...bad])];
  expect(contentToJson(merge(good, evil))).toBe(contentToJson(merge(evil, good)));
  expect(contentToJson(merge(merge(good, evil), evil))).toBe(contentToJson(merge(good, evil)));
});

it('a device that has only heard poisoned copies spends what the next honest one brings', async () => {
  const again = install(world);
  for (const { kind, ...entry } of honest) if (KINDS.includes(kind)) hear(again.store, variants({ kind, ...entry }));
  mustOk(await again.backup.restore(recoveryText(owner)), 'restored');
  expect(total(again)).toBe(before);
  await buy(again, 'KUDOS:2');
});

describe('a status that was moved on, with no coin beside it', () => {
  const lacking = (kind: string, change: (value: Value) => Value): readonly CarriedEntry[] => {
    const seeds = new Set(
      honest
        .filter((entry) => entry.kind === kind)
        .flatMap((entry) => [entry.id, ...Object.keys(((entry.value as Value)['batches'] ?? {}) as Value)]),
    );
    return honest.flatMap((entry) => {
      if (entry.kind === kind) return [{ ...entry, value: change(entry.value as Value) }];
      return entry.kind === 'coin' && seeds.has(entry.id.slice(0, entry.id.indexOf('/'))) ? [] : [entry];
    });
  };
  const afterLook = async (copy: readonly CarriedEntry[]): Promise<readonly unknown[]> => {
    const one = install(world);
    hear(one.store, copy);
    await one.wallet.run({ untilDone: true, timeoutMs: 20_000 });
    world.move(2 * 24 * 3_600_000);
    await one.wallet.run({ untilDone: true, timeoutMs: 20_000 });
    const ring = createCoinKeyRing(one.store);
    return one.store.entries('coin').map(({ id }) => ring.keysOf(id)?.coinPriv);
  };
  const expected = (kind: string): readonly string[] =>
    honest.filter((entry) => entry.kind === 'coin' && (entry.value as Value)['source'] === kind).map(({ id }) => id);

  it.each(['done', 'failed'])('of a session that is %s: its coins come all the same', async (status) => {
    const found = await afterLook(
      lacking('refresh', ({ noreveal_index, ...value }) => ({
        ...value,
        ...(status === 'failed' ? { noreveal_index } : {}),
        status,
      })),
    );
    const keys = createCoinKeyRing(owner.store);
    for (const id of expected('refresh')) expect(found).toContainEqual(keys.keysOf(id)?.coinPriv);
  });
});
