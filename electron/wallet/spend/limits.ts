// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText, type Amount } from '../../../shared/amount.ts';
import { durationToMs, timestampToMs } from '../../../shared/time.ts';
import type { Reader } from '../../storage/store.ts';
import type { AccountLimit, ExchangeKeys, LimitedOperation } from '../../taler/exchange/keys/model.ts';
import { normalizePayto } from '../../taler/wire/payto.ts';
import type { BoundsFailure } from '../failure/failure-bounds.ts';

// What an exchange says nobody may exceed (`hard_limits`, v23). It is looked at before anything is reserved, so that no
// money gets stuck on the way; what a KYC answer can lift is left to the exchange to ask for (451).

/** The smallest of the limits that hold for such an operation. */
const tightest = (
  { hardLimits }: Pick<ExchangeKeys, 'hardLimits'>,
  operations: readonly LimitedOperation[],
): AccountLimit | undefined =>
  hardLimits
    .filter(({ operation }) => operations.includes(operation))
    .reduce<AccountLimit | undefined>(
      (least, each) => (least === undefined || each.threshold.units < least.threshold.units ? each : least),
      undefined,
    );

/** A purse must fit what one person may take at once; the sender is not known to the exchange. */
const PURSE: readonly LimitedOperation[] = ['MERGE', 'TRANSACTION'];

/** The most one payment between people may be; undefined when there is no limit. */
export const mostPerPurse = (keys: ExchangeKeys): Amount | undefined => tightest(keys, PURSE)?.threshold;

const beyond = (
  keys: ExchangeKeys,
  limit: AccountLimit,
  what: 'withdraw' | 'purse' | 'deposit' | 'hold',
): BoundsFailure => ({
  kind: 'beyond-limit',
  exchange: keys.baseUrl,
  what,
  limit: amountToText(limit.threshold),
  ...(limit.operation === 'TRANSACTION' || limit.operation === 'BALANCE'
    ? {}
    : { withinMs: durationToMs(limit.timeframe) }),
});

/** Why a payment or invoice between people of this sum cannot come about, if it cannot. */
export const purseBeyondLimit = (keys: ExchangeKeys, { units }: Amount): BoundsFailure | undefined => {
  const limit = tightest(keys, PURSE);
  return limit && units > limit.threshold.units ? beyond(keys, limit, 'purse') : undefined;
};

/** Why so much cannot be withdrawn, or not be held at one exchange together with `held`, if it cannot. */
export const withdrawalBeyondLimit = (
  keys: ExchangeKeys,
  { units }: Amount,
  held: bigint,
): BoundsFailure | undefined => {
  const limit = tightest(keys, ['WITHDRAW', 'TRANSACTION']);
  if (limit && units > limit.threshold.units) return beyond(keys, limit, 'withdraw');
  const most = tightest(keys, ['BALANCE']);
  return most && held + units > most.threshold.units ? beyond(keys, most, 'hold') : undefined;
};

/** Why a deposit to this account cannot be paid out, if it cannot: its own sum, or with what this wallet sent there within the time. */
export const depositBeyondLimit = (
  reader: Pick<Reader, 'entries'>,
  keys: ExchangeKeys,
  { units }: Amount,
  to: DepositTo,
): BoundsFailure | undefined => {
  for (const limit of keys.hardLimits) {
    const room = roomForDeposit(reader, keys, limit, to);
    if (room !== undefined && units > room) return beyond(keys, limit, 'deposit');
  }
  return undefined;
};

/** The most one deposit to this account may be now, in units, the transfer's fee included; undefined when there is no limit. */
export const mostPerDeposit = (
  reader: Pick<Reader, 'entries'>,
  keys: ExchangeKeys,
  to: DepositTo,
): bigint | undefined =>
  keys.hardLimits.reduce<bigint | undefined>((least, limit) => {
    const room = roomForDeposit(reader, keys, limit, to);
    return room === undefined || (least !== undefined && least < room) ? least : room;
  }, undefined);

type DepositTo = { readonly payto: string; readonly nowMs: number };

/** What one limit leaves for a deposit, in units, less what went to the account within its time; undefined for a limit on something else. */
const roomForDeposit = (
  reader: Pick<Reader, 'entries'>,
  keys: ExchangeKeys,
  limit: AccountLimit,
  { payto, nowMs }: DepositTo,
): bigint | undefined => {
  if (limit.operation === 'TRANSACTION') return limit.threshold.units;
  if (limit.operation !== 'DEPOSIT' && limit.operation !== 'AGGREGATE') return undefined;
  const account = normalizePayto(payto);
  const since = nowMs - durationToMs(limit.timeframe);
  const before = reader.entries('deposit').reduce((sum, { value }) => {
    const counts = value.status !== 'aborted' && value.status !== 'failed' && timestampToMs(value.created) > since;
    const same = value.exchange === keys.baseUrl && normalizePayto(value.payto) === account;
    return counts && same ? sum + amount(value.amount).units : sum;
  }, 0n);
  return limit.threshold.units > before ? limit.threshold.units - before : 0n;
};
