// SPDX-License-Identifier: GPL-3.0-or-later
import { readEntry, type CarriedEntry } from '../../state/entry.ts';
import { goneName } from '../../state/gone.ts';
import type { UndoContent } from '../../storage/tables/undo.ts';
import type { Tx } from '../../storage/store.ts';
import { wasInIt } from '../recover/before.ts';

/**
 * What is left of a wallet that was brought back or gone on with goes, in the transaction that forgets it: what was here before stays as
 * it has become since, registers and marks are what they were. `isStored`: enough places hold everything there is; otherwise, where
 * somebody else took the wallet over meanwhile, all of it stays here as of a wallet that was left.
 */
export const endUndo = (tx: Tx, isStored: boolean): void => {
  const undoing = tx.local.mark('undoing');
  const content = undoing && tx.local.undoContent(undoing.copy);
  if (undoing && content && isStored && !wasInIt(content)) goBack(tx, content);
  // What came after the step was part of the wallet that goes; and of a wallet that was left there is nothing to take back.
  for (const { number } of tx.local.undoCopies())
    if (undoing === undefined || number >= undoing.copy) tx.local.dropUndoCopy(number);
  tx.local.setMark('undoing', undefined);
};

/** Devices and registers: of these the last word counts, so what they said before has to be said again. */
const SAID_AGAIN: ReadonlySet<string> = new Set(['device', 'provider', 'setting', 'tombstone']);

const goBack = (tx: Tx, content: UndoContent): void => {
  const before = new Map(content.entries.map((entry) => [goneName(entry.kind, entry.id), entry]));
  const isGoing = ({ kind, id }: CarriedEntry): boolean => kind === 'device' || !before.has(goneName(kind, id));
  tx.takeAway(tx.snapshot().filter(isGoing));
  tx.backToDevice(content.deviceId);
  for (const carried of content.entries) {
    const entry = SAID_AGAIN.has(carried.kind) && carried.quarantined !== true ? readEntry(carried) : undefined;
    if (entry) tx.put(entry.kind, entry.id, entry.value);
  }
  tx.local.putBackMarks(content);
  tx.local.forgetSteps(tx.local.mark('taken-over-wallets') ?? []);
};
