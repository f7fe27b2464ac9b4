// SPDX-License-Identifier: GPL-3.0-or-later
import type { Amount } from '../../../shared/amount.ts';
import { msToTimestamp, type Timestamp } from '../../../shared/time.ts';
import type { LimitedOperation } from '../../taler/exchange/keys/model.ts';
import type { Bell } from '../bell.ts';
import type { SandboxWorld } from '../clock.ts';
import type { Signer } from '../signer.ts';
import type { Store } from '../store.ts';
import type { DenominationBook } from './denominations.ts';
import type { SigningKeys } from './signkeys.ts';
import type { SandboxTerms } from './terms.ts';

/** The shapes of the wire that the sandbox speaks: exchange 0.9.3 (17:0:0), 0.14.1 (23:0:6), an older one, and v32 as it was read and never met. */
export const GENERATIONS = ['v14', 'v17', 'v23', 'v32'] as const;
export type Generation = (typeof GENERATIONS)[number];

/** What a new exchange speaks unless something else is wanted: as those of today. */
export const USUAL_GENERATION: Generation = 'v32';

/** The generation of that name, as a person types it. */
export const readGeneration = (text: string): Generation => {
  const found = GENERATIONS.find((each) => each === text);
  if (found === undefined) throw new Error(`no such exchange generation: ${text}`);
  return found;
};

/** Fees that do not belong to a denomination. */
export type ExchangeFees = {
  readonly wireFee: Amount;
  readonly closingFee: Amount;
  readonly historyFee: Amount;
  readonly accountFee: Amount;
  readonly purseFee: Amount;
  readonly purseAccountLimit: number;
  readonly purseTimeoutMs: number;
};

/**
 * At most `threshold` (an amount text; 0 forbids the operation) within the timeframe, for every account alike; the words are
 * those of `operation_type` in `/keys`.
 */
export type LimitSpec = {
  readonly operation: LimitedOperation;
  readonly threshold: string;
  /** a day when left out */
  readonly timeframeMs?: number;
  /** no answer lifts it */
  readonly hard?: boolean;
};

/** A bank account of an exchange as it publishes it; money comes by the sandbox's own bank to the usual one alone. */
export type ExchangeAccountSpec = {
  readonly payto: string;
  readonly conversionUrl?: string;
  readonly debitRestrictions?: readonly unknown[];
  readonly creditRestrictions?: readonly unknown[];
  readonly priority?: number;
  readonly bankLabel?: string;
};

/** What every part of an exchange works with. */
export type ExchangeRoom = {
  /** v14 behaves as v17 wherever `v14` does not say otherwise, v32 as v23 wherever `v32` does not */
  readonly generation: 'v17' | 'v23';
  readonly v14: boolean;
  readonly v32: boolean;
  readonly currency: string;
  readonly world: SandboxWorld;
  readonly store: Store;
  readonly fees: ExchangeFees;
  /** for every account alike; none unless a test or a player wants them */
  readonly limits: readonly LimitSpec[];
  /** those it publishes in place of its own */
  readonly accounts: readonly ExchangeAccountSpec[] | undefined;
  /** how its currency is written (v23) */
  readonly specification: unknown;
  /** undefined: none were set up */
  readonly terms: SandboxTerms | undefined;
  /** signs with the offline master key */
  readonly masterSign: Signer;
  readonly masterPub: Uint8Array;
  readonly denominations: DenominationBook;
  readonly signkeys: SigningKeys;
  /** rung after every change a long poll may wait for */
  readonly bell: Bell;
  readonly baseUrl: () => string;
  /** the payto of the exchange's own bank account */
  readonly accountPayto: () => string;
  /** sends money from the exchange's account */
  readonly payOut: (toPayto: string, amountText: string, subject: string) => void;
};

/** The sandbox's present as a Taler timestamp. */
export const nowStamp = (room: Pick<ExchangeRoom, 'world'>): Timestamp => msToTimestamp(room.world.now());

/** Real exchanges number all their histories together, so no history ever begins at 1. */
const startNumbering = (table: string): string =>
  `INSERT INTO sqlite_sequence (name, seq) SELECT '${table}', 40 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = '${table}');`;

/** The tables of an exchange. Amounts and keys are text as on the wire; histories are kept as the JSON that will be served. */
export const EXCHANGE_SCHEMA = `
CREATE TABLE IF NOT EXISTS signkey (pub TEXT PRIMARY KEY, seed TEXT NOT NULL, start INTEGER NOT NULL, expire INTEGER NOT NULL, ends INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS denomination (hash TEXT PRIMARY KEY, slot INTEGER NOT NULL, cipher TEXT NOT NULL, private BLOB NOT NULL, value TEXT NOT NULL,
  fee_withdraw TEXT NOT NULL, fee_deposit TEXT NOT NULL, fee_refresh TEXT NOT NULL, fee_refund TEXT NOT NULL,
  start INTEGER NOT NULL, expire_withdraw INTEGER NOT NULL, expire_deposit INTEGER NOT NULL, expire_legal INTEGER NOT NULL,
  revoked INTEGER NOT NULL DEFAULT 0, lost INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE IF NOT EXISTS reserve (pub TEXT PRIMARY KEY, balance TEXT NOT NULL, origin TEXT, expiration INTEGER NOT NULL,
  purses_allowed INTEGER NOT NULL DEFAULT 0, purses_open INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE IF NOT EXISTS reserve_event (id INTEGER PRIMARY KEY AUTOINCREMENT, reserve_pub TEXT NOT NULL, json TEXT NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS reserve_event_by_reserve ON reserve_event (reserve_pub, id);
CREATE TABLE IF NOT EXISTS coin (pub TEXT PRIMARY KEY, denom_hash TEXT NOT NULL, remaining TEXT NOT NULL, denom_sig TEXT NOT NULL, zombie INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE IF NOT EXISTS coin_event (id INTEGER PRIMARY KEY AUTOINCREMENT, coin_pub TEXT NOT NULL, json TEXT NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS coin_event_by_coin ON coin_event (coin_pub, id);
CREATE TABLE IF NOT EXISTS withdrawal (h_coin_ev TEXT PRIMARY KEY, reserve_pub TEXT NOT NULL, denom_hash TEXT NOT NULL, ev_sig TEXT NOT NULL, cs_nonce TEXT) STRICT;
CREATE UNIQUE INDEX IF NOT EXISTS withdrawal_by_nonce ON withdrawal (denom_hash, cs_nonce) WHERE cs_nonce IS NOT NULL;
CREATE TABLE IF NOT EXISTS deposit (id INTEGER PRIMARY KEY, coin_pub TEXT NOT NULL, denom_hash TEXT NOT NULL, merchant_pub TEXT NOT NULL, h_contract TEXT NOT NULL,
  h_wire TEXT NOT NULL, payto TEXT NOT NULL, contribution TEXT NOT NULL, fee TEXT NOT NULL, timestamp INTEGER NOT NULL,
  wire_deadline INTEGER NOT NULL, wtid TEXT) STRICT;
CREATE INDEX IF NOT EXISTS deposit_by_contract ON deposit (merchant_pub, h_contract);
CREATE INDEX IF NOT EXISTS deposit_by_coin ON deposit (coin_pub, merchant_pub, h_contract);
CREATE INDEX IF NOT EXISTS deposit_by_deadline ON deposit (wire_deadline) WHERE wtid IS NULL;
CREATE TABLE IF NOT EXISTS transfer (wtid TEXT PRIMARY KEY, merchant_pub TEXT NOT NULL, payto TEXT NOT NULL, total TEXT NOT NULL, wire_fee TEXT NOT NULL, execution INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS refund (coin_pub TEXT NOT NULL, merchant_pub TEXT NOT NULL, h_contract TEXT NOT NULL, rtransaction_id TEXT NOT NULL, amount TEXT NOT NULL,
  PRIMARY KEY (coin_pub, merchant_pub, h_contract, rtransaction_id)) STRICT;
CREATE TABLE IF NOT EXISTS melt (rc TEXT PRIMARY KEY, coin_pub TEXT NOT NULL, value_with_fee TEXT NOT NULL, noreveal INTEGER NOT NULL, rms TEXT, transfer_pub TEXT) STRICT;
CREATE INDEX IF NOT EXISTS melt_by_coin ON melt (coin_pub);
CREATE TABLE IF NOT EXISTS fresh_coin (rc TEXT NOT NULL, idx INTEGER NOT NULL, h_coin_ev TEXT NOT NULL, denom_hash TEXT NOT NULL, ev_sig TEXT NOT NULL,
  link_sig TEXT NOT NULL, ewv TEXT NOT NULL, cs_nonce TEXT, PRIMARY KEY (rc, idx)) STRICT;
CREATE INDEX IF NOT EXISTS fresh_coin_by_envelope ON fresh_coin (h_coin_ev);
CREATE TABLE IF NOT EXISTS withdraw_request (h_planchets TEXT PRIMARY KEY, reserve_pub TEXT NOT NULL, sigs TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS session (rc TEXT PRIMARY KEY, coin_pub TEXT NOT NULL, value TEXT NOT NULL, seed TEXT NOT NULL, denoms TEXT NOT NULL, transfer_pubs TEXT NOT NULL, gamma INTEGER NOT NULL,
  h_planchets TEXT NOT NULL, sigs TEXT NOT NULL, event_id INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS recoup (coin_pub TEXT NOT NULL, kind TEXT NOT NULL, target TEXT NOT NULL, PRIMARY KEY (coin_pub, kind)) STRICT;
CREATE TABLE IF NOT EXISTS purse (pub TEXT PRIMARY KEY, kind TEXT NOT NULL, merge_pub TEXT NOT NULL, expiration INTEGER NOT NULL, amount TEXT NOT NULL, h_contract TEXT NOT NULL,
  min_age INTEGER NOT NULL, purse_sig TEXT NOT NULL, balance TEXT NOT NULL, created INTEGER NOT NULL, reserve_pub TEXT, merge_timestamp INTEGER, merge_sig TEXT, reserve_sig TEXT,
  flags INTEGER NOT NULL, purse_fee TEXT NOT NULL, state TEXT NOT NULL, deleted_at INTEGER) STRICT;
CREATE INDEX IF NOT EXISTS purse_by_expiration ON purse (expiration) WHERE state = 'open';
CREATE TABLE IF NOT EXISTS purse_deposit (purse_pub TEXT NOT NULL, coin_pub TEXT NOT NULL, amount TEXT NOT NULL, fee TEXT NOT NULL, refund_fee TEXT NOT NULL,
  event_id INTEGER NOT NULL, PRIMARY KEY (purse_pub, coin_pub)) STRICT;
CREATE TABLE IF NOT EXISTS contract (contract_pub TEXT PRIMARY KEY, purse_pub TEXT NOT NULL UNIQUE, econtract TEXT NOT NULL, econtract_sig TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS kyc_account (row INTEGER PRIMARY KEY AUTOINCREMENT, h_payto TEXT NOT NULL UNIQUE, payto TEXT NOT NULL, account_pub TEXT, token TEXT NOT NULL UNIQUE,
  passed INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE IF NOT EXISTS kyc_use (id INTEGER PRIMARY KEY, h_payto TEXT NOT NULL, operation TEXT NOT NULL, amount TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS kyc_use_by_account ON kyc_use (h_payto, operation, at);
CREATE TABLE IF NOT EXISTS closing (id INTEGER PRIMARY KEY, reserve_pub TEXT NOT NULL, payto TEXT NOT NULL, due INTEGER NOT NULL, done INTEGER NOT NULL DEFAULT 0) STRICT;
${['coin_event', 'reserve_event'].map(startNumbering).join('\n')}`;
