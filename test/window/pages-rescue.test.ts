// SPDX-License-Identifier: GPL-3.0-or-later
import type { AppStateView } from '../../shared/contract.ts';
import type { FailureView } from '../../shared/view.ts';
import type { Scenario } from './fake-bridge.ts';
import { open } from './open-answers.ts';
import { describeLooks, press, type Look } from './pages-look.ts';
import { allSafe, app, AT, balance, paidProvider } from './views.ts';

// What a person sees whose wallet does not open, and after window or program died.

const REPORT = JSON.stringify(
  { holdfast: '0.1.0', trouble: { kind: 'damaged-database' }, files: ['wallet.db 8192'], events: [] },
  undefined,
  1,
);

const broken = (trouble: FailureView, more: Partial<AppStateView> = {}): Scenario => ({
  answers: {
    'app.state': { value: { ...app, stage: 'locked', playMoney: false, protection: 'passphrase', trouble, ...more } },
    'app.tryAgain': { failure: trouble },
    'app.setAside': {
      failure: { kind: 'not-set-aside', facts: { file: `${app.dataDirectory}/wallet.db`, detail: 'EACCES' } },
    },
    'app.report': { value: { text: REPORT } },
    'app.saveReport': { value: { file: '/home/ada/holdfast-report.txt' } },
  },
});

const wallet = (more: Partial<AppStateView>): Scenario => ({
  answers: open(allSafe, [balance('KUDOS:22.14')], [paidProvider], {
    'app.state': { value: { ...app, playMoney: false, ...more } },
  }),
});

const damaged: FailureView = { kind: 'damaged-database', facts: { detail: 'SQLITE_CORRUPT' } };

const LOOKS: readonly Look[] = [
  { name: 'rescue-damaged', scenario: broken(damaged), path: '/' },
  {
    name: 'rescue-aside',
    scenario: broken(damaged),
    path: '/',
    act: async (page) => {
      await press(page, 'Restore from a sheet …');
      await press(page, 'Set them aside and restore');
      return page.getByText('could not be moved');
    },
  },
  {
    name: 'rescue-report',
    scenario: broken(damaged, { chosenPlace: true }),
    path: '/',
    act: async (page) => {
      await press(page, 'Show the report');
      await press(page, 'Save it as a file …');
      return page.getByText('Saved as');
    },
  },
  {
    name: 'rescue-newer',
    scenario: broken({ kind: 'newer-database', facts: {} }),
    path: '/',
    act: async (page) => press(page, 'Try again'),
  },
  { name: 'rescue-held', scenario: broken({ kind: 'already-running', facts: {} }), path: '/' },
  {
    name: 'rescue-place-missing',
    scenario: broken({ kind: 'place-missing', facts: { file: '/media/ada/stick/Holdfast' } }, { chosenPlace: true }),
    path: '/',
  },
  {
    name: 'first-start-kept',
    scenario: {
      answers: {
        'app.state': {
          value: {
            ...app,
            stage: 'first-start',
            protection: 'none',
            playMoney: false,
            suggestedNames: { wallet: 'ada-laptop, 2026-11-23', device: 'ada-laptop' },
            setAside: [`${app.dataDirectory}/set-aside-2026-11-23-15-04-00`],
          },
        },
      },
    },
    path: '/restore',
  },
  {
    name: 'overview-after-a-death',
    scenario: wallet({ ended: { what: 'program', at: AT } }),
    path: '/',
    act: async (page) => page.getByRole('button', { name: 'All right' }),
  },
  {
    name: 'overview-offline',
    scenario: wallet({}),
    path: '/',
    act: async (page) => {
      // The page itself is there; only what it hears of the network is another.
      await page.evaluate(() => {
        Object.defineProperty(navigator, 'onLine', { get: () => false, configurable: true });
        dispatchEvent(new Event('offline'));
      });
      return page.getByText('This computer is offline');
    },
  },
];

describeLooks('where a wallet does not open', LOOKS);
