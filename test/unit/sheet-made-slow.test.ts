// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, it } from 'vitest';
import { read } from './sheet-facts.ts';

// Texts that were made to be slow to read: each is refused in a time that grows no faster than its length.

const FACTS = 'HOLDFAST-RECOVERY-1\ndate: 2026-11-23\nsheet: s754\n';
/** What steps are counted by: the time of this process alone, so that what else the machine does is not in it. */
const costOf = (given: string, times: number): number => {
  const before = process.cpuUsage();
  for (let i = 0; i < times; i++) expect(read(given)).toHaveProperty('kind');
  const { user } = process.cpuUsage(before);
  return user / 1000;
};

it.each<[string, string, string, string?]>([
  ['shares on one line', '', 'hold12 '],
  ['a share on every line', '', 'hold12\n'],
  ['headers of shares', '', 'HOLDFAST-SHARE-1\nsecret:\n'],
  ['headers of shares on one line', '', 'HOLDFAST-SHARE-1 secret: '],
  ['first boxes', '', '1 HOLD1\n'],
  ['headers', '', 'HOLDFAST-RECOVERY-1 secret: '],
  ['codes', '', 'HOLD1'],
  ['lines that are broken anew', FACTS, 'secret:\n', '\nEND END END END'],
  ['lines of nothing', FACTS, 'x\n'],
  ['an address without an end', `${FACTS}provider: `, 'https:'],
  ['addresses that are links', FACTS, '[https:a](https:'],
  ['links that are not closed', FACTS, '[https://a'],
  ['addresses behind a name', `${FACTS}provider: a = `, 'https://', ' b'],
  ['one word', FACTS, 'x'],
  ['blanks in a frame', '| a', ' ', 'b'],
  ['what nobody sees', 'a', '\u200B', 'b'],
  ['quotation marks', `${FACTS}a`, '"', 'b'],
  ['quotation marks in an address', 'taler:', "'", 'b'],
  ['marks on one letter', 'a', '\u0301\u0316'],
  ['tags', FACTS, '<a'],
  ['signs of a source', FACTS, '&#=3D'],
])('a text made of %s is refused, and its length costs no more than it is long', (_, begin, part, end = '') => {
  const made = (length: number): string => begin + part.repeat(length / part.length) + end;
  const [long, short] = [costOf(made(20_000), 1), costOf(made(1250), 16)];
  // The same letters in sixteen texts cost about the same; where every letter is looked at once for each, a sixteenth.
  expect(long / Math.max(short, 40)).toBeLessThan(5);
});
