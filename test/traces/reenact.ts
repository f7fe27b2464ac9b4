// SPDX-License-Identifier: GPL-3.0-or-later
import { randomFillSync } from 'node:crypto';
import { amount } from '../../shared/amount.ts';
import { parseKeys } from '../../electron/taler/exchange/keys/keys.ts';
import { RECORDED_DENOMINATIONS } from '../../electron/sandbox/exchange/denomination-specs.ts';
import type { SandboxExchange } from '../../electron/sandbox/exchange/exchange.ts';
import { startSandbox, type Sandbox } from '../../electron/sandbox/sandbox.ts';
import { clockOf } from './reenact-clock.ts';
import { compareAnswers, OWN_KEYS, type Finding } from './reenact-compare.ts';
import { confirmationsOf } from './reenact-confirmations.ts';
import { asObject, asText, membersNamed } from './reenact-json.ts';
import { specsFor } from './reenact-mapping.ts';
import { createWaits, type Waits } from './reenact-polls.ts';
import { answeredOf, askedOf, send, type Answered, type Asked } from './reenact-request.ts';
import { globalFees, openStage, purseOf, translated, type Stage } from './reenact-stage.ts';
import { isRight, pollOf, translate } from './reenact-translate.ts';
import { loadTrace, type Step } from './trace.ts';

/** A recorded step, our server's answer, and in what it differs from the recorded one; `defects` are wrong signatures. */
export type Played = {
  readonly step: Step;
  readonly answer: Answered;
  readonly defects: readonly Finding[];
  readonly findings: readonly Finding[];
};

/** How the recorder ran these: the poll was started before that step and answered by it. */
const STARTED_BEFORE: Readonly<Record<string, string>> = {
  'purse-status-merge-longpoll': 'merge',
  'purse-status-deposit-longpoll': 'purse-deposit-part2',
};
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
  const waits = createWaits();
  const sandbox = await startSandbox({
    now: () => now,
    sleep: waits.sleep,
    randomBytes: (length) => new Uint8Array(randomFillSync(Buffer.alloc(length))),
    rsaBits: 1024,
    syncProviders: [],
    exchanges: [
      {
        generation: name.startsWith('v17') ? 'v17' : 'v23',
        denominations: specs.length === 0 ? RECORDED_DENOMINATIONS : specs,
        fees: { purseFee },
        // The recorded ones spoke one language.
        terms: { version: 'tos-lab', texts: { en: 'Lab terms tos-lab\n' } },
      },
    ],
  });
  try {
    const stage = { ...(await openStage(trace, sandbox)), waits };
    const played = new Map<Step, Played>();
    for (const step of trace.steps) {
      if (played.has(step)) continue;
      before(step, stage.exchange);
      const poll = trace.steps.find((each) => STARTED_BEFORE[each.step] === step.step && !played.has(each));
      const waiting = poll && waits.nextPoll();
      const polled = poll && play(stage, poll);
      await Promise.race([waiting, polled]);
      const next = Math.max(now, clock.at(step));
      const isEndedByTime = step.response?.status === 410 && step.request.path.includes('timeout_ms');
      const change = (): void => {
        now = next;
        fund(stage, step, sandbox);
        revoke(stage, step);
      };
      const isWaiting = isEndedByTime || step.step === 'reserve-longpoll-funded';
      if (!isWaiting) change();
      played.set(step, await play(stage, step, isWaiting ? change : undefined));
      if (poll && polled) played.set(poll, await polled);
    }
    sandbox.assertAllFaultsHappened();
    return trace.steps.flatMap((step) => played.get(step) ?? []);
  } finally {
    await sandbox.close();
  }
};

/** One step; `change` happens to the world while the request is waiting. */
const play = async (stage: Stage & { readonly waits: Waits }, step: Step, change?: () => void): Promise<Played> => {
  const asked = translate(stage, step);
  const poll = pollOf(step);
  const waiting = poll && stage.waits.nextPoll();
  const answering = send(stage.exchange.baseUrl, asked);
  const wait = poll && (await Promise.race([waiting, answering.then(() => undefined)]));
  if (change) {
    change();
    stage.waits.runJobs();
  }
  if (poll?.isVain === true) wait?.end();
  const answer = await answering;
  const isVain = wait?.isVain() === true;
  // an answer before the timeout that the recording has at it, or the other way round
  const otherEnd =
    poll && poll.isVain !== isVain
      ? [{ member: 'elapsed_ms', said: isVain ? 'the poll only timed out' : 'the poll ended early' }]
      : [];
  const defects = answer ? [...learn(stage, step, asked, answer), ...verify(stage, asked, answer)] : [];
  const recorded = translated(stage, answeredOf(step));
  return {
    step,
    answer,
    defects: defects.map((said) => ({ member: 'signature', said })),
    findings: [...otherEnd, ...compareAnswers(recorded, answer)],
  };
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
  if (theirTag !== undefined && ourTag !== undefined && theirTag.startsWith('"') === ourTag.startsWith('"')) {
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
