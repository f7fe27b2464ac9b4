// SPDX-License-Identifier: GPL-3.0-or-later
import type { PendingView } from '../../shared/view.ts';
import type { Backup } from '../backup/contract.ts';
import type { Wallet } from '../wallet/wallet.ts';
import type { World } from '../world.ts';

export type RunReport = { readonly pending: readonly PendingView[] };

/** Money first, then backup of what it changed, again until nothing changes any more (a provider's fee is itself a payment). */
export const runAll = async (
  opened: { readonly wallet: Wallet; readonly backup: Backup },
  untilDone: boolean,
  timeoutMs: number,
  world: World,
): Promise<RunReport> => {
  const end = world.now() + timeoutMs;
  for (;;) {
    const left = Math.max(1, end - world.now());
    // A quiet wallet that is looked at now and then keeps its rhythm; whoever waits for everything gets it now.
    const keepsTime = !untilDone && opened.backup.privacy().level === 'quiet';
    const { signal } = new AbortController();
    const { needsPerson } = await opened.wallet.run({ untilDone, timeoutMs: left, ...(keepsTime ? { signal } : {}) });
    await opened.backup.run(keepsTime ? { signal } : {});
    const pending = opened.wallet.pending();
    // Whoever has to act first is not in this process: waiting for them would be for nothing.
    const stuck = needsPerson && pending.every(({ waitingFor }) => waitingFor === 'provider' || waitingFor === 'user');
    if (!untilDone || stuck || pending.length === 0 || world.now() >= end) return { pending };
  }
};
