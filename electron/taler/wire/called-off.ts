// SPDX-License-Identifier: GPL-3.0-or-later
import type { World } from '../../world.ts';

/** The same world, whose requests end at once when they are called off. */
export const untilCalledOff = (world: World, signal: AbortSignal): World => ({
  ...world,
  http: (input, init) =>
    world.http(input, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, signal]) : signal }),
});
