// SPDX-License-Identifier: GPL-3.0-or-later
import { beforeAll, describe, expect, test } from 'vitest';
import { inTurn } from '../support/seed.ts';
import type { Difference } from './difference.ts';
import { differenceOf, DIFFERENCES, isOf } from './differences.ts';
import { compareAnswers } from './reenact-compare.ts';
import { reenact, type Played } from './reenact.ts';
import { answeredOf } from './reenact-request.ts';
import { findStep, GENERATIONS, loadTrace, SUBJECTS, type Step } from './trace.ts';

// Every recorded conversation with a real exchange, held again with the sandbox: same requests (with the sandbox's keys),
// same answers (in status, code, headers, shape, amounts and times; signatures are verified).

const NAMES = GENERATIONS.flatMap((generation) => SUBJECTS.map((subject) => `${generation}-${subject}`));
const TIME_FOR_A_RECORDING_MS = 60_000;

describe.each(NAMES)('%s', (name) => {
  let played: readonly Played[] = [];
  beforeAll(async () => {
    played = await reenact(name);
  }, TIME_FOR_A_RECORDING_MS);

  test.each(loadTrace(name).steps.map((step, at) => [`${at + 1} ${step.step}`, at] as const))('%s', (_, at) => {
    const one = played[at];
    if (!one) throw new Error('a step that was not played');
    expect(one.defects).toEqual([]);
    const difference = differenceOf('sandbox', name, one.step.step);
    if (!difference) return expect(one.findings.map(({ said }) => said)).toEqual([]);
    expect(one.findings, 'a listed difference that is none').not.toEqual([]);
    expect(leftOver(name, one, difference)).toEqual([]);
    for (const member of difference.members ?? [])
      expect(one.findings.map((finding) => finding.member)).toContain(member);
  });
});

describe('with the faults that imitate their defects', () => {
  const imitated = NAMES.filter((name) => DIFFERENCES.some((each) => each.fault !== undefined && isOf(each, name)));

  test.each(inTurn('sandbox-exchange, imitated', imitated, 2))(
    '%s is equal',
    { timeout: TIME_FOR_A_RECORDING_MS },
    async (name) => {
      const played = await reenact(name, (step, exchange) => {
        const fault = differenceOf('sandbox', name, step.step)?.fault;
        if (fault !== undefined)
          exchange.faults.once(
            { method: step.request.method, path: step.request.path.split('?')[0] ?? '' },
            { [fault]: true },
          );
      });
      const unequal = played
        .filter(({ step }) => differenceOf('sandbox', name, step.step)?.fault !== undefined)
        .flatMap(({ findings }) => findings);
      expect(unequal).toEqual([]);
    },
  );
});

/** What a listed difference does not excuse. */
const leftOver = (
  name: string,
  { step, answer, findings }: Played,
  { members, like, instead }: Difference,
): readonly string[] => {
  if (instead)
    return answer?.status === instead.status && codeOf(answer.json) === instead.code
      ? []
      : [`not ${instead.status}/${instead.code}`];
  if (like) return compareAnswers(answeredOf(twin(name, step, like)), answer, 'form').map(({ said }) => said);
  return findings.filter(({ member }) => members?.includes(member) !== true).map(({ said }) => said);
};

const twin = (name: string, step: Step, generation: string): Step =>
  findStep(loadTrace(name.replace(/^v\d+/, generation)), step.step);
const codeOf = (json: unknown): unknown =>
  typeof json === 'object' && json !== null && 'code' in json ? json.code : undefined;
