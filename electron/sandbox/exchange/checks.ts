// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, compareAmounts, type Amount } from '../../../shared/amount.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { eddsaVerify } from '../../taler/crypto/eddsa.ts';
import { crockToBytes } from '../../taler/bytes/encodings.ts';
import { denominationExpiredBlock, denominationUnknownBlock } from '../../taler/purposes/exchange.ts';
import { errorReply, type Reply } from '../reply.ts';
import type { Denomination } from './denominations.ts';
import { nowStamp, type ExchangeRoom } from './room.ts';

/** The operation as signature 1043 spells it; where the generations differ, both spellings. */
export type Operation =
  | 'withdraw'
  | 'DEPOSIT'
  | 'MELT'
  | 'REVEAL'
  | 'PURSE CREATE'
  | 'RECOUP'
  | 'RECOUP-REFRESH'
  | 'csr-withdraw'
  | 'csr-melt';

const operationName = (room: ExchangeRoom, operation: Operation): string =>
  operation !== 'withdraw' ? operation : room.generation === 'v17' ? 'WITHDRAW' : 'batch-withdraw';

const EXPIRES_WITH_WITHDRAWAL: readonly Operation[] = ['withdraw', 'REVEAL', 'csr-withdraw', 'csr-melt'];

/** The denomination, if it may be used for this operation now; else the answers of PROTOCOL.md#denomination-errors with their proofs. */
export const usableDenomination = (
  room: ExchangeRoom,
  hash: string,
  operation: Operation,
): Result<Denomination, Reply> => {
  const found = room.denominations.find(hash);
  if (!found) return err(unknownDenomination(room, hash, 1005));
  if (found.lost && operation === 'withdraw') return err(errorReply(410, 1158));
  const now = Math.floor(room.world.now() / 1000);
  if (found.start > now) return err(invalidDenomination(room, found, operation, 1008));
  const expires = EXPIRES_WITH_WITHDRAWAL.includes(operation) ? found.expireWithdraw : found.expireDeposit;
  if (expires <= now) return err(invalidDenomination(room, found, operation, 1009));
  if (found.revoked) {
    const terse = room.generation === 'v23' && operation === 'withdraw';
    return err(
      terse ? errorReply(410, 1010, { detail: 'batch-withdraw' }) : invalidDenomination(room, found, operation, 1010),
    );
  }
  return ok(found);
};

/** 404 with the exchange's word that it does not know the denomination (1005), or not for this cipher (1016). */
export const unknownDenomination = (room: ExchangeRoom, hash: string, code: 1005 | 1016): Reply => {
  const timestamp = nowStamp(room);
  const block = denominationUnknownBlock({ timestamp, denominationHash: crockToBytes(hash, 64) });
  return errorReply(404, code, { timestamp, ...room.signkeys.confirm(block), h_denom_pub: hash });
};

/** 410 with the exchange's word that the denomination cannot be used for the operation. */
export const invalidDenomination = (
  room: ExchangeRoom,
  denomination: Denomination,
  operation: Operation,
  code: number,
): Reply => {
  const timestamp = nowStamp(room);
  const oper = operationName(room, operation);
  const block = denominationExpiredBlock({ timestamp, operation: oper, denominationHash: denomination.hashBytes });
  return errorReply(410, code, { oper, timestamp, ...room.signkeys.confirm(block), h_denom_pub: denomination.hash });
};

/** Whether base32 key and signature fit the block. */
export const verifies = (pub: string, block: Uint8Array, sig: string): boolean =>
  eddsaVerify(crockToBytes(pub, 32), block, crockToBytes(sig, 64));

/** a < b for amounts as text. */
export const isLess = (a: string | Amount, b: string | Amount): boolean => compareAmounts(toAmount(a), toAmount(b)) < 0;
const toAmount = (value: string | Amount): Amount => (typeof value === 'string' ? amount(value) : value);
