// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { err, ok, type Result } from '../../../shared/result.ts';
import { amountIn, crock, readJson, readKey, timestamp } from '../read.ts';
import { errorReply, jsonReply, type Reply } from '../reply.ts';
import type { Routes } from '../server.ts';
import { isLess } from './checks.ts';
import {
  bookDeposits,
  checkDeposits,
  checkExpiration,
  checkPurseSignatures,
  confirmPurse,
  depositsSchema,
  econtractSchema,
  findPurse,
  keepContract,
  metaConflict,
  sumOfNets,
  type PurseMeta,
} from './purses.ts';
import type { ExchangeRoom } from './room.ts';

const createSchema = (currency: string) =>
  z.object({
    amount: amountIn(currency),
    min_age: z.int().min(0).max(0xffff_ffff),
    merge_pub: crock(32),
    purse_sig: crock(64),
    h_contract_terms: crock(64),
    purse_expiration: timestamp,
    deposits: depositsSchema(currency),
    econtract: econtractSchema.optional(),
  });
type Create = z.output<ReturnType<typeof createSchema>>;

/** POST /purses/PUB/create and GET /contracts/PUB (PROTOCOL.md#creating-a-purse). */
export const purseCreateRoutes = (room: ExchangeRoom): Routes => {
  const schema = createSchema(room.currency);
  return {
    'POST /purses/:pub/create': async (request) => {
      const pub = readKey(request.args[0] ?? '', 1024);
      if (!pub.ok) return pub.error;
      const body = await readJson(request, schema);
      if (!body.ok) return body.error;
      const done = create(room, pub.value, body.value);
      room.bell.ring();
      return done.ok ? done.value : done.error;
    },
    'GET /contracts/:pub': (request) => {
      const pub = readKey(request.args[0] ?? '', 1951);
      if (!pub.ok) return pub.error;
      const row = room.store.one<{ purse_pub: string; econtract: string; econtract_sig: string }>(
        'SELECT purse_pub, econtract_sig, econtract FROM contract WHERE contract_pub = ?',
        pub.value,
      );
      return row ? jsonReply(200, row) : errorReply(404, 1950);
    },
  };
};

const create = (room: ExchangeRoom, pub: string, given: Create): Result<Reply, Reply> => {
  // an identical purse that has ended meanwhile is still confirmed, so its age is no reason to refuse
  const untimely = findPurse(room, pub) ? undefined : checkExpiration(room, given.purse_expiration.t_s, 1853, 1854);
  if (untimely) return err(untimely);
  const checked = checkDeposits(room, pub, given.deposits);
  if (!checked.ok) return checked;
  const meta: PurseMeta = {
    amount: given.amount,
    minAge: given.min_age,
    mergePub: given.merge_pub,
    contractHash: given.h_contract_terms,
    expiration: Number(given.purse_expiration.t_s),
    purseSig: given.purse_sig,
  };
  const forged = checkPurseSignatures(pub, meta, given.econtract);
  if (forged) return err(forged);
  const total = sumOfNets(room, checked.value);
  if (isLess(total, room.fees.purseFee)) return err(errorReply(400, 1860));
  return room.store.attempt(() => {
    const stored = findPurse(room, pub);
    const conflict = stored && metaConflict(stored, meta, 1850);
    if (conflict) return err(conflict);
    if (!stored) insert(room, pub, meta);
    const booked = bookDeposits(room, pub, checked.value);
    if (!booked.ok) return booked;
    const kept = keepContract(room, pub, given.econtract);
    if (!kept.ok) return kept;
    const facts = { pub, expiration: meta.expiration, amount: meta.amount, h_contract: meta.contractHash };
    return ok(jsonReply(200, confirmPurse(room, facts, total)));
  });
};

const insert = (room: ExchangeRoom, pub: string, meta: PurseMeta): void => {
  room.store.run(
    "INSERT INTO purse (pub, kind, merge_pub, expiration, amount, h_contract, min_age, purse_sig, balance, created, flags, purse_fee, state) VALUES (?, 'push', ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, 'open')",
    pub,
    meta.mergePub,
    meta.expiration,
    meta.amount,
    meta.contractHash,
    meta.minAge,
    meta.purseSig,
    `${room.currency}:0`,
    room.world.now(),
    `${room.currency}:0`,
  );
};
