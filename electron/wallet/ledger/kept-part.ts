// SPDX-License-Identifier: GPL-3.0-or-later
import type { Entry, Kind } from '../../state/entry.ts';
import type { Reader } from '../../storage/store.ts';
import { followed } from './followed.ts';

/**
 * The entries of a kind of which something holds that follows from each alone, by id, kept up to date: what is unfinished is asked for at
 * every step and by every screen, and after years there are a few of it among thousands.
 */
export const partOf = <K extends Kind>(
  kind: K,
  holds: (entry: Entry<K>) => boolean,
): ((reader: Pick<Reader, 'entries' | 'beside'>) => readonly Entry<K>[]) => {
  const make = () => {
    const list = followed(kind);
    const part = new Map<string, Entry<K>>();
    let sorted: readonly Entry<K>[] | undefined;
    return (reader: Pick<Reader, 'entries'>): readonly Entry<K>[] => {
      for (const { id, after } of list.look(reader)) {
        const is = after !== undefined && holds(after);
        if (!is && !part.has(id)) continue;
        if (is) part.set(id, after);
        else part.delete(id);
        sorted = undefined;
      }
      sorted ??= [...part.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
      return sorted;
    };
  };
  return (reader) => reader.beside(make)(reader);
};
