// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { err, ok, type Result } from '../../../shared/result.ts';
import { msToTimestamp, timestampToMs } from '../../../shared/time.ts';
import { aside } from '../../threads.ts';
import type { World } from '../../world.ts';
import { bytesToCrock, utf8 } from '../bytes/encodings.ts';
import { sha512 } from '../crypto/hash.ts';
import { parseBaseUrl } from '../wire/base-url.ts';
import { hasCanonicalForm } from '../bytes/canonical-json.ts';
import type { Context } from './context.ts';
import { exchangeV14 } from './v14/v14.ts';
import { exchangeV17 } from './v17/v17.ts';
import { exchangeV24, exchangeV26, exchangeV32 } from './v32/v32.ts';
import type { ExchangeFailure } from './failure.ts';
import { generationOf, type Generation } from './generation.ts';
import type { ExchangeKeys } from './keys/model.ts';
import type { Answer, Exchange } from './exchange.ts';
import { errorFromAnswer, readJson, request, type HttpAnswer } from '../wire/http.ts';
import { configSchema } from './keys/schema.ts';
import { readKeys } from './keys/known.ts';
import { versionTask } from './keys/verified.ts';

/** As many denominations as are read (keys/schema.ts), of 4096-bit keys, in 1.3 KB each; more is an attack. */
const MAX_KEYS_BYTES = 6 * 1024 * 1024;
const MAX_WIRE_BYTES = 256 * 1024;
/** How far an exchange's clock may be from ours. A day more than single statements are allowed, because keys are published ahead and cached on the way. */
const MAX_SKEW_MS = 24 * 3600 * 1000;

/** Asks the server what it is and speaks its protocol generation from then on; refuses what it does not know. `known`: its last list, which is not sent again unchanged. */
export const connectExchange = async (world: World, url: string, known?: ExchangeKeys): Answer<Exchange> => {
  const parsed = parseBaseUrl(url);
  if (!parsed.ok) return err({ kind: 'not-an-exchange', url: '(malformed URL)', why: parsed.error.why });
  const baseUrl = parsed.value;
  const version = await askVersion(world, baseUrl);
  if (!version.ok) return version;
  const generation = generationOf(version.value);
  return generation === undefined
    ? err({ kind: 'unsupported-version', url: baseUrl, version: version.value })
    : ok(clientFor(world, baseUrl, generation, known?.generation === generation ? known : undefined));
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
  let current: Listed | undefined = cached && { keys: cached, tag: undefined };
  let doubted = false;
  const refetchKeys = async (): Answer<ExchangeKeys> => {
    const before = current && { ...current, tag: current.tag ?? entityTag(current.keys) };
    const fetched = await fetchKeys(world, baseUrl, generation, before);
    if (!fetched.ok) return fetched;
    // The client's forms are those of one generation; an exchange that moved on must be connected to anew.
    if (fetched.value.keys.generation !== generation)
      return err({ kind: 'unsupported-version', url: baseUrl, version: fetched.value.keys.version });
    doubted = false;
    current = fetched.value;
    return ok(current.keys);
  };
  const context: Context = {
    world,
    baseUrl,
    generation,
    keys: async () => (current ? ok(current.keys) : refetchKeys()),
    refetchKeys,
    doubtKeys: () => void (doubted = true),
    areKeysDoubted: () => doubted,
  };
  return CLIENTS[generation](context);
};

/** How each generation is spoken to; one that is not named here does not compile, and nobody is spoken to on a guess. */
const CLIENTS: Readonly<Record<Generation, (context: Context) => Exchange>> = {
  v14: exchangeV14,
  v17: exchangeV17,
  v23: exchangeV17,
  v24: exchangeV24,
  v26: exchangeV26,
  v32: exchangeV32,
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
  const version = await aside(world, versionTask, textOf(keys.value));
  return version === undefined
    ? err({ kind: 'not-an-exchange', url: baseUrl, why: 'no version in /keys' })
    : ok(version);
};

/** Keys with the name their document has at the exchange, by which it says that nothing has changed. */
type Listed = { readonly keys: ExchangeKeys; readonly tag: string | undefined };

/** Asks for `/keys` again; an exchange whose list is still the one called `before.tag` answers in one line (PROTOCOL.md#discovery). */
const fetchKeys = async (
  world: World,
  baseUrl: string,
  generation: Generation,
  before: Listed | undefined,
): Answer<Listed> => {
  const url = `${baseUrl}keys`;
  const conditions = before?.tag === undefined ? {} : { headers: { 'if-none-match': before.tag } };
  const answer = await request(world, {
    method: 'GET',
    url,
    maxBytes: MAX_KEYS_BYTES,
    redirects: 'same-origin',
    ...conditions,
  });
  if (!answer.ok) return answer;
  const { status, headers } = answer.value;
  if (status === 304 && before?.tag !== undefined) {
    const checked = checkClock(world, before.keys);
    return checked.ok ? ok(before) : checked;
  }
  if (status !== 200) return err(errorFromAnswer(answer.value, url));
  const raw = generation === 'v14' ? await withWire(world, baseUrl, answer.value) : ok(textOf(answer.value));
  if (!raw.ok) return raw;
  const read = await readKeys(world, baseUrl, raw.value);
  const keys = read.ok ? checkClock(world, read.value) : read;
  return keys.ok ? ok({ keys: keys.value, tag: tagIn(headers) }) : keys;
};

/** The name exactly as it was given: it is compared letter by letter. A server's poem is not repeated to it. */
const tagIn = (headers: Headers): string | undefined => {
  const tag = headers.get('etag');
  return tag !== null && /^[!-~]{1,200}$/.test(tag) ? tag : undefined;
};

/** What v17 and later call a document: the hash of its bytes. v14's two documents are one here, and have no such name. */
const entityTag = ({ raw, generation }: ExchangeKeys): string | undefined =>
  generation === 'v14' ? undefined : bytesToCrock(sha512(utf8(raw)));

/**
 * v14 keeps accounts and wire fees apart; together they are what later versions call `/keys`. The long text is not read here, only
 * lengthened by one member: what is no object with it is none without it.
 */
const withWire = async (world: World, baseUrl: string, keys: HttpAnswer): Promise<Result<string, ExchangeFailure>> => {
  const wire = await fetchOk(world, `${baseUrl}wire`, MAX_WIRE_BYTES);
  if (!wire.ok) return wire;
  const wireJson = readJson(wire.value, `${baseUrl}wire`, z.looseObject({}));
  if (!wireJson.ok) return wireJson;
  if (!hasCanonicalForm(wireJson.value))
    return err({ kind: 'not-an-exchange', url: baseUrl, why: '/wire nests without end' });
  const text = textOf(keys).trimEnd();
  return text.endsWith('}')
    ? ok(`${text.slice(0, -1)},"wire":${JSON.stringify(wireJson.value)}}`)
    : err({ kind: 'not-an-exchange', url: baseUrl, why: '/keys is no object' });
};

const textOf = ({ bytes }: HttpAnswer): string => new TextDecoder().decode(bytes);

/** When no signing key is valid today, one of the two clocks is wrong, and with it every validity check that would follow. */
export const checkClock = (world: Pick<World, 'now'>, keys: ExchangeKeys): Result<ExchangeKeys, ExchangeFailure> => {
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
