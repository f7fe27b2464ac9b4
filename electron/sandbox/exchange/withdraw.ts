// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { addAmounts, amountToText, sumAmounts, type Amount } from '../../../shared/amount.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { coinEvHash, type BlindedPlanchet } from '../../taler/coin/denomination.ts';
import { bytesToCrock, crockToBytes } from '../../taler/bytes/encodings.ts';
import { withdrawBlock } from '../../taler/purposes/wallet.ts';
import { crock, crockText, readJson, readKey } from '../read.ts';
import { errorReply, jsonReply, type Reply } from '../reply.ts';
import type { Routes, SandboxRequest } from '../server.ts';
import { isLess, usableDenomination, verifies } from './checks.ts';
import { blindSign, type EvSig } from './blind-sign.ts';
import type { Denomination } from './denominations.ts';
import { legitimize, recordDeed } from './legitimization.ts';
import { addReserveEvent, findReserve, reserveTooPoor, takeFromReserve } from './reserves.ts';
import type { ExchangeRoom } from './room.ts';

/** PROTOCOL.md#limits */
const MAX_PLANCHETS = 256;

/** A blinded planchet on the wire. */
export const coinEvSchema = z.discriminatedUnion('cipher', [
  z.object({ cipher: z.literal('RSA'), rsa_blinded_planchet: crockText }),
  z.object({ cipher: z.literal('CS'), cs_nonce: crock(32), cs_blinded_c0: crock(32), cs_blinded_c1: crock(32) }),
]);

/** The planchet's bytes for hashing and signing. */
export const readCoinEv = (coinEv: z.output<typeof coinEvSchema>): BlindedPlanchet =>
  coinEv.cipher === 'RSA'
    ? { cipher: 'RSA', blinded: crockToBytes(coinEv.rsa_blinded_planchet) }
    : {
        cipher: 'CS',
        c0: crockToBytes(coinEv.cs_blinded_c0, 32),
        c1: crockToBytes(coinEv.cs_blinded_c1, 32),
        nonce: crockToBytes(coinEv.cs_nonce, 32),
      };

const planchetSchema = z.object({ denom_pub_hash: crock(64), coin_ev: coinEvSchema, reserve_sig: crock(64) });
const batchSchema = z.object({ planchets: z.array(planchetSchema) });

/** Withdrawals in batches, and single ones on v17 (PROTOCOL.md#withdrawal). */
export const withdrawRoutes = (room: ExchangeRoom): Routes => ({
  'POST /reserves/:pub/batch-withdraw': async (request) => {
    const pub = readKey(request.args[0] ?? '', 27);
    if (!pub.ok) return pub.error;
    const body = await readJson(request, batchSchema);
    if (!body.ok) return body.error;
    const { planchets } = body.value;
    if (planchets.length === 0) return errorReply(400, 26, { detail: 'planchets' });
    if (planchets.length > MAX_PLANCHETS) return errorReply(400, 26, { detail: 'too many planchets' });
    const done = withdraw(room, pub.value, planchets, request);
    return done.ok ? jsonReply(200, { ev_sigs: done.value.map((ev_sig) => ({ ev_sig })) }) : done.error;
  },
  ...(room.generation === 'v17'
    ? {
        'POST /reserves/:pub/withdraw': async (request: SandboxRequest) => {
          const pub = readKey(request.args[0] ?? '', 27);
          if (!pub.ok) return pub.error;
          const body = await readJson(request, planchetSchema);
          if (!body.ok) return body.error;
          const done = withdraw(room, pub.value, [body.value], undefined);
          return done.ok ? jsonReply(200, { ev_sig: done.value[0] }) : done.error;
        },
      }
    : {}),
});

type Planchet = z.output<typeof planchetSchema>;
type Checked = {
  readonly denomination: Denomination;
  readonly planchet: BlindedPlanchet;
  readonly hash: string;
  readonly cost: Amount;
  readonly reserveSig: string;
};

const withdraw = (
  room: ExchangeRoom,
  pub: string,
  planchets: readonly Planchet[],
  request: SandboxRequest | undefined,
): Result<readonly EvSig[], Reply> => {
  const checked: Checked[] = [];
  for (const planchet of planchets) {
    const one = checkPlanchet(room, pub, planchet, request);
    if (!one.ok) return one;
    checked.push(one.value);
  }
  if (new Set(checked.map((one) => one.hash)).size < checked.length)
    return err(errorReply(400, 26, { detail: 'duplicate planchet' }));
  for (const { denomination, hash, cost, reserveSig } of checked) {
    const block = withdrawBlock({
      valueWithFee: cost,
      denominationHash: denomination.hashBytes,
      coinEvHash: crockToBytes(hash, 64),
    });
    if (!verifies(pub, block, reserveSig)) return err(errorReply(403, 1154));
  }
  const held = heldUp(room, pub, checked);
  return held ? err(held) : room.store.attempt(() => book(room, pub, checked, request));
};

/** Before the balance, and after what was answered already. What was merged into the reserve was looked at when it was. */
const heldUp = (room: ExchangeRoom, pub: string, checked: readonly Checked[]): Reply | undefined => {
  const origin = findReserve(room, pub)?.origin ?? undefined;
  const isReplay = checked.some(
    ({ hash }) =>
      room.store.one('SELECT 1 FROM withdrawal WHERE h_coin_ev = ? AND reserve_pub = ?', hash, pub) !== undefined,
  );
  if (origin === undefined || isReplay) return undefined;
  const sum = sumAmounts(
    room.currency,
    checked.map((one) => one.cost),
  );
  return legitimize(room, { operation: 'WITHDRAW', payto: origin, sum, accountPub: pub });
};

const checkPlanchet = (
  room: ExchangeRoom,
  pub: string,
  given: Planchet,
  request: SandboxRequest | undefined,
): Result<Checked, Reply> => {
  const planchet = readCoinEv(given.coin_ev);
  const hash = bytesToCrock(coinEvHash(crockToBytes(given.denom_pub_hash, 64), planchet));
  const usable = usableDenomination(room, given.denom_pub_hash, 'withdraw');
  const known = room.denominations.find(given.denom_pub_hash);
  // What was signed before is given again although its denomination is revoked or expired since; v17 overlooks that in a
  // batch, as it does every other repetition of one (PROTOCOL.md#withdrawal).
  const isRepeated =
    !usable.ok && known && request?.asks('v17RefuseBatchReplay') === undefined && isStored(room, pub, hash);
  if (!usable.ok && !isRepeated) return usable;
  const denomination = usable.ok ? usable.value : known;
  if (!denomination) throw new Error('defect: a coin was signed by an unknown denomination');
  if (denomination.key.cipher !== given.coin_ev.cipher) return err(errorReply(400, 1017));
  return ok({
    denomination,
    planchet,
    hash,
    cost: addAmounts(denomination.value, denomination.feeWithdraw),
    reserveSig: given.reserve_sig,
  });
};

const isStored = (room: ExchangeRoom, pub: string, hash: string): boolean =>
  room.store.one('SELECT 1 FROM withdrawal WHERE h_coin_ev = ? AND reserve_pub = ?', hash, pub) !== undefined;

const book = (
  room: ExchangeRoom,
  pub: string,
  checked: readonly Checked[],
  request: SandboxRequest | undefined,
): Result<readonly EvSig[], Reply> => {
  const reserve = findReserve(room, pub);
  if (!reserve) return err(errorReply(404, 1027));
  const stored = checked.map(({ hash }) =>
    room.store.one<{ ev_sig: string }>(
      'SELECT ev_sig FROM withdrawal WHERE h_coin_ev = ? AND reserve_pub = ?',
      hash,
      pub,
    ),
  );
  const total = sumAmounts(
    room.currency,
    checked.map((one) => one.cost),
  );
  const known = stored.filter((row) => row !== undefined);
  if (known.length > 0) {
    const refuses = known.length < checked.length || request?.asks('v17RefuseBatchReplay') !== undefined;
    if (!refuses) return ok(known.map((row) => JSON.parse(row.ev_sig) as EvSig));
    return err(isLess(reserve.balance, total) ? reserveTooPoor(reserve, total) : errorReply(409, 1175));
  }
  if (isLess(reserve.balance, total)) return err(reserveTooPoor(reserve, total));
  // two challenges for one nonce would give the signing key away; the recorded servers overlook it (PROTOCOL.md#defects-of-recorded-servers)
  if (checked.some((one) => usedNonce(room, one))) return err(errorReply(400, 1160));
  const sigs: EvSig[] = [];
  for (const one of checked) {
    const signed = blindSign(one.denomination, one.planchet);
    if (!signed.ok) return signed;
    sigs.push(signed.value);
    room.store.run(
      'INSERT INTO withdrawal VALUES (?, ?, ?, ?, ?)',
      one.hash,
      pub,
      one.denomination.hash,
      JSON.stringify(signed.value),
      csNonce(one.planchet),
    );
    addReserveEvent(room, pub, {
      type: 'WITHDRAW',
      reserve_sig: one.reserveSig,
      h_coin_envelope: one.hash,
      h_denom_pub: one.denomination.hash,
      withdraw_fee: amountToText(one.denomination.feeWithdraw),
      amount: amountToText(one.cost),
    });
  }
  takeFromReserve(room, reserve, total);
  if (reserve.origin !== null) recordDeed(room, { operation: 'WITHDRAW', payto: reserve.origin, sum: total });
  return ok(sigs);
};

const csNonce = (planchet: BlindedPlanchet): string | null =>
  planchet.cipher === 'CS' ? bytesToCrock(planchet.nonce) : null;

const usedNonce = (room: ExchangeRoom, { denomination, planchet }: Checked): boolean =>
  planchet.cipher === 'CS' &&
  room.store.one(
    'SELECT 1 FROM withdrawal WHERE denom_hash = ? AND cs_nonce = ?',
    denomination.hash,
    csNonce(planchet),
  ) !== undefined;
