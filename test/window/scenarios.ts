// SPDX-License-Identifier: GPL-3.0-or-later
import type { AppStateView } from '../../shared/contract.ts';
import type { BackupStatusView, BalanceView, HistoryLine, ProviderView, RecoverySheetView } from '../../shared/view.ts';
import type { FakeAnswers, Scenario } from './fake-bridge.ts';

// Plausible states of a wallet, as data. Times are fixed, so that a screenshot differs only when a page does.

const AT = Date.UTC(2026, 10, 23, 15, 4);
const MINUTE = 60_000;
const DAY = 86_400_000;
const EXCHANGE = 'http://127.0.0.1:41231/';
const PAID = 'http://127.0.0.1:41234/';
const FREE = 'http://127.0.0.1:41235/';

const app: AppStateView = { stage: 'open', version: '0.1.0', protection: 'unprotected', keychainAvailable: false, playMoney: true, dataDirectory: '/home/ada/.config/holdfast' };

const balance = (total: string, incoming = 'KUDOS:0', outgoing = 'KUDOS:0', available = total): BalanceView => ({ exchange: EXCHANGE, currency: 'KUDOS', available, incoming, outgoing, total });

const nothingBackedUp: BackupStatusView = { state: 'uninitialized', sentence: 'Nothing is backed up: this computer holds the only copy.', level: 'unprotected', atRisk: ['KUDOS:20'], providersUpToDate: 0, providersTotal: 0 };
const allSafe: BackupStatusView = { state: 'initialized', sentence: 'Everything in this wallet can be restored from 2 of 2 providers.', level: 'protected', atRisk: [], verifiedAt: AT - 2 * MINUTE, providersUpToDate: 2, providersTotal: 2, sheetShownAt: AT - 30 * MINUTE };
const partly: BackupStatusView = { state: 'initialized', sentence: 'The last change is not in any verified copy yet.', level: 'partly', atRisk: ['KUDOS:1.5'], verifiedAt: AT - 3 * DAY, providersUpToDate: 0, providersTotal: 2 };

const paidProvider: ProviderView = { id: PAID, name: 'Play provider “Reef”', kind: 'sync', annualFee: 'KUDOS:1.2', maxFee: 'KUDOS:2', paidUntil: AT + 364 * DAY, verifiedAt: AT - 2 * MINUTE, upToDate: true, nextRoundAt: AT + 6 * 60 * MINUTE, lastOutcome: 'stored' };
const freeProvider: ProviderView = { id: FREE, name: 'Play provider “Shoal”', kind: 'sync', annualFee: 'KUDOS:0', maxFee: 'KUDOS:0', paidUntil: AT + 364 * DAY, verifiedAt: AT - 3 * MINUTE, upToDate: true, lastOutcome: 'unchanged' };
const folderProvider: ProviderView = { id: 'holdfast+folder:4KQ1X8Z3M7C2V9B5N0A6S1D8F2', name: 'USB stick', kind: 'folder', directory: '/media/ada/STICK/holdfast', verifiedAt: AT - 3 * DAY, upToDate: false, nextRoundAt: AT + 12 * MINUTE, lastOutcome: 'unreachable', note: 'The folder is not there. Plug the stick in; the copy of 20 November is still on it.' };

const history: readonly HistoryLine[] = [
  { id: '1', type: 'withdrawal', state: 'done', at: AT - 60 * MINUTE, exchange: EXCHANGE, currency: 'KUDOS', amount: 'KUDOS:20', fees: 'KUDOS:0.12', effect: 'KUDOS:19.88', party: 'Play bank', summary: 'bank-integrated withdrawal' },
  { id: '2', type: 'provider-fee', state: 'done', at: AT - 50 * MINUTE, exchange: EXCHANGE, currency: 'KUDOS', amount: 'KUDOS:1.2', fees: 'KUDOS:0.02', effect: 'KUDOS:-1.22', party: 'Play provider “Reef”', summary: 'one year of backups' },
  { id: '3', type: 'refresh', state: 'done', at: AT - 49 * MINUTE, exchange: EXCHANGE, currency: 'KUDOS', amount: 'KUDOS:0.8', fees: 'KUDOS:0.01', effect: 'KUDOS:-0.01', party: '', summary: 'change of a payment' },
  { id: '4', type: 'payment', state: 'failed', at: AT - 20 * MINUTE, exchange: EXCHANGE, currency: 'KUDOS', amount: 'KUDOS:3', fees: 'KUDOS:0', effect: 'KUDOS:0', party: 'Play shop', summary: 'A postcard of the sea', note: 'The order expired before it was paid; nothing was spent.' },
  { id: '5', type: 'payment', state: 'done', at: AT - 10 * MINUTE, exchange: EXCHANGE, currency: 'KUDOS', amount: 'KUDOS:1.5', fees: 'KUDOS:0.01', effect: 'KUDOS:-1.51', party: 'Play shop', summary: 'A postcard of the sea' },
  { id: '6', type: 'withdrawal', state: 'pending', at: AT - 2 * MINUTE, exchange: EXCHANGE, currency: 'KUDOS', amount: 'KUDOS:5', fees: 'KUDOS:0', effect: 'KUDOS:5', party: 'Play bank', summary: 'bank-integrated withdrawal', note: 'Waiting for the bank transfer to arrive.' },
];

/** A real code's shape with no secret in it: 512 bits as the long codex32 code gives 127 characters. */
const GROUPS = 'hold10w8rdqqrzqsrqgpqgpyyqsjgpqyrsdpqycrqvpsxqcrqvpsxqcrqvpsxqcrqvpsxqcrqvpsxqcrqvpsxqcrqvpsxqcrqvpsxqcrqvpsxqcrqvpsxk2r9y8t7w'.toUpperCase().match(/.{1,5}/g) ?? [];

const sheet: RecoverySheetView = {
  text: ['HOLDFAST-RECOVERY-1', 'wallet: Holdfast', 'date: 2026-11-23', 'sheet: W8RD', 'secret:', ...chunked(GROUPS, 5).map((groups, index) => `  ${String(index * 5 + 1).padStart(2)} ${groups.join(' ')}`), `provider: Reef = ${PAID}`, `provider: Shoal = ${FREE}`, 'END'].join('\n'),
  qrText: `HOLDFAST-RECOVERY-1\n${GROUPS.join('')}\n${PAID}\n${FREE}`,
  groups: GROUPS,
  walletName: 'Holdfast',
  sheetNumber: 'W8RD',
  date: '2026-11-23',
  providers: [{ name: 'Play provider “Reef”', url: PAID }, { name: 'Play provider “Shoal”', url: FREE }],
};

function chunked(items: readonly string[], size: number): string[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}

const open = (backup: BackupStatusView, balances: readonly BalanceView[], providers: readonly ProviderView[], more: FakeAnswers = {}): FakeAnswers => ({
  'app.state': { value: app },
  'wallet.overview': { value: { balances, backup, pending: [] } },
  'wallet.history': { value: { lines: history } },
  'backup.status': { value: backup },
  'provider.list': { value: { providers } },
  'play.start': { value: { exchange: EXCHANGE, currency: 'KUDOS' } },
  'play.providers': { value: { providers: [{ url: PAID, name: 'Reef', annualFee: 'KUDOS:1.2' }, { url: FREE, name: 'Shoal', annualFee: 'KUDOS:0' }] } },
  'exchange.list': { value: { exchanges: [{ baseUrl: EXCHANGE, currency: 'KUDOS', masterPub: 'X', version: '17:0:0', state: 'ready' }] } },
  'sheet.hide': { value: {} },
  ...more,
});

export const scenarios = {
  firstStart: { answers: { 'app.state': { value: { ...app, stage: 'first-start', protection: 'none', playMoney: false } } } },
  locked: {
    answers: {
      'app.state': { value: { ...app, stage: 'locked', protection: 'passphrase', playMoney: false } },
      'app.unlock': { failure: { kind: 'wrong-passphrase', sentence: 'This is not the passphrase of this wallet; nothing was changed. Wait 2 seconds before the next try.' } },
    },
  },
  empty: { answers: open({ ...nothingBackedUp, sentence: 'There is nothing to back up yet.', atRisk: [] }, [], []) },
  fresh: { answers: open(nothingBackedUp, [balance('KUDOS:20')], [], {
    'play.withdraw': { value: { withdrawalId: 'w1' } },
    'provider.inspect': { value: { id: PAID, kind: 'sync', suggestedName: 'Reef', annualFee: 'KUDOS:1.2', storageLimitMb: 16, liability: 'KUDOS:10' } },
    'provider.add': { never: true },
    'withdraw.manual': { value: { id: 'm1', reservePub: 'R'.repeat(52), payto: `payto://iban/DE75512108001245126199?receiver-name=Taler%20Exchange&amount=KUDOS:25&message=Taler%20${'R'.repeat(52)}` } },
    'exchange.add': { value: { baseUrl: EXCHANGE, currency: 'KUDOS', masterPub: 'X', version: '17:0:0', state: 'ready' } },
  }) },
  underWay: { answers: open(partly, [balance('KUDOS:22.14', 'KUDOS:5', 'KUDOS:1.5', 'KUDOS:15.64'), { ...balance('KUDOS:0'), currency: 'CHF', exchange: 'https://exchange.taler-ops.ch/', total: 'CHF:1250.05', available: 'CHF:1250.05', incoming: 'CHF:0', outgoing: 'CHF:0' }], [paidProvider, folderProvider], {
    'wallet.overview': { value: {
      balances: [balance('KUDOS:22.14', 'KUDOS:5', 'KUDOS:1.5', 'KUDOS:15.64'), { exchange: 'https://exchange.taler-ops.ch/', currency: 'CHF', total: 'CHF:1250.05', available: 'CHF:1250.05', incoming: 'CHF:0', outgoing: 'CHF:0' }],
      backup: partly,
      pending: [
        { id: 'p1', type: 'withdrawal', waitingFor: 'transfer', nextTryAt: AT + MINUTE, attempts: 0 },
        { id: 'p2', type: 'payment', waitingFor: 'merchant', nextTryAt: AT + MINUTE, attempts: 3, note: 'The shop answered “500 Internal Server Error”; the money is set aside until it is certain.' },
      ],
    } },
    'backup.run': { value: { reports: [{ provider: PAID, outcome: 'stored' }, { provider: folderProvider.id, outcome: 'unreachable', note: 'The folder is not there.' }] } },
  }) },
  safe: { answers: open(allSafe, [balance('KUDOS:22.14')], [paidProvider, freeProvider], {
    'pay.prepare': { value: { purchaseId: 'b1', merchant: 'Play shop', summary: 'A postcard of the sea', amount: 'KUDOS:1.5', fees: 'KUDOS:0.01', total: 'KUDOS:1.51', payable: true } },
    'pay.confirm': { value: { state: 'paid' } },
    'play.order': { value: { uri: 'taler+http://pay/127.0.0.1:41233/instances/shop/2026.327-01ABCDE/' } },
    'sheet.reveal': { value: sheet },
    'sheet.print': { value: { file: '/home/ada/recovery-sheet.pdf' } },
  }) },
  poor: { answers: open(allSafe, [balance('KUDOS:0.2')], [paidProvider], {
    'pay.prepare': { value: { purchaseId: 'b1', merchant: 'Play shop', summary: 'A postcard of the sea', amount: 'KUDOS:1.5', fees: 'KUDOS:0', total: 'KUDOS:1.5', payable: false, why: 'This wallet holds 0.20 KUDOS that this shop accepts; 1.50 are needed.' } },
  }) },
  withPassphrase: { answers: open(allSafe, [balance('KUDOS:22.14')], [paidProvider], {
    'app.state': { value: { ...app, protection: 'passphrase', playMoney: false } },
    'sheet.reveal': { failure: { kind: 'wrong-passphrase', sentence: 'This is not the passphrase of this wallet; the sheet stays hidden.' } },
  }) },
  restoring: { answers: open({ ...nothingBackedUp, atRisk: [], sentence: 'There is nothing to back up yet.' }, [], [], {
    'restore.run': { value: {
      sources: [
        { provider: PAID, name: 'Reef', answer: 'found', copyFrom: AT - 5 * MINUTE, entries: 41 },
        { provider: FREE, name: 'Shoal', answer: 'empty' },
        { provider: 'https://backup.example/', name: 'Harbour', answer: 'silent' },
        { provider: folderProvider.id, name: 'USB stick', answer: 'unusable', note: 'The file in this folder is damaged: its seal does not match.' },
      ],
      balances: [balance('KUDOS:17.14')],
      coinsChecked: 18,
      coinsSpentElsewhere: 1,
      exchangesSilent: [],
      sentence: '17.14 KUDOS are back, from 1 of 4 providers. One provider did not answer: it may hold something newer.',
    } },
  }) },
  restoreRefused: { answers: open({ ...nothingBackedUp, atRisk: [] }, [], [], {
    'restore.run': { failure: { kind: 'malformed-recovery-text', sentence: 'Line 7 of the recovery text has a wrong character; compare it with the sheet. Nothing was changed.' } },
  }) },
  defect: { answers: { ...open(allSafe, [], []), 'wallet.overview': { failure: { kind: 'defect', sentence: 'Something went wrong inside the wallet (reference 8f3a01bc); what was stored before is still stored.' } } } },
  unequal: { answers: open(allSafe, [balance('KUDOS:1')], []) },
} satisfies Record<string, Scenario>;

export const FIXED_NOW = AT;
