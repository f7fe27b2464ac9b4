// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import { runDemo } from '../../electron/demo/demo.ts';
import { realWorld } from '../../electron/world.ts';
import { lightly } from '../support/light.ts';

test('the demo: withdraw, back up, delete, restore, pay, refund, send, take over, empty; every number right', async () => {
  // Its eleven wallets under passphrases would try them for half of the time.
  const report = await runDemo(() => undefined, '', lightly(realWorld()));
  expect(report.problems).toEqual([]);
  const restored = report.lines.find((line) => line.startsWith('restored '));
  const match = /^restored (\S+) of (\S+)$/.exec(restored ?? '');
  expect(match?.[1]).toBeDefined();
  expect(match?.[1]).toBe(match?.[2]);
  for (const chapter of [
    /^refunded KUDOS:1\.2:/,
    /^sent KUDOS:2\.5 /,
    /^took over KUDOS:/,
    /^emptied KUDOS:/,
    /^sheet hurt and read back: Everything can be brought back, by 2 of 2 places\./,
    /^stick put back: Everything can be brought back, by 1 of 2 places\./,
    /^2 of 3 shares: (\S+) of \1$/,
    /^restore undone: /,
    /^escrow: (\S+) of \1 by two of three ways/,
    /^came from GNU Taler's wallet: KUDOS:13\.69 of KUDOS:13\.69 /,
    /^came from GNU Taler's wallet: KUDOS:7\.56 of KUDOS:7\.56 /,
    /^new secret: \S+ of \S+ moved; the old sheet gets nothing$/,
  ]) {
    expect(report.lines.filter((line) => chapter.test(line))).toHaveLength(1);
  }
  // What came back by paper, and what came back from escrow, is spent.
  const paid = report.lines.filter((line) => line.startsWith('paid KUDOS:3.21 '));
  expect(paid).toHaveLength(2);
  expect(paid.filter((line) => line.includes(', one of 2 ways)'))).toHaveLength(1);
}, 120_000);
