// SPDX-License-Identifier: GPL-3.0-or-later
import { noticesOf, type Notice, type Seen } from './notices.ts';

/** A round of copies changes dozens of things within a moment; one look after it is enough. */
const PAUSE_MS = 3000;
/** What ages without a change, such as a place's year, is noticed within this time. */
const AGES_MS = 300_000;

export type WatcherParts = {
  /** undefined while no wallet is open */
  readonly look: () => Promise<Seen | undefined>;
  readonly seen: (seen: Seen | undefined) => void;
  readonly tell: (notices: readonly Notice[]) => void;
  /** does it later, and gives what keeps it from being done */
  readonly after: (ms: number, act: () => void) => () => void;
};

/** Looks at the wallet after it changed, and tells what a person would want to know. */
export const createWatcher = ({ look, seen, tell, after }: WatcherParts): { readonly changed: () => void } => {
  let before: Seen | undefined;
  let stop: (() => void) | undefined;
  let isSoon = false;
  const schedule = (ms: number): void => {
    stop?.();
    isSoon = ms === PAUSE_MS;
    stop = after(ms, () => void again());
  };
  const again = async (): Promise<void> => {
    isSoon = false;
    const now = await look().catch(() => undefined);
    seen(now);
    if (now !== undefined) tell(noticesOf(before, now));
    // Another wallet, or the same after its lock, begins anew.
    before = now;
    if (!isSoon) schedule(AGES_MS);
  };
  return {
    changed: () => {
      if (!isSoon) schedule(PAUSE_MS);
    },
  };
};
