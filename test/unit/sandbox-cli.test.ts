// SPDX-License-Identifier: GPL-3.0-or-later
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { get } from './sandbox-client.ts';

test('the command prints where everything is, serves, and stops cleanly when told to', async () => {
  const program = spawn(process.execPath, [
    'electron/sandbox/cli.ts',
    '--json',
    '--exchange',
    'v17',
    '--exchange',
    'v23',
    '--exchange',
    'v32',
    '--escrow',
    '2021',
    '--withdraw',
    'KUDOS:5',
  ]);
  const [chunk] = (await once(program.stdout, 'data')) as [Buffer];
  const lines = JSON.parse(chunk.toString('utf8')) as { what: string; url: string }[];
  expect(lines.map((line) => line.what)).toEqual([
    'bank',
    'exchange v17',
    'exchange v23',
    'exchange v32',
    'shop',
    'backup provider, KUDOS:0 a year',
    'backup provider, KUDOS:0.1 a year',
    'escrow 2021, KUDOS:0 a year',
    'withdrawal',
    'confirm it at',
  ]);
  expect((await get(`${lines[2]!.url}config`)).json.version).toBe('23:0:6');
  const page = await get(lines[9]!.url);
  expect(new TextDecoder().decode(page.bytes)).toContain('Withdraw KUDOS:5');
  program.kill('SIGTERM');
  const [code] = (await once(program, 'exit')) as [number];
  expect(code).toBe(0);
});
