// SPDX-License-Identifier: GPL-3.0-or-later
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { describeLooks, press, type Look } from './pages-look.ts';
import { person, third, ways } from './escrow-typing.ts';
import { escrowScenarios } from './scenarios-escrow.ts';
import { regainScenarios } from './scenarios-regain.ts';

// Escrow: set up in four steps, how it stands, and a wallet that comes back from it.

/** What the buttons say that stand out: one thing comes next, whatever else can be done. */
const standingOut = (page: Page): Promise<string[]> => page.locator('.button[data-look=primary]').allInnerTexts();

const LOOKS: readonly Look[] = [
  { name: 'escrow-person', scenario: escrowScenarios.none, path: '/escrow' },
  {
    name: 'escrow-mistyped',
    scenario: escrowScenarios.mistyped,
    path: '/escrow',
    act: async (page) => {
      await person(page);
      await press(page, 'Continue');
      await page.getByText('Its check digits do not fit').waitFor();
    },
  },
  {
    name: 'escrow-ways',
    scenario: escrowScenarios.none,
    path: '/escrow',
    act: async (page) => {
      await ways(page);
      await page.getByText('Two are enough to go on').waitFor();
      // Whoever goes by keyboard is at the way that was just added.
      await page.locator('li:focus', { hasText: 'A code by e-mail' }).waitFor();
    },
  },
  {
    name: 'escrow-question',
    scenario: escrowScenarios.none,
    path: '/escrow',
    act: async (page) => {
      await person(page);
      await press(page, 'Continue');
      await press(page, 'An answer only you know');
      return page.getByRole('button', { name: 'Add this way' });
    },
  },
  {
    name: 'escrow-letter',
    scenario: escrowScenarios.noPlaces,
    path: '/escrow',
    act: async (page) => {
      await person(page);
      await press(page, 'Continue');
      await press(page, 'A code by letter');
      return page.getByRole('button', { name: 'Add this way' });
    },
  },
  {
    name: 'escrow-code-app',
    scenario: escrowScenarios.none,
    path: '/escrow',
    act: async (page) => {
      await person(page);
      await press(page, 'Continue');
      await press(page, 'A code from your phone’s code app');
      await page.getByText('Type it in, or use an app').click();
      await page.getByLabel('Code the app shows now').fill('12345678');
      await press(page, 'Check and add');
      await page.getByText('This is not the code of now').waitFor();
      return page.getByRole('button', { name: 'Check and add' });
    },
  },
  {
    name: 'escrow-places',
    scenario: escrowScenarios.none,
    path: '/escrow',
    act: async (page) => {
      await third(page);
      await press(page, 'Continue');
      return page.getByText('Which places keep a part?');
    },
  },
  {
    name: 'escrow-agree',
    scenario: escrowScenarios.none,
    path: '/escrow',
    act: async (page) => {
      await third(page);
      await press(page, 'Continue');
      return page.getByRole('button', { name: /^Agree to the terms, pay/ });
    },
  },
  {
    name: 'escrow-no-place-for',
    scenario: escrowScenarios.dear,
    path: '/escrow',
    act: async (page) => {
      await third(page);
      await press(page, 'Continue');
      return page.getByRole('alert');
    },
  },
  {
    name: 'escrow-no-places',
    scenario: escrowScenarios.noPlaces,
    path: '/escrow',
    act: async (page) => {
      await ways(page);
      await press(page, 'Continue');
      return page.getByLabel('Address of a place that offers escrow (Anastasis)');
    },
  },
  { name: 'escrow-current', scenario: escrowScenarios.current, path: '/escrow' },
  {
    name: 'escrow-try',
    scenario: escrowScenarios.current,
    path: '/escrow',
    act: async (page) => {
      await page.getByRole('button', { name: /^Try: An answer only you know/ }).click();
      await page.getByLabel('Answer', { exact: true }).fill('Gull');
      await press(page, 'Check');
      await page.getByText('That is not right.').waitFor();
      return page.getByRole('button', { name: 'Close' });
    },
  },
  {
    name: 'escrow-forget',
    scenario: escrowScenarios.current,
    path: '/escrow',
    act: async (page) => {
      await press(page, 'End the escrow …');
      return page.getByRole('alertdialog');
    },
  },
  { name: 'escrow-uploading', scenario: escrowScenarios.uploading, path: '/escrow' },
  { name: 'escrow-behind', scenario: escrowScenarios.behind, path: '/escrow' },
  { name: 'escrow-wants-data', scenario: escrowScenarios.wantsData, path: '/escrow' },
  {
    name: 'backup-escrow-behind',
    scenario: escrowScenarios.behind,
    path: '/protection',
    act: async (page) => page.getByRole('link', { name: 'See what is missing' }),
  },
  {
    name: 'backup-escrow-none',
    scenario: escrowScenarios.none,
    path: '/protection',
    act: async (page) => page.getByRole('link', { name: 'Set up escrow' }),
  },
  { name: 'escrow-untried', scenario: escrowScenarios.untried, path: '/escrow' },
  {
    name: 'escrow-lacks-coins',
    scenario: escrowScenarios.lacksCoins,
    path: '/escrow',
    act: async (page) => page.getByRole('link', { name: 'Add money' }),
  },
  {
    name: 'escrow-asks',
    scenario: escrowScenarios.asks,
    path: '/escrow',
    act: async (page) => page.getByRole('button', { name: 'Agree to 0.20 KUDOS and bring up to date' }),
  },
  {
    name: 'escrow-methods-wanted',
    scenario: escrowScenarios.wantsMethods,
    path: '/escrow',
    act: async (page) => page.getByRole('button', { name: 'Set up anew' }),
  },
  {
    name: 'escrow-change',
    scenario: escrowScenarios.current,
    path: '/escrow',
    act: async (page) => {
      await press(page, 'Change ways or places …');
      return page.getByRole('button', { name: 'Leave it as it is' });
    },
  },
  {
    name: 'escrow-hostile-places',
    scenario: escrowScenarios.hostile,
    path: '/escrow',
    act: async (page) => {
      await third(page);
      await press(page, 'Continue');
      await page.getByText('“<b>Pier</b>”').waitFor();
      return page.getByRole('button', { name: /^Agree to the terms, pay/ });
    },
  },
  {
    name: 'escrow-slow-places',
    scenario: escrowScenarios.slow,
    path: '/escrow',
    act: async (page) => {
      await third(page);
      await press(page, 'Continue');
      await page.getByText('Places are asked what they offer').waitFor();
      return page.getByRole('button', { name: 'Back', exact: true });
    },
  },
  {
    name: 'regain-slow',
    scenario: regainScenarios.slow,
    path: '/regain',
    act: async (page) => {
      await person(page);
      await press(page, 'Find my wallet');
      return page.getByRole('button', { name: 'Stop searching' });
    },
  },
  {
    name: 'regain-hostile-pay',
    scenario: regainScenarios.hostilePay,
    path: '/regain',
    act: async (page) => page.getByRole('button', { name: 'Pay 0.03 KUDOS from this wallet' }),
  },
  {
    name: 'regain-money-here',
    scenario: regainScenarios.moneyHere,
    path: '/regain',
    act: async (page) => {
      await press(page, 'Restore');
      return page.getByRole('button', { name: 'Take over' });
    },
  },
  { name: 'regain', scenario: regainScenarios.begin, path: '/regain' },
  {
    name: 'regain-found',
    scenario: regainScenarios.begin,
    path: '/regain',
    act: async (page) => {
      await person(page);
      await press(page, 'Find my wallet');
      await page.getByText('There are 2 wallets').waitFor();
      expect(await standingOut(page)).toEqual(['This one']);
      return page.getByText('Who was asked');
    },
  },
  {
    name: 'regain-nothing',
    scenario: regainScenarios.nothing,
    path: '/regain',
    act: async (page) => {
      await person(page);
      await press(page, 'Find my wallet');
      return page.getByText('Nothing was found with this data');
    },
  },
  {
    name: 'regain-ways',
    scenario: regainScenarios.under,
    path: '/regain',
    act: async (page) => {
      await page.getByRole('button', { name: 'Look whether it has come' }).waitFor();
      expect(await standingOut(page)).toEqual(['Check']);
    },
  },
  {
    name: 'regain-ways-pay',
    scenario: regainScenarios.under,
    path: '/regain',
    act: async (page) => page.getByRole('button', { name: 'It is paid; look again' }),
  },
  {
    name: 'regain-ways-rest',
    scenario: regainScenarios.under,
    path: '/regain',
    act: async (page) => page.getByTestId('play-messages'),
  },
  {
    name: 'regain-stop',
    scenario: regainScenarios.under,
    path: '/regain',
    act: async (page) => {
      await press(page, 'Stop and forget …');
      return page.getByRole('alertdialog');
    },
  },
  { name: 'regain-open', scenario: regainScenarios.open, path: '/regain' },
];

describeLooks('escrow', LOOKS);
