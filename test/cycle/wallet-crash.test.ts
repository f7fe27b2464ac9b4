// SPDX-License-Identifier: GPL-3.0-or-later
import { trusting } from '../support/trusting.ts';
import { describe, expect, test } from 'vitest';
import type { Db } from '../../electron/storage/database.ts';
import { openStore, type Store } from '../../electron/storage/store.ts';
import { createWallet, type Wallet } from '../../electron/wallet/wallet.ts';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { inTurn, stride } from '../support/seed.ts';
import { aroundExchange } from './one-exchange.ts';
import { balanceAt, expectSumsAgree, fund, memoryDatabase, type WalletLab } from './wallet-lab.ts';

// The process dies at the n-th request (before or after the server got it) or at the n-th transaction (before or after
// it was committed), for n = 1, 2, 3, … until the flow passes untouched (see `stride`). A new wallet on the same database then finishes,
// and no money is lost or made.

type Death = 'request not sent' | 'answer lost' | 'transaction rolled back' | 'just after commit';
const DEATHS: readonly Death[] = ['request not sent', 'answer lost', 'transaction rolled back', 'just after commit'];

class Died extends Error {}

/** A wallet that dies at the n-th occasion and is dead from then on, as a killed process is. */
const mortalWallet = (
  lab: WalletLab,
  db: Db,
  death: Death,
  n: number,
): { readonly wallet: Wallet; readonly isDead: () => boolean } => {
  let left = n;
  let dead = false;
  const die = (): never => {
    dead = true;
    throw new Died(death);
  };
  const alive = (): void => {
    if (dead) throw new Died(death);
  };
  const http: WalletLab['world']['http'] = async (input, init) => {
    alive();
    if (death === 'request not sent' && --left === 0) die();
    const answer = await lab.world.http(input, init);
    // A dead process hears nothing; the promise must not settle into code that goes on.
    if (death === 'answer lost' && --left === 0) die();
    alive();
    return answer;
  };
  const world = { ...lab.world, http };
  const store = openStore({ db, world });
  const mortal: Store = {
    ...store,
    transaction: (work) => {
      alive();
      if (death === 'just after commit') {
        const value = store.transaction(work);
        return --left === 0 ? die() : value;
      }
      return store.transaction((tx) => {
        const value = work(tx);
        if (death === 'transaction rolled back' && --left === 0) die();
        return value;
      });
    },
  };
  return { wallet: createWallet({ world, store: mortal }), isDead: () => dead };
};

/** Runs a flow until the wallet dies in it; false when it passed untouched. A death shows as a throw, or as a network failure the flow reported. */
const diesDuring = async (
  mortal: ReturnType<typeof mortalWallet>,
  flow: (wallet: Wallet) => Promise<unknown>,
): Promise<boolean> => {
  try {
    await flow(mortal.wallet);
  } catch (thrown) {
    if (!(thrown instanceof Died) && !mortal.isDead()) throw thrown;
  }
  return mortal.isDead();
};

const MAX_STEPS = 80;
const STEPS = stride(5);

describe.each(inTurn('wallet-crash', ['v17', 'v23'] as const))('dying anywhere (%s)', (generation) => {
  let lab: WalletLab;
  let base: string;
  aroundExchange({ exchanges: [{ generation }] }, (opened, { baseUrl }) => {
    lab = opened;
    base = baseUrl;
  });

  test.each(DEATHS)('during a withdrawal: %s', async (death) => {
    let n = STEPS.first;
    for (; n < MAX_STEPS; n += STEPS.by) {
      const db = memoryDatabase();
      // What the person knows: the transfer was made to this payto.
      const first = lab.openWallet(db);
      mustOk(await first.wallet.addExchange(base), 'exchange');
      const { payto } = mustOk(
        await first.wallet.withdrawManual({ exchange: base, amount: 'KUDOS:1.27' }),
        'withdrawal',
      );
      mustOk(lab.sandbox.bank.transferToReserve(payto), 'transfer');
      const died = await diesDuring(mortalWallet(lab, db, death, n), (wallet) =>
        wallet.run({ untilDone: true, timeoutMs: 15_000 }),
      );
      const again = lab.openWallet(db);
      expectSumsAgree(again.wallet);
      forgetBackOff(again.store);
      const report = await again.wallet.run({ untilDone: true, timeoutMs: 15_000 });
      expect(report.pending, `n = ${n}`).toEqual([]);
      expectSumsAgree(again.wallet);
      // 1 + 0.16 + 0.08 + 0.02 and the fee of 0.01: to the cent, whenever it died
      expect(balanceAt(again.wallet, base), `n = ${n}`).toMatchObject({ available: 'KUDOS:1.26', total: 'KUDOS:1.26' });
      if (!died) break;
    }
    expect(n).toBeGreaterThan(2);
    expect(n).toBeLessThan(MAX_STEPS);
  });

  test.each(DEATHS)('during a bank-integrated withdrawal: %s', async (death) => {
    let n = STEPS.first;
    for (; n < MAX_STEPS; n += STEPS.by) {
      const db = memoryDatabase();
      const operation = await lab.sandbox.bank.createWithdrawal('KUDOS:1.27');
      let confirmed = false;
      const withdraw = async (wallet: Wallet): Promise<void> => {
        const begun = await trusting((asked) => wallet.withdrawFromBank(operation.talerUri, asked));
        await wallet.run();
        if (begun.ok && !confirmed) {
          await operation.confirm();
          confirmed = true;
          // Nobody waits for the next poll here.
          forgetBackOff(openStore({ db, world: lab.world }));
        }
        await wallet.run({ untilDone: true, timeoutMs: confirmed ? 15_000 : 1 });
      };
      const died = await diesDuring(mortalWallet(lab, db, death, n), withdraw);
      const again = lab.openWallet(db);
      expectSumsAgree(again.wallet);
      forgetBackOff(again.store);
      // The person opens the bank's address again.
      await withdraw(again.wallet);
      expect(again.wallet.pending(), `n = ${n}`).toEqual([]);
      expectSumsAgree(again.wallet);
      expect(balanceAt(again.wallet, base), `n = ${n}`).toMatchObject({ available: 'KUDOS:1.26', total: 'KUDOS:1.26' });
      expect(again.wallet.history()).toHaveLength(1);
      if (!died) break;
    }
    expect(n).toBeGreaterThan(4);
    expect(n).toBeLessThan(MAX_STEPS);
  });

  test.each(DEATHS)('during a payment and its change: %s', async (death) => {
    let untouched: string | undefined;
    let n = STEPS.first;
    for (; n < MAX_STEPS; n += STEPS.by) {
      const db = memoryDatabase();
      await fund(lab, lab.openWallet(db), 'KUDOS:4.5');
      const order = await lab.sandbox.merchant.createOrder({ amount: 'KUDOS:1.5', summary: 'tea' });
      const died = await diesDuring(mortalWallet(lab, db, death, n), async (wallet) => {
        const offer = await wallet.preparePay(order.talerPayUri);
        if (offer.ok) await wallet.confirmPay(offer.value.purchaseId);
        await wallet.run({ untilDone: true, timeoutMs: 15_000 });
      });
      const again = lab.openWallet(db);
      expectSumsAgree(again.wallet);
      forgetBackOff(again.store);
      // The person looks at the order again; a payment that had begun is finished, else it is begun now.
      const offer = mustOk(await again.wallet.preparePay(order.talerPayUri), 'offer');
      if (offer.payable) mustOk(await again.wallet.confirmPay(offer.purchaseId), 'payment');
      const report = await again.wallet.run({ untilDone: true, timeoutMs: 15_000 });
      expect(report.pending, `n = ${n}`).toEqual([]);
      expect(order.status(), `n = ${n}`).toBe('paid');
      expectSumsAgree(again.wallet);
      const { total, available } = balanceAt(again.wallet, base);
      expect(available).toBe(total);
      expect(again.wallet.history().filter(({ type }) => type === 'spent-elsewhere')).toEqual([]);
      untouched ??= total;
      expect(total, `n = ${n}`).toBe(untouched);
      if (!died) break;
    }
    expect(n).toBeGreaterThan(4);
    expect(n).toBeLessThan(MAX_STEPS);
    expect(amount(untouched ?? '').units).toBeGreaterThan(0n);
  });
});

const forgetBackOff = (store: Store): void =>
  store.transaction((tx) => {
    for (const { kind, id } of tx.local.tasks()) tx.local.deleteTask(kind, id);
  });
