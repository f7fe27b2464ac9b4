// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { amount, type Amount } from '../../../shared/amount.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { World } from '../../world.ts';
import { crockToBytes } from '../bytes/encodings.ts';
import { errorFromAnswer, readJson, request, shownUrl, type HttpFailure } from '../wire/http.ts';
import { amountSchema, crockSchema, nonNegativeInt } from '../wire/schemas.ts';

/** The two ways of speaking: `GET truth` of 2021, `POST …/challenge` and `…/solve` of 2022 (PROTOCOL.md#anastasis-generations). */
export type AnastasisGeneration = '2021' | '2022';

export type AnastasisConfig = {
  readonly generation: AnastasisGeneration;
  readonly version: string;
  readonly businessName: string | undefined;
  readonly currency: string;
  /** what may be used there, and what one use costs at recovery */
  readonly methods: ReadonlyMap<string, Amount>;
  readonly storageLimitMegabytes: number;
  readonly annualFee: Amount;
  /** for each truth and year */
  readonly truthUploadFee: Amount;
  readonly liabilityLimit: Amount;
  /** 16 bytes; the person's id there depends on it */
  readonly salt: Uint8Array;
  /** what time it says it is, in milliseconds */
  readonly saidAt: number | undefined;
};

export type AnastasisConfigFailure =
  | HttpFailure
  | { readonly kind: 'not-an-anastasis-provider'; readonly url: string; readonly why: string };

const namedSchema = z.object({ name: z.string().max(100) });
const configSchema = z.object({
  name: z.literal('anastasis'),
  version: z.string().max(30),
  business_name: z.string().max(200).optional(),
  currency: z.string().max(11),
  methods: z.array(z.object({ type: z.string().min(1).max(32), cost: amountSchema })).max(32),
  storage_limit_in_megabytes: nonNegativeInt,
  annual_fee: amountSchema,
  truth_upload_fee: amountSchema,
  liability_limit: amountSchema,
  provider_salt: crockSchema(16).optional(),
  server_salt: crockSchema(16).optional(),
});

/** `GET config`. The name of its salt says which generation a provider is of; its version says nothing (0:0:0 in both). */
export const anastasisConfig = async (
  world: World,
  baseUrl: string,
): Promise<Result<AnastasisConfig, AnastasisConfigFailure>> => {
  const url = new URL('config', baseUrl).href;
  const answer = await request(world, { method: 'GET', url, maxBytes: 64 * 1024 });
  if (!answer.ok) return answer;
  const notOne = (why: string): Result<never, AnastasisConfigFailure> =>
    err({ kind: 'not-an-anastasis-provider', url: shownUrl(url), why });
  if (answer.value.status === 404) return notOne('it has no /config');
  if (answer.value.status !== 200) return err(errorFromAnswer(answer.value, url));
  const named = readJson(answer.value, url, namedSchema);
  if (named.ok && named.value.name !== 'anastasis') return notOne(`it calls itself ${named.value.name}`);
  const read = readJson(answer.value, url, configSchema);
  if (!read.ok) return notOne('why' in read.error ? read.error.why : 'its /config is not readable');
  const { value } = read;
  const salt = value.provider_salt ?? value.server_salt;
  if (salt === undefined) return notOne('it has no salt');
  const fees = {
    annualFee: amount(value.annual_fee),
    truthUploadFee: amount(value.truth_upload_fee),
    liabilityLimit: amount(value.liability_limit),
  };
  const methods = new Map(value.methods.toReversed().map(({ type, cost }) => [type, amount(cost)]));
  const currency = value.currency.toUpperCase();
  if ([...Object.values(fees), ...methods.values()].some((each) => each.currency !== currency))
    return notOne('its fees are in several currencies');
  return ok({
    generation: value.provider_salt === undefined ? '2021' : '2022',
    version: value.version,
    businessName: value.business_name,
    currency,
    methods,
    storageLimitMegabytes: value.storage_limit_in_megabytes,
    ...fees,
    salt: crockToBytes(salt, 16),
    saidAt: saidAt(answer.value.headers),
  });
};

/** What time a place says it is, in milliseconds; undefined where it says none. */
export const saidAt = (headers: Headers): number | undefined => {
  const ms = Date.parse(headers.get('date') ?? '');
  return Number.isFinite(ms) ? ms : undefined;
};

/** Where its terms and its privacy policy are read. 0.2.0, the server of 2021, serves each under the other's name. */
export const termsOf = (
  baseUrl: string,
  { generation }: Pick<AnastasisConfig, 'generation'>,
): { readonly terms: string; readonly privacy: string } => {
  const [terms, privacy] = ['terms', 'privacy'].map((path) => new URL(path, baseUrl).href);
  const asNamed = { terms: terms ?? baseUrl, privacy: privacy ?? baseUrl };
  return generation === '2021' ? { terms: asNamed.privacy, privacy: asNamed.terms } : asNamed;
};

const MEGABYTE = 1024 * 1024;

/** Whether a provider takes no body of that length: its limit counts whole MiB and is exclusive. */
export const isBeyondStorageLimit = (
  { storageLimitMegabytes }: Pick<AnastasisConfig, 'storageLimitMegabytes'>,
  bytes: number,
): boolean => Math.floor(bytes / MEGABYTE) >= storageLimitMegabytes;
