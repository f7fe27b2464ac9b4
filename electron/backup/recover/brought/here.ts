// SPDX-License-Identifier: GPL-3.0-or-later
import { coinId, parseCoinId, type CarriedEntry } from '../../../state/entry.ts';
import { joinEntries } from '../../../state/merge.ts';
import { canonicalJson } from '../../../taler/bytes/canonical-json.ts';
import { bytesToCrock } from '../../../taler/bytes/encodings.ts';
import type { Reader } from '../../../storage/store.ts';
import { createCoinKeyRing } from '../../../wallet/coins/coins.ts';
import type { Here } from './scene.ts';

type Entries = Pick<Reader, 'entry' | 'coins'>;

/** What a wallet has of theirs already. */
export const hereIn = (reader: Entries): Here => {
  let pubs: ReadonlySet<string> | undefined;
  return {
    hasSingle: (batch) => reader.entry('coin', coinId(batch, 0)) !== undefined,
    hasSeeded: ({ pub }) => (pubs ??= seededPubs(reader)).has(pub),
  };
};

/** The keys of all coins that follow from a seed; looked up only where coins came without theirs. */
const seededPubs = (reader: Entries): ReadonlySet<string> => {
  const ring = createCoinKeyRing(reader);
  const pubs = new Set<string>();
  for (const { id, value } of reader.coins({})) {
    const seed = parseCoinId(id)?.seedId ?? '';
    const batch =
      value.source === 'withdrawal' ? reader.entry('withdrawal', value.source_id)?.value.batches[seed] : undefined;
    if (batch?.blinding !== undefined) continue;
    const keys = ring.keysOf(id);
    if (keys) pubs.add(bytesToCrock(keys.coinPub));
  }
  return pubs;
};

/** Whether all of this is here, as far as it says anything: joined once more it would change nothing. */
export const isAllHere = (reader: Pick<Reader, 'entry'>, entries: readonly CarriedEntry[]): boolean =>
  entries.every((entry) => {
    const before = entryOf(reader, entry);
    // The clock of an entry that says nothing new is no news.
    if (before === undefined) return false;
    const joined = joinEntries(before, { ...entry, clock: before.clock });
    return canonicalJson(joined.value) === canonicalJson(before.value);
  });

const entryOf = (reader: Pick<Reader, 'entry'>, { kind, id }: CarriedEntry): CarriedEntry | undefined =>
  // Any kind may be asked about; what is none is not there.
  reader.entry(kind as Parameters<Reader['entry']>[0], id);
