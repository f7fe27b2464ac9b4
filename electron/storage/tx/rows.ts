// SPDX-License-Identifier: GPL-3.0-or-later
import type { CarriedEntry } from '../../state/entry.ts';
import type { EntryTable } from '../tables/entry-table.ts';

/** The rows of entries as one transaction changes them: the table, and whether anything is different now. */
export type TxRows = {
  readonly table: EntryTable;
  /** false when the entry is there already, word for word */
  readonly write: (entry: CarriedEntry) => boolean;
  /** a change that was not made by `write` */
  readonly noteChange: () => void;
  readonly haveChanged: () => boolean;
};

export const txRows = (table: EntryTable): TxRows => {
  let haveChanged = false;
  return {
    table,
    write: (entry) => {
      const isNew = table.write(entry);
      haveChanged ||= isNew;
      return isNew;
    },
    noteChange: () => {
      haveChanged = true;
    },
    haveChanged: () => haveChanged,
  };
};
