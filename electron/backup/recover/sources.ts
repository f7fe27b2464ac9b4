// SPDX-License-Identifier: GPL-3.0-or-later
import { quoted } from '../../../shared/facts/read.ts';
import type { Said } from '../../../shared/facts/subjects.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { RestoreSourceView } from '../../../shared/view-restore.ts';
import { readEntry, type CarriedEntry, type Entry } from '../../state/entry.ts';
import { merge } from '../../state/merge.ts';
import type { Tx } from '../../storage/store.ts';
import { canonicalJson } from '../../taler/bytes/canonical-json.ts';
import type { Secret } from '../../taler/crypto/secret.ts';
import type { BackupFailure } from '../failure/failure.ts';
import { type Head, headOf, headTime, isOlder } from '../copies/head.ts';
import { type Heads, readHeads } from '../copies/heads.ts';
import { blobHash, unpackBlob, type UnpackFailure } from '../copies/pack.ts';
import type { Access, Answers, Ways } from '../providers/kind.ts';
import { accessFor, kindWord, MAX_PROVIDERS, openProvider, providerInDirectory } from '../providers/kinds.ts';
import { putAccess, waysAmong, waysTo } from '../providers/known.ts';
import { whyTrouble } from '../providers/provider.ts';
import type { SheetProvider } from '../paper/address.ts';
import type { Recovery } from '../paper/text.ts';
import type { CycleParts } from '../cycle/round.ts';
import { answersInTime, LATE } from './patience.ts';
import { sizeOf } from '../copies/blob.ts';

/** What one provider said. Never fewer than three words: found, empty, silent (cashu.me turned "silent" into "empty", and people lost money). */
export type Source = SheetProvider & {
  readonly ways: Ways;
  /** the address and password that it has answered to */
  readonly proved?: Access;
  /** what its entry in a copy calls its kind, when it was asked because of that */
  readonly named?: string;
  readonly answer: RestoreSourceView['answer'];
  readonly notes: readonly Said<'source'>[];
  readonly copy?: {
    readonly entries: readonly CarriedEntry[];
    /** what its copies tell of how far the places had come */
    readonly heads: readonly Heads[];
    /** hash of the newest blob there, if it could be opened; one that could not be opened may not be overwritten */
    readonly hash?: string;
    /** size class of the largest blob found there, in bytes */
    readonly sizeClass: number;
  };
};

/** What the person says beside the sheet: folders that hold copies, and what providers on the sheet ask for, by provider id. */
export type Pointers = {
  readonly folders?: readonly string[];
  readonly answers?: Readonly<Record<string, Answers>>;
};

/** A provider to ask, and what is known of how. */
type Listed = SheetProvider & { readonly named?: string };

/**
 * Asks every provider on the sheet, and in the folders pointed at, at once, then those that the found copies name beside them (added
 * after the sheet was printed). Fails when nobody was there to ask, or nobody had a usable copy.
 */
export const findCopies = async (
  parts: CycleParts,
  sheet: Recovery,
  { folders = [], answers = {} }: Pointers,
): Promise<Result<readonly Source[], BackupFailure>> => {
  const ways = new Map<string, Ways>();
  for (const { url, at } of sheet.providers) {
    const access = at === undefined ? undefined : accessFor(url, at, answers[url]);
    if (access) ways.set(url, { access });
  }
  const directoryById = await findFolders(folders);
  for (const [id, directory] of directoryById) ways.set(id, { ...ways.get(id), directory });
  const listed = [...sheet.providers, ...[...directoryById].map(([url, name]) => ({ name, url }))];
  if (listed.length === 0) return err({ kind: 'nowhere-to-restore-from' });
  const sources = await askAll(parts, sheet.root, listed, ways);
  return sources.some((source) => source.copy) ? ok(sources) : err(nothingFound(sources));
};

/** Everything the found copies know, joined. */
export const copiesJoined = (sources: readonly Source[]): readonly CarriedEntry[] =>
  sources.flatMap((source) => (source.copy ? [source.copy.entries] : [])).reduce((all, each) => merge(all, each), []);

/**
 * Writes down where the providers of a restored wallet are: what the copies say about one is newer than the sheet, a removal too; an
 * address and password that were just answered are newer than a copy.
 */
export const putProviders = (tx: Tx, sources: readonly Source[]): void => {
  for (const { url, name, at, ways, proved } of sources) {
    const entry = tx.entry('provider', url)?.value;
    if (entry?.removed === true) continue;
    const former = waysTo(tx, url).access;
    const access = proved ?? (former === undefined ? ways.access : undefined);
    if (access && !isSameAccess(access, former)) putAccess(tx, url, access);
    if (entry && (ways.directory === undefined || entry.directory === ways.directory)) continue;
    tx.put('provider', url, {
      ...(entry ?? { name: name === '' ? url : name, provider_kind: kindWord(url, at), removed: false }),
      ...(ways.directory === undefined ? {} : { directory: ways.directory }),
    });
  }
};

/** What each provider said, for people. */
export const sourceViews = (sources: readonly Source[]): readonly RestoreSourceView[] => {
  const heads = sources.flatMap((source) => (source.copy ? [headOf(source.copy.entries)] : []));
  const newest = heads.reduce((a, b) => (a.clock >= b.clock ? a : b));
  return sources.map(({ url, name, answer, notes, copy }) => {
    const head = copy && headOf(copy.entries);
    const copyFrom = head && headTime(head);
    const isOlderCopy = notes.length === 0 && head !== undefined && isOlder(head, newest);
    return {
      provider: url,
      name: name || url,
      answer,
      ...(copyFrom === undefined ? {} : { copyFrom }),
      ...(copy ? { entries: copy.entries.length } : {}),
      notes: isBehind(sources, url, head)
        ? [...notes, { kind: 'behind-itself', facts: {} }]
        : isOlderCopy
          ? [{ kind: 'older-than-others', facts: {} }]
          : notes,
    };
  });
};

/** Whether the copy at a place is older than one that it had confirmed before, as another place's copy tells. */
const isBehind = (sources: readonly Source[], url: string, head: Head | undefined): boolean =>
  head !== undefined &&
  sources.some(
    ({ copy }) => copy?.heads.some((heads) => heads[url] !== undefined && isOlder(head, heads[url])) === true,
  );

const askAll = async (
  parts: CycleParts,
  root: Secret,
  listed: readonly SheetProvider[],
  pointed: ReadonlyMap<string, Ways>,
): Promise<readonly Source[]> => {
  const sources = new Map<string, Source>();
  let wave: readonly Listed[] = listed;
  let ways = pointed;
  while (wave.length > 0) {
    // A place on the sheet may be a folder pointed at as well; the sheet has its name and address.
    const asked = wave.filter(({ url }, at) => wave.findIndex((each) => each.url === url) === at);
    const known = ways;
    const asking = asked.map((each) => {
      const itsWays = known.get(each.url) ?? {};
      const late: Source = { ...each, ways: itsWays, answer: 'silent', notes: [LATE] };
      return { answer: askOne(parts, root, each, itsWays), late };
    });
    const hasCopy = ({ copy }: Source): boolean => copy !== undefined;
    const answers = await answersInTime(parts.world, asking, hasCopy, [...sources.values()].some(hasCopy));
    for (const answer of answers) sources.set(answer.url, answer);
    const entries = entriesIn([...sources.values()]);
    ways = waysByNow(pointed, waysAmong(entries));
    const byNow = ways;
    // Everybody is asked once; a place to which only a copy knew a way, or the right password, is asked again by that.
    wave = entries
      .filter((entry) => entry.kind === 'provider')
      .filter(({ id, value }) => !value.removed && isNews(sources.get(id), byNow.get(id)))
      .slice(0, Math.max(0, MAX_PROVIDERS - sources.size))
      .map(({ id, value }) => ({
        ...sheetLine(sources.get(id)),
        name: value.name,
        url: id,
        named: value.provider_kind,
      }));
  }
  return [...sources.values()];
};

const sheetLine = (source: Source | undefined): Pick<SheetProvider, 'at'> =>
  source?.at === undefined ? {} : { at: source.at };

/** Whether a provider was not asked yet, or has given nothing by the ways that were known before. */
const isNews = (former: Source | undefined, ways: Ways = {}): boolean =>
  former === undefined ||
  (former.copy === undefined &&
    (ways.directory !== former.ways.directory || !isSameAccess(ways.access, former.ways.access)));

const isSameAccess = (a: Access | undefined, b: Access | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b));

/** A folder that the person pointed at is on this very machine; the address and password that a copy knows were right when it was made. */
const waysByNow = (pointed: ReadonlyMap<string, Ways>, found: ReadonlyMap<string, Ways>): ReadonlyMap<string, Ways> =>
  new Map(
    [...new Set([...pointed.keys(), ...found.keys()])].map((id) => {
      const directory = pointed.get(id)?.directory ?? found.get(id)?.directory;
      const access = found.get(id)?.access ?? pointed.get(id)?.access;
      return [id, { ...(directory === undefined ? {} : { directory }), ...(access ? { access } : {}) }];
    }),
  );

const hasAnswers = ({ access }: Ways): boolean => Object.values(access?.answers ?? {}).some((answer) => answer !== '');

/** Asks by every way there is until one has a copy; else what the first way led to is said. */
const askOne = async (parts: CycleParts, root: Secret, listed: Listed, ways: Ways): Promise<Source> => {
  const { directory, access } = ways;
  const single: readonly Ways[] = directory === undefined || !access ? [ways] : [{ access }, { directory }];
  let first: Source | undefined;
  for (const way of single) {
    const answered = await askBy(parts, root, listed, way);
    const isProved = answered.answer === 'found' || answered.answer === 'empty';
    const source = { ...answered, ways, ...(isProved && way.access ? { proved: way.access } : {}) };
    if (source.copy) return source;
    first ??= source;
  }
  return first ?? askBy(parts, root, listed, ways);
};

const askBy = async ({ world, sealer }: CycleParts, root: Secret, listed: Listed, ways: Ways): Promise<Source> => {
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
  // A device that was lost may have written last into a copy that another one has overtaken since: all are joined.
  const previous = (await opened.provider.previous?.()) ?? ok([]);
  const blobs = [there.value.bytes, ...there.value.also, ...(previous.ok ? previous.value : [])];
  const copies = await Promise.all(blobs.map((bytes) => unpackBlob(sealer, opened.keys, bytes)));
  const entries = copies.flatMap((copy) => (copy.ok ? [copy.value.entries] : []));
  const [newest] = copies;
  if (entries.length === 0)
    return said('unusable', ...(newest && !newest.ok ? [unusable('unusable', newest.error)] : []));
  const passedOver = copies.slice(0, 1 + there.value.also.length).find((copy) => !copy.ok);
  const notes = [
    ...(passedOver && !passedOver.ok ? [unusable('older-joined', passedOver.error)] : []),
    ...(previous.ok ? [] : [{ kind: 'older-unread' as const, facts: {} }]),
  ];
  return {
    ...said('found', ...notes),
    copy: {
      entries: entries.reduce((all, each) => merge(all, each)),
      heads: copies.flatMap((copy) => (copy.ok ? [readHeads(copy.value.heads, world.now())] : [])),
      ...(newest?.ok === true ? { hash: blobHash(there.value.bytes) } : {}),
      sizeClass: Math.max(...blobs.filter((_, at) => copies[at]?.ok === true).map(sizeOf)),
    },
  };
};

/** The entries of the found copies that say where providers are. */
const entriesIn = (sources: readonly Source[]): readonly Entry[] =>
  copiesJoined(sources).flatMap((carried) => {
    const isAsked = carried.kind === 'provider' || carried.kind === 'setting';
    const entry = isAsked && carried.quarantined !== true ? readEntry(carried) : undefined;
    return entry ? [entry] : [];
  });

const nothingFound = (sources: readonly Source[]): BackupFailure => ({
  kind: 'nothing-restored',
  sources: sources.map(({ url, name, answer, notes }) => ({
    name: name || url,
    provider: url,
    answer: answer === 'found' ? 'unusable' : answer,
    notes,
  })),
});

/** Which backup folder is where: provider id → directory. */
const findFolders = async (folders: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const found = new Map<string, string>();
  for (const directory of folders) {
    const id = await providerInDirectory(directory);
    if (id !== undefined) found.set(id, directory);
  }
  return found;
};

const unusable = (kind: 'unusable' | 'older-joined', failure: UnpackFailure): Said<'source'> => ({
  kind,
  facts: { why: whyUnusable(failure) },
});

const whyUnusable = (failure: UnpackFailure): Said<'unusable'> => {
  switch (failure.kind) {
    case 'newer-format':
    case 'newer-content':
      return { kind: 'newer', facts: {} };
    case 'malformed-content':
      return { kind: 'malformed', facts: { detail: quoted(failure.why) } };
    case 'not-authentic':
    case 'legacy-format':
    case 'too-large-unpacked':
      return { kind: failure.kind, facts: {} };
  }
};
