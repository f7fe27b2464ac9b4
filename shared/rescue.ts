// SPDX-License-Identifier: GPL-3.0-or-later
import type { FailureView } from './view.ts';

/** What a person can do where a wallet does not open. */
export type WayOut = 'unlock-by-sheet' | 'restore' | 'regain' | 'try-again' | 'elsewhere' | 'usual-place' | 'set-aside';

/** The ways out of one trouble: the first is the one to take. A report can be written in all of them. */
export type WaysOut = readonly [WayOut, ...WayOut[]];

/** What only somebody else can change, or time: the files themselves are whole. */
const PASSES: ReadonlySet<FailureView['kind']> = new Set([
  'already-running',
  'disk-full',
  'cannot-open',
  'newer-database',
  'newer-vault',
  'not-erased',
  'defect',
]);

/** Where nothing of the files may be moved: another program uses them, they are not reached, or they are being erased. */
const UNTOUCHED: ReadonlySet<FailureView['kind']> = new Set(['already-running', 'disk-full', 'not-erased']);

/**
 * Which ways lead on from `trouble`. A sheet that opens the wallet here loses nothing and comes first; a restore begins by setting the
 * files aside, so it is not offered where they may not be moved.
 */
export const waysOut = (
  trouble: FailureView,
  { opensBySheet, chosenPlace }: { readonly opensBySheet: boolean; readonly chosenPlace: boolean },
): WaysOut => {
  const { kind } = trouble;
  const usual: readonly WayOut[] = chosenPlace ? ['usual-place'] : [];
  if (kind === 'place-missing') return ['try-again', 'elsewhere', ...usual];
  if (UNTOUCHED.has(kind)) return ['try-again', 'elsewhere', ...usual];
  if (PASSES.has(kind)) return ['try-again', 'restore', 'regain', 'elsewhere', ...usual, 'set-aside'];
  if (opensBySheet && (kind === 'keychain-refused' || kind === 'costly-vault'))
    return ['unlock-by-sheet', 'try-again', 'restore', 'regain', 'elsewhere', ...usual, 'set-aside'];
  return ['restore', 'regain', 'try-again', 'elsewhere', ...usual, 'set-aside'];
};
