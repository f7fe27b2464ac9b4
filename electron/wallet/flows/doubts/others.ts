// SPDX-License-Identifier: GPL-3.0-or-later
import { isPast } from '../../../../shared/time.ts';
import { isKnownScheme } from '../../coins/scheme.ts';
import { DAY_MS } from '../flow.ts';
import { isTakeable, takeAgain } from '../peer/push-in.ts';
import { openSession } from '../refresh/refresh-session.ts';
import { reveal } from '../refresh/reveal.ts';
import { growingLater, later, type Look, type Seen, SETTLED } from './look.ts';

/** Asks whether a session that is said to have failed was melted all the same: then its new coins are ours. One that is said to be done and lacks coins is asked for with the daily look. */
export const lookAtRefresh = async (look: Look, id: string): Promise<Seen> => {
  const { wallets, open } = look;
  const refresh = wallets.store.entry('refresh', id)?.value;
  const isUntold = refresh?.status === 'failed' && refresh.noreveal_index === undefined;
  if (!isUntold || refresh.transfer_pub !== undefined || !isKnownScheme(refresh) || refresh.selection.length === 0)
    return SETTLED;
  const session = await openSession(wallets, open, refresh);
  if (!session.ok) return growingLater(look);
  const melted = await session.value.isCommitted();
  if (!melted.ok) return growingLater(look);
  if (!melted.value) return SETTLED;
  const outcome = await reveal(wallets, id, refresh, session.value);
  return outcome.kind === 'finished' ? SETTLED : growingLater(look);
};

/** Takes a payment once more that was taken here and is said to be over, as long as its sender has it. What came of it lies in its reserve, which is looked at by itself. */
export const lookAtPushIn = async (look: Look, id: string): Promise<Seen> => {
  const { wallets } = look;
  const payment = wallets.store.entry('push-in', id)?.value;
  if (!payment || !isTakeable(payment) || isPast(payment.purse_expiration, wallets.world.now())) return SETTLED;
  const outcome = await takeAgain(wallets, id);
  return outcome.kind === 'finished' ? SETTLED : growingLater(look);
};

/** One that is said to be wired is watched by its own flow as long as it is in doubt (`deposit/flow.ts`). */
export const lookAtDeposit = async ({ wallets }: Look, id: string): Promise<Seen> =>
  wallets.store.entry('deposit', id)?.value.status === 'done' ? later(DAY_MS) : SETTLED;
