// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { addAmounts, zeroAmount, type Amount } from '../../../../shared/amount.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import { crockToBytes } from '../../../taler/bytes/encodings.ts';
import type { RsaPublicKey } from '../../../taler/crypto/rsa.ts';
import { crock, crockText } from '../../read.ts';
import { errorReply, type Reply } from '../../reply.ts';
import { usableDenomination } from '../checks.ts';
import type { Denomination } from '../denominations.ts';
import type { ExchangeRoom } from '../room.ts';

/** Most coins of one request. */
export const MAX_COINS = 64;

/** An envelope: RSA, or Clause-Schnorr, which is known and not served here. */
export const envelopeSchema = z.discriminatedUnion('cipher', [
  z.object({ cipher: z.literal('RSA'), rsa_blinded_planchet: crockText }),
  z.object({ cipher: z.literal('CS'), cs_nonce: crock(32), cs_blinded_c0: crock(32), cs_blinded_c1: crock(32) }),
]);
export type Envelope = z.output<typeof envelopeSchema>;

export type RsaDenomination = Denomination & { readonly rsa: RsaPublicKey };

/** The denominations of a request if each may be used now; RSA alone. */
export const usableRsa = (
  room: ExchangeRoom,
  hashes: readonly string[],
  operation: 'withdraw' | 'REVEAL',
): Result<readonly RsaDenomination[], Reply> => {
  const found: RsaDenomination[] = [];
  for (const hash of hashes) {
    const known = room.denominations.find(hash);
    if (known && known.start > Math.floor(room.world.now() / 1000))
      return err(errorReply(operation === 'withdraw' ? 412 : 410, 1008, { h_denom_pub: hash }));
    const usable = usableDenomination(room, hash, operation);
    if (!usable.ok) return usable;
    if (usable.value.key.cipher !== 'RSA') return err(errorReply(501, 1017));
    found.push({ ...usable.value, rsa: usable.value.key.key });
  }
  return ok(found);
};

/** The bytes of envelopes that fit these denominations one by one. */
export const blindedOf = (
  denominations: readonly RsaDenomination[],
  envelopes: readonly Envelope[],
): Result<readonly { readonly denominationHash: Uint8Array; readonly blinded: Uint8Array }[], Reply> => {
  const blinded = envelopes.flatMap((envelope, at) => {
    const denomination = denominations[at];
    return denomination && envelope.cipher === 'RSA'
      ? [{ denominationHash: denomination.hashBytes, blinded: crockToBytes(envelope.rsa_blinded_planchet) }]
      : [];
  });
  return blinded.length === denominations.length && envelopes.length === denominations.length
    ? ok(blinded)
    : err(errorReply(400, 1017));
};

/** Values and withdraw fees of a request, each in sum. */
export const sumsOf = (currency: string, denominations: readonly Denomination[]) => {
  const sum = (part: (of: Denomination) => Amount): Amount =>
    denominations.reduce((all, each) => addAmounts(all, part(each)), zeroAmount(currency));
  return { value: sum(({ value }) => value), fee: sum(({ feeWithdraw }) => feeWithdraw) };
};
