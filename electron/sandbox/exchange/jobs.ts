// SPDX-License-Identifier: GPL-3.0-or-later
import {
  addAmounts,
  amount,
  amountToText,
  compareAmounts,
  subtractAmounts,
  zeroAmount,
  type Amount,
} from '../../../shared/amount.ts';
import { ok } from '../../../shared/result.ts';
import { bytesToCrock, crockToBytes } from '../../taler/bytes/encodings.ts';
import { hashPayto } from '../../taler/crypto/hash.ts';
import { reserveClosedBlock } from '../../taler/purposes/exchange.ts';
import { payoutHeldUp, recordDeed } from './legitimization.ts';
import { expirePurses } from './purse-end.ts';
import { addReserveEvent, findReserve } from './reserves.ts';
import { nowStamp, type ExchangeRoom } from './room.ts';

/** What real exchanges run beside the HTTP server: paying merchants, closing reserves, giving expired purses back. */
export const runJobs = (room: ExchangeRoom): void => {
  const worked = room.store.attempt(() =>
    ok([expirePurses(room), aggregate(room), closeReserves(room)].includes(true)),
  );
  if (worked.ok && worked.value) room.bell.ring();
};

type DueRow = {
  id: number;
  coin_pub: string;
  merchant_pub: string;
  h_contract: string;
  h_wire: string;
  payto: string;
  contribution: string;
  fee: string;
};

/** One transfer per merchant account for everything whose deadline has come, less refunds, deposit fees and one wire fee. */
const aggregate = (room: ExchangeRoom): boolean => {
  const due = room.store.all<DueRow>(
    'SELECT * FROM deposit WHERE wtid IS NULL AND wire_deadline <= ? ORDER BY id',
    Math.floor(room.world.now() / 1000),
  );
  const byAccount = new Map<string, DueRow[]>();
  for (const row of due) {
    const account = `${row.merchant_pub} ${row.h_wire}`;
    byAccount.set(account, [...(byAccount.get(account) ?? []), row]);
  }
  let worked = false;
  for (const rows of byAccount.values()) {
    const gross = rows.reduce((sum, row) => addAmounts(sum, netOf(room, row)), zeroAmount(room.currency));
    const [first] = rows;
    // too little to pay for its own transfer: it waits for more
    if (!first || compareAmounts(gross, room.fees.wireFee) <= 0) continue;
    if (payoutHeldUp(room, first.payto, gross)) continue;
    recordDeed(room, { operation: 'AGGREGATE', payto: first.payto, sum: gross });
    pay(room, first, rows, subtractAmounts(gross, room.fees.wireFee));
    worked = true;
  }
  return worked;
};

const netOf = (room: ExchangeRoom, row: DueRow): Amount => {
  const refunds = room.store.all<{ amount: string }>(
    'SELECT amount FROM refund WHERE coin_pub = ? AND merchant_pub = ? AND h_contract = ?',
    row.coin_pub,
    row.merchant_pub,
    row.h_contract,
  );
  const back = refunds.reduce((sum, each) => addAmounts(sum, amount(each.amount)), amount(row.fee));
  const whole = amount(row.contribution);
  return compareAmounts(whole, back) > 0 ? subtractAmounts(whole, back) : zeroAmount(room.currency);
};

const pay = (room: ExchangeRoom, first: DueRow, rows: readonly DueRow[], total: Amount): void => {
  const wtid = bytesToCrock(room.world.randomBytes(32));
  room.payOut(first.payto, amountToText(total), `${wtid} ${room.baseUrl()}`);
  room.store.run(
    'INSERT INTO transfer VALUES (?, ?, ?, ?, ?, ?)',
    wtid,
    first.merchant_pub,
    first.payto,
    amountToText(total),
    amountToText(room.fees.wireFee),
    Math.floor(room.world.now() / 1000),
  );
  for (const row of rows) room.store.run('UPDATE deposit SET wtid = ? WHERE id = ?', wtid, row.id);
};

type ClosingRow = { id: number; reserve_pub: string; payto: string };

const closeReserves = (room: ExchangeRoom): boolean => {
  const due = room.store.all<ClosingRow>('SELECT * FROM closing WHERE done = 0 AND due <= ?', room.world.now());
  for (const row of due) {
    room.store.run('UPDATE closing SET done = 1 WHERE id = ?', row.id);
    const balance = amount(findReserve(room, row.reserve_pub)?.balance ?? `${room.currency}:0`);
    const { closingFee } = room.fees;
    if (compareAmounts(balance, closingFee) <= 0) continue;
    const timestamp = nowStamp(room);
    room.store.run('UPDATE reserve SET balance = ? WHERE pub = ?', `${room.currency}:0`, row.reserve_pub);
    // recorded: the transfer of a closed reserve carries the reserve's own key
    const wtid = row.reserve_pub;
    room.payOut(row.payto, amountToText(subtractAmounts(balance, closingFee)), wtid);
    const block = reserveClosedBlock({
      timestamp,
      closingAmount: balance,
      closingFee,
      reservePub: crockToBytes(row.reserve_pub, 32),
      paytoHash: hashPayto(row.payto),
      wtid: crockToBytes(wtid, 32),
    });
    addReserveEvent(room, row.reserve_pub, {
      type: 'CLOSING',
      receiver_account_details: row.payto,
      wtid,
      ...room.signkeys.confirm(block),
      timestamp,
      amount: amountToText(balance),
      closing_fee: amountToText(closingFee),
    });
  }
  return due.length > 0;
};
