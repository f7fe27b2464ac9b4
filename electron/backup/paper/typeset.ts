// SPDX-License-Identifier: GPL-3.0-or-later
import PDFDocument from 'pdfkit';
import { directionOf, inVisualOrder, type Direction } from './bidi.ts';
import { FONT_NAMES, fontBytes, type Face } from './fonts.ts';
import { inFonts, wrapped } from './wrap.ts';

// Text of any script on a PDF page: pdfkit's own fonts know Windows-1252 only, and turn everything else into other letters.

export type Page = InstanceType<typeof PDFDocument>;
export type Setting = {
  readonly face: Face;
  /** points */
  readonly size: number;
  readonly x: number;
  readonly width: number;
  /** points between two lines, beside what the font asks for */
  readonly gap?: number;
  /** where the page is read from */
  readonly direction?: Direction;
};

/** An empty PDF that carries its own fonts, and the whole of its bytes once it has been ended; without a size it has no page yet. */
export const openPdf = (
  size: 'A4' | 'LETTER' | undefined,
  margin: number,
  title: string,
): { readonly page: Page; readonly whole: Promise<Uint8Array> } => {
  // `null`: none of pdfkit's own fonts.
  const page = new PDFDocument({
    ...(size === undefined ? { autoFirstPage: false } : { size }),
    margin,
    font: null as never,
    info: { Title: title, Producer: 'Holdfast' },
  });
  for (const name of FONT_NAMES) page.registerFont(name, fontBytes(name));
  const chunks: Uint8Array[] = [];
  page.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const whole = new Promise<Uint8Array>((resolve, reject) => {
    page.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    page.on('error', reject);
  });
  return { page, whole };
};

/** Sets text from `page.y` on, wrapped at blanks, or anywhere in a word longer than a line; what does not fit goes on on the next page. */
export const setText = (page: Page, text: string, setting: Setting): void => {
  // One sign for a letter and its accents: copied from the page, or searched on it, it is the letter people type.
  for (const paragraph of text.normalize('NFC').split('\n')) {
    const direction = directionOf(paragraph, setting.direction ?? 'ltr');
    for (const line of wrapped(paragraph, setting.width, (part) => widthOf(page, part, setting)))
      setLine(page, line, setting, direction);
  }
};

const LINE = 1.22;
const ASCENT = 0.95;

const setLine = (page: Page, line: string, setting: Setting, direction: Direction): void => {
  const { face, size, x, width, gap = 0 } = setting;
  if (page.y + size * LINE > page.page.maxY()) {
    page.addPage();
  }
  const baseline = page.y + size * ASCENT;
  let at = direction === 'ltr' ? x : x + width - widthOf(page, line, setting, direction);
  for (const text of inVisualOrder(line, direction)) {
    for (const run of inFonts(text, face)) {
      page.font(run.font).fontSize(size);
      page.text(run.text, at, baseline, { lineBreak: false, baseline: 'alphabetic' });
      at += page.widthOfString(run.text);
    }
  }
  page.y = baseline + size * (LINE - ASCENT) + gap;
};

const widthOf = (page: Page, text: string, { face, size }: Setting, direction?: Direction): number =>
  inVisualOrder(text, direction)
    .flatMap((stretch) => inFonts(stretch, face))
    .reduce((sum, run) => sum + page.font(run.font).fontSize(size).widthOfString(run.text), 0);
