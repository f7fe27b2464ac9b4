// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from '../../../shared/facts/subjects.ts';
import type { ProviderOutcome, ProviderView } from '../../../shared/view-backup.ts';
import type { PlainKey } from '../../../shared/words/words.ts';
import type { IconName } from '../base/icons.tsx';

// How a place stands, in one word, one shape and one colour: picture and rows say the same.

export type PlaceState = {
  readonly word: PlainKey;
  readonly icon: IconName;
  readonly tone: 'good' | 'warn' | 'bad' | 'plain';
};

/** A place that has everything and could not be read just now is not called up to date beside that. */
const AWAY: readonly ProviderOutcome[] = ['unreachable', 'shut-out', 'misbehaved'];
/** What waits for its person or its first round, and is no fault. */
const WAITS: readonly ProviderOutcome[] = ['payment-required', 'asks', 'never-tried'];

/** The state of a place in use. */
export const placeState = (provider: ProviderView): PlaceState => {
  const { upToDate, lastOutcome } = provider;
  if (provider.running === true) return { word: 'provider.running', icon: 'turning', tone: 'plain' };
  if (provider.needsNewer === true) return { word: 'provider.needsNewer', icon: 'info', tone: 'warn' };
  if (askOf(provider) !== undefined) return { word: 'provider.asks', icon: 'question', tone: 'warn' };
  if (upToDate)
    return AWAY.includes(lastOutcome)
      ? { word: 'provider.away', icon: 'away', tone: 'warn' }
      : { word: 'provider.upToDate', icon: 'check', tone: 'good' };
  if (provider.follows === true) return { word: 'provider.follows', icon: 'clock', tone: 'plain' };
  if (provider.saving === true) return { word: 'provider.saving', icon: 'turning', tone: 'plain' };
  if (provider.gone === true) return { word: 'provider.gone', icon: 'close', tone: 'bad' };
  if (provider.unread === true) return { word: 'provider.unread', icon: 'away', tone: 'warn' };
  if (provider.verifiedAt === undefined)
    return { word: 'provider.noCopy', icon: 'close', tone: WAITS.includes(lastOutcome) ? 'warn' : 'bad' };
  return AWAY.includes(lastOutcome)
    ? { word: 'provider.away', icon: 'away', tone: 'warn' }
    : { word: 'provider.behind', icon: 'clock', tone: 'warn' };
};

/** What it wants to be decided about its price; undefined where there is nothing to decide. */
export const askOf = ({ notes = [] }: ProviderView): Said<'ask'> | undefined => {
  for (const note of notes) {
    const inner = note.kind === 'renewal' || note.kind === 'lost' ? note.facts.why : note;
    if (inner.kind === 'asks' && inner.facts.why.kind !== 'closing') return inner.facts.why;
  }
  return undefined;
};
