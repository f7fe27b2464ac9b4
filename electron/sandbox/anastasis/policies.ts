// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../shared/result.ts';
import { msToTimestamp } from '../../../shared/time.ts';
import { bytesToCrock, parseCrock } from '../../taler/bytes/encodings.ts';
import { eddsaVerify } from '../../taler/crypto/eddsa.ts';
import { sha512 } from '../../taler/crypto/hash.ts';
import { PURPOSE, purposeBlock } from '../../taler/purposes/purpose.ts';
import { DAY, YEAR } from '../clock.ts';
import { errorReply, jsonReply, plainReply, type Reply } from '../reply.ts';
import type { SandboxRequest } from '../server.ts';
import { demand, findPayment, isFree, isPaid, waitForPayment, type PaymentRow } from './payments.ts';
import { malformed, readPaymentId, readWait, tooLarge, type AnastasisRoom } from './room.ts';

// Recovery documents, version by version (PROTOCOL.md#anastasis-policies), in the order of checks of 0.2.0.

type PolicyRow = {
  account: string;
  version: number;
  hash: string;
  signature: string;
  metadata: string | null;
  made: number;
  bytes: Uint8Array;
};

const FREE_YEARS = 5;
const GRACE_MS = 7 * DAY;

const latestOf = (room: AnastasisRoom, account: string): PolicyRow | undefined =>
  room.store.one<PolicyRow>('SELECT * FROM policy WHERE account = ? ORDER BY version DESC', account);

const expirationOf = (room: AnastasisRoom, account: string): number | undefined =>
  room.store.one<{ expiration: number }>('SELECT expiration FROM account WHERE pub = ?', account)?.expiration;

const keepUntil = (room: AnastasisRoom, account: string, expiration: number): void =>
  void room.store.run('INSERT OR REPLACE INTO account VALUES (?, ?)', account, Math.floor(expiration));

type Upload = {
  readonly account: string;
  readonly hash: string;
  readonly signature: string;
  readonly metadata: string | undefined;
  readonly years: number | undefined;
  readonly wait: number | undefined;
  readonly paymentId: string | undefined;
};

/** `POST policy/ACCOUNT`. */
export const storePolicy = async (room: AnastasisRoom, request: SandboxRequest): Promise<Reply> => {
  const read = readUpload(room, request);
  if (!read.ok) return read.error;
  const upload = read.value;
  const paid = await checkPayment(room, request, upload);
  if (!paid.ok) return paid.error;
  const latest = latestOf(room, upload.account);
  if (latest?.hash === upload.hash) return plainReply(304, { 'anastasis-version': String(latest.version) });
  const body = await request.readBody();
  if (!body.ok) return body.error;
  if (bytesToCrock(sha512(body.value)) !== upload.hash)
    return errorReply(400, 8307, { detail: 'Data uploaded does not match Etag promise' });
  const version = (latestOf(room, upload.account)?.version ?? 0) + 1;
  if (!request.asks('forgetUpload')) {
    const { account, hash, signature, metadata } = upload;
    room.store.run(
      'INSERT INTO policy VALUES (?, ?, ?, ?, ?, ?, ?)',
      account,
      version,
      hash,
      signature,
      metadata ?? null,
      room.world.now(),
      body.value,
    );
    if (paid.value) room.store.run('UPDATE payment SET uploads = uploads + 1 WHERE order_id = ?', paid.value.order_id);
  }
  return plainReply(204, {
    'anastasis-version': String(version),
    'anastasis-policy-expiration': String(Math.floor((expirationOf(room, upload.account) ?? 0) / 1000)),
  });
};

const readUpload = (room: AnastasisRoom, request: SandboxRequest): Result<Upload, Reply> => {
  const pub = parseCrock(request.args[0] ?? '', 32);
  if (!pub.ok) return err(malformed('account public key'));
  const paymentId = readPaymentId(
    request,
    'Anastasis-Payment-Identifier header must be a base32-encoded Payment-Secret',
  );
  if (!paymentId.ok) return paymentId;
  const large = tooLarge(room, request);
  if (large) return err(large);
  const signature = parseCrock(request.header('anastasis-policy-signature') ?? '', 64);
  if (!signature.ok)
    return err(
      errorReply(400, 8305, {
        detail: 'Anastasis-Policy-Signature header must include a base32-encoded EdDSA signature',
      }),
    );
  const hash = parseCrock(request.header('if-none-match') ?? '', 64);
  if (!hash.ok)
    return err(errorReply(400, 8306, { detail: 'If-None-Match header must include a base32-encoded SHA-512 hash' }));
  // The purpose covers the hash alone, so that it is checked before the body was read.
  const block = purposeBlock(PURPOSE.ANASTASIS_POLICY_UPLOAD, hash.value);
  if (!eddsaVerify(pub.value, block, signature.value))
    return err(errorReply(403, 8305, { detail: 'Anastasis-Policy-Signature' }));
  const years = request.query.get('storage_duration');
  if (years !== null && !/^[0-9]{1,3}$/.test(years))
    return err(malformed('storage_duration (must be non-negative number)'));
  const wait = readWait(request);
  if (!wait.ok) return wait;
  return ok({
    account: bytesToCrock(pub.value),
    hash: bytesToCrock(hash.value),
    signature: bytesToCrock(signature.value),
    metadata: room.form === '2022' ? request.header('anastasis-policy-meta-data') : undefined,
    years: years === null ? undefined : Number(years),
    wait: wait.value,
    paymentId: paymentId.value,
  });
};

/** Whether this upload is paid for, and by which order; nobody pays at a free provider, as long as five years are enough. */
const checkPayment = async (
  room: AnastasisRoom,
  request: SandboxRequest,
  { account, years, wait, paymentId }: Upload,
): Promise<Result<PaymentRow | undefined, Reply>> => {
  const now = room.world.now();
  const fee = room.annualFee();
  const ask = async (): Promise<Result<never, Reply>> =>
    err(await demand(room, { purpose: 'policy', subject: account, fee, years: Math.max(1, years ?? 1) }));
  const isAgain = request.asks('payAgain') === true;
  if (isFree(fee) && !isAgain) {
    keepUntil(room, account, now + FREE_YEARS * YEAR);
    return (years ?? 0) > FREE_YEARS ? ask() : ok(undefined);
  }
  if (expirationOf(room, account) === undefined) keepUntil(room, account, now + GRACE_MS);
  if (paymentId === undefined || isAgain) return ask();
  const order = findPayment(room, paymentId);
  if (!order) return err(errorReply(502, 8002, { detail: 'failed to initiate payment' }));
  await waitForPayment(room, order, wait, request.gone);
  if (!isPaid(room, order)) return err(errorReply(408, 6109, { detail: 'Timeout awaiting promised payment' }));
  if (order.credited === 0) {
    const until = Math.max(expirationOf(room, account) ?? 0, now) + order.years * YEAR + GRACE_MS;
    keepUntil(room, account, until);
    room.store.run('UPDATE payment SET credited = 1 WHERE order_id = ?', order.order_id);
  }
  return order.uploads >= room.uploadsPerPayment ? ask() : ok(order);
};

/** `GET policy/ACCOUNT[?version=]`. */
export const fetchPolicy = (room: AnastasisRoom, request: SandboxRequest): Reply => {
  const pub = parseCrock(request.args[0] ?? '', 32);
  if (!pub.ok) return malformed('account public key');
  const account = bytesToCrock(pub.value);
  const known = request.header('if-none-match');
  if (known !== undefined && !parseCrock(known, 64).ok)
    return errorReply(400, 8301, { detail: 'Etag must be a base32-encoded SHA-512 hash' });
  const version = request.query.get('version');
  if (version !== null && !/^-?[0-9]{1,9}$/.test(version)) return malformed('version');
  if (expirationOf(room, account) === undefined) return errorReply(404, 6100);
  const latest = latestOf(room, account);
  if (!latest) return plainReply(204);
  if (known === latest.hash) return plainReply(304);
  const wanted =
    version === null
      ? latest
      : room.store.one<PolicyRow>('SELECT * FROM policy WHERE account = ? AND version = ?', account, Number(version));
  if (!wanted) return errorReply(404, 8350);
  const foreign = request.asks('foreignBlob');
  const older = wanted.version > 1 && request.asks('serveOld');
  const served = older
    ? (room.store.one<PolicyRow>(
        'SELECT * FROM policy WHERE account = ? AND version = ?',
        account,
        wanted.version - 1,
      ) ?? wanted)
    : wanted;
  return plainReply(
    200,
    {
      'anastasis-policy-signature': served.signature,
      'anastasis-version': String(served.version),
      etag: served.hash,
    },
    foreign ?? served.bytes,
  );
};

/** `GET policy/ACCOUNT/meta` of 2022. */
export const listPolicyVersions = (room: AnastasisRoom, request: SandboxRequest): Reply => {
  const pub = parseCrock(request.args[0] ?? '', 32);
  if (!pub.ok) return malformed('account public key');
  const rows = room.store.all<PolicyRow>('SELECT * FROM policy WHERE account = ?', bytesToCrock(pub.value));
  if (rows.length === 0) return errorReply(404, 8350);
  return jsonReply(
    200,
    Object.fromEntries(
      rows.map(({ version, metadata, made }) => [
        String(version),
        { ...(metadata === null ? {} : { meta: metadata }), upload_time: msToTimestamp(made) },
      ]),
    ),
  );
};

/** What the operator's nightly job does: accounts whose time is over go, with their documents. */
export const collectPolicies = (room: AnastasisRoom): void => {
  const gone = room.store.all<{ pub: string }>('SELECT pub FROM account WHERE expiration < ?', room.world.now());
  for (const { pub } of gone) {
    room.store.run('DELETE FROM account WHERE pub = ?', pub);
    room.store.run('DELETE FROM policy WHERE account = ?', pub);
  }
};
