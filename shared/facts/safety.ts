// SPDX-License-Identifier: GPL-3.0-or-later
import type { Table } from './fact.ts';

/** How safe the money is; `lost` is what would be gone if this disk died now. */
export const safety = {
  'not-set-up': { lost: 'amounts?' },
  'no-copy': { lost: 'amounts?' },
  'waits-for-place': {},
  'waits-for-copy': {},
  complete: { places: 'integer', at: 'time' },
  'at-risk': { lost: 'amounts', at: 'time' },
  some: { places: 'integer', of: 'integer', at: 'time' },
  'money-only': { at: 'time' },
  'stands-still': { standing: 'said:standstill' },
} as const satisfies Table;

/** What becomes of a place that is asked for nothing more. */
export const removals = {
  removed: { name: 'string' },
  'keeps-copy': { until: 'time?' },
  'none-left': { lost: 'amounts?' },
} as const satisfies Table;
