// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok } from '../../../shared/result.ts';
import type { Backup } from '../contract.ts';
import { isWithin } from '../cycle/sums.ts';
import { inPatience } from '../recover/patience.ts';
import { beginRekey, cancelRekey, whyNotNow } from '../rekey/begin.ts';
import { goOnWithRekey } from '../rekey/go-on.ts';
import { quoteRekey } from '../rekey/quote.ts';
import { rekeyedAt, rekeying } from '../rekey/record.ts';
import { rekeyView } from '../rekey/view.ts';
import { tellRoot, type Common } from './common.ts';
import { copyNow } from './copy-now.ts';

/** The requests by which a wallet gets a new secret, because somebody else may know the one it has. */
export const rekeyRequests = (common: Common) => {
  const { parts, alone, rounds } = common;
  const { store, world } = parts;
  const view = () => rekeyView(parts);
  // A quiet wallet's places are not to learn in one second that they serve one person.
  const cycle = () => copyNow(common);
  const goOn = () => goOnWithRekey({ ...parts, cycleAll: cycle }, true);
  return {
    rekeyQuote: async () => {
      const [refused, root] = [whyNotNow(store), store.local.rootSecret()];
      if (refused) return err(refused);
      if (root === undefined) return err({ kind: 'wrong-backup-state', state: 'uninitialized' });
      return ok(await quoteRekey(parts, root));
    },
    rekey: (agreedFees) =>
      alone.run(async () => {
        const [refused, root] = [whyNotNow(store), store.local.rootSecret()];
        if (refused) return err(refused);
        if (root === undefined) return err({ kind: 'wrong-backup-state', state: 'uninitialized' });
        const quote = await quoteRekey(parts, root);
        if (!isWithin(quote.total, agreedFees)) return err({ kind: 'rekey-asks', total: quote.total });
        // What is on its way to an old account arrives there before anything is new.
        await inPatience(world, rounds.settled());
        const begun = beginRekey(parts, root, quote, agreedFees);
        if (!begun.ok) return begun;
        tellRoot(common);
        await goOn();
        return ok({ progress: view() ?? null });
      }),
    rekeying: view,
    rekeyedAt: () => rekeyedAt(store.local),
    goOnWithRekey: async () => {
      const begun = view();
      // It goes on already, and whoever asks for that has it.
      if (alone.isBusy() && begun !== undefined) return ok({ progress: begun });
      return alone.run(async () => {
        if (rekeying(store.local) === undefined) return err({ kind: 'no-rekey' });
        await goOn();
        return ok({ progress: view() ?? null });
      });
    },
    cancelRekey: () =>
      alone.run(async () => {
        const cancelled = cancelRekey(parts);
        if (!cancelled.ok) return cancelled;
        tellRoot(common);
        await inPatience(world, cycle());
        return ok(undefined);
      }),
  } satisfies Partial<Backup>;
};
