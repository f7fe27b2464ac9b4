// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { english } from '../support/english.ts';
import { mustOk } from '../../shared/result.ts';
import { aroundExchange } from './one-exchange.ts';
import { expectSumsAgree, fund, runToRest, startWalletLab, type OpenWallet, type WalletLab } from './wallet-lab.ts';

const HOUR = 3600_000;

/** Runs on, day after day, whatever is left to do. */
const days = async (lab: WalletLab, { wallet }: OpenWallet, count: number): Promise<void> => {
  for (let day = 0; day < count; day++) {
    lab.travel(25 * HOUR);
    for (let go = 0; go < 4; go++) await wallet.run();
  }
};

const coinsAt = ({ store }: OpenWallet, exchange: string) =>
  store.coins({ exchange }).filter(({ value }) => value.status !== 'spent');

describe('an exchange whose coins are worth less than the bytes they cost', () => {
  let lab: WalletLab;
  let base: string;
  aroundExchange({ exchanges: [{ denominations: [{ value: '0.00000001' }] }] }, (opened, { baseUrl }) => {
    lab = opened;
    base = baseUrl;
  });

  test('nothing is begun there', async () => {
    const open = lab.openWallet();
    mustOk(await open.wallet.addExchange(base), 'exchange');
    expect(await open.wallet.withdrawManual({ exchange: base, amount: 'KUDOS:0.0001' })).toMatchObject({
      ok: false,
      error: { kind: 'no-denominations' },
    });
    expect(open.store.entries('withdrawal')).toEqual([]);
  });
});

describe('an exchange that has only small coins', () => {
  let lab: WalletLab;
  let small: string;
  let usual: WalletLab;
  beforeAll(async () => {
    lab = await startWalletLab({ exchanges: [{ denominations: [{ value: '0.001' }] }] });
    usual = await startWalletLab({ currency: 'EUR' });
    small = lab.sandbox.exchanges[0]?.baseUrl ?? '';
  });
  afterAll(async () => {
    await lab.close();
    await usual.close();
  });

  test('some of them are drawn, the rest stays there, says so, and can be left there; others are not touched by it', async () => {
    const open = lab.openWallet();
    mustOk(await open.wallet.addExchange(small), 'exchange');
    const { id, payto } = mustOk(
      await open.wallet.withdrawManual({ exchange: small, amount: 'KUDOS:5' }),
      'withdrawal',
    );
    mustOk(lab.sandbox.bank.transferToReserve(payto), 'transfer');
    await days(lab, open, 3);
    expect(coinsAt(open, small).length).toBe(256);
    const [pending] = open.wallet.pending();
    expect(pending).toMatchObject({ id, type: 'withdrawal', why: { kind: 'exchange-full' } });
    expect(english('failure', pending?.why ?? { kind: 'amount-is-zero', facts: {} })).toMatch(/no room for more/);
    expect(Object.keys(open.store.entry('withdrawal', id)?.value.batches ?? {}).length).toBeLessThan(3);
    expectSumsAgree(open.wallet);
    await fund(usual, { ...open, wallet: open.wallet }, 'EUR:4.01').catch(() => undefined);
    expect(open.wallet.balances().find(({ currency }) => currency === 'EUR')?.available).toBe('EUR:4');
    // What was begun can be ended by its person.
    expect(mustOk(await open.wallet.abort(id), 'abort')).toMatchObject({ state: 'aborted' });
    expectSumsAgree(open.wallet);
    await days(lab, open, 2);
    expect(open.wallet.pending()).toEqual([]);
    expect(coinsAt(open, small).length).toBe(256);
    expectSumsAgree(open.wallet);
  });
});

describe('an exchange that makes up credits', () => {
  let lab: WalletLab;
  aroundExchange({}, (opened) => {
    lab = opened;
  });

  test.each([
    ['far above what was announced', 'KUDOS:1000000', 1],
    ['of what was announced, day after day', 'KUDOS:4.01', 3],
  ])('%s: few withdrawals begin without a click', async (_name, balance, most) => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:4.01');
    lab.sandbox.exchanges[0]?.faults.always(
      { method: 'GET', path: /\/reserves\/[^/?]+(\?|$)/ },
      { changeJson: (body) => ({ ...(body as object), balance }) },
    );
    await days(lab, open, 8);
    expect(open.store.entries('withdrawal').length).toBeLessThanOrEqual(most);
    // What is not believed is said, with the sum and what becomes of it.
    const told = open.wallet.history().flatMap(({ notes = [] }) => notes.filter(({ kind }) => kind === 'left-there'));
    // (What is being drawn all the same is said by its own line.)
    expect(told).toMatchObject(most === 1 ? [{ facts: { sum: balance } }] : []);
    expect(told.every((note) => english('note', note).includes('goes back to its sender'))).toBe(true);
    lab.sandbox.exchanges[0]?.faults.clear();
    // Coins were never given for it: what was begun can be ended.
    for (const { id } of open.wallet.pending()) mustOk(await open.wallet.abort(id), 'abort');
    await runToRest(lab, open.wallet);
    expectSumsAgree(open.wallet);
  });

  test('for a withdrawal that was given up as well: nothing is begun, the sum is said', async () => {
    const open = lab.openWallet();
    const exchange = lab.sandbox.exchanges[0]?.baseUrl ?? '';
    mustOk(await open.wallet.addExchange(exchange), 'exchange');
    const { id, payto } = mustOk(await open.wallet.withdrawManual({ exchange, amount: 'KUDOS:5' }), 'withdrawal');
    mustOk(await open.wallet.abort(id), 'abort');
    mustOk(lab.sandbox.bank.transferToReserve(payto.replace(/amount=KUDOS(:|%3A)5/, 'amount=KUDOS$15000')), 'transfer');
    await days(lab, open, 2);
    expect(open.store.entries('withdrawal').length).toBe(1);
    expect(open.wallet.history()[0]?.notes).toMatchObject([
      { kind: 'given-up' },
      { kind: 'left-there', facts: { sum: 'KUDOS:5000' } },
    ]);
    expect(open.wallet.pending()).toEqual([]);
  });
});
