// SPDX-License-Identifier: GPL-3.0-or-later
import { describeLooks, press, type Look } from './pages-look.ts';
import { scenarios } from './scenarios.ts';

// Every page in the states a person meets it in: reachable by keyboard and screen reader (axe), legible in both colour
// schemes, usable at 800 × 600, silent under its content security policy. A picture of each is kept.

const LOOKS: readonly Look[] = [
  { name: 'first-start', scenario: scenarios.firstStart, path: '/' },
  {
    name: 'first-start-protection',
    scenario: scenarios.firstStart,
    path: '/',
    act: async (page) => {
      await press(page, 'Create a wallet');
      await page.getByLabel('Passphrase', { exact: true }).fill('short');
      await press(page, 'Create');
      await page.getByText('Use at least 8 characters').waitFor();
    },
  },
  {
    name: 'locked',
    scenario: scenarios.locked,
    path: '/',
    act: async (page) => {
      await page.getByLabel('Passphrase').fill('not this one');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'cannot-open', scenario: scenarios.cannotOpen, path: '/' },
  { name: 'overview-empty', scenario: scenarios.empty, path: '/' },
  { name: 'overview-fresh', scenario: scenarios.fresh, path: '/' },
  { name: 'overview-under-way', scenario: scenarios.underWay, path: '/' },
  { name: 'overview-safe', scenario: scenarios.safe, path: '/' },
  { name: 'overview-defect', scenario: scenarios.defect, path: '/' },
  {
    name: 'add-money',
    scenario: scenarios.fresh,
    path: '/add',
    act: async (page) => {
      await press(page, 'Get play money');
      await page.getByText('It is on its way').waitFor();
    },
  },
  {
    name: 'add-money-transfer',
    scenario: scenarios.fresh,
    path: '/add',
    act: async (page) => {
      await page.getByRole('button', { name: /^KUDOS · / }).click();
      await page.getByLabel('Amount').last().fill('25');
      await press(page, 'Prepare transfer');
      await page.getByText('Make this transfer').waitFor();
      return page.getByText('Make this transfer');
    },
  },
  {
    name: 'pay-offer',
    scenario: scenarios.safe,
    path: '/pay',
    act: async (page) => {
      await press(page, 'Order something at the play shop');
      return page.getByText('Leaves your wallet');
    },
  },
  {
    name: 'pay-false-name',
    scenario: scenarios.falseName,
    path: '/pay',
    act: async (page) => {
      await press(page, 'Order something at the play shop');
      return page.getByText('may pretend to be another’s');
    },
  },
  {
    name: 'pay-paid',
    scenario: scenarios.safe,
    path: '/pay',
    act: async (page) => {
      await press(page, 'Order something at the play shop');
      await press(page, 'Pay now');
      return page.getByText('Paid. The shop');
    },
  },
  {
    name: 'pay-too-poor',
    scenario: scenarios.poor,
    path: '/pay',
    act: async (page) => {
      await page.getByLabel('Link from the shop').fill('taler://pay/shop.example/1/');
      await page.keyboard.press('Enter');
      return page.getByText('1.50 KUDOS is needed');
    },
  },
  { name: 'backup-none', scenario: scenarios.fresh, path: '/backup' },
  {
    name: 'backup-consent',
    scenario: scenarios.fresh,
    path: '/backup',
    act: async (page) => {
      await page.getByRole('button', { name: /^Paid play place · / }).click();
      return page.getByLabel('Pay at most per year');
    },
  },
  {
    name: 'backup-adding',
    scenario: scenarios.fresh,
    path: '/backup',
    act: async (page) => {
      await page.getByRole('button', { name: /^Paid play place · / }).click();
      await press(page, 'Agree, pay and add');
      return page.locator('.consent .button[data-pending]');
    },
  },
  { name: 'backup-safe', scenario: scenarios.safe, path: '/backup' },
  {
    name: 'backup-quorum',
    scenario: scenarios.safe,
    path: '/backup',
    act: async (page) => {
      await page.getByLabel('A copy must be at').selectOption({ label: '3 places' });
      return page.getByText('3 copies cannot be made');
    },
  },
  {
    name: 'backup-round',
    scenario: scenarios.underWay,
    path: '/backup',
    act: async (page) => {
      await press(page, 'Make copies now');
      await page.locator('.round').waitFor();
    },
  },
  {
    name: 'backup-remove-last',
    scenario: scenarios.poor,
    path: '/backup',
    act: async (page) => {
      await press(page, /^Remove: /);
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
      await page.getByRole('alert').waitFor();
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
  { name: 'sheet-revealed', scenario: scenarios.safe, path: '/sheet', act: (page) => press(page, 'Reveal the sheet') },
  {
    name: 'sheet-text',
    scenario: scenarios.safe,
    path: '/sheet',
    act: async (page) => {
      await press(page, 'Reveal the sheet');
      await press(page, 'PDF for A4');
      await page.getByText('Recovery text').click();
      return page.getByRole('region', { name: 'Recovery text' });
    },
  },
  { name: 'backup-places', scenario: scenarios.places, path: '/backup' },
  {
    name: 'backup-place-asks',
    scenario: scenarios.places,
    path: '/backup',
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
    scenario: scenarios.restoreAsks,
    path: '/restore',
    act: async (page) => {
      await page.getByLabel('Recovery text').fill('HOLDFAST-RECOVERY-1\n…');
      await press(page, 'Restore');
      await page.getByLabel('User name there').fill('ada');
      await page.getByLabel('App password').fill('xkcd-style');
    },
  },
  { name: 'restore-form', scenario: scenarios.restoring, path: '/restore' },
  {
    name: 'restore-refused',
    scenario: scenarios.restoreRefused,
    path: '/restore',
    act: async (page) => {
      await page.getByLabel('Recovery text').fill('HOLDFAST-RECOVERY-1\nwallet: Holdfast\nsecret:\n  1 HOLD1 0W8RD');
      await press(page, 'Restore');
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'restore-report',
    scenario: scenarios.restoring,
    path: '/restore',
    act: async (page) => {
      await page.getByLabel('Recovery text').fill('HOLDFAST-RECOVERY-1\n…');
      await press(page, 'Restore');
      await page.getByText('Who answered').waitFor();
    },
  },
  { name: 'restore-not-here', scenario: scenarios.safe, path: '/restore' },
  { name: 'history', scenario: scenarios.safe, path: '/history' },
  { name: 'history-unequal', scenario: scenarios.unequal, path: '/history' },
  { name: 'computer', scenario: scenarios.safe, path: '/computer' },
  { name: 'computer-erase', scenario: scenarios.fresh, path: '/computer', act: (page) => press(page, 'Erase …') },
];

describeLooks('pages', LOOKS);
