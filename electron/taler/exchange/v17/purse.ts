// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { amount, amountToText, zeroAmount } from '../../../../shared/amount.ts';
import { ok } from '../../../../shared/result.ts';
import type { Timestamp } from '../../../../shared/time.ts';
import { eddsaPublicKey, eddsaSign } from '../../crypto/eddsa.ts';
import { bytesToCrock, crockToBytes } from '../../bytes/encodings.ts';
import { checkStatement, post, type Context } from '../context.ts';
import { inCurrency, readAnswer } from '../errors.ts';
import type { EncryptedContract, PurseCreation, PurseTerms } from '../answers.ts';
import type { Answer, CoinContribution, Exchange } from '../exchange.ts';
import { hashPayto } from '../../crypto/hash.ts';
import { reservePayto } from '../../wire/payto.ts';
import { confirmPurseCreationBlock } from '../../purposes/exchange.ts';
import {
  accountMergeBlock,
  MERGE_FLAGS,
  purseCreateBlock,
  purseDepositBlock,
  purseMergeBlock,
} from '../../purposes/purse.ts';
import { amountSchema, crockSchema, timestampSchema } from '../../wire/schemas.ts';

const confirmation = { exchange_pub: crockSchema(32), exchange_sig: crockSchema(64) };
const creationSchema = z.object({
  total_deposited: amountSchema,
  exchange_timestamp: timestampSchema,
  ...confirmation,
});
const depositSchema = creationSchema.extend({
  purse_value_after_fees: amountSchema,
  purse_expiration: timestampSchema,
  h_contract_terms: crockSchema(64),
});

/** `POST purses/$PUB/create`: push. Repeatable byte for byte (keep the econtract's nonce). */
export const purseCreate =
  (context: Context): Exchange['purseCreate'] =>
  async ({ purse, coins }) => {
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
    const read = await readAnswer(
      context,
      await post(context, `purses/${bytesToCrock(pursePub)}/create`, body, coins.length),
      creationSchema,
    );
    return read.ok
      ? checkCreation(context, read.value, {
          pursePub,
          expiration: purse.expiration,
          amountText: amountToText(purse.amount),
          hContract: purse.hContract,
        })
      : read;
  };

/** `POST reserves/$PUB/purse`: pull. Repeatable; the fee is charged once. */
export const reservePurse =
  (context: Context): Exchange['reservePurse'] =>
  async ({ purse, mergePriv, reservePriv, mergeTimestamp, fee }) => {
    const reservePub = eddsaPublicKey(reservePriv);
    const pursePub = eddsaPublicKey(purse.pursePriv);
    const keys = await context.keys();
    if (!keys.ok) return keys;
    const payto = reservePayto(keys.value.announcedBaseUrl, bytesToCrock(reservePub));
    const reserveSig = eddsaSign(
      reservePriv,
      accountMergeBlock({
        purseExpiration: purse.expiration,
        purseAmount: purse.amount,
        purseFee: fee ?? zeroAmount(purse.amount.currency),
        contractHash: purse.hContract,
        pursePub,
        mergeTimestamp,
        minAge: purse.minAge,
        flags: fee === undefined ? MERGE_FLAGS.quota : MERGE_FLAGS.purseFee,
      }),
    );
    const body = {
      purse_value: amountToText(purse.amount),
      min_age: purse.minAge,
      merge_pub: bytesToCrock(purse.mergePub),
      merge_sig: bytesToCrock(
        eddsaSign(mergePriv, purseMergeBlock({ mergeTimestamp, pursePub, reservePaytoHash: hashPayto(payto) })),
      ),
      merge_timestamp: mergeTimestamp,
      reserve_sig: bytesToCrock(reserveSig),
      purse_pub: bytesToCrock(pursePub),
      purse_sig: purseSignature(purse),
      h_contract_terms: bytesToCrock(purse.hContract),
      purse_expiration: purse.expiration,
      ...econtractMember(purse.econtract),
      ...(fee === undefined ? {} : { purse_fee: amountToText(fee) }),
    };
    const read = await readAnswer(
      context,
      await post(context, `reserves/${bytesToCrock(reservePub)}/purse`, body),
      creationSchema,
    );
    return read.ok
      ? checkCreation(context, read.value, {
          pursePub,
          expiration: purse.expiration,
          amountText: amountToText(purse.amount),
          hContract: purse.hContract,
        })
      : read;
  };

/** `POST purses/$PUB/deposit`. A repetition may count its coins twice in `totalDeposited`: only `purseStatus` tells the balance (PROTOCOL.md#filling-a-purse). */
export const purseDeposit =
  (context: Context): Exchange['purseDeposit'] =>
  async ({ pursePub, coins }) => {
    const deposits = await depositsOf(context, pursePub, coins);
    if (!deposits.ok) return deposits;
    const read = await readAnswer(
      context,
      await post(context, `purses/${bytesToCrock(pursePub)}/deposit`, { deposits: deposits.value }, coins.length),
      depositSchema,
    );
    if (!read.ok) return read;
    const {
      purse_value_after_fees: amountText,
      purse_expiration: expiration,
      h_contract_terms: hContract,
    } = read.value;
    const purseValue = await inCurrency(context, amountText);
    if (!purseValue.ok) return purseValue;
    const checked = await checkCreation(context, read.value, {
      pursePub,
      expiration,
      amountText,
      hContract: crockToBytes(hContract),
    });
    return checked.ok ? ok({ ...checked.value, purseValue: purseValue.value, expiration, hContract }) : checked;
  };

const depositsOf = async (
  context: Context,
  pursePub: Uint8Array,
  coins: readonly CoinContribution[],
): Answer<readonly unknown[]> => {
  const keys = await context.keys();
  if (!keys.ok) return keys;
  const exchangeBaseUrl = keys.value.announcedBaseUrl;
  return ok(
    coins.map(({ coin, contribution }) => ({
      amount: amountToText(contribution),
      denom_pub_hash: coin.denomination.hash,
      ub_sig: { cipher: 'RSA', rsa_signature: bytesToCrock(coin.denomSig) },
      coin_pub: bytesToCrock(coin.pub),
      coin_sig: bytesToCrock(
        eddsaSign(
          coin.priv,
          purseDepositBlock({
            contribution,
            denominationHash: crockToBytes(coin.denomination.hash),
            pursePub,
            exchangeBaseUrl,
          }),
        ),
      ),
    })),
  );
};

const purseSignature = (purse: PurseTerms): string =>
  bytesToCrock(
    eddsaSign(
      purse.pursePriv,
      purseCreateBlock({
        purseExpiration: purse.expiration,
        purseAmount: purse.amount,
        contractHash: purse.hContract,
        mergePub: purse.mergePub,
        minAge: purse.minAge,
      }),
    ),
  );

const econtractMember = (encrypted: EncryptedContract | undefined) =>
  encrypted === undefined
    ? {}
    : {
        econtract: {
          econtract: bytesToCrock(encrypted.econtract),
          contract_pub: bytesToCrock(encrypted.contractPub),
          econtract_sig: bytesToCrock(encrypted.econtractSig),
        },
      };

type OfPurse = {
  readonly pursePub: Uint8Array;
  readonly expiration: Timestamp;
  readonly amountText: string;
  readonly hContract: Uint8Array;
};
const checkCreation = async (
  context: Context,
  answered: z.infer<typeof creationSchema>,
  of: OfPurse,
): Answer<PurseCreation> => {
  const totalDeposited = await inCurrency(context, answered.total_deposited);
  if (!totalDeposited.ok) return totalDeposited;
  const { exchange_timestamp: exchangeTimestamp, exchange_pub: exchangePub, exchange_sig: exchangeSig } = answered;
  const block = confirmPurseCreationBlock({
    exchangeTimestamp,
    purseExpiration: of.expiration,
    amountWithoutFee: amount(of.amountText),
    totalDeposited: totalDeposited.value,
    pursePub: of.pursePub,
    contractHash: of.hContract,
  });
  const checked = await checkStatement(context, {
    what: 'purse confirmation',
    block,
    exchangePub,
    exchangeSig,
    signedAt: exchangeTimestamp,
  });
  return checked.ok ? ok({ totalDeposited: totalDeposited.value, exchangeTimestamp, ...checked.value }) : checked;
};
