// SPDX-License-Identifier: GPL-3.0-or-later
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import decodeQr from 'qr/decode.js';
import { KEEPS_PICTURES, SCREENSHOTS } from './built.ts';

// A printed page as a person and a camera meet it, by way of poppler.

/** Number of pages, size in points, and the text on them. */
export const pdfFacts = (file: string): { readonly pages: number; readonly size: string; readonly text: string } => {
  const said = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
  const size = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(said);
  return {
    pages: Number(/Pages:\s+(\d+)/.exec(said)?.[1]),
    size: `${Math.round(Number(size?.[1]))} x ${Math.round(Number(size?.[2]))}`,
    text: execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }),
  };
};

/** What the page's QR code says, read from the printed pixels at 150 dpi. */
export const scanned = (file: string, name: string): string => {
  if (KEEPS_PICTURES) execFileSync('pdftoppm', ['-r', '100', '-png', '-singlefile', file, join(SCREENSHOTS, name)]);
  execFileSync('pdftoppm', ['-r', '150', '-singlefile', file, file]);
  return decodeQr(readPpm(readFileSync(`${file}.ppm`)));
};

/** Binary PPM: `P6 width height 255`, then three bytes per pixel. */
export const readPpm = (bytes: Buffer): { width: number; height: number; data: Uint8Array } => {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', 0, 40));
  if (head === null) throw new Error('not a PPM');
  const [width, height] = [Number(head[1]), Number(head[2])];
  const data = new Uint8Array(width * height * 4).fill(255);
  for (let pixel = 0; pixel < width * height; pixel++) {
    for (let part = 0; part < 3; part++) data[pixel * 4 + part] = bytes[head[0].length + pixel * 3 + part] ?? 0;
  }
  return { width, height, data };
};

/** The text with so many characters of the secret read wrongly, each in another group of the first line. */
export const misread = (text: string, characters = 1): string => {
  const begin = text.toLowerCase().indexOf('hold1') + 12;
  let read = text;
  for (let nth = 0; nth < characters; nth++) {
    const from = begin + 6 * nth;
    const place = read.slice(from).search(/[a-z0-9]/i) + from;
    read = `${read.slice(0, place)}${read[place]?.toLowerCase() === 'q' ? 'p' : 'q'}${read.slice(place + 1)}`;
  }
  return read;
};
