// SPDX-License-Identifier: GPL-3.0-or-later
import { addCapped, amount, amountToText } from '../../../../shared/amount.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import type { DepositView } from '../../../../shared/view.ts';
import type { ValueByKind } from '../../../state/entry.ts';
import type { Drive, Wallets } from '../../context.ts';
import type { WalletFailure } from '../../failure/failure.ts';
import type { Shown } from '../../spend/shown.ts';
import { depositOffer, reserveDeposit, type DepositWish } from './deposit.ts';

/** Commits to a deposit and has one go at it; what is unanswered goes on with the next run. */
export const makeDeposit = async (
  wallets: Wallets,
  drive: Drive,
  wish: DepositWish & Shown,
): Promise<Result<DepositView, WalletFailure>> => {
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
      return err(await whyNotDeposited(wallets, wish, deposit));
  }
};

/** Why a deposit was given up; one that got dearer than was shown is shown again. */
const whyNotDeposited = async (
  wallets: Wallets,
  wish: DepositWish,
  deposit: ValueByKind['deposit'] | undefined,
): Promise<WalletFailure> => {
  const refused: WalletFailure = { kind: 'deposit-refused', why: deposit?.why ?? 'unknown' };
  if (deposit?.why !== 'fees-changed' || deposit.cost === undefined) return refused;
  const offer = await depositOffer(wallets, wish);
  const shown = amountToText(addCapped(amount(deposit.amount), amount(deposit.cost)));
  return offer.ok && offer.value.possible ? { kind: 'fees-changed', shown, total: offer.value.total } : refused;
};
