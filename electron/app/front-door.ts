// SPDX-License-Identifier: GPL-3.0-or-later
import type { WalletEvent } from '../../shared/contract.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { FailureView } from '../../shared/view.ts';
import { resolve } from 'node:path';
import { moveFiles, whyNoPlace } from './directory/move.ts';
import { finishMove, forgetMove } from './directory/moved.ts';
import { isPlaceThere, keepPlace, meantPlace, placeOf } from './directory/place.ts';
import { defect } from './failures.ts';
import type { AppOptions, PlaceWays, Shell } from './options.ts';
import { answerUnopened } from './unopened.ts';
import { openWalletApp, type WalletApp } from './wallet-app.ts';

/** The window's wallet: that of the place its person chose, and another one after they chose anew. */
export type FrontDoor = {
  /** answers whatever becomes of the wallet; waits while one place is being left for another */
  readonly ask: (name: unknown, input: unknown) => Promise<Result<unknown, FailureView>>;
  /** undefined while none of this place can be opened */
  readonly wallet: () => WalletApp | undefined;
  /** where it lies now */
  readonly directory: () => string;
  readonly on: (listener: (event: WalletEvent) => void) => void;
  readonly close: () => Promise<void>;
};

export type FrontDoorParts = {
  /** the program's own directory, in which the choice is kept */
  readonly home: string;
  /** what a wallet is opened with, wherever it lies */
  readonly options: Omit<AppOptions, 'dataDirectory' | 'shell'>;
  readonly shell: Omit<Shell, 'place'>;
  /** asks for the folder of a wallet; null when the person changed their mind */
  readonly choosePlace: (at: string) => Promise<string | null>;
};

type Here = { readonly ask: FrontDoor['ask']; readonly app: WalletApp | undefined };

/** Opens the wallet of the chosen place at once; `ask` waits for it. */
export const createFrontDoor = ({ home, options, shell, choosePlace }: FrontDoorParts): FrontDoor => {
  const listeners = new Set<(event: WalletEvent) => void>();
  const tell = (event: WalletEvent): void => listeners.forEach((listener) => listener(event));
  finishMove(home);
  let place = placeOf(home);
  let now: Here | undefined;
  let isClosed = false;
  /** where its person wants the files to move */
  let next: string | undefined;

  const open = async (): Promise<void> => {
    place = placeOf(home);
    const given: AppOptions = { ...options, dataDirectory: place.directory, shell: { ...shell, place: ways } };
    const opened = await openPlace(given, place.isChosen);
    const app = opened.ok ? opened.value : undefined;
    app?.on(tell);
    now = { app, ask: opened.ok ? opened.value.ask : answerUnopened(given, opened.error, tryAgain) };
    tell({ type: 'stage' });
  };

  let last: Promise<unknown> = Promise.resolve();
  /** One place at a time: two changes at once would leave a wallet open that nobody closes. */
  const inTurn = <T>(change: () => Promise<T>): Promise<T> => {
    const turn = last.then(change, change);
    last = turn;
    return turn;
  };
  const reopen = (): Promise<Result<Record<string, never>, FailureView>> =>
    inTurn(async () => {
      if (isClosed) return err({ kind: 'wrong-stage', facts: { why: 'closing' } });
      await now?.app?.close();
      await open();
      return ok({});
    });
  const tryAgain = async (): Promise<Result<Record<string, never>, FailureView>> => reopen();
  const ways: PlaceWays = {
    isChosen: () => place.isChosen,
    elsewhere: async () => {
      const folder = await choosePlace(place.directory);
      if (folder === null) return ok({ moved: false });
      finishMove(home);
      const kept = keepPlace(home, meantPlace(folder));
      if (!kept.ok) return kept;
      // What a move has left is looked for no more: the folder it went to may be another wallet's now.
      forgetMove(home);
      const reopened = await reopen();
      return reopened.ok ? ok({ moved: true }) : reopened;
    },
    usual: async () => {
      finishMove(home);
      const kept = keepPlace(home, undefined);
      if (!kept.ok) return kept;
      forgetMove(home);
      return reopen();
    },
    chooseNext: async () => {
      const folder = await choosePlace(place.directory);
      if (folder === null) return ok(null);
      const why = whyNoPlace(place.directory, folder);
      if (why !== undefined) return err({ kind: 'no-place', facts: { why } });
      next = resolve(folder);
      return ok(next);
    },
    move: () => {
      const to = next;
      next = undefined;
      if (to === undefined) return Promise.resolve(err({ kind: 'no-place', facts: { why: 'not-chosen' } }));
      return inTurn(async () => {
        if (isClosed) return err({ kind: 'wrong-stage', facts: { why: 'closing' } });
        await now?.app?.close();
        try {
          return await moveFiles(home, place.directory, to);
        } finally {
          await open();
        }
      });
    },
  };

  const first = inTurn(open);
  return {
    ask: async (name, input) => {
      await first.catch(() => undefined);
      return now === undefined ? err(NOT_THERE) : now.ask(name, input);
    },
    wallet: () => now?.app,
    directory: () => place.directory,
    on: (listener) => void listeners.add(listener),
    close: () =>
      inTurn(async () => {
        isClosed = true;
        await now?.app?.close();
      }),
  };
};

/** The first opening broke off; the log has why. */
const NOT_THERE: FailureView = { kind: 'wrong-stage', facts: { why: 'not-open' } };

/** A place that was chosen and is not there is never made: it is on a drive that will come back. */
const openPlace = async (options: AppOptions, isChosen: boolean): Promise<Result<WalletApp, FailureView>> => {
  const { dataDirectory, world } = options;
  if (isChosen && !isPlaceThere(dataDirectory)) return err({ kind: 'place-missing', facts: { file: dataDirectory } });
  try {
    return await openWalletApp(options);
  } catch (thrown) {
    return err(defect(world, 'opening', thrown));
  }
};
