// SPDX-License-Identifier: GPL-3.0-or-later
import { amount } from '../../../shared/amount.ts';
import { NEVER, type Timestamp } from '../../../shared/time.ts';
import { parseCrock } from '../../taler/bytes/encodings.ts';
import { purseStatusBlock } from '../../taler/purposes/exchange.ts';
import { purseDeleteBlock } from '../../taler/purposes/purse.ts';
import { pollUntil } from '../bell.ts';
import { readKey, readTimeout } from '../read.ts';
import { errorReply, jsonReply, plainReply, type Reply } from '../reply.ts';
import type { Routes, SandboxRequest } from '../server.ts';
import { verifies } from './checks.ts';
import { endWithoutSuccess } from './purse-end.ts';
import { findPurse, goneReply, isFull, type PurseRow } from './purses.ts';
import { nowStamp, type ExchangeRoom } from './room.ts';

/** GET /purses/PUB/merge|deposit and DELETE /purses/PUB (PROTOCOL.md#status-of-a-purse). */
export const purseStatusRoutes = (room: ExchangeRoom): Routes => ({
  'GET /purses/:pub/:target': (request) => status(room, request),
  'DELETE /purses/:pub': (request) => remove(room, request),
});

const status = async (room: ExchangeRoom, request: SandboxRequest): Promise<Reply> => {
  const [, target = ''] = request.args;
  const pub = readKey(request.args[0] ?? '', 1024);
  if (!pub.ok) return pub.error;
  if (target !== 'merge' && target !== 'deposit') return errorReply(400, 1475, { detail: target });
  const timeout = readTimeout(request);
  if (!timeout.ok) return timeout.error;
  const purse = findPurse(room, pub.value);
  if (!purse) return errorReply(404, 1025);
  const settled = (): boolean => {
    const now = findPurse(room, pub.value) ?? purse;
    const ended = room.generation === 'v17' ? isOver(room, now) : now.state === 'deleted';
    return ended || (target === 'merge' ? now.merge_timestamp !== null : isFull(now));
  };
  // v17 stops waiting at the expiration, v23 only when the client said so (PROTOCOL.md#status-of-a-purse)
  const untilExpiration = Math.max(0, purse.expiration * 1000 - room.world.now() + 1);
  const patience = room.generation === 'v17' ? Math.min(timeout.value, untilExpiration) : timeout.value;
  await pollUntil(room.bell, patience, request.gone, () => (settled() ? true : undefined));
  const now = findPurse(room, pub.value) ?? purse;
  return isOver(room, now) ? goneReply(now) : statusReply(room, now);
};

/** v17 goes by the clock, even for a merged purse; v23 by whether the coins went back. */
const isOver = (room: ExchangeRoom, purse: PurseRow): boolean =>
  purse.state === 'deleted' ||
  purse.state === 'expired' ||
  (room.generation === 'v17' && purse.expiration * 1000 <= room.world.now());

const statusReply = (room: ExchangeRoom, purse: PurseRow): Reply => {
  const merged = purse.merge_timestamp === null ? unmerged(room) : { t_s: purse.merge_timestamp };
  const deposited = isFull(purse) ? nowStamp(room) : undefined;
  const block = purseStatusBlock({
    balance: amount(purse.balance),
    ...(merged ? { mergeTimestamp: merged } : {}),
    ...(deposited ? { depositTimestamp: deposited } : {}),
  });
  return jsonReply(200, {
    balance: purse.balance,
    ...room.signkeys.confirm(block),
    purse_expiration: { t_s: purse.expiration },
    merge_timestamp: merged,
    deposit_timestamp: deposited,
  });
};

/** 0.9.2 writes the time of a merge that has not happened; later ones leave it out (recorded: v14-people). */
const unmerged = ({ v14 }: ExchangeRoom): Timestamp | undefined => (v14 ? NEVER : undefined);

const HEADER = 'Taler-Purse-Signature';

const remove = (room: ExchangeRoom, request: SandboxRequest): Reply => {
  const pub = readKey(request.args[0] ?? '', 1024);
  if (!pub.ok) return pub.error;
  const header = request.header(HEADER);
  if (header === undefined) return errorReply(400, 25, { detail: HEADER });
  const signature = parseCrock(header, 64);
  if (!signature.ok) return errorReply(400, 26, { detail: HEADER });
  if (!verifies(pub.value, purseDeleteBlock(), header)) return errorReply(403, 1680);
  const purse = findPurse(room, pub.value);
  if (!purse) return errorReply(404, 1025);
  if (purse.state !== 'open') return errorReply(409, 1679);
  endWithoutSuccess(room, purse, 'deleted');
  room.store.run('DELETE FROM contract WHERE purse_pub = ?', purse.pub);
  room.bell.ring();
  return plainReply(204);
};
