// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText, type Amount } from '../../../../shared/amount.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import { timestampToMs } from '../../../../shared/time.ts';
import type { ValueByKind } from '../../../state/entry.ts';
import type { Tx } from '../../../storage/store.ts';
import { eddsaPublicKey, eddsaSign } from '../../../taler/crypto/eddsa.ts';
import { bytesToCrock, crockToBytes } from '../../../taler/bytes/encodings.ts';
import { abilitiesOf } from '../../../taler/exchange/generation.ts';
import type { ExchangeFailure } from '../../../taler/exchange/failure.ts';
import type { DepositRequest } from '../../../taler/exchange/exchange.ts';
import { hashPayto, hashWire } from '../../../taler/crypto/hash.ts';
import { normalizePayto, parsePayto, withParams } from '../../../taler/wire/payto.ts';
import { merchantContractBlock } from '../../../taler/purposes/merchant.ts';
import { isTakenBack } from '../wish.ts';
import type { StepOutcome, Wallets } from '../../context.ts';
import type { OpenExchange } from '../../exchanges.ts';
import { isTransient, type WalletFailure } from '../../failure/failure.ts';
import { purseDeposits, replaceSpentCoin, withoutCoin } from '../../spend/purse-coins.ts';
import { lowerToHeld, moveOn, reservedCoins } from '../../ledger/spend.ts';

type Deposit = ValueByKind['deposit'];

/** A transfer may take its bank days; asking more often than this tells the exchange more than it tells us. */
const TRACK_MIN_MS = 60_000;
const TRACK_MAX_MS = 6 * 60 * 60_000;

/** One go at a deposit to one's own account: sent with the same bytes until the exchange has answered, then watched until it is wired. */
export const stepDeposit = async (wallets: Wallets, id: string): Promise<StepOutcome> => {
  const deposit = wallets.store.entry('deposit', id)?.value;
  // That it is wired may be a copy's word.
  const isDoubted = deposit?.status === 'done' && wallets.store.local.isDoubted({ kind: 'deposit', id });
  if (!deposit || !(deposit.status === 'planned' || deposit.status === 'deposited' || isDoubted))
    return { kind: 'finished' };
  const open = await wallets.exchanges.open(deposit.exchange);
  if (!open.ok) return { kind: 'failed', failure: open.error };
  if (open.value.keys.masterPub !== deposit.master_pub)
    return { kind: 'failed', failure: { kind: 'master-key-changed', exchange: deposit.exchange } };
  return deposit.status === 'planned'
    ? send(wallets, open.value, id, deposit)
    : track(wallets, open.value, id, deposit);
};

const send = async (wallets: Wallets, open: OpenExchange, id: string, deposit: Deposit): Promise<StepOutcome> => {
  const coins = purseDeposits(wallets, open.keys, deposit.coins);
  if (!coins.ok) return { kind: 'failed', failure: coins.error };
  if (isTakenBack(deposit)) {
    const taken = await takenCoins(wallets, open, deposit);
    if (!taken.ok) return { kind: 'failed', failure: taken.error };
    if (taken.value.size === 0) return giveUp(wallets, id, 'aborted', 'taken back');
    // The answer was lost, not the deposit: the same request again brings the confirmation, and it stays deposited.
  }
  const answer = await open.client.batchDeposit({ ...requestOf(deposit), coins: coins.value });
  if (!answer.ok) return refused(wallets, open, id, deposit, answer.error);
  accepted(wallets, id, () => true);
  return { kind: 'finished' };
};

/** Writes down that the exchange has the coins that `which` names; the others, which only v14 can leave behind, come back. */
const accepted = (wallets: Wallets, id: string, which: (coinId: string) => boolean): void => {
  wallets.store.transaction((tx) => {
    const now = readDeposit(tx, id);
    const paid = reservedCoins(now.coins).flatMap(([coin]) => (which(coin) ? [coin] : []));
    const coins = moveOn(moveOn(now.coins, 'paid', which), 'released');
    // The wish to take it back came too late and does not belong to a deposit that was made.
    const { why: _wish, ...made } = now;
    tx.put('deposit', id, { ...made, coins, status: 'deposited' });
    lowerToHeld(tx, paid);
  });
};

const requestOf = (deposit: Deposit): Omit<DepositRequest, 'coins'> => {
  const merchantPriv = crockToBytes(deposit.merchant_priv, 32);
  const hContract = crockToBytes(deposit.h_contract, 64);
  return {
    merchantPaytoUri: deposit.payto,
    wireSalt: crockToBytes(deposit.wire_salt, 16),
    merchantPub: eddsaPublicKey(merchantPriv),
    hContract,
    merchantSig: eddsaSign(merchantPriv, merchantContractBlock({ contractHash: hContract })),
    timestamp: deposit.timestamp,
    refundDeadline: deposit.refund_deadline,
    wireTransferDeadline: deposit.wire_deadline,
  };
};

/**
 * A batch is taken whole or not at all (PROTOCOL.md#spending-conflicts). But an earlier request of the same bytes may have been taken,
 * and only its answer lost: before anything comes back, the exchange is asked about each coin.
 */
const refused = async (
  wallets: Wallets,
  open: OpenExchange,
  id: string,
  deposit: Deposit,
  failure: ExchangeFailure,
): Promise<StepOutcome> => {
  if (failure.kind === 'kyc-required') return { kind: 'failed', failure: withTransfer(open, deposit, failure) };
  if (isTransient(failure) || failure.kind === 'bad-exchange-signature') return { kind: 'failed', failure };
  if (failure.kind === 'refused' && failure.code === undefined) return { kind: 'failed', failure };
  const taken = await takenCoins(wallets, open, deposit);
  if (!taken.ok) return { kind: 'failed', failure: taken.error };
  if (taken.value.size > 0) {
    accepted(wallets, id, (coin) => taken.value.has(coin));
    return { kind: 'finished' };
  }
  if (failure.kind !== 'insufficient-funds') return giveUp(wallets, id, 'failed', failure.kind);
  const spent = await replaceSpentCoin(wallets, open, deposit.coins, failure);
  if (!spent.ok) return { kind: 'failed', failure: spent.error };
  const sum = reservedCoins(deposit.coins).reduce(
    (all, [, { c, fee }]) => all + amount(c).units - amount(fee).units,
    0n,
  );
  const lacking = wallets.store.transaction((tx): string | undefined => {
    const now = readDeposit(tx, id);
    const plan = withoutCoin(wallets, tx, open.keys, {
      coins: now.coins,
      spent: spent.value,
      wanted: { ...amount(now.amount), units: sum },
      untilMs: wallets.world.now(),
      most: mostBeyond(now),
    });
    if (!plan.ok) return plan.error.kind;
    tx.put('deposit', id, { ...now, coins: plan.value });
    return undefined;
  });
  return lacking === undefined ? { kind: 'again' } : giveUp(wallets, id, 'aborted', lacking);
};

/** What its coins may cost beyond what they deposit, as it was shown: the fee of the transfer is part of that sum. */
const mostBeyond = ({ cost, wire_fee: wireFee }: Deposit): Amount | undefined => {
  if (cost === undefined) return undefined;
  const all = amount(cost);
  const units = all.units - (wireFee === undefined ? 0n : amount(wireFee).units);
  return { ...all, units: units > 0n ? units : 0n };
};

type KycRequired = Extract<ExchangeFailure, { readonly kind: 'kyc-required' }>;

/** Where the exchange knows no key for the account, a transfer from it must bring one: to where, how much, and with which words. */
const withTransfer = ({ keys }: OpenExchange, { payto, merchant_priv }: Deposit, failure: KycRequired): KycRequired => {
  const own = parsePayto(payto);
  const account = keys.accounts.find(({ paytoUri }) => {
    const theirs = parsePayto(paytoUri);
    return own.ok && theirs.ok && theirs.value.targetType === own.value.targetType;
  });
  if (failure.badKycAuth !== true || !account) return failure;
  const message = `KYC:${bytesToCrock(eddsaPublicKey(crockToBytes(merchant_priv, 32)))}`;
  const sum = keys.tinyAmount && amountToText(keys.tinyAmount);
  return { ...failure, transfer: withParams(account.paytoUri, { amount: sum, message }) };
};

/** The coins the exchange knows with this deposit. */
const takenCoins = async (
  wallets: Wallets,
  { client }: OpenExchange,
  deposit: Deposit,
): Promise<Result<ReadonlySet<string>, WalletFailure>> => {
  const taken = new Set<string>();
  for (const [id] of reservedCoins(deposit.coins)) {
    const coin = wallets.coinKeys.keysOf(id);
    if (!coin) return err({ kind: 'coin-not-derivable', coin: id });
    const status = await client.depositStatus(trackingOf(deposit, coin.coinPub));
    if (status.ok) taken.add(id);
    else if (status.error.kind !== 'deposit-unknown') return status;
  }
  return ok(taken);
};

const trackingOf = (deposit: Deposit, coinPub: Uint8Array) => ({
  merchantPriv: crockToBytes(deposit.merchant_priv, 32),
  hContract: crockToBytes(deposit.h_contract, 64),
  hWire:
    deposit.h_wire === undefined
      ? hashWire(deposit.payto, crockToBytes(deposit.wire_salt, 16))
      : crockToBytes(deposit.h_wire, 64),
  coinPub,
});

/** Gives every coin back; each is renewed before it is used again. */
const giveUp = (wallets: Wallets, id: string, status: 'aborted' | 'failed', why: string): StepOutcome => {
  wallets.store.transaction((tx) => {
    const now = readDeposit(tx, id);
    tx.put('deposit', id, { ...now, coins: moveOn(now.coins, 'released'), status, why });
  });
  return { kind: 'finished' };
};

/** All coins of a deposit go out with one transfer, so one of them tells for all. */
const track = async (wallets: Wallets, open: OpenExchange, id: string, deposit: Deposit): Promise<StepOutcome> => {
  const [coin] = Object.entries(deposit.coins)
    .filter(([, { s }]) => s === 'paid')
    .flatMap(([coinId]) => wallets.coinKeys.keysOf(coinId) ?? []);
  if (!coin)
    return { kind: 'failed', failure: { kind: 'coin-not-derivable', coin: Object.keys(deposit.coins)[0] ?? '' } };
  const status = await open.client.depositStatus(trackingOf(deposit, coin.coinPub));
  if (!status.ok) return { kind: 'failed', failure: status.error };
  if (status.value.state === 'wired') {
    wallets.store.transaction((tx) => {
      tx.put('deposit', id, { ...readDeposit(tx, id), status: 'done' });
      tx.local.settleDoubt({ kind: 'deposit', id });
    });
    return { kind: 'finished' };
  }
  const { executionTime, requirementRow, accountPub, kycOk } = status.value;
  // Without a row `kyc_ok: false` only says that nobody has looked yet.
  // Of an account that was forgotten nobody can be asked whose it is.
  if (!kycOk && requirementRow !== undefined && deposit.forgotten !== true) {
    const account = abilitiesOf(open.keys).normalizesAccounts ? normalizePayto(deposit.payto) : deposit.payto;
    const asked = { url: open.keys.baseUrl, requirementRow, hPayto: bytesToCrock(hashPayto(account)) };
    const failure: KycRequired = {
      kind: 'kyc-required',
      ...asked,
      ...(accountPub === undefined ? {} : { accountPub }),
    };
    return { kind: 'failed', failure };
  }
  const until = executionTime === undefined ? 0 : timestampToMs(executionTime) - wallets.world.now();
  return { kind: 'waiting', waitingFor: 'exchange', forMs: Math.min(Math.max(until, TRACK_MIN_MS), TRACK_MAX_MS) };
};

const readDeposit = (tx: Tx, id: string): Deposit => {
  const deposit = tx.entry('deposit', id)?.value;
  if (!deposit) throw new Error('defect: a deposit vanished while it was being worked on');
  return deposit;
};
