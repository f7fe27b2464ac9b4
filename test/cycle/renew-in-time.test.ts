// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Gate } from '../../electron/wallet/context.ts';
import { createWallet } from '../../electron/wallet/wallet.ts';
import { err, ok } from '../../shared/result.ts';
import { balanceAt, expectSumsAgree, fund, startWalletLab, type OpenWallet, type WalletLab } from './wallet-lab.ts';

// Looks at old coins are a day apart and renewals wait up to another: coins that end before are looked at and renewed before.

const HOUR = 3600_000;
const MINUTE = 60_000;
const DAY = 24 * HOUR;

type HasWallet = Pick<OpenWallet, 'wallet'>;

let lab: WalletLab;
beforeAll(async () => {
  const issuing = (withdrawMs: number, depositMs: number, renewBeforeMs: number) => ({
    denominations: ['0.01', '0.1', '1'].map((value) => ({ value, withdrawMs, depositMs, renewBeforeMs })),
  });
  lab = await startWalletLab({
    exchanges: [
      issuing(2 * DAY, 8 * DAY, 12 * HOUR),
      issuing(60 * HOUR, 60 * HOUR, HOUR),
      issuing(6 * HOUR, 12 * HOUR, 2 * HOUR),
    ],
  });
});
afterAll(() => lab.close());

/** A wallet with six coins from one of the exchanges. */
const funded = async (exchange: number): Promise<OpenWallet> => {
  const open = lab.openWallet();
  await fund(lab, open, 'KUDOS:1.23', exchange);
  return open;
};
/** So long of wallets that are open all the while, and run so often. */
const live = async (wallets: readonly HasWallet[], ms: number, everyMs = HOUR / 2): Promise<void> => {
  for (let passed = 0; passed < ms; passed += everyMs) {
    lab.travel(everyMs);
    for (const { wallet } of wallets) await wallet.run();
  }
};
const expectWhole = ({ wallet }: HasWallet, exchange: number): void => {
  const { baseUrl } = lab.sandbox.exchanges[exchange] ?? { baseUrl: '' };
  expect(balanceAt(wallet, baseUrl)).toMatchObject({ available: 'KUDOS:1.23', total: 'KUDOS:1.23' });
  expectSumsAgree(wallet);
};

test('coins that are found twelve hours before their end are renewed at once, or while a copy can be made, be it 40 minutes before', async () => {
  const open = await funded(0);
  const { store } = await funded(0);
  let isClosed = true;
  const gate: Gate = async () =>
    isClosed ? err({ kind: 'not-backed-up-yet', staysIn: 'coin', why: 'no-copy' }) : ok(undefined);
  const behind = { wallet: createWallet({ world: lab.world, store, gate }) };
  // A denomination begins an hour before it is listed.
  lab.travel(8 * DAY - 13 * HOUR);
  // The computer may be off again in a moment.
  await open.wallet.run();
  expect(open.store.entries('refresh').map(({ value }) => value.status)).toEqual(Array(6).fill('done'));
  await live([open, behind], 11 * HOUR + 20 * MINUTE, 20 * MINUTE);
  isClosed = false;
  await live([open, behind], HOUR, 10 * MINUTE);
  expectWhole(open, 0);
  expectWhole(behind, 0);
});

test('coins that are not due yet at a look, and would end before the next one a day later', async () => {
  const open = await funded(1);
  lab.travel(42 * HOUR);
  await live([open], DAY);
  expectWhole(open, 1);
});

test('coins that live for half a day, of which most come between two looks', async () => {
  const open = await funded(2);
  await live([open], 14 * HOUR);
  expectWhole(open, 2);
});
