// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from '../../../shared/facts/subjects.ts';
import type { Entry } from '../../state/entry.ts';
import type { Store } from '../../storage/store.ts';
import { MAX_CONTENT } from '../copies/blob.ts';
import { note, type Round } from './round.ts';

// What a place refuses as too large it refuses as long as nothing changes: megabytes are not sent to it at every try. How
// full it is, is told long before.

const MIB = 1024 * 1024;
/** Operators raise their limits: once a week a refused copy is tried again. */
const ASK_AGAIN_MS = 7 * 24 * 3600_000;
const HALF = 50;
const NEARLY = 80;

/** The largest content a limit leaves room for: limits are whole MiB and exclusive, and copies have whole MiB and a frame. */
const capacityOf = (limitMb: number): number => (limitMb > 1 ? (limitMb - 1) * MIB : MIB / 2);

/** True for a copy that the place has said, or shown, it does not take. */
export const isKnownTooLarge = ({ store, provider, world }: Round, bytes: Uint8Array): boolean => {
  const limit = store.entry('provider', provider.id)?.value.storage_limit_mb;
  const refused = store.local.markOf('refused-size', provider.id);
  if (refused && bytes.length >= refused.bytes && Math.abs(world.now() - refused.at) < ASK_AGAIN_MS) return true;
  return limit !== undefined && limit > 0 && bytes.length >= limit * MIB;
};

/** Writes down that this copy was refused: one of its size is not sent again soon, and the next need not be as large as it. */
export const noteTooLarge = (round: Round, bytes: Uint8Array, isNews: boolean): boolean =>
  note(round, (tx) => {
    const { id: providerId } = round.provider;
    if (isNews) tx.local.setMarkOf('refused-size', providerId, { bytes: bytes.length, at: round.world.now() });
    tx.local.putProviderProgress({ providerId, sizeClass: 0 });
  });

/** How full a place is, where the person has to know: of what it takes, or of what any copy can hold. */
export const sizeNotes = (
  { local }: Pick<Store, 'local'>,
  { id, value }: Entry<'provider'>,
): readonly Said<'placeNote'>[] => {
  const { usedBytes = 0, contentBytes = 0 } = local.providerProgress(id) ?? {};
  const limitMb = value.storage_limit_mb ?? 0;
  const parts = [
    { used: contentBytes, of: MAX_CONTENT, limitBytes: MAX_CONTENT },
    ...(limitMb > 0 ? [{ used: usedBytes, of: capacityOf(limitMb), limitBytes: limitMb * MIB }] : []),
  ].map(({ used, of, limitBytes }) => ({ percent: Math.min(100, Math.floor((used * 100) / of)), limitBytes }));
  const [fullest] = parts.sort((a, b) => b.percent - a.percent);
  if (fullest === undefined || fullest.percent < HALF) return [];
  return [{ kind: fullest.percent < NEARLY ? 'half-full' : 'nearly-full', facts: fullest }];
};
