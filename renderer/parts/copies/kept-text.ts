// SPDX-License-Identifier: GPL-3.0-or-later

// What was typed of a sheet outlives a walk to another page, in the memory of this window alone: a sheet of thirty groups is
// not typed twice because somebody looked something up. It is a secret, so it is forgotten after ten minutes, and once it was used.

export type TypedOn = 'restore' | 'takeover';

const KEPT_MS = 10 * 60_000;
const typed = new Map<TypedOn, { readonly text: string; readonly timer: ReturnType<typeof setTimeout> }>();

export const keptText = (on: TypedOn): string => typed.get(on)?.text ?? '';

export const keepText = (on: TypedOn, text: string): void => {
  clearTimeout(typed.get(on)?.timer);
  typed.delete(on);
  if (text !== '') typed.set(on, { text, timer: setTimeout(() => typed.delete(on), KEPT_MS) });
};
