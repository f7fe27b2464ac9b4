// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../shared/result.ts';
import { crockToBytes, parseCrock } from '../../taler/bytes/encodings.ts';
import { eddsaVerify } from '../../taler/crypto/eddsa.ts';
import { coinHistoryBlock, reserveHistoryBlock } from '../../taler/purposes/wallet.ts';
import { readKey } from '../read.ts';
import { errorReply, jsonReply, plainReply, type Reply } from '../reply.ts';
import type { Routes, SandboxRequest } from '../server.ts';
import { findCoin } from './coins.ts';
import { findReserve } from './reserves.ts';
import type { ExchangeRoom } from './room.ts';

/** GET /coins/PUB/history and /reserves/PUB/history, signed by the key in a header (PROTOCOL.md#histories). */
export const historyRoutes = (room: ExchangeRoom): Routes => ({
  'GET /coins/:pub/history': (request) => {
    const pub = readKey(request.args[0] ?? '', 1004);
    if (!pub.ok) return pub.error;
    const start = authorised(request, pub.value, 'Taler-Coin-History-Signature', 1251, (startOffset) =>
      coinHistoryBlock({ startOffset }),
    );
    if (!start.ok) return start.error;
    const coin = findCoin(room, pub.value);
    if (!coin) return errorReply(404, 1019);
    const more = room.generation === 'v23' ? { h_denom_pub: coin.denom_hash, balance: coin.remaining } : {};
    return page(room, request, 'coin', pub.value, start.value, more);
  },
  'GET /reserves/:pub/history': (request) => {
    const pub = readKey(request.args[0] ?? '', 27);
    if (!pub.ok) return pub.error;
    const start = authorised(request, pub.value, 'Taler-Reserve-History-Signature', 1252, (startOffset) =>
      reserveHistoryBlock({ startOffset }),
    );
    if (!start.ok) return start.error;
    const reserve = findReserve(room, pub.value);
    if (!reserve) return errorReply(404, 1027);
    return page(room, request, 'reserve', pub.value, start.value, { balance: reserve.balance });
  },
});

/** The start offset, if the header signs it. */
const authorised = (
  request: SandboxRequest,
  pub: string,
  header: string,
  badSignature: number,
  block: (start: number) => Uint8Array,
): Result<number, Reply> => {
  const text = request.query.get('start') ?? '0';
  if (!/^[0-9]{1,15}$/.test(text)) return err(errorReply(400, 26, { detail: 'start' }));
  const given = request.header(header);
  if (given === undefined) return err(errorReply(400, 25, { detail: header }));
  const signature = parseCrock(given, 64);
  if (!signature.ok) return err(errorReply(400, 26, { detail: header }));
  return eddsaVerify(crockToBytes(pub, 32), block(Number(text)), signature.value)
    ? ok(Number(text))
    : err(errorReply(403, badSignature));
};

/** v32 may tell a history in parts; few enough that a test meets one. */
const V32_LINES = 8;

type EventRow = { id: number; json: string };

const page = (
  room: ExchangeRoom,
  request: SandboxRequest,
  of: 'coin' | 'reserve',
  pub: string,
  start: number,
  more: object,
): Reply => {
  const rows = room.store.all<EventRow>(`SELECT id, json FROM ${of}_event WHERE ${of}_pub = ? ORDER BY id`, pub);
  const last = rows.at(-1)?.id ?? 0;
  const headers = { etag: `"${last}"`, 'cache-control': 'no-cache' };
  if (last < start || rows.length === 0) return plainReply(204, headers);
  // the recorded v23 dies here; its own older self shows what was meant (PROTOCOL.md#defects-of-recorded-servers)
  if (request.header('if-none-match') === `"${last}"` || start === last) return plainReply(304, headers);
  const after = rows.filter((row) => row.id > start);
  const history = room.v32
    ? after.slice(0, V32_LINES).map((row) => ({ ...(JSON.parse(row.json) as object), history_offset: row.id }))
    : after.map((row) => JSON.parse(row.json) as unknown);
  return jsonReply(200, { ...more, history }, headers);
};
