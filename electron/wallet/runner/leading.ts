// SPDX-License-Identifier: GPL-3.0-or-later
import { err } from '../../../shared/result.ts';
import type { Store } from '../../storage/store.ts';
import type { Gate, Wallets } from '../context.ts';
import { stoppedBecause } from '../failure/stopped.ts';

/** The round in which a gate opens is where a device hears of another one: what waited is not sent any more then. */
export const whileLeading =
  (store: Store, gate: Gate): Wallets['gate'] =>
  async (...asked) => {
    const allowed = await gate(...asked);
    const stopped = stoppedBecause(store);
    return stopped ? err(stopped) : allowed;
  };
