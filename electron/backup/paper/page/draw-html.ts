// SPDX-License-Identifier: GPL-3.0-or-later
import type { DrawnMark, DrawnPage, DrawnPages, DrawnWords } from '../../../../shared/view-sheet.ts';

// Drawn pages for a browser: letters are shapes, so that no font has to be there, and above them lies their text, which is not to be seen
// but can be copied and read aloud. No script, nothing fetched, and nothing of what others wrote is markup.

/** The pages as one self-contained HTML file, as large as they are on paper. */
export const pagesToHtml = ({ title, pages, outlines }: DrawnPages, locale: string): string => {
  const [{ width, height } = { width: 0, height: 0 }] = pages;
  const shapes = Object.entries(outlines).map(([name, d]) => `<path id="${name}" d="${d}"/>`);
  return `<!doctype html>
<html lang="${locale}">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)}</title>
<style>
@page { size: ${width}pt ${height}pt; margin: 0; }
body { margin: 0; background: #fff; }
article { position: relative; width: ${width}pt; height: ${height - 0.5}pt; margin: 0 auto; overflow: hidden; break-after: page; }
article:last-of-type { break-after: auto; }
svg { position: absolute; inset: 0; }
p { position: absolute; margin: 0; line-height: 1; white-space: pre; color: transparent; font-family: sans-serif; transform-origin: 0 0; }
</style>
<svg width="0" height="0" aria-hidden="true"><defs>${shapes.join('')}</defs></svg>
${pages.map(pageHtml).join('\n')}
</html>
`;
};

const pageHtml = ({ width, height, marks }: DrawnPage): string => {
  const words = marks.filter((mark) => mark.kind === 'words');
  return `<article>
<svg width="${width}pt" height="${height}pt" viewBox="0 0 ${width} ${height}" aria-hidden="true">${marks.map(drawn).join('')}</svg>
${linesOf(words).map(lineHtml).join('\n')}
</article>`;
};

/** The pieces of one line belong together, in the order they stand. */
const linesOf = (words: readonly DrawnWords[]): readonly (readonly DrawnWords[])[] => {
  const lines: DrawnWords[][] = [];
  for (const piece of words) {
    const line = lines.at(-1);
    if (line && goesOn(line, piece)) line.push(piece);
    else lines.push([piece]);
  }
  return lines;
};

/** Whether a piece stands right behind those before it, or from the right before them. */
const goesOn = (line: readonly DrawnWords[], piece: DrawnWords): boolean => {
  if (line[0]?.y !== piece.y || line[0].direction !== piece.direction) return false;
  const end = Math.max(...line.map(({ x, width }) => x + width));
  const isBehind = Math.abs(end - piece.x) < 0.01;
  return isBehind || (piece.direction === 'rtl' && Math.abs(leftOf(line) - piece.x - piece.width) < 0.01);
};

const leftOf = (line: readonly DrawnWords[]): number => Math.min(...line.map(({ x }) => x));

const lineHtml = (pieces: readonly DrawnWords[]): string => {
  const [first] = pieces;
  if (!first) return '';
  const text = pieces.map((piece) => piece.text).join('');
  const direction = first.direction === undefined ? '' : ` dir="${first.direction}"`;
  return `<p${direction} style="left:${shown(leftOf(pieces))}pt;top:${shown(first.y - first.size)}pt;font-size:${first.size}pt">${escapeHtml(text)}</p>`;
};

const drawn = (mark: DrawnMark): string => {
  switch (mark.kind) {
    case 'words': {
      const scale = mark.size / 1000;
      const letters = mark.letters.map(([shape, x, y]) => `<use href="#${shape}" x="${shown(x)}" y="${shown(y)}"/>`);
      return `<g transform="translate(${shown(mark.x)} ${shown(mark.y)}) scale(${scale} ${-scale})">${letters.join('')}</g>`;
    }
    case 'line': {
      const [[x1, y1], [x2, y2]] = [mark.from, mark.to];
      const dash = mark.dash === undefined ? '' : ` stroke-dasharray="${mark.dash}"`;
      return `<path d="M${shown(x1)} ${shown(y1)}L${shown(x2)} ${shown(y2)}" stroke="#000" stroke-width="${mark.line}"${dash}/>`;
    }
    case 'box':
      return `<rect x="${shown(mark.x)}" y="${shown(mark.y)}" width="${shown(mark.width)}" height="${shown(mark.height)}" fill="none" stroke="#000" stroke-width="${mark.line}"/>`;
    case 'area': {
      const ink = mark.pen === undefined ? '' : ` fill="none" stroke="#000" stroke-width="${mark.pen}"`;
      return `<path transform="translate(${shown(mark.x)} ${shown(mark.y)}) scale(${mark.size / mark.side})" d="${mark.d}"${ink}/>`;
    }
  }
};

const shown = (n: number): string => String(Math.round(n * 100) / 100);

const ENTITY: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** A provider's name comes from outside and lands in a page. */
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITY[character] ?? '');
