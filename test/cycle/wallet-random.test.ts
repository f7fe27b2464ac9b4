// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import type { Fault } from '../../electron/sandbox/faults.ts';
import type { SandboxExchange } from '../../electron/sandbox/exchange/exchange.ts';
import { amount, amountToText } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { aroundExchange } from './one-exchange.ts';
import { expectSumsAgree, runToRest, type OpenWallet, type WalletLab } from './wallet-lab.ts';

// Random lives of a wallet: money comes, orders are paid, servers fail before and after doing their work, the wallet is
// restarted in between. At rest every unit is accounted for. A failing seed is printed; it makes the same life again.

let lab: WalletLab;
let exchange: SandboxExchange;
aroundExchange({ exchanges: [{ generation: 'v17' }] }, (opened, first) => {
  lab = opened;
  exchange = first;
});

/** mulberry32: small, seeded, good enough to choose what happens next. */
const dice = (seed: number) => {
  let state = seed;
  return (sides: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
};

const FAULTS: readonly Fault[] = [
  { status: 500, code: 50 },
  { status: 503, retryAfter: '1' },
  { closeConnection: true },
  { afterHandling: true, closeConnection: true },
  { afterHandling: true, status: 502 },
  { halfJson: true },
  { cutBodyAt: 25 },
  { lieAboutSignature: true },
  { v17RefuseBatchReplay: true },
];
const PATHS = ['/batch-withdraw', '/melt', '/reveal', '/reserves/', '/pay', '/claim', '/history', '/keys'];

const cents = (roll: number): string => amountToText({ currency: 'KUDOS', units: BigInt(roll) * 1_000_000n });

test.each([1, 2, 3, 4, 5, 6, 7, 8])('life %i', async (seed) => {
  const roll = dice(seed);
  let open: OpenWallet = lab.openWallet();
  mustOk(await open.wallet.addExchange(exchange.baseUrl), 'exchange');
  const reserves: string[] = [];
  let sent = 0n;
  const orders: { readonly price: bigint; readonly isPaid: () => boolean }[] = [];
  for (let event = 0; event < 30; event++) {
    switch (roll(6)) {
      case 0: {
        const text = cents(1 + roll(900));
        const begun = await open.wallet.withdrawManual({ exchange: exchange.baseUrl, amount: text });
        if (!begun.ok) break;
        mustOk(lab.sandbox.bank.transferToReserve(begun.value.payto), 'transfer');
        reserves.push(begun.value.reservePub);
        sent += amount(text).units;
        break;
      }
      case 1:
      case 2: {
        const price = cents(1 + roll(500));
        const order = await lab.sandbox.merchant.createOrder({ amount: price, summary: `${seed}/${event}` });
        orders.push({ price: amount(price).units, isPaid: () => order.status() === 'paid' });
        const offer = await open.wallet.preparePay(order.talerPayUri);
        if (offer.ok && offer.value.payable) await open.wallet.confirmPay(offer.value.purchaseId);
        break;
      }
      case 3: {
        const path = PATHS[roll(PATHS.length)] ?? '';
        const server = path === '/pay' || path === '/claim' ? lab.sandbox.merchant : exchange;
        server.faults.once({ path }, FAULTS[roll(FAULTS.length)] ?? {});
        break;
      }
      case 4:
        await open.wallet.run();
        lab.travel(roll(5000));
        break;
      default:
        open = lab.openWallet(open.db);
    }
    expectSumsAgree(open.wallet);
  }
  exchange.faults.clear();
  lab.sandbox.merchant.faults.clear();
  await runToRest(lab, open.wallet);
  expectSumsAgree(open.wallet);

  const held = open.wallet.balances().reduce((sum, { total }) => sum + amount(total).units, 0n);
  const left = reserves.reduce((sum, pub) => sum + amount(exchange.reserveBalance(pub) ?? 'KUDOS:0').units, 0n);
  const paid = orders.filter(({ isPaid }) => isPaid()).reduce((sum, { price }) => sum + price, 0n);
  const lines = open.wallet.history();
  const fees = lines.reduce((sum, line) => sum + amount(line.fees).units, 0n);
  expect(lines.filter(({ type }) => type === 'spent-elsewhere')).toEqual([]);
  expect(lines.filter(({ type, state }) => type === 'payment' && state === 'done')).toHaveLength(
    orders.filter(({ isPaid, price }) => price > 0n && isPaid()).length,
  );
  // Invariant 1, to the unit: what was sent is held, paid, left in reserves (counted there among the fees), or a fee.
  expect(held + paid + fees).toBe(sent);
  expect(left).toBeLessThan(amount('KUDOS:0.01').units * BigInt(reserves.length + 1));
  // and the fees are fees: a few cents for each thing that happened
  expect(fees).toBeLessThan(amount('KUDOS:0.12').units * BigInt(30));
});
