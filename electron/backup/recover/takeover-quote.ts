// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText, zeroAmount } from '../../../shared/amount.ts';
import type { ReissueLine } from '../../../shared/view-restore.ts';
import type { CarriedEntry } from '../../state/entry.ts';
import type { Tx } from '../../storage/store.ts';
import { isObject } from '../../taler/bytes/json.ts';
import { noteOutside } from '../../wallet/ledger/outside.ts';
import { seedsIn } from '../../wallet/ledger/seeds.ts';
import { beyondAgreed, sumsOf, type AgreedFees } from '../../wallet/reissue.ts';
import { createWallet } from '../../wallet/wallet.ts';
import type { World } from '../../world.ts';
import type { BackupFailure } from '../failure/failure.ts';
import { storeInMemory } from './heard.ts';
import { moneyOf } from './theirs.ts';

/**
 * Joins another wallet's money into this one: ours from here on, and not ours alone, for whoever has that wallet's sheet reaches it.
 * `by` is the address of whoever gave us its copies: what they had begun goes on only where he may send us.
 */
export const joinTheirs = (tx: Tx, theirs: readonly CarriedEntry[], by: string): void => {
  const money = moneyOf(theirs).map((entry) => namedBy(tx, entry, by));
  tx.join(money);
  const seeds = new Set(seedsIn(money));
  noteOutside(tx, 'joined', (seed) => seeds.has(seed));
};

/** For a wallet that speaks to issuers only, and is gone afterwards. */
const NOBODY = 'http://nobody.example/';

/** Shops and banks stand in these; what was ours before stays as it is, whatever their copy says of it. */
const namedBy = (tx: Tx, entry: CarriedEntry, by: string): CarriedEntry => {
  const { kind, id, value } = entry;
  if ((kind !== 'purchase' && kind !== 'withdrawal') || !isObject(value)) return entry;
  const { named_by: _theirWord, ...rest } = value;
  return { ...entry, value: tx.entry(kind, id) ? rest : { ...rest, named_by: by } };
};

/**
 * What taking another wallet's money over would come to, before anything of it is written here: its copies are joined into a wallet in
 * memory, and that is asked. An issuer that does not answer has a line without a price.
 */
export const quoteTheirs = async (world: World, theirs: readonly CarriedEntry[]): Promise<readonly ReissueLine[]> => {
  const store = storeInMemory(world);
  try {
    store.transaction((tx) => joinTheirs(tx, theirs, NOBODY));
    return await createWallet({ world, store }).quoteReissue();
  } finally {
    store.close();
  }
};

/** What it costs at those that answered, also where that is nothing: the person is told so. */
const feesOf = (lines: readonly ReissueLine[]): readonly string[] => {
  const answered = lines.filter(({ why }) => why === undefined);
  const costly = sumsOf(answered, ({ fees }) => fees);
  const free = new Set(answered.map(({ currency }) => currency));
  for (const sum of costly) free.delete(amount(sum).currency);
  return [...costly, ...[...free].map((currency) => amountToText(zeroAmount(currency)))];
};

/**
 * The question that has to be answered with yes first: sum and cost by their copies; undefined when it was, or nothing is to be asked.
 * `unsaved`: a device that has not left that wallet, and may hold what no copy knows of.
 */
export const notAgreed = (
  lines: readonly ReissueLine[],
  agreed: AgreedFees | undefined,
  unsaved: string | undefined,
): Extract<BackupFailure, { readonly kind: 'takeover-asks' }> | undefined => {
  if (lines.length === 0 || (agreed !== undefined && beyondAgreed(lines, agreed) === undefined)) return undefined;
  return {
    kind: 'takeover-asks',
    there: sumsOf(lines, ({ reachable }) => reachable),
    fees: feesOf(lines),
    stays: sumsOf(lines, ({ stays }) => stays),
    issuers: lines.map(({ exchange }) => new URL(exchange).host),
    silent: lines.filter(({ why }) => why !== undefined).map(({ exchange }) => new URL(exchange).host),
    ...(unsaved === undefined ? {} : { unsaved }),
  };
};
