// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import { backupStatus } from '../../electron/backup/safety/status.ts';
import type { Coin } from '../../electron/state/entry.ts';
import { openDatabase } from '../../electron/storage/database.ts';
import { openStore } from '../../electron/storage/store.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { createWallet } from '../../electron/wallet/wallet.ts';
import { realWorld } from '../../electron/world.ts';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';

const HOSTILE = 'https://hostile.example/';
const HONEST = 'https://honest.example/';
const LARGEST = 'KUDOS:4503599627370496.99999999';
const bytes = (length: number): string => bytesToCrock(new Uint8Array(length).fill(7));
const coin = (exchange: string, sourceId: string, v: string): Coin => ({
  source: 'withdrawal',
  source_id: sourceId,
  exchange,
  h: bytes(64),
  v,
  status: 'fresh',
  remaining: v,
  sig: 'ABCD',
});

test('an exchange whose sums leave the range does not take the views of the others down', () => {
  const world = { ...realWorld(), now: () => 1e12, randomBytes: (n: number) => new Uint8Array(n) };
  const store = openStore({ db: mustOk(openDatabase({ path: ':memory:' }), 'database'), world });
  const wallet = createWallet({ world, store });
  const withdrawal = (exchange: string, sum: string, n: number, v: string) => ({
    exchange,
    master_pub: bytes(32),
    reserve: bytes(32),
    amount: sum,
    created: { t_s: 1e9 },
    origin: { type: 'manual' as const, payto: 'payto://x' },
    status: 'withdrawing' as const,
    batches: {
      [`batch of ${exchange}`]: { seed: bytes(32), selection: [{ h: bytes(64), n, v }], status: 'sent' as const },
    },
  });
  store.transaction((tx) => {
    tx.put('withdrawal', 'w1', withdrawal(HOSTILE, LARGEST, 1_000, LARGEST));
    tx.put('withdrawal', 'w2', withdrawal(HONEST, 'KUDOS:3', 0, 'KUDOS:1'));
    for (const at of [0, 1, 2]) tx.put('coin', `b1/${at}`, coin(HOSTILE, 'w1', LARGEST));
    tx.put('coin', 'b2/0', coin(HONEST, 'w2', 'KUDOS:3'));
  });
  const balances = wallet.balances();
  expect(balances.find(({ exchange }) => exchange === HONEST)).toEqual({
    exchange: HONEST,
    currency: 'KUDOS',
    available: 'KUDOS:3',
    incoming: 'KUDOS:0',
    outgoing: 'KUDOS:0',
    total: 'KUDOS:3',
  });
  expect(balances.find(({ exchange }) => exchange === HOSTILE)).toMatchObject({
    available: LARGEST,
    total: LARGEST,
    notes: [{ kind: 'beyond-amounts' }],
  });
  // Every sum that is shown can be read as an amount again; screens rely on it.
  for (const { effect, fees } of wallet.history())
    for (const text of [effect, fees]) expect(() => amount(text.replace(':-', ':'))).not.toThrow();
  expect(wallet.whatIsLeft().unsettled).toContain(LARGEST);
  expect(backupStatus({ world, store }).safety.lost).toEqual([LARGEST]);
  store.close();
});
