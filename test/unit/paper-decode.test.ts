// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, it } from 'vitest';
import { decodeText } from '../../electron/backup/paper/decode.ts';

// The letters of a file are read in whichever encoding its programme wrote, with a mark or without one.

const latin = 'wallet: Küche — 家\n';
const little = (text: string): Buffer => Buffer.from(text, 'utf16le');
const big = (text: string): Buffer => little(text).swap16();

it.each<readonly [string, Uint8Array, string]>([
  ['UTF-8', Buffer.from(latin), latin],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${latin}`), latin],
  ['UTF-16, little first', little(latin), latin],
  ['UTF-16, little first, with a mark', little(`\uFEFF${latin}`), latin],
  ['UTF-16, big first', big(latin), latin],
  ['UTF-16, big first, with a mark', big(`\uFEFF${latin}`), latin],
  // No byte of these letters is zero: the mark alone tells.
  ['letters of another script, little first', little('\uFEFF家計簿'), '家計簿'],
  ['letters of another script, big first', big('\uFEFF家計簿'), '家計簿'],
  ['an older Windows', Buffer.from('Küche', 'latin1'), 'Küche'],
  ['signs of an older Windows that UTF-8 has elsewhere', Uint8Array.of(0x80, 0x93), '€“'],
  ['half a mark before, little first', Uint8Array.of(0xff, 0x61), 'ÿa'],
  ['half a mark behind, little first', Uint8Array.of(0x61, 0xfe), 'aþ'],
  ['half a mark before, big first', Uint8Array.of(0xfe, 0x61), 'þa'],
  ['half a mark behind, big first', Uint8Array.of(0x61, 0xff), 'aÿ'],
  ['zeros in few places', Buffer.from('a\0bc\0def'), 'a\0bc\0def'],
  ['nothing', new Uint8Array(), ''],
])('%s', (_, bytes, text) => {
  expect(decodeText(bytes)).toBe(text);
});
