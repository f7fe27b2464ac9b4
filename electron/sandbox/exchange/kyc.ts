// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { parseCrock } from '../../taler/bytes/encodings.ts';
import { accountSetupBlock, kycAuthBlock } from '../../taler/purposes/wallet.ts';
import { reservePayto } from '../../taler/wire/payto.ts';
import { amount, amountToText, parseAmount } from '../../../shared/amount.ts';
import { pollUntil } from '../bell.ts';
import { amountIn, crock, readJson, readKey, readTimeout } from '../read.ts';
import { errorReply, jsonReply, plainReply, type Reply } from '../reply.ts';
import type { Routes, SandboxRequest } from '../server.ts';
import { verifies } from './checks.ts';
import { accountHash, DAY_MS, findAccount, legitimize, reserveKeyOf, type AccountRow } from './legitimization.ts';
import type { ExchangeRoom } from './room.ts';

/** Where people answer: /kyc-check of each generation, /kyc-info (v23), and the page behind them. */
export const kycRoutes = (room: ExchangeRoom): Routes => ({
  ...(room.generation === 'v23'
    ? {
        'GET /kyc-check/:payto': (request: SandboxRequest) => checkV23(room, request),
        'GET /kyc-info/:token': (request: SandboxRequest) => kycInfo(room, request),
        'POST /kyc-wallet': (request: SandboxRequest) => kycWallet(room, request),
      }
    : { 'GET /kyc-check/:row/:payto/:user': (request: SandboxRequest) => checkV17(room, request) }),
  'GET /kyc-spa/:token': (request) => {
    const account = byToken(room, request.args[0] ?? '');
    if (!account) return errorReply(404, 1939);
    if (request.query.get('answer') !== null) passAccount(room, account.h_payto);
    const text =
      request.query.get('answer') === null
        ? 'Who are you? In the sandbox, add ?answer=yes to this address.\n'
        : 'Thank you. Your wallet goes on by itself.\n';
    return plainReply(200, { 'content-type': 'text/plain' }, text);
  },
});

/** Marks an account (or, without a hash, every account that was asked) as answered. */
export const passAccount = (room: ExchangeRoom, hash?: string): void => {
  room.store.run('UPDATE kyc_account SET passed = 1 WHERE ? IS NULL OR h_payto = ?', hash ?? null, hash ?? null);
  room.bell.ring();
};

/** Answers do not hold for ever: everybody is asked again. */
export const forgetAnswers = (room: ExchangeRoom): void => {
  room.store.run('UPDATE kyc_account SET passed = 0');
};

/** What a bank transfer with the subject `KYC:PUB` tells the exchange: this key answers for the account it came from. */
export const linkAccount = (room: ExchangeRoom, payto: string, accountPub: string): void => {
  room.store.run('UPDATE kyc_account SET account_pub = ? WHERE h_payto = ?', accountPub, accountHash(room, payto));
  room.bell.ring();
};

const pageOf = (room: ExchangeRoom, { token }: AccountRow): string => new URL(`kyc-spa/${token}`, room.baseUrl()).href;

/** Up to v20: three segments, no signature; 202 names the page. */
const checkV17 = async (room: ExchangeRoom, request: SandboxRequest): Promise<Reply> => {
  const [row = '', hash = '', user = ''] = request.args;
  if (!/^[0-9]{1,15}$/.test(row) || !parseCrock(hash, 32).ok) return errorReply(400, 26, { detail: 'kyc-check' });
  if (user !== 'individual' && user !== 'business') return errorReply(400, 26, { detail: 'usertype' });
  const timeout = readTimeout(request);
  if (!timeout.ok) return timeout.error;
  const find = (): AccountRow | undefined => findAccount(room, hash.toUpperCase());
  if (find()?.row !== Number(row)) return errorReply(404, 1939);
  await pollUntil(room.bell, timeout.value, request.gone, () => (find()?.passed === 1 ? true : undefined));
  const account = find();
  if (account?.passed === 1) return jsonReply(200, { now: nowOf(room), kyc_details: {}, aml_status: 0 });
  return jsonReply(202, { kyc_url: account && pageOf(room, account), aml_status: 0 });
};

/** From v21 on: one segment, signed by the account's key or by that of the last reserve it filled. */
const checkV23 = async (room: ExchangeRoom, request: SandboxRequest): Promise<Reply> => {
  const hash = readKey(request.args[0] ?? '', 26);
  if (!hash.ok) return hash.error;
  const signature = request.header('account-owner-signature');
  if (signature === undefined) return errorReply(400, 25, { detail: 'Account-Owner-Signature' });
  if (!parseCrock(signature, 64).ok) return errorReply(400, 26, { detail: 'Account-Owner-Signature' });
  const timeout = readTimeout(request);
  if (!timeout.ok) return timeout.error;
  if (room.limits.length === 0) return plainReply(204, {});
  const known = findAccount(room, hash.value);
  if (!known) return errorReply(404, 1939);
  const payto = room.store.one<{ payto: string }>('SELECT payto FROM kyc_account WHERE h_payto = ?', hash.value)?.payto;
  const keys = [known.account_pub ?? undefined, reserveKeyOf(room, payto ?? '')].filter((key) => key !== undefined);
  if (keys.length === 0) return errorReply(409, 1940);
  if (!keys.some((key) => verifies(key, kycAuthBlock(), signature)))
    return errorReply(403, 1930, { expected_account_pub: keys[0] });
  await pollUntil(room.bell, timeout.value, request.gone, () =>
    findAccount(room, hash.value)?.passed === 1 ? true : undefined,
  );
  const account = findAccount(room, hash.value) ?? known;
  return jsonReply(account.passed === 1 ? 200 : 202, {
    aml_review: false,
    access_token: account.token,
    limits: room.limits.map((rule) => ({
      operation_type: rule.operation,
      timeframe: { d_us: (rule.timeframeMs ?? DAY_MS) * 1000 },
      threshold: canonical(rule.threshold),
      soft_limit: rule.hard !== true,
    })),
  });
};

/** A wallet says that it will hold more than it may unasked. */
const kycWallet = async (room: ExchangeRoom, request: SandboxRequest): Promise<Reply> => {
  const body = await readJson(
    request,
    z.object({ balance: amountIn(room.currency), reserve_sig: crock(64), reserve_pub: crock(32) }),
  );
  if (!body.ok) return body.error;
  const { reserve_pub: accountPub, reserve_sig: signature } = body.value;
  const sum = amount(body.value.balance);
  if (!verifies(accountPub, accountSetupBlock({ threshold: sum }), signature)) return jsonReply(403, {});
  const broken = room.limits.filter(
    ({ operation, hard, threshold }) =>
      operation === 'BALANCE' && hard !== true && amount(threshold).units <= sum.units,
  );
  if (broken.length === 0) return plainReply(204, {});
  const payto = reservePayto(room.baseUrl(), accountPub);
  const held = legitimize(room, { operation: 'BALANCE', payto, sum, accountPub }, broken);
  return held ?? jsonReply(200, { expiration_time: { t_s: 'never' } });
};

const kycInfo = (room: ExchangeRoom, request: SandboxRequest): Reply => {
  const account = byToken(room, request.args[0] ?? '');
  if (!account) return errorReply(404, 1939);
  return jsonReply(200, {
    requirements: account.passed === 1 ? [] : [{ form: 'INFO', description: 'Who are you?', id: `${account.row}-0` }],
    is_and_combinator: false,
    voluntary_measures: [],
  });
};

const byToken = (room: ExchangeRoom, token: string): AccountRow | undefined =>
  room.store.one<AccountRow>('SELECT * FROM kyc_account WHERE token = ?', token);

const canonical = (text: string): string => {
  const parsed = parseAmount(text);
  return parsed.ok ? amountToText(parsed.value) : text;
};

const nowOf = (room: ExchangeRoom) => ({ t_s: Math.floor(room.world.now() / 1000) });
