// SPDX-License-Identifier: GPL-3.0-or-later
import { createBackup } from '../../electron/backup/backup.ts';
import type { Store } from '../../electron/storage/store.ts';
import { createWallet } from '../../electron/wallet/wallet.ts';
import type { World } from '../../electron/world.ts';
import type { Installation } from './backup-rig.ts';

// A process that dies just before or just after its n-th transaction or request, and does nothing more once it is dead.

export type Step = 'transaction' | 'request';
export type Place = 'before' | 'after';
export type Doomed = Installation & { readonly died: () => boolean };

/** Every way to die at a numbered step. */
export const DEATHS: readonly (readonly [Step, Place])[] = [
  ['transaction', 'before'],
  ['transaction', 'after'],
  ['request', 'before'],
  ['request', 'after'],
];

class Killed extends Error {}

/** The same installation in a process that dies at its n-th step. */
export const doomed = ({ world, store }: Installation, step: Step, place: Place, n: number): Doomed => {
  let left = n;
  let dead = false;
  const count = (kind: Step, where: Place): void => {
    if (dead) throw new Killed();
    if (kind !== step || where !== place) return;
    left -= 1;
    if (left > 0) return;
    dead = true;
    throw new Killed();
  };
  const dyingStore: Store = {
    ...store,
    transaction: (work) => {
      count('transaction', 'before');
      const result = store.transaction(work);
      count('transaction', 'after');
      return result;
    },
  };
  const dyingWorld: World = {
    ...world,
    http: async (input, init) => {
      count('request', 'before');
      const answer = await world.http(input, init);
      count('request', 'after');
      return answer;
    },
  };
  const wallet = createWallet({ world: dyingWorld, store: dyingStore });
  const backup = createBackup({ world: dyingWorld, store: dyingStore, wallet });
  return { world: dyingWorld, store: dyingStore, wallet, backup, died: () => dead };
};

/** A new process over the same data. */
export const restarted = ({ world, store }: Installation): Installation => {
  const wallet = createWallet({ world, store });
  return { world, store, wallet, backup: createBackup({ world, store, wallet }) };
};

/** Runs a flow until the process dies in it; false when it passed untouched. A dead process says many things; what counts is what it left behind. */
export const dies = async (one: Doomed, flow: () => Promise<unknown>): Promise<boolean> => {
  try {
    await flow();
  } catch (thrown) {
    if (!one.died()) throw thrown;
  }
  return one.died();
};
