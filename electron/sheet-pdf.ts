// SPDX-License-Identifier: GPL-3.0-or-later
import PDFDocument from 'pdfkit';
import { create as createQr } from 'qrcode';
import type { RecoverySheetView } from '../shared/view.ts';

export type Paper = 'A4' | 'Letter';

const MARGIN = 50;
/** DD009 sheet rule: nothing smaller than 10 pt, black on white. */
const BODY = 10;
/** A QR module narrower than 0.35 mm (1 pt) is hard to read for a phone after a photocopy. */
const QR_SIDE = 205;

const STEPS = [
  'Install Holdfast on any computer and choose "Restore", or run: holdfast restore --sheet FILE',
  'Scan the code, or type this page from "HOLDFAST-RECOVERY-1" to "END". Capitals and spaces do not matter.',
  'Holdfast asks every provider named here at once, says which of them answered, and joins what they keep.',
  'It then asks the exchanges which coins are still good. Do not use the old computer again after that.',
];

/** The recovery sheet as one PDF page of the given paper: text and QR code, each sufficient alone (design "The recovery sheet"). */
export const sheetPdf = (sheet: RecoverySheetView, paper: Paper): Promise<Uint8Array> => {
  const page = new PDFDocument({
    size: paper === 'A4' ? 'A4' : 'LETTER',
    margins: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
    info: { Title: 'Holdfast recovery sheet', Producer: 'Holdfast' },
  });
  const chunks: Uint8Array[] = [];
  page.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const whole = new Promise<Uint8Array>((resolve, reject) => {
    page.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    page.on('error', reject);
  });
  draw(page, sheet);
  page.end();
  return whole;
};

type Page = InstanceType<typeof PDFDocument>;

const draw = (page: Page, sheet: RecoverySheetView): void => {
  const width = page.page.width - 2 * MARGIN;
  page.font('Helvetica-Bold').fontSize(20).text('Recovery sheet', MARGIN, MARGIN);
  const facts = [`Wallet: ${sheet.walletName}`, `Date: ${sheet.date}`, `Sheet: ${sheet.sheetNumber.toUpperCase()}`].join('      ');
  page.font('Helvetica').fontSize(BODY).text(facts, { width }).moveDown(1);

  const top = page.y;
  drawQr(page, sheet.qrText, MARGIN, top);
  const column = MARGIN + QR_SIDE + 22;
  const beside = { width: width - QR_SIDE - 22 };
  page.font('Helvetica-Bold').fontSize(11.5).text('Whoever holds this page holds the money.', column, top, beside);
  page.font('Helvetica').fontSize(BODY);
  page.text('Keep it like cash. Nobody will ever ask you for it: not a bank, not a shop, not the makers of Holdfast.', { ...beside, lineGap: 1 });
  page.moveDown(0.9);
  page.font('Helvetica-Bold').fontSize(11.5).text('How to get the money back', column, page.y, beside).moveDown(0.2);
  page.font('Helvetica').fontSize(BODY);
  STEPS.forEach((step, index) => page.text(`${index + 1}.  ${step}`, column, page.y + 2.5, { ...beside, lineGap: 1 }));
  page.y = Math.max(page.y, top + QR_SIDE) + 8;

  section(page, width, 'The same as text: the code above alone, or these lines alone, are enough');
  page.font('Courier').fontSize(10.5).text(linesToType(sheet.text), MARGIN, page.y + 2, { width, lineGap: 2.5 });
  section(page, width, 'Providers that keep the encrypted backup');
  page.font('Helvetica').fontSize(BODY);
  for (const provider of sheet.providers) page.text(`${provider.name}: ${provider.url}`, { width, lineGap: 1 });
  if (sheet.providers.length === 0) page.text('None yet. Without a provider this page restores nothing.', { width });
};

/** Without the remark lines: a remark that wraps on paper would be typed back as a line of its own. */
const linesToType = (text: string): string =>
  text
    .trimEnd()
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n');

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
