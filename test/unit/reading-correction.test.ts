// SPDX-License-Identifier: GPL-3.0-or-later
import { create as createQr } from 'qrcode';
import { _GF256, _tests } from 'qr';
import { expect, test } from 'vitest';
import { corrected } from '../../shared/reading/blotted/correct.ts';
import { blocksOf, formatsOf, textOf } from '../../shared/reading/blotted/form.ts';
import { diceOf } from '../support/dice.ts';
import { RUN_SEED } from '../support/seed.ts';

// The correction of a square code against what another program makes of the same bytes.

const CHECKS = 26;
const { exp, log } = _GF256;
/** The divisor of a block, its first coefficient left out, lowest last. */
const divisor = (): Uint8Array => {
  let all = [1];
  for (let root = 0; root < CHECKS; root++)
    all = [...all, 0].map((each, i) => each ^ (all[i - 1] ? (exp[(log[all[i - 1] ?? 0] ?? 0) + root] ?? 0) : 0));
  return Uint8Array.from(all.slice(1));
};

test(`a block bears so many wrong and unread bytes as it has checks, but two (seed ${RUN_SEED})`, () => {
  const dice = diceOf(RUN_SEED);
  const gen = divisor();
  for (let round = 0; round < 300; round++) {
    const data = Uint8Array.from({ length: 20 }, () => dice.upTo(256));
    const whole = Uint8Array.from([...data, ..._tests.rsEcc(data, gen)]);
    const unread = dice.upTo(CHECKS - 1);
    const wrong = Math.floor((CHECKS - 2 - unread) / 2);
    const places = [...whole.keys()].map((at) => ({ at, by: dice.roll() })).toSorted((a, b) => a.by - b.by);
    const damaged = Uint8Array.from(whole);
    for (const { at } of places.slice(0, unread)) damaged[at] = dice.upTo(256);
    for (const { at } of places.slice(unread, unread + wrong)) damaged[at] = (damaged[at] ?? 0) ^ (1 + dice.upTo(255));
    const known = places.slice(0, unread).map(({ at }) => at);
    expect(corrected(damaged, CHECKS, known)).toEqual(whole);
    for (const { at } of places.slice(unread, unread + wrong + 3))
      damaged[at] = (whole[at] ?? 0) ^ (1 + dice.upTo(255));
    const beyond = corrected(damaged, CHECKS, known);
    expect(beyond === undefined || Buffer.compare(beyond, whole) !== 0).toBe(true);
  }
});

test('every side and level has all its bytes in its blocks, and the format of what another program draws is the likeliest', () => {
  for (let side = 21; side <= 177; side += 4)
    for (const level of ['low', 'medium', 'quartile', 'high'] as const) {
      const { blocks } = blocksOf(side, level);
      const all = blocks.flat().toSorted((one, other) => one - other);
      expect(all).toEqual([...all.keys()]);
      expect(
        Math.max(...blocks.map(({ length }) => length)) - Math.min(...blocks.map(({ length }) => length)),
      ).toBeLessThan(2);
    }
  for (const mask of [0, 3, 7] as const) {
    const { size, data } = createQr('HOLDFAST', { errorCorrectionLevel: 'Q', maskPattern: mask }).modules;
    expect(formatsOf(size, (x, y) => data[y * size + x] === 1)[0]).toEqual({ level: 'quartile', mask });
  }
});

test('digits, capitals and bytes are read, and what is cut or foreign is not', () => {
  const bits = (text: string): Uint8Array =>
    Uint8Array.from({ length: text.length >> 3 }, (_, i) => Number.parseInt(text.slice(8 * i, 8 * i + 8), 2));
  // ISO 18004's own examples: 01234567, and AC-42.
  const digits = '0001 0000001000 0000001100 0101011001 1000011 0000';
  const capitals = '0010 000000101 00111001110 11100111001 000010 0000';
  const both = `${digits.slice(0, -4)}${capitals}`.replaceAll(' ', '');
  expect(textOf(bits(both.padEnd(Math.ceil(both.length / 8) * 8, '0')), 21)).toBe('01234567AC-42');
  expect(textOf(bits('0100 00000010 11000011 10110110 0000'.replaceAll(' ', '')), 21)).toBe('ö');
  expect(textOf(bits('0100 00001111 11000011 10110110 0000'.replaceAll(' ', '')), 21)).toBeUndefined();
  expect(textOf(bits('0111000000000000'), 21)).toBeUndefined();
});
