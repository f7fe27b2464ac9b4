// SPDX-License-Identifier: GPL-3.0-or-later
import { randomFillSync } from 'node:crypto';
import { amount } from '../../shared/amount.ts';
import { eddsaPublicKey, eddsaSign, eddsaVerify } from '../../electron/taler/eddsa.ts';
import { bytesEqual, bytesToCrock, crockToBytes } from '../../electron/taler/encodings.ts';
import { hashPayto } from '../../electron/taler/hash.ts';
import { parseKeys } from '../../electron/taler/keys.ts';
import type { SandboxExchange } from '../../electron/sandbox/exchange/exchange.ts';
import { RECORDED_DENOMINATIONS } from '../../electron/sandbox/exchange/denomination-specs.ts';
import { startSandbox, type Sandbox } from '../../electron/sandbox/sandbox.ts';
import { withdrawnCoins, type Sides } from './reenact-coins.ts';
import { compareAnswers, OWN_KEYS, type Finding } from './reenact-compare.ts';
import { confirmationsOf } from './reenact-confirmations.ts';
import { asList, asObject, asText, mapTexts, membersNamed, type Json } from './reenact-json.ts';
import {
  createMapping,
  mapDenominations,
  recordedSide,
  sandboxSide,
  specsFor,
  type Mapping,
} from './reenact-mapping.ts';
import { refreshOf, type OwnRefresh } from './reenact-refresh.ts';
import { answeredOf, askedOf, replaceAt, send, textAt, type Answered, type Asked } from './reenact-request.ts';
import { slotsOf, type Ground } from './reenact-signatures.ts';
import { clockOf } from './reenact-clock.ts';
import { loadTrace, privateKeys, type Step, type Trace } from './trace.ts';

/** A recorded step, the recorded answer in our names, our server's answer, and in what they differ; `defects` are wrong signatures. */
export type Played = {
  readonly step: Step;
  readonly recorded: Answered;
  readonly answer: Answered;
  readonly defects: readonly Finding[];
  readonly findings: readonly Finding[];
};

/** How the recorder ran these: the poll was started before that step and answered by it. */
const STARTED_BEFORE: Readonly<Record<string, string>> = {
  'purse-status-merge-longpoll': 'merge',
  'purse-status-deposit-longpoll': 'purse-deposit-part2',
};
/** The recorder's bank account. */
const PAYER = 'payto://x-taler-bank/localhost/user1?receiver-name=user1';
/** The sandbox waits in real time; polls that nothing answers need not be as patient as the recorder's. */
const LONGEST_POLL_MS = 600;
/** Long enough for a poll to be waiting when the world changes. */
const POLL_IS_WAITING_MS = 60;

/** Plays a recording of an exchange against ours of the same generation, step by step; `before` may plan faults for a step. */
export const reenact = async (
  name: string,
  before: (step: Step, exchange: SandboxExchange) => void = () => undefined,
): Promise<readonly Played[]> => {
  const trace = loadTrace(name);
  const clock = clockOf(trace);
  let now = clock.start;
  const specs = specsFor(trace, now);
  const purseFee = amount(asText(asObject(globalFees(trace)[0])['purse_fee']));
  const sandbox = await startSandbox({
    now: () => now,
    randomBytes: (length) => new Uint8Array(randomFillSync(Buffer.alloc(length))),
    rsaBits: 1024,
    syncProviders: [],
    exchanges: [
      {
        generation: name.startsWith('v17') ? 'v17' : 'v23',
        denominations: specs.length === 0 ? RECORDED_DENOMINATIONS : specs,
        fees: { purseFee },
      },
    ],
  });
  try {
    const stage = await openStage(trace, sandbox);
    const played = new Map<Step, Played>();
    for (const step of trace.steps) {
      if (played.has(step)) continue;
      before(step, stage.exchange);
      const poll = trace.steps.find((each) => STARTED_BEFORE[each.step] === step.step && !played.has(each));
      const polled = poll && play(stage, poll, { change: () => undefined });
      if (poll) await pause(POLL_IS_WAITING_MS);
      const next = Math.max(now, clock.at(step));
      const isEndedByTime = step.response?.status === 410 && step.request.path.includes('timeout_ms');
      const change = (): void => {
        now = next;
        fund(stage, step, sandbox);
        revoke(stage, step);
      };
      const isWaiting = isEndedByTime || step.step === 'reserve-longpoll-funded';
      if (!isWaiting) change();
      played.set(step, await play(stage, step, { change: isWaiting ? change : () => undefined }));
      if (poll && polled) played.set(poll, await polled);
    }
    sandbox.assertAllFaultsHappened();
    return trace.steps.flatMap((step) => played.get(step) ?? []);
  } finally {
    await sandbox.close();
  }
};

const globalFees = (trace: Trace): readonly unknown[] =>
  trace.global_fees.length > 0 ? trace.global_fees : asList(keysOf(trace)['global_fees']);

/** The first /keys answer of a recording, for those that are about nothing else. */
const keysOf = (trace: Trace): Json =>
  asObject(
    trace.steps.map((step) => answeredOf(step)?.json).find((json) => asObject(json)['denominations'] !== undefined),
  );

type Stage = {
  readonly trace: Trace;
  readonly exchange: SandboxExchange;
  readonly mapping: Mapping;
  readonly sides: Sides;
  readonly coins: ReturnType<typeof withdrawnCoins>;
  readonly refresh: () => OwnRefresh | undefined;
  readonly privOf: (pub: string) => Uint8Array | undefined;
  readonly signKeys: readonly string[];
};

const openStage = async (trace: Trace, { exchanges: [exchange], bank }: Sandbox): Promise<Stage> => {
  if (!exchange) throw new Error('a sandbox without an exchange');
  const theirs = trace.base_url === '' ? asText(keysOf(trace)['base_url']) : trace.base_url;
  const ours = exchange.baseUrl;
  const mapping = createMapping([
    [theirs, ours],
    [theirs.slice('http://'.length), ours.slice('http://'.length)],
  ]);
  const customer = bank.accountPayto('customer');
  mapping.add(PAYER, customer);
  mapping.add(bytesToCrock(hashPayto(PAYER)), bytesToCrock(hashPayto(customer)));
  for (const account of membersNamed(keysOf(trace)['accounts'], 'payto_uri'))
    mapping.add(asText(account), exchange.accountPayto);
  mapDenominations(mapping, trace, exchange.denominations);
  const sides: Sides = { recorded: recordedSide(trace), ours: sandboxSide(ours, exchange.denominations), mapping };
  const privs = new Map(
    privateKeys(trace.secrets)
      .map((text) => crockToBytes(text))
      .map((priv) => [bytesToCrock(eddsaPublicKey(priv)), priv]),
  );
  let refresh: { readonly made: OwnRefresh | undefined } | undefined;
  const keys = await send(ours, { method: 'GET', parts: ['keys'], query: new Map(), headers: {}, body: undefined });
  return {
    trace,
    exchange,
    mapping,
    sides,
    coins: withdrawnCoins(trace, sides),
    refresh: () => {
      refresh ??= { made: refreshOf(trace, sides) };
      for (const priv of refresh.made?.privs ?? []) privs.set(bytesToCrock(eddsaPublicKey(priv)), priv);
      return refresh.made;
    },
    privOf: (pub) => privs.get(pub),
    signKeys: asList(asObject(keys?.json)['signkeys']).map((each) => asText(asObject(each)['key'])),
  };
};

const play = async (stage: Stage, step: Step, { change }: { readonly change: () => void }): Promise<Played> => {
  const asked = translate(stage, step);
  const answering = send(stage.exchange.baseUrl, asked);
  await pause(asked.query.has('timeout_ms') ? POLL_IS_WAITING_MS : 0);
  change();
  const answer = await answering;
  const defects = answer ? [...learn(stage, step, asked, answer), ...verify(stage, asked, answer)] : [];
  const recorded = translated(stage, answeredOf(step));
  return {
    step,
    recorded,
    answer,
    defects: defects.map((said) => ({ member: 'signature', said })),
    findings: compareAnswers(recorded, answer),
  };
};

/** The recorded request for our exchange: its names replaced, and every signature that was right made anew; wrong ones stay wrong. */
const translate = (stage: Stage, step: Step): Asked => {
  const { mapping, trace, sides } = stage;
  const recorded = askedOf(step);
  const refreshes = recorded.parts[0] === 'refreshes' || recorded.parts[2] === 'melt' || recorded.parts[2] === 'link';
  const refresh = refreshes ? stage.refresh() : undefined;
  if (recorded.parts[2] === 'melt') refresh?.nameSession(asObject(recorded.body));
  stage.coins.prepare(recorded.body);
  const mapped: Asked = {
    ...recorded,
    parts: recorded.parts.map(mapping.text),
    query: new Map([...recorded.query].map(([name, value]) => [name, queryValue(name, value, mapping)])),
    headers: Object.fromEntries(Object.entries(recorded.headers).map(([name, value]) => [name, mapping.text(value)])),
    body: mapping.value(unabridged(recorded.body)),
  };
  const ground = { oldCoinPub: refresh?.oldCoinPub ?? '', purse: purseOf(trace) };
  const theirs = slotsOf(recorded, { side: sides.recorded, ...ground });
  return slotsOf(mapped, { side: sides.ours, ...ground }).reduce((request, slot, index) => {
    const twin = theirs[index];
    const signature = textAt(recorded, slot.place);
    if (!twin || signature === undefined || !isRight(twin.pub, twin.block, signature)) return request;
    const priv = stage.privOf(slot.pub);
    if (!priv && bytesEqual(slot.block(), twin.block())) return request;
    if (!priv) throw new Error(`${step.step}: no key for ${slot.pub}`);
    const own = bytesToCrock(eddsaSign(priv, slot.block()));
    mapping.add(signature, own);
    return replaceAt(request, slot.place, own);
  }, mapped);
};

const queryValue = (name: string, value: string, mapping: Mapping): string => {
  if (name === 'timeout_ms' && Number(value) > LONGEST_POLL_MS) return String(LONGEST_POLL_MS);
  return mapping.text(value);
};

const isRight = (pub: string, block: () => Uint8Array, signature: string): boolean => {
  try {
    return eddsaVerify(crockToBytes(pub), block(), crockToBytes(signature));
  } catch {
    // what the recorder malformed on purpose has no block, and its signature covers nothing
    return false;
  }
};

/** What later steps must know of this answer; and what the exchange blindly signed, verified. */
const learn = (stage: Stage, step: Step, asked: Asked, answer: NonNullable<Answered>): readonly string[] => {
  const { mapping } = stage;
  const recorded = answeredOf(step);
  const [thing, , operation = ''] = asked.parts;
  for (const member of OWN_KEYS.filter((name) => !name.startsWith('exchange_'))) {
    const own = membersNamed(answer.json, member);
    for (const [index, theirs] of membersNamed(recorded?.json, member).entries()) {
      if (typeof theirs === 'string' && typeof own[index] === 'string' && !mapping.has(theirs))
        mapping.add(theirs, own[index]);
    }
  }
  const [theirTag, ourTag] = [recorded?.headers['etag'], answer.headers['etag']];
  if (theirTag !== undefined && ourTag !== undefined) {
    mapping.add(theirTag, ourTag);
    // a history is asked for from a number on, which is its tag without quotes
    if (/^"\d+"$/.test(theirTag)) mapping.add(theirTag.slice(1, -1), ourTag.slice(1, -1));
  }
  const expected = asObject(recorded?.json)['rc_expected'];
  if (
    typeof expected === 'string' &&
    stage.refresh()?.implied(asObject(askedOf(step).body), asObject(asked.body)) !== expected
  )
    return ['rc_expected is not what the recorded keys lead to'];
  if (answer.status !== 200) return [];
  if (operation.endsWith('withdraw')) return stage.coins.learn(askedOf(step).body, answer.json);
  if (operation === 'melt') stage.refresh()?.choose(Number(asObject(answer.json)['noreveal_index']));
  return operation === 'reveal' && thing === 'refreshes' ? (stage.refresh()?.learn(answer.json) ?? []) : [];
};

/** Every `exchange_sig` of the answer must be one we know how to verify, by a key of /keys. */
const verify = (stage: Stage, asked: Asked, answer: NonNullable<Answered>): readonly string[] => {
  if (asked.parts[0] === 'keys') {
    if (answer.status !== 200 || asked.method === 'HEAD') return [];
    const parsed = parseKeys(stage.exchange.baseUrl, new TextDecoder().decode(answer.bytes));
    return parsed.ok ? [] : [`/keys: ${parsed.error.kind}`];
  }
  const confirmations = confirmationsOf({
    asked,
    status: answer.status,
    json: answer.json,
    side: stage.sides.ours,
    purse: purseOf(stage.trace),
  });
  const signatures = membersNamed(answer.json, 'exchange_sig').length;
  return [
    ...(signatures === confirmations.length
      ? []
      : [`${signatures} exchange signatures, ${confirmations.length} verified`]),
    ...confirmations.flatMap(({ pub, block, signature }) =>
      stage.signKeys.includes(pub) && isRight(pub, () => block, signature) ? [] : ['a wrong exchange signature'],
    ),
  ];
};

/** The recorded answer as our exchange would say it. */
const translated = ({ mapping }: Stage, answered: Answered): Answered =>
  answered && {
    ...answered,
    json: mapping.value(answered.json),
    headers: mapTexts(answered.headers, mapping.text) as Readonly<Record<string, string>>,
  };

/** The bank transfer that the recorder made before (or while) it asked for a reserve. */
const fund = ({ exchange }: Stage, step: Step, { bank }: Sandbox): void => {
  const [thing, pub = '', operation] = askedOf(step).parts;
  const balance = asObject(answeredOf(step)?.json)['balance'];
  if (
    thing !== 'reserves' ||
    operation !== undefined ||
    typeof balance !== 'string' ||
    exchange.reserveBalance(pub) !== undefined
  )
    return;
  const sent = bank.transferToReserve(pub, balance);
  if (!sent.ok) throw new Error('the bank refused');
};

/** What the exchange's operator did before the recorder asked for /keys again. */
const revoke = ({ exchange, mapping }: Stage, step: Step): void => {
  for (const hash of membersNamed(asObject(answeredOf(step)?.json)['recoup'], 'h_denom_pub'))
    exchange.revokeDenomination(mapping.text(asText(hash)));
};

const purseOf =
  (trace: Trace): Ground['purse'] =>
  (pub) =>
    trace.secrets.purses.find((each) => each.purse_pub === pub);

/** The recording of 257 planchets says so in words. */
const unabridged = (body: unknown): unknown => {
  const planchets = asList(asObject(body)['planchets']);
  const last = planchets.at(-1);
  const count = typeof last === 'string' ? Number.parseInt(last.replaceAll(/\D/g, ''), 10) : 0;
  return count > 0 ? { ...asObject(body), planchets: Array.from({ length: count }, () => planchets[0]) } : body;
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
