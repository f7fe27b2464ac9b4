// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { nothing, protection, text } from './contract-fields.ts';
import { LOCK_AFTER, LOOKS, NOTICE_SORTS, SIZES } from './settings.ts';

// What is set about the window, the lock and the place of the files, and what is asked about the program itself.

/** Schemas of those inputs. */
export const settingsInputs = {
  /** what is left out stays as it is */
  'app.setSettings': z.strictObject({
    look: z.enum(LOOKS).optional(),
    size: z.literal(SIZES).optional(),
    lockAfter: z.literal(LOCK_AFTER).optional(),
    lockOnSleep: z.boolean().optional(),
    silent: z.array(z.enum(NOTICE_SORTS)).max(NOTICE_SORTS.length).optional(),
  }),
  /** closes the wallet until its passphrase is given */
  'app.lock': nothing,
  /** another lock in the place of the one there is; `passphrase`: that of now, where there is one */
  'app.changeLock': z.strictObject({ protection, passphrase: text(1024).optional() }),
  /** shows the wallet's files in the system's own file manager */
  'app.showPlace': nothing,
  /** asks for an empty folder to which the wallet's files may move; moves nothing */
  'app.choosePlace': nothing,
  /** moves them to the folder that was chosen last */
  'app.move': nothing,
  /** whose work is in this program, and under which licences */
  'app.licences': nothing,
  /** asks the one address that knows whether there is a newer version; nothing else is told there */
  'app.askVersion': nothing,
} as const;

/** Outputs by request name; `State` is what the window is told of the app. */
export type SettingsOutputs<State> = {
  'app.setSettings': State;
  'app.lock': State;
  'app.changeLock': State;
  'app.showPlace': Record<string, never>;
  'app.choosePlace': { readonly chosen: ChosenPlaceView | null };
  'app.move': MovedView;
  'app.licences': { readonly text: string };
  'app.askVersion': NewestView;
};

/** Where the wallet's files could move to. */
export type ChosenPlaceView = {
  readonly folder: string;
  /** places for copies that lie on the same disk, by their names */
  readonly sameDisk: readonly string[];
};

export type MovedView = {
  readonly folder: string;
  /** where the files were and something could not be removed; whoever opens the program next finishes it */
  readonly left?: string;
};

export type NewestView = {
  readonly version: string;
  readonly isNewer: boolean;
};
