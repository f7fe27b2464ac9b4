// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../shared/result.ts';
import type { PlaceTestView } from '../../../shared/view-drill.ts';
import type { Store } from '../../storage/store.ts';
import type { CycleParts } from '../cycle/round.ts';
import { withVerified } from '../cycle/year-strip.ts';
import type { BackupFailure } from '../failure/failure.ts';
import { waysTo } from '../providers/known.ts';
import { askBy } from '../recover/ask.ts';
import type { Source } from '../recover/source.ts';
import { untilEnded } from '../until-ended.ts';
import { compareMoney } from './compare.ts';
import { heldNow, placeViews } from './places.ts';
import { stopping } from '../stopping.ts';

/**
 * Reads back now what one place keeps, opens it and says what of this wallet's money it brings back by itself. Nothing is uploaded and
 * no entry changes; that the copy was there is noted. Fails for what is no place of this wallet, and when `signal` stops it.
 */
export const readPlace = async (
  parts: CycleParts,
  id: string,
  signal: AbortSignal,
): Promise<Result<PlaceTestView, BackupFailure>> => {
  const { store } = parts;
  const [root, entry] = [store.local.rootSecret(), store.entry('provider', id)];
  if (root === undefined) return err({ kind: 'wrong-backup-state', state: 'uninitialized' });
  if (!entry || entry.value.removed) return err({ kind: 'unknown-provider', id });
  const held = heldNow(store);
  const ways = waysTo(store, id);
  const at = ways.access?.address;
  const listed = {
    name: entry.value.name,
    url: id,
    named: entry.value.provider_kind,
    ...(at === undefined ? {} : { at }),
  };
  const world = untilEnded(parts.world, signal);
  const source = await stopping(askBy({ ...parts, world }, root, listed, ways), signal);
  if (source === undefined) return err({ kind: 'drill-stopped' });
  const [place] = await placeViews(parts, [source], held);
  if (place === undefined) return err({ kind: 'unknown-provider', id });
  const isThere = place.lost !== true && isAsStored(store, id, source);
  if (isThere) noteThere(store, id, parts.world.now());
  return ok({ at: parts.world.now(), place, total: compareMoney(store, store).total, isThere });
};

/** Whether what is there are the very bytes that were found equal before. */
const isAsStored = ({ local }: Pick<Store, 'local'>, id: string, { copy }: Source): boolean => {
  const { lastHash, verifiedRevision = -1 } = local.providerProgress(id) ?? {};
  return copy?.hash !== undefined && copy.hash === lastHash && verifiedRevision >= 0;
};

const noteThere = (store: Store, providerId: string, now: number): void =>
  store.transaction((tx) => {
    const weeks = withVerified(tx.local.providerProgress(providerId)?.weeks, now);
    tx.local.putProviderProgress({ providerId, verifiedAt: now, weeks });
  });
