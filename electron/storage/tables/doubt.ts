// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { DOUBT_KINDS, type Doubt } from '../../state/doubts.ts';
import type { Sqlite } from '../sqlite.ts';

/** Something that a copy has changed, how often it was asked about, and when it is asked about next (milliseconds since the epoch). */
export type NotedDoubt = Doubt & { readonly round: number; readonly asked: number; readonly nextAt: number };

const row = z.object({
  kind: z.enum(DOUBT_KINDS),
  id: z.string(),
  round: z.number(),
  asked: z.number(),
  nextAt: z.number(),
});

/** What copies have changed here and no exchange has confirmed yet. It stands in no copy, so nobody outside can take it away. */
export const doubtTable = (sqlite: Sqlite) => {
  const columns = 'kind, id, round, asked, next_at AS nextAt';
  const select = sqlite.prepare(`SELECT ${columns} FROM doubt WHERE next_at <= ? ORDER BY next_at, kind, id`);
  const any = sqlite.prepare('SELECT 1 FROM doubt WHERE next_at <= ? LIMIT 1');
  const one = sqlite.prepare('SELECT 1 FROM doubt WHERE kind = ? AND id = ?');
  const begin = sqlite.prepare(
    `INSERT INTO doubt VALUES (?, ?, 1, 0, 0)
     ON CONFLICT (kind, id) DO UPDATE SET round = round + 1, asked = 0, next_at = 0`,
  );
  const put = sqlite.prepare('UPDATE doubt SET asked = ?, next_at = ? WHERE kind = ? AND id = ? AND round = ?');
  const remove = sqlite.prepare('DELETE FROM doubt WHERE kind = ? AND id = ? AND round = coalesce(?, round)');
  return {
    doubts: (nowMs: number): readonly NotedDoubt[] => select.all(nowMs).map((found) => row.parse(found)),
    hasDoubts: (nowMs: number): boolean => any.get(nowMs) !== undefined,
    isDoubted: ({ kind, id }: Doubt): boolean => one.get(kind, id) !== undefined,
    /** a doubt that is there already is asked about anew */
    noteDoubt: ({ kind, id }: Doubt): void => void begin.run(kind, id),
    putDoubt: ({ kind, id, round, asked, nextAt }: NotedDoubt): void =>
      void put.run(asked, Math.floor(nextAt), kind, id, round),
    /** not one that a copy has raised anew since its `round` */
    settleDoubt: ({ kind, id, round }: Doubt & Partial<NotedDoubt>): void => void remove.run(kind, id, round ?? null),
  };
};
