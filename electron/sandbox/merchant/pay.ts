// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import {
  addAmounts,
  amount,
  compareAmounts,
  subtractAmounts,
  zeroAmount,
  type Amount,
} from '../../../shared/amount.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { bytesToCrock, crockToBytes } from '../../taler/bytes/encodings.ts';
import { eddsaVerify } from '../../taler/crypto/eddsa.ts';
import { merchantContractBlock, merchantPaymentOkBlock } from '../../taler/purposes/merchant.ts';
import { depositBlock } from '../../taler/purposes/wallet.ts';
import { denomSigSchema } from '../exchange/coins.ts';
import type { SandboxExchange } from '../exchange/exchange.ts';
import { postJson, type JsonAnswer } from '../post-json.ts';
import { amountIn, crock, readJson } from '../read.ts';
import { errorReply, jsonReply, plainReply, type Reply } from '../reply.ts';
import type { SandboxRequest } from '../server.ts';
import { hashOfWalletData, priceOf, signedByCoin } from './choices.ts';
import { contractHashOf, readContract, type ClaimedContract } from './orders.ts';
import { currenciesOf, findOrder, sign, type MerchantRoom, type OrderRow, type PaidCoinRow } from './room.ts';

const coinSchema = (currencies: readonly string[]) =>
  z.object({
    coin_pub: crock(32),
    coin_sig: crock(64),
    ub_sig: denomSigSchema,
    h_denom: crock(64),
    contribution: amountIn(...currencies),
    exchange_url: z.string().max(2000),
  });
const paySchema = (currencies: readonly string[]) =>
  z.object({
    coins: z.array(coinSchema(currencies)).max(1024),
    session_id: z.string().nullish(),
    wallet_data: z.record(z.string(), z.unknown()).optional(),
  });
type WalletData = Readonly<Record<string, unknown>> | undefined;
type Coin = z.output<ReturnType<typeof coinSchema>>;

/** POST orders/ID/pay: checks, deposits at each coin's exchange, and signs 1104; the same coins again get the same answer. */
export const pay = async (
  room: MerchantRoom,
  instance: string,
  id: string,
  request: SandboxRequest,
): Promise<Reply> => {
  const body = await readJson(request, paySchema(currenciesOf(room)));
  if (!body.ok) return body.error;
  const order = findOrder(room, instance, id);
  if (!order || order.contract === null) return errorReply(404, 2005);
  const contract = readContract(order.contract);
  const { coins } = body.value;
  if (order.paid === 1) return payAgain(room, order, coins);
  if (contract.pay_deadline.t_s * 1000 < room.world.now()) return errorReply(410, 2161);
  const said = body.value.wallet_data;
  const checked = checkCoins(room, order, contract, coins, said);
  if (!checked.ok) return checked.error;
  const few = request.asks('takeOnly');
  if (few !== undefined) {
    for (const { coin, exchange } of checked.value.slice(0, few))
      await depositAt(room, { order, contract, said }, exchange, [coin]);
    return plainReply(500);
  }
  for (const exchange of new Set(checked.value.map((one) => one.exchange))) {
    const refusal = await depositAt(
      room,
      { order, contract, said },
      exchange,
      checked.value.filter((one) => one.exchange === exchange).map((one) => one.coin),
    );
    if (refusal) return refusal;
  }
  const [first] = coins;
  const currency = first === undefined ? room.currency : amount(first.contribution).currency;
  room.store.run('UPDATE orders SET paid = 1, refunded = ? WHERE id = ?', `${currency}:0`, order.id);
  room.bell.ring();
  return paymentOk(room, order);
};

const paymentOk = (room: MerchantRoom, order: OrderRow): Reply =>
  jsonReply(200, { sig: sign(room, merchantPaymentOkBlock({ contractHash: contractHashOf(order) })) });

const payAgain = (room: MerchantRoom, order: OrderRow, coins: readonly Coin[]): Reply => {
  const paidWith = paidCoins(room, order.id).map((row) => row.coin_pub);
  const same = coins.length === paidWith.length && coins.every((coin) => paidWith.includes(coin.coin_pub));
  if (!same) return errorReply(409, 2160);
  return amount(order.refunded).units > 0n ? errorReply(402, 2167) : paymentOk(room, order);
};

/** The coins that paid an order, in the order they came. */
export const paidCoins = (room: MerchantRoom, orderId: string): readonly PaidCoinRow[] =>
  room.store.all<PaidCoinRow>('SELECT * FROM paid_coin WHERE order_id = ? ORDER BY at', orderId);

type CheckedCoin = { readonly coin: Coin; readonly exchange: SandboxExchange };

const checkCoins = (
  room: MerchantRoom,
  order: OrderRow,
  contract: ClaimedContract,
  coins: readonly Coin[],
  said: WalletData,
): Result<readonly CheckedCoin[], Reply> => {
  const price = priceOf(contract, said);
  if (price === undefined) return err(errorReply(400, 22, { field: 'wallet_data', line: 0 }));
  const checked: CheckedCoin[] = [];
  const { currency } = price.amount;
  let paid = zeroAmount(currency);
  let fees = zeroAmount(currency);
  for (const coin of coins) {
    const exchange = room.exchanges.find((each) => each.baseUrl === coin.exchange_url);
    if (!exchange || exchange.currency !== currency || amount(coin.contribution).currency !== currency)
      return err(errorReply(400, 2169, { detail: coin.exchange_url }));
    const denomination = exchange.denominations.find(coin.h_denom);
    if (!denomination) return err(errorReply(400, 2151));
    if (!signatureFits(room, { order, contract, coin, denomination, exchange, said }))
      return err(errorReply(403, 2157));
    paid = addAmounts(paid, amount(coin.contribution));
    fees = addAmounts(fees, denomination.feeDeposit);
    checked.push({ coin, exchange });
  }
  const tooLittle = priceRefusal(price.amount, price.maxFee, paid, fees);
  return tooLittle === undefined ? ok(checked) : err(errorReply(406, tooLittle));
};

/** The merchant covers deposit fees up to max_fee; what is above comes on top of the price (PROTOCOL.md#fees-of-a-payment). */
const priceRefusal = (price: Amount, maxFee: Amount, paid: Amount, fees: Amount): 2155 | 2156 | undefined => {
  if (compareAmounts(paid, price) < 0) return 2156;
  const excess = compareAmounts(fees, maxFee) > 0 ? subtractAmounts(fees, maxFee) : zeroAmount(price.currency);
  return compareAmounts(paid, addAmounts(price, excess)) < 0 ? 2155 : undefined;
};

type Signed = {
  readonly order: OrderRow;
  readonly contract: ClaimedContract;
  readonly coin: Coin;
  readonly denomination: { readonly hashBytes: Uint8Array; readonly feeDeposit: Amount };
  readonly exchange: Pick<SandboxExchange, 'generation'>;
  readonly said: WalletData;
};

const signatureFits = (
  room: MerchantRoom,
  { order, contract, coin, denomination, exchange: { generation }, said }: Signed,
): boolean => {
  const signs = (block: Uint8Array): boolean =>
    eddsaVerify(crockToBytes(coin.coin_pub, 32), block, crockToBytes(coin.coin_sig, 64));
  if (said !== undefined)
    return signs(
      signedByCoin({
        contractHash: contractHashOf(order),
        wireHash: contract.h_wire,
        denominationHash: denomination.hashBytes,
        timestamp: contract.timestamp,
        refundDeadline: contract.refund_deadline,
        contribution: amount(coin.contribution),
        depositFee: denomination.feeDeposit,
        merchantPub: room.pub,
        walletDataHash: hashOfWalletData(said),
      }),
    );
  const block = depositBlock({
    contractHash: contractHashOf(order),
    wireHash: crockToBytes(contract.h_wire, 64),
    denominationHash: denomination.hashBytes,
    timestamp: contract.timestamp,
    refundDeadline: contract.refund_deadline,
    contribution: amount(coin.contribution),
    depositFee: denomination.feeDeposit,
    merchantPub: crockToBytes(room.pub, 32),
    walletDataHash: generation === 'v14' ? 'absent' : 'none',
  });
  return signs(block);
};

type Paying = { readonly order: OrderRow; readonly contract: ClaimedContract; readonly said: WalletData };

const depositAt = async (
  room: MerchantRoom,
  { order, contract, said }: Paying,
  exchange: SandboxExchange,
  coins: readonly Coin[],
): Promise<Reply | undefined> => {
  const head = {
    merchant_payto_uri: room.payto,
    wire_salt: bytesToCrock(room.wireSalt),
    merchant_pub: room.pub,
    h_contract_terms: order.h_contract,
    ...(said === undefined ? {} : { wallet_data_hash: bytesToCrock(hashOfWalletData(said)) }),
    timestamp: contract.timestamp,
    refund_deadline: contract.refund_deadline,
    wire_transfer_deadline: contract.wire_transfer_deadline,
    ...(exchange.generation === 'v23' || exchange.generation === 'v32'
      ? { merchant_sig: sign(room, merchantContractBlock({ contractHash: contractHashOf(order) })) }
      : {}),
  };
  const bodies = coins.map((coin) => ({
    coin_pub: coin.coin_pub,
    denom_pub_hash: coin.h_denom,
    ub_sig: coin.ub_sig,
    contribution: coin.contribution,
    coin_sig: coin.coin_sig,
  }));
  let answer: JsonAnswer | undefined;
  if (exchange.generation !== 'v14')
    answer = await postJson(room, `${exchange.baseUrl}batch-deposit`, { ...head, coins: bodies });
  // v14 takes coins one by one, and keeps those before one that it refuses.
  else
    for (const body of bodies) {
      answer = await postJson(room, `${exchange.baseUrl}coins/${body.coin_pub}/deposit`, { ...head, ...body });
      if (answer?.status !== 200) break;
    }
  if (answer?.status !== 200) return exchangeRefusal(answer, exchange);
  const first = paidCoins(room, order.id).length;
  for (const [at, coin] of coins.entries()) {
    room.store.run(
      'INSERT OR IGNORE INTO paid_coin VALUES (?, ?, ?, ?, ?, ?)',
      order.id,
      first + at,
      coin.coin_pub,
      coin.contribution,
      exchange.baseUrl,
      coin.h_denom,
    );
  }
  return undefined;
};

const exchangeRefusal = (answer: JsonAnswer | undefined, exchange: SandboxExchange): Reply => {
  const code = (answer?.body as { readonly code?: unknown } | null | undefined)?.code;
  const proof = {
    exchange_url: exchange.baseUrl,
    ...(answer ? { exchange_http_status: answer.status, exchange_code: code, exchange_reply: answer.body } : {}),
  };
  if (answer?.status === 409 && code === 1012) return errorReply(409, 2150, proof);
  return errorReply(502, 2170, proof);
};

const paidSchema = z.object({ sig: crock(64), h_contract: crock(64), session_id: z.string().nullish() });

/** POST orders/ID/paid: a wallet shows its proof of payment again, for another session. */
export const showPaid = async (
  room: MerchantRoom,
  instance: string,
  id: string,
  request: SandboxRequest,
): Promise<Reply> => {
  const body = await readJson(request, paidSchema);
  if (!body.ok) return body.error;
  const order = findOrder(room, instance, id);
  if (!order || order.contract === null) return errorReply(404, 2005);
  if (order.h_contract !== body.value.h_contract) return errorReply(400, 2200);
  const block = merchantPaymentOkBlock({ contractHash: contractHashOf(order) });
  return eddsaVerify(crockToBytes(room.pub, 32), block, crockToBytes(body.value.sig, 64))
    ? plainReply(204)
    : errorReply(403, 2201);
};
