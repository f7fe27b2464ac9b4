// SPDX-License-Identifier: GPL-3.0-or-later
import { syncProvider } from '../../electron/backup/providers/sync.ts';
import { realWorld } from '../../electron/world.ts';
import { diceOf } from '../support/dice.ts';
import { memorySync } from '../support/memory-sync.ts';
import { providerContract } from '../support/provider-contract.ts';

// What the random histories call honest must owe what every provider owes.

providerContract('a sync service in memory, honest', async () => {
  const baseUrl = 'http://provider.test/';
  const provider = memorySync(baseUrl, 'honest', diceOf(1));
  provider.reform();
  const world = { ...realWorld(), http: provider.http(0) };
  return {
    id: baseUrl,
    connect: (keys) => syncProvider(world, baseUrl, keys),
    admit: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
});
