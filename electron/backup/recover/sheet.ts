// SPDX-License-Identifier: GPL-3.0-or-later
import { escrowRecord } from '../escrowed/record.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { LONGEST_NAME, plainText } from '../../../shared/names.ts';
import type { RecoverySheetView } from '../../../shared/view-backup.ts';
import type { Store } from '../../storage/store.ts';
import { isUnconfirmed } from '../../storage/unconfirmed.ts';
import type { World } from '../../world.ts';
import { walletName } from '../devices/names.ts';
import type { BackupFailure } from '../failure/failure.ts';
import { recoveryToQr } from '../paper/square.ts';
import { paperName, recoveryToText, secretGroups, sheetNumberFor, type Recovery } from '../paper/text.ts';
import { isKnownKind, kindWord } from '../providers/kinds.ts';
import { activeProviders, waysTo } from '../providers/known.ts';
import { lastDrill } from '../safety/last-drill.ts';
import { markOf } from '../safety/paper-mark.ts';

/** What a sheet of today says. Refused while there is no backup to restore. */
export const ownSheet = (world: Pick<World, 'now'>, store: Store): Result<Recovery, BackupFailure> => {
  const root = store.local.rootSecret();
  if (root === undefined) return err({ kind: 'wrong-backup-state', state: 'uninitialized' });
  const facts = {
    walletName: paperName(walletName(store)),
    date: dayOf(world.now()),
    providers: activeProviders(store)
      // What only copies have named would be their person's on the next sheet.
      .filter(({ id }) => !isUnconfirmed(store.local, id))
      .filter(({ id, value }) => isWritable(id, value.provider_kind))
      .map(({ id, value }) => {
        const at = waysTo(store, id).access?.address;
        return { name: paperName(plainText(value.name, LONGEST_NAME)), url: id, ...(at === undefined ? {} : { at }) };
      }),
  };
  return ok({ ...facts, root, sheetNumber: sheetNumberFor({ ...facts, root }) });
};

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** The recovery sheet as of today: everything needed to restore, opened. Refused while there is no backup to restore. */
export const recoverySheet = (world: World, store: Store): Result<RecoverySheetView, BackupFailure> => {
  const own = ownSheet(world, store);
  if (!own.ok) return own;
  const sheet = own.value;
  const drill = lastDrill(store);
  return ok({
    text: recoveryToText(sheet),
    ...recoveryToQr(sheet),
    groups: secretGroups(sheet),
    walletName: sheet.walletName,
    sheetNumber: sheet.sheetNumber.toUpperCase(),
    date: sheet.date,
    ...(drill?.verdict === 'passed' ? { testedOn: dayOf(drill.at) } : {}),
    providers: sheet.providers,
    // One of a secret of before is worth nothing.
    ...(escrowRecord(store)?.of === markOf(sheet.root) ? { hasEscrow: true as const } : {}),
  });
};

/**
 * A plain web address on a sheet means the kind whose id it is, so a kind of a newer version with such an id would be asked as what it is
 * not; that version's own sheet and every copy name it. Ids that say their kind (`holdfast+KIND:…`) go on the sheet, known or not.
 */
const isWritable = (id: string, kind: string): boolean => isKnownKind(kind) || !isKnownKind(kindWord(id));
