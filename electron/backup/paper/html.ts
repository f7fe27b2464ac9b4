// SPDX-License-Identifier: GPL-3.0-or-later
import type { RecoverySheetView } from '../../../shared/view-backup.ts';
import type { PageWords } from '../../../shared/words/words.ts';
import type { Paper } from './page/description.ts';
import { pagesToHtml } from './page/draw-html.ts';
import { layOut } from './page/lay-out.ts';
import { recoveryPage } from './page/recovery-page.ts';

/** The recovery sheet as one self-contained HTML page: no script, nothing fetched, black on white, at least 10 pt. */
export const sheetHtml = (sheet: RecoverySheetView, paper: Paper, words: PageWords): string =>
  pagesToHtml(layOut(recoveryPage(sheet, words), paper), words.own.locale);
