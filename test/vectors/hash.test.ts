// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { bytesToCrock, bytesToHex, crockToBytes, hexToBytes } from '../../electron/taler/bytes/encodings.ts';
import { hashPayto, hashString0, hashWire, sha512 } from '../../electron/taler/crypto/hash.ts';
import { casesOf } from './load.ts';

type Case = {
  readonly kind: string;
  readonly input_crock?: string;
  readonly input_hex?: string;
  readonly input_utf8?: string;
  readonly output_hex?: string;
  readonly output_crock?: string;
  readonly payto_uri?: string;
  readonly wire_salt_crock?: string;
  readonly h_wire_crock?: string;
};

describe('hash.json', () => {
  it.each(casesOf<Case>('hash', 22))('$kind', (each) => {
    if (each.kind === 'sha512') {
      const input = each.input_hex === undefined ? crockToBytes(each.input_crock ?? '!') : hexToBytes(each.input_hex);
      const output = sha512(input);
      expect(bytesToCrock(output)).toBe(each.output_crock);
      if (each.output_hex !== undefined) expect(bytesToHex(output)).toBe(each.output_hex);
      expect(sha512(input.slice(0, 1), input.slice(1))).toEqual(output);
    } else if (each.kind.startsWith('sha512-of-NUL')) {
      expect(bytesToCrock(hashString0(each.input_utf8 ?? '!'))).toBe(each.output_crock);
    } else if (each.kind.startsWith('payto-hash')) {
      expect(bytesToCrock(hashPayto(each.input_utf8 ?? '!'))).toBe(each.output_crock);
    } else {
      expect(each.kind).toMatch(/^h_wire/);
      expect(bytesToCrock(hashWire(each.payto_uri ?? '!', crockToBytes(each.wire_salt_crock ?? '!', 16)))).toBe(
        each.h_wire_crock,
      );
    }
  });
});
