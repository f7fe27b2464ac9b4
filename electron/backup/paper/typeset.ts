// SPDX-License-Identifier: GPL-3.0-or-later
import PDFDocument from 'pdfkit';
import { inVisualOrder } from './bidi.ts';
import { FONT_NAMES, fontBytes, fontFor, orBox, type Face, type FontName } from './fonts.ts';

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
};

/** An empty PDF that carries its own fonts, and the whole of its bytes once it has been ended. */
export const openPdf = (
  size: 'A4' | 'LETTER',
  margin: number,
  title: string,
): { readonly page: Page; readonly whole: Promise<Uint8Array> } => {
  // `null`: none of pdfkit's own fonts.
  const page = new PDFDocument({ size, margin, font: null as never, info: { Title: title, Producer: 'Holdfast' } });
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
    for (const line of wrapped(page, paragraph, setting)) setLine(page, line, setting);
  }
};

const LINE = 1.22;
const ASCENT = 0.95;

const setLine = (page: Page, line: string, { face, size, x, gap = 0 }: Setting): void => {
  if (page.y + size * LINE > page.page.maxY()) {
    page.addPage();
  }
  const baseline = page.y + size * ASCENT;
  let at = x;
  for (const { text } of inVisualOrder(line)) {
    for (const run of inFonts(text, face)) {
      page.font(run.font).fontSize(size);
      page.text(run.text, at, baseline, { lineBreak: false, baseline: 'alphabetic' });
      at += page.widthOfString(run.text);
    }
  }
  page.y = baseline + size * (LINE - ASCENT) + gap;
};

const LETTERS = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const lettersOf = (text: string): readonly string[] => [...LETTERS.segment(text)].map(({ segment }) => segment);

type Run = { readonly font: FontName; text: string };

/** The text cut where the next letter needs another font. */
const inFonts = (text: string, face: Face): readonly Run[] => {
  const runs: Run[] = [];
  for (const letter of lettersOf(text)) {
    const font = fontFor(letter, face);
    const last = runs.at(-1);
    if (last?.font === font) last.text += orBox(letter, font);
    else runs.push({ font, text: orBox(letter, font) });
  }
  return runs;
};

const widthOf = (page: Page, text: string, { face, size }: Setting): number =>
  inVisualOrder(text)
    .flatMap((stretch) => inFonts(stretch.text, face))
    .reduce((sum, run) => sum + page.font(run.font).fontSize(size).widthOfString(run.text), 0);

/** The lines of a paragraph, each as wide as there is room. */
const wrapped = (page: Page, paragraph: string, setting: Setting): readonly string[] => {
  const fits = (line: string): boolean => widthOf(page, line.trimEnd(), setting) <= setting.width;
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.match(/\s*\S+/gu) ?? []) {
    if (fits(line + word)) {
      line += word;
      continue;
    }
    if (line !== '') lines.push(line);
    line = lines.length === 0 ? word : word.trimStart();
    while (!fits(line)) {
      const most = mostThatFits(lettersOf(line), fits);
      lines.push(most);
      line = line.slice(most.length);
    }
  }
  return [...lines, line];
};

/**
 * As many letters as fit into a line, and one at least; none of them a hyphen at its end, where the next line can begin with it: programs
 * that read a page take that for the mark of a broken word and leave it out, and an address would be another.
 */
const mostThatFits = (letters: readonly string[], fits: (line: string) => boolean): string => {
  let [low, high] = [1, letters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(letters.slice(0, middle).join(''))) low = middle;
    else high = middle - 1;
  }
  if (low === letters.length) return letters.join('');
  const most = letters.slice(0, low).join('');
  const unbroken = most.replace(/[\p{Pd}\u00AD\u2212]+$/u, '');
  return unbroken === '' ? most : unbroken;
};
