// SPDX-License-Identifier: GPL-3.0-or-later
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportReportView, ImportView } from '../../shared/view-import.ts';
import { open } from './open-answers.ts';
import { press, type Look } from './pages-look.ts';
import { allSafe, AT, balance, EXCHANGE, freeProvider, PAID, paidProvider } from './views.ts';

// Money that comes from GNU Taler's wallet.

const bad: ImportView['bad'] = [
  {
    at: 3,
    said: {
      kind: 'coins',
      facts: { why: { kind: 'unsigned', facts: {} }, stake: { kind: 'money', facts: { sum: 'KUDOS:0.64' } } },
    },
  },
  {
    at: 12,
    said: {
      kind: 'purchases',
      facts: { why: { kind: 'unreadable', facts: {} }, stake: { kind: 'nothing', facts: {} } },
    },
  },
];

const seen: ImportView = {
  what: 'link',
  writtenAt: AT,
  sources: [
    { provider: PAID, name: 'place1', answer: 'found', copyFrom: AT, notes: [{ kind: 'of-that-wallet', facts: {} }] },
    {
      provider: 'https://sync.gone.example/',
      name: 'place2',
      answer: 'empty',
      notes: [{ kind: 'holds-none', facts: {} }],
    },
  ],
  issuers: [
    { exchange: EXCHANGE, currency: 'KUDOS', there: 'KUDOS:13.69', incoming: 'KUDOS:5', coins: 36 },
    {
      exchange: 'https://exchange.far-away.example/',
      currency: 'KUDOS',
      there: 'KUDOS:2',
      incoming: 'KUDOS:0',
      coins: 3,
    },
  ],
  payments: 12,
  withdrawals: 3,
  bad,
  places: ['https://sync.gone.example/'],
  isHere: false,
};

const report: ImportReportView = {
  sources: seen.sources,
  balances: [balance('KUDOS:37.83')],
  coinsChecked: 36,
  coinsSpentElsewhere: 0,
  exchangesSilent: [],
  said: [
    { kind: 'brought-in', facts: { total: ['KUDOS:37.83'] } },
    { kind: 'paid-over-done', facts: { sums: ['KUDOS:15.6'] } },
    { kind: 'brought-short', facts: { bad: 2, money: 1 } },
  ],
  bad,
  places: seen.places,
};

const wallet = open(allSafe, [balance('KUDOS:22.14')], [paidProvider, freeProvider], {
  'import.read': { value: seen },
});
/** A file without a byte on the disk, gone with this process. */
const twoGigabytes = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-large-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'wallet.json');
  const handle = openSync(file, 'w');
  ftruncateSync(handle, 2 * 1024 ** 3);
  closeSync(handle);
  return file;
};
const LINK = 'taler://recovery/SECRET?place1=https://sync.example/';

export const importLooks: readonly Look[] = [
  { name: 'import', scenario: { answers: wallet }, path: '/import' },
  {
    name: 'import-found',
    scenario: { answers: wallet },
    path: '/import',
    act: async (page) => {
      await page.getByLabel('Its link or recovery text').fill(LINK);
      await press(page, 'See what is in it');
      return page.getByRole('button', { name: 'Bring it in' });
    },
  },
  {
    name: 'import-secret',
    scenario: {
      answers: { ...wallet, 'import.read': { failure: { kind: 'import-needs-secret', facts: {} } } },
    },
    path: '/import',
    act: async (page) => {
      await page
        .getByRole('main')
        .locator('input[type=file]')
        .setInputFiles({ name: 'copy.bin', mimeType: 'application/octet-stream', buffer: Buffer.from('TLRWBK01…') });
      await page.getByText(/copy\.bin/).waitFor();
      await press(page, 'See what is in it');
      return page.getByLabel('The link that opens this copy');
    },
  },
  {
    name: 'import-large',
    // Answered, it would show what is in it: nothing of such a file is sent.
    scenario: { answers: wallet },
    path: '/import',
    act: async (page) => {
      await page.getByRole('main').locator('input[type=file]').setInputFiles(twoGigabytes());
      const told = page.getByText(/larger than any wallet is/);
      await told.waitFor();
      if (!(await page.getByRole('button', { name: 'See what is in it' }).isDisabled()))
        throw new Error('a file that was not read can be looked into');
      return told;
    },
  },
  {
    name: 'import-asks',
    scenario: {
      answers: {
        ...wallet,
        'import.run': {
          failure: {
            kind: 'import-asks',
            facts: {
              there: ['KUDOS:15.69'],
              fees: ['KUDOS:0.12'],
              stays: ['KUDOS:0.02'],
              issuers: ['exchange.example'],
              silent: ['exchange.far-away.example'],
            },
          },
        },
      },
    },
    path: '/import',
    act: async (page) => {
      await page.getByLabel('Its link or recovery text').fill(LINK);
      await press(page, 'See what is in it');
      await press(page, 'Bring it in');
      if ((await page.getByRole('alert').count()) > 0) throw new Error('a question looks like a failure');
      return page.getByRole('button', { name: 'Yes, bring it in' });
    },
  },
  {
    name: 'import-done',
    scenario: { answers: { ...wallet, 'import.run': { value: report } } },
    path: '/import',
    act: async (page) => {
      await page.getByLabel('Its link or recovery text').fill(LINK);
      await press(page, 'See what is in it');
      await press(page, 'Bring it in');
      return page.getByText('was brought in.');
    },
  },
  {
    name: 'import-newer',
    scenario: {
      answers: {
        ...wallet,
        'import.read': { failure: { kind: 'import-newer', facts: { version: 'taler-wallet-main-v10' } } },
      },
    },
    path: '/import',
    act: async (page) => {
      await page.getByLabel('Its link or recovery text').fill('{"databases":{}}');
      await press(page, 'See what is in it');
      return page.getByRole('alert');
    },
  },
];
