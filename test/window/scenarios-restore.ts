// SPDX-License-Identifier: GPL-3.0-or-later
import type { RestoreReportView } from '../../shared/view-restore.ts';
import type { Scenario } from './fake-bridge.ts';
import { open } from './open-answers.ts';
import { AT, balance, folderProvider, FREE, MINUTE, nothingHere, PAID } from './views.ts';

// What a restore can come to.

export const restored: RestoreReportView = {
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
};

export const restoreScenarios = {
  restoring: {
    answers: open(nothingHere, [], [], {
      'restore.run': {
        value: restored,
      },
    }),
  },
  /** one share of three is read */
  restoringByShares: {
    answers: open(nothingHere, [], [], {
      'app.readSheet': {
        value: {
          groups: [],
          lines: '',
          text: 'HOLDFAST-SHARE-1',
          share: 2,
          shares: { split: 'K7Q2', needed: 3, of: 5, there: [2], texts: ['HOLDFAST-SHARE-1'] },
        },
      },
    }),
  },
  restoreGoesOn: {
    answers: open(nothingHere, [balance('KUDOS:17.14')], [], {
      'restore.questions': { value: { questions: [], namesNoPlace: false } },
      'restore.run': { never: true },
      'restore.progress': {
        value: {
          progress: {
            joined: true,
            places: [
              { provider: PAID, name: 'Reef', answer: 'found', copyFrom: AT - 5 * MINUTE },
              { provider: FREE, name: 'Shoal', answer: 'empty' },
              { provider: 'https://backup.example/', name: 'Harbour' },
            ],
            issuers: [
              { exchange: 'https://exchange.example/', checked: 7, of: 18, state: 'checking' },
              { exchange: 'https://other-exchange.example/', checked: 0, of: 3, state: 'silent' },
            ],
          },
        },
      },
    }),
  },
  /** whatever is typed is a right code */
  restoreTyped: {
    answers: open(nothingHere, [], [], {
      'app.readSheet': { value: { groups: [], lines: '', text: '' } },
    }),
  },
  restoreProposed: {
    answers: open(nothingHere, [], [], {
      'restore.questions': {
        failure: {
          kind: 'correction-proposed',
          facts: {
            changes: [
              { kind: 'swapped', facts: { group: 3, other: 4 } },
              { kind: 'differs', facts: { group: 7, typed: 'QPZRY', proposed: 'QPZR9' } },
              { kind: 'differs', facts: { group: 9, typed: 'X8GF', proposed: 'X80GF' } },
              { kind: 'unread', facts: { group: 12, proposed: 'TVDW0' } },
              { kind: 'extra', facts: { typed: 'S3JN5' } },
            ],
          },
        },
      },
    }),
  },
  restoreRefused: {
    answers: open(nothingHere, [], [], {
      'restore.run': {
        failure: {
          kind: 'recovery-line',
          facts: { line: 7, why: { kind: 'other-group', facts: { group: 12 } } },
        },
      },
    }),
  },
} satisfies Record<string, Scenario>;
