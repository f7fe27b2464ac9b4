// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { amount, amountToText, type Amount } from '../../../shared/amount.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { World } from '../../world.ts';
import { bytesToCrock, crockToBytes } from '../bytes/encodings.ts';
import { isStatementTrue } from '../exchange/context.ts';
import type { Confirmation } from '../exchange/answers.ts';
import type { ExchangeKeys } from '../exchange/keys/model.ts';
import { errorCode, readJson, request, shownUrl } from '../wire/http.ts';
import { merchantFailure, orderUrl } from './order.ts';
import type { ContractTerms, MerchantFailure, OrderTerms, PayCoin } from './merchant.ts';
import { confirmRefundBlock } from '../purposes/exchange.ts';
import { amountSchema, crockSchema, nonNegativeInt } from '../wire/schemas.ts';

/** One refund of one coin, named by coin and `rtransactionId`. */
export type CoinRefund = {
  readonly coinPub: string;
  readonly rtransactionId: number;
  readonly amount: Amount;
  /** given: the exchange signed it (1038, verified) and the coin regains amount − refund fee. pending: ask again. refused: permanent. */
  readonly state:
    | ({ readonly kind: 'given' } & Confirmation)
    | { readonly kind: 'pending'; readonly exchangeStatus: number }
    | { readonly kind: 'refused'; readonly exchangeStatus: number };
};

export type RefundFailure = MerchantFailure | { readonly kind: 'bad-exchange-signature'; readonly what: string };
export type AbortFailure = RefundFailure | { readonly kind: 'already-complete' };

/** Refunds of one order, more than any order has coins times partial refunds. */
const MAX_REFUNDS = 10_000;

const answeredSchema = {
  exchange_status: nonNegativeInt,
  exchange_pub: crockSchema(32).optional(),
  exchange_sig: crockSchema(64).optional(),
};
const refundSchema = z.object({
  merchant_pub: crockSchema(32),
  refunds: z
    .array(
      z.object({
        ...answeredSchema,
        rtransaction_id: nonNegativeInt,
        coin_pub: crockSchema(32),
        refund_amount: amountSchema,
      }),
    )
    .max(MAX_REFUNDS),
});
const abortSchema = z.object({ refunds: z.array(z.object(answeredSchema)).max(MAX_REFUNDS) });

/** A refund as the merchant names it, before its signature is looked at. */
export type NamedRefund = Omit<CoinRefund, 'state'> & { readonly answer: CoinRefund['state']['kind'] };

/**
 * `POST orders/$ID/refund`: fetches the refunds the merchant granted; `keysOf` gives the keys of the exchange a coin came from.
 * Checking a signature costs a hundred times what it costs to name it, so each line is first asked about by `isWanted`.
 */
export const obtainRefunds = async (
  world: World,
  {
    terms,
    keysOf,
    isWanted,
  }: {
    readonly terms: OrderTerms;
    readonly keysOf: (coinPub: string) => ExchangeKeys | undefined;
    readonly isWanted: (refund: NamedRefund) => boolean;
  },
): Promise<Result<readonly CoinRefund[], RefundFailure>> => {
  const url = orderUrl(terms, '/refund');
  const answer = await request(world, { method: 'POST', url, json: { h_contract: bytesToCrock(terms.hContract) } });
  if (!answer.ok) return answer;
  if (answer.value.status !== 200) return err(merchantFailure(answer.value, url));
  const read = readJson(answer.value, url, refundSchema);
  if (!read.ok) return read;
  const refunds: CoinRefund[] = [];
  for (const line of read.value.refunds) {
    const refunded = {
      coinPub: line.coin_pub,
      rtransactionId: line.rtransaction_id,
      amount: amount(line.refund_amount),
    };
    if (!isWanted({ ...refunded, answer: answerOf(line) })) continue;
    const state = refundState({ world, terms, keys: keysOf(line.coin_pub) }, refunded, line);
    if (!state.ok) return state;
    refunds.push({ ...refunded, state: state.value });
  }
  return ok(refunds);
};

/** `POST orders/$ID/abort` of a payment that did not go through: each coin that was deposited already comes back. */
export const abortPayment = async (
  world: World,
  {
    terms,
    coins,
    keysOf,
  }: {
    readonly terms: ContractTerms;
    readonly coins: readonly PayCoin[];
    readonly keysOf: (coinPub: string) => ExchangeKeys | undefined;
  },
): Promise<Result<readonly CoinRefund[], AbortFailure>> => {
  const url = orderUrl(terms, '/abort');
  const body = {
    h_contract: bytesToCrock(terms.hContract),
    coins: coins.map(({ coin, contribution, exchangeUrl }) => ({
      coin_pub: bytesToCrock(coin.pub),
      contribution: amountToText(contribution),
      exchange_url: exchangeUrl,
    })),
  };
  const answer = await request(world, { method: 'POST', url, json: body, timeoutMs: 60_000 + 3_000 * coins.length });
  if (!answer.ok) return answer;
  if (errorCode(answer.value) === ALREADY_COMPLETE) return err({ kind: 'already-complete' });
  if (answer.value.status !== 200) return err(merchantFailure(answer.value, url));
  const read = readJson(answer.value, url, abortSchema);
  if (!read.ok) return read;
  if (read.value.refunds.length !== coins.length)
    return err({ kind: 'malformed-response', url: shownUrl(url), status: 200, why: 'refunds do not match the coins' });
  const refunds: CoinRefund[] = [];
  for (const [at, { coin, contribution }] of coins.entries()) {
    const line = read.value.refunds[at];
    if (!line) continue;
    // The answer names neither coin nor id: same order as asked, id 0 (PROTOCOL.md#refunds-of-a-merchant).
    const refunded = { coinPub: bytesToCrock(coin.pub), rtransactionId: 0, amount: contribution };
    const state = refundState({ world, terms, keys: keysOf(refunded.coinPub) }, refunded, line);
    if (!state.ok) return state;
    refunds.push({ ...refunded, state: state.value });
  }
  return ok(refunds);
};

const ALREADY_COMPLETE = 2254;

type Checking = { readonly world: World; readonly terms: OrderTerms; readonly keys: ExchangeKeys | undefined };
type Line = z.infer<typeof abortSchema>['refunds'][number];

const answerOf = ({ exchange_status: status }: Line): CoinRefund['state']['kind'] =>
  status === 200 ? 'given' : status >= 400 && status < 500 ? 'refused' : 'pending';

const refundState = (
  { world, terms, keys }: Checking,
  refunded: Omit<CoinRefund, 'state'>,
  line: Line,
): Result<CoinRefund['state'], RefundFailure> => {
  const { exchange_status: exchangeStatus, exchange_pub: exchangePub, exchange_sig: exchangeSig } = line;
  const answer = answerOf(line);
  if (answer !== 'given') return ok({ kind: answer, exchangeStatus });
  if (keys === undefined || exchangePub === undefined || exchangeSig === undefined)
    return err({ kind: 'bad-exchange-signature', what: 'refund confirmation' });
  const block = confirmRefundBlock({
    contractHash: terms.hContract,
    coinPub: crockToBytes(refunded.coinPub),
    merchantPub: crockToBytes(terms.merchantPub),
    rtransactionId: refunded.rtransactionId,
    refundAmount: refunded.amount,
  });
  return isStatementTrue(keys, { what: 'refund confirmation', block, exchangePub, exchangeSig }, world.now())
    ? ok({ kind: 'given', exchangePub, exchangeSig })
    : err({ kind: 'bad-exchange-signature', what: 'refund confirmation' });
};
