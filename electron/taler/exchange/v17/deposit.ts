// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { amountToText, subtractAmounts, sumAmounts, type Amount } from '../../../../shared/amount.ts';
import { err, ok } from '../../../../shared/result.ts';
import { eddsaPublicKey, eddsaSign } from '../../crypto/eddsa.ts';
import { bytesToCrock, crockToBytes } from '../../bytes/encodings.ts';
import { checkStatement, get, post, type Context } from '../context.ts';
import { inCurrency, readAnswer } from '../errors.ts';
import type { CoinContribution, DepositRequest, Exchange } from '../exchange.ts';
import { hashWire } from '../../crypto/hash.ts';
import { readJson } from '../../wire/http.ts';
import {
  confirmDepositBlock,
  confirmRefundBlock,
  confirmWireBlock,
  merchantRefundBlock,
} from '../../purposes/exchange.ts';
import { trackTransactionBlock } from '../../purposes/merchant.ts';
import { depositBlock, recoupBlock, recoupRefreshBlock } from '../../purposes/wallet.ts';
import { amountSchema, crockSchema, nonNegativeInt, timestampSchema } from '../../wire/schemas.ts';

/** Most coins of one batch-deposit (PROTOCOL.md#limits). */
const DEPOSIT_LIMIT = 256;

const confirmation = { exchange_pub: crockSchema(32), exchange_sig: crockSchema(64) };
const depositSchema = z.object({ exchange_timestamp: timestampSchema, ...confirmation });
const refundSchema = z.object(confirmation);
const pendingSchema = z.object({
  kyc_ok: z.boolean().default(true),
  /** "never": not planned yet, so there is no hurry to ask again */
  execution_time: timestampSchema.optional(),
  requirement_row: nonNegativeInt.optional(),
  account_pub: crockSchema(32).optional(),
});
const wiredSchema = z.object({
  wtid: crockSchema(32),
  execution_time: timestampSchema,
  coin_contribution: amountSchema,
  ...confirmation,
});

/** `POST batch-deposit` (v17–v23), repeatable; one confirmation (1033) covers all coins. */
export const batchDeposit =
  (context: Context): Exchange['batchDeposit'] =>
  async (asked) => {
    if (asked.coins.length > DEPOSIT_LIMIT) throw new Error('defect: more coins than one batch takes');
    const wireHash = hashWire(asked.merchantPaytoUri, asked.wireSalt);
    const coinSigs = asked.coins.map((each) => depositSignature(asked, wireHash, each, asked.walletDataHash ?? 'none'));
    const coins = asked.coins.map(({ coin, contribution }, at) => ({
      contribution: amountToText(contribution),
      denom_pub_hash: coin.denomination.hash,
      ub_sig: { cipher: 'RSA', rsa_signature: bytesToCrock(coin.denomSig) },
      coin_pub: bytesToCrock(coin.pub),
      coin_sig: bytesToCrock(coinSigs[at] ?? new Uint8Array(64)),
    }));
    const body = {
      ...depositHead(asked),
      ...(asked.walletDataHash === undefined ? {} : { wallet_data_hash: bytesToCrock(asked.walletDataHash) }),
      ...(asked.merchantSig === undefined ? {} : { merchant_sig: bytesToCrock(asked.merchantSig) }),
      coins,
    };
    const read = await readAnswer(context, await post(context, 'batch-deposit', body, coins.length), depositSchema);
    if (!read.ok) return read;
    const { exchange_timestamp: exchangeTimestamp, exchange_pub: exchangePub, exchange_sig: exchangeSig } = read.value;
    const total = withoutFees(asked.coins);
    const block = confirmDepositBlock({
      contractHash: asked.hContract,
      wireHash,
      exchangeTimestamp,
      wireDeadline: asked.wireTransferDeadline,
      refundDeadline: asked.refundDeadline,
      amountWithoutFee: total,
      merchantPub: asked.merchantPub,
      coinSigs,
    });
    const checked = await checkStatement(context, {
      what: 'deposit confirmation',
      block,
      exchangePub,
      exchangeSig,
      signedAt: exchangeTimestamp,
    });
    return checked.ok ? ok({ exchangeTimestamp, total, confirmations: [checked.value] }) : checked;
  };

/** The 1201 signature of one coin; `walletDataHash` `absent` gives the layout of v14. */
export const depositSignature = (
  asked: DepositRequest,
  wireHash: Uint8Array,
  { coin, contribution }: CoinContribution,
  walletDataHash: Uint8Array | 'none' | 'absent',
): Uint8Array =>
  eddsaSign(
    coin.priv,
    depositBlock({
      contractHash: asked.hContract,
      wireHash,
      denominationHash: crockToBytes(coin.denomination.hash),
      timestamp: asked.timestamp,
      refundDeadline: asked.refundDeadline,
      contribution,
      depositFee: coin.denomination.feeDeposit,
      merchantPub: asked.merchantPub,
      walletDataHash,
    }),
  );

/** The members of a deposit that do not depend on its coins. */
export const depositHead = (asked: DepositRequest) => ({
  merchant_payto_uri: asked.merchantPaytoUri,
  wire_salt: bytesToCrock(asked.wireSalt),
  merchant_pub: bytesToCrock(asked.merchantPub),
  h_contract_terms: bytesToCrock(asked.hContract),
  timestamp: asked.timestamp,
  refund_deadline: asked.refundDeadline,
  wire_transfer_deadline: asked.wireTransferDeadline,
});

/** What arrives at the account: contributions less deposit fees. */
export const withoutFees = (coins: readonly CoinContribution[]): Amount => {
  const currency = coins[0]?.contribution.currency ?? '';
  const total = sumAmounts(
    currency,
    coins.map(({ contribution }) => contribution),
  );
  return subtractAmounts(
    total,
    sumAmounts(
      currency,
      coins.map(({ coin }) => coin.denomination.feeDeposit),
    ),
  );
};

/** `GET deposits/…` (v14–v23): whether the deposit of one coin was wired; 1036 is checked. */
export const depositStatus =
  (context: Context): Exchange['depositStatus'] =>
  async ({ merchantPriv, hContract, hWire, coinPub, longPollMs }) => {
    const signature = eddsaSign(
      merchantPriv,
      trackTransactionBlock({ contractHash: hContract, wireHash: hWire, merchantPub: 'absent', coinPub }),
    );
    const names = [hWire, eddsaPublicKey(merchantPriv), hContract, coinPub].map(bytesToCrock).join('/');
    const sent = await get(context, `deposits/${names}?merchant_sig=${bytesToCrock(signature)}`, longPollMs);
    if (!sent.ok) return sent;
    const { answer, url } = sent.value;
    if (answer.status === 202) {
      const read = readJson(answer, url, pendingSchema);
      if (!read.ok) return read;
      const {
        kyc_ok: kycOk,
        execution_time: executionTime,
        requirement_row: row,
        account_pub: accountPub,
      } = read.value;
      return ok({
        state: 'pending',
        kycOk,
        ...(executionTime === undefined ? {} : { executionTime }),
        ...(row === undefined ? {} : { requirementRow: row }),
        ...(accountPub === undefined ? {} : { accountPub }),
      });
    }
    const read = await readAnswer(context, sent, wiredSchema);
    if (!read.ok) return read;
    const contribution = await inCurrency(context, read.value.coin_contribution);
    if (!contribution.ok) return contribution;
    const { wtid, execution_time: executionTime, exchange_pub: exchangePub, exchange_sig: exchangeSig } = read.value;
    const block = confirmWireBlock({
      wireHash: hWire,
      contractHash: hContract,
      wtid: crockToBytes(wtid),
      coinPub,
      executionTime,
      contribution: contribution.value,
    });
    const checked = await checkStatement(context, { what: 'wire confirmation', block, exchangePub, exchangeSig });
    return checked.ok
      ? ok({ state: 'wired', wtid, executionTime, contribution: contribution.value, ...checked.value })
      : checked;
  };

/** `POST coins/$PUB/refund` as merchant of an own deposit, repeatable with the same id. */
export const refund =
  (context: Context): Exchange['refund'] =>
  async ({ merchantPriv, coinPub, hContract, rtransactionId, amount }) => {
    if (rtransactionId > BigInt(Number.MAX_SAFE_INTEGER)) throw new Error('defect: a refund id that JSON cannot carry');
    const merchantPub = eddsaPublicKey(merchantPriv);
    const fields = { contractHash: hContract, coinPub, rtransactionId, refundAmount: amount };
    const body = {
      refund_amount: amountToText(amount),
      h_contract_terms: bytesToCrock(hContract),
      merchant_pub: bytesToCrock(merchantPub),
      rtransaction_id: Number(rtransactionId),
      merchant_sig: bytesToCrock(eddsaSign(merchantPriv, merchantRefundBlock(fields))),
    };
    const read = await readAnswer(
      context,
      await post(context, `coins/${bytesToCrock(coinPub)}/refund`, body),
      refundSchema,
    );
    if (!read.ok) return read;
    return checkStatement(context, {
      what: 'refund confirmation',
      block: confirmRefundBlock({ ...fields, merchantPub }),
      exchangePub: read.value.exchange_pub,
      exchangeSig: read.value.exchange_sig,
    });
  };

/** `POST coins/$PUB/recoup`; the answer is not signed, the coin's history then holds 1039. */
export const recoup =
  (context: Context): Exchange['recoup'] =>
  async ({ coin, blindingSecret }) => {
    const signature = eddsaSign(
      coin.priv,
      recoupBlock({ denominationHash: crockToBytes(coin.denomination.hash), blindingSecret }),
    );
    const read = await readAnswer(
      context,
      await post(context, `coins/${bytesToCrock(coin.pub)}/recoup`, recoupBody(coin, blindingSecret, signature)),
      z.object({ reserve_pub: crockSchema(32) }),
    );
    return read.ok ? ok({ reservePub: read.value.reserve_pub }) : err(read.error);
  };

/** `POST coins/$PUB/recoup-refresh`; the answer is not signed, both coins' histories then hold 1041. */
export const recoupRefresh =
  (context: Context): Exchange['recoupRefresh'] =>
  async ({ coin, blindingSecret }) => {
    const signature = eddsaSign(
      coin.priv,
      recoupRefreshBlock({ denominationHash: crockToBytes(coin.denomination.hash), blindingSecret }),
    );
    const read = await readAnswer(
      context,
      await post(
        context,
        `coins/${bytesToCrock(coin.pub)}/recoup-refresh`,
        recoupBody(coin, blindingSecret, signature),
      ),
      z.object({ old_coin_pub: crockSchema(32) }),
    );
    return read.ok ? ok({ oldCoinPub: read.value.old_coin_pub }) : err(read.error);
  };

const recoupBody = (coin: CoinContribution['coin'], blindingSecret: Uint8Array, signature: Uint8Array) => ({
  denom_pub_hash: coin.denomination.hash,
  denom_sig: { cipher: 'RSA', rsa_signature: bytesToCrock(coin.denomSig) },
  coin_sig: bytesToCrock(signature),
  coin_blind_key_secret: bytesToCrock(blindingSecret),
  ewv: { cipher: 'RSA' },
});
