// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { parseJson } from '../../taler/bytes/json.ts';
import type { Sqlite } from '../sqlite.ts';

/** When a pending step is tried next (milliseconds since the epoch), how often it failed in a row, and how it last failed. */
export type Task = {
  readonly kind: string;
  readonly id: string;
  readonly nextAt: number;
  readonly attempts: number;
  /** plain JSON, never a secret */
  readonly lastFailure?: unknown;
};

const row = z.object({
  kind: z.string(),
  id: z.string(),
  nextAt: z.number(),
  attempts: z.number(),
  lastFailure: z.string().nullable(),
});

/** Reads and writes the retry times of the step runner. */
export const taskTable = (sqlite: Sqlite) => {
  const columns = 'kind, id, next_at AS nextAt, attempts, last_failure AS lastFailure';
  const select = sqlite.prepare(`SELECT ${columns} FROM task WHERE kind = ? AND id = ?`);
  const selectAll = sqlite.prepare(`SELECT ${columns} FROM task ORDER BY next_at, kind, id`);
  const upsert = sqlite.prepare('INSERT OR REPLACE INTO task VALUES (?, ?, ?, ?, ?)');
  const remove = sqlite.prepare('DELETE FROM task WHERE kind = ? AND id = ?');
  return {
    task: (kind: string, id: string): Task | undefined => {
      const found = select.get(kind, id);
      return found === undefined ? undefined : readRow(found);
    },
    tasks: (): readonly Task[] => selectAll.all().map(readRow),
    putTask: ({ kind, id, nextAt, attempts, lastFailure }: Task): void =>
      void upsert.run(
        kind,
        id,
        Math.floor(nextAt),
        attempts,
        lastFailure === undefined ? null : JSON.stringify(lastFailure),
      ),
    deleteTask: (kind: string, id: string): void => void remove.run(kind, id),
  };
};

const readRow = (found: unknown): Task => {
  const { lastFailure: text, ...task } = row.parse(found);
  const lastFailure = text === null ? undefined : parseJson(text);
  return lastFailure === undefined ? task : { ...task, lastFailure };
};
