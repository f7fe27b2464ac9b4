// SPDX-License-Identifier: GPL-3.0-or-later
import decodeQr from 'qr/decode.js';
import type { Gray } from '../../shared/reading/gray.ts';

const DARK = 40;

/** The page with so large a part of its square covered, in the corner that has no mark. */
export const blotted = ({ width, height, data }: Gray, part: number): Gray => {
  const rgba = new Uint8Array(width * height * 4);
  for (let at = 0; at < data.length; at++) rgba.fill(data[at] ?? 0, at * 4, at * 4 + 4);
  let box = { x: 0, y: 0, width: 0, height: 0 };
  decodeQr({ width, height, data: rgba }, { pointsOnDetect: ({ boundingBox }) => void (box = boundingBox) });
  const side = Math.sqrt(part);
  const [right, bottom] = [Math.ceil(box.x + box.width), Math.ceil(box.y + box.height)];
  const left = Math.floor(right - box.width * side);
  const dots = new Uint8Array(data);
  for (let y = Math.floor(bottom - box.height * side); y < bottom; y++)
    dots.fill(DARK, y * width + left, y * width + right);
  return { width, height, data: dots };
};
