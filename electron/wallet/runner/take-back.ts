// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../shared/result.ts';
import type { AbortView } from '../../../shared/view.ts';
import type { Drive, Wallets } from '../context.ts';
import type { WalletFailure } from '../failure/failure.ts';
import { allFlows } from './flows.ts';
import { sumOf } from './pending.ts';

/** Ends what was begun, by the id of its entry or of its line in the history. */
export const takeBack = async (
  wallets: Wallets,
  drive: Drive,
  called: string,
): Promise<Result<AbortView, WalletFailure>> => {
  // Lines of received payments say their kind before the id.
  const id = called.replace(/^(?:push|pull)-in /, '');
  const about = sumOfEnded(wallets, id);
  for (const [, flow] of allFlows) {
    const taken = await flow.takeBack?.(wallets, drive, id);
    if (taken?.ok === true) return ok({ ...taken.value, ...about });
    if (taken) return taken;
  }
  return err({ kind: 'nothing-to-abort', id: id.slice(0, 64) });
};

/** Of a paid order it is the refund that nobody waits for any more. */
const sumOfEnded = ({ store }: Wallets, id: string): Pick<AbortView, 'amount'> => {
  if (store.entry('purchase', id)?.value.status === 'paid') return sumOf(store, 'refund', id);
  const sums = allFlows.map(([kind]) => sumOf(store, kind, id));
  return sums.find(({ amount }) => amount !== undefined) ?? {};
};
