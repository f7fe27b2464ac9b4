// SPDX-License-Identifier: GPL-3.0-or-later
import type { KnownService } from './view-begin.ts';

// Services one can begin with: suggestions, and nothing more. None of them was reached from where this program is written; who
// is on the list is not vouched for. How it is kept stands in CONTRIBUTING.md.

const ENTERED = '2026-12-01';

/** The built-in list, the ones most people want first. Each address is the one its own operator or project publishes. */
export const KNOWN: readonly KnownService[] = [
  {
    kind: 'issuer',
    url: 'https://exchange.taler-ops.ch/',
    name: 'Taler Operations AG',
    currency: 'CHF',
    country: 'CH',
    entered: ENTERED,
  },
  {
    kind: 'issuer',
    url: 'https://exchange.demo.taler.net/',
    name: 'GNU Taler demonstration',
    currency: 'KUDOS',
    entered: ENTERED,
    isPlay: true,
  },
  {
    kind: 'place',
    url: 'https://sync.demo.taler.net/',
    name: 'GNU Taler demonstration',
    currency: 'KUDOS',
    entered: ENTERED,
    isPlay: true,
  },
  {
    kind: 'escrow',
    url: 'https://v1.anastasis.taler.net/',
    name: 'Bern University of Applied Sciences',
    country: 'CH',
    entered: ENTERED,
  },
  { kind: 'escrow', url: 'https://v1.anastasis.codeblau.de/', name: 'Codeblau GmbH', country: 'DE', entered: ENTERED },
  { kind: 'escrow', url: 'https://v1.anastasis.lu/', name: 'Anastasis SARL', country: 'LU', entered: ENTERED },
];
