// SPDX-License-Identifier: GPL-3.0-or-later
import { randomBytes } from 'node:crypto';
import { addAmounts, amount, amountToText, type Amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import type { SandboxExchange } from '../../electron/sandbox/exchange/exchange.ts';
import type { Sandbox, SandboxOptions } from '../../electron/sandbox/sandbox.ts';
import { hashDenomination, type DenominationKey } from '../../electron/taler/coin/denomination.ts';
import { eddsaPublicKey, eddsaSign } from '../../electron/taler/crypto/eddsa.ts';
import { bytesToCrock, crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import { derivePlanchets, type Planchet } from '../../electron/taler/coin/planchet.ts';
import { realWorld } from '../../electron/world.ts';
import { openEconomy } from '../support/economy.ts';
import { withdrawBlock } from '../../electron/taler/purposes/wallet.ts';
import { parseRsaPublicKey, unblindBatch, type RsaPublicKey } from '../../electron/taler/crypto/rsa.ts';

/** The sandbox with small keys and a clock that tests can move. */
export type Lab = { readonly sandbox: Sandbox; readonly travel: (ms: number) => void; readonly now: () => number };

export const startLab = async (options: Partial<SandboxOptions> = {}): Promise<Lab> => {
  let ahead = 0;
  const now = (): number => Date.UTC(2026, 10, 23, 12) + ahead;
  const sandbox = await openEconomy({ now, sleep: realWorld().sleep, randomBytes: random }, options);
  return { sandbox, now, travel: (ms) => void (ahead += ms) };
};

export const random = (length: number): Uint8Array => new Uint8Array(randomBytes(length));

export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly json: any;
  readonly bytes: Uint8Array;
};

/** One HTTP request; `json` is undefined when the body is none. */
export const call = async (
  method: string,
  url: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> => {
  const raw = body instanceof Uint8Array;
  const answer = await fetch(url, {
    method,
    redirect: 'manual',
    headers: { ...(body === undefined || raw ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: raw ? Buffer.from(body) : JSON.stringify(body) }),
  });
  const bytes = new Uint8Array(await answer.arrayBuffer());
  // A backup is random bytes, which may begin like JSON: the server says what it sends.
  const isJson = answer.headers.get('content-type')?.startsWith('application/json') === true && bytes.length > 0;
  return {
    status: answer.status,
    headers: answer.headers,
    bytes,
    json: isJson ? JSON.parse(new TextDecoder().decode(bytes)) : undefined,
  };
};

export const get = (url: string, headers?: Record<string, string>): Promise<Answer> =>
  call('GET', url, undefined, headers);
export const post = (url: string, body: unknown, headers?: Record<string, string>): Promise<Answer> =>
  call('POST', url, body, headers);

export type KeyPair = { readonly priv: Uint8Array; readonly pub: string };
export const keyPair = (): KeyPair => {
  const priv = random(32);
  return { priv, pub: bytesToCrock(eddsaPublicKey(priv)) };
};
export const sign = (key: KeyPair, block: Uint8Array): string => bytesToCrock(eddsaSign(key.priv, block));

export type Denom = {
  readonly hash: string;
  readonly hashBytes: Uint8Array;
  readonly key: RsaPublicKey;
  readonly value: Amount;
  readonly feeWithdraw: Amount;
  readonly feeDeposit: Amount;
  readonly feeRefresh: Amount;
  readonly feeRefund: Amount;
};
export type Coin = KeyPair & {
  readonly denom: Denom;
  readonly ubSig: { readonly cipher: 'RSA'; readonly rsa_signature: string };
  readonly blindingSecret: Uint8Array;
};

/** The RSA denominations of /keys that can be withdrawn now, by value text. */
export const denominations = async (exchange: SandboxExchange, nowMs: number): Promise<ReadonlyMap<string, Denom>> => {
  const keys = (await get(`${exchange.baseUrl}keys`)).json;
  const found = new Map<string, Denom>();
  for (const group of keys.denominations) {
    if (group.cipher !== 'RSA') continue;
    for (const each of group.denoms) {
      if (each.stamp_start.t_s * 1000 > nowMs || each.stamp_expire_withdraw.t_s * 1000 <= nowMs) continue;
      const key = mustOk(parseRsaPublicKey(crockToBytes(each.rsa_pub)), 'sandbox key');
      const denomination: DenominationKey = { cipher: 'RSA', key, ageMask: 0 };
      const hashBytes = hashDenomination(denomination);
      found.set(group.value, {
        hash: bytesToCrock(hashBytes),
        hashBytes,
        key,
        value: amount(group.value),
        feeWithdraw: amount(group.fee_withdraw),
        feeDeposit: amount(group.fee_deposit),
        feeRefresh: amount(group.fee_refresh),
        feeRefund: amount(group.fee_refund),
      });
    }
  }
  return found;
};

export type WithdrawBody = {
  readonly planchets: readonly {
    readonly denom_pub_hash: string;
    readonly coin_ev: { readonly cipher: 'RSA'; readonly rsa_blinded_planchet: string };
    readonly reserve_sig: string;
  }[];
};

/** Planchets for these denominations and the request that withdraws them. */
export const prepareWithdrawal = (
  reserve: KeyPair,
  denoms: readonly Denom[],
  seed = random(32),
): { readonly planchets: readonly Planchet[]; readonly body: WithdrawBody } => {
  const planchets = mustOk(
    derivePlanchets(
      seed,
      0,
      denoms.map((each) => ({ key: each.key, denominationHash: each.hashBytes, count: 1 })),
    ),
    'planchets',
  );
  const body = {
    planchets: planchets.map((planchet, at) => {
      const denom = denoms[at]!;
      const block = withdrawBlock({
        valueWithFee: addAmounts(denom.value, denom.feeWithdraw),
        denominationHash: denom.hashBytes,
        coinEvHash: planchet.coinEvHash,
      });
      return {
        denom_pub_hash: denom.hash,
        coin_ev: { cipher: 'RSA' as const, rsa_blinded_planchet: bytesToCrock(planchet.blinded) },
        reserve_sig: sign(reserve, block),
      };
    }),
  };
  return { planchets, body };
};

/** Coins from planchets and the exchange's answer; throws when a signature is wrong. */
export const finishCoins = (
  planchets: readonly Pick<Planchet, 'coinPriv' | 'coinPub' | 'coinPubHash' | 'blindingSecret'>[],
  denoms: readonly Denom[],
  evSigs: readonly any[],
): readonly Coin[] =>
  planchets.map((planchet, at) => {
    const denom = denoms[at]!;
    const blindSignature = crockToBytes(evSigs[at].ev_sig.blinded_rsa_signature);
    const [signature] = mustOk(
      unblindBatch(denom.key, [
        { blindSignature, blindingSecret: planchet.blindingSecret, messageHash: planchet.coinPubHash },
      ]),
      'unblind',
    );
    return {
      priv: planchet.coinPriv,
      pub: bytesToCrock(planchet.coinPub),
      denom,
      blindingSecret: planchet.blindingSecret,
      ubSig: { cipher: 'RSA', rsa_signature: bytesToCrock(signature!) },
    };
  });

/** Funds a new reserve by bank transfer and withdraws one coin of each given value. */
export const withdrawCoins = async (
  lab: Lab,
  exchange: SandboxExchange,
  values: readonly string[],
): Promise<{ readonly reserve: KeyPair; readonly coins: readonly Coin[] }> => {
  const available = await denominations(exchange, lab.now());
  const denoms = values.map((value) => available.get(`KUDOS:${value}`)!);
  const reserve = keyPair();
  const total = denoms.reduce(
    (sum, each) => addAmounts(addAmounts(sum, each.value), each.feeWithdraw),
    amount('KUDOS:0'),
  );
  mustOk(
    lab.sandbox.bank.transferToReserve(reserve.pub, amountToText(total), {
      exchange: lab.sandbox.exchanges.indexOf(exchange),
    }),
    'transfer',
  );
  const { planchets, body } = prepareWithdrawal(reserve, denoms);
  const answer = await post(`${exchange.baseUrl}reserves/${reserve.pub}/batch-withdraw`, body);
  if (answer.status !== 200) throw new Error(`withdraw: ${answer.status} ${JSON.stringify(answer.json)}`);
  return { reserve, coins: finishCoins(planchets, denoms, answer.json.ev_sigs) };
};
