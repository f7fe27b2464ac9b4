// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { explainBackupFailure } from '../../electron/backup/failure/explain.ts';
import { parseRecovery } from '../../electron/backup/paper/parse.ts';
import {
  RECOVERY_PREFIX,
  recoveryToText,
  secretGroups,
  sheetNumberFor,
  type Recovery,
} from '../../electron/backup/paper/text.ts';
import { splitSecret } from '../../electron/backup/paper/codex32/shares.ts';
import { readSheet } from '../../electron/backup/recover/read-sheet.ts';
import { bytesToHex } from '../../electron/taler/bytes/encodings.ts';
import { openSecret, secret } from '../../electron/taler/crypto/secret.ts';
import { english } from '../support/english.ts';

// What a damaged sheet was most likely meant to say is proposed with the groups in question, and never taken by itself; the lines of the
// text and the code each have checks of their own, and the stronger one decides.

const root = secret(Uint8Array.from({ length: 64 }, (_, at) => (at * 53 + 7) & 255));
const facts = {
  walletName: 'Family',
  date: '2026-11-23',
  providers: [
    { name: 'Dock', url: 'https://sync-1.example.com/' },
    { name: 'Stick', url: 'holdfast+folder:0123456789ABCDEFGHJKMNPQRS' },
  ],
};
const sheet: Recovery = { ...facts, root, sheetNumber: sheetNumberFor({ ...facts, root }) };
const text = recoveryToText(sheet);
const groups = secretGroups(sheet);
const group = (number: number): string => groups[number - 1] ?? '';
/** Another letter of the code than this one, in its case. */
const other = (letter: string): string => (letter === 'Q' ? 'P' : 'Q');
const wrongAt = (written: string, at: number): string =>
  written.slice(0, at) + other(written[at] ?? '') + written.slice(at + 1);
/** The sheet with other groups, its lines as they are. */
const withGroups = (changed: Readonly<Record<number, string>>, from = text): string =>
  Object.entries(changed).reduce((all, [number, to]) => all.replace(group(Number(number)), to), from);
/** The code alone, with other groups. */
const alone = (changed: Readonly<Record<number, string>> = {}): string =>
  groups.map((each, i) => changed[i + 1] ?? each).join(' ');

const read = (given: string): unknown => {
  const parsed = parseRecovery(given);
  return parsed.ok ? bytesToHex(openSecret(parsed.value.root)) : explainBackupFailure(parsed.error);
};
const right = bytesToHex(openSecret(root));
const differs = (number: number, typed: string) => ({
  kind: 'differs',
  facts: { group: number, typed, proposed: group(number) },
});
const unread = (number: number) => ({ kind: 'unread', facts: { group: number, proposed: group(number) } });
const proposed = (...changes: unknown[]) => ({ kind: 'correction-proposed', facts: { changes } });

describe('a correction is proposed, with the groups that differ', () => {
  it('for one to four wrong letters, in the text and in the code alone', () => {
    const [a, b] = [wrongAt(group(7), 2), wrongAt(wrongAt(group(19), 0), 4)];
    const changes = proposed(differs(7, a), differs(19, b));
    expect(read(withGroups({ 7: a, 19: b }))).toEqual(changes);
    expect(read(alone({ 7: a, 19: b }))).toEqual(changes);
    expect(read(alone({ 7: a, 19: b }).toLowerCase())).toEqual(changes);
    expect(read(withGroups({ 26: wrongAt(group(26), 3) }))).toEqual(proposed(differs(26, wrongAt(group(26), 3))));
  });

  it('for letters that cannot be read, a blotted group, and one that was left out', () => {
    const some = `?${group(3).slice(1)}`;
    expect(read(withGroups({ 3: some, 12: '?????' }))).toEqual(proposed(differs(3, some), unread(12)));
    expect(read(alone({ 12: '?????' }))).toEqual(proposed(unread(12)));
    expect(read(alone({ 12: '' }))).toEqual(proposed(unread(12)));
    expect(read(withGroups({ 12: '' }))).toEqual(proposed(unread(12)));
    expect(read(alone({ 25: '?????', 26: '????' }))).toEqual(proposed(unread(25), unread(26)));
    expect(read(groups.slice(0, 25).join(' '))).toEqual(proposed(unread(26)));
  });

  it('for letters that look like others, and for a beginning that was misread', () => {
    const at = groups.findIndex((each) => each.includes('0') || each.includes('8')) + 1;
    const alike = group(at).replaceAll('0', 'O').replaceAll('8', 'B');
    expect(read(withGroups({ [at]: alike }))).toEqual(proposed(differs(at, alike)));
    expect(read(withGroups({ 1: 'H0LD1' }))).toEqual(proposed(differs(1, 'H0LD1')));
    expect(read(alone({ 1: 'HOLDI' }))).toEqual(proposed(differs(1, 'HOLDI')));
  });

  it('for one letter too few or too many, and for groups in each other’s place', () => {
    const [short, long] = [group(9).slice(1), `${group(9)}Q`];
    const inOrder = (found: unknown): readonly unknown[] =>
      (found as { facts: { changes: { facts: { group: number } }[] } }).facts.changes.map((each) => each.facts.group);
    for (const given of [withGroups({ 9: short }), alone({ 9: short })]) {
      expect(read(given)).toMatchObject({ kind: 'correction-proposed' });
      expect(inOrder(read(given))).toEqual([9]);
    }
    expect(read(alone({ 9: long }))).toEqual(proposed(differs(9, long)));
    expect(read(withGroups({ 9: long }))).toEqual(proposed(differs(9, long)));
    expect(read(alone({ 9: group(10), 10: group(9) }))).toEqual(
      proposed({ kind: 'swapped', facts: { group: 9, other: 10 } }),
    );
  });

  it('and is said in sentences', () => {
    const wrong = wrongAt(group(7), 2);
    const parsed = parseRecovery(withGroups({ 7: wrong, 12: '?????' }));
    expect(parsed.ok ? '' : english('failure', explainBackupFailure(parsed.error))).toBe(
      `The code does not fit as it was read. Compare with the sheet: Group 7: “${wrong}” was read, and the sheet should say “${group(7)}”. Group 12 was not read; it should say “${group(12)}”. Nothing was changed.`,
    );
  });
});

describe('the checks of the lines and of the code', () => {
  it('a right code is read whatever the numbers before its lines say', () => {
    expect(read(text.replace('secret 11-15', 'secret l1-15'))).toBe(right);
    expect(read(text.replace('secret 06-10', 'secret 06-09'))).toBe(right);
    const lines = text.split('\n');
    const [second = '', third = ''] = lines.filter((line) => /^secret (06|11)/.test(line));
    const swapped = lines.map((line) => (line === second ? third : line === third ? second : line)).join('\n');
    expect(read(swapped)).toBe(right);
  });

  it('a wrong code below wrong numbers is proposed, and taken in the order of the numbers', () => {
    const wrong = wrongAt(group(7), 1);
    expect(read(withGroups({ 7: wrong }).replace('secret 11-15', 'secret l1-15'))).toEqual(proposed(differs(7, wrong)));
  });

  it('a sheet number that is not the one of the code stays a question about the sheet, corrected or not', () => {
    const mixed = text.replace(/^sheet: .*$/m, 'sheet: QQQQ');
    const refused = { kind: 'recovery-line', facts: { why: { kind: 'other-sheet-number' } } };
    expect(read(mixed)).toMatchObject(refused);
    expect(read(withGroups({ 7: wrongAt(group(7), 1) }, mixed))).toMatchObject(refused);
  });

  it('a line of a place that is wrong is named before a correction of the code is talked about', () => {
    const both = withGroups({ 7: wrongAt(group(7), 1) }).replace('sync-1.example', 'sync-l.example');
    expect(read(both)).toMatchObject({ kind: 'recovery-line', facts: { why: { kind: 'address-check' } } });
  });

  it('a missing line names the groups, for more is missing than can be found', () => {
    const lines = text.split('\n').filter((line) => !line.startsWith('secret 06'));
    expect(read(lines.join('\n'))).toMatchObject({
      kind: 'recovery-line',
      facts: { why: { kind: 'groups-missing', facts: { first: 6, last: 10 } } },
    });
  });

  it('the same sheet twice in a mail, once damaged, is the one that is right', () => {
    expect(read(`${withGroups({ 7: wrongAt(group(7), 1) })}\n> ${text.replaceAll('\n', '\n> ')}`)).toBe(right);
    expect(read(`${alone({ 7: wrongAt(group(7), 1) })}\n\n> ${alone()}`)).toBe(right);
  });
});

describe('too damaged', () => {
  it('five wrong letters, three blotted groups: what to do is said, and no secret is given', () => {
    const five = { 3: wrongAt(wrongAt(group(3), 0), 3), 8: wrongAt(wrongAt(wrongAt(group(8), 0), 2), 4) };
    const blotted = { 3: '?????', 8: '?????', 20: '?????' };
    for (const changed of [five, blotted])
      for (const given of [withGroups(changed), alone(changed)])
        expect(read(given)).toMatchObject({ kind: 'too-damaged', facts: {} });
    const parsed = parseRecovery(alone(five));
    expect(parsed.ok ? '' : english('failure', explainBackupFailure(parsed.error))).toBe(
      'More of the code is wrong or missing than can be found from the rest. Read it again group by group, with ? for each letter that cannot be read, or use the QR code or another print of the sheet. Nothing was changed.',
    );
  });

  it('what is no code is none, however it begins', () => {
    const prose = 'hold 1 moment, '.repeat(20);
    expect(read(prose)).toEqual({ kind: 'not-a-recovery-text', facts: { line: 1 } });
    expect(read('hello')).toEqual({ kind: 'not-a-recovery-text', facts: { line: 1 } });
  });

  it('a share of a divided secret is said to be one, damaged or not', () => {
    const split = { prefix: RECOVERY_PREFIX, identifier: 'test', bytes: openSecret(root) };
    const [share = ''] = splitSecret(split, { needed: 2, count: 3 }, (length) => new Uint8Array(length).fill(11));
    const damaged = wrongAt(share.toUpperCase(), 40);
    const few = { kind: 'too-few-shares', facts: { split: 'TEST', needed: 2, got: 1, there: ['1'] } };
    expect(read(share)).toEqual(few);
    expect(read(damaged)).toMatchObject({ kind: 'correction-proposed' });
  });
});

describe('reading a sheet for whoever types it', () => {
  const damaged = withGroups({ 7: wrongAt(group(7), 2) });
  it('gives its groups and its other lines; a correction only when it is taken', () => {
    const lines = text.split('\n').filter((line) => /^(wallet|date|sheet|provider)/.test(line));
    const whole = { groups, lines: lines.join('\n'), text: expect.stringContaining('HOLDFAST-RECOVERY-1') };
    expect(readSheet(text, { take: false })).toEqual({ ok: true, value: whole });
    expect(readSheet(damaged, { take: false })).toMatchObject({ ok: false, error: { kind: 'correction-proposed' } });
    expect(readSheet(damaged, { take: true })).toEqual({ ok: true, value: whole });
    const taken = readSheet(damaged, { take: true });
    expect(taken.ok && read(taken.value.text)).toBe(right);
  });

  it('gives the groups alone where there is nothing else, and nothing to type for an address', () => {
    expect(readSheet(alone(), { take: false })).toEqual({ ok: true, value: { groups, lines: '', text: alone() } });
    const address = `taler://restore/${'0'.repeat(103)}/`;
    expect(readSheet(address, { take: false })).toEqual({ ok: true, value: { groups: [], lines: '', text: address } });
  });

  it('does not make a damaged sheet whole by being asked to take', () => {
    expect(readSheet(alone({ 3: '?????', 8: '?????', 20: '?????' }), { take: true })).toMatchObject({
      ok: false,
      error: { kind: 'too-damaged' },
    });
    expect(readSheet('hello', { take: true })).toMatchObject({ ok: false, error: { kind: 'not-a-recovery-text' } });
  });
});
