// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { shown } from '../../words.ts';

/** A point in time in the person's language and zone; absolute, because "two minutes ago" is wrong two minutes later. */
export const When = ({
  ms,
  precision = 'minute',
}: {
  readonly ms: number;
  readonly precision?: 'day' | 'minute';
}): ReactNode => (
  <time dateTime={new Date(ms).toISOString()}>{precision === 'day' ? shown().day(ms) : shown().time(ms)}</time>
);
