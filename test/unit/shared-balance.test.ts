// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import { spendable } from '../../shared/balance.ts';

test.each([
  [
    { available: 'KUDOS:1', incoming: 'KUDOS:2' },
    { ready: 'KUDOS:1', arriving: 'KUDOS:2' },
  ],
  [
    { available: 'KUDOS:1', incoming: 'KUDOS:2', change: 'KUDOS:0.5' },
    { ready: 'KUDOS:1.5', arriving: 'KUDOS:1.5' },
  ],
  [
    { available: 'KUDOS:0', incoming: 'KUDOS:2', change: 'KUDOS:2' },
    { ready: 'KUDOS:2', arriving: 'KUDOS:0' },
  ],
  // Sums of a hostile issuer do not take the page down.
  [
    { available: 'KUDOS:4503599627370496', incoming: 'KUDOS:1', change: 'KUDOS:2' },
    { ready: 'KUDOS:4503599627370496.99999999', arriving: 'KUDOS:0' },
  ],
])('change can be spent, and what else is coming is arriving: %j', (balance, shown) => {
  expect(spendable(balance)).toEqual(shown);
});
