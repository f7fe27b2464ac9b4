// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../shared/result.ts';
import type { UndoPreviewView, UndoReportView } from '../../../shared/view-undo.ts';
import { standingOf } from '../../state/standing.ts';
import type { UndoCopy } from '../../storage/tables/undo.ts';
import type { Tx } from '../../storage/store.ts';
import { mayHoldMoney } from '../../wallet/ledger/may-hold.ts';
import type { CycleParts } from '../cycle/round.ts';
import { deviceNames } from '../devices/devices.ts';
import type { BackupFailure } from '../failure/failure.ts';
import { abandon, forgetWallet, type AbandonParts } from '../leave/abandon.ts';
import { wasInIt } from '../recover/before.ts';
import { judgeSafety } from '../safety/judge.ts';
import { readSafety } from '../safety/read.ts';
import type { Wallet } from '../../wallet/wallet.ts';
import { endUndo } from './back.ts';

// A wallet that was brought back, or gone on with, leaves this computer again: in the two phases in which a device leaves its wallet,
// so that whoever restores later hears of it. Its money stays where it was: in its copies, and its sheet brings it back.

type Parts = CycleParts & { readonly wallet: Wallet; readonly leaving: AbandonParts };

/** What taking it back means; nobody is asked. */
export const previewContinued = ({ store, wallet }: Parts, copy: UndoCopy): UndoPreviewView => {
  const content = store.local.undoContent(copy.number);
  const sums = wallet
    .balances()
    .map(({ total }) => total)
    .filter((total) => !/:-?0$/.test(total));
  const devices = store.entries('device');
  const names = deviceNames(devices);
  const others = devices.filter(({ id, value }) => id !== store.deviceId() && value.status === 'taken-over');
  return {
    number: copy.number,
    said: [
      sums.length === 0 ? { kind: 'nothing-leaves', facts: {} } : { kind: 'leaves', facts: { sums } },
      { kind: content === undefined || wasInIt(content) ? 'left-again' : 'empty-again', facts: {} },
      ...(copy.why === 'continued' && others.length > 0
        ? [{ kind: 'stands-still' as const, facts: { others: others.map(({ id }) => names.get(id) ?? '') } }]
        : []),
    ],
  };
};

/** Takes it back: refused, with nothing changed, while a sheet that was read back does not lead to a copy of everything. */
export const undoContinued = async (parts: Parts, copy: UndoCopy): Promise<Result<UndoReportView, BackupFailure>> => {
  const { store, world, leaving } = parts;
  const begin = (tx: Tx): Result<void, BackupFailure> => {
    if (!tx.local.undoCopies().some(({ number }) => number === copy.number)) return err({ kind: 'no-undo' });
    const { lost } = judgeSafety(readSafety(parts));
    if (lost.length > 0) return err({ kind: 'undo-would-lose', lost });
    tx.local.setMark('undoing', { copy: copy.number, nextAt: 0 });
    return ok(undefined);
  };
  const standing = standingOf(store.entries('device'), store.deviceId());
  if (standing === 'superseded' || standing === 'taken-over') return err({ kind: 'wrong-device-state', standing });
  const left = await abandon(leaving, begin);
  if (!left.ok && left.error.kind === 'not-stored' && !mayHoldMoney(store, world.now()))
    return forgetAtOnce(parts, begin);
  if (!left.ok) return left;
  if (left.value.state === 'leaving') return ok({ state: 'going-on', said: [{ kind: 'goes-on', facts: {} }] });
  const untold = left.value.said.flatMap((said) => (said.kind === 'untold' ? said.facts.places : []));
  const told = left.value.said.flatMap((said) => (said.kind === 'left' ? said.facts.told : []));
  return ok({
    state: 'done',
    said: [
      told.length === 0 ? { kind: 'done', facts: {} } : { kind: 'left', facts: { told } },
      ...(untold.length === 0 ? [] : [{ kind: 'untold' as const, facts: { places: untold } }]),
    ],
  });
};

/** There is no money in it, so nothing depends on places that do not answer. */
const forgetAtOnce = (
  { store }: Parts,
  begin: (tx: Tx) => Result<void, BackupFailure>,
): Result<UndoReportView, BackupFailure> => {
  const begun = store.transaction((tx) => {
    const agreed = begin(tx);
    if (agreed.ok) {
      endUndo(tx, true);
      forgetWallet(tx);
    }
    return agreed;
  });
  return begun.ok ? ok({ state: 'done', said: [{ kind: 'done', facts: {} }] }) : begun;
};
