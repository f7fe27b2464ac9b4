// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { CODE_LENGTHS } from '../../electron/backup/paper/secret-code.ts';
import { readSheet } from '../../electron/backup/recover/read-sheet.ts';
import { parseRecovery } from '../../electron/backup/paper/parse.ts';
import { recoveryToText, secretGroups, secretLines, sheetNumberFor } from '../../electron/backup/paper/text.ts';
import { bytesToHex } from '../../electron/taler/bytes/encodings.ts';
import { openSecret, secret } from '../../electron/taler/crypto/secret.ts';
import { placesRead } from '../../renderer/parts/typing/read-lines.ts';
import {
  inBoxes,
  isTyped,
  NOTHING_TYPED,
  readiness,
  textOf,
  withPasted,
  withTyped,
} from '../../renderer/parts/typing/typed.ts';
import { codeRows, CODE_SIZES, sizeOfGroup, typedCode, whyNot } from '../../shared/typed-code.ts';

// What is typed into the boxes is the text that the wallet reads, and the boxes are the groups that a sheet prints.

const sheetOf = (length: number) => {
  const root = secret(Uint8Array.from({ length }, (_, at) => (at * 53 + 7) & 255));
  const facts = {
    walletName: 'Family',
    date: '2026-11-23',
    providers: [{ name: 'Dock', url: 'https://sync-1.example.com/' }],
  };
  return { ...facts, root, sheetNumber: sheetNumberFor({ ...facts, root }) };
};
const sheet = sheetOf(64);
const groups = secretGroups(sheet);
const other = recoveryToText(sheet)
  .split('\n')
  .filter((line) => /^(wallet|date|sheet|provider)/.test(line))
  .join('\n');
const read = (text: string): unknown => {
  const parsed = parseRecovery(text);
  return parsed.ok
    ? [bytesToHex(openSecret(parsed.value.root)), parsed.value.providers.map(({ url }) => url)]
    : parsed.error;
};
const right = (of = sheet) => bytesToHex(openSecret(of.root));

describe('the boxes', () => {
  it('are the groups that a sheet prints, in its rows', () => {
    expect(CODE_SIZES).toEqual(CODE_LENGTHS);
    expect(groups.map(({ length }) => length)).toEqual(groups.map((_, index) => sizeOfGroup(index)));
    expect(secretLines(groups).map((line) => typedCode(line).length)).toEqual(codeRows.map(({ size }) => size));
    expect(codeRows.at(-1)).toEqual({ first: 26, last: 26, size: 4 });
  });

  it('give the code alone, or the sheet with its other lines, whose numbers stay', () => {
    const typed = { ...NOTHING_TYPED, groups };
    expect(read(textOf(typed))).toEqual([right(), []]);
    expect(read(textOf({ ...typed, lines: other }))).toEqual([right(), ['https://sync-1.example.com/']]);
    const printed = /= (.*)$/m.exec(other)?.[1] ?? '';
    expect(read(textOf({ ...typed, lines: `“Home”, a service ${printed}` }))).toEqual([
      right(),
      ['https://sync-1.example.com/'],
    ]);
    const slip = other.replace('sync-1', 'sync-l');
    const line = other.split('\n').findIndex((each) => each.startsWith('provider')) + 1;
    expect(read(textOf({ ...typed, lines: slip }))).toMatchObject({ kind: 'recovery-line', line });
  });

  it('hold the shorter code of a wallet of 2022 too', () => {
    const short = sheetOf(32);
    const typed = { ...NOTHING_TYPED, groups: inBoxes(secretGroups(short)) };
    expect(readiness(typed.groups)).toBe('whole');
    expect(read(textOf(typed))).toEqual([right(short), []]);
  });

  it('left empty were not read: the code may find them', () => {
    const typed = { ...NOTHING_TYPED, groups: groups.with(11, '') };
    expect(read(textOf(typed))).toMatchObject({
      kind: 'correction-proposed',
      changes: [{ kind: 'unread', facts: { group: 12, proposed: groups[11] } }],
    });
    expect(isTyped(NOTHING_TYPED)).toBe(false);
  });

  it('tell when the code has something to say', () => {
    expect(readiness(groups.with(25, '').with(24, '').with(23, ''))).toBe('early');
    expect(readiness(groups.with(25, ''))).toBe('telling');
    expect(readiness(groups.with(3, groups[3]?.slice(1) ?? ''))).toBe('whole');
    expect(readiness(groups)).toBe('whole');
  });
});

describe('what is pasted', () => {
  const pasted = (index: number, text: string) => withPasted(NOTHING_TYPED.groups, index, text);
  it('fills the boxes from where it was, or from the first where it begins like a code', () => {
    expect(pasted(5, `secret 06-10: ${groups.slice(5, 7).join(' ')}`)).toEqual({
      groups: NOTHING_TYPED.groups.with(5, groups[5] ?? '').with(6, groups[6] ?? ''),
      next: 7,
    });
    for (const text of [groups.join(' '), groups.join('').toLowerCase(), secretLines(groups).join('\n')])
      expect(pasted(9, text)).toEqual({ groups, next: 25 });
  });

  it('is left to the wallet where it is more, or something else', () => {
    for (const text of [recoveryToText(sheet), 'taler://restore/ABC/', 'x'.repeat(5_000), '', '§'])
      expect(pasted(0, text)).toBeUndefined();
  });
});

it('a letter that cannot be right is told with what it looks like', () => {
  expect(whyNot('HOLD1', 5)).toBeUndefined();
  expect(whyNot('QPZR?', 5, 5)).toBeUndefined();
  expect(whyNot('H0LD1', 5)).toMatchObject({ kind: 'beginning' });
  for (const [typed, meant] of [
    ['B', '8'],
    ['I', 'L'],
    ['O', '0'],
    ['1', 'L'],
  ] as const)
    expect(whyNot(`QP${typed}RY`, 5, 5)).toEqual({ kind: 'look-alike', facts: { group: 2, typed, meant } });
  expect(whyNot('QPäRY', 5, 10)).toEqual({ kind: 'no-letter', facts: { group: 3, typed: 'ä' } });
  expect([whyNot('QPZ', 5, 5)?.kind, whyNot('QPZRYX', 5, 5)?.kind]).toEqual(['short', 'long']);
});

describe('lines that were read', () => {
  it('are shown as the places they name', () => {
    expect(placesRead(other)).toEqual([{ name: 'Dock', address: 'https://sync-1.example.com/' }]);
    const folder = 'holdfast+folder:0123456789ABCDEFGHJKMNPQRS';
    const providers = [
      { name: '', url: folder },
      {
        name: 'Cloud = mine',
        url: 'holdfast+folder:ZZZZZZZZZZZZZZZZZZZZZZZZZZ',
        at: 'https://cloud.example.com/dav/Ada%20L/',
      },
      { name: 'a [b] = c', url: 'https://a.example/' },
    ];
    const page = readSheet(
      recoveryToText({ ...sheet, providers, sheetNumber: sheetNumberFor({ ...sheet, providers }) }),
    );
    expect(page.ok && placesRead(page.value.lines)).toEqual([
      { name: '', address: folder },
      { name: 'Cloud = mine', address: 'https://cloud.example.com/dav/Ada%20L/' },
      { name: 'a [b] = c', address: 'https://a.example/' },
    ]);
  });

  it('and not where a person wrote them, or they name none', () => {
    for (const lines of [
      '',
      'wallet: Family\nsheet: AB12',
      'https://sync-1.example.com/ [52dp]',
      `${other}\nhttps://b.example/`,
      `${other}\n`,
      other.replace('provider 1 of 1', 'provider'),
      other.replace(/ \[.*\]$/, ''),
    ])
      expect(placesRead(lines)).toBeUndefined();
  });
});

describe('a letter that cannot be', () => {
  const none = NOTHING_TYPED.groups;
  const code = groups.join('');
  const typed = (text: string, begin = none, index = 0) => withTyped(begin, index, text);

  it('keeps what follows in its own box until it is gone, and then everything stands where it belongs', () => {
    const until5 = groups.slice(0, 5).join('').length;
    const rest = code.slice(until5);
    const before = none.map((_, at) => (at < 5 ? (groups[at] ?? '') : ''));
    // Typed too much, or instead of another: the cursor stays in the sixth box.
    for (const at of [0, 2, 4]) {
      const extra = `${rest.slice(0, at)}B${rest.slice(at)}`;
      const held = typed(extra, before, 5);
      expect(held).toEqual({ groups: before.with(5, extra), next: 5 });
      expect(typed(rest, held.groups, 5)).toEqual({ groups, next: 25 });
      const wrong = `${rest.slice(0, at)}B${rest.slice(at + 1)}`;
      expect(typed(rest, typed(wrong, before, 5).groups, 5).groups).toEqual(groups);
    }
  });

  it('holds the next one that cannot be in its box, too', () => {
    const wrong = `${code.slice(0, 41)}B${code.slice(42)}`;
    const held = typed(`${wrong.slice(0, 12)}I${wrong.slice(12)}`);
    expect(held.next).toBe(0);
    const { groups: now, next } = typed(wrong, held.groups);
    expect(now.slice(0, 8)).toEqual(groups.slice(0, 8));
    expect(now.slice(8)).toEqual([wrong.slice(40), ...Array<string>(17).fill('')]);
    expect(next).toBe(8);
    expect(typed(code.slice(40), now, 8).groups).toEqual(groups);
  });

  it('moves nothing where something stands behind it, and a group that is only too long stays so', () => {
    const around = groups.with(5, 'QPBZRY');
    expect(typed('QPZRYX', around, 5)).toEqual({ groups: groups.with(5, 'QPZRYX'), next: 5 });
    const long = none.with(5, 'QPZRY');
    expect(typed('QPZRYX', long, 5)).toEqual({ groups: none.with(5, 'QPZRYX'), next: 5 });
  });

  it('is read all the same as what it looks like, in whichever box the letters stand', () => {
    const at = code.slice(25).indexOf('8') + 25;
    const misread = `${code.slice(0, at)}B${code.slice(at + 1)}`;
    const first = Math.floor(at / 5);
    const held = none.map((_, i) => (i < first ? (groups[i] ?? '') : i === first ? misread.slice(5 * first) : ''));
    expect(readiness(held)).toBe('whole');
    expect(read(textOf({ ...NOTHING_TYPED, groups: held }))).toMatchObject({
      kind: 'correction-proposed',
      changes: [{ kind: 'differs', facts: { group: first + 1 } }],
    });
  });
});
