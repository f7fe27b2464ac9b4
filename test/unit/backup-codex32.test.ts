// SPDX-License-Identifier: GPL-3.0-or-later
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codex32Length } from '../../electron/backup/paper/codex32/code.ts';
import { parseCodex32, secretToCodex32 } from '../../electron/backup/paper/codex32/text.ts';
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

  it('any one to eight wrong characters are noticed', () => {
    const wrongPlaces = fc.uniqueArray(fc.integer({ min: 5, max: 128 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(bytesOf(64), identifier, wrongPlaces, fc.integer({ min: 1, max: 31 }), (bytes, id, places, shift) => {
        const characters = [...secretToCodex32('hold', id, bytes)];
        for (const place of places)
          characters[place] = ALPHABET[(ALPHABET.indexOf(characters[place] ?? '') + shift) % 32] ?? '';
        const read = parseCodex32(characters.join(''), 'hold', [32, 64]);
        expect(read.ok).toBe(false);
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

describe('the bounds of the code', () => {
  const text = secretToCodex32('hold', 'test', new Uint8Array(64).fill(7));

  it('writes 16 to 64 bytes with four characters beside them, and reads every length of them back', () => {
    for (const length of ANY_LENGTH) {
      const bytes = Uint8Array.from({ length }, (_, at) => (at * 37 + length) & 255);
      const read = parseCodex32(secretToCodex32('hold', 'test', bytes), 'hold', [length]);
      expect(read.ok && bytesToHex(read.value.bytes)).toBe(bytesToHex(bytes));
    }
    for (const length of [0, 15, 65]) expect(() => secretToCodex32('hold', 'test', new Uint8Array(length))).toThrow();
    for (const id of ['tes', 'testt', 'tesb'])
      expect(() => secretToCodex32('hold', id, new Uint8Array(64))).toThrow('four bech32 characters');
  });

  it('is the short one up to 46 bytes, and the long one from there on', () => {
    expect([46, 47].map((bytes) => codex32Length('ms', bytes))).toEqual([96, 100]);
  });

  it('says what is wrong and where: the prefix, the case, the first and the last character', () => {
    expect(parseCodex32(text, 'ms', [64])).toEqual({ ok: false, error: { kind: 'wrong-prefix', expected: 'ms1' } });
    expect(parseCodex32(`1${text}`, 'hold', [64])).toEqual({
      ok: false,
      error: { kind: 'wrong-prefix', expected: 'hold1' },
    });
    const upperAt = (at: number): string => text.slice(0, at) + (text[at] ?? '').toUpperCase() + text.slice(at + 1);
    expect(parseCodex32(upperAt(2), 'hold', [64])).toEqual({ ok: false, error: { kind: 'mixed-case', position: 2 } });
    for (const at of [5, 128]) {
      const wrong = text.slice(0, at) + (text[at] === 'q' ? 'p' : 'q') + text.slice(at + 1);
      expect(parseCodex32(wrong, 'hold', [64])).toEqual({
        ok: false,
        error: { kind: 'bad-checksum' },
      });
    }
    expect(parseCodex32(`hold1b${text.slice(6)}`, 'hold', [64])).toEqual({
      ok: false,
      error: { kind: 'bad-character', position: 5, character: 'b' },
    });
  });

  it('takes 0 with the secret itself and 2 to 9 with whatever share; any other header is refused where it is wrong', () => {
    // The checksums are right, so that nothing but the header decides.
    const withHeader = (header: string, checksum: string): ReturnType<typeof parseCodex32> =>
      parseCodex32(`hold1${header}${'qurswpc8'.repeat(12)}qurswpc${checksum}`, 'hold', [64]);
    for (const [header, checksum] of [
      ['2testa', '8unfjf06xmgq9wa'],
      ['2tests', '3z77s9yree2487x'],
      ['9testc', '4jvhu5rvnyrejh4'],
    ] as const) {
      const read = withHeader(header, checksum);
      expect(read.ok && [read.value.threshold, read.value.shareIndex]).toEqual([header[0], header[5]]);
    }
    expect(withHeader('0testq', 'telga42prmyf6r7')).toEqual({ ok: false, error: { kind: 'bad-header', position: 10 } });
    expect(withHeader('qtests', 'aw4q70ytafztqf8')).toEqual({ ok: false, error: { kind: 'bad-header', position: 5 } });
    // A threshold of 1 cannot even be written: the alphabet has no such character.
    const error = { kind: 'bad-character', position: 5, character: '1' };
    expect(withHeader('1tests', '3z77s9yree2487x')).toEqual({ ok: false, error });
  });
});
