// SPDX-License-Identifier: GPL-3.0-or-later
import { isObject } from '../../../taler/bytes/json.ts';
import { amount, amountToText } from '../../../../shared/amount.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import { msToTimestamp } from '../../../../shared/time.ts';
import type { PayOfferView } from '../../../../shared/view-shops.ts';
import type { Purchase } from '../../../state/entry.ts';
import { eddsaPublicKey } from '../../../taler/crypto/eddsa.ts';
import { bytesToCrock, crockToBytes } from '../../../taler/bytes/encodings.ts';
import { checkShopVersion } from '../../../taler/merchant/shop-version.ts';
import { claimOrder } from '../../../taler/merchant/order.ts';
import { checkContract } from '../../../taler/merchant/contract.ts';
import type { ContractTerms } from '../../../taler/merchant/merchant.ts';
import { parseTalerUri, type TalerUri } from '../../../taler/wire/taler-uri.ts';
import { newId, type Wallets } from '../../context.ts';
import { isTransient, type WalletFailure } from '../../failure/failure.ts';
import { decided } from './choices.ts';
import { closedBecause, contractOf, fetchAcceptedKeys, offerView, quote } from './offer.ts';
import { gotDearer } from './payment-end.ts';
import { ALREADY_BOUGHT, boughtBefore, boughtView, showPayment } from './session.ts';
import { costOf } from '../../coins/selection.ts';
import { drawnForPlace } from '../../spend/drawn-for-place.ts';
import { reserveCoins } from '../../spend/purse-coins.ts';
import { costsMore, shownCost, type Shown } from '../../spend/shown.ts';
import { keepWithinBudget, keptOfShop, MAX_KEPT_BYTES } from '../../spend/offers-budget.ts';
import { draftOf, keepDraft, MAX_PROVIDER_CLAIM_BYTES, purchaseOrDraft, putUnbegun } from './draft.ts';

/** The yearly order of a backup provider: whose, for which account there (its public key), and whether it adds a year to one that exists. */
export type ForProvider = {
  readonly provider?: string;
  readonly providerAccount?: string;
  readonly providerRenews?: boolean;
};

/** Which of a contract's choices its person took. */
export type Chosen = { readonly choice?: number };

type PayUri = Extract<TalerUri, { readonly action: 'pay' }>;

/**
 * Claims the order of a `taler://pay/…` address and says what paying it would cost. The nonce is stored before the order
 * is claimed, so a lost answer does not lose the order; the same address again continues the same purchase. `provider` marks
 * the yearly order of a backup provider: a year that was paid does not pay the next one, whatever page they share.
 */
export const preparePay = async (
  wallets: Wallets,
  talerUri: string,
  { provider }: { readonly provider?: string } = {},
): Promise<Result<PayOfferView, WalletFailure>> => {
  const uri = parseTalerUri(talerUri);
  if (!uri.ok) return uri;
  if (uri.value.action !== 'pay') {
    return err({
      kind: 'wrong-taler-uri',
      expected: 'pay',
      got: uri.value.action === 'unsupported' ? uri.value.name : uri.value.action,
    });
  }
  const known = findPurchase(wallets, uri.value, provider);
  const full = known === undefined && provider === undefined ? whyFull(wallets, uri.value.merchantBaseUrl) : undefined;
  if (full) return err(full);
  const id = known ?? openPurchase(wallets, uri.value, provider);
  const purchase = readPurchase(wallets, id, provider);
  if (purchase.status === 'claiming') {
    const claimed = await claim(wallets, id, purchase, provider);
    if (!claimed.ok) return claimed;
  }
  const current = readPurchase(wallets, id, provider);
  if (current.terms === undefined)
    return err({
      kind: 'purchase-closed',
      status: current.status,
      ...(current.why === undefined ? {} : { why: current.why }),
    });
  const terms = contractOf(current);
  if (!terms.ok) return terms;
  const bought = provider === undefined ? boughtBefore(wallets, id, current, terms.value) : undefined;
  if (bought) {
    const shown = await showPayment(wallets, bought, uri.value.sessionId);
    if (!shown.ok) return shown;
    if (current.status === 'offered') close(wallets, id, ALREADY_BOUGHT);
    return ok(boughtView(id, terms.value, bought.id === id));
  }
  // A provider's order is opened again and again by the wallet itself; any other one by a person.
  const trouble = await fetchAcceptedKeys(wallets, terms.value, { asked: provider === undefined });
  return ok(offerView(wallets, id, current, terms.value, trouble));
};

/**
 * Commits to paying: the coins are chosen and reserved in one transaction, before anything is sent; refused when
 * that takes more than was shown. `provider` marks the payment of a backup provider's fee. The runner then pays, and tries again until the merchant has answered.
 */
export const reservePayment = async (
  wallets: Wallets,
  purchaseId: string,
  { provider, providerAccount, providerRenews, choice, ...shown }: ForProvider & Shown & Chosen,
): Promise<Result<void, WalletFailure>> => {
  const purchase = purchaseOrDraft(wallets.store, purchaseId, provider);
  if (!purchase) return err({ kind: 'unknown-purchase', purchaseId: purchaseId.slice(0, 64) });
  if (purchase.status === 'paid' || purchase.status === 'paying') return ok(undefined);
  if (purchase.status !== 'offered')
    return err({
      kind: 'purchase-closed',
      status: purchase.status,
      ...(purchase.why === undefined ? {} : { why: purchase.why }),
    });
  const contract = contractOf(purchase);
  if (!contract.ok) return contract;
  const terms = decided(contract.value, { chosen: choice, isPlace: provider !== undefined });
  if (!terms.ok) return terms;
  // A shop cannot say that a coin's denomination was revoked: its 502 would be repeated until the offer ends.
  const trouble = await fetchAcceptedKeys(wallets, terms.value, { revalidated: true });
  return wallets.store.transaction((tx) => {
    const now = purchaseOrDraft(tx, purchaseId, provider) ?? purchase;
    if (now.status !== 'offered') return ok(undefined);
    const closed = closedBecause(now, terms.value, wallets.world.now());
    if (closed) return err(closed);
    const quoted = quote(wallets, tx, terms.value);
    if (!quoted.ok) return trouble ? err(trouble) : quoted;
    const { exchange, selection } = quoted.value;
    const keys = exchange === undefined ? undefined : wallets.exchanges.cachedKeys(exchange);
    const drawn = provider === undefined || keys === undefined ? 0n : drawnForPlace(tx, keys, selection);
    const dearer = costsMore(shown, terms.value.amount, costOf(selection) + drawn);
    if (dearer) return err(dearer);
    const shownFees = withoutDrawing(shownCost(shown, terms.value.amount), drawn);
    // What a year may cost all in all was agreed to: of an order that comes to nothing, that is what its coins may cost.
    const extra = provider === undefined ? undefined : shownFees.cost;
    const most = extra === undefined ? undefined : amount(extra).units + terms.value.amount.units;
    tx.put('purchase', purchaseId, {
      ...now,
      coins: reserveCoins(tx, selection, { most }),
      ...priceOf(terms.value),
      status: 'paying',
      begun: msToTimestamp(wallets.world.now()),
      ...shownFees,
      ...(exchange === undefined ? {} : { exchange }),
      ...(provider === undefined
        ? {}
        : {
            provider,
            merchant_pub: terms.value.merchantPub,
            refund_deadline: terms.value.refundDeadline,
          }),
      ...(providerAccount === undefined ? {} : { provider_account: providerAccount }),
      ...(providerRenews === true ? { provider_renews: true } : {}),
    });
    if (provider !== undefined) keepDraft(tx.local, provider, undefined);
    return ok(undefined);
  });
};

/** The price as it is kept, with the choice it belongs to: written before anything is sent, so that every attempt signs the same. */
const priceOf = ({ amount: price, choice }: ContractTerms): Pick<Purchase, 'amount' | 'choice'> => ({
  amount: amountToText(price),
  ...(choice === undefined ? {} : { choice }),
});

/** What was shown that is left for paying itself once its coins are drawn. */
const withoutDrawing = ({ cost }: ReturnType<typeof shownCost>, drawn: bigint): Pick<Purchase, 'cost' | 'drawn'> => {
  if (cost === undefined || drawn === 0n) return cost === undefined ? {} : { cost };
  const shown = amount(cost);
  const left = { ...shown, units: shown.units > drawn ? shown.units - drawn : 0n };
  return { cost: amountToText(left), drawn: amountToText({ ...shown, units: drawn }) };
};

/** Closes a purchase that was claimed and is not wanted: an earlier payment covers its order, or it is not what was asked for. */
export const close = (wallets: Wallets, id: string, why: string): void =>
  wallets.store.transaction((tx) => {
    const now = tx.entry('purchase', id)?.value;
    if (now?.status === 'offered') tx.put('purchase', id, { ...now, status: 'aborted', why });
  });

const findPurchase = (
  { store }: Wallets,
  { merchantBaseUrl, orderId }: PayUri,
  provider: string | undefined,
): string | undefined => {
  const draft = draftOf(store.local, provider);
  return [...store.entries('purchase'), ...(draft ? [draft] : [])].find(
    ({ value }) => value.merchant_base_url === merchantBaseUrl && value.order_id === orderId && !isForgotten(value),
  )?.id;
};

/** A claim that was refused leaves nothing worth continuing: the same address may be tried anew. So may an order that got dearer than was shown. */
const isForgotten = (purchase: Purchase): boolean =>
  (purchase.status === 'failed' && purchase.terms === undefined) || gotDearer(purchase);

const whyFull = ({ store }: Wallets, merchantBaseUrl: string): WalletFailure | undefined =>
  keptOfShop(store, merchantBaseUrl) < MAX_KEPT_BYTES
    ? undefined
    : { kind: 'too-much-kept', url: merchantBaseUrl, what: 'shop' };

/** Anybody's link may open an offer: those before it make room. */
const makeRoom = ({ store, world }: Wallets, id: string, provider: string | undefined): void => {
  if (provider === undefined) store.transaction((tx) => keepWithinBudget(tx, world.now(), id));
};

const openPurchase = (
  wallets: Wallets,
  { merchantBaseUrl, orderId, sessionId, claimToken, noncePriv }: PayUri,
  provider: string | undefined,
): string => {
  const id = newId(wallets.world);
  // The shop gives an order to one nonce only.
  const former = wallets.store
    .entries('purchase')
    .find(({ value }) => value.merchant_base_url === merchantBaseUrl && value.order_id === orderId && gotDearer(value))
    ?.value.nonce_priv;
  const known = former ?? noncePriv;
  const nonce = known === undefined ? wallets.world.randomBytes(32) : crockToBytes(known, 32);
  const opened: Purchase = {
    merchant_base_url: merchantBaseUrl,
    order_id: orderId,
    ...(sessionId === '' ? {} : { session_id: sessionId }),
    ...(claimToken === undefined ? {} : { claim_token: claimToken }),
    nonce_priv: bytesToCrock(nonce),
    coins: {},
    status: 'claiming',
    created: msToTimestamp(wallets.world.now()),
  };
  putUnbegun(wallets, id, opened, provider);
  makeRoom(wallets, id, provider);
  return id;
};

/** A refusal without the code that a shop gives may be that of whoever stands between, and the shop may have given its order to this nonce. */
const isOfNobody = (failure: WalletFailure): boolean => failure.kind === 'refused' && failure.code === undefined;

/** What a contract is found to be by a clock that is behind, and by one that is ahead. */
const OF_CLOCKS: ReadonlySet<string> = new Set(['clock-skew', 'contract-expired']);

const claim = async (
  wallets: Wallets,
  id: string,
  purchase: Purchase,
  provider: string | undefined,
): Promise<Result<void, WalletFailure>> => {
  const noncePub = bytesToCrock(eddsaPublicKey(crockToBytes(purchase.nonce_priv, 32)));
  const order = { merchantBaseUrl: purchase.merchant_base_url, orderId: purchase.order_id };
  // The shop of a place is asked by the wallet itself, for one order after the other.
  const spoken = provider === undefined ? await checkShopVersion(wallets.world, order.merchantBaseUrl) : ok(undefined);
  if (!spoken.ok) return spoken;
  wallets.strangeLooks.hearAll(spoken.value);
  const claimed = await claimOrder(wallets.world, {
    ...order,
    noncePub,
    ...(purchase.claim_token === undefined ? {} : { claimToken: purchase.claim_token }),
    ...(provider === undefined ? {} : { maxBytes: MAX_PROVIDER_CLAIM_BYTES }),
  });
  const forget = (failure: WalletFailure): Result<never, WalletFailure> => {
    const now = purchaseOrDraft(wallets.store, id, provider);
    if (now) putUnbegun(wallets, id, { ...now, status: 'failed', why: failure.kind }, provider);
    return err(failure);
  };
  if (!claimed.ok) return isTransient(claimed.error) || isOfNobody(claimed.error) ? claimed : forget(claimed.error);
  const { terms, merchantSig } = claimed.value;
  const checked = checkContract({ terms, merchantSig, expected: { ...order, noncePub }, nowMs: wallets.world.now() });
  // The shop gives its order to this nonce alone, which is there when the clock is right again. A place is asked for another order.
  if (!checked.ok && provider === undefined && OF_CLOCKS.has(checked.error.kind)) return checked;
  if (!checked.ok) return forget(checked.error);
  if (!isObject(terms)) return forget({ kind: 'contract-malformed', why: 'not an object' });
  const offered: Purchase = {
    ...(purchaseOrDraft(wallets.store, id, provider) ?? purchase),
    terms,
    merchant_sig: merchantSig,
    h_contract: bytesToCrock(checked.value.hContract),
    // Where there is a choice there is no price yet.
    ...(checked.value.choice === undefined ? priceOf(checked.value) : {}),
    status: 'offered',
  };
  putUnbegun(wallets, id, offered, provider);
  makeRoom(wallets, id, provider);
  return ok(undefined);
};

const readPurchase = (wallets: Wallets, id: string, provider: string | undefined): Purchase => {
  const purchase = purchaseOrDraft(wallets.store, id, provider);
  if (!purchase) throw new Error('defect: a purchase vanished while it was being worked on');
  return purchase;
};
