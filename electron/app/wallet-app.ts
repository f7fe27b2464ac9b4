// SPDX-License-Identifier: GPL-3.0-or-later
import type { Answer, AppStateView, RequestInput, RequestName, WalletEvent } from '../../shared/contract.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { EmptyReceiptView } from '../../shared/view-devices.ts';
import type { FailureView } from '../../shared/view.ts';
import { answerRequest } from './answer.ts';
import { defect, wrongStage } from './failures.ts';
import type { AppOptions } from './options.ts';
import type { Emptied } from '../backup/leave/emptying.ts';
import { claimDirectory } from './data-directory.ts';
import { writeReceipt } from './empty-receipt.ts';
import { openWallet, stopWorking, type OpenWallet } from './open-wallet.ts';
import { ownPlayMoney } from './play-money.ts';
import { runAll, type RunReport } from './run-all.ts';
import type { Store } from '../storage/store.ts';
import { KEYCHAIN_GONE, unlockBySheet } from './unlock-by-sheet.ts';

const VERSION = '0.1.0';

/** The whole wallet behind one function per request; used by the window's main process and by the command line. */
export type WalletApp = {
  readonly state: () => AppStateView;
  /** Answers one request, whoever wrote it: it is checked before it is used. Never throws. */
  readonly ask: (name: unknown, input: unknown) => Promise<Result<unknown, FailureView>>;
  /** The same for our own code, with the types of the contract. */
  readonly handle: <N extends RequestName>(name: N, input: RequestInput<N>) => Promise<Answer<N>>;
  /** Drives every pending step of money and backup; with `untilDone` until nothing is left or the time is over. */
  readonly runPending: (options: {
    readonly untilDone: boolean;
    readonly timeoutMs: number;
  }) => Promise<Result<RunReport, FailureView>>;
  readonly on: (listener: (event: WalletEvent) => void) => () => void;
  readonly close: () => Promise<void>;
};

/** Claims the data directory (a second process is refused) and opens the wallet if nothing has to be asked; fails without having changed anything. */
// long because its split by subject is still to come
export const openWalletApp = async (options: AppOptions): Promise<Result<WalletApp, FailureView>> => {
  const claimed = claimDirectory(options.dataDirectory, options.world, options.keychain);
  if (!claimed.ok) return claimed;
  const directory = claimed.value;
  const listeners = new Set<(event: WalletEvent) => void>();
  const tell = (event: WalletEvent): void => listeners.forEach((listener) => listener(event));
  const play = ownPlayMoney(options.playMoneyDirectory ?? `${options.dataDirectory}-play-money`, options.world);
  let opened: OpenWallet | undefined;
  /** why the wallet is locked although no passphrase was asked for */
  let trouble: string | undefined;

  /** Creating, opening and erasing the wallet take turns: two at once would lose a key, or open one database twice. */
  let changing: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(change: () => Promise<T>): Promise<T> => {
    const turn = changing.then(change, change);
    changing = turn.catch(() => undefined);
    return turn;
  };

  const open = async (store: Store): Promise<void> => {
    const around = { options, directory, play, tell, eraseEmptied, eraseIfEmptied: () => eraseIfEmptied() };
    opened = await openWallet(store, around);
    trouble = undefined;
    // Part of the change that opens it: that change's turn.
    await eraseIfEmptied(eraseNow);
    tell({ type: 'stage' });
  };

  let erasing: Promise<Result<EmptyReceiptView, FailureView>> | undefined;
  const eraseEmptied = (facts: Emptied): Promise<Result<EmptyReceiptView, FailureView>> => {
    erasing ??= inTurn(() => eraseNow(facts)).finally(() => (erasing = undefined));
    return erasing;
  };

  /** The receipt first: once it is on the disk, nothing of the wallet is needed any more. */
  const eraseNow = async (facts: Emptied): Promise<Result<EmptyReceiptView, FailureView>> => {
    const was = opened;
    if (was === undefined) return wrongStage('The wallet is not open.');
    const receipt = await writeReceipt(options.dataDirectory, facts);
    if (!receipt.ok) return receipt;
    await quieten(was);
    // Nothing moves here any more and nothing waits between this look and the erasing: what came in meanwhile is not erased.
    if (was.backup.emptied() === undefined) {
      await open(was.store);
      return err({
        kind: 'not-empty',
        sentence: 'Money came in while this wallet was being erased, so it was not erased; empty it again.',
      });
    }
    const erased = await eraseOpen(was);
    // With its key gone the wallet is erased, whatever is still in the way; the next start goes on with that.
    return erased.ok || !directory.exists() ? receipt : erased;
  };

  /** Erases the wallet that was just quietened; what could not be begun leaves it open as before. */
  const eraseOpen = async (was: OpenWallet | undefined): Promise<Result<void, FailureView>> => {
    let closed = was === undefined;
    const erased = directory.erase(() => {
      closed = true;
      was?.store.close();
    });
    if (!erased.ok) options.world.log({ event: 'not-erased', why: erased.error.sentence });
    if (was !== undefined && !closed) {
      mayErase = false;
      await open(was.store);
    }
    tell({ type: 'stage' });
    return erased;
  };

  /** false after the disk refused it: tried again when it is asked for, and at the next start */
  let mayErase = true;
  /** A wallet whose last step, the erasing, was cut short or had to wait for a provider. */
  const eraseIfEmptied = async (erase = eraseEmptied): Promise<void> => {
    const facts = mayErase ? opened?.backup.emptied() : undefined;
    const erased = facts && (await erase(facts));
    if (erased && !erased.ok) options.world.log({ event: 'emptied-not-erased', why: erased.error.kind });
  };

  /** No request, step or round of this wallet any more; its store stays open. */
  const quieten = async (was: OpenWallet): Promise<void> => {
    opened = undefined;
    await stopWorking(was);
  };

  const closeWallet = async (): Promise<void> => {
    const was = opened;
    if (was === undefined) return;
    await quieten(was);
    was.store.close();
  };

  const state = (): AppStateView => ({
    stage: opened !== undefined ? 'open' : directory.exists() ? 'locked' : 'first-start',
    version: VERSION,
    protection: directory.protection(),
    keychainAvailable: options.keychain?.available() ?? false,
    ...(opened === undefined && directory.opensBySheet() ? { opensBySheet: true as const } : {}),
    ...(opened === undefined && trouble !== undefined ? { trouble } : {}),
    playMoney: play.running() !== undefined,
    dataDirectory: options.dataDirectory,
  });

  const openWith = async (attempt: Promise<Result<Store, FailureView>>): Promise<Result<AppStateView, FailureView>> => {
    const store = await attempt;
    if (!store.ok) return store;
    await openOrClose(store.value);
    return ok(state());
  };

  /** A database that nobody uses stays open for nobody. */
  const openOrClose = async (store: Store): Promise<void> => {
    try {
      await open(store);
    } catch (thrown) {
      if (opened === undefined) store.close();
      else await closeWallet();
      throw thrown;
    }
  };

  const answer = async (name: RequestName, input: unknown): Promise<Result<unknown, FailureView>> => {
    switch (name) {
      case 'app.state':
        return ok(state());
      case 'app.create':
        return inTurn(async () =>
          state().stage === 'first-start'
            ? openWith(directory.create((input as RequestInput<'app.create'>).protection))
            : wrongStage('A wallet exists here already.'),
        );
      case 'app.unlock':
        return inTurn(async () =>
          state().stage === 'locked'
            ? openWith(directory.unlock((input as RequestInput<'app.unlock'>).passphrase))
            : wrongStage('There is nothing to unlock.'),
        );
      case 'app.unlockBySheet':
        return inTurn(async () =>
          state().stage === 'locked'
            ? openWith(unlockBySheet(directory, input as RequestInput<'app.unlockBySheet'>))
            : wrongStage('There is nothing to unlock.'),
        );
      case 'app.erase':
        return inTurn(async () => {
          const was = opened;
          if (was !== undefined) await quieten(was);
          const erased = await eraseOpen(was);
          return erased.ok ? ok(state()) : erased;
        });
      default: {
        if (opened === undefined) return wrongStage('The wallet is not open.');
        const handler = opened.handlers[name] as (input: unknown) => Promise<Result<unknown, FailureView>>;
        return handler(input);
      }
    }
  };

  const ask = (name: unknown, input: unknown): Promise<Result<unknown, FailureView>> =>
    answerRequest(answer, options.world, name, input);

  const app: WalletApp = {
    state,
    ask,
    handle: async <N extends RequestName>(name: N, input: RequestInput<N>) => (await ask(name, input)) as Answer<N>,
    runPending: async ({ untilDone, timeoutMs }) => {
      if (opened === undefined) return wrongStage('The wallet is not open.');
      try {
        const report = await runAll(opened, untilDone, timeoutMs, options.world);
        await eraseIfEmptied();
        return ok(report);
      } catch (error) {
        return err(defect(options.world, 'run', error));
      }
    },
    on: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      await inTurn(closeWallet);
      await play.close();
      directory.release();
    },
  };

  try {
    const unasked = directory.exists() ? await directory.unlockWithoutAsking() : ok(undefined);
    if (unasked.ok && unasked.value !== undefined) await openOrClose(unasked.value);
    if (unasked.ok) return ok(app);
    if (unasked.error.kind === 'keychain-refused' && directory.opensBySheet()) {
      trouble = KEYCHAIN_GONE;
      return ok(app);
    }
    directory.release();
    return unasked;
  } catch (error) {
    directory.release();
    return err(defect(options.world, 'open', error));
  }
};
