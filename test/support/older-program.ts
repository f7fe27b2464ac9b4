// SPDX-License-Identifier: GPL-3.0-or-later
import type { CarriedEntry } from '../../electron/state/entry.ts';
import type { Reader } from '../../electron/storage/store.ts';
import type { Result } from '../../shared/result.ts';
import { mustOk } from '../../shared/result.ts';

/** What is recorded of a program of before (`test/data/state-before-scheme-3.mjs`). */
type Recorded = {
  readonly contentFromJson: (text: string) => Result<readonly CarriedEntry[], { readonly kind: string }>;
  readonly contentToJson: (entries: readonly CarriedEntry[]) => string;
  readonly merge: (a: readonly CarriedEntry[], b: readonly CarriedEntry[]) => readonly CarriedEntry[];
  readonly newerSeeds: (
    reader: Pick<Reader, 'entries'> & { readonly withScheme: Reader['withNewerScheme'] },
  ) => ReadonlySet<string>;
};

/** What the program of before exchanges of today makes of a copy: how it writes it on, joined with what it knows itself, and which seeds it leaves alone. */
export const throughOlder = async (
  text: string,
  own: readonly CarriedEntry[],
): Promise<{ readonly text: string; readonly leftAlone: ReadonlySet<string> }> => {
  const at = new URL('../data/state-before-scheme-3.mjs', import.meta.url).href;
  const older = (await import(/* @vite-ignore */ at)) as Recorded;
  const joined = older.merge(own, mustOk(older.contentFromJson(text), 'a copy'));
  const ofKind = (kind: string): readonly CarriedEntry[] =>
    joined.filter((each) => each.kind === kind && each.quarantined === undefined);
  const leftAlone = older.newerSeeds({
    entries: ((kind: string) => ofKind(kind)) as Reader['entries'],
    withScheme: (() => [...ofKind('refresh'), ...ofKind('withdrawal')]) as Reader['withNewerScheme'],
  });
  return { text: older.contentToJson(joined), leftAlone };
};
