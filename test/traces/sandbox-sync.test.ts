// SPDX-License-Identifier: GPL-3.0-or-later
import { beforeAll, describe, expect, test } from 'vitest';
import { differenceOf } from './differences.ts';
import { reenactSync } from './reenact-sync.ts';
import type { Played } from './reenact.ts';
import { loadTrace } from './trace.ts';

// The recorded conversation with sync 0.9.3, held again with the sandbox's: same accounts, same blobs, same answers.

describe('sync-0.9.3', () => {
  let played: readonly Played[] = [];
  beforeAll(async () => {
    played = await reenactSync();
  }, 60_000);

  test.each(loadTrace('sync-0.9.3').steps.map((step, at) => [`${at + 1} ${step.step}`, at] as const))('%s', (_, at) => {
    const one = played[at];
    if (!one) throw new Error('a step that was not played');
    expect(one.defects).toEqual([]);
    const members = differenceOf('sandbox', 'sync-0.9.3', one.step.step)?.members ?? [];
    expect(one.findings.filter(({ member }) => !members.includes(member)).map(({ said }) => said)).toEqual([]);
    for (const member of members) expect(one.findings.map((finding) => finding.member)).toContain(member);
  });
});
