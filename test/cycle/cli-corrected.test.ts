// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { atTerminal, hasTerminal } from '../support/at-terminal.ts';
import { holdfast } from '../support/holdfast.ts';

// A damaged sheet on the command line: what is proposed is asked about where somebody sits, and is never taken otherwise, `--yes` or not.

const root = mkdtempSync(join(tmpdir(), 'holdfast-corrected-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const stick = mkdtempSync(join(root, 'stick-'));
let made = 0;
const fresh = (): readonly string[] => ['--data', join(root, String((made += 1))), '--unprotected'];

let text = '';
let groups: readonly string[] = [];
beforeAll(async () => {
  const one = fresh();
  await holdfast([...one, 'provider', 'add', stick, '--yes']);
  text = (await holdfast([...one, 'sheet'])).out;
  groups = [...text.matchAll(/^secret .*: (.*)$/gm)].flatMap(([, line = '']) => line.split(' '));
  expect(groups.length).toBe(26);
}, 60_000);

const group = (number: number): string => groups[number - 1] ?? '';
const wrong = (number: number): string => `${group(number).slice(0, 4)}${group(number).endsWith('Q') ? 'P' : 'Q'}`;
const damagedFile = (): string => {
  const file = join(root, 'damaged.txt');
  writeFileSync(file, text.replace(group(7), wrong(7)));
  return file;
};
const said = (number: number): string =>
  `Group ${number}: “${wrong(number)}” was read, and the sheet should say “${group(number)}”.`;

describe('without a terminal', () => {
  test('the proposal is printed and nothing is done, from a file and from standard input', async () => {
    const file = damagedFile();
    for (const [args, input] of [
      [['restore', '--sheet', file, '--folder', stick, '--yes'], ''],
      [['restore', '-', '--folder', stick], text.replace(group(7), wrong(7))],
      [['takeover', '--sheet', file, '--folder', stick, '--yes'], ''],
    ] as const) {
      const where = fresh();
      const refused = await holdfast([...where, ...args], input);
      expect([refused.code, refused.out]).toEqual([1, '']);
      expect(refused.err).toContain(said(7));
      const after = JSON.parse((await holdfast([...where, '--json', 'devices'])).out) as { devices?: unknown[] };
      expect(after).toMatchObject({ devices: [] });
    }
    const json = await holdfast([...fresh(), '--json', 'restore', '--sheet', file]);
    expect(JSON.parse(json.err)).toMatchObject({
      kind: 'correction-proposed',
      facts: { changes: [{ kind: 'differs', facts: { group: 7, typed: wrong(7), proposed: group(7) } }] },
    });
  }, 60_000);

  test('too damaged is said so', async () => {
    const blotted = [3, 9, 20].reduce((all, number) => all.replace(group(number), '?????'), text);
    const refused = await holdfast([...fresh(), '--json', 'restore', '-'], blotted);
    expect([refused.code, JSON.parse(refused.err)]).toMatchObject([1, { kind: 'too-damaged' }]);
  }, 60_000);

  test('a sheet is still a word of the command', async () => {
    const refused = await holdfast([...fresh(), 'restore']);
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('restore [--sheet FILE … | -]')]);
  });
});

describe.skipIf(!hasTerminal)(`at a terminal${hasTerminal ? '' : ' (skipped: no script of util-linux)'}`, () => {
  const asks = /\[y\/N\] |Groups \d+ to \d+: /g;

  test('what is proposed is asked about: taken it restores, not taken nothing is changed', async () => {
    const args = ['restore', '--sheet', damagedFile(), '--folder', stick];
    const no = await atTerminal([...fresh(), ...args], ['n'], asks);
    expect(no.seen).toContain(said(7));
    expect(no.seen).toContain('Not taken, so nothing was changed.');
    expect(no.code).toBe(1);
    const yes = await atTerminal([...fresh(), ...args, '--yes'], ['y'], asks);
    expect(yes.seen).toContain(said(7));
    expect(yes.seen).toContain('Found');
    expect(yes.code).toBe(0);
  }, 60_000);

  test('the code is typed row by row; letters it does not have are explained, and the row is asked for again', async () => {
    const row = (at: number): string => groups.slice(at * 5, at * 5 + 5).join(' ');
    const typed = [
      row(0).toLowerCase(),
      `${row(1).slice(0, -1)}B`,
      row(1).slice(0, -1),
      row(1).replace(group(7), wrong(7)),
      row(2),
      row(3).replace(group(18), '?????'),
      row(4),
      row(5),
      'y',
    ];
    const restored = await atTerminal([...fresh(), 'restore', '--folder', stick], typed, asks);
    expect(restored.seen).toContain('Group 10: the code has no “B”. What looks like it is “8”.');
    expect(restored.seen).toContain('It has 25 letters, and 24 were typed.');
    expect(restored.seen).toContain(said(7));
    expect(restored.seen).toContain(`Group 18 was not read; it should say “${group(18)}”.`);
    expect(restored.code).toBe(0);
  }, 60_000);

  test('the whole code on one line ends the typing', async () => {
    const restored = await atTerminal([...fresh(), 'restore', '--folder', stick], [groups.join('')], asks);
    expect([restored.code, restored.seen.match(asks)?.length]).toEqual([0, 1]);
  }, 60_000);
});
