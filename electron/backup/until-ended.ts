// SPDX-License-Identifier: GPL-3.0-or-later
import type { World } from '../world.ts';

/** The given world with requests that end when the work is over, so that nobody waits for a provider that hangs. */
export const untilEnded = (world: World, ending: AbortSignal): World => ({
  ...world,
  http: (input, init) =>
    world.http(input, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, ending]) : ending }),
});
