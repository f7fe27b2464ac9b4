// SPDX-License-Identifier: GPL-3.0-or-later
import type { RestoreReportView } from '../../shared/view-restore.ts';
import type { Scenario } from './fake-bridge.ts';
import { open } from './open-answers.ts';
import { payment, people } from './scenarios-people.ts';
import { restored, restoreScenarios } from './scenarios-restore.ts';
import {
  allSafe,
  app,
  AT,
  balance,
  EXCHANGE,
  freeProvider,
  MINUTE,
  nothingBackedUp,
  nothingHere,
  paidProvider,
} from './views.ts';

// What somebody meets who sees the window for the first time, moment by moment.

const noPaper: typeof allSafe = {
  state: 'initialized',
  safety: {
    state: 'not-protected',
    said: [{ kind: 'no-paper', facts: { lost: ['KUDOS:20'] } }],
    lost: ['KUDOS:20'],
    uncopied: [],
    next: 'show-sheet',
  },
  verifiedAt: AT,
  providersUpToDate: 1,
  providersTotal: 1,
  copiesWanted: 1,
};
const restoredWith = (over: Partial<RestoreReportView>): Scenario => ({
  answers: { ...restoreScenarios.restoring.answers, 'restore.run': { value: { ...restored, ...over } } },
});

const STANDS = { kind: 'superseded', facts: {} } as const;
const stopped: typeof allSafe = {
  ...allSafe,
  standing: 'superseded',
  safety: {
    state: 'stopped',
    said: [{ kind: 'stands-still', facts: { standing: STANDS } }],
    lost: [],
    uncopied: [],
    next: 'continue-here',
  },
};
const stoppedBalance = {
  ...balance('KUDOS:19.78', 'KUDOS:18.13', 'KUDOS:0', 'KUDOS:1.65'),
  change: 'KUDOS:18.13',
  comingBack: 'KUDOS:18.13',
};

const EARNEST = { value: { ...app, playMoney: false } };

export const newcomer = {
  /** the program was ended between the lock of a restored wallet and the answers of its places */
  bringingBack: {
    answers: open(nothingHere, [], [], {
      'app.state': { value: { ...app, playMoney: false, bringingBack: 'restore' } },
      'recover.session': { value: { session: null } },
      'setUp.end': { value: {} },
    }),
  },
  /** 3.01 was paid with a piece of 16 */
  paid: {
    answers: open(
      allSafe,
      [
        {
          ...balance('KUDOS:16.96', 'KUDOS:12.99', 'KUDOS:0', 'KUDOS:3.97'),
          change: 'KUDOS:12.99',
          comingBack: 'KUDOS:12.99',
        },
      ],
      [paidProvider],
    ),
  },
  /** its change is being made, and a shop does not answer */
  paying: {
    answers: open(
      allSafe,
      [{ ...balance('KUDOS:16.96', 'KUDOS:12.99', 'KUDOS:3', 'KUDOS:3.97'), comingBack: 'KUDOS:12.99' }],
      [paidProvider],
    ),
  },
  sentWithFees: {
    ...people.sending,
    answers: { ...people.sending.answers, 'peer.send': { value: payment({ arrives: 'KUDOS:4.99' }) } },
    after: {
      'peer.send': { 'peer.list': { value: { payments: [payment({ arrives: 'KUDOS:4.99' })] } } },
      abort: {
        'peer.list': {
          value: { payments: [payment({ state: 'aborted', fees: 'KUDOS:0.05', total: 'KUDOS:0.05' })] },
        },
      },
    },
  },
  ownCode: {
    answers: {
      ...people.sending.answers,
      'peer.prepareReceive': {
        value: {
          id: 'purse-2',
          kind: 'push',
          exchange: EXCHANGE,
          summary: 'Bus fare',
          amount: 'KUDOS:2',
          fees: 'KUDOS:0.01',
          total: 'KUDOS:1.99',
          expiresAt: AT,
          own: true,
          possible: true,
        },
      },
    },
  },
  allSilent: restoredWith({
    coinsChecked: 0,
    coinsSpentElsewhere: 0,
    exchangesSilent: [EXCHANGE],
    said: [
      { kind: 'restored', facts: { total: ['KUDOS:17.14'], found: 1, of: 4 } },
      { kind: 'issuers-silent', facts: { issuers: ['127.0.0.1:41231'] } },
    ],
  }),
  someSilent: restoredWith({ coinsChecked: 12, coinsSpentElsewhere: 0, exchangesSilent: [EXCHANGE] }),
  noMoneyThere: restoredWith({ coinsChecked: 0, coinsSpentElsewhere: 0, exchangesSilent: [], balances: [] }),
  waiting: {
    answers: {
      ...people.sending.answers,
      'wallet.overview': {
        value: {
          balances: [balance('KUDOS:20')],
          backup: allSafe,
          pending: [
            {
              id: 'purse-2',
              type: 'peer-send',
              waitingFor: 'receiver',
              amount: 'KUDOS:2',
              nextTryAt: AT + MINUTE,
              attempts: 9,
            },
            {
              id: 'p2',
              type: 'payment',
              waitingFor: 'merchant',
              amount: 'KUDOS:3',
              nextTryAt: AT + MINUTE,
              attempts: 9,
              why: { kind: 'unreachable', facts: { host: 'shop.example' } },
            },
            {
              id: 'w1',
              type: 'withdrawal',
              waitingFor: 'confirmation',
              amount: 'KUDOS:4',
              nextTryAt: AT - MINUTE,
              waitsThere: true,
              attempts: 9,
            },
          ],
        },
      },
    },
  },
  /** the first money is on its way, and nothing can be spent */
  arriving: { answers: open(nothingBackedUp, [balance('KUDOS:20', 'KUDOS:20', 'KUDOS:0', 'KUDOS:0')], []) },
  nothing: { answers: open(nothingHere, [], []) },
  /** a wallet for money that knows no issuer yet, and one that does */
  knowsNobody: {
    answers: open(nothingHere, [], [], { 'app.state': EARNEST, 'exchange.list': { value: { exchanges: [] } } }),
  },
  knowsOne: { answers: open(nothingHere, [], [], { 'app.state': EARNEST }) },
  neverShown: { answers: open(noPaper, [balance('KUDOS:20')], [freeProvider]) },
  shown: {
    answers: open(
      { ...noPaper, sheetShown: true, safety: { ...noPaper.safety, next: 'test-sheet' } },
      [balance('KUDOS:20')],
      [freeProvider],
    ),
  },
  /** another device is the active one, and change waits here */
  stopped: {
    answers: open(stopped, [stoppedBalance], [paidProvider], {
      'wallet.overview': {
        value: {
          balances: [stoppedBalance],
          backup: stopped,
          pending: ['r1', 'r2'].map((id) => ({
            id,
            type: 'refresh',
            waitingFor: 'user',
            amount: 'KUDOS:16',
            nextTryAt: AT + MINUTE,
            attempts: 3,
            why: { kind: 'superseded', facts: { standing: STANDS } },
          })),
        },
      },
    }),
  },
  asksAndWaits: {
    answers: open(allSafe, [balance('KUDOS:20')], [paidProvider], {
      'wallet.overview': {
        value: {
          balances: [balance('KUDOS:20')],
          backup: allSafe,
          pending: [
            {
              id: 'w1',
              type: 'withdrawal',
              waitingFor: 'provider',
              amount: 'KUDOS:20',
              nextTryAt: AT + MINUTE,
              attempts: 2,
              why: {
                kind: 'not-backed-up-yet',
                facts: { why: 'no-provider', staysIn: { kind: 'reserve', facts: {} } },
              },
            },
          ],
        },
      },
    }),
  },
  erasing: { answers: open(nothingBackedUp, [balance('KUDOS:20')], []) },
  savingThere: {
    answers: open(
      allSafe,
      [balance('KUDOS:20')],
      [{ ...freeProvider, upToDate: false, saving: true, lastOutcome: 'unchanged' }],
    ),
  },
} satisfies Record<string, Scenario>;
