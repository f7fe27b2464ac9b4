// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText, zeroAmount } from '../../../../shared/amount.ts';
import { msToTimestamp, type Timestamp } from '../../../../shared/time.ts';
import type { LocalReader, LocalWriter } from '../../../storage/local.ts';
import type { ValueByKind } from '../../../state/entry.ts';
import type { Reader, Tx } from '../../../storage/store.ts';
import type { ExchangeKeys } from '../../../taler/exchange/keys/model.ts';
import { outsideOf, outsideSeeds } from '../../coins/outside.ts';
import type { StepOutcome, Wallets } from '../../context.ts';
import { coinAccount, worthOf } from '../../ledger/account.ts';
import { readUses, type UsesReader } from '../../ledger/uses.ts';
import { newReserveKey } from '../../ledger/reserve.ts';
import { DAY_MS, type Listed } from '../flow.ts';
import { putMergeReserve, withdrawalOfPurse } from './peer-purse.ts';
import { writePush } from './push-out.ts';
import { wholePayments, type WholePayment } from './whole-coins.ts';
import { isRest, reachableRests, spendableCoins, type Whose } from '../../spend/spendable-coins.ts';
import { priceOfWithdrawal } from '../../spend/withdrawal-price.ts';

// Money that somebody outside can reach becomes ours alone by a payment to ourselves: a push-out of whole coins and a push-in of the same
// purse are written in one transaction, and the push-in drives both. Its withdrawal is planchets first like any other.

/** What can be paid to ourselves at one exchange now, and what that costs, withdrawing included (10⁻⁸ of its currency). */
export type ReissuePlan = {
  readonly payments: readonly Payment[];
  readonly total: bigint;
  readonly fees: bigint;
  readonly expiration: Timestamp;
};

/** `drawing`: what making coins of it costs. */
type Payment = WholePayment & { readonly drawing: string };

/** Long enough for a gate that stays closed for a while; coins that end before could come back too late. */
const EXPIRES_MS = 30 * DAY_MS;

/** The plan for the coins that are ours and not ours alone, or for others that can be reached from outside; nothing is written down. */
export const planReissue = (
  wallets: Wallets,
  reader: Pick<Reader, 'coins'> & UsesReader,
  keys: ExchangeKeys,
  which: Whose = (outside) => outside === 'joined',
): ReissuePlan => {
  const nowMs = wallets.world.now();
  const expiration = msToTimestamp(nowMs + EXPIRES_MS);
  const coins = [...spendableCoins(wallets, reader, keys, which), ...reachableRests(wallets, reader, keys, which)];
  const priced = wholePayments(wallets, keys, expiration, coins).map((payment) => ({
    payment,
    drawing: priceOfWithdrawal(keys, payment.wanted, nowMs),
  }));
  const worthOfPayment = worthFor(reader, keys);
  // What no coin fits would only be given away.
  const able = priced.filter(({ drawing }) => drawing.arrives.units > 0n);
  const arrives = able.reduce((sum, { drawing }) => sum + drawing.arrives.units, 0n);
  const total = able.reduce((sum, { payment }) => sum + worthOfPayment(payment), 0n);
  return {
    payments: able.map(({ payment, drawing }) => ({ ...payment, drawing: amountToText(drawing.fees) })),
    total,
    fees: total > arrives ? total - arrives : 0n,
    expiration,
  };
};

/** What the balance has of a payment's coins: of those under change it has what the change would have cost off already, and that is spared. */
const worthFor = (reader: Pick<Reader, 'coins'> & UsesReader, { baseUrl }: ExchangeKeys) => {
  const uses = readUses(reader);
  const expected = new Map(
    reader.coins({ exchange: baseUrl, status: 'in-use' }).map((entry) => {
      const account = coinAccount(entry, uses);
      return [entry.id, { held: account.held, spared: account.held - worthOf(account) }];
    }),
  );
  return ({ selection }: WholePayment): bigint =>
    selection.contributions.reduce((sum, { id, contribution }) => {
      const { held = 0n, spared = 0n } = expected.get(id) ?? {};
      // Of a coin that goes in part only there is change all the same.
      return contribution.units === held ? sum - spared : sum;
    }, selection.total.units);
};

/** Exchanges with money that waits to be paid to ourselves; after a takeover they are asked first what its coins are still worth. */
export const waitingReissues = (wallets: Wallets): readonly Listed[] => {
  const { store, world } = wallets;
  const outside = outsideSeeds(store);
  const audit = store.local.mark('audit-due');
  if (outside.size === 0 || (audit !== undefined && audit <= world.now())) return [];
  const uses = readUses(store);
  const coins = store
    .coins({})
    .filter(({ id }) => outsideOf(outside, id) === 'joined')
    .filter((entry) => entry.value.status === 'fresh' || isRest(coinAccount(entry, uses)));
  return [...new Set(coins.map(({ value }) => value.exchange))].sort().flatMap((exchange) => {
    const keys = wallets.exchanges.cachedKeys(exchange);
    const plan = keys && planReissue(wallets, store, keys);
    if (plan?.payments.length === 0) return [];
    const isAgreed = plan === undefined || isWithin(store.local, exchange, plan.fees);
    return [{ id: exchange, lane: exchange, waitingFor: isAgreed ? ('exchange' as const) : ('user' as const) }];
  });
};

/** One go: plans every payment to ourselves at one exchange, within what was agreed to. */
export const stepReissue = async (wallets: Wallets, exchange: string): Promise<StepOutcome> => {
  const open = await wallets.exchanges.open(exchange);
  if (!open.ok) return { kind: 'failed', failure: open.error };
  const { keys } = open.value;
  const now = planReissue(wallets, wallets.store, keys);
  if (now.payments.length === 0) return { kind: 'finished' };
  const asks = ({ total, fees }: ReissuePlan): StepOutcome => {
    const text = (units: bigint): string => amountToText({ ...zeroAmount(keys.currency), units });
    return {
      kind: 'failed',
      failure: { kind: 'reissue-asks', exchange, sum: text(total), fees: text(fees), total: text(total - fees) },
    };
  };
  if (!isWithin(wallets.store.local, exchange, now.fees)) return asks(now);
  const allowed = await wallets.gate({ kind: 'reissue', id: exchange });
  if (!allowed.ok) return { kind: 'failed', failure: allowed.error };
  return wallets.store.transaction((tx) => {
    const plan = planReissue(wallets, tx, keys);
    const agreed = agreements(tx.local)[exchange];
    if (!agreed || !isWithin(tx.local, exchange, plan.fees)) return asks(plan);
    for (const payment of plan.payments)
      writeReissue(wallets, tx, payment, plan.expiration, agreed.withoutBackup === true);
    const left = amount(agreed.fees);
    noteAgreed(tx.local, exchange, { ...agreed, fees: amountToText({ ...left, units: left.units - plan.fees }) });
    return { kind: 'finished' };
  });
};

const writeReissue = (
  wallets: Wallets,
  tx: Tx,
  { keys, wanted, selection, drawing }: Payment,
  expiration: Timestamp,
  withoutBackup: boolean,
): void => {
  const id = writePush(wallets, tx, keys, { amount: wanted, summary: '', expiration }, selection, { reissue: true });
  const reserve = freshReserve(wallets, tx, keys);
  writeTaking(wallets, tx, id, { reserve, max_fees: drawing, ...(withoutBackup ? { without_backup: true } : {}) });
};

/** A reserve that only this wallet knows, for one payment to ourselves. */
export const freshReserve = ({ world }: Wallets, tx: Tx, { baseUrl, masterPub }: ExchangeKeys): string => {
  const place = { exchange: baseUrl, master_pub: masterPub };
  const { pub, key } = newReserveKey(world, place);
  putMergeReserve(tx, pub, { ...key, ...place, created: msToTimestamp(world.now()) });
  return pub;
};

/** Writes the half that takes a payment to ourselves, beside the half that makes it. */
export const writeTaking = (
  { world }: Wallets,
  tx: Tx,
  id: string,
  how: Pick<ValueByKind['push-in'], 'max_fees' | 'without_backup'> & { readonly reserve: string },
): void => {
  const out = tx.entry('push-out', id)?.value;
  if (!out) throw new Error('defect: a payment that was just written is not there');
  const { coins: _coins, cost: _cost, purse_priv: _purse, key_seed: _seed, reissue: _reissue, ...more } = out;
  const { status: _status, ...shared } = more;
  const { id: withdrawal } = withdrawalOfPurse({ ...shared, reserve: how.reserve }, id);
  tx.put('push-in', id, {
    ...shared,
    merge_timestamp: msToTimestamp(world.now()),
    withdrawal,
    ...how,
    status: 'accepted',
  });
};

/** By exchange: the fees that are left of what was agreed to, and the takeover it was for (its undo copy's number), where it was one. */
export type Agreements = Readonly<
  Record<string, { readonly fees: string; readonly withoutBackup?: true; readonly step?: number }>
>;

/** What was agreed to and is not used up, by exchange. */
export const agreements = (local: Pick<LocalReader, 'mark'>): Agreements => local.mark('reissue-agreed') ?? {};

/** Writes down what paying to ourselves may cost at one exchange; undefined takes that back. */
export const noteAgreed = (local: LocalWriter, exchange: string, agreed: Agreements[string] | undefined): void => {
  const { [exchange]: _former, ...others } = agreements(local);
  const all = agreed === undefined ? others : { ...others, [exchange]: agreed };
  local.setMark('reissue-agreed', Object.keys(all).length === 0 ? undefined : all);
};

const isWithin = (local: Pick<LocalReader, 'mark'>, exchange: string, fees: bigint): boolean => {
  const agreed = agreements(local)[exchange];
  return agreed !== undefined && fees <= amount(agreed.fees).units;
};
