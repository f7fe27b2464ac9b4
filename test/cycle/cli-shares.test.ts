// SPDX-License-Identifier: GPL-3.0-or-later
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SharesView } from '../../shared/view-shares.ts';
import { atTerminal, hasTerminal } from '../support/at-terminal.ts';
import { holdfast } from '../support/holdfast.ts';

// A sheet in shares on the command line: made, read back, drilled and restored from, whichever of them are there.

const root = mkdtempSync(join(tmpdir(), 'holdfast-shares-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const stick = mkdtempSync(join(root, 'stick-'));
let made = 0;
const fresh = (): readonly string[] => ['--data', join(root, String((made += 1))), '--unprotected'];
const mine = fresh();

let three: SharesView;
let files: readonly string[] = [];
beforeAll(async () => {
  await holdfast([...mine, 'provider', 'add', stick, '--yes']);
  three = JSON.parse((await holdfast([...mine, '--json', 'sheet', '--shares', '2/3'])).out) as SharesView;
  files = three.shares.map(({ text, number }) => {
    const file = join(root, `share-${number}.txt`);
    writeFileSync(file, text);
    return file;
  });
}, 60_000);
const sheets = (...numbers: readonly number[]): readonly string[] =>
  numbers.flatMap((number) => ['--sheet', files[number - 1] ?? '']);
const groups = (number: number): readonly string[] => three.shares[number - 1]?.groups ?? [];

describe('shares on the command line', () => {
  test('2 of 3 restore, in any order, from files and from standard input', async () => {
    for (const given of [sheets(1, 2), sheets(3, 1)]) {
      const restored = await holdfast([...fresh(), 'restore', ...given, '--folder', stick]);
      expect(restored.code).toBe(0);
      expect(restored.out).toContain('Found');
    }
    const both = (three.shares[1]?.text ?? '') + (three.shares[2]?.text ?? '');
    const piped = await holdfast([...fresh(), 'restore', '-', '--folder', stick], both);
    expect([piped.code, piped.out]).toEqual([0, expect.stringContaining('Found')]);
  }, 60_000);

  test('too few, one twice, and one of another split are refused by name, and nothing is done', async () => {
    const apart = JSON.parse((await holdfast([...mine, '--json', 'sheet', '--shares', '2/3'])).out) as SharesView;
    expect(apart.split).not.toBe(three.split);
    const other = join(root, 'other.txt');
    writeFileSync(other, apart.shares[1]?.text ?? '');
    for (const [given, kind] of [
      [sheets(2), 'too-few-shares'],
      [sheets(2, 2), 'same-share-twice'],
      [[...sheets(1), '--sheet', other], 'share-of-another-split'],
    ] as const) {
      const where = fresh();
      const refused = await holdfast([...where, '--json', 'restore', ...given, '--folder', stick]);
      expect([refused.code, JSON.parse(refused.err)]).toMatchObject([1, { kind }]);
      const devices = await holdfast([...where, '--json', 'devices']);
      expect(JSON.parse(devices.out)).toMatchObject({ devices: [] });
    }
    const usage = await holdfast([...mine, 'sheet', '--shares', '4/3']);
    expect([usage.code, usage.err]).toEqual([1, expect.stringContaining('2/3')]);
    // One way at a time: of two files one would not be there, and nobody would be told.
    const [pdf, html] = [join(root, 'x.pdf'), join(root, 'x.html')];
    for (const ways of [
      ['--pdf', pdf, '--html', html],
      ['--text', '--pdf', pdf],
      ['--shares', '2/3', '--print', '--pdf', pdf],
      ['--html', html, '--print'],
    ]) {
      const both = await holdfast([...mine, 'sheet', ...ways]);
      expect([both.code, both.out, both.err]).toEqual([1, '', expect.stringContaining('used as: sheet')]);
    }
    // A page in the folder of a copy is the lock with its key.
    mkdirSync(join(stick, 'printed'));
    for (const beside of [join(stick, 'x.pdf'), join(stick, 'printed', 'x.pdf')]) {
      const refused = await holdfast([...mine, 'sheet', '--pdf', beside]);
      expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('whoever finds both has the money')]);
      expect(existsSync(beside)).toBe(false);
    }
    expect([pdf, html].some((file) => existsSync(file))).toBe(false);
  }, 60_000);

  test('3 of 5 make the sheet count, by a test and by a drill; which split, is remembered', async () => {
    const five = JSON.parse((await holdfast([...mine, '--json', 'sheet', '--shares', '3/5'])).out) as SharesView;
    const some = [5, 2, 4].map((number) => five.shares[number - 1]?.text ?? '').join('\n');
    const drilled = await holdfast([...mine, '--json', 'drill', '-'], some);
    const report = JSON.parse(drilled.out) as { sheet?: object };
    expect(report).toMatchObject({ verdict: 'passed', sheet: { split: five.split } });
    expect(report.sheet).not.toHaveProperty('sheetNumber');
    const status = JSON.parse((await holdfast([...mine, '--json', 'status'])).out) as { backup: object };
    expect(status.backup).toMatchObject({ drill: { split: five.split }, sheetTestedAt: expect.any(Number) as number });
    const [one = '', two = '', third = ''] = files;
    const stranger = join(root, 'stranger.txt');
    writeFileSync(stranger, 'no paper');
    for (const shown of [
      ['--test', one, '--test', third],
      ['--verify', one, '--verify', third],
      ['--verify', one, two],
    ]) {
      const tested = await holdfast([...mine, 'sheet', ...shown]);
      expect([shown, tested.out]).toEqual([shown, expect.stringContaining('This sheet brings everything back.')]);
    }
    // No paper is passed over: neither the first of two, nor one that stands there without its option.
    for (const shown of [
      ['sheet', '--verify', stranger, '--verify', one],
      ['sheet', '--verify', one, stranger],
      ['drill', stranger],
    ])
      expect([shown, (await holdfast([...mine, ...shown])).code]).toEqual([shown, 1]);
  }, 60_000);

  test('unlock takes them, too', async () => {
    const locked = ['--data', join(root, 'locked')];
    const old = join(root, 'old');
    writeFileSync(old, 'the old one\n');
    const anew = join(root, 'new');
    writeFileSync(anew, 'a new passphrase\n');
    await holdfast([...locked, '--passphrase-file', old, 'provider', 'add', mkdtempSync(join(root, 'p-')), '--yes']);
    const text = (await holdfast([...locked, '--passphrase-file', old, 'sheet', '--shares', '2/2'])).out;
    const opened = await holdfast([...locked, '--passphrase-file', anew, 'unlock', '-'], text);
    expect([opened.code, opened.err]).toEqual([0, '']);
    expect((await holdfast([...locked, '--passphrase-file', anew, 'balance'])).code).toBe(0);
  }, 60_000);
});

describe.skipIf(!hasTerminal)(`at a terminal${hasTerminal ? '' : ' (skipped: no script of util-linux)'}`, () => {
  const asks = /\[y\/N\] |Groups \d+ to \d+: /g;

  test('one from a file and one typed; the same one again is said to be in, and nothing is lost', async () => {
    const args = ['restore', ...sheets(2), '--folder', stick];
    const typed = await atTerminal([...fresh(), ...args], [groups(2).join(''), groups(3).join('')], asks);
    expect(typed.seen).toContain(`Of split ${three.split}, share 2 is in, and 2 are needed.`);
    expect(typed.seen).toContain(`Share 2 of split ${three.split} is here already.`);
    expect([typed.code, typed.seen.match(asks)?.length]).toEqual([0, 2]);
  }, 60_000);

  test('both typed, the second one damaged: what is proposed is asked about', async () => {
    const [good, bad] = [groups(1), [...groups(3)]];
    bad[8] = '?????';
    const typed = await atTerminal(
      [...fresh(), 'restore', '--folder', stick],
      [good.join(''), bad.join(''), 'y'],
      asks,
    );
    expect(typed.seen).toContain(`it should say “${groups(3)[8]}”`);
    expect(typed.code).toBe(0);
  }, 60_000);
});
