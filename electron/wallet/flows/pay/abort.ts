// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../../shared/result.ts';
import type { AbortView } from '../../../../shared/view.ts';
import type { Tx } from '../../../storage/store.ts';
import { bytesToCrock } from '../../../taler/bytes/encodings.ts';
import { abortPayment } from '../../../taler/merchant/refund.ts';
import type { Drive, StepOutcome, Wallets } from '../../context.ts';
import type { WalletFailure } from '../../failure/failure.ts';
import type { Purchase } from '../../../state/entry.ts';
import { ABORTING, isAborting } from '../wish.ts';
import type { Attempt } from './attempt.ts';
import { endRefused } from './payment-end.ts';
import { stopAsking } from './refund.ts';
import { writeRefunds } from './refund-lines.ts';
import { lowerToHeld, moveOn } from '../../ledger/spend.ts';

/** Whether a payment can still be taken back. */
export const isEndable = (purchase: Purchase): boolean => purchase.status === 'paying' && !isAborting(purchase);

/** Takes an unfinished payment back; undefined when the id is none, `already-complete` when it turns out to be made. */
export const takePaymentBack = async (
  wallets: Wallets,
  drive: Drive,
  id: string,
): Promise<Result<AbortView, WalletFailure> | undefined> => {
  const status = (): string | undefined => wallets.store.entry('purchase', id)?.value.status;
  if (status() === undefined) return undefined;
  if (stopAsking(wallets, id)) return ok({ id, state: 'aborted' });
  const wished = wishAbort(wallets, id);
  if (!wished.ok) return wished;
  // A payment request that is on its way is waited for; only then can the merchant be asked.
  for (let go = 0; go < 2 && status() === 'paying'; go++) await drive({ kind: 'payment', id });
  const now = status();
  if (now === 'paid') return err({ kind: 'already-complete' });
  return ok({ id, state: now === 'paying' ? 'pending' : 'aborted' });
};

/** Notes the wish to abort a payment that is not complete, due at once; one that was only offered is closed. */
export const wishAbort = ({ store }: Pick<Wallets, 'store'>, id: string): Result<void, WalletFailure> =>
  store.transaction((tx) => {
    const purchase = tx.entry('purchase', id)?.value;
    if (purchase?.status === 'offered' || purchase?.status === 'claiming')
      tx.put('purchase', id, { ...purchase, status: 'aborted', why: 'aborted' });
    else if (purchase?.status === 'paying') {
      tx.put('purchase', id, { ...purchase, why: ABORTING });
      tx.local.deleteTask('payment', id);
    } else return err({ kind: 'nothing-to-abort', id: id.slice(0, 64) });
    return ok(undefined);
  });

/**
 * Asks the merchant to give back what it has deposited so far. Coins it never deposited are whole again; coins it did come
 * back as refunds that the exchange signed. `already-complete` when the payment had gone through (2254): it stays paid.
 */
export const abortStep = async (attempt: Attempt): Promise<StepOutcome | 'already-complete'> => {
  const { wallets, id, terms, coins } = attempt;
  const keys = attempt.open?.keys;
  const answer = await abortPayment(wallets.world, { terms, coins, keysOf: () => keys });
  if (!answer.ok) {
    switch (answer.error.kind) {
      case 'already-complete':
        return 'already-complete';
      case 'order-unknown':
        return endRefused(attempt, 'aborted', 'aborted');
      case 'refused':
        // Without a code it is not the merchant speaking. With one it will not help.
        return answer.error.code === undefined
          ? { kind: 'failed', failure: answer.error }
          : endRefused(attempt, 'aborted', 'aborted');
      default:
        return { kind: 'failed', failure: answer.error };
    }
  }
  if (answer.value.some(({ state }) => state.kind === 'pending')) return { kind: 'waiting', waitingFor: 'merchant' };
  const given = answer.value.filter(({ state }) => state.kind === 'given');
  const pubs = new Set(given.map(({ coinPub }) => coinPub));
  const purchase = wallets.store.entry('purchase', id)?.value;
  if (!purchase) throw new Error('defect: a purchase vanished while it was being aborted');
  const deposited = new Set(coins.flatMap((each) => (pubs.has(bytesToCrock(each.coin.pub)) ? [each.id] : [])));
  return close(wallets, id, deposited, (tx) => writeRefunds(wallets, tx, { id, purchase, keys }, given));
};

/** What was deposited counts as given (and as returned, by the refunds written with it); the rest is released. */
const close = (
  { store }: Wallets,
  id: string,
  deposited: ReadonlySet<string>,
  alsoWrite: (tx: Tx) => void = () => undefined,
): StepOutcome => {
  store.transaction((tx) => {
    const purchase = tx.entry('purchase', id)?.value;
    if (!purchase) throw new Error('defect: a purchase vanished while it was being aborted');
    const paid = moveOn(purchase.coins, 'paid', (coin) => deposited.has(coin));
    tx.put('purchase', id, { ...purchase, coins: moveOn(paid, 'released'), status: 'aborted', why: 'aborted' });
    alsoWrite(tx);
    lowerToHeld(tx, [...deposited]);
  });
  return { kind: 'finished' };
};
