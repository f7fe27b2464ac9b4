// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const MINUTE = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** A point in time in words; absolute, because "two minutes ago" is wrong two minutes later. */
const whenText = (ms: number, precision: 'day' | 'minute' = 'minute'): string =>
  (precision === 'day' ? DAY : MINUTE).format(ms);

export const When = ({
  ms,
  precision = 'minute',
}: {
  readonly ms: number;
  readonly precision?: 'day' | 'minute';
}): ReactNode => <time dateTime={new Date(ms).toISOString()}>{whenText(ms, precision)}</time>;
