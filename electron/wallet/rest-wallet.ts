// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../shared/result.ts';
import type { AbortView, DepositOfferView, DepositView, RefundView } from '../../shared/view.ts';
import { wishAbort } from './abort.ts';
import type { Wallets } from './context.ts';
import { depositOffer, reserveDeposit, type DepositWish } from './deposit.ts';
import type { WalletFailure } from './failure.ts';
import { askForRefund, refundView } from './refund.ts';
import type { Runner } from './runner.ts';

/** Money that comes back, and money that leaves for a bank. */
export type RestWallet = {
  /** Fetches what the merchant of a `taler://refund/…` address has granted; what the exchange owes still comes with `run`. */
  readonly refund: (talerUri: string) => Promise<Result<RefundView, WalletFailure>>;
  /** Takes an unfinished payment back, or gives up a withdrawal whose money never came; fails with `already-complete` when a payment turns out to be paid. */
  readonly abort: (id: string) => Promise<Result<AbortView, WalletFailure>>;
  /** What sending `amount` (as it arrives) to one's own bank account would cost. */
  readonly prepareDeposit: (wish: DepositWish) => Promise<Result<DepositOfferView, WalletFailure>>;
  /** Does it; a deposit whose answer is missing goes on with `run`. */
  readonly deposit: (wish: DepositWish) => Promise<Result<DepositView, WalletFailure>>;
};

/** The functions of `RestWallet`, over the wallet's runner. */
export const createRestWallet = (wallets: Wallets, { drive }: Pick<Runner, 'drive'>): RestWallet => ({
  refund: async (talerUri) => {
    const asked = askForRefund(wallets, talerUri);
    if (!asked.ok) return asked;
    await drive({ kind: 'refund', id: asked.value });
    return ok(refundView(wallets, asked.value));
  },
  abort: async (id) => {
    const wished = wishAbort(wallets, id);
    if (!wished.ok) return wished;
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
});
