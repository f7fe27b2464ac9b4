// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from '../../../shared/facts/subjects.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { isPast, timestampToMs } from '../../../shared/time.ts';
import { DAY_MS } from '../flows/flow.ts';
import type { Entry, Purchase } from '../../state/entry.ts';
import type { Reader } from '../../storage/store.ts';
import type { Wallets } from '../context.ts';
import type { NotForgettable, WalletFailure } from '../failure/failure.ts';
import { isUnconfirmed } from '../flows/pay/payment-end.ts';
import { readGivings } from '../ledger/givings.ts';
import { isConfirmed } from '../ledger/returns.ts';
import { isOut } from './coins-out.ts';

/** So long after a payment whose shop took money for nothing, its contract is kept as the proof; and a year that was paid to a place. */
const YEAR_MS = 365 * DAY_MS;

/** What forgetting a purchase takes away; `until` is the day until which its shop could still give something back. */
export const aboutPurchase = (
  wallets: Wallets,
  purchase: Entry<'purchase'>,
): Result<Said<'forgetting'>, WalletFailure> => {
  const { value } = purchase;
  if (value.forgotten === true) return err({ kind: 'nothing-to-forget', id: purchase.id });
  const why = whyKept(wallets, purchase);
  if (why) return err({ kind: 'not-forgettable', why });
  const until = readGivings(wallets.store).find(({ id }) => id === purchase.id)?.mayReturnUntilMs ?? 0;
  const isOpen = Number.isFinite(until) && until > wallets.world.now();
  if (value.provider !== undefined) return ok({ kind: 'place-fee', facts: isOpen ? { until } : {} });
  return ok(
    value.status === 'paid'
      ? { kind: 'purchase-paid', facts: isOpen ? { until } : {} }
      : { kind: 'purchase-unpaid', facts: {} },
  );
};

/** Leaves the sums of a purchase that was found to be forgettable. */
export const forgetPurchase = ({ store }: Pick<Wallets, 'store'>, id: string): void =>
  store.transaction((tx) => {
    const now = tx.entry('purchase', id)?.value;
    if (!now) return;
    const { why: _why, ...open } = now;
    const isOpen = now.status === 'offered' || now.status === 'claiming';
    tx.put('purchase', id, { ...(isOpen ? { ...open, status: 'aborted' as const } : now), forgotten: true });
    for (const kind of ['payment', 'refund', 'refund-watch']) tx.local.deleteTask(kind, id);
    tx.local.setMarkOf('named-by', id, undefined);
  });

/** Why it is kept: money can still come of it, or be asked for again. */
export const whyKept = (
  { store, world }: Pick<Wallets, 'store' | 'world'>,
  { id, value }: Entry<'purchase'>,
): NotForgettable | undefined => {
  if (value.status === 'paying' || isOut(store, value.coins)) return 'unfinished';
  // Nobody who promised something a year ago and never gave it keeps it from being forgotten.
  if (isLongAgo(value, world.now())) return undefined;
  if (isRefunding(store, id)) return 'refund';
  if (isDisputed(store, id, value)) return 'disputed';
  return value.provider !== undefined && isInUse(store, value.provider) ? 'place' : undefined;
};

/** Asked for, or named and not signed by the exchange yet. What it has signed is back; its change waits for no shop. */
const isRefunding = ({ entries, local }: Pick<Reader, 'entries' | 'local'>, id: string): boolean =>
  local.task('refund', id) !== undefined ||
  entries('refund').some(({ value }) => value.purchase === id && value.status === 'announced' && !isConfirmed(value));

/** Its shop has the money and denies it: the contract is what the person can show. */
const isDisputed = ({ entries }: Pick<Reader, 'entries'>, id: string, value: Purchase): boolean => {
  if (isUnconfirmed(value)) return true;
  if (value.status === 'paid') return false;
  const back = new Set(entries('refund').flatMap((each) => (each.value.purchase === id ? [each.value.coin] : [])));
  return Object.entries(value.coins).some(([coin, { s }]) => s === 'paid' && !back.has(coin));
};

const isLongAgo = ({ paid_at: paid, begun, created }: Purchase, nowMs: number): boolean => {
  const from = paid ?? begun ?? created;
  return isPast(from, nowMs) && timestampToMs(from) + YEAR_MS < nowMs;
};

const isInUse = (reader: Pick<Reader, 'entry'>, provider: string): boolean =>
  reader.entry('provider', provider)?.value.removed === false;
