// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { err, ok, type Result } from '../../../shared/result.ts';
import { bytesEqual, bytesToCrock, parseCrock } from '../../taler/bytes/encodings.ts';
import { anastasisDecrypt, ANASTASIS_LABEL } from '../../taler/anastasis/crypto.ts';
import { crock, readJson } from '../read.ts';
import { errorReply, HANG_UP, jsonReply, plainReply, type Reply } from '../reply.ts';
import type { SandboxRequest } from '../server.ts';
import {
  addressOf,
  checkCode,
  isTotp,
  mayTry,
  newTransferCode,
  sendCode,
  transferOf,
  transferSubject,
} from './codes.ts';
import { demand, findPayment, isFree, isPaid, waitForPayment } from './payments.ts';
import { malformed, readPaymentId, readWait, type AnastasisRoom } from './room.ts';
import { findTruth, type TruthRow } from './truths.ts';

// Challenges in both forms: what happened is found out once, and said in the words of one or the other.

/** What happened. */
type Outcome =
  | { readonly kind: 'sent'; readonly hint: string }
  | { readonly kind: 'sent-before' }
  | { readonly kind: 'file'; readonly filename: string }
  | { readonly kind: 'wire'; readonly code: number; readonly iban: string }
  | { readonly kind: 'waiting'; readonly code: number }
  | { readonly kind: 'share' }
  | { readonly kind: 'wrong'; readonly serverTimeMs?: number }
  | { readonly kind: 'rate-limited' }
  | { readonly kind: 'response-required' }
  | { readonly kind: 'bad-address'; readonly code: number; readonly detail?: string }
  /** the real server of 2021 dies of it */
  | { readonly kind: 'dies' };

/** Shorter than any sealed truth; the real server reads beyond its end. */
const SHORTEST_TRUTH = 40;

type Given = {
  readonly key: Uint8Array;
  readonly response: Uint8Array | undefined;
};

/** `GET truth/UUID[?response=]` of 2021. */
export const challenge2021 = async (room: AnastasisRoom, request: SandboxRequest): Promise<Reply> => {
  const uuid = parseCrock(request.args[0] ?? '', 32);
  if (!uuid.ok) return malformed('truth UUID');
  const paymentId = readPaymentId(request, 'Anastasis-Payment-Identifier');
  if (!paymentId.ok) return paymentId.error;
  const wait = readWait(request);
  if (!wait.ok) return wait.error;
  const given = read2021(request);
  if (!given.ok) return given.error;
  const about = { uuid: bytesToCrock(uuid.value), given: given.value, paymentId: paymentId.value, wait: wait.value };
  return answer(room, request, about, (truth, outcome) => say2021(room, request, truth, outcome));
};

const read2021 = (request: SandboxRequest): Result<Given, Reply> => {
  const sent = request.query.get('response');
  const response = sent === null ? undefined : parseCrock(sent, 64);
  if (response?.ok === false) return err(malformed('response'));
  const named = request.header('anastasis-truth-decryption-key');
  const detail = 'Anastasis-Truth-Decryption-Key';
  if (named === undefined) return err(errorReply(400, 25, { detail }));
  const key = parseCrock(named, 64);
  return key.ok ? ok({ key: key.value, response: response?.value }) : err(malformed(detail));
};

const challengeSchema = z.object({ truth_decryption_key: crock(64) });
const solveSchema = challengeSchema.extend({ h_response: crock(64) });

/** `POST truth/UUID/challenge` and `…/solve` of 2022. */
export const challenge2022 =
  (room: AnastasisRoom, what: 'challenge' | 'solve') =>
  async (request: SandboxRequest): Promise<Reply> => {
    const uuid = parseCrock(request.args[0] ?? '', 32);
    if (!uuid.ok) return malformed('truth UUID');
    const paymentId = readPaymentId(request, 'Anastasis-Payment-Identifier');
    if (!paymentId.ok) return paymentId.error;
    const wait = readWait(request);
    if (!wait.ok) return wait.error;
    const read = what === 'solve' ? await readJson(request, solveSchema) : await readJson(request, challengeSchema);
    if (!read.ok) return read.error;
    const crockBytes = (text: string): Uint8Array => {
      const parsed = parseCrock(text, 64);
      return parsed.ok ? parsed.value : new Uint8Array(0);
    };
    const given: Given = {
      key: crockBytes(read.value.truth_decryption_key),
      response: 'h_response' in read.value ? crockBytes(String(read.value.h_response)) : undefined,
    };
    const about = { uuid: bytesToCrock(uuid.value), given, paymentId: paymentId.value, wait: wait.value };
    return answer(room, request, about, (truth, outcome) => say2022(room, truth, outcome));
  };

/** Existence, fee, key, and then the method's own. */
const answer = async (
  room: AnastasisRoom,
  request: SandboxRequest,
  {
    uuid,
    given,
    paymentId,
    wait,
  }: {
    readonly uuid: string;
    readonly given: Given;
    readonly paymentId: string | undefined;
    readonly wait: number | undefined;
  },
  say: (truth: TruthRow, outcome: Outcome) => Reply,
): Promise<Reply> => {
  const truth = findTruth(room, uuid);
  if (!truth) return errorReply(404, 8108);
  const fee = room.methods[truth.type] ?? `${room.currency}:0`;
  if (!isFree(fee)) {
    const order = paymentId === undefined ? undefined : findPayment(room, paymentId);
    const isItsOwn = order?.purpose === 'challenge' && order.subject === uuid;
    if (order && isItsOwn) await waitForPayment(room, order, wait, request.gone);
    if (!order || !isItsOwn || !isPaid(room, order))
      return demand(room, {
        purpose: 'challenge',
        subject: uuid,
        fee,
        years: 1,
        ...(order && isItsOwn ? { orderId: order.order_id } : {}),
      });
  }
  if (truth.encrypted.length < SHORTEST_TRUTH) return HANG_UP;
  const plain = anastasisDecrypt(given.key, ANASTASIS_LABEL.truth, truth.encrypted);
  if (!plain.ok) return errorReply(room.form === '2021' ? 417 : 400, 8120);
  return say(truth, happened(room, truth, plain.value, given.response));
};

const happened = (
  room: AnastasisRoom,
  truth: TruthRow,
  plain: Uint8Array,
  response: Uint8Array | undefined,
): Outcome => {
  switch (truth.type) {
    case 'question':
      if (response === undefined) return { kind: 'response-required' };
      if (!mayTry(room, truth.uuid)) return { kind: 'rate-limited' };
      return { kind: bytesEqual(plain, response) ? 'share' : 'wrong' };
    case 'totp': {
      if (response === undefined) return { kind: 'dies' };
      if (!mayTry(room, truth.uuid)) return { kind: 'rate-limited' };
      const now = room.world.now();
      return isTotp(plain, now, response) ? { kind: 'share' } : { kind: 'wrong', serverTimeMs: now };
    }
    default: {
      const to = addressOf(truth.type, plain);
      if (to.kind === 'bad-address') return to;
      return truth.type === 'iban' ? byTransfer(room, truth, to.address, response) : byCode(room, truth, to, response);
    }
  }
};

const byCode = (
  room: AnastasisRoom,
  truth: TruthRow,
  { address, hint }: { readonly address: string; readonly hint: string },
  response: Uint8Array | undefined,
): Outcome => {
  if (response === undefined) {
    const sent = sendCode(room, truth, address);
    if (sent === 'exhausted') return { kind: 'rate-limited' };
    if (sent === 'sent-before') return { kind: 'sent-before' };
    return truth.type === 'file' ? { kind: 'file', filename: address } : { kind: 'sent', hint };
  }
  const checked = checkCode(room, truth, response);
  if (checked === 'exhausted') return { kind: 'rate-limited' };
  return { kind: checked === 'right' ? 'share' : 'wrong' };
};

const byTransfer = (
  room: AnastasisRoom,
  { uuid }: TruthRow,
  iban: string,
  response: Uint8Array | undefined,
): Outcome => {
  if (response === undefined) return { kind: 'wire', code: newTransferCode(room, uuid, iban), iban };
  const transfer = transferOf(room, uuid, response);
  if (!transfer) return { kind: 'wrong' };
  return transfer.hasCome ? { kind: 'share' } : { kind: 'waiting', code: transfer.code };
};

/** The account to which transfers go: of nobody, with right check digits. */
const CREDIT_IBAN = 'DE89370400440532013000';

const wireDetails = (room: AnastasisRoom, code: number) => ({
  challenge_amount: room.methods['iban'] ?? `${room.currency}:0`,
  credit_iban: CREDIT_IBAN,
  business_name: room.businessName,
  wire_transfer_subject: transferSubject(code),
});

const say2021 = (room: AnastasisRoom, request: SandboxRequest, truth: TruthRow, outcome: Outcome): Reply => {
  const accept = request.header('accept') ?? 'text/plain';
  const wantsJson = /application\/json|\*\/\*/.test(accept);
  /** Without a wish for JSON it is said in words, to people. */
  const said = (status: number, json: () => Reply, text: string): Reply =>
    wantsJson ? json() : plainReply(status, { 'content-type': 'text/plain' }, text);
  switch (outcome.kind) {
    case 'sent': {
      const where = { sms: `phone number ending with ${outcome.hint}`, email: `email ${outcome.hint}@DOMAIN` };
      const text = `Recovery TAN send to ${truth.type === 'sms' ? where.sms : truth.type === 'email' ? where.email : outcome.hint}`;
      return said(403, () => errorReply(403, 8110, { detail: outcome.hint }), text);
    }
    case 'sent-before':
      return errorReply(208, 8113);
    case 'file':
      return said(403, () => jsonReply(403, { filename: outcome.filename }), 'Challenge written to file');
    case 'wire':
    case 'waiting': {
      const details = wireDetails(room, outcome.code);
      const text = `To authorize recovery, wire ${details.challenge_amount} to ${details.business_name} at ${CREDIT_IBAN} using a wire transfer subject of '${details.wire_transfer_subject}' from your bank account`;
      return said(202, () => jsonReply(202, { method: 'iban', async: true, answer_code: outcome.code, details }), text);
    }
    case 'share':
      return plainReply(200, {}, truth.share);
    case 'wrong': {
      const { serverTimeMs } = outcome;
      if (serverTimeMs === undefined) return errorReply(403, 8111);
      const text = `Server time: ${new Date(serverTimeMs).toUTCString()}`;
      return said(403, () => errorReply(403, 8111, { server_time: { t_ms: serverTimeMs } }), text);
    }
    case 'rate-limited':
      return errorReply(429, 8121);
    case 'response-required':
      return errorReply(403, 8110);
    case 'bad-address':
      return errorReply(417, outcome.code, outcome.detail === undefined ? {} : { detail: outcome.detail });
    case 'dies':
      return HANG_UP;
  }
};

const say2022 = (room: AnastasisRoom, truth: TruthRow, outcome: Outcome): Reply => {
  switch (outcome.kind) {
    case 'sent':
      return jsonReply(200, { challenge_type: 'TAN_SENT', tan_address_hint: outcome.hint });
    case 'sent-before':
      return jsonReply(200, { challenge_type: 'TAN_SENT' });
    case 'file':
      return jsonReply(200, { challenge_type: 'FILE_WRITTEN', filename: outcome.filename });
    case 'wire':
      return jsonReply(200, {
        challenge_type: 'IBAN_WIRE',
        wire_details: { ...wireDetails(room, outcome.code), answer_code: outcome.code },
      });
    case 'waiting':
      return errorReply(403, 8231);
    case 'share':
      return plainReply(200, { 'content-type': 'application/octet-stream' }, truth.share);
    case 'wrong':
      return errorReply(403, 8111);
    case 'rate-limited':
      return errorReply(429, 8121);
    case 'response-required':
    case 'dies':
      return errorReply(400, 8123);
    case 'bad-address':
      return errorReply(409, outcome.code);
  }
};
