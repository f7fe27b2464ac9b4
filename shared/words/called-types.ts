// SPDX-License-Identifier: GPL-3.0-or-later
import { folded } from '../search.ts';
import { LINE_TYPES } from '../view-history.ts';
import type { HistoryLine } from '../view.ts';
import type { Words } from './words.ts';

/** The kinds of lines that are called so in a person's language: who looks for "refund" means those, too. */
export const typesCalled = ({ t }: Words, typed: string): readonly HistoryLine['type'][] => {
  const wanted = folded(typed.trim());
  return wanted === '' ? [] : LINE_TYPES.filter((type) => folded(t(`history.type.${type}`)).includes(wanted));
};
