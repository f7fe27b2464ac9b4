// SPDX-License-Identifier: GPL-3.0-or-later
import { create as createQr } from 'qrcode';
import type { RecoverySheetView } from '../../../shared/view-backup.ts';
import type { Words } from '../../../shared/words/words.ts';
import { openPdf, setText, type Page } from './typeset.ts';
import { linesToType, sheetWords, type Paper, type SheetWords } from './words.ts';

const MARGIN = 50;
/** DD009 sheet rule: nothing smaller than 10 pt, black on white. */
const BODY = 10;
/** A QR module narrower than 0.35 mm (1 pt) is hard to read for a phone after a photocopy. */
const QR_SIDE = 205;
const GUTTER = 22;
const HEADING = 11.5;
/** The lines to type: a secret's line of five groups, and a long address, stay in one line. */
const TYPED = 10;

/** The recovery sheet as a PDF page of the given paper: text and QR code, each sufficient alone (FORMAT.md#2-the-recovery-sheet). */
export const sheetPdf = (sheet: RecoverySheetView, paper: Paper, words: Words): Promise<Uint8Array> => {
  const { page, whole } = openPdf(paper === 'A4' ? 'A4' : 'LETTER', MARGIN, words.t('print.file'));
  draw(page, sheet, sheetWords(sheet, words));
  page.end();
  return whole;
};

const draw = (page: Page, sheet: RecoverySheetView, said: SheetWords): void => {
  const column = { x: MARGIN, width: page.page.width - 2 * MARGIN };
  const facts = (mark: string): void =>
    setText(page, mark + said.facts.join('      '), { ...column, face: 'plain', size: BODY });
  page.y = MARGIN;
  setText(page, said.title, { ...column, face: 'bold', size: 20 });
  facts('');
  // A second page, of a wallet with very many places, says whose it is: as a remark, for it may be typed or copied with the lines around it.
  page.on('pageAdded', () => {
    facts('# ');
    page.y += 9;
  });
  const top = page.y + 12;
  drawQr(page, sheet.qrText, MARGIN, top);
  page.y = top;
  besideCode(page, said, { x: MARGIN + QR_SIDE + GUTTER, width: column.width - QR_SIDE - GUTTER });
  page.y = Math.max(page.y, top + QR_SIDE) + 4;

  section(page, column, said.textTitle);
  setText(page, linesToType(sheet.text), { ...column, face: 'mono', size: TYPED, gap: 1.5 });
  section(page, column, said.placesTitle);
  for (const place of said.places) setText(page, place, { ...column, face: 'plain', size: BODY, gap: 1 });
};

const besideCode = (page: Page, said: SheetWords, column: Column): void => {
  const body = { ...column, face: 'plain', size: BODY, gap: 1 } as const;
  setText(page, said.warning, { ...column, face: 'bold', size: HEADING });
  for (const words of [said.advice, ...said.code]) setText(page, words, body);
  page.y += 8;
  setText(page, said.stepsTitle, { ...column, face: 'bold', size: HEADING });
  said.steps.forEach((step, index) => {
    page.y += 2;
    setText(page, `${index + 1}.  ${step}`, body);
  });
};

type Column = { readonly x: number; readonly width: number };

const section = (page: Page, column: Column, title: string): void => {
  page.y += 9;
  setText(page, title, { ...column, face: 'bold', size: HEADING });
  page.y += 3;
};

const drawQr = (page: Page, text: string, x: number, y: number): void => {
  const { modules } = createQr(text, { errorCorrectionLevel: 'M' });
  const side = QR_SIDE / modules.size;
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column) === 1) page.rect(x + column * side, y + row * side, side + 0.05, side + 0.05);
    }
  }
  page.fill('black');
};
