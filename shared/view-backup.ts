// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from './facts/subjects.ts';
import type { DeviceStanding } from './view-devices.ts';

// What the screens show of backup: who keeps copies, how safe they are, and the sheet. Nothing here is secret except `RecoverySheetView`.

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
  /** a newer Holdfast has added it; this one does not know how to speak to it and has not asked it */
  | 'needs-newer'
  | 'too-large'
  | 'unreachable'
  /** the user name, the password or the permission there is not right any more */
  | 'shut-out'
  | 'misbehaved';

/** What the screens have to know of a kind of provider: they draw from this, never from its name, which only finds words. */
export type ProviderTraits = {
  readonly kind: string;
  readonly icon: 'server' | 'folder' | 'info';
  /** it is paid once a year */
  readonly takesFee: boolean;
  /** it keeps a few copies beside the newest */
  readonly keepsOlder: boolean;
  /** only a newer Holdfast can speak to it */
  readonly needsNewer?: boolean;
};

/** Something that has to be answered before a provider can be reached; its name finds its words. */
export type ProviderField = { readonly name: string; readonly secret: boolean };

export type ProviderView = ProviderTraits & {
  /** canonical base URL, or what the marker of its folder says */
  readonly id: string;
  readonly name: string;
  /** its address or directory, for people; absent when that is not known on this machine */
  readonly place?: string;
  readonly annualFee?: string;
  /** what was agreed to for a year, with what paying it costs */
  readonly maxFee?: string;
  readonly paidUntil?: number;
  /** when a copy was last downloaded again and found equal */
  readonly verifiedAt?: number;
  /** how long ago that was, in milliseconds, when this was asked */
  readonly verifiedAgo?: number;
  /** its next year can be paid now */
  readonly renewable?: true;
  /** it gave nothing in a restore, and has not been read since */
  readonly unread?: true;
  /** true when the verified copy holds everything the wallet knows now */
  readonly upToDate: boolean;
  /** not yet, but the last change is on its way there and nothing is wrong */
  readonly saving?: true;
  /** not yet, but as many places as are wanted have it, and its turn is planned within the hour */
  readonly follows?: true;
  /** what it had confirmed is not there any more, or is too old to count */
  readonly gone?: true;
  /** a round with it is under way */
  readonly running?: true;
  readonly nextRoundAt?: number;
  readonly lastOutcome: ProviderOutcome;
  /** how many copies were read back in each week of the year that ends now, the oldest first */
  readonly weeks?: readonly number[];
  /** what has to be said beside that word */
  readonly notes?: readonly Said<'placeNote'>[];
};

/** A place that was removed: what it has it keeps until its year is over, and nothing new goes there. */
export type FormerPlaceView = { readonly id: string; readonly name: string; readonly place?: string };

/** What a provider asks before it is added. */
export type ProviderOfferView = ProviderTraits & {
  readonly id: string;
  readonly suggestedName: string;
  /** what has to be answered before it can be added; empty when nothing has to */
  readonly fields: readonly ProviderField[];
  readonly annualFee?: string;
  /** the fee with what paying it would cost, as far as this wallet can say: what is agreed to unless the person says otherwise */
  readonly annualTotal?: string;
  readonly storageLimitMb?: number;
  readonly liability?: string;
  /** a folder on the disk that the wallet lies on, too */
  readonly sameDisk?: true;
};

/** The seven states of safety; window, terminal and exit codes know no others. */
export type SafetyState = 'nothing' | 'not-protected' | 'at-risk' | 'payment-due' | 'stopped' | 'syncing' | 'protected';

/** The one thing to do next. */
export type SafetyStep =
  | 'add-money'
  | 'add-place'
  | 'copy-now'
  | 'show-sheet'
  | 'test-sheet'
  | 'print-sheet'
  | 'decide'
  | 'continue-here'
  | 'test-again'
  | 'rehearse-escrow'
  | 'update-escrow';

/** How safe the money is. */
export type SafetyView = {
  readonly state: SafetyState;
  /** the sentence of the state, and what belongs beside it */
  readonly said: readonly Said<'safety'>[];
  /** per currency: what would be lost if this disk died now, because no copy that a tested sheet leads to holds it */
  readonly lost: readonly string[];
  /** the part of it that no copy holds at all */
  readonly uncopied: readonly string[];
  readonly next?: SafetyStep;
};

/**
 * `passed`: everything comes back, and no place has lost anything; `behind`: what lacks is newer than the copies, and the next ones have
 * it; `failed`: copies do not hold what they should.
 */
export type DrillVerdict = 'passed' | 'behind' | 'failed';

/** The last drill of this wallet. */
export type LastDrillView = {
  readonly at: number;
  readonly verdict: DrillVerdict;
  readonly total: readonly string[];
  readonly brought: readonly string[];
  readonly lacking: readonly string[];
  readonly sheetNumber?: string;
  /** of shares, the number of their split */
  readonly split?: string;
};

/** A split that was made on this computer. */
export type SplitView = {
  readonly split: string;
  readonly needed: number;
  readonly of: number;
  readonly madeAt: number;
  /** when enough of its shares were last read back here */
  readonly testedAt?: number;
};

export type BackupStatusView = {
  readonly state: 'uninitialized' | 'initialized';
  readonly safety: SafetyView;
  /** present when this device is not the active one: it moves no money, `safety` says why and what to do */
  readonly standing?: Exclude<DeviceStanding, 'active'>;
  readonly verifiedAt?: number;
  readonly providersUpToDate: number;
  readonly providersTotal: number;
  /** how many of them hold a copy that counts and can be reached now; absent when all do, or none has one */
  readonly providersCounting?: number;
  /** at how many providers the person wants a verified copy before money is drawn; may be more than there are */
  readonly copiesWanted: number;
  /** when a recovery sheet of this wallet was last read back in it; showing and printing one is not reading it */
  readonly sheetTestedAt?: number;
  /** when this device last changed something that copies hold */
  readonly changedAt?: number;
  /** ids of the places that the sheet which was read back names, and that a rehearsed escrow names */
  readonly sheetNames?: readonly string[];
  readonly escrowNames?: readonly string[];
  readonly escrowTestedAt?: number;
  /** whether the sheet that was read back still suffices, as things are now */
  readonly sheetSays?: readonly Said<'sheetTest'>[];
  /** the first paid year that ends within so many days and is not going to be followed by itself */
  readonly yearEnds?: { readonly place: string; readonly until: number; readonly within: 30 | 7 | 1 };
  /** the last restore for a try */
  readonly drill?: LastDrillView;
  /** a sheet of this wallet was shown, printed or read here: there may be one on paper */
  readonly sheetShown?: true;
  /** splits of its sheet into shares that were made here, the newest first; absent when there are none */
  readonly splits?: readonly SplitView[];
};

/** What reading a sheet back has shown. */
export type SheetTestView = {
  readonly sheetNumber?: string;
  /** of shares, the number of their split; no sheet's number stands on them */
  readonly split?: string;
  readonly date?: string;
  /** places that it names and that hold a copy */
  readonly leadsTo: readonly string[];
  readonly said: readonly Said<'sheetTest'>[];
};

/** `prompt`: copies soon after each change; `quiet`: every so many hours, give or take some, whether or not anything changed. */
export type PrivacyView = {
  readonly level: 'prompt' | 'quiet';
  readonly hours: number;
  /** the proxy of all requests, or `direct`; absent: as environment and system say */
  readonly proxy?: string;
  /** by place */
  readonly proxies: Readonly<Record<string, string>>;
};
/** What is to be otherwise; an empty proxy: as environment and system say. With a place, the proxy is that place's. */
export type PrivacyWish = {
  readonly level?: 'prompt' | 'quiet';
  readonly hours?: number;
  readonly proxy?: string;
  readonly place?: string;
};

export type CycleReportView = {
  readonly provider: string;
  /** as the person calls it; absent for what is no place of this wallet */
  readonly name?: string;
  readonly outcome: ProviderOutcome;
  readonly notes?: readonly Said<'placeNote'>[];
};

/** The opened recovery sheet. The window holds it only while its page is open. */
export type RecoverySheetView = {
  readonly text: string;
  readonly qrText: string;
  /** how strongly the square corrects itself: of what it says nearly a third with H, a quarter with Q; of a blot it survives less (PICTURES.md) */
  readonly qrLevel: 'H' | 'Q';
  /** what `qrText` holds: everything; the places without their names; or, where all of them are too many for a code, the secret alone */
  readonly code: 'whole' | 'unnamed' | 'secret';
  readonly groups: readonly string[];
  readonly walletName: string;
  readonly sheetNumber: string;
  readonly date: string;
  /** the day (`2026-11-23`) of the last drill, when everything came back in it */
  readonly testedOn?: string;
  /** the same secret lies in escrow, too */
  readonly hasEscrow?: true;
  /** `at`: where on the web a place is that has no address of its own; a user name and a password are asked for there */
  readonly providers: readonly { readonly name: string; readonly url: string; readonly at?: string }[];
};

/** What removing a place would mean. `harmless`: no money is in danger by it, and enough copies remain. */
export type RemovalPreviewView = {
  readonly id: string;
  readonly said: readonly Said<'removal'>[];
  readonly harmless: boolean;
};

/** What becomes of a place that gets no more copies. */
export type RemovalView = { readonly said: readonly Said<'removal'>[] };
