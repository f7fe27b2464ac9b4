// SPDX-License-Identifier: GPL-3.0-or-later
import { expect } from 'vitest';
import { mustOk } from '../../shared/result.ts';
import type { UndoReportView } from '../../shared/view-undo.ts';
import { install, outcomes, type HastyWorld, type Installation } from '../support/backup-rig.ts';
import { settle } from './takeover-lab.ts';

// What the tests of undoing do and look at again and again.

export const standing = ({ backup }: Installation): string => backup.devices().standing;
export const lastStep = ({ backup }: Installation): number =>
  backup.undoSteps().steps[0]?.number ?? expect.fail('no step');
export const undo = async (one: Installation, number = lastStep(one)): Promise<UndoReportView> =>
  mustOk(await one.backup.undo(number), 'undone');
export const kinds = (said: readonly { readonly kind: string }[]): readonly string[] => said.map(({ kind }) => kind);

/** A fresh installation that a sheet was restored to, and that has told its places. */
export const restoredIn = async (world: HastyWorld, text: string): Promise<Installation> => {
  const two = install(world);
  mustOk(await two.backup.restore(text), 'restored');
  await settle(two);
  await outcomes(two);
  return two;
};
