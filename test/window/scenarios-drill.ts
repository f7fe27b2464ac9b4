// SPDX-License-Identifier: GPL-3.0-or-later
import type { BackupStatusView } from '../../shared/view-backup.ts';
import { open } from './open-answers.ts';
import { allSafe, AT, balance, folderProvider, FREE, freeProvider, MINUTE, PAID, paidProvider } from './views.ts';

// What a restore for a try can come to.

const providers = [paidProvider, freeProvider, folderProvider];
const drillFailed: BackupStatusView = {
  ...allSafe,
  drill: { at: AT, verdict: 'failed', total: ['KUDOS:22.14'], brought: ['KUDOS:16.14'], lacking: ['KUDOS:6'] },
  safety: {
    state: 'at-risk',
    said: [{ kind: 'drill-failed', facts: { at: AT, lacking: ['KUDOS:6'], places: ['Shoal'] } }],
    lost: [],
    uncopied: [],
    next: 'test-again',
  },
};

export const drillScenarios = {
  /** two splits were made, and one of them was read back */
  splitBefore: {
    answers: open(
      {
        ...allSafe,
        splits: [
          { split: 'K7Q2', needed: 3, of: 5, madeAt: AT },
          { split: 'M3XA', needed: 2, of: 3, madeAt: AT - 90 * 24 * 60 * MINUTE, testedAt: AT - 89 * 24 * 60 * MINUTE },
        ],
      },
      [balance('KUDOS:22.14')],
      providers,
    ),
  },
  drillPasses: {
    answers: open(allSafe, [balance('KUDOS:22.14')], providers, {
      'drill.run': {
        value: {
          at: AT,
          verdict: 'passed',
          total: ['KUDOS:22.14'],
          brought: ['KUDOS:22.14'],
          lacking: [],
          coinsChecked: 18,
          exchangesSilent: [],
          sheet: {
            sheetNumber: 'Q7K4',
            date: '2026-11-23',
            leadsTo: ['Reef', 'Shoal'],
            said: [
              { kind: 'brings-all', facts: {} },
              { kind: 'leads-to', facts: { places: ['Reef', 'Shoal'] } },
            ],
          },
          places: [
            {
              provider: PAID,
              name: 'Reef',
              answer: 'found',
              copyFrom: AT - 3 * MINUTE,
              brings: 'all',
              sums: ['KUDOS:22.14'],
              notes: [],
            },
            {
              provider: FREE,
              name: 'Shoal',
              answer: 'found',
              copyFrom: AT - 3 * MINUTE,
              brings: 'all',
              sums: ['KUDOS:22.14'],
              notes: [],
            },
            {
              provider: folderProvider.id,
              name: 'USB stick',
              answer: 'silent',
              brings: 'nothing',
              sums: [],
              notes: [{ kind: 'folder-missing', facts: {} }],
            },
          ],
          said: [
            { kind: 'all-back', facts: { total: ['KUDOS:22.14'], found: 2, of: 3 } },
            { kind: 'oldest', facts: { at: AT - 3 * MINUTE } },
            { kind: 'silent-at', facts: { places: ['USB stick'] } },
          ],
        },
      },
    }),
  },
  drillFails: {
    answers: open(drillFailed, [balance('KUDOS:22.14')], providers, {
      'drill.run': {
        value: {
          at: AT,
          verdict: 'failed',
          total: ['KUDOS:22.14'],
          brought: ['KUDOS:16.14'],
          lacking: ['KUDOS:6'],
          coinsChecked: 12,
          exchangesSilent: [],
          places: [
            {
              provider: PAID,
              name: 'Reef',
              answer: 'unusable',
              brings: 'nothing',
              lost: true,
              sums: [],
              notes: [{ kind: 'unusable', facts: { why: { kind: 'not-authentic', facts: {} } } }],
            },
            {
              provider: FREE,
              name: 'Shoal',
              answer: 'found',
              copyFrom: AT - 60 * MINUTE,
              brings: 'part',
              lost: true,
              sums: ['KUDOS:16.14'],
              notes: [{ kind: 'older-than-stored', facts: {} }],
            },
          ],
          said: [
            {
              kind: 'not-all',
              facts: { lacking: ['KUDOS:6'], brought: ['KUDOS:16.14'], total: ['KUDOS:22.14'], found: 1, of: 3 },
            },
            { kind: 'oldest', facts: { at: AT - 60 * MINUTE } },
            { kind: 'lost-at', facts: { places: ['Reef', 'Shoal'] } },
            { kind: 'left-out', facts: { entries: 4 } },
            { kind: 'not-led-to', facts: { places: ['USB stick'] } },
            { kind: 'copy-now', facts: {} },
          ],
        },
      },
    }),
  },
  drillRuns: {
    answers: open(allSafe, [balance('KUDOS:22.14')], providers, {
      'drill.run': { never: true },
      'drill.stop': { value: {} },
      'drill.progress': {
        value: {
          progress: {
            places: [
              { provider: PAID, name: 'Reef', answer: 'found', copyFrom: AT - 3 * MINUTE },
              { provider: FREE, name: 'Shoal' },
            ],
            issuers: [{ exchange: 'https://exchange.example/', checked: 7, of: 18, state: 'checking' }],
          },
        },
      },
    }),
  },
} satisfies Readonly<Record<string, { readonly answers: ReturnType<typeof open> }>>;
