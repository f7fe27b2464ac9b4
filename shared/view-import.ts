// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from './facts/subjects.ts';
import type { RestoreReportView, RestoreSourceView } from './view-restore.ts';

// What the screens show of money that comes from GNU Taler's wallet.

/** What is there at one issuer, by the copy alone: nobody was asked. */
export type ImportIssuerView = {
  readonly exchange: string;
  readonly currency: string;
  /** what can be used, or will be once it is finished here */
  readonly there: string;
  /** of that, what is still on its way */
  readonly incoming: string;
  readonly coins: number;
};

/** What of the copy is not brought in as it is, and where it stands there. */
export type ImportBadView = {
  readonly said: Said<'brought'>;
  /** its place in its list, counted from 1 */
  readonly at: number;
};

/** What was given, and what is in it; looking changes nothing. */
export type ImportView = {
  /** a link or recovery text that leads to places, a plain export, or a sealed copy */
  readonly what: 'link' | 'export' | 'sealed';
  readonly writtenAt?: number;
  /** where copies were asked for, and what came of it */
  readonly sources: readonly RestoreSourceView[];
  readonly issuers: readonly ImportIssuerView[];
  readonly payments: number;
  readonly withdrawals: number;
  readonly bad: readonly ImportBadView[];
  /** places for copies that it names: suggestions for this wallet */
  readonly places: readonly string[];
  /** all of it was brought in before */
  readonly isHere: boolean;
};

/** What bringing it in came to. */
export type ImportReportView = RestoreReportView & {
  readonly bad: readonly ImportBadView[];
  readonly places: readonly string[];
};
