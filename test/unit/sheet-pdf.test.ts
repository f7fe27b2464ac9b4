// SPDX-License-Identifier: GPL-3.0-or-later
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import decodeQr from 'qr/decode.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseRecovery } from '../../electron/backup/paper/parse.ts';
import { recoveryToQr } from '../../electron/backup/paper/square.ts';
import { recoveryToText, secretGroups, sheetNumberFor } from '../../electron/backup/paper/text.ts';
import { sheetPdf } from '../../electron/backup/paper/pdf.ts';
import { VERSION } from '../../shared/version.ts';
import type { RecoverySheetView } from '../../shared/view-backup.ts';
import { LANGUAGES, withEnglish, words } from '../../shared/words/words.ts';
import { bytesToHex } from '../../electron/taler/bytes/encodings.ts';
import { openSecret, secret } from '../../electron/taler/crypto/secret.ts';
import { RUN_SEED } from '../support/seed.ts';

// The sheet as it comes out of a printer: one page, and either half of it alone is enough.

const folder = mkdtempSync(join(tmpdir(), 'holdfast-sheet-'));
afterAll(() => rmSync(folder, { recursive: true }));

const root = Uint8Array.from({ length: 64 }, (_, at) => (at * 73 + 5) & 255);
const facts = {
  walletName: 'Anna’s wallet',
  date: '2026-11-23',
  providers: Array.from({ length: 5 }, (_, at) => ({
    name: `Provider ${at + 1}`,
    url: `https://sync-${at + 1}.example.com/`,
  })),
};
const recovery = { ...facts, root: secret(root), sheetNumber: sheetNumberFor({ ...facts, root: secret(root) }) };
const sheet = {
  ...facts,
  text: recoveryToText(recovery),
  ...recoveryToQr(recovery),
  groups: secretGroups(recovery),
  sheetNumber: recovery.sheetNumber.toUpperCase(),
  testedOn: '2026-11-29',
};

const rootOf = (text: string): unknown => {
  const read = parseRecovery(text);
  return read.ok
    ? { root: bytesToHex(openSecret(read.value.root)), urls: read.value.providers.map(({ url }) => url) }
    : read.error;
};
const everything = { root: bytesToHex(root), urls: facts.providers.map(({ url }) => url) };

/** The page as a scanner sees it: binary PPM is `P6 WIDTH HEIGHT 255`, then three bytes per dot. */
const scan = (pdf: string): { readonly width: number; readonly height: number; readonly data: Uint8Array } => {
  execFileSync('pdftoppm', ['-r', '150', '-singlefile', pdf, pdf]);
  const bytes = readFileSync(`${pdf}.ppm`);
  const header = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 64).toString('latin1'));
  const start = header?.[0].length ?? 0;
  return { width: Number(header?.[1]), height: Number(header?.[2]), data: new Uint8Array(bytes.subarray(start)) };
};

/** Spaces that end no line are plain ones in the text of a PDF. */
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

/**
 * What is looked for of a sentence: itself; from the right its words, those without marks and without لا, whose two letters are one sign
 * that programs which read a page take apart the wrong way round.
 */
const partsOf = (sentence: string, dir: 'ltr' | 'rtl'): readonly string[] =>
  dir === 'ltr'
    ? [plain(sentence)]
    : (sentence.match(/(?<![\p{L}\p{M}])[\u0621-\u064a]{3,}(?![\p{L}\p{M}])/gu) ?? []).filter(
        (word) => !/ل[اأإآ]/u.test(word),
      );

/** Each language on one of the papers, on the other one with the next commit. */
const PAPERS = ['A4', 'Letter'] as const;

describe.each(Object.keys(LANGUAGES).map((language, at) => [PAPERS[(at + RUN_SEED) % 2] ?? 'A4', language] as const))(
  'the printed sheet on %s in %s',
  (paper, locale) => {
    const file = join(folder, `${paper}-${locale}.pdf`);
    beforeAll(async () => writeFileSync(file, await sheetPdf(sheet, paper, withEnglish(words(locale)))));

    test('is one page of that size', () => {
      const about = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
      expect(about).toMatch(/Pages: +1\n/);
      expect(about).toMatch(paper === 'A4' ? /595\.\d+ x 841\.\d+/ : /612 x 792/);
    });

    test('holds the root secret in its QR code, read from the picture', () => {
      const text = decodeQr(scan(file), { format: 'RGB', timeLimit: 20_000 });
      expect(rootOf(text)).toEqual(everything);
    });

    test('says what to do in that language', () => {
      const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
      for (const { t, dir } of [words(locale), words('en')])
        for (const key of [
          'print.title',
          'print.warning',
          'print.steps',
          'print.places',
          'print.blank.tested',
        ] as const)
          for (const part of partsOf(t(key), dir)) expect(text).toContain(part);
      const { t, dir } = words(locale);
      for (const part of partsOf(t('print.tested', { date: '2026-11-29' }), dir)) expect(text).toContain(part);
      const made = dir === 'ltr' ? `Holdfast ${VERSION}` : VERSION;
      for (const name of ['BIP-93', 'electron/backup/FORMAT.md', made, sheet.sheetNumber]) expect(text).toContain(name);
    });

    test('has no letter below ten points, and carries its own fonts', () => {
      const sizes = [
        ...execFileSync('pdftohtml', ['-xml', '-i', '-stdout', file])
          .toString()
          .matchAll(/ size="(\d+)"/g),
      ];
      expect(sizes.length).toBeGreaterThan(2);
      // poppler counts in pixels of 1.5 to the point.
      for (const [, size] of sizes) expect(Number(size)).toBeGreaterThanOrEqual(15);
      const fonts = execFileSync('pdffonts', [file], { encoding: 'utf8' }).split('\n').slice(2, -1);
      for (const font of fonts) expect(font).toMatch(/ yes yes yes +\d+ +\d+$/);
    });

    test('holds it in its text, as someone would type it', () => {
      for (const how of [[], ['-layout'], ['-raw']])
        expect(rootOf(execFileSync('pdftotext', [...how, file, '-'], { encoding: 'utf8' }))).toEqual(everything);
    });
  },
);

/** The sheet of the same wallet with these places, as a file. */
const printed = async (
  name: string,
  given: Partial<typeof facts>,
): Promise<{ file: string; text: string; view: RecoverySheetView }> => {
  const said = { ...facts, ...given };
  const all = { ...said, root: secret(root), sheetNumber: sheetNumberFor({ ...said, root: secret(root) }) };
  const view = {
    ...said,
    text: recoveryToText(all),
    ...recoveryToQr(all),
    groups: secretGroups(all),
    sheetNumber: all.sheetNumber,
  };
  const file = join(folder, `${name}.pdf`);
  writeFileSync(file, await sheetPdf(view, 'A4', withEnglish(words('en'))));
  return { file, text: execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }), view };
};
const places = (count: number): typeof facts.providers =>
  Array.from({ length: count }, (_, at) => ({
    name: `Place ${at + 1}`,
    url: `https://sync-${at + 1}.example.com/a/path/`,
  }));

test('the version on the page is that of the program', () => {
  expect(VERSION).toBe((JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string }).version);
});

describe('names of every script', () => {
  test.each([
    ['Αντίγραφα', 'Αντίγραφα'],
    ['Резерв Жанны', 'Резерв Жанны'],
    ['Iğdır şüphe', 'Iğdır şüphe'],
    ['U\u0308bung', 'Übung'],
    ['Łódź ẞ €', 'Łódź ẞ €'],
    ['東京のフォルダ', '東京のフォルダ'],
    ['한국어', '한국어'],
    ['สำรอง', 'สำรอง'],
    ['Պահուստ', 'Պահուստ'],
  ])('%j stands on paper as it is', async (name, shown) => {
    const { text } = await printed('script', {
      walletName: name,
      providers: [{ name, url: 'https://a.example.com/' }],
    });
    expect(text).toContain(`Wallet “${shown}”`);
    expect(text).toMatch(new RegExp(`“${shown}”, a backup service +https://a\\.example\\.com/ \\[`));
  });

  test('what is read from the right stands in its own order, and leaves the address beside it alone', async () => {
    const { text } = await printed('right', { providers: [{ name: 'גיבוי של דנה', url: 'https://a.example.com/' }] });
    // poppler gives words back in the order they are spoken when they stand on the page in the order they are read.
    expect(text.replaceAll(/[\u202a-\u202e]/g, '')).toContain('גיבוי של דנה');
    expect(text).toContain('https://a.example.com/ [');
  });

  test('of a name pictures are left out, unless it has nothing else', async () => {
    const house = await printed('house', {
      walletName: '\u{1f3e0} Home \u{1f468}\u200d\u{1f469}\u200d\u{1f467}\u{1f1e9}\u{1f1ea}',
    });
    expect(house.text).toContain('Wallet “Home”');
    const alone = await printed('picture', { walletName: '\u{1f3e0}\ufe0f' });
    expect(alone.text).toContain('Wallet “U+1F3E0”');
  });

  test('a letter that no font has is a box, and the rest stays', async () => {
    const { text } = await printed('box', { walletName: 'A\u{12345}B' });
    expect(text).toContain('Wallet “A\ufffdB”');
  });
});

describe('very many places', () => {
  test.each([
    [10, 'whole', 'H'],
    [14, 'whole', 'Q'],
    [17, 'unnamed', 'Q'],
    [60, 'secret', 'H'],
  ])('%i of them: the code holds what a phone can read, the text all', async (count, code, level) => {
    const { file, text, view } = await printed(`many-${count}`, { providers: places(count) });
    expect(view).toMatchObject({ code, qrLevel: level });
    const urls = places(count).map(({ url }) => url);
    const scanned = rootOf(decodeQr(scan(file), { format: 'RGB', timeLimit: 20_000 }));
    expect(scanned).toEqual({ root: bytesToHex(root), urls: code === 'secret' ? [] : urls });
    expect(text.includes('The square holds the same code')).toBe(code === 'secret');
    expect(text.includes('On the next page')).toBe(count > 14);
    expect(rootOf(text)).toEqual({ root: bytesToHex(root), urls });
  });
});

describe('places that are called the worst there is', () => {
  const WORST = [
    '\u202eLIVE\u2066 \u200b\u{e0041}',
    `x${'e\u0301\u0302\u0303'.repeat(40)}${'\u0489'.repeat(2000)}`,
    'W'.repeat(20_000),
    'a\r\nEND\nProtected\u2028b',
    '<img src=x><script>1</script>” (bank.example) “b = https://evil.example/ [qqqq]',
    '\u001b[2J\u001b]0;x\u0007 \u009b31m',
    '{$sum :amount} {{x}} |y|',
  ];
  const worst = WORST.map((name, at) => ({
    name,
    url: `https://${'a'.repeat(60)}.example/${`path-${at}/`.repeat(120)}`,
  }));

  test('every word stands on the paper, and the code is read', async () => {
    const { file, text } = await printed('worst', { walletName: WORST.join(' '), providers: worst });
    const boxes = execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8' });
    const words = [...boxes.matchAll(/xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">/g)].map(
      ([, ...corners]) => corners.map(Number),
    );
    expect(words.length).toBeGreaterThan(100);
    const off = words.filter(
      ([left = 0, top = 0, right = 0, bottom = 0]) => left < 0 || top < 0 || right > 595.3 || bottom > 841.9,
    );
    expect(off).toEqual([]);
    expect(text).not.toMatch(/(?![\n\f])\p{Cc}|\u200b|[\u{e0000}-\u{e007f}]/u);
    const scanned = rootOf(decodeQr(scan(file), { format: 'RGB', timeLimit: 20_000 }));
    expect(scanned).toMatchObject({ root: bytesToHex(root) });
  });
});
