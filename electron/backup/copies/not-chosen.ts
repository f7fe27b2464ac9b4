// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import type { CarriedEntry } from '../../state/entry.ts';
import type { LocalReader } from '../../storage/local.ts';
import { bytesToCrock } from '../../taler/bytes/encodings.ts';
import { isObject } from '../../taler/bytes/json.ts';
import { sha512 } from '../../taler/crypto/hash.ts';
import { headOf } from './head.ts';

// Who writes a copy says beside it what only other copies have named to him and his person has not chosen: else what a stranger named on
// the web would come back by the person's own folder, as if it had been chosen there (FORMAT.md#heads). It is told beside the heads, for
// it is no entry: whoever may write entries must not be able to take it back.

/** Whether the writer of a copy was not led there by his person: an issuer by its address, a place, purchase or withdrawal by its id. */
type NotChosen = (id: string) => boolean;

/** Where it stands among the heads; no place is called so, and an older wallet finds no clock in it. */
const MEMBER = ' not-chosen';
/** A crowd of made-up names must not push out the one that matters: where there are more, everything is as if it were named. */
const MAX_TOLD = 512;
const HASH_BYTES = 16;

const schema = z.object({ [MEMBER]: z.object({ ids: z.array(z.string().max(64)).max(MAX_TOLD), all: z.boolean() }) });

/** Of strangers' names only hashes: in plain they would stand in one compression window with the names of places. */
const hashOf = (id: string): string => bytesToCrock(sha512(new TextEncoder().encode(id)).subarray(0, HASH_BYTES));

/** What this device tells in its copies, as a member of the heads; nothing where its person chose everything. */
export const notChosenToTell = (local: Pick<LocalReader, 'mark' | 'markedBy'>): Readonly<Record<string, unknown>> => {
  const ids = [...(local.mark('unconfirmed') ?? []), ...local.markedBy('named-by')];
  if (ids.length === 0) return {};
  const told = ids.length > MAX_TOLD ? [] : ids.map(hashOf).toSorted();
  return { [MEMBER]: { all: ids.length > MAX_TOLD, clock: '', devices: {}, ids: told } };
};

/** What one copy says: how new it is, what it names at all, and what of that its writer was only told. */
export type Told = { readonly clock: string; readonly names: ReadonlySet<string>; readonly notChosen: NotChosen };

export const toldIn = ({
  entries,
  heads,
}: {
  readonly entries: readonly CarriedEntry[];
  readonly heads: unknown;
}): Told => {
  const names = new Set<string>();
  for (const { id, value } of entries)
    for (const name of isObject(value) ? [id, value['exchange'], value['base_url']] : [id])
      if (typeof name === 'string') names.add(name);
  return { clock: headOf(entries).clock, names, notChosen: readNotChosen(heads) };
};

/** Of several copies the newest one that names a thing decides: what an older one was only told may have been chosen since. */
export const isNotChosen = (told: readonly Told[], id: string): boolean =>
  told
    .filter(({ names }) => names.has(id))
    .reduce<Told | undefined>((newest, each) => (newest && newest.clock >= each.clock ? newest : each), undefined)
    ?.notChosen(id) === true;

/** Nothing was said where it has another form. */
const readNotChosen = (heads: unknown): NotChosen => {
  const read = schema.safeParse(heads);
  if (!read.success) return () => false;
  const { ids, all } = read.data[MEMBER];
  const told = new Set(ids);
  return (id) => all || told.has(hashOf(id));
};
