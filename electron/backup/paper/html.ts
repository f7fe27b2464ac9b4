// SPDX-License-Identifier: GPL-3.0-or-later
import { toString as qrToString } from 'qrcode';
import type { RecoverySheetView } from '../../../shared/view-backup.ts';
import {
  linesToType,
  providerWords,
  SHEET_ADVICE,
  SHEET_NO_PROVIDERS,
  SHEET_PROVIDERS_TITLE,
  SHEET_STEPS,
  SHEET_STEPS_TITLE,
  SHEET_TEXT_TITLE,
  SHEET_TITLE,
  SHEET_WARNING,
  type Paper,
} from './words.ts';

/** The recovery sheet as one self-contained HTML page for printing: no script, nothing fetched, black on white, at least 10 pt. */
export const sheetHtmlWithQr = async (sheet: RecoverySheetView, paper: Paper): Promise<string> => {
  const qr = await qrToString(sheet.qrText, { type: 'svg', errorCorrectionLevel: 'M', margin: 0 });
  const facts = [`Wallet: ${sheet.walletName}`, `Date: ${sheet.date}`, `Sheet: ${sheet.sheetNumber.toUpperCase()}`];
  const providers = sheet.providers.map((each) => `<li>${escapeHtml(providerWords(each))}</li>`).join('');
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Holdfast recovery sheet</title>
<style>${style(paper)}</style>
<h1>${SHEET_TITLE}</h1>
<p class="facts">${facts.map((fact) => `<span>${escapeHtml(fact)}</span>`).join('')}</p>
<div class="top">
<div class="qr">${qr}</div>
<div><h2>${SHEET_WARNING}</h2><p>${SHEET_ADVICE}</p>
<h2>${SHEET_STEPS_TITLE}</h2><ol>${SHEET_STEPS.map((step) => `<li>${escapeHtml(step)}</li>`).join('')}</ol></div>
</div>
<h2>${SHEET_TEXT_TITLE}</h2>
<pre>${escapeHtml(linesToType(sheet.text))}</pre>
<h2>${SHEET_PROVIDERS_TITLE}</h2>
${providers === '' ? `<p>${SHEET_NO_PROVIDERS}</p>` : `<ul>${providers}</ul>`}
</html>
`;
};

const style = (paper: Paper): string => `
@page { size: ${paper === 'A4' ? 'A4' : 'letter'}; margin: 17mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 178mm; font: 10pt/1.4 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif; color: #000; background: #fff; }
@media screen { body { padding: 17mm 0; } }
h1 { font-size: 20pt; line-height: 1.2; margin: 0; }
h2 { font-size: 11.5pt; line-height: 1.3; margin: 4mm 0 1mm; }
p, ol, ul { margin: 0; }
ol, ul { padding-left: 5mm; }
.facts { margin: 1mm 0 5mm; }
.facts span { margin-right: 7mm; }
.top { display: flex; gap: 8mm; }
.top h2:first-child { margin-top: 0; }
.qr { flex: 0 0 72mm; }
.qr svg { display: block; width: 72mm; height: 72mm; }
pre { margin: 0; font: 10.5pt/1.35 'Courier New', 'Liberation Mono', 'DejaVu Sans Mono', monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
`;

const ENTITY: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** A provider's name comes from outside and lands in a page. */
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITY[character] ?? '');
