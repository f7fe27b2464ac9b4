// SPDX-License-Identifier: GPL-3.0-or-later
// The plain data the screens and the command line show. Amounts are canonical text ("KUDOS:4.2"),
// times are milliseconds since the epoch; nothing here is secret except `RecoverySheetView`.

/** Money per exchange and currency. `total` = `available` + `incoming` − nothing hidden: it equals the sum of the history's effects. */
export type BalanceView = {
  readonly exchange: string;
  readonly currency: string;
  /** spendable now */
  readonly available: string;
  /** being withdrawn or coming back as change */
  readonly incoming: string;
  /** reserved for payments that are not certain yet (already taken out of `available`) */
  readonly outgoing: string;
  readonly total: string;
  /** one sentence when the sums cannot be what they say */
  readonly note?: string;
};

export type HistoryState = 'pending' | 'done' | 'failed' | 'aborted' | 'expired';

/** One line per event a person would recognise. `effect` is signed ("-KUDOS:1.2" is written "KUDOS:-1.2"). */
export type HistoryLine = {
  readonly id: string;
  readonly type:
    | 'withdrawal'
    | 'payment'
    | 'provider-fee'
    | 'refresh'
    | 'refund'
    | 'deposit'
    | 'spent-elsewhere'
    | 'peer-sent'
    | 'peer-received'
    | 'invoice-paid'
    | 'invoice-received';
  readonly state: HistoryState;
  readonly at: number;
  readonly exchange: string;
  readonly currency: string;
  /** what the line is about, before fees */
  readonly amount: string;
  readonly fees: string;
  /** what it did to the balance, signed */
  readonly effect: string;
  /** the other side: merchant name, bank, provider */
  readonly party: string;
  readonly summary: string;
  /** one sentence when something needs saying (why it failed, what to do) */
  readonly note?: string;
};

export type ExchangeView = {
  readonly baseUrl: string;
  readonly currency: string;
  readonly masterPub: string;
  readonly version: string;
  readonly state: 'ready' | 'read-only' | 'unreachable' | 'conflict';
  readonly note?: string;
};

/** Something the wallet still has to do, or waits for. */
export type PendingView = {
  readonly id: string;
  readonly type:
    | 'withdrawal'
    | 'refresh'
    | 'payment'
    | 'backup'
    | 'peer-send'
    | 'peer-receive'
    | 'invoice'
    | 'invoice-payment'
    | 'refund'
    | 'deposit';
  readonly waitingFor:
    | 'transfer'
    | 'confirmation'
    | 'exchange'
    | 'merchant'
    | 'provider'
    | 'user'
    | 'receiver'
    | 'payer';
  readonly nextTryAt: number;
  readonly attempts: number;
  /** where the user can do what is waited for */
  readonly link?: string;
  /** present while it waits for its backup and the person may have it without: the sum that would then be at risk */
  readonly withoutBackup?: string;
  readonly note?: string;
};

/** Something that waited for its backup and goes on without; `sum` is at risk until the next verified copy. `pending`: it now waits for somebody else. */
export type WithoutBackupView = { readonly id: string; readonly sum: string; readonly state: 'done' | 'pending' };

/** An order the wallet has claimed and could pay. */
export type PayOfferView = {
  readonly purchaseId: string;
  readonly merchant: string;
  readonly summary: string;
  readonly amount: string;
  readonly fees: string;
  readonly total: string;
  readonly payable: boolean;
  /** nothing is left to pay, and the merchant knows it */
  readonly alreadyPaid?: true;
  /** why it cannot be paid, in one sentence */
  readonly why?: string;
  /** the kind of failure `why` speaks of */
  readonly whyKind?: string;
};

/** What sending money to one's own bank account would cost, at the exchange where it costs least. */
export type DepositOfferView = {
  readonly exchange: string;
  /** the account in words */
  readonly account: string;
  /** the account as the exchange gets it */
  readonly payto: string;
  /** what arrives there */
  readonly amount: string;
  readonly fees: string;
  readonly total: string;
  readonly possible: boolean;
  /** why it is not, in one sentence */
  readonly why?: string;
  /** the kind of failure `why` speaks of */
  readonly whyKind?: string;
};

/** `deposited`: the exchange has it and transfers it; `wired`: the transfer has gone out. */
export type DepositView = { readonly id: string; readonly state: 'pending' | 'deposited' | 'wired' };

/** `pending`: the other side has not said yet whether it is too late. */
export type AbortView = { readonly id: string; readonly state: 'aborted' | 'pending' };

/** What has come back of a purchase; `none`: the merchant has granted nothing yet. */
export type RefundView = {
  readonly purchaseId: string;
  readonly merchant: string;
  readonly refunded: string;
  /** granted, and not confirmed by the exchange yet */
  readonly pending: string;
  readonly refused: string;
  readonly state: 'done' | 'pending' | 'none';
  /** why the last go at it failed; it is tried again */
  readonly note?: string;
};

/** What sending money to a person would cost, at the exchange where it costs least. */
export type PeerQuoteView = {
  readonly exchange: string;
  readonly amount: string;
  readonly fees: string;
  readonly total: string;
  readonly possible: boolean;
  /** why it is not, in one sentence */
  readonly why?: string;
  /** the kind of failure `why` speaks of */
  readonly whyKind?: string;
};

/** A payment (`push`: take it) or an invoice (`pull`: pay it) of another wallet, as it would come about. */
export type PeerOfferView = {
  readonly id: string;
  readonly kind: 'push' | 'pull';
  readonly exchange: string;
  readonly summary: string;
  readonly amount: string;
  readonly fees: string;
  /** push: what arrives after fees; pull: what paying takes, fees included */
  readonly total: string;
  readonly expiresAt: number;
  readonly possible: boolean;
  readonly why?: string;
  /** the kind of failure `why` speaks of */
  readonly whyKind?: string;
};

/** A payment we sent or an invoice we wrote; `uri` is what the other wallet needs (whoever has it can take or pay it). */
export type PeerPaymentView = {
  readonly id: string;
  readonly kind: 'push' | 'pull';
  readonly exchange: string;
  readonly amount: string;
  readonly fees: string;
  readonly summary: string;
  readonly uri: string;
  readonly expiresAt: number;
  /** `waiting`: ready for the other side; `stopping`: being called back; `taken`: the receiver has it; `paid`: the invoice is paid */
  readonly state: 'starting' | 'waiting' | 'stopping' | 'taken' | 'paid' | 'expired' | 'aborted';
};

/** Every word a provider's last answer can be summed up in. */
export type ProviderOutcome =
  | 'never-tried'
  | 'stored'
  | 'unchanged'
  | 'conflict'
  | 'payment-required'
  | 'asks'
  | 'account-unknown'
  | 'lost-our-backup'
  | 'old-copy'
  | 'foreign-or-damaged'
  | 'newer-format'
  | 'too-large'
  | 'unreachable'
  | 'misbehaved';

export type ProviderView = {
  /** canonical base URL, or `holdfast+folder:ID` */
  readonly id: string;
  readonly name: string;
  readonly kind: 'sync' | 'folder';
  readonly directory?: string;
  readonly annualFee?: string;
  readonly maxFee?: string;
  readonly paidUntil?: number;
  /** when a copy was last downloaded again and found equal */
  readonly verifiedAt?: number;
  /** true when the verified copy holds everything the wallet knows now */
  readonly upToDate: boolean;
  readonly nextRoundAt?: number;
  readonly lastOutcome: ProviderOutcome;
  readonly note?: string;
};

/** What a provider asks before it is added. */
export type ProviderOfferView = {
  readonly id: string;
  readonly kind: 'sync' | 'folder';
  readonly suggestedName: string;
  readonly annualFee?: string;
  readonly storageLimitMb?: number;
  readonly liability?: string;
};

export type BackupStatusView = {
  readonly state: 'uninitialized' | 'initialized';
  /** one honest sentence */
  readonly sentence: string;
  /** present when this device is not the active one: it moves no money, `sentence` says why and what to do */
  readonly standing?: Exclude<DeviceStanding, 'active'>;
  readonly level: 'protected' | 'partly' | 'unprotected';
  /** per currency: what would be lost if the disk died now */
  readonly atRisk: readonly string[];
  readonly verifiedAt?: number;
  readonly providersUpToDate: number;
  readonly providersTotal: number;
  /** at how many providers the person wants a verified copy before money is drawn; may be more than there are */
  readonly copiesWanted: number;
  /** when a recovery sheet that names all of today's providers was last revealed, exported or typed in on this device; absent = never */
  readonly sheetShownAt?: number;
};

/** How an installation stands among all that know this wallet; only `active` moves money. */
export type DeviceStanding = 'active' | 'superseded' | 'leaving' | 'abandoned' | 'taken-over';

export type DeviceView = {
  readonly id: string;
  readonly name: string;
  readonly epoch: number;
  readonly status: 'active' | 'leaving' | 'abandoned' | 'taken-over';
  /** this installation */
  readonly here: boolean;
  /** the one with the highest epoch */
  readonly leads: boolean;
  /** when it last changed something itself */
  readonly lastWroteAt?: number;
};

export type DevicesView = {
  readonly standing: DeviceStanding;
  readonly devices: readonly DeviceView[];
  /** how this device stands and, if it stands still, the way out */
  readonly sentence: string;
};

/** What emptying would send now from one exchange. */
export type EmptyQuoteLine = {
  readonly exchange: string;
  readonly currency: string;
  /** how many codes; several when one cannot hold so many coins, none when nothing can be sent now */
  readonly payments: number;
  /** what the other wallet gets */
  readonly amount: string;
  readonly fees: string;
  readonly total: string;
  /** worth no more than the fee of sending it */
  readonly dust: string;
  /** not sent now: on its way back or in, or of coins that expire before the payments do */
  readonly later: string;
};

/** What emptying would send now, computed as it is sent. */
export type EmptyQuoteView = {
  readonly lines: readonly EmptyQuoteLine[];
  /** something is under way (a withdrawal, change) whose money may come in afterwards */
  readonly underWay: boolean;
};

/** How far emptying this wallet to another one has come. */
export type EmptyView = {
  /** `sending`: payments wait to be taken; `returned`: money came back or is still here, send it again or stop; `ready`: nothing is left, finish; `leaving`: the providers are being told */
  readonly state: 'idle' | 'sending' | 'returned' | 'ready' | 'leaving';
  /** one per purse: its address goes to the other wallet as a QR code */
  readonly payments: readonly PeerPaymentView[];
  /** still here: could be sent, or is on its way back or in */
  readonly left: readonly string[];
  /** worth no more than the fee of sending it; lost when the wallet is erased */
  readonly dust: readonly string[];
  readonly sentence: string;
};

/** What was sent where, after the wallet was erased; `files` hold the same as text and PDF. */
export type EmptyReceiptView = { readonly text: string; readonly files: readonly string[] };

/** How far leaving the wallet has come; `leaving` goes on by itself. */
export type AbandonView = { readonly state: 'leaving' | 'abandoned'; readonly sentence: string };

/** What taking over another wallet came to: `continued` under its own secret, or `joined` into this wallet. */
export type TakeoverReportView = RestoreReportView & {
  readonly how: 'continued' | 'joined';
  /** joined: whether that wallet's devices will hear of it, provider by provider */
  readonly marked: readonly { readonly provider: string; readonly done: boolean; readonly note?: string }[];
};

export type CycleReportView = {
  readonly provider: string;
  readonly outcome: ProviderOutcome;
  readonly note?: string;
};

/** What a provider said during a restore; three words carry the meaning: found, empty, silent. */
export type RestoreSourceView = {
  readonly provider: string;
  readonly name: string;
  readonly answer: 'found' | 'empty' | 'silent' | 'unusable';
  readonly copyFrom?: number;
  readonly entries?: number;
  readonly note?: string;
};

export type RestoreReportView = {
  readonly sources: readonly RestoreSourceView[];
  readonly balances: readonly BalanceView[];
  readonly coinsChecked: number;
  readonly coinsSpentElsewhere: number;
  readonly exchangesSilent: readonly string[];
  readonly sentence: string;
};

/** The opened recovery sheet. The window holds it only while its page is open. */
export type RecoverySheetView = {
  readonly text: string;
  readonly qrText: string;
  readonly groups: readonly string[];
  readonly walletName: string;
  readonly sheetNumber: string;
  readonly date: string;
  readonly providers: readonly { readonly name: string; readonly url: string }[];
};

/** A failure as the window and the command line show it: `kind` for programs, one sentence for people. */
export type FailureView = {
  readonly kind: string;
  readonly sentence: string;
};
