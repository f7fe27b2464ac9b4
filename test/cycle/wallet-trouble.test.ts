// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { SandboxExchange } from '../../electron/sandbox/exchange/exchange.ts';
import { openDatabase, type Db } from '../../electron/storage/database.ts';
import { openStore } from '../../electron/storage/store.ts';
import { explainFailure } from '../../electron/wallet/explain.ts';
import { createWallet } from '../../electron/wallet/wallet.ts';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import {
  balanceAt,
  expectSumsAgree,
  fund,
  memoryDatabase,
  runToRest,
  startWalletLab,
  type OpenWallet,
  type WalletLab,
} from './wallet-lab.ts';

let lab: WalletLab;
let exchange: SandboxExchange;
beforeAll(async () => {
  lab = await startWalletLab();
  const [first] = lab.sandbox.exchanges;
  if (!first) throw new Error('no exchange');
  exchange = first;
});
afterEach(() => {
  lab.sandbox.assertAllFaultsHappened();
  exchange.faults.clear();
});
afterAll(() => lab.close());

const settleAll = async ({ wallet }: Pick<OpenWallet, 'wallet'>): Promise<void> => {
  await runToRest(lab, wallet);
  expectSumsAgree(wallet);
};

/** Another installation with the same entries, as an old backup makes one. */
const copyOf = ({ store }: OpenWallet): OpenWallet => {
  const copy = lab.openWallet();
  copy.store.transaction((tx) => tx.join(store.snapshot()));
  return copy;
};

const order = (text: string, summary = 'tea') => lab.sandbox.merchant.createOrder({ amount: text, summary });

describe('bad input is refused by name, and nothing changes', () => {
  test('amounts, currencies, addresses', async () => {
    const { wallet, store } = lab.openWallet();
    mustOk(await wallet.addExchange(exchange.baseUrl), 'exchange');
    const before = store.revision();
    const refusals: readonly (readonly [Promise<{ readonly ok: boolean }>, string])[] = [
      [wallet.withdrawManual({ exchange: exchange.baseUrl, amount: '5' }), 'malformed-amount'],
      [wallet.withdrawManual({ exchange: exchange.baseUrl, amount: 'KUDOS:-1' }), 'malformed-amount'],
      [wallet.withdrawManual({ exchange: exchange.baseUrl, amount: 'KUDOS:9007199254740993' }), 'amount-too-large'],
      [wallet.withdrawManual({ exchange: exchange.baseUrl, amount: 'EUR:5' }), 'wrong-currency'],
      [wallet.withdrawManual({ exchange: exchange.baseUrl, amount: 'KUDOS:0' }), 'amount-is-zero'],
      [wallet.withdrawManual({ exchange: exchange.baseUrl, amount: 'KUDOS:0.001' }), 'no-denominations'],
      [wallet.withdrawManual({ exchange: 'ftp://x/', amount: 'KUDOS:5' }), 'malformed-base-url'],
      [wallet.withdrawFromBank('http://bank/withdraw/1'), 'malformed-taler-uri'],
      [wallet.withdrawFromBank('taler://pay/shop.example/1/'), 'wrong-taler-uri'],
      [wallet.preparePay('taler://withdraw/bank.example/1'), 'wrong-taler-uri'],
      [wallet.preparePay('taler://pay/'), 'malformed-taler-uri'],
      [wallet.confirmPay('nothing'), 'unknown-purchase'],
      [wallet.addExchange(lab.sandbox.merchant.baseUrl), 'not-an-exchange'],
      [wallet.addExchange('http://127.0.0.1:1/'), 'unreachable'],
    ];
    for (const [attempt, kind] of refusals) {
      const result = (await attempt) as Awaited<ReturnType<typeof wallet.addExchange>>;
      if (result.ok) throw new Error(`accepted: ${kind}`);
      expect(result.error.kind).toBe(kind);
      expect(explainFailure(result.error)).toMatch(/^[^\n]{10,}[.!]$/);
    }
    expect(store.revision()).toBe(before);
  });

  test.each(['denominations', 'signkeys', 'accounts', 'wire-fees', 'global-fees'] as const)(
    'an exchange whose %s its master key did not sign',
    async (what) => {
      const { wallet, store } = lab.openWallet();
      exchange.faults.always({ path: '/keys' }, { badMasterSignature: what });
      const added = await wallet.addExchange(exchange.baseUrl);
      expect(added).toMatchObject({ ok: false, error: { kind: 'bad-master-signature' } });
      expect(store.entries('exchange')).toEqual([]);
      expect(wallet.exchanges()).toEqual([]);
    },
  );

  test('an exchange of an unknown version', async () => {
    const { wallet } = lab.openWallet();
    exchange.faults.always({ path: '/config' }, { unknownVersion: '99:0:0' });
    expect(await wallet.addExchange(exchange.baseUrl)).toMatchObject({
      ok: false,
      error: { kind: 'unsupported-version', version: '99:0:0' },
    });
  });

  test('an exchange whose clock and ours are years apart', async () => {
    const world = { ...lab.world, now: () => lab.world.now() + 3 * 365 * 24 * 3600_000 };
    const store = openStore({ db: memoryDatabase(), world });
    const added = await createWallet({ world, store }).addExchange(exchange.baseUrl);
    expect(added).toMatchObject({ ok: false, error: { kind: 'clock-skew' } });
    expect(store.entries('exchange')).toEqual([]);
  });

  test('another master key under a known address is a conflict, never written over', async () => {
    const { wallet, store } = lab.openWallet();
    mustOk(await wallet.addExchange(exchange.baseUrl), 'exchange');
    const [known] = store.entries('exchange');
    const other = lab.openWallet();
    const foreign = 'A'.repeat(52).replace(/.$/, '0');
    other.store.transaction((tx) =>
      tx.put('exchange', `${exchange.baseUrl} ${foreign}`, {
        base_url: exchange.baseUrl,
        master_pub: foreign,
        currency: 'KUDOS',
        fields: {},
      }),
    );
    expect(await other.wallet.addExchange(exchange.baseUrl)).toMatchObject({
      ok: false,
      error: { kind: 'master-key-changed' },
    });
    expect(other.store.entries('exchange')).toHaveLength(1);
    expect(other.wallet.exchanges()).toMatchObject([
      { state: 'conflict', note: expect.stringContaining('nothing is sent there') },
    ]);
    expect(known?.value.currency).toBe('KUDOS');
  });

  test('two master keys, one of them from another copy: what is said of the money there is so', async () => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:4.01');
    const foreign = 'A'.repeat(52).replace(/.$/, '0');
    open.store.transaction((tx) =>
      tx.put('exchange', `${exchange.baseUrl} ${foreign}`, {
        base_url: exchange.baseUrl,
        master_pub: foreign,
        currency: 'KUDOS',
        fields: {},
      }),
    );
    expect(open.wallet.exchanges()).toMatchObject([
      { state: 'conflict', note: expect.stringContaining('only money held with the one it answers with is used') },
    ]);
    const offer = mustOk(await open.wallet.preparePay((await order('KUDOS:1')).talerPayUri), 'offer');
    expect(mustOk(await open.wallet.confirmPay(offer.purchaseId), 'payment').state).toBe('paid');
    await settleAll(open);
  });
});

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

describe('two copies of one wallet', () => {
  test('the second spends what is left: the spent coin is replaced after its history was read', async () => {
    const first = lab.openWallet();
    await fund(lab, first, 'KUDOS:2.02');
    await fund(lab, first, 'KUDOS:4.01');
    const second = copyOf(first);
    const bought = mustOk(await first.wallet.preparePay((await order('KUDOS:3.9')).talerPayUri), 'offer');
    mustOk(await first.wallet.confirmPay(bought.purchaseId), 'payment');

    const again = await order('KUDOS:1.5');
    const offer = mustOk(await second.wallet.preparePay(again.talerPayUri), 'offer');
    // Its only reasonable coin is the one it does not know to be spent.
    for (const { id, value } of second.store.coins({ status: 'fresh' })) {
      if (value.v === 'KUDOS:2') second.store.transaction((tx) => tx.put('coin', id, { ...value, status: 'in-use' }));
    }
    expect((await second.wallet.confirmPay(offer.purchaseId)).ok).toBe(false);
    expectSumsAgree(second.wallet);
    expect(second.wallet.history().some(({ type }) => type === 'spent-elsewhere')).toBe(true);
    await settleAll(second);
    const third = mustOk(await second.wallet.preparePay((await order('KUDOS:1.5')).talerPayUri), 'offer');
    expect(mustOk(await second.wallet.confirmPay(third.purchaseId), 'payment').state).toBe('paid');
    await settleAll(second);
  });

  test('a coin in its place: the payment still succeeds', async () => {
    const first = lab.openWallet();
    await fund(lab, first, 'KUDOS:2.02');
    await fund(lab, first, 'KUDOS:4.01');
    const second = copyOf(first);
    const spent = mustOk(await first.wallet.preparePay((await order('KUDOS:1.9')).talerPayUri), 'offer');
    mustOk(await first.wallet.confirmPay(spent.purchaseId), 'payment');
    const offer = mustOk(await second.wallet.preparePay((await order('KUDOS:1.9')).talerPayUri), 'offer');
    expect(mustOk(await second.wallet.confirmPay(offer.purchaseId), 'payment').state).toBe('paid');
    await settleAll(second);
    const [line] = second.wallet.history().filter(({ type }) => type === 'payment');
    expect(line).toMatchObject({ state: 'done', amount: 'KUDOS:1.9' });
    const [bought] = second.store.entries('purchase');
    expect(
      Object.values(bought?.value.coins ?? {})
        .map(({ s }) => s)
        .sort(),
    ).toEqual(['paid', 'released']);
    expect(second.wallet.history().some(({ type }) => type === 'spent-elsewhere')).toBe(true);
  });

  test('an audit lowers what the other copy spent, and says so', async () => {
    const first = lab.openWallet();
    await fund(lab, first, 'KUDOS:4.01');
    const second = copyOf(first);
    const offer = mustOk(await first.wallet.preparePay((await order('KUDOS:1.5')).talerPayUri), 'offer');
    mustOk(await first.wallet.confirmPay(offer.purchaseId), 'payment');
    await settleAll(first);

    const report = await second.wallet.auditCoins({}, 'find');
    // The first copy renewed its change: that is found again with the old coin, only the price is gone.
    expect(report).toMatchObject({
      checked: 1,
      spentElsewhere: 1,
      lost: ['KUDOS:1.5'],
      unchecked: 0,
      exchangesSilent: [],
    });
    expect(balanceAt(second.wallet, exchange.baseUrl).total).toBe(balanceAt(first.wallet, exchange.baseUrl).total);
    await settleAll(second);
  });

  test('an exchange that is silent during an audit changes nothing and is named', async () => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:4.01');
    exchange.faults.always({ path: '/history' }, { closeConnection: true });
    const report = await open.wallet.auditCoins();
    expect(report).toMatchObject({ checked: 0, spentElsewhere: 0, unchecked: 1, exchangesSilent: [exchange.baseUrl] });
    expect(balanceAt(open.wallet, exchange.baseUrl).total).toBe('KUDOS:4');
  });

  test('both renew the same coin, then learn of each other: one renewal wins, nothing hangs, nothing is counted twice', async () => {
    const first = lab.openWallet();
    await fund(lab, first, 'KUDOS:4.01');
    const second = copyOf(first);
    first.wallet.renewCoins();
    await settleAll(first);
    second.wallet.renewCoins();
    // Plans its own refresh of the coin, and is refused; then it hears what the first copy did.
    await second.wallet.run();
    second.store.transaction((tx) => tx.join(first.store.snapshot()));
    await settleAll(second);
    first.store.transaction((tx) => tx.join(second.store.snapshot()));
    await settleAll(first);
    for (const { wallet } of [first, second]) {
      expect(balanceAt(wallet, exchange.baseUrl).total).toBe(balanceAt(first.wallet, exchange.baseUrl).total);
      expect((await wallet.auditCoins()).spentElsewhere).toBe(0);
    }
    expect(amount(balanceAt(first.wallet, exchange.baseUrl).total).units).toBeGreaterThan(amount('KUDOS:3.9').units);
  });

  test('after a restore all coins are exchanged for new ones', async () => {
    const first = lab.openWallet();
    await fund(lab, first, 'KUDOS:4.5');
    const second = copyOf(first);
    const before = amount(balanceAt(second.wallet, exchange.baseUrl).total).units;
    const old = second.store.coins({ status: 'fresh' }).map(({ id }) => id);
    expect(second.wallet.renewCoins()).toBe(old.length);
    await settleAll(second);
    const { total, available } = balanceAt(second.wallet, exchange.baseUrl);
    expect(available).toBe(total);
    expect(second.store.coins({ status: 'fresh' }).filter(({ id }) => old.includes(id))).toEqual([]);
    const [line] = second.wallet.history().filter(({ type }) => type === 'refresh');
    expect(amount(total).units).toBe(before - amount(line?.fees ?? '').units);
  });
});

describe('orders', () => {
  test('over nothing: claimed and paid with no coins', async () => {
    const { wallet } = lab.openWallet();
    const free = await order('KUDOS:0');
    const offer = mustOk(await wallet.preparePay(free.talerPayUri), 'offer');
    expect(offer).toMatchObject({ total: 'KUDOS:0', payable: true });
    expect(mustOk(await wallet.confirmPay(offer.purchaseId, { provider: 'https://p.example/' }), 'payment').state).toBe(
      'paid',
    );
    expect(free.status()).toBe('paid');
    expect(wallet.history()).toMatchObject([{ type: 'provider-fee', party: 'https://p.example/', effect: 'KUDOS:0' }]);
  });

  test('too dear: says what there is; nothing is reserved', async () => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:1.01');
    const offer = mustOk(await open.wallet.preparePay((await order('KUDOS:5')).talerPayUri), 'offer');
    expect(offer.payable).toBe(false);
    expect(offer.why).toContain('KUDOS:1 can be spent');
    expect(await open.wallet.confirmPay(offer.purchaseId)).toMatchObject({
      ok: false,
      error: { kind: 'insufficient-balance' },
    });
    expect(balanceAt(open.wallet, exchange.baseUrl)).toMatchObject({ available: 'KUDOS:1', outgoing: 'KUDOS:0' });
  });

  test('the same address twice is the same purchase; another wallet is told', async () => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:1.5');
    const { talerPayUri } = await order('KUDOS:0.3');
    const [a, b] = await Promise.all([open.wallet.preparePay(talerPayUri), open.wallet.preparePay(talerPayUri)]);
    expect(mustOk(a, 'a').purchaseId).toBe(mustOk(b, 'b').purchaseId);
    expect(await lab.openWallet().wallet.preparePay(talerPayUri)).toMatchObject({
      ok: false,
      error: { kind: 'order-claimed-elsewhere' },
    });
    const id = mustOk(a, 'a').purchaseId;
    const both = await Promise.all([open.wallet.confirmPay(id), open.wallet.confirmPay(id)]);
    expect(both).toMatchObject([
      { ok: true, value: { state: 'paid' } },
      { ok: true, value: { state: 'paid' } },
    ]);
    await settleAll(open);
    expect(open.wallet.history().filter(({ type }) => type === 'payment')).toHaveLength(1);
    expect(mustOk(await open.wallet.preparePay(talerPayUri), 'again')).toMatchObject({ payable: false });
  });

  test('refused after coins were sent: they come back, less the fee of renewing them', async () => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:4.01');
    const offer = mustOk(await open.wallet.preparePay((await order('KUDOS:1')).talerPayUri), 'offer');
    lab.sandbox.merchant.faults.once({ path: '/pay' }, { status: 410, code: 2161 });
    expect(await open.wallet.confirmPay(offer.purchaseId)).toMatchObject({
      ok: false,
      error: { kind: 'purchase-closed' },
    });
    expectSumsAgree(open.wallet);
    await settleAll(open);
    const [line] = open.wallet.history().filter(({ type }) => type === 'payment');
    expect(line).toMatchObject({ state: 'expired', amount: 'KUDOS:1' });
    const lost = amount('KUDOS:4').units - amount(balanceAt(open.wallet, exchange.baseUrl).available).units;
    expect(lost).toBe(amount(line?.fees ?? '').units);
    expect(lost).toBeLessThan(amount('KUDOS:0.1').units);
  });

  test('a merchant in trouble: the payment is pending, and goes through later', async () => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:4.01');
    const bought = await order('KUDOS:1');
    const offer = mustOk(await open.wallet.preparePay(bought.talerPayUri), 'offer');
    lab.sandbox.merchant.faults.once({ path: '/pay' }, { status: 503 });
    lab.sandbox.merchant.faults.once({ path: '/pay' }, { lieAboutSignature: true });
    expect(mustOk(await open.wallet.confirmPay(offer.purchaseId), 'payment').state).toBe('pending');
    expect(open.wallet.pending()).toMatchObject([{ type: 'payment', waitingFor: 'merchant', attempts: 1 }]);
    expect(balanceAt(open.wallet, exchange.baseUrl).outgoing).not.toBe('KUDOS:0');
    expectSumsAgree(open.wallet);
    await settleAll(open);
    expect(bought.status()).toBe('paid');
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
  mustOk(await wallet.withdrawFromBank(operation.talerUri), 'withdrawal');
  expect((await lab.openWallet().wallet.withdrawFromBank(operation.talerUri)).ok).toBe(false);
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
  expect(asked).toEqual(['withdrawal']);
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
