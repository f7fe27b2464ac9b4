// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { err, ok, type Result } from '../../../shared/result.ts';
import { csRefreshNonce } from '../../taler/crypto/cs.ts';
import { crockToBytes } from '../../taler/bytes/encodings.ts';
import { crock, readJson } from '../read.ts';
import { errorReply, jsonReply, type Reply } from '../reply.ts';
import type { Routes } from '../server.ts';
import { unknownDenomination, usableDenomination } from './checks.ts';
import type { Denomination } from './denominations.ts';
import { csRValues } from './refresh-planchets.ts';
import type { ExchangeRoom } from './room.ts';

/** PROTOCOL.md#limits */
const MAX_NONCES = 256;

const withdrawSchema = z.object({ nonce: crock(32), denom_pub_hash: crock(64) });
const meltSchema = z.object({
  rms: crock(32),
  nks: z.array(z.object({ coin_offset: z.int().min(0).max(255), denom_pub_hash: crock(64) })),
});

/** POST /csr-withdraw and /csr-melt: the exchange's R values, the same for the same nonce (PROTOCOL.md#clause-schnorr-requests). */
export const csrRoutes = (room: ExchangeRoom): Routes => ({
  'POST /csr-withdraw': async (request) => {
    const body = await readJson(request, withdrawSchema);
    if (!body.ok) return body.error;
    const found = csDenomination(room, body.value.denom_pub_hash, 'csr-withdraw');
    return found.ok ? jsonReply(200, { ewv: ewvOf(found.value, crockToBytes(body.value.nonce, 32)) }) : found.error;
  },
  'POST /csr-melt': async (request) => {
    const body = await readJson(request, meltSchema);
    if (!body.ok) return body.error;
    const { rms, nks } = body.value;
    if (nks.length === 0 || nks.length > MAX_NONCES) return errorReply(400, 1018);
    const ewvs: object[] = [];
    for (const each of nks) {
      const found = csDenomination(room, each.denom_pub_hash, 'csr-melt');
      if (!found.ok) return found.error;
      ewvs.push({ ewv: ewvOf(found.value, csRefreshNonce(crockToBytes(rms, 32), each.coin_offset)) });
    }
    return jsonReply(200, { ewvs });
  },
});

const csDenomination = (
  room: ExchangeRoom,
  hash: string,
  operation: 'csr-withdraw' | 'csr-melt',
): Result<Denomination, Reply> => {
  const found = usableDenomination(room, hash, operation);
  if (!found.ok) return found;
  return found.value.key.cipher === 'CS' ? ok(found.value) : err(unknownDenomination(room, hash, 1016));
};

const ewvOf = (denomination: Denomination, nonce: Uint8Array): object => {
  const [first, second] = csRValues(denomination, nonce);
  return { cipher: 'CS', r_pub_0: first, r_pub_1: second };
};
