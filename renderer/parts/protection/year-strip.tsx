// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { t } from '../../words.ts';

const BAR = 3;
const HIGH = 18;

/** A bar for each week of the last year in which copies were read back at a place, and a dot for each without; the newest week last. */
export const YearStrip = ({ weeks }: { readonly weeks: readonly number[] }): ReactNode => {
  const kept = weeks.filter((count) => count > 0).length;
  return (
    <svg
      className="year-strip"
      viewBox={`0 0 ${weeks.length * BAR} ${HIGH}`}
      role="img"
      aria-label={t('placeRow.year', { weeks: kept, of: weeks.length })}
    >
      {weeks.map((count, week) => {
        const high = heightOf(count);
        return (
          <rect
            key={week}
            data-empty={count === 0}
            x={week * BAR}
            y={HIGH - high}
            width={BAR - 1}
            height={high}
            rx={0.8}
          />
        );
      })}
    </svg>
  );
};

/** Twice as many copies are a step more: one a week is seen as well as fifty. */
const heightOf = (count: number): number => (count === 0 ? 2 : Math.min(HIGH, 7 + Math.log2(count) * 2));
