// SPDX-License-Identifier: GPL-3.0-or-later
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { createCanvas, ImageData } from '@napi-rs/canvas';
import PDFDocument from 'pdfkit';
import { create as createQr } from 'qrcode';
import { sheetPdf } from '../../electron/backup/paper/pdf.ts';
import { recoveryToQr } from '../../electron/backup/paper/square.ts';
import { recoveryToText, secretGroups, sheetNumberFor } from '../../electron/backup/paper/text.ts';
import { secret } from '../../electron/taler/crypto/secret.ts';
import type { Gray } from '../../shared/reading/gray.ts';
import { withEnglish, words } from '../../shared/words/words.ts';

// A sheet's page as cameras, scanners and whoever means harm make a file of it.

const rootOf = (step: number) => secret(Uint8Array.from({ length: 64 }, (_, at) => (at * step + 5) & 255));
const root = rootOf(73);
const facts = {
  walletName: 'Anna’s wallet',
  date: '2026-11-23',
  providers: [
    { name: 'Dock', url: 'https://sync-1.example.com/' },
    { name: 'Harbour', url: 'https://sync-2.example.com/' },
  ],
};
const recovery = { ...facts, root, sheetNumber: sheetNumberFor({ ...facts, root }) };
const text = recoveryToText(recovery);
export const paper = {
  ...facts,
  text,
  ...recoveryToQr(recovery),
  groups: secretGroups(recovery),
  sheetNumber: recovery.sheetNumber,
};

/** A sheet of another wallet, as a text and as a square. */
const other = { ...facts, root: rootOf(59), sheetNumber: sheetNumberFor({ ...facts, root: rootOf(59) }) };
export const otherSheet = {
  text: recoveryToText(other),
  qrText: recoveryToQr(other).qrText,
  sheetNumber: other.sheetNumber,
};

/** A square that says this, with its white margin. */
export const codeOf = (text: string): Gray => {
  const { size, data } = createQr(text).modules;
  const side = (size + 8) * 6;
  const dots = new Uint8Array(side * side).fill(255);
  data.forEach((isDark, at) => {
    if (!isDark) return;
    for (let y = 0; y < 6; y++)
      for (let x = 0; x < 6; x++) dots[((Math.floor(at / size) + 4) * 6 + y) * side + ((at % size) + 4) * 6 + x] = 0;
  });
  return { width: side, height: side, data: dots };
};

/** Two pictures side by side on white. */
export const beside = (left: Gray, right: Gray): Gray => {
  const [width, height] = [left.width + right.width, Math.max(left.height, right.height)];
  const data = new Uint8Array(width * height).fill(255);
  for (const [picture, at] of [[left, 0] as const, [right, left.width] as const])
    for (let y = 0; y < picture.height; y++)
      data.set(picture.data.subarray(y * picture.width, (y + 1) * picture.width), y * width + at);
  return { width, height, data };
};

export const paperPdf = async (): Promise<Uint8Array> => sheetPdf(paper, 'A4', withEnglish(words('en')));

/** The first page of a PDF in shades of grey, as a scanner of so many dots to the inch sees it. */
export const scanOf = (pdf: Uint8Array, dpi: number): Gray => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-scan-'));
  try {
    writeFileSync(join(folder, 'page.pdf'), pdf);
    execFileSync('pdftoppm', [
      '-gray',
      '-r',
      String(dpi),
      '-singlefile',
      join(folder, 'page.pdf'),
      join(folder, 'page'),
    ]);
    return fromPgm(readFileSync(join(folder, 'page.pgm')));
  } finally {
    rmSync(folder, { recursive: true });
  }
};

/** Binary PGM is `P5 WIDTH HEIGHT 255`, then a byte per dot. */
const fromPgm = (bytes: Buffer): Gray => {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', 0, 64));
  if (head === null) throw new Error('not a PGM');
  return { width: Number(head[1]), height: Number(head[2]), data: new Uint8Array(bytes.subarray(head[0].length)) };
};

/** The picture as a file; JPEG of the given quality, else PNG. */
export const fileOf = (picture: Gray, quality?: number): Uint8Array => {
  const rgba = new Uint8ClampedArray(picture.data.length * 4);
  const dots = new Uint32Array(rgba.buffer);
  for (let at = 0; at < dots.length; at++) dots[at] = 0xff000000 + 0x010101 * (picture.data[at] ?? 0);
  const canvas = createCanvas(picture.width, picture.height);
  canvas.getContext('2d').putImageData(new ImageData(rgba, picture.width, picture.height), 0, 0);
  return quality === undefined ? canvas.toBuffer('image/png') : canvas.toBuffer('image/jpeg', quality);
};

/** The picture on a darker table, so that so many dots are there in all. */
export const onTable = (picture: Gray, width: number, height: number): Gray => {
  const data = new Uint8Array(width * height).fill(90);
  const [left, top] = [(width - picture.width) >> 1, (height - picture.height) >> 1];
  for (let y = 0; y < picture.height; y++)
    data.set(picture.data.subarray(y * picture.width, (y + 1) * picture.width), (top + y) * width + left);
  return { width, height, data };
};

/** A page that is a picture and has no text. */
export const pdfOfPicture = (jpeg: Uint8Array, how: PDFKit.PDFDocumentOptions = {}): Promise<Uint8Array> =>
  pdf({ size: 'A4', margin: 0, ...how }, (page) => page.image(Buffer.from(jpeg), 0, 0, { fit: [595, 842] }));

export const pdf = (how: PDFKit.PDFDocumentOptions, draw: (page: PDFKit.PDFDocument) => void): Promise<Uint8Array> =>
  new Promise((done) => {
    const page = new PDFDocument(how);
    const chunks: Buffer[] = [];
    page.on('data', (chunk: Buffer) => chunks.push(chunk));
    page.on('end', () => done(Buffer.concat(chunks)));
    draw(page);
    page.end();
  });

/** A page whose drawing is `size` zeros once it is unpacked. */
export const pdfBomb = (size: number): Uint8Array => {
  const packed = deflateSync(Buffer.alloc(size, 0x20), { level: 9 });
  return Buffer.concat([
    Buffer.from(
      `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n` +
        `3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>endobj\n` +
        `4 0 obj<</Length ${packed.length}/Filter/FlateDecode>>stream\n`,
    ),
    packed,
    Buffer.from('\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
  ]);
};

/** A page that draws itself, for ever. */
export const pdfRing = (): Uint8Array =>
  Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R 2 0 R]/Count 2>>endobj\n` +
      `3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<</XObject<</A 4 0 R>>>>>>endobj\n` +
      `4 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A 4 0 R>>>>/Length 10>>stream\n/A Do /A Do\nendstream endobj\n` +
      `5 0 obj<</Length 5>>stream\n/A Do\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
  );

/** A page whose forms draw each other a thousand times each, a thousand million times in all. */
export const pdfTangle = (): Uint8Array => {
  const draws = '/A Do '.repeat(1000);
  const form = (number: number, next: number): string =>
    `${number} 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A ${next} 0 R>>>>/Length 6000>>stream\n${draws}\nendstream endobj\n`;
  return Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n` +
      `3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</A 5 0 R>>>>>>endobj\n` +
      `4 0 obj<</Length 6000>>stream\n${draws}\nendstream endobj\n${form(5, 6)}${form(6, 7)}${form(7, 8)}` +
      `8 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 0>>stream\n\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
  );
};

/** A PNG that promises these sides and has no dots. */
export const pngHeader = (width: number, height: number): Uint8Array => {
  const bytes = Buffer.from(fileOf({ width: 1, height: 1, data: new Uint8Array(1) }));
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
};

/** A video of one picture, as Chromium's fake camera plays it: YUV4MPEG2, grey. */
export const videoOf = ({ width, height, data }: Gray): Uint8Array =>
  Buffer.concat([
    Buffer.from(`YUV4MPEG2 W${width} H${height} F5:1 Ip A1:1 C420\nFRAME\n`),
    data,
    Buffer.alloc(2 * Math.ceil(width / 2) * Math.ceil(height / 2), 128),
  ]);
