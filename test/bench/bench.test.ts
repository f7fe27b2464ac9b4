// SPDX-License-Identifier: GPL-3.0-or-later
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

// That the bench runs and measures what it says; how fast is for people to read, never for a test to assert.

describe('npm run bench', () => {
  test('prints every figure for a few coins', () => {
    const program = join(import.meta.dirname, 'run.ts');
    const printed = execFileSync(
      process.execPath,
      [
        program,
        '--together',
        '--sizes',
        '20',
        '--withdraw',
        '5',
        '--refreshes',
        '2',
        '--turns',
        '1',
        '--steps',
        '2',
        '--rounds',
        '2',
        '--payments',
        '20',
        // Real programs, for minutes.
        '--window',
        '0',
      ],
      {
        encoding: 'utf8',
        env: { ...process.env, HOLDFAST_BENCH_RSA_BITS: '1024' },
      },
    );
    for (const what of [
      'raw native public operations',
      'planchets derived and blinded',
      'coins unblinded and verified',
      'snapshot, pack, seal, open again',
      'merge with a copy half different',
      'packed, per coin',
      'wall time per place',
      'withdrawal of 5 coins from a v23',
      'withdrawal of 5 coins from a v32',
      'client CPU per coin',
      'refresh at v23: 2 coins',
      'refresh at v32: 2 coins',
      'CPU each, the thread of the window',
      'beside v23, all threads',
      'funded withdrawals of a few coins, one after the other',
      'planchets first: 2 small withdrawals',
      'the gate alone, median / p95',
      'overview: ',
      'after one payment',
      'peak memory',
    ]) {
      expect(printed).toContain(what);
    }
    expect(printed).toMatch(/blob with padding +0\.06 MiB/);
    expect(printed).toMatch(/target at most 330 bytes: (met|missed)/);
    expect(printed).not.toMatch(/NaN|Infinity|undefined/);
  }, 180_000);
});
