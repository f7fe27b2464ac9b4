// SPDX-License-Identifier: GPL-3.0-or-later
import type { DrawnPages } from '../../../../shared/view-sheet.ts';
import type { SharesView } from '../../../../shared/view-shares.ts';
import type { PageWords } from '../../../../shared/words/words.ts';
import type { Paper } from './description.ts';
import { layOut } from './lay-out.ts';
import { sharePage } from './share-page.ts';

/** The pages of all shares one after the other, as they are drawn. */
export const sharesPages = (shares: SharesView, paper: Paper, words: PageWords): DrawnPages => {
  const each = shares.shares.map((share) => layOut(sharePage(shares, share, words), paper));
  return {
    title: words.own.t('print.share.file'),
    pages: each.flatMap(({ pages }) => pages),
    // A letter's shape has the same name on all pages.
    outlines: Object.assign({}, ...each.map(({ outlines }) => outlines)) as DrawnPages['outlines'],
  };
};
