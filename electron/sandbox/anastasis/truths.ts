// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { bytesEqual, bytesToCrock, crockToBytes, parseCrock } from '../../taler/bytes/encodings.ts';
import { crock, crockText, readJson } from '../read.ts';
import { errorReply, plainReply, type Reply } from '../reply.ts';
import type { SandboxRequest } from '../server.ts';
import { demand, findPayment, isFree, isPaid, waitForPayment } from './payments.ts';
import { malformed, readPaymentId, readWait, tooLarge, type AnastasisRoom } from './room.ts';

export type TruthRow = { uuid: string; type: string; mime: string; share: Uint8Array; encrypted: Uint8Array };

const MOST_YEARS = 5;
const truthSchema = z.object({
  key_share_data: crock(72),
  type: z.string().max(32),
  encrypted_truth: crockText,
  truth_mime: z.string().max(100).nullish(),
  storage_duration_years: z.int().nonnegative(),
});

/** The truth of that uuid, if one is kept. */
export const findTruth = (room: AnastasisRoom, uuid: string): TruthRow | undefined =>
  room.store.one<TruthRow>('SELECT * FROM truth WHERE uuid = ?', uuid);

/** `POST truth/UUID` (PROTOCOL.md#anastasis-truths): what came first under a uuid stays, its share whatever comes later. */
export const storeTruth = async (room: AnastasisRoom, request: SandboxRequest): Promise<Reply> => {
  const large = tooLarge(room, request);
  if (large) return large;
  const uuid = parseCrock(request.args[0] ?? '', 32);
  if (!uuid.ok) return malformed('truth UUID');
  const paymentId = readPaymentId(request, 'Anastasis-Payment-Identifier');
  if (!paymentId.ok) return paymentId.error;
  const wait = readWait(request);
  if (!wait.ok) return wait.error;
  const read = await readJson(request, truthSchema);
  if (!read.ok) return read.error;
  const { type, storage_duration_years: asked } = read.value;
  if (asked > MOST_YEARS) return malformed('storage_duration_years');
  if (room.methods[type] === undefined) return errorReply(400, 8151, { detail: type });
  const row: TruthRow = {
    uuid: bytesToCrock(uuid.value),
    type,
    mime: read.value.truth_mime ?? '',
    share: crockToBytes(read.value.key_share_data, 72),
    encrypted: crockToBytes(read.value.encrypted_truth),
  };
  const known = findTruth(room, row.uuid);
  if (known) {
    const isSame = known.type === row.type && known.mime === row.mime && bytesEqual(known.encrypted, row.encrypted);
    return isSame ? plainReply(204) : errorReply(409, 8150);
  }
  if (!isFree(room.truthUploadFee)) {
    const order = findPayment(room, row.uuid);
    if (order) await waitForPayment(room, order, wait.value, request.gone);
    if (!order || !isPaid(room, order))
      return demand(room, {
        purpose: 'truth',
        subject: row.uuid,
        fee: room.truthUploadFee,
        years: Math.max(1, asked),
        orderId: row.uuid,
      });
  }
  room.store.run(
    'INSERT OR IGNORE INTO truth VALUES (?, ?, ?, ?, ?)',
    row.uuid,
    row.type,
    row.mime,
    row.share,
    row.encrypted,
  );
  return plainReply(204);
};
