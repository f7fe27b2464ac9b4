// SPDX-License-Identifier: GPL-3.0-or-later
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import decodeQr from 'qr/decode.js';
import { afterAll, describe, expect, test } from 'vitest';
import { parseRecovery } from '../../electron/backup/paper/parse.ts';
import { recoveryToQrText, recoveryToText, secretGroups, sheetNumberFor } from '../../electron/backup/paper/text.ts';
import { sheetPdf } from '../../electron/backup/paper/pdf.ts';
import { words } from '../../shared/words/words.ts';
import { bytesToHex } from '../../electron/taler/bytes/encodings.ts';
import { openSecret, secret } from '../../electron/taler/crypto/secret.ts';

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
  qrText: recoveryToQrText(recovery),
  groups: secretGroups(recovery),
  sheetNumber: recovery.sheetNumber,
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

describe.each([
  ['A4', 'en'],
  ['Letter', 'en'],
  ['A4', 'de'],
  ['Letter', 'de'],
] as const)('the printed sheet on %s in %s', (paper, locale) => {
  const print = async (): Promise<string> => {
    const file = join(folder, `${paper}-${locale}.pdf`);
    writeFileSync(file, await sheetPdf(sheet, paper, words(locale)));
    return file;
  };

  test('is one page of that size', async () => {
    const about = execFileSync('pdfinfo', [await print()], { encoding: 'utf8' });
    expect(about).toMatch(/Pages: +1\n/);
    expect(about).toMatch(paper === 'A4' ? /595\.\d+ x 841\.\d+/ : /612 x 792/);
  });

  test('holds the root secret in its QR code, read from the picture', async () => {
    const text = decodeQr(scan(await print()), { format: 'RGB', timeLimit: 20_000 });
    expect(rootOf(text)).toEqual(everything);
  });

  test('says what to do in that language', async () => {
    const text = execFileSync('pdftotext', ['-layout', await print(), '-'], { encoding: 'utf8' });
    const { t } = words(locale);
    for (const sentence of [t('print.title'), t('print.warning'), t('print.steps'), t('print.places')])
      expect(text).toContain(sentence);
  });

  test('holds it in its text, as someone would type it', async () => {
    const text = execFileSync('pdftotext', ['-layout', await print(), '-'], { encoding: 'utf8' });
    const typed = text.slice(text.indexOf('HOLDFAST-RECOVERY-1'));
    expect(rootOf(typed.slice(0, typed.indexOf('END') + 3))).toEqual(everything);
  });
});
