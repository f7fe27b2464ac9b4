// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import {
  address,
  amountText,
  count,
  crock,
  crockText,
  currency,
  json,
  type Plain,
  rawObject,
  selection,
  text,
  timestamp,
  word,
} from './field.ts';
import { isCommitted } from './commitment.ts';
import { idFits } from './entry-id.ts';
import { gone, tombstone } from './gone-entry.ts';
import { CONTRIBUTION, given } from './given.ts';
import { OUTSIDE, outside, reserve, withdrawal, WITHDRAWAL_STATUS } from './withdrawal-entry.ts';
import { deposit, dropped, FLOW_STATUS, pullIn, pullOut, pushIn, pushOut, refund } from './flow-entry.ts';

export { coinId, exchangeId, parseCoinId } from './entry-id.ts';
export { OUTSIDE };

/** One fact that must survive: `clock` is hybrid-logical-clock text (`clock.ts`), equal for all entries of one transaction. */
export type Entry<K extends Kind = Kind> = K extends Kind
  ? { readonly kind: K; readonly id: string; readonly clock: string; readonly value: ValueByKind[K] }
  : never;

/** An entry as it travels: any kind, any JSON value. `quarantined` marks one whose clock was too far ahead for the wallet that carries it. */
export type CarriedEntry = {
  readonly kind: string;
  readonly id: string;
  readonly clock: string;
  readonly value: unknown;
  readonly quarantined?: true;
};

export type Kind = keyof typeof schemaByKind;
export type ValueByKind = { readonly [K in Kind]: Plain<z.infer<(typeof schemaByKind)[K]>> };

export type Device = ValueByKind['device'];
export type ProviderEntry = ValueByKind['provider'];
export type ExchangeEntry = ValueByKind['exchange'];
export type Withdrawal = ValueByKind['withdrawal'];
export type WithdrawalOrigin = Withdrawal['origin'];
export type Batch = Withdrawal['batches'][string];
export type Refresh = ValueByKind['refresh'];
export type Coin = ValueByKind['coin'];
export type Purchase = ValueByKind['purchase'];
export type Contribution = Purchase['coins'][string];

/** The order in which each status moves; a copy further right wins. Words of newer wallets rank just before the last. */
export const STATUS = {
  device: ['active', 'leaving', 'abandoned', 'taken-over'],
  ...WITHDRAWAL_STATUS,
  refresh: ['planned', 'melted', 'failed', 'done'],
  coin: ['fresh', 'in-use', 'spent'],
  purchase: ['claiming', 'offered', 'paying', 'aborted', 'failed', 'paid'],
  contribution: CONTRIBUTION,
  ...FLOW_STATUS,
} as const;

/**
 * The highest epoch: a device that claims one past it gets this one (`standing.ts`), so that nobody who once had the secret can
 * write one that no honest device can pass. No wallet is restored a thousand million times.
 */
export const MAX_EPOCH = 1_000_000_000;

/** id = device id. `epoch` only grows; `last_clock` is the clock of the last transaction in which this device itself changed something. */
const device = z.looseObject({
  epoch: count.max(MAX_EPOCH),
  status: word(STATUS.device),
  name: text.exactOptional(),
  /** the clock under which it was named anew; the later name counts */
  name_clock: text.exactOptional(),
  last_clock: text.exactOptional(),
});

/** id = canonical base URL, or `holdfast+folder:ID`; its kind is one of `backup/providers/kinds.ts` or a newer wallet's. One register: last writer wins, removal wins at equal clocks. */
const provider = z.looseObject({
  name: text,
  provider_kind: z.string().min(1).max(64),
  removed: z.boolean(),
  /** what the person agreed that a year may cost, with what paying it costs; what `agreed_orders` have cost was before that. `max_fee` is an older wallet's */
  max_total: amountText.exactOptional(),
  agreed_orders: z.array(text).max(64).exactOptional(),
  max_fee: amountText.exactOptional(),
  annual_fee: amountText.exactOptional(),
  paid_until: timestamp.exactOptional(),
  liability: amountText.exactOptional(),
  storage_limit_mb: count.exactOptional(),
  /** where the folder was last seen; no identity */
  directory: text.exactOptional(),
});

/** id = `exchangeId(baseUrl, masterPub)`; another master key for the same URL is another entry. Each of `fields` is a register of its own (`withField`). */
const exchange = z.looseObject({
  base_url: address,
  master_pub: crock(32),
  currency,
  fields: z.record(z.string(), z.looseObject({ clock: text, value: json })),
});

/** id = `idOfRefresh`; the refresh session. */
const refresh = z.looseObject({
  exchange: address,
  master_pub: crock(32),
  old_coin: text,
  /** public key of the old coin, by which `old_priv` is known to be the right one */
  old_coin_pub: crock(32).exactOptional(),
  seed: crock(64),
  /** how the new coins follow from seed and old coin, by number; left out: 1 */
  scheme: count.exactOptional(),
  selection,
  /** value taken from the old coin, fee included */
  melt_amount: amountText,
  fee: amountText,
  reason: word(['change', 'restore', 'expiry', 'refund', 'released', 'recoup']),
  purchase: text.exactOptional(),
  /** present when the session was found by link, with nothing but the old coin: the new coins follow from the old coin's key and this one */
  transfer_pub: crock(32).exactOptional(),
  /** private key of the old coin, once that coin has left: the new ones follow from it without looking further back */
  old_priv: crock(32).exactOptional(),
  /** signature of the old coin, where some copy has closed that coin and its exchange still takes it */
  old_sig: crockText.exactOptional(),
  /** id of the session that this found one turned out to be; this entry and its coins then no longer count */
  same_as: text.exactOptional(),
  /** ids of the refunds whose value goes into the new coins, together with the rest of the old one */
  refunds: z.array(text).exactOptional(),
  created: timestamp,
  noreveal_index: count.exactOptional(),
  /** all such indices that copies disagreed about; one is the exchange's, and the new coins' signatures and later sessions tell which */
  gammas: z.record(z.string(), z.literal(true)).exactOptional(),
  /** these two are one answer of the exchange and join as one */
  exchange_pub: crock(32).exactOptional(),
  exchange_sig: crock(64).exactOptional(),
  without_backup: z.literal(true).exactOptional(),
  outside: outside.exactOptional(),
  status: word(STATUS.refresh),
  why: text.exactOptional(),
});

/**
 * id = `${batch id or refresh id}/${index}`; the keys are derived from that seed and index, never stored.
 * `spent` is final and drops `sig`: while a refund may still come, keep a used-up coin `in-use` with nothing remaining.
 */
const coin = z.looseObject({
  source: word(['withdrawal', 'refresh']),
  /** withdrawal id or refresh id */
  source_id: text,
  exchange: address,
  master_pub: crock(32).exactOptional(),
  h: crock(64),
  v: amountText,
  sig: crockText.exactOptional(),
  /** all signatures this coin came with when copies disagreed, `sig` among them; at most one is the exchange's, and only that one pays */
  sigs: z.record(z.string(), z.literal(true)).exactOptional(),
  status: word(STATUS.coin),
  /** what this wallet believes is left of the coin; of two copies the smaller wins */
  remaining: amountText,
});

/**
 * id = random 16 bytes. `terms`, `merchant_sig`, `h_contract` and `amount` are one answer of the merchant: written together, joined as one.
 * Where the contract leaves a choice (version 1), `amount` comes with `choice`, when it is made.
 */
const purchase = z.looseObject({
  merchant_base_url: address,
  order_id: text,
  session_id: text.exactOptional(),
  claim_token: text.exactOptional(),
  nonce_priv: crock(32),
  /** empty once the order of a provider is paid (it could name orders without end, and hash, amount and id say what was paid), or `closed` */
  terms: rawObject.exactOptional(),
  merchant_sig: crock(64).exactOptional(),
  h_contract: crock(64).exactOptional(),
  amount: amountText.exactOptional(),
  /** its place among the contract's choices; what every coin signs follows from it */
  choice: count.exactOptional(),
  exchange: address.exactOptional(),
  coins: given,
  fees: amountText.exactOptional(),
  /** what it may cost beyond its amount, as its person was shown */
  cost: amountText.exactOptional(),
  status: word(STATUS.purchase),
  pay_sig: crock(64).exactOptional(),
  /** base URL of the provider, when this pays for backup */
  provider: text.exactOptional(),
  /** public key of the account at the provider that this pays for; payments of a wallet that was left here before name another one */
  provider_account: crock(32).exactOptional(),
  /** the payment added a year to an account that already existed */
  provider_renews: z.literal(true).exactOptional(),
  ...dropped,
  created: timestamp,
  /** when its coins were promised to the merchant */
  begun: timestamp.exactOptional(),
  paid_at: timestamp.exactOptional(),
  /** one per refund permission, keyed by coin id and refund transaction */
  refunds: z.record(z.string(), z.looseObject({ amount: amountText })).exactOptional(),
  why: text.exactOptional(),
});

/** id = name. Last writer wins. */
const setting = z.looseObject({ value: json });

/** Every kind this version understands, with the schema of its value; unknown fields pass through. */
export const schemaByKind = {
  device,
  provider,
  exchange,
  reserve,
  withdrawal,
  refresh,
  coin,
  purchase,
  refund,
  deposit,
  'push-out': pushOut,
  'push-in': pushIn,
  'pull-out': pullOut,
  'pull-in': pullIn,
  setting,
  tombstone,
  gone,
} as const;

/** True for a kind this version understands. */
const isKind = (kind: string): kind is Kind => Object.hasOwn(schemaByKind, kind);

/**
 * True for an entry of a kind this version knows whose value or id is beyond what it may be, or whose id is not made of what it says:
 * damaged, or written by somebody who means harm. It is kept apart and named, and joins nothing, so that it can never stand in the way of
 * a good one. Asked of what comes from outside; what is here was asked about when it came.
 */
export const isBeyondBounds = (entry: CarriedEntry): boolean =>
  isKind(entry.kind) && (readEntry(entry) === undefined || !isCommitted(entry.kind, entry.id, entry.value));

/** The entry with its value checked; undefined when the kind is unknown or the value was written in a shape this version cannot read. */
export const readEntry = (entry: CarriedEntry): Entry | undefined => {
  if (!isKind(entry.kind)) return undefined;
  const parsed = schemaByKind[entry.kind].safeParse(entry.value);
  if (!parsed.success || !idFits(entry.kind, entry.id, entry.value)) return undefined;
  // the schema has just established the pairing of kind and value
  return { kind: entry.kind, id: entry.id, clock: entry.clock, value: parsed.data } as unknown as Entry;
};
