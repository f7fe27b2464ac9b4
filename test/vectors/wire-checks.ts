// SPDX-License-Identifier: GPL-3.0-or-later
import { expect } from 'vitest';
import type { z } from 'zod';
import { addAmounts, amount, type Amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import type { Timestamp } from '../../shared/time.ts';
import { hashContract } from '../../electron/taler/contract.ts';
import {
  coinEvHash,
  coinPubHash,
  hashDenomination,
  parseDenominationPub,
  type BlindedPlanchet,
} from '../../electron/taler/denomination.ts';
import { ecdhePublicKey } from '../../electron/taler/ecdh.ts';
import { eddsaVerify } from '../../electron/taler/eddsa.ts';
import { bytesToCrock, crockToBytes } from '../../electron/taler/encodings.ts';
import { hashPayto, hashWire } from '../../electron/taler/hash.ts';
import { parsePayto, reservePayto } from '../../electron/taler/payto.ts';
import { confirmMeltBlock, confirmRefundBlock } from '../../electron/taler/purposes-exchange.ts';
import { merchantContractBlock, merchantPaymentOkBlock } from '../../electron/taler/purposes-merchant.ts';
import {
  accountMergeBlock,
  econtractBlock,
  MERGE_FLAGS,
  purseCreateBlock,
  purseDepositBlock,
  purseMergeBlock,
} from '../../electron/taler/purposes-purse.ts';
import { depositBlock, linkBlock, meltBlock, withdrawBlock } from '../../electron/taler/purposes-wallet.ts';
import {
  deriveRefreshPlanchets,
  refreshCommitment,
  transferSecret,
  type PerGamma,
} from '../../electron/taler/refresh.ts';
import { rsaVerify, type RsaPublicKey } from '../../electron/taler/rsa.ts';
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

const EXCHANGE = 'http://localhost:8081/';
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
const rsaEv = (ev: z.output<typeof schema.withdrawRequest>['coin_ev']): BlindedPlanchet =>
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
const coinSigned = (
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
const contracts = new Map<
  string,
  { readonly terms: z.output<typeof schema.contractTerms>; readonly hash: Uint8Array }
>();
const melts = new Map<string, z.output<typeof schema.meltRequest>>();
const gammas = new Map<string, 0 | 1 | 2>();
const purses = new Map<string, Purse>();

const order = (url: string): string => /orders\/([^/?]+)/.exec(url)?.[1] ?? fail('no order');
const segment = (url: string, name: string): string =>
  new RegExp(`/${name}/([0-9A-Z]+)`).exec(url)?.[1] ?? fail(`no ${name}`);

const purseDeposits = (
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

const econtractCheck = (
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

const mergeChecks = (
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
const revealChecks = (rc: string, request: z.output<typeof schema.revealRequest>): readonly Check[] => {
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

/** Reads a recorded exchange with our schemas and makes the checks that its server made. */
export const check = ({ method, url, status, request, response }: Case): readonly Check[] => {
  const route = `${method} ${url
    .replace(/\?.*/, '')
    .replace(/\/[0-9A-Z]{52,}/g, '/KEY')
    .replace(/\/(o1|o2|op1)\b/, '/ID')}`;
  switch (route) {
    case 'GET /keys':
    case 'GET /terms':
      return [];
    case 'GET /wire':
      schema.wireSchema.parse(response);
      return [];
    case 'GET /reserves/KEY':
      schema.reserveResponse.parse(response);
      return [];
    case 'GET /bank/config':
      schema.bankConfigResponse.parse(response);
      return [];
    case 'GET /bank/withdrawal-operation/ID':
      schema.bankStatusResponse.parse(response);
      return [];
    case 'POST /bank/withdrawal-operation/ID':
      schema.bankSelectRequest.parse(request);
      schema.bankSelectResponse.parse(response);
      return [];
    case 'POST /reserves/KEY/withdraw': {
      const { denom_pub_hash: hash, coin_ev, reserve_sig } = schema.withdrawRequest.parse(request);
      schema.withdrawResponse.parse(response);
      const { value, withdraw } = get(denominations, hash);
      const block = withdrawBlock({
        valueWithFee: addAmounts(value, withdraw),
        denominationHash: h64(hash),
        coinEvHash: coinEvHash(h64(hash), rsaEv(coin_ev)),
      });
      return [['withdraw sig', eddsaVerify(k32(segment(url, 'reserves')), block, h64(reserve_sig))]];
    }
    case 'POST /merchant/orders/ID/claim': {
      const { nonce } = schema.claimRequest.parse(request);
      const { contract_terms, sig } = schema.claimResponse.parse(response);
      const terms = schema.contractTerms.parse(contract_terms);
      const hash = mustOk(hashContract(contract_terms), 'contract');
      expect(eddsaVerify(k32(terms.merchant_pub), merchantContractBlock({ contractHash: hash }), h64(sig))).toBe(true);
      expect(terms.nonce).toBe(nonce);
      contracts.set(order(url), { terms, hash });
      return [];
    }
    case 'POST /merchant/orders/ID/pay': {
      const { terms, hash } = get(contracts, order(url));
      const { sig } = schema.payResponse.parse(response);
      expect(eddsaVerify(k32(terms.merchant_pub), merchantPaymentOkBlock({ contractHash: hash }), h64(sig))).toBe(true);
      return schema.payRequest.parse(request).coins.flatMap((coin): readonly Check[] => {
        const block = depositBlock({
          contractHash: hash,
          wireHash: h64(terms.h_wire),
          denominationHash: h64(coin.h_denom),
          timestamp: terms.timestamp,
          refundDeadline: terms.refund_deadline,
          contribution: amount(coin.contribution),
          depositFee: get(denominations, coin.h_denom).deposit,
          merchantPub: k32(terms.merchant_pub),
          walletDataHash: 'absent',
        });
        return [
          ['pay coin denom sig', coinSigned(coin.h_denom, coin.coin_pub, coin.ub_sig)],
          ['pay coin sig', eddsaVerify(k32(coin.coin_pub), block, h64(coin.coin_sig))],
        ];
      });
    }
    case 'GET /merchant/orders/ID':
      schema.orderStatusResponse.parse(response);
      expect(new URL(url, EXCHANGE).searchParams.get('h_contract')).toBe(bytesToCrock(get(contracts, order(url)).hash));
      return [];
    case 'POST /merchant/orders/ID/refund': {
      expect(schema.refundRequest.parse(request).h_contract).toBe(bytesToCrock(get(contracts, order(url)).hash));
      const { refunds, merchant_pub } = schema.refundResponse.parse(response);
      for (const refund of refunds) {
        const block = confirmRefundBlock({
          contractHash: get(contracts, order(url)).hash,
          coinPub: k32(refund.coin_pub),
          merchantPub: k32(merchant_pub),
          rtransactionId: refund.rtransaction_id,
          refundAmount: amount(refund.refund_amount),
        });
        expect(eddsaVerify(k32(refund.exchange_pub), block, h64(refund.exchange_sig))).toBe(true);
      }
      return [];
    }
    case 'POST /coins/KEY/melt': {
      const melt = schema.meltRequest.parse(request);
      melts.set(melt.rc, melt);
      if (status === 200) {
        const { noreveal_index, exchange_pub, exchange_sig } = schema.meltResponse.parse(response);
        gammas.set(melt.rc, noreveal_index as 0 | 1 | 2);
        const block = confirmMeltBlock({ rc: h64(melt.rc), norevealIndex: noreveal_index });
        expect(eddsaVerify(k32(exchange_pub), block, h64(exchange_sig))).toBe(true);
      } else schema.errorResponse.parse(response);
      expect(segment(url, 'coins')).toBe(melt.coin_pub);
      const block = meltBlock({
        rc: h64(melt.rc),
        denominationHash: h64(melt.denom_pub_hash),
        valueWithFee: amount(melt.value_with_fee),
        refreshFee: get(denominations, melt.denom_pub_hash).refresh,
      });
      return [
        ['melt denom sig', coinSigned(melt.denom_pub_hash, melt.coin_pub, melt.denom_sig)],
        ['melt sig', eddsaVerify(k32(melt.coin_pub), block, h64(melt.confirm_sig))],
      ];
    }
    case 'POST /refreshes/KEY/reveal': {
      schema.revealResponse.parse(response);
      return revealChecks(segment(url, 'refreshes'), schema.revealRequest.parse(request));
    }
    case 'POST /coins/KEY/deposit': {
      const deposit = schema.depositRequest.parse(request);
      schema.depositResponse.parse(response);
      const block = depositBlock({
        contractHash: h64(deposit.h_contract_terms),
        wireHash: hashWire(deposit.merchant_payto_uri, crockToBytes(deposit.wire_salt, 16)),
        denominationHash: h64(deposit.denom_pub_hash),
        timestamp: deposit.timestamp,
        refundDeadline: deposit.refund_deadline,
        contribution: amount(deposit.contribution),
        depositFee: get(denominations, deposit.denom_pub_hash).deposit,
        merchantPub: k32(deposit.merchant_pub),
        walletDataHash: 'absent',
      });
      expect(coinSigned(deposit.denom_pub_hash, segment(url, 'coins'), deposit.ub_sig)).toBe(true);
      return [['deposit sig', eddsaVerify(k32(segment(url, 'coins')), block, h64(deposit.coin_sig))]];
    }
    case 'POST /purses/KEY/create': {
      const create = schema.purseCreateRequest.parse(request);
      schema.purseResponse.parse(response);
      const pursePub = segment(url, 'purses');
      purses.set(pursePub, {
        mergePub: create.merge_pub,
        expiration: create.purse_expiration,
        amount: amount(create.amount),
        contractHash: create.h_contract_terms,
      });
      const block = purseCreateBlock({
        purseExpiration: create.purse_expiration,
        purseAmount: amount(create.amount),
        contractHash: h64(create.h_contract_terms),
        mergePub: k32(create.merge_pub),
        minAge: create.min_age,
      });
      return [
        ['purse create sig', eddsaVerify(k32(pursePub), block, h64(create.purse_sig))],
        econtractCheck(pursePub, create.econtract),
        ...purseDeposits(pursePub, create.deposits),
      ];
    }
    case 'POST /purses/KEY/deposit':
      schema.purseResponse.parse(response);
      return purseDeposits(segment(url, 'purses'), schema.purseDepositRequest.parse(request).deposits);
    case 'POST /purses/KEY/merge': {
      const merge = schema.purseMergeRequest.parse(request);
      schema.purseMergeResponse.parse(response);
      return mergeChecks(segment(url, 'purses'), merge.payto_uri, merge, {
        purseFee: amount('KUDOS:0'),
        flags: MERGE_FLAGS.paidPurse,
      });
    }
    case 'POST /reserves/KEY/purse': {
      const pull = schema.reservePurseRequest.parse(request);
      schema.purseResponse.parse(response);
      const purse = {
        mergePub: pull.merge_pub,
        expiration: pull.purse_expiration,
        amount: amount(pull.purse_value),
        contractHash: pull.h_contract_terms,
      };
      purses.set(pull.purse_pub, purse);
      const block = purseCreateBlock({
        purseExpiration: pull.purse_expiration,
        purseAmount: purse.amount,
        contractHash: h64(pull.h_contract_terms),
        mergePub: k32(pull.merge_pub),
        minAge: pull.min_age,
      });
      const payto = reservePayto(EXCHANGE, segment(url, 'reserves'));
      return [
        ['purse create sig (pull)', eddsaVerify(k32(pull.purse_pub), block, h64(pull.purse_sig))],
        ...mergeChecks(pull.purse_pub, payto, pull, { purseFee: amount(pull.purse_fee), flags: MERGE_FLAGS.purseFee }),
        econtractCheck(pull.purse_pub, pull.econtract),
      ];
    }
    case 'GET /contracts/KEY': {
      const contract = schema.contractResponse.parse(response);
      const [, holds] = econtractCheck(contract.purse_pub, { ...contract, contract_pub: segment(url, 'contracts') });
      expect(holds).toBe(true);
      return [];
    }
    case 'GET /purses/KEY/deposit':
    case 'GET /purses/KEY/merge':
      schema.purseStatusResponse.parse(response);
      return [];
    default:
      return fail(`no schema for ${route}`);
  }
};
