// SPDX-License-Identifier: GPL-3.0-or-later

/** Random choices that a seed repeats; a failing test prints its seed. */
export type Dice = {
  /** 0 (inclusive) to 1 (exclusive) */
  readonly roll: () => number;
  /** a whole number from 0 to `below` (exclusive) */
  readonly upTo: (below: number) => number;
  readonly pick: <T>(items: readonly [T, ...T[]] | readonly T[]) => T;
  readonly bytes: (length: number) => Uint8Array;
};

/** mulberry32: small, and good enough to choose what a test does. */
export const diceOf = (seed: number): Dice => {
  let state = seed >>> 0;
  const roll = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const upTo = (below: number): number => Math.floor(roll() * below);
  return {
    roll,
    upTo,
    pick: (items) => {
      const item = items[upTo(items.length)];
      if (item === undefined) throw new Error('nothing to pick from');
      return item;
    },
    bytes: (length) => Uint8Array.from({ length }, () => upTo(256)),
  };
};
