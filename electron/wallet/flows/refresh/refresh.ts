// SPDX-License-Identifier: GPL-3.0-or-later
import { ok } from '../../../../shared/result.ts';
import { timestampToMs } from '../../../../shared/time.ts';
import type { Refresh } from '../../../state/entry.ts';
import type { RefreshSession } from '../../../taler/exchange/exchange.ts';
import { lowerRemaining } from '../../audit/audit.ts';
import type { StepOutcome, Wallets } from '../../context.ts';
import type { OpenExchange } from '../../exchanges.ts';
import type { Refusal, WalletFailure } from '../../failure/failure.ts';
import { readRefusal } from '../../failure/noted.ts';
import { isWaitingPlan } from '../../ledger/waiting.ts';
import { stepRecoup } from './recoup.ts';
import { heldForProof, isAwaitedProof, isUnspentRefused } from './proof.ts';
import { afterMelt, nameOf, reveal, withheld } from './reveal.ts';
import { isEnough, isSigned, putAnswer, putRefresh, useUp } from './session-book.ts';
import { mayWaitForKindsMs } from './next-end.ts';
import { isUrgent } from './put-off.ts';
import { openSession } from './refresh-session.ts';
import { outsideOf, outsideSeeds } from '../../coins/outside.ts';
import { newerSeeds } from '../../coins/scheme.ts';
import { isWithdrawable } from '../../coins/selection.ts';
import { HOUR_MS } from '../flow.ts';

/** One go at a refresh: commit with the old coin, then have the new ones signed. */
export const stepRefresh = async (wallets: Wallets, id: string): Promise<StepOutcome> => {
  const refresh = wallets.store.entry('refresh', id)?.value;
  if (refresh?.status !== 'planned' && refresh?.status !== 'melted') return { kind: 'finished' };
  if (newerSeeds(wallets.store).has(id)) return { kind: 'finished' };
  const refusal =
    refresh.status === 'melted' ? readRefusal(wallets.store.local.task('refresh', id)?.lastFailure) : undefined;
  // A melt names only the old coin: it succeeds although the new ones cannot be had any more.
  const revalidated = refresh.status === 'planned' || refusal !== undefined;
  const open = await wallets.exchanges.open(refresh.exchange, { revalidated });
  if (!open.ok) return { kind: 'failed', failure: open.error };
  if (open.value.keys.masterPub !== refresh.master_pub)
    return { kind: 'failed', failure: { kind: 'master-key-changed', exchange: refresh.exchange } };
  if (refresh.reason === 'recoup' && !isSigned(wallets, refresh)) {
    giveUp(wallets, id, 'spent-elsewhere');
    return { kind: 'again' };
  }
  if (refresh.reason === 'recoup')
    return stepRecoup(wallets, open.value, id, refresh, (tx) => {
      putRefresh(tx, id, { status: 'done' });
      useUp(tx, id, refresh);
    });
  if (refusal && !isWorthAsking(wallets, open.value, refusal)) return withheld(refresh, refusal);
  const session = await openSession(wallets, open.value, refresh);
  if (!session.ok) return refused(wallets, open.value, id, refresh, session.error);
  const hopeless = refresh.status === 'planned' ? whyHopeless(wallets, open.value, refresh) : undefined;
  if (hopeless !== undefined) {
    const melted = await session.value.isCommitted();
    if (!melted.ok) return { kind: 'failed', failure: melted.error };
    if (!melted.value) {
      giveUp(wallets, id, hopeless);
      return { kind: 'again' };
    }
  }
  if (refresh.status === 'planned' && !isSigned(wallets, refresh))
    return { kind: 'failed', failure: { kind: 'coin-not-derivable', coin: refresh.old_coin } };
  const held = refresh.status === 'planned' ? heldForProof(wallets, open.value.keys, id) : undefined;
  if (held) return held;
  const lookedAt = wallets.world.now();
  const allowed = await wallets.gate({ kind: 'refresh', id }, undefined, { isPatient: isPatient(wallets, refresh) });
  if (!allowed.ok)
    return (isWaitingPlan(wallets.store, refresh) && !isAwaitedProof(wallets, open.value.keys, id)) ||
      ('later' in allowed.error && allowed.error.later === true)
      ? { kind: 'waiting', waitingFor: 'provider', forMs: laterMs(wallets, refresh) }
      : { kind: 'failed', failure: allowed.error };
  const changed = refresh.status === 'planned' ? await changedSince(wallets, refresh, lookedAt) : undefined;
  if (changed) return changed;
  // From here on the coin is not there for anything else; a payment may have taken it while the gate was asked.
  if (refresh.status === 'planned' && !claim(wallets, id)) return { kind: 'again' };
  return refresh.status === 'planned'
    ? commit(wallets, open.value, id, refresh, session.value)
    : reveal(wallets, id, refresh, session.value);
};

/**
 * Looks once more at what is offered where a copy took its time: real exchanges take a melt for coins they have just revoked, and keep it.
 * Undefined when the melt may go out; the next go finds out what is wrong otherwise. A gate that is always slow keeps nobody waiting.
 */
const changedSince = async (wallets: Wallets, refresh: Refresh, lookedAt: number): Promise<StepOutcome | undefined> => {
  if (Math.abs(wallets.world.now() - lookedAt) <= MAX_LOOK_MS) return undefined;
  const open = await wallets.exchanges.open(refresh.exchange, { revalidated: true });
  if (!open.ok) return { kind: 'failed', failure: open.error };
  const isSame = open.value.keys.masterPub === refresh.master_pub;
  return isSame && isStillOffered(wallets, open.value, refresh) ? undefined : { kind: 'again' };
};

const MAX_LOOK_MS = 1_000;

/** The next copy will do for what nobody waits for, nobody outside can take meanwhile, and nothing ends before. */
const isPatient = (wallets: Wallets, { status, exchange, old_coin }: Refresh): boolean => {
  const old = wallets.store.entry('coin', old_coin)?.value;
  const isHasty = wallets.haste.isOn() || outsideOf(outsideSeeds(wallets.store), old_coin) !== undefined;
  return status === 'planned' && !isHasty && !(old && isUrgent(wallets, exchange, [old.h]));
};

/** Why nothing could come of a plan, if it has not been melted already. */
const whyHopeless = (wallets: Wallets, open: OpenExchange, refresh: Refresh): string | undefined =>
  !isSigned(wallets, refresh) || !isEnough(wallets.store, refresh)
    ? 'spent-elsewhere'
    : isStillOffered(wallets, open, refresh)
      ? undefined
      : 'denomination-gone';

/** True while the exchange would make every one of the new coins. */
const isStillOffered = ({ world }: Wallets, { keys }: OpenExchange, { selection }: Refresh): boolean =>
  selection.every(({ h }) => {
    const denomination = keys.denominations.get(h);
    return denomination !== undefined && isWithdrawable(denomination, world.now());
  });

/** Nobody waits for the renewal of a coin that can be used meanwhile, as long as it does not end. */
const laterMs = (wallets: Wallets, { exchange, old_coin }: Refresh): number =>
  Math.min(
    HOUR_MS * (0.5 + (wallets.world.randomBytes(1)[0] ?? 0) / 255),
    mayWaitForKindsMs(wallets, exchange, [wallets.store.entry('coin', old_coin)?.value.h ?? '']),
  );

/** Takes the coin for its melt, in one transaction; false when the plan was given up for something else. */
const claim = ({ store }: Wallets, id: string): boolean =>
  store.transaction((tx) => {
    const plan = tx.entry('refresh', id)?.value;
    const coin = plan && tx.entry('coin', plan.old_coin)?.value;
    if (plan?.status !== 'planned' || coin === undefined) return false;
    if (coin.status === 'fresh') tx.put('coin', plan.old_coin, { ...coin, status: 'in-use' });
    return true;
  });

/** Melts the old coin; from here on its value is in the session and not in the coin. */
const commit = async (
  wallets: Wallets,
  open: OpenExchange,
  id: string,
  refresh: Refresh,
  session: RefreshSession,
): Promise<StepOutcome> => {
  const answer = await session.commit();
  if (!answer.ok) return refused(wallets, open, id, refresh, answer.error, session);
  putAnswer(wallets, id, answer.value, (tx) => useUp(tx, id, refresh));
  return { kind: 'again' };
};

/** Who refused for a reason that stands on its list has the same reason until the list changes; who refused without one may have been mistaken. */
const isWorthAsking = ({ world }: Wallets, { keys }: OpenExchange, { list, at }: Refusal): boolean =>
  list !== nameOf(keys) || Math.abs(world.now() - at) >= ASK_ANYWAY_MS;

const ASK_ANYWAY_MS = 6 * HOUR_MS;

/** What a refusal of the melt means for the plan; nothing is given up without the exchange's own account of the coin. */
const refused = async (
  wallets: Wallets,
  open: OpenExchange,
  id: string,
  refresh: Refresh,
  failure: WalletFailure,
  session?: RefreshSession,
): Promise<StepOutcome> => {
  if (refresh.status !== 'planned') return afterMelt(wallets, refresh, failure);
  if (isUnspentRefused(wallets, id, open.keys, failure)) return { kind: 'again' };
  if (failure.kind === 'denomination-gone') {
    const fresh = await wallets.exchanges.open(refresh.exchange, { fresh: true });
    if (!fresh.ok) return { kind: 'failed', failure: fresh.error };
    // The old coin's own: it cannot be melted any more, but given back; not what an earlier melt took out of it.
    const old = wallets.store.entry('coin', refresh.old_coin)?.value;
    if (old && fresh.value.keys.denominations.get(old.h)?.revoked === true) {
      const melted = session ? await session.isCommitted() : ok(false);
      if (!melted.ok) return { kind: 'failed', failure: melted.error };
      if (melted.value) return afterMelt(wallets, refresh, failure);
      giveUp(wallets, id, 'denomination-revoked');
      return { kind: 'again' };
    }
    // One of the new denominations, of which nothing is known any more: plan again, with a new seed and new keys.
    if (!isStillOffered(wallets, fresh.value, refresh)) {
      giveUp(wallets, id, 'denomination-gone');
      return { kind: 'again' };
    }
  }
  // The exchange speaks another generation since this was planned: planned anew it is of that one.
  if (failure.kind === 'unsupported-operation' && session === undefined) {
    giveUp(wallets, id, 'other-generation');
    return { kind: 'again' };
  }
  if (failure.kind === 'insufficient-funds' && refresh.old_sig !== undefined) {
    // Spent since it was asked about; it is asked about once more.
    giveUp(wallets, id, 'spent-elsewhere');
    return { kind: 'again' };
  }
  if (failure.kind === 'insufficient-funds') {
    const lowered = await lowerRemaining(wallets, open, refresh.old_coin, { refusal: failure.history });
    if (!lowered.ok) return { kind: 'failed', failure: lowered.error };
    // Unchanged and enough: the coin's own history contradicts the refusal, so nothing is given up on its word.
    if (lowered.value === 'unchanged' && isEnough(wallets.store, refresh)) return { kind: 'failed', failure };
    giveUp(wallets, id, 'spent-elsewhere');
    return { kind: 'again' };
  }
  if ((failure.kind === 'coin-expired' || failure.kind === 'denomination-gone') && isExpired(wallets, open, refresh)) {
    writeOff(wallets, id, refresh);
    return { kind: 'finished' };
  }
  return { kind: 'failed', failure };
};

/** By our own clock and the master-signed date: the exchange's word alone writes nothing off. */
const isExpired = (wallets: Wallets, { keys }: OpenExchange, refresh: Refresh): boolean => {
  const old = wallets.store.entry('coin', refresh.old_coin)?.value;
  const denomination = old && keys.denominations.get(old.h);
  return denomination !== undefined && timestampToMs(denomination.stampExpireDeposit) <= wallets.world.now();
};

/** Gives a plan up before anything was melted; its coin goes back to those that wait for a refresh. */
const giveUp = (wallets: Wallets, id: string, why: string): void => {
  wallets.store.transaction((tx) => {
    const plan = tx.entry('refresh', id)?.value;
    // One that waited is planned anew at the next look at old coins, which need not be tomorrow's.
    if (plan && isWaitingPlan(tx, plan)) tx.local.deleteTask('upkeep', plan.exchange);
    putRefresh(tx, id, { status: 'failed', why });
  });
};

/** Writes off a coin that expired before it could be renewed: its value is a loss with a line of its own, not a silent difference. */
const writeOff = (wallets: Wallets, id: string, refresh: Refresh): void => {
  wallets.store.transaction((tx) => {
    putRefresh(tx, id, { status: 'failed', why: 'expired' });
    useUp(tx, id, refresh);
  });
};
