// SPDX-License-Identifier: GPL-3.0-or-later
import type {
  DevicesView,
  EmptyQuoteLine,
  EmptyQuoteView,
  EmptyView,
  HistoryLine,
  TakeoverReportView,
} from '../../shared/view.ts';
import type { Scenario } from './fake-bridge.ts';
import { payment } from './scenarios-people.ts';
import { open } from './scenarios.ts';
import {
  allSafe,
  app,
  AT,
  balance,
  EXCHANGE,
  FREE,
  freeProvider,
  history,
  MINUTE,
  nothingBackedUp,
  PAID,
  paidProvider,
} from './views.ts';

// One wallet on several devices, wallets that change hands, and money that waits for something only a person can do.

const DAY = 24 * 60 * MINUTE;
const SUPERSEDED =
  "Another device of this wallet is the active one now, so this one neither pays nor uploads; no money is lost. To go on here instead, keep this device ('holdfast takeover here').";

const alone: DevicesView = {
  standing: 'active',
  sentence: 'This is the only device of this wallet.',
  devices: [
    { id: 'a', name: 'ada-laptop', epoch: 3, status: 'active', here: true, leads: true, lastWroteAt: AT - MINUTE },
    {
      id: 'b',
      name: 'device 4KQ1X8',
      epoch: 1,
      status: 'abandoned',
      here: false,
      leads: false,
      lastWroteAt: AT - 90 * DAY,
    },
  ],
};
const behind: DevicesView = {
  standing: 'superseded',
  sentence: SUPERSEDED,
  devices: [
    {
      id: 'c',
      name: 'new-desktop',
      epoch: 4,
      status: 'active',
      here: false,
      leads: true,
      lastWroteAt: AT - 5 * MINUTE,
    },
    { id: 'a', name: 'ada-laptop', epoch: 3, status: 'active', here: true, leads: false, lastWroteAt: AT - DAY },
  ],
};

const purses = [
  payment({
    id: 'purse-1',
    amount: 'KUDOS:21.98',
    fees: 'KUDOS:0.16',
    summary: 'Everything in this wallet',
    expiresAt: AT + DAY,
  }),
  payment({
    id: 'purse-2',
    amount: 'CHF:1249.85',
    fees: 'CHF:0.2',
    exchange: 'https://exchange.taler-ops.ch/',
    uri: 'taler://pay-push/exchange.taler-ops.ch/3FZ9T0V4M8QK2XW7B6H1RCSN5DJYPAGE3FZ9T0V4M8QK2XW7B6H0',
    summary: 'Everything in this wallet',
    expiresAt: AT + DAY,
    state: 'taken',
  }),
];
const emptying = (over: Partial<EmptyView>): EmptyView => ({
  state: 'idle',
  payments: [],
  left: ['KUDOS:22.14', 'CHF:1250.05'],
  dust: [],
  sentence: 'This wallet is not being emptied.',
  ...over,
});
const sending = emptying({
  state: 'sending',
  payments: purses,
  left: [],
  dust: ['KUDOS:0.01'],
  sentence: '1 of 2 payments wait to be taken, until 2026-11-24 15:04 UTC; what is not taken by then comes back.',
});

const quoteLine = (over: Partial<EmptyQuoteLine>): EmptyQuoteLine => ({
  exchange: EXCHANGE,
  currency: 'KUDOS',
  payments: 1,
  amount: 'KUDOS:21.98',
  fees: 'KUDOS:0.16',
  total: 'KUDOS:22.14',
  dust: 'KUDOS:0',
  later: 'KUDOS:0',
  ...over,
});
const quoted: EmptyQuoteView = {
  lines: [
    quoteLine({}),
    quoteLine({
      exchange: 'https://exchange.taler-ops.ch/',
      currency: 'CHF',
      payments: 3,
      amount: 'CHF:1249.85',
      fees: 'CHF:0.2',
      total: 'CHF:1250.05',
      dust: 'CHF:0.01',
      later: 'CHF:20',
    }),
  ],
  underWay: true,
};

const joined: TakeoverReportView = {
  how: 'joined',
  sources: [
    { provider: PAID, name: 'Reef', answer: 'found', copyFrom: AT - 5 * MINUTE, entries: 41 },
    { provider: FREE, name: 'Shoal', answer: 'silent' },
  ],
  balances: [balance('KUDOS:39.11')],
  coinsChecked: 18,
  coinsSpentElsewhere: 0,
  exchangesSilent: [],
  sentence: 'KUDOS:16.97 of the other wallet are now part of this one.',
  marked: [
    { provider: PAID, done: true },
    { provider: FREE, done: false, note: 'It did not answer; it is told when it does.' },
  ],
};

const common = {
  'device.list': { value: alone },
  'wallet.empty.status': { value: emptying({}) },
  'wallet.empty.quote': { value: quoted },
  'peer.list': { value: { payments: [] } },
} as const;
const wallet = open(allSafe, [balance('KUDOS:22.14')], [paidProvider, freeProvider], common);
const standsStill = { ...allSafe, sentence: SUPERSEDED, standing: 'superseded' as const };

const unfinished: readonly HistoryLine[] = [
  ...history,
  line({
    id: 'p7',
    type: 'payment',
    amount: 'KUDOS:3.2',
    fees: 'KUDOS:0',
    effect: 'KUDOS:-3.2',
    party: 'Play shop',
    summary: 'Two postcards',
    note: 'The shop has not confirmed it yet.',
  }),
  line({
    id: 'p8',
    type: 'peer-sent',
    amount: 'KUDOS:5',
    fees: 'KUDOS:0.02',
    effect: 'KUDOS:-5.02',
    summary: 'Half of the lunch',
  }),
  line({
    id: 'p9',
    type: 'invoice-received',
    amount: 'KUDOS:12.5',
    fees: 'KUDOS:0',
    effect: 'KUDOS:0',
    summary: 'Concert ticket',
  }),
  line({
    id: 'p10',
    type: 'refund',
    state: 'done',
    amount: 'KUDOS:1.5',
    fees: 'KUDOS:0.01',
    effect: 'KUDOS:1.49',
    party: 'Play shop',
    summary: 'A postcard of the sea',
  }),
  line({
    id: 'p11',
    type: 'deposit',
    state: 'done',
    amount: 'KUDOS:4',
    fees: 'KUDOS:0.03',
    effect: 'KUDOS:-4.03',
    party: 'DE75512108001245126199',
    summary: 'To your bank account',
  }),
  line({
    id: 'p12',
    type: 'peer-received',
    state: 'expired',
    amount: 'KUDOS:2',
    fees: 'KUDOS:0',
    effect: 'KUDOS:0',
    summary: 'Bus fare',
  }),
];
function line(over: Partial<HistoryLine>): HistoryLine {
  return {
    id: '',
    type: 'payment',
    state: 'pending',
    at: AT - MINUTE,
    exchange: EXCHANGE,
    currency: 'KUDOS',
    amount: 'KUDOS:0',
    fees: 'KUDOS:0',
    effect: 'KUDOS:0',
    party: '',
    summary: '',
    ...over,
  };
}

export const devices = {
  alone: { answers: wallet },
  superseded: {
    answers: {
      ...open(standsStill, [balance('KUDOS:22.14')], [paidProvider, freeProvider], common),
      'device.list': { value: behind },
      'device.keep': { value: alone },
    },
    after: {
      'device.keep': {
        'device.list': { value: alone },
        'backup.status': { value: allSafe },
        'wallet.overview': { value: { balances: [balance('KUDOS:22.14')], backup: allSafe, pending: [] } },
      },
    },
  },
  joining: { answers: { ...wallet, 'backup.takeover': { value: joined } } },
  notAbandoned: {
    answers: {
      ...wallet,
      'backup.takeover': {
        failure: {
          kind: 'not-abandoned',
          sentence:
            "old-laptop still uses that wallet (it last wrote on 2026-11-20 08:15 UTC); two devices that spend the same coins get in each other's way. Leave the wallet there first ('holdfast abandon'), or take it over even so ('--even-if-not-abandoned'): then that device stops as soon as it hears of it, and what it has not uploaded stays on it. Nothing was changed.",
        },
      },
    },
  },
  leaving: {
    answers: {
      ...wallet,
      'backup.abandon': {
        value: { state: 'leaving', sentence: '1 of 2 providers have stored it; the rest is told by itself.' },
      },
    },
    after: {
      'backup.abandon': {
        'device.list': { value: { ...alone, standing: 'leaving' as const, sentence: 'This wallet is being left.' } },
      },
    },
  },
  noQuote: {
    answers: {
      ...wallet,
      'wallet.empty.quote': {
        failure: {
          kind: 'unreachable',
          sentence:
            'exchange.taler-ops.ch cannot be reached; no money is at risk, and unfinished steps are tried again by themselves.',
        },
      },
    },
  },
  toEmpty: {
    answers: { ...wallet, 'wallet.empty': { value: sending } },
    after: { 'wallet.empty': { 'wallet.empty.status': { value: sending } } },
  },
  returned: {
    answers: {
      ...wallet,
      'wallet.empty.status': {
        value: emptying({
          state: 'returned',
          payments: purses.map((each) => (each.id === 'purse-1' ? { ...each, state: 'expired' as const } : each)),
          left: ['KUDOS:21.96'],
          sentence: 'KUDOS:21.96 is still here; empty again to send it, or stop and keep the wallet.',
        }),
      },
      'wallet.empty.quote': {
        value: {
          lines: [quoteLine({ amount: 'KUDOS:21.8', total: 'KUDOS:21.96' })],
          underWay: false,
        },
      },
    },
  },
  emptied: {
    answers: {
      ...wallet,
      'wallet.empty.status': {
        value: emptying({
          state: 'ready',
          payments: purses.map((each) => ({ ...each, state: 'taken' as const })),
          left: [],
          dust: ['KUDOS:0.01'],
          sentence: 'Everything was taken. Finish to leave the wallet and erase it here.',
        }),
      },
      'wallet.empty.finish': {
        value: {
          text: [
            'Receipt: this wallet was emptied',
            '',
            'Date: 2026-11-23 15:04 UTC',
            'Sent and taken: KUDOS:21.98 and CHF:1249.85',
            'Fees of sending: KUDOS:0.16 and CHF:0.2',
            '',
            `1. KUDOS:21.98 at ${EXCHANGE}`,
            '   fees KUDOS:0.16, could be taken until 2026-11-24 15:04 UTC, taken',
            '   purse 3FZ9T0V4M8QK2XW7B6H1RCSN5DJYPAGE3FZ9T0V4M8QK2XW7B6H0',
          ].join('\n'),
          files: [
            '/home/ada/.config/holdfast/emptied-2026-11-23T150400.txt',
            '/home/ada/.config/holdfast/emptied-2026-11-23T150400.pdf',
          ],
        },
      },
    },
    after: {
      'wallet.empty.finish': {
        'app.state': { value: { ...app, stage: 'first-start', protection: 'none', playMoney: false } },
      },
    },
  },
  waiting: {
    after: {
      'wallet.withoutBackup': {
        'wallet.overview': { value: { balances: [balance('KUDOS:19.96')], backup: nothingBackedUp, pending: [] } },
      },
    },
    answers: {
      'wallet.withoutBackup': { value: { id: 'w1', sum: 'KUDOS:19.96', state: 'done' } },
      ...open({ ...nothingBackedUp, atRisk: [] }, [balance('KUDOS:20', 'KUDOS:20', 'KUDOS:0', 'KUDOS:0')], [], common),
      'wallet.overview': {
        value: {
          balances: [balance('KUDOS:20', 'KUDOS:20', 'KUDOS:0', 'KUDOS:0')],
          backup: {
            ...nothingBackedUp,
            atRisk: [],
            sentence: 'No backup is set up. What is being withdrawn stays at the exchange until you add a provider.',
          },
          pending: [
            {
              id: 'w1',
              type: 'withdrawal',
              waitingFor: 'provider',
              nextTryAt: AT + MINUTE,
              attempts: 2,
              note: 'There is no backup provider yet, so the money stays in the reserve at the exchange until you add one.',
              withoutBackup: 'KUDOS:19.96',
            },
            {
              id: 'w2',
              type: 'withdrawal',
              waitingFor: 'user',
              nextTryAt: AT + MINUTE,
              attempts: 1,
              link: 'https://exchange.example/kyc-spa/3FZ9T0V4M8QK2XW7B6H1RCSN5DJYPAGE',
              note: 'The exchange wants to know who you are before it goes on; the money stays at the exchange meanwhile.',
            },
          ],
        },
      },
    },
  },
  unfinished: {
    answers: {
      ...wallet,
      'wallet.history': { value: { lines: unfinished } },
      'wallet.overview': { value: { balances: [balance('KUDOS:11.38')], backup: allSafe, pending: [] } },
      abort: { value: { id: 'p7', state: 'pending' } },
    },
  },
} satisfies Record<string, Scenario>;
