// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { amount } from '../../shared/amount.ts';
import { mustOk, ok } from '../../shared/result.ts';
import type { Gate } from '../../electron/wallet/context.ts';
import { createWallet } from '../../electron/wallet/wallet.ts';
import { economyHttp } from '../support/economy.ts';
import {
  balanceAt,
  expectSumsAgree,
  fund,
  runToRest,
  startWalletLab,
  type OpenWallet,
  type WalletLab,
} from './wallet-lab.ts';
import { inTurn } from '../support/seed.ts';

// Real exchanges melt into a denomination that was revoked a minute ago and refuse the reveal for ever. So what an exchange
// offers is looked at before every melt and withdrawal, however young the list is that is here; an unchanged list costs nothing.

const MINUTE = 60_000;

type Asked = { readonly path: string; readonly status: number };

describe.each(inTurn('wallet-revoked-within-the-hour', ['v17', 'v23'] as const))(
  'revoked within the hour (%s)',
  (generation) => {
    let lab: WalletLab;
    let base: string;
    beforeAll(async () => {
      const denominations = ['0.01', '0.02', '0.04', '0.08', '0.16', '0.32', '0.64', '1', '2', '4'].flatMap((value) => [
        { value },
        { value },
        { value },
      ]);
      lab = await startWalletLab({ exchanges: [{ generation, denominations }] });
      base = lab.sandbox.exchanges[0]?.baseUrl ?? '';
    });
    afterEach(() => {
      lab.interceptHttp(undefined);
      lab.sandbox.assertAllFaultsHappened();
      exchange().faults.clear();
    });
    afterAll(() => lab.close());

    const exchange = () => {
      const [first] = lab.sandbox.exchanges;
      if (!first) throw new Error('no exchange');
      return first;
    };
    const total = ({ wallet }: OpenWallet): bigint => amount(balanceAt(wallet, base).total).units;
    /** What any wallet would choose now for such a sum. */
    const chosenFor = async (text: string): Promise<readonly string[]> => {
      const other = lab.openWallet();
      await fund(lab, other, text);
      return [...new Set(other.store.coins({ status: 'fresh' }).map(({ value }) => value.h))];
    };
    const pay = async ({ wallet }: OpenWallet, text: string): Promise<void> => {
      const order = await lab.sandbox.merchant.createOrder({ amount: text, summary: 'tea' });
      mustOk(
        await wallet.confirmPay(mustOk(await wallet.preparePay(order.talerPayUri), 'offer').purchaseId),
        'payment',
      );
    };
    /** Every request from here on; something may happen right before the first one to such a path. */
    const listen = (path?: string, happens?: () => void): readonly Asked[] => {
      const asked: Asked[] = [];
      lab.interceptHttp(async (input, init) => {
        const { pathname } = new URL(input instanceof Request ? input.url : input);
        if (path !== undefined && pathname.endsWith(path) && !asked.some((each) => each.path.endsWith(path)))
          happens?.();
        const answer = await economyHttp(input, init);
        asked.push({ path: pathname, status: answer.status });
        return answer;
      });
      return asked;
    };

    test('change is not melted into a denomination that is revoked since', async () => {
      const open = lab.openWallet();
      await fund(lab, open, 'KUDOS:4');
      for (const h of await chosenFor('KUDOS:3')) exchange().revokeDenomination(h);
      await pay(open, 'KUDOS:1');
      await runToRest(lab, open.wallet);
      expect(total(open)).toBe(amount('KUDOS:3').units);
      expect(balanceAt(open.wallet, base).available).toBe('KUDOS:3');
      expectSumsAgree(open.wallet);
    });

    test('nor into one that is revoked while its copy is made', async () => {
      const { db, store } = lab.openWallet();
      let hs: readonly string[] = [];
      const gate: Gate = async () => {
        // A place takes its time, and the list that was looked at before is an old one.
        if (hs.length > 0) lab.travel(4_000);
        for (const h of hs) exchange().revokeDenomination(h);
        hs = [];
        return ok(undefined);
      };
      const open = { db, store, wallet: createWallet({ world: lab.world, store, gate }) };
      await fund(lab, open, 'KUDOS:4');
      hs = await chosenFor('KUDOS:3');
      await pay(open, 'KUDOS:1');
      await runToRest(lab, open.wallet);
      expect(hs).toEqual([]);
      expect(balanceAt(open.wallet, base).available).toBe('KUDOS:3');
      expectSumsAgree(open.wallet);
    });

    test('a gate that always takes its time keeps nobody from change', async () => {
      const { db, store } = lab.openWallet();
      const gate: Gate = async () => {
        lab.travel(4_000);
        return ok(undefined);
      };
      const open = { db, store, wallet: createWallet({ world: lab.world, store, gate }) };
      await fund(lab, open, 'KUDOS:4');
      await pay(open, 'KUDOS:1');
      await runToRest(lab, open.wallet);
      expect(balanceAt(open.wallet, base).available).toBe('KUDOS:3');
    });

    test('coins of a revoked denomination are not asked for', async () => {
      const open = lab.openWallet();
      mustOk(await open.wallet.addExchange(base), 'exchange');
      for (const h of await chosenFor('KUDOS:3')) exchange().revokeDenomination(h);
      const asked = listen();
      const { payto } = mustOk(await open.wallet.withdrawManual({ exchange: base, amount: 'KUDOS:3' }), 'withdrawal');
      mustOk(lab.sandbox.bank.transferToReserve(payto), 'transfer');
      await runToRest(lab, open.wallet);
      expect(balanceAt(open.wallet, base).available).toBe('KUDOS:3');
      expect(asked.filter(({ path }) => path.endsWith('withdraw')).every(({ status }) => status === 200)).toBe(true);
    });

    test('an unchanged list costs one short answer before a melt', async () => {
      const open = lab.openWallet();
      await fund(lab, open, 'KUDOS:4');
      const asked = listen();
      await pay(open, 'KUDOS:1');
      await runToRest(lab, open.wallet);
      const melt = asked.findIndex(({ path }) => path.endsWith('/melt'));
      const last = asked.slice(0, melt).findLast(({ path }) => path === '/keys');
      expect(last).toMatchObject({ status: 304 });
      expect(asked.filter(({ path, status }) => path === '/keys' && status === 200)).toEqual([]);
    });

    test('a new process asks conditionally, too', async () => {
      const first = lab.openWallet();
      await fund(lab, first, 'KUDOS:4');
      const again = lab.openWallet(first.db);
      const asked = listen();
      await pay(again, 'KUDOS:1');
      await runToRest(lab, again.wallet);
      const lists = asked.filter(({ path }) => path === '/keys').map(({ status }) => status);
      expect(lists.length).toBeGreaterThan(0);
      expect(new Set(lists)).toEqual(new Set([304]));
    });

    test('revoked between melt and reveal: said with the sum, not asked again until the list changes', async () => {
      const open = lab.openWallet();
      await fund(lab, open, 'KUDOS:4');
      const [h = ''] = await chosenFor('KUDOS:2');
      const heard = listen('/reveal', () => exchange().revokeDenomination(h));
      await pay(open, 'KUDOS:1');
      await open.wallet.run();
      const reveals = (): number => heard.filter(({ path }) => path.endsWith('/reveal')).length;
      expect(open.wallet.pending().map(({ why }) => why)).toEqual([
        { kind: 'coins-withheld', facts: { host: new URL(base).host, sum: 'KUDOS:3' } },
      ]);
      const asked = reveals();
      for (let round = 0; round < 5; round += 1) {
        lab.travel(6 * MINUTE);
        await open.wallet.run();
      }
      expect(reveals()).toBe(asked);
      expect(open.wallet.pending()[0]?.why?.kind).toBe('coins-withheld');
      expect(total(open)).toBe(amount('KUDOS:3').units);
      // Something else changes on the list: it is tried again, once.
      const [other = ''] = await chosenFor('KUDOS:0.64');
      exchange().revokeDenomination(other);
      lab.travel(6 * MINUTE);
      await open.wallet.run();
      expect(reveals()).toBe(asked + 1);
      expectSumsAgree(open.wallet);
    });

    test('a refusal makes the wallet look again before it plans anything', async () => {
      const open = lab.openWallet();
      await fund(lab, open, 'KUDOS:4');
      exchange().faults.once({ path: '/melt' }, { status: 404, code: 1005 });
      const asked = listen();
      await pay(open, 'KUDOS:1');
      await runToRest(lab, open.wallet);
      const refused = asked.findIndex(({ path, status }) => path.endsWith('/melt') && status === 404);
      const next = asked.findIndex(({ path }, at) => at > refused && path.endsWith('/melt'));
      expect(refused).toBeGreaterThanOrEqual(0);
      expect(asked.slice(refused, next).some(({ path }) => path === '/keys')).toBe(true);
      expect(balanceAt(open.wallet, base).available).toBe('KUDOS:3');
    });
  },
);
