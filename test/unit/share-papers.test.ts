// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { explainBackupFailure } from '../../electron/backup/failure/explain.ts';
import { ALPHABET } from '../../electron/backup/paper/codex32/code.ts';
import { parseRecovery } from '../../electron/backup/paper/parse.ts';
import { groupsOf, paperToText, shareToText } from '../../electron/backup/paper/share-text.ts';
import { readSquare, shareToQr } from '../../electron/backup/paper/square.ts';
import { splitIntoShares } from '../../electron/backup/paper/split.ts';
import { recoveryToText, sheetNumberFor } from '../../electron/backup/paper/text.ts';
import { readSheet } from '../../electron/backup/recover/read-sheet.ts';
import { bytesToHex } from '../../electron/taler/bytes/encodings.ts';
import { openSecret, secret } from '../../electron/taler/crypto/secret.ts';
import { english } from '../support/english.ts';
import { bytesOf, seedFor } from '../support/seed.ts';

// Shares as they are printed, typed and pasted: any that are enough are a sheet, whatever lies around them, and what is not is named.

const random = bytesOf(`share papers ${seedFor('shares')}`);
const root = secret(random(64));
const facts = {
  root,
  walletName: 'Family',
  date: '2026-11-30',
  providers: [
    { name: 'Dock', url: 'https://sync-1.example.com/' },
    { name: 'cloud', url: 'holdfast+folder:0123456789ABCDEFGHJKMNPQRS', at: 'https://cloud.example.com/dav/' },
  ],
};
const sheet = { ...facts, sheetNumber: sheetNumberFor(facts) };
const split = (needed: number, count: number, of = facts) => splitIntoShares(of, { needed, count }, random);
const five = split(3, 5);
const [one = '', two = '', three = '', four = '', last = ''] = five.map(shareToText);
const number = five[0]?.identifier.toUpperCase() ?? '';
const code = (text: string): string => [...text.matchAll(/^secret .*: (.*)$/gm)].map(([, line]) => line).join(' ');

const read = (text: string) => {
  const parsed = parseRecovery(text);
  if (parsed.ok) return recoveryToText(parsed.value);
  return explainBackupFailure(parsed.error);
};
const rootIn = (text: string): string | undefined => {
  const parsed = parseRecovery(text);
  return parsed.ok ? bytesToHex(openSecret(parsed.value.root)) : undefined;
};
const right = recoveryToText(sheet);
const some = <T>(all: readonly T[], count: number): readonly (readonly T[])[] =>
  count === 0
    ? [[]]
    : all.flatMap((first, i) =>
        some([...all.slice(0, i), ...all.slice(i + 1)], count - 1).map((rest) => [first, ...rest]),
      );
const other = (letter: string): string => (letter === 'Q' ? 'P' : 'Q');
/** The group of a share, with its letters from `from` on wrong. */
const damaged = (text: string, group: number, from = 4): string => {
  const written = code(text).split(' ')[group - 1] ?? '';
  return text.replace(written, written.slice(0, from) + Array.from(written.slice(from), other).join(''));
};

describe('a share on paper', () => {
  it('is read from its square too, several squares in one text, and says of how many it is', () => {
    const [first = '', second = '', third = ''] = five.map((share) => shareToQr(share).qrText);
    for (const together of [[third, first, second].join('\n'), [first, three, second].join('\n')])
      expect(read(together)).toBe(right);
    expect(read([first, second].join('\n'))).toMatchObject({ kind: 'too-few-shares' });
    const part = readSheet(first);
    expect(part).toMatchObject({ ok: true });
    expect(readSquare(first)?.facts).toMatchObject({ ok: true, value: { of: 5, date: '2026-11-30' } });
  });

  it('says which one it is, how many are needed, of which split, and where copies are; never the number of the sheet', () => {
    expect(two.split('\n')).toEqual([
      'HOLDFAST-SHARE-1',
      '# Alone this share reveals nothing. Any 3 shares of this split together are the money.',
      '# Provider 2 asks for a user name and a password: not on this sheet.',
      'wallet: Family',
      'date: 2026-11-30',
      `share: 2 of 5, 3 needed, split ${number}`,
      ...[1, 2, 3, 4, 5, 6].map((): unknown => expect.stringMatching(/^secret \d\d(-\d\d)?: [0-9A-Z ]+$/)),
      ...right.split('\n').filter((line) => line.startsWith('provider')),
      'END',
      '',
    ]);
    expect(two).not.toContain(`: ${sheet.sheetNumber.toUpperCase()}`);
    expect(new Set(five.map(({ identifier }) => identifier)).size).toBe(1);
    expect(split(3, 5)[0]?.identifier).not.toBe(five[0]?.identifier);
  });

  it('draws a number that no split before had', () => {
    const draws = [new Uint8Array(3), new Uint8Array(3), new Uint8Array(3).fill(255)];
    const [first] = splitIntoShares(
      facts,
      { needed: 2, count: 2 },
      (length) => draws.shift() ?? random(length),
      new Set(['QQQQ']),
    );
    expect(first?.identifier).toBe('llll');
  });
});

describe('shares together', () => {
  it('any that are enough are the sheet, in any order, as texts and as codes alone', () => {
    for (const [needed, count] of [
      [2, 2],
      [2, 3],
      [3, 4],
    ] as const) {
      const shares = split(needed, count);
      for (const each of some(shares, needed)) {
        expect(read(each.map(shareToText).join('\n'))).toBe(right);
        expect(rootIn(each.map((share) => groupsOf(share).join(' ')).join('\n'))).toBe(bytesToHex(openSecret(root)));
      }
    }
    expect(read([one, two, three, four, last].join(''))).toBe(right);
  });

  it('however each of them came: as a text, as a square, as a copied page, or as its letters alone', () => {
    const alone = (share: (typeof five)[number]): string => groupsOf(share).join(' ');
    const square = (share: (typeof five)[number]): string => shareToQr(share).qrText;
    const inRows = (share: (typeof five)[number]): string => alone(share).replaceAll(/((?:\S+ ){5})/g, '$1\n');
    const page = (share: (typeof five)[number]): string =>
      groupsOf(share)
        .map((group, at) => `${at + 1} ${group}`)
        .join('  ');
    const [a, b, c] = five;
    if (!a || !b || !c) throw new Error('five shares');
    for (const ways of some([shareToText, square, page, alone, inRows], 3)) {
      const together = [a, b, c].map((share, at) => ways[at]?.(share) ?? '');
      expect([ways, rootIn(together.join('\n'))]).toEqual([ways, bytesToHex(openSecret(root))]);
    }
    // A name that looks like the beginning of a code stays one.
    const named = split(2, 2, { ...facts, walletName: 'hold12' }).map(shareToText);
    expect(parseRecovery(named.join('\n'))).toMatchObject({ ok: true, value: { walletName: 'hold12' } });
  });

  it('are a wallet of 2022 as well', () => {
    const old = { ...facts, root: secret(random(32)) };
    const texts = split(2, 3, old).map(shareToText);
    expect(rootIn(texts.slice(1).join('\n'))).toBe(bytesToHex(openSecret(old.root)));
  });

  it('as they are pasted: quoted in a mail, on one line, without their remarks, with small letters, one of them twice', () => {
    const three_ = [three, one, last];
    const mail = three_.map((text) => `Here is mine:\n\n${text.replaceAll(/^/gm, '> ')}\nRegards`).join('\n-- \n');
    for (const text of [
      mail,
      three_.join('').replaceAll('\n', ' '),
      three_.join('').toLowerCase().replaceAll('family', 'Family').replaceAll('dock', 'Dock'),
      [...three_, one].join(''),
      three_.map((each) => `<p>${each.replaceAll('\n', '<br>\n')}</p>`).join('\n'),
      five.slice(0, 3).map(paperToText).join('\r\n').replaceAll('\n', '\r\n'),
    ])
      expect(typeof read(text) === 'string' ? rootIn(text) : read(text)).toBe(bytesToHex(openSecret(root)));
  });

  it('too few are named, and one that came twice', () => {
    expect(read(two)).toEqual({ kind: 'too-few-shares', facts: { split: number, needed: 3, got: 1, there: ['2'] } });
    expect(read(last + two)).toMatchObject({ kind: 'too-few-shares', facts: { got: 2, there: ['5', '2'] } });
    expect(read(last + two + last)).toEqual({
      kind: 'same-share-twice',
      facts: { share: 5, split: number, needed: 3 },
    });
    const said = parseRecovery(two);
    expect(said.ok ? '' : english('failure', explainBackupFailure(said.error))).toBe(
      `Of split ${number}, 3 shares are needed, and one is here: number 2. Alone it reveals nothing. Nothing was changed; add the others.`,
    );
  });

  it('those of another split, of another wallet, or with a whole sheet among them are refused by name', () => {
    const apart = split(3, 5).map(shareToText);
    expect(read(one + two + (apart[3] ?? ''))).toEqual({
      kind: 'share-of-another-split',
      facts: { share: 4, split: expect.any(String) as string, other: number },
    });
    expect(read(one + right + two)).toMatchObject({ kind: 'sheet-among-shares' });
    expect(read(one + two + three.replace('2026-11-30', '2026-11-29'))).toEqual({
      kind: 'share-contradicts',
      facts: { share: 3, split: number },
    });
    expect(read(one.repeat(17))).toEqual({ kind: 'too-many-shares', facts: { limit: 16 } });
  });

  it('of another split that has the same number by chance: one over, or another date, is found', () => {
    const bits = (letters: string): Uint8Array => {
      const values = [...letters].map((letter) => ALPHABET.indexOf(letter));
      const all = values.reduce((sum, value) => sum * 32 + value, 0) * 16;
      return Uint8Array.of(all >> 16, (all >> 8) & 255, all & 255);
    };
    let first = true;
    const draw = (length: number): Uint8Array => {
      const out = first ? bits(five[0]?.identifier ?? '') : random(length);
      first = false;
      return out;
    };
    const twin = splitIntoShares({ ...facts, root: secret(random(64)) }, { needed: 3, count: 5 }, draw).map(
      shareToText,
    );
    expect(twin[0]).toContain(`split ${number}`);
    expect(read(one + two + three + (twin[3] ?? ''))).toMatchObject({ kind: 'share-contradicts' });
    expect(read(one + two + (twin[0] ?? ''))).toMatchObject({ kind: 'share-contradicts', facts: { share: 1 } });
  });

  it('a line that speaks of another share is named with its line in the whole text', () => {
    const mixed = two.replace('share: 2 of 5', 'share: 4 of 5');
    expect(read(one + mixed + three)).toEqual({
      kind: 'recovery-line',
      facts: { line: one.split('\n').length - 1 + 6, why: { kind: 'other-share', facts: {} } },
    });
    expect(read(one + two.replace('3 needed', 'three') + three)).toMatchObject({
      facts: { why: { kind: 'share-shape', facts: {} } },
    });
  });
});

describe('a damaged share', () => {
  it('is corrected like a page, and named where several lie together; what is proposed for all is taken at once or not', () => {
    const text = one + damaged(two, 9) + damaged(last, 4);
    expect(read(text)).toMatchObject({
      kind: 'correction-proposed',
      facts: {
        changes: [
          { kind: 'in-share', facts: { share: 2 } },
          { kind: 'differs', facts: { group: 9 } },
          { kind: 'in-share', facts: { share: 5 } },
          { kind: 'differs', facts: { group: 4 } },
        ],
      },
    });
    expect(readSheet(text)).toMatchObject({ ok: false, error: { kind: 'correction-proposed' } });
    const taken = readSheet(text, { take: true });
    expect(taken.ok && rootIn(taken.value.text)).toBe(bytesToHex(openSecret(root)));
  });

  it('is helped by those that are in: how its code begins is known', () => {
    // Four wrong letters are all that can be found; these are four, and three more in the header that the others have.
    const beginning = damaged(damaged(two, 2, 2), 12, 1);
    const alone = readSheet(beginning);
    expect(alone).toMatchObject({ ok: false, error: { kind: 'too-damaged' } });
    const beside = readSheet(beginning, { beside: paperToText(five[0] ?? expect.fail('no share')) });
    expect(beside).toMatchObject({ ok: false, error: { kind: 'correction-proposed' } });
    const taken = readSheet(beginning, { beside: one, take: true });
    expect(taken).toMatchObject({ ok: true, value: { share: 2, shares: { there: [1, 2] } } });
  });
});

describe('putting shares in one after the other', () => {
  it('says which are in and how many are needed, whatever they came with', () => {
    const first = readSheet(code(two));
    expect(first).toEqual({
      ok: true,
      value: {
        groups: code(two).split(' '),
        lines: '',
        text: expect.stringContaining('HOLDFAST-SHARE-1') as string,
        share: 2,
        shares: { split: number, needed: 3, there: [2], texts: [expect.any(String)] },
      },
    });
    const beside = first.ok ? (first.value.shares?.texts.join('\n') ?? '') : '';
    const second = readSheet(last, { beside });
    expect(second).toMatchObject({ ok: true, value: { share: 5, shares: { of: 5, there: [2, 5] } } });
    const texts = second.ok ? (second.value.shares?.texts ?? []) : [];
    expect(read(texts.join('\n'))).toMatchObject({ kind: 'too-few-shares' });
    const several = readSheet(one + two + three, { beside: texts.join('\n') });
    expect(several).toMatchObject({ ok: true, value: { groups: [], shares: { there: [2, 5, 1, 3] } } });
    expect(several.ok && rootIn(several.value.shares?.texts.join('\n') ?? '')).toBe(bytesToHex(openSecret(root)));
  });

  it('refuses one that is in, one that does not belong there, and a whole sheet, by name', () => {
    const beside = one + two;
    expect(readSheet(two, { beside })).toMatchObject({ error: { kind: 'same-share-twice', share: 2 } });
    expect(readSheet(right, { beside })).toMatchObject({ error: { kind: 'sheet-among-shares' } });
    expect(readSheet(shareToText(split(3, 5)[2] ?? expect.fail('none')), { beside })).toMatchObject({
      error: { kind: 'share-of-another-split', share: 3, other: number },
    });
  });
});
