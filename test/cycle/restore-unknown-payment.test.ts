// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import type { SandboxExchange } from '../../electron/sandbox/exchange/exchange.ts';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { accept, HOUR, lineOf, rich, settle, unitsAt } from './peer-lab.ts';
import { aroundExchange } from './one-exchange.ts';
import { expectSumsAgree, runToRest, type OpenWallet, type WalletLab } from './wallet-lab.ts';
import { inTurn } from '../support/seed.ts';

// A copy from before a payment to a person: it knows the coins and not the payment. What it shows adds up at every commit
// (the lab checks that), and what nobody took is found again.

describe.each(inTurn('restore-unknown-payment', ['v17', 'v23'] as const))(
  'a copy that predates a payment (%s)',
  (generation) => {
    let lab: WalletLab;
    let exchange: SandboxExchange;
    aroundExchange({ exchanges: [{ generation }] }, (opened, first) => {
      lab = opened;
      exchange = first;
    });

    /** What a restore does with a copy: audit with a look for change, then renew what older copies may spend. */
    const restoredFrom = async (copy: ReturnType<OpenWallet['store']['snapshot']>): Promise<OpenWallet> => {
      const open = lab.openWallet();
      open.store.transaction((tx) => void tx.join(copy));
      await open.wallet.auditCoins({}, 'find');
      open.wallet.renewCoins();
      await settle(lab, open);
      return open;
    };

    test.each(['by an audit', 'by itself within a day'])('nobody took it: used elsewhere, and back %s', async (how) => {
      const alice = await rich(lab, 'KUDOS:4');
      const copy = alice.store.snapshot();
      const before = unitsAt(alice, exchange.baseUrl);
      mustOk(await alice.wallet.peer.send({ amount: 'KUDOS:1.5', summary: 'x', expiresHours: 2 }), 'payment');
      await settle(lab, alice);

      const restored = await restoredFrom(copy);
      const missing = before - unitsAt(restored, exchange.baseUrl);
      expect(missing).toBeGreaterThanOrEqual(amount('KUDOS:1.5').units);
      expect(lineOf(restored, 'spent-elsewhere')).toBeDefined();
      expectSumsAgree(restored.wallet);

      lab.travel(2 * HOUR + 60_000);
      if (how === 'by an audit') await restored.wallet.auditCoins({}, 'find');
      else lab.travel(30 * HOUR);
      await runToRest(lab, restored.wallet);
      expectSumsAgree(restored.wallet);
      const back = before - unitsAt(restored, exchange.baseUrl);
      // All of it but fees for renewing coins.
      expect(back).toBeLessThan(amount('KUDOS:0.2').units);
      expect(lineOf(restored, 'spent-elsewhere')).toBeUndefined();
      // Found once: looking again changes nothing, nor does hearing of the payment at last.
      await restored.wallet.auditCoins({}, 'find');
      lab.travel(30 * HOUR);
      await runToRest(lab, restored.wallet);
      expect(before - unitsAt(restored, exchange.baseUrl)).toBe(back);
      const spendable = mustOk(await restored.wallet.peer.quote({ amount: 'KUDOS:3.7' }), 'quote');
      expect(spendable.possible).toBe(true);
      await runToRest(lab, alice.wallet);
      restored.store.transaction((tx) => void tx.join(alice.store.snapshot()));
      await restored.wallet.auditCoins({}, 'find');
      await runToRest(lab, restored.wallet);
      expectSumsAgree(restored.wallet);
      expect(unitsAt(restored, exchange.baseUrl)).toBeLessThanOrEqual(before);
    });

    test('somebody took it: it stays used elsewhere, and nothing is found twice', async () => {
      const [alice, bob] = [await rich(lab, 'KUDOS:4'), lab.openWallet()];
      const copy = alice.store.snapshot();
      const before = unitsAt(alice, exchange.baseUrl);
      const sent = mustOk(
        await alice.wallet.peer.send({ amount: 'KUDOS:1.5', summary: 'x', expiresHours: 2 }),
        'payment',
      );
      await settle(lab, alice);
      const restored = await restoredFrom(copy);
      await accept(lab, bob, sent.uri);
      lab.travel(2 * HOUR + 60_000);
      await restored.wallet.auditCoins({}, 'find');
      await runToRest(lab, restored.wallet);
      expectSumsAgree(restored.wallet);
      expect(before - unitsAt(restored, exchange.baseUrl)).toBeGreaterThanOrEqual(amount('KUDOS:1.5').units);
      expect(lineOf(restored, 'spent-elsewhere')).toBeDefined();
    });

    test.each(['nobody', 'somebody'] as const)(
      'looked at before the exchange has given back what %s took',
      async (who) => {
        const [alice, bob] = [await rich(lab, 'KUDOS:4'), lab.openWallet()];
        const copy = alice.store.snapshot();
        const before = unitsAt(alice, exchange.baseUrl);
        const wish = { amount: 'KUDOS:1.5', summary: 'x', expiresHours: 2 };
        const sent = mustOk(await alice.wallet.peer.send(wish), 'payment');
        await settle(lab, alice);
        if (who === 'somebody') await accept(lab, bob, sent.uri);
        // What the coins tell before the exchange's job has run is what they told before the payment's time was over.
        const told = new Map<string, string>();
        let isLate = false;
        lab.interceptHttp(async (input, init) => {
          const path = /[/]coins[/].*[/]history$/.exec(String(input))?.[0];
          const earlier = isLate && path !== undefined ? told.get(path) : undefined;
          if (earlier !== undefined) return new Response(earlier, { headers: { 'content-type': 'application/json' } });
          const answer = await fetch(input, init);
          if (path !== undefined && answer.status === 200 && !isLate) told.set(path, await answer.clone().text());
          return answer;
        });
        const reader = lab.openWallet();
        reader.store.transaction((tx) => void tx.join(copy));
        await reader.wallet.auditCoins({}, 'find');
        expect(told.size).toBeGreaterThan(0);

        lab.travel(2 * HOUR + 1_000);
        isLate = true;
        const restored = await restoredFrom(copy);
        expect(before - unitsAt(restored, exchange.baseUrl)).toBeGreaterThanOrEqual(amount('KUDOS:1.5').units);
        isLate = false;
        lab.travel(HOUR + 120_000);
        await runToRest(lab, restored.wallet);
        expectSumsAgree(restored.wallet);
        const missing = before - unitsAt(restored, exchange.baseUrl);
        if (who === 'nobody') expect(missing).toBeLessThan(amount('KUDOS:0.2').units);
        else expect(missing).toBeGreaterThanOrEqual(amount('KUDOS:1.5').units);
        expect(restored.store.local.mark('coins-in-purses-of-another-copy')).toBeUndefined();
        lab.interceptHttp(undefined);
      },
    );
  },
);
