// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { amount, amountToText, zeroAmount } from '../../shared/amount.ts';
import { err, ok } from '../../shared/result.ts';
import type { Timestamp } from '../../shared/time.ts';
import { eddsaPublicKey, eddsaSign, eddsaVerify } from './eddsa.ts';
import { bytesToCrock, crockToBytes } from './encodings.ts';
import { checkStatement, get, post, send, type Context } from './exchange-context.ts';
import { exchangeFailure, inCurrency, readAnswer } from './exchange-errors.ts';
import type { Answer, CoinContribution, EncryptedContract, Exchange, ExchangeFailure, PurseCreation, PurseTerms } from './exchange.ts';
import { hashPayto } from './hash.ts';
import { readJson } from './http.ts';
import { reservePayto } from './payto.ts';
import { confirmPurseCreationBlock, confirmPurseMergedBlock, purseStatusBlock } from './purposes-exchange.ts';
import { accountMergeBlock, econtractBlock, MERGE_FLAGS, purseCreateBlock, purseDeleteBlock, purseDepositBlock, purseMergeBlock } from './purposes-purse.ts';
import { amountSchema, crockSchema, crockUpToSchema, timestampSchema } from './schemas.ts';

/** Longest encrypted contract we read; the sender chooses it and anybody may be the sender. */
const MAX_ECONTRACT = 256 * 1024;

const confirmation = { exchange_pub: crockSchema(32), exchange_sig: crockSchema(64) };
const creationSchema = z.object({ total_deposited: amountSchema, exchange_timestamp: timestampSchema, ...confirmation });
const depositSchema = creationSchema.extend({ purse_value_after_fees: amountSchema, purse_expiration: timestampSchema, h_contract_terms: crockSchema(64) });
const mergedSchema = z.object({ merge_amount: amountSchema, exchange_timestamp: timestampSchema, ...confirmation });
const mergeConflictSchema = z.object({ merge_timestamp: timestampSchema, merge_sig: crockSchema(64), reserve_pub: crockSchema(32) });
const statusSchema = z.object({ balance: amountSchema, purse_expiration: timestampSchema, merge_timestamp: timestampSchema.optional(), deposit_timestamp: timestampSchema.optional(), ...confirmation });
const contractSchema = z.object({ purse_pub: crockSchema(32), econtract: crockUpToSchema(MAX_ECONTRACT), econtract_sig: crockSchema(64) });

/** `POST purses/$PUB/create`: push. Repeatable byte for byte (keep the econtract's nonce). */
export const purseCreate = (context: Context): Exchange['purseCreate'] => async ({ purse, coins }) => {
  const pursePub = eddsaPublicKey(purse.pursePriv);
  const deposits = await depositsOf(context, pursePub, coins);
  if (!deposits.ok) return deposits;
  const body = {
    amount: amountToText(purse.amount),
    min_age: purse.minAge,
    merge_pub: bytesToCrock(purse.mergePub),
    purse_sig: purseSignature(purse),
    h_contract_terms: bytesToCrock(purse.hContract),
    purse_expiration: purse.expiration,
    deposits: deposits.value,
    ...econtractMember(purse.econtract),
  };
  const read = await readAnswer(context, await post(context, `purses/${bytesToCrock(pursePub)}/create`, body, coins.length), creationSchema);
  return read.ok ? checkCreation(context, read.value, { pursePub, expiration: purse.expiration, amountText: amountToText(purse.amount), hContract: purse.hContract }) : read;
};

/** `POST reserves/$PUB/purse`: pull. Repeatable; the fee is charged once. */
export const reservePurse = (context: Context): Exchange['reservePurse'] => async ({ purse, mergePriv, reservePriv, mergeTimestamp, fee }) => {
  const reservePub = eddsaPublicKey(reservePriv);
  const pursePub = eddsaPublicKey(purse.pursePriv);
  const keys = await context.keys();
  if (!keys.ok) return keys;
  const payto = reservePayto(keys.value.announcedBaseUrl, bytesToCrock(reservePub));
  const reserveSig = eddsaSign(
    reservePriv,
    accountMergeBlock({ purseExpiration: purse.expiration, purseAmount: purse.amount, purseFee: fee ?? zeroAmount(purse.amount.currency), contractHash: purse.hContract, pursePub, mergeTimestamp, minAge: purse.minAge, flags: fee === undefined ? MERGE_FLAGS.quota : MERGE_FLAGS.purseFee }),
  );
  const body = {
    purse_value: amountToText(purse.amount),
    min_age: purse.minAge,
    merge_pub: bytesToCrock(purse.mergePub),
    merge_sig: bytesToCrock(eddsaSign(mergePriv, purseMergeBlock({ mergeTimestamp, pursePub, reservePaytoHash: hashPayto(payto) }))),
    merge_timestamp: mergeTimestamp,
    reserve_sig: bytesToCrock(reserveSig),
    purse_pub: bytesToCrock(pursePub),
    purse_sig: purseSignature(purse),
    h_contract_terms: bytesToCrock(purse.hContract),
    purse_expiration: purse.expiration,
    ...econtractMember(purse.econtract),
    ...(fee === undefined ? {} : { purse_fee: amountToText(fee) }),
  };
  const read = await readAnswer(context, await post(context, `reserves/${bytesToCrock(reservePub)}/purse`, body), creationSchema);
  return read.ok ? checkCreation(context, read.value, { pursePub, expiration: purse.expiration, amountText: amountToText(purse.amount), hContract: purse.hContract }) : read;
};

/** `POST purses/$PUB/deposit`. A repetition may count its coins twice in `totalDeposited`: only `purseStatus` tells the balance (exchange.md §7.6). */
export const purseDeposit = (context: Context): Exchange['purseDeposit'] => async ({ pursePub, coins }) => {
  const deposits = await depositsOf(context, pursePub, coins);
  if (!deposits.ok) return deposits;
  const read = await readAnswer(context, await post(context, `purses/${bytesToCrock(pursePub)}/deposit`, { deposits: deposits.value }, coins.length), depositSchema);
  if (!read.ok) return read;
  const { purse_value_after_fees: amountText, purse_expiration: expiration, h_contract_terms: hContract } = read.value;
  const purseValue = await inCurrency(context, amountText);
  if (!purseValue.ok) return purseValue;
  const checked = await checkCreation(context, read.value, { pursePub, expiration, amountText, hContract: crockToBytes(hContract) });
  return checked.ok ? ok({ ...checked.value, purseValue: purseValue.value, expiration, hContract }) : checked;
};

/** `POST purses/$PUB/merge`; repeatable. Who merged before us is told with their signature. */
export const purseMerge = (context: Context): Exchange['purseMerge'] => async ({ pursePub, mergePriv, reservePriv, mergeTimestamp, amount: purseAmount, minAge, hContract, expiration }) => {
  const keys = await context.keys();
  if (!keys.ok) return keys;
  const reservePub = eddsaPublicKey(reservePriv);
  const payto = reservePayto(keys.value.announcedBaseUrl, bytesToCrock(reservePub));
  const mergeSig = eddsaSign(mergePriv, purseMergeBlock({ mergeTimestamp, pursePub, reservePaytoHash: hashPayto(payto) }));
  const reserveSig = eddsaSign(reservePriv, accountMergeBlock({ purseExpiration: expiration, purseAmount, purseFee: zeroAmount(purseAmount.currency), contractHash: hContract, pursePub, mergeTimestamp, minAge, flags: MERGE_FLAGS.paidPurse }));
  const body = { payto_uri: payto, merge_timestamp: mergeTimestamp, merge_sig: bytesToCrock(mergeSig), reserve_sig: bytesToCrock(reserveSig) };
  const sent = await post(context, `purses/${bytesToCrock(pursePub)}/merge`, body);
  if (!sent.ok) return sent;
  if (sent.value.answer.status === 409) {
    const conflict = readJson(sent.value.answer, sent.value.url, mergeConflictSchema);
    if (conflict.ok) return err(mergedElsewhere(conflict.value, pursePub, eddsaPublicKey(mergePriv), keys.value.announcedBaseUrl));
  }
  const read = await readAnswer(context, sent, mergedSchema);
  if (!read.ok) return read;
  const mergeAmount = await inCurrency(context, read.value.merge_amount);
  if (!mergeAmount.ok) return mergeAmount;
  const { exchange_timestamp: exchangeTimestamp, exchange_pub: exchangePub, exchange_sig: exchangeSig } = read.value;
  const block = confirmPurseMergedBlock({ exchangeTimestamp, purseExpiration: expiration, amountWithoutFee: mergeAmount.value, pursePub, reservePub, contractHash: hContract, exchangeBaseUrl: keys.value.announcedBaseUrl });
  const checked = await checkStatement(context, { what: 'merge confirmation', block, exchangePub, exchangeSig, signedAt: exchangeTimestamp });
  return checked.ok ? ok({ mergeAmount: mergeAmount.value, exchangeTimestamp, ...checked.value }) : checked;
};

/** `GET purses/$PUB/merge|deposit`; 1047 is checked. */
export const purseStatus = (context: Context): Exchange['purseStatus'] => async ({ pursePub, waitFor, longPollMs }) => {
  const read = await readAnswer(context, await get(context, `purses/${bytesToCrock(pursePub)}/${waitFor}`, longPollMs), statusSchema);
  if (!read.ok) return read;
  const balance = await inCurrency(context, read.value.balance);
  if (!balance.ok) return balance;
  const { purse_expiration: expiration, merge_timestamp, deposit_timestamp, exchange_pub: exchangePub, exchange_sig: exchangeSig } = read.value;
  const times = { ...(merge_timestamp === undefined ? {} : { mergeTimestamp: merge_timestamp }), ...(deposit_timestamp === undefined ? {} : { depositTimestamp: deposit_timestamp }) };
  const checked = await checkStatement(context, { what: 'purse status', block: purseStatusBlock({ ...times, balance: balance.value }), exchangePub, exchangeSig });
  return checked.ok ? ok({ balance: balance.value, expiration, ...times, ...checked.value }) : checked;
};

/** `DELETE purses/$PUB` (1220): the coins come back whole. */
export const purseDelete = (context: Context): Exchange['purseDelete'] => async ({ pursePriv }) => {
  const headers = { 'taler-purse-signature': bytesToCrock(eddsaSign(pursePriv, purseDeleteBlock())) };
  const sent = await send(context, `purses/${bytesToCrock(eddsaPublicKey(pursePriv))}`, { method: 'DELETE', headers });
  if (!sent.ok) return sent;
  return sent.value.answer.status === 204 ? ok(undefined) : err(await exchangeFailure(context, sent.value));
};

/** `GET contracts/$PUB`; the purse's own key must have signed the ciphertext for this contract key (1216). */
export const contract = (context: Context): Exchange['contract'] => async ({ contractPub }) => {
  const read = await readAnswer(context, await get(context, `contracts/${bytesToCrock(contractPub)}`), contractSchema);
  if (!read.ok) return read;
  const pursePub = crockToBytes(read.value.purse_pub);
  const econtract = crockToBytes(read.value.econtract);
  const econtractSig = crockToBytes(read.value.econtract_sig);
  return eddsaVerify(pursePub, econtractBlock({ econtract, contractPub }), econtractSig) ? ok({ pursePub, econtract, contractPub, econtractSig }) : err({ kind: 'bad-contract-signature' });
};

const depositsOf = async (context: Context, pursePub: Uint8Array, coins: readonly CoinContribution[]): Answer<readonly unknown[]> => {
  const keys = await context.keys();
  if (!keys.ok) return keys;
  const exchangeBaseUrl = keys.value.announcedBaseUrl;
  return ok(
    coins.map(({ coin, contribution }) => ({
      amount: amountToText(contribution),
      denom_pub_hash: coin.denomination.hash,
      ub_sig: { cipher: 'RSA', rsa_signature: bytesToCrock(coin.denomSig) },
      coin_pub: bytesToCrock(coin.pub),
      coin_sig: bytesToCrock(eddsaSign(coin.priv, purseDepositBlock({ contribution, denominationHash: crockToBytes(coin.denomination.hash), pursePub, exchangeBaseUrl }))),
    })),
  );
};

const purseSignature = (purse: PurseTerms): string =>
  bytesToCrock(eddsaSign(purse.pursePriv, purseCreateBlock({ purseExpiration: purse.expiration, purseAmount: purse.amount, contractHash: purse.hContract, mergePub: purse.mergePub, minAge: purse.minAge })));

const econtractMember = (encrypted: EncryptedContract | undefined) =>
  encrypted === undefined
    ? {}
    : { econtract: { econtract: bytesToCrock(encrypted.econtract), contract_pub: bytesToCrock(encrypted.contractPub), econtract_sig: bytesToCrock(encrypted.econtractSig) } };

type OfPurse = { readonly pursePub: Uint8Array; readonly expiration: Timestamp; readonly amountText: string; readonly hContract: Uint8Array };
const checkCreation = async (context: Context, answered: z.infer<typeof creationSchema>, of: OfPurse): Answer<PurseCreation> => {
  const totalDeposited = await inCurrency(context, answered.total_deposited);
  if (!totalDeposited.ok) return totalDeposited;
  const { exchange_timestamp: exchangeTimestamp, exchange_pub: exchangePub, exchange_sig: exchangeSig } = answered;
  const block = confirmPurseCreationBlock({ exchangeTimestamp, purseExpiration: of.expiration, amountWithoutFee: amount(of.amountText), totalDeposited: totalDeposited.value, pursePub: of.pursePub, contractHash: of.hContract });
  const checked = await checkStatement(context, { what: 'purse confirmation', block, exchangePub, exchangeSig, signedAt: exchangeTimestamp });
  return checked.ok ? ok({ totalDeposited: totalDeposited.value, exchangeTimestamp, ...checked.value }) : checked;
};

const mergedElsewhere = (conflict: z.infer<typeof mergeConflictSchema>, pursePub: Uint8Array, mergePub: Uint8Array, exchangeBaseUrl: string): ExchangeFailure => {
  const { merge_timestamp: mergeTimestamp, merge_sig, reserve_pub: reservePub } = conflict;
  const block = purseMergeBlock({ mergeTimestamp, pursePub, reservePaytoHash: hashPayto(reservePayto(exchangeBaseUrl, reservePub)) });
  return { kind: 'purse-merged-elsewhere', reservePub, mergeTimestamp, proven: eddsaVerify(mergePub, block, crockToBytes(merge_sig)) };
};
