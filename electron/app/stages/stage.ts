// SPDX-License-Identifier: GPL-3.0-or-later
import type { AppStateView } from '../../../shared/contract.ts';
import type { FailureView } from '../../../shared/view.ts';
import type { DataDirectory } from '../data-directory.ts';
import { ORPHAN } from '../directory/unlocking.ts';
import type { OpenWallet } from '../open-wallet.ts';
import type { Store } from '../../storage/store.ts';

/** A stage in which nothing is under way: every change begins in one and ends in one. */
export type Resting =
  | Unopened
  | Open
  /** the directory is not ours any more; nothing opens it again in this process */
  | { readonly kind: 'closed' };

/** As the files say. `trouble`: why it does not open, where no passphrase is what is missing. */
export type Unopened = { readonly kind: 'first-start' } | { readonly kind: 'locked'; readonly trouble?: FailureView };

export type Open = {
  readonly kind: 'open';
  readonly wallet: OpenWallet;
  /** false after the disk refused it: an emptied wallet is erased when that is asked for, and at the next start */
  readonly erasesItself: boolean;
};

/** A stage that a change passes through; what it holds has to be closed if the change breaks off here. */
export type Passing =
  /** `store` once the database is open and the wallet is being built on it */
  | { readonly kind: 'opening'; readonly from: Unopened; readonly store?: Store }
  /** to be erased or closed, or opened again: no request, step or round of it runs any more, its store is still open */
  | { readonly kind: 'stopping'; readonly wallet: OpenWallet };

/** Where the wallet of this directory stands, with what each stage holds: one value, so that no two facts about it can disagree. */
export type Stage = Resting | Passing;

/** What is done in each stage: a stage more does not compile until somebody has decided for it. */
export const byStage = <S extends Stage, T>(
  stage: S,
  choices: { readonly [K in S['kind']]: (stage: Extract<S, { readonly kind: K }>) => T },
): T => {
  // The choice of `stage.kind` takes the stage of that kind; the union cannot be narrowed by it here.
  const choice = choices[stage.kind as S['kind']] as (stage: S) => T;
  return choice(stage);
};

/** The stage of a directory whose wallet is not open: as its files say. A database without its key is no first start. */
export const stageOfFiles = (directory: Pick<DataDirectory, 'exists' | 'keyLost'>, trouble?: FailureView): Unopened => {
  if (directory.keyLost()) return { kind: 'locked', trouble: ORPHAN };
  return directory.exists()
    ? { kind: 'locked', ...(trouble === undefined ? {} : { trouble }) }
    : { kind: 'first-start' };
};

/** What the window makes of a stage. It waits for what is being opened, and finds nothing to use in what is being stopped. */
export const shownStage = (stage: Stage): AppStateView['stage'] =>
  byStage(stage, {
    'first-start': () => 'first-start',
    locked: () => 'locked',
    opening: ({ from }) => from.kind,
    open: () => 'open',
    stopping: () => 'locked',
    closed: () => 'locked',
  });
