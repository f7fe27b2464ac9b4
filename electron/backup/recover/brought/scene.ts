// SPDX-License-Identifier: GPL-3.0-or-later
import type { CarriedEntry, Kind as EntryKind, ValueByKind } from '../../../state/entry.ts';
import { sha512 } from '../../../taler/crypto/hash.ts';
import { bytesToCrock, utf8 } from '../../../taler/bytes/encodings.ts';
import type { LegacyContent } from '../../../taler/legacy/backup.ts';
import type { BadRecord } from './bad.ts';
import type { FoundCoin } from './coins.ts';
import type { Kind } from './denominations.ts';
import type { Chooser } from './selection.ts';
import type { UsedUp } from './used-up.ts';

// What one content of GNU Taler's wallet of 2022 becomes here. Every id and every clock follows from that content alone, so that what is
// brought twice joins with itself, and nothing is counted twice.

/** Where a coin of theirs is among our entries. */
export type Placed = { readonly id: string; readonly source: 'withdrawal' | 'refresh'; readonly sourceId: string };

export type Scene = {
  readonly content: LegacyContent;
  readonly kinds: ReadonlyMap<string, Kind>;
  /** by public key; those that were used up come with their seed */
  readonly coins: Map<string, FoundCoin>;
  readonly usedUp: UsedUp;
  readonly placed: Map<string, Placed>;
  readonly here: Here;
  readonly chosenOf: Chooser;
  readonly note: (bad: BadRecord) => void;
  readonly put: <K extends EntryKind>(kind: K, id: string, value: ValueByKind[K]) => void;
};

/** What an earlier time has brought here already, perhaps in another form because records were bad then. */
export type Here = {
  /** whether this one coin is here with nothing but its own key */
  readonly hasSingle: (batch: string) => boolean;
  /** whether a coin is here that was made by its seed, which this content lacks */
  readonly hasSeeded: (coin: FoundCoin) => boolean;
};

const ID_BYTES = 16;

/** Bytes that follow from what the other program calls something. */
export const bytesOfName = (what: string, ...names: readonly string[]): Uint8Array =>
  sha512(utf8(`holdfast-brought ${what}\0`), utf8(JSON.stringify(names)));

/** An id that follows from what the other program calls something. */
export const idOfName = (what: string, ...names: readonly string[]): string =>
  bytesToCrock(bytesOfName(what, ...names).slice(0, ID_BYTES));

/** A list of entries, written under one clock of a device that nobody has. */
export const entryList = (clock: string) => {
  const entries: CarriedEntry[] = [];
  return {
    entries,
    put: (kind: string, id: string, value: unknown): void => void entries.push({ kind, id, clock, value }),
  };
};
