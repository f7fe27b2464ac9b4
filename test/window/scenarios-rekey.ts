// SPDX-License-Identifier: GPL-3.0-or-later
import type { RekeyQuoteView, RekeyView } from '../../shared/view-rekey.ts';
import { open } from './open-answers.ts';
import { press, type Look } from './pages-look.ts';
import { allSafe, AT, balance, EXCHANGE, folderProvider, FREE, freeProvider, PAID, paidProvider } from './views.ts';

// A new secret: what it costs, and how far it has come.

const quote: RekeyQuoteView = {
  places: [
    { id: PAID, name: 'Reef', fee: 'KUDOS:1.2', total: 'KUDOS:1.5' },
    { id: FREE, name: 'Shoal', fee: 'KUDOS:0' },
    { id: folderProvider.id, name: 'USB stick “Blue”' },
  ],
  money: [
    {
      exchange: EXCHANGE,
      currency: 'KUDOS',
      reachable: 'KUDOS:22.14',
      left: 'KUDOS:0',
      total: 'KUDOS:22.1',
      fees: 'KUDOS:0.12',
      stays: 'KUDOS:0.04',
    },
  ],
  total: ['KUDOS:1.62'],
  said: [
    { kind: 'stays', facts: { stays: ['KUDOS:0.04'] } },
    { kind: 'coming', facts: { coming: ['KUDOS:5'] } },
    { kind: 'sent', facts: { payments: 1 } },
    { kind: 'devices', facts: { devices: ['old laptop'] } },
    { kind: 'copies-stay', facts: {} },
  ],
};

const under = (step: RekeyView['step'], number: number, more: Partial<RekeyView> = {}) =>
  open(allSafe, [balance('KUDOS:22.14')], [paidProvider, freeProvider, folderProvider], {
    'rekey.progress': {
      value: {
        progress: { step, number, of: 6, since: AT, mayCancel: false, agreed: ['KUDOS:1.62'], said: [], ...more },
      },
    },
  });

/** What it would cost. */
export const rekeyOffered = open(allSafe, [balance('KUDOS:22.14')], [paidProvider, freeProvider, folderProvider], {
  'rekey.quote': { value: quote },
});

export const rekeyLooks: readonly Look[] = [
  {
    name: 'new-secret',
    scenario: { answers: rekeyOffered },
    path: '/new-secret',
    act: async (page) => {
      await page.getByText('KUDOS').first().waitFor();
      await page.getByRole('button', { name: /^Make a new secret for 1\.62/ }).waitFor();
    },
  },
  {
    name: 'new-secret-made',
    scenario: {
      answers: open(allSafe, [balance('KUDOS:22.14')], [paidProvider, freeProvider, folderProvider], {
        'rekey.progress': { value: { progress: null, madeAt: AT } },
      }),
    },
    path: '/new-secret',
    act: (page) => page.getByRole('button', { name: 'Make yet another one' }).waitFor(),
  },
  {
    name: 'new-secret-asked',
    scenario: { answers: rekeyOffered },
    path: '/new-secret',
    act: async (page) => {
      await press(page, /^Make a new secret/);
      return page.getByRole('alertdialog');
    },
  },
  {
    name: 'new-secret-copies',
    scenario: {
      answers: under('copies', 2, {
        mayCancel: true,
        said: [{ kind: 'copying', facts: { held: 0, wanted: 1, places: ['Reef', 'Shoal'] } }],
      }),
    },
    path: '/new-secret',
  },
  {
    name: 'new-secret-cancel',
    scenario: { answers: under('secret', 1, { mayCancel: true }) },
    path: '/new-secret',
    act: async (page) => {
      await press(page, 'Keep the old secret');
      return page.getByRole('alertdialog').getByRole('button', { name: 'Go on with the new one' });
    },
  },
  {
    name: 'new-secret-paper',
    scenario: {
      answers: under('sheet', 5, {
        said: [
          { kind: 'taken', facts: { sums: ['KUDOS:2'] } },
          { kind: 'reachable', facts: { sums: ['KUDOS:0.04'] } },
        ],
      }),
    },
    path: '/new-secret',
  },
  { name: 'new-secret-test', scenario: { answers: under('test', 6) }, path: '/new-secret' },
  { name: 'sheet-new-secret-under-way', scenario: { answers: under('money', 3) }, path: '/sheet' },
];
