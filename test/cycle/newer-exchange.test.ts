// SPDX-License-Identifier: GPL-3.0-or-later
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SandboxExchange } from '../../electron/sandbox/exchange/exchange.ts';
import { contentToJson } from '../../electron/state/content.ts';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { install } from '../support/backup-rig.ts';
import { economyHttp } from '../support/economy.ts';
import { throughOlder } from '../support/older-program.ts';
import { aroundExchange } from './one-exchange.ts';
import { balanceAt, expectSumsAgree, fund, runToRest, type OpenWallet, type WalletLab } from './wallet-lab.ts';

// An exchange of today, which was read and never met: the smallest refresh goes first, and nothing larger before its coins are here.

const HOUR = 3600_000;
const DAY = 24 * HOUR;
let lab: WalletLab;
let exchange: SandboxExchange;
/** the sums of melts as they are sent, one each */
const melts: string[] = [];
/** the kinds of coins that were asked for, and how many by each withdrawal's request */
const asked = new Set<string>();
const sizes: number[] = [];
aroundExchange(
  {
    exchanges: [
      {
        generation: 'v32',
        denominations: [
          { value: '0.1', feeRefresh: '0.01', feeWithdraw: '0.01' },
          { value: '0.5', feeRefresh: '0.01' },
          { value: '1', feeRefresh: '0.01' },
          { value: '4' },
          ...['0.5', '2'].map((value) => ({ value, cipher: 'CS' as const })),
        ],
      },
    ],
  },
  (opened, first) => {
    lab = opened;
    exchange = first;
  },
);
beforeEach(() => {
  melts.length = 0;
  asked.clear();
  sizes.length = 0;
  lab.interceptHttp((input, init) => {
    const { pathname } = new URL(String(input));
    if (pathname === '/melt' || pathname === '/withdraw') {
      const body = JSON.parse(String(init?.body)) as { readonly value_with_fee?: string; readonly denoms_h: string[] };
      body.denoms_h.forEach((each) => asked.add(each));
      if (pathname === '/withdraw') sizes.push(body.denoms_h.length);
      const { value_with_fee: sum } = body;
      if (sum !== undefined && melts.at(-1) !== sum) melts.push(sum);
    }
    return economyHttp(input, init);
  });
});
afterEach(() => lab.interceptHttp(undefined));

const sessions = ({ store }: Pick<OpenWallet, 'store'>) =>
  store
    .entries('refresh')
    .map(({ value }) => ({ melt: value.melt_amount, status: value.status, why: value.why, scheme: value.scheme }))
    .toSorted((a, b) => (amount(a.melt).units < amount(b.melt).units ? -1 : 1));
const noteOf = ({ wallet }: Pick<OpenWallet, 'wallet'>) =>
  wallet.exchanges().find(({ baseUrl }) => baseUrl === exchange.baseUrl)?.note?.kind;

/** Lets the background have its turn for some days. */
const live = async ({ wallet }: Pick<OpenWallet, 'wallet'>, days: number): Promise<void> => {
  for (let half = 0; half < 2 * days; half += 1) {
    lab.travel(12 * HOUR);
    await wallet.run();
  }
};

/** Withdraws, and waits for nothing else. */
const draw = async ({ wallet }: Pick<OpenWallet, 'wallet'>, amount: string, withoutBackup = false): Promise<void> => {
  mustOk(await wallet.addExchange(exchange.baseUrl), 'exchange');
  const { baseUrl } = exchange;
  const { payto } = mustOk(await wallet.withdrawManual({ exchange: baseUrl, amount, withoutBackup }), 'withdrawal');
  mustOk(lab.sandbox.bank.transferToReserve(payto), 'transfer');
  lab.travel(HOUR);
  await wallet.run();
};

const buy = async (one: Pick<OpenWallet, 'wallet'>, price: string): Promise<void> => {
  const order = await lab.sandbox.merchant.createOrder({ amount: price, summary: 'tea' });
  const offer = mustOk(await one.wallet.preparePay(order.talerPayUri), 'offer');
  mustOk(await one.wallet.confirmPay(offer.purchaseId, { shown: offer.total }), 'payment');
};

describe('an exchange of version 35', () => {
  test('is proven by the smallest coin that makes any change, after the first withdrawal and once', async () => {
    const one = lab.openWallet();
    mustOk(await one.wallet.addExchange(exchange.baseUrl), 'exchange');
    expect(noteOf(one)).toBe('not-proven');
    await fund(lab, one, 'KUDOS:5.5');
    await live(one, 1);
    expect(sessions(one)).toEqual([{ melt: melts[0], status: 'done', why: 'proof', scheme: 3 }]);
    expect(amount(melts[0] ?? '').units).toBeLessThanOrEqual(amount('KUDOS:0.5').units);
    expect(noteOf(one)).toBe('proven');
    expect(one.wallet.history().map(({ title }) => title?.kind)).toContain('proof');
    expectSumsAgree(one.wallet);
    await fund(lab, one, 'KUDOS:2');
    await live(one, 1);
    expect(sessions(one)).toHaveLength(1);
  });

  test('is proven by money that was taken without a place for copies', async () => {
    const one = install(lab.world, { gated: true });
    await draw(one, 'KUDOS:5.5', true);
    await live(one, 1);
    expect(sessions(one)).toMatchObject([{ status: 'done', why: 'proof' }]);
    expect(noteOf(one)).toBe('proven');
    expectSumsAgree(one.wallet);
    // A program of before exchanges of today carries all of it as it is, and touches no coin that it could not derive.
    const text = contentToJson(one.store.snapshot());
    const older = await throughOlder(text, []);
    expect(older.text).toBe(text);
    expect([...older.leftAlone]).toEqual(one.store.entries('refresh').map(({ id }) => id));
  });

  test('change of a larger coin waits until the smallest has brought its own', async () => {
    const one = lab.openWallet();
    await fund(lab, one, 'KUDOS:5.5');
    await buy(one, 'KUDOS:3');
    await runToRest(lab, one.wallet);
    await live(one, 1);
    expect(melts.length).toBeGreaterThan(1);
    expect(melts.map((sum) => amount(sum).units)).toEqual(
      melts.map((sum) => amount(sum).units).toSorted((a, b) => (a < b ? -1 : 1)),
    );
    expect(sessions(one).filter(({ status }) => status !== 'done' && status !== 'failed')).toEqual([]);
    // Clause-Schnorr is listed there, and for some sums it would be fewer coins.
    const ofCipher = (cipher: string): ReadonlySet<unknown> =>
      new Set(exchange.ask('SELECT hash FROM denomination WHERE cipher = ?', cipher));
    expect(ofCipher('CS').size).toBeGreaterThan(0);
    expect(asked.size).toBeGreaterThan(1);
    const rsa = ofCipher('RSA');
    expect([...asked].filter((each) => !rsa.has(each))).toEqual([]);
    expectSumsAgree(one.wallet);
  });

  test('is asked for no more than 64 coins at once', async () => {
    const one = lab.openWallet();
    await draw(one, 'KUDOS:260');
    await one.wallet.run();
    expect(sizes).toEqual([64, 1]);
    expect(balanceAt(one.wallet, exchange.baseUrl).total).toBe('KUDOS:260');
    expectSumsAgree(one.wallet);
  });

  test('that refuses to melt what was never spent loses nothing, and is proven by change', async () => {
    const one = lab.openWallet();
    exchange.faults.once({ path: /\/melt$/ }, { status: 404, code: 1019 });
    await draw(one, 'KUDOS:5.5');
    const { total } = balanceAt(one.wallet, exchange.baseUrl);
    await live(one, 1);
    expect(sessions(one)).toMatchObject([{ status: 'failed', why: 'unspent-refused' }]);
    expect(balanceAt(one.wallet, exchange.baseUrl).total).toBe(total);
    await live(one, 2);
    expect(sessions(one)).toHaveLength(1);
    expect(one.wallet.pending()).toMatchObject([{ type: 'refresh', why: { kind: 'coin-unknown' } }]);
    await buy(one, 'KUDOS:3');
    await live(one, 2);
    expect(sessions(one)).toContainEqual({ melt: expect.any(String), status: 'done', why: undefined, scheme: 3 });
    expect(noteOf(one)).toBe('proven');
    expectSumsAgree(one.wallet);
    await live(one, 8);
    expect(one.wallet.pending()).toEqual([]);
    expectSumsAgree(one.wallet);
  });

  test('that says a promise was not kept is told with the sum, and melts nothing larger', async () => {
    const one = lab.openWallet();
    exchange.faults.always({ path: '/reveal-melt' }, { status: 409, code: 1353 });
    await draw(one, 'KUDOS:5.5');
    await live(one, 1);
    expect(melts).toHaveLength(1);
    await buy(one, 'KUDOS:3');
    await live(one, 2);
    expect(melts).toHaveLength(1);
    const told = () => one.wallet.pending().flatMap(({ why }) => (why?.kind === 'change-disputed' ? [why.facts] : []));
    expect(told()).toMatchObject([{ sum: melts[0], code: 1353, detail: expect.any(String) }]);
    // The same in other words: nothing was lost before the melt alone.
    for (const [status, code] of [
      [400, 1362],
      [403, 1361],
    ] as const) {
      exchange.faults.clear();
      exchange.faults.always({ path: '/reveal-melt' }, { status, code });
      await live(one, 1);
      expect(told()).toMatchObject([{ sum: melts[0], code }]);
    }
    expect(noteOf(one)).toBe('not-proven');
    expectSumsAgree(one.wallet);
    // It was mistaken; what is owed comes all the same.
    exchange.faults.clear();
    await runToRest(lab, one.wallet);
    await live(one, 1);
    expect(noteOf(one)).toBe('proven');
    expect(melts.length).toBeGreaterThan(1);
    expectSumsAgree(one.wallet);
  });
});

describe('an exchange of version 27', () => {
  test('hands out money and takes it; change waits until it or Holdfast is updated', async () => {
    const old = '27:0:0';
    exchange.faults.always({ path: '/config' }, { unknownVersion: old });
    exchange.faults.always({ path: '/keys' }, { unknownVersion: old });
    const one = lab.openWallet();
    await fund(lab, one, 'KUDOS:5.5');
    expect(noteOf(one)).toBe('failure');
    await buy(one, 'KUDOS:3');
    await live(one, 1);
    expect(melts).toEqual([]);
    expect(one.wallet.pending()).toMatchObject([{ type: 'refresh', why: { kind: 'change-not-known' } }]);
    expectSumsAgree(one.wallet);
    exchange.faults.clear();
    lab.travel(2 * DAY);
    await runToRest(lab, one.wallet);
    await live(one, 1);
    expect(melts.length).toBeGreaterThan(0);
    expect(noteOf(one)).toBe('proven');
    expect(one.wallet.pending()).toEqual([]);
    expectSumsAgree(one.wallet);
  });
});

describe('an exchange of version 25', () => {
  aroundExchange(
    { exchanges: [{ generation: 'v23', denominations: [{ value: '1' }, { value: '4' }] }] },
    (...opened) => {
      [lab, exchange] = opened;
    },
  );

  test('hands out money as those of before and takes it, and makes no change', async () => {
    for (const path of ['/config', '/keys']) exchange.faults.always({ path }, { unknownVersion: '25:0:1' });
    const one = lab.openWallet();
    await fund(lab, one, 'KUDOS:5');
    expect(noteOf(one)).toBe('failure');
    await buy(one, 'KUDOS:3');
    await live(one, 1);
    expect(one.store.entries('purchase').map(({ value }) => value.status)).toEqual(['paid']);
    expect(one.wallet.pending()).toMatchObject([{ type: 'refresh', why: { kind: 'change-not-known' } }]);
    expectSumsAgree(one.wallet);
  });
});

describe('an exchange of version 35 that melts nothing that was never spent', () => {
  const short = { withdrawMs: 30 * DAY, depositMs: 100 * DAY };
  aroundExchange(
    {
      exchanges: [
        {
          generation: 'v32',
          denominations: [
            { value: '0.5', ...short },
            { value: '0.1', ...short },
          ],
        },
      ],
    },
    (opened, first) => {
      lab = opened;
      exchange = first;
    },
  );

  test('is tried with one coin now and then, and the others stay to be spent', async () => {
    const one = lab.openWallet();
    exchange.faults.always({ path: /\/melt$/ }, { status: 404, code: 1019 });
    await draw(one, 'KUDOS:2.4');
    lab.travel(85 * DAY);
    await live(one, 4);
    expect(melts.length).toBeGreaterThan(0);
    expect(one.store.coins({ status: 'in-use' }).length).toBeLessThanOrEqual(2);
    expect(one.store.coins({ status: 'fresh' }).length).toBeGreaterThanOrEqual(6);
    expectSumsAgree(one.wallet);
  });
});
