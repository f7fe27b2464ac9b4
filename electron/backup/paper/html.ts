// SPDX-License-Identifier: GPL-3.0-or-later
import type { RecoverySheetView } from '../../../shared/view-backup.ts';
import type { SharesView } from '../../../shared/view-shares.ts';
import type { PageWords } from '../../../shared/words/words.ts';
import type { Paper } from './page/description.ts';
import { pagesToHtml } from './page/draw-html.ts';
import { layOut } from './page/lay-out.ts';
import { recoveryPage } from './page/recovery-page.ts';
import { sharesPages } from './page/shares-pages.ts';

/** The recovery sheet as one self-contained HTML page: no script, nothing fetched, black on white, at least 10 pt. */
export const sheetHtml = (sheet: RecoverySheetView, paper: Paper, words: PageWords): string =>
  pagesToHtml(layOut(recoveryPage(sheet, words), paper), words.own.locale);

/** All shares of a split as one such file, a page or more for each. */
export const sharesHtml = (shares: SharesView, paper: Paper, words: PageWords): string =>
  pagesToHtml(sharesPages(shares, paper, words), words.own.locale);
