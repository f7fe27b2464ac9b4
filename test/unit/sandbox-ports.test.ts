// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, expect, it } from 'vitest';
import { startSandbox, type ExchangeChoice, type Sandbox } from '../../electron/sandbox/sandbox.ts';
import { realWorld } from '../../electron/world.ts';

// An economy that is kept comes back to its addresses, so they must still be free then. Systems hand out ports by themselves (Linux
// from 32768 on) to whatever connects: one such sat at the play bank's after a restart, and play money had no places any more.

const root = mkdtempSync(join(tmpdir(), 'holdfast-ports-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const dice = (): ((count: number) => Uint8Array) => {
  let drawn = 0;
  // The same for all: whoever comes second finds its first choice taken.
  return (count) => (count === 2 ? Uint8Array.of(7, (drawn += 1)) : realWorld().randomBytes(count));
};
const start = (name: string, ...exchanges: ExchangeChoice[]): Promise<Sandbox> =>
  startSandbox({
    ...realWorld(),
    randomBytes: dice(),
    directory: join(root, name),
    rsaBits: 1024,
    ...(exchanges.length === 0 ? {} : { exchanges }),
  });
const generationOf = ({ exchanges }: Sandbox): string | undefined => exchanges[0]?.generation;
const portsOf = ({ bank, exchanges, merchant, syncProviders }: Sandbox): readonly number[] =>
  [bank, ...exchanges, merchant, ...syncProviders].map(({ baseUrl }) => Number(new URL(baseUrl).port));

it('takes ports that no system hands out by itself, others where they are taken, and comes back to them, speaking as before', async () => {
  const one = await start('one', { generation: 'v23' });
  const two = await start('two');
  const [first, second] = [portsOf(one), portsOf(two)];
  for (const port of [...first, ...second]) {
    expect(port).toBeGreaterThanOrEqual(20_000);
    expect(port).toBeLessThan(32_000);
  }
  expect(new Set([...first, ...second]).size).toBe(first.length + second.length);
  expect(generationOf(two)).toBe('v32');
  await one.close();
  // Data of before this was written down is of v23.
  const file = new Database(join(root, 'one', 'exchange-1.sqlite'));
  expect(file.prepare("DELETE FROM setting WHERE name = 'generation'").run().changes).toBe(1);
  file.close();
  const again = await start('one');
  expect(portsOf(again)).toEqual(first);
  expect(generationOf(again)).toBe('v23');
  await again.close();
  await two.close();
});
