// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReissueLine } from '../../../shared/view-restore.ts';
import type { CarriedEntry } from '../../state/entry.ts';
import { openDatabase } from '../../storage/database.ts';
import { openStore, type Tx } from '../../storage/store.ts';
import { noteOutside } from '../../wallet/ledger/outside.ts';
import { seedsIn } from '../../wallet/ledger/seeds.ts';
import { beyondAgreed, sumsOf, type AgreedFees } from '../../wallet/reissue.ts';
import { createWallet } from '../../wallet/wallet.ts';
import type { World } from '../../world.ts';
import type { BackupFailure } from '../failure/failure.ts';
import { moneyOf } from './taken-over.ts';

/** Joins another wallet's money into this one: ours from here on, and not ours alone, for whoever has that wallet's sheet reaches it. */
export const joinTheirs = (tx: Tx, theirs: readonly CarriedEntry[]): void => {
  const money = moneyOf(theirs);
  tx.join(money);
  const seeds = new Set(seedsIn(money));
  noteOutside(tx, 'joined', (seed) => seeds.has(seed));
};

/**
 * What taking another wallet's money over would come to, before anything of it is written here: its copies are joined into a wallet in
 * memory, and that is asked. An issuer that does not answer has a line without a price.
 */
export const quoteTheirs = async (world: World, theirs: readonly CarriedEntry[]): Promise<readonly ReissueLine[]> => {
  const db = openDatabase({ path: ':memory:' });
  if (!db.ok) throw new Error(`defect: no database in memory: ${db.error.kind}`);
  const store = openStore({ db: db.value, world });
  try {
    store.transaction((tx) => joinTheirs(tx, theirs));
    return await createWallet({ world, store }).quoteReissue();
  } finally {
    store.close();
  }
};

/** The question that has to be answered with yes first: sum and cost by their copies; undefined when it was, or nothing is to be asked. */
export const notAgreed = (
  lines: readonly ReissueLine[],
  agreed: AgreedFees | undefined,
): Extract<BackupFailure, { readonly kind: 'takeover-asks' }> | undefined => {
  if (lines.length === 0 || (agreed !== undefined && beyondAgreed(lines, agreed) === undefined)) return undefined;
  return {
    kind: 'takeover-asks',
    there: sumsOf(lines, ({ reachable }) => reachable),
    fees: sumsOf(lines, ({ fees }) => fees),
    stays: sumsOf(lines, ({ stays }) => stays),
    issuers: lines.map(({ exchange }) => new URL(exchange).host),
  };
};
