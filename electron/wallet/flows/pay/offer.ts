// SPDX-License-Identifier: GPL-3.0-or-later
import { plainText } from '../../../../shared/names.ts';
import { amount, amountToText, zeroAmount } from '../../../../shared/amount.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import { isPast } from '../../../../shared/time.ts';
import type { PayOfferView } from '../../../../shared/view-shops.ts';
import type { ExchangeEntry, Purchase } from '../../../state/entry.ts';
import type { Reader } from '../../../storage/store.ts';
import { eddsaPublicKey } from '../../../taler/crypto/eddsa.ts';
import { bytesToCrock, crockToBytes } from '../../../taler/bytes/encodings.ts';
import { abilitiesOf } from '../../../taler/exchange/generation.ts';
import type { ExchangeKeys } from '../../../taler/exchange/keys/model.ts';
import { checkContract } from '../../../taler/merchant/contract.ts';
import type { ContractTerms } from '../../../taler/merchant/merchant.ts';
import { parsePayto } from '../../../taler/wire/payto.ts';
import type { Wallets } from '../../context.ts';
import { openInTime } from '../../open-in-time.ts';
import type { HowToOpen } from '../../exchanges.ts';
import { explainFailure } from '../../failure/explain.ts';
import type { SelectionFailure, WalletFailure } from '../../failure/failure.ts';
import { lackingFees, nearer, withChange, withPending } from '../../spend/lacking.ts';
import { MAX_COINS_PER_PAYMENT, spendableCoins } from '../../spend/spendable-coins.ts';
import { changeCosts, costOf, selectCoins, type CoinSelection } from '../../coins/selection.ts';
import type { Price } from '../../coins/spendable.ts';
import { choiceViews, everyPrice } from './choices.ts';
import { besideOf, merchantAt } from './purchase-words.ts';

/** Coins of one exchange for one order. An order over nothing needs neither. */
export type Quote = { readonly exchange: string | undefined; readonly selection: CoinSelection };

/** The contract a purchase was claimed with, read again from what is stored (its deadlines were checked when it came), at the price of the choice that was made. */
export const contractOf = (purchase: Purchase): Result<ContractTerms, WalletFailure> => {
  if (purchase.terms === undefined || purchase.merchant_sig === undefined)
    return err({ kind: 'contract-malformed', why: 'no contract yet' });
  if (isDropped(purchase)) return err({ kind: 'purchase-closed', status: purchase.status });
  return checkContract({
    terms: purchase.terms,
    merchantSig: purchase.merchant_sig,
    expected: {
      merchantBaseUrl: purchase.merchant_base_url,
      orderId: purchase.order_id,
      noncePub: bytesToCrock(eddsaPublicKey(crockToBytes(purchase.nonce_priv, 32))),
    },
    nowMs: undefined,
    choice: purchase.choice,
  });
};

/** True when the contract is not kept any more: its order is a provider's and paid, or past every deadline. */
export const isDropped = ({ terms }: Purchase): boolean => terms !== undefined && Object.keys(terms).length === 0;

/** The cheapest way to pay: per exchange the merchant accepts, coins and fees; pure over the store, so it can be asked inside a transaction. */
export const quote = (
  wallets: Wallets,
  reader: Pick<Reader, 'coins' | 'entries'>,
  terms: ContractTerms,
): Result<Quote, WalletFailure> => {
  if (terms.amount.units === 0n) {
    const zero = zeroAmount(terms.amount.currency);
    return ok({ exchange: undefined, selection: { contributions: [], total: zero, fees: zero, changeFees: zero } });
  }
  let best: { readonly exchange: string; readonly selection: CoinSelection } | undefined;
  let nearest: SelectionFailure | undefined;
  let isUnable = false;
  for (const keys of acceptedExchanges(wallets, reader, terms)) {
    // Where coins cannot sign which choice is meant, the shop could take the one or the other.
    if (terms.choice !== undefined && !abilitiesOf(keys).signsWalletData) {
      isUnable = true;
      continue;
    }
    const chosen = selectCoins(
      spendableCoins(wallets, reader, keys),
      priceAt(keys, terms, wallets.world.now()),
      MAX_COINS_PER_PAYMENT,
      changeCosts(keys.denominations.values(), wallets.world.now()),
    );
    if (!chosen.ok) nearest = nearer(nearest, withChange(wallets, keys.baseUrl, chosen.error));
    else if (!best || costOf(chosen.value) < costOf(best.selection))
      best = { exchange: keys.baseUrl, selection: chosen.value };
  }
  if (best) return ok(best);
  if (nearest) return err(withPending(wallets, nearest));
  if (isUnable) return err({ kind: 'choice-unsigned' });
  return err({ kind: 'no-accepted-exchange', currency: terms.amount.currency });
};

/**
 * Connects to every exchange the contract accepts and we know, so that `quote` has their keys (a restored wallet has
 * none yet; `how` may ask whether they still hold). Returns the trouble with one that could not be reached, to explain a payment that is not possible without it.
 */
export const fetchAcceptedKeys = async (
  wallets: Wallets,
  terms: ContractTerms,
  how: HowToOpen = {},
): Promise<WalletFailure | undefined> => {
  const priced = everyPrice(terms).filter((each) => each.amount.units > 0n);
  const known = wallets.store.entries('exchange').filter(({ value }) => priced.some((each) => isAccepted(value, each)));
  const opened = await Promise.all(known.map(({ value }) => openInTime(wallets, value.base_url, how)));
  for (const each of opened) if (!each.ok) return each.error;
  return undefined;
};

/**
 * The price at one exchange. A wire fee is shared only where the contract speaks of it (merchants of later generations
 * count it into `max_fee` themselves); the customer's share is what exceeds `max_wire_fee`, divided by the amortization.
 */
export const priceAt = (keys: ExchangeKeys, terms: ContractTerms, nowMs: number): Price => {
  const { currency } = terms.amount;
  const fee =
    keys.wireFees[terms.wireMethod]?.find(({ start, end }) => isPast(start, nowMs) && !isPast(end, nowMs))?.wireFee
      .units ?? 0n;
  const borne = terms.maxWireFee?.units ?? fee;
  const parts = BigInt(Math.max(1, terms.wireFeeAmortization));
  const share = fee > borne ? (fee - borne + parts - 1n) / parts : 0n;
  return { price: terms.amount, feeAllowance: terms.maxFee, wireFee: { currency, units: share } };
};

/** What the person is asked before paying. */
export const offerView = (
  wallets: Wallets,
  purchaseId: string,
  purchase: Purchase,
  terms: ContractTerms,
  trouble: WalletFailure | undefined,
): PayOfferView => {
  const about = {
    purchaseId,
    ...merchantAt(terms.merchantBaseUrl, terms.merchantName),
    summary: plainText(terms.summary),
    ...besideOf(terms),
  };
  const closed = closedBecause(purchase, terms, wallets.world.now());
  const quoteOf = (each: ContractTerms) => quoteView(wallets, each, { closed, trouble });
  const choices = choiceViews(terms, quoteOf);
  const proposed = choices.find(({ payable }) => payable) ?? choices[terms.choice ?? 0];
  if (proposed !== undefined) {
    const { index, amount: price, fees, total, payable, why, from } = proposed;
    const which = { choices, choice: index, ...(from === undefined ? {} : { from }) };
    return { ...about, amount: price, fees, total, payable, ...which, ...(why === undefined ? {} : { why }) };
  }
  const quoted = quoteOf(terms);
  return { ...about, amount: amountToText(terms.amount), ...quoted, payable: quoted.why === undefined };
};

/** What one price would take, and from which issuer's money where there are several; or why it cannot be paid. */
const quoteView = (
  wallets: Wallets,
  terms: ContractTerms,
  { closed, trouble }: { readonly closed: WalletFailure | undefined; readonly trouble: WalletFailure | undefined },
): Pick<PayOfferView, 'fees' | 'total' | 'why' | 'from'> => {
  const text = (units: bigint): string => amountToText({ currency: terms.amount.currency, units });
  const quoted = quote(wallets, wallets.store, terms);
  const why = closed ?? (quoted.ok ? undefined : (trouble ?? quoted.error));
  const fees = quoted.ok ? costOf(quoted.value.selection) : lackingFees(quoted.error);
  const from = quoted.ok ? quoted.value.exchange : undefined;
  const isOneOfSeveral = from !== undefined && wallets.store.entries('exchange').length > 1;
  return {
    fees: text(fees),
    total: text(terms.amount.units + fees),
    ...(isOneOfSeveral ? { from: new URL(from).host } : {}),
    ...(why === undefined ? {} : { why: explainFailure(why) }),
  };
};

/** What a payment would cost now that ended because it got dearer than was shown; or why it cannot be paid now. */
export const newPrice = (wallets: Wallets, purchase: Purchase): WalletFailure => {
  const terms = contractOf(purchase);
  if (!terms.ok) return terms.error;
  const quoted = quote(wallets, wallets.store, terms.value);
  if (!quoted.ok) return quoted.error;
  const text = (units: bigint): string =>
    amountToText({ ...terms.value.amount, units: terms.value.amount.units + units });
  const shown = purchase.cost === undefined ? 0n : amount(purchase.cost).units;
  return { kind: 'fees-changed', shown: text(shown), total: text(costOf(quoted.value.selection)) };
};

/** Why this purchase cannot be begun any more; undefined when it can. */
export const closedBecause = (purchase: Purchase, terms: ContractTerms, nowMs: number): WalletFailure | undefined => {
  if (purchase.status !== 'offered')
    return {
      kind: 'purchase-closed',
      status: purchase.status,
      ...(purchase.why === undefined ? {} : { why: purchase.why }),
    };
  return isPast(terms.payDeadline, nowMs) ? { kind: 'contract-expired', payDeadline: terms.payDeadline } : undefined;
};

const acceptedExchanges = (
  wallets: Wallets,
  reader: Pick<Reader, 'entries'>,
  terms: ContractTerms,
): readonly ExchangeKeys[] =>
  reader.entries('exchange').flatMap(({ value }) => {
    if (!isAccepted(value, terms)) return [];
    const keys = wallets.exchanges.cachedKeys(value.base_url);
    if (!keys || keys.masterPub !== value.master_pub) return [];
    const wires = keys.accounts.some(({ paytoUri }) => {
      const payto = parsePayto(paytoUri);
      return payto.ok && payto.value.targetType === terms.wireMethod;
    });
    return wires ? [keys] : [];
  });

const isAccepted = ({ currency, master_pub }: ExchangeEntry, terms: ContractTerms): boolean =>
  currency === terms.amount.currency && terms.exchanges.some(({ masterPub }) => masterPub === master_pub);
