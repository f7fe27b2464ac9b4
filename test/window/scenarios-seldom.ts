// SPDX-License-Identifier: GPL-3.0-or-later
import type { Scenario } from './fake-bridge.ts';
import { open } from './open-answers.ts';
import { pageOf } from './history-answers.ts';
import { allSafe, app, AT, balance, EXCHANGE, history, MINUTE, paidProvider, silentProvider } from './views.ts';

// What a person seldom meets: play money that did not start, an issuer nobody knows, a copy that ended money falsely.

const { paidUntil: _, verifiedAt: __, notes: ___, ...unread } = silentProvider;
const NEXT = { nextTryAt: AT + MINUTE, attempts: 2 };

export const seldom = {
  playMissing: {
    answers: open(allSafe, [balance('KUDOS:22.14')], [paidProvider], {
      'app.state': { value: { ...app, playMoneyMissing: true } },
    }),
  },
  unknownIssuer: {
    answers: open(allSafe, [balance('KUDOS:22.14')], [paidProvider], {
      'wallet.overview': {
        value: {
          balances: [balance('KUDOS:22.14')],
          backup: allSafe,
          pending: [
            {
              id: 'p1',
              type: 'withdrawal',
              amount: 'CHF:25.4',
              waitingFor: 'user',
              ...NEXT,
              why: {
                kind: 'unknown-exchange',
                facts: { host: 'exchange.example', exchange: 'https://exchange.example/', how: 'https' },
              },
              endable: true,
            },
            {
              id: 'p2',
              type: 'invoice-payment',
              amount: 'KUDOS:12.5',
              waitingFor: 'user',
              ...NEXT,
              why: { kind: 'fees-changed', facts: { shown: 'KUDOS:12.55', total: 'KUDOS:12.6' } },
              endable: true,
            },
          ],
        },
      },
    }),
  },
  foundAgain: {
    answers: open(allSafe, [balance('KUDOS:22.14')], [paidProvider], {
      'wallet.history': {
        value: pageOf(
          [
            ...history,
            {
              id: '7',
              type: 'found-again',
              state: 'done',
              at: AT - MINUTE,
              exchange: EXCHANGE,
              currency: 'KUDOS',
              amount: 'KUDOS:2.5',
              fees: 'KUDOS:0',
              effect: 'KUDOS:2.5',
              party: '',
              summary: '',
              title: { kind: 'found-again', facts: { coins: 3 } },
            },
          ],
          [balance('KUDOS:22.14')],
        ),
      },
    }),
  },
  unread: { answers: open(allSafe, [balance('KUDOS:22.14')], [paidProvider, { ...unread, unread: true }]) },
  linkWaits: {
    answers: open(allSafe, [balance('KUDOS:22.14')], [paidProvider], {
      'app.link': { value: { link: { page: '/pay', text: 'taler://pay/shop.example/1/' } } },
    }),
  },
  linkRefused: {
    answers: open(allSafe, [balance('KUDOS:22.14')], [paidProvider], {
      'app.link': { value: { link: { refused: 'too-long' } } },
    }),
  },
} satisfies Record<string, Scenario>;
