// SPDX-License-Identifier: GPL-3.0-or-later
import { inBackground } from '../../defect.ts';
import type { CycleReportView } from '../../../shared/view-backup.ts';
import type { Wallet } from '../../wallet/wallet.ts';
import { runCycle } from './cycle.ts';
import { outcomeNotes, outcomeWord, type CycleOutcome } from './outcome.ts';
import { openProvider } from '../providers/kinds.ts';
import { NOT_OURS, type CycleParts } from './round.ts';
import { isAfterClockWentBack } from '../devices/clock-back.ts';
import { dueAt, LATEST_PROMPT_MS, promptDelay } from './schedule.ts';
import { activeProviders, askableProviders, waysTo } from '../providers/known.ts';
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
  readonly settled: () => Promise<void>;
};

/** A payment to one provider changes what all should hold; each pass can cause at most the next one, and nobody waits for ever. */
const MAX_PASSES = 3;
/** How long a background round is waited for before the next look at what is due. */
const PATIENCE_MS = 2_000;

// long because its split by subject is still to come
export const createRounds = (
  parts: CycleParts & { readonly wallet: Pick<Wallet, 'preparePay' | 'confirmPay' | 'run'> },
): Rounds => {
  const { world, store, wallet } = parts;
  /** the last round asked for, per provider */
  const running = new Map<string, Promise<CycleOutcome>>();
  /** the last round asked for, per provider, while it has not begun */
  const queued = new Map<string, Promise<CycleOutcome>>();
  /** when a change seen since the last cycle may go out; drawn once per provider and change */
  const plannedAt = new Map<string, number>();

  /** A cycle with one provider; it waits for the cycle with that provider that was asked for before it, however that ends. */
  const cycleOne = (id: string): Promise<CycleOutcome> => {
    const before = running.get(id) ?? Promise.resolve();
    const start = async (): Promise<CycleOutcome> => {
      if (queued.get(id) === cycling) queued.delete(id);
      const outcome = await attempt(id);
      // What waits for a copy of its seed may have one now.
      if (isGood(outcome)) wakeWaiting(store);
      return outcome;
    };
    const cycling = before.then(start, start).finally(() => {
      if (running.get(id) === cycling) running.delete(id);
    });
    running.set(id, cycling);
    queued.set(id, cycling);
    return cycling;
  };

  const cycleSoon = (id: string): Promise<CycleOutcome> => queued.get(id) ?? cycleOne(id);

  const attempt = async (id: string): Promise<CycleOutcome> => {
    plannedAt.delete(id);
    const root = store.local.rootSecret();
    const entry = store.entry('provider', id);
    if (root === undefined || !entry || entry.value.removed) return NOT_OURS;
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

  const cycleNow = async (
    ids: readonly string[] = activeProviders(store).map(({ id }) => id),
  ): Promise<readonly CycleReportView[]> => {
    const outcomes = new Map<string, CycleOutcome>();
    let targets = ids;
    for (let pass = 0; pass < MAX_PASSES && targets.length > 0; pass += 1) {
      const results = await Promise.all(targets.map(async (id) => [id, await cycleSoon(id)] as const));
      for (const [id, outcome] of results) outcomes.set(id, better(outcomes.get(id), outcome));
      const unpaid = results.some(([, outcome]) => outcome.kind === 'payment-required');
      // The change of one provider's fee may be what the next one is paid with.
      if (unpaid) await wallet.run();
      targets = results
        .filter(([id, outcome]) => outcome.kind === 'payment-required' || (isGood(outcome) && !isCurrent(id)))
        .map(([id]) => id);
    }
    return ids.map((id) => toReport(id, outcomes.get(id)));
  };

  const isCurrent = (id: string): boolean => store.local.providerProgress(id)?.verifiedRevision === store.revision();

  const changeDueAt = (id: string): number => {
    const before = plannedAt.get(id);
    const planned =
      before === undefined || isAfterClockWentBack(before, world.now(), LATEST_PROMPT_MS)
        ? world.now() + promptDelay(world)
        : before;
    plannedAt.set(id, planned);
    return planned;
  };

  const dueOf = (id: string, changeDue: () => number): number => {
    const progress = store.local.providerProgress(id);
    const latest = Math.max(progress?.lastAttemptAt ?? 0, progress?.verifiedAt ?? 0);
    return isAfterClockWentBack(latest, world.now()) ? 0 : dueAt(progress, store.revision(), changeDue);
  };

  const due = (id: string, pace: 'prompt' | 'now'): number => dueOf(id, () => (pace === 'now' ? 0 : changeDueAt(id)));

  /** Until it is over, or patience ends. */
  const patiently = async (work: Promise<unknown>): Promise<void> => {
    const over = new AbortController();
    await Promise.race([work, world.sleep(PATIENCE_MS, over.signal)]).finally(() => over.abort('over'));
  };

  return {
    cycleNow,
    cycleSoon,
    cycleDue: async (pace) => {
      const targets = askableProviders(store)
        .map(({ id }) => id)
        .filter((id) => !running.has(id) && due(id, pace) <= world.now());
      const reports: CycleReportView[] = [];
      const all = Promise.all(targets.map(async (id) => void reports.push(toReport(id, await cycleOne(id)))));
      inBackground(world, 'backup', all);
      // A background round is not waited for to the end: the slowest provider goes on, and the others' next rounds come in time.
      await (pace === 'now' ? all : patiently(all));
      return reports;
    },
    // Every screen asks this, so it only looks: it draws no random delay and plans nothing.
    nextRoundAt: (id) => {
      const latest = (): number => plannedAt.get(id) ?? world.now() + LATEST_PROMPT_MS;
      return Math.max(dueOf(id, latest), world.now());
    },
    settled: async () => {
      await Promise.allSettled(running.values());
    },
  };
};

const isGood = ({ kind }: CycleOutcome): boolean => kind === 'stored' || kind === 'unchanged';

/** The outcome of the later pass counts; but a copy that an earlier pass stored is stored, and what it found stays in the report. */
const better = (former: CycleOutcome | undefined, latter: CycleOutcome): CycleOutcome =>
  former && isGood(former) && isGood(latter) && (former.kind === 'stored' || outcomeWord(former) !== former.kind)
    ? former
    : latter;

const toReport = (provider: string, outcome: CycleOutcome | undefined): CycleReportView => {
  if (!outcome) return { provider, outcome: 'never-tried' };
  const notes = outcomeNotes(outcome);
  return { provider, outcome: outcomeWord(outcome), ...(notes.length === 0 ? {} : { notes }) };
};
