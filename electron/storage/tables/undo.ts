// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { mustOk } from '../../../shared/result.ts';
import { contentToJson, ownContentFromJson } from '../../state/content.ts';
import type { CarriedEntry } from '../../state/entry.ts';
import { parseJson } from '../../taler/bytes/json.ts';
import type { Sqlite } from '../sqlite.ts';

/** What a copy was taken before: another wallet's copies brought back here, gone on with, or joined into this one. */
export type UndoWhy = (typeof WHYS)[number];
const WHYS = ['restore', 'continued', 'joined'] as const;

/** A copy of this installation as it was before a restore or takeover: all entries, all marks, and which device it was. */
export type UndoCopy = {
  readonly number: number;
  /** milliseconds since the epoch */
  readonly takenAt: number;
  readonly why: UndoWhy;
  readonly entries: number;
};

/** What a copy holds. `other` is what whoever took it wrote about the other wallet, as JSON. */
export type UndoContent = {
  readonly entries: readonly CarriedEntry[];
  readonly deviceId: string;
  readonly marks: readonly (readonly [name: string, text: string])[];
  readonly other: unknown;
};

/** A second restore right after the first must still find the copy before both. */
const KEPT_COPIES = 4;
/**
 * Together they are no larger than this, in characters of JSON: whoever hands somebody a wallet of 64 MiB again and again fills no disk.
 * The oldest goes first, and one that is larger on its own is not kept.
 */
const KEPT_CHARS = 64 * 1024 * 1024;
const DAY_MS = 24 * 60 * 60_000;
/** After this nobody wants back what was, and what the other wallet's secret opens is kept no longer. */
export const UNDO_KEPT_MS = 30 * DAY_MS;

/** These say how things are now, whatever is taken back: whose money is played with, what the person chose, what is under way. */
const STAYING: ReadonlySet<string> = new Set([
  'play-money',
  'device-name',
  'proxies',
  'sheet-lock-void',
  'void-secrets',
  'abandoning',
  'undoing',
]);

const row = z.object({ number: z.number(), takenAt: z.number(), why: z.enum(WHYS), entries: z.number() });
const contentRow = z.object({ content: z.string(), facts: z.string() }).optional();
const factsSchema = z.object({
  deviceId: z.string(),
  marks: z.array(z.tuple([z.string(), z.string()])),
  other: z.unknown(),
});
const markRow = z.object({ key: z.string(), value: z.string() });

/** Keeps and finds copies of this installation. Those that a version before this one took cannot be gone back to, and are not shown. */
export const undoTable = (sqlite: Sqlite) => {
  const select = sqlite.prepare('SELECT content, facts FROM undo_copy WHERE number = ? AND facts IS NOT NULL');
  const selectAll = sqlite.prepare(
    `SELECT number, taken_at AS takenAt, why, entries FROM undo_copy WHERE facts IS NOT NULL ORDER BY number`,
  );
  const insert = sqlite.prepare(
    'INSERT INTO undo_copy (taken_at, why, entries, content, facts) VALUES (?, ?, ?, ?, ?)',
  );
  const beyond = sqlite.prepare(
    `DELETE FROM undo_copy WHERE number NOT IN (
       SELECT number FROM (
         SELECT number, sum(length(content) + length(facts)) OVER (ORDER BY number DESC) AS chars FROM undo_copy
       ) WHERE chars <= ? ORDER BY number DESC LIMIT ?
     )`,
  );
  const tooOld = sqlite.prepare('DELETE FROM undo_copy WHERE taken_at < ? OR taken_at > ?');
  const drop = sqlite.prepare('DELETE FROM undo_copy WHERE number = ?');
  const [allMarks, putMark] = [
    sqlite.prepare('SELECT key, value FROM meta'),
    sqlite.prepare('INSERT OR REPLACE INTO meta VALUES (?, ?)'),
  ];
  const dropMark = sqlite.prepare('DELETE FROM meta WHERE key = ?');
  const marksNow = (): [string, string][] =>
    allMarks.all().map((each) => Object.values(markRow.parse(each)) as [string, string]);
  return {
    undoCopies: (): readonly UndoCopy[] => selectAll.all().map((found) => row.parse(found)),
    undoContent: (number: number): UndoContent | undefined => {
      const found = contentRow.parse(select.get(number));
      if (!found) return undefined;
      const entries = mustOk(ownContentFromJson(found.content), 'an undo copy is a content of ours');
      return { ...factsSchema.parse(parseJson(found.facts)), entries } as UndoContent;
    },
    /** its number, also when it is too large to be kept */
    keepCopy: (
      snapshot: readonly CarriedEntry[],
      {
        why,
        takenAt,
        deviceId,
        other,
      }: { readonly why: UndoWhy; readonly takenAt: number; readonly deviceId: string; readonly other: unknown },
    ): number => {
      const facts = JSON.stringify({ deviceId, marks: marksNow(), other: other ?? null });
      const { lastInsertRowid } = insert.run(Math.floor(takenAt), why, snapshot.length, contentToJson(snapshot), facts);
      beyond.run(KEPT_CHARS, KEPT_COPIES);
      return Number(lastInsertRowid);
    },
    dropUndoCopy: (number: number): void => void drop.run(number),
    /** those past their time, and those that a clock which was wrong dated into a future */
    dropOldUndoCopies: (nowMs: number): void =>
      void tooOld.run(Math.floor(nowMs - UNDO_KEPT_MS), Math.floor(nowMs + DAY_MS)),
    /** the marks as they were then (`only` these, when given), but for those that say how things are now */
    putBackMarks: ({ marks }: UndoContent, only?: readonly string[]): void => {
      const goesBack = (key: string): boolean => !STAYING.has(key) && (only === undefined || only.includes(key));
      for (const [key] of marksNow()) if (goesBack(key)) dropMark.run(key);
      for (const [key, value] of marks) if (goesBack(key)) putMark.run(key, value);
    },
  };
};
