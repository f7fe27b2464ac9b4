// SPDX-License-Identifier: GPL-3.0-or-later
import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import { err, ok, type Result } from '../shared/result.ts';
import {
  requestInputs,
  type Answer,
  type AppStateView,
  type RequestInput,
  type RequestName,
  type WalletEvent,
} from '../shared/contract.ts';
import type { EmptyReceiptView, FailureView, RecoverySheetView } from '../shared/view.ts';
import { defect, wrongStage } from './app-failures.ts';
import { createBackup, type Backup } from './backup/backup.ts';
import type { Emptied } from './backup/emptying.ts';
import { databaseWrapKey } from './backup/root-secret.ts';
import { confirmOwner, type ConfirmReveal } from './confirm-owner.ts';
import { claimDirectory, type Keychain } from './data-directory.ts';
import { writeReceipt } from './empty-receipt.ts';
import { createHandlers, type Handlers } from './handlers.ts';
import { startLoop, type Loop } from './loop.ts';
import { runAll, type RunReport } from './run-all.ts';
import { startPlayMoney, type PlayMoney } from './play-money.ts';
import { noteSheetShown, sheetShownAt } from './sheet-shown.ts';
import type { Store } from './storage/store.ts';
import { KEYCHAIN_GONE, unlockBySheet } from './unlock-by-sheet.ts';
import { createWallet, type Wallet } from './wallet/wallet.ts';
import type { World } from './world.ts';

const VERSION = '0.1.0';

/** The whole wallet behind one function per request; used by the window's main process and by the command line. */
export type WalletApp = {
  readonly state: () => AppStateView;
  /** Answers one request. Never throws: what nobody expected becomes `kind: 'defect'` with a reference number that the log explains. */
  readonly handle: <N extends RequestName>(name: N, input: RequestInput<N>) => Promise<Answer<N>>;
  /** Drives every pending step of money and backup; with `untilDone` until nothing is left or the time is over. */
  readonly runPending: (options: {
    readonly untilDone: boolean;
    readonly timeoutMs: number;
  }) => Promise<Result<RunReport, FailureView>>;
  readonly on: (listener: (event: WalletEvent) => void) => () => void;
  readonly close: () => Promise<void>;
};

export type AppOptions = {
  readonly dataDirectory: string;
  /** where the built-in play-money economy lives; outside the data directory, so that losing the wallet does not lose the bank */
  readonly playMoneyDirectory?: string;
  readonly world: World;
  readonly keychain?: Keychain;
  /** drives pending steps in the background (the window); the command line says `run` */
  readonly loop: boolean;
  readonly shell?: Shell;
  /** where the worker thread's code is, when it is bundled */
  readonly workerUrl?: URL;
};

/** What only a window can do. */
export type Shell = {
  readonly chooseFolder: () => Promise<string | null>;
  readonly printSheet: (
    sheet: RecoverySheetView,
    paper: 'A4' | 'Letter',
  ) => Promise<Result<{ readonly file: string | null }, FailureView>>;
  readonly sheetShown: (shown: boolean) => void;
  readonly confirmReveal: ConfirmReveal;
};

type Opened = {
  readonly store: Store;
  readonly wallet: Wallet;
  readonly backup: Backup;
  readonly handlers: Handlers;
  readonly loop: Loop | undefined;
  readonly stopTelling: () => void;
};

/** Claims the data directory (a second process is refused) and opens the wallet if nothing has to be asked; fails without having changed anything. */
export const openWalletApp = async (options: AppOptions): Promise<Result<WalletApp, FailureView>> => {
  const claimed = claimDirectory(options.dataDirectory, options.world, options.keychain);
  if (!claimed.ok) return claimed;
  const directory = claimed.value;
  const listeners = new Set<(event: WalletEvent) => void>();
  const tell = (event: WalletEvent): void => listeners.forEach((listener) => listener(event));
  let opened: Opened | undefined;
  let play: Promise<PlayMoney> | undefined;
  let running: PlayMoney | undefined;
  /** why the wallet is locked although no passphrase was asked for */
  let trouble: string | undefined;

  /** Creating, opening and erasing the wallet take turns: two at once would lose a key, or open one database twice. */
  let changing: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(change: () => Promise<T>): Promise<T> => {
    const turn = changing.then(change, change);
    changing = turn.catch(() => undefined);
    return turn;
  };

  const playMoneyDirectory = options.playMoneyDirectory ?? `${options.dataDirectory}-play-money`;

  const playMoney = (): Promise<PlayMoney> => {
    play ??= startPlayMoney(playMoneyDirectory, options.world).then(
      (started) => (running = started),
      (error: unknown) => {
        play = undefined;
        throw error;
      },
    );
    return play;
  };

  const open = async (store: Store): Promise<void> => {
    // The gate is the backup's, and the backup is built on the wallet; nothing passes the gate before both are there.
    const wallet = createWallet({ world: options.world, store, gate: (step, batchId) => backup.gate(step, batchId) });
    const backup: Backup = createBackup({
      world: options.world,
      store,
      wallet,
      deviceName: hostname().slice(0, 60),
      onRootSecret: (wrapper) => void directory.protectWithRoot(wrapper),
      onRootForgotten: () => directory.forgetRoot(),
      ...(options.workerUrl === undefined ? {} : { workerUrl: options.workerUrl }),
    });
    // Forgotten just before the process died: the sheet of the wallet that was left opens nothing here.
    const root = store.local.rootSecret();
    if (root === undefined) directory.forgetRoot();
    // Made when the secret came into being, unless the disk was full or the process died just then.
    else void directory.protectWithRoot(databaseWrapKey(root));
    if (store.local.meta(PLAYS) !== undefined)
      // Its addresses may be taken by another program; what is real in this wallet must open all the same.
      await playMoney().catch((error: unknown) =>
        options.world.log({ event: 'play-money-not-started', why: error instanceof Error ? error.message : 'unknown' }),
      );
    const loop = options.loop
      ? startLoop(
          {
            runMoney: (signal) => wallet.run({ signal }),
            runBackup: async (signal) => {
              await backup.run({ signal });
              // Not waited for: erasing ends this loop and waits for it.
              eraseIfEmptied().catch((error: unknown) =>
                options.world.log({
                  event: 'defect',
                  where: 'erasing',
                  error: error instanceof Error ? (error.stack ?? error.message) : 'unknown',
                }),
              );
            },
          },
          options.world,
        )
      : undefined;
    const stopTelling = store.onChange(() => {
      tell({ type: 'changed' });
      loop?.poke();
    });
    const handlers = createHandlers({
      wallet,
      backup,
      playMoney: async () => {
        store.transaction((tx) => tx.local.setMeta(PLAYS, 'yes'));
        return playMoney();
      },
      runningPlayMoney: () => running,
      resumePlayMoney: async (recoveryText) => {
        // On the command line the economy is a process of its own; two on one directory would fight for its addresses.
        if (options.shell === undefined || !namesPlayMoney(recoveryText) || !existsSync(playMoneyDirectory)) return;
        store.transaction((tx) => tx.local.setMeta(PLAYS, 'yes'));
        await playMoney();
      },
      eraseEmptied,
      confirmOwner: (passphrase) => confirmOwner(directory, options.shell?.confirmReveal, passphrase),
      chooseFolder: async () => options.shell?.chooseFolder() ?? null,
      printSheet: async (paper) => {
        if (options.shell === undefined)
          return err({
            kind: 'no-printer',
            sentence: "Printing needs the window; 'holdfast sheet --pdf FILE' writes the page to a file.",
          });
        const sheet = backup.recoverySheet();
        return sheet.ok
          ? options.shell.printSheet(sheet.value, paper)
          : err({
              kind: sheet.error.kind,
              sentence: 'There is no recovery sheet yet: add a provider first. Nothing was printed.',
            });
      },
      sheetShown: (shown) => options.shell?.sheetShown(shown),
      noteSheet: (providers) => {
        noteSheetShown(store, options.world.now(), providers);
        tell({ type: 'changed' });
      },
      sheetNotedAt: (providers) => sheetShownAt(store, providers),
    });
    opened = { store, wallet, backup, handlers, loop, stopTelling };
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
  const eraseOpen = async (was: Opened | undefined): Promise<Result<void, FailureView>> => {
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
  const quieten = async (was: Opened): Promise<void> => {
    opened = undefined;
    was.stopTelling();
    await was.loop?.stop();
    await was.backup.close();
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
    playMoney: running !== undefined,
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

  const app: WalletApp = {
    state,
    handle: async <N extends RequestName>(name: N, input: RequestInput<N>): Promise<Answer<N>> => {
      const checked = requestInputs[name].safeParse(input);
      if (!checked.success)
        return err({ kind: 'bad-input', sentence: `The request ${name} was not understood; nothing was changed.` });
      try {
        return (await answer(name, checked.data)) as Answer<N>;
      } catch (error) {
        return err(defect(options.world, name, error));
      }
    },
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
      await running?.close();
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

/** set once the person chose play money, so that the economy is started again with the wallet */
const PLAYS = 'play-money';

/** A sheet with providers on this very computer: nobody but the built-in economy serves there. */
const namesPlayMoney = (recoveryText: string): boolean => recoveryText.includes('http://127.0.0.1:');
