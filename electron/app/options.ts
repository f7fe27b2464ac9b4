// SPDX-License-Identifier: GPL-3.0-or-later
import type { EndView } from '../../shared/contract-rescue.ts';
import type { LinkView } from '../../shared/links.ts';
import type { MovedView } from '../../shared/contract-settings.ts';
import type { Settings } from '../../shared/settings.ts';
import type { Result } from '../../shared/result.ts';
import type { FailureView } from '../../shared/view.ts';
import type { Words } from '../../shared/words/words.ts';
import type { ConfirmReveal } from './confirm-owner.ts';
import type { HistoryFile, PaperWays } from './handlers/parts.ts';
import type { Keychain } from './directory/protection.ts';
import type { Generation } from '../sandbox/exchange/room.ts';
import type { World } from '../world.ts';

/** What a wallet is started with, in the window or on the command line. */
export type AppOptions = {
  readonly dataDirectory: string;
  /** where the built-in play-money economy lives; outside the data directory, so that losing the wallet does not lose the bank */
  readonly playMoneyDirectory?: string;
  /** what the exchange of a new play-money economy speaks; as those of today when undefined */
  readonly playExchange?: Generation;
  readonly world: World;
  readonly keychain?: Keychain;
  /** drives pending steps in the background (the window); the command line says `run` */
  readonly loop: boolean;
  readonly shell?: Shell;
  /** where `fileLog` writes; its last events stand in a report */
  readonly logDirectory?: string;
  /** the system's locale (BCP 47); that of the process when undefined */
  readonly systemLocale?: string;
  /** what this process speaks whatever was chosen (`--lang`) */
  readonly words?: Words;
};

/** What only a window can do. */
export type Shell = PaperWays & {
  readonly chooseFolder: (at?: string) => Promise<string | null>;
  readonly sheetShown: (shown: boolean) => void;
  /** the page wants to show a sheet to the camera, or does not any more */
  readonly cameraWanted: (wanted: boolean) => void;
  readonly confirmReveal: ConfirmReveal;
  /** asks where to; null when the person changed their mind */
  readonly saveReport: (text: string) => Promise<Result<{ readonly file: string | null }, FailureView>>;
  readonly saveHistory: (file: HistoryFile) => Promise<Result<{ readonly file: string | null }, FailureView>>;
  readonly place: PlaceWays;
  /** links that other programs handed over */
  readonly links: { readonly first: () => LinkView | undefined; readonly take: () => LinkView | undefined };
  /** the page shows what is money to whoever photographs the screen */
  readonly secretShown: (on: boolean) => void;
  /** for a minute */
  readonly copySecret: (text: string) => void;
  /** the system is set to high contrast */
  readonly wantsContrast: () => boolean;
  /** settings were kept, and the window follows them from now on */
  readonly settingsKept: (settings: Settings) => void;
  /** shows a folder in the system's own file manager */
  readonly showFolder: (folder: string) => Promise<void>;
  /** whose work is in this program; its packages bring it along */
  readonly licences: () => string;
  readonly ended: () => EndView | undefined;
  readonly readEnd: () => void;
};

/** How a window goes to the wallet of another place. */
export type PlaceWays = {
  /** whether this place was chosen, and is not the usual one */
  readonly isChosen: () => boolean;
  /** asks for a folder, closes what is here and opens what is there; false when the person changed their mind */
  readonly elsewhere: () => Promise<Result<{ readonly moved: boolean }, FailureView>>;
  /** asks for a folder to move to; null when the person changed their mind */
  readonly chooseNext: () => Promise<Result<string | null, FailureView>>;
  /** moves the files to the folder that was chosen last, and opens them there */
  readonly move: () => Promise<Result<MovedView, FailureView>>;
  readonly usual: () => Promise<Result<Record<string, never>, FailureView>>;
};
