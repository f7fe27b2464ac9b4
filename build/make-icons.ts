// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { IconIcns, IconIco } from '@shockpkg/icon-encoder';

// `npm run icons`: every picture of the programme's icon that the packages need, from `icon.svg`. What it writes is kept in the
// repository, so that packing needs neither a network nor another tool; a test draws them again and compares.

const HERE = import.meta.dirname;

/** Linux looks for its icons by these sizes. */
const LINUX = [16, 24, 32, 48, 64, 128, 256, 512, 1024] as const;
const WINDOWS = [16, 24, 32, 48, 64, 128, 256] as const;
/** The kinds of a Mac's icon, by their names in the file, and their pixels. */
const MAC: readonly (readonly [string, number])[] = [
  ['ic04', 16],
  ['ic11', 32],
  ['ic05', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
];

/** The icon as a PNG of `size` by `size` pixels. */
const drawn = async (size: number): Promise<Buffer> => {
  const svg = readFileSync(join(HERE, 'icon.svg'), 'utf8').replace(
    'width="1024" height="1024"',
    `width="${size}" height="${size}"`,
  );
  const canvas = createCanvas(size, size);
  canvas.getContext('2d').drawImage(await loadImage(Buffer.from(svg)), 0, 0, size, size);
  return canvas.encode('png');
};

/** Every file of the icon, by its path below `build/`. */
export const icons = async (): Promise<ReadonlyMap<string, Uint8Array>> => {
  const pictures = new Map<number, Buffer>();
  for (const size of LINUX) pictures.set(size, await drawn(size));
  const picture = (size: number): Buffer => pictures.get(size) ?? Buffer.alloc(0);
  const ico = new IconIco();
  for (const size of WINDOWS) await ico.addFromPng(picture(size), null, false);
  const icns = new IconIcns();
  icns.toc = true;
  for (const [kind, size] of MAC) await icns.addFromPng(picture(size), [kind], true);
  return new Map<string, Uint8Array>([
    ...LINUX.map((size) => [`icons/${size}x${size}.png`, picture(size)] as const),
    ['icon.ico', ico.encode()],
    ['icon.icns', icns.encode()],
  ]);
};

if (import.meta.main) {
  mkdirSync(join(HERE, 'icons'), { recursive: true });
  for (const [path, bytes] of await icons()) writeFileSync(join(HERE, path), bytes);
}
