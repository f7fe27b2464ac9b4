// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { requestChallenge, type Challenge } from '../../electron/taler/anastasis/challenge.ts';
import { openCoreSecret } from '../../electron/taler/anastasis/core-secret.ts';
import {
  fetchVersion,
  meetPlace,
  secretsOf,
  versionsAt,
  type Acquaintance,
} from '../../electron/taler/anastasis/discover.ts';
import type { EscrowMethod, RecoveryDocument } from '../../electron/taler/anastasis/document.ts';
import type { FilledMethod } from '../../electron/taler/anastasis/methods.ts';
import { planEscrow, type EscrowPlan } from '../../electron/taler/anastasis/plan.ts';
import { uploadPolicy } from '../../electron/taler/anastasis/policy.ts';
import { answerChallenge, waitAfterTries } from '../../electron/taler/anastasis/solve.ts';
import { suggestPolicies } from '../../electron/taler/anastasis/suggest.ts';
import { totpCode } from '../../electron/taler/anastasis/totp.ts';
import { uploadTruth } from '../../electron/taler/anastasis/truth-store.ts';
import { bytesToCrock, crockToBytes, utf8 } from '../../electron/taler/bytes/encodings.ts';
import { claimOrder } from '../../electron/taler/merchant/order.ts';
import { parseTalerUri } from '../../electron/taler/wire/taler-uri.ts';
import { startSandbox, type Sandbox } from '../../electron/sandbox/sandbox.ts';
import { realWorld, type World } from '../../electron/world.ts';
import { mustOk } from '../../shared/result.ts';

// A secret goes into escrow at three places of both forms and comes back by two of three methods; and what places do that lose,
// mix up, and change their mind.

const clock = { ms: Date.UTC(2026, 10, 30, 12) };
const { randomBytes } = realWorld();
let sandbox: Sandbox;
let world: World;
const TOTP_KEY = randomBytes(32);
const PERSON = { full_name: 'Erika Testperson', birthdate: '1990-02-28', birthplace: 'Bern' };
const SECRET = { mime: 'application/json', value: utf8('{"root_secret":"…","version":1}') };
const FILLED: readonly FilledMethod[] = [
  { type: 'question', answer: 'Grauer Esel' },
  { type: 'totp', key: TOTP_KEY },
  { type: 'file', name: 'tan-file' },
];

beforeAll(async () => {
  const simple = { now: () => clock.ms, sleep: async () => undefined, randomBytes };
  const free = 'KUDOS:0';
  sandbox = await startSandbox({
    ...simple,
    exchanges: [],
    syncProviders: [],
    anastasisProviders: [
      { name: 'Old', form: '2021', methods: { question: free, file: free } },
      { name: 'New', methods: { totp: free } },
      { name: 'Paths', methods: { file: free, question: free }, prefix: '/some/where/' },
      { name: 'Dear', methods: { sms: 'KUDOS:0.1' }, annualFee: 'KUDOS:0.5', truthUploadFee: 'KUDOS:0.2' },
    ],
  });
  world = { ...simple, sleep: realWorld().sleep, http: sandbox.http, log: () => undefined };
});
afterEach(() => sandbox.assertAllFaultsHappened());
afterAll(() => sandbox.close());

const placeAt = (at: number) => {
  const place = sandbox.anastasisProviders[at];
  if (!place) throw new Error('no such place');
  return place;
};
const meetAll = async (person: Readonly<Record<string, string>> = PERSON): Promise<readonly Acquaintance[]> =>
  Promise.all([0, 1, 2].map(async (at) => mustOk(await meetPlace(world, placeAt(at).baseUrl, person), 'config')));

/** Makes an escrow of the secret and uploads it everywhere. */
const escrow = async (secretName: string, person: Readonly<Record<string, string>> = PERSON): Promise<EscrowPlan> => {
  const places = await meetAll(person);
  const offering = places.map(({ url, config }) => ({ url, ...config }));
  const suggestion = mustOk(suggestPolicies(FILLED, offering), 'suggestion');
  expect(new Set(suggestion.places).size).toBe(3);
  const methods = FILLED.map((filled, at) => ({
    filled,
    url: suggestion.places[at] ?? '',
    instructions: `method ${at}`,
  }));
  const plan = mustOk(
    await planEscrow(world, {
      attributes: person,
      places,
      methods,
      needed: suggestion.needed,
      secretName,
      secret: SECRET,
    }),
    'plan',
  );
  for (const { url, uuid, upload } of plan.truths)
    expect(mustOk(await uploadTruth(world, { baseUrl: url, uuid, truth: upload, storageYears: 5 }), 'truth')).toEqual({
      kind: 'stored',
    });
  for (const { url, ...policy } of plan.policies)
    expect(mustOk(await uploadPolicy(world, { baseUrl: url, ...policy }), 'policy')).toMatchObject({ kind: 'stored' });
  return plan;
};

const generationOf = (method: EscrowMethod, places: readonly Acquaintance[]) =>
  places.find(({ url }) => url === method.url)?.config.generation ?? '2022';

const challengeOf = (method: EscrowMethod, places: readonly Acquaintance[]): Challenge => ({
  baseUrl: method.url,
  generation: generationOf(method, places),
  type: method.type,
  uuid: crockToBytes(method.uuid),
  truthKey: crockToBytes(method.truthKey),
});

/** Answers one challenge; the share, or what came instead. */
const answer = async (
  method: EscrowMethod,
  typed: string | readonly string[],
  places: readonly Acquaintance[],
  person: Readonly<Record<string, string>> = PERSON,
) => {
  const generation = generationOf(method, places);
  const answered = mustOk(await answerChallenge(world, { who: person, generation, method }, typed), 'answer');
  return answered.kind === 'share' ? answered.keyShare : answered.kind;
};

const methodOf = (document: RecoveryDocument, type: string): EscrowMethod => {
  const found = document.methods.find((each) => each.type === type);
  if (!found) throw new Error(type);
  return found;
};

describe('a secret in escrow', () => {
  let plan: EscrowPlan;
  beforeAll(async () => {
    plan = await escrow('taler-wallet-A');
  });

  test('is found by the data alone, at places of both forms, and comes back by any two of three methods', async () => {
    const places = await meetAll();
    const found = await Promise.all(
      places.map(async (place) => ({ url: place.url, versions: mustOk(await versionsAt(world, place), 'versions') })),
    );
    const [secret, ...others] = secretsOf(found);
    expect(others).toEqual([]);
    expect(secret).toMatchObject({ secretName: 'taler-wallet-A', at: places.map(({ url }) => ({ url, version: 1 })) });
    const [first] = places;
    if (!first) throw new Error('no places');
    const { document, documentHash } = mustOk(await fetchVersion(world, first, 1), 'document');
    expect(documentHash).toBe(secret?.documentHash);
    expect(document).toEqual(plan.document);

    const shares = new Map<string, Uint8Array>();
    const question = methodOf(document, 'question');
    expect(await requestChallenge(world, challengeOf(question, places))).toMatchObject({ value: { kind: 'ready' } });
    // As it comes to mind years later: in other letters, of which three are tried and the rest half a minute later.
    const asked = { who: PERSON, generation: generationOf(question, places), method: question };
    const first3 = mustOk(await answerChallenge(world, asked, 'grauer  ESEL.'), 'answer');
    expect(first3).toEqual({
      kind: 'wrong',
      serverTimeMs: undefined,
      untried: ['grauer esel', 'Grauer Esel', 'Grauer esel'],
      waitMs: 30_000,
    });
    expect(mustOk(await answerChallenge(world, asked, 'Grauer Esel'), 'too early')).toEqual({
      kind: 'rate-limited',
      untried: ['Grauer Esel', 'grauer esel', 'Grauer esel'],
      waitMs: 30_000,
    });
    clock.ms += 30_000;
    const remembered = await answer(question, ['Grauer esel', 'Grauer Esel'], places);
    if (typeof remembered !== 'string') shares.set(question.uuid, remembered);
    expect(shares.size).toBe(1);
    expect(openCoreSecret(document, shares)).toMatchObject({ error: { kind: 'not-enough-shares' } });
    const totp = methodOf(document, 'totp');
    const share = await answer(totp, totpCode(TOTP_KEY, clock.ms, -1), places);
    expect(openCoreSecret(document, new Map([...shares, [totp.uuid, share as Uint8Array]]))).toEqual({
      ok: true,
      value: SECRET,
    });

    const file = methodOf(document, 'file');
    expect(await requestChallenge(world, challengeOf(file, places))).toEqual({
      ok: true,
      value: { kind: 'file', filename: 'tan-file' },
    });
    const sent = sandbox.anastasisProviders.flatMap((place) => place.sent()).find(({ uuid }) => uuid === file.uuid);
    const byFile = await answer(file, `A-${String(sent?.code).replace(/(....)/g, '$1-')}`, places);
    expect(
      openCoreSecret(
        document,
        new Map([
          [file.uuid, byFile as Uint8Array],
          [totp.uuid, share as Uint8Array],
        ]),
      ),
    ).toEqual({ ok: true, value: SECRET });
  });

  test('a clock that is an hour off makes codes that are wrong, and the place says what time it has', async () => {
    const places = await meetAll();
    clock.ms += 60_000;
    const totp = methodOf(plan.document, 'totp');
    expect(await answer(totp, totpCode(TOTP_KEY, clock.ms - 3_600_000), places)).toBe('wrong');
    expect(await answer(totp, 'no digits', places)).toBe('not-a-code');
    expect(['totp', 'sms', 'retina'].map(waitAfterTries)).toEqual([30_000, 3_600_000, 3_600_000]);
    for (let tries = 0; tries < 3; tries += 1) await answer(totp, '12345678', places);
    // Three in half a minute, the right one too; then it is half a minute later.
    expect(await answer(totp, totpCode(TOTP_KEY, clock.ms), places)).toBe('rate-limited');
    clock.ms += 30_000;
    expect(await answer(totp, totpCode(TOTP_KEY, clock.ms), places)).toHaveLength(32);
  });

  test('another wallet of the same person is told apart, and the newest state of each comes first', async () => {
    clock.ms += 60_000;
    await escrow('taler-wallet-B');
    await escrow('taler-wallet-A');
    const places = await meetAll();
    const found = await Promise.all(
      places.map(async (place) => ({ url: place.url, versions: mustOk(await versionsAt(world, place), 'versions') })),
    );
    expect(found.map(({ versions }) => versions.map(({ version }) => version))).toEqual([
      [3, 2, 1],
      [3, 2, 1],
      [3, 2, 1],
    ]);
    expect(
      secretsOf(found).map(({ secretName, at }) => `${secretName} ${at.map(({ version }) => version).join('')}`),
    ).toEqual(['taler-wallet-A 333', 'taler-wallet-A 111', 'taler-wallet-B 222']);
  });

  test('another person is never found', async () => {
    for (const place of await meetAll({ ...PERSON, birthplace: 'Biel' }))
      expect(await versionsAt(world, place)).toEqual({ ok: true, value: [] });
  });
});

describe('a place that', () => {
  const person = { ...PERSON, full_name: 'Max Muster' };
  let plan: EscrowPlan;
  beforeAll(async () => {
    plan = await escrow('taler-wallet-C', person);
  });

  test('loses a truth says so, and the other two bring the secret back', async () => {
    clock.ms += 60_000;
    const places = await meetAll(person);
    const question = methodOf(plan.document, 'question');
    for (const place of sandbox.anastasisProviders) place.loseTruth(question.uuid);
    expect(await answer(question, 'Grauer Esel', places, person)).toBe('truth-unknown');
  });

  test('gives another share: it does not open, and nothing is made of it', async () => {
    const places = await meetAll(person);
    const totp = methodOf(plan.document, 'totp');
    placeAt(1).faults.once({ path: /solve/ }, { replaceBody: randomBytes(72) });
    expect(await answer(totp, totpCode(TOTP_KEY, clock.ms), places, person)).toBe('share-does-not-fit');
  });

  test('accepts a second upload of a truth and keeps the first share', async () => {
    clock.ms += 60_000;
    const places = await meetAll(person);
    const [, truth] = plan.truths;
    if (!truth) throw new Error('no truth');
    const other = { ...truth.upload, keyShareData: randomBytes(72) };
    expect(
      mustOk(await uploadTruth(world, { baseUrl: truth.url, uuid: truth.uuid, truth: other, storageYears: 5 }), 'again')
        .kind,
    ).toBe('stored');
    expect(await answer(methodOf(plan.document, 'totp'), totpCode(TOTP_KEY, clock.ms), places, person)).toHaveLength(
      32,
    );
  });

  test('serves an old version, mixes two persons up, or changes its salt: told apart', async () => {
    await escrow('taler-wallet-C', person);
    const [old] = await meetAll(person);
    if (!old) throw new Error('no place');
    placeAt(0).faults.once({ path: '/policy/' }, { serveOld: true });
    expect(mustOk(await fetchVersion(world, old), 'old').version).toBe(1);
    placeAt(0).faults.once({ path: '/policy/' }, { foreignBlob: randomBytes(500) });
    expect(await fetchVersion(world, old)).toEqual({ ok: false, error: { kind: 'unreadable', version: 2 } });
    const salted = {
      changeJson: (body: unknown) => ({ ...(body as object), server_salt: '00000000000000000000000000' }),
    };
    placeAt(0).faults.once({ path: '/config' }, salted);
    const moved = mustOk(await meetPlace(world, old.url, person), 'config');
    expect(moved.userId).not.toEqual(old.userId);
    expect(await versionsAt(world, moved)).toEqual({ ok: true, value: [] });
  });

  test('is away is not one that has nothing', async () => {
    const [, place] = await meetAll(person);
    placeAt(1).faults.once({ path: '/meta' }, { closeConnection: true });
    expect(await versionsAt(world, place as Acquaintance)).toMatchObject({ ok: false, error: { kind: 'unreachable' } });
  });

  test('wants to be paid: a real order of the shop, over the fee and the years', async () => {
    const dear = mustOk(await meetPlace(world, placeAt(3).baseUrl, PERSON), 'config');
    const sms = {
      url: dear.url,
      filled: { type: 'sms', number: '+41 79 000 00 00' },
      instructions: 'to your telephone',
    } as const;
    const wanted = {
      attributes: PERSON,
      places: [dear],
      methods: [sms, sms],
      needed: 2,
      secretName: 'n',
      secret: SECRET,
    };
    const dearPlan = mustOk(await planEscrow(world, wanted), 'plan');
    const [truth] = dearPlan.truths;
    const [policy] = dearPlan.policies;
    if (!truth || !policy) throw new Error('nothing planned');
    const asked = mustOk(
      await uploadTruth(world, { baseUrl: dear.url, uuid: truth.uuid, truth: truth.upload, storageYears: 3 }),
      'truth',
    );
    const { url, ...sealed } = policy;
    const kept = mustOk(await uploadPolicy(world, { baseUrl: url, ...sealed, storageYears: 2 }), 'policy');
    const sums = await Promise.all(
      [asked, kept].map(async (demand) => {
        const uri = parseTalerUri(demand.kind === 'payment-required' ? demand.payUri : '');
        if (!uri.ok || uri.value.action !== 'pay') throw new Error(demand.kind);
        const { merchantBaseUrl, orderId } = uri.value;
        const claimed = mustOk(
          await claimOrder(world, { merchantBaseUrl, orderId, noncePub: bytesToCrock(randomBytes(32)) }),
          'claim',
        );
        return JSON.stringify(claimed).match(/"amount":"([^"]+)"/)?.[1];
      }),
    );
    expect(sums).toEqual(['KUDOS:0.6', 'KUDOS:1']);
    expect(
      mustOk(
        await uploadPolicy(world, {
          baseUrl: url,
          ...sealed,
          paymentId: kept.kind === 'payment-required' ? kept.orderId : '',
          waitMs: 0,
        }),
        'unpaid',
      ),
    ).toEqual({ kind: 'payment-timeout' });
  });
});
