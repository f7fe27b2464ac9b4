// SPDX-License-Identifier: GPL-3.0-or-later
import type { BackupStatusView, ProviderView } from '../../shared/view-backup.ts';
import type { BalanceView } from '../../shared/view.ts';
import { KNOWN } from '../../shared/known.ts';
import type { FakeAnswers } from './fake-bridge.ts';
import { factsOf, pageOf } from './history-answers.ts';
import { app, EXCHANGE, FREE, history, PAID, transfer } from './views.ts';

/** An open wallet: every page can be reached. */
export const open = (
  backup: BackupStatusView,
  balances: readonly BalanceView[],
  providers: readonly ProviderView[],
  more: FakeAnswers = {},
): FakeAnswers => ({
  'app.state': { value: app },
  'wallet.overview': { value: { balances, backup, pending: [] } },
  'wallet.history': { value: pageOf(history, balances) },
  'wallet.historyLine': { value: factsOf(history[4]) },
  'wallet.exportHistory': { value: { file: '/home/ada/holdfast-history.csv', lines: history.length } },
  'wallet.pending': { value: { pending: [] } },
  'forget.preview': { value: { id: '5', said: [{ kind: 'purchase-paid', facts: { until: 1_800_000_000_000 } }] } },
  forget: { value: { id: '5', said: [] } },
  'abort.preview': { value: { id: 'p1' } },
  'backup.status': { value: backup },
  'provider.list': { value: { providers } },
  'provider.former': { value: { places: [] } },
  'withdraw.quote': {
    value: { exchange: EXCHANGE, amount: 'KUDOS:20', fees: 'KUDOS:0.03', total: 'KUDOS:19.97' },
  },
  'peer.most': { value: { amount: 'KUDOS:22.1' } },
  'deposit.most': { value: { amount: 'KUDOS:22.03' } },
  'withdraw.transfer': { value: transfer },
  'withdraw.convert': { value: { sum: 'EUR:21.5' } },
  'withdraw.look': {
    value: { bank: 'bank.example', exchange: EXCHANGE, amount: 'KUDOS:100', fees: 'KUDOS:0.1', total: 'KUDOS:99.9' },
  },
  'play.messages': { value: { messages: [] } },
  'play.start': { value: { exchange: EXCHANGE, currency: 'KUDOS' } },
  'play.providers': {
    value: {
      providers: [
        { url: PAID, name: 'Reef', annualFee: 'KUDOS:1.2' },
        { url: FREE, name: 'Shoal', annualFee: 'KUDOS:0' },
      ],
    },
  },
  'exchange.list': {
    value: { exchanges: [{ baseUrl: EXCHANGE, currency: 'KUDOS', masterPub: 'X', version: '17:0:0', state: 'ready' }] },
  },
  'known.list': { value: { services: KNOWN, hidden: 1 } },
  'terms.look': {
    value: {
      terms: {
        exchange: EXCHANGE,
        host: new URL(EXCHANGE).host,
        version: 'tos-1',
        language: 'en',
        form: 'plain',
        text: 'Terms of this issuer\n\n1. One\nNothing here is worth anything.',
        accepted: false,
      },
    },
  },
  'provider.sticks': { value: { sticks: [] } },
  'setUp.end': { value: {} },
  'app.link': { value: { link: null } },
  'app.setSettings': { value: app },
  'app.showPlace': { value: {} },
  'app.licences': { value: { text: 'This file was generated.\n\n - zod@4.6.7\n\nMIT License' } },
  'app.secretShown': { value: {} },
  'app.copySecret': { value: {} },
  'device.list': {
    value: {
      standing: 'active',
      devices: [{ id: 'd1', name: 'ada-laptop', epoch: 1, status: 'active', here: true, leads: true }],
      said: { kind: 'active', facts: { others: [], count: 0 } },
      apart: [],
    },
  },
  'undo.list': { value: { steps: [] } },
  'sheet.hide': { value: {} },
  'rekey.progress': { value: { progress: null } },
  'recover.session': { value: { session: null } },
  'escrow.status': { value: { escrow: null } },
  'privacy.get': { value: { level: 'prompt', hours: 6, proxies: {} } },
  'wallet.names': { value: { wallet: 'Ada’s wallet', device: 'ada-laptop' } },
  'restore.questions': { value: { questions: [], namesNoPlace: false } },
  ...more,
});
