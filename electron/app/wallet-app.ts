// SPDX-License-Identifier: GPL-3.0-or-later
import type { Answer, AppStateView, RequestInput, RequestName, WalletEvent } from '../../shared/contract.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { FailureView } from '../../shared/view.ts';
import { answerRequest } from './answer.ts';
import { createAnswering } from './answering.ts';
import type { AppParts } from './stages/parts.ts';
import { createNamedFolders } from './named-folders.ts';
import { createAppRequests, viewApp } from './stages/requests.ts';
import { claimDirectory } from './data-directory.ts';
import { createEmptiedErasing } from './stages/erasing.ts';
import { defect, notOpen } from './failures.ts';
import { openOn, openUnasked } from './stages/opening.ts';
import { learnFor } from './language.ts';
import type { AppOptions } from './options.ts';
import { ownPlayMoney } from './play-money.ts';
import { runAll, type RunReport } from './run-all.ts';
import { byStage, type Resting, type Stage } from './stages/stage.ts';
import { createStages } from './stages/stages.ts';
import { shut } from './stages/stopping.ts';

/** The whole wallet behind one function per request; used by the window's main process and by the command line. */
export type WalletApp = {
  readonly state: () => AppStateView;
  /** Answers one request, whoever wrote it: it is checked before it is used. Never throws. */
  readonly ask: (name: unknown, input: unknown) => Promise<Result<unknown, FailureView>>;
  /** The same for our own code, with the types of the contract. */
  readonly handle: <N extends RequestName>(name: N, input: RequestInput<N>) => Promise<Answer<N>>;
  /** Drives every pending step of money and backup; with `untilDone` until nothing is left or the time is over. */
  readonly runPending: (options: RunOptions) => Promise<Result<RunReport, FailureView>>;
  readonly on: (listener: (event: WalletEvent) => void) => () => void;
  /** Waits for the change and the step under way, then lets the directory go; after that every request is refused. */
  readonly close: () => Promise<void>;
};

type RunOptions = { readonly untilDone: boolean; readonly timeoutMs: number };

/**
 * Claims the data directory (a second process is refused) and opens the wallet if nothing has to be asked; one that does not open stays
 * locked, with why. Fails without having changed anything.
 */
export const openWalletApp = async (options: AppOptions): Promise<Result<WalletApp, FailureView>> => {
  const { dataDirectory, playMoneyDirectory = `${dataDirectory}-play-money`, world } = options;
  await learnFor(options);
  const claimed = claimDirectory(dataDirectory, world, options.keychain, options.loop ? 'later' : 'now');
  if (!claimed.ok) return claimed;
  const directory = claimed.value;
  const listeners = new Set<(event: WalletEvent) => void>();
  const parts: AppParts = {
    options,
    directory,
    play: ownPlayMoney(playMoneyDirectory, world, options.playExchange),
    tell: (event) => listeners.forEach((listener) => listener(event)),
    stages: createStages(directory),
    answering: createAnswering(world),
    openOn: (store, how) => openOn(parts, emptiedErasing, store, how),
  };
  const emptiedErasing = createEmptiedErasing(parts);
  try {
    await parts.stages.inTurn(() => openUnasked(parts));
    return ok(createApp(parts, emptiedErasing.eraseIfEmptied, listeners));
  } catch (error) {
    directory.release();
    return err(defect(world, 'open', error));
  }
};

const createApp = (
  parts: AppParts,
  eraseIfEmptied: () => Promise<void>,
  listeners: Set<(event: WalletEvent) => void>,
): WalletApp => {
  const { stages, options } = parts;
  const answer = createAnswer(parts);
  const ask: WalletApp['ask'] = (name, input) => answerRequest(answer, options.world, name, input);
  return {
    state: () => viewApp(parts),
    ask,
    handle: async <N extends RequestName>(name: N, input: RequestInput<N>) => (await ask(name, input)) as Answer<N>,
    runPending: (how) =>
      whenOpen(stages.now(), async ({ wallet }) => {
        try {
          const report = await runAll(wallet, how.untilDone, how.timeoutMs, options.world);
          await eraseIfEmptied();
          return ok(report);
        } catch (error) {
          return err(defect(options.world, 'run', error));
        }
      }),
    on: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => close(parts),
  };
};

/** Answers a checked request: the few of the app in every stage, all others by the wallet while it is open. */
const createAnswer = (parts: AppParts) => {
  const appRequests = createAppRequests(parts);
  const isOfApp = (name: RequestName): name is keyof typeof appRequests => Object.hasOwn(appRequests, name);
  const answer = (name: RequestName, input: unknown): Promise<Result<unknown, FailureView>> => {
    // The schema of `name` has accepted the input; the union of all functions cannot be narrowed by name here.
    type Answers = (input: unknown) => Promise<Result<unknown, FailureView>>;
    if (isOfApp(name)) return (appRequests[name] as Answers)(input);
    return whenOpen(parts.stages.now(), ({ wallet }) =>
      parts.answering.during((wallet.handlers[name] as Answers)(input)),
    );
  };
  // The command line is the person; the window is a page.
  if (parts.options.shell === undefined) return answer;
  const folders = createNamedFolders();
  return async (name: RequestName, input: unknown): Promise<Result<unknown, FailureView>> => {
    if (folders.refuses(name, input)) return err({ kind: 'folder-not-chosen', facts: {} });
    const answered = await answer(name, input);
    if (answered.ok) folders.note(name, answered.value);
    return answered;
  };
};

type Answered<T> = Promise<Result<T, FailureView>>;

const whenOpen = <T>(stage: Stage, work: (open: Extract<Stage, { kind: 'open' }>) => Answered<T>): Answered<T> =>
  byStage<Stage, Answered<T>>(stage, {
    open: work,
    'first-start': notOpen,
    locked: notOpen,
    opening: notOpen,
    stopping: notOpen,
    closed: notOpen,
  });

/** The directory is let go last, so that no other process opens it beside this one; asked twice, it closes once. */
const close = (parts: AppParts): Promise<void> =>
  parts.stages.inTurn((stage) => {
    const end = async (): Promise<void> => {
      try {
        await shut(parts);
        await parts.play.close();
      } finally {
        parts.stages.enter({ kind: 'closed' });
        parts.directory.release();
      }
    };
    return byStage<Resting, Promise<void>>(stage, {
      'first-start': end,
      locked: end,
      open: end,
      closed: async () => undefined,
    });
  });
