// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Secret } from '../../taler/crypto/secret.ts';
import type { LocalReader } from '../../storage/local.ts';
import type { Store, Tx } from '../../storage/store.ts';
import type { BackupFailure } from '../failure/failure.ts';
import { parseRecovery } from '../paper/parse.ts';
import type { Recovery } from '../paper/text.ts';
import type { PaperFacts } from './facts.ts';
import { markOf } from './paper-mark.ts';
import { noteSplitRead } from './splits.ts';

// A sheet counts once it was read back in this wallet. That it was shown, saved or printed says nothing about the paper.

/** Notes that a sheet of this wallet was read here; call it when its secret is the wallet's. `at` in milliseconds since the epoch. */
export const noteSheetRead = (tx: Pick<Tx, 'local'>, { root, providers, split }: Recovery, at: number): void => {
  const former = tx.local.mark('paper-tested');
  // The code alone is half of a sheet: that it is right takes nothing from what the whole one was found to name.
  const named = providers.length === 0 && former?.of === markOf(root) ? former.places : providers.map(({ url }) => url);
  tx.local.setMark('paper-tested', { at, of: markOf(root), places: named });
  if (split !== undefined) noteSplitRead(tx, split, markOf(root), at);
};

/** Notes that a sheet of this wallet was put on the screen or on paper. It counts for nothing; from then on there is one to read back. */
export const noteSheetShown = (store: Store): void => {
  const root = store.local.rootSecret();
  if (root === undefined || store.local.mark('sheet-shown') === markOf(root)) return;
  store.transaction((tx) => tx.local.setMark('sheet-shown', markOf(root)));
};

/** Whether there may be a sheet of this wallet on paper, as far as is known here. */
export const isSheetShown = (store: { readonly local: LocalReader }): boolean => {
  const root = store.local.rootSecret();
  return root !== undefined && (store.local.mark('sheet-shown') === markOf(root) || testedPaper(store) !== undefined);
};

/** The last sheet that was read back; one of a wallet that was left here before is none of this one. */
export const testedPaper = (store: { readonly local: LocalReader }): PaperFacts | undefined => {
  const tested = store.local.mark('paper-tested');
  const root = store.local.rootSecret();
  if (tested === undefined || root === undefined || tested.of !== markOf(root)) return undefined;
  return { testedAt: tested.at, places: new Set(tested.places) };
};

/** Reads a sheet back: refused when it cannot be read, or is not this wallet's; noted when it is. */
export const testSheet = (store: Store, text: string, now: number): Result<Recovery, BackupFailure> => {
  const root = store.local.rootSecret();
  if (root === undefined) return err({ kind: 'wrong-backup-state', state: 'uninitialized' });
  const sheet = parseRecovery(text);
  if (!sheet.ok) return sheet;
  if (markOf(sheet.value.root) !== markOf(root))
    return err(voidSince(store, sheet.value.root) ?? { kind: 'other-sheet' });
  store.transaction((tx) => noteSheetRead(tx, sheet.value, now));
  return ok(sheet.value);
};

/** Notes that a secret was this wallet's, and that its sheets are void; `at` in milliseconds since the epoch. */
export const noteVoid = ({ local }: Pick<Tx, 'local'>, root: Secret, at: number): void =>
  local.setMark('void-secrets', [...(local.mark('void-secrets') ?? []), { of: markOf(root), at }].slice(-MAX_VOID));

/** So many are told from another wallet's; nobody makes more. */
const MAX_VOID = 64;

/** Since when a sheet of this secret is void; undefined for one that never was this wallet's. */
const voidSince = (
  { local }: { readonly local: LocalReader },
  root: Secret,
): Extract<BackupFailure, { readonly kind: 'void-sheet' }> | undefined => {
  const found = local.mark('void-secrets')?.find(({ of }) => of === markOf(root));
  return found && { kind: 'void-sheet', at: found.at };
};

/** Whether a secret is this wallet's. */
export const isSheetOf = (store: { readonly local: LocalReader }, root: Secret): boolean => {
  const own = store.local.rootSecret();
  return own !== undefined && markOf(own) === markOf(root);
};
