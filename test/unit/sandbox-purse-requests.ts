// SPDX-License-Identifier: GPL-3.0-or-later
import { amount } from '../../shared/amount.ts';
import { ecdhePublicKey } from '../../electron/taler/crypto/ecdh.ts';
import { eddsaVerify } from '../../electron/taler/crypto/eddsa.ts';
import { bytesToCrock, crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import { hashPayto } from '../../electron/taler/crypto/hash.ts';
import { reservePayto } from '../../electron/taler/wire/payto.ts';
import {
  accountMergeBlock,
  econtractBlock,
  purseCreateBlock,
  purseDepositBlock,
  purseMergeBlock,
} from '../../electron/taler/purposes/purse.ts';
import { reserveHistoryBlock } from '../../electron/taler/purposes/wallet.ts';
import { get, keyPair, random, sign, startLab, type Coin, type KeyPair, type Lab } from './sandbox-client.ts';
import { coinHistory, seconds } from './sandbox-requests.ts';

export const bytes = (key: KeyPair | string): Uint8Array => crockToBytes(typeof key === 'string' ? key : key.pub, 32);

export type Purse = {
  readonly key: KeyPair;
  readonly merge: KeyPair;
  readonly amount: string;
  readonly expiration: { t_s: number };
  readonly hash: Uint8Array;
};
export const newPurse = (lab: Lab, sum: string, lifeMs = 600_000): Purse => ({
  key: keyPair(),
  merge: keyPair(),
  amount: sum,
  expiration: seconds(lab.now() + lifeMs),
  hash: random(64),
});

export const purseFacts = (purse: Purse) => ({
  min_age: 0,
  merge_pub: purse.merge.pub,
  h_contract_terms: bytesToCrock(purse.hash),
  purse_expiration: purse.expiration,
  purse_sig: sign(
    purse.key,
    purseCreateBlock({
      purseExpiration: purse.expiration,
      purseAmount: amount(purse.amount),
      contractHash: purse.hash,
      mergePub: bytes(purse.merge),
      minAge: 0,
    }),
  ),
});
export const purseDeposit = (base: string, purse: Purse, coin: Coin, contribution: string) => ({
  amount: contribution,
  denom_pub_hash: coin.denom.hash,
  ub_sig: coin.ubSig,
  coin_pub: coin.pub,
  coin_sig: sign(
    coin,
    purseDepositBlock({
      contribution: amount(contribution),
      denominationHash: coin.denom.hashBytes,
      pursePub: bytes(purse.key),
      exchangeBaseUrl: base,
    }),
  ),
});
export const contractFor = (purse: Purse) => {
  const contractPub = ecdhePublicKey(random(32));
  const econtract = random(120);
  return {
    econtract: bytesToCrock(econtract),
    contract_pub: bytesToCrock(contractPub),
    econtract_sig: sign(purse.key, econtractBlock({ econtract, contractPub })),
  };
};
export const mergeRequest = (lab: Lab, base: string, purse: Purse, reserve: KeyPair, at = lab.now()) => {
  const payto = reservePayto(base, reserve.pub);
  const fields = { mergeTimestamp: seconds(at), pursePub: bytes(purse.key) };
  return {
    payto_uri: payto,
    merge_timestamp: seconds(at),
    merge_sig: sign(purse.merge, purseMergeBlock({ ...fields, reservePaytoHash: hashPayto(payto) })),
    reserve_sig: sign(
      reserve,
      accountMergeBlock({
        ...fields,
        purseExpiration: purse.expiration,
        purseAmount: amount(purse.amount),
        purseFee: amount('KUDOS:0'),
        contractHash: purse.hash,
        minAge: 0,
        flags: 1,
      }),
    ),
  };
};
/** The entries of a coin's history. */
export const coinEntries = async (base: string, coin: KeyPair) => (await coinHistory(base, coin)).json.history;
export const reserveHistory = async (base: string, reserve: KeyPair) =>
  (
    await get(`${base}reserves/${reserve.pub}/history`, {
      'taler-reserve-history-signature': sign(reserve, reserveHistoryBlock({ startOffset: 0 })),
    })
  ).json.history;
export const verified = (json: any, block: Uint8Array): boolean =>
  eddsaVerify(crockToBytes(json.exchange_pub, 32), block, crockToBytes(json.exchange_sig, 64));

/** An exchange of each generation where a purse costs a cent. */
export const startPurseLab = (): Promise<Lab> =>
  startLab({
    exchanges: (['v17', 'v23'] as const).map((generation) => ({
      generation,
      fees: { purseFee: amount('KUDOS:0.01') },
    })),
    syncProviders: [],
  });
