// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from './facts/subjects.ts';

// What the screens show while a recovery secret is brought back from escrow. Times are milliseconds since the epoch.

/** One place that was asked. What it gives nothing for is named; a place that was silent is not one that has nothing. */
export type RecoveryPlaceView = {
  readonly url: string;
  /** how many versions of this person's it keeps */
  readonly found: number;
  readonly said: readonly Said<'escrowRecovery'>[];
};

/** One version of one secret, and where it lies. */
export type RecoverySecretView = {
  readonly documentHash: string;
  /** as whoever escrowed it called it; empty where the place does not tell */
  readonly secretName: string;
  /** of a wallet: the first eight signs of its random id, by which two of one person are told apart */
  readonly walletId?: string;
  /** false: another program's, shown and not brought back here */
  readonly isOurs: boolean;
  /** the newest version of its name, as far as the places that answered tell */
  readonly isNewest: boolean;
  readonly at: readonly { readonly url: string; readonly version: number; readonly uploadedAt?: number }[];
};

export type RecoverySearchView = {
  readonly places: readonly RecoveryPlaceView[];
  /** by name, of each name the newest first */
  readonly secrets: readonly RecoverySecretView[];
  /** names of fields whose check digits are wrong: perhaps mistyped, and asked with all the same */
  readonly doubtful: readonly string[];
};

/** How a transfer is to be made from the person's own account. */
export type RecoveryTransferView = {
  readonly amount: string;
  readonly iban: string;
  readonly name: string;
  readonly subject: string;
};

/** `lost`: nothing can come of it any more. `waits`: nothing is sent before `waitUntil`, or a transfer has not arrived. */
export type EscrowWayState = 'untouched' | 'sent' | 'asks-payment' | 'waits' | 'wrong' | 'solved' | 'lost';

/** One way to show who one is. */
export type EscrowChallengeView = {
  readonly uuid: string;
  /** `question`, `totp`, `email`, `sms`, `post`, `iban`, `file`, or one that is not known here */
  readonly type: string;
  readonly url: string;
  /** the question, or where a code goes, as the person wrote it down */
  readonly instructions: string;
  /** what one use costs, where its place said it */
  readonly fee?: string;
  readonly state: EscrowWayState;
  readonly said: readonly Said<'escrowRecovery'>[];
  readonly waitUntil?: number;
  /** this many answers that are like the typed one are tried after `waitUntil`, when it is answered again with the same words */
  readonly untried?: number;
  readonly transfer?: RecoveryTransferView;
  /** asked for payment: what paying from this wallet takes altogether, where it holds enough; that is what is agreed to */
  readonly total?: string;
  /** what another wallet pays with */
  readonly payUri?: string;
};

/** A recovery that is under way; it survives a restart, until it ends or is stopped. */
export type EscrowSessionView = {
  readonly documentHash: string;
  readonly secretName: string;
  readonly walletId?: string;
  readonly methods: readonly EscrowChallengeView[];
  /** which of them are enough together, the shortest first, at most 50 */
  readonly ways: readonly (readonly string[])[];
  /** so many more at the least; 0 when it is open, absent when no combination is possible any more */
  readonly missing?: number;
  /** enough was shown: the secret is in hand, and `recover.run` goes on */
  readonly isOpen: boolean;
  readonly said: readonly Said<'escrowRecovery'>[];
};

/** What came of rehearsing one way of the wallet's own escrow. */
export type RehearsalView = { readonly right: boolean; readonly said: readonly Said<'escrowRecovery'>[] };
