// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { addAmounts, amount } from '../../../shared/amount.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { readJson, readKey } from '../read.ts';
import { errorReply, jsonReply, type Reply } from '../reply.ts';
import type { Routes } from '../server.ts';
import { endInReserve } from './purse-end.ts';
import {
  bookDeposits,
  checkDeposits,
  confirmPurse,
  depositsSchema,
  findPurse,
  goneReply,
  isFull,
  isRepeated,
  sumOfNets,
  type CheckedDeposit,
  type PurseRow,
} from './purses.ts';
import type { ExchangeRoom } from './room.ts';

/** POST /purses/PUB/deposit (PROTOCOL.md#filling-a-purse). */
export const purseDepositRoutes = (room: ExchangeRoom): Routes => {
  const schema = z.object({ deposits: depositsSchema(room.currency) });
  return {
    'POST /purses/:pub/deposit': async (request) => {
      const pub = readKey(request.args[0] ?? '', 1024);
      if (!pub.ok) return pub.error;
      const body = await readJson(request, schema);
      if (!body.ok) return body.error;
      const purse = findPurse(room, pub.value);
      if (!purse) return errorReply(404, 1025);
      if (purse.state === 'expired' || purse.state === 'deleted') return goneReply(purse);
      const checked = checkDeposits(room, pub.value, body.value.deposits);
      if (!checked.ok) return checked.error;
      const done = room.store.attempt(() => book(room, purse, checked.value));
      room.bell.ring();
      return done.ok ? done.value : done.error;
    },
  };
};

const book = (room: ExchangeRoom, purse: PurseRow, checked: readonly CheckedDeposit[]): Result<Reply, Reply> => {
  let isReplay = true;
  for (const one of checked) {
    const repeated = isRepeated(room, purse.pub, one);
    if (!repeated.ok) return repeated;
    isReplay &&= repeated.value;
  }
  if (isFull(purse) && !isReplay) return err(errorReply(410, 1976));
  const booked = bookDeposits(room, purse.pub, checked);
  if (!booked.ok) return booked;
  const after = findPurse(room, purse.pub) ?? purse;
  if (after.state === 'open' && after.reserve_pub !== null && isFull(after)) endInReserve(room, after);
  // recorded: a replay counts its coins a second time, and is signed that way
  const total = addAmounts(amount(purse.balance), sumOfNets(room, checked));
  const confirmed = confirmPurse(room, purse, total);
  return ok(
    jsonReply(200, {
      ...confirmed,
      purse_value_after_fees: purse.amount,
      purse_expiration: { t_s: purse.expiration },
      h_contract_terms: purse.h_contract,
    }),
  );
};
