// SPDX-License-Identifier: GPL-3.0-or-later
import { coinId, parseCoinId, type CarriedEntry } from '../../../state/entry.ts';
import { joinEntries } from '../../../state/merge.ts';
import { canonicalJson } from '../../../taler/bytes/canonical-json.ts';
import { bytesToCrock } from '../../../taler/bytes/encodings.ts';
import type { Reader } from '../../../storage/store.ts';
import { createCoinKeyRing } from '../../../wallet/coins/coins.ts';
import type { World } from '../../../world.ts';

type Entries = Pick<Reader, 'entry' | 'entries' | 'coins'>;

/** The batches here that are one coin each, of which nothing but its own key is known. */
export const singlesHere = (reader: Entries): readonly string[] =>
  reader
    .entries('withdrawal')
    .flatMap(({ value }) =>
      Object.entries(value.batches).flatMap(([id, { blinding }]) =>
        blinding !== undefined && reader.entry('coin', coinId(id, 0)) !== undefined ? [id] : [],
      ),
    );

/** Keys that are made before others have their turn. */
const AT_ONCE = 64;

/** The public keys of all coins that follow from a seed. */
export const seededHere = async ({ sleep }: Pick<World, 'sleep'>, reader: Entries): Promise<readonly string[]> => {
  const ring = createCoinKeyRing(reader);
  const single = new Set(singlesHere(reader));
  const pubs: string[] = [];
  for (const [at, { id }] of reader.coins({}).entries()) {
    if (at % AT_ONCE === AT_ONCE - 1) await sleep(0);
    const keys = single.has(parseCoinId(id)?.seedId ?? '') ? undefined : ring.keysOf(id);
    if (keys) pubs.push(bytesToCrock(keys.coinPub));
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
