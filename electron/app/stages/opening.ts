// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../shared/result.ts';
import type { FailureView } from '../../../shared/view.ts';
import { inBackground } from '../../defect.ts';
import { DAMAGED } from '../../storage/database.ts';
import { explainStorageFailure } from '../../storage/explain.ts';
import { isDamage } from '../../storage/sound.ts';
import type { Store } from '../../storage/store.ts';
import type { AppParts } from './parts.ts';
import { eraseEmptied, leftToErase, noteNotErased, type EmptiedErasing } from './erasing.ts';
import { defect } from '../failures.ts';
import { openWallet } from '../open-wallet.ts';
import { KEYCHAIN_GONE } from '../unlock-by-sheet.ts';
import { stageOfFiles, type Open, type Unopened } from './stage.ts';
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
    if (isDamage(thrown)) return err(explainStorageFailure(DAMAGED));
    throw thrown;
  }
  return ok(undefined);
};

/** Closes a wallet of which more than its first pages was damaged, as one is that does not open. */
const closeDamaged = (parts: AppParts, store: Store): Promise<void> =>
  parts.stages.inTurn(async (stage) => {
    if (stage.kind !== 'open' || stage.wallet.store !== store) return;
    await shut(parts);
    parts.directory.lock();
    enterTrouble(parts, explainStorageFailure(DAMAGED));
    parts.tell({ type: 'stage' });
  });

/**
 * Opens what needs no question, as the files say now. A wallet that does not open stays locked with why, whatever is wrong with it: then
 * its person is shown the ways out. Only inside a turn.
 */
export const openUnasked = async (parts: AppParts): Promise<void> => {
  const { directory, stages, options } = parts;
  const from = stageOfFiles(directory);
  stages.enter(from);
  if (from.kind !== 'locked' || from.trouble !== undefined) return;
  const opened = await openWith(parts, from, directory.unlockWithoutAsking).catch((thrown: unknown) =>
    err(defect(options.world, 'open', thrown)),
  );
  if (!opened.ok) enterTrouble(parts, opened.error);
};

/** From now on the wallet is locked because of that. Only inside a turn. */
export const enterTrouble = ({ directory, stages }: AppParts, failure: FailureView): void => {
  const isSheetTheWay = failure.kind === 'keychain-refused' && directory.opensBySheet();
  stages.enter({ kind: 'locked', trouble: isSheetTheWay ? KEYCHAIN_GONE : failure });
};

/** Whether it is the files that do not let a wallet open, and not what was typed to open it. */
export const isOfFiles = ({ kind }: FailureView): boolean => OF_FILES.has(kind);

const OF_FILES: ReadonlySet<FailureView['kind']> = new Set([
  'wrong-key',
  'encrypted',
  'not-encrypted',
  'newer-database',
  'empty-database',
  'damaged-database',
  'missing-database',
  'older-database',
  'cannot-open',
  'no-vault',
  'damaged-vault',
  'newer-vault',
  'costly-vault',
]);

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
  store.onDamaged(() => inBackground(options.world, 'close-damaged', closeDamaged(parts, store)));
  const facts = leftToErase(open);
  if (facts) noteNotErased(parts, await eraseEmptied(parts, open, facts));
  tell({ type: 'stage' });
};
