// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import {
  amount,
  answersOfSheet,
  bringIn,
  lookAtImport,
  nothing,
  placesOfPerson,
  recoveryText,
  text,
  uri,
} from './contract-fields.ts';
import type { ImportReportView, ImportView } from './view-import.ts';
import type { RecoverySheetView, SheetTestView } from './view-backup.ts';
import type { DrawnPages } from './view-sheet.ts';
import type { SharesView } from './view-shares.ts';
import type { DrillProgressView, DrillReportView } from './view-drill.ts';
import type { RekeyQuoteView, RekeyView } from './view-rekey.ts';
import type { UndoListView, UndoPreviewView, UndoReportView } from './view-undo.ts';
import type { RecoveryQuestionView, RestoreProgressView, RestoreReportView, SheetReadView } from './view-restore.ts';

// The part of `contract.ts` on the sheet, on trying it, and on what it brings back.

const paper = z.enum(['A4', 'Letter']);
/** how many shares are made, and how many of them are needed */
const splitSize = z
  .strictObject({ needed: z.int().min(2).max(5), count: z.int().min(2).max(8) })
  .refine(({ needed, count }) => needed <= count);
const sharesOnPaper = z.strictObject({ paper, only: z.int().min(1).max(8).optional() });
const undoNumber = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

export const recoveryInputs = {
  /** what stands on a sheet that was read or typed; `take`: the person takes the correction that is proposed for it */
  'app.readSheet': z.strictObject({
    recoveryText,
    take: z.boolean().optional(),
    /** the shares that are in already */
    beside: recoveryText.optional(),
  }),
  /** the camera may be asked for, while a sheet is shown to it */
  'app.camera': z.strictObject({ on: z.boolean() }),
  'sheet.reveal': z.strictObject({ passphrase: text(1024).optional() }),
  /** the sheet that is shown, as shares; each time it is a new split */
  'sheet.split': splitSize,
  /** the pages of the sheet that is shown, as they are drawn */
  'sheet.page': z.strictObject({ paper }),
  /** by the system's own dialog; no file is made */
  'sheet.print': z.strictObject({ paper }),
  /** one of the shares that are shown, as its pages are drawn */
  'shares.page': z.strictObject({ paper, only: z.int().min(1).max(8) }),
  /** the shares that are shown by the system's own dialog: all of them in one job, or only one */
  'shares.print': sharesOnPaper,
  /** the same as a PDF where the person wants it */
  'shares.save': sharesOnPaper,
  /** as a PDF where the person wants it */
  'sheet.save': z.strictObject({ paper }),
  'sheet.hide': nothing,
  /** reads back what stands on the paper */
  'sheet.test': z.strictObject({ recoveryText }),
  /** restores for a try; without a text by what this wallet knows itself */
  'drill.run': z.strictObject({ recoveryText: recoveryText.optional() }),
  'drill.progress': nothing,
  'drill.stop': nothing,
  /** ends a restore that is still asking its places; changes nothing */
  'restore.stop': nothing,
  /** what a new secret would cost, because somebody else may know the old one; changes nothing */
  'rekey.quote': nothing,
  'rekey.begin': z.strictObject({ agreedFees: z.array(amount).max(50) }),
  'rekey.progress': nothing,
  'rekey.goOn': nothing,
  'rekey.cancel': nothing,
  'restore.questions': z.strictObject({ recoveryText }),
  /** what was restored or taken over here and can be taken back */
  'undo.list': nothing,
  /** what taking that back means; asks the other wallet's places where it was joined */
  'undo.preview': z.strictObject({ number: undoNumber }),
  'undo.run': z.strictObject({ number: undoNumber }),
  /** what was given of GNU Taler's wallet, and what is in it; changes nothing */
  'import.read': lookAtImport,
  /** joins its money into this wallet, once its person has agreed to the issuers and the price that are told */
  'import.run': bringIn,
  /** how far the restore or takeover has come that is under way */
  'restore.progress': nothing,
  'restore.run': z.strictObject({
    recoveryText,
    folders: z.array(uri).max(20).optional(),
    places: placesOfPerson,
    answers: answersOfSheet,
  }),
} as const;

export type RecoveryOutputs = {
  'app.readSheet': SheetReadView;
  'app.camera': Record<string, never>;
  'sheet.reveal': RecoverySheetView;
  'sheet.split': SharesView;
  /** false when the person changed their mind */
  'shares.print': { readonly printed: boolean };
  'shares.save': { readonly file: string | null };
  'shares.page': DrawnPages;
  'sheet.page': DrawnPages;
  /** false when the person changed their mind */
  'sheet.print': { readonly printed: boolean };
  'sheet.save': { readonly file: string | null };
  'sheet.hide': Record<string, never>;
  'sheet.test': SheetTestView;
  'drill.run': DrillReportView;
  'drill.progress': { readonly progress: DrillProgressView | null };
  'drill.stop': Record<string, never>;
  'restore.stop': Record<string, never>;
  'undo.list': UndoListView;
  'undo.preview': UndoPreviewView;
  'undo.run': UndoReportView;
  /** `namesNoPlace`: the sheet, or the code that stands on it, does not say where copies are */
  'rekey.quote': RekeyQuoteView;
  'rekey.begin': { readonly progress: RekeyView | null };
  /** `madeAt`: when the secret of now was done with, if it was made anew here */
  'rekey.progress': { readonly progress: RekeyView | null; readonly madeAt?: number };
  'rekey.goOn': { readonly progress: RekeyView | null };
  'rekey.cancel': Record<string, never>;
  'restore.questions': { readonly questions: readonly RecoveryQuestionView[]; readonly namesNoPlace: boolean };
  'import.read': ImportView;
  'import.run': ImportReportView;
  'restore.progress': { readonly progress: RestoreProgressView | null };
  'restore.run': RestoreReportView;
};
