// SPDX-License-Identifier: GPL-3.0-or-later
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas, type Canvas } from '@napi-rs/canvas';
import decodeQr from 'qr/decode.js';
import { afterAll, describe, expect, test } from 'vitest';
import { sharesHtml } from '../../electron/backup/paper/html.ts';
import { parseRecovery } from '../../electron/backup/paper/parse.ts';
import { sharesPdf } from '../../electron/backup/paper/pdf.ts';
import { groupsOf, shareToText } from '../../electron/backup/paper/share-text.ts';
import { splitIntoShares } from '../../electron/backup/paper/split.ts';
import { shareToQr } from '../../electron/backup/paper/square.ts';
import { readSheet } from '../../electron/backup/recover/read-sheet.ts';
import { bytesToHex } from '../../electron/taler/bytes/encodings.ts';
import { openSecret, secret } from '../../electron/taler/crypto/secret.ts';
import { grayOf } from '../../shared/reading/gray.ts';
import { readPdf } from '../../shared/reading/pdf.ts';
import type { SharesView } from '../../shared/view-shares.ts';
import { LANGUAGES, withEnglish, words } from '../../shared/words/words.ts';
import { bytesOf, seedFor } from '../support/seed.ts';

// The pages of a sheet in shares as they come out of a printer: a page for each, and of each page either half is its share.

const folder = mkdtempSync(join(tmpdir(), 'holdfast-shares-'));
afterAll(() => rmSync(folder, { recursive: true }));

const random = bytesOf(`share pages ${seedFor('share pages')}`);
const root = random(64);
const facts = {
  walletName: 'Anna’s wallet',
  date: '2026-11-30',
  providers: [
    { name: 'Dock', url: 'https://sync-1.example.com/' },
    { name: 'Blue', url: 'holdfast+folder:0123456789ABCDEFGHJKMNPQRS' },
  ],
};
const papers = splitIntoShares({ ...facts, root: secret(root) }, { needed: 2, count: 3 }, random);
const shares: SharesView = {
  ...facts,
  split: papers[0]?.identifier.toUpperCase() ?? '',
  needed: 2,
  of: 3,
  shares: papers.map((paper) => ({
    number: paper.share?.number ?? 0,
    text: shareToText(paper),
    ...shareToQr(paper),
    groups: groupsOf(paper),
  })),
};
const rootOf = (text: string): unknown => {
  const read = parseRecovery(text);
  return read.ok
    ? { root: bytesToHex(openSecret(read.value.root)), urls: read.value.providers.map(({ url }) => url) }
    : read.error;
};
const everything = { root: bytesToHex(root), urls: facts.providers.map(({ url }) => url) };

/** A page as a scanner sees it: binary PPM is `P6 WIDTH HEIGHT 255`, then three bytes per dot. */
const scan = (pdf: string, page: number) => {
  execFileSync('pdftoppm', ['-r', '150', '-singlefile', '-f', String(page), pdf, `${pdf}-${page}`]);
  const bytes = readFileSync(`${pdf}-${page}.ppm`);
  const header = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 64).toString('latin1'));
  const start = header?.[0].length ?? 0;
  return { width: Number(header?.[1]), height: Number(header?.[2]), data: new Uint8Array(bytes.subarray(start)) };
};

describe.each([
  ['A4', 'en'],
  ['Letter', 'de'],
] as const)('the printed shares on %s in %s', (paper, locale) => {
  const spoken = withEnglish(words(locale));
  const print = async (): Promise<string> => {
    const file = join(folder, `${paper}-${locale}.pdf`);
    writeFileSync(file, await sharesPdf(shares, paper, spoken));
    return file;
  };

  test('are a page each, which says which one it is and that alone it reveals nothing', async () => {
    const file = await print();
    expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).toMatch(/Pages: +3\n/);
    const pages = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).split('\f').slice(0, 3);
    pages.forEach((page, at) => {
      expect(page).toContain(spoken.own.t('print.share.title', { share: at + 1, of: 3 }));
      expect(page).toContain(shares.split);
      expect(page.replaceAll(/\s+/g, ' ')).toContain(spoken.english.t('print.blank.others'));
      expect(page).not.toMatch(new RegExp(spoken.own.t('print.warning')));
      expect(readSheet(page)).toMatchObject({ ok: true, value: { share: at + 1, shares: { needed: 2 } } });
    });
    expect(rootOf(pages.slice(1).join('\n'))).toEqual(everything);
    expect(rootOf(pages.join('\n'))).toEqual(everything);
  });

  test('are read from the squares of any two of them', async () => {
    const file = await print();
    const squares = [3, 1].map((page) => decodeQr(scan(file, page)));
    expect(squares).toEqual([3, 1].map((number) => shares.shares[number - 1]?.qrText));
    expect(rootOf(squares.join('\n'))).toEqual(everything);
    expect(readSheet(squares[0] ?? '', { beside: shareToText(papers[0] ?? expect.fail('none')) })).toMatchObject({
      ok: true,
      value: { share: 3, shares: { there: [1, 3], of: 3 } },
    });
  });
});

test('of a PDF with all of them every text is read, also when there is no time for the squares', async () => {
  const easel = {
    make: createCanvas,
    gray: (canvas: unknown, width: number, height: number) =>
      grayOf((canvas as Canvas).getContext('2d').getImageData(0, 0, width, height).data, width, height),
  };
  const read = await readPdf(await sharesPdf(shares, 'A4', withEnglish(words('en'))), easel, () => false);
  if (!read.ok) expect.fail(read.error.kind);
  expect(read.value).toMatchObject({ looked: 3, of: 3 });
  const said = read.value.texts.map((text) => readSheet(text));
  expect(said).toMatchObject([1, 1, 2, 3].map((share) => ({ ok: true, value: { share } })));
});

test('in a browser they are as many pages, without a script', () => {
  const page = sharesHtml(shares, 'A4', withEnglish(words('de')));
  expect(page.match(/<article>/g)).toHaveLength(3);
  expect(page).not.toContain('<script');
  expect(Object.keys(LANGUAGES)).toContain('de');
});
