// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText, compareAmounts, subtractAmounts, zeroAmount } from '../../../shared/amount.ts';
import { crockToBytes } from '../../taler/bytes/encodings.ts';
import { confirmPurseRefundBlock } from '../../taler/purposes/exchange.ts';
import { addCoinEvent, returnToCoin } from './coins.ts';
import type { PurseRow } from './purses.ts';
import { addReserveEvent, addToReserve } from './reserves.ts';
import type { ExchangeRoom } from './room.ts';

/** Ends every open purse whose time is over; whether there was one. */
export const expirePurses = (room: ExchangeRoom): boolean => {
  const due = room.store.all<PurseRow>(
    "SELECT * FROM purse WHERE state = 'open' AND expiration <= ?",
    Math.floor(room.world.now() / 1000),
  );
  for (const purse of due) endWithoutSuccess(room, purse, 'expired');
  return due.length > 0;
};

type DepositRow = { coin_pub: string; amount: string; refund_fee: string; event_id: number };

/** Gives all coins of a purse back, whole: the refund fee stands in the history but is not taken (PROTOCOL.md#end-of-a-purse). */
export const endWithoutSuccess = (room: ExchangeRoom, purse: PurseRow, state: 'expired' | 'deleted'): void => {
  room.store.run(
    'UPDATE purse SET state = ?, deleted_at = ? WHERE pub = ?',
    state,
    Math.floor(room.world.now() / 1000),
    purse.pub,
  );
  if (purse.flags === 2)
    room.store.run('UPDATE reserve SET purses_open = purses_open - 1 WHERE pub = ?', purse.reserve_pub);
  for (const row of room.store.all<DepositRow>(
    'SELECT * FROM purse_deposit WHERE purse_pub = ? ORDER BY event_id',
    purse.pub,
  )) {
    const whole = amount(row.amount);
    const refundFee = amount(row.refund_fee);
    const refundedAmount =
      compareAmounts(whole, refundFee) > 0 ? subtractAmounts(whole, refundFee) : zeroAmount(room.currency);
    const block = confirmPurseRefundBlock({
      pursePub: crockToBytes(purse.pub, 32),
      coinPub: crockToBytes(row.coin_pub, 32),
      refundedAmount,
      refundFee,
    });
    returnToCoin(room, row.coin_pub, whole);
    markRefunded(room, row.event_id);
    addCoinEvent(room, row.coin_pub, {
      type: 'PURSE-REFUND',
      amount: amountToText(refundedAmount),
      refund_fee: row.refund_fee,
      ...room.signkeys.confirm(block),
      purse_pub: purse.pub,
    });
  }
};

const markRefunded = (room: ExchangeRoom, eventId: number): void => {
  const json = room.store.one<{ json: string }>('SELECT json FROM coin_event WHERE id = ?', eventId)?.json ?? '{}';
  room.store.run(
    'UPDATE coin_event SET json = ? WHERE id = ?',
    JSON.stringify({ ...(JSON.parse(json) as object), refunded: true }),
    eventId,
  );
};

/** Moves a full purse into the reserve it was merged with. */
export const endInReserve = (room: ExchangeRoom, purse: PurseRow): void => {
  if (purse.reserve_pub === null) throw new Error('defect: a purse without reserve');
  room.store.run("UPDATE purse SET state = 'merged' WHERE pub = ?", purse.pub);
  if (purse.flags === 2)
    room.store.run('UPDATE reserve SET purses_open = purses_open - 1 WHERE pub = ?', purse.reserve_pub);
  addToReserve(room, purse.reserve_pub, amount(purse.amount));
  addReserveEvent(room, purse.reserve_pub, {
    type: 'MERGE',
    h_contract_terms: purse.h_contract,
    merge_pub: purse.merge_pub,
    min_age: purse.min_age,
    flags: purse.flags,
    purse_pub: purse.pub,
    reserve_sig: purse.reserve_sig,
    merge_timestamp: { t_s: purse.merge_timestamp },
    purse_expiration: { t_s: purse.expiration },
    purse_fee: purse.purse_fee,
    amount: purse.amount,
    merged: true,
  });
};
