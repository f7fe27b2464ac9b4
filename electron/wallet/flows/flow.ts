// SPDX-License-Identifier: GPL-3.0-or-later
import type { Result } from '../../../shared/result.ts';
import type { AbortView, PendingView } from '../../../shared/view.ts';
import type { Kind } from '../../state/entry.ts';
import type { Reader } from '../../storage/store.ts';
import type { AtGate } from '../at-gate.ts';
import type { Drive, Step, StepOutcome, Wallets } from '../context.ts';
import type { WalletFailure } from '../failure/failure.ts';

/** Everything the rest of the wallet knows of one flow; a new one is a file with this in it and a line in `runner/flows.ts`. */
export type Flow = {
  /** the kinds of entry it works on */
  readonly entries: readonly Kind[];
  /** how a step of it is shown while it is pending */
  readonly type: PendingView['type'];
  /** everything that is not finished, read from the entries and nowhere else */
  readonly pending: (wallets: Wallets) => readonly Listed[];
  /** one go at the step */
  readonly go: (wallets: Wallets, id: string) => Promise<StepOutcome>;
  /** as long as a step without a failure is put off at most: the longest `forMs` or `atMostMs` it asks for, or the runner's own ceiling */
  readonly longestWaitMs:
    | number
    | ((wallets: Pick<Wallets, 'store' | 'haste' | 'exchanges' | 'world'>, id: string) => number);
  /** however often a step failed, it is tried again after this */
  readonly backOffCeilingMs: number;
  /** present for flows that may have to wait for a backup */
  readonly gate?: AtGate;
  /** the private key that may speak for the account behind the step, when its exchange asks who its owner is */
  readonly accountKey?: (reader: Pick<Reader, 'entry'>, id: string) => string | undefined;
  /** whether its person can still end it with `takeBack`, as far as is known here */
  readonly endable?: (reader: Pick<Reader, 'entry'>, id: string) => boolean;
  /** takes the payment back, or gives up what nobody has begun; undefined when the id is none of this flow's */
  readonly takeBack?: (
    wallets: Wallets,
    drive: Drive,
    id: string,
  ) => Promise<Result<AbortView, WalletFailure> | undefined>;
};

/** A step with the server whose turn it takes (`lane`) and whom it waits for. */
export type PendingStep = Step & {
  readonly lane: string;
  /** the issuer whose money it is, where another server's turn it is */
  readonly issuer?: string;
  readonly waitingFor: PendingView['waitingFor'];
  /** only looks whether there is something to do: nobody waits for it, and it is not shown */
  readonly background?: true;
};

/** A pending step as its own flow lists it, without the flow's name. */
export type Listed = Omit<PendingStep, 'kind'>;

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** A server that is away is asked again after five minutes at the latest: somebody may be waiting for it. */
export const BACK_OFF_CEILING_MS = 5 * MINUTE_MS;

/** What most flows wait. */
export const USUAL_WAITS = { longestWaitMs: BACK_OFF_CEILING_MS, backOffCeilingMs: BACK_OFF_CEILING_MS } as const;
