// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { amountToText } from '../../../../shared/amount.ts';
import { err, ok } from '../../../../shared/result.ts';
import type { Timestamp } from '../../../../shared/time.ts';
import { eddsaPublicKey, eddsaSigner } from '../../crypto/eddsa.ts';
import { bytesToCrock } from '../../bytes/encodings.ts';
import { checkStatement, post, type Context } from '../context.ts';
import {
  depositHead,
  depositSignature,
  depositStatus,
  recoup,
  recoupRefresh,
  refund,
  withoutFees,
} from '../v17/deposit.ts';
import { readAnswer } from '../errors.ts';
import { coinHistoryOfRefusal } from '../history/history.ts';
import { purseCreate, purseDeposit, reservePurse } from '../v17/purse.ts';
import { contract, purseDelete, purseMerge, purseStatus } from '../v17/purse-merge.ts';
import { link } from '../v17/refresh.ts';
import { openRefresh } from '../v17/session.ts';
import { reserveClose, reserveOpen, reserveStatus } from '../v17/reserve.ts';
import { signedPlanchet, withdrawOne } from '../v17/withdraw.ts';
import type { Confirmation } from '../answers.ts';
import type { Answer, Exchange } from '../exchange.ts';
import { hashWire } from '../../crypto/hash.ts';
import { confirmDepositBlockV14 } from '../../purposes/exchange.ts';
import { crockSchema, timestampSchema } from '../../wire/schemas.ts';

/** One request per planchet or coin: few enough that a lost answer costs seconds, each being repeatable. */
const BATCH_LIMIT = 64;

const depositSchema = z.object({
  exchange_timestamp: timestampSchema,
  exchange_pub: crockSchema(32),
  exchange_sig: crockSchema(64),
});

/** The client of v12 to v14 (PROTOCOL.md#generation-v14): single withdrawals and deposits, no histories; the rest is as later. */
export const exchangeV14 = (context: Context): Exchange => ({
  baseUrl: context.baseUrl,
  generation: 'v14',
  batchLimit: BATCH_LIMIT,
  keys: context.refetchKeys,
  areKeysDoubted: context.areKeysDoubted,
  reserveStatus: reserveStatus(context),
  withdraw: withdraw(context),
  mayHold: async () => ok(undefined),
  // Histories cost a fee at v14 or do not exist; whoever needs one lives without it, or with what a refusal tells.
  reserveHistory: () => unsupported('reserve history'),
  coinHistory: coinHistoryOfRefusal(context),
  reserveOpen: reserveOpen(context),
  reserveClose: reserveClose(context),
  openRefresh: openRefresh(context, { coinHistory: coinHistoryOfRefusal(context) }),
  link: link(context),
  batchDeposit: batchDeposit(context),
  depositStatus: depositStatus(context),
  refund: refund(context),
  recoup: recoup(context),
  recoupRefresh: recoupRefresh(context),
  purseCreate: purseCreate(context),
  reservePurse: reservePurse(context),
  purseDeposit: purseDeposit(context),
  purseMerge: purseMerge(context),
  purseStatus: purseStatus(context),
  purseDelete: purseDelete(context),
  contract: contract(context),
});

const withdraw =
  (context: Context): Exchange['withdraw'] =>
  async ({ reservePriv, planchets }) => {
    if (planchets.length > BATCH_LIMIT) throw new Error('defect: more planchets than one batch takes');
    const reservePub = bytesToCrock(eddsaPublicKey(reservePriv));
    const sign = eddsaSigner(reservePriv);
    const signatures: Uint8Array[] = [];
    for (const planchet of planchets) {
      const read = await withdrawOne(context, reservePub, signedPlanchet(sign, planchet));
      if (!read.ok) return read;
      signatures.push(read.value);
    }
    return ok(signatures);
  };

const batchDeposit =
  (context: Context): Exchange['batchDeposit'] =>
  async (asked) => {
    if (asked.coins.length > BATCH_LIMIT) throw new Error('defect: more coins than one batch takes');
    const wireHash = hashWire(asked.merchantPaytoUri, asked.wireSalt);
    const confirmations: Confirmation[] = [];
    let exchangeTimestamp: Timestamp = asked.timestamp;
    for (const each of asked.coins) {
      const { coin, contribution } = each;
      const body = {
        contribution: amountToText(contribution),
        ...depositHead(asked),
        denom_pub_hash: coin.denomination.hash,
        ub_sig: { cipher: 'RSA', rsa_signature: bytesToCrock(coin.denomSig) },
        coin_sig: bytesToCrock(depositSignature(asked, wireHash, each, 'absent')),
      };
      const read = await readAnswer(
        context,
        await post(context, `coins/${bytesToCrock(coin.pub)}/deposit`, body),
        depositSchema,
      );
      if (!read.ok) return read;
      const { exchange_pub: exchangePub, exchange_sig: exchangeSig } = read.value;
      exchangeTimestamp = read.value.exchange_timestamp;
      const block = confirmDepositBlockV14({
        contractHash: asked.hContract,
        wireHash,
        exchangeTimestamp,
        wireDeadline: asked.wireTransferDeadline,
        refundDeadline: asked.refundDeadline,
        amountWithoutFee: withoutFees([each]),
        merchantPub: asked.merchantPub,
        coinPub: coin.pub,
      });
      const checked = await checkStatement(context, {
        what: 'deposit confirmation',
        block,
        exchangePub,
        exchangeSig,
        signedAt: exchangeTimestamp,
      });
      if (!checked.ok) return checked;
      confirmations.push(checked.value);
    }
    return ok({ exchangeTimestamp, total: withoutFees(asked.coins), confirmations });
  };

const unsupported = async (operation: string): Answer<never> =>
  err({ kind: 'unsupported-operation', operation, generation: 'v14' });
