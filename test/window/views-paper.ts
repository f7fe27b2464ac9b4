// SPDX-License-Identifier: GPL-3.0-or-later
import { layOut } from '../../electron/backup/paper/page/lay-out.ts';
import { recoveryPage } from '../../electron/backup/paper/page/recovery-page.ts';
import { sharesPages } from '../../electron/backup/paper/page/shares-pages.ts';
import type { RecoverySheetView } from '../../shared/view-backup.ts';
import type { SharesView } from '../../shared/view-shares.ts';
import type { DrawnPages } from '../../shared/view-sheet.ts';
import { withEnglish, words } from '../../shared/words/words.ts';
import { FREE, PAID } from './views.ts';

// A sheet and shares of one, as a page shows them and as they are printed.

/** A real code's shape with no secret in it: 512 bits as the long codex32 code gives 127 characters. */
const GROUPS =
  'hold10w8rdqqrzqsrqgpqgpyyqsjgpqyrsdpqycrqvpsxqcrqvpsxqcrqvpsxqcrqvpsxqcrqvpsxqcrqvpsxqcrqvpsxqcrqvpsxqcrqvpsxqcrqvpsxk2r9y8t7w'
    .toUpperCase()
    .match(/.{1,5}/g) ?? [];

/** Any two of these three. */
export const shares: SharesView = {
  split: 'K7Q2',
  needed: 2,
  of: 3,
  walletName: 'Holdfast',
  date: '2026-11-23',
  providers: [
    { name: 'Play provider “Reef”', url: PAID },
    { name: 'Play provider “Shoal”', url: FREE },
  ],
  shares: [1, 2, 3].map((number) => ({
    number,
    text: 'HOLDFAST-SHARE-1',
    code: 'whole',
    qrLevel: 'H',
    qrText: `HOLDFAST:2:${GROUPS.join('')}`,
    groups: GROUPS,
  })),
};

export const sheet: RecoverySheetView = {
  text: [
    'HOLDFAST-RECOVERY-1',
    'wallet: Holdfast',
    'date: 2026-11-23',
    'sheet: W8RD',
    'secret:',
    ...chunked(GROUPS, 5).map((groups, index) => `  ${String(index * 5 + 1).padStart(2)} ${groups.join(' ')}`),
    `provider: Reef = ${PAID}`,
    `provider: Shoal = ${FREE}`,
    'END',
  ].join('\n'),
  code: 'whole',
  qrLevel: 'H',
  qrText: `HOLDFAST-RECOVERY-1\n${GROUPS.join('')}\n${PAID}\n${FREE}`,
  groups: GROUPS,
  walletName: 'Holdfast',
  sheetNumber: 'W8RD',
  date: '2026-11-23',
  providers: [
    { name: 'Play provider “Reef”', url: PAID },
    { name: 'Play provider “Shoal”', url: FREE },
  ],
};

/** That sheet as it is drawn, by the same code. */
export const sheetPages: DrawnPages = layOut(recoveryPage(sheet, withEnglish(words('en'))), 'A4');

/** The first of those shares as it is drawn. */
export const sharePages: DrawnPages = sharesPages(
  { ...shares, shares: shares.shares.slice(0, 1) },
  'A4',
  withEnglish(words('en')),
);

function chunked(items: readonly string[], size: number): string[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
