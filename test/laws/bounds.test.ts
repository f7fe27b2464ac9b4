// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { createBackup } from '../../electron/backup/backup.ts';
import type { Backup } from '../../electron/backup/contract.ts';
import { newRootSecret } from '../../electron/backup/root-secret.ts';
import { contentFromJson } from '../../electron/state/content.ts';
import { type CarriedEntry, type Coin, exchangeId, type Kind, readEntry } from '../../electron/state/entry.ts';
import type { Store } from '../../electron/storage/store.ts';
import { createWallet, type Wallet } from '../../electron/wallet/wallet.ts';
import { realWorld } from '../../electron/world.ts';
import { mustOk } from '../../shared/result.ts';
import { bytes, coin, deposit, EXCHANGE, purchase, purse, refresh, withdrawal } from '../unit/ledger-entries.ts';
import { inTurn } from '../support/seed.ts';
import {
  coinWithSeed,
  namedDeposit,
  namedPurse,
  namedRefresh,
  namedReserve,
  namedWithdrawal,
} from '../support/committed.ts';
import { NOON, storeAt, worldAt } from './stores.ts';

// Whatever stands in one field of one entry, every view of the wallet still answers, and the money of the other entries is there. An
// ordinary run spoils every other field, and the others with the next commit.

const COIN = { c: 'KUDOS:1', fee: 'KUDOS:0', s: 'reserved' };
const own = { ...purse, purse_priv: bytes(32, 7), merge_priv: bytes(32, 8) };
const SELECTION = [{ h: bytes(64, 3), n: 1, v: 'KUDOS:1' }];
const TIME = { t_s: NOON / 1000 };

/** One entry of each kind, with every field that the views look at. */
const whole: { readonly [K in Kind]: readonly [id: string, value: Record<string, unknown>] } = {
  device: ['OTHER', { epoch: 1, status: 'active', name: 'Other', last_clock: `${NOON}-00000-OTHER` }],
  provider: [
    'https://sync.example/',
    {
      name: 'Sync',
      provider_kind: 'sync',
      removed: false,
      max_total: 'KUDOS:1',
      agreed_orders: ['ABCD'],
      max_fee: 'KUDOS:1',
      annual_fee: 'KUDOS:1',
      paid_until: TIME,
      liability: 'KUDOS:1',
      storage_limit_mb: 1,
      directory: '/media/stick',
    },
  ],
  exchange: [
    exchangeId(EXCHANGE, bytes(32, 1)),
    { base_url: EXCHANGE, master_pub: bytes(32, 1), currency: 'KUDOS', fields: {} },
  ],
  reserve: [
    bytes(32, 2),
    {
      priv: bytes(32, 9),
      exchange: EXCHANGE,
      master_pub: bytes(32, 1),
      purpose: 'withdraw',
      created: TIME,
      status: 'funded',
    },
  ],
  withdrawal: [
    'w',
    {
      ...withdrawal({ status: 'withdrawing', arrived: 'KUDOS:10' }),
      batches: { b: { seed: bytes(32, 5), selection: SELECTION, status: 'planned', scheme: 1 } },
      why: 'x',
    },
  ],
  refresh: [
    'r',
    {
      ...refresh({ selection: [...SELECTION], status: 'melted', melt_amount: 'KUDOS:1', purchase: 'p', why: 'x' }),
      refunds: ['f'],
    },
  ],
  coin: ['b/0', { ...coin('w', 100), sigs: { ABCD: true }, master_pub: bytes(32, 1) }],
  purchase: [
    'p',
    {
      ...purchase({ status: 'paying' }),
      terms: { summary: 'tea' },
      h_contract: bytes(64, 1),
      merchant_sig: bytes(64, 2),
      coins: { 'c/0': COIN },
      fees: 'KUDOS:0',
      provider: 'https://sync.example/',
      paid_at: TIME,
      refunds: { f: { amount: 'KUDOS:1' } },
      why: 'x',
    },
  ],
  refund: [
    'f',
    {
      purchase: 'p',
      coin: 'c/0',
      rtransaction_id: 1,
      amount: 'KUDOS:1',
      fee: 'KUDOS:0',
      created: TIME,
      status: 'done',
      refresh: 'r',
      why: 'x',
    },
  ],
  deposit: ['d', { ...deposit, coins: { 'c/1': COIN }, wire_fee: 'KUDOS:0', status: 'deposited', why: 'x' }],
  'push-out': [
    bytes(32, 11),
    {
      ...own,
      coins: { 'c/2': COIN },
      status: 'created',
      terms: { summary: 'a' },
      purse_expiration: TIME,
      h_contract: bytes(64, 1),
      called_back: 1,
    },
  ],
  'push-in': [
    bytes(32, 12),
    {
      ...purse,
      status: 'merged',
      purse_expiration: TIME,
      merge_timestamp: TIME,
      reserve: bytes(32, 2),
      withdrawal: 'w',
      terms: { summary: 'a' },
      h_contract: bytes(64, 1),
    },
  ],
  'pull-out': [
    bytes(32, 13),
    {
      ...own,
      reserve: bytes(32, 2),
      merge_timestamp: TIME,
      purse_fee: 'KUDOS:0',
      withdrawal: 'w',
      status: 'open',
      purse_expiration: TIME,
      terms: { summary: 'a' },
      h_contract: bytes(64, 1),
    },
  ],
  'pull-in': [
    bytes(32, 14),
    {
      ...purse,
      coins: { 'c/3': COIN },
      status: 'paying',
      purse_expiration: TIME,
      terms: { summary: 'a' },
      h_contract: bytes(64, 1),
    },
  ],
  setting: ['copies-wanted', { value: 1 }],
  tombstone: ['exchange x', { until: TIME }],
  gone: [
    'x',
    {
      seeds: { 'x-1': 1 },
      entries: {
        'reserve x-2': 1,
        'purchase x-3': [
          ['payment', 'done', NOON / 1000, EXCHANGE, 'KUDOS', '1', '0.1', '-1.1', 'shop', 'tea'],
          ['refund', 'done', NOON / 1000, EXCHANGE, 'KUDOS', '1', '0', '1', 'shop', 'tea', 'refund x-3'],
        ],
      },
    },
  ],
};

const EXTREMES: readonly unknown[] = [
  Number.MAX_SAFE_INTEGER,
  2 ** 31 - 1,
  -1,
  0.5,
  '',
  'nowhere',
  'ftp://x/',
  'https://exchange.example:99999/',
  'A'.repeat(60_000),
  '9999999999999-99999-Z',
  'KUDOS:4503599627370496.99999999',
  'EUR:1',
  'KUDOS:0',
  { t_s: Number.MAX_SAFE_INTEGER },
  { t_s: 8_640_000_000_000 },
  { t_s: 'never' },
  { t_s: 0 },
  { x: { c: 'KUDOS:4503599627370496', fee: 'KUDOS:0', s: 'reserved' } },
  [{ h: bytes(64, 3), n: Number.MAX_SAFE_INTEGER, v: 'KUDOS:1' }],
  [{ h: bytes(64, 3), n: 4096, v: 'KUDOS:4503599627370496' }],
  [],
  {},
  null,
  true,
];

const carried = (kind: string, id: string, value: unknown, clock = `${NOON}-00000-Z`): CarriedEntry => ({
  kind,
  id,
  clock,
  value,
});

/** What asks for everything there is to see, and gives the ids of the coins that can be spent. */
const viewerOf = (store: Store): (() => readonly string[]) => {
  const world = worldAt({ ms: NOON });
  const wallet = createWallet({ world, store });
  const backup = createBackup({ world, store, wallet });
  return () => lookAt(wallet, backup, store);
};

const lookAt = (wallet: Wallet, backup: Backup, store: Store): readonly string[] => {
  wallet.balances();
  wallet.history();
  wallet.pending();
  wallet.exchanges();
  wallet.peer.list();
  wallet.whatIsLeft();
  backup.providers();
  backup.status();
  backup.devices();
  backup.recoveryText();
  backup.emptyStatus();
  return store.coins({ status: 'fresh' }).map((each) => each.id);
};

const [MONEY, SEED] = coinWithSeed(
  coin('v', 500),
  withdrawal({ reserve: bytes(32, 70) }),
  { seed: bytes(32, 77) },
  `${NOON}-00000-Z`,
);

/** Under the name it would have: whoever knows the secret can make ids and keys of whatever he likes. */
const named = (kind: string, id: string, value: Record<string, unknown>): readonly CarriedEntry[] => {
  const entryOf = (made: { readonly id: string; readonly value: unknown }) => [carried(kind, made.id, made.value)];
  switch (kind) {
    case 'reserve':
      return entryOf(namedReserve(value));
    case 'push-out':
    case 'pull-out':
      return entryOf(namedPurse(value));
    case 'withdrawal': {
      const { batches } = value;
      const isMap = typeof batches === 'object' && batches !== null;
      return entryOf(
        namedWithdrawal(
          value,
          isMap ? Object.values(batches as Record<string, object>).map((each) => ({ ...each })) : [],
        ),
      );
    }
    case 'refresh':
      return entryOf(namedRefresh(value));
    case 'deposit':
      return entryOf(namedDeposit(value));
    case 'coin':
      return coinWithSeed(value as Coin, withdrawal(), { seed: bytes(32, 5) }, `${NOON}-00000-Z`);
    default:
      return [carried(kind, id, value)];
  }
};

describe.each(Object.entries(whole))('a %s', (kind, [id, value]) => {
  test('is a good one to begin with, and every view answers', () => {
    const entries = named(kind, id, value);
    const content = mustOk(contentFromJson(JSON.stringify({ format: 1, entries })), 'a content');
    expect(content.filter(({ quarantined }) => quarantined)).toEqual([]);
    for (const entry of content) expect(readEntry(entry)).toBeDefined();
  });

  test.each(inTurn(`bounds, ${kind}`, Object.keys(value), 2))(
    'with anything in its %s stops no view, and hides no other money',
    (field) => {
      const store = storeAt({ ms: NOON });
      store.transaction((tx) => tx.local.setRootSecret(newRootSecret(realWorld())));
      const views = viewerOf(store);
      for (const extreme of EXTREMES) {
        const changed = { ...value, [field]: extreme };
        const entries = [MONEY, SEED, ...named(kind, id, changed), carried(kind, id, changed)];
        const content = mustOk(contentFromJson(JSON.stringify({ format: 1, entries })), 'a content');
        store.transaction((tx) => tx.join(content));
        expect({ extreme, ids: views() }).toMatchObject({ ids: expect.arrayContaining([MONEY.id]) as unknown });
        store.transaction((tx) => tx.takeAway(tx.snapshot()));
      }
      store.close();
    },
  );
});
