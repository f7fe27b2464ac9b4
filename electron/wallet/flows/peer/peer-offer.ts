// SPDX-License-Identifier: GPL-3.0-or-later
import { plainText } from '../../../../shared/names.ts';
import { amount, amountToText, type Amount } from '../../../../shared/amount.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import { isPast, msToTimestamp, timestampToMs } from '../../../../shared/time.ts';
import type { PeerOfferView } from '../../../../shared/view.ts';
import type { Entry } from '../../../state/entry.ts';
import { bytesToCrock, crockToBytes } from '../../../taler/bytes/encodings.ts';
import type { ExchangeKeys } from '../../../taler/exchange/keys/model.ts';
import { fetchPeerContract, readPeerTerms, type OpenedContract } from '../../../taler/peer/contract.ts';
import { parseTalerUri, type TalerUri } from '../../../taler/wire/taler-uri.ts';
import type { Wallets } from '../../context.ts';
import type { OpenExchange } from '../../exchanges.ts';
import { openNamed } from '../open-named.ts';
import { explainFailure } from '../../failure/explain.ts';
import type { WalletFailure } from '../../failure/failure.ts';
import { purseBeyondLimit } from '../../spend/limits.ts';
import { keepWithinBudget, keptOfPersons, MAX_KEPT_BYTES } from '../../spend/offers-budget.ts';
import { lackingFees } from '../../spend/lacking.ts';
import { selectForPurse } from '../../spend/purse-coins.ts';
import { checkPurse, isAsking } from './peer-purse.ts';
import { arrivesOf } from './peer-quote.ts';
import { noneFits, priceOfWithdrawal } from '../../spend/withdrawal-price.ts';
import { costOf } from '../../coins/selection.ts';

/** The base URL of an exchange the person was asked about, and wants to add. */
export type NewExchange = { readonly newExchange?: string };

type PeerUri = Extract<TalerUri, { readonly action: 'push' | 'pull' }>;
type Offer = Entry<'push-in'> | Entry<'pull-in'>;

/**
 * Reads the contract behind a `pay-push` or `pay-pull` address, compares it with its purse, and says what accepting it
 * would bring or cost. It is written down, so that the same address again is the same offer; nothing is sent but questions.
 */
export const preparePeer = async (
  wallets: Wallets,
  talerUri: string,
  { newExchange }: NewExchange = {},
): Promise<Result<PeerOfferView, WalletFailure>> => {
  const uri = parseTalerUri(talerUri.trim());
  if (!uri.ok) return uri;
  if (uri.value.action !== 'push' && uri.value.action !== 'pull') {
    const got = uri.value.action === 'unsupported' ? uri.value.name : uri.value.action;
    return err({ kind: 'wrong-taler-uri', expected: 'pay-push or pay-pull', got });
  }
  const open = await openForOffer(wallets, uri.value, newExchange);
  if (!open.ok) return open;
  const known = findOffer(wallets, uri.value);
  if (known) {
    const still = await stillOpen(open.value, known);
    return still.ok ? ok(offerView(wallets, open.value.keys, known)) : still;
  }
  if (keptOfPersons(wallets.store, uri.value.exchangeBaseUrl) >= MAX_KEPT_BYTES)
    return err({ kind: 'too-much-kept', url: uri.value.exchangeBaseUrl, what: 'person' });
  const contract = await fetchPeerContract(
    open.value.client,
    crockToBytes(uri.value.contractPriv, 32),
    uri.value.action,
  );
  if (!contract.ok) return contract;
  const sound = await checkAgainstPurse(open.value, contract.value, uri.value.action);
  if (!sound.ok) return sound;
  if (isPast(contract.value.terms.expiration, wallets.world.now())) return err({ kind: 'purse-expired' });
  const written = writeOffer(wallets, open.value.keys, uri.value, contract.value);
  return written.ok ? ok(offerView(wallets, open.value.keys, written.value)) : written;
};

/** A payment may come from an exchange we did not know, which is added once the person has said yes to its very address; an invoice can only be paid where we have money. */
const openForOffer = async (
  wallets: Wallets,
  uri: PeerUri,
  newExchange: string | undefined,
): Promise<Result<OpenExchange, WalletFailure>> => {
  const exchange = uri.exchangeBaseUrl;
  const isListed = wallets.exchanges.list().some(({ baseUrl }) => baseUrl === exchange);
  if (!isListed && uri.action === 'pull') return err({ kind: 'no-money-at-exchange', exchange });
  return openNamed(wallets.exchanges, exchange, newExchange);
};

const findOffer = ({ store }: Wallets, { action, exchangeBaseUrl, contractPriv }: PeerUri): Offer | undefined => {
  const offers: readonly Offer[] = action === 'push' ? store.entries('push-in') : store.entries('pull-in');
  const same = bytesToCrock(crockToBytes(contractPriv, 32));
  return offers.find(({ value }) => value.contract_priv === same && value.exchange === exchangeBaseUrl);
};

/** An offer that was looked at before may have been taken since. */
const stillOpen = async (open: OpenExchange, { kind, id, value }: Offer): Promise<Result<void, WalletFailure>> => {
  if (value.status !== 'offered') return ok(undefined);
  const terms = readPeerTerms(value.terms);
  if (!terms.ok) return terms;
  return checkAgainstPurse(
    open,
    { pursePub: crockToBytes(id, 32), terms: terms.value },
    kind === 'push-in' ? 'push' : 'pull',
  );
};

/** The purse must be open and, for a payment, hold exactly what its contract says. */
const checkAgainstPurse = async (
  { client, keys }: OpenExchange,
  { pursePub, terms }: Omit<OpenedContract, 'mergePriv'>,
  action: 'push' | 'pull',
): Promise<Result<void, WalletFailure>> => {
  if (terms.amount.currency !== keys.currency)
    return err({ kind: 'currency-mismatch', expected: keys.currency, got: terms.amount.currency });
  if (terms.amount.units === 0n) return err({ kind: 'peer-contract-malformed', why: 'amount' });
  const status = await client.purseStatus({ pursePub, waitFor: action === 'push' ? 'deposit' : 'merge' });
  if (!status.ok) return status;
  const { balance, expiration, mergeTimestamp, depositTimestamp } = status.value;
  if (action === 'push') {
    if (mergeTimestamp !== undefined) return err({ kind: 'payment-taken' });
    return checkPurse(terms, { amountText: amountToText(balance), expiration });
  }
  if (depositTimestamp !== undefined) return err({ kind: 'invoice-settled' });
  // What an invoice asks for is told with the answer to a deposit only; its date can be compared now.
  return checkPurse(terms, { amountText: amountToText(terms.amount), expiration });
};

/**
 * Written down under its purse. Who made a purse can put it into any number of contracts, at an exchange of his own, too:
 * another offer of that purse stays what it is, with the coins that are reserved for it.
 */
const writeOffer = (
  wallets: Wallets,
  keys: ExchangeKeys,
  uri: PeerUri,
  contract: OpenedContract,
): Result<Offer, WalletFailure> => {
  const { pursePub, terms, mergePriv } = contract;
  const id = bytesToCrock(pursePub);
  const facts = {
    exchange: keys.baseUrl,
    master_pub: keys.masterPub,
    contract_priv: bytesToCrock(crockToBytes(uri.contractPriv, 32)),
    amount: amountToText(terms.amount),
    terms: terms.raw,
    h_contract: bytesToCrock(terms.hContract),
    purse_expiration: terms.expiration,
    created: msToTimestamp(wallets.world.now()),
    status: 'offered' as const,
  };
  const kind = mergePriv === undefined ? 'pull-in' : 'push-in';
  wallets.store.transaction((tx) => {
    if (tx.entry('pull-in', id) || tx.entry('push-in', id)) return;
    if (mergePriv === undefined) tx.put('pull-in', id, { ...facts, coins: {} });
    else tx.put('push-in', id, { ...facts, merge_priv: bytesToCrock(mergePriv) });
    keepWithinBudget(tx, wallets.world.now(), id);
  });
  const written = wallets.store.entry(kind, id);
  // The same address may have been opened twice at once.
  if (written?.value.exchange !== facts.exchange || written.value.contract_priv !== facts.contract_priv)
    return err({ kind: 'peer-contract-malformed', why: 'purse of another offer' });
  return ok(written);
};

const offerView = (wallets: Wallets, keys: ExchangeKeys, offer: Offer): PeerOfferView => {
  const wanted = amount(offer.value.amount);
  const until = timestampToMs(offer.value.purse_expiration ?? offer.value.created);
  const priced =
    offer.kind === 'push-in' ? priceOfTaking(wallets, keys, wanted) : priceOfPaying(wallets, keys, wanted, until);
  const why = closedBecause(wallets, offer) ?? priced.why;
  const summary = offer.value.terms?.['summary'];
  const text = (units: bigint): string => amountToText({ currency: wanted.currency, units });
  return {
    id: offer.id,
    kind: offer.kind === 'push-in' ? 'push' : 'pull',
    exchange: offer.value.exchange,
    summary: typeof summary === 'string' ? plainText(summary) : '',
    amount: offer.value.amount,
    fees: text(priced.fees),
    total: text(offer.kind === 'push-in' ? wanted.units - priced.fees : wanted.units + priced.fees),
    ...(offer.kind === 'pull-in' ? { arrives: text(arrivesOf(keys, wanted, wallets.world.now())) } : {}),
    expiresAt: until,
    ...(isOwn(wallets, offer) ? { own: true as const } : {}),
    possible: why === undefined,
    ...(why === undefined ? {} : { why: explainFailure(why) }),
  };
};

/** Whether this wallet made the purse itself. */
const isOwn = ({ store }: Wallets, { kind, id }: Offer): boolean =>
  store.entry(kind === 'push-in' ? 'push-out' : 'pull-out', id) !== undefined;

type Priced = { readonly fees: bigint; readonly why?: WalletFailure };

/** Withdraw fees, and a rest that no coin fits. */
const priceOfTaking = ({ world }: Wallets, keys: ExchangeKeys, wanted: Amount): Priced => {
  const { fees, arrives } = priceOfWithdrawal(keys, wanted, world.now());
  const { units } = fees;
  const beyond = purseBeyondLimit(keys, wanted);
  if (beyond) return { fees: units, why: beyond };
  return arrives.units === 0n ? { fees: units, why: noneFits(world, keys) } : { fees: units };
};

const priceOfPaying = (wallets: Wallets, keys: ExchangeKeys, wanted: Amount, untilMs: number): Priced => {
  const chosen = selectForPurse(wallets, wallets.store, keys, { wanted, untilMs });
  return chosen.ok ? { fees: costOf(chosen.value) } : { fees: lackingFees(chosen.error), why: chosen.error };
};

const closedBecause = ({ world }: Wallets, { value }: Offer): WalletFailure | undefined => {
  const { status, why, purse_expiration: until } = value;
  if (status !== 'offered' && !('coins' in value && isAsking(value)))
    return { kind: 'peer-closed', status, ...(why === undefined ? {} : { why }) };
  return until !== undefined && isPast(until, world.now()) ? { kind: 'purse-expired' } : undefined;
};
