// SPDX-License-Identifier: GPL-3.0-or-later
import type { Table } from './fact.ts';

/** What is to be known of a recovery from escrow: of a place that was asked, of a way to show who one is, of all of it. */
export const escrowRecoveries = {
  // of a place
  'place-silent': { why: 'said:trouble' },
  /** it answers, and is no such place */
  'place-is-other': {},
  /** it lies further inside than whoever named it */
  'place-not-allowed': {},
  /** by plain http, which is not asked */
  'place-no-https': {},
  'place-wants-payment': {},
  /** versions that this data does not open, or that are no document */
  'place-unreadable': { versions: 'integer' },
  // of a way
  'code-sent': { hint: 'string?' },
  'code-in-file': { file: 'string' },
  /** looked at again by itself then */
  'transfer-awaited': { at: 'time' },
  wrong: {},
  /** this very answer was wrong before, so nothing was sent */
  'wrong-before': {},
  /** what is like the answer is tried then */
  'variants-left': { left: 'integer', at: 'time' },
  /** of an authenticator: by the place's own time */
  'clock-off': { by: 'span', clock: ['ahead', 'behind'] },
  'too-many-tries': { until: 'time' },
  /** letters where a code has digits: nothing was sent */
  'no-code': {},
  /** for tries of that kind nothing is known here */
  'unknown-way': { type: 'string' },
  lost: {},
  /** what lies there opens with another key than the document has */
  'key-unfit': {},
  /** what was given back does not open */
  'share-unfit': {},
  /** where the code should go is no address */
  'address-unfit': {},
  'asks-payment': { fee: 'amount' },
  /** its order is over another sum than it announced */
  'asks-otherwise': { announced: 'amount', asked: 'amount' },
  /** it wants money and does not say how much */
  'price-unknown': {},
  'no-such-coins': { fee: 'amount' },
  /** it was paid, and names another order */
  'asks-again': { fee: 'amount' },
  /** paid from here, and the place has not confirmed it yet */
  'payment-pending': {},
  'not-paid-yet': {},
  'shop-silent': {},
  // of all of it
  'still-needed': { ways: 'integer' },
  open: {},
  'none-left': {},
  /** enough answers were right, and together they open nothing */
  'shares-unfit': {},
  /** a newer version of the same secret was found */
  'is-older': {},
  // of a rehearsal
  'rehearsed-right': {},
  /** the answer was right, and this device cannot tell whether what came back is what was left there */
  'rehearsed-uncompared': {},
  /** so many more ways are to be rehearsed before the escrow counts */
  'rehearse-more': { ways: 'integer' },
} as const satisfies Table;

/** What a request about escrow recovery is refused with; nothing was changed. */
export const escrowRecoveryFailures = {
  /** `field` by its name in the data of the country */
  'identity-refused': { why: ['missing', 'too-long', 'pattern', 'date', 'unknown'], field: 'string' },
  'no-escrow-place': {},
  'search-stopped': {},
  'secret-not-found': {},
  'secret-of-other-program': { name: 'string' },
  /** what these places gave is not what they had announced, or cannot be read */
  'document-unfit': { places: 'list' },
  /** none of these places gave the document that it had announced */
  'document-not-there': { places: 'list' },
  'recovery-running': {},
  'no-recovery': {},
  'no-such-way': {},
  'recovery-not-open': {},
  'no-payment-asked': {},
  'fee-not-agreed': { fee: 'amount' },
  'secret-unreadable': {},
  'newer-secret': { version: 'integer' },
  'cannot-rehearse': { type: 'string' },
} as const satisfies Table;
