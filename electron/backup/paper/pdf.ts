// SPDX-License-Identifier: GPL-3.0-or-later
import PDFDocument from 'pdfkit';
import { create as createQr } from 'qrcode';
import type { RecoverySheetView } from '../../../shared/view-backup.ts';
import type { Words } from '../../../shared/words/words.ts';
import { linesToType, sheetWords, type Paper, type SheetWords } from './words.ts';

const MARGIN = 50;
/** DD009 sheet rule: nothing smaller than 10 pt, black on white. */
const BODY = 10;
/** A QR module narrower than 0.35 mm (1 pt) is hard to read for a phone after a photocopy. */
const QR_SIDE = 205;

/** The recovery sheet as one PDF page of the given paper: text and QR code, each sufficient alone (FORMAT.md#2-the-recovery-sheet). */
export const sheetPdf = (sheet: RecoverySheetView, paper: Paper, words: Words): Promise<Uint8Array> => {
  const page = new PDFDocument({
    size: paper === 'A4' ? 'A4' : 'LETTER',
    margins: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
    info: { Title: words.t('print.file'), Producer: 'Holdfast' },
  });
  const chunks: Uint8Array[] = [];
  page.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const whole = new Promise<Uint8Array>((resolve, reject) => {
    page.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    page.on('error', reject);
  });
  draw(page, sheet, sheetWords(sheet, words));
  page.end();
  return whole;
};

type Page = InstanceType<typeof PDFDocument>;

const draw = (page: Page, sheet: RecoverySheetView, said: SheetWords): void => {
  const width = page.page.width - 2 * MARGIN;
  page.font('Helvetica-Bold').fontSize(20).text(said.title, MARGIN, MARGIN);
  page.font('Helvetica').fontSize(BODY).text(said.facts.join('      '), { width }).moveDown(1);

  const top = page.y;
  drawQr(page, sheet.qrText, MARGIN, top);
  const column = MARGIN + QR_SIDE + 22;
  const beside = { width: width - QR_SIDE - 22 };
  page.font('Helvetica-Bold').fontSize(11.5).text(said.warning, column, top, beside);
  page.font('Helvetica').fontSize(BODY);
  page.text(said.advice, { ...beside, lineGap: 1 });
  page.moveDown(0.9);
  page.font('Helvetica-Bold').fontSize(11.5).text(said.stepsTitle, column, page.y, beside).moveDown(0.2);
  page.font('Helvetica').fontSize(BODY);
  said.steps.forEach((step, index) =>
    page.text(`${index + 1}.  ${step}`, column, page.y + 2.5, { ...beside, lineGap: 1 }),
  );
  page.y = Math.max(page.y, top + QR_SIDE) + 8;

  section(page, width, said.textTitle);
  page
    .font('Courier')
    .fontSize(10.5)
    .text(linesToType(sheet.text), MARGIN, page.y + 2, { width, lineGap: 2.5 });
  section(page, width, said.placesTitle);
  page.font('Helvetica').fontSize(BODY);
  for (const place of said.places) page.text(place, { width, lineGap: 1 });
};

const section = (page: Page, width: number, title: string): void => {
  page.moveDown(0.8);
  page.font('Helvetica-Bold').fontSize(11.5).text(title, MARGIN, page.y, { width });
  page.moveDown(0.25);
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
