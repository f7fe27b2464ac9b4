// SPDX-License-Identifier: GPL-3.0-or-later
import type { Scenario } from './fake-bridge.ts';
import { open } from './open-answers.ts';
import { allSafe, app, balance, paidProvider } from './views.ts';

// Before a wallet is open: there is none yet, it is locked, or it cannot be opened.

export const lockedScenarios = {
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
  /** the sheet opens it */
  lockedWithSheet: {
    answers: {
      ...open(allSafe, [balance('KUDOS:22.14')], [paidProvider]),
      'app.state': { value: { ...app, stage: 'locked', protection: 'passphrase', opensBySheet: true } },
      'app.unlockBySheet': { value: app },
    },
    after: { 'app.unlockBySheet': { 'app.state': { value: app } } },
  },
} satisfies Record<string, Scenario>;
