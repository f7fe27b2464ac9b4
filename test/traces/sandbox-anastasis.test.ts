// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import { ANASTASIS_TRACES } from './anastasis-recorded.ts';
import { UNLIKE_SANDBOX } from './differences-anastasis.ts';
import { reenactAnastasis } from './reenact-anastasis.ts';

// The recordings of anastasis-httpd 0.2.0, held again with the sandbox's providers.

test.each(ANASTASIS_TRACES)('%s', async (name) => {
  const played = await reenactAnastasis(name);
  expect(played.length).toBeGreaterThan(5);
  const listed = UNLIKE_SANDBOX.filter(({ trace }) => `anastasis-0.2-${trace}` === name);
  const found = played.flatMap(({ step, findings }) => {
    const members = listed.find(({ steps }) => steps.includes(step.step))?.members ?? [];
    return findings.filter(({ member }) => !members.includes(member)).map(({ said }) => `${step.step}: ${said}`);
  });
  expect(found).toEqual([]);
  // What is listed does differ: a reason that is not needed any more is noticed.
  const idle = listed.flatMap(({ steps, members }) =>
    steps.filter((step) =>
      played.every((each) => each.step.step !== step || !each.findings.some(({ member }) => members.includes(member))),
    ),
  );
  expect(idle).toEqual([]);
});
