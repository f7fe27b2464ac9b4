// SPDX-License-Identifier: GPL-3.0-or-later
import { open } from './open-answers.ts';
import type { FakeAnswers } from './fake-bridge.ts';
import type { Look } from './pages-look.ts';
import { scenarios } from './scenarios.ts';
import { allSafe, app, balance, EXCHANGE, freeProvider, nothingHere, paidProvider } from './views.ts';
import { pasteText } from './typing.ts';

// The first screens, each as its person meets it.

const real: FakeAnswers = {
  'app.state': { value: { ...app, playMoney: false, settingUp: 'resumed' } },
  'exchange.add': {
    value: { baseUrl: EXCHANGE, currency: 'KUDOS', masterPub: 'X', version: '17:0:0', state: 'ready' },
  },
};
const { sheetTestedAt: _tested, ...untested } = allSafe;
const { 'drill.run': drilled } = scenarios.drillPasses.answers;
const paper: FakeAnswers = {
  ...scenarios.safe.answers,
  ...open(untested, [balance('KUDOS:22.14')], [paidProvider, freeProvider]),
  'app.state': { value: { ...app, settingUp: 'fresh' } },
  'backup.run': { value: { reports: [] } },
  'drill.progress': { value: { progress: null } },
  ...(drilled === undefined ? {} : { 'drill.run': drilled }),
};

/** What is looked at there. */
export const BEGIN_LOOKS: readonly Look[] = [
  { name: 'begin-play', scenario: { answers: open(nothingHere, [], []) }, path: '/begin' },
  {
    name: 'begin-money',
    scenario: { answers: open(nothingHere, [], [], real) },
    path: '/begin',
    act: async (page) => {
      await page.getByText('Another issuer, or change this list').click();
      await page.getByRole('button', { name: 'See costs and terms' }).click();
      await page.getByRole('region', { name: /^Terms of service of/ }).waitFor();
    },
  },
  {
    name: 'begin-places',
    scenario: { answers: scenarios.fresh.answers },
    path: '/begin',
    act: async (page) => {
      await page.locator('.begin-price').nth(1).waitFor();
    },
  },
  {
    name: 'begin-paper',
    scenario: { answers: paper },
    path: '/begin',
    act: async (page) => {
      await page.locator('.drawn').waitFor();
    },
  },
  {
    name: 'begin-drill',
    scenario: { answers: paper },
    path: '/begin',
    act: async (page) => {
      await page.locator('.drawn').waitFor();
      await pasteText(page, 'HOLDFAST-RECOVERY-1\n…\nEND');
      await page.getByTestId('begin-sum').waitFor();
    },
  },
  {
    name: 'begin-end',
    scenario: { answers: open(allSafe, [balance('KUDOS:22.14')], [paidProvider, freeProvider]) },
    path: '/begin',
  },
];
