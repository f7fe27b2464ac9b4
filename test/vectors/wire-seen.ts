// SPDX-License-Identifier: GPL-3.0-or-later
import type { z } from 'zod';
import { amount, type Amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import type { Timestamp } from '../../shared/time.ts';
import {
  coinEvHash,
  coinPubHash,
  hashDenomination,
  parseDenominationPub,
  type BlindedPlanchet,
} from '../../electron/taler/coin/denomination.ts';
import { ecdhePublicKey } from '../../electron/taler/crypto/ecdh.ts';
import { eddsaVerify } from '../../electron/taler/crypto/eddsa.ts';
import { bytesToCrock, crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import { hashPayto } from '../../electron/taler/crypto/hash.ts';
import { parsePayto } from '../../electron/taler/wire/payto.ts';
import {
  accountMergeBlock,
  econtractBlock,
  purseDepositBlock,
  purseMergeBlock,
} from '../../electron/taler/purposes/purse.ts';
import { linkBlock } from '../../electron/taler/purposes/wallet.ts';
import {
  deriveRefreshPlanchets,
  refreshCommitment,
  transferSecret,
  type PerGamma,
} from '../../electron/taler/coin/refresh.ts';
import { rsaVerify, type RsaPublicKey } from '../../electron/taler/crypto/rsa.ts';
import { casesOf } from './load.ts';
import * as schema from './wire-schemas.ts';

export type Check = readonly [name: string, holds: boolean];
export type Case = {
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly request?: unknown;
  readonly response?: unknown;
  readonly verified?: readonly Check[];
};
type Denomination = {
  readonly key: RsaPublicKey;
  readonly value: Amount;
  readonly withdraw: Amount;
  readonly deposit: Amount;
  readonly refresh: Amount;
};
type Purse = {
  readonly mergePub: string;
  readonly expiration: Timestamp;
  readonly amount: Amount;
  readonly contractHash: string;
};

export const EXCHANGE = 'http://localhost:8081/';
/** The recorded exchanges in their order. */
export const cases = casesOf<Case>('wire-flows', 73).map((each, index) => ({ ...each, index }));
export const k32 = (text: string): Uint8Array => crockToBytes(text, 32);
export const h64 = (text: string): Uint8Array => crockToBytes(text, 64);
export const at = <T>(items: readonly T[], index: number): T => items[index] ?? fail(`nothing at ${index}`);
/** A test that came to a place it must not come to. */
export const fail = (why: string): never => {
  throw new Error(why);
};
export const get = <T>(map: ReadonlyMap<string, T>, key: string): T =>
  map.get(key) ?? fail(`${key} was not seen before`);
export const rsaEv = (ev: z.output<typeof schema.withdrawRequest>['coin_ev']): BlindedPlanchet =>
  ev.cipher === 'RSA' ? { cipher: 'RSA', blinded: crockToBytes(ev.rsa_blinded_planchet) } : fail('RSA only');

export const keys = schema.keysSchema.parse(at(cases, 1).response);
export const denominations: ReadonlyMap<string, Denomination> = new Map(
  keys.denoms.map((each) => {
    const denomination = mustOk(parseDenominationPub(each.denom_pub), 'keys');
    if (denomination.cipher !== 'RSA') return fail('RSA only');
    const amounts = {
      value: amount(each.value),
      withdraw: amount(each.fee_withdraw),
      deposit: amount(each.fee_deposit),
      refresh: amount(each.fee_refresh),
    };
    return [bytesToCrock(hashDenomination(denomination)), { key: denomination.key, ...amounts }];
  }),
);
export const coinSigned = (
  denominationHash: string,
  coinPub: string,
  signature: { readonly cipher: string; readonly rsa_signature?: string },
): boolean =>
  rsaVerify(
    get(denominations, denominationHash).key,
    coinPubHash(k32(coinPub)),
    crockToBytes(signature.rsa_signature ?? '!'),
  );

/** What later requests refer back to. */
export const contracts = new Map<
  string,
  { readonly terms: z.output<typeof schema.contractTerms>; readonly hash: Uint8Array }
>();
export const melts = new Map<string, z.output<typeof schema.meltRequest>>();
export const gammas = new Map<string, 0 | 1 | 2>();
export const purses = new Map<string, Purse>();

export const order = (url: string): string => /orders\/([^/?]+)/.exec(url)?.[1] ?? fail('no order');
export const segment = (url: string, name: string): string =>
  new RegExp(`/${name}/([0-9A-Z]+)`).exec(url)?.[1] ?? fail(`no ${name}`);

export const purseDeposits = (
  pursePub: string,
  deposits: z.output<typeof schema.purseDepositRequest>['deposits'],
): readonly Check[] =>
  deposits.flatMap((deposit): readonly Check[] => {
    const block = purseDepositBlock({
      contribution: amount(deposit.amount),
      denominationHash: h64(deposit.denom_pub_hash),
      pursePub: k32(pursePub),
      exchangeBaseUrl: EXCHANGE,
    });
    return [
      ['purse deposit coin', coinSigned(deposit.denom_pub_hash, deposit.coin_pub, deposit.ub_sig)],
      ['purse deposit sig', eddsaVerify(k32(deposit.coin_pub), block, h64(deposit.coin_sig))],
    ];
  });

export const econtractCheck = (
  pursePub: string,
  { econtract, contract_pub, econtract_sig }: z.output<typeof schema.purseCreateRequest>['econtract'],
): Check => [
  'econtract sig',
  eddsaVerify(
    k32(pursePub),
    econtractBlock({ econtract: crockToBytes(econtract), contractPub: k32(contract_pub) }),
    h64(econtract_sig),
  ),
];

export const mergeChecks = (
  pursePub: string,
  payto: string,
  request: { readonly merge_timestamp: Timestamp; readonly merge_sig: string; readonly reserve_sig: string },
  terms: { readonly purseFee: Amount; readonly flags: number },
): readonly Check[] => {
  const purse = get(purses, pursePub);
  const merge = purseMergeBlock({
    mergeTimestamp: request.merge_timestamp,
    pursePub: k32(pursePub),
    reservePaytoHash: hashPayto(payto),
  });
  const target = mustOk(parsePayto(payto), 'payto');
  const account = accountMergeBlock({
    purseExpiration: purse.expiration,
    purseAmount: purse.amount,
    contractHash: h64(purse.contractHash),
    pursePub: k32(pursePub),
    mergeTimestamp: request.merge_timestamp,
    minAge: 0,
    ...terms,
  });
  const reservePub = target.method === 'taler-reserve' ? target.reservePub : fail('no reserve');
  return [
    ['purse merge sig', eddsaVerify(k32(purse.mergePub), merge, h64(request.merge_sig))],
    ['account merge sig', eddsaVerify(k32(reservePub), account, h64(request.reserve_sig))],
  ];
};

/** Recomputes the refresh commitment as the exchange does: from the two disclosed transfer keys and the envelopes of the third. */
export const revealChecks = (rc: string, request: z.output<typeof schema.revealRequest>): readonly Check[] => {
  const melt = get(melts, rc);
  const gamma = get(gammas, rc);
  const newCoins = request.new_denoms_h.map((hash) => ({
    key: get(denominations, hash).key,
    denominationHash: h64(hash),
  }));
  const kept = request.coin_evs.map(rsaEv);
  const disclosed = [...request.transfer_privs];
  const sides = ([0, 1, 2] as const).map((each) => {
    if (each === gamma) return { pub: k32(request.transfer_pub), planchets: kept };
    const priv = k32(disclosed.shift() ?? '!');
    const secret = mustOk(transferSecret(priv, k32(melt.coin_pub)), 'coin key');
    const planchets = mustOk(deriveRefreshPlanchets(secret, newCoins), 'keys').map(({ blinded }): BlindedPlanchet => ({
      cipher: 'RSA',
      blinded,
    }));
    return { pub: ecdhePublicKey(priv), planchets };
  });
  const commitment = refreshCommitment({
    transferPubs: sides.map(({ pub }) => pub) as unknown as PerGamma<Uint8Array>,
    newDenominationHashes: newCoins.map(({ denominationHash }) => denominationHash),
    oldCoinPub: k32(melt.coin_pub),
    valueWithFee: amount(melt.value_with_fee),
    planchetsByGamma: sides.map(({ planchets }) => planchets) as unknown as PerGamma<readonly BlindedPlanchet[]>,
  });
  const links = request.link_sigs.map((sig, index): Check => {
    const { denominationHash } = at(newCoins, index);
    const block = linkBlock({
      newDenominationHash: denominationHash,
      transferPub: k32(request.transfer_pub),
      coinEvHash: coinEvHash(denominationHash, at(kept, index)),
    });
    return ['link sig', eddsaVerify(k32(melt.coin_pub), block, h64(sig))];
  });
  return [['cut-and-choose commitment', bytesToCrock(commitment) === rc], ...links];
};
