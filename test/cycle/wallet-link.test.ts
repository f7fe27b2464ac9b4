// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { amount } from '../../shared/amount.ts';
import { moneyFrom } from '../../electron/backup/copies/risk.ts';
import { mustOk } from '../../shared/result.ts';
import { aroundExchange } from './one-exchange.ts';
import { markProven } from '../support/proven.ts';
import {
  balanceAt,
  expectSumsAgree,
  fund as fundBy,
  runToRest,
  type OpenWallet,
  type WalletLab,
} from './wallet-lab.ts';
import { inTurn } from '../support/seed.ts';

describe.each(inTurn('wallet-link', ['v17', 'v23', 'v32'] as const))(
  'change that only an old coin leads to (%s)',
  (generation) => {
    let lab: WalletLab;
    let base: string;
    aroundExchange({ exchanges: [{ generation }] }, (opened, { baseUrl }) => {
      lab = opened;
      base = baseUrl;
    });

    const total = ({ wallet }: OpenWallet): bigint => amount(balanceAt(wallet, base).total).units;
    /** Nothing but what the test does is refreshed there. */
    const fund = async (known: WalletLab, open: OpenWallet, sum: string): Promise<void> => {
      mustOk(await open.wallet.addExchange(base), 'exchange');
      markProven(open.store);
      await fundBy(known, open, sum);
    };
    const copyOf = ({ store }: OpenWallet): OpenWallet => {
      const copy = lab.openWallet();
      copy.store.transaction((tx) => tx.join(store.snapshot()));
      return copy;
    };
    const pay = async (open: OpenWallet, price: string): Promise<void> => {
      const order = await lab.sandbox.merchant.createOrder({ amount: price, summary: 'tea' });
      mustOk(
        await open.wallet.confirmPay(mustOk(await open.wallet.preparePay(order.talerPayUri), 'offer').purchaseId),
        'payment',
      );
      await runToRest(lab, open.wallet);
    };

    test('change of change is found, renewed and spent by a copy that knew none of it', async () => {
      const lost = lab.openWallet();
      await fund(lab, lost, 'KUDOS:8.01');
      const old = copyOf(lost);
      await pay(lost, 'KUDOS:1');
      await pay(lost, 'KUDOS:2.5');
      const there = total(lost);

      await old.wallet.auditCoins({}, 'find');
      expectSumsAgree(old.wallet);
      // The seed of a session that was found by link has a blank in its name.
      const money = moneyFrom(old.store).map(({ sum }) => sum);
      expect(new Set(money.map(({ currency }) => currency))).toEqual(new Set(['KUDOS']));
      expect(money.reduce((all, { units }) => all + units, 0n)).toBe(total(old));
      // A copy that says they are another session's is believed where the transfer keys fit, and nowhere else.
      const [known, lines] = [total(old), old.wallet.history()];
      old.store.transaction((tx) =>
        tx.join(
          tx
            .snapshot()
            .map((entry) =>
              entry.kind === 'refresh' ? { ...entry, value: { ...Object(entry.value), same_as: 'nobody' } } : entry,
            ),
        ),
      );
      expect(old.store.entries('refresh').map(({ value }) => value.same_as)).toContain('nobody');
      expect([total(old), old.wallet.history()]).toEqual([known, lines]);
      expectSumsAgree(old.wallet);
      await runToRest(lab, old.wallet);
      expectSumsAgree(old.wallet);
      // Renewing what was found costs a cent or two for each coin.
      expect(there - total(old)).toBeLessThanOrEqual(amount('KUDOS:0.12').units);
      expect((await old.wallet.auditCoins({}, 'find')).spentElsewhere).toBe(0);
      await pay(old, 'KUDOS:4');
    });

    test('of a coin that was busy during the audit, the change is found when its own step is refused', async () => {
      const first = lab.openWallet();
      await fund(lab, first, 'KUDOS:4.01');
      const second = copyOf(first);
      second.store.transaction((tx) => tx.local.setMark('audit-finds-change', true));
      const [exchange] = lab.sandbox.exchanges;
      exchange?.faults.once({ path: '/melt' }, { status: 503 });
      second.wallet.renewCoins();
      await second.wallet.run();
      expect(await second.wallet.auditCoins({}, 'find')).toMatchObject({ busy: 1, checked: 0 });
      // The other copy renews the same coin under a seed nobody else knows, and is never heard of again.
      first.wallet.renewCoins();
      await runToRest(lab, first.wallet);
      const whole = total(first);
      await runToRest(lab, second.wallet);
      expectSumsAgree(second.wallet);
      expect(whole - total(second)).toBeLessThan(amount('KUDOS:0.1').units);
    });

    test('the session that turns up later is the same money, not more', async () => {
      const first = lab.openWallet();
      await fund(lab, first, 'KUDOS:4.01');
      const second = copyOf(first);
      await pay(first, 'KUDOS:1');
      await second.wallet.auditCoins({}, 'find');
      await runToRest(lab, second.wallet);
      const found = total(second);
      second.store.transaction((tx) => tx.join(first.store.snapshot()));
      await runToRest(lab, second.wallet);
      expectSumsAgree(second.wallet);
      expect(total(second)).toBe(found);
      expect((await second.wallet.auditCoins({}, 'find')).spentElsewhere).toBe(0);
      first.store.transaction((tx) => tx.join(second.store.snapshot()));
      await runToRest(lab, first.wallet);
      expectSumsAgree(first.wallet);
      expect(total(first)).toBe(found);
      expect((await first.wallet.auditCoins({}, 'find')).spentElsewhere).toBe(0);
      await pay(first, 'KUDOS:2');
    });

    test('an exchange that lies about the link makes no coins', async () => {
      const first = lab.openWallet();
      await fund(lab, first, 'KUDOS:4.01');
      const second = copyOf(first);
      await pay(first, 'KUDOS:1');
      const path = generation === 'v32' ? '/history' : '/link';
      lab.sandbox.exchanges[0]?.faults.times(path === '/link' ? 1 : 2, { path }, { wrongDenominationSignature: true });
      expect(await second.wallet.auditCoins({}, 'find')).toMatchObject({ checked: 0, exchangesSilent: [base] });
      expectSumsAgree(second.wallet);
      expect(second.store.entries('refresh')).toEqual([]);
      expect(balanceAt(second.wallet, base).total).toBe('KUDOS:4');
      await second.wallet.auditCoins({}, 'find');
      expect(total(second)).toBe(total(first));
    });
  },
);
