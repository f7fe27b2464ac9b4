// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { readPapers, parseRecovery, uriIn } from '../../electron/backup/paper/parse.ts';
import { groupsOf, shareToText } from '../../electron/backup/paper/share-text.ts';
import { splitIntoShares } from '../../electron/backup/paper/split.ts';
import { recoveryToQr, shareToQr } from '../../electron/backup/paper/square.ts';
import { recoveryToText, secretGroups, sheetNumberFor } from '../../electron/backup/paper/text.ts';
import { openSecret, secret } from '../../electron/taler/crypto/secret.ts';
import { groups, lineOf, read, sheet, text, whole, withLine } from './sheet-facts.ts';

// Of all that lies in one text the papers are found, and what is wrong is named with its line in that text.

const bytes = openSecret(sheet.root);
const other = (() => {
  const facts = { ...sheet, root: secret(bytes.map((byte) => byte ^ 1)) };
  return { ...facts, sheetNumber: sheetNumberFor(facts) };
})();
const shares = splitIntoShares(sheet, { needed: 2, count: 3 }, (length) =>
  Uint8Array.from({ length }, (_, at) => (at * 29 + 5) & 255),
);
const [one = '', two = ''] = shares.map(shareToText);
const [oneAlone = '', twoAlone = ''] = shares.map((share) => groupsOf(share).join(' '));
const linesIn = (given: string): number => given.split('\n').length - 1;
const wrongLetters = (given: string, group: number, count: number): string => {
  const written =
    given.match(/^secret [^:]*: (.*)$/gm)?.flatMap((line) => line.replace(/^.*: /, '').split(' '))[group - 1] ?? '';
  const changed = [...written].map((letter, at) => (at < count ? (letter === 'Q' ? 'P' : 'Q') : letter)).join('');
  return given.replace(written, changed);
};
const slip = withLine('provider 1', (line) => line.replace('sync-1', 'sync-l'));
const addressCheck = (line: number) => ({ kind: 'recovery-line', line, why: { kind: 'address-check', facts: {} } });
const base64 = (given: string): string => Buffer.from(given).toString('base64').replaceAll(/.{76}/g, '$&\n');

describe('an address', () => {
  const address = `taler://restore/${'0'.repeat(103)}/`;
  it.each([[address], [` ${address}\n`], [`“${address}”`], [`<'${address}'>`], [`„${address}“`], [`"${address}"">`]])(
    'is found in %s',
    (given) => {
      expect(uriIn(given)).toBe(address);
      expect(read(given)).toMatchObject({ walletName: '', date: '', sheetNumber: '', providers: [] });
    },
  );

  it('is one with its letters as they are, and nothing else is', () => {
    expect(uriIn('TALER+HTTP://pay/a"b')).toBe('TALER+HTTP://pay/a"b');
    for (const given of [`see ${address}`, `(${address}`, 'talers://pay/a', 'https://a.example/', ''])
      expect(uriIn(given)).toBeUndefined();
    expect(uriIn(`taler:${'x'.repeat(99_994)}`)).toHaveLength(100_000);
    expect(uriIn(`taler:${'x'.repeat(99_995)}`)).toBeUndefined();
  });

  it('names a place once', () => {
    const [a, b] = ['https://a.example/', 'https://b.example/'].map(encodeURIComponent);
    expect(read(`${address}${a},${b},${a}`)).toMatchObject({
      providers: [
        { name: '', url: 'https://a.example/' },
        { name: '', url: 'https://b.example/' },
      ],
    });
  });
});

describe('a text that is too long', () => {
  it.each([
    ['x'.repeat(44_000), { kind: 'not-a-recovery-text', line: 1 }],
    ['x'.repeat(44_001), { kind: 'recovery-too-long', limit: 44_000 }],
    ['x'.repeat(100_000), { kind: 'recovery-too-long', limit: 44_000 }],
    ['x'.repeat(100_001), { kind: 'recovery-too-long', limit: 100_000 }],
  ])('is not looked at', (given, failure) => {
    expect(read(given)).toEqual(failure);
    expect(readPapers(given)).toEqual({ ok: false, error: failure });
  });
});

describe('two sheets', () => {
  const both = (first: string, second: string) => read(`Hello\n${first}\n${second}`);
  const at = (first: string) => ({ kind: 'two-recovery-texts', line: 2, other: 3 + linesIn(first) });
  const stranger = recoveryToText(other);

  it('of two wallets are named with their lines, whichever can be read', () => {
    expect(both(text, stranger)).toEqual(at(text));
    const damaged = stranger.replace('date: 2026', 'date: 20a6');
    expect(both(damaged, text)).toEqual(at(damaged));
    expect(both(text, damaged)).toEqual(at(text));
  });

  it('of one wallet with other places are two as well, and those that say the same are one', () => {
    expect(
      both(
        text,
        withLine('wallet', () => 'wallet: Friends'),
      ),
    ).toEqual(at(text));
    expect(both(text, text)).toEqual(whole);
  });

  it('as codes below shares are named with their lines in the whole text', () => {
    const codes = [secretGroups(sheet), secretGroups(other)].map((each) => each.join(' '));
    expect(read([oneAlone, '', twoAlone, ...codes].join('\n'))).toEqual({
      kind: 'two-recovery-texts',
      line: 3,
      other: 4,
    });
  });
});

describe('shares', () => {
  it('as many as any wallet makes are looked at, and no more', () => {
    expect(read(one.repeat(16))).toMatchObject({ kind: 'same-share-twice' });
    expect(read(one.repeat(17))).toEqual({ kind: 'too-many-shares', limit: 16 });
  });

  it('that are damaged are read with what the others in the text know of their beginning', () => {
    const beginning = [2, 12].reduce((all, group) => wrongLetters(all, group, group === 2 ? 3 : 4), two);
    expect(read(beginning)).toEqual({ kind: 'too-damaged' });
    const proposed = { kind: 'correction-proposed', changes: [{ kind: 'in-share', facts: { share: 2 } }, {}, {}] };
    expect(read(one + beginning)).toMatchObject(proposed);
    expect(read(beginning + one)).toMatchObject(proposed);
  });

  it('are not named where there is one alone, and a sheet among them has no number of its own', () => {
    const damaged = wrongLetters(two, 9, 1);
    expect(read(damaged)).toMatchObject({ kind: 'correction-proposed', changes: [{ kind: 'differs' }] });
    expect(read(one + wrongLetters(text, 9, 1))).toMatchObject({
      kind: 'correction-proposed',
      changes: [{ kind: 'differs', facts: { group: 9 } }],
    });
  });

  it('that are whole stay as they are beside one that is damaged, each with the line it begins in', () => {
    const papers = readPapers(one + wrongLetters(two, 9, 1), { take: true });
    expect(papers).toMatchObject({
      ok: true,
      value: [
        { line: 1, paper: { share: { number: 1 } } },
        { line: 1 + linesIn(one), paper: { share: { number: 2 } } },
      ],
    });
    expect(read(one + two.replace('date: 2026', 'date: 20a6'))).toMatchObject({
      kind: 'recovery-line',
      line: linesIn(one) + 4,
    });
  });
});

describe('a square', () => {
  const square = recoveryToQr(sheet).qrText;
  it('says what its sheet says', () => {
    expect(read(square)).toEqual(whole);
    expect(read(square.toLowerCase())).toEqual(whole);
  });

  it('that is cut off, and one of which a letter is wrong, are refused', () => {
    expect(read(square.slice(0, 60))).toEqual({ kind: 'recovery-truncated', line: 1 });
    expect(read(`${square.slice(0, -1)}${square.endsWith('Q') ? 'P' : 'Q'}`)).toEqual(addressCheck(1));
    const share = shares[0] ?? expect.fail('no share');
    expect(read(shareToQr(share).qrText)).toMatchObject({ kind: 'too-few-shares', there: ['1'] });
  });
});

it('boxes of a printed page have no name and no date, and the places that stand there', () => {
  const page = groups.map((group, at) => `${at + 1} ${group}`).join('\n');
  expect(read(page)).toEqual({ ...whole, walletName: '', date: '', providers: [] });
  const [, place = ''] = /: (.*)$/m.exec(text.slice(text.indexOf('provider 1'))) ?? [];
  expect(read(`${page}\n“Home”: ${place}`)).toMatchObject({ providers: [{ url: 'https://sync-1.example.com/' }] });
});

describe('a text in its source form', () => {
  it('is named by its own lines where only it is one', () => {
    const letter = `Content-Transfer-Encoding: base64\n\n${base64(slip)}`;
    expect(read(letter)).toEqual(addressCheck(lineOf('provider 1')));
    expect(read(`Content-Transfer-Encoding: base64\n\n${base64(wrongLetters(text, 7, 1))}`)).toMatchObject({
      kind: 'correction-proposed',
      changes: [{ facts: { group: 7 } }],
    });
  });

  it('is named by the lines of the text where that is one as well', () => {
    expect(read(`A line that =\ngoes on.\n${slip}`)).toEqual(addressCheck(2 + lineOf('provider 1')));
    expect(read(`A line that =\ngoes on.\n${wrongLetters(text, 7, 1)}`)).toMatchObject({ kind: 'correction-proposed' });
    expect(read('hello =\nworld')).toEqual({ kind: 'not-a-recovery-text', line: 1 });
  });

  it('is none where its first lines are empty: the first that is not is named', () => {
    expect(read('\n\nhello')).toEqual({ kind: 'not-a-recovery-text', line: 3 });
  });
});

describe('a sheet without its line ends', () => {
  it('is wrong in its one line for what it says', () => {
    expect(read(slip.replaceAll('\n', ' '))).toEqual(addressCheck(1));
    expect(read(slip.replaceAll('\n', ' ').replace('HOLDFAST-RECOVERY-1', '$&\n\n'))).toEqual(addressCheck(3));
  });

  it('is not taken where a line of a newer one stands there', () => {
    expect(read(text.replace('RECOVERY-1', 'RECOVERY-12'))).toEqual({
      kind: 'newer-recovery-text',
      line: 1,
      version: 12,
    });
  });
});

it('a sheet that says twice where a copy is says it once', () => {
  const twice = text.replace(/^provider 2 of 2: .*$/m, 'provider 2 of 2: Again = https://sync-1.example.com/');
  const parsed = parseRecovery(twice);
  expect(parsed.ok && parsed.value.providers).toEqual(sheet.providers.slice(0, 1));
});
