// SPDX-License-Identifier: GPL-3.0-or-later
import { concatBytes, u32 } from '../bytes/encodings.ts';

/** Number of every signature purpose we make or verify (registry of GNUnet signature purposes). */
export const PURPOSE = {
  MASTER_SIGNING_KEY_REVOKED: 1020,
  MASTER_GLOBAL_FEES: 1022,
  MASTER_SIGNING_KEY_VALIDITY: 1024,
  MASTER_DENOMINATION_KEY_VALIDITY: 1025,
  MASTER_WIRE_FEES: 1028,
  MASTER_DENOMINATION_KEY_REVOKED: 1029,
  MASTER_WIRE_DETAILS: 1030,
  EXCHANGE_CONFIRM_DEPOSIT: 1033,
  EXCHANGE_CONFIRM_MELT: 1034,
  EXCHANGE_KEY_SET: 1035,
  EXCHANGE_CONFIRM_WIRE: 1036,
  EXCHANGE_CONFIRM_WIRE_DEPOSIT: 1037,
  EXCHANGE_CONFIRM_REFUND: 1038,
  EXCHANGE_CONFIRM_RECOUP: 1039,
  EXCHANGE_RESERVE_CLOSED: 1040,
  EXCHANGE_CONFIRM_RECOUP_REFRESH: 1041,
  EXCHANGE_AFFIRM_DENOM_UNKNOWN: 1042,
  EXCHANGE_AFFIRM_DENOM_EXPIRED: 1043,
  EXCHANGE_CONFIRM_PURSE_CREATION: 1045,
  EXCHANGE_CONFIRM_PURSE_MERGED: 1046,
  EXCHANGE_PURSE_STATUS: 1047,
  EXCHANGE_CONFIRM_PURSE_REFUND: 1049,
  AUDITOR_EXCHANGE_KEYS: 1064,
  MERCHANT_CONTRACT: 1101,
  MERCHANT_REFUND: 1102,
  MERCHANT_TRACK_TRANSACTION: 1103,
  MERCHANT_PAYMENT_OK: 1104,
  WALLET_RESERVE_WITHDRAW: 1200,
  WALLET_COIN_DEPOSIT: 1201,
  WALLET_COIN_MELT: 1202,
  WALLET_COIN_RECOUP: 1203,
  WALLET_COIN_LINK: 1204,
  WALLET_ACCOUNT_SETUP: 1205,
  WALLET_COIN_RECOUP_REFRESH: 1206,
  WALLET_AGE_ATTESTATION: 1207,
  WALLET_RESERVE_HISTORY: 1208,
  WALLET_COIN_HISTORY: 1209,
  WALLET_PURSE_CREATE: 1210,
  WALLET_PURSE_DEPOSIT: 1211,
  WALLET_PURSE_MERGE: 1213,
  WALLET_ACCOUNT_MERGE: 1214,
  WALLET_RESERVE_CLOSE: 1215,
  WALLET_PURSE_ECONTRACT: 1216,
  WALLET_RESERVE_OPEN: 1217,
  WALLET_RESERVE_OPEN_DEPOSIT: 1218,
  WALLET_PURSE_DELETE: 1220,
  /** recollection: never met a server (PROTOCOL.md#not-verified); a wrong number costs a link, not money */
  KYC_AUTH: 1360,
  ANASTASIS_POLICY_UPLOAD: 1400,
  SYNC_BACKUP_UPLOAD: 1450,
} as const;

/** The bytes that a Taler signature covers: total length, purpose, payload. */
export const purposeBlock = (purpose: number, ...payload: readonly Uint8Array[]): Uint8Array => {
  const body = concatBytes(...payload);
  return concatBytes(u32(8 + body.length), u32(purpose), body);
};

/** A field of fixed length; another length would shift every later field, so it is a defect and throws. */
export const field = (bytes: Uint8Array, length: 16 | 32 | 64): Uint8Array => {
  if (bytes.length !== length) throw new Error(`defect: a signed field has ${bytes.length} bytes instead of ${length}`);
  return bytes;
};

/** What a field holds where the protocol has a hash but the value does not exist. */
export const ZERO32 = new Uint8Array(32);
/** As `ZERO32`, for 64-byte fields. */
export const ZERO64 = new Uint8Array(64);
