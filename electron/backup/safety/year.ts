// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from '../../../shared/facts/subjects.ts';
import type { BackupStatusView } from '../../../shared/view-backup.ts';
import type { ProviderEntry } from '../../state/entry.ts';
import type { Store } from '../../storage/store.ts';
import { moneyFrom } from '../copies/risk.ts';
import type { CycleOutcome } from '../cycle/outcome.ts';
import { daysLeft } from './counted.ts';
import type { SafetyFacts } from './facts.ts';
import { lacksForYear } from './read.ts';

// The end of a paid year is told a month, a week and a day before.

/** A month of warning before a paid year ends; afterwards the provider may delete the backup without a word (sync "Expiry"). */
const WARN_BEFORE_MS = 30 * 24 * 3600 * 1000;
const MONTH_DAYS = 30;
const WEEK_DAYS = 7;

/** What is said of a place whose paid year ends: the next one is paid by itself, unless it asked for something that only its person decides, or money lacks. */
export const yearNotes = (
  { store, now }: { readonly store: Store; readonly now: number },
  place: { readonly id: string; readonly value: ProviderEntry },
  until: number,
  outcome: CycleOutcome | undefined,
): readonly Said<'placeNote'>[] => {
  const left = until - now;
  if (!Number.isFinite(until)) return [];
  if (left <= 0) return [{ kind: 'year-over', facts: { until } }];
  if (left >= WARN_BEFORE_MS) return [];
  const lacks = lacksForYear(store, place, moneyFrom(store), left);
  const isStored = outcome?.kind === 'stored' || outcome?.kind === 'unchanged';
  const hasFailed = isStored && outcome.renewal !== undefined;
  const days = daysLeft(until, now);
  return [
    days <= WEEK_DAYS
      ? { kind: 'year-ends-in', facts: { until, days } }
      : { kind: isStored && !hasFailed && lacks === undefined ? 'year-renews' : 'year-ends', facts: { until } },
    // What the place itself has said of it is said already.
    ...(lacks === undefined || hasFailed || outcome?.kind === lacks.kind ? [] : [lacks]),
  ];
};

/** The first paid year that ends within a month and is not going to be followed by itself. */
export const yearEnding = ({ now, places }: SafetyFacts): Pick<BackupStatusView, 'yearEnds'> => {
  const [first] = places
    .flatMap(({ name, paidUntil = 0, isPaid, asks }) => {
      const days = daysLeft(paidUntil, now);
      const isTold = isPaid === true && days > 0 && days <= (asks === undefined ? WEEK_DAYS : MONTH_DAYS);
      return isTold ? [{ place: name, until: paidUntil, within: withinOf(days) }] : [];
    })
    .toSorted((a, b) => a.until - b.until);
  return first === undefined ? {} : { yearEnds: first };
};

const withinOf = (days: number): 30 | 7 | 1 => (days <= 1 ? 1 : days <= WEEK_DAYS ? 7 : 30);
