// SPDX-License-Identifier: GPL-3.0-or-later
import { nothing } from './contract-fields.ts';

// What can be asked where a wallet does not open, and about how the last run of the program ended.

/** Schemas of those inputs. */
export const rescueInputs = {
  /** moves the files of a wallet that is not open into a folder of their own beside it; nothing is deleted */
  'app.setAside': nothing,
  /** looks again whether the wallet opens by now */
  'app.tryAgain': nothing,
  /** lets the person choose where the wallet lies, and goes there */
  'app.elsewhere': nothing,
  /** goes back to where the wallet lies when nobody chose */
  'app.usualPlace': nothing,
  /** what a person may hand on who asks for help; there are no secrets in it */
  'app.report': nothing,
  'app.saveReport': nothing,
  /** the person has read how the last run ended */
  'app.readEnd': nothing,
} as const;

/** Outputs by request name. */
export type RescueOutputs = {
  /** `folder`: where they are now */
  'app.setAside': { readonly folder: string };
  /** the wallet opened, or waits for its passphrase; otherwise it fails with the trouble of now */
  'app.tryAgain': Record<string, never>;
  /** false when the person changed their mind */
  'app.elsewhere': { readonly moved: boolean };
  'app.usualPlace': Record<string, never>;
  'app.report': { readonly text: string };
  'app.saveReport': { readonly file: string | null };
  'app.readEnd': Record<string, never>;
};

/** How something ended that should not have. */
export type EndView = {
  /** the page was drawn anew in a program that went on, or the whole program died */
  readonly what: 'window' | 'program';
  readonly at: number;
};
