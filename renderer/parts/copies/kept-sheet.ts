// SPDX-License-Identifier: GPL-3.0-or-later
import { isTyped, NOTHING_TYPED, type Typed } from '../typing/typed.ts';

// What was typed of a sheet outlives a walk to another page, in the memory of this window alone: a sheet of thirty groups is
// not typed twice because somebody looked something up. It is a secret, so it is forgotten after ten minutes, and once it was used.

export type TypedOn = 'restore' | 'takeover';

const KEPT_MS = 10 * 60_000;
const kept = new Map<TypedOn, { readonly typed: Typed; readonly timer: ReturnType<typeof setTimeout> }>();

/** A sheet that was read before there was a wallet: its page goes on with it at once. */
let isGoingOn = false;

export const goOnWith = (typed: Typed): void => {
  keepSheet('restore', typed);
  isGoingOn = true;
};

/** True once, on the page that goes on. */
export const goesOn = (on: TypedOn): boolean => {
  const is = on === 'restore' && isGoingOn && isTyped(keptSheet(on));
  if (on === 'restore') isGoingOn = false;
  return is;
};

export const keptSheet = (on: TypedOn): Typed => kept.get(on)?.typed ?? NOTHING_TYPED;

export const keepSheet = (on: TypedOn, typed: Typed): void => {
  clearTimeout(kept.get(on)?.timer);
  kept.delete(on);
  if (isTyped(typed)) kept.set(on, { typed, timer: setTimeout(() => kept.delete(on), KEPT_MS) });
};
