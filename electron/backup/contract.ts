// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from '../../shared/facts/subjects.ts';
import type { Result } from '../../shared/result.ts';
import type {
  BackupStatusView,
  CycleReportView,
  ProviderOfferView,
  FormerPlaceView,
  PrivacyView,
  PrivacyWish,
  ProviderView,
  RecoverySheetView,
  RemovalPreviewView,
  RemovalView,
  SheetTestView,
} from '../../shared/view-backup.ts';
import type { AbandonView, DevicesView, EmptyQuoteView, EmptyView, NamesView } from '../../shared/view-devices.ts';
import type { DrillProgressView, DrillReportView, PlaceTestView } from '../../shared/view-drill.ts';
import type { SharesView } from '../../shared/view-shares.ts';
import type { UndoListView, UndoPreviewView, UndoReportView } from '../../shared/view-undo.ts';
import type {
  EscrowCountryView,
  EscrowKeptView,
  EscrowPlaceView,
  EscrowPlanView,
  EscrowView,
  IdentityTroubleView,
} from '../../shared/view-escrow.ts';
import type { ForgettingView } from '../../shared/view.ts';
import type { ImportReportView, ImportView } from '../../shared/view-import.ts';
import type { RekeyQuoteView, RekeyView } from '../../shared/view-rekey.ts';
import type { RestoreProgressView, RestoreReportView, TakeoverReportView } from '../../shared/view-restore.ts';
import type { Gate } from '../wallet/context.ts';
import type { WalletFailure } from '../wallet/failure/failure.ts';
import type { AddRequest } from './add-provider.ts';
import type { EscrowWish } from './escrow/quote.ts';
import type { EscrowSetUp, EscrowUpdate } from './escrow/wishes.ts';
import type { BackupFailure } from './failure/failure.ts';
import type { Emptied } from './leave/emptying.ts';
import type { SplitSize } from './paper/split.ts';
import type { Answers } from './providers/kind.ts';
import type { EscrowRecovery } from './recover/escrow/contract.ts';
import type { RecoveryQuestions } from './recover/questions.ts';
import type { Pointers } from './recover/sources.ts';
import type { TakeoverRequest } from './recover/takeover.ts';
import type { ImportRequest } from './recover/brought/bring.ts';

/** The backup carries the wallet's state to providers we do not trust, and back. */
export type Backup = {
  readonly state: () => 'uninitialized' | 'initialized';
  /** what a provider asks, before anything is agreed to, with the total that paying it would take from this wallet */
  readonly inspectProvider: (target: string, answers?: Answers) => Promise<Result<ProviderOfferView, BackupFailure>>;
  /** adds a provider (web address or folder), pays its first year within `maxFee`, and runs the first cycle; the view says how that went */
  readonly addProvider: (request: AddRequest) => Promise<Result<ProviderView, BackupFailure>>;
  /** what removing it would mean for the money and the sheet; changes nothing */
  readonly previewRemoval: (id: string) => Result<RemovalPreviewView, BackupFailure>;
  readonly removeProvider: (id: string) => Promise<Result<RemovalView, BackupFailure>>;
  /** what forgetting a removed place would take away; undefined for what was never a place */
  readonly aboutForgetting: (id: string) => Result<ForgettingView, WalletFailure> | undefined;
  readonly forgetPlace: (id: string) => Result<ForgettingView, WalletFailure> | undefined;
  /** where what is forgotten here is still kept, and for how long */
  readonly stillKept: () => readonly Said<'forgetting'>[];
  /** places that were removed and not forgotten */
  readonly formerPlaces: () => readonly FormerPlaceView[];
  readonly providers: () => readonly ProviderView[];
  /** reads back now what one place keeps, and says what it brings back by itself; changes no entry */
  readonly testPlace: (called: string) => Promise<Result<PlaceTestView, BackupFailure>>;
  readonly stopTest: (called: string) => void;
  /** what a year there may cost from now on; one round with it follows */
  readonly limitPlace: (called: string, maxFee: string) => Promise<Result<ProviderView, BackupFailure>>;
  /** pays its next year now, for at most so much, if the running one ends within a month */
  readonly renewPlace: (called: string, maxFee: string) => Promise<Result<ProviderView, BackupFailure>>;
  /** one cycle now, with one provider or with all */
  readonly cycle: (id?: string) => Promise<readonly CycleReportView[]>;
  /** what is due: `prompt` (the default with a signal) waits for a change to settle, `now` (the default without) does not */
  readonly run: (options?: RunOptions) => Promise<readonly CycleReportView[]>;
  readonly status: () => BackupStatusView;
  /** planchets first: what the wallet asks before every request that makes coins */
  readonly gate: Gate;
  /** how many providers must hold a verified copy of a seed before it is used */
  readonly setQuorum: (copies: number) => void;
  readonly privacy: () => PrivacyView;
  /** how often copies are made, and whether at times that tell nothing */
  readonly setPrivacy: (wanted: PrivacyWish) => Result<PrivacyView, BackupFailure>;
  readonly recoveryText: () => Result<string, BackupFailure>;
  /** reads a sheet back and notes it: only that makes a sheet count */
  readonly testSheet: (text: string) => Result<SheetTestView, BackupFailure>;
  /** restores for a try and compares; changes no entry and uploads nothing. By the paper that is shown, or by what this wallet knows */
  readonly drill: (recoveryText?: string) => Promise<Result<DrillReportView, BackupFailure>>;
  /** how far the drill under way has come; undefined while there is none */
  readonly drilling: () => DrillProgressView | undefined;
  readonly stopDrill: () => void;
  /** ends a restore that is still asking; what has come already stays */
  readonly stopRestore: () => void;
  /** the sheet as shares; each call is a new split, which is remembered and voids none before it */
  readonly splitSheet: (size: SplitSize) => Result<SharesView, BackupFailure>;
  readonly recoverySheet: () => Result<RecoverySheetView, BackupFailure>;
  /** what the providers on a sheet ask for before they can be asked for copies */
  readonly recoveryQuestions: (recoveryText: string) => Result<RecoveryQuestions, BackupFailure>;
  /** how far the restore or takeover under way has come; undefined while there is none */
  readonly restoring: () => RestoreProgressView | undefined;
  readonly restore: (recoveryText: string, pointers?: Pointers) => Promise<Result<RestoreReportView, BackupFailure>>;
  /** brings a wallet back by showing who one is, where its secret is in escrow */
  readonly escrowRecovery: EscrowRecovery;
  /** what this wallet and this device are called */
  readonly names: () => NamesView;
  /** names one of them or both; every copy and every sheet from now on says so */
  readonly rename: (names: Partial<NamesView>) => Result<NamesView, BackupFailure>;
  /** names a place (its id, address or folder); copies and sheets from now on call it so */
  readonly renameProvider: (called: string, name: string) => Result<ProviderView, BackupFailure>;
  /** every installation that ever held this wallet, and how this one stands among them */
  readonly devices: () => DevicesView;
  /** the way out for a device that was superseded, left or taken over: it claims the highest epoch, and the others stop when they hear of it */
  readonly keepDevice: () => Promise<Result<DevicesView, BackupFailure>>;
  /** leaves the wallet: forgets the root secret here once the providers have stored that this device has left */
  readonly abandon: () => Promise<Result<AbandonView, BackupFailure>>;
  /** goes on with another wallet here, or joins its money into this one */
  readonly takeover: (request: TakeoverRequest) => Promise<Result<TakeoverReportView, BackupFailure>>;
  /** what was given of GNU Taler's wallet and what is in it; asks its places and no issuer, and changes nothing */
  readonly lookAtImport: (given: Pick<ImportRequest, 'given' | 'secret'>) => Promise<Result<ImportView, BackupFailure>>;
  /** joins its money into this wallet and pays it to ourselves */
  readonly bringIn: (request: ImportRequest) => Promise<Result<ImportReportView, BackupFailure>>;
  /** what a new secret would cost, and what it cannot bring out of reach; changes nothing */
  readonly rekeyQuote: () => Promise<Result<RekeyQuoteView, BackupFailure>>;
  /** a new secret for this wallet within what was agreed to, one sum for each currency; goes on by itself where it cannot be finished now */
  readonly rekey: (
    agreedFees: readonly string[],
  ) => Promise<Result<{ readonly progress: RekeyView | null }, BackupFailure>>;
  /** how far a new secret has come; undefined while none is under way */
  readonly rekeying: () => RekeyView | undefined;
  /** when the secret of now was done with, if it was made anew here (milliseconds since the epoch) */
  readonly rekeyedAt: () => number | undefined;
  /** does now what is left of it to do */
  readonly goOnWithRekey: () => Promise<Result<{ readonly progress: RekeyView | null }, BackupFailure>>;
  /** goes back to the old secret, while no money was moved */
  readonly cancelRekey: () => Promise<Result<void, BackupFailure>>;
  /** what a person of each country is asked, to be known again at places that keep secrets in escrow */
  readonly escrowCountries: () => readonly EscrowCountryView[];
  readonly checkPerson: (
    country: string,
    attributes: Readonly<Record<string, string>>,
  ) => readonly IdentityTroubleView[];
  readonly inspectEscrow: (places: readonly string[]) => Promise<readonly EscrowPlaceView[]>;
  /** a fresh key for an authenticator app: base32, and its otpauth link */
  readonly newCodeKey: () => { readonly secret: string; readonly uri: string };
  readonly checkCode: (asked: { readonly secret: string; readonly code: string }) => {
    readonly fits: boolean;
    readonly said: readonly Said<'escrow'>[];
  };
  /** which method goes where, and what that costs; changes nothing */
  readonly quoteEscrow: (wish: EscrowWish) => Promise<Result<EscrowPlanView, BackupFailure>>;
  /** gives the recovery secret into escrow; what cannot be done at once goes on by itself */
  readonly setUpEscrow: (wish: EscrowSetUp) => Promise<Result<EscrowView, BackupFailure>>;
  /** undefined while nothing is in escrow */
  readonly escrow: () => EscrowView | undefined;
  /** there is one that only a newer Holdfast can look after */
  readonly isEscrowNewer: () => boolean;
  /** brings it up to date now, with data or a price that was given anew */
  readonly updateEscrow: (wish: EscrowUpdate) => Promise<Result<EscrowView, BackupFailure>>;
  /** it is not followed any more; gives where what stays, and until when */
  readonly forgetEscrow: () => Result<readonly EscrowKeptView[], BackupFailure>;
  /** restores and takeovers that can be taken back, the last one first */
  readonly undoSteps: () => UndoListView;
  /** what taking one back means, in sums; changes nothing */
  readonly previewUndo: (number: number) => Promise<Result<UndoPreviewView, BackupFailure>>;
  /** takes one back, in two phases; what is not done at once goes on by itself */
  readonly undo: (number: number) => Promise<Result<UndoReportView, BackupFailure>>;
  /** what emptying would send now and what it costs */
  readonly emptyQuote: (expiresHours?: number) => Promise<Result<EmptyQuoteView, WalletFailure>>;
  /** puts everything into payments to another wallet, which reads `summary`; again: sends what came back or came in since */
  readonly empty: (summary: string, expiresHours?: number) => Promise<Result<EmptyView, WalletFailure>>;
  readonly emptyStatus: () => EmptyView;
  readonly stopEmptying: () => Result<EmptyView, BackupFailure>;
  /** everything was taken: tells the providers and leaves the wallet; gives the facts once it may be erased, undefined while it goes on by itself */
  readonly finishEmptying: () => Promise<Result<Emptied | undefined, BackupFailure>>;
  /** the facts of a wallet that is empty and left; whoever sees them erases it */
  readonly emptied: () => Emptied | undefined;
  /** ends running cycles and the sealing thread; what was not finished is done at the next start */
  readonly close: () => Promise<void>;
};

type RunOptions = { readonly signal?: AbortSignal; readonly pace?: 'prompt' | 'now' };
