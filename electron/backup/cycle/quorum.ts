// SPDX-License-Identifier: GPL-3.0-or-later
import type { Store } from '../../storage/store.ts';

/** The setting that says how many providers must hold something before it counts as stored: one unless the person wants more. */
export const QUORUM = 'backup-quorum';

/** How many verified copies the person wants, also when there are not so many providers. */
export const wantedCopies = (store: Store): number => {
  const wanted = store.entry('setting', QUORUM)?.value.value;
  return typeof wanted === 'number' && Number.isInteger(wanted) && wanted > 1 ? wanted : 1;
};
