// SPDX-License-Identifier: GPL-3.0-or-later
import { trusting } from '../support/trusting.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDatabase, type Db } from '../../electron/storage/database.ts';
import { openStore } from '../../electron/storage/store.ts';
import { createWallet } from '../../electron/wallet/wallet.ts';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { balanceAt, expectSumsAgree, fund, memoryDatabase } from './wallet-lab.ts';
import { oneExchange } from './one-exchange.ts';

const { lab, exchange, settleAll, order } = await oneExchange();

describe('an exchange in trouble costs time, not money', () => {
  test('a withdrawal survives every kind of bad answer', async () => {
    const open = lab.openWallet();
    const { faults } = exchange;
    const path = '/batch-withdraw';
    faults.once({ path }, { status: 500, code: 51 });
    faults.once({ path }, { afterHandling: true, closeConnection: true });
    faults.once({ path }, { cutBodyAt: 40 });
    faults.once({ path }, { halfJson: true });
    faults.once({ path }, { wrongDenominationSignature: true });
    faults.once({ path }, { changeJson: (body) => ({ ev_sigs: (body as { ev_sigs: unknown[] }).ev_sigs.slice(1) }) });
    await fund(lab, open, 'KUDOS:1.27');
    expect(balanceAt(open.wallet, exchange.baseUrl)).toMatchObject({ available: 'KUDOS:1.26', total: 'KUDOS:1.26' });
  });

  test('a refresh survives lost answers and wrong signatures', async () => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:4.01');
    const { faults } = exchange;
    faults.once({ path: '/melt' }, { afterHandling: true, closeConnection: true });
    faults.once({ path: '/melt' }, { lieAboutSignature: true });
    faults.once({ path: '/reveal' }, { afterHandling: true, closeConnection: true });
    faults.once({ path: '/reveal' }, { wrongDenominationSignature: true });
    const offer = mustOk(await open.wallet.preparePay((await order('KUDOS:1')).talerPayUri), 'offer');
    mustOk(await open.wallet.confirmPay(offer.purchaseId), 'payment');
    expectSumsAgree(open.wallet);
    await settleAll(open);
    const [line] = open.wallet.history().filter(({ type }) => type === 'payment');
    expect(line).toMatchObject({ state: 'done', amount: 'KUDOS:1' });
    expect(open.store.entries('refresh')).toMatchObject([{ value: { status: 'done' } }]);
  });

  test('less money than announced becomes fewer coins; more becomes more', async () => {
    const { wallet } = lab.openWallet();
    mustOk(await wallet.addExchange(exchange.baseUrl), 'exchange');
    for (const sent of ['KUDOS:0.3', 'KUDOS:2.5']) {
      const { reservePub } = mustOk(
        await wallet.withdrawManual({ exchange: exchange.baseUrl, amount: 'KUDOS:1' }),
        'withdrawal',
      );
      mustOk(lab.sandbox.bank.transferToReserve(reservePub, sent), 'transfer');
    }
    await settleAll({ wallet });
    expect(balanceAt(wallet, exchange.baseUrl).total).toBe('KUDOS:2.79');
  });
});

test('a full disk stops the wallet between two steps; with room again it finishes', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'holdfast-full-'));
  const path = join(directory, 'wallet.db');
  const open = (maxPages?: number): Db =>
    mustOk(openDatabase({ path, ...(maxPages === undefined ? {} : { maxPages }) }), 'database');
  const roomy = open();
  const first = lab.openWallet(roomy);
  mustOk(await first.wallet.addExchange(exchange.baseUrl), 'exchange');
  const { payto } = mustOk(
    await first.wallet.withdrawManual({ exchange: exchange.baseUrl, amount: 'KUDOS:170' }),
    'withdrawal',
  );
  mustOk(lab.sandbox.bank.transferToReserve(payto), 'transfer');
  const pages = roomy.sqlite.pragma('page_count', { simple: true }) as number;
  first.store.close();

  const full = lab.openWallet(open(pages));
  await expect(full.wallet.run({ untilDone: true, timeoutMs: 20_000 })).rejects.toMatchObject({ name: 'StorageFull' });
  expectSumsAgree(full.wallet);
  full.store.close();

  const again = lab.openWallet(open());
  await settleAll(again);
  const spent = amount('KUDOS:170').units - amount(balanceAt(again.wallet, exchange.baseUrl).total).units;
  // only withdraw fees: a cent for each coin of a KUDOS or more
  expect(spent).toBeLessThanOrEqual(amount('KUDOS:0.15').units);
  again.store.close();
  rmSync(directory, { recursive: true });
});

test('a withdrawal that the bank aborts is aborted, one that another wallet took is refused', async () => {
  const { wallet } = lab.openWallet();
  const operation = await lab.sandbox.bank.createWithdrawal('KUDOS:5');
  mustOk(await trusting((asked) => wallet.withdrawFromBank(operation.talerUri, asked)), 'withdrawal');
  expect((await trusting((asked) => lab.openWallet().wallet.withdrawFromBank(operation.talerUri, asked))).ok).toBe(
    false,
  );
  await operation.abort();
  await settleAll({ wallet });
  expect(wallet.history()).toMatchObject([{ type: 'withdrawal', state: 'aborted', effect: 'KUDOS:0' }]);
});

test('no request that makes coins passes a closed gate; the money stays in the reserve', async () => {
  const db = memoryDatabase();
  const store = openStore({ db, world: lab.world });
  const asked: string[] = [];
  const wallet = createWallet({
    world: lab.world,
    store,
    gate: async ({ kind }) => {
      asked.push(kind);
      return { ok: false, error: { kind: 'not-backed-up-yet' } };
    },
  });
  mustOk(await wallet.addExchange(exchange.baseUrl), 'exchange');
  const { payto, reservePub } = mustOk(
    await wallet.withdrawManual({ exchange: exchange.baseUrl, amount: 'KUDOS:1' }),
    'withdrawal',
  );
  mustOk(lab.sandbox.bank.transferToReserve(payto), 'transfer');
  const { pending } = await wallet.run();
  expect(pending).toMatchObject([{ type: 'withdrawal', waitingFor: 'provider' }]);
  // Asked again when the first delay, which is drawn from nothing upward, was next to nothing.
  expect(new Set(asked)).toEqual(new Set(['withdrawal']));
  expect(exchange.reserveBalance(reservePub)).toBe('KUDOS:1');
  expect(store.coins({})).toEqual([]);
});

test('a step that finishes without having done anything does not run hot', async () => {
  const open = lab.openWallet();
  mustOk(await open.wallet.addExchange(exchange.baseUrl), 'exchange');
  const { id } = mustOk(
    await open.wallet.withdrawManual({ exchange: exchange.baseUrl, amount: 'KUDOS:1' }),
    'withdrawal',
  );
  // Two copies can join into what neither wrote: a transfer by hand that waits for a bank's confirmation.
  const before = open.store.entry('withdrawal', id)?.value;
  if (!before) throw new Error('no withdrawal');
  const odd = lab.openWallet();
  odd.store.transaction((tx) => tx.put('withdrawal', id, { ...before, status: 'awaiting-confirmation' }));
  const { pending } = await odd.wallet.run({ timeoutMs: 20_000 });
  expect(pending).toMatchObject([{ id, attempts: 1 }]);
});
