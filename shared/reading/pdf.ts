// SPDX-License-Identifier: GPL-3.0-or-later
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { err, ok, type Result } from '../result.ts';
import { codesIn, FEW_LOOKS } from './codes.ts';
import type { Gray } from './gray.ts';
import { isOurs } from './ours.ts';
import type { Easel, Read, ReadingFailure } from './reading.ts';

/** A link may be printed without a code of it. */
const PRINTED_LINK = /\b(?:taler(?:\+http)?|payto):\S+/i;

/** A sheet is one page, and a few shares lie in one file; of a book the rest is not looked at. */
const MAX_PAGES = 10;
/** A page is drawn with so many dots along its longer side: 250 to the inch on A4. */
const PAGE_DOTS = 2900;
/** A canvas that a page asks for besides is not larger than this. */
const MAX_CANVAS = 16_000_000;
const MAX_IMAGE = 80_000_000;
/** What one paper has at most (`MAX_PAPER` in backup/paper/parse.ts). */
const MAX_TEXT = 44_000;
/** A page with more pieces of text is no sheet. */
const MAX_PIECES = 20_000;

/**
 * What the first pages of a PDF say: as text where they have it, and by the codes on them. Everything is done in this thread, without
 * fonts, scripts or anything else that the file asks for, so that ending the thread ends it.
 */
export const readPdf = async (
  bytes: Uint8Array,
  easel: Easel,
  mayGoOn: () => boolean,
): Promise<Result<Read, ReadingFailure>> => {
  const opened = await open(bytes, easel);
  if (!opened.ok) return opened;
  const of = opened.value.numPages;
  const pages: Page[] = [];
  for (let number = 1; number <= Math.min(of, MAX_PAGES); number++) {
    const page = await opened.value.getPage(number).catch(() => undefined);
    if (page !== undefined) pages.push({ page, text: around(await textOf(page).catch(() => '')) });
  }
  const others: string[] = [];
  const texts: string[] = [];
  let looked = 0;
  // Text takes no time and codes do: when there is no more, the text of the last page was read as that of the first was.
  for (const [at, { page, text }] of pages.entries()) {
    const codes = at === 0 || mayGoOn() ? await codesOn(page, text, easel, mayGoOn) : undefined;
    // A code is what its printer meant; the text of a page may have columns.
    texts.push(...(codes ?? []).filter(isOurs), ...(isOurs(text) ? [text] : []));
    others.push(...(codes ?? []).filter((code) => !isOurs(code)), ...(PRINTED_LINK.exec(text) ?? []));
    if (codes !== undefined || isOurs(text)) looked += 1;
    page.cleanup();
  }
  return ok({ texts, others, looked, of });
};

type Page = { readonly page: PDFPageProxy; readonly text: string };

/** A canvas for whatever the pages ask for, each within its bound. */
const factoryOf = (easel: Easel) => {
  const create = (width: number, height: number) => {
    if (!(width > 0 && height > 0 && width * height <= MAX_CANVAS)) throw new RangeError('a canvas of no size to draw');
    const canvas = easel.make(width, height) as Canvas;
    return { canvas, context: canvas.getContext('2d', { willReadFrequently: true }) };
  };
  type Made = { canvas: Canvas | null; context: unknown };
  return function CanvasFactory() {
    return {
      create,
      reset: (made: Made, width: number, height: number) => Object.assign(made, create(width, height)),
      destroy: (made: Made) => Object.assign(made, { canvas: null, context: null }),
      getNoAlphaContext: (canvas: Canvas) => canvas.getContext('2d', { alpha: false, willReadFrequently: true }),
    };
  };
};

/** Effects that need a document; a page with a code on it does without them. */
function NoFilters() {
  const none = (): string => 'none';
  return {
    addFilter: none,
    addHCMFilter: none,
    addAlphaFilter: none,
    addLuminosityFilter: none,
    addHighlightHCMFilter: none,
    addKnockoutFilter: none,
    destroy: () => undefined,
  };
}

type Canvas = { readonly getContext: (kind: '2d', how: object) => unknown };

const open = async (bytes: Uint8Array, easel: Easel): Promise<Result<PDFDocumentProxy, ReadingFailure>> => {
  const [pdfjs, worker] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.mjs'),
  ]);
  // It finds its other half here and starts no thread of its own.
  Object.assign(globalThis, { pdfjsWorker: worker });
  try {
    const opening = pdfjs.getDocument({
      // A buffer of Node is not taken.
      data: new Uint8Array(bytes),
      CanvasFactory: factoryOf(easel),
      FilterFactory: NoFilters,
      canvasMaxAreaInBytes: 4 * MAX_CANVAS,
      maxImageSize: MAX_IMAGE,
      disableFontFace: true,
      useSystemFonts: false,
      isOffscreenCanvasSupported: false,
      isImageDecoderSupported: false,
      useWasm: false,
      useWorkerFetch: false,
      enableXfa: false,
      disableAutoFetch: true,
      disableStream: true,
      verbosity: 0,
    });
    return ok(await opening.promise);
  } catch (thrown) {
    const isLocked = thrown instanceof Error && thrown.name === 'PasswordException';
    return err(isLocked ? { kind: 'pdf-locked', facts: {} } : { kind: 'unread-file', facts: { what: 'damaged' } });
  }
};

/** What the codes on a page say. A page that cannot be drawn has none. */
const codesOn = async (
  page: PDFPageProxy,
  text: string,
  easel: Easel,
  mayGoOn: () => boolean,
): Promise<readonly string[]> => {
  const drawn = await drawnOn(page, easel).catch(() => undefined);
  // Of a scanned page the first is looked at as a photograph is.
  const most = isOurs(text) || page.pageNumber > 1 ? FEW_LOOKS : undefined;
  return drawn === undefined ? [] : codesIn(drawn, mayGoOn, most);
};

const textOf = async (page: PDFPageProxy): Promise<string> => {
  const { items } = await page.getTextContent({ disableNormalization: true });
  return items
    .slice(0, MAX_PIECES)
    .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
    .join('');
};

/** As much of a text as a request takes, from where the sheet's own begins. */
const around = (text: string): string => {
  if (text.length <= MAX_TEXT) return text;
  const begin = text.search(/HOLDFAST[ -]*RECOVERY|\bhold ?1/i);
  return text.slice(Math.max(0, begin), Math.max(0, begin) + MAX_TEXT);
};

const drawnOn = async (page: PDFPageProxy, easel: Easel): Promise<Gray> => {
  const plain = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: PAGE_DOTS / Math.max(plain.width, plain.height) });
  const [width, height] = [Math.max(1, Math.floor(viewport.width)), Math.max(1, Math.floor(viewport.height))];
  const canvas = easel.make(width, height);
  await page.render({ canvas: canvas as HTMLCanvasElement, viewport, background: '#fff' }).promise;
  return easel.gray(canvas, width, height);
};
