// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../shared/result.ts';
import type { AbortView, DepositOfferView, DepositView, RefundView } from '../../shared/view.ts';
import { wishAbort } from './flows/pay/abort.ts';
import type { Wallets } from './context.ts';
import { depositOffer, reserveDeposit, type DepositWish } from './flows/deposit/deposit.ts';
import type { WalletFailure } from './failure/failure.ts';
import { askForRefund, refundView } from './flows/pay/refund.ts';
import type { Runner } from './runner/runner.ts';
import type { Shown } from './spend/shown.ts';

/** Money that comes back, and money that leaves for a bank. */
export type RestWallet = {
  /** Fetches what the merchant of a `taler://refund/…` address has granted; what the exchange owes still comes with `run`. */
  readonly refund: (talerUri: string) => Promise<Result<RefundView, WalletFailure>>;
  /** Takes an unfinished payment or deposit back, or gives up a withdrawal whose money never came; fails with `already-complete` or `deposit-confirmed` when it turns out to be made. */
  readonly abort: (id: string) => Promise<Result<AbortView, WalletFailure>>;
  /** What sending `amount` (as it arrives) to one's own bank account would cost. */
  readonly prepareDeposit: (wish: DepositWish) => Promise<Result<DepositOfferView, WalletFailure>>;
  /** Does it; a deposit whose answer is missing goes on with `run`. */
  readonly deposit: (wish: DepositWish & Shown) => Promise<Result<DepositView, WalletFailure>>;
};

/** The functions of `RestWallet`, over the wallet's runner. */
export const createRestWallet = (wallets: Wallets, { drive }: Pick<Runner, 'drive'>): RestWallet => {
  const takeDepositBack = async (id: string): Promise<Result<AbortView, WalletFailure>> => {
    const status = (): string | undefined => wallets.store.entry('deposit', id)?.value.status;
    // A request that is on its way is waited for; only then can the exchange say what it has.
    for (let go = 0; go < 2 && status() === 'planned'; go++) await drive({ kind: 'deposit', id });
    const now = status();
    if (now === 'deposited' || now === 'done') return err({ kind: 'deposit-confirmed', wired: now === 'done' });
    return ok({ id, state: now === 'planned' ? 'pending' : 'aborted' });
  };
  return {
    refund: async (talerUri) => {
      const asked = askForRefund(wallets, talerUri);
      if (!asked.ok) return asked;
      await drive({ kind: 'refund', id: asked.value });
      return ok(refundView(wallets, asked.value));
    },
    abort: async (id) => {
      const wished = wishAbort(wallets, id);
      if (!wished.ok) return wished;
      if (wallets.store.entry('deposit', id)) return takeDepositBack(id);
      const status = (): string | undefined => wallets.store.entry('purchase', id)?.value.status;
      // A payment request that is on its way is waited for; only then can the merchant be asked.
      for (let go = 0; go < 2 && status() === 'paying'; go++) await drive({ kind: 'payment', id });
      const now = status();
      if (now === 'paid') return err({ kind: 'already-complete' });
      return ok({ id, state: now === 'paying' ? 'pending' : 'aborted' });
    },
    prepareDeposit: (wish) => depositOffer(wallets, wish),
    deposit: async (wish) => {
      const reserved = await reserveDeposit(wallets, wish);
      if (!reserved.ok) return reserved;
      const id = reserved.value;
      await drive({ kind: 'deposit', id });
      const deposit = wallets.store.entry('deposit', id)?.value;
      switch (deposit?.status) {
        case 'planned':
          return ok({ id, state: 'pending' });
        case 'deposited':
          return ok({ id, state: 'deposited' });
        case 'done':
          return ok({ id, state: 'wired' });
        default:
          return err({ kind: 'deposit-refused', why: deposit?.why ?? 'unknown' });
      }
    },
  };
};
