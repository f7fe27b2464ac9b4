// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from '../../shared/facts/subjects.ts';
import type { BackupStatusView, SafetyView } from '../../shared/view-backup.ts';
import type { Scenario } from './fake-bridge.ts';
import { open } from './open-answers.ts';
import {
  alone,
  behind,
  emptying,
  joined,
  purses,
  quoted,
  quoteLine,
  sending,
  SUPERSEDED,
  unfinished,
} from './views-devices.ts';
import { pageOf } from './history-answers.ts';
import { allSafe, app, AT, balance, EXCHANGE, freeProvider, MINUTE, nothingBackedUp, paidProvider } from './views.ts';

// One wallet on several devices, wallets that change hands, and money that waits for something only a person can do.

const common = {
  'device.list': { value: alone },
  'wallet.empty.status': { value: emptying({}) },
  'wallet.empty.quote': { value: quoted },
  'peer.list': { value: { payments: [] } },
} as const;
const wallet = open(allSafe, [balance('KUDOS:22.14')], [paidProvider, freeProvider], common);
const LEAVING = { kind: 'stands-still', facts: { standing: { kind: 'leaving', facts: {} } } } as const;
const stopped = (said: Said<'safety'>): SafetyView => ({
  state: 'stopped',
  said: [said],
  lost: [],
  uncopied: [],
  next: 'continue-here',
});
const standsStill: BackupStatusView = { ...allSafe, safety: stopped(SUPERSEDED), standing: 'superseded' };

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
  undoable: {
    answers: {
      ...wallet,
      'undo.list': {
        value: {
          steps: [
            { number: 2, at: AT, until: AT + 30 * 24 * 60 * MINUTE, why: 'joined' as const, underWay: false },
            {
              number: 1,
              at: AT - 60 * MINUTE,
              until: AT + 29 * 24 * 60 * MINUTE,
              why: 'restore' as const,
              underWay: true,
            },
          ],
        },
      },
      'undo.preview': {
        value: {
          number: 2,
          said: [
            {
              kind: 'returns' as const,
              facts: { sums: ['KUDOS:5'], places: ['http://127.0.0.1:41234/', 'Blue stick'] },
            },
            { kind: 'stays' as const, facts: { there: ['KUDOS:8'] } },
            { kind: 'told' as const, facts: {} },
          ],
        },
      },
      'undo.run': {
        value: { state: 'done' as const, said: [{ kind: 'returned' as const, facts: { sums: ['KUDOS:5'] } }] },
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
          facts: { status: 'active', device: 'old-laptop', lastWroteAt: AT - 3 * 24 * 60 * MINUTE },
        },
      },
    },
  },
  takeoverAsks: {
    answers: {
      ...wallet,
      'backup.takeover': {
        failure: {
          kind: 'takeover-asks',
          facts: {
            there: ['KUDOS:25.4'],
            fees: ['KUDOS:0.12'],
            stays: ['KUDOS:0.02'],
            issuers: ['exchange.example'],
            silent: ['other.example'],
            unsaved: 'old-laptop',
          },
        },
      },
    },
  },
  leaving: {
    answers: {
      ...wallet,
      'backup.abandon': {
        value: { state: 'leaving', said: [{ kind: 'not-yet', facts: {} }] },
      },
    },
    after: {
      'backup.abandon': {
        'device.list': { value: { ...alone, standing: 'leaving' as const, said: LEAVING } },
      },
    },
  },
  noQuote: {
    answers: {
      ...wallet,
      'wallet.empty.quote': {
        failure: {
          kind: 'unreachable',
          facts: { host: 'exchange.taler-ops.ch' },
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
          said: [
            { kind: 'still-here', facts: { left: ['KUDOS:21.96'] } },
            { kind: 'again', facts: {} },
          ],
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
          said: [
            { kind: 'taken', facts: {} },
            { kind: 'finish', facts: {} },
          ],
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
      ...open(nothingBackedUp, [balance('KUDOS:20', 'KUDOS:20', 'KUDOS:0', 'KUDOS:0')], [], common),
      'wallet.overview': {
        value: {
          balances: [balance('KUDOS:20', 'KUDOS:20', 'KUDOS:0', 'KUDOS:0')],
          backup: {
            ...nothingBackedUp,
            safety: {
              ...nothingBackedUp.safety,
              said: [...nothingBackedUp.safety.said, { kind: 'waits-for-place', facts: {} }],
            },
          },
          pending: [
            {
              id: 'w1',
              type: 'withdrawal',
              waitingFor: 'provider',
              nextTryAt: AT + MINUTE,
              attempts: 2,
              why: {
                kind: 'not-backed-up-yet',
                facts: { why: 'no-provider', staysIn: { kind: 'reserve', facts: {} } },
              },
              withoutBackup: 'KUDOS:19.96',
            },
            {
              id: 'w2',
              type: 'withdrawal',
              waitingFor: 'user',
              nextTryAt: AT + MINUTE,
              attempts: 1,
              link: 'https://exchange.example/kyc-spa/3FZ9T0V4M8QK2XW7B6H1RCSN5DJYPAGE',
              why: { kind: 'kyc-required', facts: { host: 'exchange.example', holds: 'KUDOS:1000' } },
            },
            {
              id: 'd1',
              type: 'deposit',
              amount: 'KUDOS:12.5',
              waitingFor: 'user',
              nextTryAt: AT + MINUTE,
              attempts: 1,
              link: 'https://exchange.example/',
              why: {
                kind: 'kyc-required',
                facts: {
                  host: 'exchange.example',
                  transfer:
                    'payto://iban/DE75512108001245126199?receiver-name=Exchange%20GmbH&amount=KUDOS%3A0.01&message=KYC%3A9Z6J8V6M7Q2C1B5N4X3K0H8G7F6D5S4A3Q2W1E0R9T8Y7V6J5H40',
                },
              },
            },
          ],
        },
      },
    },
  },
  unfinished: {
    answers: {
      ...wallet,
      'wallet.history': { value: pageOf(unfinished, [balance('KUDOS:11.38')]) },
      'wallet.overview': { value: { balances: [balance('KUDOS:11.38')], backup: allSafe, pending: [] } },
      abort: { value: { id: 'p7', state: 'pending' } },
    },
  },
} satisfies Record<string, Scenario>;
