// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { amount, amountToText, subtractAmounts, sumAmounts } from '../../../shared/amount.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { timestampToMs, type Timestamp } from '../../../shared/time.ts';
import { bytesToCrock, crockToBytes } from '../../taler/bytes/encodings.ts';
import { hashWire, sha512 } from '../../taler/crypto/hash.ts';
import { confirmDepositBlock, confirmDepositBlockV14 } from '../../taler/purposes/exchange.ts';
import { merchantContractBlock } from '../../taler/purposes/merchant.ts';
import { depositBlock } from '../../taler/purposes/wallet.ts';
import { amountIn, crock, readJson, readKey, timestamp } from '../read.ts';
import { errorReply, jsonReply, type Reply } from '../reply.ts';
import type { Routes, SandboxRequest } from '../server.ts';
import { isLess, verifies } from './checks.ts';
import { addCoinEvent, checkCoin, denomSigSchema, registerCoin, spendCoin, type CoinRow } from './coins.ts';
import type { Denomination } from './denominations.ts';
import { legitimize, recordDeed } from './legitimization.ts';
import { nowStamp, type ExchangeRoom } from './room.ts';

/** PROTOCOL.md#limits */
const MAX_COINS = 256;

const coinSchema = (currency: string) =>
  z.object({
    denom_pub_hash: crock(64),
    ub_sig: denomSigSchema,
    contribution: amountIn(currency),
    coin_sig: crock(64),
    h_age_commitment: crock(32).optional(),
  });

const headSchema = () =>
  z.object({
    merchant_payto_uri: z.string().max(2048),
    wire_salt: crock(16),
    merchant_pub: crock(32),
    h_contract_terms: crock(64),
    wallet_data_hash: crock(64).optional(),
    timestamp,
    refund_deadline: timestamp.optional(),
    wire_transfer_deadline: timestamp,
    merchant_sig: crock(64).optional(),
  });

const depositSchema = (currency: string) =>
  headSchema().extend({ coins: z.array(coinSchema(currency).extend({ coin_pub: crock(32) })) });
type Deposit = z.output<ReturnType<typeof depositSchema>>;
type Coin = Deposit['coins'][number];

/** POST /batch-deposit (PROTOCOL.md#deposits); v14 takes coins one by one. */
export const depositRoutes = (room: ExchangeRoom): Routes => {
  if (room.v14) return { 'POST /coins/:pub/deposit': (request) => depositOne(room, request) };
  const schema = depositSchema(room.currency);
  return {
    'POST /batch-deposit': async (request) => {
      const body = await readJson(request, schema);
      if (!body.ok) return body.error;
      const done = deposit(room, body.value);
      room.bell.ring();
      return done.ok ? done.value : done.error;
    },
  };
};

const depositOne = async (room: ExchangeRoom, request: SandboxRequest): Promise<Reply> => {
  const pub = readKey(request.args[0] ?? '', 26);
  if (!pub.ok) return pub.error;
  const body = await readJson(request, headSchema().extend(coinSchema(room.currency).shape));
  if (!body.ok) return body.error;
  const done = deposit(room, { ...body.value, coins: [{ ...body.value, coin_pub: pub.value }] });
  room.bell.ring();
  return done.ok ? done.value : done.error;
};

/** what a deposit without refund period signs */
const NO_REFUNDS: Timestamp = { t_s: 0 };

const deposit = (room: ExchangeRoom, given: Deposit): Result<Reply, Reply> => {
  const wrong = checkTerms(room, given);
  if (wrong) return err(wrong);
  const wireHash = hashWire(given.merchant_payto_uri, crockToBytes(given.wire_salt, 16));
  const checked: { readonly coin: Coin; readonly denomination: Denomination }[] = [];
  for (const coin of given.coins) {
    const denomination = checkDepositCoin(room, given, coin, wireHash);
    if (!denomination.ok) return denomination;
    checked.push({ coin, denomination: denomination.value });
  }
  const isReplay = checked.every(({ coin }) => isDeposited(room, given, coin));
  const sum = sumAmounts(
    room.currency,
    checked.map(({ coin, denomination }) => subtractAmounts(amount(coin.contribution), denomination.feeDeposit)),
  );
  const deed = { operation: 'DEPOSIT', payto: given.merchant_payto_uri, sum } as const;
  // v17 takes every deposit and asks when it is to pay out.
  const held = room.generation === 'v23' && !isReplay ? legitimize(room, deed) : undefined;
  if (held) return err(held);
  return room.store.attempt(() => {
    if (!isReplay) recordDeed(room, deed);
    let exchangeTimestamp: Timestamp | undefined;
    for (const { coin, denomination } of checked) {
      const at = depositCoin(room, given, coin, denomination, bytesToCrock(wireHash));
      if (!at.ok) return at;
      exchangeTimestamp ??= at.value;
    }
    return ok(confirmation(room, given, checked, wireHash, exchangeTimestamp ?? nowStamp(room)));
  });
};

const checkTerms = (room: ExchangeRoom, given: Deposit): Reply | undefined => {
  const payto = given.merchant_payto_uri;
  if (!/^payto:\/\/[a-z0-9-]+\/./.test(payto)) return errorReply(400, 26, { detail: 'merchant_payto_uri' });
  if (room.generation === 'v23' && !/[?&]receiver-name=/.test(payto))
    return errorReply(400, 22, { field: 'merchant_payto_uri', line: 0 });
  if (given.coins.length === 0 || given.coins.length > MAX_COINS) return errorReply(400, 26, { detail: 'coins' });
  if (timestampToMs(given.refund_deadline ?? NO_REFUNDS) > timestampToMs(given.wire_transfer_deadline))
    return errorReply(400, 1208);
  if (given.wire_transfer_deadline.t_s === 'never') return errorReply(400, 1209);
  if (room.generation === 'v23' && given.merchant_sig !== undefined) {
    const block = merchantContractBlock({ contractHash: crockToBytes(given.h_contract_terms, 64) });
    if (!verifies(given.merchant_pub, block, given.merchant_sig))
      return errorReply(400, 26, { detail: 'merchant_sig' });
  }
  return undefined;
};

const checkDepositCoin = (
  room: ExchangeRoom,
  given: Deposit,
  coin: Coin,
  wireHash: Uint8Array,
): Result<Denomination, Reply> => {
  const found = checkCoin(room, coin.coin_pub, coin.denom_pub_hash, coin.ub_sig, 'DEPOSIT');
  if (!found.ok) return found;
  const denomination = found.value;
  if (isLess(denomination.value, coin.contribution)) return err(errorReply(400, 1021));
  if (isLess(coin.contribution, denomination.feeDeposit)) return err(errorReply(400, 1207));
  const block = depositBlock({
    contractHash: crockToBytes(given.h_contract_terms, 64),
    wireHash,
    denominationHash: denomination.hashBytes,
    timestamp: given.timestamp,
    refundDeadline: given.refund_deadline ?? NO_REFUNDS,
    contribution: amount(coin.contribution),
    depositFee: denomination.feeDeposit,
    merchantPub: crockToBytes(given.merchant_pub, 32),
    walletDataHash: room.v14
      ? 'absent'
      : given.wallet_data_hash === undefined
        ? 'none'
        : crockToBytes(given.wallet_data_hash, 64),
    ...(coin.h_age_commitment === undefined ? {} : { ageCommitmentHash: crockToBytes(coin.h_age_commitment, 32) }),
  });
  return verifies(coin.coin_pub, block, coin.coin_sig)
    ? found
    : err(errorReply(403, 1205, { detail: shortForm(coin.coin_pub) }));
};

/** The short form in which real exchanges name a key to people: the start of its hash. */
const shortForm = (pub: string): string => bytesToCrock(sha512(crockToBytes(pub, 32))).slice(0, 8);

const isDeposited = (room: ExchangeRoom, given: Deposit, coin: Coin): boolean =>
  room.store.one(
    'SELECT 1 FROM deposit WHERE coin_pub = ? AND merchant_pub = ? AND h_contract = ? AND contribution = ?',
    coin.coin_pub,
    given.merchant_pub,
    given.h_contract_terms,
    coin.contribution,
  ) !== undefined;

type Stored = { h_wire: string; contribution: string; timestamp: number };

const depositCoin = (
  room: ExchangeRoom,
  given: Deposit,
  coin: Coin,
  denomination: Denomination,
  hWire: string,
): Result<Timestamp, Reply> => {
  const earlier = room.store.all<Stored>(
    'SELECT h_wire, contribution, timestamp FROM deposit WHERE coin_pub = ? AND merchant_pub = ? AND h_contract = ?',
    coin.coin_pub,
    given.merchant_pub,
    given.h_contract_terms,
  );
  const same = earlier.find((row) => row.h_wire === hWire && row.contribution === coin.contribution);
  if (same) return ok({ t_s: same.timestamp });
  const other = earlier.find((row) => row.h_wire !== hWire);
  if (other) return err(conflictingWire(room, coin, other.h_wire));
  const known = registerCoin(room, coin.coin_pub, denomination, coin.ub_sig);
  if (!known.ok) return known;
  const spent = spendCoin(room, known.value, amount(coin.contribution));
  if (!spent.ok) return spent;
  return ok(bookDeposit(room, given, coin, denomination, hWire, known.value));
};

/** A contract has one exchange timestamp: coins that come later share that of the first (recorded). */
const batchStamp = (room: ExchangeRoom, given: Deposit, hWire: string): Timestamp => {
  const first = room.store.one<{ timestamp: number }>(
    'SELECT timestamp FROM deposit WHERE merchant_pub = ? AND h_contract = ? AND h_wire = ?',
    given.merchant_pub,
    given.h_contract_terms,
    hWire,
  );
  return first ? { t_s: first.timestamp } : nowStamp(room);
};

const conflictingWire = (room: ExchangeRoom, coin: Coin, storedHash: string): Reply =>
  errorReply(
    409,
    1206,
    room.generation === 'v17' ? { coin_pub: coin.coin_pub, h_denom_pub: coin.denom_pub_hash } : { h_wire: storedHash },
  );

const bookDeposit = (
  room: ExchangeRoom,
  given: Deposit,
  coin: Coin,
  denomination: Denomination,
  hWire: string,
  row: CoinRow,
): Timestamp => {
  const at = batchStamp(room, given, hWire);
  const depositFee = amountToText(denomination.feeDeposit);
  room.store.run(
    'INSERT INTO deposit VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)',
    row.pub,
    denomination.hash,
    given.merchant_pub,
    given.h_contract_terms,
    hWire,
    given.merchant_payto_uri,
    coin.contribution,
    depositFee,
    Number(at.t_s),
    Number(given.wire_transfer_deadline.t_s),
  );
  addCoinEvent(room, row.pub, {
    type: 'DEPOSIT',
    amount: coin.contribution,
    deposit_fee: depositFee,
    timestamp: given.timestamp,
    ...(given.refund_deadline === undefined ? {} : { refund_deadline: given.refund_deadline }),
    merchant_pub: given.merchant_pub,
    h_contract_terms: given.h_contract_terms,
    h_wire: hWire,
    ...(coin.h_age_commitment === undefined ? {} : { h_age_commitment: coin.h_age_commitment }),
    coin_sig: coin.coin_sig,
  });
  return at;
};

const confirmation = (
  room: ExchangeRoom,
  given: Deposit,
  checked: readonly { readonly coin: Coin; readonly denomination: Denomination }[],
  wireHash: Uint8Array,
  exchangeTimestamp: Timestamp,
): Reply => {
  const facts = {
    contractHash: crockToBytes(given.h_contract_terms, 64),
    wireHash,
    exchangeTimestamp,
    wireDeadline: given.wire_transfer_deadline,
    refundDeadline: given.refund_deadline ?? NO_REFUNDS,
    amountWithoutFee: sumAmounts(
      room.currency,
      checked.map(({ coin, denomination }) => subtractAmounts(amount(coin.contribution), denomination.feeDeposit)),
    ),
    merchantPub: crockToBytes(given.merchant_pub, 32),
  };
  const block = room.v14
    ? confirmDepositBlockV14({ ...facts, coinPub: crockToBytes(checked[0]?.coin.coin_pub ?? '', 32) })
    : confirmDepositBlock({ ...facts, coinSigs: checked.map(({ coin }) => crockToBytes(coin.coin_sig, 64)) });
  return jsonReply(200, { exchange_timestamp: exchangeTimestamp, ...room.signkeys.confirm(block) });
};
