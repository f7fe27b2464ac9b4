// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { amount } from '../../../../shared/amount.ts';
import { aside } from '../../../threads.ts';
import { bytesToCrock, crockToBytes } from '../../bytes/encodings.ts';
import { sessionTaskV32, type SessionV32 } from '../../coin/session-v32.ts';
import { eddsaPublicKey, eddsaVerify } from '../../crypto/eddsa.ts';
import { meltBlock } from '../../purposes/wallet.ts';
import { amountSchema, crockSchema } from '../../wire/schemas.ts';
import type { Context } from '../context.ts';
import type { HistoryLine } from '../history/coin.ts';
import type { Denomination, ExchangeKeys } from '../keys/model.ts';
import { blindSignaturesSchema, LIMIT, rsaSignatures } from './blind-signatures.ts';
import { MELT_LINE } from './fields.ts';
import { gammaSchema, type Gamma } from './melt.ts';

const lineSchema = z.object({
  [MELT_LINE.rc]: crockSchema(64).optional(),
  [MELT_LINE.value]: amountSchema,
  [MELT_LINE.signature]: crockSchema(64),
  [MELT_LINE.seed]: crockSchema(64),
  [MELT_LINE.gamma]: gammaSchema,
  [MELT_LINE.denominations]: z.array(crockSchema(64)).min(1).max(LIMIT),
  // Whatever stands here instead is as good as none: then they are asked for.
  [MELT_LINE.signatures]: blindSignaturesSchema.optional().catch(undefined),
});

/** A melt that the exchange tells of, and that follows from its seed and the old coin as this wallet derives it. */
export type ToldMelt = {
  readonly seed: Uint8Array;
  readonly gamma: Gamma;
  readonly denominations: readonly Denomination[];
  readonly derived: SessionV32;
  /** once it was revealed */
  readonly signatures: readonly Uint8Array[] | undefined;
};

/**
 * Reads a melt of a coin's history with the old coin's private key alone. Undefined where it lacks what that takes, names a denomination
 * that is not listed, or was not made as this wallet makes one: all candidates are derived anew, and the coin's own signature must fit them.
 */
export const readTold = async (
  { world }: Pick<Context, 'world'>,
  keys: ExchangeKeys,
  { coinPriv, denomination }: { readonly coinPriv: Uint8Array; readonly denomination: Denomination },
  line: HistoryLine,
): Promise<ToldMelt | undefined> => {
  const read = lineSchema.safeParse(line);
  if (!read.success) return undefined;
  const denominations = read.data[MELT_LINE.denominations].flatMap((hash) => keys.denominations.get(hash) ?? []);
  const newCoins = denominations.flatMap(({ key, hash }) =>
    key ? [{ key: key.encoded, denominationHash: crockToBytes(hash, 64) }] : [],
  );
  if (newCoins.length !== read.data[MELT_LINE.denominations].length) return undefined;
  const seed = crockToBytes(read.data[MELT_LINE.seed], 64);
  const valueWithFee = amount(read.data[MELT_LINE.value]);
  const derived = await aside(world, sessionTaskV32, { oldCoinPriv: coinPriv, seed, newCoins, valueWithFee });
  if (!derived) return undefined;
  const rc = read.data[MELT_LINE.rc];
  if (rc !== undefined && rc !== bytesToCrock(derived.rc)) return undefined;
  const block = meltBlock({
    rc: derived.rc,
    denominationHash: crockToBytes(denomination.hash, 64),
    valueWithFee,
    refreshFee: denomination.feeRefresh,
  });
  if (!eddsaVerify(eddsaPublicKey(coinPriv), block, crockToBytes(read.data[MELT_LINE.signature], 64))) return undefined;
  const given = read.data[MELT_LINE.signatures];
  const signatures = given && rsaSignatures(given, denominations.length);
  return { seed, gamma: read.data[MELT_LINE.gamma], denominations, derived, signatures };
};
