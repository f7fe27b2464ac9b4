// SPDX-License-Identifier: GPL-3.0-or-later
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPicture } from '../../electron/headless/read-picture.ts';
import { readSheetFile, readSheetFrom } from '../../electron/headless/sheet-file.ts';
import { parseRecovery } from '../../electron/backup/paper/parse.ts';
import { cut, turned, type Gray } from '../../shared/reading/gray.ts';
import { words } from '../../shared/words/words.ts';
import { sayFailure } from '../../electron/headless/spoken.ts';
import { inTurn } from '../support/seed.ts';
import {
  beside,
  codeOf,
  fileOf,
  onTable,
  otherSheet,
  paper,
  paperPdf,
  pdf,
  pdfBomb,
  pdfOfPicture,
  pdfRing,
  pdfTangle,
  pngHeader,
  scanOf,
} from '../support/sheet-pictures.ts';

// A picture or a PDF in the place of a sheet's text, looked at in a process of its own: what is ours, what is not, and what means harm.

const folder = mkdtempSync(join(tmpdir(), 'holdfast-picture-'));
afterAll(() => rmSync(folder, { recursive: true }));

let printed: Uint8Array;
let page: Gray;
beforeAll(async () => {
  printed = await paperPdf();
  page = scanOf(printed, 150);
});

/** What the command line makes of a file with these bytes; its name tells nothing. */
const readAs = async (bytes: Uint8Array): Promise<unknown> => {
  const file = join(folder, 'sheet.bin');
  writeFileSync(file, bytes);
  const read = await readSheetFile(file);
  if (!read.ok) return 'facts' in read.error ? { kind: read.error.kind, ...read.error.facts } : read.error.kind;
  const sheet = parseRecovery(read.value);
  return sheet.ok ? sheet.value.providers.map(({ url }) => url) : sheet.error;
};
const everything = paper.providers.map(({ url }) => url);

describe('a sheet is read from', () => {
  const good: readonly [string, () => Promise<Uint8Array> | Uint8Array][] = [
    ['its own PDF, by its text and by its code', () => printed],
    ['a PDF that has only a picture of it', () => pdfOfPicture(fileOf(page, 60))],
    ['a picture turned by 7° and packed with quality 40', () => fileOf(turned(page, 7), 40)],
    ['a picture of 40 megapixels', () => fileOf(onTable(scanOf(printed, 300), 7300, 5480), 70)],
  ];
  test.each(inTurn('cli-sheet-picture', good, 2))('%s', async (_what, bytes) => {
    expect(await readAs(await bytes())).toEqual(everything);
  });

  test('half a photo, when the half with the code is there; and from standard input', async () => {
    const half = fileOf(cut(page, 0, 0, page.width, page.height >> 1));
    const read = await readSheetFrom(
      (async function* () {
        yield half.subarray(0, 700);
        yield half.subarray(700);
      })(),
    );
    expect(read).toEqual({ ok: true, value: paper.qrText });
  });
});

describe('it is said what is wrong with', () => {
  // Each takes a process of its own: an ordinary run looks at every other one, at the others with the next commit.
  const wrong: readonly [string, () => Promise<Uint8Array> | Uint8Array, object][] = [
    [
      'a quarter of a code',
      () => fileOf(cut(page, 0, 0, page.width, Math.round(page.height * 0.19))),
      { kind: 'nothing-shown', on: 'picture', looked: 1, of: 1 },
    ],
    [
      'a code of something else',
      () => fileOf(codeOf('https://example.com/')),
      { kind: 'other-code', seems: 'web', shown: 'https://example.com/' },
    ],
    [
      'a gigapixel in ninety bytes',
      () => pngHeader(40_000, 25_000),
      { kind: 'picture-too-large', megapixels: 1000, limit: 80 },
    ],
    ['a picture that ends behind its header', () => pngHeader(4000, 2500), { kind: 'unread-file', what: 'damaged' }],
    [
      'a photo in HEIC',
      () => Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0', 'latin1'),
      { kind: 'unread-file', what: 'heic' },
    ],
    ['an office document', () => Buffer.from('PK\u0003\u0004', 'latin1'), { kind: 'unread-file', what: 'archive' }],
    [
      'a PDF with a password',
      async () => pdfOfPicture(fileOf(page, 50), { userPassword: 'x', pdfVersion: '1.7' }),
      { kind: 'pdf-locked' },
    ],
    ['a PDF that is none', () => Buffer.from('%PDF-1.4\nnothing'), { kind: 'unread-file', what: 'damaged' }],
    ['a PDF that draws itself for ever', pdfRing, { kind: 'nothing-shown', on: 'pdf', looked: 1, of: 2 }],
    [
      'a PDF with 500 pages',
      () =>
        // Narrow ones, as till receipts: each that is looked at is drawn with so many dots on its longer side.
        pdf({ size: [60, 840], margin: 0 }, (book) => {
          for (let number = 1; number < 500; number++) book.text(`Page ${number}`, 0, 0).addPage();
        }),
      { kind: 'nothing-shown', on: 'pdf', looked: 10, of: 500 },
    ],
    [
      'a PDF whose text is another sheet than its square',
      () =>
        pdf({ size: 'A4', margin: 20 }, (book) => {
          book.image(Buffer.from(fileOf(codeOf(paper.qrText))), 20, 20, { width: 250 });
          book.fontSize(8).text(otherSheet.text, 20, 300);
        }),
      { kind: 'two-sheets', numbers: [paper.sheetNumber, otherSheet.sheetNumber].map((each) => each.toUpperCase()) },
    ],
    [
      'two sheets in one picture',
      () => fileOf(beside(codeOf(paper.qrText), codeOf(otherSheet.qrText))),
      {
        kind: 'two-sheets',
        numbers: expect.arrayContaining(
          [paper.sheetNumber, otherSheet.sheetNumber].map((each) => each.toUpperCase()),
        ) as unknown,
      },
    ],
    ['a PDF that unpacks to more than there is', () => pdfBomb(300_000_000), { kind: 'file-too-costly', of: 'memory' }],
  ];
  test.each(inTurn('cli-sheet-picture, wrong', wrong, 2))('%s', async (_what, bytes, why) => {
    expect(await readAs(await bytes())).toEqual(why);
  });

  test('a file whose reading has no end', async () => {
    const read = await readPicture(printed, 50);
    expect(read).toEqual({ ok: false, error: { kind: 'file-too-costly', facts: { of: 'time' } } });
    expect(read.ok ? '' : sayFailure(words('en'), read.error)).toContain('no money is at risk');
  });

  test.skipIf(process.platform !== 'linux')(
    'one whose wallet is killed meanwhile is not looked at any more',
    async () => {
      const file = join(folder, 'tangle.pdf');
      writeFileSync(file, pdfTangle());
      const reading = new URL('../../electron/headless/read-picture.ts', import.meta.url).href;
      const script = `import { readFileSync } from 'node:fs'; import { readPicture } from '${reading}'; await readPicture(readFileSync('${file}'));`;
      const wallet = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' });
      const child = (pid: number | undefined): number =>
        Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim());
      await expect.poll(() => child(wallet.pid), { timeout: 20_000 }).toBeGreaterThan(0);
      const reader = child(wallet.pid);
      // By then it has its file, and no ear for the end of a connection.
      await expect.poll(() => processorTime(reader), { timeout: 30_000 }).toBeGreaterThan(100);
      wallet.kill('SIGKILL');
      await expect.poll(() => existsSync(`/proc/${reader}`), { timeout: 20_000 }).toBe(false);
    },
    80_000,
  );
});

/** What a process has had of the processor, in hundredths of a second. */
const processorTime = (pid: number): number => Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(' ')[13] ?? 0);
