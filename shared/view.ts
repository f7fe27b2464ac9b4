// SPDX-License-Identifier: GPL-3.0-or-later

import type { CurrencyLook } from './currency-look.ts';
import type { Said } from './facts/subjects.ts';

// The plain data the screens and the command line show: of money, and failures. Backup, restores and devices have files of
// their own (view-*.ts). Amounts are canonical text ("KUDOS:4.2"), times are milliseconds since the epoch; no secrets.

/** Money per exchange and currency. `total` = `available` + `incoming` − nothing hidden: it equals the sum of the history's effects. */
export type BalanceView = {
  readonly exchange: string;
  readonly currency: string;
  /** spendable now */
  readonly available: string;
  /** being withdrawn or coming back as change, and what cannot be spent here */
  readonly incoming: string;
  /** the part of `incoming` that payments left over: made ready some time later, or as soon as it is needed */
  readonly change?: string;
  /** the part of `incoming` that was here before, `change` and what is being made of it now; missing where there is none */
  readonly comingBack?: string;
  /** reserved for payments that are not certain yet (already taken out of `available`) */
  readonly outgoing: string;
  readonly total: string;
  /** the part of `incoming` that a newer Holdfast made and only it can spend */
  readonly needsNewer?: string;
  /** when the sums are not what they seem */
  readonly notes?: readonly Said<'note'>[];
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
    | 'found-again'
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
  /** the other side: bank, provider, or the name a merchant gives itself, made harmless to read (`shared/names`) */
  readonly party: string;
  /** the host that was really spoken to, where `party` is no more than a name somebody gave himself; shown beside it */
  readonly partyHost?: string;
  /** that name mixes letters that look alike, or hid some */
  readonly partyOdd?: true;
  /** what somebody wrote about it; empty where nobody did, and then there is a title */
  readonly summary: string;
  readonly title?: Said<'title'>;
  /** it is over, and its person may forget it */
  readonly forgettable?: true;
  /** it is not decided, and its person may end it */
  readonly endable?: true;
  /** what needs saying (why it failed, what to do) */
  readonly notes?: readonly Said<'note'>[];
};

export type ExchangeView = {
  readonly baseUrl: string;
  readonly currency: string;
  readonly masterPub: string;
  readonly version: string;
  readonly state: 'ready' | 'read-only' | 'unreachable' | 'conflict';
  /** how it wants its currency to be written */
  readonly look?: CurrencyLook;
  /** a page of the web, where it says one can shop with its money */
  readonly shops?: string;
  readonly note?: Said<'note'>;
};

/** A place for copies that comes with play money. */
export type PlayPlaceView = { readonly url: string; readonly name: string; readonly annualFee: string };

/** A code that a place of the play economy sends to somebody, where no telephone rings. */
export type PlayMessageView = { readonly place: string; readonly address: string; readonly code: string };

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
    | 'deposit'
    | 'reissue';
  readonly waitingFor:
    | 'transfer'
    | 'confirmation'
    | 'exchange'
    | 'merchant'
    | 'provider'
    | 'user'
    | 'receiver'
    | 'payer';
  /** the sum it is about */
  readonly amount?: string;
  readonly nextTryAt: number;
  /** its server is being waited at and says when it goes on: until then it is not tried, whatever `nextTryAt` says */
  readonly waitsThere?: true;
  readonly attempts: number;
  /** where the user can do what is waited for */
  readonly link?: string;
  /** present while it waits for its backup and the person may have it without: the sum that would then be at risk */
  readonly withoutBackup?: string;
  /** its person may end it */
  readonly endable?: true;
  /** a transfer that its person makes: what it must say can be looked up ('withdraw.transfer') */
  readonly transfer?: true;
  /** why the last try failed */
  readonly why?: FailureView;
};

/** Something that waited for its backup and goes on without; `sum` is at risk until the next verified copy. `pending`: it now waits for somebody else. */
export type WithoutBackupView = { readonly id: string; readonly sum: string; readonly state: 'done' | 'pending' };

/** A withdrawal that had asked about its fees and goes on. `pending`: it now waits for somebody else. */
export type AgreedView = { readonly id: string; readonly state: 'done' | 'pending' };

/** What making coins of a sum comes to: `total` is what arrives of `amount` after fees. */
export type WithdrawalQuoteView = {
  readonly exchange: string;
  readonly amount: string;
  readonly fees: string;
  readonly total: string;
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
  readonly why?: FailureView;
  /** in the issuer's words: to which accounts alone it pays; an empty text where it does not say */
  readonly only?: readonly string[];
};

/** `deposited`: the exchange has it and transfers it; `wired`: the transfer has gone out. */
export type DepositView = { readonly id: string; readonly state: 'pending' | 'deposited' | 'wired' };

/** `pending`: the other side has not said yet whether it is too late. */
/** `amount`: the sum it was about. */
export type AbortView = { readonly id: string; readonly state: 'aborted' | 'pending'; readonly amount?: string };

/**
 * What ending something would do: of `left`, which went into it, at most `fees` is gone and at least `comesBack` is here again. Without
 * sums where no money went into it, or where no quote of that was kept.
 */
export type EndingView = {
  readonly id: string;
  readonly left?: string;
  readonly fees?: string;
  readonly comesBack?: string;
};

/** What forgetting something takes away (asked), or has taken. */
export type ForgettingView = { readonly id: string; readonly said: readonly Said<'forgetting'>[] };

/** What has come back of a purchase; `none`: the merchant has granted nothing yet. */
export type RefundView = {
  readonly purchaseId: string;
  /** as in `PayOfferView` */
  readonly merchant: string;
  readonly merchantHost: string;
  readonly merchantOdd?: true;
  readonly refunded: string;
  /** what the issuer takes of that: its refund fee, and making new coins of what came back */
  readonly fees: string;
  /** what is left of it after that */
  readonly total: string;
  /** granted, and not confirmed by the exchange yet */
  readonly pending: string;
  readonly refused: string;
  readonly state: 'done' | 'pending' | 'none';
  /** why the last go at it failed; it is tried again */
  readonly why?: FailureView;
};

/** What sending money to a person would cost, at the exchange where it costs least. */
export type PeerQuoteView = {
  readonly exchange: string;
  readonly amount: string;
  readonly fees: string;
  readonly total: string;
  /** sending: what becomes coins in the other wallet, by what the issuer takes for that now */
  readonly arrives?: string;
  /** asking: the part of the fees that is gone also when nobody pays; missing where opening costs nothing */
  readonly opening?: string;
  readonly possible: boolean;
  readonly why?: FailureView;
};

/** The most that can be sent or transferred at once, after its fees; zero where nothing can. */
export type MostView = { readonly amount: string };

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
  /** pull: what becomes coins in the other wallet, by what the issuer takes for that now */
  readonly arrives?: string;
  readonly expiresAt: number;
  /** this very wallet made it */
  readonly own?: true;
  readonly possible: boolean;
  readonly why?: FailureView;
};

/** A payment we sent or an invoice we wrote; `uri` is what the other wallet needs (whoever has it can take or pay it). */
export type PeerPaymentView = {
  readonly id: string;
  readonly kind: 'push' | 'pull';
  readonly exchange: string;
  readonly amount: string;
  readonly fees: string;
  /** push: what sending it takes, fees included; pull: what it brings, fees taken off; what was ended costs its fees alone */
  readonly total: string;
  /** push, while it can be taken: what becomes coins in the other wallet, by what the issuer takes for that now */
  readonly arrives?: string;
  readonly summary: string;
  readonly uri: string;
  readonly expiresAt: number;
  /** `waiting`: ready for the other side; `stopping`: being called back; `taken`: the receiver has it; `paid`: the invoice is paid */
  readonly state: 'starting' | 'waiting' | 'stopping' | 'taken' | 'paid' | 'expired' | 'aborted';
};

/** A failure with what is known of it; the window and the command line say it in the person's language (`shared/words`). */
export type FailureView = Said<'failure'>;
