// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { goneName } from '../../state/gone.ts';
import type { Reader, Tx } from '../../storage/store.ts';
import { bytesToCrock, utf8 } from '../../taler/bytes/encodings.ts';
import { canonicalJson } from '../../taler/bytes/canonical-json.ts';
import { sha512Short } from '../../taler/crypto/hash.ts';
import { seedOf } from '../../wallet/prune/units.ts';
import { whatMayGo, type Came, type Name } from './what-goes.ts';

// A takeover was taken back on one device, and another one had heard of what it brought: with its next copy all of it would be here
// again. So what was taken back is written down, and the device on which a person did it heeds that whatever comes. Nobody else heeds it:
// all that a copy says of money, its author with it, may come from somebody who once had the secret (FORMAT.md, `taken-back`).

const PREFIX = 'taken-back ';
/** Of one setting, and of how many: more names are not written down, and come back with a device that had heard of them. */
const MAX_NAMES = 256;
const MAX_SETTINGS = 64;
const MAX_NAME = 256;

const schema = z.object({
  at: z.number(),
  /** the entries are gone there; before that it is only announced */
  done: z.literal(true).exactOptional(),
  names: z.array(z.string().max(MAX_NAME)).max(MAX_NAMES),
});
type TakenBack = z.infer<typeof schema>;

/** Coins go with their seeds, which are named. */
const namesOf = (reader: Pick<Reader, 'entry'>, going: readonly Name[]): readonly string[] =>
  going.flatMap(({ kind, id }) => {
    if (kind === 'coin') return [];
    const withdrawal = kind === 'withdrawal' ? reader.entry('withdrawal', id) : undefined;
    return [
      goneName(kind, id),
      ...Object.keys(withdrawal?.value.batches ?? {}).map((seed) => goneName('refresh', seed)),
    ];
  });

/**
 * Says in the copies what is being taken back, or, with `done`, that it was; in the transaction that notes it. `step` is the same for both
 * (when the takeover was made), `at` is now.
 */
export const tellTakenBack = (
  tx: Tx,
  going: readonly Name[],
  { step, at, done }: { readonly step: number; readonly at: number; readonly done: boolean },
): void => {
  const names = namesOf(tx, going).filter((name) => name.length <= MAX_NAME);
  const told = new Map<string, string>();
  for (let from = 0; from < names.length && told.size < MAX_SETTINGS; from += MAX_NAMES) {
    const id = `${PREFIX}${step}-${told.size}`;
    const value: TakenBack = { at, ...(done ? { done } : {}), names: names.slice(from, from + MAX_NAMES) };
    told.set(id, wordOf(id, value));
    tx.put('setting', id, { value });
  }
  const others = (tx.local.mark('taken-back') ?? []).filter((word) => !told.has(idOf(word)));
  tx.local.setMark('taken-back', [...others, ...told.values()]);
};

/** A setting and what it says: whoever once had the secret can write under the same name, and then it is not this device's word. */
const wordOf = (id: string, { at, done, names }: TakenBack): string =>
  `${id} ${bytesToCrock(sha512Short(utf8(canonicalJson({ at, done: done === true, names }))))}`;

/** The setting of a word. */
const idOf = (word: string): string => word.slice(0, word.lastIndexOf(' '));

/** Nothing counts as taken back any more: its person brings that wallet here again. */
export const forgetTakenBack = (tx: Tx): void => {
  for (const { id } of tx.entries('setting')) if (id.startsWith(PREFIX)) tx.put('setting', id, { value: null });
  tx.local.setMark('taken-back', undefined);
};

/**
 * Heeds what this device's person took back, in the transaction that joined copies: it goes again, unless something was made of it. A
 * word that is not any more what this device wrote is forgotten: what it named is kept from then on.
 */
export const heedTakenBack = (tx: Tx): void => {
  const told = tx.local.mark('taken-back') ?? [];
  if (told.length === 0) return;
  const mine = new Map(told.flatMap((word) => asTold(tx, word)));
  if (mine.size < told.length) tx.local.setMark('taken-back', mine.size === 0 ? undefined : [...mine.keys()]);
  const names = new Set([...mine.values()].flatMap((said) => (said.done === true ? said.names : [])));
  if (![...names].some((name) => isHere(tx, name))) return;
  const isSeed = (seed: string): boolean => names.has(goneName('refresh', seed));
  const came: Came = {
    isSeed,
    isEntry: ({ kind, id }) => (kind === 'coin' ? isSeed(seedOf(id)) : names.has(goneName(kind, id))),
  };
  const going = whatMayGo(tx, came);
  if (going.length > 0) tx.takeAway(going);
};

/** The word and what it says, if its setting still says that. */
const asTold = (reader: Pick<Reader, 'entry'>, word: string): readonly (readonly [string, TakenBack])[] => {
  const id = idOf(word);
  const read = schema.safeParse(reader.entry('setting', id)?.value.value);
  return read.success && wordOf(id, read.data) === word ? [[word, read.data]] : [];
};

const KINDS = [
  'refresh',
  'withdrawal',
  'refund',
  'reserve',
  'purchase',
  'deposit',
  'push-out',
  'push-in',
  'pull-out',
  'pull-in',
] as const;

const isHere = (tx: Tx, name: string): boolean =>
  KINDS.some(
    (kind) => name.startsWith(goneName(kind, '')) && tx.entry(kind, name.slice(kind.length + 1)) !== undefined,
  );
