// SPDX-License-Identifier: GPL-3.0-or-later
import type { BackupStatusView, ProviderView } from '../../shared/view-backup.ts';
import type { BalanceView } from '../../shared/view.ts';
import type { FakeAnswers, Scenario } from './fake-bridge.ts';
import {
  allSafe,
  app,
  AT,
  balance,
  EXCHANGE,
  davProvider,
  folderProvider,
  newerProvider,
  FREE,
  freeProvider,
  history,
  MINUTE,
  nothingBackedUp,
  nothingHere,
  PAID,
  paidProvider,
  partly,
  sheet,
} from './views.ts';

// The states a page can meet the wallet in.

/** An open wallet: every page can be reached. */
export const open = (
  backup: BackupStatusView,
  balances: readonly BalanceView[],
  providers: readonly ProviderView[],
  more: FakeAnswers = {},
): FakeAnswers => ({
  'app.state': { value: app },
  'wallet.overview': { value: { balances, backup, pending: [] } },
  'wallet.history': { value: { lines: history } },
  'backup.status': { value: backup },
  'provider.list': { value: { providers } },
  'play.start': { value: { exchange: EXCHANGE, currency: 'KUDOS' } },
  'play.providers': {
    value: {
      providers: [
        { url: PAID, name: 'Reef', annualFee: 'KUDOS:1.2' },
        { url: FREE, name: 'Shoal', annualFee: 'KUDOS:0' },
      ],
    },
  },
  'exchange.list': {
    value: { exchanges: [{ baseUrl: EXCHANGE, currency: 'KUDOS', masterPub: 'X', version: '17:0:0', state: 'ready' }] },
  },
  'sheet.hide': { value: {} },
  'wallet.names': { value: { wallet: 'Ada’s wallet', device: 'ada-laptop' } },
  'restore.questions': { value: { questions: [] } },
  ...more,
});

const DAV_FIELDS = [
  { name: 'user', secret: false },
  { name: 'password', secret: true },
];

export const scenarios = {
  firstStart: {
    answers: {
      'app.state': {
        value: {
          ...app,
          stage: 'first-start',
          protection: 'none',
          playMoney: false,
          suggestedNames: { wallet: 'ada-laptop, 2026-11-23', device: 'ada-laptop' },
        },
      },
    },
  },
  cannotOpen: {
    answers: {
      'app.state': {
        failure: {
          kind: 'newer-database',
          facts: {},
        },
      },
    },
  },
  locked: {
    answers: {
      'app.state': { value: { ...app, stage: 'locked', protection: 'passphrase', playMoney: false } },
      'app.unlock': {
        failure: {
          kind: 'wrong-passphrase',
          facts: { waitMs: 2000 },
        },
      },
    },
  },
  empty: { answers: open(nothingHere, [], []) },
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
          storageLimitMb: 16,
          liability: 'KUDOS:10',
        },
      },
      'provider.add': { never: true },
      'withdraw.manual': {
        value: {
          id: 'm1',
          fees: 'KUDOS:0.04',
          total: 'KUDOS:24.96',
          reservePub: 'R'.repeat(52),
          payto: `payto://iban/DE75512108001245126199?receiver-name=Taler%20Exchange&amount=KUDOS:25&message=Taler%20${'R'.repeat(52)}`,
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
              { id: 'p1', type: 'withdrawal', waitingFor: 'transfer', nextTryAt: AT + MINUTE, attempts: 0 },
              {
                id: 'p2',
                type: 'payment',
                waitingFor: 'merchant',
                nextTryAt: AT + MINUTE,
                attempts: 3,
                why: { kind: 'server-trouble', facts: { host: 'shop.example', status: 500 } },
              },
            ],
          },
        },
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
      'play.order': { value: { uri: 'taler+http://pay/127.0.0.1:41233/instances/shop/2026.327-01ABCDE/' } },
      'sheet.reveal': { value: sheet },
      'sheet.print': { value: { file: '/home/ada/recovery-sheet.pdf' } },
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
  restoring: {
    answers: open(nothingHere, [], [], {
      'restore.run': {
        value: {
          sources: [
            { provider: PAID, name: 'Reef', answer: 'found', copyFrom: AT - 5 * MINUTE, entries: 41, notes: [] },
            { provider: FREE, name: 'Shoal', answer: 'empty', notes: [] },
            { provider: 'https://backup.example/', name: 'Harbour', answer: 'silent', notes: [] },
            {
              provider: folderProvider.id,
              name: 'USB stick',
              answer: 'unusable',
              notes: [{ kind: 'unusable', facts: { why: { kind: 'not-authentic', facts: {} } } }],
            },
          ],
          balances: [balance('KUDOS:17.14')],
          coinsChecked: 18,
          coinsSpentElsewhere: 1,
          exchangesSilent: [],
          said: [
            { kind: 'restored', facts: { total: ['KUDOS:17.14'], found: 1, of: 4 } },
            { kind: 'silent', facts: { places: ['Harbour'] } },
          ],
        },
      },
    }),
  },
  places: {
    answers: open(partly, [balance('KUDOS:22.14')], [davProvider, newerProvider], {
      'provider.inspect': {
        value: {
          id: 'https://cloud.example/remote.php/dav/files/ada/Holdfast/',
          kind: 'webdav',
          icon: 'server',
          takesFee: false,
          keepsOlder: true,
          fields: DAV_FIELDS,
          suggestedName: 'Holdfast · cloud.example',
        },
      },
      'provider.add': {
        failure: {
          kind: 'password-refused',
          facts: { target: 'https://cloud.example/' },
        },
      },
    }),
  },
  restoreAsks: {
    answers: open(nothingHere, [], [], {
      'restore.questions': {
        value: {
          questions: [
            {
              provider: davProvider.id,
              name: 'Cloud',
              place: 'https://cloud.example/remote.php/dav/files/ada/Holdfast/',
              fields: DAV_FIELDS,
            },
          ],
        },
      },
      'restore.run': { never: true },
    }),
  },
  restoreRefused: {
    answers: open(nothingHere, [], [], {
      'restore.run': {
        failure: {
          kind: 'recovery-line',
          facts: { line: 7, why: { kind: 'one-wrong', facts: { group: 12 } } },
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
