// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from './facts/subjects.ts';
import type { ReissueLine } from './view-restore.ts';

// What the screens show of a new secret, made because somebody else may know the old one.

/** The steps in their order. */
export const REKEY_STEPS = ['secret', 'copies', 'money', 'telling', 'sheet', 'test'] as const;
export type RekeyStep = (typeof REKEY_STEPS)[number];

/** What one place asks for a new account; `total` is the fee with what paying it costs. `why`: it did not answer, and the price is the last one known. */
export type RekeyPlaceView = {
  readonly id: string;
  readonly name: string;
  readonly fee?: string;
  readonly total?: string;
  readonly why?: Said<'trouble'>;
};

/** What a new secret would cost, before anything is done. */
export type RekeyQuoteView = {
  readonly places: readonly RekeyPlaceView[];
  /** what paying the money to ourselves costs, issuer by issuer */
  readonly money: readonly ReissueLine[];
  /** everything together, one sum for each currency */
  readonly total: readonly string[];
  /** what stays within reach of whoever saw the sheet, and what else is to be known first */
  readonly said: readonly Said<'rekey'>[];
};

/** How far a new secret has come. */
export type RekeyView = {
  readonly step: RekeyStep;
  /** counted from 1 */
  readonly number: number;
  readonly of: number;
  readonly since: number;
  /** no money was moved yet, so the old secret can be kept */
  readonly mayCancel: boolean;
  readonly agreed: readonly string[];
  readonly said: readonly Said<'rekey'>[];
};
