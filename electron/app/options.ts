// SPDX-License-Identifier: GPL-3.0-or-later
import type { Words } from '../../shared/words/words.ts';
import type { ConfirmReveal } from './confirm-owner.ts';
import type { PaperWays } from './handlers/parts.ts';
import type { Keychain } from './directory/protection.ts';
import type { World } from '../world.ts';

/** What a wallet is started with, in the window or on the command line. */
export type AppOptions = {
  readonly dataDirectory: string;
  /** where the built-in play-money economy lives; outside the data directory, so that losing the wallet does not lose the bank */
  readonly playMoneyDirectory?: string;
  readonly world: World;
  readonly keychain?: Keychain;
  /** drives pending steps in the background (the window); the command line says `run` */
  readonly loop: boolean;
  readonly shell?: Shell;
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
};
