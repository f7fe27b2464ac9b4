// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../shared/result.ts';
import type { RestoreSourceView } from '../../../shared/view-restore.ts';
import { readEntry, type CarriedEntry, type Entry } from '../../state/entry.ts';
import { merge } from '../../state/merge.ts';
import type { Tx } from '../../storage/store.ts';
import { canonicalJson } from '../../taler/bytes/canonical-json.ts';
import type { Secret } from '../../taler/crypto/secret.ts';
import type { BackupFailure } from '../failure/failure.ts';
import { type Head, headOf, headTime, isOlder } from '../copies/head.ts';
import type { Access, Answers, Ways } from '../providers/kind.ts';
import { accessFor, kindWord, MAX_PROVIDERS } from '../providers/kinds.ts';
import { isMarkedId } from '../providers/place/marker.ts';
import { noteChosen, putAccess, waysAmong, waysTo } from '../providers/known.ts';
import type { SheetProvider } from '../paper/address.ts';
import type { Recovery } from '../paper/text.ts';
import type { CycleParts } from '../cycle/round.ts';
import { askBy, readPointed } from './ask.ts';
import type { Listed, Source } from './source.ts';
import { answersInTime, LATE } from './patience.ts';
import { placesToAsk } from '../cycle/named-in-copies.ts';
import { placesNamed } from './places-named.ts';
import { lookInFolders } from './pointed-folders.ts';

type AskParts = CycleParts & {
  /** hears who is asked and who has answered */
  readonly progress: {
    readonly asking: (places: readonly Listed[]) => void;
    readonly answered: (source: Source) => void;
  };
};

/** What the person says beside the sheet: folders that hold copies, and what providers on the sheet ask for, by provider id. */
export type Pointers = {
  readonly folders?: readonly string[];
  /** addresses of providers that are not on the sheet, as a person writes them */
  readonly places?: readonly string[];
  readonly answers?: Readonly<Record<string, Answers>>;
};

/**
 * Asks every provider on the sheet, and in the folders pointed at, at once, then those that the found copies name beside them (added
 * after the sheet was printed). Fails when nobody was there to ask, or nobody had a usable copy.
 */
export const findCopies = async (
  parts: AskParts,
  sheet: Recovery,
  pointers: Pointers,
): Promise<Result<readonly Source[], BackupFailure>> => {
  const named = placesNamed(pointers.places ?? []);
  if (!named.ok) return named;
  const sources = await askForCopies(parts, sheet, pointers, named.value);
  if (sources.length === 0) return err({ kind: 'nowhere-to-restore-from' });
  return sources.some((source) => source.copy) ? ok(sources) : err(nothingFound(sources));
};

/** The same, and what came of it when nobody had a copy; nothing when there was nobody to ask. `named` are places beside the sheet's. */
export const askForCopies = async (
  parts: AskParts,
  sheet: Recovery,
  { folders = [], answers = {} }: Omit<Pointers, 'places'>,
  named: readonly Listed[] = [],
): Promise<readonly Source[]> => {
  const ways = new Map<string, Ways>();
  for (const { url, at } of sheet.providers) {
    const access = at === undefined ? undefined : accessFor(url, at, answers[url]);
    if (access) ways.set(url, { access });
  }
  const pointed = await lookInFolders(folders);
  const marked = pointed.flatMap((each) => (each.kind === 'place' ? [each] : []));
  for (const { id, directory } of marked) ways.set(id, { ...ways.get(id), directory });
  const ids = [...sheet.providers.map(({ url }) => url), ...marked.map(({ id }) => id)].filter((id) => isMarkedId(id));
  const read = await readPointed(parts, sheet.root, pointed, ids);
  const listed = [...sheet.providers, ...named, ...marked.map(({ id, directory }) => ({ name: directory, url: id }))];
  return askAll(parts, sheet.root, { listed, read, ways });
};

/** Asks places of a wallet that were asked before, by the ways that led there. */
export const askAgain = (
  parts: CycleParts,
  root: Secret,
  places: readonly { readonly listed: Listed; readonly ways: Ways }[],
): Promise<readonly Source[]> =>
  askAll({ ...parts, progress: { asking: () => undefined, answered: () => undefined } }, root, {
    listed: places.map(({ listed }) => listed),
    read: [],
    ways: new Map(places.map(({ listed, ways }) => [listed.url, ways])),
  });

/** Everything the found copies know, joined. */
export const copiesJoined = (sources: readonly Source[]): readonly CarriedEntry[] =>
  sources.flatMap((source) => (source.copy ? [source.copy.entries] : [])).reduce((all, each) => merge(all, each), []);

/**
 * Writes down where the providers of a restored wallet are: what the copies say about one is newer than the sheet, a removal too; an
 * address and password that were just answered are newer than a copy.
 */
export const putProviders = (tx: Tx, sources: readonly Source[]): void => {
  for (const { url, name, at, ways, proved } of sources.filter(({ isNoPlace }) => isNoPlace !== true)) {
    const entry = tx.entry('provider', url)?.value;
    if (entry?.removed === true) continue;
    const former = waysTo(tx, url).access;
    const access = proved ?? (former === undefined ? ways.access : undefined);
    if (access && !isSameAccess(access, former)) putAccess(tx, url, access);
    // What the copies name elsewhere is no way: such a one was pointed at.
    noteChosen(tx.local, url, ways.directory);
    if (entry && (ways.directory === undefined || entry.directory === ways.directory)) continue;
    tx.put('provider', url, {
      ...(entry ?? { name: name === '' ? url : name, provider_kind: kindWord(url, at), removed: false }),
      ...(ways.directory === undefined ? {} : { directory: ways.directory }),
    });
  }
};

const NO_HEAD: Head = { clock: '', devices: {} };

/** What each provider said, for people. */
export const sourceViews = (sources: readonly Source[]): readonly RestoreSourceView[] => {
  const heads = sources.flatMap((source) => (source.copy ? [headOf(source.copy.entries)] : []));
  const newest = heads.reduce((a, b) => (a.clock >= b.clock ? a : b), NO_HEAD);
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

type Known = {
  readonly listed: readonly Listed[];
  /** what was read in folders pointed at that are no places */
  readonly read: readonly Source[];
  readonly ways: ReadonlyMap<string, Ways>;
};

const askAll = async (
  parts: AskParts,
  root: Secret,
  { listed, read, ways: pointed }: Known,
): Promise<readonly Source[]> => {
  const sources = new Map(read.map((source) => [source.url, source]));
  parts.progress.asking(read);
  read.forEach(parts.progress.answered);
  let wave: readonly Listed[] = listed.filter(({ url }) => !sources.has(url));
  let ways = pointed;
  while (wave.length > 0) {
    // A place on the sheet may be a folder pointed at as well; the sheet has its name and address.
    const asked = wave.filter(({ url }, at) => wave.findIndex((each) => each.url === url) === at);
    const known = ways;
    parts.progress.asking(asked);
    const heard = parts.progress.answered;
    const asking = asked.map((each) => {
      const itsWays = known.get(each.url) ?? {};
      const late: Source = { ...each, ways: itsWays, answer: 'silent', notes: [LATE] };
      return { answer: askOne(parts, root, each, itsWays), late, heard };
    });
    const hasCopy = ({ copy }: Source): boolean => copy !== undefined;
    const answers = await answersInTime(parts.world, asking, hasCopy, [...sources.values()].some(hasCopy));
    for (const answer of answers) sources.set(answer.url, answer);
    const entries = entriesIn([...sources.values()]);
    ways = waysByNow(pointed, waysAmong(entries));
    const byNow = ways;
    const mayAsk = placesToAsk([...sources.values()]);
    // Everybody is asked once; a place to which only a copy knew a way, or the right password, is asked again by that.
    wave = entries
      .filter((entry) => entry.kind === 'provider')
      .filter(({ id, value }) => !value.removed && isNews(sources.get(id), byNow.get(id)))
      .filter(({ id }) => known.has(id) || sources.has(id) || mayAsk(id, byNow.get(id) ?? {}))
      .slice(0, Math.max(0, MAX_PROVIDERS - sources.size))
      .map(({ id, value }) => ({
        ...atOf(sources.get(id)?.at),
        name: value.name,
        url: id,
        named: value.provider_kind,
      }));
  }
  return [...sources.values()];
};

const atOf = (at: string | undefined): Pick<SheetProvider, 'at'> => (at === undefined ? {} : { at });

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

/** The entries of the found copies that say where providers are. */
const entriesIn = (sources: readonly Source[]): readonly Entry[] =>
  copiesJoined(sources).flatMap((carried) => {
    const isAsked = carried.kind === 'provider' || carried.kind === 'setting';
    return (isAsked && carried.quarantined !== true ? readEntry(carried) : undefined) ?? [];
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
