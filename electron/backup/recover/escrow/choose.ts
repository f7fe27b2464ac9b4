// SPDX-License-Identifier: GPL-3.0-or-later
import { amountToText } from '../../../../shared/amount.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import { anastasisConfig, type AnastasisConfig } from '../../../taler/anastasis/config.ts';
import { fetchVersion } from '../../../taler/anastasis/discover.ts';
import type { EscrowMethod, RecoveryDocument } from '../../../taler/anastasis/document.ts';
import { checkPlace, placeRefusal } from '../../../taler/wire/place.ts';
import type { World } from '../../../world.ts';
import type { BackupFailure } from '../../failure/failure.ts';
import { inPatience } from '../patience.ts';
import type { Secret } from './found.ts';
import { MOST_PLACES, type Search } from './search.ts';
import type { EscrowSession, Way } from './session.ts';

/** A place with the document, by the version that it said. */
type Fetched = { readonly document: RecoveryDocument; readonly from: string };

/**
 * Begins with one of the secrets that were found: the document is taken from the first place that gives the very one that it
 * announced, and the places of its ways are asked what they want for them. Nothing is written here.
 */
export const beginSession = async (
  world: World,
  search: Search,
  secret: Secret,
): Promise<Result<EscrowSession, BackupFailure>> => {
  const fetched = await fetchDocument(world, search, secret);
  if (!fetched.ok) return fetched;
  const { document } = fetched.value;
  const places = await placesOf(world, search, fetched.value);
  return ok({
    country: search.country,
    attributes: { ...search.attributes },
    documentHash: secret.documentHash,
    isOlder: !secret.isNewest,
    document,
    ways: document.methods.map((method) => newWay(method, places)),
  });
};

const fetchDocument = async (
  world: World,
  { heard }: Search,
  secret: Secret,
): Promise<Result<Fetched, BackupFailure>> => {
  const others: string[] = [];
  for (const { url, version } of secret.at) {
    const place = heard.find((each) => each.url === url)?.place;
    const got = place && (await fetchVersion(world, place, version));
    // A place may say one thing in its list and hold another.
    if (got?.ok === true && got.value.documentHash === secret.documentHash)
      return ok({ document: got.value.document, from: url });
    if (got?.ok === true || (got?.ok === false && got.error.kind === 'unreadable')) others.push(url);
  }
  return others.length > 0
    ? err({ kind: 'document-unfit', places: others })
    : err({ kind: 'document-not-there', places: secret.at.map(({ url }) => url) });
};

/** What a place wants; nothing known of one that did not answer, and `barred` where the document may not lead. */
type Known = Partial<Pick<AnastasisConfig, 'generation' | 'methods'>> & { readonly barred?: true };

/**
 * Whoever knows a person's data can write a document for them: so its places may lie no further inside than the one it came
 * from, but for those that the person asked themselves.
 */
const placesOf = async (
  world: World,
  { heard }: Search,
  { document, from }: Fetched,
): Promise<ReadonlyMap<string, Known>> => {
  const known = new Map<string, Known>();
  for (const { url, place } of heard) if (place) known.set(url, place.config);
  const mayAsk = new Set(heard.map(({ url }) => url));
  const others = [...new Set(document.methods.map(({ url }) => url))].filter((url) => !known.has(url));
  const barred = (url: string): boolean => !mayAsk.has(url) && placeRefusal(from, url) !== undefined;
  for (const url of others) known.set(url, barred(url) ? { barred: true } : {});
  const asking = others
    .filter((url) => !barred(url))
    .slice(0, MOST_PLACES)
    .map(async (url) => {
      if (!mayAsk.has(url) && (await checkPlace(world, from, url)) !== undefined)
        return void known.set(url, { barred: true });
      const config = await anastasisConfig(world, url);
      if (config.ok) known.set(url, config.value);
    });
  await inPatience(world, Promise.all(asking));
  // Whoever is late is spoken to as if nothing were known; `network.ts` lets no name lead inside then either.
  return new Map(known);
};

const newWay = ({ uuid, url, type }: EscrowMethod, places: ReadonlyMap<string, Known>): Way => {
  const place = places.get(url) ?? {};
  const fee = place.methods?.get(type);
  return {
    uuid,
    state: place.barred === true ? 'lost' : 'untouched',
    said: place.barred === true ? [{ kind: 'place-not-allowed', facts: {} }] : [],
    ...(place.barred === true ? { barred: true as const } : {}),
    ...(place.generation === undefined ? {} : { generation: place.generation }),
    ...(fee === undefined ? {} : { fee: amountToText(fee) }),
  };
};
