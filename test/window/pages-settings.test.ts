// SPDX-License-Identifier: GPL-3.0-or-later
import { expect } from 'vitest';
import { describeLooks, press, type Look } from './pages-look.ts';
import { placeScenarios } from './scenarios-places.ts';
import { scenarios } from './scenarios.ts';
import { settingsScenarios } from './scenarios-settings.ts';

// The settings in the states a person meets them in.

const path = '/settings';

const LOOKS: readonly Look[] = [
  {
    name: 'settings',
    scenario: placeScenarios.many,
    path,
    act: async (page) => {
      await page.getByText('25 of 50', { exact: true }).waitFor();
      await press(page, /^More: /);
    },
  },
  {
    name: 'settings-lock',
    scenario: settingsScenarios.set,
    path,
    act: async (page) => {
      await press(page, 'Change …');
      await page.getByText('Whoever knows a passphrase').click();
      await page.getByLabel('Passphrase of now').fill('not this one');
      await page.getByLabel('Passphrase', { exact: true }).fill('river-otter-1987');
      await page.locator('.strength').waitFor();
      await page.getByLabel('Passphrase, once more').fill('river-otter-1987');
      await press(page, 'Use this lock');
      await page.getByRole('alert').waitFor();
      return page.locator('.strength');
    },
  },
  {
    name: 'settings-not-written',
    scenario: settingsScenarios.set,
    path,
    act: async (page) => {
      await page.getByText('Somebody took a payment').click();
      await page.getByText('make room and choose again').waitFor();
      await press(page, 'Look for a new version');
      await page.getByText('Nobody answered').waitFor();
      await press(page, 'Write a report');
      return page.getByText('Nobody answered');
    },
  },
  {
    name: 'settings-move',
    scenario: settingsScenarios.set,
    path,
    act: async (page) => {
      await press(page, 'Move …');
      await page.getByText('a disk that breaks').waitFor();
    },
  },
  {
    name: 'settings-moved',
    scenario: settingsScenarios.set,
    path,
    act: async (page) => {
      await press(page, 'Move …');
      await press(page, 'Move it');
      return page.getByText('The wallet lies in');
    },
  },
  {
    name: 'settings-contrast',
    scenario: settingsScenarios.contrast,
    path,
    act: async (page) => {
      await press(page, 'Look for a new version');
      await press(page, 'Move …');
      await page.getByText('make an empty folder').waitFor();
      // What an issuer says of itself, and no link: whoever wants to go there copies it.
      await page.getByText('Where its money is taken: https://shops.example/?of=kudos').waitFor();
      expect(await page.getByRole('link', { name: /shops\.example/ }).count()).toBe(0);
    },
  },
  { name: 'licences', scenario: scenarios.safe, path: '/licences' },
];

describeLooks('the settings', LOOKS);
