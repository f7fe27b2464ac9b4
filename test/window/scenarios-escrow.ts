// SPDX-License-Identifier: GPL-3.0-or-later
import type { EscrowCountryView, EscrowPlaceView, EscrowPlanView, EscrowView } from '../../shared/view-escrow.ts';
import type { FakeAnswers } from './fake-bridge.ts';
import { open } from './open-answers.ts';
import { allSafe, AT, balance, freeProvider, paidProvider } from './views.ts';

// An escrow: before it is set up, and how it stands.

const DAY = 86_400_000;
const HARBOUR = 'https://harbour.example/';
const PIER = 'https://pier.example/anastasis/';
const REEF = 'https://reef.example/';

const field = (name: string, more: Partial<EscrowCountryView['fields'][number]> = {}) => ({
  name,
  type: 'string' as const,
  isOptional: false,
  ...more,
});
const general = [field('full_name'), field('birthdate', { type: 'date' }), field('birthplace')];

export const countries: readonly EscrowCountryView[] = [
  { code: 'ch', fields: [...general, field('ahv_number')] },
  { code: 'de', fields: [...general, field('social_security_number', { isOptional: true }), field('tax_number')] },
  { code: 'jp', fields: [...general, field('my_number')] },
  { code: 'xx', fields: general },
];

const offer = (url: string, businessName: string, paid: boolean, types: readonly string[]): EscrowPlaceView => ({
  url,
  offer: {
    url,
    businessName,
    currency: 'KUDOS',
    annualFee: paid ? 'KUDOS:0.05' : 'KUDOS:0',
    truthFee: paid ? 'KUDOS:0.01' : 'KUDOS:0',
    liabilityLimit: paid ? 'KUDOS:10' : 'KUDOS:0',
    methods: types.map((type) => ({ type, fee: type === 'sms' ? 'KUDOS:0.02' : 'KUDOS:0' })),
    termsUrl: `${url}terms`,
  },
});

const places: readonly EscrowPlaceView[] = [
  offer(HARBOUR, 'Harbour Trust', true, ['question', 'email', 'sms', 'totp']),
  offer(PIER, 'The Pier Cooperative for Keeping Things', false, ['question', 'email', 'totp']),
  {
    url: REEF,
    why: { kind: 'silent', facts: { why: { kind: 'unreachable', facts: { host: 'reef.example' } } } },
  } as never,
];

const plan: EscrowPlanView = {
  methods: [
    { type: 'question', url: PIER, recoveryFee: 'KUDOS:0' },
    { type: 'email', url: HARBOUR, recoveryFee: 'KUDOS:0' },
    { type: 'sms', url: HARBOUR, recoveryFee: 'KUDOS:0.02' },
  ],
  needed: 2,
  total: ['KUDOS:0.08'],
  yearly: ['KUDOS:0.07'],
  paying: ['KUDOS:0.01'],
  said: [{ kind: 'one-place', facts: { needed: 2 } }],
};

const escrow: EscrowView = {
  walletId: '5f3a09bc',
  step: 'current',
  country: 'ch',
  remembersPerson: true,
  methods: [
    { uuid: 'A', type: 'question', url: PIER, instructions: 'Name of the first boat?', rehearsedAt: AT },
    { uuid: 'B', type: 'email', url: HARBOUR, instructions: 'a…@example.com' },
    { uuid: 'C', type: 'totp', url: HARBOUR, instructions: 'Holdfast' },
  ],
  needed: 2,
  places: [
    { url: HARBOUR, isCurrent: true, version: 2, storedAt: AT, paidUntil: AT + 365 * DAY, said: [] },
    { url: PIER, isCurrent: true, version: 2, storedAt: AT, paidUntil: AT + 365 * DAY, isFree: true, said: [] },
  ],
  agreed: ['KUDOS:0.08'],
  said: [],
};

const withEscrow = (status: EscrowView | null, more: FakeAnswers = {}): FakeAnswers =>
  open(allSafe, [balance('KUDOS:22.14')], [paidProvider, freeProvider], {
    'escrow.status': { value: { escrow: status } },
    'escrow.countries': { value: { countries } },
    'escrow.check': { value: { troubles: [] } },
    'escrow.suggested': { value: { places: places.map(({ url }) => url) } },
    'escrow.inspect': { value: { places } },
    'escrow.quote': { value: plan },
    'escrow.codeKey': {
      value: {
        secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
        uri: 'otpauth://totp/Holdfast?digits=8&secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
      },
    },
    'escrow.checkCode': { value: { fits: false, said: [] } },
    'escrow.setUp': { never: true },
    'escrow.update': { never: true },
    'escrow.forget': { value: { kept: [] } },
    'escrow.rehearse': { value: { right: false, said: [] } },
    ...more,
  });

/** One that is up to date. */
export const escrowOfToday = escrow;

export const escrowScenarios = {
  none: { answers: withEscrow(null) },
  mistyped: {
    answers: withEscrow(null, {
      'escrow.check': {
        value: {
          troubles: [
            { field: 'birthplace', why: 'missing', refused: true },
            { field: 'ahv_number', why: 'check-digits', refused: false },
          ],
        },
      },
    }),
  },
  noPlaces: {
    answers: withEscrow(null, { 'escrow.suggested': { value: { places: [] } } }),
  },
  dear: {
    answers: withEscrow(null, {
      'escrow.quote': { failure: { kind: 'escrow-no-place-for', facts: { type: 'sms' } } },
    }),
  },
  current: { answers: withEscrow(escrow) },
  uploading: {
    answers: withEscrow({
      ...escrow,
      step: 'uploading',
      places: [
        { url: HARBOUR, isCurrent: true, version: 1, storedAt: AT, said: [] },
        { url: PIER, isCurrent: false, said: [{ kind: 'paying', facts: {} }] },
      ],
    }),
  },
  behind: {
    answers: withEscrow({
      ...escrow,
      step: 'behind',
      places: [
        { url: HARBOUR, isCurrent: true, version: 3, storedAt: AT, paidUntil: AT + 20 * DAY, said: [] },
        {
          url: PIER,
          isCurrent: false,
          version: 2,
          storedAt: AT - 9 * DAY,
          said: [{ kind: 'serves-old', facts: { version: 1, stored: 2 } }],
        },
      ],
    }),
  },
  untried: {
    answers: withEscrow({ ...escrow, methods: escrow.methods.map(({ rehearsedAt: _tried, ...way }) => way) }),
  },
  /** a place that cannot be paid yet */
  lacksCoins: {
    answers: withEscrow({
      ...escrow,
      step: 'uploading',
      places: [
        { url: HARBOUR, isCurrent: false, said: [{ kind: 'lacks-coins', facts: { lacking: 'KUDOS:0.06' } }] },
        { url: PIER, isCurrent: true, version: 1, storedAt: AT, said: [] },
      ],
    }),
  },
  /** a place that wants more than was agreed to */
  asks: {
    answers: withEscrow({
      ...escrow,
      step: 'behind',
      places: [
        {
          url: HARBOUR,
          isCurrent: false,
          version: 2,
          storedAt: AT - 360 * DAY,
          paidUntil: AT + 5 * DAY,
          said: [
            {
              kind: 'asks',
              facts: { why: { kind: 'fee-above-cap', facts: { fee: 'KUDOS:0.2', cap: 'KUDOS:0.08' } } },
            },
          ],
        },
        { url: PIER, isCurrent: true, version: 2, storedAt: AT, said: [] },
      ],
    }),
  },
  wantsMethods: {
    answers: withEscrow({
      ...escrow,
      step: 'wants-data',
      places: escrow.places.map((place) => ({ ...place, isCurrent: false })),
      said: [
        { kind: 'secret-changed', facts: {} },
        { kind: 'methods-wanted', facts: {} },
      ],
    }),
  },
  /** a place that names itself like another, at length, with hidden signs, and takes on what nobody has */
  hostile: {
    answers: withEscrow(null, {
      'escrow.inspect': {
        value: {
          places: [
            offer(HARBOUR, `\u202eHarbour ${'Trust '.repeat(60)}`, true, ['question', 'email', 'sms', 'totp']),
            {
              ...offer(
                `https://${'pier'.repeat(40)}.example/`,
                '<b>Pier</b>',
                false,
                Array.from({ length: 40 }, () => 'unheard-of'),
              ),
            },
          ],
        },
      },
    }),
  },
  slow: { answers: withEscrow(null, { 'escrow.inspect': { never: true } }) },
  wantsData: {
    answers: withEscrow({
      ...escrow,
      step: 'wants-data',
      remembersPerson: false,
      places: escrow.places.map((place) => ({ ...place, isCurrent: false })),
      said: [{ kind: 'data-wanted', facts: {} }],
    }),
  },
} as const;
