// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { addCapped, amount, type Amount } from '../../../../shared/amount.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import type { Timestamp } from '../../../../shared/time.ts';
import { eddsaVerify } from '../../crypto/eddsa.ts';
import { crockToBytes } from '../../bytes/encodings.ts';
import { checkStatement, type Context } from '../context.ts';
import type { HistoryEntry } from '../answers.ts';
import type { ExchangeFailure } from '../failure.ts';
import type { Denomination } from '../keys/model.ts';
import type { Answer } from '../exchange.ts';
import {
  confirmPurseRefundBlock,
  confirmRecoupBlock,
  confirmRecoupRefreshBlock,
  merchantRefundBlock,
} from '../../purposes/exchange.ts';
import { purseDepositBlock } from '../../purposes/purse.ts';
import {
  depositBlock,
  meltBlock,
  recoupBlock,
  recoupRefreshBlock,
  reserveOpenDepositBlock,
} from '../../purposes/wallet.ts';
import { amountSchema, crockSchema, nonNegativeInt, timestampSchema } from '../../wire/schemas.ts';
import { whatMaySign } from '../../wire/wallet-data.ts';

export type HistoryLine = { readonly type: string; readonly [member: string]: unknown };
/** A coin; without `triesChoices` no more is tried than what a line says, because one before it fits no coin of ours. */
export type OfCoin = {
  readonly coinPub: Uint8Array;
  readonly denomination: Denomination;
  readonly triesChoices?: boolean;
};

const h32 = crockSchema(32).transform((text) => crockToBytes(text));
const h64 = crockSchema(64).transform((text) => crockToBytes(text));
const money = amountSchema.transform(amount);
const exchangeSigned = { exchange_pub: crockSchema(32), exchange_sig: crockSchema(64) };
const age = { h_age_commitment: h32.optional() };

const schemas = {
  DEPOSIT: z.object({
    amount: money,
    deposit_fee: money,
    timestamp: timestampSchema,
    refund_deadline: timestampSchema.default({ t_s: 0 }),
    merchant_pub: h32,
    h_contract_terms: h64,
    h_wire: h64,
    wallet_data_hash: h64.optional(),
    coin_sig: h64,
    ...age,
  }),
  MELT: z.object({ amount: money, melt_fee: money, rc: h64, coin_sig: h64, ...age }),
  REFUND: z.object({
    amount: money,
    refund_fee: money,
    h_contract_terms: h64,
    merchant_pub: h32,
    rtransaction_id: nonNegativeInt,
    merchant_sig: h64,
  }),
  'PURSE-DEPOSIT': z.object({
    amount: money,
    exchange_base_url: z.string().max(1024),
    purse_pub: h32,
    coin_sig: h64,
    ...age,
  }),
  'PURSE-REFUND': z.object({ amount: money, refund_fee: money, purse_pub: h32, ...exchangeSigned }),
  RECOUP: z.object({
    amount: money,
    timestamp: timestampSchema,
    reserve_pub: h32,
    coin_sig: h64,
    coin_blind: h32,
    ...exchangeSigned,
  }),
  'RECOUP-REFRESH': z.object({
    amount: money,
    timestamp: timestampSchema,
    old_coin_pub: h32,
    coin_sig: h64,
    coin_blind: h32,
    ...exchangeSigned,
  }),
  'OLD-COIN-RECOUP': z.object({ amount: money, timestamp: timestampSchema, coin_pub: h32, ...exchangeSigned }),
  'RESERVE-OPEN-DEPOSIT': z.object({ coin_contribution: money, reserve_sig: h64, coin_sig: h64 }),
};

/** One line of a coin's history, its signature checked: the coin's own for what it spent, the merchant's or exchange's for what it got back. */
export const readCoinEntry = async (context: Context, line: HistoryLine, of: OfCoin): Answer<HistoryEntry> => {
  const entry = await readLine(context, line, of);
  if (!entry.ok) return entry;
  return entry.value.amount.currency === of.denomination.value.currency ? entry : bad(line, 'currency');
};

// long because it is one closed list: a case per kind of line a coin can have, each with the signature that proves it
const readLine = async (
  context: Context,
  line: HistoryLine,
  { coinPub, denomination, triesChoices = true }: OfCoin,
): Answer<HistoryEntry> => {
  const denominationHash = crockToBytes(denomination.hash);
  const made = entryMaker(line);
  const byCoin = (block: Uint8Array, signature: Uint8Array): boolean => eddsaVerify(coinPub, block, signature);
  switch (line.type) {
    case 'DEPOSIT': {
      const read = parse(schemas.DEPOSIT, line);
      if (!read.ok) return read;
      const it = read.value;
      const fields = {
        contractHash: it.h_contract_terms,
        wireHash: it.h_wire,
        denominationHash,
        timestamp: it.timestamp,
        refundDeadline: it.refund_deadline,
        contribution: it.amount,
        depositFee: it.deposit_fee,
        merchantPub: it.merchant_pub,
        ...ageOf(it),
      };
      // Exchanges up to v23 do not show a wallet_data_hash, so all that it can be are tried.
      const isSigned = whatMaySign(it.wallet_data_hash, triesChoices).some((walletDataHash) =>
        byCoin(depositBlock({ ...fields, walletDataHash }), it.coin_sig),
      );
      return ok(made('debit', it.amount, isSigned ? 'verified' : 'unverifiable', it.timestamp));
    }
    case 'MELT': {
      const read = parse(schemas.MELT, line);
      if (!read.ok) return read;
      const it = read.value;
      const block = meltBlock({
        rc: it.rc,
        denominationHash,
        ...ageOf(it),
        valueWithFee: it.amount,
        refreshFee: it.melt_fee,
      });
      return byCoin(block, it.coin_sig) ? ok(made('debit', it.amount)) : bad(line, 'signature');
    }
    case 'REFUND': {
      const read = parse(schemas.REFUND, line);
      if (!read.ok) return read;
      const it = read.value;
      if (!fits(it.amount, denomination) || !fits(it.refund_fee, denomination)) return bad(line, 'amount');
      const block = merchantRefundBlock({
        contractHash: it.h_contract_terms,
        coinPub,
        rtransactionId: it.rtransaction_id,
        refundAmount: addCapped(it.amount, it.refund_fee),
      });
      return eddsaVerify(it.merchant_pub, block, it.merchant_sig)
        ? ok(made('credit', it.amount))
        : bad(line, 'signature');
    }
    case 'PURSE-DEPOSIT': {
      const read = parse(schemas['PURSE-DEPOSIT'], line);
      if (!read.ok) return read;
      const it = read.value;
      const block = purseDepositBlock({
        contribution: it.amount,
        denominationHash,
        ...ageOf(it),
        pursePub: it.purse_pub,
        exchangeBaseUrl: it.exchange_base_url,
      });
      return byCoin(block, it.coin_sig) ? ok(made('debit', it.amount)) : bad(line, 'signature');
    }
    case 'PURSE-REFUND': {
      const read = parse(schemas['PURSE-REFUND'], line);
      if (!read.ok) return read;
      const it = read.value;
      if (!fits(it.amount, denomination) || !fits(it.refund_fee, denomination)) return bad(line, 'amount');
      const block = confirmPurseRefundBlock({
        pursePub: it.purse_pub,
        coinPub,
        refundedAmount: it.amount,
        refundFee: it.refund_fee,
      });
      // The coin regains the whole deposit although the entry shows a fee beside the amount (PROTOCOL.md#end-of-a-purse, live).
      return byExchange(context, line, { block, ...it }, made('credit', addCapped(it.amount, it.refund_fee)));
    }
    case 'RECOUP': {
      const read = parse(schemas.RECOUP, line);
      if (!read.ok) return read;
      const it = read.value;
      if (!byCoin(recoupBlock({ denominationHash, blindingSecret: it.coin_blind }), it.coin_sig))
        return bad(line, 'signature');
      const block = confirmRecoupBlock({
        timestamp: it.timestamp,
        amount: it.amount,
        coinPub,
        reservePub: it.reserve_pub,
      });
      return byExchange(context, line, { block, ...it }, made('debit', it.amount, 'verified', it.timestamp));
    }
    case 'RECOUP-REFRESH': {
      const read = parse(schemas['RECOUP-REFRESH'], line);
      if (!read.ok) return read;
      const it = read.value;
      if (!byCoin(recoupRefreshBlock({ denominationHash, blindingSecret: it.coin_blind }), it.coin_sig))
        return bad(line, 'signature');
      const block = confirmRecoupRefreshBlock({
        timestamp: it.timestamp,
        amount: it.amount,
        coinPub,
        oldCoinPub: it.old_coin_pub,
      });
      return byExchange(context, line, { block, ...it }, made('debit', it.amount, 'verified', it.timestamp));
    }
    case 'OLD-COIN-RECOUP': {
      const read = parse(schemas['OLD-COIN-RECOUP'], line);
      if (!read.ok) return read;
      const it = read.value;
      const block = confirmRecoupRefreshBlock({
        timestamp: it.timestamp,
        amount: it.amount,
        coinPub: it.coin_pub,
        oldCoinPub: coinPub,
      });
      return byExchange(context, line, { block, ...it }, made('credit', it.amount, 'verified', it.timestamp));
    }
    case 'RESERVE-OPEN-DEPOSIT': {
      const read = parse(schemas['RESERVE-OPEN-DEPOSIT'], line);
      if (!read.ok) return read;
      const it = read.value;
      const block = reserveOpenDepositBlock({ reserveSig: it.reserve_sig, contribution: it.coin_contribution });
      return byCoin(block, it.coin_sig) ? ok(made('debit', it.coin_contribution)) : bad(line, 'signature');
    }
    default:
      // An entry we cannot read makes every sum a guess.
      return bad(line, 'unknown type');
  }
};

type ExchangeSigned = {
  readonly block: Uint8Array;
  readonly exchange_pub: string;
  readonly exchange_sig: string;
  readonly timestamp?: Timestamp;
};
/** The entry, if the exchange's own signature on it holds. */
export const byExchange = async (
  context: Context,
  line: HistoryLine,
  { block, exchange_pub, exchange_sig, timestamp }: ExchangeSigned,
  entry: HistoryEntry,
): Answer<HistoryEntry> => {
  const checked = await checkStatement(context, {
    what: `history entry ${line.type}`,
    block,
    exchangePub: exchange_pub,
    exchangeSig: exchange_sig,
    ...(timestamp === undefined ? {} : { signedAt: timestamp }),
  });
  return checked.ok ? ok(entry) : checked;
};

type Made = (
  direction: HistoryEntry['direction'],
  value: Amount,
  proof?: HistoryEntry['proof'],
  timestamp?: Timestamp,
) => HistoryEntry;
/** Fills what all entries of a history share. */
export const entryMaker =
  (line: HistoryLine): Made =>
  (direction, value, proof = 'verified', timestamp) => ({
    type: line.type,
    direction,
    amount: value,
    ...(timestamp === undefined ? {} : { timestamp }),
    proof,
    detail: line,
  });

/** The line in the shape of its type, or `bad-history` naming the member. */
export const parse = <T>(schema: z.ZodType<T>, line: HistoryLine): Result<T, ExchangeFailure> => {
  const read = schema.safeParse(line);
  return read.success
    ? ok(read.data)
    : bad(line, `${read.error.issues[0]?.path.map(String).join('.') ?? ''} malformed`);
};

/** A history that cannot be believed. */
export const bad = (line: HistoryLine, what: string): Result<never, ExchangeFailure> =>
  err({ kind: 'bad-history', what: `${line.type}: ${what}` });

/** A refund cannot exceed the coin; also keeps sums of absurd amounts from overflowing. */
const fits = (given: Amount, { value }: Denomination): boolean =>
  given.currency === value.currency && given.units <= value.units;

type AgeHash = { readonly h_age_commitment?: Uint8Array | undefined };
const ageOf = ({ h_age_commitment: hash }: AgeHash): { readonly ageCommitmentHash?: Uint8Array } =>
  hash === undefined ? {} : { ageCommitmentHash: hash };
