// SPDX-License-Identifier: GPL-3.0-or-later
import type { Entry } from '../state/entry.ts';

// Thousands of entries name the same exchange, its key, the same denominations and sums. Each row was read by itself, so each has a text
// of its own that says the same: what is kept for as long as the wallet is open is kept once.

/** So many texts are remembered; when there are more, those of the past are let go, and nothing but memory is lost by that. */
const MOST = 4096;
/** Longer ones are hardly ever the same. */
const LONGEST = 128;

/** Gives every text that is said in an entry as the one that was said before; the entry must have just been read, for it is changed. */
export const sharedTexts = (): (<E extends Entry>(entry: E) => E) => {
  const { share, shareIn } = sharing();
  return (entry) => {
    shareIn(entry.value);
    return { ...entry, clock: share(entry.clock) };
  };
};

/** The same for whatever else is kept by the thousands; it is changed, so it must have just been made. */
export const sharing = () => {
  const known = new Map<string, string>();
  const share = (text: string): string => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= MOST) known.clear();
    known.set(text, text);
    return text;
  };
  const shareIn = (value: object): void => {
    const members = value as Record<string, unknown>;
    for (const name in members) {
      const member = members[name];
      if (typeof member === 'string') {
        if (member.length <= LONGEST && !UNIQUE.has(name)) members[name] = share(member);
      } else if (typeof member === 'object' && member !== null) shareIn(member);
    }
  };
  return { share, shareIn };
};

/** Of these no two are alike. */
const UNIQUE: ReadonlySet<string> = new Set([
  'id',
  'seed',
  'old_coin',
  'sig',
  'reserve',
  'nonce_priv',
  'order_id',
  'reserve_priv',
  'h_contract',
]);
