// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { parseJson } from '../taler/bytes/json.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { canonicalJson, hasCanonicalForm } from '../taler/bytes/canonical-json.ts';
import { coinJudge } from './coin-of-seed.ts';
import { type CarriedEntry, isBeyondBounds } from './entry.ts';
import { compareEntries, merge } from './merge.ts';

/** What a blob carries, before compression: all entries in this form. */
const CONTENT_FORMAT = 1;
/**
 * How all coins of a content are derived. Every batch and session says it of its own coins now, so that one of tomorrow
 * does not lock today's wallet out of the rest; this stays 1 for wallets that look for it, and may be left out.
 */
const COIN_SCHEME = 1;

export type ContentFailure =
  | { readonly kind: 'malformed-content'; readonly why: string }
  | { readonly kind: 'newer-content'; readonly format: number; readonly coinScheme: number };

/** 64 MiB of content (the cap of `backup/copies/blob.ts`) hold no more than this many of the smallest entries; ours have ten thousands. */
const MAX_ENTRIES = 1_500_000;
const MAX_KIND = 64;
/** Ids hold a base URL and a key at most; a tombstone's id holds another id. */
const MAX_ID = 4096;
const MAX_CLOCK = 128;

/** An entry whose value is the canonical JSON text it is kept as. */
export type EntryText = Omit<CarriedEntry, 'value'> & { readonly text: string };

/** Canonical JSON of a content: equal entries give equal bytes, whatever their order here. */
export const contentToJson = (entries: readonly CarriedEntry[]): string =>
  contentOfTexts(entries.map(({ value, ...entry }) => ({ ...entry, text: canonicalJson(value) })));

/** `contentToJson` for entries as the database keeps them: with many coins, parsing and writing every value again takes longer than sealing. */
export const contentOfTexts = (entries: readonly EntryText[]): string => {
  const sorted = [...entries].sort(compareEntries);
  return `{"coin_scheme":${COIN_SCHEME},"entries":[${sorted.map(entryToJson).join(',')}],"format":${CONTENT_FORMAT}}`;
};

/** One entry in canonical order. Entries are written one by one, so that a value may use all of the allowed nesting. */
const entryToJson = ({ clock, id, kind, quarantined, text }: EntryText): string =>
  `{"clock":${JSON.stringify(clock)},"id":${JSON.stringify(id)},"kind":${JSON.stringify(kind)}` +
  `${quarantined ? ',"quarantined":true' : ''},"value":${text}}`;

const version = z.number().int().nonnegative();
const head = z.looseObject({ format: version, coin_scheme: version.default(COIN_SCHEME) });
const body = z.strictObject({
  format: version,
  coin_scheme: version.default(COIN_SCHEME),
  entries: z.array(z.unknown()).max(MAX_ENTRIES),
});
const carried = z.strictObject({
  kind: z.string().min(1).max(MAX_KIND),
  id: z.string().min(1).max(MAX_ID),
  clock: z.string().min(1).max(MAX_CLOCK),
  quarantined: z.literal(true).exactOptional(),
});

/**
 * Reads a content from outside: every entry of every kind, sorted. Fails as a whole on anything that is not a content, and by name on
 * a newer one. What no honest wallet writes stays beside the entry it is a copy of: joined with it, it could make a good one unreadable.
 */
export const contentFromJson = (text: string): Result<readonly CarriedEntry[], ContentFailure> => {
  const read = readEntries(text);
  return read.ok ? ok(merge(judged(read.value), [])) : read;
};

/** The same for a content that never left this database: nothing in it is judged. */
export const ownContentFromJson = (text: string): Result<readonly CarriedEntry[], ContentFailure> => {
  const read = readEntries(text);
  return read.ok ? ok(merge(read.value, [])) : read;
};

const readEntries = (text: string): Result<readonly CarriedEntry[], ContentFailure> => {
  const parsed = parseJson(text);
  if (parsed === undefined) return malformed('not JSON');
  const versions = head.safeParse(parsed);
  if (!versions.success) return malformed('no format number');
  const { format, coin_scheme: coinScheme } = versions.data;
  if (format > CONTENT_FORMAT || coinScheme > COIN_SCHEME) return err({ kind: 'newer-content', format, coinScheme });
  const content = body.safeParse(parsed);
  if (!content.success || format !== CONTENT_FORMAT || coinScheme !== COIN_SCHEME)
    return malformed('not a content of this format');
  const entries: CarriedEntry[] = [];
  for (const [at, each] of content.data.entries.entries()) {
    const entry = readCarried(each);
    if (!entry) return malformed(`entry ${at}`);
    entries.push(entry);
  }
  return ok(entries);
};

/** Coins are judged by seeds that were. */
const judged = (entries: readonly CarriedEntry[]): readonly CarriedEntry[] => {
  const bounded = entries.map((entry) => (isBeyondBounds(entry) ? apart(entry) : entry));
  const seeds = new Map<string, unknown>();
  for (const { kind, id, value, quarantined } of bounded)
    if (!quarantined && (kind === 'withdrawal' || kind === 'refresh')) seeds.set(`${kind} ${id}`, value);
  const isCoinOfSeed = coinJudge((kind, id) => seeds.get(`${kind} ${id}`));
  return bounded.map((entry) => (isCoinOfSeed(entry) ? entry : apart(entry)));
};

const apart = (entry: CarriedEntry): CarriedEntry => ({ ...entry, quarantined: true });

/** The value is taken from the parsed JSON itself: a schema would copy it, and lose members named `__proto__`. */
const readCarried = (each: unknown): CarriedEntry | undefined => {
  if (typeof each !== 'object' || each === null || !('value' in each)) return undefined;
  const { value, ...rest } = each;
  const entry = carried.safeParse(rest);
  return entry.success && value !== undefined && hasCanonicalForm(value) ? { ...entry.data, value } : undefined;
};

const malformed = (why: string): Result<never, ContentFailure> => err({ kind: 'malformed-content', why });
