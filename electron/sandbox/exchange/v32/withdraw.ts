// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { addAmounts, amountToText, type Amount } from '../../../../shared/amount.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import { bytesToCrock } from '../../../taler/bytes/encodings.ts';
import { crock, readJson } from '../../read.ts';
import { errorReply, jsonReply, type Reply } from '../../reply.ts';
import type { Routes } from '../../server.ts';
import { blindSign, type EvSig } from '../blind-sign.ts';
import { isLess, verifies } from '../checks.ts';
import { legitimize, recordDeed } from '../legitimization.ts';
import { addReserveEvent, findReserve, reserveTooPoor, takeFromReserve } from '../reserves.ts';
import type { ExchangeRoom } from '../room.ts';
import { blindedOf, envelopeSchema, MAX_COINS, sumsOf, usableRsa, type RsaDenomination } from './denominations.ts';
import { envelopeHash, envelopesHash, withdrawalBytes } from './formulas.ts';

const schema = z.object({
  cipher: z.literal('ED25519'),
  reserve_pub: crock(32),
  denoms_h: z.array(crock(64)),
  coin_evs: z.array(envelopeSchema),
  reserve_sig: crock(64),
  max_age: z.unknown().optional(),
});
type Withdraw = z.output<typeof schema>;

/** POST /withdraw (PROTOCOL.md#withdrawal-from-v26-on). */
export const withdrawRoutesV32 = (room: ExchangeRoom): Routes => ({
  'POST /withdraw': async (request) => {
    const body = await readJson(request, schema);
    if (!body.ok) return body.error;
    const { denoms_h, coin_evs, max_age } = body.value;
    if (denoms_h.length === 0 || coin_evs.length !== denoms_h.length)
      return errorReply(400, 22, { field: 'coin_evs', line: 0 });
    if (denoms_h.length > MAX_COINS) return errorReply(413, 26, { detail: 'too many coins' });
    if (max_age !== undefined) return errorReply(501, 26, { detail: 'max_age' });
    const done = withdraw(room, body.value);
    return done.ok ? jsonReply(200, { ev_sigs: done.value }) : done.error;
  },
});

type Request = {
  readonly pub: string;
  readonly name: string;
  readonly sig: string;
  readonly denominations: readonly RsaDenomination[];
  readonly blinded: readonly Uint8Array[];
  readonly fee: Amount;
  readonly cost: Amount;
};

const withdraw = (room: ExchangeRoom, given: Withdraw): Result<readonly EvSig[], Reply> => {
  const denominations = usableRsa(room, given.denoms_h, 'withdraw');
  if (!denominations.ok) return denominations;
  const envelopes = blindedOf(denominations.value, given.coin_evs);
  if (!envelopes.ok) return envelopes;
  const names = envelopes.value.map((each) => bytesToCrock(envelopeHash(each.denominationHash, each.blinded)));
  if (new Set(names).size < names.length) return err(errorReply(400, 1175));
  const { value, fee } = sumsOf(room.currency, denominations.value);
  const hash = envelopesHash(envelopes.value);
  if (!verifies(given.reserve_pub, withdrawalBytes(value, fee, hash), given.reserve_sig))
    return err(errorReply(403, 1154));
  return answer(room, {
    pub: given.reserve_pub,
    name: bytesToCrock(hash),
    sig: given.reserve_sig,
    denominations: denominations.value,
    blinded: envelopes.value.map(({ blinded }) => blinded),
    fee,
    cost: addAmounts(value, fee),
  });
};

type RequestRow = { sigs: string };

const answer = (room: ExchangeRoom, request: Request): Result<readonly EvSig[], Reply> => {
  const { pub, name, cost } = request;
  const before = room.store.one<RequestRow>(
    'SELECT sigs FROM withdraw_request WHERE h_planchets = ? AND reserve_pub = ?',
    name,
    pub,
  );
  if (before) return ok(JSON.parse(before.sigs) as readonly EvSig[]);
  const origin = findReserve(room, pub)?.origin ?? undefined;
  const held =
    origin === undefined
      ? undefined
      : legitimize(room, { operation: 'WITHDRAW', payto: origin, sum: cost, accountPub: pub });
  return held ? err(held) : room.store.attempt(() => book(room, request));
};

const book = (room: ExchangeRoom, { pub, name, sig, denominations, blinded, fee, cost }: Request) => {
  const reserve = findReserve(room, pub);
  if (!reserve) return err(errorReply(404, 1027));
  if (isLess(reserve.balance, cost)) return err(reserveTooPoor(reserve, cost));
  const sigs: EvSig[] = [];
  for (const [at, denomination] of denominations.entries()) {
    const signed = blindSign(denomination, { cipher: 'RSA', blinded: blinded[at] ?? new Uint8Array(0) });
    if (!signed.ok) return signed;
    sigs.push(signed.value);
    // By its place in this request: what is signed in two of them is paid for twice.
    const ev = JSON.stringify(signed.value);
    room.store.run('INSERT INTO withdrawal VALUES (?, ?, ?, ?, NULL)', `${name} ${at}`, pub, denomination.hash, ev);
  }
  room.store.run('INSERT INTO withdraw_request VALUES (?, ?, ?)', name, pub, JSON.stringify(sigs));
  addReserveEvent(room, pub, {
    type: 'WITHDRAW',
    reserve_sig: sig,
    h_planchets: name,
    num_coins: sigs.length,
    denom_pub_hashes: denominations.map(({ hash }) => hash),
    withdraw_fee: amountToText(fee),
    amount: amountToText(cost),
  });
  takeFromReserve(room, reserve, cost);
  if (reserve.origin !== null) recordDeed(room, { operation: 'WITHDRAW', payto: reserve.origin, sum: cost });
  return ok(sigs);
};
