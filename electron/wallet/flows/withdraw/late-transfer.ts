// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, type Amount } from '../../../../shared/amount.ts';
import { timestampToMs } from '../../../../shared/time.ts';
import type { Withdrawal } from '../../../state/entry.ts';
import type { Wallets } from '../../context.ts';
import type { OpenExchange } from '../../exchanges.ts';
import { noteLeftThere } from '../../ledger/left-there.ts';
import { accountKeyOf, drawAgain } from '../../ledger/reserve.ts';
import { neverDrawn } from './owed.ts';
import { selectDenominations } from '../../coins/selection.ts';

// The account a transfer was sent to stays in people's banks: some send the rest of the sum later, or the same again.

/** How long after a withdrawal its reserve is looked at again: people repeat a transfer while the last one is still in sight. */
const LOOK_AGAIN_MS = 60 * 24 * 60 * 60_000;
/** How many reserves one look asks about, the newest first: more would tell an exchange more about its customer than it tells the customer. */
const MAX_RESERVES = 16;

/** How many withdrawals begin from one reserve without a word of the person, and how many times what was announced they bring in all. */
const MAX_AGAIN = 2;

/** Looks once at the reserves that were funded by hand and are drawn already, and at those that are said to be and brought nothing; what has arrived since is withdrawn as a withdrawal of its own. */
export const lookForTransfers = async (wallets: Wallets, { client, keys }: OpenExchange): Promise<void> => {
  const nowMs = wallets.world.now();
  const byReserve = new Map(neverDrawn(wallets.store, keys.baseUrl).map((each) => [each.reserve, each]));
  for (const each of drawnByHand(wallets, keys.baseUrl, nowMs)) byReserve.set(each.reserve, each);
  for (const withdrawal of [...byReserve.values()].slice(-MAX_RESERVES)) {
    const status = await client.reserveStatus({ reservePub: withdrawal.reserve });
    if (!status.ok) continue;
    if (status.value.state !== 'known') {
      noteLeftThere(wallets, withdrawal.reserve, undefined);
      continue;
    }
    const { balance } = status.value;
    if (balance.currency !== keys.currency || withdrawal.master_pub !== keys.masterPub) continue;
    // A rest that no coin fits was there before.
    if (selectDenominations(keys.denominations.values(), balance, { nowMs, maxCoins: 1 }).coins === 0) {
      noteLeftThere(wallets, withdrawal.reserve, undefined);
      continue;
    }
    // People send a rest, or the same again. An exchange that shows more is not believed: the money is left there, and goes back.
    if (!isLikely(wallets, withdrawal.reserve, balance)) {
      wallets.world.log({ event: 'unannounced-money', exchange: keys.baseUrl });
      noteLeftThere(wallets, withdrawal.reserve, balance);
      continue;
    }
    noteLeftThere(wallets, withdrawal.reserve, undefined);
    wallets.store.transaction((tx) => drawAgain(tx, wallets.world, withdrawal, balance));
  }
};

/** One withdrawal for each such reserve, newest first. */
const drawnByHand = ({ store }: Wallets, exchange: string, nowMs: number): readonly Withdrawal[] => {
  const byReserve = new Map<string, Withdrawal>();
  const done = store
    .entries('withdrawal')
    .flatMap(({ value }) => (value.exchange === exchange && value.origin.type === 'manual' ? [value] : []))
    // Coins of another program may have come without the reserve they are of.
    .filter((value) => accountKeyOf(store, value) !== undefined)
    .filter(({ status, created }) => status === 'done' && timestampToMs(created) > nowMs - LOOK_AGAIN_MS)
    .sort((a, b) => timestampToMs(b.created) - timestampToMs(a.created));
  for (const each of done) if (!byReserve.has(each.reserve)) byReserve.set(each.reserve, each);
  return [...byReserve.values()].slice(0, MAX_RESERVES);
};

/** The first withdrawal of a reserve was announced; those after it count against that sum. */
const isLikely = ({ store }: Wallets, reserve: string, balance: Amount): boolean => {
  const ofReserve = store
    .entries('withdrawal')
    .flatMap(({ value }) => (value.reserve === reserve ? [value] : []))
    .sort((a, b) => timestampToMs(a.created) - timestampToMs(b.created));
  const [first, ...again] = ofReserve;
  if (!first || again.length >= MAX_AGAIN) return false;
  const drawn = again.reduce((sum, { amount: text }) => sum + amount(text).units, balance.units);
  return drawn <= amount(first.amount).units * BigInt(MAX_AGAIN);
};
