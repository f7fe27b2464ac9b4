// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { amount, amountToText } from '../../../shared/amount.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { World } from '../../world.ts';
import { eddsaSign, eddsaVerify } from '../crypto/eddsa.ts';
import { bytesToCrock, crockToBytes } from '../bytes/encodings.ts';
import { errorCode, errorFromAnswer, readJson, request, shownUrl, type HttpAnswer } from '../wire/http.ts';
import type {
  ClaimedOrder,
  ContractTerms,
  MerchantFailure,
  OrderAddress,
  OrderStatus,
  OrderTerms,
  PayCoin,
  PayFailure,
  PayRequest,
} from './merchant.ts';
import { merchantPaymentOkBlock } from '../purposes/merchant.ts';
import { depositBlock } from '../purposes/wallet.ts';
import { amountSchema, crockSchema } from '../wire/schemas.ts';
import { walletDataHash, type WalletData } from '../wire/wallet-data.ts';

const LONG_POLL_SLACK_MS = 30_000;
/** Contract terms go into every backup: a few links to orders of megabytes would make it too large for its providers. Leaves room for small pictures of products. */
const MAX_CLAIM_BYTES = 512 * 1024;

const claimSchema = z.object({ contract_terms: z.record(z.string(), z.unknown()), sig: crockSchema(64) });
const paySchema = z.object({ sig: crockSchema(64) });
const statusSchema = z.object({
  refunded: z.boolean().default(false),
  refund_pending: z.boolean().default(false),
  refund_amount: amountSchema,
  refund_taken: amountSchema.optional(),
});
const coinSpentSchema = z.object({ exchange_reply: z.object({ coin_pub: crockSchema(32) }) });

/** `POST orders/$ID/claim`; asking again with the same nonce gives the same contract. What comes is unchecked: see `checkContract`. */
export const claimOrder = async (
  world: World,
  order: OrderAddress & { readonly noncePub: string; readonly claimToken?: string; readonly maxBytes?: number },
): Promise<Result<ClaimedOrder, MerchantFailure>> => {
  const url = orderUrl(order, '/claim');
  const answer = await request(world, {
    method: 'POST',
    url,
    maxBytes: order.maxBytes ?? MAX_CLAIM_BYTES,
    json: { nonce: order.noncePub, ...(order.claimToken === undefined ? {} : { token: order.claimToken }) },
  });
  if (!answer.ok) return answer;
  if (answer.value.status !== 200) return err(merchantFailure(answer.value, url));
  const read = readJson(answer.value, url, claimSchema);
  return read.ok ? ok({ terms: read.value.contract_terms, merchantSig: read.value.sig }) : read;
};

/** `POST orders/$ID/pay`, the same bytes at every repetition; zero coins are fine for an order over zero. 1104 has been verified when it succeeds. */
export const payOrder = async (
  world: World,
  { terms, coins, sessionId }: PayRequest,
): Promise<Result<{ readonly paySig: string }, PayFailure>> => {
  const url = orderUrl(terms, '/pay');
  const body = {
    coins: coins.map((each) => payCoin(terms, each)),
    ...walletDataOf(terms),
    ...(sessionId === undefined ? {} : { session_id: sessionId }),
  };
  // The merchant asks the exchange about every coin before it answers.
  const answer = await request(world, { method: 'POST', url, json: body, timeoutMs: 60_000 + 3_000 * coins.length });
  if (!answer.ok) return answer;
  if (answer.value.status !== 200) return err(payFailure(answer.value, url));
  const read = readJson(answer.value, url, paySchema);
  if (!read.ok) return read;
  const isGood = eddsaVerify(
    crockToBytes(terms.merchantPub),
    merchantPaymentOkBlock({ contractHash: terms.hContract }),
    crockToBytes(read.value.sig),
  );
  return isGood
    ? ok({ paySig: read.value.sig })
    : err({ kind: 'bad-merchant-signature', what: 'payment confirmation' });
};

/** `POST orders/$ID/paid`: shows an earlier payment's proof (1104) for another session. */
export const paidAgain = async (
  world: World,
  { terms, paySig, sessionId }: { readonly terms: ContractTerms; readonly paySig: string; readonly sessionId: string },
): Promise<Result<{ readonly refunded: boolean }, MerchantFailure>> => {
  const url = orderUrl(terms, '/paid');
  const answer = await request(world, {
    method: 'POST',
    url,
    json: { sig: paySig, h_contract: bytesToCrock(terms.hContract), session_id: sessionId },
  });
  if (!answer.ok) return answer;
  // 204 in the 2022 protocol; later merchants answer 200 with whether the order was refunded.
  if (answer.value.status === 204) return ok({ refunded: false });
  if (answer.value.status !== 200) return err(merchantFailure(answer.value, url));
  return readJson(answer.value, url, z.object({ refunded: z.boolean().default(false) }));
};

/** `GET orders/$ID?h_contract=…`: whether it is paid, and what was refunded. */
export const orderStatus = async (
  world: World,
  {
    terms,
    longPollMs,
    awaitRefund,
  }: { readonly terms: OrderTerms; readonly longPollMs?: number; readonly awaitRefund?: boolean },
): Promise<Result<OrderStatus, MerchantFailure>> => {
  const url = new URL(orderUrl(terms, ''));
  url.searchParams.set('h_contract', bytesToCrock(terms.hContract));
  if (longPollMs !== undefined) url.searchParams.set('timeout_ms', String(Math.floor(longPollMs)));
  if (awaitRefund === true) url.searchParams.set('await_refund_obtained', 'yes');
  const answer = await request(world, {
    method: 'GET',
    url: url.href,
    headers: { accept: 'application/json' },
    ...(longPollMs === undefined ? {} : { timeoutMs: longPollMs + LONG_POLL_SLACK_MS }),
  });
  if (!answer.ok) return answer;
  if (answer.value.status === 402) return ok({ state: 'unpaid' });
  if (answer.value.status !== 200) return err(merchantFailure(answer.value, url.href));
  const read = readJson(answer.value, url.href, statusSchema);
  if (!read.ok) return read;
  const refundAmount = amount(read.value.refund_amount);
  const refundTaken =
    read.value.refund_taken === undefined ? { ...refundAmount, units: 0n } : amount(read.value.refund_taken);
  if (refundAmount.currency !== terms.amount.currency || refundTaken.currency !== terms.amount.currency)
    return err({ kind: 'malformed-response', url: shownUrl(url.href), status: 200, why: 'another currency' });
  return ok({
    state: 'paid',
    refunded: read.value.refunded,
    refundPending: read.value.refund_pending,
    refundAmount,
    refundTaken,
  });
};

const walletDataOf = ({ choice }: ContractTerms): { readonly wallet_data?: WalletData } =>
  choice === undefined ? {} : { wallet_data: { choice_index: choice } };

const payCoin = (terms: ContractTerms, { coin, contribution, exchangeUrl, signsWalletData }: PayCoin) => ({
  coin_pub: bytesToCrock(coin.pub),
  coin_sig: bytesToCrock(
    eddsaSign(
      coin.priv,
      depositBlock({
        contractHash: terms.hContract,
        wireHash: crockToBytes(terms.hWire),
        denominationHash: crockToBytes(coin.denomination.hash),
        timestamp: terms.timestamp,
        refundDeadline: terms.refundDeadline,
        contribution,
        depositFee: coin.denomination.feeDeposit,
        merchantPub: crockToBytes(terms.merchantPub),
        walletDataHash: signsWalletData ? signedData(terms) : 'absent',
      }),
    ),
  ),
  ub_sig: { cipher: 'RSA', rsa_signature: bytesToCrock(coin.denomSig) },
  h_denom: coin.denomination.hash,
  contribution: amountToText(contribution),
  exchange_url: exchangeUrl,
});

const signedData = (terms: ContractTerms): Uint8Array | 'none' => {
  const { wallet_data: data } = walletDataOf(terms);
  return data === undefined ? 'none' : walletDataHash(data);
};

/** PROTOCOL.md#claim-and-pay, the table of /pay replies. */
const payFailure = (answer: HttpAnswer, url: string): PayFailure => {
  const code = errorCode(answer);
  const plain = merchantFailure(answer, url);
  if (code === 2151 || code === 2165) return { kind: 'denomination-refused', code };
  if (code === 2154 || code === 2155 || code === 2156) return { kind: 'payment-too-small', code };
  if (code === 2150) return coinSpent(answer, url);
  if (code === 2160) return { kind: 'paid-elsewhere' };
  if (code === 2161) return { kind: 'offer-expired' };
  if (code === 2167) return { kind: 'paid-and-refunded' };
  if (answer.status === 451) return { kind: 'shop-blocked', url: shownUrl(url) };
  // Firewalls answer 402, 403 and 406 of their own accord: without a code nothing is settled and nothing given up.
  if (code === undefined) return plain;
  if (ABOUT_THE_CHOICE.has(code) || (answer.status === 404 && !ORDER_UNKNOWN.has(code)))
    return { kind: 'choice-refused', code };
  if (answer.status === 406) return { kind: 'payment-too-small', code };
  if (answer.status === 403 && plain.kind === 'refused')
    return {
      kind: 'signature-refused',
      code,
      ...(plain.detail === undefined ? {} : { detail: plain.detail }),
    };
  return plain;
};

/** There is no such order, or no such shop there. Every other 404 of a payment is about something the order names: a token key, a charity. */
const ORDER_UNKNOWN: ReadonlySet<number> = new Set([21, 2000, 2005, 2016]);

/** A token key or a charity that the shop does not know, a choice that is missing or is none, tokens that do not fit it (PROTOCOL.md#claim-and-pay). */
const ABOUT_THE_CHOICE: ReadonlySet<number> = new Set([2027, 2028, 2176, 2177, 2178, 2181, 2182, 2183]);

/** The merchant passes the exchange's answer on; which coin it names is believed only after its history was looked at. */
const coinSpent = (answer: HttpAnswer, url: string): PayFailure => {
  const read = readJson(answer, url, coinSpentSchema);
  return { kind: 'coin-spent', coinPub: read.ok ? read.value.exchange_reply.coin_pub : undefined };
};

/** What any endpoint of an order may refuse with. */
export const merchantFailure = (answer: HttpAnswer, url: string): MerchantFailure => {
  const code = errorCode(answer);
  // A 404 without a code is some proxy's while the merchant restarts; coins may be on their way, so nothing is concluded.
  if (answer.status === 404 && code !== undefined) return { kind: 'order-unknown' };
  if (code === 2301) return { kind: 'order-claimed-elsewhere' };
  if (code === 2105 || code === 2106) return { kind: 'claim-token-invalid' };
  return errorFromAnswer(answer, url);
};

/** The address of an order, below the merchant's base URL with its instance prefix. */
export const orderUrl = ({ merchantBaseUrl, orderId }: OrderAddress, operation: string): string =>
  new URL(`orders/${encodeURIComponent(orderId)}${operation}`, merchantBaseUrl).href;
