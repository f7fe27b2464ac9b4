// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import type { Result } from './result.ts';
import type { Language } from './words/words.ts';
import type {
  BackupStatusView,
  CycleReportView,
  ProviderOfferView,
  ProviderView,
  RecoverySheetView,
  RemovalPreviewView,
  RemovalView,
  SheetTestView,
} from './view-backup.ts';
import type {
  AbandonView,
  DevicesView,
  EmptyQuoteView,
  EmptyReceiptView,
  EmptyView,
  NamesView,
} from './view-devices.ts';
import type { RecoveryQuestionView, RestoreReportView, TakeoverReportView } from './view-restore.ts';
import type {
  AbortView,
  AgreedView,
  BalanceView,
  DepositOfferView,
  DepositView,
  ExchangeView,
  FailureView,
  HistoryLine,
  PayOfferView,
  PeerOfferView,
  PeerPaymentView,
  PeerQuoteView,
  PendingView,
  RefundView,
  WithdrawalQuoteView,
  WithoutBackupView,
} from './view.ts';

// Every request the window may make, in one list: its name, the schema of its input, the type of its output.
// The shell hears only the wallet's own window, and one door (electron/app/answer.ts) checks input and thrown errors for all
// of them, so that no handler can forget.

const text = (limit: number) => z.string().max(limit);
const amount = text(64);
const uri = text(4096);
/** the person does not want to wait for a backup of this sum */
const withoutBackup = z.boolean().optional();
/** an unknown exchange the person was asked about, and wants to add: its base URL, as 'unknown-exchange' told it */
const newExchange = uri.optional();
/** the total the person saw: nothing is paid that takes more */
const shown = amount.optional();
const nothing = z.strictObject({});
const names = z.strictObject({ wallet: text(200).optional(), device: text(200).optional() });
/** what a provider asks for beside its address, by field name: a user name, a password */
const answers = z.record(text(40).min(1), text(1024));
/** the same for providers on a sheet, by provider id */
const answersOfSheet = z.record(uri, answers).optional();
/** how the wallet's file is locked on this computer */
const protection = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('passphrase'), passphrase: text(1024).min(1) }),
  z.strictObject({ type: z.literal('keychain') }),
  z.strictObject({ type: z.literal('unprotected') }),
]);
/** An hour is the least in which two people manage; after a year the coins of most exchanges have expired. */
const expiresHours = z.int().min(1).max(8760).optional();

/** Schemas of the inputs; anything else is refused before a handler sees it. The ceilings stop a compromised window from filling memory. */
export const requestInputs = {
  // first start and lock
  'app.state': nothing,
  /** one of the languages there are sentences in; nothing follows the system */
  'app.setLanguage': z.strictObject({ language: text(35).optional() }),
  /** `names`: what the person calls the wallet and this device */
  'app.create': z.strictObject({ protection, names: names.optional() }),
  'app.unlock': z.strictObject({ passphrase: text(1024) }),
  'app.unlockBySheet': z.strictObject({ recoveryText: text(20_000), protection }),
  'app.erase': z.strictObject({ confirm: z.literal('erase everything') }),
  // play money: the built-in sandbox
  'play.start': nothing,
  'play.providers': nothing,
  'play.withdraw': z.strictObject({ amount, withoutBackup, shown }),
  'play.order': z.strictObject({ amount, summary: text(200) }),
  // money
  'wallet.overview': nothing,
  'wallet.history': nothing,
  'wallet.pending': nothing,
  /** the id of a pending item: of an entry, or an exchange whose old coins wait */
  'wallet.withoutBackup': z.strictObject({ id: uri }),
  /** what asks about its fees may cost them; `shown` is what the person saw that would be left */
  'wallet.agreeToFees': z.strictObject({ id: uri, shown: amount }),
  'exchange.add': z.strictObject({ url: uri }),
  'exchange.list': nothing,
  'withdraw.quote': z.strictObject({ exchange: uri, amount }),
  'withdraw.manual': z.strictObject({ exchange: uri, amount, withoutBackup, shown }),
  'withdraw.uri': z.strictObject({ uri, withoutBackup, newExchange, shown }),
  'pay.prepare': z.strictObject({ uri }),
  'pay.confirm': z.strictObject({ purchaseId: text(64), shown }),
  // between people
  'peer.quote': z.strictObject({ amount, expiresHours, exchange: uri.optional() }),
  'peer.send': z.strictObject({ amount, summary: text(1000), expiresHours, exchange: uri.optional(), shown }),
  'peer.quoteRequest': z.strictObject({ amount, expiresHours, exchange: uri.optional() }),
  'peer.request': z.strictObject({
    amount,
    summary: text(1000),
    expiresHours,
    exchange: uri.optional(),
    /** what the invoice may cost, as 'peer.quoteRequest' told it; opening it nothing unless said */
    maxFee: amount.optional(),
    withoutBackup,
  }),
  'peer.prepareReceive': z.strictObject({ uri, newExchange }),
  'peer.confirm': z.strictObject({ id: text(64), withoutBackup, shown }),
  'peer.list': nothing,
  'refund.uri': z.strictObject({ uri }),
  abort: z.strictObject({ id: uri }),
  'deposit.prepare': z.strictObject({ amount, payto: uri }),
  'deposit.confirm': z.strictObject({ amount, payto: uri, shown }),
  // backup
  'backup.status': nothing,
  'provider.inspect': z.strictObject({ target: uri }),
  'provider.add': z.strictObject({
    target: uri,
    name: text(120).optional(),
    maxFee: amount.optional(),
    answers: answers.optional(),
  }),
  /** what removing it would mean; changes nothing */
  'provider.removal': z.strictObject({ id: uri }),
  'provider.remove': z.strictObject({ id: uri }),
  'provider.list': nothing,
  'provider.chooseFolder': nothing,
  'backup.run': z.strictObject({ id: uri.optional() }),
  'backup.setQuorum': z.strictObject({ copies: z.number().int().min(1).max(32) }),
  // devices of one wallet, and wallets changing hands
  'wallet.empty.quote': z.strictObject({ expiresHours }),
  'wallet.empty': z.strictObject({ expiresHours }),
  'wallet.empty.status': nothing,
  'wallet.empty.stop': nothing,
  'wallet.empty.finish': z.strictObject({ confirm: z.literal('erase this wallet') }),
  'device.list': nothing,
  'wallet.names': nothing,
  'wallet.rename': names,
  'device.keep': nothing,
  'backup.abandon': nothing,
  'backup.takeover': z.strictObject({
    recoveryText: text(20_000),
    folders: z.array(uri).max(20).optional(),
    answers: answersOfSheet,
    evenIfNotAbandoned: z.boolean().optional(),
    agreedFees: z.array(amount).max(50).optional(),
  }),
  // recovery
  'sheet.reveal': z.strictObject({ passphrase: text(1024).optional() }),
  'sheet.print': z.strictObject({ paper: z.enum(['A4', 'Letter']) }),
  'sheet.hide': nothing,
  /** reads back what stands on the paper */
  'sheet.test': z.strictObject({ recoveryText: text(20_000) }),
  'restore.questions': z.strictObject({ recoveryText: text(20_000) }),
  'restore.run': z.strictObject({
    recoveryText: text(20_000),
    folders: z.array(uri).max(20).optional(),
    answers: answersOfSheet,
  }),
} as const;

export type RequestName = keyof typeof requestInputs;
export type RequestInput<N extends RequestName> = z.infer<(typeof requestInputs)[N]>;

/** What the window needs to know before anything else. */
export type AppStateView = {
  readonly stage: 'first-start' | 'locked' | 'open';
  readonly version: string;
  readonly protection: 'passphrase' | 'keychain' | 'unprotected' | 'none';
  readonly keychainAvailable: boolean;
  /** locked, and its recovery sheet opens it */
  readonly opensBySheet?: true;
  /** locked because of this, and no passphrase helps */
  readonly trouble?: FailureView;
  /** before there is a wallet: what it and this device could be called */
  readonly suggestedNames?: NamesView;
  /** the sandbox runs inside this process */
  readonly playMoney: boolean;
  readonly dataDirectory: string;
  /** what the person chose, while that is not the system's language */
  readonly language?: Language;
  /** the system's locale (BCP 47): how sums and times are written, and the language where none was chosen */
  readonly systemLocale: string;
};

export type OverviewView = {
  readonly balances: readonly BalanceView[];
  readonly backup: BackupStatusView;
  readonly pending: readonly PendingView[];
};

/** Outputs by request name. */
export type RequestOutputs = {
  'app.state': AppStateView;
  'app.setLanguage': AppStateView;
  'app.create': AppStateView;
  'app.unlock': AppStateView;
  'app.unlockBySheet': AppStateView;
  'app.erase': AppStateView;
  'play.start': { readonly exchange: string; readonly currency: string };
  'play.providers': {
    readonly providers: readonly { readonly url: string; readonly name: string; readonly annualFee: string }[];
  };
  'play.withdraw': { readonly withdrawalId: string };
  'play.order': { readonly uri: string };
  'wallet.overview': OverviewView;
  'wallet.history': { readonly lines: readonly HistoryLine[] };
  'wallet.pending': { readonly pending: readonly PendingView[] };
  'wallet.withoutBackup': WithoutBackupView;
  'wallet.agreeToFees': AgreedView;
  'exchange.add': ExchangeView;
  'exchange.list': { readonly exchanges: readonly ExchangeView[] };
  'withdraw.quote': WithdrawalQuoteView;
  'withdraw.manual': {
    readonly id: string;
    readonly payto: string;
    readonly reservePub: string;
    readonly fees: string;
    readonly total: string;
  };
  'withdraw.uri': {
    readonly id: string;
    readonly amount: string;
    readonly exchange: string;
    readonly fees: string;
    readonly total: string;
    readonly confirmUrl?: string;
  };
  'pay.prepare': PayOfferView;
  'pay.confirm': { readonly state: 'paid' | 'pending' };
  'peer.quote': PeerQuoteView;
  'peer.send': PeerPaymentView;
  'peer.quoteRequest': PeerQuoteView;
  'peer.request': PeerPaymentView;
  'peer.prepareReceive': PeerOfferView;
  'peer.confirm': { readonly state: 'received' | 'paid' | 'pending' };
  'peer.list': { readonly payments: readonly PeerPaymentView[] };
  'refund.uri': RefundView;
  abort: AbortView;
  'deposit.prepare': DepositOfferView;
  'deposit.confirm': DepositView;
  'backup.status': BackupStatusView;
  'provider.inspect': ProviderOfferView;
  'provider.add': ProviderView;
  'provider.removal': RemovalPreviewView;
  'provider.remove': RemovalView;
  'provider.list': { readonly providers: readonly ProviderView[] };
  'provider.chooseFolder': { readonly directory: string | null };
  'backup.run': { readonly reports: readonly CycleReportView[] };
  'wallet.empty.quote': EmptyQuoteView;
  'wallet.empty': EmptyView;
  'wallet.empty.status': EmptyView;
  'wallet.empty.stop': EmptyView;
  'wallet.empty.finish': EmptyReceiptView;
  'backup.setQuorum': { readonly copies: number };
  'device.list': DevicesView;
  'wallet.names': NamesView;
  'wallet.rename': NamesView;
  'device.keep': DevicesView;
  'backup.abandon': AbandonView;
  'backup.takeover': TakeoverReportView;
  'sheet.reveal': RecoverySheetView;
  'sheet.print': { readonly file: string | null };
  'sheet.hide': Record<string, never>;
  'sheet.test': SheetTestView;
  'restore.questions': { readonly questions: readonly RecoveryQuestionView[] };
  'restore.run': RestoreReportView;
};

export type RequestOutput<N extends RequestName> = RequestOutputs[N];

/** What comes back over IPC: the output, or a failure by its kind and facts. Errors thrown by a handler become `kind: 'defect'` with a reference number. */
export type Answer<N extends RequestName> = Result<RequestOutput<N>, FailureView>;

/** Events from main to window; the window then asks again for what it shows. */
export type WalletEvent = { readonly type: 'changed' } | { readonly type: 'stage' };

/** The bridge preload puts on `window.wallet`. */
export type WalletBridge = {
  readonly ask: <N extends RequestName>(name: N, input: RequestInput<N>) => Promise<Answer<N>>;
  readonly on: (listener: (event: WalletEvent) => void) => () => void;
};
