// SPDX-License-Identifier: GPL-3.0-or-later
import { toString as qrToString } from 'qrcode';
import type { RecoverySheetView } from '../../../shared/view-backup.ts';
import type { Words } from '../../../shared/words/words.ts';
import { linesToType, sheetWords, type Paper } from './words.ts';

/** The recovery sheet as one self-contained HTML page for printing: no script, nothing fetched, black on white, at least 10 pt. */
export const sheetHtmlWithQr = async (sheet: RecoverySheetView, paper: Paper, words: Words): Promise<string> => {
  const qr = await qrToString(sheet.qrText, { type: 'svg', errorCorrectionLevel: 'M', margin: 0 });
  const said = sheetWords(sheet, words);
  const items = (lines: readonly string[]): string => lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('');
  return `<!doctype html>
<html lang="${words.locale}" dir="${words.dir}">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(words.t('print.file'))}</title>
<style>${style(paper)}</style>
<h1>${escapeHtml(said.title)}</h1>
<p class="facts">${said.facts.map((fact) => `<span>${escapeHtml(fact)}</span>`).join('')}</p>
<div class="top">
<div class="qr">${qr}</div>
<div><h2>${escapeHtml(said.warning)}</h2>${[said.advice, ...said.code].map((words) => `<p>${escapeHtml(words)}</p>`).join('')}
<h2>${escapeHtml(said.stepsTitle)}</h2><ol>${items(said.steps)}</ol></div>
</div>
<h2>${escapeHtml(said.textTitle)}</h2>
<pre>${withoutBrokenHyphens(escapeHtml(linesToType(sheet.text)))}</pre>
<h2>${escapeHtml(said.placesTitle)}</h2>
<ul>${items(said.places)}</ul>
</html>
`;
};

const style = (paper: Paper): string => `
@page { size: ${paper === 'A4' ? 'A4' : 'letter'}; margin: 17mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 178mm; font: 10pt/1.4 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif; color: #000; background: #fff; overflow-wrap: anywhere; }
@media screen { body { padding: 17mm 0; } }
h1 { font-size: 20pt; line-height: 1.2; margin: 0; }
h2 { font-size: 11.5pt; line-height: 1.3; margin: 4mm 0 1mm; }
p, ol, ul { margin: 0; }
ol, ul { padding-inline-start: 5mm; }
.facts { margin: 1mm 0 5mm; }
.facts span { margin-inline-end: 7mm; }
.top { display: flex; gap: 8mm; }
.top > div:last-child { min-width: 0; }
.top h2:first-child { margin-top: 0; }
.qr { flex: 0 0 72mm; }
.qr svg { display: block; width: 72mm; height: 72mm; }
pre { margin: 0; font: 10.5pt/1.35 'Courier New', 'Liberation Mono', 'DejaVu Sans Mono', monospace; white-space: pre-wrap; }
pre span { white-space: nowrap; }
`;

const ENTITY: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** A hyphen at the end of a line is left out by programs that read pages; it goes to the next line with what stands behind it. */
const withoutBrokenHyphens = (html: string): string =>
  html.replace(/-{1,8}(?:&[a-z#0-9]+;|[^\s&-])/g, (pair) => `<span>${pair}</span>`);

/** A provider's name comes from outside and lands in a page. */
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITY[character] ?? '');
