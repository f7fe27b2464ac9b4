// SPDX-License-Identifier: GPL-3.0-or-later
import { looksOf, showCurrencies } from '../../../shared/currency-look.ts';
import { err, type Result } from '../../../shared/result.ts';
import type { EmptyReceiptView } from '../../../shared/view-devices.ts';
import type { FailureView } from '../../../shared/view.ts';
import type { Emptied } from '../../backup/leave/emptying.ts';
import type { AppParts } from './parts.ts';
import { writeReceipt } from '../empty-receipt.ts';
import { spokenBy } from '../language.ts';
import { notOpen } from '../failures.ts';
import type { OpenWallet } from '../open-wallet.ts';
import { byStage, stageOfFiles, type Open, type Resting } from './stage.ts';
import { quieten } from './stopping.ts';

/** Deletes the wallet of this directory, open or locked. What could not be begun leaves an open wallet open as before. */
export const erase = async (
  parts: AppParts,
  stage: Exclude<Resting, { kind: 'closed' }>,
): Promise<Result<void, FailureView>> => {
  if (stage.kind !== 'open') return eraseFiles(parts, undefined);
  await quieten(parts, stage.wallet);
  return eraseFiles(parts, stage.wallet);
};

/**
 * Writes the receipt of an emptied wallet, then erases it. The receipt comes first: once it is on the disk, nothing of the wallet is
 * needed any more.
 */
export const eraseEmptied = async (
  parts: AppParts,
  { wallet }: Open,
  facts: Emptied,
): Promise<Result<EmptyReceiptView, FailureView>> => {
  // A wallet that was just opened may have shown no sum yet.
  showCurrencies(looksOf(wallet.wallet.exchanges()));
  const receipt = await writeReceipt(parts.options.dataDirectory, facts, spokenBy(parts.options));
  if (!receipt.ok) return receipt;
  await quieten(parts, wallet);
  // Nothing moves here any more and nothing waits between this look and the erasing: what came in meanwhile is not erased.
  if (wallet.backup.emptied() === undefined) {
    await parts.openOn(wallet.store);
    return err({ kind: 'not-empty', facts: { why: 'came-in' } });
  }
  const erased = await eraseFiles(parts, wallet);
  // With its key gone the wallet is erased, whatever is still in the way; the next start goes on with that.
  return erased.ok || !parts.directory.exists() ? receipt : erased;
};

/** The facts of a wallet whose last step, the erasing, was cut short or had to wait for a provider; undefined for any other. */
export const leftToErase = ({ wallet, erasesItself }: Open): Emptied | undefined =>
  erasesItself ? wallet.backup.emptied() : undefined;

/** Erasing an emptied wallet from outside any turn. Those that ask while it is under way get the same answer. */
export type EmptiedErasing = {
  readonly eraseEmptied: (facts: Emptied) => Promise<Result<EmptyReceiptView, FailureView>>;
  /** does so if this wallet has only that left to do; a failure goes to the log */
  readonly eraseIfEmptied: () => Promise<void>;
};

export const createEmptiedErasing = (parts: AppParts): EmptiedErasing => {
  let running: Promise<Result<EmptyReceiptView, FailureView>> | undefined;
  const eraseInTurn = (facts: Emptied): Promise<Result<EmptyReceiptView, FailureView>> => {
    running ??= parts.stages
      .inTurn((stage) =>
        byStage<Resting, Promise<Result<EmptyReceiptView, FailureView>>>(stage, {
          open: (open) => eraseEmptied(parts, open, facts),
          'first-start': notOpen,
          locked: notOpen,
          closed: notOpen,
        }),
      )
      .finally(() => (running = undefined));
    return running;
  };
  return {
    eraseEmptied: eraseInTurn,
    eraseIfEmptied: async () => {
      const stage = parts.stages.now();
      const facts = stage.kind === 'open' ? leftToErase(stage) : undefined;
      if (facts) noteNotErased(parts, await eraseInTurn(facts));
    },
  };
};

/** Nobody waits for the answer of an erasing that goes on by itself. */
export const noteNotErased = ({ options }: AppParts, erased: Result<unknown, FailureView>): void => {
  if (!erased.ok) options.world.log({ event: 'emptied-not-erased', why: erased.error.kind });
};

const eraseFiles = async (parts: AppParts, wallet: OpenWallet | undefined): Promise<Result<void, FailureView>> => {
  const { options, directory, stages, tell } = parts;
  let isWhole = wallet !== undefined;
  const erased = directory.erase(() => {
    isWhole = false;
    wallet?.store.close();
  });
  if (!erased.ok) options.world.log({ event: 'not-erased', why: erased.error.kind, facts: erased.error.facts });
  if (wallet !== undefined && isWhole) await parts.openOn(wallet.store, { erasesItself: false });
  else stages.enter(stageOfFiles(directory));
  tell({ type: 'stage' });
  return erased;
};
