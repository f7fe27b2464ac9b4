// SPDX-License-Identifier: GPL-3.0-or-later
import { amount } from '../../../shared/amount.ts';
import { inBackground } from '../../defect.ts';
import { privacyOf } from '../../state/privacy.ts';
import type { Store } from '../../storage/store.ts';
import { isAfterClockWentBack } from '../devices/clock-back.ts';
import { createPayable, type Payable } from '../cycle/payable.ts';
import { createQueue } from '../cycle/queue.ts';
import { LOOK_AGAIN_MS } from '../cycle/schedule.ts';
import { follow, isAskedFirst, nextLook } from './follow.ts';
import { goPlace, type GoParts } from './go-place.ts';
import { forgetProgress, hasProgress, placeProgress, progressOf, saidOf } from '../escrowed/progress.ts';
import { escrowRecord, isEnded } from '../escrowed/record.ts';
import { mayFollow } from './state.ts';

/** The escrow's own rounds: every place for itself, so that one which hangs keeps no other waiting. */
export type EscrowRounds = {
  /** what is due; in the background (`prompt`) nobody waits for it */
  readonly run: (pace: 'prompt' | 'now') => Promise<void>;
  /** a go with every place that lacks something, now; `given`: who the person is at each, where that is not kept */
  readonly goNow: (given?: ReadonlyMap<string, Uint8Array>) => Promise<void>;
  readonly settled: () => Promise<void>;
};

/** A wallet that was left is nobody's to follow: what only this installation kept of its escrow goes. */
export const forgetLeft = ({ store }: Pick<GoParts, 'store'>): void => {
  if (!hasProgress(store.local)) return;
  store.transaction((tx) => forgetProgress(tx.local, escrowRecord(tx)));
};

/** Money that came for what a place lacked; `begunAt`: when each was last gone to. */
const payableAt = (store: Store, begunAt: ReadonlyMap<string, number>): Payable =>
  createPayable(store, (url) => {
    const place = placeProgress(progressOf(store.local, escrowRecord(store)), url);
    const said = place && saidOf(place);
    return said?.kind === 'lacks-coins' ? { fee: amount(said.facts.lacking), triedAt: begunAt.get(url) } : undefined;
  });

export const createEscrowRounds = (parts: GoParts): EscrowRounds => {
  const { world, store } = parts;
  /** when a go with each place last began */
  const begunAt = new Map<string, number>();
  const payable = payableAt(store, begunAt);
  const queue = createQueue((url: string) => {
    payable.begun(url);
    begunAt.set(url, world.now());
    return goPlace(parts, url);
  });
  let going: Promise<void> | undefined;
  /** after a restore places may be silent: when they are asked again, and how often they were */
  let lookAt = 0;
  let looks = 0;

  const urls = (isDue: (url: string) => boolean): readonly string[] => {
    const record = escrowRecord(store);
    const progress = progressOf(store.local, record);
    return progress === undefined ? [] : (record?.places ?? []).map(({ url }) => url).filter(isDue);
  };
  const isDue = (url: string): boolean => {
    const place = placeProgress(progressOf(store.local, escrowRecord(store)), url);
    if (place === undefined || queue.isRunning(url)) return false;
    // A quiet wallet's places are to learn nothing from when something came.
    if (privacyOf(store).level !== 'quiet' && payable.dueAt(url) <= world.now()) return true;
    return place.nextAt <= world.now() || isAfterClockWentBack(place.nextAt, world.now(), LOOK_AGAIN_MS);
  };
  const isLacking = (url: string): boolean => {
    const record = escrowRecord(store);
    const place = placeProgress(progressOf(store.local, record), url);
    return place?.read !== true || (record?.methods ?? []).some((each) => each.url === url && each.stored !== true);
  };
  const followFirst = async (isWatched: boolean, given?: ReadonlyMap<string, Uint8Array>): Promise<void> => {
    if (isAskedFirst(parts) && !isWatched && lookAt > world.now()) return;
    await follow(parts, isWatched, given);
    looks = isAskedFirst(parts) ? looks + 1 : 0;
    lookAt = looks === 0 ? 0 : nextLook(parts, looks);
  };
  const goAll = (targets: readonly string[], how: 'add' | 'soon'): Promise<unknown> =>
    Promise.all(targets.map((url) => queue[how](url)));

  return {
    run: async (pace) => {
      // Another device has ended it: what was filled in here is nobody's any more.
      if (isEnded(store)) forgetLeft(parts);
      if (going !== undefined || escrowRecord(store) === undefined || !mayFollow(parts)) return going;
      const work = (async () => {
        await followFirst(false);
        // A place that hangs is not waited for, or nobody would follow what changes meanwhile.
        const places = goAll(urls(isDue), 'add');
        inBackground(world, 'escrow', places);
        if (pace === 'now') await places;
      })().finally(() => (going = undefined));
      going = work;
      inBackground(world, 'escrow', work);
      return pace === 'now' ? work : undefined;
    },
    goNow: async (given) => {
      await followFirst(true, given);
      await goAll(
        urls((url) => isLacking(url) || isDue(url)),
        'soon',
      );
    },
    settled: async () => {
      await Promise.allSettled([going, queue.settled()]);
      await queue.settled();
    },
  };
};
