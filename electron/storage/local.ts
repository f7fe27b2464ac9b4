// SPDX-License-Identifier: GPL-3.0-or-later
import type { Secret } from '../taler/crypto/secret.ts';
import type { Sqlite } from './sqlite.ts';
import type { Doubt } from '../state/doubts.ts';
import { doubtTable, type NotedDoubt } from './tables/doubt.ts';
import { type CachedKeys, exchangeCache } from './tables/exchange-cache.ts';
import { type ProviderProgress, providerProgressTable } from './tables/provider-progress.ts';
import { markTable, type MarkName, type MarkOfName, type MarkOfValue, type MarkValue } from './tables/marks.ts';
import { requestTable, rootSecretTable, stepsTable } from './tables/small-tables.ts';
import { type Task, taskTable } from './tables/task.ts';
import { type UndoContent, type UndoCopy, undoTable, type UndoWhy } from './tables/undo.ts';

/** What only this installation knows: caches, retry times, what each provider was sent. Never backed up. */
export type LocalReader = {
  /** the last accepted /keys of an exchange */
  readonly cachedKeys: (baseUrl: string) => CachedKeys | undefined;
  readonly task: (kind: string, id: string) => Task | undefined;
  /** every task, the one due first comes first */
  readonly tasks: () => readonly Task[];
  /** what copies have changed here and is to be asked about by then */
  readonly doubts: (nowMs: number) => readonly NotedDoubt[];
  readonly hasDoubts: (nowMs: number) => boolean;
  readonly isDoubted: (doubt: Doubt) => boolean;
  readonly providerProgress: (providerId: string) => ProviderProgress | undefined;
  readonly providerProgresses: () => readonly ProviderProgress[];
  /** the last blob sealed for this provider; sent again unchanged while nothing changed */
  readonly sealedBlob: (providerId: string) => Uint8Array | undefined;
  readonly rootSecret: () => Secret | undefined;
  /** the exact bytes of a request that was begun, so that a repetition is byte-identical */
  readonly request: (step: string) => Uint8Array | undefined;
  /** copies of this installation as it was before other copies were joined, the oldest first */
  readonly undoCopies: () => readonly UndoCopy[];
  readonly undoContent: (number: number) => UndoContent | undefined;
  /** a single fact by its name in the list of marks */
  readonly mark: <N extends MarkName>(name: N) => MarkValue<N> | undefined;
  /** the same of one provider or withdrawal */
  readonly markOf: <N extends MarkOfName>(name: N, id: string) => MarkOfValue<N> | undefined;
  /** the ids of all that have this mark */
  readonly markedBy: (name: MarkOfName) => readonly string[];
};

/** The same, writable; only inside a transaction. */
export type LocalWriter = LocalReader & {
  readonly putCachedKeys: (keys: CachedKeys) => void;
  readonly deleteCachedKeys: (baseUrl: string) => void;
  readonly putTask: (task: Task) => void;
  readonly deleteTask: (kind: string, id: string) => void;
  /** something is in doubt from now on, and is asked about at once */
  readonly noteDoubt: (doubt: Doubt) => void;
  /** when it is asked about again */
  readonly putDoubt: (doubt: NotedDoubt) => void;
  readonly settleDoubt: (doubt: Doubt & Partial<NotedDoubt>) => void;
  /** writes the given facts and keeps the others */
  readonly putProviderProgress: (progress: Partial<ProviderProgress> & { readonly providerId: string }) => void;
  readonly putSealedBlob: (providerId: string, bytes: Uint8Array) => void;
  /** forgets its sealed blob, too */
  readonly deleteProviderProgress: (providerId: string) => void;
  /** undefined forgets it, and marks its lock in the key file as void */
  readonly setRootSecret: (root: Secret | undefined) => void;
  readonly putRequest: (step: string, bytes: Uint8Array) => void;
  readonly deleteRequest: (step: string) => void;
  /** keeps a copy of everything as it is now, with what is to be known of the `other` wallet (JSON); only the last few are kept */
  readonly takeUndoCopy: (why: UndoWhy, other?: unknown) => number;
  readonly dropUndoCopy: (number: number) => void;
  readonly dropOldUndoCopies: (nowMs: number) => void;
  /** puts the marks back that a copy holds (`only` these, when given), but for those that say how things are now */
  readonly putBackMarks: (content: UndoContent, only?: readonly MarkName[]) => void;
  /** forgets every step, doubt and request that was begun, but for these requests */
  readonly forgetSteps: (keptRequests: readonly string[]) => void;
  /** undefined forgets it */
  readonly setMark: <N extends MarkName>(name: N, value: MarkValue<N> | undefined) => void;
  readonly setMarkOf: <N extends MarkOfName>(name: N, id: string, value: MarkOfValue<N> | undefined) => void;
};

export type LocalTables = {
  readonly reader: LocalReader;
  /** `takeUndoCopy` is added by the transaction, which knows the entries */
  readonly writer: Omit<LocalWriter, 'takeUndoCopy'>;
  readonly undo: ReturnType<typeof undoTable>;
};

/** All local tables of a database. */
export const localTables = (sqlite: Sqlite): LocalTables => {
  const undo = undoTable(sqlite);
  const [secrets, marks] = [rootSecretTable(sqlite), markTable(sqlite)];
  const writer = {
    ...exchangeCache(sqlite),
    ...taskTable(sqlite),
    ...doubtTable(sqlite),
    ...providerProgressTable(sqlite),
    ...secrets,
    ...requestTable(sqlite),
    ...marks,
    setRootSecret: (root: Secret | undefined): void => {
      secrets.setRootSecret(root);
      // Written with it: a process may die before the key file follows.
      marks.setMark('sheet-lock-void', root === undefined ? true : undefined);
    },
    undoCopies: undo.undoCopies,
    undoContent: undo.undoContent,
    dropUndoCopy: undo.dropUndoCopy,
    dropOldUndoCopies: undo.dropOldUndoCopies,
    putBackMarks: undo.putBackMarks,
    forgetSteps: stepsTable(sqlite).forgetSteps,
  };
  return { reader: writer, writer, undo };
};
