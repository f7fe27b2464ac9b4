// SPDX-License-Identifier: GPL-3.0-or-later
import { expect } from 'vitest';
import { addAmounts, amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { hashContract } from '../../electron/taler/wire/contract-hash.ts';
import { coinEvHash } from '../../electron/taler/coin/denomination.ts';
import { eddsaVerify } from '../../electron/taler/crypto/eddsa.ts';
import { bytesToCrock, crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import { hashWire } from '../../electron/taler/crypto/hash.ts';
import { reservePayto } from '../../electron/taler/wire/payto.ts';
import { confirmMeltBlock, confirmRefundBlock } from '../../electron/taler/purposes/exchange.ts';
import { merchantContractBlock, merchantPaymentOkBlock } from '../../electron/taler/purposes/merchant.ts';
import { MERGE_FLAGS, purseCreateBlock } from '../../electron/taler/purposes/purse.ts';
import { depositBlock, meltBlock, withdrawBlock } from '../../electron/taler/purposes/wallet.ts';
import * as schema from './wire-schemas.ts';
import {
  contracts,
  coinSigned,
  denominations,
  econtractCheck,
  EXCHANGE,
  fail,
  gammas,
  get,
  h64,
  k32,
  melts,
  mergeChecks,
  order,
  purseDeposits,
  purses,
  revealChecks,
  rsaEv,
  segment,
  type Case,
  type Check,
} from './wire-seen.ts';

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
