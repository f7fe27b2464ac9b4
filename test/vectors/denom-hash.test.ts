// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { denominationToPub, hashDenomination, parseDenominationPub } from '../../electron/taler/coin/denomination.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { denominationPubSchema } from '../../electron/taler/wire/schemas.ts';
import { mustOk } from '../../shared/result.ts';
import { casesOf } from './load.ts';

type Case = {
  readonly denom_pub: { readonly cipher: string; readonly age_mask: number };
  readonly h_denom_pub_crock: string;
};

describe('denom-hash.json', () => {
  it.each(casesOf<Case>('denom-hash', 14))(
    '$denom_pub.cipher, mask $denom_pub.age_mask',
    ({ denom_pub, h_denom_pub_crock }) => {
      const denomination = mustOk(parseDenominationPub(denominationPubSchema.parse(denom_pub)), 'vector');
      expect(bytesToCrock(hashDenomination(denomination))).toBe(h_denom_pub_crock);
      expect(denominationToPub(denomination)).toEqual(denom_pub);
      const otherMask = { ...denomination, ageMask: denomination.ageMask ^ 2 };
      expect(bytesToCrock(hashDenomination(otherMask))).not.toBe(h_denom_pub_crock);
    },
  );
});
