// SPDX-License-Identifier: GPL-3.0-or-later
import type { World } from '../world.ts';

/** What the sandbox takes from outside: tests replace the clock to travel and the dice to repeat. */
export type SandboxWorld = Pick<World, 'now' | 'sleep' | 'randomBytes'>;

export const SECOND = 1000;
export const DAY = 24 * 3600 * SECOND;
export const YEAR = 365 * DAY;
