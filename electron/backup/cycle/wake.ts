// SPDX-License-Identifier: GPL-3.0-or-later
import { memberOf } from '../../taler/bytes/json.ts';
import type { Store } from '../../storage/store.ts';

/** Steps that wait for a copy are looked at again at once; called when a provider was added or has verified a copy. */
export const wakeWaiting = (store: Store): void => {
  const waiting = store.local.tasks().filter(({ lastFailure }) => isNotBackedUp(lastFailure));
  if (waiting.length === 0) return;
  store.transaction((tx) => {
    for (const { kind, id } of waiting) tx.local.deleteTask(kind, id);
  });
};

const isNotBackedUp = (failure: unknown): boolean => memberOf(failure, 'kind') === 'not-backed-up-yet';
