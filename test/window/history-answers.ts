// SPDX-License-Identifier: GPL-3.0-or-later
import { createLook } from '../../electron/wallet/history/look.ts';
import { orderedLines } from '../../electron/wallet/history/ordered.ts';
import { proofOf } from '../../electron/wallet/history/proof.ts';
import type { BalanceView, HistoryLine } from '../../shared/view.ts';
import { AT } from './views.ts';
import type { HistoryLineView, HistoryPageView } from '../../shared/view-history.ts';

/** The page that the wallet would give of these lines. */
export const pageOf = (lines: readonly HistoryLine[], balances: readonly BalanceView[]): HistoryPageView => {
  const ordered = orderedLines();
  ordered.put('all', lines);
  return { ...createLook()(ordered.lines(), {}), now: AT, proof: proofOf(ordered.effects, balances) };
};

/** What is known of a line that was a payment. */
export const factsOf = (line: HistoryLine | undefined): HistoryLineView => {
  if (line === undefined) throw new Error('no such line');
  return {
    line,
    began: line.at - 60_000,
    settled: line.at,
    refundUntil: line.at + 14 * 86_400_000,
    order: '2026.335-02XKEDFVR47M4',
    contract: 'RNJ4RPK0Q1Y8D2AT2ZV0Q57R1SWA9PGW4A0GJ6G2T2VJZK9R2M3B5N0A6S1D8F2C4V7X9Z3M',
  };
};
