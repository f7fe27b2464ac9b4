// SPDX-License-Identifier: GPL-3.0-or-later
import { randomFillSync } from 'node:crypto';
import { startAnastasis, type SandboxAnastasis } from '../../electron/sandbox/anastasis/anastasis.ts';
import type { FeeTaker } from '../../electron/sandbox/anastasis/room.ts';
import { pinAnswerHash } from '../../electron/taler/anastasis/crypto.ts';
import { bytesEqual, bytesToCrock, crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import { loadAnastasis, type Recorded } from './anastasis-recorded.ts';
import { compareAnswers, type Finding } from './reenact-compare.ts';
import { answeredOf, askedOf, send, type Answered, type Asked } from './reenact-request.ts';
import { asObject, mapTexts } from './reenact-json.ts';
import { bytesOf, type Step } from './trace.ts';

// The recordings of anastasis-httpd 0.2.0, held again with the sandbox's providers: same truths, same accounts, same documents.
// Codes and orders are ours and stand for the recorded ones. Orders are paid in a book of the test: what a shop does with coins
// is re-enacted in `reenact-sync`.

export type Replayed = { readonly step: Step; readonly findings: readonly Finding[] };

const SECOND = 1000;
const YEAR = 365 * 24 * 3600 * SECOND;
/** When each was recorded, as its answers tell. */
const RECORDED_AT: Readonly<Record<string, number>> = {
  'anastasis-0.2-config': 1_795_935_595,
  'anastasis-0.2-policy': 1_795_935_637,
  'anastasis-0.2-payment': 1_795_935_652,
  'anastasis-0.2-expiry-and-limits': 1_795_935_665,
  'anastasis-0.2-reducer-backup': 1_795_935_657,
  'anastasis-0.2-reducer-recovery': 1_795_935_660,
};
const USUALLY_AT = 1_795_935_636;
const SALTS: Readonly<Record<string, string>> = {
  p1: 'VX4189FJNHVEDDPBJ0ZE5GGZV4',
  p2: 'JKCGPEN75K859WHX7EFHP53JK8',
  p3: 'XASDTKWSS62C8QHPDPXVV7CVFM',
  p4: '86ADKXBWT3Y53933BJDWCVPDKM',
};
const NAMES: Readonly<Record<string, string>> = { p1: 'One', p2: 'Two', p3: 'Three', p4: 'Four' };
const free = (...types: readonly string[]) => Object.fromEntries(types.map((type) => [type, 'KUDOS:0']));
const METHODS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  p1: free('question', 'iban', 'totp', 'post', 'sms', 'file', 'email'),
  p2: free('question', 'sms', 'file', 'email'),
  p3: free('question', 'file', 'post', 'totp'),
  p4: { question: 'KUDOS:0.05', sms: 'KUDOS:0.07', file: 'KUDOS:0.07' },
};

type Stage = {
  readonly recorded: Recorded;
  readonly places: ReadonlyMap<string, SandboxAnastasis>;
  readonly clock: { ms: number };
  readonly paid: Set<string>;
  /** our order for each recorded one */
  readonly orders: Map<string, string>;
  /** the code that we sent last, by truth; for transfers the first one */
  readonly codes: Map<string, number>;
  /** the recorded answers that were right, by truth */
  readonly right: ReadonlyMap<string, string>;
};

/** Plays a recording; what differs, step by step. */
export const reenactAnastasis = async (name: string): Promise<readonly Replayed[]> => {
  const stage = await openStage(loadAnastasis(name));
  try {
    await prepare(stage);
    const played: Replayed[] = [];
    for (const step of stage.recorded.trace.steps) {
      // Truths of these sizes were not recorded, documents of zeros can be made.
      if (omitted(step) !== undefined && step.step.startsWith('truth-')) continue;
      played.push(await play(stage, step));
    }
    return played;
  } finally {
    for (const place of stage.places.values()) await place.close();
  }
};

const omitted = ({ request: { body } }: Step): string | undefined =>
  body !== null && 'omitted' in body ? body.omitted : undefined;

const openStage = async (recorded: Recorded): Promise<Stage> => {
  const { name } = recorded.trace;
  const clock = { ms: (RECORDED_AT[name] ?? USUALLY_AT) * SECOND };
  const paid = new Set<string>();
  const book = new Map<string, string>();
  const merchant: FeeTaker = {
    createOrder: async ({ orderId = '' }) => {
      book.set(orderId, `taler+http://pay/localhost:19976/${orderId}/`);
      return {
        orderId,
        talerPayUri: book.get(orderId) ?? '',
        status: () => (paid.has(orderId) ? 'paid' : 'unclaimed'),
      };
    },
    orderStatus: (orderId) => (paid.has(orderId) ? 'paid' : book.has(orderId) ? 'unclaimed' : undefined),
    waitUntilPaid: async () => undefined,
  };
  const world = {
    now: () => clock.ms,
    sleep: async () => undefined,
    randomBytes: (length: number) => new Uint8Array(randomFillSync(Buffer.alloc(length))),
  };
  const places = new Map<string, SandboxAnastasis>();
  for (const server of new Set(recorded.trace.steps.map((step) => step.server ?? 'p1')))
    places.set(
      server,
      await startAnastasis({
        name: `Test Provider ${NAMES[server]}`,
        form: '2021',
        currency: 'KUDOS',
        world,
        file: ':memory:',
        merchant,
        methods: METHODS[server] ?? {},
        annualFee: server === 'p4' ? 'KUDOS:0.5' : 'KUDOS:0',
        truthUploadFee: server === 'p4' ? 'KUDOS:0.1' : 'KUDOS:0',
        salt: SALTS[server] ?? '',
        ...(name.endsWith('expiry-and-limits') ? { uploadsPerPayment: 2 } : {}),
      }),
    );
  const right = new Map(
    recorded.trace.steps.flatMap(({ request: { path }, response }) => {
      const asked = /^\/truth\/([^?]+)\?.*response=([^&]+)/.exec(path);
      return asked && response?.status === 200 ? [[asked[1] ?? '', asked[2] ?? '']] : [];
    }),
  );
  return { recorded, places, clock, paid, orders: new Map(), codes: new Map(), right };
};

/** What was there before a recording began: the truths of its secrets, and what the recovery found. */
const prepare = async (stage: Stage): Promise<void> => {
  const { trace, secrets } = stage.recorded;
  const uploaded = new Set(
    trace.steps.filter(({ request }) => request.method === 'POST').map(({ request }) => request.path.split(/[/?]/)[2]),
  );
  for (const [name, truth] of Object.entries(asObject(trace.secrets['truths']))) {
    const { uuid, provider, type } = secrets.truths[name] ?? {};
    const { encrypted_truth, key_share_data } = asObject(truth);
    const place = stage.places.get(provider ?? '');
    if (uuid === undefined || uploaded.has(uuid) || !place || encrypted_truth === undefined) continue;
    const body = { type, encrypted_truth, key_share_data, storage_duration_years: 5 };
    await send(place.baseUrl, { method: 'POST', parts: ['truth', uuid], query: new Map(), headers: {}, body });
  }
  if (!trace.name.endsWith('reducer-recovery')) return;
  for (const step of loadAnastasis('anastasis-0.2-reducer-backup').trace.steps)
    await send(urlOf(stage, step), askedOf(step));
  for (const { request, response, server } of trace.steps) {
    const { 'anastasis-version': version, 'anastasis-policy-signature': signature, etag } = response?.headers ?? {};
    if (version !== '2' || signature === undefined || etag === undefined) continue;
    await send(stage.places.get(server ?? '')?.baseUrl ?? '', {
      method: 'POST',
      parts: request.path.split('/').slice(1),
      query: new Map(),
      headers: { 'anastasis-policy-signature': signature, 'if-none-match': etag },
      body: undefined,
      raw: bytesOf(response?.body ?? null),
    });
  }
};

const urlOf = ({ places }: Stage, step: Step): string => places.get(step.server ?? 'p1')?.baseUrl ?? '';

const play = async (stage: Stage, step: Step): Promise<Replayed> => {
  before(stage, step);
  const zeros = omitted(step);
  const asked: Asked =
    zeros === undefined
      ? askedOf(step)
      : {
          ...askedOf({ ...step, request: { ...step.request, body: null } }),
          raw: new Uint8Array(Number.parseInt(zeros, 10)),
        };
  const answer = await send(urlOf(stage, step), translate(stage, asked));
  const theirs = answeredOf(step);
  learn(stage, asked, theirs, answer);
  const recorded = theirs && {
    ...theirs,
    json: withOurCodes(theirs.json, answer?.json),
    headers: mapTexts(theirs.headers, (text) => replaceOrders(stage, text)) as Readonly<Record<string, string>>,
  };
  const isBinary = theirs !== undefined && theirs.status === 200 && theirs.headers['content-type'] === undefined;
  const bytes =
    isBinary && answer && !bytesEqual(theirs.bytes, answer.bytes) ? [{ member: 'bytes', said: 'other bytes' }] : [];
  return { step, findings: [...compareAnswers(recorded, answer), ...bytes] };
};

/** What the recorder did between the steps, outside of the conversation. */
const before = (stage: Stage, step: Step): void => {
  const { clock, paid, orders, places } = stage;
  const place = places.get(step.server ?? 'p1');
  const [, what, id = ''] = step.request.path.split(/[/?]/);
  if (step.step === 'same-plaintext-fresh-nonce') clock.ms += SECOND;
  if (step.step === 'right-answer-31s-later') clock.ms += 31 * SECOND;
  if (step.step === 'get-policy-after-collection') {
    clock.ms += 10 * YEAR;
    place?.collectGarbage();
    for (const { uuid } of Object.values(stage.recorded.secrets.truths)) place?.loseTruth(uuid);
    clock.ms -= 10 * YEAR;
  }
  const iban = Object.values(stage.recorded.secrets.truths).find(({ uuid }) => uuid === id);
  const subject = `Anastasis ${stage.codes.get(id) ?? 0}`;
  if (step.step === 'poll-transfer-from-other-iban') place?.receiveTransfer('DE02120300000000202051', subject);
  if (step.step === 'poll-after-transfer' && iban)
    place?.receiveTransfer(new TextDecoder().decode(crockToBytes(iban.truth)), subject);
  const status = step.response?.status ?? 0;
  if ([402, 408, 502].includes(status)) return;
  const named = step.request.headers['anastasis-payment-identifier'];
  if (named !== undefined) paid.add(orders.get(named) ?? named);
  if (what === 'truth' && step.request.method === 'POST') paid.add(id);
};

/** The recorded request with our codes and orders. */
const translate = (stage: Stage, asked: Asked): Asked => {
  const uuid = asked.parts[1] ?? '';
  const response = asked.query.get('response');
  const code = stage.codes.get(uuid);
  const isRight = response !== undefined && response === stage.right.get(uuid);
  const query = new Map(asked.query);
  if (isRight && code !== undefined) query.set('response', bytesToCrock(pinAnswerHash(BigInt(code))));
  const headers = mapTexts(asked.headers, (text) => replaceOrders(stage, text)) as Readonly<Record<string, string>>;
  return { ...asked, query, headers };
};

const replaceOrders = ({ orders }: Stage, text: string): string => {
  for (const [theirs, ours] of orders) if (text.includes(theirs)) return text.replace(theirs, ours);
  return text;
};

/** The order that an answer asks to be paid, and the code that it sent. */
const learn = (stage: Stage, asked: Asked, theirs: Answered, ours: Answered): void => {
  const [their, our] = [theirs, ours].map((answer) => answer?.headers['taler']?.split('/').at(-2));
  if (their !== undefined && our !== undefined && !stage.orders.has(their)) stage.orders.set(their, our);
  if (asked.parts[0] !== 'truth' || asked.method !== 'GET' || asked.query.has('response')) return;
  const uuid = asked.parts[1] ?? '';
  const wired = asObject(ours?.json)['answer_code'];
  // Of a transfer the first code is the one that the recording goes on with.
  if (typeof wired === 'number' && !stage.codes.has(uuid)) stage.codes.set(uuid, wired);
  const sent = [...stage.places.values()].flatMap((place) => place.sent()).findLast((each) => each.uuid === uuid);
  if (sent) stage.codes.set(uuid, sent.code);
};

/** Recorded instructions for a transfer, with the code of ours. */
const withOurCodes = (theirs: unknown, ours: unknown): unknown => {
  const [their, our] = [asObject(theirs), asObject(ours)];
  if (typeof their['answer_code'] !== 'number' || typeof our['answer_code'] !== 'number') return theirs;
  const [from, to] = [String(their['answer_code']), String(our['answer_code'])];
  return {
    ...(mapTexts(their, (text) => text.replace(from, to)) as object),
    answer_code: our['answer_code'],
  };
};
