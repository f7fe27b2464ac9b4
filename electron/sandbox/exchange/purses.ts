// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { addAmounts, amount, amountToText, subtractAmounts, zeroAmount, type Amount } from '../../../shared/amount.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { bytesToCrock, crockToBytes } from '../../taler/bytes/encodings.ts';
import { sha512 } from '../../taler/crypto/hash.ts';
import { confirmPurseCreationBlock } from '../../taler/purposes/exchange.ts';
import { econtractBlock, purseCreateBlock, purseDepositBlock } from '../../taler/purposes/purse.ts';
import { amountIn, crock, crockText } from '../read.ts';
import { errorReply, type Reply } from '../reply.ts';
import { isLess, verifies } from './checks.ts';
import { addCoinEvent, checkCoin, coinTooPoor, denomSigSchema, registerCoin, spendCoin } from './coins.ts';
import type { Denomination } from './denominations.ts';
import { nowStamp, type ExchangeRoom } from './room.ts';

export type PurseRow = {
  pub: string;
  kind: 'push' | 'pull';
  merge_pub: string;
  expiration: number;
  amount: string;
  h_contract: string;
  min_age: number;
  purse_sig: string;
  balance: string;
  created: number;
  reserve_pub: string | null;
  merge_timestamp: number | null;
  merge_sig: string | null;
  reserve_sig: string | null;
  flags: number;
  purse_fee: string;
  /** open until its money has gone to a reserve or back to the coins */
  state: 'open' | 'merged' | 'expired' | 'deleted';
  deleted_at: number | null;
};

/** PROTOCOL.md#limits */
const MAX_DEPOSITS = 256;

/** An encrypted contract as wallets upload it. */
export const econtractSchema = z.object({ econtract: crockText, contract_pub: crock(32), econtract_sig: crock(64) });
type Econtract = z.output<typeof econtractSchema>;

/** Coins for a purse, in one currency. */
export const depositsSchema = (currency: string) =>
  z.array(
    z.object({
      amount: amountIn(currency),
      denom_pub_hash: crock(64),
      ub_sig: denomSigSchema,
      coin_pub: crock(32),
      coin_sig: crock(64),
    }),
  );
type PurseDeposit = z.output<ReturnType<typeof depositsSchema>>[number];
export type CheckedDeposit = {
  readonly deposit: PurseDeposit;
  readonly denomination: Denomination;
  /** after the deposit fee */ readonly net: Amount;
};

/** The purse, also when it has ended. */
export const findPurse = (room: ExchangeRoom, pub: string): PurseRow | undefined =>
  room.store.one<PurseRow>('SELECT * FROM purse WHERE pub = ?', pub);

/** Everything about deposits into a purse that can be checked without looking at the purse. */
export const checkDeposits = (
  room: ExchangeRoom,
  pursePub: string,
  deposits: readonly PurseDeposit[],
): Result<readonly CheckedDeposit[], Reply> => {
  if (deposits.length === 0 || deposits.length > MAX_DEPOSITS) return err(errorReply(400, 26, { detail: 'deposits' }));
  const checked: CheckedDeposit[] = [];
  for (const deposit of deposits) {
    const found = checkCoin(room, deposit.coin_pub, deposit.denom_pub_hash, deposit.ub_sig, 'PURSE CREATE');
    if (!found.ok) return found;
    const denomination = found.value;
    if (isLess(denomination.value, deposit.amount)) return err(errorReply(400, 1021));
    if (isLess(deposit.amount, denomination.feeDeposit)) return err(errorReply(400, 1207));
    const block = purseDepositBlock({
      contribution: amount(deposit.amount),
      denominationHash: denomination.hashBytes,
      pursePub: crockToBytes(pursePub, 32),
      exchangeBaseUrl: room.baseUrl(),
    });
    if (!verifies(deposit.coin_pub, block, deposit.coin_sig))
      return err(errorReply(403, 1975, { detail: room.baseUrl() }));
    checked.push({ deposit, denomination, net: subtractAmounts(amount(deposit.amount), denomination.feeDeposit) });
  }
  return ok(checked);
};

/** Whether this very deposit is in the purse already; 409/1012 when the coin is there with another amount. */
export const isRepeated = (
  room: ExchangeRoom,
  pursePub: string,
  { deposit }: CheckedDeposit,
): Result<boolean, Reply> => {
  const stored = room.store.one<{ amount: string }>(
    'SELECT amount FROM purse_deposit WHERE purse_pub = ? AND coin_pub = ?',
    pursePub,
    deposit.coin_pub,
  );
  if (!stored) return ok(false);
  return stored.amount === deposit.amount ? ok(true) : err(coinTooPoor(room, deposit.coin_pub, deposit.denom_pub_hash));
};

/** Spends the coins that are new to the purse into it. */
export const bookDeposits = (
  room: ExchangeRoom,
  pursePub: string,
  checked: readonly CheckedDeposit[],
): Result<void, Reply> => {
  for (const one of checked) {
    const repeated = isRepeated(room, pursePub, one);
    if (!repeated.ok) return repeated;
    if (repeated.value) continue;
    const { deposit, denomination } = one;
    const coin = registerCoin(room, deposit.coin_pub, denomination, deposit.ub_sig);
    if (!coin.ok) return coin;
    const spent = spendCoin(room, coin.value, amount(deposit.amount));
    if (!spent.ok) return spent;
    const event = addCoinEvent(room, deposit.coin_pub, {
      type: 'PURSE-DEPOSIT',
      amount: deposit.amount,
      exchange_base_url: room.baseUrl(),
      purse_pub: pursePub,
      refunded: false,
      coin_sig: deposit.coin_sig,
    });
    room.store.run(
      'INSERT INTO purse_deposit VALUES (?, ?, ?, ?, ?, ?)',
      pursePub,
      deposit.coin_pub,
      deposit.amount,
      amountToText(denomination.feeDeposit),
      amountToText(denomination.feeRefund),
      event,
    );
    const balance = findPurse(room, pursePub)?.balance ?? `${room.currency}:0`;
    room.store.run(
      'UPDATE purse SET balance = ? WHERE pub = ?',
      amountToText(addAmounts(amount(balance), one.net)),
      pursePub,
    );
  }
  return ok(undefined);
};

/** What the purse key signs when the purse is made. */
export type PurseMeta = {
  readonly amount: string;
  readonly minAge: number;
  readonly mergePub: string;
  readonly contractHash: string;
  readonly expiration: number;
  readonly purseSig: string;
};

/** 403/1855, 1856: the purse's own signatures. */
export const checkPurseSignatures = (
  pursePub: string,
  meta: PurseMeta,
  econtract: Econtract | undefined,
): Reply | undefined => {
  const block = purseCreateBlock({
    purseExpiration: { t_s: meta.expiration },
    purseAmount: amount(meta.amount),
    contractHash: crockToBytes(meta.contractHash, 64),
    mergePub: crockToBytes(meta.mergePub, 32),
    minAge: meta.minAge,
  });
  if (!verifies(pursePub, block, meta.purseSig)) return errorReply(403, 1855);
  if (!econtract) return undefined;
  const contract = econtractBlock({
    econtract: crockToBytes(econtract.econtract),
    contractPub: crockToBytes(econtract.contract_pub, 32),
  });
  return verifies(pursePub, contract, econtract.econtract_sig) ? undefined : errorReply(403, 1856);
};

/** 409 with what the purse was made with, when that differs from what is asked now. */
export const metaConflict = (stored: PurseRow, meta: PurseMeta, code: 1850 | 1675): Reply | undefined => {
  const same =
    stored.amount === meta.amount &&
    stored.min_age === meta.minAge &&
    stored.merge_pub === meta.mergePub &&
    stored.h_contract === meta.contractHash &&
    stored.expiration === meta.expiration;
  if (same) return undefined;
  return errorReply(409, code, {
    amount: stored.amount,
    min_age: stored.min_age,
    purse_expiration: { t_s: stored.expiration },
    purse_sig: stored.purse_sig,
    h_contract_terms: stored.h_contract,
    merge_pub: stored.merge_pub,
  });
};

/** Keeps the encrypted contract of a purse; 409/1859 when another was kept before. */
export const keepContract = (
  room: ExchangeRoom,
  pursePub: string,
  given: Econtract | undefined,
): Result<void, Reply> => {
  if (!given) return ok(undefined);
  const stored = room.store.one<{ contract_pub: string; econtract: string; econtract_sig: string }>(
    'SELECT * FROM contract WHERE purse_pub = ? OR contract_pub = ?',
    pursePub,
    given.contract_pub,
  );
  if (!stored) {
    room.store.run(
      'INSERT INTO contract VALUES (?, ?, ?, ?)',
      given.contract_pub,
      pursePub,
      given.econtract,
      given.econtract_sig,
    );
    return ok(undefined);
  }
  if (stored.econtract === given.econtract && stored.contract_pub === given.contract_pub) return ok(undefined);
  return err(
    errorReply(409, 1859, {
      h_econtract: bytesToCrock(sha512(crockToBytes(stored.econtract))),
      econtract_sig: stored.econtract_sig,
      contract_pub: stored.contract_pub,
    }),
  );
};

/** The confirmation 1045 and the members that go with it. */
export const confirmPurse = (
  room: ExchangeRoom,
  purse: Pick<PurseRow, 'pub' | 'expiration' | 'amount' | 'h_contract'>,
  totalDeposited: Amount,
) => {
  const exchangeTimestamp = nowStamp(room);
  const block = confirmPurseCreationBlock({
    exchangeTimestamp,
    purseExpiration: { t_s: purse.expiration },
    amountWithoutFee: amount(purse.amount),
    totalDeposited,
    pursePub: crockToBytes(purse.pub, 32),
    contractHash: crockToBytes(purse.h_contract, 64),
  });
  return {
    total_deposited: amountToText(totalDeposited),
    exchange_timestamp: exchangeTimestamp,
    ...room.signkeys.confirm(block),
  };
};

/** Σ of deposits after fees. */
export const sumOfNets = (room: ExchangeRoom, checked: readonly CheckedDeposit[]): Amount =>
  checked.reduce((sum, one) => addAmounts(sum, one.net), zeroAmount(room.currency));

/** 400 when a purse would expire in the past or never. */
export const checkExpiration = (
  room: ExchangeRoom,
  t_s: number | 'never',
  past: number,
  never: number,
): Reply | undefined => {
  if (t_s === 'never') return errorReply(400, never);
  return t_s * 1000 <= room.world.now() ? errorReply(400, past) : undefined;
};

/** 410 for a purse that has ended without success; `detail` is its expiration as C prints dates. */
export const goneReply = (purse: PurseRow): Reply =>
  errorReply(410, purse.state === 'deleted' ? 1031 : 1026, { detail: printDate(purse.expiration) });

const printDate = (seconds: number): string => {
  const [day = '', date = '', month = '', year = '', time = ''] = new Date(seconds * 1000)
    .toUTCString()
    .replace(',', '')
    .split(' ');
  return `${day} ${month} ${date} ${time} ${year}`;
};

/** Whether the purse holds what it must. */
export const isFull = (purse: PurseRow): boolean => !isLess(purse.balance, purse.amount);
