// SPDX-License-Identifier: GPL-3.0-or-later
import type { Scenario } from './fake-bridge.ts';
import { pageOf } from './history-answers.ts';
import { open } from './open-answers.ts';
import { drillScenarios } from './scenarios-drill.ts';
import { lockedScenarios } from './scenarios-locked.ts';
import { restoreScenarios } from './scenarios-restore.ts';
import {
  allSafe,
  app,
  AT,
  balance,
  EXCHANGE,
  folderProvider,
  freeProvider,
  MINUTE,
  nothingBackedUp,
  nothingHere,
  PAID,
  paidProvider,
  partly,
  saving,
  transfer,
} from './views.ts';
import { sharePages, shares, sheet, sheetPages } from './views-paper.ts';

// The states a page can meet the wallet in.

export const scenarios = {
  ...restoreScenarios,
  ...drillScenarios,
  ...lockedScenarios,
  empty: { answers: open(nothingHere, [], [], { 'wallet.history': { value: pageOf([], []) } }) },
  fresh: {
    answers: open(nothingBackedUp, [balance('KUDOS:20')], [], {
      'play.withdraw': { value: { withdrawalId: 'w1' } },
      'provider.inspect': {
        value: {
          id: PAID,
          kind: 'sync',
          icon: 'server',
          takesFee: true,
          keepsOlder: false,
          fields: [],
          suggestedName: 'Reef',
          annualFee: 'KUDOS:1.2',
          annualTotal: 'KUDOS:1.26',
          storageLimitMb: 16,
          liability: 'KUDOS:10',
        },
      },
      'provider.add': { never: true },
      'withdraw.manual': {
        value: {
          ...transfer,
        },
      },
      'exchange.add': {
        value: { baseUrl: EXCHANGE, currency: 'KUDOS', masterPub: 'X', version: '17:0:0', state: 'ready' },
      },
    }),
  },
  underWay: {
    answers: open(
      partly,
      [
        balance('KUDOS:22.14', 'KUDOS:5', 'KUDOS:1.5', 'KUDOS:15.64'),
        {
          ...balance('KUDOS:0'),
          currency: 'CHF',
          exchange: 'https://exchange.taler-ops.ch/',
          total: 'CHF:1250.05',
          available: 'CHF:1250.05',
          incoming: 'CHF:0',
          outgoing: 'CHF:0',
        },
      ],
      [paidProvider, folderProvider],
      {
        'wallet.overview': {
          value: {
            balances: [
              balance('KUDOS:22.14', 'KUDOS:5', 'KUDOS:1.5', 'KUDOS:15.64'),
              {
                exchange: 'https://exchange.taler-ops.ch/',
                currency: 'CHF',
                total: 'CHF:1250.05',
                available: 'CHF:1250.05',
                incoming: 'CHF:0',
                outgoing: 'CHF:0',
              },
            ],
            backup: partly,
            pending: [
              {
                id: 'p1',
                type: 'withdrawal',
                waitingFor: 'transfer',
                nextTryAt: AT + MINUTE,
                attempts: 0,
                endable: true,
              },
              {
                id: 'p2',
                type: 'payment',
                waitingFor: 'merchant',
                nextTryAt: AT + MINUTE,
                attempts: 3,
                why: { kind: 'server-trouble', facts: { host: 'shop.example', status: 500 } },
                endable: true,
              },
              {
                id: 'p3',
                type: 'refund',
                waitingFor: 'merchant',
                nextTryAt: AT + MINUTE,
                attempts: 2,
                why: { kind: 'too-many-refunds', facts: { host: 'shop.example', limit: 130 } },
                endable: true,
              },
              {
                id: 'p4',
                type: 'withdrawal',
                waitingFor: 'exchange',
                nextTryAt: AT + MINUTE,
                attempts: 5,
                why: { kind: 'exchange-full', facts: { host: 'exchange.example', by: 'coins' } },
                endable: true,
              },
            ],
          },
        },
        abort: { value: { id: 'p3', state: 'aborted' } },
        'backup.run': {
          value: {
            reports: [
              { provider: PAID, outcome: 'stored' },
              {
                provider: folderProvider.id,
                outcome: 'unreachable',
                notes: [{ kind: 'silent', facts: { why: { kind: 'folder-missing', facts: {} } } }],
              },
            ],
          },
        },
      },
    ),
  },
  safe: {
    answers: open(allSafe, [balance('KUDOS:22.14')], [paidProvider, freeProvider], {
      'pay.prepare': {
        value: {
          purchaseId: 'b1',
          merchant: 'Play shop',
          merchantHost: 'shop.example',
          summary: 'A postcard of the sea',
          amount: 'KUDOS:1.5',
          fees: 'KUDOS:0.01',
          total: 'KUDOS:1.51',
          payable: true,
        },
      },
      'pay.confirm': { value: { state: 'paid' } },
      'play.refund': { value: { uri: 'taler+http://refund/127.0.0.1:41233/instances/shop/2026.327-01ABCDE/' } },
      'refund.uri': {
        value: {
          purchaseId: 'b1',
          merchant: 'Play shop',
          merchantHost: 'shop.example',
          refunded: 'KUDOS:1.5',
          fees: 'KUDOS:0.02',
          total: 'KUDOS:1.48',
          pending: 'KUDOS:0',
          refused: 'KUDOS:0',
          state: 'done',
        },
      },
      'play.order': { value: { uri: 'taler+http://pay/127.0.0.1:41233/instances/shop/2026.327-01ABCDE/' } },
      'sheet.reveal': { value: sheet },
      'sheet.split': { value: shares },
      'shares.page': { value: sharePages },
      'shares.print': { value: { printed: true } },
      'shares.save': { value: { file: '/home/ada/shares.pdf' } },
      'sheet.page': { value: sheetPages },
      'sheet.print': { value: { printed: true } },
      'sheet.save': { value: { file: '/home/ada/recovery-sheet.pdf' } },
      'backup.setQuorum': { value: { copies: 3 } },
    }),
    after: { 'backup.setQuorum': { 'backup.status': { value: { ...allSafe, copiesWanted: 3 } } } },
  },
  /** a shop that hides behind another's name */
  falseName: {
    answers: open(allSafe, [balance('KUDOS:22.14')], [paidProvider, freeProvider], {
      'pay.prepare': {
        value: {
          purchaseId: 'b1',
          merchant: 'Аmazon ✔ verified',
          merchantHost: 'evil.example',
          merchantOdd: true,
          summary: 'A postcard of the sea',
          amount: 'KUDOS:1.5',
          fees: 'KUDOS:0.01',
          total: 'KUDOS:1.51',
          payable: true,
        },
      },
      'play.order': { value: { uri: 'taler+http://pay/127.0.0.1:41233/instances/shop/2026.327-01ABCDE/' } },
    }),
  },
  /** a shop of which too much is kept already */
  kept: {
    answers: open(allSafe, [balance('KUDOS:22.14')], [paidProvider], {
      'pay.prepare': { failure: { kind: 'too-much-kept', facts: { host: 'shop.example', what: 'shop' } } },
    }),
  },
  poor: {
    answers: open(allSafe, [balance('KUDOS:0.2')], [paidProvider], {
      'provider.removal': {
        value: {
          id: PAID,
          harmless: false,
          said: [
            { kind: 'would-lose', facts: { lost: ['KUDOS:0.2'] } },
            { kind: 'paid-until', facts: { until: Date.UTC(2027, 10, 22) } },
          ],
        },
      },
      'provider.remove': {
        value: {
          said: [
            { kind: 'removed', facts: { name: 'Reef' } },
            { kind: 'keeps-copy', facts: { until: Date.UTC(2027, 10, 22) } },
            { kind: 'none-left', facts: { lost: ['KUDOS:0.2'] } },
          ],
        },
      },
      'pay.prepare': {
        value: {
          purchaseId: 'b1',
          merchant: 'Play shop',
          merchantHost: 'shop.example',
          summary: 'A postcard of the sea',
          amount: 'KUDOS:1.5',
          fees: 'KUDOS:0',
          total: 'KUDOS:1.5',
          payable: false,
          why: {
            kind: 'insufficient-balance',
            facts: { needed: 'KUDOS:1.5', fees: 'KUDOS:0', available: 'KUDOS:0.2' },
          },
        },
      },
    }),

    after: {
      'provider.remove': {
        'provider.list': { value: { providers: [] } },
        'backup.status': { value: nothingBackedUp },
      },
    },
  },
  /** a change a moment ago is not at every place yet */
  saving: {
    answers: open(saving, [balance('KUDOS:22.14')], [paidProvider, freeProvider], { 'backup.run': { never: true } }),
  },
  unsaved: {
    answers: open(saving, [balance('KUDOS:22.14')], [paidProvider, freeProvider], {
      'backup.run': { value: { reports: [{ provider: PAID, outcome: 'unreachable' }] } },
    }),
  },
  saved: {
    answers: open(saving, [balance('KUDOS:22.14')], [paidProvider, freeProvider], {
      'backup.run': { value: { reports: [{ provider: PAID, outcome: 'stored' }] } },
      'app.erase': { value: { ...app, stage: 'first-start' } },
    }),
    after: { 'backup.run': { 'backup.status': { value: allSafe } } },
  },
  withPassphrase: {
    answers: open(allSafe, [balance('KUDOS:22.14')], [paidProvider], {
      'app.state': { value: { ...app, protection: 'passphrase', playMoney: false } },
      'sheet.reveal': {
        failure: {
          kind: 'wrong-passphrase',
          facts: { waitMs: 2000 },
        },
      },
    }),
  },
  notConfirmed: {
    answers: open(allSafe, [balance('KUDOS:22.14')], [paidProvider], {
      'sheet.reveal': {
        failure: {
          kind: 'not-confirmed',
          facts: {},
        },
      },
    }),
  },
  defect: {
    answers: {
      ...open(allSafe, [], []),
      'wallet.overview': {
        failure: {
          kind: 'defect',
          facts: { reference: '8f3a01bc' },
        },
      },
    },
  },
  unequal: { answers: open(allSafe, [balance('KUDOS:1')], []) },
} satisfies Record<string, Scenario>;
