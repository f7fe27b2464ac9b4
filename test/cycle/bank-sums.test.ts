// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { mustOk } from '../../shared/result.ts';
import { balanceAt, runToRest, startWalletLab, type OpenWallet, type WalletLab } from './wallet-lab.ts';

// Banks of today: the sum may be the person's to say, or nobody's before money is paid in. One bank of 2022 stands beside.

let lab: WalletLab;
let base: string;
beforeAll(async () => {
  lab = await startWalletLab({ exchanges: [{ generation: 'v23' }] });
  base = lab.sandbox.exchanges[0]?.baseUrl ?? '';
});
afterEach(() => lab.interceptHttp(undefined));
afterAll(() => lab.close());

const open = async (): Promise<OpenWallet> => {
  const opened = lab.openWallet();
  mustOk(await opened.wallet.addExchange(base), 'exchange');
  return opened;
};

type Sent = { readonly method: string; readonly path: string; readonly body: string };

/** Writes down what the bank is told; `change` may put another answer in the place of a status. */
const listen = (change: (body: Record<string, unknown>) => object | undefined = () => undefined): readonly Sent[] => {
  const sent: Sent[] = [];
  lab.interceptHttp(async (input, init) => {
    const request = new Request(input, init);
    const path = new URL(request.url).pathname;
    if (!path.includes('withdrawal-operation')) return lab.sandbox.http(input, init);
    sent.push({ method: request.method, path, body: await request.clone().text() });
    const answer = await lab.sandbox.http(input, init);
    if (request.method !== 'GET') return answer;
    const changed = change((await answer.clone().json()) as Record<string, unknown>);
    return changed === undefined ? answer : Response.json(changed);
  });
  return sent;
};

describe('a sum that the bank leaves to the person', () => {
  test('is looked at, told to the bank with the selection, and arrives', async () => {
    const { wallet } = await open();
    const terms = {
      suggested_amount: 'KUDOS:3',
      max_amount: 'KUDOS:10',
      card_fees: 'KUDOS:0.5',
      wire_fee: 'KUDOS:0',
    } as const;
    const operation = await lab.sandbox.bank.createWithdrawal('', { terms });
    const choose = { currency: 'KUDOS', suggested: 'KUDOS:3', most: 'KUDOS:10' };
    expect(await wallet.lookAtBank(operation.talerUri)).toMatchObject({
      ok: true,
      value: { choose, amount: 'KUDOS:3', cardFees: 'KUDOS:0.5' },
    });
    const seen = mustOk(await wallet.lookAtBank(operation.talerUri, { amount: 'KUDOS:4' }), 'look');
    expect(seen).toMatchObject({ choose, amount: 'KUDOS:4' });
    expect(seen).not.toHaveProperty('wireFee');
    // A suggestion is nobody's yes.
    expect(await wallet.withdrawFromBank(operation.talerUri)).toEqual({
      ok: false,
      error: { kind: 'bank-leaves-amount-open', currency: 'KUDOS' },
    });
    const sent = listen();
    const shown = seen.total ?? '';
    mustOk(await wallet.withdrawFromBank(operation.talerUri, { amount: 'KUDOS:4', shown }), 'withdrawal');
    expect(sent.filter(({ method }) => method === 'POST').map(({ body }) => JSON.parse(body) as unknown)).toMatchObject(
      [{ amount: 'KUDOS:4' }],
    );
    await operation.confirm();
    await runToRest(lab, wallet);
    expect(balanceAt(wallet, base).total).toBe(shown);
  });

  test('pressed twice before the bank has answered it opens one reserve, and one that is said another sum is refused', async () => {
    const { wallet, store } = await open();
    const operation = await lab.sandbox.bank.createWithdrawal('', { terms: { suggested_amount: 'KUDOS:3' } });
    const sent = listen();
    const press = (amount: string) => wallet.withdrawFromBank(operation.talerUri, { amount });
    const [first, second, other] = await Promise.all([press('KUDOS:4'), press('KUDOS:4'), press('KUDOS:5')]);
    expect(store.entries('withdrawal')).toHaveLength(1);
    expect(second).toEqual(first);
    expect(other).toEqual({ ok: false, error: { kind: 'bank-sum-changed', wanted: 'KUDOS:5', sum: 'KUDOS:4' } });
    const told = sent.flatMap(({ method, body }) => (method === 'POST' ? [body] : []));
    expect(new Set(told).size).toBe(1);
  });

  test.each([
    ['KUDOS:10.01', { kind: 'bank-sum-too-high', most: 'KUDOS:10' }],
    ['EUR:1', { kind: 'bank-leaves-amount-open', currency: 'KUDOS' }],
    ['KUDOS:-1', { kind: 'malformed-amount' }],
    ['KUDOS:0', { kind: 'amount-is-zero' }],
  ])('%s is refused before the bank hears of it', async (amount, error) => {
    const { wallet, store } = await open();
    const terms = { editable_amount: true, max_amount: 'KUDOS:10' } as const;
    const operation = await lab.sandbox.bank.createWithdrawal('KUDOS:2', { terms });
    const sent = listen();
    expect(await wallet.lookAtBank(operation.talerUri, { amount })).toMatchObject({ ok: false, error });
    expect(await wallet.withdrawFromBank(operation.talerUri, { amount })).toMatchObject({ ok: false, error });
    expect([sent.filter(({ method }) => method === 'POST'), store.entries('withdrawal')]).toEqual([[], []]);
  });

  test('is the same to the byte when it is told again, whatever the bank suggests by then', async () => {
    const { wallet, db } = await open();
    const operation = await lab.sandbox.bank.createWithdrawal('', { terms: { suggested_amount: 'KUDOS:3' } });
    const told: string[] = [];
    lab.interceptHttp(async (input, init) => {
      const request = new Request(input, init);
      if (request.method !== 'POST' || !request.url.includes('withdrawal-operation'))
        return lab.sandbox.http(input, init);
      told.push(await request.clone().text());
      // It arrives, and its answer is lost.
      if (told.length === 1) {
        await lab.sandbox.http(input, init);
        throw new TypeError('cut');
      }
      return lab.sandbox.http(input, init);
    });
    mustOk(await wallet.withdrawFromBank(operation.talerUri, { amount: 'KUDOS:5' }), 'withdrawal');
    // Another sum is another agreement, and the bank hears nothing of either.
    expect(await wallet.withdrawFromBank(operation.talerUri, { amount: 'KUDOS:7' })).toEqual({
      ok: false,
      error: { kind: 'bank-sum-changed', wanted: 'KUDOS:7', sum: 'KUDOS:5' },
    });
    const after = lab.openWallet(db);
    await after.wallet.run();
    expect(told).toHaveLength(2);
    expect(told[1]).toBe(told[0]);
    await operation.confirm();
    await runToRest(lab, after.wallet);
    expect(balanceAt(after.wallet, base).total).not.toBe('none');
  });
});

describe('a bank that changes its mind', () => {
  test('about the sum between the look and the yes: nothing is begun', async () => {
    const { wallet, store } = await open();
    const operation = await lab.sandbox.bank.createWithdrawal('KUDOS:2');
    const { total = '' } = mustOk(await wallet.lookAtBank(operation.talerUri), 'look');
    listen((body) => ({ ...body, amount: 'KUDOS:200' }));
    expect(await wallet.withdrawFromBank(operation.talerUri, { amount: 'KUDOS:2', shown: total })).toEqual({
      ok: false,
      error: { kind: 'bank-sum-changed', wanted: 'KUDOS:2', sum: 'KUDOS:200' },
    });
    expect(store.entries('withdrawal')).toEqual([]);
  });

  test('about the sum after the selection: its person is told before they say yes there', async () => {
    const { wallet } = await open();
    const operation = await lab.sandbox.bank.createWithdrawal('KUDOS:2');
    mustOk(await wallet.withdrawFromBank(operation.talerUri, { amount: 'KUDOS:2' }), 'withdrawal');
    listen((body) => ({ ...body, amount: 'KUDOS:3' }));
    await wallet.run();
    expect(wallet.pending()).toMatchObject([
      { why: { kind: 'bank-sum-changed', facts: { wanted: 'KUDOS:2', sum: 'KUDOS:3' } } },
    ]);
    lab.interceptHttp(undefined);
    await operation.confirm();
    await runToRest(lab, wallet);
    expect(balanceAt(wallet, base).total).not.toBe('none');
  });
});

test('the issuer that is required goes before the one that is suggested', async () => {
  const { wallet } = lab.openWallet();
  const required = 'http://127.0.0.1:9/';
  const terms = { required_exchange: required };
  const operation = await lab.sandbox.bank.createWithdrawal('KUDOS:2', { terms });
  expect(await wallet.lookAtBank(operation.talerUri)).toEqual({
    ok: false,
    error: { kind: 'unknown-exchange', exchange: required },
  });
});

test('a sum that is said where money is paid in: whatever comes is drawn', async () => {
  const { wallet, store } = await open();
  const operation = await lab.sandbox.bank.createWithdrawal('', { terms: { no_amount_to_wallet: true } });
  const seen = mustOk(await wallet.lookAtBank(operation.talerUri), 'look');
  expect(seen).toMatchObject({ atBank: true });
  expect(seen).not.toHaveProperty('amount');
  expect(await wallet.lookAtBank(operation.talerUri, { amount: 'KUDOS:1' })).toEqual({
    ok: false,
    error: { kind: 'bank-says-sum' },
  });
  const sent = listen();
  expect(await wallet.withdrawFromBank(operation.talerUri)).toMatchObject({ ok: true, value: { atBank: true } });
  expect(sent.find(({ method }) => method === 'POST')?.body).not.toContain('amount');
  expect(await wallet.lookAtBank(operation.talerUri)).toMatchObject({ ok: true, value: { begun: true, atBank: true } });
  await wallet.run();
  await operation.confirm('KUDOS:7');
  await runToRest(lab, wallet);
  const [withdrawal] = store.entries('withdrawal');
  expect(withdrawal?.value).toMatchObject({ status: 'done', arrived: 'KUDOS:7' });
  expect(balanceAt(wallet, base).total).not.toBe('none');
});

test('a bank of 2022 says what it always said', async () => {
  const old = await startWalletLab({ exchanges: [{ generation: 'v17' }], bank: { integration: '0:0:0' } });
  const { wallet } = old.openWallet();
  const [exchange] = old.sandbox.exchanges;
  mustOk(await wallet.addExchange(exchange?.baseUrl ?? ''), 'exchange');
  const operation = await old.sandbox.bank.createWithdrawal('KUDOS:2');
  const { total = '' } = mustOk(await wallet.lookAtBank(operation.talerUri), 'look');
  mustOk(await wallet.withdrawFromBank(operation.talerUri, { amount: 'KUDOS:2', shown: total }), 'withdrawal');
  await operation.confirm();
  await runToRest(old, wallet);
  expect(balanceAt(wallet, exchange?.baseUrl ?? '').total).toBe(total);
  await old.close();
});
