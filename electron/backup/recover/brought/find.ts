// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from '../../../../shared/facts/subjects.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import type { RestoreSourceView } from '../../../../shared/view-restore.ts';
import { timestampToMs } from '../../../../shared/time.ts';
import { bytesToCrock } from '../../../taler/bytes/encodings.ts';
import { eddsaPublicKey } from '../../../taler/crypto/eddsa.ts';
import { openSecret } from '../../../taler/crypto/secret.ts';
import type { LegacyContent, LegacyFailure } from '../../../taler/legacy/backup.ts';
import { isLegacyBlob, MAX_RECORDS, newerBlob } from '../../../taler/legacy/backup.ts';
import { legacyTask, type LegacyJob } from '../../../taler/legacy/task.ts';
import { checkPlace } from '../../../taler/wire/place.ts';
import { aside } from '../../../threads.ts';
import type { World } from '../../../world.ts';
import type { BackupFailure, BroughtFailure } from '../../failure/failure.ts';
import { MAX_PROVIDERS, openProvider } from '../../providers/kinds.ts';
import { whyTrouble } from '../../providers/provider.ts';
import { blobKey } from '../../root-secret.ts';
import { answersInTime, LATE } from '../patience.ts';
import { MAX_GIVEN, readGiven, readSecret, type Given, type GivenSecret } from './given.ts';

/** What a place said, with the copy it gave opened. */
type Heard = Omit<RestoreSourceView, 'notes'> & {
  readonly notes: readonly Said<'source'>[];
  readonly content?: LegacyContent;
  /** it gave a copy of Holdfast, which a restore reads */
  readonly isOurs?: true;
};

/** What was found of that wallet, by whichever way. */
export type Found = {
  readonly what: Given['what'];
  readonly sources: readonly RestoreSourceView[];
  /** the places on the web that gave copies: what these name may lie no further inside */
  readonly from: readonly string[];
  /** the newest first */
  readonly contents: readonly LegacyContent[];
};

type Parts = {
  readonly world: World;
  readonly progress: {
    readonly asking: (places: readonly { readonly url: string; readonly name: string }[]) => void;
    readonly heard: (place: RestoreSourceView) => void;
  };
};

/** Reads what was given, asking every place that it leads to; `secret` opens a sealed copy. Fails when nothing of that wallet was found. */
export const findGiven = async (
  parts: Parts,
  given: string,
  secret: string | undefined,
): Promise<Result<Found, BackupFailure>> => {
  const read = readGiven(given);
  if (!read.ok) return read;
  if (read.value.what === 'link') return askPlaces(parts, read.value);
  // No secret opens it, so none is asked for.
  const newer = read.value.what === 'sealed' ? newerBlob(read.value.bytes) : undefined;
  if (newer !== undefined) return err({ kind: 'import-newer', version: newer });
  const key = read.value.what === 'sealed' ? keyOf(secret) : undefined;
  if (key?.ok === false) return key;
  const content = await open(parts.world, {
    bytes: read.value.bytes,
    ...(key === undefined ? {} : { blobKey: openSecret(blobKey(key.value.root)) }),
  });
  if (!content.ok) return err(whyUnread(content.error, read.value.what));
  const isOther = key !== undefined && !isOf(key.value, content.value);
  if (isOther) return err({ kind: 'import-wrong-secret' });
  return ok({ what: read.value.what, sources: [], from: [], contents: [content.value] });
};

const keyOf = (secret: string | undefined): Result<GivenSecret, BackupFailure> => {
  if (secret === undefined || secret.trim() === '') return err({ kind: 'import-needs-secret' });
  const read = readSecret(secret);
  return read.ok || read.error.kind !== 'import-not-a-wallet' ? read : err({ kind: 'import-wrong-secret' });
};

const open = (world: World, job: LegacyJob) => aside(world, legacyTask, job);

/** Whether a content is of the wallet whose secret opened it. */
const isOf = ({ root }: GivenSecret, { walletRootPub }: LegacyContent): boolean => {
  const bytes = openSecret(root);
  return bytes.length !== 32 || bytesToCrock(eddsaPublicKey(bytes)) === walletRootPub;
};

const whyUnread = ({ why, version }: LegacyFailure, what: 'sealed' | 'export'): BroughtFailure => {
  switch (why) {
    case 'newer':
      return { kind: 'import-newer', version: version ?? '' };
    case 'too-large':
      return { kind: 'import-too-large', limit: MAX_GIVEN };
    case 'too-many':
      return { kind: 'import-too-many', limit: MAX_RECORDS };
    case 'not-authentic':
      return { kind: 'import-wrong-secret' };
    case 'not-gzip':
    case 'not-json':
      return { kind: 'import-damaged' };
    case 'magic':
    case 'not-this-schema':
      return { kind: what === 'sealed' ? 'import-damaged' : 'import-not-a-wallet' };
  }
};

/** Asks all places at once, then those that their copies name beside them. */
const askPlaces = async (parts: Parts, secret: GivenSecret): Promise<Result<Found, BackupFailure>> => {
  if (secret.providers.length === 0) return err({ kind: 'nowhere-to-restore-from' });
  const first = await askAll(parts, secret, secret.providers, false);
  const more = await askAll(parts, secret, await namedBeside(parts, first), first.some(hasContent));
  const heard = [...first, ...more];
  const found = heard.filter(hasContent);
  const sources = heard.map(({ content: _content, isOurs: _ours, ...source }) => source);
  if (found.length === 0)
    return heard.some(({ isOurs }) => isOurs === true)
      ? err({ kind: 'import-is-ours' })
      : err({
          kind: 'nothing-restored',
          sources: sources.map(({ answer, ...source }) => ({
            ...source,
            answer: answer === 'found' ? 'unusable' : answer,
          })),
        });
  const contents = found.map(({ content }) => content).toSorted((a, b) => writtenMs(b) - writtenMs(a));
  return ok({ what: 'link', sources, from: found.map(({ provider }) => provider), contents });
};

const hasContent = (heard: Heard): heard is Heard & { readonly content: LegacyContent } => heard.content !== undefined;

/** When a content says that it was written. */
export const writtenMs = ({ timestamp }: LegacyContent): number => {
  const ms = timestampToMs(timestamp);
  return Number.isFinite(ms) ? ms : 0;
};

type Named = { readonly name: string; readonly url: string };

/** Places that the copies name and that were not asked, as far as whoever keeps these copies may lead there. */
const namedBeside = async ({ world }: Parts, heard: readonly Heard[]): Promise<readonly Named[]> => {
  const asked = new Set(heard.map(({ provider }) => provider));
  const more: Named[] = [];
  for (const { provider, content } of heard)
    for (const { base_url: url } of content?.providers ?? []) {
      if (asked.has(url) || asked.size >= MAX_PROVIDERS) continue;
      asked.add(url);
      if ((await checkPlace(world, provider, url)) === undefined) more.push({ name: '', url });
    }
  return more;
};

const askAll = async (
  parts: Parts,
  secret: GivenSecret,
  places: readonly Named[],
  hadEnough: boolean,
): Promise<readonly Heard[]> => {
  parts.progress.asking(places);
  return answersInTime(
    parts.world,
    places.map(({ name, url }) => ({
      answer: askOne(parts.world, secret, { name, url }),
      late: { provider: url, name: name || url, answer: 'silent' as const, notes: [LATE] },
      heard: parts.progress.heard,
    })),
    hasContent,
    hadEnough,
  );
};

const askOne = async (world: World, secret: GivenSecret, { name, url }: Named): Promise<Heard> => {
  const said = (answer: Heard['answer'], ...notes: readonly Said<'source'>[]): Heard => ({
    provider: url,
    name: name || url,
    answer,
    notes,
  });
  const opened = openProvider(world, secret.root, url, {});
  if (opened.kind === 'needs-newer') return said('silent', { kind: 'needs-newer', facts: {} });
  if (opened.kind === 'no-way') return said('silent', { kind: 'point-at-folder', facts: {} });
  const there = await opened.provider.fetch();
  if (!there.ok)
    return said(there.error.kind === 'silent' ? 'silent' : 'unusable', {
      kind: 'trouble',
      facts: { why: whyTrouble(there.error) },
    });
  if (there.value.kind === 'empty') return said('empty', { kind: 'holds-none', facts: {} });
  if (there.value.kind === 'account-unknown') return said('empty', { kind: 'account-unknown', facts: {} });
  const { bytes } = there.value;
  if (!isLegacyBlob(bytes)) return { ...said('unusable', { kind: 'of-holdfast', facts: {} }), isOurs: true };
  const content = await open(world, { bytes, blobKey: openSecret(blobKey(secret.root)) });
  if (!content.ok || !isOf(secret, content.value))
    return said('unusable', { kind: 'unusable', facts: { why: whyNot(content) } });
  const at = writtenMs(content.value);
  const found = said('found', { kind: 'of-that-wallet', facts: {} });
  return { ...found, ...(at === 0 ? {} : { copyFrom: at }), content: content.value };
};

const whyNot = (content: Result<unknown, LegacyFailure>): Said<'unusable'> => {
  if (content.ok) return { kind: 'not-authentic', facts: {} };
  switch (content.error.why) {
    case 'newer':
      return { kind: 'newer-of-theirs', facts: {} };
    case 'too-large':
    case 'too-many':
      return { kind: 'too-large-unpacked', facts: {} };
    case 'not-authentic':
      return { kind: 'not-authentic', facts: {} };
    default:
      return { kind: 'malformed', facts: { detail: content.error.why } };
  }
};
