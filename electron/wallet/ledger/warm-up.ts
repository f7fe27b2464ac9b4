// SPDX-License-Identifier: GPL-3.0-or-later
import type { Kind } from '../../state/entry.ts';
import { beginLog, noteNext } from '../../storage/list-log.ts';
import type { Reader } from '../../storage/store.ts';
import { ledgerReader, readLedger } from './ledger.ts';

// A wallet of many years takes a second or two to be worked out from nothing, and its window is there before that. So it is worked
// out piece by piece, with a turn for everybody else after each: whoever asks meanwhile gets all of it, and waits for the rest.

/** Some milliseconds of work, on an old computer twenty. */
const ROWS = 200;

/** What sums are made of, the ones that others lean on first. */
const KINDS: readonly Kind[] = [
  'withdrawal',
  'refresh',
  'refund',
  'purchase',
  'deposit',
  'push-out',
  'push-in',
  'pull-out',
  'pull-in',
  'coin',
  'gone',
];

/** Reads all entries and works the ledger out of them, a piece at each step; ends early once somebody has asked for all of it. */
export function* warmUpLedger(reader: Reader, rows = ROWS): Generator<void, void, void> {
  for (const kind of KINDS) while (reader.readAhead(kind, rows)) yield;
  const shown = new Map<Kind, readonly unknown[]>();
  const growing: Reader = {
    ...reader,
    // What is shown of each kind is the beginning of its list.
    entries: <K extends Kind>(kind: K) =>
      (shown.get(kind) ?? reader.entries(kind)) as ReturnType<typeof reader.entries<K>>,
  };
  if (ledgerReader(reader) !== undefined) return;
  for (const kind of KINDS) shown.set(kind, emptyList());
  for (const kind of KINDS)
    for (const part of beginningsOf(reader.entries(kind), shown.get(kind) ?? [], rows)) {
      shown.set(kind, part);
      readLedger(growing);
      yield;
      // Whoever has read all of it would be told less by the next piece.
      if (ledgerReader(reader) !== growing) return;
    }
  readLedger(reader);
}

const emptyList = (): readonly unknown[] => {
  const none: readonly unknown[] = [];
  beginLog(none);
  return none;
};

/** Longer and longer beginnings of a list of more than a piece, the last of them all of it. */
function* beginningsOf(
  all: readonly { readonly id: string }[],
  none: readonly unknown[],
  rows: number,
): Generator<readonly unknown[], void, void> {
  let last = none;
  for (let from = 0; from < all.length; from += rows) {
    const next = all.slice(0, from + rows);
    noteNext(
      last,
      next,
      next.slice(from).map(({ id }) => id),
    );
    last = next;
    yield next;
  }
}
