// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText, cappedText } from '../../../shared/amount.ts';
import { timestampToMs } from '../../../shared/time.ts';
import type { HistoryLine } from '../../../shared/view.ts';
import { parseClock } from '../../state/clock.ts';
import type { Entry, Refresh, Withdrawal } from '../../state/entry.ts';
import type { Reader } from '../../storage/store.ts';
import { isGiven, readGivings } from '../ledger/givings.ts';
import { depositLine } from './deposit.ts';
import { isShown, paymentLine } from './payment.ts';
import { readPeerHistory } from './peer.ts';
import { readRefundHistory } from './refund.ts';
import { isMelted, readLedger, takenByRefresh, type Ledger } from '../ledger/ledger.ts';
import { recoupReturnId } from '../flows/refresh/recoup.ts';
import { readReturns } from '../ledger/returns.ts';

/** One line per event a person would recognise, newest first; the effects add up to the balance, per exchange and currency, at every instant. */
export const readHistory = (reader: Reader, ledger: Ledger = readLedger(reader)): readonly HistoryLine[] => {
  const refreshes = reader.entries('refresh');
  const purchases = reader.entries('purchase').filter(({ value }) => isShown(value));
  const peers = readPeerHistory(reader, ledger);
  const deposits = reader.entries('deposit');
  const shown = new Set([...purchases.map(({ id }) => id), ...deposits.map(({ id }) => id), ...peers.spending]);
  const recouped = recoupReturns(reader, refreshes, ledger);
  const refunds = readRefundHistory(reader, ledger, shown, (id) => recouped.has(id));
  const ofRefund = ({ value }: Entry<'refresh'>): boolean =>
    value.reason === 'refund' && value.purchase !== undefined && refunds.purchases.has(value.purchase);
  const ofOther = (entry: Entry<'refresh'>): boolean =>
    !ofRefund(entry) && entry.value.purchase !== undefined && shown.has(entry.value.purchase);
  const costs = refreshCosts(refreshes.filter(ofOther), ledger, recouped);
  const givenBy = givenByEvent(reader, ledger);
  const lines = [
    ...reader
      .entries('withdrawal')
      .flatMap((entry) => (peers.withdrawals.has(entry.id) ? [] : [withdrawalLine(entry, ledger)])),
    ...purchases.map((entry) =>
      paymentLine(
        entry,
        (givenBy.get(entry.id) ?? 0n) - (refunds.returnedBy.get(entry.id) ?? 0n),
        costs.get(entry.id) ?? 0n,
      ),
    ),
    ...deposits.map((entry) => depositLine(entry, givenBy.get(entry.id) ?? 0n, costs.get(entry.id) ?? 0n)),
    ...refunds.lines(refreshCosts(refreshes.filter(ofRefund), ledger, recouped)),
    ...peers.lines(givenBy, costs),
    ...refreshLines(
      refreshes.filter((entry) => !ofRefund(entry) && !ofOther(entry)),
      ledger,
      recouped,
    ),
    ...elsewhereLines(ledger),
    ...foundLines(ledger),
  ];
  return lines.sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
};

const withdrawalLine = ({ id, value }: Entry<'withdrawal'>, ledger: Ledger): HistoryLine => {
  const flow = ledger.withdrawals.get(id);
  // What was announced says what was meant; what arrived, what there was to draw.
  const arrived = amount(value.arrived ?? value.amount);
  const effect = (flow?.received ?? 0n) + (flow?.outstanding ?? 0n);
  const text = (units: bigint): string => cappedText({ currency: arrived.currency, units });
  const note = withdrawalNote(value);
  return {
    id,
    type: 'withdrawal',
    state: value.status === 'done' ? 'done' : value.status === 'aborted' ? 'aborted' : 'pending',
    at: ms(value.created),
    exchange: value.exchange,
    currency: arrived.currency,
    amount: amountToText(arrived),
    // What arrived and did not become coins: withdraw fees, and a rest no denomination fits.
    fees: text(value.status === 'done' && arrived.units > effect ? arrived.units - effect : 0n),
    effect: text(effect),
    party: value.origin.type === 'bank' ? hostOf(value.origin.bank_base_url) : hostOf(value.exchange),
    summary:
      value.origin.type === 'bank'
        ? 'Withdrawal from the bank'
        : value.origin.type === 'peer'
          ? 'Received payment'
          : value.recoup === true
            ? 'Coins of a revoked denomination, withdrawn again'
            : 'Withdrawal by bank transfer',
    ...(note === undefined ? {} : { note }),
  };
};

const withdrawalNote = ({ status, why, origin, amount: wanted, arrived }: Withdrawal): string | undefined => {
  switch (status) {
    case 'registering':
      return 'The bank is being told where to send the money.';
    case 'awaiting-confirmation':
      return 'Waiting for the confirmation at the bank.';
    case 'awaiting-transfer':
      return origin.type === 'manual'
        ? `Waiting for the bank transfer. Send it to ${origin.payto}`
        : 'Waiting for the bank transfer.';
    case 'aborted':
      if (why === 'given-up')
        return 'Given up before money came; if it was sent all the same, it is found and withdrawn.';
      return `Not carried out${why === undefined ? '' : ` (${why})`}; no money was moved by this wallet.`;
    default:
      return arrived === undefined || amount(arrived).units >= amount(wanted).units
        ? undefined
        : `${arrived} of ${wanted} arrived; what is sent to the same address later is withdrawn, too.`;
  }
};

/** What each event took from coins we know, by the event's id. */
const givenByEvent = (reader: Pick<Reader, 'entries'>, ledger: Ledger): ReadonlyMap<string, bigint> =>
  new Map(
    readGivings(reader).map((giving) => [
      giving.id,
      Object.entries(giving.coins).reduce(
        (sum, [coinId, contribution]) =>
          isGiven(giving, contribution) && ledger.coins.has(coinId) ? sum + amount(contribution.c).units : sum,
        0n,
      ),
    ]),
  );

/** What the recoup of change gave back to older coins, by the id of that return; it belongs to the recoup's own line. */
const recoupReturns = (
  reader: Pick<Reader, 'entries'>,
  refreshes: readonly Entry<'refresh'>[],
  ledger: Ledger,
): ReadonlyMap<string, bigint> => {
  const ids = new Set(refreshes.map(({ id }) => recoupReturnId(id)));
  const sums = new Map<string, bigint>();
  for (const { id } of reader.entries('refund')) if (ids.has(id)) sums.set(id, 0n);
  for (const { id, coin, units } of readReturns(reader)) if (ids.has(id) && ledger.coins.has(coin)) sums.set(id, units);
  return sums;
};

/** What a refresh cost so far; its new coins are ours, so only the difference is an effect. */
const costOf = ({ id, value }: Entry<'refresh'>, ledger: Ledger, recouped: ReadonlyMap<string, bigint>): bigint => {
  const flow = ledger.refreshes.get(id);
  const taken = isMelted(value) && ledger.isOurs(value.old_coin) ? takenByRefresh(value) : 0n;
  return taken - (flow?.received ?? 0n) - (flow?.outstanding ?? 0n) - (recouped.get(recoupReturnId(id)) ?? 0n);
};

const refreshCosts = (
  refreshes: readonly Entry<'refresh'>[],
  ledger: Ledger,
  recouped: ReadonlyMap<string, bigint>,
): ReadonlyMap<string, bigint> => {
  const costs = new Map<string, bigint>();
  for (const refresh of refreshes) {
    const key = refresh.value.purchase ?? '';
    costs.set(key, (costs.get(key) ?? 0n) + costOf(refresh, ledger, recouped));
  }
  return costs;
};

const REASON: Readonly<Record<string, string>> = {
  change: 'Change renewed',
  restore: 'Coins renewed, so that older copies of this wallet cannot spend them',
  expiry: 'Coins renewed before they expire',
  refund: 'Refund taken up',
  released: 'Coins of an unfinished payment renewed',
  recoup: 'Coins of a revoked denomination replaced',
};

/** Renewals that belong to no payment: one line per exchange, reason and day, for a restore may renew thousands of coins. */
const refreshLines = (
  refreshes: readonly Entry<'refresh'>[],
  ledger: Ledger,
  recouped: ReadonlyMap<string, bigint>,
): readonly HistoryLine[] => {
  const groups = new Map<
    string,
    { cost: bigint; moved: bigint; at: number; pending: boolean; expired: boolean; first: Refresh }
  >();
  for (const entry of refreshes) {
    const { value } = entry;
    const cost = costOf(entry, ledger, recouped);
    if (value.status === 'failed' && cost === 0n) continue;
    const at = ms(value.created);
    const { currency } = amount(value.fee);
    const key = `refresh ${value.exchange} ${currency} ${value.reason}${value.why === 'expired' ? ' expired' : ''} ${Math.floor(at / DAY_MS)}`;
    const group = groups.get(key) ?? {
      cost: 0n,
      moved: 0n,
      at,
      pending: false,
      expired: value.why === 'expired',
      first: value,
    };
    groups.set(key, {
      ...group,
      cost: group.cost + cost,
      moved: group.moved + takenByRefresh(value),
      at: Math.max(group.at, at),
      pending: group.pending || value.status === 'planned' || value.status === 'melted',
    });
  }
  return [...groups].map(([id, { cost, moved, at, pending, expired, first }]) => {
    const { currency } = amount(first.fee);
    const text = (units: bigint): string => cappedText({ currency, units });
    return {
      id,
      type: 'refresh',
      state: expired ? 'expired' : pending ? 'pending' : 'done',
      at,
      exchange: first.exchange,
      currency,
      amount: text(moved),
      fees: text(cost > 0n ? cost : 0n),
      effect: text(-cost),
      party: hostOf(first.exchange),
      summary: REASON[first.reason] ?? 'Coins renewed',
      ...(expired ? { note: 'These coins expired before they could be renewed; their value is lost.' } : {}),
    };
  });
};

const DAY_MS = 24 * 60 * 60_000;

/** What other copies of this wallet did with our coins: without this line the sums could not agree. */
const elsewhereLines = (ledger: Ledger): readonly HistoryLine[] => {
  const sums = new Map<string, { exchange: string; currency: string; units: bigint; coins: number; at: number }>();
  for (const { coin, currency, elsewhere, clock } of ledger.coins.values()) {
    if (elsewhere === 0n) continue;
    const key = `elsewhere ${coin.exchange} ${currency}`;
    const sum = sums.get(key) ?? { exchange: coin.exchange, currency, units: 0n, coins: 0, at: 0 };
    sums.set(key, { ...sum, units: sum.units + elsewhere, coins: sum.coins + 1, at: Math.max(sum.at, clockMs(clock)) });
  }
  return [...sums].map(([id, { exchange, currency, units, coins, at }]) => {
    const text = (of: bigint): string => cappedText({ currency, units: of });
    return {
      id,
      type: 'spent-elsewhere',
      state: 'done',
      at,
      exchange,
      currency,
      amount: text(units < 0n ? -units : units),
      fees: text(0n),
      effect: text(-units),
      party: hostOf(exchange),
      summary: `Used by another copy of this wallet (${coins} ${coins === 1 ? 'coin' : 'coins'})`,
    };
  });
};

/** Coins whose withdrawal or refresh is not known here (a copy older than its own coins): counted, so they are shown. */
const foundLines = (ledger: Ledger): readonly HistoryLine[] => {
  const sums = new Map<string, { exchange: string; currency: string; units: bigint; at: number }>();
  const known = new Set([...ledger.withdrawals.keys(), ...ledger.refreshes.keys()]);
  for (const { coin, currency, face, clock } of ledger.coins.values()) {
    if (known.has(coin.source_id)) continue;
    const key = `found ${coin.exchange} ${currency}`;
    const sum = sums.get(key) ?? { exchange: coin.exchange, currency, units: 0n, at: 0 };
    sums.set(key, { ...sum, units: sum.units + face, at: Math.max(sum.at, clockMs(clock)) });
  }
  return [...sums].map(([id, { exchange, currency, units, at }]) => {
    const text = cappedText({ currency, units });
    return {
      id,
      type: 'withdrawal',
      state: 'done',
      at,
      exchange,
      currency,
      amount: text,
      fees: cappedText({ currency, units: 0n }),
      effect: text,
      party: hostOf(exchange),
      summary: 'Coins whose origin this copy does not know',
    };
  });
};

const ms = (at: Parameters<typeof timestampToMs>[0]): number => {
  const value = timestampToMs(at);
  return Number.isFinite(value) ? value : 0;
};

const clockMs = (clock: string): number => {
  const parsed = parseClock(clock);
  return parsed.ok ? parsed.value.ms : 0;
};

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);
