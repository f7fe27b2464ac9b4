// SPDX-License-Identifier: GPL-3.0-or-later
import type { Page } from 'playwright-core';
import { describeLooks, press, type Look } from './pages-look.ts';
import { placeScenarios } from './scenarios-places.ts';
import { newcomer } from './scenarios-newcomer.ts';
import { scenarios } from './scenarios.ts';
import { pasteText } from './typing.ts';

// The pages of places, sheet and restore, in the states a person meets them in.

const tryTheSheet = async (page: Page): Promise<void> => {
  await pasteText(page, 'HOLDFAST-RECOVERY-1\n…');
  await press(page, 'Test this sheet');
};

/** Something of what is behind the three dots of the first place. */
const chosen = async (page: Page, deed: string): Promise<void> => {
  await press(page, /^More: /);
  await page.getByRole('menuitem', { name: deed }).click();
};

const toMoney = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Money', exact: true }).click();
  await page.getByRole('link', { name: 'Go on with it' }).waitFor();
};

const LOOKS: readonly Look[] = [
  {
    name: 'backup-adding',
    scenario: scenarios.fresh,
    path: '/protection',
    act: async (page) => {
      await page.getByRole('button', { name: /^Paid play place · / }).click();
      await press(page, /^Pay [\d.]+ KUDOS and add/);
      return page.locator('.consent .button[data-pending]');
    },
  },
  { name: 'backup-safe', scenario: scenarios.safe, path: '/protection' },
  {
    name: 'backup-quorum',
    scenario: scenarios.safe,
    path: '/protection',
    act: async (page) => {
      await page.getByLabel('A copy must be at').selectOption({ label: '3 places' });
      return page.getByText('3 copies cannot be made');
    },
  },
  {
    name: 'backup-round',
    scenario: scenarios.underWay,
    path: '/protection',
    act: async (page) => {
      await press(page, 'Make copies now');
      await page.locator('.round').waitFor();
    },
  },
  {
    name: 'backup-remove-last',
    scenario: scenarios.poor,
    path: '/protection',
    act: async (page) => {
      await chosen(page, 'Remove …');
      await page.getByText('would be lost if this computer died').waitFor();
    },
  },
  {
    name: 'sheet-hidden',
    scenario: scenarios.withPassphrase,
    path: '/sheet',
    act: async (page) => {
      await page.getByLabel('Passphrase').fill('not this one');
      await press(page, 'Reveal the sheet');
      // Where it was typed: below all that stands on this page nobody would see it.
      await page.locator('main form').first().getByRole('alert').waitFor();
    },
  },
  {
    name: 'sheet-not-confirmed',
    scenario: scenarios.notConfirmed,
    path: '/sheet',
    act: async (page) => {
      await press(page, 'Reveal the sheet');
      return page.getByRole('alert');
    },
  },
  { name: 'sheet-none-yet', scenario: scenarios.fresh, path: '/sheet' },
  {
    name: 'sheet-revealed',
    scenario: scenarios.safe,
    path: '/sheet',
    act: async (page) => {
      await press(page, 'Reveal the sheet');
      await press(page, 'See the whole page');
      return page.locator('.drawn');
    },
  },
  {
    name: 'sheet-split',
    scenario: scenarios.safe,
    path: '/sheet',
    act: async (page) => {
      await press(page, 'Reveal the sheet');
      await page.getByLabel('Pages in all').selectOption('5');
      return page.getByRole('button', { name: 'Make 5 pages' });
    },
  },
  {
    name: 'shares-shown',
    scenario: scenarios.safe,
    path: '/sheet',
    act: async (page) => {
      await press(page, 'Reveal the sheet');
      await press(page, 'Make 3 pages');
      await press(page, 'Save page 2 alone as PDF');
      return page.getByText('Saved as');
    },
  },
  {
    name: 'splits-made',
    scenario: scenarios.splitBefore,
    path: '/sheet',
    act: async (page) => page.getByText('Shares that were made here'),
  },
  {
    name: 'restore-by-shares',
    scenario: scenarios.restoringByShares,
    path: '/restore',
    act: async (page) => {
      await press(page, 'Paste its text or a link instead');
      await page.getByRole('textbox', { name: 'Recovery text' }).fill('HOLDFAST-SHARE-1');
      await press(page, 'Put this share in and go on with the next');
      return page.getByRole('group', { name: 'Shares that are in' });
    },
  },
  {
    name: 'sheet-text',
    scenario: scenarios.safe,
    path: '/sheet',
    act: async (page) => {
      await press(page, 'Reveal the sheet');
      await press(page, 'Save as PDF');
      await page.getByText('Recovery text').click();
      return page.getByRole('region', { name: 'Recovery text' });
    },
  },
  {
    name: 'drill-passes',
    scenario: scenarios.drillPasses,
    path: '/sheet',
    act: async (page) => {
      await tryTheSheet(page);
      await page.getByText('Test passed').waitFor();
      return page.getByTestId('drill-report');
    },
  },
  {
    name: 'drill-fails',
    scenario: scenarios.drillFails,
    path: '/sheet',
    act: async (page) => {
      await tryTheSheet(page);
      await page.getByText('Not everything would come back').waitFor();
      await page.getByTestId('drill-report').getByRole('button', { name: 'Make copies now' }).waitFor();
      return page.getByTestId('drill-report');
    },
  },
  { name: 'drill-failed-overview', scenario: scenarios.drillFails, path: '/' },
  {
    name: 'drill-runs',
    scenario: scenarios.drillRuns,
    path: '/sheet',
    act: async (page) => {
      await tryTheSheet(page);
      await page.getByText('7 of 18 pieces of money checked.').waitFor();
      return page.getByRole('button', { name: 'End the test' });
    },
  },
  { name: 'backup-places', scenario: placeScenarios.places, path: '/protection' },
  {
    name: 'protection-menu',
    scenario: placeScenarios.years,
    path: '/protection',
    act: async (page) => {
      await press(page, /^More: /);
      // It is looked at in the first window; in another size it closes.
      await page.getByRole('menu').waitFor();
    },
  },
  {
    name: 'protection-price',
    scenario: placeScenarios.years,
    path: '/protection',
    act: async (page) => {
      await press(page, 'Look at the price …');
      await page.getByText('With what paying costs, at most').waitFor();
    },
  },
  {
    name: 'protection-details',
    scenario: placeScenarios.years,
    path: '/protection',
    act: async (page) => {
      await chosen(page, 'Details');
      return page.getByText('Copies read back, week by week');
    },
  },
  {
    name: 'protection-tested',
    scenario: placeScenarios.years,
    path: '/protection',
    act: async (page) => {
      await chosen(page, 'Test now');
      return page.getByText('What it had kept is gone');
    },
  },
  {
    name: 'protection-many',
    scenario: placeScenarios.many,
    path: '/protection',
    act: async (page) => {
      await page.getByText('25 of 200', { exact: true }).waitFor();
      await press(page, /^Show 25 more/);
      await page.getByLabel('Find a place').fill('harbour 199');
      return page.getByRole('heading', { name: 'Harbour 199' });
    },
  },
  {
    name: 'overview-many',
    scenario: placeScenarios.many,
    path: '/',
    act: async (page) => {
      await page.getByText('Protected · 171 of 200 places · ').waitFor();
      return page.getByRole('button', { name: 'Show all 51' });
    },
  },
  {
    name: 'backup-place-asks',
    scenario: placeScenarios.places,
    path: '/protection',
    act: async (page) => {
      await page.getByLabel('Address or folder').fill('https://cloud.example/remote.php/dav/files/ada/Holdfast/');
      await press(page, 'Look');
      const agree = page.getByRole('button', { name: 'Agree and add' });
      await page.getByLabel('User name there').fill('ada');
      if (!(await agree.isDisabled())) throw new Error('it could be added without the password');
      await page.getByLabel('App password').fill('xkcd-style');
      if ((await page.getByLabel('App password').getAttribute('type')) !== 'password')
        throw new Error('the password can be read over a shoulder');
      await agree.click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'restore-asks',
    scenario: placeScenarios.restoreAsks,
    path: '/restore',
    act: async (page) => {
      await pasteText(page, 'HOLDFAST-RECOVERY-1\n…');
      await press(page, 'Restore');
      await page.getByLabel('User name there').fill('ada');
      await page.getByLabel('App password').fill('xkcd-style');
    },
  },
  {
    name: 'restore-secret-alone',
    scenario: placeScenarios.restoreAlone,
    path: '/restore',
    act: async (page) => {
      await pasteText(page, 'HOLD1 0S754 …');
      await press(page, 'Restore');
      await page.getByLabel('Where copies are kept').fill('https://sync.example.org/');
    },
  },
  {
    name: 'restore-typing',
    scenario: scenarios.restoring,
    path: '/restore',
    act: async (page) => {
      const box = (number: number) => page.getByLabel(`Group ${number}`, { exact: true });
      const typed = ['HOLD1', '0Q6N8', 'SQPZR', 'Y9X8G', 'F2TVD', 'W0S3J', 'N54KO'];
      for (const [i, group] of typed.entries()) await box(i + 1).fill(group);
      await page.getByText('Group 7: the code has no “O”.').first().waitFor();
      return box(7);
    },
  },
  {
    name: 'restore-typed',
    scenario: scenarios.restoreTyped,
    path: '/restore',
    act: async (page) => {
      const groups = ['HOLD1', '0Q6N8', ...Array<string>(23).fill('QPZRY'), 'QPZR'];
      for (const [i, group] of groups.entries()) await page.getByLabel(`Group ${i + 1}`, { exact: true }).fill(group);
      const right = page.getByText('The code is right. It is of sheet Q6N8.');
      await right.waitFor();
      return right;
    },
  },
  {
    name: 'restore-proposed',
    scenario: scenarios.restoreProposed,
    path: '/restore',
    act: async (page) => {
      await page.getByLabel('Group 1', { exact: true }).fill('HOLD1');
      await press(page, 'Restore');
      const take = page.getByRole('button', { name: 'Yes, take it' });
      await take.waitFor();
      return take;
    },
  },
  { name: 'restore-form', scenario: scenarios.restoring, path: '/restore' },
  { name: 'restore-again', scenario: newcomer.bringingBack, path: '/restore' },
  { name: 'money-bringing-back', scenario: newcomer.bringingBack, path: '/', act: toMoney },
  {
    name: 'restore-goes-on',
    scenario: scenarios.restoreGoesOn,
    path: '/restore',
    act: async (page) => {
      await pasteText(page, 'HOLDFAST-RECOVERY-1\n…');
      await press(page, 'Restore');
      await page.getByText('7 of 18 pieces of money checked.').waitFor();
      await page.getByText('No answer yet.').waitFor();
      return page.getByTestId('restore-progress');
    },
  },
  {
    name: 'restore-refused',
    scenario: scenarios.restoreRefused,
    path: '/restore',
    act: async (page) => {
      await pasteText(page, 'HOLDFAST-RECOVERY-1\nwallet: Holdfast\nsecret:\n  1 HOLD1 0W8RD');
      await press(page, 'Restore');
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'restore-report',
    scenario: scenarios.restoring,
    path: '/restore',
    act: async (page) => {
      await pasteText(page, 'HOLDFAST-RECOVERY-1\n…');
      await press(page, 'Restore');
      await page.getByText('Who answered').waitFor();
    },
  },
  { name: 'restore-not-here', scenario: scenarios.safe, path: '/restore' },
];

describeLooks('pages of backup', LOOKS);
