// SPDX-License-Identifier: GPL-3.0-or-later
import type { Drive, StepKind, Wallets } from '../context.ts';
import { pendingSteps } from './flows.ts';

/** What brings money nobody waits for: transfers to reserves that were given up or are drawn, what copies say is gone, and refunds of shops that may give some by themselves. */
const LOOKS: ReadonlySet<StepKind> = new Set(['withdrawal', 'upkeep', 'doubt', 'refund-watch']);

/**
 * Looks now for what is looked for now and then, before a wallet is left because it is empty; what came is pending then. An exchange that
 * does not answer is not waited for: what it may have is told as what may come late.
 */
export const lookNow = async (wallets: Wallets, drive: Drive): Promise<void> => {
  const steps = pendingSteps(wallets).filter(({ kind, background }) => background === true && LOOKS.has(kind));
  const lanes = new Map<string, typeof steps>();
  for (const step of steps) lanes.set(step.lane, [...(lanes.get(step.lane) ?? []), step]);
  await Promise.all(
    [...lanes.values()].map(async (lane) => {
      for (const { kind, id } of lane) await drive({ kind, id });
    }),
  );
};
