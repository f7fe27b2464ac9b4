// SPDX-License-Identifier: GPL-3.0-or-later
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codex32Length, parseCodex32, secretToCodex32 } from '../../electron/backup/paper/codex32.ts';
import { bytesToHex, hexToBytes } from '../../electron/taler/bytes/encodings.ts';
import { badLongChecksums, badLengths, goodVectors, wrongCode } from './backup-codex32.vectors.ts';

const ALPHABET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const ANY_LENGTH = Array.from({ length: 49 }, (_, i) => i + 16);
const bytesOf = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const identifier = fc.string({ unit: fc.constantFrom(...ALPHABET), minLength: 4, maxLength: 4 });

describe('the published vectors of BIP-93', () => {
  it.each(goodVectors)('$text reads as $hex', ({ text, hex, id }) => {
    const read = parseCodex32(text, 'ms', ANY_LENGTH);
    expect(
      read.ok && { hex: bytesToHex(read.value.bytes), id: read.value.identifier, share: read.value.shareIndex },
    ).toEqual({ hex, id, share: 's' });
  });

  it('writes vector 4, whose spare bits are zero', () => {
    const bytes = hexToBytes('ffeeddccbbaa99887766554433221100ffeeddccbbaa99887766554433221100');
    expect(secretToCodex32('ms', 'leet', bytes)).toBe(
      'ms10leetsllhdmn9m42vcsamx24zrxgs3qrl7ahwvhw4fnzrhve25gvezzyqqtum9pgv99ycma',
    );
  });

  it.each(badLongChecksums)('refuses the wrong long checksum of %s', (text) => {
    expect(parseCodex32(text, 'ms', ANY_LENGTH).ok).toBe(false);
  });

  it.each([...wrongCode, ...badLengths])('refuses %s: the wrong code or an improper length', (text) => {
    expect(parseCodex32(text, 'ms', ANY_LENGTH).ok).toBe(false);
  });

  it('refuses a threshold of 0 with a share index, a letter as threshold, a missing prefix and mixed case', () => {
    const refused = [
      'ms10fauxxxxxxxxxxxxxxxxxxxxxxxxxxxxx0z26tfn0ulw3p',
      'ms1fauxxxxxxxxxxxxxxxxxxxxxxxxxxxxxda3kr3s0s2swg',
      's10fauxsxxxxxxxxxxxxxxxxxxxxxxxxxxuqxkk05lyf3x2',
      'm10fauxsxxxxxxxxxxxxxxxxxxxxxxxxxxuqxkk05lyf3x2',
      'ms0fauxsxxxxxxxxxxxxxxxxxxxxxxxxxxuqxkk05lyf3x2',
      'Ms10fauxsxxxxxxxxxxxxxxxxxxxxxxxxxxuqxkk05lyf3x2',
      'ms10FAUXsxxxxxxxxxxxxxxxxxxxxxxxxxxuqxkk05lyf3x2',
      'ms10fauxsxxxxxxxxxxxxxxxxxxxxxxxxxxUQXKK05LYF3X2',
    ];
    expect(refused.filter((text) => parseCodex32(text, 'ms', ANY_LENGTH).ok)).toEqual([]);
    expect(parseCodex32('ms10fauxsxxxxxxxxxxxxxxxxxxxxxxxxxxuqxkk05lyf3x2', 'ms', ANY_LENGTH).ok).toBe(true);
  });
});

describe('our own secrets', () => {
  it('come back from their text in either case, for 64 and for 32 bytes', () => {
    fc.assert(
      fc.property(fc.constantFrom(32, 64).chain(bytesOf), identifier, fc.boolean(), (bytes, id, upper) => {
        const text = secretToCodex32('hold', id, bytes);
        expect(text).toHaveLength(codex32Length('hold', bytes.length));
        const read = parseCodex32(upper ? text.toUpperCase() : text, 'hold', [32, 64]);
        expect(read.ok && [read.value.identifier, bytesToHex(read.value.bytes)]).toEqual([id, bytesToHex(bytes)]);
      }),
      { numRuns: 60 },
    );
  });

  it('any one to eight wrong characters are noticed, and one or two are found exactly', () => {
    const wrongPlaces = fc.uniqueArray(fc.integer({ min: 5, max: 128 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(bytesOf(64), identifier, wrongPlaces, fc.integer({ min: 1, max: 31 }), (bytes, id, places, shift) => {
        const characters = [...secretToCodex32('hold', id, bytes)];
        for (const place of places)
          characters[place] = ALPHABET[(ALPHABET.indexOf(characters[place] ?? '') + shift) % 32] ?? '';
        const read = parseCodex32(characters.join(''), 'hold', [32, 64]);
        expect(read.ok).toBe(false);
        if (read.ok || read.error.kind !== 'bad-checksum') return;
        if (places.length <= 2) expect(read.error.positions).toEqual([...places].sort((a, b) => a - b));
      }),
      { numRuns: 60 },
    );
  });

  it('another human-readable part has another checksum', () => {
    const text = secretToCodex32('hold', 'test', new Uint8Array(64).fill(7));
    const renamed = `ms1${text.slice(5)}`;
    expect(parseCodex32(renamed, 'ms', [64]).ok).toBe(false);
  });

  it('names a foreign character and a missing one', () => {
    const text = secretToCodex32('hold', 'test', new Uint8Array(64).fill(7));
    expect(parseCodex32(`${text.slice(0, 20)}b${text.slice(21)}`, 'hold', [64])).toEqual({
      ok: false,
      error: { kind: 'bad-character', position: 20, character: 'b' },
    });
    expect(parseCodex32(text.slice(0, -1), 'hold', [32, 64])).toEqual({
      ok: false,
      error: { kind: 'wrong-length', characters: 128, expected: [76, 129] },
    });
  });
});
