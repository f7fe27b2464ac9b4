// SPDX-License-Identifier: GPL-3.0-or-later
import type { PeerOfferView, PeerPaymentView } from '../../shared/view.ts';
import type { Scenario } from './fake-bridge.ts';
import { open } from './open-answers.ts';
import { allSafe, AT, balance, EXCHANGE, freeProvider, MINUTE, nothingHere, paidProvider } from './views.ts';

// Money between people: payments sent, taken, called back; invoices; refunds.

const DAY = 24 * 60 * MINUTE;
/** 32 bytes in Crockford's alphabet: the length a real address has. */
const KEY = '3FZ9T0V4M8QK2XW7B6H1RCSN5DJYPAGE3FZ9T0V4M8QK2XW7B6H0';

export const payment = (over: Partial<PeerPaymentView> = {}): PeerPaymentView => ({
  id: 'purse-1',
  kind: 'push',
  exchange: EXCHANGE,
  amount: 'KUDOS:5',
  fees: 'KUDOS:0.02',
  total: 'KUDOS:5.02',
  summary: 'Half of the lunch',
  uri: `taler+http://pay-push/127.0.0.1:41231/${KEY}`,
  expiresAt: AT + 7 * DAY,
  state: 'waiting',
  ...over,
});
const invoice = (over: Partial<PeerPaymentView> = {}): PeerPaymentView =>
  payment({
    id: 'purse-9',
    kind: 'pull',
    amount: 'KUDOS:12.5',
    fees: 'KUDOS:0.03',
    total: 'KUDOS:12.47',
    summary: 'Concert ticket',
    uri: `taler+http://pay-pull/127.0.0.1:41231/${KEY}`,
    ...over,
  });

const before: readonly PeerPaymentView[] = [
  payment({ id: 'purse-2', amount: 'KUDOS:2', summary: 'Bus fare', expiresAt: AT + 3 * DAY }),
  payment({ id: 'purse-3', amount: 'KUDOS:1.25', summary: 'Coffee', state: 'taken', expiresAt: AT - DAY }),
  payment({ id: 'purse-6', amount: 'KUDOS:0.5', summary: 'Stamps', state: 'stopping', expiresAt: AT + DAY }),
  payment({ id: 'purse-4', amount: 'KUDOS:8', summary: '', state: 'expired', expiresAt: AT - 2 * DAY }),
  invoice({ id: 'purse-5', amount: 'KUDOS:3', summary: 'Flowers', state: 'paid' }),
];

const pushOffer: PeerOfferView = {
  id: 'offer-1',
  kind: 'push',
  exchange: EXCHANGE,
  summary: 'Your share of the deposit',
  amount: 'KUDOS:7',
  fees: 'KUDOS:0.03',
  total: 'KUDOS:6.97',
  expiresAt: AT + 2 * DAY,
  possible: true,
};
const pullOffer: PeerOfferView = {
  ...pushOffer,
  id: 'offer-2',
  kind: 'pull',
  summary: 'Concert ticket',
  amount: 'KUDOS:12.5',
  fees: 'KUDOS:0.05',
  total: 'KUDOS:12.55',
  arrives: 'KUDOS:12.47',
};

const wallet = open(allSafe, [balance('KUDOS:22.14')], [paidProvider, freeProvider], {
  'peer.list': { value: { payments: before } },
  'peer.quote': {
    value: {
      exchange: EXCHANGE,
      amount: 'KUDOS:5',
      fees: 'KUDOS:0.02',
      total: 'KUDOS:5.02',
      arrives: 'KUDOS:4.99',
      possible: true,
    },
  },
  'peer.quoteRequest': {
    value: { exchange: EXCHANGE, amount: 'KUDOS:12.5', fees: 'KUDOS:0', total: 'KUDOS:12.5', possible: true },
  },
  'peer.send': { value: payment() },
  'peer.request': { value: invoice() },
  'peer.prepareReceive': { value: pushOffer },
  'peer.confirm': { value: { state: 'received' } },
  'refund.uri': {
    value: {
      purchaseId: 'b1',
      merchant: 'Play shop',
      merchantHost: 'shop.example',
      refunded: 'KUDOS:1.5',
      fees: 'KUDOS:0.02',
      total: 'KUDOS:1.48',
      pending: 'KUDOS:0.5',
      refused: 'KUDOS:0',
      state: 'pending',
    },
  },
  abort: { value: { id: 'purse-1', state: 'aborted' } },
  'abort.preview': { value: { id: 'purse-2', left: 'KUDOS:2.04', fees: 'KUDOS:0.05', comesBack: 'KUDOS:1.99' } },
  'deposit.prepare': {
    value: {
      exchange: EXCHANGE,
      account: 'DE75512108001245126199 (Ada Lovelace)',
      payto: 'payto://iban/DE75512108001245126199?receiver-name=Ada%20Lovelace',
      amount: 'KUDOS:10',
      fees: 'KUDOS:0.11',
      total: 'KUDOS:10.11',
      possible: true,
    },
  },
  'deposit.confirm': { value: { id: 'd1', state: 'deposited' } },
});

const quoted = (fees: string, total: string) => ({
  value: { exchange: EXCHANGE, amount: 'KUDOS:5', fees, total, possible: true },
});

export const people = {
  dearer: {
    answers: {
      ...wallet,
      'peer.send': {
        failure: {
          kind: 'fees-changed',
          facts: { shown: 'KUDOS:5.02', total: 'KUDOS:5.04' },
        },
      },
    },
    after: { 'peer.send': { 'peer.quote': quoted('KUDOS:0.04', 'KUDOS:5.04') } },
  },
  dearerDeposit: {
    answers: {
      ...wallet,
      'deposit.confirm': { failure: { kind: 'fees-changed', facts: { shown: 'KUDOS:10.11', total: 'KUDOS:10.2' } } },
    },
    after: {
      'deposit.confirm': {
        'deposit.prepare': {
          value: {
            exchange: EXCHANGE,
            account: 'DE75512108001245126199 (Ada Lovelace)',
            payto: 'payto://iban/DE75512108001245126199?receiver-name=Ada%20Lovelace',
            amount: 'KUDOS:10',
            fees: 'KUDOS:0.2',
            total: 'KUDOS:10.2',
            possible: true,
          },
        },
      },
    },
  },
  dearerRequest: {
    answers: {
      ...wallet,
      'peer.prepareReceive': { value: pullOffer },
      'peer.confirm': { failure: { kind: 'fees-changed', facts: { shown: 'KUDOS:12.55', total: 'KUDOS:12.6' } } },
    },
    after: { 'peer.confirm': { 'peer.confirm': { value: { state: 'paid' } } } },
  },
  sending: {
    answers: wallet,
    after: {
      'peer.send': { 'peer.list': { value: { payments: [payment(), ...before] } } },
      abort: { 'peer.list': { value: { payments: [payment({ state: 'aborted' }), ...before] } } },
    },
  },
  invoiceFee: {
    answers: {
      ...wallet,
      'peer.quoteRequest': {
        value: {
          exchange: EXCHANGE,
          amount: 'KUDOS:12.5',
          fees: 'KUDOS:0.06',
          opening: 'KUDOS:0.05',
          total: 'KUDOS:12.44',
          possible: true,
        },
      },
    },
  },
  taken: {
    answers: wallet,
    after: { 'peer.send': { 'peer.list': { value: { payments: [payment({ state: 'taken' }), ...before] } } } },
  },
  tooPoor: {
    answers: {
      ...wallet,
      'peer.list': { value: { payments: [] } },
      'peer.quote': {
        value: {
          exchange: '',
          amount: 'KUDOS:500',
          fees: 'KUDOS:0',
          total: 'KUDOS:500',
          possible: false,
          why: {
            kind: 'insufficient-balance',
            facts: { needed: 'KUDOS:500.02', fees: 'KUDOS:0.02', available: 'KUDOS:22.14' },
          },
        },
      },
    },
  },
  invoiceToPay: {
    answers: { ...wallet, 'peer.prepareReceive': { value: pullOffer }, 'peer.confirm': { value: { state: 'paid' } } },
  },
  badAccount: {
    answers: {
      ...wallet,
      'deposit.prepare': {
        failure: {
          kind: 'malformed-account',
          facts: { why: 'iban-checksum' },
        },
      },
    },
  },
  /** money that came and costs more than was shown, and an offer of a bank with steep fees */
  steep: {
    after: {
      'wallet.agreeToFees': {
        'wallet.overview': { value: { balances: [balance('KUDOS:5')], backup: allSafe, pending: [] } },
      },
      'withdraw.uri': {
        'withdraw.uri': {
          value: { id: 'w2', amount: 'KUDOS:100', exchange: EXCHANGE, fees: 'KUDOS:99.9', total: 'KUDOS:0.1' },
        },
      },
    },
    answers: {
      ...wallet,
      'withdraw.uri': {
        failure: {
          kind: 'withdrawal-fees',
          facts: { host: '127.0.0.1', why: 'ask', sum: 'KUDOS:100', fees: 'KUDOS:99.9', total: 'KUDOS:0.1' },
        },
      },
      'wallet.agreeToFees': { value: { id: 'w1', state: 'done' } },
      'wallet.overview': {
        value: {
          balances: [balance('KUDOS:8', 'KUDOS:8', 'KUDOS:0', 'KUDOS:0')],
          backup: allSafe,
          pending: [
            {
              id: 'w1',
              type: 'withdrawal',
              waitingFor: 'user',
              nextTryAt: AT + MINUTE,
              attempts: 1,
              why: {
                kind: 'withdrawal-fees',
                facts: {
                  host: '127.0.0.1',
                  why: 'dearer',
                  sum: 'KUDOS:8',
                  fees: 'KUDOS:3',
                  total: 'KUDOS:5',
                  agreed: 'KUDOS:0',
                },
              },
            },
          ],
        },
      },
    },
  },
  withoutProvider: {
    answers: {
      ...wallet,
      'play.withdraw': { value: { withdrawalId: 'w1' } },
      'backup.status': { value: nothingHere },
      'peer.list': { value: { payments: [] } },
      'peer.confirm': { value: { state: 'pending' } },
    },
  },
  expiredOffer: {
    answers: {
      ...wallet,
      'peer.prepareReceive': {
        failure: {
          kind: 'purse-expired',
          facts: {},
        },
      },
    },
  },
} satisfies Record<string, Scenario>;
