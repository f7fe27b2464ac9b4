// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { requestChallenge, solveChallenge, type Challenge } from '../../electron/taler/anastasis/challenge.ts';
import { anastasisConfig, termsOf } from '../../electron/taler/anastasis/config.ts';
import { downloadPolicy, listPolicies, uploadPolicy } from '../../electron/taler/anastasis/policy.ts';
import { rollTruth, sealTruth, SEALED_SHARE_BYTES } from '../../electron/taler/anastasis/truth.ts';
import { uploadTruth } from '../../electron/taler/anastasis/truth-store.ts';
import { bytesToCrock, utf8 } from '../../electron/taler/bytes/encodings.ts';
import { realWorld, type World } from '../../electron/world.ts';
import { mustOk } from '../../shared/result.ts';

// What no server that was recorded does: the form of 2022, and whatever a hostile place may say.

let rolled = 0;
const randomBytes = (length: number): Uint8Array => new Uint8Array(length).fill((rolled = (rolled + 1) % 251));
const BASE = 'https://escrow.example/some/where/';

type Asked = { readonly method: string; readonly path: string; readonly body: unknown; readonly headers: Headers };
type Said =
  | {
      readonly status: number;
      readonly json?: unknown;
      readonly bytes?: Uint8Array;
      readonly headers?: Record<string, string>;
    }
  | 'closed';

/** A place that says this, one after the other; the last is repeated. */
const place = (...answers: readonly Said[]): { readonly world: World; readonly asked: readonly Asked[] } => {
  const asked: Asked[] = [];
  const http: World['http'] = async (input, init) => {
    const request = new Request(input, init);
    const text = await request.text();
    asked.push({
      method: request.method,
      path: request.url.slice('https://escrow.example'.length),
      body: text.startsWith('{') ? JSON.parse(text) : text,
      headers: request.headers,
    });
    const said = answers[Math.min(asked.length, answers.length) - 1];
    if (said === undefined || said === 'closed') throw new TypeError('fetch failed');
    const { status, json, bytes, headers } = said;
    const body = json === undefined ? bytes && new Uint8Array(bytes) : JSON.stringify(json);
    return new Response(body ?? null, {
      status,
      headers: { ...(json === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    });
  };
  const { sleep } = realWorld();
  return { world: { now: () => 0, sleep, randomBytes, http, log: () => undefined }, asked };
};

const CONFIG = {
  name: 'anastasis',
  version: '0:0:0',
  business_name: 'Escrow & Sons',
  currency: 'KUDOS',
  methods: [
    { type: 'sms', cost: 'KUDOS:0.1' },
    { type: 'sms', cost: 'KUDOS:9' },
    { type: 'retina', cost: 'KUDOS:0' },
  ],
  storage_limit_in_megabytes: 1,
  annual_fee: 'KUDOS:0.5',
  truth_upload_fee: 'KUDOS:0',
  liability_limit: 'KUDOS:10',
  provider_salt: bytesToCrock(randomBytes(16)),
};
const challenge: Challenge = {
  baseUrl: BASE,
  generation: '2022',
  type: 'sms',
  uuid: randomBytes(32),
  truthKey: randomBytes(64),
};
const path = `/some/where/truth/${bytesToCrock(challenge.uuid)}`;
const response = randomBytes(64);

describe('a place of 2022', () => {
  test('says so by the name of its salt, and serves its terms as they are called', async () => {
    const config = mustOk(await anastasisConfig(place({ status: 200, json: CONFIG }).world, BASE), 'config');
    expect(config.generation).toBe('2022');
    expect([...config.methods.values()].map(({ units }) => units)).toEqual([0n, 10_000_000n]);
    expect(termsOf(BASE, config).terms).toBe(`${BASE}terms`);
  });

  test.each([
    ['a shop', { ...CONFIG, name: 'taler-merchant' }, 'it calls itself taler-merchant'],
    ['no salt', { ...CONFIG, provider_salt: undefined }, 'it has no salt'],
    ['two currencies', { ...CONFIG, annual_fee: 'EUR:1' }, 'its fees are in several currencies'],
  ])('%s is none', async (_, json, why) => {
    const config = await anastasisConfig(place({ status: 200, json }).world, BASE);
    expect(config).toMatchObject({ ok: false, error: { kind: 'not-an-anastasis-provider', why } });
  });

  test('is asked for a code and given the answer below its own path, always with a time-out', async () => {
    const share = randomBytes(SEALED_SHARE_BYTES);
    const { world, asked } = place(
      { status: 200, json: { challenge_type: 'TAN_SENT', tan_address_hint: '+49…01' } },
      { status: 200, bytes: share },
    );
    expect(await requestChallenge(world, challenge)).toEqual({ ok: true, value: { kind: 'sent', hint: '+49…01' } });
    expect(await solveChallenge(world, { ...challenge, paymentId: 'ORDER', waitMs: 9e9 }, response)).toEqual({
      ok: true,
      value: { kind: 'solved', sealedShare: share },
    });
    const key = { truth_decryption_key: bytesToCrock(challenge.truthKey) };
    expect(asked.map(({ method, path: at, body }) => [method, at, body])).toEqual([
      ['POST', `${path}/challenge?timeout_ms=1000`, key],
      ['POST', `${path}/solve?timeout_ms=60000`, { ...key, h_response: bytesToCrock(response) }],
    ]);
    expect(asked[1]?.headers.get('anastasis-payment-identifier')).toBe('ORDER');
  });

  test.each([
    [
      { status: 200, json: { challenge_type: 'FILE_WRITTEN', filename: 'f' } },
      { kind: 'file', filename: 'f' },
    ],
    [{ status: 400, json: { code: 8123 } }, { kind: 'ready' }],
    [{ status: 409, json: { code: 8240 } }, { kind: 'bad-address' }],
    [{ status: 400, json: { code: 8120 } }, { kind: 'key-does-not-fit' }],
    [{ status: 408, json: { code: 8009 } }, { kind: 'payment-timeout' }],
    [
      { status: 502, json: { code: 8008 } },
      { kind: 'payment-trouble', status: 502, code: 8008 },
    ],
    [
      { status: 429, json: { code: 8121 }, headers: { 'retry-after': '30' } },
      { kind: 'rate-limited', retryAfterMs: 30_000 },
    ],
  ] as const)('%j to a request', async (said, expected) => {
    expect(await requestChallenge(place(said).world, challenge)).toEqual({ ok: true, value: expected });
  });

  test.each([
    [
      { status: 403, json: { code: 8231 } },
      { ok: true, value: { kind: 'waiting' } },
    ],
    [
      { status: 403, json: { code: 8111, server_time: { t_s: 5 } } },
      { ok: true, value: { kind: 'wrong', serverTimeMs: 5000 } },
    ],
    [
      { status: 200, bytes: new Uint8Array(71) },
      { ok: false, error: { kind: 'malformed-response' } },
    ],
    [
      { status: 200, bytes: utf8('<html>Sign in to the network, please. It is free of charge for guests.</html>') },
      { ok: false },
    ],
    [{ status: 402 }, { ok: false, error: { kind: 'between', status: 402 } }],
    [
      { status: 403, bytes: utf8('<html>blocked') },
      { ok: false, error: { kind: 'between', status: 403 } },
    ],
    ['closed', { ok: false, error: { kind: 'unreachable' } }],
  ] as const)('%j to an answer', async (said, expected) => {
    expect(await solveChallenge(place(said).world, challenge, response)).toMatchObject(expected);
  });

  test('says in the head of its answer alone what time it compared an app’s code with', async () => {
    const said = { status: 403, json: { code: 8111 }, headers: { date: 'Thu, 01 Jan 1970 00:00:07 GMT' } };
    const answered = (type: string) => solveChallenge(place(said).world, { ...challenge, type }, response);
    expect(await answered('totp')).toEqual({ ok: true, value: { kind: 'wrong', serverTimeMs: 7000 } });
    expect(await answered('sms')).toEqual({ ok: true, value: { kind: 'wrong', serverTimeMs: undefined } });
  });

  test('lists versions, the newest first; one of 2021 has no list', async () => {
    const json = { 1: { upload_time: { t_s: 1 } }, 12: { meta: '00', upload_time: { t_s: 2 } }, 3: { meta: '!' } };
    const accountPub = randomBytes(32);
    const { world, asked } = place({ status: 200, json });
    expect(await listPolicies(world, { baseUrl: BASE, accountPub })).toEqual({
      ok: true,
      value: {
        kind: 'versions',
        versions: [
          { version: 12, metadata: new Uint8Array(1), uploadedAtMs: 2000 },
          { version: 3, metadata: undefined, uploadedAtMs: undefined },
          { version: 1, metadata: undefined, uploadedAtMs: 1000 },
        ],
      },
    });
    expect(asked[0]?.path).toBe(`/some/where/policy/${bytesToCrock(accountPub)}/meta?timeout_ms=1000`);
  });
});

describe('a place that is of another generation than its /config said', () => {
  test('is spoken to in the other form, once', async () => {
    const old = place({ status: 400, json: { code: 26 } }, { status: 403, json: { code: 8110, detail: '01' } });
    expect(await requestChallenge(old.world, challenge)).toEqual({ ok: true, value: { kind: 'sent', hint: '01' } });
    expect(old.asked.map(({ method }) => method)).toEqual(['POST', 'GET']);
    const young = place({ status: 405 }, { status: 200, json: { challenge_type: 'TAN_SENT' } });
    expect(await requestChallenge(young.world, { ...challenge, generation: '2021' })).toMatchObject({ ok: true });
    const neither = place({ status: 400, json: { code: 26 } }, { status: 404 });
    expect(await requestChallenge(neither.world, challenge)).toMatchObject({
      ok: false,
      error: { kind: 'refused', status: 400 },
    });
    expect(neither.asked).toHaveLength(2);
  });

  test.each(['question', 'totp'])('nothing is ever asked about a %s without an answer', async (type) => {
    const { world, asked } = place('closed');
    expect(await requestChallenge(world, { ...challenge, type })).toEqual({ ok: true, value: { kind: 'ready' } });
    expect(asked).toEqual([]);
  });
});

describe('uploads', () => {
  const policy = {
    baseUrl: BASE,
    accountPriv: randomBytes(32),
    bytes: new Uint8Array(1024 * 1024),
    metadata: randomBytes(10),
  };

  test('a large one whose connection is closed is too large where the place says so, and unreachable where it does not', async () => {
    const limited = await uploadPolicy(place('closed', { status: 200, json: CONFIG }).world, policy);
    expect(limited).toEqual({ ok: true, value: { kind: 'too-large' } });
    const generous = place('closed', { status: 200, json: { ...CONFIG, storage_limit_in_megabytes: 2 } });
    expect(await uploadPolicy(generous.world, policy)).toMatchObject({ ok: false, error: { kind: 'unreachable' } });
    const { world, asked } = place('closed');
    await uploadPolicy(world, { ...policy, bytes: randomBytes(1000) });
    expect(asked).toHaveLength(1);
  });

  test('"stored" without a version, and "nothing here" of what is no place, are not believed', async () => {
    const bytes = randomBytes(100);
    expect(await uploadPolicy(place({ status: 204 }).world, { ...policy, bytes })).toMatchObject({
      ok: false,
      error: { kind: 'between' },
    });
    const guest = place({ status: 204 }, { status: 200, bytes: utf8('<html>') });
    expect(await downloadPolicy(guest.world, { baseUrl: BASE, accountPub: randomBytes(32) })).toMatchObject({
      ok: false,
    });
  });

  test('a truth that is asked to be paid names its order; one that is empty is never made', async () => {
    const dice = rollTruth({ randomBytes });
    const truth = sealTruth(dice, { userId: randomBytes(64), type: 'sms', truth: utf8('+491701'), mime: 'text/plain' });
    const { world, asked } = place({ status: 402, headers: { taler: 'taler://pay/shop.example/ORDER1/' } });
    expect(await uploadTruth(world, { baseUrl: BASE, uuid: dice.uuid, truth, storageYears: 3 })).toMatchObject({
      ok: true,
      value: { kind: 'payment-required', orderId: 'ORDER1' },
    });
    expect(asked[0]?.body).toMatchObject({ type: 'sms', truth_mime: 'text/plain', storage_duration_years: 3 });
    expect(() => sealTruth(dice, { userId: randomBytes(64), type: 'sms', truth: new Uint8Array(0) })).toThrow(/empty/);
  });
});
