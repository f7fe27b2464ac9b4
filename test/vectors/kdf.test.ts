// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { bytesToCrock, crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import { kdf } from '../../electron/taler/crypto/kdf.ts';
import { casesOf } from './load.ts';

type Case = {
  readonly out_len: number;
  readonly ikm_crock: string;
  readonly salt_crock: string | null;
  readonly info_crock: string | null;
  readonly output_crock: string;
};
const optional = (text: string | null): Uint8Array | undefined => (text === null ? undefined : crockToBytes(text));

describe('kdf.json', () => {
  it.each(casesOf<Case>('kdf', 9))('$out_len bytes', (each) => {
    const out = kdf(each.out_len, crockToBytes(each.ikm_crock), optional(each.salt_crock), optional(each.info_crock));
    expect(out).toHaveLength(each.out_len);
    expect(bytesToCrock(out)).toBe(each.output_crock);
  });

  it('treats a missing salt as 64 zero bytes', () => {
    const ikm = new Uint8Array(16).fill(5);
    expect(kdf(33, ikm)).toEqual(kdf(33, ikm, new Uint8Array(64)));
  });
});
