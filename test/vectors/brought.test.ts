// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { isAllHere } from '../../electron/backup/recover/brought/here.ts';
import { translate } from '../../electron/backup/recover/brought/translate.ts';
import { translateAll } from '../../electron/backup/recover/brought/all.ts';
import { storeInMemory } from '../../electron/backup/recover/heard.ts';
import { joinTheirs } from '../../electron/backup/recover/takeover-quote.ts';
import { contentToJson } from '../../electron/state/content.ts';
import type { Store } from '../../electron/storage/store.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { parseLegacyContent, type LegacyContent } from '../../electron/taler/legacy/backup.ts';
import { createCoinKeyRing } from '../../electron/wallet/coins/coins.ts';
import { createWallet } from '../../electron/wallet/wallet.ts';
import { realWorld } from '../../electron/world.ts';
import { mustOk } from '../../shared/result.ts';
import { sumsThatDisagree } from '../cycle/wallet-lab.ts';
import { publicKeyOf } from './legacy-coins.ts';
import { casesOf } from './load.ts';

// Two real backups of GNU Taler's wallet of 2022, as entries of ours.

type Transaction = { readonly type: string; readonly amountRaw: string; readonly amountEffective: string };
const [real] = casesOf<{ readonly plain: unknown }>('wallet-core-2022-real-backup', 1);
const [sample] = casesOf<{
  readonly content: unknown;
  readonly transactions_before: { readonly transactions: readonly Transaction[] };
}>('backup-sample', 1);
if (!real || !sample) throw new Error('one case each');

const world = realWorld();
const NOBODY = 'http://nobody.example/';
const here = { hasSingle: () => false, hasSeeded: () => false };
const contentOf = (plain: unknown): LegacyContent => mustOk(parseLegacyContent(plain), 'content');
const join = (store: Store, entries: Parameters<typeof joinTheirs>[1]): void =>
  store.transaction((tx) => joinTheirs(tx, entries, NOBODY));

/** What a content becomes, joined into an empty wallet. */
const brought = (plain: unknown) => {
  const content = contentOf(plain);
  const translated = translate(content, { nowMs: world.now(), here });
  const store = storeInMemory(world);
  join(store, translated.entries);
  return { ...translated, content, store, wallet: createWallet({ world, store }) };
};
/** The public keys of the coins here, as they follow from what was written down. */
const pubsHere = (store: Store): readonly string[] => {
  const ring = createCoinKeyRing(store);
  return store
    .coins({})
    .map(({ id }) => bytesToCrock(ring.keysOf(id)?.coinPub ?? new Uint8Array(0)))
    .toSorted();
};
const pubsThere = ({ exchangeDetails }: LegacyContent): readonly string[] =>
  exchangeDetails
    .flatMap(({ denominations }) => denominations.flatMap(({ coins }) => coins))
    .map(({ coin_priv: priv }) => publicKeyOf(priv))
    .toSorted();
const totalOf = ({ wallet }: ReturnType<typeof brought>): readonly string[] =>
  wallet.balances().map(({ total }) => total);

describe.each([
  { name: 'wallet-core-2022-real-backup.json', plain: real.plain, total: 'KUDOS:13.69', coins: 36, unfinished: [] },
  {
    name: 'backup-sample.json',
    plain: sample.content,
    total: 'KUDOS:7.56',
    coins: 44,
    // That wallet was stopped while it took a refund up.
    unfinished: ['planned'],
  },
])('$name, brought over', ({ plain, total, coins, unfinished }) => {
  it('is here whole: every coin under its own key, every sum', async () => {
    const all = brought(plain);
    const { store, bad, content, wallet } = all;
    expect(bad).toEqual([]);
    expect(store.snapshot().filter(({ quarantined }) => quarantined === true)).toEqual([]);
    expect(pubsHere(store)).toHaveLength(coins);
    expect(pubsHere(store)).toEqual(pubsThere(content));
    expect(totalOf(all)).toEqual([total]);
    expect(sumsThatDisagree(wallet)).toEqual([]);
    // No coin without its seed, and nothing that nobody can explain.
    expect(wallet.history().filter(({ type }) => type === 'spent-elsewhere' || type === 'found-again')).toEqual([]);
    expect(store.entries('withdrawal').flatMap(({ value }) => Object.values(value.batches))).toHaveLength(
      content.withdrawalGroups.length,
    );
    expect(store.entries('refresh').flatMap(({ value }) => (value.status === 'done' ? [] : [value.status]))).toEqual(
      unfinished,
    );
    for (const { order_id: order, contract_terms_raw: terms } of content.purchases)
      expect(store.entries('purchase').find(({ value }) => value.order_id === order)?.value.terms).toEqual(terms);
    expect(store.entries('purchase')).toHaveLength(content.purchases.length);
  });

  it('is the same however often it is brought', async () => {
    const { store, entries, content } = brought(plain);
    const once = contentToJson(store.snapshot());
    expect(isAllHere(store, entries)).toBe(true);
    expect(await translateAll(world, store, [content, content])).toMatchObject({ isHere: true, bad: [] });
    join(store, entries);
    expect(contentToJson(store.snapshot())).toBe(once);
    const again = brought(plain);
    expect(contentToJson(again.entries)).toBe(contentToJson(entries));
  });

  it('keeps everything else when one record is spoiled, and names it', async () => {
    const lists = ['withdrawal_groups', 'refresh_groups', 'purchases', 'exchanges'] as const;
    for (const list of lists) {
      const spoiled = structuredClone(plain) as Record<string, Record<string, unknown>[]>;
      const records = spoiled[list] ?? [];
      for (const member of Object.keys(records[0] ?? {})) records[0] = { ...records[0], [member]: -1 };
      const all = brought(spoiled);
      expect(all.bad.map((each) => each.list)).toContain(list);
      // Whatever record was spoiled, each coin is here, by its seed or by itself.
      expect(pubsHere(all.store)).toEqual(pubsThere(all.content));
      expect(sumsThatDisagree(all.wallet)).toEqual([]);
    }
  });

  it('loses one coin and no other when that is spoiled, and asks its issuer for it again', async () => {
    const spoiled = structuredClone(plain) as {
      exchange_details: { denominations: { coins: { fresh: boolean; coin_priv: string }[] }[] }[];
    };
    const coin = spoiled.exchange_details[0]?.denominations.flatMap((each) => each.coins).find((each) => each.fresh);
    if (!coin) throw new Error('a coin');
    coin.coin_priv = 'short';
    const all = brought(spoiled);
    expect(pubsHere(all.store)).toHaveLength(coins - 1);
    expect(all.bad).toEqual([
      { list: 'coins', at: expect.any(Number), why: 'unreadable', stake: 'asked-again', sum: expect.any(String) },
    ]);
    const open = [...all.store.entries('withdrawal'), ...all.store.entries('refresh')].flatMap(({ value }) =>
      value.status === 'done' || value.status === 'planned' ? [] : [value.status],
    );
    expect(open).toHaveLength(1);
  });
});

describe('backup-sample.json, its history', () => {
  const TYPES: Readonly<Record<string, string>> = {
    withdrawal: 'withdrawal',
    payment: 'payment',
    refund: 'refund',
    deposit: 'deposit',
    'peer-push-debit': 'peer-sent',
    'peer-pull-debit': 'invoice-paid',
  };

  it('has seven of seven lines', async () => {
    const { wallet } = brought(sample.content);
    const lines = wallet.history().map(({ type, amount, effect }) => [type, amount, effect.replace('-', '')]);
    const theirs = sample.transactions_before.transactions.map(({ type, amountRaw, amountEffective }) => [
      TYPES[type],
      // What the bank transfer of a deposit costs is in no copy.
      type === 'deposit' ? 'KUDOS:0.98' : amountRaw,
      // That wallet leaves out what making change of a payment to a person costs.
      { 'peer-push-debit': 'KUDOS:2.12', 'peer-pull-debit': 'KUDOS:1.1' }[type] ?? amountEffective,
    ]);
    expect(lines).toHaveLength(7);
    expect(lines.map(String).toSorted()).toEqual(theirs.map(String).toSorted());
  });

  it('stays when its records come in two copies, of which one is spoiled', async () => {
    const spoiled = structuredClone(sample.content) as { withdrawal_groups: { secret_seed: string }[] };
    spoiled.withdrawal_groups[0] = { secret_seed: 'gone' };
    for (const order of [
      [sample.content, spoiled],
      [spoiled, sample.content],
    ]) {
      const store = storeInMemory(world);
      const all = await translateAll(world, store, order.map(contentOf));
      join(store, all.entries);
      // No coin is there by its seed and by itself.
      expect(pubsHere(store)).toEqual(pubsThere(contentOf(sample.content)));
      expect(
        createWallet({ world, store })
          .balances()
          .map(({ total }) => total),
      ).toEqual(['KUDOS:7.56']);
    }
  });
});
