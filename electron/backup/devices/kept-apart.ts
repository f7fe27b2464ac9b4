// SPDX-License-Identifier: GPL-3.0-or-later
import { quoted } from '../../../shared/facts/read.ts';
import type { Reader } from '../../storage/store.ts';

const NAMED = 3;

type Apart = { readonly kind: 'kept-apart'; readonly facts: { readonly entries: number; readonly detail: string } };

/** What copies held that no honest wallet writes, and the first of it by name; nothing as a rule. */
export const saidOfApart = (reader: Pick<Reader, 'keptApart'>): readonly Apart[] => {
  const apart = reader.keptApart();
  if (apart.length === 0) return [];
  const named = apart.slice(0, NAMED).map(({ kind, id }) => `${kind} ${id.slice(0, 24)}`);
  return [{ kind: 'kept-apart', facts: { entries: apart.length, detail: quoted(named.join(', ')) } }];
};
