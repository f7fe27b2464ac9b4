// SPDX-License-Identifier: GPL-3.0-or-later
import type { AppStateView } from '../../shared/contract.ts';
import { USUAL_SETTINGS } from '../../shared/settings.ts';
import type { BackupStatusView, ProviderView } from '../../shared/view-backup.ts';
import type { TransferView } from '../../shared/view-bank.ts';
import type { BalanceView, HistoryLine } from '../../shared/view.ts';

// What a wallet shows, as data. Times are fixed, so that a screenshot differs only when a page does.

export const AT = Date.UTC(2026, 10, 23, 15, 4);
export const MINUTE = 60_000;
const DAY = 86_400_000;
export const EXCHANGE = 'http://127.0.0.1:41231/';
export const PAID = 'http://127.0.0.1:41234/';
export const FREE = 'http://127.0.0.1:41235/';

export const app: AppStateView = {
  stage: 'open',
  version: '0.1.0',
  protection: 'unprotected',
  keychainAvailable: false,
  playMoney: true,
  dataDirectory: '/home/ada/.config/holdfast',
  settings: USUAL_SETTINGS,
  systemLocale: 'en-GB',
};

export const balance = (total: string, incoming = 'KUDOS:0', outgoing = 'KUDOS:0', available = total): BalanceView => ({
  exchange: EXCHANGE,
  currency: 'KUDOS',
  available,
  incoming,
  outgoing,
  total,
});

export const nothingBackedUp: BackupStatusView = {
  state: 'uninitialized',
  safety: {
    state: 'not-protected',
    said: [{ kind: 'no-place', facts: { lost: ['KUDOS:20'] } }],
    lost: ['KUDOS:20'],
    uncopied: ['KUDOS:20'],
    next: 'add-place',
  },
  providersUpToDate: 0,
  providersTotal: 0,
  copiesWanted: 1,
};
/** A wallet that was just made. */
export const nothingHere: BackupStatusView = {
  ...nothingBackedUp,
  safety: { state: 'nothing', said: [{ kind: 'nothing', facts: {} }], lost: [], uncopied: [], next: 'add-money' },
};
export const allSafe: BackupStatusView = {
  state: 'initialized',
  safety: {
    state: 'protected',
    said: [{ kind: 'protected', facts: { places: 2, at: AT - 2 * MINUTE, tested: AT - 30 * MINUTE } }],
    lost: [],
    uncopied: [],
    next: 'test-again',
  },
  verifiedAt: AT - 2 * MINUTE,
  providersUpToDate: 2,
  providersTotal: 2,
  copiesWanted: 1,
  sheetTestedAt: AT - 30 * MINUTE,
};
export const saving: BackupStatusView = {
  ...allSafe,
  safety: { state: 'syncing', said: [{ kind: 'saving', facts: {} }], lost: [], uncopied: [] },
  providersUpToDate: 1,
};
export const partly: BackupStatusView = {
  state: 'initialized',
  safety: {
    state: 'at-risk',
    said: [
      { kind: 'only-here', facts: { lost: ['KUDOS:1.5'], all: ['KUDOS:20'], at: AT - 3 * DAY } },
      { kind: 'not-connected', facts: { place: 'USB stick', at: AT - 3 * DAY } },
    ],
    lost: ['KUDOS:1.5'],
    uncopied: ['KUDOS:1.5'],
    next: 'copy-now',
  },
  sheetTestedAt: AT - 9 * DAY,
  verifiedAt: AT - 3 * DAY,
  providersUpToDate: 0,
  providersTotal: 2,
  copiesWanted: 1,
};

export const paidProvider: ProviderView = {
  id: PAID,
  name: 'Play provider “Reef”',
  kind: 'sync',
  icon: 'server',
  takesFee: true,
  keepsOlder: false,
  annualFee: 'KUDOS:1.2',
  maxFee: 'KUDOS:2',
  paidUntil: AT + 364 * DAY,
  verifiedAt: AT - 2 * MINUTE,
  verifiedAgo: 2 * MINUTE,
  upToDate: true,
  nextRoundAt: AT + 6 * 60 * MINUTE,
  lastOutcome: 'stored',
};
export const freeProvider: ProviderView = {
  id: FREE,
  name: 'Play provider “Shoal”',
  kind: 'sync',
  icon: 'server',
  takesFee: true,
  keepsOlder: false,
  annualFee: 'KUDOS:0',
  maxFee: 'KUDOS:0',
  paidUntil: AT + 364 * DAY,
  verifiedAt: AT - 3 * MINUTE,
  verifiedAgo: 3 * MINUTE,
  upToDate: true,
  lastOutcome: 'unchanged',
};
export const folderProvider: ProviderView = {
  id: 'holdfast+folder:4KQ1X8Z3M7C2V9B5N0A6S1D8F2',
  name: 'USB stick',
  kind: 'folder',
  icon: 'folder',
  takesFee: false,
  keepsOlder: true,
  place: '/media/ada/STICK/holdfast',
  verifiedAt: AT - 3 * DAY,
  verifiedAgo: 3 * DAY,
  upToDate: false,
  nextRoundAt: AT + 12 * MINUTE,
  lastOutcome: 'unreachable',
  notes: [{ kind: 'silent', facts: { why: { kind: 'folder-missing', facts: {} } } }],
};

/** Three places, one of which has not answered for a week; nothing is at risk by it. */
export const oneSilent: BackupStatusView = {
  ...allSafe,
  safety: {
    ...allSafe.safety,
    said: [
      { kind: 'protected', facts: { places: 2, at: AT - 3 * MINUTE, tested: AT - 9 * DAY } },
      { kind: 'not-answering', facts: { place: 'Harbour (backup.example)', at: AT - 8 * DAY, since: AT - 7 * DAY } },
    ],
  },
  providersTotal: 3,
};
export const silentProvider: ProviderView = {
  id: 'https://backup.example/',
  name: 'Harbour',
  kind: 'sync',
  icon: 'server',
  takesFee: true,
  keepsOlder: false,
  place: 'https://backup.example/',
  annualFee: 'CHF:2',
  maxFee: 'CHF:2.1',
  paidUntil: AT + 200 * DAY,
  verifiedAt: AT - 8 * DAY,
  verifiedAgo: 8 * DAY,
  upToDate: false,
  nextRoundAt: AT + 50 * MINUTE,
  lastOutcome: 'unreachable',
  notes: [{ kind: 'silent', facts: { why: { kind: 'unreachable', facts: {} } } }],
};

export const davProvider: ProviderView = {
  id: 'holdfast+folder:7KQ1X8Z3M7C2V9B5N0A6S1D8F2',
  name: 'Cloud',
  kind: 'webdav',
  icon: 'server',
  takesFee: false,
  keepsOlder: true,
  place: 'https://cloud.example/remote.php/dav/files/ada/Holdfast/',
  verifiedAt: AT - 3 * DAY,
  verifiedAgo: 3 * DAY,
  upToDate: false,
  nextRoundAt: AT + 12 * MINUTE,
  lastOutcome: 'shut-out',
  notes: [{ kind: 'shut-out', facts: { reason: 'password' } }],
};
export const newerProvider: ProviderView = {
  id: 'holdfast+tape:5KQ1X8Z3M7C2V9B5N0A6S1D8F2',
  name: 'Tape in the vault',
  kind: 'tape',
  icon: 'info',
  takesFee: false,
  keepsOlder: false,
  needsNewer: true,
  upToDate: false,
  lastOutcome: 'needs-newer',
  notes: [{ kind: 'needs-newer', facts: {} }],
};

export const history: readonly HistoryLine[] = [
  {
    id: '1',
    type: 'withdrawal',
    state: 'done',
    at: AT - 60 * MINUTE,
    exchange: EXCHANGE,
    currency: 'KUDOS',
    amount: 'KUDOS:20',
    fees: 'KUDOS:0.12',
    effect: 'KUDOS:19.88',
    party: 'Play bank',
    summary: 'bank-integrated withdrawal',
  },
  {
    id: '2',
    type: 'provider-fee',
    state: 'done',
    at: AT - 50 * MINUTE,
    exchange: EXCHANGE,
    currency: 'KUDOS',
    amount: 'KUDOS:1.2',
    fees: 'KUDOS:0.02',
    effect: 'KUDOS:-1.22',
    party: 'Play provider “Reef”',
    summary: 'one year of backups',
  },
  {
    id: '3',
    type: 'refresh',
    state: 'done',
    at: AT - 49 * MINUTE,
    exchange: EXCHANGE,
    currency: 'KUDOS',
    amount: 'KUDOS:0.8',
    fees: 'KUDOS:0.01',
    effect: 'KUDOS:-0.01',
    party: '',
    summary: 'change of a payment',
  },
  {
    id: '4',
    type: 'payment',
    state: 'failed',
    at: AT - 20 * MINUTE,
    exchange: EXCHANGE,
    currency: 'KUDOS',
    amount: 'KUDOS:3',
    fees: 'KUDOS:0',
    effect: 'KUDOS:0',
    party: 'Аmazon ✔ verified',
    partyHost: 'shop.evil.example',
    partyOdd: true,
    summary: 'A postcard of the sea',
    notes: [
      { kind: 'unpaid', facts: { detail: 'offer-expired' } },
      { kind: 'money-back', facts: {} },
    ],
  },
  {
    id: '5',
    type: 'payment',
    state: 'done',
    at: AT - 10 * MINUTE,
    exchange: EXCHANGE,
    currency: 'KUDOS',
    amount: 'KUDOS:1.5',
    fees: 'KUDOS:0.01',
    effect: 'KUDOS:-1.51',
    party: 'Play shop',
    partyHost: 'shop.example',
    summary: 'A postcard of the sea',
    forgettable: true,
  },
  {
    id: '6',
    type: 'withdrawal',
    state: 'pending',
    at: AT - 2 * MINUTE,
    exchange: EXCHANGE,
    currency: 'KUDOS',
    amount: 'KUDOS:5',
    fees: 'KUDOS:0',
    effect: 'KUDOS:5',
    party: 'Play bank',
    summary: '',
    title: { kind: 'from-bank', facts: {} },
    notes: [{ kind: 'awaiting-transfer', facts: {} }],
    endable: true,
  },
];

const PAYTO = `payto://iban/DE75512108001245126199?receiver-name=Taler%20Exchange&amount=EUR:25&message=Taler%20Withdrawal%20${'R'.repeat(52)}`;

/** A transfer that its person still has to make at the bank. */
export const transfer: TransferView = {
  id: 'm1',
  exchange: EXCHANGE,
  amount: 'EUR:25',
  fees: 'EUR:0.04',
  total: 'EUR:24.96',
  state: 'awaited',
  reservePub: 'R'.repeat(52),
  payto: PAYTO,
  ways: [{ payto: PAYTO }],
};
