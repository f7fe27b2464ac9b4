// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import type { SandboxExchange } from '../../electron/sandbox/exchange/exchange.ts';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { aroundExchange } from './one-exchange.ts';
import { accept, HOUR, rich, settle, stateOf, unitsAt } from './peer-lab.ts';
import { runToRest, type WalletLab } from './wallet-lab.ts';
import { inTurn } from '../support/seed.ts';

// A wallet that slept for years comes back to an exchange that has thrown its old purses away.

describe.each(inTurn('wallet-purse-forgotten', ['v14', 'v17', 'v23'] as const))(
  'purses that are over and forgotten (%s)',
  (generation) => {
    let lab: WalletLab;
    let exchange: SandboxExchange;
    aroundExchange({ exchanges: [{ generation }] }, (...started) => void ([lab, exchange] = started));

    const forget = (): void => {
      lab.travel(30 * HOUR);
      exchange.faults.always({ method: 'GET', path: /[/]purses[/]/ }, { status: 404, code: 1025 });
    };
    const wish = { amount: 'KUDOS:1', summary: 'x', expiresHours: 1 };

    test.each(['nobody', 'somebody'] as const)('what %s took', async (who) => {
      const [alice, bob] = [await rich(lab, 'KUDOS:4.01'), lab.openWallet()];
      const sent = mustOk(await alice.wallet.peer.send(wish), 'payment');
      await settle(lab, alice);
      if (who === 'somebody') await accept(lab, bob, sent.uri);
      const before = unitsAt(alice, exchange.baseUrl);
      forget();
      await runToRest(lab, alice.wallet);
      const back = unitsAt(alice, exchange.baseUrl) - before;
      // Where no coin tells (v14), its renewal does.
      if (generation !== 'v14') expect(stateOf(alice, sent)).toBe(who === 'nobody' ? 'expired' : 'taken');
      if (who === 'nobody') expect(back).toBeGreaterThan(amount('KUDOS:0.8').units);
      else expect(back).toBeLessThanOrEqual(0n);
    });

    test.each(['nobody', 'somebody'] as const)('an invoice that %s paid, and one that is called back', async (who) => {
      const [alice, bob] = [await rich(lab, 'KUDOS:4.01'), await rich(lab, 'KUDOS:2.01')];
      const [asked, other] = [
        mustOk(await bob.wallet.peer.request(wish), 'one'),
        mustOk(await bob.wallet.peer.request(wish), 'two'),
      ];
      if (who === 'somebody') await accept(lab, alice, asked.uri);
      const before = unitsAt(bob, exchange.baseUrl);
      forget();
      expect(mustOk(await bob.wallet.abort(other.id), 'abort').state).toBe('aborted');
      await runToRest(lab, bob.wallet);
      expect(stateOf(bob, asked)).toBe(who === 'somebody' ? 'paid' : 'expired');
      const came = unitsAt(bob, exchange.baseUrl) - before;
      if (who === 'somebody') expect(came).toBeGreaterThan(amount('KUDOS:0.8').units);
      else expect(came).toBe(0n);
    });
  },
);
