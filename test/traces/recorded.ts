// SPDX-License-Identifier: GPL-3.0-or-later
import { amount } from '../../shared/amount.ts';
import type { Timestamp } from '../../shared/time.ts';
import { eddsaPublicKey, eddsaSign } from '../../electron/taler/crypto/eddsa.ts';
import { bytesToCrock, crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import type { Denomination, ExchangeKeys } from '../../electron/taler/exchange/keys/model.ts';
import type { CoinContribution, Planchet, SpendCoin } from '../../electron/taler/exchange/exchange.ts';
import type { PurseTerms } from '../../electron/taler/exchange/answers.ts';
import { coinEvHash } from '../../electron/taler/coin/denomination.ts';
import { planchetsOfCoins } from '../../electron/taler/coin/planchet.ts';
import { econtractBlock } from '../../electron/taler/purposes/purse.ts';
import { privateKeys, type CoinSecret, type Trace } from './trace.ts';

// What a recorded request names, looked up in the recording: coins, purses, planchets and keys with their secrets.

export type Body = { readonly [member: string]: unknown };

/** The planchet of a recorded envelope: made from the coin's secrets where they were recorded, else taken over. */
export const planchetOf = (trace: Trace, keys: ExchangeKeys, { denom_pub_hash, coin_ev }: Body): Planchet => {
  const denomination = denominationOf(keys, text(denom_pub_hash));
  const recorded = crockToBytes(text(asBody(coin_ev)['rsa_blinded_planchet']));
  const { key } = denomination;
  const coins = [...trace.secrets.coins, ...trace.secrets.new_coins].filter(
    (coin) => coin.denom_pub_hash === denomination.hash,
  );
  for (const coin of key === undefined ? [] : coins) {
    if (key === undefined) break;
    const made = planchetsOfCoins(key, crockToBytes(denomination.hash), [
      { coinPriv: crockToBytes(coin.coin_priv), blindingSecret: crockToBytes(coin.blinding_secret) },
    ]);
    const planchet = made.ok ? made.value[0] : undefined;
    if (planchet && Buffer.compare(planchet.blinded, recorded) === 0)
      return { denomination, blinded: planchet.blinded, coinEvHash: planchet.coinEvHash };
  }
  return {
    denomination,
    blinded: recorded,
    coinEvHash: coinEvHash(crockToBytes(denomination.hash), { cipher: 'RSA', blinded: recorded }),
  };
};

/** Coins and what they give, from a request's list; undefined when a coin's secret was not recorded. */
export const contributions = (
  trace: Trace,
  keys: ExchangeKeys,
  coins: unknown,
  member: string,
): readonly CoinContribution[] | undefined => {
  const made = list(coins).map((each) => ({
    coin: coinOf(trace, keys, text(each['coin_pub']), text(each['denom_pub_hash'])),
    contribution: amount(text(each[member])),
  }));
  const whole = made.flatMap(({ coin, contribution }) => (coin ? [{ coin, contribution }] : []));
  return whole.length === made.length ? whole : undefined;
};

/** A recorded coin, ready to be spent as a coin of the named denomination. */
export const coinOf = (
  trace: Trace,
  keys: ExchangeKeys,
  pub: string | undefined,
  denominationHash: string,
): SpendCoin | undefined => {
  const secret = coinSecret(trace, pub);
  const signature = secret?.ub_sig?.rsa_signature;
  if (!secret || signature === undefined) return undefined;
  return {
    pub: crockToBytes(secret.coin_pub),
    priv: crockToBytes(secret.coin_priv),
    denomination: denominationOf(keys, denominationHash, secret.denom_pub_hash),
    denomSig: crockToBytes(signature),
  };
};

/** The denomination of that name; one that no exchange has gets the numbers of the coin's own. */
const denominationOf = (keys: ExchangeKeys, hash: string, like?: string): Denomination => {
  const known =
    keys.denominations.get(hash) ?? keys.denominations.get(like ?? '') ?? keys.denominations.values().next().value;
  if (!known) throw new Error('no denominations');
  return { ...known, hash };
};

/** A recorded purse as the client takes it, the signature on its contract made anew. */
export const purseOf = (trace: Trace, pub: string, body: Body, value: string): PurseTerms | undefined => {
  const pursePriv = findKey(trace, pub);
  if (!pursePriv) return undefined;
  const encrypted = asBody(body['econtract']);
  const econtract =
    body['econtract'] === undefined
      ? undefined
      : {
          econtract: crockToBytes(text(encrypted['econtract'])),
          contractPub: crockToBytes(text(encrypted['contract_pub'])),
        };
  return {
    pursePriv,
    mergePub: crockToBytes(text(body['merge_pub'])),
    amount: amount(value),
    minAge: Number(body['min_age']),
    hContract: crockToBytes(text(body['h_contract_terms'])),
    expiration: time(body['purse_expiration']),
    ...(econtract === undefined
      ? {}
      : { econtract: { ...econtract, econtractSig: eddsaSign(pursePriv, econtractBlock(econtract)) } }),
  };
};

const keysByTrace = new WeakMap<Trace, ReadonlyMap<string, Uint8Array>>();
/** The recorded private key of a public key. */
export const findKey = (trace: Trace, pub: string): Uint8Array | undefined => {
  const known =
    keysByTrace.get(trace) ??
    new Map(
      privateKeys(trace.secrets)
        .map((text) => crockToBytes(text))
        .map((priv) => [bytesToCrock(eddsaPublicKey(priv)), priv]),
    );
  keysByTrace.set(trace, known);
  return known.get(pub);
};

/** The recorded secrets of a coin. */
export const coinSecret = (trace: Trace, pub: string | undefined): CoinSecret | undefined =>
  [...trace.secrets.coins, ...trace.secrets.new_coins].find((coin) => coin.coin_pub === pub);
/** Any JSON as an object; what is none has no members. */
export const asBody = (value: unknown): Body => (typeof value === 'object' && value !== null ? (value as Body) : {});
/** Any JSON as a list of objects. */
export const list = (value: unknown): readonly Body[] => (Array.isArray(value) ? value.map(asBody) : []);
/** Any JSON as a list of texts. */
export const strings = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(text) : []);
/** Any JSON as text. */
export const text = (value: unknown): string => (typeof value === 'string' ? value : '');
/** Any JSON as a timestamp. */
export const time = (value: unknown): Timestamp => ({ t_s: Number(asBody(value)['t_s']) });
