// SPDX-License-Identifier: GPL-3.0-or-later
import type { Result } from '../../shared/result.ts';
import type { PendingView } from '../../shared/view.ts';
import type { Overdue } from '../state/overdue.ts';
import type { Store } from '../storage/store.ts';
import { bytesToCrock } from '../taler/bytes/encodings.ts';
import type { World } from '../world.ts';
import type { CoinKeyRing } from './coins/coins.ts';
import type { ExchangeBook } from './exchanges.ts';
import type { NotBackedUp, WalletFailure } from './failure/failure.ts';
import type { Superseded } from './failure/stopped.ts';
import type { StrangeLooks } from './strange-looks.ts';

/** A step of the wallet that the runner takes up again after every restart; the list of flows says what its id names. */
export type Step = { readonly kind: StepKind; readonly id: string };

/** One name for each flow of the list (`runner/flows.ts`); times of the next try are kept under it, so it never changes. */
export type StepKind =
  | 'withdrawal'
  | 'payment'
  | 'refresh'
  | 'push-out'
  | 'pull-in'
  | 'push-in'
  | 'pull-out'
  | 'deposit'
  | 'upkeep'
  | 'doubt'
  | 'refund'
  | 'refund-watch'
  | 'renewal'
  | 'reissue';

/** Waits where something is to change, within a time of its own and until it is called off; true when it is said to be other than `since`. */
export type WaitAtServer = {
  readonly since: string;
  readonly untilChanged: (signal: AbortSignal) => Promise<boolean>;
};

/** What one go at a step came to. */
export type StepOutcome =
  /** something was achieved and there is more to do at once */
  | { readonly kind: 'again' }
  | { readonly kind: 'finished' }
  /** nothing is wrong; somebody else has to act first */
  | {
      readonly kind: 'waiting';
      readonly waitingFor: PendingView['waitingFor'];
      /** nothing can have happened before this many milliseconds are over; without it the runner polls */
      readonly forMs?: number;
      /** the polls grow apart up to this; some seconds when left out, for a person may be watching */
      readonly atMostMs?: number;
      /** present where somebody can say when it has come */
      readonly wait?: WaitAtServer;
    }
  /** to be tried again with back-off; nothing was lost */
  | { readonly kind: 'failed'; readonly failure: WalletFailure };

/** Takes one step now, whatever its back-off says; shared with a run that is doing it already. */
export type Drive = (step: Step) => Promise<StepOutcome>;

/**
 * Asked before every request that turns money into coins (planchets first: the seed must be stored elsewhere before).
 * Every such request of the wallet passes here and nowhere else. `batchId` names the batch of a withdrawal.
 */
export type Gate = (step: Step, batchId?: string, how?: AtTheGate) => Promise<Result<void, NotBackedUp>>;
/** `isPatient`: nobody waits, so the copy that is to be made anyway will do. */
export type AtTheGate = { readonly isPatient?: boolean };

/**
 * Change is made some time after a payment, so that neither shop nor exchange nor place can tell the two together by their times. While
 * somebody waits for it, or for everything, it is made at once.
 */
export type Haste = {
  readonly isOn: () => boolean;
  readonly during: <T>(work: () => Promise<T>) => Promise<T>;
};

/** What the wallet's subjects share. */
export type Wallets = {
  readonly world: World;
  readonly store: Store;
  readonly exchanges: ExchangeBook;
  readonly coinKeys: CoinKeyRing;
  /** the gate, which is also closed where the round that opened it has brought the news that this device moves no money any more */
  readonly gate: (...asked: Parameters<Gate>) => Promise<Result<void, NotBackedUp | Superseded>>;
  readonly haste: Haste;
  /** when that goes out which came due while nobody ran */
  readonly overdue: Overdue;
  readonly strangeLooks: StrangeLooks;
};

/** A random id of 16 bytes, for what no money hangs on by name, such as a purchase. */
export const newId = (world: World): string => bytesToCrock(world.randomBytes(16));
