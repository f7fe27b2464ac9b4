// SPDX-License-Identifier: GPL-3.0-or-later
import { inBackground } from '../../defect.ts';
import type { CycleReportView } from '../../../shared/view-backup.ts';
import type { Store } from '../../storage/store.ts';
import type { Wallet } from '../../wallet/wallet.ts';
import { runCycle } from './cycle.ts';
import { outcomeNotes, outcomeWord, type CycleOutcome } from './outcome.ts';
import { isUnconfirmed } from '../../storage/unconfirmed.ts';
import { openProvider } from '../providers/kinds.ts';
import { NOT_OURS, type CycleParts } from './round.ts';
import { createPlan } from './plan.ts';
import { createQueue } from './queue.ts';
import { activeProviders, inOrder, waysTo } from '../providers/known.ts';
import { wakeWaiting } from './wake.ts';

/** Who is cycled when. Cycles with different providers run side by side; two with the same provider never overlap. */
export type Rounds = {
  /** cycles now, all providers unless some are named, again for those that a payment of this round left behind; asked twice before a round begins, it is one */
  readonly cycleNow: (ids?: readonly string[]) => Promise<readonly CycleReportView[]>;
  /** one round with one provider that begins after this call; asked again before it begins, it is the same round */
  readonly cycleSoon: (id: string) => Promise<CycleOutcome>;
  readonly cycleDue: (pace: 'prompt' | 'now') => Promise<readonly CycleReportView[]>;
  /** milliseconds since the epoch; undefined when nothing is planned */
  readonly nextRoundAt: (id: string) => number | undefined;
  /** a round with it is under way */
  readonly isRunning: (id: string) => boolean;
  readonly settled: () => Promise<void>;
};

/** A payment to one provider changes what all should hold; each pass can cause at most the next one, and nobody waits for ever. */
const MAX_PASSES = 3;
/** How long a background round is waited for before the next look at what is due. */
const PATIENCE_MS = 2_000;

type RoundsParts = CycleParts & {
  readonly wallet: CycleParts['wallet'] & Pick<Wallet, 'run'>;
  /** a round has begun or ended: what it finds is no entry, and whoever shows it has to hear of it */
  readonly onRound: () => void;
};

export const createRounds = (parts: RoundsParts): Rounds => {
  const { world, store, wallet } = parts;
  const plan = createPlan(parts);

  const queue = createQueue(async (id) => {
    plan.begun(id);
    parts.onRound();
    const outcome = await attempt(parts, id).finally(parts.onRound);
    // What waits for a copy of its seed may have one now.
    if (isGood(outcome)) wakeWaiting(store);
    return outcome;
  });

  const cycleNow = async (
    ids: readonly string[] = activeProviders(store).map(({ id }) => id),
  ): Promise<readonly CycleReportView[]> => {
    const outcomes = new Map<string, CycleOutcome>();
    let targets = ids;
    for (let pass = 0; pass < MAX_PASSES && targets.length > 0; pass += 1) {
      const results = await Promise.all(targets.map(async (id) => [id, await queue.soon(id)] as const));
      for (const [id, outcome] of results) outcomes.set(id, better(outcomes.get(id), outcome));
      const unpaid = results.some(([, outcome]) => outcome.kind === 'payment-required');
      // The change of one provider's fee may be what the next one is paid with.
      if (unpaid) await wallet.run();
      targets = results
        .filter(([id, outcome]) => outcome.kind === 'payment-required' || (isGood(outcome) && !isCurrent(id)))
        .map(([id]) => id);
    }
    return ids.map((id) => toReport(store, id, outcomes.get(id)));
  };

  const isCurrent = (id: string): boolean => store.local.providerProgress(id)?.verifiedRevision === store.revision();

  /** Until it is over, or patience ends. */
  const patiently = async (work: Promise<unknown>): Promise<void> => {
    const over = new AbortController();
    await Promise.race([work, world.sleep(PATIENCE_MS, over.signal)]).finally(() => over.abort('over'));
  };

  return {
    cycleNow,
    cycleSoon: queue.soon,
    cycleDue: async (pace) => {
      const targets = inOrder(store).filter((id) => {
        if (queue.isRunning(id) || plan.dueAt(id, pace) > world.now()) return false;
        // Said now, so that the next in line keeps away from it.
        plan.begun(id);
        return true;
      });
      const reports: CycleReportView[] = [];
      const all = Promise.all(targets.map(async (id) => void reports.push(toReport(store, id, await queue.add(id)))));
      inBackground(world, 'backup', all);
      // A background round is not waited for to the end: the slowest provider goes on, and the others' next rounds come in time.
      await (pace === 'now' ? all : patiently(all));
      return reports;
    },
    nextRoundAt: plan.nextAt,
    isRunning: queue.isRunning,
    settled: queue.settled,
  };
};

/** One cycle with a provider, if it is one of ours and this version and this machine know how to reach it. */
const attempt = async (parts: RoundsParts, id: string): Promise<CycleOutcome> => {
  const { world, store } = parts;
  const root = store.local.rootSecret();
  const entry = store.entry('provider', id);
  if (root === undefined || !entry || entry.value.removed) return NOT_OURS;
  if (isUnconfirmed(store.local, id)) return { kind: 'unreachable', why: { kind: 'not-confirmed', facts: {} } };
  const opened = openProvider(world, root, id, waysTo(store, id), entry.value.provider_kind);
  switch (opened.kind) {
    case 'needs-newer':
      return { kind: 'needs-newer' };
    case 'no-way':
      return { kind: 'unreachable', why: { kind: 'folder-unknown-here', facts: {} } };
    case 'open':
      return runCycle(parts, opened.provider, opened.keys);
  }
};

const isGood = ({ kind }: CycleOutcome): boolean => kind === 'stored' || kind === 'unchanged';

/** The outcome of the later pass counts; but a copy that an earlier pass stored is stored, and what it found stays in the report. */
const better = (former: CycleOutcome | undefined, latter: CycleOutcome): CycleOutcome =>
  former && isGood(former) && isGood(latter) && (former.kind === 'stored' || outcomeWord(former) !== former.kind)
    ? former
    : latter;

const toReport = (
  { entry }: Pick<Store, 'entry'>,
  provider: string,
  outcome: CycleOutcome | undefined,
): CycleReportView => {
  const name = entry('provider', provider)?.value.name;
  const about = { provider, ...(name === undefined ? {} : { name }) };
  if (!outcome) return { ...about, outcome: 'never-tried' };
  const notes = outcomeNotes(outcome);
  return { ...about, outcome: outcomeWord(outcome), ...(notes.length === 0 ? {} : { notes }) };
};
