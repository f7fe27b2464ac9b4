// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openWalletApp } from '../../electron/app/wallet-app.ts';
import { looksOf } from '../../shared/currency-look.ts';
import { mustOk } from '../../shared/result.ts';
import { realWorld } from '../../electron/world.ts';
import { openEconomy } from '../support/economy.ts';
import { holdfast } from '../support/holdfast.ts';
import { startWalletLab } from './wallet-lab.ts';

// What issuers say of how their currency is written is kept with what else is known of them, for each of them by itself.

test('two issuers of one currency, and one whose word makes no sense: all of them work, and the wallet knows how to write their sums', async () => {
  const digits = (count: number) => ({
    name: `Play ${count}`,
    num_fractional_input_digits: count,
    num_fractional_normal_digits: count,
    num_fractional_trailing_zero_digits: count,
    alt_unit_names: { '0': 'ク', '-2': `c${'x'.repeat(count)}` },
  });
  const lab = await startWalletLab({
    exchanges: [{ specification: digits(2) }, { specification: digits(3) }, { specification: 'as you like' }],
  });
  const opened = lab.openWallet();
  for (const { baseUrl } of lab.sandbox.exchanges) mustOk(await opened.wallet.addExchange(baseUrl), 'exchange');
  const looks = (wallet: typeof opened.wallet) =>
    lab.sandbox.exchanges.map(
      ({ baseUrl }) => wallet.exchanges().find((each) => each.baseUrl === baseUrl)?.look?.typed,
    );
  expect(looks(opened.wallet)).toEqual([2, 3, undefined]);
  // Also of what is kept, before anybody is asked again.
  const again = lab.openWallet(opened.db).wallet;
  expect(looks(again)).toEqual([2, 3, undefined]);
  // The third says nothing of its digits, and its sums are not cut to those of others.
  expect(looksOf(again.exchanges())).toEqual(new Map([['KUDOS', { typed: 8, zeros: 3, units: { '0': 'ク' } }]]));
  mustOk(
    await again.withdrawManual({ exchange: lab.sandbox.exchanges[2]?.baseUrl ?? '', amount: 'KUDOS:1.5' }),
    'money',
  );
  await lab.close();
});

const said = (digits: unknown, more: object = {}) => ({
  name: 'Moon money',
  num_fractional_input_digits: digits,
  num_fractional_normal_digits: digits,
  num_fractional_trailing_zero_digits: digits,
  alt_unit_names: { '0': 'M' },
  ...more,
});

test('shops and banks say how money is written that no issuer here issues; thousands of them, and nonsense, change nothing else', async () => {
  const lab = await startWalletLab({ exchanges: [{}] });
  const { wallet } = lab.openWallet();
  mustOk(await wallet.addExchange(lab.sandbox.exchanges[0]?.baseUrl ?? ''), 'exchange');
  let currencies: unknown = { MOON: said(3), KUDOS: said(0) };
  lab.interceptHttp(async (input, init) => {
    const answer = await lab.sandbox.http(input, init);
    const { pathname } = new URL(new Request(input, init).url);
    if (!pathname.endsWith('config')) return answer;
    const body = (await answer.json()) as { readonly name: string };
    if (body.name === 'taler-merchant') return Response.json({ ...body, currencies });
    return Response.json(
      body.name === 'taler-bank-integration' ? { ...body, currency_specification: said(5, { currency: 'EUR' }) } : body,
    );
  });
  const look = async (): Promise<readonly string[]> => {
    const order = await lab.sandbox.merchant.createOrder({ amount: 'KUDOS:1', summary: 'tea' });
    mustOk(await wallet.preparePay(order.talerPayUri), 'offer');
    return wallet.strangeLooks().map(({ currency, look: { typed } }) => `${currency} ${typed}`);
  };
  const own = looksOf(wallet.exchanges()).get('KUDOS');
  expect(own).toBeDefined();
  expect(await look()).toEqual(['MOON 3', 'KUDOS 0']);
  expect(looksOf(wallet.exchanges(), wallet.strangeLooks()).get('KUDOS')).toEqual(own);

  for (const nonsense of [7, [], 'MOON', { MOON: null }, { MOON: said(9) }, { MOON: said(-1) }, { 'M O': said(1) }]) {
    currencies = nonsense;
    expect(await look()).toEqual(['MOON 3', 'KUDOS 0']);
  }
  const many = Object.fromEntries(Array.from({ length: 1_000 }, (_, at) => [`M${at}`, said(1)]));
  for (let round = 0; round < 4; round++) {
    currencies = Object.fromEntries(Object.entries(many).slice(round * 40));
    await look();
  }
  expect(wallet.strangeLooks()).toHaveLength(64);

  // A bank's word counts for its own currency.
  const operation = await lab.sandbox.bank.createWithdrawal('KUDOS:2');
  mustOk(await wallet.lookAtBank(operation.talerUri), 'look');
  expect(wallet.strangeLooks().at(-1)).toMatchObject({ currency: 'KUDOS', look: { typed: 5 } });
  expect(wallet.strangeLooks().some(({ currency }) => currency === 'EUR')).toBe(false);
  await lab.close();
});

test('a window hears at once of what a shop or a bank says, and no sum with more digits is asked for', async () => {
  const lab = await startWalletLab({ exchanges: [{}] });
  lab.interceptHttp(async (input, init) => {
    const answer = await lab.sandbox.http(input, init);
    if (!new URL(new Request(input, init).url).pathname.endsWith('config')) return answer;
    return Response.json({ ...((await answer.json()) as object), currencies: { MOON: said(3) } });
  });
  const root = mkdtempSync(join(tmpdir(), 'holdfast-looks-'));
  const app = mustOk(await openWalletApp({ dataDirectory: join(root, 'w'), world: lab.world, loop: false }), 'app');
  mustOk(await app.handle('app.create', { protection: { type: 'unprotected' } }), 'created');
  const told: string[] = [];
  app.on(({ type }) => void told.push(type));
  const { talerPayUri } = await lab.sandbox.merchant.createOrder({ amount: 'KUDOS:1', summary: 'tea' });
  // An order that is not there changes nothing in the wallet.
  const nowhere = talerPayUri.replace(/[^/]+\/([^/]*)$/, 'nowhere/$1');
  expect((await app.handle('pay.prepare', { uri: nowhere })).ok).toBe(false);
  expect(told).toContain('changed');
  expect(await app.handle('exchange.list', {})).toMatchObject({
    value: { strange: [{ currency: 'MOON', look: { typed: 3, zeros: 3 } }] },
  });
  const amount = 'MOON:1.2345';
  const refused = { error: { kind: 'amount-too-fine', facts: { least: 'MOON:0.001' } } };
  expect(await app.handle('withdraw.look', { uri: 'taler://withdraw/bank.example/1', amount })).toMatchObject(refused);
  expect(await app.handle('pay.order', { uri: 'taler://pay-template/shop.example/1', amount })).toMatchObject(refused);
  await app.close();
  rmSync(root, { recursive: true, force: true });
  await lab.close();
});

test('the terminal writes sums as their issuer says, and takes none with more digits', async () => {
  const economy = await openEconomy(realWorld(), { syncProviders: [], exchanges: [{ specification: said(3) }] });
  const root = mkdtempSync(join(tmpdir(), 'holdfast-looks-'));
  const exchange = economy.exchanges[0]?.baseUrl ?? '';
  const run = (...args: string[]) => holdfast(['--data', join(root, 'w'), '--unprotected', ...args]);
  await run('exchange', 'add', exchange);
  const draw = (sum: string) => run('withdraw', sum, '--exchange', exchange, '--without-backup');
  expect((await draw('KUDOS:1.2345')).err).toMatch(/\b0[.,]001 KUDOS\b/);
  expect((await draw('KUDOS:1.5')).code).toBe(0);
  expect((await run('status')).out).toMatch(/\b1[.,]500 KUDOS\b/);
  rmSync(root, { recursive: true, force: true });
  await economy.close();
});
