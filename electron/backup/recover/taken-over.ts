// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { quoted, readSaid } from '../../../shared/facts/read.ts';
import type { Said } from '../../../shared/facts/subjects.ts';
import type { TakeoverReportView } from '../../../shared/view-restore.ts';
import { type CarriedEntry, type Kind } from '../../state/entry.ts';
import { crock } from '../../state/field.ts';
import { isObject, parseJsonBytes } from '../../taler/bytes/json.ts';
import type { LocalReader, LocalWriter } from '../../storage/local.ts';
import { bytesToCrock, crockToBytes, utf8 } from '../../taler/bytes/encodings.ts';
import { openSecret, secret, type Secret } from '../../taler/crypto/secret.ts';
import { sizeOf } from '../copies/blob.ts';
import { blobHash, packEntries, unpackBlob } from '../copies/pack.ts';
import { noteOutside } from '../../wallet/ledger/outside.ts';
import { openProvider } from '../providers/kinds.ts';
import type { CycleParts } from '../cycle/round.ts';
import type { Ways } from '../providers/kind.ts';
import { accessSchema } from '../providers/known.ts';
import { whyTrouble } from '../providers/provider.ts';
import { isAfterClockWentBack } from '../devices/clock-back.ts';
import { MOVED } from '../devices/marks.ts';
import { heardFrom } from './heard.ts';
import { answersInTime, LATE } from './patience.ts';
import type { Source } from './source.ts';

// A wallet whose money was joined into ours: what is still to be done about it. Its secret is kept, inside the encrypted
// database only, until its providers say that it was taken over and nothing of it is on its way any more.

type TakenOver = {
  readonly root: string;
  readonly since: number;
  /** it is our own wallet of before a new secret: its copies say that it has moved */
  readonly moved?: boolean;
  /** when silent providers are asked again */
  readonly nextAt: number;
  readonly providers: readonly (Ways & {
    readonly id: string;
    /** what its entry calls its kind, where one was found */
    readonly named?: string;
    readonly done?: boolean;
    /** what is said of it; a sentence where an older version wrote it down */
    readonly note?: unknown;
  })[];
  /** batches and refresh sessions that were unfinished there, where an older version took it over: their entries did not say so then */
  readonly seeds?: readonly string[];
};

const AGAIN_AFTER_MS = 10 * 60 * 1000;
/** After this time a provider that stays silent is not marked any more: whoever else asks it hears nothing either. */
const GIVE_UP_MS = 30 * 24 * 3600 * 1000;
/** How often the mark is tried at one provider: the other wallet's device may upload at the same time, and each try joins what it wrote. */
const MAX_ROUNDS = 3;
/** What each kind of entry of another wallet is: its money, or what belongs to it as a wallet. A kind that is not named here does not compile. */
const BELONGS_TO: { readonly [K in Kind]: 'money' | 'wallet' } = {
  exchange: 'money',
  reserve: 'money',
  withdrawal: 'money',
  refresh: 'money',
  coin: 'money',
  purchase: 'money',
  refund: 'money',
  deposit: 'money',
  'push-out': 'money',
  'push-in': 'money',
  'pull-out': 'money',
  'pull-in': 'money',
  device: 'wallet',
  provider: 'wallet',
  setting: 'wallet',
  tombstone: 'wallet',
  // Names take something away, and lines are what their history says: neither is money.
  gone: 'wallet',
};

const isKnown = (kind: string): kind is Kind => Object.hasOwn(BELONGS_TO, kind);

/**
 * Whether another wallet's content holds kinds of entries that only a newer version knows. Joined they might be a stranger's registry in our
 * wallet, and left out they might be money that nobody else takes over: neither is ours to guess.
 */
export const holdsUnknown = (theirs: readonly CarriedEntry[]): boolean => theirs.some(({ kind }) => !isKnown(kind));

/** What of another wallet's content is joined into ours: all but its own registry and its years that cost nothing. Its provider fees become ordinary payments: they paid for its years, not for ours. */
export const moneyOf = (theirs: readonly CarriedEntry[]): readonly CarriedEntry[] =>
  theirs
    .filter((entry) => isKnown(entry.kind) && BELONGS_TO[entry.kind] === 'money' && !isFreeYear(entry))
    .map((entry) => (entry.kind === 'purchase' ? { ...entry, value: withoutProvider(entry.value) } : entry));

/** Remembers what is left to do about a wallet that was taken over; part of the takeover's transaction, so that a crash loses nothing. */
export const noteTakenOver = (
  local: LocalWriter,
  root: Secret,
  sources: readonly Pick<Source, 'url' | 'ways' | 'named'>[],
  now: number,
  how: 'taken-over' | 'moved' = 'taken-over',
): number => {
  // Two wallets of one moment would have one record.
  const since = names(local).includes(nameOf({ since: now })) ? now + 1 : now;
  put(local, {
    root: bytesToCrock(openSecret(root)),
    since,
    nextAt: now,
    ...(how === 'moved' ? { moved: true } : {}),
    providers: sources.map(({ url, ways, named }) => ({ id: url, ...ways, ...(named === undefined ? {} : { named }) })),
  });
  return since;
};

/** The places of a wallet that are being told; none when that is over. `since` names it. */
export const tellingOf = (local: LocalReader, since: number | undefined): TakenOver['providers'] =>
  since === undefined ? [] : (get(local, nameOf({ since }))?.providers ?? []);

/** Whether its places have been told, as far as they can be. */
export const isTold = (local: LocalReader, since: number | undefined): boolean =>
  since === undefined || get(local, nameOf({ since })) === undefined;

/** Forgets what is left to do about the wallet of this secret (as `root` is written down): its money goes back to it. */
export const forgetTakenOver = (local: LocalWriter, root: string): void =>
  names(local).forEach((name) => (get(local, name)?.root === root ? forget(local, name) : undefined));

/** Whether a takeover has something left that can be tried now. */
export const isTakenOverDue = (local: LocalReader, now: number): boolean =>
  names(local).some((name) => {
    // What cannot be read is looked at once more, and forgotten.
    const { nextAt } = get(local, name) ?? { nextAt: 0 };
    return nextAt <= now || isAfterClockWentBack(nextAt, now, AGAIN_AFTER_MS);
  });

/** Goes on with every takeover as far as it can now: marks that wallet's copies, and forgets its secret when nothing is left. */
export const resumeTakenOver = async (parts: CycleParts): Promise<TakeoverReportView['marked']> => {
  const marked: TakeoverReportView['marked'][number][] = [];
  for (const name of names(parts.store.local)) {
    const taken = get(parts.store.local, name);
    if (!taken) {
      parts.store.transaction((tx) => forget(tx.local, name));
      continue;
    }
    // Told at once, and one that hangs is told again later.
    const telling = taken.providers.map((provider) => ({
      answer: provider.done ? Promise.resolve(provider) : markProvider(parts, taken, provider),
      late: { ...provider, done: false, note: LATE },
    }));
    const providers = await answersInTime(parts.world, telling, () => true, true);
    const over = parts.world.now() - taken.since > GIVE_UP_MS;
    parts.store.transaction((tx) => {
      const { seeds = [], ...others } = taken;
      if (seeds.length > 0) noteOutside(tx, 'joined', (seed) => seeds.includes(seed));
      if (over || providers.every(({ done }) => done)) forget(tx.local, name);
      else put(tx.local, { ...others, providers, nextAt: parts.world.now() + AGAIN_AFTER_MS });
    });
    marked.push(
      ...providers.map(({ id, done, note }) => ({
        provider: id,
        done: done ?? false,
        ...withNote(note),
      })),
    );
  }
  return marked;
};

const withNote = (note: unknown): { readonly note?: Said<'mark'> } => {
  if (note === undefined) return {};
  return { note: readSaid('mark', note) ?? { kind: 'older', facts: { text: quoted(note) } } };
};

/** Uploads to that wallet's own account what it knows, joined with the word that its devices were taken over. */
const markProvider = async (
  parts: CycleParts,
  taken: TakenOver,
  { done: _done, note: _note, ...provider }: TakenOver['providers'][number],
): Promise<TakenOver['providers'][number]> => {
  const said = (done: boolean, note?: Said<'mark'>): TakenOver['providers'][number] => ({
    ...provider,
    done,
    ...(note === undefined ? {} : { note }),
  });
  const opened = openProvider(parts.world, secret(crockToBytes(taken.root)), provider.id, provider, provider.named);
  if (opened.kind === 'needs-newer') return said(true, { kind: 'needs-newer', facts: {} });
  if (opened.kind === 'no-way') return said(false, { kind: 'folder-not-here', facts: {} });
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const there = await opened.provider.fetch();
    if (!there.ok) return said(false, { kind: 'trouble', facts: { why: whyTrouble(there.error) } });
    if (there.value.kind !== 'blob') return said(true, { kind: 'holds-none', facts: {} });
    // A folder that two devices wrote into at once has several newest copies; one that is left out would be in the way of the mark.
    const heads = [there.value.bytes, ...there.value.also];
    const copies = await Promise.all(heads.map((bytes) => unpackBlob(parts.sealer, opened.keys, bytes)));
    const contents = copies.flatMap((copy) => (copy.ok ? [copy.value.entries] : []));
    if (contents.length < copies.length) return said(true, { kind: 'unopened', facts: {} });
    let isMarked = true;
    const theirs = heardFrom(parts.world, contents.flat(), (joined) => {
      const marks = marksFor(joined, taken);
      isMarked = marks.length === 0;
      return marks;
    });
    if (isMarked && heads.length === 1) return said(true);
    const packed = await packEntries(parts, opened.keys, theirs, Math.max(...heads.map(sizeOf)));
    if (!packed.ok) return said(true, { kind: 'too-large', facts: {} });
    const { hash } = there.value;
    const stored = await opened.provider.store({
      bytes: packed.value.bytes,
      replaces: hash,
      joined: heads.map(blobHash),
    });
    if (!stored.ok) return said(false, { kind: 'trouble', facts: { why: whyTrouble(stored.error) } });
    switch (stored.value.kind) {
      case 'stored':
      case 'unchanged':
        return said(true);
      case 'payment-required':
        return said(true, { kind: 'wants-payment', facts: {} });
      case 'too-large':
        return said(true, { kind: 'too-large', facts: {} });
      case 'conflict':
      case 'previous-unknown':
    }
  }
  return said(false, { kind: 'writes-on', facts: {} });
};

/** The entries of all devices that are not marked as taken over yet, with that mark; and where the wallet has moved, that it has. */
const marksFor = (entries: readonly CarriedEntry[], { moved, since }: TakenOver): readonly CarriedEntry[] => [
  ...entries.flatMap((entry) =>
    entry.kind === 'device' && isObject(entry.value) && entry.value['status'] !== 'taken-over'
      ? [{ ...entry, value: { ...entry.value, status: 'taken-over' } }]
      : [],
  ),
  ...(moved === true ? movedMark(entries, since) : []),
];

/** Nothing of the new secret, not even a number made of it, may stand in an old account: only when it was. */
const movedMark = (entries: readonly CarriedEntry[], at: number): readonly CarriedEntry[] => {
  if (
    entries.some(
      ({ kind, id, value }) => kind === 'setting' && id === MOVED && isObject(value) && isObject(value['value']),
    )
  )
    return [];
  // The clock of what was written last: the mark is no news of a device of that wallet.
  const clock = entries.reduce(
    (last, each) => (each.quarantined !== true && each.clock > last ? each.clock : last),
    '',
  );
  return [{ kind: 'setting', id: MOVED, clock, value: { value: { at } } }];
};

/** A year at a place that cost nothing is no money, and without its place it would look like a payment of nothing. */
const isFreeYear = ({ kind, value }: CarriedEntry): boolean =>
  kind === 'purchase' &&
  isObject(value) &&
  value['provider'] !== undefined &&
  isObject(value['coins']) &&
  Object.keys(value['coins']).length === 0;

const withoutProvider = (value: unknown): unknown =>
  isObject(value) ? Object.fromEntries(Object.entries(value).filter(([name]) => name !== 'provider')) : value;

// One record is kept per wallet that was taken over, under the time of the takeover; it is read back only here.
const names = (local: LocalReader): readonly string[] => local.mark('taken-over-wallets') ?? [];

const nameOf = ({ since }: Pick<TakenOver, 'since'>): string => `taken-over-wallet-${since}`;

/** What must be there for anything to be done; the rest of a record is taken as it is found. */
const takenOverSchema = z.object({
  // The secret that opens that wallet; those of the first version are half as long.
  root: z.union([crock(64), crock(32)]),
  since: z.number(),
  nextAt: z.number(),
  moved: z.boolean().exactOptional(),
  providers: z.array(
    z.object({
      id: z.string(),
      named: z.string().exactOptional(),
      directory: z.string().exactOptional(),
      access: accessSchema.exactOptional(),
      done: z.boolean().exactOptional(),
      // Only shown: a note in another form must not keep that wallet from being told.
      note: z.unknown().exactOptional(),
    }),
  ),
  seeds: z.array(z.string()).exactOptional(),
});

/** Undefined when the record is not there or cannot be read: then nothing can be done for that wallet any more. */
const get = (local: LocalReader, name: string): TakenOver | undefined => {
  const read = takenOverSchema.safeParse(parseJsonBytes(local.request(name) ?? new Uint8Array(0)));
  return read.success ? read.data : undefined;
};

const put = (local: LocalWriter, taken: TakenOver): void => {
  const name = nameOf(taken);
  local.putRequest(name, utf8(JSON.stringify(taken)));
  local.setMark('taken-over-wallets', [...new Set([...names(local), name])]);
};

const forget = (local: LocalWriter, name: string): void => {
  local.deleteRequest(name);
  const left = names(local).filter((each) => each !== name);
  local.setMark('taken-over-wallets', left.length === 0 ? undefined : left);
};
