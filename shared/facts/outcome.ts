// SPDX-License-Identifier: GPL-3.0-or-later
import type { Table } from './fact.ts';

/** Why a place that keeps copies gave no usable answer. */
export const troubles = {
  unreachable: { detail: 'string?' },
  timeout: { afterMs: 'span' },
  'server-trouble': { status: 'integer' },
  'too-large': { limitBytes: 'bytes' },
  unreadable: { detail: 'string?' },
  redirected: {},
  refused: { status: 'integer', code: 'integer?' },
  between: { status: 'integer?' },
  'no-service': { detail: 'string?' },
  'no-escrow-service': { detail: 'string?' },
  'other-version': { version: 'string' },
  'unasked-unchanged': {},
  'bad-signature': {},
  'damaged-in-transit': {},
  'payment-service-silent': {},
  closing: {},
  'shut-out': { reason: ['password', 'permission'] },
  'no-address': {},
  'confirmed-and-lacks': {},
  'asks-again': {},
  'asks-for-paid': {},
  'contradicts-itself': {},
  'unnamed-payment': {},
  'sealed-by-other': {},
  'unpacks-too-large': {},
  'inner-address': {},
  /** only a copy names it, and may not lead there */
  'not-confirmed': {},
  // folders on servers
  'listing-unreadable': { detail: 'string' },
  'folder-too-full': {},
  'answers-page': {},
  'no-such-folder': { status: 'integer' },
  'no-webdav': { status: 'integer' },
  'folder-above-missing': {},
  'changed-meanwhile': {},
  'file-locked': {},
  'storage-full': {},
  'odd-answer': { status: 'integer' },
  'redirected-to': { to: 'string' },
  'no-https': {},
  'neither-service-nor-webdav': {},
  'other-login': {},
  // folders
  'folder-full': {},
  'folder-closed': { doing: ['reading', 'writing'] },
  'folder-missing': {},
  'folder-failed': { doing: ['reading', 'writing'], detail: 'string' },
  'folder-is-file': {},
  'folder-own': {},
  'folder-lost-marker': {},
  'folder-other': {},
  'folder-foreign-marker': {},
  'folder-unknown-here': {},
  'folder-not-intact': { copies: 'integer' },
  'folder-damaged': {},
  'folder-crowded': {},
  'place-busy': {},
  'marker-refused': {},
  'marker-lost': {},
  'neither-folder-nor-address': {},
  /** what an older version wrote down as a sentence */
  older: { text: 'string' },
} as const satisfies Table;

/** Why nothing was paid to a place: each needs a decision of the person. */
export const askReasons = {
  'no-consent': {},
  'fee-above-cap': { fee: 'amount', cap: 'amount' },
  'other-currency': { fee: 'amount', cap: 'amount' },
  'costs-too-much': { fee: 'amount', total: 'amount' },
  'order-differs': { announced: 'amount', asked: 'amount' },
  'paid-already': { until: 'time' },
  /** its shop has `taken` for this order, and does not say so */
  'paid-unconfirmed': { taken: 'amount', orderId: 'string' },
  /** our clock says it is time for the next year, and the place says another time */
  'clock-differs': { here: 'time', there: 'time' },
  'too-many-orders': {},
  closing: {},
} as const satisfies Table;

/** What is said of a place beside the one word of its last answer. */
export const placeNotes = {
  'found-old-copy': {},
  'found-lost': {},
  renewal: { why: 'said:placeNote' },
  conflict: {},
  'old-copy': {},
  lost: { why: 'said:placeNote' },
  'stands-still': {},
  unpaid: { why: 'said:failure' },
  paying: {},
  asks: { why: 'said:ask' },
  unopened: { why: 'said:trouble' },
  'legacy-format': {},
  'real-money-there': {},
  'newer-format': { version: 'integer' },
  'too-large': {},
  silent: { why: 'said:trouble' },
  unverified: { why: 'said:trouble' },
  'shut-out': { reason: ['password', 'permission'] },
  'needs-newer': {},
  'not-ours': {},
  misbehaved: { why: 'said:trouble' },
  'year-over': { until: 'time' },
  'year-ends': { until: 'time' },
  'year-renews': { until: 'time' },
  /** the same in its last week */
  'year-ends-in': { until: 'time', days: 'integer' },
  /** what the next year costs is not here */
  'year-lacks': { fee: 'amount', have: 'amount' },
  /** of what a place takes, or of what any copy can hold */
  'half-full': { percent: 'integer', limitBytes: 'bytes' },
  'nearly-full': { percent: 'integer', limitBytes: 'bytes' },
  /** what an older version wrote down as a sentence */
  older: { text: 'string' },
} as const satisfies Table;
