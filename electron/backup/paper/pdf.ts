// SPDX-License-Identifier: GPL-3.0-or-later
import type { RecoverySheetView } from '../../../shared/view-backup.ts';
import type { SharesView } from '../../../shared/view-shares.ts';
import type { PageWords } from '../../../shared/words/words.ts';
import type { Paper } from './page/description.ts';
import { pagesToPdf } from './page/draw-pdf.ts';
import { layOut } from './page/lay-out.ts';
import { recoveryPage } from './page/recovery-page.ts';
import { sharesPages } from './page/shares-pages.ts';

/** The recovery sheet as a PDF of the given paper: text and QR code, each sufficient alone (FORMAT.md#2-the-recovery-sheet). */
export const sheetPdf = (sheet: RecoverySheetView, paper: Paper, words: PageWords): Promise<Uint8Array> =>
  pagesToPdf(layOut(recoveryPage(sheet, words), paper));

/** All shares of a split as one PDF, a page or more for each. */
export const sharesPdf = (shares: SharesView, paper: Paper, words: PageWords): Promise<Uint8Array> =>
  pagesToPdf(sharesPages(shares, paper, words));
