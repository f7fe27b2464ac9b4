// SPDX-License-Identifier: GPL-3.0-or-later
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import decodeQr from 'qr/decode.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseRecovery } from '../../electron/backup/paper/parse.ts';
import { noCups, startCups, type Cups } from '../support/cups.ts';
import { holdfast } from '../support/holdfast.ts';
import { readPpm } from '../window/pdf.ts';

// `sheet --print`: from memory to a real print service, and what is said when there is no printer.

const why = noCups();
const root = mkdtempSync(join(tmpdir(), 'holdfast-print-'));
const mine = ['--data', join(root, 'wallet'), '--unprotected'];
const stick = mkdtempSync(join(root, 'stick-'));
const before = { server: process.env['CUPS_SERVER'], path: process.env['PATH'] };
let cups: Cups | undefined;

beforeAll(async () => {
  await holdfast([...mine, 'provider', 'add', stick, '--yes']);
  if (why === undefined) cups = await startCups();
}, 60_000);
afterAll(async () => {
  await cups?.end();
  if (before.server === undefined) delete process.env['CUPS_SERVER'];
  else process.env['CUPS_SERVER'] = before.server;
  process.env['PATH'] = before.path;
  rmSync(root, { recursive: true, force: true });
});
/** Ghostscript writes it as it goes. */
const isWhole = (file: string | undefined): boolean =>
  file !== undefined && readFileSync(file).subarray(-16).toString('latin1').includes('%%EOF');

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

  test('shares go there, too, a page for each', async () => {
    const done = await print('paper', '--shares', '2/3');
    expect([done.code, done.out]).toEqual([
      0,
      expect.stringMatching(/split \w{4}, 3 pages, of which any 2 are needed/),
    ]);
    const printed = (): string => execFileSync('pdftotext', [cups?.waiting() ?? '', '-'], { encoding: 'utf8' });
    await expect.poll(printed, { timeout: 20_000 }).toMatch(/Share 1 of 3[^]*Share 2 of 3[^]*Share 3 of 3/);
  }, 60_000);

  test('comes out of CUPS-PDF with a square that restores', async () => {
    expect((await print('pdf')).code).toBe(0);
    await expect.poll(() => isWhole(cups?.cameOut()), { timeout: 30_000 }).toBe(true);
    const page = cups?.cameOut() ?? '';
    execFileSync('pdftoppm', ['-r', '150', '-singlefile', page, join(root, 'page')], { stdio: 'ignore' });
    const sheet = join(root, 'square.txt');
    writeFileSync(sheet, decodeQr(readPpm(readFileSync(join(root, 'page.ppm')))));
    const fresh = ['--data', join(root, 'restored'), '--unprotected', '--json'];
    const restored = await holdfast([...fresh, 'restore', '--sheet', sheet, '--folder', stick]);
    expect([restored.code, restored.out]).toEqual([0, expect.stringContaining('"found"')]);
  }, 90_000);

  test('that is gone, not named, or not there at all is told', async () => {
    expect(await print('nowhere')).toMatchObject({ code: 1, err: expect.stringContaining('no printer “nowhere”') });
    expect(await print()).toMatchObject({ code: 1, err: expect.stringContaining('No printer is set up') });
    process.env['CUPS_SERVER'] = join(root, 'no-service');
    for (const to of [['paper'], []])
      expect(await holdfast([...mine, 'sheet', '--print', ...to])).toMatchObject({
        code: 1,
        err: expect.stringContaining('does not answer'),
      });
    process.env['PATH'] = '/nowhere';
    const missing = await print('paper');
    process.env['PATH'] = before.path;
    expect(missing).toMatchObject({ code: 1, err: expect.stringContaining('no program lp') });
  }, 60_000);
});
