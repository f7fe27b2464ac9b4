// SPDX-License-Identifier: GPL-3.0-or-later
import type { Table } from './fact.ts';

/** What taking back a restore or takeover would mean, or has come to. */
export const undos = {
  /** this computer goes back to having no wallet */
  'empty-again': {},
  /** or to having left the wallet that came back */
  'left-again': {},
  /** money that leaves this computer with the wallet that came back */
  leaves: { sums: 'amounts' },
  'nothing-leaves': {},
  /** the wallet that came back was not abandoned when it was gone on with: its devices stand still */
  'stands-still': { others: 'list' },
  /** money of the other wallet that leaves this one; its own sheet brings it back from these places */
  returns: { sums: 'amounts', places: 'list' },
  'no-money-returns': {},
  /** what the other wallet held when it was taken over, where not all of it goes back */
  stays: { there: 'amounts' },
  /** places of the other wallet that did not answer: what only they keep stays */
  silent: { places: 'list' },
  /** what devices of the other wallet do that have heard of the takeover, if any has */
  told: {},
  'goes-on': {},
  left: { told: 'list' },
  untold: { places: 'list' },
  returned: { sums: 'amounts' },
  done: {},
} as const satisfies Table;
