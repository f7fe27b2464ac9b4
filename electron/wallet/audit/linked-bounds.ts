// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../shared/result.ts';
import { amountToText } from '../../../shared/amount.ts';
import type { Reader } from '../../storage/store.ts';
import { bytesToCrock } from '../../taler/bytes/encodings.ts';
import { canonicalJson } from '../../taler/bytes/canonical-json.ts';
import type { HistoryEntry, LinkedMelt } from '../../taler/exchange/answers.ts';
import type { Denomination, ExchangeKeys } from '../../taler/exchange/keys/model.ts';
import { inPlaceOf, roomAt, takes } from '../coins/room.ts';
import type { WalletFailure } from '../failure/failure.ts';

// What a link leads to is the exchange's word alone: it can make change of a coin as it likes, and sign it rightly. So there is
// no more of it than the coin's own signatures on melts say, and no more than there is room for at that exchange.

/** What a melt makes, and what it takes, which follows from that (PROTOCOL.md#refresh). */
export const sumsOf = (coins: readonly { readonly denomination: Denomination }[], { feeRefresh }: Denomination) => {
  const value = coins.reduce((sum, each) => sum + each.denomination.value.units, 0n);
  return {
    value,
    taken: coins.reduce((sum, each) => sum + each.denomination.feeWithdraw.units, value + feeRefresh.units),
  };
};

/** The answer as it may be believed: every transfer key once. Fails for one that makes more than the coin signed away. */
export const believable = (
  melts: readonly LinkedMelt[],
  history: readonly HistoryEntry[],
  keys: ExchangeKeys,
  old: Denomination,
): Result<readonly LinkedMelt[], WalletFailure> => {
  const byKey = new Map(melts.map((melt) => [bytesToCrock(melt.transferPub), melt]));
  const signed = new Map(history.flatMap((each) => (isOwnMelt(each) ? [[canonicalJson(each.detail), each]] : [])));
  const most = [...signed.values()].reduce((sum, { amount }) => sum + amount.units, 0n);
  let taken = 0n;
  for (const { newCoins } of byKey.values()) {
    if (new Set(newCoins.map(({ index }) => index)).size !== newCoins.length)
      return err({ kind: 'bad-history', what: 'a link with one coin twice' });
    const made = newCoins.flatMap(({ denominationHash }) => keys.denominations.get(denominationHash) ?? []);
    taken += sumsOf(
      made.map((denomination) => ({ denomination })),
      old,
    ).taken;
  }
  return byKey.size > signed.size || taken > most
    ? err({ kind: 'bad-history', what: 'a melt that the coin did not sign' })
    : ok([...byKey.values()]);
};

const isOwnMelt = ({ type, direction, proof }: HistoryEntry): boolean =>
  type === 'MELT' && direction === 'debit' && proof === 'verified';

/** Whether there is room for what a melt made; the used-up coin makes room for one. */
export const hasRoomFor = (
  reader: Pick<Reader, 'coins' | 'entries' | 'bytesOf'>,
  keys: ExchangeKeys,
  { newCoins }: LinkedMelt,
  old: Denomination,
): boolean => {
  const made = newCoins.flatMap(({ denominationHash }) => keys.denominations.get(denominationHash) ?? []);
  const taken = takes(made.map(({ value }) => ({ n: 1, v: amountToText(value) })));
  const room = inPlaceOf(roomAt(reader, keys.baseUrl), old.value.units);
  return taken.coins <= room.coins && taken.small <= room.small;
};
