// SPDX-License-Identifier: GPL-3.0-or-later
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { coinPubHash, hashDenomination, parseDenominationPub } from '../../electron/taler/coin/denomination.ts';
import { eddsaPublicKey, eddsaVerify } from '../../electron/taler/crypto/eddsa.ts';
import { bytesToCrock, crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import type {
  LegacyCoin,
  LegacyContent,
  LegacyDenomination,
  LegacyExchangeDetails,
} from '../../electron/taler/legacy/backup.ts';
import { masterDenominationBlock } from '../../electron/taler/purposes/master.ts';
import { rsaVerify, type RsaPublicKey } from '../../electron/taler/crypto/rsa.ts';

/** A denomination of a 2022 backup with its key read and its hash computed. */
export type ReadDenomination = {
  readonly record: LegacyDenomination;
  readonly exchange: LegacyExchangeDetails;
  readonly key: RsaPublicKey;
  readonly hash: Uint8Array;
};

/** Every denomination of the content, RSA all of them. */
export const denominationsOf = (content: LegacyContent): readonly ReadDenomination[] =>
  content.exchangeDetails.flatMap((exchange) =>
    exchange.denominations.map((record) => {
      const denomination = mustOk(parseDenominationPub(record.denom_pub), 'denomination of the backup');
      if (denomination.cipher !== 'RSA') throw new Error('the 2022 wallet has RSA only');
      return { record, exchange, key: denomination.key, hash: hashDenomination(denomination) };
    }),
  );

/** Whether the exchange's master key signed this denomination. */
export const isCertified = (
  { record, exchange, hash }: ReadDenomination,
  change: Partial<LegacyDenomination> = {},
): boolean => {
  const denomination = { ...record, ...change };
  const block = masterDenominationBlock({
    masterPub: crockToBytes(exchange.master_public_key, 32),
    stampStart: denomination.stamp_start,
    stampExpireWithdraw: denomination.stamp_expire_withdraw,
    stampExpireDeposit: denomination.stamp_expire_deposit,
    stampExpireLegal: denomination.stamp_expire_legal,
    value: amount(denomination.value),
    feeWithdraw: amount(denomination.fee_withdraw),
    feeDeposit: amount(denomination.fee_deposit),
    feeRefresh: amount(denomination.fee_refresh),
    feeRefund: amount(denomination.fee_refund),
    denominationHash: hash,
  });
  return eddsaVerify(crockToBytes(exchange.master_public_key, 32), block, crockToBytes(record.master_sig, 64));
};

/** Whether the denomination signed this coin. */
export const isSigned = ({ key }: ReadDenomination, coin: LegacyCoin): boolean =>
  coin.denom_sig.cipher === 'RSA' &&
  rsaVerify(
    key,
    coinPubHash(eddsaPublicKey(crockToBytes(coin.coin_priv, 32))),
    crockToBytes(coin.denom_sig.rsa_signature),
  );

/** Public key (crock) of a private key (crock). */
export const publicKeyOf = (priv: string): string => bytesToCrock(eddsaPublicKey(crockToBytes(priv, 32)));
