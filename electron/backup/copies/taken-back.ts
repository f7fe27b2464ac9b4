// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { goneName } from '../../state/gone.ts';
import { leaderOf } from '../../state/standing.ts';
import type { Entry } from '../../state/entry.ts';
import type { Reader, Tx } from '../../storage/store.ts';
import { bytesToCrock, utf8 } from '../../taler/bytes/encodings.ts';
import { canonicalJson } from '../../taler/bytes/canonical-json.ts';
import { sha512Short } from '../../taler/crypto/hash.ts';
import { outsideSeeds } from '../../wallet/coins/outside.ts';
import { seedOf } from '../../wallet/prune/units.ts';
import { whatMayGo, type Came, type Name } from './what-goes.ts';

// A takeover was taken back on one device, and another one had heard of what it brought: with its next copy all of it would be here
// again. So the copies say what was taken back. The device on which a person did it heeds that whatever comes; another one only while it
// does not lead, of coins that it knows to be another wallet's, and it keeps a copy of itself from before. Nobody else's word takes
// money from a device that spends (FORMAT.md, `taken-back`).

const PREFIX = 'taken-back ';
/** Of one setting, and of how many: more names are not told, and come back with a device that had heard of them. */
const MAX_NAMES = 256;
const MAX_SETTINGS = 64;
const MAX_NAME = 256;
/** After so long every device that is in use has heard. */
const HEEDED_MS = 30 * 24 * 60 * 60_000;

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
  const others = (tx.local.mark('taken-back') ?? []).filter((word) => !told.has(word.slice(0, word.lastIndexOf(' '))));
  tx.local.setMark('taken-back', [...others, ...told.values()]);
};

/** A setting and what it says: whoever once had the secret can write under the same name, and then it is not this device's word. */
const wordOf = (id: string, { at, done, names }: TakenBack): string =>
  `${id} ${bytesToCrock(sha512Short(utf8(canonicalJson({ at, done: done === true, names }))))}`;

/** Nothing counts as taken back any more: its person brings that wallet here again. */
export const forgetTakenBack = (tx: Tx): void => {
  for (const { id } of settings(tx)) tx.put('setting', id, { value: null });
  tx.local.setMark('taken-back', undefined);
};

/** Heeds what copies that were just joined say, in the same transaction: what was taken back goes, unless something was made of it. */
export const heedTakenBack = (tx: Tx, nowMs: number): void => {
  const said = settings(tx).flatMap(({ id, value }) => {
    const read = schema.safeParse(value.value);
    return read.success && read.data.done === true && Math.abs(nowMs - read.data.at) < HEEDED_MS
      ? [{ word: wordOf(id, read.data), ...read.data }]
      : [];
  });
  if (said.length === 0) return;
  const own = new Set(tx.local.mark('taken-back') ?? []);
  const isLeader = leaderOf(tx.entries('device'))?.id === tx.deviceId();
  const mine = said.filter(({ word }) => own.has(word));
  const others = isLeader ? [] : said.filter(({ word }) => !own.has(word));
  take(tx, mine, () => true);
  const outside = others.length === 0 ? new Map<string, string>() : outsideSeeds(tx);
  take(
    tx,
    others,
    (seed) => outside.get(seed) === 'joined',
    () => void tx.local.takeUndoCopy('heard'),
  );
};

const settings = (reader: Pick<Reader, 'entries'>): readonly Entry<'setting'>[] =>
  reader
    .entries('setting')
    .filter(({ id }) => id.startsWith(PREFIX))
    .slice(0, MAX_SETTINGS);

/** `isTheirs`: whether coins that can still be used may be another wallet's, by their seed. */
const take = (
  tx: Tx,
  said: readonly TakenBack[],
  isTheirs: (seed: string) => boolean,
  before: () => void = () => undefined,
): void => {
  const names = new Set(said.flatMap((each) => each.names));
  if (![...names].some((name) => isHere(tx, name))) return;
  const isSeed = (seed: string): boolean => names.has(goneName('refresh', seed));
  const isAlive = (id: string): boolean => tx.entry('coin', id)?.value.status !== 'spent';
  const came: Came = {
    isSeed,
    isEntry: ({ kind, id }) =>
      kind === 'coin' ? isSeed(seedOf(id)) && (!isAlive(id) || isTheirs(seedOf(id))) : names.has(goneName(kind, id)),
  };
  const going = whatMayGo(tx, came);
  if (going.length === 0) return;
  before();
  tx.takeAway(going);
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
