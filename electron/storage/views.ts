// SPDX-License-Identifier: GPL-3.0-or-later
import type { EntryText } from '../state/content.ts';
import type { CarriedEntry, Entry, Kind, ValueByKind } from '../state/entry.ts';
import type { LocalReader, LocalWriter } from './local.ts';
import type { CoinFilter } from './tables/entry-table.ts';

/** Reads what the wallet knows. Entries a newer wallet wrote in an unreadable shape are carried but not shown here. */
export type Reader = {
  readonly entry: <K extends Kind>(kind: K, id: string) => Entry<K> | undefined;
  /** all entries of a kind, by id */
  readonly entries: <K extends Kind>(kind: K) => readonly Entry<K>[];
  /** entries that copies held and no honest wallet writes: carried, never used */
  readonly keptApart: () => readonly CarriedEntry[];
  readonly coins: (filter: CoinFilter) => readonly Entry<'coin'>[];
  /** withdrawals and refreshes whose coins are derived in a way that is not known here: none until a newer wallet wrote one */
  readonly withNewerScheme: () => readonly (Entry<'withdrawal'> | Entry<'refresh'>)[];
  /** withdrawals and refreshes with a seed that somebody outside may know: none until a wallet was left or taken over */
  readonly withOutside: () => readonly (Entry<'withdrawal'> | Entry<'refresh'>)[];
  /** everything that must survive, sorted: also unknown kinds and quarantined entries */
  readonly snapshot: () => readonly CarriedEntry[];
  /** the same with the values as they are kept, in no order: what a copy is made from */
  readonly texts: () => readonly EntryText[];
  /** how many characters of values belong to an exchange: its own facts, and all that names it as `exchange` but for what shops and persons wrote */
  readonly bytesOf: (exchange: string) => number;
  /** grows with every change of entries, by this or another connection; ask before `snapshot`, not after */
  readonly revision: () => number;
  readonly deviceId: () => string;
  /** What `make` made when it was first asked for: kept beside the entries as long as the database is open, for what is worked out of them. */
  readonly beside: <T>(make: () => T) => T;
  /** Reads so many entries of a kind before anybody asks for all of them; false once there are none left. What it read is no answer. */
  readonly readAhead: (kind: Kind, rows: number) => boolean;
  readonly local: LocalReader;
};

export type JoinReport = {
  /** entries that are different now */
  readonly changed: number;
  /** entries kept aside because their clock is more than 24 h ahead of ours */
  readonly quarantined: number;
};

/** Writes, all in one transaction under one clock. */
export type Tx = Omit<Reader, 'local'> & {
  /** joins the value with what is there and stamps it with the transaction's clock; a value that does not fit its schema is a defect */
  readonly put: <K extends Kind>(kind: K, id: string, value: ValueByKind[K]) => void;
  /** joins entries from another copy: they keep their clocks, and ours moves past them */
  readonly join: (entries: readonly CarriedEntry[]) => JoinReport;
  /** the clock text every `put` of this transaction carries */
  readonly clock: () => string;
  /** claims an epoch above the highest seen for this device (written as a `device` entry); returns it */
  readonly claimEpoch: (name?: string) => number;
  /** gives this installation a new device id (restore, takeover, cloned directory) and returns it; call `claimEpoch` next */
  readonly renewDevice: () => string;
  /** removes the rows of these entries, and what is kept aside under their names: they come back with any copy that has them */
  readonly takeAway: (names: readonly { readonly kind: string; readonly id: string }[]) => void;
  /** gives this installation the id back that it had before `renewDevice`; its clock goes on */
  readonly backToDevice: (deviceId: string) => void;
  readonly local: LocalWriter;
};
