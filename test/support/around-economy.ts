// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, beforeAll } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import type { World } from '../../electron/world.ts';
import { startEconomy } from './backup-rig.ts';

/** An economy with these places for all tests of a file or block, handed to `take` before they begin and closed after them. */
export const aroundEconomy = (
  world: World,
  syncProviders: Parameters<typeof startEconomy>[1],
  take: (sandbox: Sandbox) => void,
): void => {
  let sandbox: Sandbox | undefined;
  beforeAll(async () => {
    sandbox = await startEconomy(world, syncProviders);
    take(sandbox);
  });
  afterAll(() => sandbox?.close());
};
