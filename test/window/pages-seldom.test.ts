// SPDX-License-Identifier: GPL-3.0-or-later
import { describeLooks, press, type Look } from './pages-look.ts';
import { people } from './scenarios-people.ts';
import { placeScenarios } from './scenarios-places.ts';
import { seldom } from './scenarios-seldom.ts';
import { pasteText } from './typing.ts';

// What a person seldom meets, as the other pages are looked at.

const LOOKS: readonly Look[] = [
  {
    name: 'overview-unknown-issuer',
    scenario: seldom.unknownIssuer,
    path: '/',
    act: async (page) => page.getByRole('button', { name: 'Agree to the new price' }),
  },
  { name: 'overview-play-missing', scenario: seldom.playMissing, path: '/' },
  { name: 'history-found-again', scenario: seldom.foundAgain, path: '/history' },
  {
    name: 'backup-unread',
    scenario: seldom.unread,
    path: '/protection',
    act: async (page) => page.getByText('Not read since the restore').first(),
  },
  {
    name: 'send-which-sum',
    scenario: people.sending,
    path: '/send',
    act: async (page) => {
      await page.getByLabel('You send').fill('1,000');
      await press(page, 'Show what it costs');
      return page.getByText('may mean two sums');
    },
  },
  {
    name: 'send-dearer',
    scenario: people.dearer,
    path: '/send',
    act: async (page) => {
      await page.getByLabel('You send').fill('5');
      await press(page, 'Show what it costs');
      await press(page, 'Send 5.00 KUDOS');
      return page.getByText('look at it again and confirm');
    },
  },
  {
    name: 'restore-beside-silent',
    scenario: placeScenarios.restoredBesideSilent,
    path: '/restore',
    act: async (page) => {
      await pasteText(page, 'HOLDFAST-RECOVERY-1');
      await press(page, 'Restore');
      await page.getByText('Who answered').waitFor();
    },
  },
  { name: 'shortcuts', scenario: seldom.foundAgain, path: '/shortcuts' },
  {
    name: 'link-waits',
    scenario: seldom.linkWaits,
    path: '/takeover',
    act: async (page) => page.getByRole('button', { name: 'Look at it' }),
  },
  {
    name: 'link-refused',
    scenario: seldom.linkRefused,
    path: '/',
    act: async (page) => page.getByText('too long for any wallet'),
  },
];

describeLooks('pages that are seldom seen', LOOKS);
