// SPDX-License-Identifier: GPL-3.0-or-later
import { amountToText, type Amount } from '../../../shared/amount.ts';
import type { Reader, Store } from '../../storage/store.ts';

// Money at an exchange that nobody announced, or more than was, by the exchange's word: it is not drawn by itself, for that word
// costs nothing. Its person is told of it on the line of the withdrawal whose account it came to.

/** So many are remembered: an exchange that names more tells nothing new. */
const MAX_NOTED = 64;

/** What was left at exchanges, by reserve. */
export const leftThere = ({ local }: Pick<Reader, 'local'>): Readonly<Record<string, string>> =>
  local.mark('left-at-exchange') ?? {};

/** Notes what was left in a reserve, or that nothing is there any more. */
export const noteLeftThere = ({ store }: { readonly store: Store }, reserve: string, sum: Amount | undefined): void => {
  const { [reserve]: before, ...others } = leftThere(store);
  const now = sum && amountToText(sum);
  if (before === now) return;
  const kept = Object.entries(others).slice(0, MAX_NOTED - 1);
  store.transaction((tx) =>
    tx.local.setMark('left-at-exchange', Object.fromEntries(now === undefined ? kept : [...kept, [reserve, now]])),
  );
};
