// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../shared/result.ts';
import type { World } from '../../world.ts';
import { bytesToCrock } from '../bytes/encodings.ts';
import { eddsaPublicKey } from '../crypto/eddsa.ts';
import { sha512 } from '../crypto/hash.ts';
import type { AnastasisTrouble } from './answer.ts';
import { anastasisConfig, type AnastasisConfig, type AnastasisConfigFailure } from './config.ts';
import {
  anastasisAccountKey,
  anastasisDecrypt,
  anastasisUserId,
  ANASTASIS_LABEL,
  unpackPolicyMetadata,
} from './crypto.ts';
import { readRecoveryDocument, type RecoveryDocument } from './document.ts';
import { downloadPolicy, listPolicies } from './policy.ts';

// What providers keep of a person: which secrets, in which versions. One that does not answer is not one that has nothing.

/** One version at one place. */
export type FoundVersion = {
  readonly version: number;
  /** base32 of the hash of the packed document: equal wherever the same one was uploaded; undefined for one that cannot be read */
  readonly documentHash: string | undefined;
  readonly secretName: string | undefined;
  /** where the place tells it, by its own clock */
  readonly uploadedAtMs?: number;
};

/** The person at one place. */
export type Acquaintance = {
  readonly url: string;
  readonly config: AnastasisConfig;
  readonly userId: Uint8Array;
};

/** Versions are asked about one by one where there is no list; of hundreds, the newest. Two wallets of one person lie mixed there. */
const MOST_COUNTED_DOWN = 64;
/** What a slow place has said by then is what is known of it. */
const COUNT_DOWN_MS = 30_000;

/** Asks a provider what it is, and works out who the person is there. */
export const meetPlace = async (
  world: World,
  url: string,
  attributes: Readonly<Record<string, string>>,
): Promise<Result<Acquaintance, AnastasisConfigFailure>> => {
  const config = await anastasisConfig(world, url);
  if (!config.ok) return config;
  return ok({ url, config: config.value, userId: await anastasisUserId(world, attributes, config.value.salt) });
};

/** The versions that a place keeps, the newest first; none when nobody with this data was ever there. */
export const versionsAt = async (
  world: World,
  {
    url,
    config,
    userId,
  }: Pick<Acquaintance, 'url' | 'userId'> & { readonly config: Pick<AnastasisConfig, 'generation'> },
): Promise<Result<readonly FoundVersion[], Exclude<FetchFailure, { kind: 'nothing-there' | 'unreadable' }>>> => {
  const accountPub = eddsaPublicKey(anastasisAccountKey(userId));
  if (config.generation === '2022') {
    const listed = await listPolicies(world, { baseUrl: url, accountPub });
    // Whoever knows a person's data can store as much as they like for them: of a list without end the newest are counted down.
    if (!listed.ok && listed.error.kind !== 'too-large') return listed;
    if (listed.ok && listed.value.kind === 'account-unknown') return ok([]);
    if (listed.ok && listed.value.kind === 'versions')
      return ok(
        await withoutLabels(
          world,
          { url, userId },
          listed.value.versions.map(({ version, metadata, uploadedAtMs }) => ({
            version,
            ...named(userId, metadata),
            ...(uploadedAtMs === undefined ? {} : { uploadedAtMs }),
          })),
        ),
      );
  }
  const found: FoundVersion[] = [];
  const begun = world.now();
  for (let asked: number | undefined; found.length < MOST_COUNTED_DOWN;) {
    if (found.length > 0 && world.now() - begun > COUNT_DOWN_MS) break;
    const got = await fetchVersion(world, { url, userId }, asked);
    let one: FoundVersion;
    if (got.ok) {
      const { version, documentHash, document } = got.value;
      one = { version, documentHash, secretName: document.secretName };
    } else if (got.error.kind === 'unreadable') {
      one = { version: got.error.version, documentHash: undefined, secretName: undefined };
    } else {
      // Of those that were found something can be recovered; of none there is only the trouble to tell.
      if (got.error.kind === 'nothing-there' || found.length > 0) break;
      return err(got.error);
    }
    // A place that gives the same one whatever is asked would be asked for ever.
    if (asked !== undefined && one.version > asked) break;
    found.push(one);
    if (one.version <= 1) break;
    asked = one.version - 1;
  }
  return ok(found);
};

/** So many are looked into, the newest, where the list does not say what they are: a client of 2021 sends no metadata. */
const MOST_LOOKED_INTO = 4;

const withoutLabels = async (
  world: World,
  place: Pick<Acquaintance, 'url' | 'userId'>,
  versions: readonly FoundVersion[],
): Promise<readonly FoundVersion[]> => {
  const known = new Map<number, FoundVersion>();
  const unlabelled = versions.filter(({ documentHash }) => documentHash === undefined);
  for (const each of unlabelled.slice(0, MOST_LOOKED_INTO)) {
    const got = await fetchVersion(world, place, each.version);
    if (!got.ok || got.value.version !== each.version) continue;
    const { documentHash, document } = got.value;
    known.set(each.version, { ...each, documentHash, secretName: document.secretName });
  }
  return versions.map((each) => known.get(each.version) ?? each);
};

const named = (
  userId: Uint8Array,
  metadata: Uint8Array | undefined,
): Pick<FoundVersion, 'documentHash' | 'secretName'> => {
  const opened = metadata && anastasisDecrypt(userId, ANASTASIS_LABEL.metadata, metadata);
  const read = opened?.ok === true ? unpackPolicyMetadata(opened.value) : undefined;
  return read?.ok === true
    ? { documentHash: bytesToCrock(read.value.policyHash), secretName: read.value.secretName }
    : { documentHash: undefined, secretName: undefined };
};

export type FetchFailure =
  | AnastasisTrouble
  | { readonly kind: 'nothing-there' }
  /** sealed for somebody else, damaged, or no recovery document */
  | { readonly kind: 'unreadable'; readonly version: number }
  /** a place that asks to be paid before it gives a document back */
  | { readonly kind: 'payment-required'; readonly payUri: string; readonly orderId: string };

export type FetchedDocument = {
  readonly version: number;
  readonly documentHash: string;
  readonly document: RecoveryDocument;
};

/** Downloads a version (the latest when none is named) and opens it with the person's id. */
export const fetchVersion = async (
  world: World,
  { url, userId }: Pick<Acquaintance, 'url' | 'userId'>,
  version?: number,
): Promise<Result<FetchedDocument, FetchFailure>> => {
  const accountPub = eddsaPublicKey(anastasisAccountKey(userId));
  const got = await downloadPolicy(world, { baseUrl: url, accountPub, ...(version === undefined ? {} : { version }) });
  if (!got.ok) return got;
  switch (got.value.kind) {
    case 'payment-required':
      return err(got.value);
    case 'account-unknown':
    case 'version-unknown':
    case 'empty':
      return err({ kind: 'nothing-there' });
    case 'document': {
      const packed = anastasisDecrypt(userId, ANASTASIS_LABEL.recoveryDocument, got.value.bytes);
      const document = packed.ok ? readRecoveryDocument(packed.value) : packed;
      if (!packed.ok || !document.ok) return err({ kind: 'unreadable', version: got.value.version });
      return ok({
        version: got.value.version,
        documentHash: bytesToCrock(sha512(packed.value)),
        document: document.value,
      });
    }
  }
};

/** One state of one secret, and where it lies. */
export type FoundSecret = {
  readonly secretName: string | undefined;
  readonly documentHash: string;
  readonly at: readonly {
    readonly url: string;
    readonly version: number;
    readonly uploadedAtMs?: number;
  }[];
};

/** The same document at several places is one; by name, of each name the newest version first. */
export const secretsOf = (
  found: readonly { readonly url: string; readonly versions: readonly FoundVersion[] }[],
): readonly FoundSecret[] => {
  const byHash = new Map<string, { secretName: string | undefined; at: FoundSecret['at'][number][] }>();
  for (const { url, versions } of found)
    for (const { version, documentHash, secretName, uploadedAtMs } of versions) {
      if (documentHash === undefined) continue;
      const known = byHash.get(documentHash) ?? { secretName, at: [] };
      // The newest version of a place is enough: an older one with the same document is the same.
      if (!known.at.some((each) => each.url === url))
        known.at.push({ url, version, ...(uploadedAtMs === undefined ? {} : { uploadedAtMs }) });
      byHash.set(documentHash, known);
    }
  const newest = ({ at }: FoundSecret): number => Math.max(...at.map(({ version }) => version));
  return [...byHash]
    .map(([documentHash, { secretName, at }]) => ({ documentHash, secretName, at }))
    .toSorted(
      (a, b) =>
        compareTexts(a.secretName ?? '', b.secretName ?? '') || newest(b) - newest(a) || b.at.length - a.at.length,
    );
};

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
