// SPDX-License-Identifier: GPL-3.0-or-later
import type { WalletEvent } from '../../shared/contract.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { FailureView } from '../../shared/view.ts';
import { finishMove } from './directory/moved.ts';
import { isPlaceThere, placeOf } from './directory/place.ts';
import { defect } from './failures.ts';
import { learnFor } from './language.ts';
import type { AppOptions, Shell } from './options.ts';
import { createPlaceWays, type PlaceWaysParts } from './place-ways.ts';
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

  const open = async (): Promise<void> => {
    place = placeOf(home);
    // Also where no wallet can be opened: the dialogs speak.
    await learnFor({ ...options, dataDirectory: place.directory });
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
  const whileClosed: PlaceWaysParts['whileClosed'] = (change) =>
    inTurn(async () => {
      if (isClosed) return err({ kind: 'wrong-stage', facts: { why: 'closing' } });
      await now?.app?.close();
      try {
        return await change();
      } finally {
        await open();
      }
    });
  const tryAgain = (): Promise<Result<Record<string, never>, FailureView>> => whileClosed(async () => ok({}));
  const ways = createPlaceWays({ home, choosePlace, place: () => place, whileClosed });

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

/** What of the wallet decides whether its person is needed; undefined while none is open. */
export const lookAt = async (wallet: WalletApp | undefined) => {
  if (wallet?.state().stage !== 'open') return undefined;
  const [overview, payments] = [await wallet.handle('wallet.overview', {}), await wallet.handle('peer.list', {})];
  if (!overview.ok) return undefined;
  const { balances, backup } = overview.value;
  return {
    balances,
    safety: backup.safety.state,
    ...(backup.yearEnds === undefined ? {} : { yearWithin: backup.yearEnds.within }),
    payments: payments.ok ? payments.value.payments : [],
  };
};
