// SPDX-License-Identifier: GPL-3.0-or-later
import { noteDefect } from '../../defect.ts';
import type { PendingView } from '../../../shared/view.ts';
import type { Drive, Step, StepOutcome, Wallets } from '../context.ts';
import { explainFailure } from '../failure/explain.ts';
import { noteFailure, readNoted } from '../failure/noted.ts';
import type { WalletFailure } from '../failure/failure.ts';
import { KYC_POLL_MS, kycLink } from './kyc.ts';
import { joinLinked } from '../audit/linked.ts';
import { BACK_OFF_CEILING_MS, type PendingStep } from '../flows/flow.ts';
import { flowOf, isListed, oneGo, pendingSteps } from './flows.ts';
import { goingWithout, onlyForPerson, pendingView } from './pending.ts';
import { createSilences, type Silences } from './silences.ts';
import { stoppedBecause } from '../failure/stopped.ts';
import { createWaits, type Waits } from './waits.ts';

export type RunOptions = {
  /** keep going until nothing is left to do, waiting where one has to wait */
  readonly untilDone?: boolean;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
};
/** `steps` that achieved something; `pending` is what is left. */
export type RunReport = {
  readonly steps: number;
  readonly pending: readonly PendingView[];
  readonly timedOut: boolean;
  /** whatever is left waits for something only the person can do */
  readonly needsPerson: boolean;
};

/** Takes every unfinished step up again, whatever happened before: what there is to do is read from the store and nowhere else. */
export type Runner = {
  readonly run: (options?: RunOptions) => Promise<RunReport>;
  readonly pending: () => readonly PendingView[];
  readonly drive: Drive;
  readonly silences: Silences;
};

/** The first delay after a failure, doubled each time, drawn anew between nothing and that (full jitter), up to the ceiling. */
const BACK_OFF_MS = 1_000;
/** How long after a step that waits for somebody else it is looked at again: often at first, because people who just clicked are watching. */
const POLL_MS = 400;
const POLL_CEILING_MS = 20_000;
/**
 * No flow has as many goes in a row; a server that leads us in circles is left alone for a while, longer each time. A
 * withdrawal may need two for each batch of coins.
 */
const MAX_GOES = 20;
const MAX_GOES_WITHDRAWING = 500;
/** How many goes in a row a flow may call progress without writing anything down. */
const MAX_IDLE_GOES = 3;
/** Sleeping in small pieces notices an abort and a clock that was changed. */
const NAP_MS = 1_000;

/** The runner of a wallet. */
export const createRunner = (wallets: Wallets): Runner => {
  const underWay = new Map<string, Promise<StepOutcome>>();
  const silences = createSilences(wallets);
  const waits = createWaits(wallets);

  const drive: Drive = (step) => {
    const key = `${step.kind} ${step.id}`;
    const current = underWay.get(key);
    if (current) return current;
    const started = goOn(wallets, step)
      .then((outcome) => {
        silences.heard(step, outcome);
        return outcome;
      })
      .finally(() => underWay.delete(key));
    underWay.set(key, started);
    return started;
  };

  return {
    run: (options = {}) => {
      const run = () => runLanes({ wallets, silences, waits, drive }, options);
      // Without a signal it is no loop: somebody waits for its end.
      return options.signal === undefined ? wallets.haste.during(run) : run();
    },
    pending: () => pendingViews({ wallets, silences, waits }),
    drive,
    silences,
  };
};

const pendingViews = ({ wallets, silences, waits }: Omit<Running, 'drive'>): readonly PendingView[] => {
  const steps = pendingSteps(wallets).filter(({ background }) => background !== true);
  const stopped = stoppedBecause(wallets.store);
  if (!stopped)
    return steps.map((step) => {
      const view = pendingView(wallets, step);
      const nextTryAt = Math.max(view.nextTryAt, silences.dueAt(step));
      const there = waits.isOn(step) ? { waitsThere: true as const } : {};
      return { ...view, nextTryAt, ...there, ...goingWithout(wallets, step) };
    });
  const why = explainFailure(stopped);
  return steps.map((step) => ({ ...pendingView(wallets, step), waitingFor: 'user', why }));
};

type Running = {
  readonly wallets: Wallets;
  readonly silences: Silences;
  readonly waits: Waits;
  readonly drive: Drive;
};

/** Goes over what is due, lane by lane, until nothing is left that a machine can do, or the time is over. */
const runLanes = async (
  { wallets, silences, waits, drive }: Running,
  { untilDone = false, timeoutMs, signal }: RunOptions,
): Promise<RunReport> => {
  const { world } = wallets;
  const deadline = timeoutMs === undefined ? Number.POSITIVE_INFINITY : world.now() + timeoutMs;
  const mayGoOn = (): boolean => signal?.aborted !== true && world.now() < deadline;
  let steps = 0;
  const ended = new AbortController();
  /** A loop goes on waiting between its runs; one look waits for nothing. */
  const waiting = untilDone ? ended.signal : signal;
  /** Steps that use the same exchange's coins go one after the other; a slow exchange does not hold up the others. */
  const running = new Map<string, Promise<void>>();
  let broken: { readonly reason: unknown } | undefined;
  const start = (lane: string, due: readonly PendingStep[]): void => {
    const work = async (): Promise<void> => {
      for (const step of due) {
        if (!mayGoOn()) return;
        const outcome = await drive(step);
        if (outcome.kind === 'finished') steps += 1;
        if (waiting !== undefined) waits.begin(step, outcome, waiting);
        if (silences.note(lane, step, outcome)) return;
      }
    };
    running.set(
      lane,
      work()
        .catch((reason: unknown) => void (broken ??= { reason }))
        .finally(() => running.delete(lane)),
    );
  };
  if (!stoppedBecause(wallets.store)) joinLinked(wallets);
  while (broken === undefined && mayGoOn() && !stoppedBecause(wallets.store)) {
    const all = pendingSteps(wallets);
    waits.keep(all.filter(({ background }) => background !== true));
    const tried = all.filter((step) => !waits.isOn(step));
    const due = tried.filter((step) => !running.has(step.lane) && silences.dueAt(step) <= world.now());
    for (const [lane, each] of byLane(due)) start(lane, each);
    if (running.size > 0) {
      // The list is looked at again when a step has ended, and from time to time: what comes up meanwhile need not wait for the slowest.
      const nap = new AbortController();
      await Promise.race([...running.values(), world.sleep(NAP_MS, nap.signal)]);
      nap.abort();
      continue;
    }
    if (!untilDone || onlyForPerson(wallets, all)) break;
    const next = Math.min(...tried.map(silences.dueAt), deadline);
    await world.sleep(Math.min(Math.max(next - world.now(), 1), NAP_MS), signal);
  }
  await Promise.all(running.values());
  ended.abort('over');
  if (broken !== undefined) throw broken.reason;
  const needsPerson = stoppedBecause(wallets.store) !== undefined || onlyForPerson(wallets, pendingSteps(wallets));
  return { steps, pending: pendingViews({ wallets, silences, waits }), timedOut: world.now() >= deadline, needsPerson };
};

const byLane = (steps: readonly PendingStep[]): ReadonlyMap<string, readonly PendingStep[]> => {
  const lanes = new Map<string, PendingStep[]>();
  for (const step of steps) {
    const lane = lanes.get(step.lane);
    if (lane) lane.push(step);
    else lanes.set(step.lane, [step]);
  }
  return lanes;
};

const goOn = async (wallets: Wallets, step: Step): Promise<StepOutcome> => {
  const most = step.kind === 'withdrawal' ? MAX_GOES_WITHDRAWING : MAX_GOES;
  for (let go = 0, idleGoes = 0; go < most && idleGoes < MAX_IDLE_GOES; go++) {
    // Every flow is stopped here alike: a backup round beside us may hear at any time that another device leads.
    const stopped = stoppedBecause(wallets.store);
    if (stopped) return { kind: 'failed', failure: stopped };
    const revision = wallets.store.revision();
    const noted = wallets.store.local.task(step.kind, step.id);
    const outcome = await oneGo(wallets, step).catch((thrown: unknown) => broke(wallets, step, thrown));
    if (outcome.kind === 'again') {
      idleGoes = wallets.store.revision() === revision ? idleGoes + 1 : 0;
      continue;
    }
    const link = await kycLink(wallets, step, outcome, readNoted(noted?.lastFailure)?.link);
    // Somebody made it due meanwhile, by a wish or by what it waited for: what this go found would put that off, also for
    // the process after this one.
    if (noted && !wallets.store.local.task(step.kind, step.id)) continue;
    remember(wallets, step, outcome, link);
    if (outcome.kind !== 'finished' || wallets.store.revision() !== revision || !isListed(wallets, step))
      return outcome;
    // The step says that it has finished, has changed nothing and is listed as before: a flow that forgot a case may not run hot.
    const idle: StepOutcome = { kind: 'waiting', waitingFor: 'exchange', atMostMs: BACK_OFF_CEILING_MS };
    remember(wallets, step, idle);
    return idle;
  }
  const outcome: StepOutcome = { kind: 'waiting', waitingFor: 'exchange', atMostMs: BACK_OFF_CEILING_MS };
  remember(wallets, step, outcome);
  return outcome;
};

/** A defect in one step must not stop the others for ever. A full disk does stop them: nothing could be written down. */
const broke = ({ world }: Wallets, { kind }: Step, thrown: unknown): StepOutcome => {
  if (thrown instanceof Error && thrown.name === 'StorageFull') throw thrown;
  return { kind: 'failed', failure: { kind: 'step-broke', reference: noteDefect(world, kind, thrown) } };
};

/** Writes down when to try again, so that a restart does not turn into a storm of requests. */
const remember = ({ world, store }: Wallets, { kind, id }: Step, outcome: StepOutcome, link?: string): void => {
  const before = store.local.task(kind, id);
  if (outcome.kind === 'finished' || outcome.kind === 'again') {
    if (before) store.transaction((tx) => tx.local.deleteTask(kind, id));
    return;
  }
  // A poll is no failure: failures and polls count up separately, each from the other's end.
  const failing = outcome.kind === 'failed';
  const sameKind = before !== undefined && (before.lastFailure !== undefined) === failing;
  const attempts = sameKind ? before.attempts + 1 : 1;
  const delay = failing
    ? backOff(world.randomBytes(4), attempts, flowOf(kind).backOffCeilingMs, outcome.failure)
    : (outcome.forMs ?? Math.min(outcome.atMostMs ?? POLL_CEILING_MS, POLL_MS * 1.3 ** Math.min(attempts, 40)));
  const lastFailure = failing ? { lastFailure: noteFailure(outcome.failure, link) } : {};
  store.transaction((tx) =>
    tx.local.putTask({ kind, id, nextAt: Math.round(world.now() + delay), attempts, ...lastFailure }),
  );
};

const backOff = (random: Uint8Array, attempts: number, longestMs: number, failure: WalletFailure): number => {
  const ceiling = Math.min(longestMs, BACK_OFF_MS * 2 ** Math.min(attempts - 1, 20));
  const fraction = new DataView(random.buffer, random.byteOffset).getUint32(0) / 2 ** 32;
  const asked = failure.kind === 'server-trouble' ? Math.min(failure.retryAfterMs ?? 0, longestMs) : 0;
  const least = failure.kind === 'kyc-required' ? KYC_POLL_MS : 0;
  return Math.max(asked, least, ceiling * fraction);
};
