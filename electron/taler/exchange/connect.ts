// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../shared/result.ts';
import { msToTimestamp, timestampToMs } from '../../../shared/time.ts';
import type { World } from '../../world.ts';
import { parseBaseUrl } from '../wire/base-url.ts';
import { hasCanonicalForm } from '../bytes/canonical-json.ts';
import type { Context } from './context.ts';
import { exchangeV14 } from './v14/v14.ts';
import { exchangeV17 } from './v17/v17.ts';
import type { ExchangeFailure } from './failure.ts';
import { generationOf, type Generation } from './generation.ts';
import type { ExchangeKeys } from './keys/model.ts';
import type { Answer, Exchange } from './exchange.ts';
import { errorFromAnswer, readJson, request, type HttpAnswer } from '../wire/http.ts';
import { configSchema, versionOnlySchema } from './keys/schema.ts';
import { readKeys } from './keys/known.ts';

/** A few thousand denominations of 4096-bit keys; more is an attack. */
const MAX_KEYS_BYTES = 32 * 1024 * 1024;
const MAX_WIRE_BYTES = 1024 * 1024;
/** How far an exchange's clock may be from ours. A day more than single statements are allowed, because keys are published ahead and cached on the way. */
const MAX_SKEW_MS = 24 * 3600 * 1000;

/** Asks the server what it is and speaks its protocol generation from then on; refuses what it does not know. */
export const connectExchange = async (world: World, url: string): Answer<Exchange> => {
  const parsed = parseBaseUrl(url);
  if (!parsed.ok) return err({ kind: 'not-an-exchange', url: '(malformed URL)', why: parsed.error.why });
  const baseUrl = parsed.value;
  const version = await askVersion(world, baseUrl);
  if (!version.ok) return version;
  const generation = generationOf(version.value);
  return generation === undefined
    ? err({ kind: 'unsupported-version', url: baseUrl, version: version.value })
    : ok(clientFor(world, baseUrl, generation, undefined));
};

/** The client for an exchange whose keys are cached: no request is made until an operation needs one. */
export const exchangeFromKeys = (world: World, keys: ExchangeKeys): Exchange =>
  clientFor(world, keys.baseUrl, keys.generation, keys);

const clientFor = (
  world: World,
  baseUrl: string,
  generation: Generation,
  cached: ExchangeKeys | undefined,
): Exchange => {
  let current = cached;
  const refetchKeys = async (): Answer<ExchangeKeys> => {
    const fetched = await fetchKeys(world, baseUrl, generation);
    if (!fetched.ok) return fetched;
    // The client's forms are those of one generation; an exchange that moved on must be connected to anew.
    if (fetched.value.generation !== generation)
      return err({ kind: 'unsupported-version', url: baseUrl, version: fetched.value.version });
    current = fetched.value;
    return fetched;
  };
  const context: Context = {
    world,
    baseUrl,
    generation,
    keys: async () => (current ? ok(current) : refetchKeys()),
    refetchKeys,
  };
  return CLIENTS[generation](context);
};

/** How each generation is spoken to; one that is not named here does not compile, and nobody is spoken to on a guess. */
const CLIENTS: Readonly<Record<Generation, (context: Context) => Exchange>> = {
  v14: exchangeV14,
  v17: exchangeV17,
  v23: exchangeV17,
};

/** The version an exchange says in `/config`; older ones without it say it in `/keys`. */
const askVersion = async (world: World, baseUrl: string): Answer<string> => {
  const config = await fetchOk(world, `${baseUrl}config`, MAX_WIRE_BYTES);
  if (config.ok) {
    const read = readJson(config.value, `${baseUrl}config`, configSchema);
    if (!read.ok) return err({ kind: 'not-an-exchange', url: baseUrl, why: '/config is not that of a Taler service' });
    return read.value.name === 'taler-exchange'
      ? ok(read.value.version)
      : err({ kind: 'not-an-exchange', url: baseUrl, why: `it calls itself ${read.value.name}` });
  }
  if (config.error.kind !== 'refused' || config.error.status !== 404) return config;
  const keys = await fetchOk(world, `${baseUrl}keys`, MAX_KEYS_BYTES);
  if (!keys.ok)
    return keys.error.kind === 'refused'
      ? err({ kind: 'not-an-exchange', url: baseUrl, why: 'neither /config nor /keys' })
      : keys;
  const read = readJson(keys.value, `${baseUrl}keys`, versionOnlySchema);
  return read.ok ? ok(read.value.version) : err({ kind: 'not-an-exchange', url: baseUrl, why: 'no version in /keys' });
};

const fetchKeys = async (world: World, baseUrl: string, generation: Generation): Answer<ExchangeKeys> => {
  const answer = await fetchOk(world, `${baseUrl}keys`, MAX_KEYS_BYTES);
  if (!answer.ok) return answer;
  const raw =
    generation === 'v14'
      ? await withWire(world, baseUrl, answer.value)
      : ok(new TextDecoder().decode(answer.value.bytes));
  if (!raw.ok) return raw;
  const keys = readKeys(baseUrl, raw.value);
  return keys.ok ? checkClock(world, keys.value) : keys;
};

/** v14 keeps accounts and wire fees apart; together they are what later versions call `/keys`. */
const withWire = async (world: World, baseUrl: string, keys: HttpAnswer): Promise<Result<string, ExchangeFailure>> => {
  const wire = await fetchOk(world, `${baseUrl}wire`, MAX_WIRE_BYTES);
  if (!wire.ok) return wire;
  const keysJson = readJson(keys, `${baseUrl}keys`, versionOnlySchema.loose());
  const wireJson = readJson(wire.value, `${baseUrl}wire`, anyObject);
  if (!keysJson.ok) return keysJson;
  if (!hasCanonicalForm([keysJson.value, wireJson]))
    return err({ kind: 'not-an-exchange', url: baseUrl, why: '/keys or /wire nests without end' });
  return wireJson.ok ? ok(JSON.stringify({ ...keysJson.value, wire: wireJson.value })) : wireJson;
};

const anyObject = versionOnlySchema.partial().loose();

/** When no signing key is valid today, one of the two clocks is wrong, and with it every validity check that would follow. */
const checkClock = (world: World, keys: ExchangeKeys): Result<ExchangeKeys, ExchangeFailure> => {
  const now = world.now();
  const isCurrent = keys.signKeys.some(
    ({ stampStart, stampExpire }) =>
      timestampToMs(stampStart) <= now + MAX_SKEW_MS && now - MAX_SKEW_MS < timestampToMs(stampExpire),
  );
  if (isCurrent && timestampToMs(keys.listIssueDate) <= now + MAX_SKEW_MS) return ok(keys);
  return err({ kind: 'clock-skew', url: keys.baseUrl, theirs: keys.listIssueDate, ours: msToTimestamp(now) });
};

const fetchOk = async (world: World, url: string, maxBytes: number): Answer<HttpAnswer> => {
  const answer = await request(world, { method: 'GET', url, maxBytes, redirects: 'same-origin' });
  if (!answer.ok) return answer;
  return answer.value.status === 200 ? answer : err(errorFromAnswer(answer.value, url));
};
