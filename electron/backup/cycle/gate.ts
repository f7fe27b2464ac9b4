// SPDX-License-Identifier: GPL-3.0-or-later
import { readOutcome } from './read-outcome.ts';
import { amount, type Amount } from '../../../shared/amount.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Store } from '../../storage/store.ts';
import type { AtGate } from '../../wallet/at-gate.ts';
import { isOf, newerSeeds } from '../../wallet/coins/scheme.ts';
import type { Gate } from '../../wallet/context.ts';
import type { NotBackedUp } from '../../wallet/failure/failure.ts';
import { isWaitingPlan } from '../../wallet/ledger/waiting.ts';
import { flowOf } from '../../wallet/runner/flows.ts';
import type { Wallet } from '../../wallet/wallet.ts';
import type { World } from '../../world.ts';
import { leftOfTotal } from './agreed-total.ts';
import { lackingFee, type CycleOutcome } from './outcome.ts';
import { wantedCopies } from './quorum.ts';
import type { Rounds } from './rounds.ts';
import { activeProviders, askableProviders, inOrder, verifiedCopy } from '../providers/known.ts';

// Planchets first: the one place where it is decided whether a request that turns money into coins may leave the wallet.

/** A provider that hangs keeps a withdrawal waiting no longer than this; its round goes on, and wakes the step when it is good. */
const PATIENCE_MS = 5_000;
/** Before that the next one is asked beside it. */
const NEXT_AFTER_MS = 1_500;

type Parts = {
  readonly world: World;
  readonly store: Store;
  readonly rounds: Pick<Rounds, 'cycleSoon'>;
  readonly wallet: Pick<Wallet, 'history'>;
  /** while a wallet is being restored it uploads by itself, and nothing new is begun */
  readonly restoring: () => boolean;
};

/**
 * The wallet's gate: opens when every seed the step is about to use is in a verified copy at a quorum of providers, uploading
 * to as many of them at once if it is not; the others get it at times of their own, for two that hear of a change in the same second
 * know that they serve one wallet. Open without that for what the person chose to have without backup, for what was sent
 * before, and for the coins that pay a provider's first fee.
 */
export const createGate =
  ({ world, store, rounds, wallet, restoring }: Parts): Gate =>
  async (step, batchId, { isPatient = false } = {}) => {
    const { gate } = flowOf(step.kind);
    if (!gate) throw new Error(`defect: a ${step.kind} has nothing to ask at the gate`);
    const isStored = (seed: string): boolean => holders(store, [seed]).length > 0;
    const needed = gate.needs(store, step.id, { batchId, isStored });
    const closed = (more: Omit<NotBackedUp, 'kind' | 'staysIn'>): Result<never, NotBackedUp> =>
      err({ kind: 'not-backed-up-yet', staysIn: gate.staysIn, ...more });
    const quorum = wantedCopies(store);
    const isEnough = (): boolean => holders(store, needed).length >= quorum;
    if (needed.length === 0 || isEnough()) return ok(undefined);
    if (store.local.rootSecret() === undefined || askableProviders(store).length === 0)
      return closed({ why: 'no-provider' });
    if (restoring()) return closed({ why: 'no-copy' });

    if (isPatient && isCopyPlanned(store, quorum)) return closed({ why: 'no-copy', later: true });
    const asked = await uploadUntil(quorum, { world, store, rounds, needed });
    if (isEnough()) return ok(undefined);
    if (paysProviders(store, gate.paysProviders, { asked, needed, quorum })) return ok(undefined);
    const unpaid = unpaidFees(store);
    const fees = unpaid.map(({ fee }) => fee);
    const there = askableProviders(store).length;
    // What is not ours yet pays nobody: unless others suffice, this ends with the person's answer and nothing else.
    const isOurs = gate.staysIn === 'reserve' || gate.staysIn === 'coin';
    if (fees.length > 0)
      return closed({
        why: isOurs || there - fees.length >= quorum ? 'fees-first' : 'fees-lacking',
        fees,
        totals: unpaid.flatMap(({ id }) => leftOfTotal({ world, store, wallet }, id) ?? []),
      });
    // More copies than there are providers: trying again brings nothing, only the person can add one or want fewer.
    return there < quorum
      ? closed({ why: 'too-few-providers', copies: { wanted: quorum, there } })
      : closed({ why: 'no-copy' });
  };

/** The providers whose verified copy holds all of these. */
const holders = (store: Store, seeds: readonly string[]): readonly string[] =>
  activeProviders(store).flatMap(({ id }) => {
    const sources = verifiedCopy(store, id)?.sources ?? new Set<string>();
    return seeds.every((seed) => sources.has(seed)) ? [id] : [];
  });

/**
 * Whether the step makes the very coins that pay a provider, so that backup and payment would wait for each other for ever. Only what
 * providers answered in this very round counts: they want a fee, and there are no coins for it. Change goes out when those are all that
 * is missing and one copy is there. Money from a person is not ours yet: its sum is asked about instead.
 */
const paysProviders = (
  store: Store,
  when: AtGate['paysProviders'],
  {
    asked,
    needed,
    quorum,
  }: { readonly asked: readonly CycleOutcome[]; readonly needed: readonly string[]; readonly quorum: number },
): boolean => {
  const fees = asked.flatMap((outcome) => lackingFee(outcome) ?? []);
  if (fees.length === 0) return false;
  if (when !== 'with-one-copy') return false;
  const copies = holders(store, needed).length;
  return copies > 0 && copies + fees.length >= quorum && fees.some((fee) => canComeTo(store, fee));
};

/** Whether the coins there are and the change that is being made could pay this much. */
const canComeTo = (store: Store, fee: Amount): boolean => {
  const units = (texts: readonly string[]): bigint =>
    texts
      .map(amount)
      .filter(({ currency }) => currency === fee.currency)
      .reduce((sum, each) => sum + each.units, 0n);
  // What only a newer wallet can spend or finish pays nobody from here.
  const newer = newerSeeds(store);
  const change = store
    .entries('refresh')
    .filter(({ id, value }) => {
      if (newer.has(id) || (value.status !== 'planned' && value.status !== 'melted')) return false;
      // A coin that only waits for its renewal is among the coins.
      return !isWaitingPlan(store, value);
    })
    .map(({ value }) => value.melt_amount);
  const coins = store.coins({ status: 'fresh' }).filter(({ id }) => !isOf(newer, id));
  return units([...coins.map(({ value }) => value.remaining), ...change]) >= fee.units;
};

/** Whether as many providers as have to hold a copy get one by themselves. Where one fails, somebody has to hear of it. */
const isCopyPlanned = (store: Store, quorum: number): boolean =>
  askableProviders(store).filter(({ id }) => {
    const { attempts, verifiedAt } = store.local.providerProgress(id) ?? {};
    return attempts === 0 && verifiedAt !== undefined;
  }).length >= quorum;

/**
 * Rounds with as many providers as lack such a copy for the quorum, and with the next one whenever one fails or takes long; over when it
 * is enough, when all are done, or when patience ends. Gives what was answered by then.
 */
const uploadUntil = async (
  quorum: number,
  { world, store, rounds, needed }: Pick<Parts, 'world' | 'store' | 'rounds'> & { readonly needed: readonly string[] },
): Promise<readonly CycleOutcome[]> => {
  const has = new Set(holders(store, needed));
  const toAsk = inOrder(store).filter((id) => !has.has(id) && !askedForTime(store, id, world.now()));
  const answers: CycleOutcome[] = [];
  const over = new AbortController();
  let running = 0;
  const lacking = (): number => lackingOrBroken(() => quorum - holders(store, needed).length);
  const askOne = (): void => {
    const id = toAsk.shift();
    if (id === undefined) return;
    running += 1;
    const ended = (): void => {
      running -= 1;
      askEnough();
    };
    // A defect of one round must not keep the others from counting; the round itself has logged it.
    rounds.cycleSoon(id).then((outcome) => {
      answers.push(outcome);
      ended();
    }, ended);
  };
  const askEnough = (): void => {
    while (!over.signal.aborted && running < lacking() && toAsk.length > 0) askOne();
    if (lacking() <= 0 || running === 0) over.abort('over');
  };
  askEnough();
  for (let waited = 0; waited < PATIENCE_MS && !over.signal.aborted; waited += NEXT_AFTER_MS) {
    if (waited > 0) askOne();
    await world.sleep(Math.min(NEXT_AFTER_MS, PATIENCE_MS - waited), over.signal);
  }
  over.abort('over');
  return [...answers];
};

/** Nothing when the database cannot say: then the wait ends too, and the caller, who asks once more, gets the error. */
const lackingOrBroken = (lacking: () => number): number => {
  try {
    return lacking();
  } catch {
    return 0;
  }
};

/** True while a provider has named the time for the next try, or has refused our password. Any other is asked as often as the waiting step is tried. */
const askedForTime = (store: Store, id: string, now: number): boolean => {
  const { lastOutcome, nextAt } = store.local.providerProgress(id) ?? {};
  const outcome = readOutcome(lastOutcome);
  const isNamed = outcome?.kind === 'unreachable' && outcome.retryAfterMs !== undefined;
  return (isNamed || outcome?.kind === 'shut-out') && (nextAt ?? 0) > now;
};

/** What providers asked in their last round and the wallet had no coins for. */
const unpaidFees = (store: Store): readonly { readonly id: string; readonly fee: Amount }[] =>
  activeProviders(store).flatMap(({ id }) => {
    const fee = lackingFee(readOutcome(store.local.providerProgress(id)?.lastOutcome));
    return fee === undefined ? [] : [{ id, fee }];
  });
