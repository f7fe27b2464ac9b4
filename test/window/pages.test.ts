// SPDX-License-Identifier: GPL-3.0-or-later
import { describeLooks, press, type Look } from './pages-look.ts';
import { chooseLine } from './lines.ts';
import { placeScenarios } from './scenarios-places.ts';
import { BEGIN_LOOKS } from './scenarios-begin.ts';
import { SHOP_LOOKS } from './scenarios-shops.ts';
import { scenarios } from './scenarios.ts';
import { pasteText } from './typing.ts';

// Every page in the states a person meets it in: reachable by keyboard and screen reader (axe), legible in both colour
// schemes, usable at 800 × 600, silent under its content security policy. HOLDFAST_PICTURES=1 keeps a picture of each.

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
    name: 'first-start-restore',
    scenario: scenarios.firstStart,
    path: '/',
    act: async (page) => press(page, 'Restore from a sheet'),
  },
  {
    name: 'first-start-lock',
    scenario: {
      answers: {
        ...scenarios.firstStart.answers,
        'app.readSheet': { value: { groups: [], lines: '', text: 'a sheet' } },
      },
    },
    path: '/',
    act: async (page) => {
      await press(page, 'Restore from a sheet');
      await pasteText(page, 'a sheet');
      await press(page, 'Continue');
      await page.getByText('Anyone who can read the file').waitFor();
    },
  },
  ...BEGIN_LOOKS,
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
  {
    name: 'overview-end',
    scenario: scenarios.underWay,
    path: '/',
    act: async (page) => {
      await press(page, 'More: Refund');
      return page.getByRole('button', { name: 'End …: Refund' });
    },
  },
  {
    name: 'overview-end-asked',
    scenario: scenarios.underWay,
    path: '/',
    act: async (page) => {
      await press(page, 'More: Refund');
      await press(page, 'End …: Refund');
      await page.getByText('asked for once a day').waitFor();
    },
  },
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
      await press(page, 'Show what it costs');
      await press(page, /^Prepare a transfer of/);
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
      await press(page, /^Pay 1\.50/);
      return page.getByText('Paid. The shop');
    },
  },
  {
    name: 'pay-play-refund',
    scenario: scenarios.safe,
    path: '/pay',
    act: async (page) => {
      await press(page, 'Order something at the play shop');
      await press(page, /^Pay 1\.50/);
      await press(page, 'Have the play shop give it back');
      return page.getByText('The refund is in this wallet');
    },
  },
  {
    name: 'pay-play-paid',
    scenario: scenarios.safe,
    path: '/pay',
    act: async (page) => {
      await press(page, 'Order something at the play shop');
      await press(page, /^Pay 1\.50/);
      return page.getByRole('button', { name: 'Have the play shop give it back' });
    },
  },
  {
    name: 'pay-too-much-kept',
    scenario: scenarios.kept,
    path: '/pay',
    act: async (page) => {
      await page.getByLabel('Link from the shop').fill('taler://pay/shop.example/1/');
      await page.keyboard.press('Enter');
      return page.getByRole('link', { name: 'To the history' });
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
  ...SHOP_LOOKS,
  { name: 'backup-none', scenario: scenarios.fresh, path: '/protection' },
  {
    name: 'backup-consent',
    scenario: scenarios.fresh,
    path: '/protection',
    act: async (page) => {
      await page.getByRole('button', { name: /^Paid play place · / }).click();
      return page.getByLabel('Pay at most per year');
    },
  },
  { name: 'history', scenario: scenarios.safe, path: '/history' },
  { name: 'history-empty', scenario: scenarios.empty, path: '/history' },
  { name: 'history-unequal', scenario: scenarios.unequal, path: '/history' },
  {
    name: 'history-more',
    scenario: scenarios.safe,
    path: '/history',
    act: async (page) => {
      await chooseLine(page, /^Payment, 1\.50/);
      return page.getByRole('button', { name: /^Forget …: Payment, 1\.50/ });
    },
  },
  { name: 'overview-one-silent', scenario: placeScenarios.oneSilent, path: '/' },
  {
    name: 'backup-one-silent',
    scenario: placeScenarios.oneSilent,
    path: '/protection',
    act: async (page) => page.getByText('Harbour').first(),
  },
  {
    name: 'backup-former',
    scenario: placeScenarios.former,
    path: '/protection',
    act: async (page) => page.getByRole('button', { name: /^More: .*Lost stick/ }),
  },
  {
    name: 'backup-former-forget',
    scenario: placeScenarios.former,
    path: '/protection',
    act: async (page) => {
      await press(page, /^More: .*Old harbour/);
      await press(page, /^Forget …/);
      await page.getByText('may ask for a whole year anew').waitFor();
    },
  },
  {
    name: 'suggested-services',
    scenario: scenarios.fresh,
    path: '/settings',
    act: async (page) => {
      const section = page.getByRole('region', { name: 'Suggested services' });
      for (const kind of ['Issuers', 'Places for copies'])
        await section.locator('summary').filter({ hasText: kind }).click();
      return section.getByRole('button', { name: /^Take .* off the list$/ }).first();
    },
  },
  {
    name: 'computer-erase-saving',
    scenario: scenarios.saving,
    path: '/settings',
    act: async (page) => {
      await press(page, 'Erase …');
      await page.getByText('being saved first').waitFor();
    },
  },
  {
    name: 'computer-erase-unsaved',
    scenario: scenarios.unsaved,
    path: '/settings',
    act: async (page) => {
      await press(page, 'Erase …');
      await page.getByText('Not every place has the last changes').waitFor();
    },
  },
  { name: 'computer-erase', scenario: scenarios.fresh, path: '/settings', act: (page) => press(page, 'Erase …') },
];

describeLooks('pages', LOOKS);
