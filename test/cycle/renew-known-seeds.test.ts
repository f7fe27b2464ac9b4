// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import type { SandboxExchange } from '../../electron/sandbox/exchange/exchange.ts';
import { mustOk } from '../../shared/result.ts';
import { rich, unitsAt } from './peer-lab.ts';
import { aroundExchange } from './one-exchange.ts';
import { expectSumsAgree, runToRest, type OpenWallet, type WalletLab } from './wallet-lab.ts';

// Whoever knows a wallet's coins (a sheet of a wallet that was left, another device) may also know the seeds that were in use
// when its coins were renewed: what comes of those is not kept as it is either.

let lab: WalletLab;
let exchange: SandboxExchange;
aroundExchange({}, (opened, first) => {
  lab = opened;
  exchange = first;
});

/** What a copy from before holds can pay for nothing any more. */
const expectKnownToNobody = async (open: OpenWallet, known: ReturnType<OpenWallet['store']['snapshot']>) => {
  await runToRest(lab, open.wallet);
  expectSumsAgree(open.wallet);
  const total = unitsAt(open, exchange.baseUrl);
  const copy = lab.openWallet();
  copy.store.transaction((tx) => tx.join(known));
  await runToRest(lab, copy.wallet);
  await copy.wallet.auditCoins();
  await runToRest(lab, copy.wallet);
  expect(unitsAt(copy, exchange.baseUrl)).toBe(0n);
  expect((await open.wallet.auditCoins()).spentElsewhere).toBe(0);
  expect(unitsAt(open, exchange.baseUrl)).toBe(total);
};

test('of a renewal that was under way', async () => {
  const alice = await rich(lab, 'KUDOS:4.01');
  exchange.faults.once({ path: '/reveal' }, { status: 503 });
  alice.wallet.renewCoins();
  await alice.wallet.run();
  const known = alice.store.snapshot();
  expect(alice.wallet.renewCoins()).toBe(0);
  await expectKnownToNobody(alice, known);
  // Only once: what is new is left alone.
  const fresh = alice.store.coins({ status: 'fresh' }).map(({ id }) => id);
  await runToRest(lab, alice.wallet);
  expect(alice.store.coins({ status: 'fresh' }).map(({ id }) => id)).toEqual(fresh);
});

test('of a withdrawal that was under way', async () => {
  const alice = lab.openWallet();
  mustOk(await alice.wallet.addExchange(exchange.baseUrl), 'exchange');
  const { payto } = mustOk(
    await alice.wallet.withdrawManual({ exchange: exchange.baseUrl, amount: 'KUDOS:3.02' }),
    'withdrawal',
  );
  mustOk(lab.sandbox.bank.transferToReserve(payto), 'transfer');
  exchange.faults.once({ path: /withdraw$/ }, { status: 503 });
  await alice.wallet.run();
  const known = alice.store.snapshot();
  expect(alice.wallet.renewCoins()).toBe(0);
  await expectKnownToNobody(alice, known);
});
