// SPDX-License-Identifier: GPL-3.0-or-later
import { ok, type Result } from '../../../shared/result.ts';
import type { FailureView } from '../../../shared/view.ts';
import type { Store } from '../../storage/store.ts';
import type { AppParts } from './parts.ts';
import { eraseEmptied, leftToErase, noteNotErased, type EmptiedErasing } from './erasing.ts';
import { openWallet } from '../open-wallet.ts';
import type { Open, Unopened } from './stage.ts';
import { shut } from './stopping.ts';

/** Opens the wallet with the database that `attempt` gives; a failed attempt leaves the stage as the files say. Only inside a turn. */
export const openWith = async (
  parts: AppParts,
  from: Unopened,
  attempt: () => Promise<Result<Store | undefined, FailureView>>,
): Promise<Result<void, FailureView>> => {
  const { stages } = parts;
  stages.enter({ kind: 'opening', from });
  const store = await attempt();
  if (!store.ok) return store;
  if (store.value === undefined) return ok(undefined);
  stages.enter({ kind: 'opening', from, store: store.value });
  try {
    await parts.openOn(store.value);
  } catch (thrown) {
    // A database that nobody uses stays open for nobody.
    await shut(parts);
    throw thrown;
  }
  return ok(undefined);
};

/** Builds the wallet on an open database. One that was emptied and not erased yet is erased in the same turn. */
export const openOn = async (
  parts: AppParts,
  { eraseEmptied: erase, eraseIfEmptied }: EmptiedErasing,
  store: Store,
  { erasesItself } = { erasesItself: true },
): Promise<void> => {
  const { options, directory, play, tell, stages } = parts;
  const wallet = await openWallet(store, { options, directory, play, tell, eraseEmptied: erase, eraseIfEmptied });
  const open: Open = { kind: 'open', wallet, erasesItself };
  stages.enter(open);
  const facts = leftToErase(open);
  if (facts) noteNotErased(parts, await eraseEmptied(parts, open, facts));
  tell({ type: 'stage' });
};
