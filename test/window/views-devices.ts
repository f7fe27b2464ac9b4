// SPDX-License-Identifier: GPL-3.0-or-later
import type { DevicesView, EmptyQuoteLine, EmptyQuoteView, EmptyView } from '../../shared/view-devices.ts';
import type { TakeoverReportView } from '../../shared/view-restore.ts';
import type { HistoryLine } from '../../shared/view.ts';
import { payment } from './scenarios-people.ts';
import { AT, balance, EXCHANGE, FREE, history, MINUTE, PAID } from './views.ts';

// What a wallet on several devices shows, one that is emptied or taken over, and one with unfinished business, as data.

const DAY = 24 * 60 * MINUTE;
export const SUPERSEDED = { kind: 'stands-still', facts: { standing: { kind: 'superseded', facts: {} } } } as const;

export const alone: DevicesView = {
  standing: 'active',
  said: { kind: 'only', facts: {} },
  apart: [],
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
export const behind: DevicesView = {
  apart: [],
  standing: 'superseded',
  said: SUPERSEDED,
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

export const purses = [
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
export const emptying = (over: Partial<EmptyView>): EmptyView => ({
  state: 'idle',
  payments: [],
  left: ['KUDOS:22.14', 'CHF:1250.05'],
  dust: [],
  said: [{ kind: 'idle', facts: {} }],
  ...over,
});
export const sending = emptying({
  state: 'sending',
  payments: purses,
  left: [],
  dust: ['KUDOS:0.01'],
  said: [{ kind: 'sending', facts: { open: 1, of: 2, until: AT + DAY } }],
});

export const quoteLine = (over: Partial<EmptyQuoteLine>): EmptyQuoteLine => ({
  exchange: EXCHANGE,
  currency: 'KUDOS',
  payments: 1,
  amount: 'KUDOS:21.98',
  arrives: over.amount ?? 'KUDOS:21.95',
  fees: 'KUDOS:0.16',
  total: 'KUDOS:22.14',
  dust: 'KUDOS:0',
  later: 'KUDOS:0',
  ...over,
});
export const quoted: EmptyQuoteView = {
  lines: [
    quoteLine({}),
    quoteLine({
      exchange: 'https://exchange.taler-ops.ch/',
      currency: 'CHF',
      payments: 3,
      amount: 'CHF:1249.85',
      arrives: 'CHF:1249.85',
      fees: 'CHF:0.2',
      total: 'CHF:1250.05',
      dust: 'CHF:0.01',
      later: 'CHF:20',
    }),
  ],
  underWay: true,
};

export const joined: TakeoverReportView = {
  how: 'joined',
  sources: [
    { provider: PAID, name: 'Reef', answer: 'found', copyFrom: AT - 5 * MINUTE, entries: 41, notes: [] },
    { provider: FREE, name: 'Shoal', answer: 'silent', notes: [] },
  ],
  balances: [balance('KUDOS:39.11')],
  coinsChecked: 18,
  coinsSpentElsewhere: 0,
  exchangesSilent: [],
  said: [
    { kind: 'joined', facts: { total: ['KUDOS:39.11'], before: ['KUDOS:22.14'], found: 1, of: 2 } },
    { kind: 'told-some', facts: { told: 1, of: 2 } },
  ],
  marked: [
    { provider: PAID, done: true },
    { provider: FREE, done: false, note: { kind: 'trouble', facts: { why: { kind: 'unreachable', facts: {} } } } },
  ],
};

const LONG_AGO = AT - 3 * 365 * 24 * 60 * MINUTE;

export const unfinished: readonly HistoryLine[] = [
  ...history,
  line({
    id: 'p7',
    type: 'payment',
    amount: 'KUDOS:3.2',
    fees: 'KUDOS:0',
    effect: 'KUDOS:-3.2',
    party: 'Play shop',
    summary: 'Two postcards',
    endable: true,
  }),
  line({
    id: 'p8',
    type: 'peer-sent',
    amount: 'KUDOS:5',
    fees: 'KUDOS:0.02',
    effect: 'KUDOS:-5.02',
    summary: 'Half of the lunch',
    endable: true,
  }),
  line({
    id: 'p9',
    type: 'invoice-received',
    amount: 'KUDOS:12.5',
    fees: 'KUDOS:0',
    effect: 'KUDOS:0',
    summary: 'Concert ticket',
    endable: true,
  }),
  line({ id: 'p15', type: 'deposit', amount: 'KUDOS:6', party: 'DE75512108001245126199', endable: true }),
  line({ id: 'pull-in p16', type: 'invoice-paid', amount: 'KUDOS:7', summary: 'A ticket', endable: true }),
  line({ id: 'push-in p17', type: 'peer-received', amount: 'KUDOS:8', summary: 'Rent', endable: true }),
  line({
    id: 'p18',
    type: 'payment',
    amount: 'KUDOS:3.3',
    party: 'Play shop',
    summary: 'A map',
    notes: [{ kind: 'taking-back', facts: {} }],
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
    title: { kind: 'to-bank-account', facts: {} },
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
  // Three years old: what it was has left, and of that a line is kept.
  line({
    id: 'p13',
    type: 'withdrawal',
    state: 'done',
    at: LONG_AGO,
    amount: 'KUDOS:2.05',
    effect: 'KUDOS:2.05',
    party: 'bank.example',
    title: { kind: 'earlier', facts: {} },
  }),
  line({
    id: 'p14',
    type: 'payment',
    state: 'done',
    at: LONG_AGO + MINUTE,
    amount: 'KUDOS:2',
    effect: 'KUDOS:-2',
    party: 'shop.example',
    summary: 'A lamp',
  }),
  line({
    id: 'earlier https://exchange.example/ KUDOS',
    type: 'refresh',
    state: 'done',
    at: LONG_AGO + MINUTE,
    amount: 'KUDOS:0.05',
    fees: 'KUDOS:0.05',
    effect: 'KUDOS:-0.05',
    party: 'exchange.example',
    title: { kind: 'earlier-rest', facts: {} },
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
