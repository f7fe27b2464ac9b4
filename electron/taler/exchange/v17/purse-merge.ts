// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { zeroAmount } from '../../../../shared/amount.ts';
import { err, ok } from '../../../../shared/result.ts';
import { eddsaPublicKey, eddsaSign, eddsaVerify } from '../../crypto/eddsa.ts';
import { bytesToCrock, crockToBytes } from '../../bytes/encodings.ts';
import { checkStatement, get, post, send, type Context } from '../context.ts';
import { exchangeFailure, inCurrency, readAnswer } from '../errors.ts';
import type { ExchangeFailure } from '../failure.ts';
import type { Exchange } from '../exchange.ts';
import { hashPayto } from '../../crypto/hash.ts';
import { readJson } from '../../wire/http.ts';
import { reservePayto } from '../../wire/payto.ts';
import { confirmPurseMergedBlock, purseStatusBlock } from '../../purposes/exchange.ts';
import {
  accountMergeBlock,
  econtractBlock,
  MERGE_FLAGS,
  purseDeleteBlock,
  purseMergeBlock,
} from '../../purposes/purse.ts';
import { amountSchema, crockSchema, crockUpToSchema, isAbsent, timestampSchema } from '../../wire/schemas.ts';

/** Longest encrypted contract we read; the sender chooses it and anybody may be the sender. */
const MAX_ECONTRACT = 256 * 1024;

const confirmation = { exchange_pub: crockSchema(32), exchange_sig: crockSchema(64) };
const mergedSchema = z.object({ merge_amount: amountSchema, exchange_timestamp: timestampSchema, ...confirmation });
const mergeConflictSchema = z.object({
  merge_timestamp: timestampSchema,
  merge_sig: crockSchema(64),
  reserve_pub: crockSchema(32),
});
const statusSchema = z.object({
  balance: amountSchema,
  purse_expiration: timestampSchema,
  merge_timestamp: timestampSchema.optional(),
  deposit_timestamp: timestampSchema.optional(),
  ...confirmation,
});
const contractSchema = z.object({
  purse_pub: crockSchema(32),
  econtract: crockUpToSchema(MAX_ECONTRACT),
  econtract_sig: crockSchema(64),
});

/** `POST purses/$PUB/merge`; repeatable. Who merged before us is told with their signature. */
export const purseMerge =
  (context: Context): Exchange['purseMerge'] =>
  async ({ pursePub, mergePriv, reservePriv, mergeTimestamp, amount: purseAmount, minAge, hContract, expiration }) => {
    const keys = await context.keys();
    if (!keys.ok) return keys;
    const reservePub = eddsaPublicKey(reservePriv);
    const payto = reservePayto(keys.value.announcedBaseUrl, bytesToCrock(reservePub));
    const mergeSig = eddsaSign(
      mergePriv,
      purseMergeBlock({ mergeTimestamp, pursePub, reservePaytoHash: hashPayto(payto) }),
    );
    const reserveSig = eddsaSign(
      reservePriv,
      accountMergeBlock({
        purseExpiration: expiration,
        purseAmount,
        purseFee: zeroAmount(purseAmount.currency),
        contractHash: hContract,
        pursePub,
        mergeTimestamp,
        minAge,
        flags: MERGE_FLAGS.paidPurse,
      }),
    );
    const body = {
      payto_uri: payto,
      merge_timestamp: mergeTimestamp,
      merge_sig: bytesToCrock(mergeSig),
      reserve_sig: bytesToCrock(reserveSig),
    };
    const sent = await post(context, `purses/${bytesToCrock(pursePub)}/merge`, body);
    if (!sent.ok) return sent;
    if (sent.value.answer.status === 409) {
      const conflict = readJson(sent.value.answer, sent.value.url, mergeConflictSchema);
      if (conflict.ok)
        return err(mergedElsewhere(conflict.value, pursePub, eddsaPublicKey(mergePriv), keys.value.announcedBaseUrl));
    }
    const read = await readAnswer(context, sent, mergedSchema);
    if (!read.ok) return read;
    const mergeAmount = await inCurrency(context, read.value.merge_amount);
    if (!mergeAmount.ok) return mergeAmount;
    const { exchange_timestamp: exchangeTimestamp, exchange_pub: exchangePub, exchange_sig: exchangeSig } = read.value;
    const block = confirmPurseMergedBlock({
      exchangeTimestamp,
      purseExpiration: expiration,
      amountWithoutFee: mergeAmount.value,
      pursePub,
      reservePub,
      contractHash: hContract,
      exchangeBaseUrl: keys.value.announcedBaseUrl,
    });
    const checked = await checkStatement(context, {
      what: 'merge confirmation',
      block,
      exchangePub,
      exchangeSig,
      signedAt: exchangeTimestamp,
    });
    return checked.ok ? ok({ mergeAmount: mergeAmount.value, exchangeTimestamp, ...checked.value }) : checked;
  };

/** `GET purses/$PUB/merge|deposit`; 1047 is checked. */
export const purseStatus =
  (context: Context): Exchange['purseStatus'] =>
  async ({ pursePub, waitFor, longPollMs }) => {
    const read = await readAnswer(
      context,
      await get(context, `purses/${bytesToCrock(pursePub)}/${waitFor}`, longPollMs),
      statusSchema,
    );
    if (!read.ok) return read;
    const balance = await inCurrency(context, read.value.balance);
    if (!balance.ok) return balance;
    const {
      purse_expiration: expiration,
      merge_timestamp,
      deposit_timestamp,
      exchange_pub: exchangePub,
      exchange_sig: exchangeSig,
    } = read.value;
    const checked = await checkStatement(context, {
      what: 'purse status',
      block: purseStatusBlock({
        ...(merge_timestamp === undefined ? {} : { mergeTimestamp: merge_timestamp }),
        ...(deposit_timestamp === undefined ? {} : { depositTimestamp: deposit_timestamp }),
        balance: balance.value,
      }),
      exchangePub,
      exchangeSig,
    });
    // The receiver chooses the time of a merge; second 0 would be an odd choice, but a merge all the same.
    const times = {
      ...(merge_timestamp === undefined || isAbsent(merge_timestamp, 'is-a-time')
        ? {}
        : { mergeTimestamp: merge_timestamp }),
      ...(deposit_timestamp === undefined || isAbsent(deposit_timestamp)
        ? {}
        : { depositTimestamp: deposit_timestamp }),
    };
    return checked.ok ? ok({ balance: balance.value, expiration, ...times, ...checked.value }) : checked;
  };

/** `DELETE purses/$PUB` (1220): the coins come back whole. */
export const purseDelete =
  (context: Context): Exchange['purseDelete'] =>
  async ({ pursePriv }) => {
    const headers = { 'taler-purse-signature': bytesToCrock(eddsaSign(pursePriv, purseDeleteBlock())) };
    const sent = await send(context, `purses/${bytesToCrock(eddsaPublicKey(pursePriv))}`, {
      method: 'DELETE',
      headers,
    });
    if (!sent.ok) return sent;
    return sent.value.answer.status === 204 ? ok(undefined) : err(await exchangeFailure(context, sent.value));
  };

/** `GET contracts/$PUB`; the purse's own key must have signed the ciphertext for this contract key (1216). */
export const contract =
  (context: Context): Exchange['contract'] =>
  async ({ contractPub }) => {
    const read = await readAnswer(
      context,
      await get(context, `contracts/${bytesToCrock(contractPub)}`),
      contractSchema,
    );
    if (!read.ok) return read;
    const pursePub = crockToBytes(read.value.purse_pub);
    const econtract = crockToBytes(read.value.econtract);
    const econtractSig = crockToBytes(read.value.econtract_sig);
    return eddsaVerify(pursePub, econtractBlock({ econtract, contractPub }), econtractSig)
      ? ok({ pursePub, econtract, contractPub, econtractSig })
      : err({ kind: 'bad-contract-signature' });
  };

const mergedElsewhere = (
  conflict: z.infer<typeof mergeConflictSchema>,
  pursePub: Uint8Array,
  mergePub: Uint8Array,
  exchangeBaseUrl: string,
): ExchangeFailure => {
  const { merge_timestamp: mergeTimestamp, merge_sig, reserve_pub: reservePub } = conflict;
  const block = purseMergeBlock({
    mergeTimestamp,
    pursePub,
    reservePaytoHash: hashPayto(reservePayto(exchangeBaseUrl, reservePub)),
  });
  return {
    kind: 'purse-merged-elsewhere',
    reservePub,
    mergeTimestamp,
    proven: eddsaVerify(mergePub, block, crockToBytes(merge_sig)),
  };
};
