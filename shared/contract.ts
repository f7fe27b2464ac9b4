// SPDX-License-Identifier: GPL-3.0-or-later
import type { Looked } from './currency-look.ts';
import type { PayOfferView, TemplateView } from './view-shops.ts';
import { z } from 'zod';
import {
  text,
  amount,
  uri,
  link,
  target,
  withoutBackup,
  shown,
  nothing,
  names,
  answers,
  privacy,
  protection,
  recoveryText,
} from './contract-fields.ts';
import { beginInputs, type BeginOutputs } from './contract-begin.ts';
import { deviceInputs, type DeviceOutputs } from './contract-devices.ts';
import { desktopInputs, type DesktopOutputs } from './contract-desktop.ts';
import { escrowRecoveryInputs, type EscrowRecoveryOutputs } from './contract-escrow-recovery.ts';
import { escrowInputs, type EscrowOutputs } from './contract-escrow.ts';
import { bankInputs, type BankOutputs } from './contract-bank.ts';
import { peopleInputs, type PeopleOutputs } from './contract-people.ts';
import { recoveryInputs, type RecoveryOutputs } from './contract-recovery.ts';
import { settingsInputs, type SettingsOutputs } from './contract-settings.ts';
import type { Settings } from './settings.ts';
import { rescueInputs, type EndView, type RescueOutputs } from './contract-rescue.ts';
import type { Result } from './result.ts';
import type { Language } from './words/words.ts';
import type {
  BackupStatusView,
  CycleReportView,
  PrivacyView,
  ProviderOfferView,
  FormerPlaceView,
  ProviderView,
  RemovalPreviewView,
  RemovalView,
} from './view-backup.ts';
import type { NamesView } from './view-devices.ts';
import { historyInputs, type HistoryOutputs } from './contract-history.ts';
import type { PlaceTestView } from './view-drill.ts';
import type { OverviewView } from './view-overview.ts';
import type {
  AbortView,
  AgreedView,
  EndingView,
  ExchangeView,
  FailureView,
  ForgettingView,
  PendingView,
  PlayMessageView,
  PlayPlaceView,
  RefundView,
  WithoutBackupView,
} from './view.ts';

// Every request the window may make, in one list: its name, the schema of its input, the type of its output.
// The shell hears only the wallet's own window, and one door (electron/app/answer.ts) checks input and thrown errors for all
// of them, so that no handler can forget.

/** Schemas of the inputs; anything else is refused before a handler sees it. The ceilings stop a compromised window from filling memory. */
export const requestInputs = {
  // first start and lock
  'app.state': nothing,
  /** one of the languages there are sentences in; nothing follows the system */
  'app.setLanguage': z.strictObject({ language: text(35).optional() }),
  /** `names`: what the person calls the wallet and this device; `begins`: the first screens follow, with what money */
  'app.create': z.strictObject({
    protection,
    names: names.optional(),
    begins: z.enum(['real', 'play', 'restore', 'regain', 'import']).optional(),
  }),
  'app.unlock': z.strictObject({ passphrase: text(1024) }),
  'app.unlockBySheet': z.strictObject({ recoveryText, protection }),
  'app.erase': z.strictObject({ confirm: z.literal('erase everything') }),
  // play money: the built-in sandbox
  'play.start': nothing,
  'play.providers': nothing,
  'play.messages': nothing,
  'play.withdraw': z.strictObject({ amount, withoutBackup, shown }),
  'play.refund': z.strictObject({ uri: link, amount }),
  /** `ways`: the order leaves a choice among these, and `amount` is the price of the first */
  'play.order': z.strictObject({
    amount,
    summary: text(200),
    ways: z
      .array(z.strictObject({ amount, description: text(200) }))
      .min(2)
      .max(4)
      .optional(),
  }),
  /** an offer that stands ready; `amount` is only proposed, and said by whoever pays */
  'play.offer': z.strictObject({ amount, summary: text(200) }),
  // money
  'wallet.overview': nothing,
  'wallet.pending': nothing,
  /** the id of a pending item: of an entry, or an exchange whose old coins wait */
  'wallet.withoutBackup': z.strictObject({ id: uri }),
  /** what asks about its fees may cost them; `shown` is what the person saw that would be left */
  'wallet.agreeToFees': z.strictObject({ id: uri, shown: amount }),
  /** `innerHost`: the host the person saw and allows although its name leads into their own network */
  /** `key`: the issuer's own, as a link says it; one that answers with another is not added */
  'exchange.add': z.strictObject({ url: link, innerHost: text(300).optional(), key: text(52).exactOptional() }),
  'exchange.list': nothing,
  'pay.prepare': z.strictObject({ uri: link }),
  /** `choice`: its place among the choices of the offer */
  'pay.confirm': z.strictObject({ purchaseId: text(64), shown, choice: z.int().min(0).max(1000).optional() }),
  /** an offer that a shop keeps ready, and the order that is made of it with what was open */
  'pay.template': z.strictObject({ uri: link }),
  'pay.order': z.strictObject({ uri: link, amount: amount.optional(), summary: text(200).optional() }),
  /** asks a page of the web whether it wants money; only when its person has pressed */
  'pay.page': z.strictObject({ url: link }),
  'refund.uri': z.strictObject({ uri: link }),
  abort: z.strictObject({ id: uri }),
  /** what ending it would cost; changes nothing */
  'abort.preview': z.strictObject({ id: uri }),
  /** what forgetting it would take away; changes nothing. `id`: of a line of the history, an issuer or a removed place */
  'forget.preview': z.strictObject({ id: uri }),
  forget: z.strictObject({ id: uri }),
  // backup
  'backup.status': nothing,
  'provider.inspect': z.strictObject({ target }),
  'provider.add': z.strictObject({
    target,
    name: text(120).optional(),
    maxFee: amount.optional(),
    answers: answers.optional(),
  }),
  /** what removing it would mean; changes nothing */
  'provider.removal': z.strictObject({ id: target }),
  'provider.rename': z.strictObject({ id: target, name: text(240) }),
  'provider.remove': z.strictObject({ id: target }),
  'provider.list': nothing,
  /** reads back now what it keeps */
  'provider.test': z.strictObject({ id: target }),
  'provider.stopTest': z.strictObject({ id: target }),
  /** what a year there may cost from now on, all in all */
  'provider.limit': z.strictObject({ id: target, maxFee: amount }),
  /** pays its next year now, for at most so much */
  'provider.renew': z.strictObject({ id: target, maxFee: amount }),
  'provider.former': nothing,
  'provider.chooseFolder': z.strictObject({ at: target.optional() }),
  'backup.run': z.strictObject({ id: target.optional() }),
  'backup.setQuorum': z.strictObject({ copies: z.number().int().min(1).max(32) }),
  'privacy.get': nothing,
  'privacy.set': privacy,
  ...bankInputs,
  ...peopleInputs,
  ...recoveryInputs,
  ...escrowRecoveryInputs,
  ...escrowInputs,
  ...rescueInputs,
  ...deviceInputs,
  ...desktopInputs,
  ...beginInputs,
  ...settingsInputs,
  ...historyInputs,
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
  /** folders beside the wallet in which the files of one lie that did not open, newest first; said while there is no wallet */
  readonly setAside?: readonly string[];
  /** the person chose where the wallet lies */
  readonly chosenPlace?: true;
  /** how the last run of the window or the program ended, where that was no way to end; until it was read */
  readonly ended?: EndView;
  /** before there is a wallet: what it and this device could be called */
  readonly suggestedNames?: NamesView;
  /** this wallet has play money; `missing`: and its economy did not start */
  readonly playMoney: boolean;
  readonly playMoneyMissing?: true;
  /** the first screens were begun and are not done with; `fresh`: its owner has just made it and is asked nothing to see the page */
  readonly settingUp?: 'fresh' | 'resumed';
  /** this wallet was made for another to come back into it, and nothing of that one has come yet */
  readonly bringingBack?: 'restore' | 'regain' | 'import';
  readonly dataDirectory: string;
  /** what the person chose, while that is not the system's language */
  readonly language?: Language;
  readonly settings: Settings;
  /** high contrast is chosen, here or in the system */
  readonly contrast?: true;
  /** the system's locale (BCP 47): how sums and times are written, and the language where none was chosen */
  readonly systemLocale: string;
};

/** Those of the parts that stand in files of their own. */
type OutputsElsewhere = BankOutputs &
  PeopleOutputs &
  RecoveryOutputs &
  EscrowRecoveryOutputs &
  EscrowOutputs &
  RescueOutputs &
  DeviceOutputs &
  DesktopOutputs &
  BeginOutputs &
  SettingsOutputs<AppStateView> &
  HistoryOutputs;

/** Outputs by request name. */
export type RequestOutputs = OutputsElsewhere & {
  'app.state': AppStateView;
  'app.setLanguage': AppStateView;
  'app.create': AppStateView;
  'app.unlock': AppStateView;
  'app.unlockBySheet': AppStateView;
  'app.erase': AppStateView;
  'play.start': { readonly exchange: string; readonly currency: string };
  /** `wasHere`: this wallet does not play, and its economy of before is still on this computer */
  'play.providers': { readonly providers: readonly PlayPlaceView[]; readonly wasHere?: true };
  'play.messages': { readonly messages: readonly PlayMessageView[] };
  'play.withdraw': { readonly withdrawalId: string };
  'play.refund': { readonly uri: string };
  'play.order': { readonly uri: string };
  'play.offer': { readonly uri: string };
  'wallet.overview': OverviewView;
  'wallet.pending': { readonly pending: readonly PendingView[] };
  'wallet.withoutBackup': WithoutBackupView;
  'wallet.agreeToFees': AgreedView;
  'exchange.add': ExchangeView;
  'exchange.list': {
    readonly exchanges: readonly ExchangeView[];
    /** how shops and banks write money that none of them issues */
    readonly strange?: readonly Looked[];
  };
  'pay.prepare': PayOfferView;
  'pay.confirm': { readonly state: 'paid' | 'pending' };
  'pay.template': TemplateView;
  'pay.order': { readonly uri: string };
  'pay.page': { readonly uri: string };
  'refund.uri': RefundView;
  abort: AbortView;
  'abort.preview': EndingView;
  'forget.preview': ForgettingView;
  forget: ForgettingView;
  'backup.status': BackupStatusView;
  'provider.inspect': ProviderOfferView;
  'provider.add': ProviderView;
  'provider.removal': RemovalPreviewView;
  'provider.rename': ProviderView;
  'provider.remove': RemovalView;
  'provider.test': PlaceTestView;
  'provider.stopTest': Record<string, never>;
  'provider.limit': ProviderView;
  'provider.renew': ProviderView;
  'provider.former': { readonly places: readonly FormerPlaceView[] };
  'provider.list': { readonly providers: readonly ProviderView[] };
  'provider.chooseFolder': { readonly directory: string | null };
  'backup.run': { readonly reports: readonly CycleReportView[] };
  'backup.setQuorum': { readonly copies: number };
  'privacy.get': PrivacyView;
  'privacy.set': PrivacyView;
};

export type RequestOutput<N extends RequestName> = RequestOutputs[N];

/** What comes back over IPC: the output, or a failure by its kind and facts. Errors thrown by a handler become `kind: 'defect'` with a reference number. */
export type Answer<N extends RequestName> = Result<RequestOutput<N>, FailureView>;

/** Events from main to window; the window then asks again for what it shows. */
export type WalletEvent =
  | { readonly type: 'changed' }
  | { readonly type: 'stage' }
  /** its person chose a page in the menu */
  | { readonly type: 'go'; readonly to: string };

/** The bridge preload puts on `window.wallet`. */
export type WalletBridge = {
  readonly ask: <N extends RequestName>(name: N, input: RequestInput<N>) => Promise<Answer<N>>;
  readonly on: (listener: (event: WalletEvent) => void) => () => void;
};
