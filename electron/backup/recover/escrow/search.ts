// SPDX-License-Identifier: GPL-3.0-or-later
import { quoted } from '../../../../shared/facts/read.ts';
import type { Said } from '../../../../shared/facts/subjects.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import type { RecoveryPlaceView, RecoverySearchView } from '../../../../shared/view-escrow-recovery.ts';
import type { AnastasisConfigFailure } from '../../../taler/anastasis/config.ts';
import {
  meetPlace,
  versionsAt,
  type Acquaintance,
  type FetchFailure,
  type FoundVersion,
} from '../../../taler/anastasis/discover.ts';
import { readIdentity } from '../../../taler/anastasis/identity.ts';
import { parseBaseUrl } from '../../../taler/wire/base-url.ts';
import { scopeOfHost } from '../../../scope.ts';
import type { World } from '../../../world.ts';
import type { BackupFailure } from '../../failure/failure.ts';
import { whyOfService } from '../../providers/service-trouble.ts';
import { PATIENCE_MS, answersInTime } from '../patience.ts';
import type { SearchWish } from './contract.ts';
import { secretsFound, type Secret } from './found.ts';

// Asking places what they keep of a person. A place that does not answer is named, and is never one that has nothing.

/** Each is asked with this person's data hashed anew, and shown in one list; more are nobody's choice. */
export const MOST_PLACES = 20;
/** One place may be counted down version by version; whoever draws that out is late. */
const PLACE_MS = 60_000;

/** What one place said. */
export type Heard = {
  readonly url: string;
  /** where it is such a place */
  readonly place?: Acquaintance;
  readonly versions: readonly FoundVersion[];
  readonly said: readonly Said<'escrowRecovery'>[];
};

/** What a search came to. The person's data stays in memory until one of the secrets is chosen. */
export type Search = {
  readonly country: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly doubtful: readonly string[];
  readonly heard: readonly Heard[];
  readonly secrets: readonly Secret[];
};

/** Asks every place at once. Refused without a request for data that cannot be right, and for what is no address. */
export const search = async (world: World, wish: SearchWish): Promise<Result<Search, BackupFailure>> => {
  const identity = readIdentity(wish.country, wish.attributes);
  if (!identity.ok) {
    const { name, why } = identity.error;
    return err({ kind: 'identity-refused', why, field: quoted(name) });
  }
  const urls = addressesIn(wish.places);
  if (!urls.ok) return urls;
  if (urls.value.length === 0) return err({ kind: 'no-escrow-place' });
  const { attributes, doubtful } = identity.value;
  const heard = await answersInTime(
    world,
    urls.value.map((url) => ({ answer: inTime(world, url, attributes), late: lateAt(url) })),
    ({ versions }) => versions.length > 0,
    false,
  );
  return ok({ country: wish.country, attributes, doubtful, heard, secrets: secretsFound(heard) });
};

/** Each address once, in its one spelling; `no-such-place` for what is none. */
const addressesIn = (places: readonly string[]): Result<readonly string[], BackupFailure> => {
  const urls = new Set<string>();
  for (const place of places) {
    const url = parseBaseUrl(place);
    if (!url.ok) return err({ kind: 'no-such-place', text: quoted(place) });
    urls.add(url.value);
  }
  return ok([...urls].slice(0, MOST_PLACES));
};

const silent = (why: Said<'trouble'>): Said<'escrowRecovery'> => ({ kind: 'place-silent', facts: { why } });

const lateAt = (url: string, afterMs = PATIENCE_MS): Heard => ({
  url,
  versions: [],
  said: [silent({ kind: 'timeout', facts: { afterMs } })],
});

const inTime = async (world: World, url: string, attributes: Search['attributes']): Promise<Heard> => {
  const done = new AbortController();
  try {
    return await Promise.race([
      askPlace(world, url, attributes),
      world.sleep(PLACE_MS, done.signal).then(() => lateAt(url, PLACE_MS)),
    ]);
  } finally {
    done.abort('answered');
  }
};

const askPlace = async (world: World, url: string, attributes: Search['attributes']): Promise<Heard> => {
  const { protocol, hostname } = new URL(url);
  // What unlocks a way is sent there with its answer: nobody on the way may read both.
  if (protocol !== 'https:' && scopeOfHost(hostname) !== 'loopback')
    return { url, versions: [], said: [{ kind: 'place-no-https', facts: {} }] };
  const place = await meetPlace(world, url, attributes);
  if (!place.ok) return { url, versions: [], said: [whyNoPlace(place.error)] };
  const versions = await versionsAt(world, place.value);
  if (!versions.ok) return { url, place: place.value, versions: [], said: [whyNothing(versions.error)] };
  const unreadable = versions.value.filter(({ documentHash }) => documentHash === undefined).length;
  const said: readonly Said<'escrowRecovery'>[] =
    unreadable === 0 ? [] : [{ kind: 'place-unreadable', facts: { versions: unreadable } }];
  return { url, place: place.value, versions: versions.value, said };
};

/** A shop or a page answers too, and is told from a place that is away. */
const whyNoPlace = (failure: AnastasisConfigFailure): Said<'escrowRecovery'> =>
  failure.kind === 'not-an-anastasis-provider' || failure.kind === 'malformed-response' || failure.kind === 'refused'
    ? { kind: 'place-is-other', facts: {} }
    : silent(whyOfService(failure));

const whyNothing = (
  failure: Exclude<FetchFailure, { readonly kind: 'nothing-there' | 'unreadable' }>,
): Said<'escrowRecovery'> =>
  failure.kind === 'payment-required' ? { kind: 'place-wants-payment', facts: {} } : silent(whyOfService(failure));

/** What is shown of a search. */
export const searchView = ({ heard, secrets, doubtful }: Search): RecoverySearchView => ({
  places: heard.map(({ url, versions, said }): RecoveryPlaceView => ({
    url,
    found: versions.filter(({ documentHash }) => documentHash !== undefined).length,
    said,
  })),
  secrets: secrets.map(({ isNewest, secretName, walletId, documentHash, isOurs, at }) => ({
    documentHash,
    secretName,
    ...(walletId === undefined ? {} : { walletId }),
    isOurs,
    isNewest,
    at: at.map(({ url, version, uploadedAtMs }) => ({
      url,
      version,
      ...(uploadedAtMs === undefined ? {} : { uploadedAt: uploadedAtMs }),
    })),
  })),
  doubtful,
});
