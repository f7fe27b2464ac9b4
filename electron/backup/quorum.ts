// SPDX-License-Identifier: GPL-3.0-or-later
import type { Store } from '../storage/store.ts';
import { activeProviders, isUpToDate } from './status.ts';

/** The setting that says how many providers must hold something before it counts as stored; design: one unless the person wants more. */
export const QUORUM = 'backup-quorum';

/** How many verified copies the person wants, also when there are not so many providers. */
export const wantedCopies = (store: Store): number => {
  const wanted = store.entry('setting', QUORUM)?.value.value;
  return typeof wanted === 'number' && Number.isInteger(wanted) && wanted > 1 ? wanted : 1;
};

/** How many of the providers there are have to hold something; never more than there are, and at least one. */
export const quorumOf = (store: Store): number =>
  Math.min(wantedCopies(store), Math.max(1, activeProviders(store).length));

/** Whether enough providers hold a verified copy of everything this wallet knows now. */
export const isStoredAtQuorum = (store: Store): boolean =>
  activeProviders(store).filter(({ id }) => isUpToDate(store, id)).length >= quorumOf(store);
