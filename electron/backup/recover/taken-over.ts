// SPDX-License-Identifier: GPL-3.0-or-later
import { quoted, readSaid } from '../../../shared/facts/read.ts';
import type { Said } from '../../../shared/facts/subjects.ts';
import type { TakeoverReportView } from '../../../shared/view-restore.ts';
import type { CarriedEntry } from '../../state/entry.ts';
import { privacyOf } from '../../state/privacy.ts';
import { isObject } from '../../taler/bytes/json.ts';
import { crockToBytes } from '../../taler/bytes/encodings.ts';
import { secret } from '../../taler/crypto/secret.ts';
import { sizeOf } from '../copies/blob.ts';
import { blobHash, packEntries, unpackBlob } from '../copies/pack.ts';
import { noteOutside } from '../../wallet/ledger/outside.ts';
import { openProvider } from '../providers/kinds.ts';
import type { CycleParts } from '../cycle/round.ts';
import { apart } from '../cycle/schedule.ts';
import { whyTrouble } from '../providers/provider.ts';
import { MOVED } from '../devices/marks.ts';
import { heardFrom } from './heard.ts';
import { answersInTime, LATE } from './patience.ts';
import {
  AGAIN_AFTER_MS,
  dropTakenOver,
  getTakenOver,
  putTakenOver,
  takenOverNames,
  type TakenOver,
} from './taken-over-record.ts';

// A wallet whose money was joined into ours, and our own of before a new secret: its places are told.

/** After this time a provider that stays silent is not marked any more: whoever else asks it hears nothing either. */
const GIVE_UP_MS = 30 * 24 * 3600 * 1000;
/** How often the mark is tried at one provider: the other wallet's device may upload at the same time, and each try joins what it wrote. */
const MAX_ROUNDS = 3;

/** Goes on with every takeover as far as it can now: marks that wallet's copies, and forgets its secret when nothing is left. */
export const resumeTakenOver = async (parts: CycleParts): Promise<TakeoverReportView['marked']> => {
  const marked: TakeoverReportView['marked'][number][] = [];
  for (const name of takenOverNames(parts.store.local)) {
    const taken = getTakenOver(parts.store.local, name);
    if (!taken) {
      parts.store.transaction((tx) => dropTakenOver(tx.local, name));
      continue;
    }
    const now = toldNow(parts, taken);
    // Told at once, and one that hangs is told again later.
    const telling = taken.providers.map((provider) => ({
      answer: now.includes(provider) ? markProvider(parts, taken, provider) : Promise.resolve(provider),
      late: { ...provider, done: false, note: LATE },
    }));
    const providers = await answersInTime(parts.world, telling, () => true, true);
    const over = parts.world.now() - taken.since > GIVE_UP_MS;
    parts.store.transaction((tx) => {
      // Undone meanwhile: its secret is not to be kept again.
      if (getTakenOver(tx.local, name) === undefined) return;
      const { seeds = [], ...others } = taken;
      if (seeds.length > 0) noteOutside(tx, 'joined', (seed) => seeds.includes(seed));
      if (over || providers.every(({ done }) => done)) dropTakenOver(tx.local, name);
      else putTakenOver(tx.local, { ...others, providers, nextAt: nextTelling(parts, taken, now) });
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

type Telling = TakenOver['providers'][number];

/** Those of a wallet's places that are told now. The accounts of our own quiet wallet end one after the other, or its places could match them by the time. */
const toldNow = ({ world, store }: CycleParts, { providers, moved, nextAt }: TakenOver): readonly Telling[] => {
  const open = providers.filter(({ done }) => done !== true);
  if (moved !== true || privacyOf(store).level !== 'quiet') return open;
  // The first is told at once, and then nobody can hurry the others.
  const isFirst = providers.every(({ done, note }) => done !== true && note === undefined);
  if (!isFirst && world.now() < nextAt) return [];
  return (open.some(isUntried) ? open.filter(isUntried) : open).slice(0, 1);
};

const isUntried = ({ note }: Telling): boolean => note === undefined;

/** When the next ones are told; those that were tried wait longer than those whose turn comes. */
const nextTelling = ({ world, store }: CycleParts, taken: TakenOver, now: readonly Telling[]): number => {
  if (taken.moved !== true || privacyOf(store).level !== 'quiet') return world.now() + AGAIN_AFTER_MS;
  if (now.length === 0) return taken.nextAt;
  const isMore = taken.providers.some((each) => each.done !== true && isUntried(each) && !now.includes(each));
  return world.now() + (isMore ? apart(world) : AGAIN_AFTER_MS);
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
