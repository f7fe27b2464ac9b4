// SPDX-License-Identifier: GPL-3.0-or-later
import type { SplitView } from '../../../shared/view-backup.ts';
import type { LocalReader } from '../../storage/local.ts';
import type { Store, Tx } from '../../storage/store.ts';
import { markOf } from './paper-mark.ts';

// Which splits of this wallet's sheet were made here. A new one does not void those before it: enough of their shares still give the secret.

/** So many are remembered; of a wallet that is split more often the oldest are forgotten, and their shares are read all the same. */
const MAX_SPLITS = 40;

/** The splits of this wallet that were made here, the newest first; those of a wallet that was left here before are none of it. */
export const splitsMade = (store: { readonly local: LocalReader }): readonly SplitView[] => {
  const root = store.local.rootSecret();
  if (root === undefined) return [];
  const own = markOf(root);
  return (store.local.mark('splits') ?? [])
    .filter(({ wallet }) => wallet === own)
    .map(({ wallet: _own, ...split }) => split)
    .toReversed();
};

/** Notes that shares were shown; before that nobody can have printed them. `at` in milliseconds since the epoch. */
export const noteSplit = (store: Store, { split, needed, of }: Omit<SplitView, 'madeAt'>, at: number): void => {
  const root = store.local.rootSecret();
  if (root === undefined) return;
  store.transaction((tx) => {
    const before = tx.local.mark('splits') ?? [];
    const made = { wallet: markOf(root), split, needed, of, madeAt: at };
    tx.local.setMark('splits', [...before, made].slice(-MAX_SPLITS));
  });
};

/** Notes that enough shares of a split were read back here. */
export const noteSplitRead = (tx: Pick<Tx, 'local'>, split: string, wallet: string, at: number): void => {
  const before = tx.local.mark('splits') ?? [];
  const isIt = (each: (typeof before)[number]): boolean => each.split === split && each.wallet === wallet;
  if (before.some(isIt))
    tx.local.setMark(
      'splits',
      before.map((each) => (isIt(each) ? { ...each, testedAt: at } : each)),
    );
};
