// SPDX-License-Identifier: GPL-3.0-or-later
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
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

const HOUR = 3600_000;
const LOST = { afterHandling: true, closeConnection: true } as const;

// An answer is lost, and before the same request is sent again its denomination leaves the list.
describe.each(inTurn('wallet-lost-then-revoked', ['v17', 'v23'] as const))(
  'an answer lost before a denomination is gone (%s)',
  (generation) => {
    let lab: WalletLab;
    let base: string;
    beforeEach(async () => {
      lab = await startWalletLab({
        exchanges: [
          {
            generation,
            // Two keys for every value, so that there is something to replace a revoked one with; free, so that sums are exact.
            denominations: ['0.01', '0.02', '0.04', '0.08', '0.16', '0.32', '0.64', '1', '2', '4'].flatMap((value) => [
              { value },
              { value },
            ]),
          },
        ],
      });
      base = lab.sandbox.exchanges[0]?.baseUrl ?? '';
    });
    afterEach(async () => {
      const unused = exchange().faults.unused();
      await lab.close();
      expect(unused).toEqual([]);
    });

    const exchange = () => {
      const [only] = lab.sandbox.exchanges;
      if (!only) throw new Error('no exchange');
      return only;
    };
    const total = ({ wallet }: Pick<OpenWallet, 'wallet'>): bigint => amount(balanceAt(wallet, base).total).units;
    const restored = ({ store }: OpenWallet): OpenWallet => {
      const copy = lab.openWallet();
      copy.store.transaction((tx) => tx.join(store.snapshot()));
      return copy;
    };
    /** Everything whole again: nothing pending, nothing lost, and all of it can be spent. */
    const expectWhole = async (open: OpenWallet, units: bigint): Promise<void> => {
      for (let day = 0; day < 3; day++) {
        lab.travel(48 * HOUR);
        await open.wallet.run();
        await runToRest(lab, open.wallet);
      }
      expectSumsAgree(open.wallet);
      expect(total(open)).toBe(units);
      expect(balanceAt(open.wallet, base)).toMatchObject({ incoming: 'KUDOS:0', outgoing: 'KUDOS:0' });
      expect(open.wallet.history().filter(({ type }) => type === 'spent-elsewhere')).toEqual([]);
      expect((await open.wallet.auditCoins()).spentElsewhere).toBe(0);
    };
    const beginWithdrawal = async (text: string): Promise<OpenWallet> => {
      const open = lab.openWallet();
      mustOk(await open.wallet.addExchange(base), 'exchange');
      const { payto } = mustOk(await open.wallet.withdrawManual({ exchange: base, amount: text }), 'withdrawal');
      mustOk(lab.sandbox.bank.transferToReserve(payto), 'transfer');
      // However often it is asked in this run: a slow machine asks again.
      exchange().faults.always({ path: '/batch-withdraw' }, LOST);
      await open.wallet.run();
      exchange().faults.clear();
      return open;
    };
    const revokeBatch = ({ store }: OpenWallet): void => {
      for (const { value } of store.entries('withdrawal'))
        for (const { selection } of Object.values(value.batches))
          for (const { h } of selection) exchange().revokeDenomination(h);
    };
    /** A payment whose change is in the middle of its renewal. */
    const beginChange = async (lost: '/melt' | '/reveal'): Promise<OpenWallet> => {
      const open = lab.openWallet();
      await fund(lab, open, 'KUDOS:4');
      const order = await lab.sandbox.merchant.createOrder({ amount: 'KUDOS:1', summary: 'tea' });
      exchange().faults.always({ path: lost }, LOST);
      const { purchaseId } = mustOk(await open.wallet.preparePay(order.talerPayUri), 'offer');
      mustOk(await open.wallet.confirmPay(purchaseId), 'payment');
      await open.wallet.run();
      exchange().faults.clear();
      return open;
    };
    const newDenominations = ({ store }: OpenWallet): readonly string[] =>
      store
        .entries('refresh')
        .filter(({ value }) => value.status === 'planned' || value.status === 'melted')
        .flatMap(({ value }) => value.selection.map(({ h }) => h));

    test('a batch that was signed is asked for again and its coins are given back for others', async () => {
      const open = await beginWithdrawal('KUDOS:4.03');
      revokeBatch(open);
      if (generation === 'v17') exchange().faults.always({ path: '/batch-withdraw' }, { v17RefuseBatchReplay: true });
      await expectWhole(open, amount('KUDOS:4.03').units);
    });

    test('the same on a machine that has nothing but the backup', async () => {
      const lost = await beginWithdrawal('KUDOS:4.03');
      revokeBatch(lost);
      await expectWhole(restored(lost), amount('KUDOS:4.03').units);
    });

    test('a batch that never arrived is planned anew', async () => {
      const open = lab.openWallet();
      mustOk(await open.wallet.addExchange(base), 'exchange');
      const { payto } = mustOk(
        await open.wallet.withdrawManual({ exchange: base, amount: 'KUDOS:2.01' }),
        'withdrawal',
      );
      mustOk(lab.sandbox.bank.transferToReserve(payto), 'transfer');
      exchange().faults.once({ path: '/batch-withdraw' }, { closeConnection: true });
      await open.wallet.run();
      revokeBatch(open);
      await expectWhole(open, amount('KUDOS:2.01').units);
    });

    test('a batch the exchange has booked and refuses is never given up', async () => {
      const open = await beginWithdrawal('KUDOS:0.32');
      revokeBatch(open);
      exchange().faults.always({ path: /withdraw$/, method: 'POST' }, { status: 410, code: 1010 });
      lab.travel(2 * HOUR);
      await open.wallet.run();
      expect(open.wallet.pending()[0]?.why?.kind).toBe('coins-withheld');
      expect(open.store.entries('withdrawal').flatMap(({ value }) => Object.values(value.batches))).toMatchObject([
        { status: 'sent' },
      ]);
      exchange().faults.clear();
      await expectWhole(open, amount('KUDOS:0.32').units);
    });

    test('a melt that was booked is asked for again although its new coins cannot be had any more', async () => {
      const open = await beginChange('/melt');
      const [first = ''] = newDenominations(open);
      exchange().revokeDenomination(first);
      lab.travel(2 * HOUR);
      await open.wallet.run();
      // The exchange never signed these coins and does not now: honest words, and nothing is written off or called another copy's.
      expect(open.wallet.pending().map(({ why }) => why?.kind)).toEqual(['coins-withheld']);
      expect(open.store.entries('refresh').map(({ value }) => value.status)).toEqual(['melted']);
      expect(total(open)).toBe(amount('KUDOS:3').units);
      expectSumsAgree(open.wallet);
    });

    test('a melt that never arrived is planned anew with other coins', async () => {
      const open = lab.openWallet();
      await fund(lab, open, 'KUDOS:4');
      const order = await lab.sandbox.merchant.createOrder({ amount: 'KUDOS:1', summary: 'tea' });
      exchange().faults.once({ path: '/melt' }, { closeConnection: true });
      const { purchaseId } = mustOk(await open.wallet.preparePay(order.talerPayUri), 'offer');
      mustOk(await open.wallet.confirmPay(purchaseId), 'payment');
      await open.wallet.run();
      const [first = ''] = newDenominations(open);
      exchange().revokeDenomination(first);
      await expectWhole(open, amount('KUDOS:3').units);
    });

    test('coins that were revealed are found with the old coin and given back for others', async () => {
      const open = await beginChange('/reveal');
      const [first = ''] = newDenominations(open);
      exchange().revokeDenomination(first);
      await expectWhole(open, amount('KUDOS:3').units);
    });

    test('a coin revoked before a restore is given back by the machine that never saw it listed', async () => {
      const lost = lab.openWallet();
      await fund(lab, lost, 'KUDOS:2.01');
      const there = total(lost);
      for (const { value } of lost.store.coins({ status: 'fresh' })) exchange().revokeDenomination(value.h);
      const open = restored(lost);
      open.wallet.renewCoins();
      await expectWhole(open, there);
      const order = await lab.sandbox.merchant.createOrder({ amount: 'KUDOS:1.5', summary: 'tea' });
      const { purchaseId } = mustOk(await open.wallet.preparePay(order.talerPayUri), 'offer');
      mustOk(await open.wallet.confirmPay(purchaseId), 'payment');
      await runToRest(lab, open.wallet);
    });
  },
);
