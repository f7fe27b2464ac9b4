// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import { partsOf } from '../../shared/balance.ts';

test.each([
  [
    { available: 'KUDOS:1', incoming: 'KUDOS:2' },
    { ready: 'KUDOS:1', change: 'KUDOS:0', arriving: 'KUDOS:2' },
  ],
  // Change is not called ready before it is.
  [
    { available: 'KUDOS:1', incoming: 'KUDOS:2', comingBack: 'KUDOS:0.5' },
    { ready: 'KUDOS:1', change: 'KUDOS:0.5', arriving: 'KUDOS:1.5' },
  ],
  [
    { available: 'KUDOS:0', incoming: 'KUDOS:2', comingBack: 'KUDOS:2' },
    { ready: 'KUDOS:0', change: 'KUDOS:2', arriving: 'KUDOS:0' },
  ],
  // Sums of a hostile issuer do not take the page down.
  [
    { available: 'KUDOS:4503599627370496', incoming: 'KUDOS:1', comingBack: 'KUDOS:4503599627370496.99999999' },
    { ready: 'KUDOS:4503599627370496', change: 'KUDOS:4503599627370496.99999999', arriving: 'KUDOS:0' },
  ],
])('what is ready, what is change under way, and what else is coming: %j', (balance, shown) => {
  expect(partsOf(balance)).toEqual(shown);
});
