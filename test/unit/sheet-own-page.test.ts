// SPDX-License-Identifier: GPL-3.0-or-later
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { decodeText } from '../../electron/backup/paper/decode.ts';
import { sheetPdf } from '../../electron/backup/paper/pdf.ts';
import { recoveryToQr } from '../../electron/backup/paper/square.ts';
import { recoveryToText, secretGroups, sheetNumberFor } from '../../electron/backup/paper/text.ts';
import { withEnglish, words } from '../../shared/words/words.ts';
import { read, sheet, whole } from './sheet-facts.ts';

// Our own page is read from what a reader of PDF copies out of it, in any order.

const base = mkdtempSync(join(tmpdir(), 'holdfast-own-page-'));
afterAll(() => rmSync(base, { recursive: true }));

const facts = {
  ...sheet,
  walletName: 'Wallet',
  providers: [
    { name: 'Dock = one', url: 'https://sync-1.example.com/a=b/' },
    { name: 'Cloud', url: 'holdfast+folder:0123456789ABCDEFGHJKMNPQRS', at: 'https://cloud.example.com/dav/Ada%20L/' },
    { name: '', url: 'holdfast+folder:ZZZZZZZZZZZZZZZZZZZZZZZZZZ' },
  ],
};
const own = { ...facts, sheetNumber: sheetNumberFor(facts) };

it.each([
  ['A4', 'en', []],
  ['A4', 'de', ['-layout']],
  ['Letter', 'de', ['-raw']],
  ['Letter', 'en', ['-enc', 'UTF-8', '-eol', 'dos']],
] as const)('%s in %s, pdftotext %j', async (paper, lang, how) => {
  const file = join(base, `${paper}-${lang}.pdf`);
  const view = { ...own, text: recoveryToText(own), ...recoveryToQr(own), groups: secretGroups(own) };
  writeFileSync(file, await sheetPdf(view, paper, withEnglish(words(lang))));
  expect(read(decodeText(execFileSync('pdftotext', [...how, file, '-'])))).toMatchObject({
    root: whole.root,
    sheetNumber: own.sheetNumber,
    providers: facts.providers.map((each) => ({ ...each, name: '' })),
  });
});
