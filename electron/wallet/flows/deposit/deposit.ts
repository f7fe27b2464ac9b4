// SPDX-License-Identifier: GPL-3.0-or-later
import { addCapped, amount, amountToText, parseAmount, zeroAmount, type Amount } from '../../../../shared/amount.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import { isPast, msToTimestamp } from '../../../../shared/time.ts';
import type { DepositOfferView } from '../../../../shared/view.ts';
import { idOfDeposit } from '../../../state/commitment.ts';
import type { ValueByKind } from '../../../state/entry.ts';
import type { Reader } from '../../../storage/store.ts';
import { readBankAccount, type BankAccount } from '../../../taler/wire/bank-account.ts';
import { hashContract } from '../../../taler/wire/contract-hash.ts';
import { eddsaPublicKey } from '../../../taler/crypto/eddsa.ts';
import { bytesToCrock } from '../../../taler/bytes/encodings.ts';
import { exchangeFromKeys } from '../../../taler/exchange/connect.ts';
import type { ExchangeAccount, ExchangeKeys } from '../../../taler/exchange/keys/model.ts';
import { hashWire } from '../../../taler/crypto/hash.ts';
import { parsePayto } from '../../../taler/wire/payto.ts';
import type { Wallets } from '../../context.ts';
import { hintsOf, isDenial } from '../account-rules.ts';
import { openInTime } from '../../open-in-time.ts';
import { explainFailure } from '../../failure/explain.ts';
import type { SelectionFailure, WalletFailure } from '../../failure/failure.ts';
import { depositBeyondLimit } from '../../spend/limits.ts';
import { lackingFees, nearer, withChange, withPending } from '../../spend/lacking.ts';
import { spendableCoins } from '../../spend/spendable-coins.ts';
import { reserveCoins } from '../../spend/purse-coins.ts';
import { changeCosts, costOf, selectCoins, type CoinSelection } from '../../coins/selection.ts';
import { costsMore, shownCost, type Shown } from '../../spend/shown.ts';

// The wallet is its own merchant here: it writes a contract with itself and has the exchange pay its account.

type Deposit = ValueByKind['deposit'];

export type DepositWish = { readonly amount: string; readonly payto: string };

/** Half of what one request may hold (PROTOCOL.md#limits), so that replacements find room; less where the exchange takes less. */
const MAX_COINS_PER_DEPOSIT = 128;

/** What sending this sum to a bank account would cost; `amount` is what arrives there. Fails for a sum or account that cannot be read. */
export const depositOffer = async (
  wallets: Wallets,
  wish: DepositWish,
): Promise<Result<DepositOfferView, WalletFailure>> => {
  const read = readWish(wish);
  if (!read.ok) return read;
  const { wanted, account } = read.value;
  const trouble = await openAll(wallets, wanted.currency);
  const quoted = quoteDeposit(wallets, wallets.store, wanted, account);
  const text = (units: bigint): string => amountToText({ currency: wanted.currency, units });
  const why = quoted.ok
    ? undefined
    : quoted.error.kind === 'no-payout-exchange'
      ? (trouble ?? quoted.error)
      : quoted.error;
  const fees = quoted.ok ? quoted.value.cost : lackingFees(quoted.error);
  return ok({
    exchange: quoted.ok ? quoted.value.keys.baseUrl : '',
    account: account.shown,
    payto: account.paytoUri,
    amount: text(wanted.units),
    fees: text(fees),
    total: text(wanted.units + fees),
    possible: why === undefined,
    ...(why === undefined ? {} : { why: explainFailure(why) }),
    ...(quoted.ok ? paidOnly(quoted.value.keys, account) : {}),
  });
};

/** What the exchange says of whom it pays, where each account it may pay from has such a rule. */
const paidOnly = (keys: ExchangeKeys, { method }: BankAccount): Pick<DepositOfferView, 'only'> => {
  const open = payingTo(keys, method);
  const free = open.some(({ debitRestrictions }) => debitRestrictions.length === 0);
  const only = free ? [] : hintsOf(open.flatMap(({ debitRestrictions }) => debitRestrictions));
  return only.length === 0 ? {} : { only };
};

/** Commits to a deposit: keys, contract and coins are written in one transaction before anything is sent; the runner sends it. */
export const reserveDeposit = async (
  wallets: Wallets,
  wish: DepositWish & Shown,
): Promise<Result<string, WalletFailure>> => {
  const read = readWish(wish);
  if (!read.ok) return read;
  const { wanted, account } = read.value;
  const trouble = await openAll(wallets, wanted.currency);
  return wallets.store.transaction((tx) => {
    const quoted = quoteDeposit(wallets, tx, wanted, account);
    if (!quoted.ok) return quoted.error.kind === 'no-payout-exchange' && trouble ? err(trouble) : quoted;
    const { keys, selection, wireFee, cost } = quoted.value;
    const dearer = costsMore(wish, wanted, cost);
    if (dearer) return err(dearer);
    const facts = newFacts(wallets, keys, account, addCapped(wanted, wireFee));
    const made = { ...facts, amount: amountToText(wanted), wire_fee: amountToText(wireFee) };
    const id = idOfDeposit(made);
    tx.put('deposit', id, {
      ...made,
      ...shownCost(wish, wanted),
      coins: reserveCoins(tx, selection),
      status: 'planned',
    });
    return ok(id);
  });
};

type Wish = { readonly wanted: Amount; readonly account: BankAccount };

const readWish = ({ amount: text, payto }: DepositWish): Result<Wish, WalletFailure> => {
  const wanted = parseAmount(text);
  if (!wanted.ok) return wanted;
  if (wanted.value.units === 0n) return err({ kind: 'amount-is-zero' });
  const account = readBankAccount(payto);
  return account.ok ? ok({ wanted: wanted.value, account: account.value }) : account;
};

/** Connects to every exchange where money of this currency may be; returns the trouble with one that could not be reached. */
export const openAll = async (wallets: Wallets, currency: string): Promise<WalletFailure | undefined> => {
  const known = wallets.store.entries('exchange').filter(({ value }) => value.currency === currency);
  const opened = await Promise.all(known.map(({ value }) => openInTime(wallets, value.base_url)));
  for (const each of opened) if (!each.ok) return each.error;
  return undefined;
};

type Quote = {
  readonly keys: ExchangeKeys;
  readonly selection: CoinSelection;
  readonly wireFee: Amount;
  /** everything beyond what arrives, in units */
  readonly cost: bigint;
};

/** The cheapest exchange that pays to such accounts. The transfer's own fee is deposited on top, so that the wanted sum arrives. */
const quoteDeposit = (
  wallets: Wallets,
  reader: Pick<Reader, 'coins' | 'entries'>,
  wanted: Amount,
  { method, paytoUri }: BankAccount,
): Result<Quote, WalletFailure> => {
  let best: Quote | undefined;
  let failure: WalletFailure | undefined;
  for (const { keys, wireFee, mostCoins } of payouts(wallets, reader, wanted.currency, method)) {
    const gross = addCapped(wanted, wireFee);
    const beyond = depositBeyondLimit(reader, keys, gross, { payto: paytoUri, nowMs: wallets.world.now() });
    if (beyond) {
      failure ??= beyond;
      continue;
    }
    const none = zeroAmount(wanted.currency);
    const price = { price: gross, feeAllowance: none, wireFee: none };
    const nowMs = wallets.world.now();
    const change = changeCosts(keys.denominations.values(), nowMs);
    const chosen = selectCoins(spendableCoins(wallets, reader, keys), price, mostCoins, change);
    if (!chosen.ok) {
      failure = nearer(failure, withWireFee(withChange(wallets, keys.baseUrl, chosen.error), wireFee));
      continue;
    }
    const cost = wireFee.units + costOf(chosen.value);
    if (!best || cost < best.cost) best = { keys, selection: chosen.value, wireFee, cost };
  }
  if (best) return ok(best);
  return err(
    failure ? withPending(wallets, failure) : { kind: 'no-payout-exchange', currency: wanted.currency, method },
  );
};

/** An exchange that pays out to accounts of some kind, what its transfer costs, and how many coins one deposit may have there. */
type Payout = { readonly keys: ExchangeKeys; readonly wireFee: Amount; readonly mostCoins: number };

/** The exchanges of a currency that pay out to accounts of such a kind, as far as their keys are here. */
export const payouts = (
  wallets: Wallets,
  reader: Pick<Reader, 'entries'>,
  currency: string,
  method: string,
): readonly Payout[] =>
  reader.entries('exchange').flatMap(({ value }) => {
    const keys = value.currency === currency ? wallets.exchanges.cachedKeys(value.base_url) : undefined;
    if (!keys || keys.masterPub !== value.master_pub || payingTo(keys, method).length === 0) return [];
    const mostCoins = Math.min(MAX_COINS_PER_DEPOSIT, exchangeFromKeys(wallets.world, keys).batchLimit);
    return [{ keys, wireFee: wireFeeOf(keys, method, wallets.world.now()), mostCoins }];
  });

/** The transfer's fee is part of the price here, and a fee all the same. */
const withWireFee = (failure: SelectionFailure, wireFee: Amount): SelectionFailure =>
  failure.kind === 'insufficient-balance'
    ? { ...failure, fees: amountToText(addCapped(amount(failure.fees), wireFee)) }
    : failure;

/** The accounts of the same kind from which the exchange may pay out. */
const payingTo = (keys: ExchangeKeys, method: string): readonly ExchangeAccount[] =>
  keys.accounts.filter(({ paytoUri, debitRestrictions }) => {
    const payto = parsePayto(paytoUri);
    return payto.ok && payto.value.targetType === method && !debitRestrictions.some(isDenial);
  });

const wireFeeOf = (keys: ExchangeKeys, method: string, nowMs: number): Amount =>
  keys.wireFees[method]?.find(({ start, end }) => isPast(start, nowMs) && !isPast(end, nowMs))?.wireFee ??
  zeroAmount(keys.currency);

/** Keys and contract of a new deposit. The contract follows from the entry alone, so its hash is all that is kept of it. */
const newFacts = (
  wallets: Wallets,
  keys: ExchangeKeys,
  account: BankAccount,
  deposited: Amount,
): Omit<Deposit, 'amount' | 'wire_fee' | 'coins' | 'status'> => {
  const merchantPriv = wallets.world.randomBytes(32);
  const wireSalt = wallets.world.randomBytes(16);
  const now = msToTimestamp(wallets.world.now());
  const merchantPub = bytesToCrock(eddsaPublicKey(merchantPriv));
  const hContract = hashContract({
    order_id: merchantPub,
    merchant_base_url: keys.baseUrl,
    h_wire: bytesToCrock(hashWire(account.paytoUri, wireSalt)),
    wire_method: account.method,
    summary: '',
    nonce: merchantPub,
    amount: amountToText(deposited),
    max_fee: amountToText(zeroAmount(deposited.currency)),
    auditors: [],
    exchanges: [{ url: keys.baseUrl, master_pub: keys.masterPub }],
    timestamp: now,
    pay_deadline: now,
    refund_deadline: now,
    wire_transfer_deadline: now,
    merchant: { name: '(wallet)' },
    merchant_pub: merchantPub,
  });
  if (!hContract.ok) throw new Error('defect: our own contract cannot be hashed');
  return {
    exchange: keys.baseUrl,
    master_pub: keys.masterPub,
    payto: account.paytoUri,
    wire_salt: bytesToCrock(wireSalt),
    h_wire: bytesToCrock(hashWire(account.paytoUri, wireSalt)),
    merchant_priv: bytesToCrock(merchantPriv),
    h_contract: bytesToCrock(hContract.value),
    timestamp: now,
    refund_deadline: now,
    wire_deadline: now,
    created: now,
  };
};
