// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from '../../../shared/facts/subjects.ts';
import type { MoneyFrom } from '../copies/risk.ts';

// What the state of safety is judged by. Times are milliseconds since the epoch.

/** What is known of one place. */
export type PlaceFacts = {
  readonly id: string;
  readonly name: string;
  /** what was last read back there and found equal; absent when nothing was, or when it was caught without it since */
  readonly copy?: {
    readonly at: number;
    readonly sources: ReadonlySet<string>;
    /** it holds everything this wallet knows now */
    readonly complete: boolean;
  };
  /** it once had a verified copy, and does not have it any more */
  readonly gone: boolean;
  /** it gave nothing in a restore, and has not been read since */
  readonly unread?: true;
  /** until when it has promised to keep the copy; absent for a place that is not paid */
  readonly paidUntil?: number;
  /** its year is paid with money, and the next one will be */
  readonly isPaid?: true;
  /** since when every try has failed */
  readonly failingSince?: number;
  /** what fails is that nobody has plugged it in */
  readonly unplugged: boolean;
  /** what it wants the person to decide before it is paid */
  readonly asks?: Said<'placeNote'>;
};

/** The last restore for a try, where copies did not hold what they should. */
export type FailedDrill = {
  readonly at: number;
  /** per currency */
  readonly lacking: readonly string[];
  /** names of places that had lost what they held */
  readonly places: readonly string[];
  /** every one of these has been read back since, and found right */
  readonly isMended: boolean;
};

/** The sheet that was last read back in this wallet. */
export type PaperFacts = {
  readonly testedAt: number;
  /** ids of the places it names */
  readonly places: ReadonlySet<string>;
};

/** The escrow of this wallet, once it was seen that it brings the secret back: as good as a sheet that was read back. */
export type EscrowFacts = {
  /** when the way of them was rehearsed that was rehearsed longest ago */
  readonly testedAt: number;
  /** ids of the places for copies that it names */
  readonly places: ReadonlySet<string>;
};

export type SafetyFacts = {
  readonly now: number;
  /** present when this device is not the active one */
  readonly standstill?: Said<'standstill'>;
  readonly money: readonly MoneyFrom[];
  readonly places: readonly PlaceFacts[];
  readonly paper?: PaperFacts;
  readonly escrow?: EscrowFacts;
  /** there is an escrow that does not count: so many of its ways are still to be rehearsed, none where its places do not hold it as it is now */
  readonly escrowLacks?: number;
  /** there is an escrow of a newer Holdfast: what it is good for is not known here */
  readonly escrowNewer?: true;
  /** what the places of an escrow that counts want to be decided, because it is about money */
  readonly escrowAsks?: readonly { readonly name: string; readonly asks: Said<'placeNote'> }[];
  readonly failedDrill?: FailedDrill;
  /** when the last restore for a try was, that did not fail */
  readonly drilledAt?: number;
  /** there may be a sheet on paper that was not read back */
  readonly sheetShown: boolean;
  /** in how many verified copies the person wants everything */
  readonly wanted: number;
  /** when this device changed something that too few places have, the first of it; where there is none, its last change; absent before the first place */
  readonly changedAt?: number;
  /** money stays at its issuer until there is a copy */
  readonly waits: boolean;
};
