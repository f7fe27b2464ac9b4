// SPDX-License-Identifier: GPL-3.0-or-later
import type { Scenario } from './fake-bridge.ts';
import { open } from './open-answers.ts';
import {
  AT,
  balance,
  davProvider,
  folderProvider,
  FREE,
  freeProvider,
  MINUTE,
  newerProvider,
  nothingHere,
  oneSilent,
  PAID,
  paidProvider,
  partly,
  silentProvider,
} from './views.ts';

/** Copies that were read back in most weeks of a year. */
const WEEKS: readonly number[] = Array.from({ length: 53 }, (_, week) =>
  week < 6 || week === 30 ? 0 : ((week * 5) % 11) + 1,
);
/** As many issuers as nobody has, and of each as much as there can be. */
const ISSUERS = Array.from(
  { length: 50 },
  (_, at) => [`https://exchange-${at}.example/`, `WWWWWWWWW${String(at).padStart(2, '0')}`] as const,
);
const hoard = ([exchange, currency]: (typeof ISSUERS)[number]) => ({
  ...balance('KUDOS:0'),
  exchange,
  currency,
  total: `${currency}:${2n ** 52n}`,
  available: `${currency}:${2n ** 52n - 1n}.99999999`,
  incoming: `${currency}:0`,
  outgoing: `${currency}:0`,
});
const DEARER = {
  kind: 'asks',
  facts: { why: { kind: 'fee-above-cap', facts: { fee: 'CHF:3', cap: 'CHF:2.1' } } },
} as const;

// Places that ask for a name and a password, when they are added and after a restore.

const DAV_FIELDS = [
  { name: 'user', secret: false },
  { name: 'password', secret: true },
];

/** A restore that found all at one place, while another answered so. */
const restoredBeside = (answer: 'empty' | 'silent'): Scenario => ({
  answers: open(nothingHere, [], [], {
    'restore.run': {
      value: {
        sources: [
          { provider: PAID, name: 'Reef', answer: 'found', copyFrom: AT - 5 * MINUTE, entries: 41, notes: [] },
          { provider: FREE, name: 'Shoal', answer, notes: [] },
        ],
        balances: [balance('KUDOS:17.14')],
        coinsChecked: 18,
        coinsSpentElsewhere: 0,
        exchangesSilent: [],
        said: [
          { kind: 'restored', facts: { total: ['KUDOS:17.14'], found: 1, of: 2 } },
          ...(answer === 'silent' ? [{ kind: 'silent', facts: { places: ['Shoal'] } } as const] : []),
        ],
      },
    },
  }),
});

export const placeScenarios = {
  /** a folder is not looked into before the system's dialog has named it */
  typedFolder: {
    answers: open(partly, [balance('KUDOS:22.14')], [davProvider], {
      'provider.inspect': { failure: { kind: 'folder-not-chosen', facts: {} } },
      'provider.chooseFolder': { value: { directory: '/media/ada/STICK/copies' } },
      'provider.add': { never: true },
    }),
    after: {
      'provider.chooseFolder': {
        'provider.inspect': {
          value: {
            id: folderProvider.id,
            kind: 'folder',
            icon: 'folder',
            takesFee: false,
            keepsOlder: true,
            fields: [],
            suggestedName: 'STICK',
          },
        },
      },
    },
  },
  restoredBesideEmpty: restoredBeside('empty'),
  restoredBesideSilent: restoredBeside('silent'),
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
  former: {
    answers: open(partly, [balance('KUDOS:22.14')], [davProvider], {
      'provider.former': {
        value: {
          places: [
            { id: 'https://old.example/', name: 'Old harbour', place: 'https://old.example/' },
            { id: 'holdfast+folder:9KQ1X8Z3M7C2V9B5N0A6S1D8F2', name: 'Lost stick' },
          ],
        },
      },
      'forget.preview': {
        value: { id: 'https://old.example/', said: [{ kind: 'place', facts: { name: 'Old harbour' } }] },
      },
      forget: { value: { id: 'https://old.example/', said: [] } },
    }),
    after: { forget: { 'provider.former': { value: { places: [] } } } },
  },
  /** a price that rose, a year that ends, and a place that lost what it kept */
  years: {
    answers: open(
      {
        ...oneSilent,
        safety: {
          ...oneSilent.safety,
          state: 'payment-due',
          said: [{ kind: 'place-asks', facts: { place: 'Harbour (backup.example)', why: DEARER } }],
          next: 'decide',
        },
        sheetNames: [PAID, silentProvider.id],
        sheetSays: [
          { kind: 'still-all', facts: { tested: AT - 9 * 24 * 60 * MINUTE } },
          { kind: 'does-not-know', facts: { places: ['USB stick'] } },
        ],
        yearEnds: { place: 'Harbour', until: AT + 20 * 24 * 60 * MINUTE, within: 30 },
      },
      [balance('KUDOS:22.14')],
      [
        {
          ...silentProvider,
          lastOutcome: 'stored',
          renewable: true,
          paidUntil: AT + 20 * 24 * 60 * MINUTE,
          weeks: WEEKS,
          notes: [{ kind: 'year-ends', facts: { until: AT + 20 * 24 * 60 * MINUTE } }, DEARER],
        },
        {
          ...paidProvider,
          weeks: WEEKS,
          renewable: true,
          paidUntil: AT + 25 * 24 * 60 * MINUTE,
          notes: [{ kind: 'year-renews', facts: { until: AT + 25 * 24 * 60 * MINUTE } }],
        },
        {
          ...paidProvider,
          id: 'https://shoal.example/',
          name: 'Sandbank',
          weeks: WEEKS,
          upToDate: false,
          gone: true,
          lastOutcome: 'old-copy',
          notes: [{ kind: 'old-copy', facts: {} }],
        },
        { ...folderProvider, weeks: WEEKS.map((count, week) => (week % 9 === 0 ? count : 0)) },
      ],
      {
        'provider.inspect': {
          value: {
            id: silentProvider.id,
            kind: 'sync',
            icon: 'server',
            takesFee: true,
            keepsOlder: false,
            fields: [],
            suggestedName: 'Harbour',
            annualFee: 'CHF:3',
            annualTotal: 'CHF:3.15',
          },
        },
        'provider.test': {
          value: {
            at: AT,
            isThere: false,
            total: ['KUDOS:22.14'],
            place: {
              provider: silentProvider.id,
              name: 'Harbour',
              answer: 'empty',
              notes: [{ kind: 'holds-none', facts: {} }],
              brings: 'nothing',
              sums: [],
              lost: true,
            },
          },
        },
      },
    ),
  },
  /** more places, issuers and money than anybody has, in currencies with names as long as they may be */
  many: {
    answers: open(
      { ...oneSilent, providersTotal: 200, providersCounting: 171 },
      [balance('KUDOS:22.14'), ...ISSUERS.map(hoard)],
      Array.from({ length: 200 }, (_, at) => ({
        ...(at % 7 === 0 ? silentProvider : paidProvider),
        id: `https://backup-${at}.example/`,
        name: at === 9 ? 'W'.repeat(120) : `Harbour ${at}`,
        weeks: WEEKS,
      })),
      {
        'exchange.list': {
          value: {
            exchanges: ISSUERS.map(([baseUrl, currency]) => ({
              baseUrl,
              currency,
              masterPub: 'M'.repeat(52),
              version: '30:0:0',
              state: 'ready' as const,
            })),
          },
        },
      },
    ),
  },
  oneSilent: { answers: open(oneSilent, [balance('KUDOS:22.14')], [paidProvider, silentProvider, freeProvider]) },
  restoreAlone: {
    answers: open(nothingHere, [], [], {
      'restore.questions': { value: { questions: [], namesNoPlace: true } },
      'restore.run': { never: true },
    }),
  },
  restoreAsks: {
    answers: open(nothingHere, [], [], {
      'restore.questions': {
        value: {
          namesNoPlace: false,
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
} satisfies Record<string, Scenario>;
