// SPDX-License-Identifier: GPL-3.0-or-later
import { ok } from '../../../shared/result.ts';
import type { Said } from '../../../shared/facts/subjects.ts';
import { canonicalJson } from '../../taler/bytes/canonical-json.ts';
import { merge } from '../../state/merge.ts';
import type { Secret } from '../../taler/crypto/secret.ts';
import type { World } from '../../world.ts';
import { sizeOf } from '../copies/blob.ts';
import { readHeads } from '../copies/heads.ts';
import { toldIn } from '../copies/not-chosen.ts';
import { blobHash, unpackBlob, type Unpacked } from '../copies/pack.ts';
import type { CycleParts } from '../cycle/round.ts';
import type { Ways } from '../providers/kind.ts';
import { openProvider } from '../providers/kinds.ts';
import { whyTrouble } from '../providers/provider.ts';
import { looseCopies, whyNoneIn, type LooseCopy, type Pointed } from './pointed-folders.ts';
import type { Listed, Source } from './source.ts';
import { unusable } from './unusable.ts';

/** What one place says by one way to it, with the copies it gives opened. */
export const askBy = async (parts: CycleParts, root: Secret, listed: Listed, ways: Ways): Promise<Source> => {
  const answered = await askAsNamed(parts, root, listed, ways);
  if (ways.directory === undefined || answered.answer === 'silent') return answered;
  // What was renamed on its way lies there all the same: the only copies, or those that two machines wrote past each other.
  const loose = await looseCopies(parts.sealer, root, ways.directory, [listed.url]);
  if (loose.length > 0 || answered.answer !== 'empty') return withLoose(parts.world, answered, loose);
  const why = await whyNoneIn(ways.directory);
  return why === undefined ? answered : { ...answered, answer: answerOf(why), notes: [why] };
};

const withLoose = (world: World, answered: Source, loose: readonly LooseCopy[]): Source => {
  if (loose.length === 0) return answered;
  if (!answered.copy) return { ...answered, ...foundLoose(world, loose) };
  const more = copyOf(world, loose);
  const joined = merge(answered.copy.entries, more.entries);
  // What one copy says has left may be worth something by what the other has, so that one is heard all the same.
  const isNews = canonicalJson(joined) !== canonicalJson(answered.copy.entries);
  return {
    ...answered,
    notes: isNews ? [...answered.notes, { kind: 'renamed', facts: {} }] : answered.notes,
    copy: {
      ...answered.copy,
      entries: joined,
      apart: [...answered.copy.apart, ...more.apart],
      heads: [...answered.copy.heads, ...more.heads],
      told: [...(answered.copy.told ?? []), ...(more.told ?? [])],
    },
  };
};

const askAsNamed = async ({ world, sealer }: CycleParts, root: Secret, listed: Listed, ways: Ways): Promise<Source> => {
  const said = (answer: Source['answer'], ...notes: readonly Said<'source'>[]): Source => ({
    ...listed,
    ways,
    answer,
    notes,
  });
  const opened = openProvider(world, root, listed.url, ways, listed.named);
  if (opened.kind === 'needs-newer') return said('silent', { kind: 'needs-newer', facts: {} });
  if (opened.kind === 'no-way')
    return said('silent', { kind: listed.at === undefined ? 'point-at-folder' : 'no-password', facts: {} });
  const there = await opened.provider.fetch();
  if (!there.ok) {
    // Asked without a name and a password, it has not said what it has.
    if (there.error.kind === 'shut-out' && !hasAnswers(ways)) return said('silent', { kind: 'no-password', facts: {} });
    if (there.error.kind === 'closing') return said('unusable', { kind: 'closing', facts: {} });
    const note: Said<'source'> = { kind: 'trouble', facts: { why: whyTrouble(there.error) } };
    return said(there.error.kind === 'silent' ? 'silent' : 'unusable', note);
  }
  if (there.value.kind === 'empty') return said('empty', { kind: 'holds-none', facts: {} });
  if (there.value.kind === 'account-unknown') return said('empty', { kind: 'account-unknown', facts: {} });
  const { bytes: newestBytes } = there.value;
  // A device that was lost may have written last into a copy that another one has overtaken since: all are joined.
  const previous = (await opened.provider.previous?.()) ?? ok([]);
  const blobs = [there.value.bytes, ...there.value.also, ...(previous.ok ? previous.value : [])];
  const copies = await Promise.all(blobs.map((bytes) => unpackBlob(sealer, opened.keys, bytes)));
  const entries = copies.flatMap((copy) => (copy.ok ? [copy.value.entries] : []));
  const [newest] = copies;
  if (entries.length === 0)
    return said('unusable', ...(newest?.ok === false ? [unusable('unusable', newest.error)] : []));
  const passedOver = copies.slice(0, 1 + there.value.also.length).find((copy) => !copy.ok);
  const notes = [
    ...(passedOver && !passedOver.ok ? [unusable('older-joined', passedOver.error)] : []),
    ...(previous.ok ? [] : [{ kind: 'older-unread' as const, facts: {} }]),
  ];
  return {
    ...said('found', ...notes),
    copy: {
      ...copyOf(
        world,
        copies.flatMap((copy, at) => (copy.ok ? [{ ...copy.value, bytes: blobs[at] ?? newestBytes }] : [])),
      ),
      ...(newest?.ok === true ? { hash: blobHash(newestBytes) } : {}),
    },
  };
};

const hasAnswers = ({ access }: Ways): boolean => Object.values(access?.answers ?? {}).some((answer) => answer !== '');

type Opened = Unpacked & { readonly bytes: Uint8Array };

/** What opened copies have between them. */
const copyOf = (world: World, copies: readonly Opened[]): NonNullable<Source['copy']> => ({
  entries: copies.map(({ entries }) => entries).reduce((all, each) => merge(all, each)),
  apart: copies.flatMap(({ entries }) => entries),
  heads: copies.map(({ heads }) => readHeads(heads, world.now())),
  told: copies.map(toldIn),
  sizeClass: Math.max(...copies.map(({ bytes }) => sizeOf(bytes))),
});

const foundLoose = (world: World, loose: readonly LooseCopy[]): Pick<Source, 'answer' | 'notes' | 'copy'> => ({
  answer: 'found',
  notes: [{ kind: 'renamed', facts: {} }],
  copy: copyOf(world, loose),
});

/** What lies in folders pointed at that have no marker; `ids` are the places whose copies they may hold. */
export const readPointed = async (
  { world, sealer }: Pick<CycleParts, 'world' | 'sealer'>,
  root: Secret,
  pointed: readonly Pointed[],
  ids: readonly string[],
): Promise<readonly Source[]> => {
  const sources: Source[] = [];
  for (const each of pointed) {
    if (each.kind === 'place') continue;
    const { directory } = each;
    const nothing = (why: Said<'source'>): Source => ({
      url: directory,
      name: directory,
      ways: {},
      isNoPlace: true,
      answer: 'unusable',
      notes: [why],
    });
    if (each.kind === 'nothing') {
      sources.push({ ...nothing(each.why), answer: answerOf(each.why) });
      continue;
    }
    const loose = await looseCopies(sealer, root, directory, ids);
    sources.push({
      ...nothing({ kind: 'folder-of-others', facts: {} }),
      ...(loose.length === 0 ? {} : { ...foundLoose(world, loose), url: idOf(loose) ?? directory }),
    });
  }
  return sources;
};

/** What a folder has said in which no copy was found. */
const answerOf = ({ kind }: Said<'source'>): Source['answer'] =>
  kind === 'folder-without-copies' ? 'empty' : kind === 'folder-unopened' ? 'unusable' : 'silent';

/** The place whose copies all of them are. */
const idOf = (loose: readonly LooseCopy[]): string | undefined =>
  loose.every(({ id }) => id === loose[0]?.id) ? loose[0]?.id : undefined;
