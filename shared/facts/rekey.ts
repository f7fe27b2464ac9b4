// SPDX-License-Identifier: GPL-3.0-or-later
import type { Table } from './fact.ts';

/** What is to be known of a new secret: before it is begun, and while it is under way. */
export const rekeys = {
  // before
  stays: { stays: 'amounts' },
  'issuers-silent': { issuers: 'list', sums: 'amounts' },
  'places-silent': { places: 'list' },
  /** announced or asked for, into reserves whose keys stand in old copies */
  coming: { coming: 'amounts' },
  /** to people, and nobody has taken or paid them yet */
  sent: { payments: 'integer' },
  devices: { devices: 'list' },
  /** their passwords stand in old copies */
  passwords: { places: 'list' },
  'copies-stay': {},
  // both before and under way
  'escrow-follows': {},
  'escrow-wants': {},
  // under way
  'no-place': {},
  copying: { held: 'integer', wanted: 'integer', places: 'list' },
  moving: { issuers: 'list' },
  telling: { places: 'list' },
  saving: { held: 'integer', wanted: 'integer' },
  /** the sheet was read, and no drill by it has brought the money */
  unproven: {},
  taken: { sums: 'amounts' },
  reachable: { sums: 'amounts' },
} as const satisfies Table;
