// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import {
  bytesToCrock,
  bytesToHex,
  hexToBytes,
  parseCrock,
  parseCrockLenient,
  utf8,
} from '../../electron/taler/bytes/encodings.ts';
import { casesOf } from './load.ts';

type Case = { readonly kind: string; readonly crock: string; readonly bytes_hex: string; readonly bytes_utf8?: string };
const cases = casesOf<Case>('base32', 44);
const ofKind = (kind: string, count: number): readonly Case[] => {
  const found = cases.filter((each) => each.kind === kind);
  expect(found).toHaveLength(count);
  return found;
};

describe('base32.json', () => {
  it('round-trips', () => {
    for (const { crock, bytes_hex, bytes_utf8 } of ofKind('roundtrip', 27)) {
      const bytes = hexToBytes(bytes_hex);
      expect(bytesToCrock(bytes)).toBe(crock);
      expect(parseCrock(crock, bytes.length)).toEqual({ ok: true, value: bytes });
      expect(parseCrock(crock)).toEqual({ ok: true, value: bytes });
      expect(parseCrock(crock, bytes.length + 1)).toEqual({
        ok: false,
        error: { kind: 'malformed-crock', why: 'length' },
      });
      if (bytes_utf8 !== undefined) expect(utf8(bytes_utf8)).toEqual(bytes);
    }
  });

  it('accepts lower case and aliases', () => {
    for (const { crock, bytes_hex } of ofKind('decode-alias', 4)) {
      expect(parseCrock(crock)).toEqual({ ok: true, value: hexToBytes(bytes_hex) });
    }
  });

  it('reads impossible lengths leniently as the peer does, and refuses them strictly', () => {
    for (const { crock, bytes_hex } of ofKind('decode-odd-length', 8)) {
      const lenient = parseCrockLenient(crock);
      expect(lenient.ok && bytesToHex(lenient.value)).toBe(bytes_hex);
      // Strictly, only what encoding these bytes gives is a spelling of them: of the eight, ABCDE alone.
      expect(parseCrock(crock).ok).toBe(crock === 'ABCDE');
      expect(bytesToCrock(hexToBytes(bytes_hex)) === crock).toBe(crock === 'ABCDE');
      expect(parseCrock(crock, 32)).toEqual({ ok: false, error: { kind: 'malformed-crock', why: 'length' } });
    }
    expect(parseCrock('A')).toEqual({ ok: false, error: { kind: 'malformed-crock', why: 'length' } });
    expect(parseCrock('ZZ')).toEqual({ ok: false, error: { kind: 'malformed-crock', why: 'surplus-bits' } });
    expect(parseCrock('ZW')).toEqual({ ok: true, value: Uint8Array.of(255) });
  });

  it('refuses every foreign letter, in both readings', () => {
    for (const { crock } of ofKind('decode-invalid', 5)) {
      expect(parseCrockLenient(crock)).toEqual({ ok: false, error: { kind: 'malformed-crock', why: 'alphabet' } });
      expect(parseCrock(crock).ok).toBe(false);
    }
  });
});
