// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { amount, amountToText, compareAmounts, sumAmounts } from '../../../../shared/amount.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import { bytesToCrock, crockToBytes } from '../../../taler/bytes/encodings.ts';
import { confirmMeltBlock } from '../../../taler/purposes/exchange.ts';
import { amountIn, crock, readJson } from '../../read.ts';
import { errorReply, jsonReply, type Reply } from '../../reply.ts';
import type { Routes } from '../../server.ts';
import { blindSign, type EvSig } from '../blind-sign.ts';
import { verifies } from '../checks.ts';
import { addCoinEvent, checkCoinSignature, denomSigSchema, registerCoin, spendCoin, type CoinRow } from '../coins.ts';
import type { Denomination } from '../denominations.ts';
import { meltableDenomination, rollGamma } from '../melt.ts';
import type { ExchangeRoom } from '../room.ts';
import { blindedOf, envelopeSchema, MAX_COINS, sumsOf, usableRsa, type RsaDenomination } from './denominations.ts';
import { commitmentOf, envelopesHash, meltBytes, recompute, transferPubsOf } from './formulas.ts';

const KAPPA = 3;

const meltSchema = (currency: string) =>
  z.object({
    old_coin_pub: crock(32),
    old_denom_pub_h: crock(64),
    old_denom_sig: denomSigSchema,
    value_with_fee: amountIn(currency),
    refresh_seed: crock(64),
    denoms_h: z.array(crock(64)).min(1).max(MAX_COINS),
    coin_evs: z.array(z.array(envelopeSchema)).length(KAPPA),
    transfer_pubs: z.array(z.array(crock(32))).length(KAPPA),
    confirm_sig: crock(64),
  });
type Melt = z.output<ReturnType<typeof meltSchema>>;

const revealSchema = z.object({ rc: crock(64), batch_seeds: z.array(crock(64)) });

type SessionRow = {
  rc: string;
  coin_pub: string;
  value: string;
  seed: string;
  denoms: string;
  transfer_pubs: string;
  gamma: number;
  h_planchets: string;
  sigs: string;
  event_id: number;
};

/** POST /melt and /reveal-melt (PROTOCOL.md#refresh-from-v32-on). */
export const refreshRoutesV32 = (room: ExchangeRoom): Routes => {
  const schema = meltSchema(room.currency);
  return {
    'POST /melt': async (request) => {
      const body = await readJson(request, schema);
      if (!body.ok) return body.error;
      const wrong = wrongSize(body.value);
      if (wrong !== undefined) return errorReply(400, 22, { field: wrong, line: 0 });
      const done = melt(room, body.value);
      return done.ok ? done.value : done.error;
    },
    'POST /reveal-melt': async (request) => {
      const body = await readJson(request, revealSchema);
      if (!body.ok) return body.error;
      const done = reveal(room, body.value.rc, body.value.batch_seeds);
      return done.ok ? jsonReply(200, { ev_sigs: done.value }) : done.error;
    },
  };
};

const wrongSize = ({ denoms_h, coin_evs, transfer_pubs }: Melt): string | undefined =>
  coin_evs.some((each) => each.length !== denoms_h.length)
    ? 'coin_evs'
    : transfer_pubs.some((each) => each.length !== denoms_h.length)
      ? 'transfer_pubs'
      : undefined;

const melt = (room: ExchangeRoom, given: Melt): Result<Reply, Reply> => {
  const coinPub = given.old_coin_pub;
  const old = meltableDenomination(room, coinPub, given.old_denom_pub_h);
  if (!old.ok) return old;
  const denominations = usableRsa(room, given.denoms_h, 'REVEAL');
  if (!denominations.ok) return denominations;
  const candidates: { readonly hash: Uint8Array; readonly blinded: readonly Uint8Array[] }[] = [];
  for (const envelopes of given.coin_evs) {
    const blinded = blindedOf(denominations.value, envelopes);
    if (!blinded.ok) return blinded;
    candidates.push({ hash: envelopesHash(blinded.value), blinded: blinded.value.map((each) => each.blinded) });
  }
  const { value, fee } = sumsOf(room.currency, denominations.value);
  const wanted = sumAmounts(room.currency, [old.value.feeRefresh, value, fee]);
  const offered = amount(given.value_with_fee);
  if (compareAmounts(wanted, offered) !== 0) return err(errorReply(400, 1302));
  const signed = checkCoinSignature(old.value, coinPub, given.old_denom_sig);
  if (!signed.ok) return signed;
  const rc = commitmentOf({
    seed: crockToBytes(given.refresh_seed, 64),
    coinPub: crockToBytes(coinPub, 32),
    value: offered,
    envelopes: candidates.map(({ hash }) => hash),
  });
  const block = meltBytes({ rc, denominationHash: old.value.hashBytes, value: offered, fee: old.value.feeRefresh });
  if (!verifies(coinPub, block, given.confirm_sig)) return err(errorReply(403, 1303));
  const known = registerCoin(room, coinPub, old.value, given.old_denom_sig);
  if (!known.ok) return known;
  return room.store.attempt(() =>
    book(room, given, {
      rc: bytesToCrock(rc),
      old: old.value,
      coin: known.value,
      denominations: denominations.value,
      candidates,
    }),
  );
};

type Checked = {
  readonly rc: string;
  readonly old: Denomination;
  readonly coin: CoinRow;
  readonly denominations: readonly RsaDenomination[];
  readonly candidates: readonly { readonly hash: Uint8Array; readonly blinded: readonly Uint8Array[] }[];
};

const book = (room: ExchangeRoom, given: Melt, { rc, old, coin, denominations, candidates }: Checked) => {
  const before = findSession(room, rc);
  if (before) return ok(confirmation(room, rc, before.gamma));
  const spent = spendCoin(room, coin, amount(given.value_with_fee));
  if (!spent.ok) return spent;
  const gamma = rollGamma(room);
  const chosen = candidates[gamma];
  if (!chosen) throw new Error('defect: a candidate beyond three');
  // Signed now, given once two of three candidates are disclosed.
  const sigs: EvSig[] = [];
  for (const [at, denomination] of denominations.entries()) {
    const one = blindSign(denomination, { cipher: 'RSA', blinded: chosen.blinded[at] ?? new Uint8Array(0) });
    if (!one.ok) return one;
    sigs.push(one.value);
  }
  room.store.run('INSERT INTO melt VALUES (?, ?, ?, ?, NULL, NULL)', rc, coin.pub, given.value_with_fee, gamma);
  const event = addCoinEvent(room, coin.pub, {
    type: 'MELT',
    amount: given.value_with_fee,
    melt_fee: amountToText(old.feeRefresh),
    rc,
    refresh_seed: given.refresh_seed,
    noreveal_index: gamma,
    denoms_h: given.denoms_h,
    transfer_pubs: given.transfer_pubs,
    coin_sig: given.confirm_sig,
  });
  room.store.run(
    'INSERT INTO session VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    rc,
    coin.pub,
    given.value_with_fee,
    given.refresh_seed,
    JSON.stringify(given.denoms_h),
    JSON.stringify(given.transfer_pubs),
    gamma,
    bytesToCrock(chosen.hash),
    JSON.stringify(sigs),
    event,
  );
  return ok(confirmation(room, rc, gamma));
};

const findSession = (room: ExchangeRoom, rc: string): SessionRow | undefined =>
  room.store.one<SessionRow>('SELECT * FROM session WHERE rc = ?', rc);

const confirmation = (room: ExchangeRoom, rc: string, norevealIndex: number): Reply =>
  jsonReply(200, {
    noreveal_index: norevealIndex,
    ...room.signkeys.confirm(confirmMeltBlock({ rc: crockToBytes(rc, 64), norevealIndex })),
  });

const reveal = (room: ExchangeRoom, rc: string, seeds: readonly string[]): Result<readonly EvSig[], Reply> => {
  if (seeds.length !== KAPPA - 1) return err(errorReply(400, 22, { field: 'batch_seeds', line: 0 }));
  const session = findSession(room, rc);
  if (!session) return err(errorReply(404, 1355));
  const newCoins = (JSON.parse(session.denoms) as readonly string[]).flatMap((hash) => {
    const found = room.denominations.find(hash);
    return found?.key.cipher === 'RSA' ? [{ key: found.key.key, hashBytes: found.hashBytes }] : [];
  });
  const coinPub = crockToBytes(session.coin_pub, 32);
  const disclosed = seeds.map((seed) => recompute(crockToBytes(seed, 64), coinPub, newCoins));
  const envelopes = disclosed.toSpliced(session.gamma, 0, crockToBytes(session.h_planchets, 64));
  const expected = commitmentOf({
    seed: crockToBytes(session.seed, 64),
    coinPub,
    value: amount(session.value),
    envelopes,
  });
  // No hash holds the transfer keys; whoever finds change by them must find it.
  const told = (JSON.parse(session.transfer_pubs) as readonly (readonly string[])[]).toSpliced(session.gamma, 1);
  const isTold = seeds.every((seed, at) =>
    transferPubsOf(crockToBytes(seed, 64), newCoins.length).every(
      (pub, index) => bytesToCrock(pub) === told[at]?.[index],
    ),
  );
  if (bytesToCrock(expected) !== rc || !isTold)
    return err(errorReply(409, 1353, { rc_expected: bytesToCrock(expected) }));
  const sigs = JSON.parse(session.sigs) as readonly EvSig[];
  for (const [at, hash] of (JSON.parse(session.denoms) as readonly string[]).entries())
    room.store.run(
      "INSERT OR IGNORE INTO fresh_coin VALUES (?, ?, ?, ?, ?, '', '{}', NULL)",
      rc,
      at,
      `${rc} ${at}`,
      hash,
      JSON.stringify(sigs[at]),
    );
  // From now on the coin's history tells them to whoever holds its key.
  const event = room.store.one<{ json: string }>('SELECT json FROM coin_event WHERE id = ?', session.event_id);
  const line = { ...(JSON.parse(event?.json ?? '{}') as object), ev_sigs: sigs };
  room.store.run('UPDATE coin_event SET json = ? WHERE id = ?', JSON.stringify(line), session.event_id);
  return ok(sigs);
};
