// SPDX-License-Identifier: GPL-3.0-or-later
import { afterEach, describe, expect, test } from 'vitest';
import { mustOk } from '../../shared/result.ts';
import { standing, startProbeLab, type ProbeLab } from '../support/probe-lab.ts';

let lab: ProbeLab;
afterEach(() => lab.close());

describe.each(['v14', 'v17', 'v23', 'v32'] as const)('an exchange of %s', (generation) => {
  test('is looked at from its config to a payout', async () => {
    lab = await startProbeLab({ exchanges: [{ generation }] });
    const probed = mustOk(await lab.run(), 'probe');
    console.log(
      JSON.stringify(
        probed.checks.filter(({ state }) => state !== 'not-tried'),
        undefined,
        0,
      ),
      probed.left,
    );
    expect(standing(probed)).toMatchObject({ config: 'holds' });
  });
});
