// SPDX-License-Identifier: GPL-3.0-or-later
import type { Step } from '../traces/trace.ts';
import { exchangePlayer, isLike } from './exchange-steps.ts';
import type { Played } from './play.ts';
import type { Recording } from './recording.ts';
import { servicePlayer } from './service-steps.ts';

/** What a recorded probe is worth as a test: every request made anew, every answer heard again. */
export type Replayed = {
  readonly played: number;
  /** one line for each step that is otherwise than it was recorded */
  readonly mistakes: readonly string[];
  /** the operations that were not made anew, each once */
  readonly left: readonly string[];
};

/** Failures by which a client says that an answer is not what it should be; all others are answers it understands. */
const NOT_UNDERSTOOD: ReadonlySet<string> = new Set([
  'unreachable',
  'malformed-response',
  'not-an-exchange',
  'not-a-sync-service',
  'not-an-anastasis-provider',
  'bad-master-signature',
  'bad-exchange-signature',
  'bad-merchant-signature',
  'bad-contract-signature',
  'bad-blind-signature',
  'bad-history',
  'coin-not-recorded',
  'between',
]);

/** Plays a whole recording. Where its probe found that something differs, that is its mistake and no news. */
export const replay = async (recording: Recording): Promise<Replayed> => {
  const [exchange, service] = [exchangePlayer(recording), servicePlayer(recording)];
  const mistakes: string[] = [];
  const left = new Set<string>();
  let played = 0;
  for (const [at, step] of recording.trace.steps.entries()) {
    if (step.response === null) continue;
    const player = step.server === 'exchange' ? exchange : service;
    const one = await player(step);
    if (one?.result === undefined) {
      left.add(operationOf(step));
      continue;
    }
    played += 1;
    const wrong = recording.found.get(step.step) === 'differs' ? undefined : mistakeOf(one);
    if (wrong !== undefined) mistakes.push(`${at + 1} ${step.step}, ${operationOf(step)}: ${wrong}`);
  }
  return { played, mistakes, left: [...left].sort() };
};

const mistakeOf = (one: Played): string | undefined => {
  if (!isLike(one))
    return `sent otherwise: ${JSON.stringify(one.sent).slice(0, 600)} and not ${JSON.stringify(one.recorded).slice(0, 600)}`;
  const { result } = one;
  return result?.ok === false && NOT_UNDERSTOOD.has(result.error.kind) ? result.error.kind : undefined;
};

/** Its method and path without keys. */
const operationOf = ({ server = '', request }: Step): string =>
  `${server} ${request.method} ${request.path.split('?', 1)[0]?.replaceAll(/\/[0-9A-Z]{26,}|\/20\d\d[^/]*|\/L\d+-[^/]*/g, '/…')}`;
