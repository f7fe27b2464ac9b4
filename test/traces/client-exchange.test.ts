// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { ok } from '../../shared/result.ts';
import { canonicalJson } from '../../electron/taler/bytes/canonical-json.ts';
import { connectExchange, exchangeFromKeys } from '../../electron/taler/exchange/connect.ts';
import type { Context } from '../../electron/taler/exchange/context.ts';
import { exchangeFailure } from '../../electron/taler/exchange/errors.ts';
import { exchangeV14 } from '../../electron/taler/exchange/v14/v14.ts';
import type { World } from '../../electron/world.ts';
import { play } from '../replay/play.ts';
import { callFor, type Call } from './client-calls.ts';
import { differenceOf, DIFFERENCES, isOf } from './differences.ts';
import { keysOfTrace } from './keys-of-trace.ts';
import { recordedRequest, replayWorld, type SentRequest } from './replay.ts';
import { bytesOf, findStep, GENERATIONS, jsonOf, loadTrace, type Step, SUBJECTS, type Trace } from './trace.ts';

// Every recorded step of the exchange recordings, played by our client: it must send what was sent, byte for byte, and
// make of the recorded answer what the answer says.

/** About when the recordings were made (23 November 2026). */
const NOW = 1_795_442_500_000;

/** v17 refuses the repetition of a batch; the client then looks at the history and asks one by one. */
const FOLLOWED_BY: Readonly<Record<string, readonly string[]>> = {
  'v17-withdraw batch-withdraw-replay': ['single-withdraw-of-batch-planchet-0', 'single-withdraw-of-batch-planchet-1'],
  'v17-withdraw batch-withdraw-replay-low-balance': [
    'reserve-history',
    'single-withdraw-of-batch-planchet-0',
    'single-withdraw-of-batch-planchet-1',
  ],
  'v17-withdraw batch-withdraw-partial-replay': [
    'reserve-history',
    'single-withdraw-of-batch-planchet-0',
    'single-withdraw',
  ],
  'v17-withdraw insufficient-balance': ['reserve-history'],
  'v17-withdraw batch-withdraw-deflate': ['single-withdraw-replay'],
};
/** The client makes the answer good after all, or reads the error as the state it is. */
const GOOD_IN_THE_END: ReadonlySet<string> = new Set([
  'v17-withdraw batch-withdraw-replay',
  'v17-withdraw batch-withdraw-replay-low-balance',
  'v17-withdraw batch-withdraw-partial-replay',
  'v17-withdraw batch-withdraw-deflate',
]);
const STATE_NOT_FAILURE: ReadonlySet<string> = new Set([
  'GET reserves 404/1027',
  'GET coins 404/1019',
  'GET coins 404/1400',
  'POST reserves 402/undefined',
]);

const KIND: Readonly<Record<string, string>> = {
  '400/22': 'refused',
  '400/25': 'refused',
  '400/26': 'refused',
  '400/27': 'refused',
  '400/1017': 'refused',
  '400/1018': 'refused',
  '400/1021': 'refused',
  '400/1207': 'refused',
  '400/1208': 'refused',
  '400/1356': 'refused',
  '400/1358': 'refused',
  '400/1475': 'refused',
  '400/1853': 'purse-untimely',
  '404/1016': 'refused',
  '400/1302': 'nothing-to-melt',
  '400/1305': 'coin-expired',
  '400/1678': 'purse-fee-too-low',
  '402/1878': 'purse-not-full',
  '404/21': 'unsupported-operation',
  '404/1001': 'unsupported-operation',
  '405/20': 'unsupported-operation',
  '404/1005': 'denomination-gone',
  '410/1008': 'denomination-gone',
  '410/1009': 'denomination-gone',
  '410/1010': 'denomination-gone',
  '404/1025': 'purse-unknown',
  '404/1027': 'reserve-unknown',
  '404/1100': 'deposit-unknown',
  '404/1355': 'melt-unknown',
  '404/1502': 'refund-refused',
  '404/1551': 'recoup-wrong-origin',
  '404/1576': 'recoup-wrong-origin',
  '404/1950': 'contract-unknown',
  '409/1012': 'insufficient-funds',
  '409/1150': 'reserve-insufficient',
  '409/1175': 'already-withdrawn',
  '409/1206': 'deposit-conflict',
  '409/1353': 'commitment-violation',
  '409/1501': 'refund-refused',
  '409/1675': 'purse-conflict',
  '409/1850': 'purse-conflict',
  '409/1859': 'purse-conflict',
  '409/1677': 'purse-quota-exceeded',
  '409/1679': 'purse-decided',
  '409/undefined': 'purse-merged-elsewhere',
  '410/1026': 'purse-expired',
  '410/1031': 'purse-deleted',
  '410/1503': 'refund-refused',
  '410/1555': 'not-revoked',
  '410/1580': 'not-revoked',
  '410/1976': 'purse-decided',
  '424/1510': 'refund-refused',
  '500/53': 'server-trouble',
};

/** The complete /keys answers are played in client-content.test.ts, where what they say is looked at. */
const PLAYED = SUBJECTS.filter((subject) => subject !== 'keys-full');

describe.each(GENERATIONS.flatMap((generation) => PLAYED.map((subject) => `${generation}-${subject}`)))(
  '%s',
  (name) => {
    const trace = loadTrace(name);
    const keys = keysOfTrace(trace);
    /** speaks the single endpoints of v14 with the same keys */
    const singleAt = (world: World) =>
      exchangeV14({
        world,
        baseUrl: keys.baseUrl,
        generation: 'v14',
        keys: async () => ok(keys),
        refetchKeys: async () => ok(keys),
        doubtKeys: () => undefined,
        areKeysDoubted: () => false,
      });
    const cases = trace.steps.map((step, at) => [`${at + 1} ${step.step}`, step] as const);

    test.each(cases)('%s', async (_, step) => {
      const difference = differenceOf('client', name, step.step);
      if (difference && !difference.members) return expectNamed(trace, step);

      const follow = (FOLLOWED_BY[`${name} ${step.step}`] ?? []).map((each) => findStep(trace, each));
      const { sent, recorded, result } = await play<Awaited<ReturnType<Call>>>([step, ...follow], NOW, (world) =>
        step.step === 'config'
          ? () => connectExchange(world, keys.baseUrl)
          : callFor({ trace, keys, world, exchange: exchangeFromKeys(world, keys), single: singleAt(world) }, step),
      );
      if (result === undefined) throw new Error('a step without a call must be listed');

      expect(sent).toHaveLength(recorded.length);
      for (const [at, asked] of recorded.entries()) {
        const members = at === 0 ? (difference?.members ?? []) : [];
        expect(masked(sent[at], members)).toEqual(masked(asked, members));
      }
      if (difference)
        expect(masked(sent[0], []), 'a listed difference that is none').not.toEqual(masked(recordedRequest(step), []));

      const isGood =
        step.response !== null &&
        (step.response.status < 300 ||
          GOOD_IN_THE_END.has(`${name} ${step.step}`) ||
          STATE_NOT_FAILURE.has(`${stateOf(step)}`));
      expect(result.ok ? 'ok' : result.error.kind).toBe(isGood ? 'ok' : expectedKind(step));
      if (!result.ok && result.error.kind === 'denomination-gone')
        expect(result.error.proven).toBe(jsonHas(step, 'exchange_sig'));
      if (!result.ok && result.error.kind === 'purse-merged-elsewhere') expect(result.error.proven).toBe(true);
    });

    /** Not sent by us: still the recorded answer must get its name. */
    const expectNamed = async (of: Trace, step: Step): Promise<void> => {
      if (!step.response || step.response.status < 400) return;
      const { world } = replayWorld([], NOW);
      const context: Context = {
        world,
        baseUrl: of.base_url,
        generation: name.startsWith('v17') ? 'v17' : 'v23',
        keys: async () => ok(keys),
        refetchKeys: async () => ok(keys),
        doubtKeys: () => undefined,
        areKeysDoubted: () => false,
      };
      const answer = { status: step.response.status, headers: new Headers(), bytes: bytesOf(step.response.body) };
      const failure = await exchangeFailure(context, { answer, url: new URL(step.request.path, of.base_url).href });
      const expected = expectedKind(step);
      // A merge conflict has no code; only the merge itself knows how to read it.
      expect(failure.kind).toBe(expected === 'purse-merged-elsewhere' ? 'refused' : expected);
    };
  },
);

describe('the list of differences', () => {
  test('names only steps that exist', () => {
    const names = [
      ...GENERATIONS.flatMap((generation) => SUBJECTS.map((subject) => `${generation}-${subject}`)),
      'sync-0.9.3',
    ];
    const traces = names.map(loadTrace);
    const idle = DIFFERENCES.flatMap((difference) =>
      difference.steps.filter(
        (step) =>
          !traces.some((trace) => isOf(difference, trace.name) && trace.steps.some((each) => each.step === step)),
      ),
    );
    expect(idle).toEqual([]);
  });

  test('gives a reason for each, and names no step twice for the same side', () => {
    expect(DIFFERENCES.filter(({ why }) => why.length < 10)).toEqual([]);
    const named = DIFFERENCES.flatMap(({ side, trace, steps }) => steps.map((step) => `${side} ${trace} ${step}`));
    expect(named.filter((each, at) => named.indexOf(each) !== at)).toEqual([]);
  });
});

const codeOf = (step: Step): unknown => {
  const json = step.response && jsonOf(step.response.body);
  return typeof json === 'object' && json !== null && 'code' in json ? json.code : undefined;
};
const stateOf = (step: Step): string =>
  `${step.request.method} ${step.request.path.split('/')[1]} ${step.response?.status}/${String(codeOf(step))}`;
const jsonHas = (step: Step, member: string): boolean =>
  canonicalJson(step.response && jsonOf(step.response.body)).includes(`"${member}"`);
const expectedKind = (step: Step): string => {
  if (!step.response) return 'unreachable';
  if (step.response.status === 403) return 'signature-refused';
  return KIND[`${step.response.status}/${String(codeOf(step))}`] ?? `nothing listed for ${stateOf(step)}`;
};

/** The request without what a listed difference allows to differ. */
const masked = (request: SentRequest | undefined, members: readonly string[]): unknown => {
  if (!request) return undefined;
  const url = new URL(request.path, 'http://host/');
  for (const member of members) if (member.startsWith('?')) url.searchParams.delete(member.slice(1));
  const headers = Object.fromEntries(Object.entries(request.headers).filter(([name]) => !members.includes(name)));
  const body =
    members.length === 0 || !request.body.startsWith('{')
      ? request.body
      : withoutMembers(JSON.parse(request.body), members);
  return { method: request.method, path: `${url.pathname}${url.search}`, headers, body };
};

const withoutMembers = (value: unknown, members: readonly string[]): unknown => {
  if (Array.isArray(value)) return value.map((each) => withoutMembers(each, members));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]) =>
      members.includes(name) ? [] : [[name, withoutMembers(each, members)]],
    ),
  );
};
