// SPDX-License-Identifier: GPL-3.0-or-later
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseRecovery } from '../../electron/backup/paper/parse.ts';
import { noCups, startCups, type Cups } from '../support/cups.ts';
import { holdfast } from '../support/holdfast.ts';

// `sheet --print`: from memory to a real print service, and what is said when there is no printer.

const why = noCups();
const root = mkdtempSync(join(tmpdir(), 'holdfast-print-'));
const mine = ['--data', join(root, 'wallet'), '--unprotected'];
const before = { server: process.env['CUPS_SERVER'], path: process.env['PATH'] };
let cups: Cups | undefined;

beforeAll(async () => {
  await holdfast([...mine, 'provider', 'add', mkdtempSync(join(root, 'stick-')), '--yes']);
  if (why === undefined) cups = await startCups();
}, 60_000);
afterAll(async () => {
  await cups?.end();
  if (before.server === undefined) delete process.env['CUPS_SERVER'];
  else process.env['CUPS_SERVER'] = before.server;
  process.env['PATH'] = before.path;
  rmSync(root, { recursive: true, force: true });
});
const print = async (...words: readonly string[]) => {
  process.env['CUPS_SERVER'] = cups?.server;
  return holdfast([...mine, 'sheet', '--print', ...words]);
};

describe.skipIf(why !== undefined)(`a sheet on a printer${why === undefined ? '' : ` (skipped: ${why})`}`, () => {
  test('goes there without a file, and what was printed brings everything back', async () => {
    const files = readdirSync(root, { recursive: true }).length;
    const done = await print('paper', '--paper', 'Letter');
    expect([done.code, done.out]).toEqual([0, expect.stringContaining('Handed to the printer')]);
    await expect.poll(() => cups?.waiting(), { timeout: 20_000 }).toBeDefined();
    const page = cups?.waiting() ?? '';
    expect(readdirSync(root, { recursive: true }).length).toBe(files);
    const text = execFileSync('pdftotext', ['-layout', page, '-'], { encoding: 'utf8' });
    const own = parseRecovery((await holdfast([...mine, 'sheet'])).out);
    const printed = parseRecovery(text);
    expect(own.ok && printed.ok && printed.value.sheetNumber === own.value.sheetNumber).toBe(true);
    expect(printed.ok && printed.value.providers.length).toBe(1);
  }, 60_000);

  test('that is gone, not named, or not there at all is told', async () => {
    expect(await print('nowhere')).toMatchObject({ code: 1, err: expect.stringContaining('no printer “nowhere”') });
    expect(await print()).toMatchObject({ code: 1, err: expect.stringContaining('No printer is set up') });
    process.env['PATH'] = '/nowhere';
    const missing = await print('paper');
    process.env['PATH'] = before.path;
    expect(missing).toMatchObject({ code: 1, err: expect.stringContaining('no program lp') });
  }, 60_000);
});
