// SPDX-License-Identifier: GPL-3.0-or-later
import { argon2Task, type Argon2Cost } from '../../electron/taler/crypto/keywrap.ts';
import type { World } from '../../electron/world.ts';

/** The least that Argon2 is defined for with four lanes. */
const LIGHT: Argon2Cost = { memoryKib: 32, passes: 1, lanes: 4 };

/**
 * A world in which a passphrase is tried in no time, whatever its key file says it costs: for tests of who may come in, not of
 * what trying costs (those are `state-key-cost` and `storage-vault`). What was locked here opens here alone.
 */
export const lightly = <W extends World>(world: W): W => ({
  ...world,
  threads: {
    run: async (task, input) =>
      task.perform(task.name === argon2Task.name ? Object.assign({}, input, { cost: LIGHT }) : input),
  },
});
