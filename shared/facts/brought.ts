// SPDX-License-Identifier: GPL-3.0-or-later
import type { Table } from './fact.ts';

/** What of another program's copy could not be brought in as it is, by what it was. */
const bad = { why: 'said:broughtWhy', stake: 'said:broughtStake' } as const;

export const broughts = {
  exchanges: bad,
  exchange_details: bad,
  denominations: bad,
  coins: bad,
  withdrawal_groups: bad,
  refresh_groups: bad,
  purchases: bad,
  tips: bad,
  recoup_groups: bad,
  backup_providers: bad,
  /** lists that this version does not know, by the name that the copy gives them */
  others: { name: 'string' },
} as const satisfies Table;

/** Why a record was not brought in as it is. */
export const broughtWhys = {
  unreadable: {},
  unsigned: {},
  'age-restricted': {},
  twice: {},
  'refers-to-nothing': {},
  'no-longer-possible': {},
} as const satisfies Table;

/** What hangs on it. */
export const broughtStakes = {
  nothing: {},
  'asked-again': { sum: 'amount?' },
  'comes-anyway': { sum: 'amount?' },
  money: { sum: 'amount?' },
} as const satisfies Table;
