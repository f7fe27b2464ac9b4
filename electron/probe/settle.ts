// SPDX-License-Identifier: GPL-3.0-or-later
import type { FailureView } from '../../shared/view.ts';
import type { Wallet } from '../wallet/wallet.ts';
import type { World } from '../world.ts';
import { isMistake } from './checks.ts';
import type { MoneyWalk } from './walk.ts';

const FIRST_NAP_MS = 500;
const LONGEST_NAP_MS = 20_000;
/** What is wrong and is still wrong after so many looks is not mended by waiting. */
const SAID_OFTEN = 5;

/** Lets a wallet work, with longer and longer waits between, until something is so. */
export const createSettle = (
  wallet: Wallet,
  { world, nap, signal }: { readonly world: World; readonly nap: World['sleep']; readonly signal: AbortSignal },
): Pick<MoneyWalk, 'settle' | 'stuck'> => ({
  settle: async (isSo, ms) => {
    const end = world.now() + ms;
    let mistakes = 0;
    for (let waitMs = FIRST_NAP_MS; !signal.aborted; waitMs = Math.min(2 * waitMs, LONGEST_NAP_MS)) {
      const { pending } = await wallet.run();
      if (isSo()) return true;
      mistakes = pending.some(({ why }) => why !== undefined && isMistake(why)) ? mistakes + 1 : 0;
      if (world.now() >= end || mistakes >= SAID_OFTEN) return false;
      // What it waits for by itself may be due sooner.
      const next = Math.min(...pending.map(({ nextTryAt }) => nextTryAt));
      const soon = Number.isFinite(next) ? Math.max(next - world.now(), 1) : waitMs;
      await nap(Math.min(waitMs, Math.max(soon, FIRST_NAP_MS / 2)), signal);
    }
    return isSo();
  },
  stuck: (): FailureView | undefined => wallet.pending().find(({ why }) => why !== undefined)?.why,
});
