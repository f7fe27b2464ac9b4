// SPDX-License-Identifier: GPL-3.0-or-later
import { cappedText } from '../../../shared/amount.ts';
import type { HistoryLine } from '../../../shared/view.ts';
import { parseClock } from '../../state/clock.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { hostOf } from './line.ts';

/** What other copies of this wallet did with our coins: without this line the sums could not agree. */
export const elsewhereLines = (ledger: Ledger): readonly HistoryLine[] => {
  const sums = new Map<string, { exchange: string; currency: string; units: bigint; coins: number; at: number }>();
  for (const id of ledger.elsewhere) {
    const account = ledger.coins.get(id);
    if (account === undefined) continue;
    const { coin, currency, elsewhere, clock } = account;
    // Less than nothing: it was said to be gone, and its exchange still took it.
    const isBack = elsewhere < 0n;
    const key = `${isBack ? 'again' : 'elsewhere'} ${coin.exchange} ${currency}`;
    const sum = sums.get(key) ?? { exchange: coin.exchange, currency, units: 0n, coins: 0, at: 0 };
    sums.set(key, { ...sum, units: sum.units + elsewhere, coins: sum.coins + 1, at: Math.max(sum.at, clockMs(clock)) });
  }
  return [...sums].map(([id, { exchange, currency, units, coins, at }]) => {
    const text = (of: bigint): string => cappedText({ currency, units: of });
    return {
      id,
      type: units < 0n ? 'found-again' : 'spent-elsewhere',
      state: 'done',
      at,
      exchange,
      currency,
      amount: text(units < 0n ? -units : units),
      fees: text(0n),
      effect: text(-units),
      party: hostOf(exchange),
      summary: '',
      title: { kind: units < 0n ? 'found-again' : 'spent-elsewhere', facts: { coins } },
    };
  });
};

/** Coins whose withdrawal or refresh is not known here (a copy older than its own coins): counted, so they are shown. */
export const foundLines = (ledger: Ledger): readonly HistoryLine[] => {
  if (ledger.unknownSources.size === 0) return [];
  const sums = new Map<string, { exchange: string; currency: string; units: bigint; at: number }>();
  for (const { coin, currency, face, clock } of ledger.coins.values()) {
    if (!ledger.unknownSources.has(coin.source_id)) continue;
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
      summary: '',
      title: { kind: 'unknown-origin', facts: {} },
    };
  });
};

const clockMs = (clock: string): number => {
  const parsed = parseClock(clock);
  return parsed.ok ? parsed.value.ms : 0;
};
