// SPDX-License-Identifier: GPL-3.0-or-later
import type { DrawnMark, DrawnPages } from '../../../../shared/view-sheet.ts';
import { openPdf, type Page } from '../typeset.ts';

/** Drawn pages as a PDF that carries its own fonts; its text can be searched, copied and read aloud. */
export const pagesToPdf = ({ title, pages }: DrawnPages): Promise<Uint8Array> => {
  const { page, whole } = openPdf(undefined, 0, title);
  for (const { width, height, marks } of pages) {
    page.addPage({ size: [width, height], margin: 0 });
    for (const mark of marks) draw(page, mark);
  }
  page.end();
  return whole;
};

const draw = (page: Page, mark: DrawnMark): void => {
  switch (mark.kind) {
    case 'words':
      page.font(mark.font).fontSize(mark.size);
      page.text(mark.drawn ?? mark.text, mark.x, mark.y, { lineBreak: false, baseline: 'alphabetic' });
      return;
    case 'line':
      page
        .lineWidth(mark.line)
        .moveTo(...mark.from)
        .lineTo(...mark.to);
      if (mark.dash === undefined) page.undash();
      else page.dash(mark.dash, {});
      page.stroke('black');
      return;
    case 'box':
      page.undash().lineWidth(mark.line).rect(mark.x, mark.y, mark.width, mark.height).stroke('black');
      return;
    case 'area': {
      const scale = mark.size / mark.side;
      page.save().translate(mark.x, mark.y).scale(scale).path(mark.d);
      if (mark.pen === undefined) page.fill('black');
      else page.undash().lineWidth(mark.pen).stroke('black');
      page.restore();
    }
  }
};
