// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText, isZero, type Amount } from '../../../shared/amount.ts';
import type { Timestamp } from '../../../shared/time.ts';
import { bytesToCrock, crockToBytes } from '../../taler/bytes/encodings.ts';
import { keySetBlock } from '../../taler/purposes/exchange.ts';
import {
  masterDenominationBlock,
  masterGlobalFeesBlock,
  masterSigningKeyBlock,
  masterWireDetailsBlock,
  masterWireFeesBlock,
} from '../../taler/purposes/master.ts';
import type { Fault } from '../faults.ts';
import type { Denomination } from './denominations.ts';
import { DAY_MS } from './legitimization.ts';
import type { ExchangeAccountSpec, ExchangeRoom } from './room.ts';

/** libtool triple that each generation announces */
export const VERSION = { v17: '17:0:0', v23: '23:0:6', v32: '35:0:3' } as const;
/** the only wire method of play money */
export const WIRE_METHOD = 'x-taler-bank';
const HISTORY_EXPIRATION_US = 365 * 24 * 3600 * 1_000_000;
const RESERVE_CLOSING_US = 28 * 24 * 3600 * 1_000_000;

/** The whole /keys document of this moment; `wrong` names master signatures that are to be false. */
export const keysDocument = (room: ExchangeRoom, wrong: Fault['badMasterSignature']) => {
  const sign = signer(room, wrong);
  const { groups, masterSigs, newest } = denominationGroups(room, sign);
  const listIssueDate = seconds(newest);
  const sum = (text: string): string => `${room.currency}:${text}`;
  const v23 = room.generation === 'v23';
  return {
    version: VERSION[room.v32 ? 'v32' : room.generation],
    base_url: room.baseUrl(),
    currency: room.currency,
    ...(v23 ? { currency_specification: room.specification, ...limitLists(room) } : { currency_fraction_digits: 2 }),
    stefan_abs: sum('0.05'),
    stefan_log: sum('0.02'),
    stefan_lin: v23 ? 0 : sum('0'),
    asset_type: 'fiat',
    rewards_allowed: !v23,
    master_public_key: bytesToCrock(room.masterPub),
    reserve_closing_delay: { d_us: RESERVE_CLOSING_US },
    signkeys: room.signkeys.all().map((key) => {
      const stamps = {
        stamp_start: seconds(key.start),
        stamp_expire: seconds(key.expire),
        stamp_end: seconds(key.end),
      };
      const block = masterSigningKeyBlock({
        stampStart: stamps.stamp_start,
        stampExpire: stamps.stamp_expire,
        stampEnd: stamps.stamp_end,
        key: crockToBytes(key.pub, 32),
      });
      return { ...stamps, master_sig: sign('signkeys', block), key: key.pub };
    }),
    recoup: room.denominations
      .all()
      .filter((each) => each.revoked)
      .map((each) => ({ h_denom_pub: each.hash })),
    wads: [],
    accounts: (room.accounts ?? [{ payto: room.accountPayto() }]).map((each) => account(room, sign, each)),
    wire_fees: { [WIRE_METHOD]: years(room).map((year) => wireFee(room, year, sign)) },
    denominations: groups,
    auditors: [],
    global_fees: years(room).map((year) => globalFee(room, year, sign)),
    list_issue_date: listIssueDate,
    ...(v23 ? { tiny_amount: sum('0.01') } : {}),
    ...room.signkeys.confirm(
      keySetBlock({ listIssueDate, masterSigs: masterSigs.map((sig) => crockToBytes(sig, 64)) }),
    ),
  };
};

/** Hard rules, and the operations that need an answer before the first coin (v23); other soft rules are told to their account only. */
const limitLists = (room: ExchangeRoom) => ({
  hard_limits: room.limits
    .filter(({ hard }) => hard === true)
    .map((rule) => ({
      operation_type: rule.operation,
      timeframe: { d_us: (rule.timeframeMs ?? DAY_MS) * 1000 },
      threshold: text(amount(rule.threshold)),
      soft_limit: false,
    })),
  zero_limits: room.limits
    .filter(({ hard, threshold }) => hard !== true && isZero(amount(threshold)))
    .map(({ operation }) => ({ operation_type: operation })),
  wallet_balance_limit_without_kyc: room.limits
    .filter(({ operation, hard }) => operation === 'BALANCE' && hard !== true)
    .map(({ threshold }) => text(amount(threshold))),
});

export type KeysDocument = ReturnType<typeof keysDocument>;

type Kind = NonNullable<Fault['badMasterSignature']>;
type Sign = (kind: Kind, block: Uint8Array) => string;

/** Signs with the master key; for the kind that is to be wrong, something else. */
const signer =
  ({ masterSign }: ExchangeRoom, wrong: Fault['badMasterSignature']): Sign =>
  (kind, block) =>
    masterSign(kind === wrong ? block.toReversed() : block);

const seconds = (t_s: number): Timestamp => ({ t_s });
const text = (value: Amount): string => amountToText(value);

const denominationGroups = (room: ExchangeRoom, sign: Sign) => {
  const now = Math.floor(room.world.now() / 1000);
  const byGroup = new Map<string, Denomination[]>();
  for (const each of room.denominations.all()) {
    // a revoked key leaves the list; coins of it are known by `recoup`
    if (each.revoked || each.expireDeposit <= now) continue;
    const name = [each.key.cipher, each.value, each.feeWithdraw, each.feeDeposit, each.feeRefresh, each.feeRefund]
      .map((part) => (typeof part === 'string' ? part : text(part)))
      .join(' ');
    byGroup.set(name, [...(byGroup.get(name) ?? []), each]);
  }
  const masterSigs: string[] = [];
  const groups = [...byGroup.values()].map((members) => {
    const denoms = members.map((each) => denominationEntry(room, each, sign));
    masterSigs.push(...denoms.map((each) => each.master_sig));
    const [first] = members;
    if (!first) throw new Error('defect: an empty group');
    return {
      cipher: first.key.cipher,
      denoms,
      fee_withdraw: text(first.feeWithdraw),
      fee_deposit: text(first.feeDeposit),
      fee_refresh: text(first.feeRefresh),
      fee_refund: text(first.feeRefund),
      value: text(first.value),
    };
  });
  // the list is as new as the youngest key that is valid already; future keys are announced without making it newer
  const newest = Math.max(
    0,
    ...room.denominations
      .all()
      .map((each) => each.start)
      .filter((start) => start <= now),
  );
  return { groups, masterSigs, newest };
};

const denominationEntry = (room: ExchangeRoom, each: Denomination, sign: Sign) => {
  const stamps = {
    stamp_start: seconds(each.start),
    stamp_expire_withdraw: seconds(each.expireWithdraw),
    stamp_expire_deposit: seconds(each.expireDeposit),
    stamp_expire_legal: seconds(each.expireLegal),
  };
  const block = masterDenominationBlock({
    masterPub: room.masterPub,
    stampStart: stamps.stamp_start,
    stampExpireWithdraw: stamps.stamp_expire_withdraw,
    stampExpireDeposit: stamps.stamp_expire_deposit,
    stampExpireLegal: stamps.stamp_expire_legal,
    value: each.value,
    feeWithdraw: each.feeWithdraw,
    feeDeposit: each.feeDeposit,
    feeRefresh: each.feeRefresh,
    feeRefund: each.feeRefund,
    denominationHash: each.hashBytes,
  });
  const pub =
    each.key.cipher === 'RSA'
      ? { rsa_pub: bytesToCrock(each.key.key.encoded), cs_pub: undefined }
      : { rsa_pub: undefined, cs_pub: bytesToCrock(each.key.point) };
  return { master_sig: sign('denominations', block), ...stamps, ...(each.lost ? { lost: true } : {}), ...pub };
};

const account = (room: ExchangeRoom, sign: Sign, { payto, ...more }: ExchangeAccountSpec) => {
  const { conversionUrl, debitRestrictions = [], creditRestrictions = [], priority = 0, bankLabel } = more;
  const block = masterWireDetailsBlock({
    payto,
    debitRestrictions,
    creditRestrictions,
    ...(conversionUrl === undefined ? {} : { conversionUrl }),
  });
  return {
    payto_uri: payto,
    ...(conversionUrl === undefined ? {} : { conversion_url: conversionUrl }),
    ...(room.generation === 'v23' ? { priority } : {}),
    ...(bankLabel === undefined ? {} : { bank_label: bankLabel }),
    debit_restrictions: debitRestrictions,
    credit_restrictions: creditRestrictions,
    master_sig: sign('accounts', block),
  };
};

type Year = { readonly start: Timestamp; readonly end: Timestamp };

/** Fees hold for calendar years: this one and the next. */
const years = (room: ExchangeRoom): readonly Year[] => {
  const year = new Date(room.world.now()).getUTCFullYear();
  const first = (y: number): Timestamp => seconds(Date.UTC(y) / 1000);
  return [
    { start: first(year), end: first(year + 1) },
    { start: first(year + 1), end: first(year + 2) },
  ];
};

const wireFee = (room: ExchangeRoom, { start, end }: Year, sign: Sign) => {
  const { wireFee: fee, closingFee } = room.fees;
  const block = masterWireFeesBlock({ method: WIRE_METHOD, start, end, wireFee: fee, closingFee });
  return {
    wire_fee: text(fee),
    closing_fee: text(closingFee),
    start_date: start,
    end_date: end,
    sig: sign('wire-fees', block),
  };
};

const globalFee = (room: ExchangeRoom, { start, end }: Year, sign: Sign) => {
  const { historyFee, accountFee, purseFee, purseAccountLimit, purseTimeoutMs } = room.fees;
  const purseTimeout = { d_us: purseTimeoutMs * 1000 };
  const historyExpiration = { d_us: HISTORY_EXPIRATION_US };
  const block = masterGlobalFeesBlock({
    start,
    end,
    purseTimeout,
    historyExpiration,
    historyFee,
    accountFee,
    purseFee,
    purseAccountLimit,
  });
  return {
    start_date: start,
    end_date: end,
    history_fee: text(historyFee),
    account_fee: text(accountFee),
    purse_fee: text(purseFee),
    history_expiration: historyExpiration,
    purse_timeout: purseTimeout,
    purse_account_limit: purseAccountLimit,
    master_sig: sign('global-fees', block),
  };
};
