// SPDX-License-Identifier: GPL-3.0-or-later
import type { Answer, RequestInput, RequestName } from '../../../shared/contract.ts';
import type { Result } from '../../../shared/result.ts';
import type { DrawnPages } from '../../../shared/view-sheet.ts';
import type { EmptyReceiptView } from '../../../shared/view-devices.ts';
import type { SharesView } from '../../../shared/view-shares.ts';
import type { OverviewView } from '../../../shared/view-overview.ts';
import type { FailureView } from '../../../shared/view.ts';
import type { Words } from '../../../shared/words/words.ts';
import type { Backup } from '../../backup/contract.ts';
import type { Emptied } from '../../backup/leave/emptying.ts';
import type { Wallet } from '../../wallet/wallet.ts';
import type { KnownList } from '../known-list.ts';
import type { PlayMoney } from '../play-money.ts';

/** How drawn pages leave the window. */
export type PaperWays = {
  /** asks in the system's own dialog; false when the person changed their mind */
  readonly printPages: (pages: DrawnPages) => Promise<Result<{ readonly printed: boolean }, FailureView>>;
  /** asks where to; null when the person changed their mind */
  readonly savePages: (pages: DrawnPages) => Promise<Result<{ readonly file: string | null }, FailureView>>;
};

/** The history as it leaves the wallet. */
export type HistoryFile = { readonly text: string; readonly format: 'csv' | 'json' };

/** What the requests on money and backup work with once a wallet is open. */
export type OpenParts = {
  readonly wallet: Wallet;
  readonly backup: Backup;
  /** starts the built-in economy on first use and remembers that this wallet plays */
  readonly playMoney: () => Promise<PlayMoney>;
  readonly runningPlayMoney: () => PlayMoney | undefined;
  /** this wallet does not play, and there is an economy of before on this computer */
  readonly playMoneyWasHere: () => boolean;
  /** starts the economy a sheet comes from, if it comes from this computer's; this wallet plays once something `hasCome` by it */
  readonly resumePlayMoney: (recoveryText: string, hasCome?: boolean) => Promise<void>;
  /** this wallet plays */
  readonly plays: () => boolean;
  readonly known: KnownList;
  /** the first screens are over */
  readonly endSetUp: () => void;
  /** writes the receipt of an emptied wallet, then deletes the wallet here */
  readonly eraseEmptied: (facts: Emptied) => Promise<Result<EmptyReceiptView, FailureView>>;
  /** checks the passphrase again before a secret is shown; for a wallet without one the window lets the system ask */
  readonly confirmOwner: (passphrase: string | undefined) => Promise<Result<null, FailureView>>;
  /** the person's own, for what leaves this wallet as text and is read by others */
  readonly words: () => Words;
  /** where the wallet itself lies */
  readonly ownDirectory: string;
  /** `at`: where the dialog opens */
  readonly chooseFolder: (at?: string) => Promise<string | null>;
  /** the pages of a sheet of today */
  readonly sheetPages: (paper: 'A4' | 'Letter') => Promise<Result<DrawnPages, FailureView>>;
  /** the pages of these shares */
  readonly sharePages: (shares: SharesView, paper: 'A4' | 'Letter') => Promise<Result<DrawnPages, FailureView>>;
  /** undefined where there is no window */
  readonly paper: PaperWays | undefined;
  readonly sheetShown: (shown: boolean) => void;
  /** asks where to; null when the person changed their mind, or where there is no window */
  readonly saveHistory: (file: HistoryFile) => Promise<Result<{ readonly file: string | null }, FailureView>>;
  /** what the first page shows, at once where it is as it was when the program ended */
  readonly overview: () => Promise<OverviewView>;
  /** until then everything else about the money would hold up the window */
  readonly ready: Promise<void>;
  readonly now: () => number;
  /** lets others go on for a moment */
  readonly pause: () => Promise<void>;
  /** tells the window to look again, after something that is no entry has changed */
  readonly tellChanged: () => void;
};

/** A request that needs an open wallet. */
type OpenRequest = Exclude<RequestName, `app.${string}`>;
/** One function per request; each subject gives its own with `Pick`. */
export type Handlers = { readonly [N in OpenRequest]: (input: RequestInput<N>) => Promise<Answer<N>> };
