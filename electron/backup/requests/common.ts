// SPDX-License-Identifier: GPL-3.0-or-later
import { err, type Result } from '../../../shared/result.ts';
import type { CycleReportView } from '../../../shared/view-backup.ts';
import type { Secret } from '../../taler/crypto/secret.ts';
import type { Wallet } from '../../wallet/wallet.ts';
import type { CycleParts } from '../cycle/round.ts';
import type { Rounds } from '../cycle/rounds.ts';
import type { BackupFailure } from '../failure/failure.ts';
import type { Progress } from '../recover/progress.ts';
import { databaseWrapKey } from '../root-secret.ts';

/** What the requests of all subjects work with. */
export type Common = {
  readonly parts: CycleParts & { readonly wallet: Wallet };
  readonly rounds: Rounds;
  readonly alone: Alone;
  readonly progress: Progress;
  /** ends the asking of a restore */
  readonly stopper: Stopper;
  /** how far a drill has come */
  readonly drilling: Progress;
  /** one round with every provider, now */
  readonly cycleAll: () => Promise<readonly CycleReportView[]>;
  readonly onRootSecret: (databaseWrapKey: Secret) => void;
  readonly onRootForgotten: () => void;
};

/** One change of hands at a time, and no background round beside it. */
export type Alone = {
  readonly isBusy: () => boolean;
  /** refused while another is under way */
  readonly run: <T>(change: () => Promise<Result<T, BackupFailure>>) => Promise<Result<T, BackupFailure>>;
};

export const createAlone = (): Alone => {
  let busy = false;
  return {
    isBusy: () => busy,
    run: async (change) => {
      if (busy) return err({ kind: 'restore-running' });
      busy = true;
      try {
        return await change();
      } finally {
        busy = false;
      }
    },
  };
};

/** One restore after the other can be stopped; `begin` gives the signal of the next one. */
export type Stopper = { readonly begin: () => AbortSignal; readonly stop: () => void };

export const createStopper = (): Stopper => {
  let now = new AbortController();
  return {
    begin: () => {
      now = new AbortController();
      return now.signal;
    },
    stop: () => now.abort('stopped'),
  };
};

/** What is under way can be looked at until it is over, however it ends. */
export const shownIn = async <T>(progress: Progress, work: () => Promise<T>): Promise<T> => {
  progress.begin();
  try {
    return await work();
  } finally {
    progress.end();
  }
};

/** Tells whoever wraps the database key of the root secret that came into being. */
export const tellRoot = ({ parts: { store }, onRootSecret }: Common): void => {
  const root = store.local.rootSecret();
  if (root !== undefined) onRootSecret(databaseWrapKey(root));
};
