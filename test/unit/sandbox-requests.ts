// SPDX-License-Identifier: GPL-3.0-or-later
import { addAmounts, amount, amountToText } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { bytesToCrock, crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import { hashWire } from '../../electron/taler/crypto/hash.ts';
import { coinHistoryBlock, depositBlock, linkBlock, meltBlock } from '../../electron/taler/purposes/wallet.ts';
import {
  deriveRefreshPlanchets,
  deriveTransferPrivs,
  refreshCommitment,
  transferPubs,
  transferSecret,
} from '../../electron/taler/coin/refresh.ts';
import { get, keyPair, random, sign, type Coin, type Denom, type KeyPair, type Lab } from './sandbox-client.ts';

export const PAYTO = 'payto://x-taler-bank/localhost/merchant?receiver-name=merchant';
export const SALT = new Uint8Array(16).fill(3);
export const seconds = (ms: number) => ({ t_s: Math.floor(ms / 1000) });

export type Contract = { readonly merchant: KeyPair; readonly hash: Uint8Array; readonly wireDeadlineMs?: number };
/** A deposit of parts of coins for one contract, signed by each coin. */
export const depositRequest = (lab: Lab, contract: Contract, parts: readonly (readonly [Coin, string])[]) => {
  const wireHash = hashWire(PAYTO, SALT);
  const timestamp = seconds(lab.now());
  const refundDeadline = seconds(lab.now());
  return {
    merchant_payto_uri: PAYTO,
    wire_salt: bytesToCrock(SALT),
    merchant_pub: contract.merchant.pub,
    h_contract_terms: bytesToCrock(contract.hash),
    timestamp,
    refund_deadline: refundDeadline,
    wire_transfer_deadline: seconds(lab.now() + (contract.wireDeadlineMs ?? 3600_000)),
    coins: parts.map(([coin, contribution]) => ({
      coin_pub: coin.pub,
      denom_pub_hash: coin.denom.hash,
      ub_sig: coin.ubSig,
      contribution,
      coin_sig: sign(
        coin,
        depositBlock({
          contractHash: contract.hash,
          wireHash,
          denominationHash: coin.denom.hashBytes,
          timestamp,
          refundDeadline,
          contribution: amount(contribution),
          depositFee: coin.denom.feeDeposit,
          merchantPub: crockToBytes(contract.merchant.pub, 32),
          walletDataHash: 'none',
        }),
      ),
    })),
  };
};
export const contract = (): Contract => ({ merchant: keyPair(), hash: random(64) });

/** Melts a coin into new ones and reveals, as a wallet does. */
export const meltRequest = (old: Coin, newDenoms: readonly Denom[], sessionSeed = random(64)) => {
  const privs = deriveTransferPrivs(sessionSeed);
  const pubs = transferPubs(privs);
  const oldPub = crockToBytes(old.pub, 32);
  const newCoins = newDenoms.map((each) => ({ key: each.key, denominationHash: each.hashBytes }));
  const secrets = privs.map((priv) => mustOk(transferSecret(priv, oldPub), 'secret'));
  const planchets = secrets.map((secret) => mustOk(deriveRefreshPlanchets(secret, newCoins), 'planchets'));
  const valueWithFee = newDenoms.reduce(
    (sum, each) => addAmounts(sum, addAmounts(each.value, each.feeWithdraw)),
    old.denom.feeRefresh,
  );
  const blinded = (gamma: number) =>
    planchets[gamma]!.map((each) => ({ cipher: 'RSA' as const, blinded: each.blinded }));
  const rc = refreshCommitment({
    transferPubs: pubs,
    newDenominationHashes: newDenoms.map((each) => each.hashBytes),
    oldCoinPub: oldPub,
    valueWithFee,
    planchetsByGamma: [blinded(0), blinded(1), blinded(2)],
  });
  const melt = {
    denom_pub_hash: old.denom.hash,
    denom_sig: old.ubSig,
    rc: bytesToCrock(rc),
    value_with_fee: amountToText(valueWithFee),
    confirm_sig: sign(
      old,
      meltBlock({ rc, denominationHash: old.denom.hashBytes, valueWithFee, refreshFee: old.denom.feeRefresh }),
    ),
  };
  const reveal = (noreveal: number) => ({
    transfer_pub: bytesToCrock(pubs[noreveal as 0]),
    transfer_privs: privs.filter((_, gamma) => gamma !== noreveal).map((priv) => bytesToCrock(priv)),
    new_denoms_h: newDenoms.map((each) => each.hash),
    coin_evs: planchets[noreveal]!.map((each) => ({ cipher: 'RSA', rsa_blinded_planchet: bytesToCrock(each.blinded) })),
    link_sigs: planchets[noreveal]!.map((each, at) =>
      sign(
        old,
        linkBlock({
          newDenominationHash: newDenoms[at]!.hashBytes,
          transferPub: pubs[noreveal as 0],
          coinEvHash: each.coinEvHash,
        }),
      ),
    ),
  });
  return { rc, melt, reveal, planchets };
};

export const coinHistory = (base: string, coin: KeyPair, start = 0, headers = {}) =>
  get(`${base}coins/${coin.pub}/history${start === 0 ? '' : `?start=${start}`}`, {
    'taler-coin-history-signature': sign(coin, coinHistoryBlock({ startOffset: start })),
    ...headers,
  });
