// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { addCapped, amount, compareAmounts, subtractAmounts, type Amount } from '../../../../shared/amount.ts';
import { ok, type Result } from '../../../../shared/result.ts';
import { eddsaVerify } from '../../crypto/eddsa.ts';
import { crockToBytes } from '../../bytes/encodings.ts';
import type { Context } from '../context.ts';
import type { HistoryEntry } from '../answers.ts';
import type { ExchangeFailure } from '../failure.ts';
import type { Answer } from '../exchange.ts';
import { hashPayto } from '../../crypto/hash.ts';
import { bad, byExchange, entryMaker, parse, type HistoryLine } from './coin.ts';
import { confirmRecoupBlock, reserveClosedBlock } from '../../purposes/exchange.ts';
import { accountMergeBlock } from '../../purposes/purse.ts';
import { reserveCloseBlock, reserveOpenBlock, withdrawBlock, withdrawHashBlock } from '../../purposes/wallet.ts';
import { amountSchema, crockSchema, timestampSchema, u32Schema } from '../../wire/schemas.ts';

const h32 = crockSchema(32).transform((text) => crockToBytes(text));
const h64 = crockSchema(64).transform((text) => crockToBytes(text));
const money = amountSchema.transform(amount);
const exchangeSigned = { exchange_pub: crockSchema(32), exchange_sig: crockSchema(64) };

const schemas = {
  CREDIT: z.object({ amount: money, timestamp: timestampSchema, sender_account_url: z.string().max(2048) }),
  WITHDRAW: z.object({ amount: money, h_denom_pub: h64, h_coin_envelope: h64, reserve_sig: h64 }),
  /** v26 on: one line for a whole request; every name but the signature's is recollected */
  WITHDRAW_ALL: z.object({
    amount: money,
    withdraw_fee: money.optional(),
    h_planchets: h64.optional(),
    reserve_sig: h64,
  }),
  MERGE: z.object({
    amount: money,
    purse_fee: money,
    purse_pub: h32,
    h_contract_terms: h64,
    merge_timestamp: timestampSchema,
    purse_expiration: timestampSchema,
    min_age: u32Schema,
    flags: u32Schema,
    reserve_sig: h64,
    merged: z.boolean(),
  }),
  RECOUP: z.object({ amount: money, timestamp: timestampSchema, coin_pub: h32, ...exchangeSigned }),
  CLOSE: z.object({ request_timestamp: timestampSchema, h_payto: h32.optional(), reserve_sig: h64 }),
  CLOSING: z.object({
    amount: money,
    closing_fee: money,
    receiver_account_details: z.string().max(2048),
    wtid: h32,
    timestamp: timestampSchema,
    ...exchangeSigned,
  }),
  OPEN: z.object({
    open_fee: money,
    request_timestamp: timestampSchema,
    requested_expiration: timestampSchema,
    requested_min_purses: u32Schema,
    reserve_sig: h64,
  }),
};

/** One line of a reserve's history, its signature checked; `none` is zero of the currency, for lines that move no money. */
export const readReserveEntry = async (
  context: Context,
  line: HistoryLine,
  of: { readonly reservePub: Uint8Array; readonly none: Amount },
): Answer<HistoryEntry> => {
  const entry = await readLine(context, line, of);
  if (!entry.ok) return entry;
  return entry.value.amount.currency === of.none.currency ? entry : bad(line, 'currency');
};

// long because it is one closed list: a case per kind of line a reserve can have, each with the signature that proves it
const readLine = async (
  context: Context,
  line: HistoryLine,
  { reservePub, none }: { readonly reservePub: Uint8Array; readonly none: Amount },
): Answer<HistoryEntry> => {
  const made = entryMaker(line);
  const byReserve = (block: Uint8Array, signature: Uint8Array): boolean => eddsaVerify(reservePub, block, signature);
  switch (line.type) {
    case 'CREDIT': {
      const read = parse(schemas.CREDIT, line);
      return read.ok ? ok(made('credit', read.value.amount, 'unverifiable', read.value.timestamp)) : read;
    }
    case 'WITHDRAW': {
      if (line['h_coin_envelope'] === undefined) return readWithdrawal(line, made, byReserve);
      const read = parse(schemas.WITHDRAW, line);
      if (!read.ok) return read;
      const block = withdrawBlock({
        valueWithFee: read.value.amount,
        denominationHash: read.value.h_denom_pub,
        coinEvHash: read.value.h_coin_envelope,
      });
      return byReserve(block, read.value.reserve_sig) ? ok(made('debit', read.value.amount)) : bad(line, 'signature');
    }
    case 'MERGE': {
      const read = parse(schemas.MERGE, line);
      if (!read.ok) return read;
      const it = read.value;
      if (it.amount.currency !== it.purse_fee.currency) return bad(line, 'currency');
      const block = accountMergeBlock({
        purseExpiration: it.purse_expiration,
        purseAmount: it.amount,
        purseFee: it.purse_fee,
        contractHash: it.h_contract_terms,
        pursePub: it.purse_pub,
        mergeTimestamp: it.merge_timestamp,
        minAge: it.min_age,
        flags: it.flags,
      });
      if (!byReserve(block, it.reserve_sig)) return bad(line, 'signature');
      const isGain = it.merged && compareAmounts(it.amount, it.purse_fee) >= 0;
      return ok(
        isGain
          ? made('credit', subtractAmounts(it.amount, it.purse_fee), 'verified', it.merge_timestamp)
          : made('debit', it.purse_fee, 'verified', it.merge_timestamp),
      );
    }
    case 'RECOUP': {
      const read = parse(schemas.RECOUP, line);
      if (!read.ok) return read;
      const it = read.value;
      const block = confirmRecoupBlock({
        timestamp: it.timestamp,
        amount: it.amount,
        coinPub: it.coin_pub,
        reservePub,
      });
      return byExchange(context, line, { block, ...it }, made('credit', it.amount, 'verified', it.timestamp));
    }
    case 'CLOSE': {
      const read = parse(schemas.CLOSE, line);
      if (!read.ok) return read;
      const it = read.value;
      // The history may name the account the exchange chose although the request left it open (signed as zeros).
      const signedFor = [it.h_payto, undefined].some((paytoHash) =>
        byReserve(
          reserveCloseBlock({
            requestTimestamp: it.request_timestamp,
            ...(paytoHash === undefined ? {} : { paytoHash }),
          }),
          it.reserve_sig,
        ),
      );
      return signedFor ? ok(made('none', none, 'verified', it.request_timestamp)) : bad(line, 'signature');
    }
    case 'CLOSING': {
      const read = parse(schemas.CLOSING, line);
      if (!read.ok) return read;
      const it = read.value;
      const block = reserveClosedBlock({
        timestamp: it.timestamp,
        closingAmount: it.amount,
        closingFee: it.closing_fee,
        reservePub,
        paytoHash: hashPayto(it.receiver_account_details),
        wtid: it.wtid,
      });
      return byExchange(context, line, { block, ...it }, made('debit', it.amount, 'verified', it.timestamp));
    }
    case 'OPEN': {
      const read = parse(schemas.OPEN, line);
      if (!read.ok) return read;
      const it = read.value;
      const block = reserveOpenBlock({
        payment: it.open_fee,
        requestTimestamp: it.request_timestamp,
        reserveExpiration: it.requested_expiration,
        purseLimit: it.requested_min_purses,
      });
      return byReserve(block, it.reserve_sig)
        ? ok(made('debit', it.open_fee, 'verified', it.request_timestamp))
        : bad(line, 'signature');
    }
    default:
      // Unlike a coin's, a reserve's balance is stated: an unknown line is shown and not counted.
      return ok(made('none', none, 'unverifiable'));
  }
};

/**
 * A whole request for coins (v26 on). Whether its amount holds the fee is not known, and what the signature covers may be missing from
 * the line; then it cannot be checked, and counts for no more than an entry of the bank.
 */
const readWithdrawal = (
  line: HistoryLine,
  made: ReturnType<typeof entryMaker>,
  byReserve: (block: Uint8Array, signature: Uint8Array) => boolean,
): Result<HistoryEntry, ExchangeFailure> => {
  const read = parse(schemas.WITHDRAW_ALL, line);
  if (!read.ok) return read;
  const { amount: sum, withdraw_fee: totalFee, h_planchets: planchetsHash, reserve_sig: signature } = read.value;
  if (totalFee === undefined || planchetsHash === undefined) return ok(made('debit', sum, 'unverifiable'));
  if (totalFee.currency !== sum.currency) return bad(line, 'currency');
  const signed = (totalValue: Amount): boolean =>
    byReserve(withdrawHashBlock({ totalValue, totalFee, planchetsHash }), signature);
  if (signed(sum)) return ok(made('debit', addCapped(sum, totalFee)));
  const isWhole = compareAmounts(sum, totalFee) >= 0 && signed(subtractAmounts(sum, totalFee));
  return isWhole ? ok(made('debit', sum)) : bad(line, 'signature');
};
