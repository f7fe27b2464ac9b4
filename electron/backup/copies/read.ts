// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../shared/result.ts';
import { keyPairs } from '../../state/commitment.ts';
import { contentFromJson, type ContentFailure } from '../../state/content.ts';
import type { CarriedEntry } from '../../state/entry.ts';
import type { KnownPair } from '../../state/key-pairs.ts';
import type { Task } from '../../threads.ts';
import { openBlob, type OpenFailure, type OpenJob } from './blob.ts';
import { splitHeads } from './split-heads.ts';

/** A blob that was opened: its entries, their canonical JSON as it was inside, and the heads beside them as they came. */
export type Unpacked = { readonly entries: readonly CarriedEntry[]; readonly json: string; readonly heads: unknown };
export type UnpackFailure = OpenFailure | ContentFailure;

type Read = Result<Unpacked & { readonly pairs: readonly KnownPair[] }, UnpackFailure>;

/**
 * Opens a blob from outside: authenticated, unpacked within limits, checked against the schema of a content, every entry judged by its id.
 * The keys that this took come along, so that nobody makes them again in the thread that joins.
 */
export const readBlob = async (job: OpenJob): Promise<Read> => {
  const json = await openBlob(job);
  if (!json.ok) return json;
  const { content, heads } = splitHeads(json.value);
  const { made: entries, pairs } = keyPairs.askedDuring(() => contentFromJson(content));
  return entries.ok ? ok({ entries: entries.value, json: content, heads, pairs }) : err(entries.error);
};

/** The same, done in another thread: what it has found of keys is known here from then on. */
export const readTask: Task<OpenJob, Read> = { name: 'read', perform: readBlob };
