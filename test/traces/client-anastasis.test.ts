// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { amountToText } from '../../shared/amount.ts';
import { mustOk, type Result } from '../../shared/result.ts';
import { requestChallenge, solveChallenge, type Challenge } from '../../electron/taler/anastasis/challenge.ts';
import { anastasisConfig, isBeyondStorageLimit, termsOf } from '../../electron/taler/anastasis/config.ts';
import { anastasisDecrypt, ANASTASIS_LABEL } from '../../electron/taler/anastasis/crypto.ts';
import { downloadPolicy, listPolicies, uploadPolicy } from '../../electron/taler/anastasis/policy.ts';
import { openKeyShare } from '../../electron/taler/anastasis/truth.ts';
import { uploadTruth } from '../../electron/taler/anastasis/truth-store.ts';
import { bytesToCrock, crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import type { World } from '../../electron/world.ts';
import { ANASTASIS_TRACES, labelOf, loadAnastasis, uploadOf, type Recorded } from './anastasis-recorded.ts';
import { UNLIKE, unlike } from './differences-anastasis.ts';
import { recordedRequest, replayWorld, type SentRequest } from './replay.ts';
import { bytesOf, findStep, jsonOf, type Step } from './trace.ts';

// The recorded conversations with anastasis-httpd 0.2.0, held by our client: it sends what was recorded and takes the recorded answers.

const BASE = 'http://localhost:29977/';
const NOW = 1_795_935_636_000;
const recorded = ANASTASIS_TRACES.map((name) => loadAnastasis(name));

type Called = Promise<Result<{ readonly kind?: string }, { readonly kind: string }>>;

/** What a recorded request is to our client, by its path. */
const play = (world: World, { secrets, trace }: Recorded, step: Step): Called => {
  const url = new URL(step.request.path, BASE);
  const [, what = '', id = '', sub] = url.pathname.split('/');
  const paymentId = step.request.headers['anastasis-payment-identifier'];
  const waits = url.searchParams.get('timeout_ms');
  const common = {
    baseUrl: BASE,
    ...(paymentId === undefined ? {} : { paymentId }),
    ...(waits === null ? {} : { waitMs: Number(waits) }),
  };
  if (what === 'config') return anastasisConfig(world, BASE) as Called;
  if (what === 'policy') {
    const accountPub = crockToBytes(id);
    if (sub === 'meta') return listPolicies(world, { baseUrl: BASE, accountPub });
    const version = url.searchParams.get('version');
    if (step.request.method === 'GET')
      return downloadPolicy(world, {
        baseUrl: BASE,
        accountPub,
        ...(version === null ? {} : { version: Number(version) }),
      });
    const account = Object.values(secrets.providers).find(({ account_pub }) => account_pub === id);
    const years = url.searchParams.get('storage_duration');
    return uploadPolicy(world, {
      ...common,
      accountPriv: crockToBytes(account?.account_priv ?? ''),
      bytes: policyBytes(step),
      metadata: crockToBytes(step.request.headers['anastasis-policy-meta-data'] ?? '00'),
      ...(years === null ? {} : { storageYears: Number(years) }),
    });
  }
  const uuid = crockToBytes(id);
  if (step.request.method === 'POST' && sub === undefined) {
    const { type, key_share_data, encrypted_truth, truth_mime, storage_duration_years } = uploadOf(step);
    return uploadTruth(world, {
      ...common,
      uuid,
      truth: {
        type: String(type),
        keyShareData: crockToBytes(String(key_share_data)),
        encryptedTruth: crockToBytes(String(encrypted_truth)),
        ...(truth_mime === undefined ? {} : { mime: String(truth_mime) }),
      },
      storageYears: Number(storage_duration_years),
    });
  }
  const isNewForm = sub !== undefined;
  const sent = uploadOf(step);
  const challenge: Challenge = {
    ...common,
    generation: isNewForm ? '2022' : '2021',
    // An unknown truth has no method; any that is asked about will do.
    type: isNewForm ? 'sms' : (Object.values(secrets.truths).find((truth) => truth.uuid === id)?.type ?? 'sms'),
    uuid,
    truthKey: crockToBytes(
      String(isNewForm ? sent['truth_decryption_key'] : step.request.headers['anastasis-truth-decryption-key']),
    ),
  };
  const response = isNewForm ? sent['h_response'] : url.searchParams.get('response');
  if (typeof response === 'string') return solveChallenge(world, challenge, crockToBytes(response));
  if (trace.name.endsWith('server-crashes') && challenge.type === 'totp') throw new Error('never sent');
  return requestChallenge(world, challenge);
};

const policyBytes = ({ request: { body } }: Step): Uint8Array =>
  body !== null && 'omitted' in body ? new Uint8Array(Number.parseInt(body.omitted, 10)) : bytesOf(body);

/** What each recorded answer means, by what was asked, status and code. */
const KIND: Readonly<Record<string, string>> = {
  'config 200': '',
  'truth up 204': 'stored',
  'truth up 402': 'payment-required',
  'truth up 409/8150': 'uuid-taken',
  'truth up 400/8151': 'method-unsupported',
  'truth up 400/26': 'refused',
  'truth ask 403/8110': 'sent',
  'truth ask 208/8113': 'sent',
  'truth ask 403': 'file',
  'truth ask 202': 'wire',
  'truth ask 402': 'payment-required',
  'truth ask 429/8121': 'rate-limited',
  'truth ask 404/8108': 'truth-unknown',
  'truth ask 400/26': 'refused',
  'truth ask 417/8200': 'bad-address',
  'truth ask 417/8210': 'bad-address',
  'truth ask 417/8220': 'bad-address',
  'truth ask 417/8230': 'bad-address',
  'truth solve 200': 'solved',
  'truth solve 202': 'waiting',
  'truth solve 402': 'payment-required',
  'truth solve 403/8111': 'wrong',
  'truth solve 404/8108': 'truth-unknown',
  'truth solve 400/26': 'refused',
  'truth solve 417/8120': 'key-does-not-fit',
  'truth solve 429/8121': 'rate-limited',
  'policy up 204': 'stored',
  'policy up 304': 'unchanged',
  'policy up 402': 'payment-required',
  'policy up 400/8307': 'damaged-in-transit',
  'policy up 403/8305': 'bad-signature',
  'policy up 408/6109': 'payment-timeout',
  'policy up 502/8002': 'payment-trouble',
  'policy up 413/6105': 'too-large',
  'policy get 200': 'document',
  'policy get 204': 'empty',
  'policy get 404/6100': 'account-unknown',
  'policy get 404/8350': 'version-unknown',
  'policy get 400/26': 'no-list',
};

const meaningOf = ({ request: { method, path }, response }: Step): string => {
  const [, what = ''] = path.split(/[/?]/);
  const isSolving = path.includes('response=') || path.endsWith('/solve');
  const asks = method === 'GET' || path.endsWith('/challenge') || isSolving;
  const how =
    what === 'config'
      ? ''
      : what === 'policy'
        ? asks
          ? ' get'
          : ' up'
        : asks
          ? isSolving
            ? ' solve'
            : ' ask'
          : ' up';
  const json = jsonOf(response?.body ?? null);
  const code = typeof json === 'object' && json !== null && 'code' in json ? `/${String(json.code)}` : '';
  const named = `${what}${how} ${response?.status}${code}`;
  return KIND[named] ?? `nothing listed for ${named}`;
};

/** The recorded request and ours, without what belongs to the HTTP library; where the recording names no time-out, ours still does. */
const compared = (sent: SentRequest | undefined, step: Step, mayDiffer: readonly string[]): unknown => {
  if (!sent) return undefined;
  const url = new URL(sent.path, BASE);
  if (!step.request.path.includes('timeout_ms')) url.searchParams.delete('timeout_ms');
  const headers = Object.fromEntries(
    ['anastasis-truth-decryption-key', 'anastasis-payment-identifier', 'anastasis-policy-signature', 'if-none-match']
      .filter((name) => !mayDiffer.includes(name))
      .flatMap((name) => (sent.headers[name] === undefined ? [] : [[name, sent.headers[name]]])),
  );
  return {
    method: sent.method,
    path: url.pathname,
    query: [...url.searchParams].map(([name, value]) => `${name}=${value}`).toSorted(),
    headers,
    body: sent.body,
  };
};

describe.each(recorded.map((each) => [each.trace.name, each] as const))('%s', (name, each) => {
  const config = recorded[0] && findStep(recorded[0].trace, 'config-p1');
  test('is sent as it was recorded, and every answer is understood', async () => {
    for (const step of each.trace.steps) {
      const difference = unlike(name, step.step);
      if (difference && !difference.headers) continue;
      // "Nothing here" is believed of a provider alone, and another form is tried once: both ask once more.
      const { world, sent } = replayWorld([step, step.response?.status === 204 && config ? config : step], NOW);
      const result = await play(world, each, step);
      const mayDiffer = difference?.headers ?? [];
      const where = { step: step.step, request: compared(sent[0], step, mayDiffer) };
      expect(where).toEqual({ step: step.step, request: compared(asSent(step), step, mayDiffer) });
      expect([step.step, result.ok ? (result.value.kind ?? '') : result.error.kind]).toEqual([
        step.step,
        meaningOf(step),
      ]);
      if (!step.request.path.startsWith('/config')) expect(sent[0]?.path).toMatch(/[?&]timeout_ms=\d+/);
    }
  });
});

const asSent = (step: Step): SentRequest =>
  step.request.body !== null && 'omitted' in step.request.body
    ? {
        ...recordedRequest({ ...step, request: { ...step.request, body: null } }),
        body: Buffer.from(policyBytes(step)).toString('latin1'),
      }
    : recordedRequest(step);

describe('what the answers say', () => {
  const of = (name: string): Recorded => {
    const found = recorded.find(({ trace }) => trace.name === `anastasis-0.2-${name}`);
    if (!found) throw new Error(name);
    return found;
  };
  const answerTo = async (name: string, step: string) => {
    const found = findStep(of(name).trace, step);
    return mustOk(await play(replayWorld([found], NOW).world, of(name), found), step);
  };

  test('a place: its salt, its methods, what it costs, where its terms are', async () => {
    const { world } = replayWorld([findStep(of('config').trace, 'config-p4')], NOW);
    const config = mustOk(await anastasisConfig(world, BASE), 'config');
    expect(config).toMatchObject({
      generation: '2021',
      version: '0:0:0',
      businessName: 'Test Provider Four',
      currency: 'KUDOS',
    });
    expect(bytesToCrock(config.salt)).toBe('86ADKXBWT3Y53933BJDWCVPDKM');
    expect([...config.methods].map(([type, cost]) => `${type} ${amountToText(cost)}`).toSorted()).toEqual([
      'file KUDOS:0.07',
      'question KUDOS:0.05',
      'sms KUDOS:0.07',
    ]);
    expect(amountToText(config.annualFee)).toBe('KUDOS:0.5');
    expect([1_048_575, 1_048_576].map((bytes) => isBeyondStorageLimit(config, bytes))).toEqual([false, true]);
    // The server of 2021 serves its terms under the name of its privacy policy, and the other way round.
    const { terms, privacy } = termsOf(BASE, config);
    const textAt = (address: string) =>
      of('config').trace.steps.find(({ request: { path } }) => `${BASE.slice(0, -1)}${path}` === address)?.response
        ?.body;
    expect(textAt(terms)).toEqual({ text: 'Test terms of service, version 1.\n' });
    expect(textAt(privacy)).toEqual({ text: 'Test privacy policy, version 1.\n' });
  });

  test('a code was sent: to whom, by a hint; a file: its name; a transfer: how', async () => {
    expect(await answerTo('challenge-tan', 'sms-request-json')).toEqual({ kind: 'sent', hint: '0001' });
    expect(await answerTo('challenge-tan', 'email-request-json')).toEqual({ kind: 'sent', hint: 'erika' });
    expect(await answerTo('challenge-tan', 'sms-request-again-too-early')).toEqual({ kind: 'sent', hint: undefined });
    expect(await answerTo('challenge-file', 'request-json')).toEqual({ kind: 'file', filename: 'tanfile-a' });
    expect(await answerTo('challenge-iban', 'request-json')).toEqual({
      kind: 'wire',
      instructions: {
        amount: 'KUDOS:0',
        creditIban: 'DE89370400440532013000',
        businessName: 'Test Provider1',
        subject: 'Anastasis 4454626094969975',
        answerCode: 4454626094969975n,
      },
    });
    expect(await answerTo('challenge-totp', 'three-steps-old')).toEqual({ kind: 'wrong', serverTimeMs: NOW });
  });

  test('an order: its number, which names the payment afterwards', async () => {
    expect(await answerTo('payment', 'truth-upload-unpaid')).toMatchObject({
      kind: 'payment-required',
      orderId: 'TB1JSP3AXPRJMVYN0TMNQSFR365F8WP0NAN6XWK4JME3PP673M50',
    });
  });

  test('a version, until when it is kept, and that the account signed it', async () => {
    expect(await answerTo('policy', 'upload-v1')).toEqual({
      kind: 'stored',
      version: 1,
      expiresAtMs: 1_953_615_637_000,
    });
    const got = await answerTo('policy', 'get-version-2');
    expect(got).toMatchObject({ kind: 'document', version: 2, isSigned: true });
  });

  test('the shares that a recovery was given open with the user id of their provider', async () => {
    const { trace, secrets } = of('reducer-recovery');
    const solved = trace.steps.filter(
      ({ request, response }) => request.path.includes('response=') && response?.status === 200,
    );
    expect(solved).toHaveLength(3);
    for (const step of solved) {
      const truth = Object.values(secrets.truths).find(({ uuid }) => step.request.path.includes(uuid));
      const userId = crockToBytes(secrets.providers[truth?.provider ?? '']?.user_id ?? '');
      const share = openKeyShare(userId, bytesOf(step.response?.body ?? null), truth && labelOf(truth));
      expect(bytesToCrock(mustOk(share, 'share'))).toBe(truth?.key_share);
    }
    const policy = findStep(trace, 'policy-download-p1');
    const opened = anastasisDecrypt(
      crockToBytes(secrets.providers['p1']?.user_id ?? ''),
      ANASTASIS_LABEL.recoveryDocument,
      bytesOf(policy.response?.body ?? null),
    );
    expect(opened.ok).toBe(true);
  });

  test('every listed difference is of a step that exists, with a reason', () => {
    const named = UNLIKE.flatMap(({ trace, steps }) => steps.map((step) => `${trace} ${step}`));
    expect(named.filter((each, at) => named.indexOf(each) !== at)).toEqual([]);
    for (const { trace, steps } of UNLIKE) for (const step of steps) findStep(of(trace).trace, step);
    expect(UNLIKE.filter(({ why }) => why.length < 10)).toEqual([]);
  });
});
