// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../shared/result.ts';
import type { RestoreSourceView } from '../../../shared/view-restore.ts';
import { readEntry, type CarriedEntry, type Entry } from '../../state/entry.ts';
import { merge } from '../../state/merge.ts';
import type { Tx } from '../../storage/store.ts';
import type { Secret } from '../../taler/crypto/secret.ts';
import type { BackupFailure } from '../failure/failure.ts';
import { headOf, headTime, isOlder } from '../copies/head.ts';
import { blobHash, unpackBlob, type UnpackFailure } from '../copies/pack.ts';
import { kindOfId, MAX_PROVIDERS, needsDirectory, openProvider, providerInFolder } from '../providers/kinds.ts';
import type { Recovery, SheetProvider } from '../paper/text.ts';
import type { CycleParts } from '../cycle/round.ts';
import { sizeOf } from '../copies/blob.ts';

/** What one provider said. Never fewer than three words: found, empty, silent (cashu.me turned "silent" into "empty", and people lost money). */
export type Source = SheetProvider & {
  readonly directory: string | undefined;
  readonly answer: RestoreSourceView['answer'];
  readonly note?: string;
  readonly copy?: {
    readonly entries: readonly CarriedEntry[];
    /** of the newest blob there, once it was opened; what could not be opened may not be overwritten */
    readonly hash?: string;
    /** of the largest blob found there, in bytes */
    readonly sizeClass: number;
  };
};

/**
 * Asks every provider on the sheet, and in the folders pointed at, at once, then those that the found copies name beside them (added
 * after the sheet was printed). Fails when nobody was there to ask, or nobody had a usable copy.
 */
export const findCopies = async (
  parts: CycleParts,
  sheet: Recovery,
  folders: readonly string[],
): Promise<Result<readonly Source[], BackupFailure>> => {
  const directoryById = await findFolders(folders);
  const listed = [...sheet.providers, ...[...directoryById].map(([url, name]) => ({ name, url }))];
  if (listed.length === 0) return err({ kind: 'nowhere-to-restore-from' });
  const sources = await askAll(parts, sheet.root, listed, directoryById);
  return sources.some((source) => source.copy) ? ok(sources) : err(nothingFound(sources));
};

/** Everything the found copies know, joined. */
export const copiesJoined = (sources: readonly Source[]): readonly CarriedEntry[] =>
  sources.flatMap((source) => (source.copy ? [source.copy.entries] : [])).reduce((all, each) => merge(all, each), []);

/** Writes down where the providers of a restored wallet are: what the copies say about one is newer than the sheet, a removal too. */
export const putProviders = (tx: Tx, sources: readonly Source[]): void => {
  for (const { url, name, directory } of sources) {
    const entry = tx.entry('provider', url)?.value;
    if (entry && (entry.removed || directory === undefined || entry.directory === directory)) continue;
    tx.put('provider', url, {
      ...(entry ?? {
        name: name === '' ? url : name,
        provider_kind: kindOfId(url),
        removed: false,
      }),
      ...(directory === undefined ? {} : { directory }),
    });
  }
};

/** What each provider said, for people. */
export const sourceViews = (sources: readonly Source[]): readonly RestoreSourceView[] => {
  const heads = sources.flatMap((source) => (source.copy ? [headOf(source.copy.entries)] : []));
  const newest = heads.reduce((a, b) => (a.clock >= b.clock ? a : b));
  return sources.map(({ url, name, answer, note, copy }) => {
    const head = copy && headOf(copy.entries);
    const copyFrom = head && headTime(head);
    const remark =
      note ?? (head && isOlder(head, newest) ? 'an older copy than another provider holds; joined' : undefined);
    return {
      provider: url,
      name: name || url,
      answer,
      ...(copyFrom === undefined ? {} : { copyFrom }),
      ...(copy ? { entries: copy.entries.length } : {}),
      ...(remark === undefined ? {} : { note: remark }),
    };
  });
};

const askAll = async (
  parts: CycleParts,
  root: Secret,
  listed: readonly SheetProvider[],
  directoryById: ReadonlyMap<string, string>,
): Promise<readonly Source[]> => {
  const sources = new Map<string, Source>();
  const directories = new Map(directoryById);
  let wave = listed;
  while (wave.length > 0) {
    const asked = new Map(wave.map((each) => [each.url, each]));
    const answers = await Promise.all(
      [...asked.values()].map((each) => askOne(parts, root, each, directories.get(each.url))),
    );
    for (const answer of answers) sources.set(answer.url, answer);
    const named = providersIn([...sources.values()]).filter(({ value }) => !value.removed);
    for (const { id, value } of named) {
      if (value.directory !== undefined && !directories.has(id)) directories.set(id, value.directory);
    }
    // Everybody is asked once; a folder whose place only a copy knew is asked again there.
    const isNews = (id: string): boolean => {
      const former = sources.get(id);
      return former === undefined || (needsDirectory(id) && former.directory === undefined && directories.has(id));
    };
    wave = named
      .filter(({ id }) => isNews(id))
      .slice(0, Math.max(0, MAX_PROVIDERS - sources.size))
      .map(({ id, value }) => ({ name: value.name, url: id }));
  }
  return [...sources.values()];
};

const askOne = async (
  { world, store, sealer }: CycleParts,
  root: Secret,
  listed: SheetProvider,
  directory: string | undefined,
): Promise<Source> => {
  const said = (answer: Source['answer'], note?: string): Source => ({
    ...listed,
    directory,
    answer,
    ...(note === undefined ? {} : { note }),
  });
  const opened = openProvider(world, store, root, listed.url, directory);
  if (!opened) return said('silent', 'this backup is in a folder: point at it');
  const there = await opened.provider.fetch();
  if (!there.ok) {
    if (there.error.kind === 'silent') return said('silent', there.error.why);
    return said('unusable', there.error.kind === 'closing' ? 'it is closing down and gave no copy' : there.error.why);
  }
  if (there.value.kind === 'empty') return said('empty', 'it knows this wallet and holds no copy');
  if (there.value.kind === 'account-unknown')
    return said('empty', 'it does not know this wallet: never paid there, or expired');
  // A device that was lost may have written last into a copy that another one has overtaken since: all are joined.
  const previous = (await opened.provider.previous?.()) ?? ok([]);
  const blobs = [there.value.bytes, ...there.value.also, ...(previous.ok ? previous.value : [])];
  const copies = await Promise.all(blobs.map((bytes) => unpackBlob(sealer, opened.keys, bytes)));
  const entries = copies.flatMap((copy) => (copy.ok ? [copy.value.entries] : []));
  const [newest] = copies;
  if (entries.length === 0) return said('unusable', newest && !newest.ok ? whyUnusable(newest.error) : undefined);
  const passedOver = copies.slice(0, 1 + there.value.also.length).find((copy) => !copy.ok);
  const note = [
    passedOver && !passedOver.ok ? `joined an older copy, because ${whyUnusable(passedOver.error)}` : '',
    previous.ok ? '' : 'its older copies could not be read now',
  ].filter((each) => each !== '');
  return {
    ...said('found', note.length === 0 ? undefined : note.join('; ')),
    copy: {
      entries: entries.reduce((all, each) => merge(all, each)),
      ...(newest?.ok === true ? { hash: blobHash(there.value.bytes) } : {}),
      sizeClass: Math.max(...blobs.filter((_, at) => copies[at]?.ok === true).map(sizeOf)),
    },
  };
};

const providersIn = (sources: readonly Source[]): readonly Entry<'provider'>[] =>
  copiesJoined(sources).flatMap((carried) => {
    const entry = carried.quarantined ? undefined : readEntry(carried);
    return entry?.kind === 'provider' ? [entry] : [];
  });

const nothingFound = (sources: readonly Source[]): BackupFailure => ({
  kind: 'nothing-restored',
  sources: sources.map(({ url, answer, note }) => ({
    provider: url,
    answer: answer === 'found' ? 'unusable' : answer,
    ...(note === undefined ? {} : { note }),
  })),
});

/** Which backup folder is where: provider id → directory. */
const findFolders = async (folders: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const found = new Map<string, string>();
  for (const directory of folders) {
    const id = await providerInFolder(directory);
    if (id !== undefined) found.set(id, directory);
  }
  return found;
};

const whyUnusable = (failure: UnpackFailure): string => {
  switch (failure.kind) {
    case 'not-authentic':
      return 'its copy is damaged or belongs to another wallet';
    case 'newer-format':
    case 'newer-content':
      return 'its copy was written by a newer Holdfast; please update';
    case 'legacy-format':
      return "its copy was made by GNU Taler's wallet of 2022 (TLRWBK01), which this version cannot import yet; it was left as it is";
    case 'too-large-unpacked':
      return 'its copy unpacks to more than it may';
    case 'malformed-content':
      return `its copy cannot be read (${failure.why})`;
  }
};
