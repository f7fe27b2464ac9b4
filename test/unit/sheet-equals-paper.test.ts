// SPDX-License-Identifier: GPL-3.0-or-later
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { parseRecovery } from '../../electron/backup/paper/parse.ts';
import { sheetPdf } from '../../electron/backup/paper/pdf.ts';
import { recoveryToQr } from '../../electron/backup/paper/square.ts';
import { paperName, recoveryToText, secretGroups, sheetNumberFor } from '../../electron/backup/paper/text.ts';
import { secret } from '../../electron/taler/crypto/secret.ts';
import { withEnglish, words } from '../../shared/words/words.ts';

// Whatever a wallet or a place is called, and however long an address is, the page is read back as what was written.

const base = mkdtempSync(join(tmpdir(), 'holdfast-paper-'));
afterAll(() => rmSync(base, { recursive: true }));

const sheetOf = (wallet: string, name: string, url: string) => {
  const facts = {
    root: secret(new Uint8Array(64).fill(7)),
    walletName: paperName(wallet),
    date: '2026-11-29',
    providers: [{ name: paperName(name), url }],
  };
  return { ...facts, sheetNumber: sheetNumberFor(facts) };
};

it.each([
  ['a wallet called like the header', 'HOLDFAST-RECOVERY-1', 'sync', 'https://sync.example.org/'],
  ['a place called like the header', 'mine', 'Holdfast recovery 2 END', 'https://sync.example.org/'],
  ['an address of a thousand letters', 'mine', 'sync', `https://sync.example.org/${'abcdefghij'.repeat(97)}/`],
  // Programs that read a page take a hyphen at the end of a line for the mark of a broken word, and leave it out.
  ['one with hyphens where its lines end', 'mine', 'sync', `https://sync.example.org/a${'sheet-'.repeat(120)}/`],
  ['one with pairs of them', 'mine', 'sync', `https://sync.example.org/${'xn--'.repeat(120)}/`],
  ['one whose pieces look like facts', 'mine', 'sync', `https://sync.example.org/${'end/date/sheet/'.repeat(60)}/`],
])('%s', async (what, wallet, name, url) => {
  const own = sheetOf(wallet, name, url);
  const text = recoveryToText(own);
  const view = { ...own, text, ...recoveryToQr(own), groups: secretGroups(own) };
  const file = join(base, `${what.length}.pdf`);
  writeFileSync(file, await sheetPdf(view, 'A4', withEnglish(words('en'))));
  const pages = [[], ['-layout'], ['-raw']].map((how) =>
    execFileSync('pdftotext', [...how, file, '-'], { encoding: 'utf8' }),
  );
  // A square that had the longest of them could not be read from paper.
  const square = view.code === 'secret' ? [] : [view.qrText];
  expect(square.length).toBe(url.length < 600 ? 1 : 0);
  for (const each of [text, ...square, ...pages])
    expect(parseRecovery(each)).toMatchObject({ ok: true, value: { providers: [{ url }] } });
  expect(parseRecovery(text)).toMatchObject({ value: { walletName: own.walletName, providers: own.providers } });
});
