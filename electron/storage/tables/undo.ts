// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { mustOk } from '../../../shared/result.ts';
import { contentToJson, ownContentFromJson } from '../../state/content.ts';
import type { CarriedEntry } from '../../state/entry.ts';
import type { Sqlite } from '../sqlite.ts';

/** A copy of all entries, taken before a restore or takeover. */
export type UndoCopy = {
  readonly number: number;
  readonly takenAt: number;
  readonly why: string;
  readonly entries: number;
};

/** Each copy is as large as the wallet; a second restore right after the first must still find the copy before both. */
const KEPT_COPIES = 4;

const row = z.object({ number: z.number(), takenAt: z.number(), why: z.string(), entries: z.number() });
const contentRow = z.object({ content: z.string() }).optional();

/** Keeps and finds copies of all entries. */
export const undoTable = (sqlite: Sqlite) => {
  const select = sqlite.prepare('SELECT content FROM undo_copy WHERE number = ?');
  const selectAll = sqlite.prepare('SELECT number, taken_at AS takenAt, why, entries FROM undo_copy ORDER BY number');
  const insert = sqlite.prepare('INSERT INTO undo_copy (taken_at, why, entries, content) VALUES (?, ?, ?, ?)');
  const prune = sqlite.prepare(
    'DELETE FROM undo_copy WHERE number NOT IN (SELECT number FROM undo_copy ORDER BY number DESC LIMIT ?)',
  );
  return {
    undoCopies: (): readonly UndoCopy[] => selectAll.all().map((found) => row.parse(found)),
    copiedEntries: (number: number): readonly CarriedEntry[] | undefined => {
      const found = contentRow.parse(select.get(number));
      return found && mustOk(ownContentFromJson(found.content), 'an undo copy is a content of ours');
    },
    keepCopy: (snapshot: readonly CarriedEntry[], why: string, takenAt: number): number => {
      const { lastInsertRowid } = insert.run(Math.floor(takenAt), why, snapshot.length, contentToJson(snapshot));
      prune.run(KEPT_COPIES);
      return Number(lastInsertRowid);
    },
  };
};
