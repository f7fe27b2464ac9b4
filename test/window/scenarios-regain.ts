// SPDX-License-Identifier: GPL-3.0-or-later
import type { EscrowSessionView, RecoverySearchView } from '../../shared/view-escrow-recovery.ts';
import type { FakeAnswers } from './fake-bridge.ts';
import { open } from './open-answers.ts';
import { countries } from './scenarios-escrow.ts';
import { AT, MINUTE, nothingHere } from './views.ts';

// A wallet comes back from escrow.

const HARBOUR = 'https://harbour.example/';
const PIER = 'https://pier.example/anastasis/';
const REEF = 'https://reef.example/';

const found: RecoverySearchView = {
  places: [
    { url: HARBOUR, found: 3, said: [] },
    { url: PIER, found: 0, said: [] },
    { url: REEF, found: 0, said: [{ kind: 'place-is-other', facts: {} }] },
  ],
  secrets: [
    {
      documentHash: 'H1',
      secretName: 'taler-wallet-5F3A09BCFGXFG8887PTNB3RG',
      walletId: '5F3A09BC',
      isOurs: true,
      isNewest: true,
      at: [
        { url: HARBOUR, version: 2, uploadedAt: AT },
        { url: PIER, version: 2 },
      ],
    },
    {
      documentHash: 'H2',
      secretName: 'taler-wallet-77AA01CEPBXJHYNTWHD0QQTE',
      walletId: '77AA01CE',
      isOurs: true,
      isNewest: true,
      at: [{ url: HARBOUR, version: 4, uploadedAt: AT - 90 * MINUTE }],
    },
    { documentHash: 'H3', secretName: 'Photos', isOurs: false, isNewest: true, at: [{ url: HARBOUR, version: 1 }] },
    {
      documentHash: 'H0',
      secretName: 'taler-wallet-5F3A09BCFGXFG8887PTNB3RG',
      walletId: '5F3A09BC',
      isOurs: true,
      isNewest: false,
      at: [{ url: HARBOUR, version: 1, uploadedAt: AT - 9000 * MINUTE }],
    },
  ],
  doubtful: [],
};

const session: EscrowSessionView = {
  documentHash: 'H1',
  secretName: 'taler-wallet-5F3A09BCFGXFG8887PTNB3RG',
  walletId: '5F3A09BC',
  methods: [
    { uuid: 'A', type: 'question', url: PIER, instructions: 'Name of the first boat?', state: 'solved', said: [] },
    {
      uuid: 'B',
      type: 'email',
      url: HARBOUR,
      instructions: 'a…@example.com',
      fee: 'KUDOS:0',
      state: 'sent',
      said: [{ kind: 'code-sent', facts: { hint: 'ada' } }],
    },
    {
      uuid: 'C',
      type: 'totp',
      url: HARBOUR,
      instructions: 'Holdfast',
      state: 'wrong',
      said: [
        { kind: 'wrong', facts: {} },
        { kind: 'clock-off', facts: { by: 60 * MINUTE, clock: 'ahead' } },
      ],
    },
    {
      uuid: 'D',
      type: 'sms',
      url: HARBOUR,
      instructions: '…567',
      fee: 'KUDOS:0.02',
      state: 'asks-payment',
      payUri: 'taler://pay/harbour.example/2026.327-0123456789/',
      said: [{ kind: 'asks-payment', facts: { fee: 'KUDOS:0.02' } }],
    },
    {
      uuid: 'E',
      type: 'iban',
      url: REEF,
      instructions: '…3000',
      state: 'waits',
      waitUntil: AT + 60 * MINUTE,
      transfer: {
        amount: 'EUR:0.01',
        iban: 'DE89370400440532013000',
        name: 'Reef',
        subject: 'Anastasis 4503599627370',
      },
      said: [{ kind: 'transfer-awaited', facts: { at: AT + 60 * MINUTE } }],
    },
    {
      uuid: 'F',
      type: 'post',
      url: REEF,
      instructions: 'Harbour town',
      state: 'lost',
      said: [{ kind: 'lost', facts: {} }],
    },
    { uuid: 'G', type: 'email', url: PIER, instructions: 'b…@example.com', state: 'untouched', said: [] },
  ],
  ways: [
    ['A', 'B'],
    ['A', 'C'],
  ],
  missing: 1,
  isOpen: false,
  said: [{ kind: 'is-older', facts: {} }],
};

const regaining = (now: EscrowSessionView | null, more: FakeAnswers = {}): FakeAnswers =>
  open(nothingHere, [], [], {
    'recover.session': { value: { session: now } },
    'escrow.countries': { value: { countries } },
    'escrow.check': { value: { troubles: [] } },
    'escrow.suggested': { value: { places: [HARBOUR] } },
    'recover.find': { value: found },
    'recover.choose': { value: { session } },
    'recover.stop': { value: {} },
    'recover.questions': { value: { questions: [], namesNoPlace: false } },
    'restore.progress': { value: { progress: null } },
    'play.messages': {
      value: { messages: [{ place: HARBOUR, address: 'ada@example.com', code: '4503599627370' }] },
    },
    ...more,
  });

const paysWith = (payUri: string): EscrowSessionView => ({
  ...session,
  methods: session.methods.map((way) => (way.state === 'asks-payment' ? { ...way, payUri, total: 'KUDOS:0.03' } : way)),
});

export const regainScenarios = {
  /** a place that never answers: the search can be ended */
  slow: { answers: regaining(null, { 'recover.find': { never: true } }) },
  /** a link that no square holds, with money in this wallet */
  hostilePay: { answers: regaining(paysWith(`taler://pay/harbour.example/${'9'.repeat(4000)}/`)) },
  moneyHere: {
    answers: regaining(
      { ...session, isOpen: true, missing: 0, said: [{ kind: 'open', facts: {} }] },
      { 'recover.run': { failure: { kind: 'money-here', facts: { here: ['KUDOS:3'] } } } },
    ),
  },
  begin: { answers: regaining(null) },
  nothing: {
    answers: regaining(null, { 'recover.find': { value: { ...found, secrets: [], doubtful: ['ahv_number'] } } }),
  },
  under: { answers: regaining(session) },
  open: { answers: regaining({ ...session, isOpen: true, missing: 0, said: [{ kind: 'open', facts: {} }] }) },
} as const;
