// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { amount, type Amount } from '../../shared/amount.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { World } from '../world.ts';
import { errorFromAnswer, readJson, request, shownUrl, type HttpFailure } from './wire/http.ts';
import { amountSchema, nonNegativeInt } from './wire/schemas.ts';
import { isCompatible, parseVersion } from './wire/versions.ts';

export type SyncConfig = {
  readonly version: string;
  readonly annualFee: Amount;
  readonly liabilityLimit: Amount;
  readonly storageLimitMegabytes: number;
  /** what time the server says it is, in milliseconds; left out when it says nothing that can be read */
  readonly saidAt?: number;
};
export type SyncConfigFailure =
  | HttpFailure
  | { readonly kind: 'not-a-sync-service'; readonly url: string; readonly why: string }
  | { readonly kind: 'unsupported-version'; readonly url: string; readonly version: string };

/** sync API 2:0:0; 0 to 2 differ in optional parameters only. */
const OUR_VERSION = { current: 2, revision: 0, age: 2 };
const namedSchema = z.object({ name: z.string().max(100) });
const configSchema = z.object({
  name: z.literal('sync'),
  version: z.string().max(30),
  storage_limit_in_megabytes: nonNegativeInt,
  liability_limit: amountSchema,
  annual_fee: amountSchema,
});

/** `GET config`; name and version must be those of a sync service. */
export const syncConfig = async (world: World, baseUrl: string): Promise<Result<SyncConfig, SyncConfigFailure>> => {
  const url = new URL('config', baseUrl).href;
  const answer = await request(world, { method: 'GET', url, maxBytes: 64 * 1024, ownPlace: true });
  if (!answer.ok) return answer;
  const notSync = (why: string): Result<never, SyncConfigFailure> =>
    err({ kind: 'not-a-sync-service', url: shownUrl(url), why });
  if (answer.value.status === 404) return notSync('it has no /config');
  if (answer.value.status !== 200) return err(errorFromAnswer(answer.value, url));
  // Another Taler service has a /config of its own: its name says more than the member of ours that it lacks.
  const named = readJson(answer.value, url, namedSchema);
  if (named.ok && named.value.name !== 'sync') return notSync(`it calls itself ${named.value.name}`);
  const read = readJson(answer.value, url, configSchema);
  if (!read.ok) return notSync('why' in read.error ? read.error.why : 'its /config is not readable');
  const { version } = read.value;
  const theirs = parseVersion(version);
  if (!theirs.ok || !isCompatible(OUR_VERSION, theirs.value))
    return err({ kind: 'unsupported-version', url: shownUrl(url), version });
  return ok({
    version,
    annualFee: amount(read.value.annual_fee),
    liabilityLimit: amount(read.value.liability_limit),
    storageLimitMegabytes: read.value.storage_limit_in_megabytes,
    ...saidAt(answer.value.headers),
  });
};

/** The `Date` of an answer. */
const saidAt = (headers: Headers): Pick<SyncConfig, 'saidAt'> => {
  const ms = Date.parse(headers.get('date') ?? '');
  return Number.isFinite(ms) ? { saidAt: ms } : {};
};
