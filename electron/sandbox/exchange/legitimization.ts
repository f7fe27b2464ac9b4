// SPDX-License-Identifier: GPL-3.0-or-later
import { addAmounts, amount, amountToText, compareAmounts, zeroAmount, type Amount } from '../../../shared/amount.ts';
import { bytesToCrock } from '../../taler/bytes/encodings.ts';
import type { LimitedOperation } from '../../taler/exchange/keys/model.ts';
import { hashPayto } from '../../taler/crypto/hash.ts';
import { normalizePayto } from '../../taler/wire/payto.ts';
import { errorReply, type Reply } from '../reply.ts';
import type { ExchangeRoom, LimitSpec } from './room.ts';

// What an exchange wants to know about people, as a list of rules per kind of operation. A soft rule is lifted by an answer
// (KYC), a hard one by nothing. Shapes: PROTOCOL.md#withdrawal (read, never recorded), the public pages on /kyc-check (v21).

export const DAY_MS = 24 * 3600 * 1000;

export type AccountRow = {
  row: number;
  h_payto: string;
  account_pub: string | null;
  token: string;
  passed: number;
};

type Deed = {
  readonly operation: LimitedOperation;
  readonly payto: string;
  readonly sum: Amount;
  /** whose key signs for the account, where the operation itself tells */
  readonly accountPub?: string;
};

/** v23 knows an account by its payto without the query, v17 by the whole (PROTOCOL.md#payto-uris). */
export const accountHash = (room: ExchangeRoom, payto: string): string =>
  bytesToCrock(hashPayto(room.generation === 'v23' ? normalizePayto(payto) : payto));

/** 451 when a rule stands against it. Otherwise it is undefined, and `recordDeed` must follow once it is done. */
export const legitimize = (
  room: ExchangeRoom,
  deed: Deed,
  broken: readonly LimitSpec[] = brokenRules(room, deed),
): Reply | undefined => {
  if (broken.length === 0) return undefined;
  const account = openAccount(room, deed.payto);
  if (account.passed === 1 && !broken.some(({ hard }) => hard === true)) return undefined;
  const known = account.account_pub ?? reserveKeyOf(room, deed.payto);
  const accountPub = deed.accountPub ?? known;
  return errorReply(451, 1028, {
    h_payto: account.h_payto,
    requirement_row: account.row,
    ...(room.generation === 'v23'
      ? {
          ...(accountPub === undefined ? {} : { account_pub: accountPub }),
          bad_kyc_auth: deed.operation === 'DEPOSIT' && known === undefined,
        }
      : {}),
  });
};

/** Counts what was done towards the limits of its account. */
export const recordDeed = (room: ExchangeRoom, { operation, payto, sum }: Deed): void => {
  if (room.limits.length === 0) return;
  room.store.run(
    'INSERT INTO kyc_use VALUES (NULL, ?, ?, ?, ?)',
    accountHash(room, payto),
    operation,
    amountToText(sum),
    room.world.now(),
  );
};

/** What tracking says of a payout that a rule holds up (`kyc_ok` false); undefined when it may go. */
export const payoutHeldUp = (room: ExchangeRoom, payto: string, sum: Amount): AccountRow | undefined => {
  const broken = brokenRules(room, { operation: 'AGGREGATE', payto, sum });
  if (broken.length === 0) return undefined;
  const account = openAccount(room, payto);
  return account.passed === 1 && !broken.some(({ hard }) => hard === true) ? undefined : account;
};

const brokenRules = (room: ExchangeRoom, { operation, payto, sum }: Deed): readonly LimitSpec[] =>
  room.limits.filter((rule) => {
    if (rule.operation !== operation) return false;
    const since = room.world.now() - (rule.timeframeMs ?? DAY_MS);
    const before = room.store.all<{ amount: string }>(
      'SELECT amount FROM kyc_use WHERE h_payto = ? AND operation = ? AND at > ?',
      accountHash(room, payto),
      operation,
      since,
    );
    const total = before.reduce(
      (all, each) => addAmounts(all, amount(each.amount)),
      addAmounts(zeroAmount(room.currency), sum),
    );
    return compareAmounts(total, amount(rule.threshold)) > 0;
  });

/** The account of that payto, numbered and given a token when it is first asked about. */
const openAccount = (room: ExchangeRoom, payto: string): AccountRow => {
  const hash = accountHash(room, payto);
  room.store.run(
    'INSERT OR IGNORE INTO kyc_account (h_payto, payto, token) VALUES (?, ?, ?)',
    hash,
    payto,
    bytesToCrock(room.world.randomBytes(32)),
  );
  const row = findAccount(room, hash);
  if (!row) throw new Error('defect: an account was not written');
  return row;
};

/** The account under that hash, if it was ever asked about. */
export const findAccount = (room: ExchangeRoom, hash: string): AccountRow | undefined =>
  room.store.one<AccountRow>('SELECT * FROM kyc_account WHERE h_payto = ?', hash);

/** The key of the reserve that was last filled from this account: its owner may answer for the account too. */
export const reserveKeyOf = (room: ExchangeRoom, payto: string): string | undefined => {
  const own = /^payto:\/\/taler-reserve(?:-http)?\/.*\/([0-9A-Z]{52})$/.exec(payto)?.[1];
  if (own !== undefined) return own;
  return room.store
    .all<{ pub: string; origin: string }>(
      'SELECT pub, origin FROM reserve WHERE origin IS NOT NULL ORDER BY rowid DESC',
    )
    .find(({ origin }) => normalizePayto(origin) === normalizePayto(payto))?.pub;
};
