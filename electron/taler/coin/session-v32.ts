// SPDX-License-Identifier: GPL-3.0-or-later
import type { Task } from '../../threads.ts';
import { bytesToCrock, concatBytes } from '../bytes/encodings.ts';
import { knownRsaKey } from '../crypto/rsa.ts';
import { eddsaPublicKey } from '../crypto/eddsa.ts';
import type { Planchet } from './planchet.ts';
import { deriveCandidates, type NewCoin, type PerGamma } from './refresh.ts';
import {
  deriveBatchSeeds,
  planchetsHash,
  refreshCommitmentV32,
  transferKeysOf,
  type TransferKeys,
} from './refresh-v32.ts';
import type { SessionPlan } from './session.ts';

// A refresh with an exchange from v32 on, with all three candidates, made beside the thread of the window.

/** As for the first scheme, and the old coin's private key, which the seeds of the candidates follow from. */
export type SessionPlanV32 = Omit<SessionPlan, 'oldCoinPub'> & { readonly oldCoinPriv: Uint8Array };

/** Everything the session sends: the same bytes at every attempt. */
export type DerivedSessionV32 = {
  readonly batchSeeds: PerGamma<Uint8Array>;
  readonly transfers: PerGamma<TransferKeys>;
  readonly planchets: PerGamma<readonly Planchet[]>;
  readonly rc: Uint8Array;
};

/** Undefined when one of the new denominations has a key that does not blind. */
export const deriveSessionV32 = (plan: SessionPlanV32): DerivedSessionV32 | undefined => {
  const newCoins = plan.newCoins.map(({ key, denominationHash }): NewCoin => ({
    key: knownRsaKey(key),
    denominationHash,
  }));
  const oldCoinPub = eddsaPublicKey(plan.oldCoinPriv);
  const batchSeeds = deriveBatchSeeds(plan.seed, plan.oldCoinPriv);
  const keys = transferKeysOf(batchSeeds, oldCoinPub, newCoins.length);
  if (!keys.ok) throw new Error('defect: a coin key of ours is no point of the curve');
  const [first, second, third] = keys.value;
  const made = deriveCandidates([first.secrets, second.secrets, third.secrets], newCoins);
  if (!made.ok) return undefined;
  const hash = (gamma: 0 | 1 | 2): Uint8Array => planchetsHash(made.value[gamma].map(({ coinEvHash }) => coinEvHash));
  const rc = refreshCommitmentV32({
    sessionSeed: plan.seed,
    oldCoinPub,
    valueWithFee: plan.valueWithFee,
    planchetsHashes: [hash(0), hash(1), hash(2)],
  });
  return { batchSeeds, transfers: keys.value, planchets: made.value, rc };
};

/** What of a session crosses between threads: the texts that it sends, and of the coins only what unblinds them. */
export type SessionV32 = {
  readonly batchSeeds: PerGamma<Uint8Array>;
  readonly rc: Uint8Array;
  /** base32, in the order of the new coins */
  readonly transferPubs: PerGamma<readonly string[]>;
  /** blinded, base32, in the order of the new coins */
  readonly envelopes: PerGamma<readonly string[]>;
  /** `coinPubHash` and `blindingSecret` of every new coin, one after the other: many small arrays cost more to hand over than to make */
  readonly coins: PerGamma<Uint8Array>;
};

const HASH_BYTES = 64;
const COIN_BYTES = HASH_BYTES + 32;

/** What unblinds the new coins of a candidate, in their order. */
export const coinsOf = (
  { coins }: Pick<SessionV32, 'coins'>,
  gamma: 0 | 1 | 2,
): readonly { readonly coinPubHash: Uint8Array; readonly blindingSecret: Uint8Array }[] => {
  const all = coins[gamma];
  return Array.from({ length: all.length / COIN_BYTES }, (_, index) => {
    const coin = all.slice(index * COIN_BYTES, (index + 1) * COIN_BYTES);
    return { coinPubHash: coin.slice(0, HASH_BYTES), blindingSecret: coin.slice(HASH_BYTES) };
  });
};

/** The part of a derived session that its thread hands over. */
export const handedOver = ({ batchSeeds, rc, transfers, planchets }: DerivedSessionV32): SessionV32 => {
  const pubs = (gamma: 0 | 1 | 2): readonly string[] => transfers[gamma].pubs.map(bytesToCrock);
  const blinded = (gamma: 0 | 1 | 2): readonly string[] => planchets[gamma].map((each) => bytesToCrock(each.blinded));
  const coins = (gamma: 0 | 1 | 2): Uint8Array =>
    concatBytes(...planchets[gamma].flatMap(({ coinPubHash, blindingSecret }) => [coinPubHash, blindingSecret]));
  return {
    batchSeeds,
    rc,
    transferPubs: [pubs(0), pubs(1), pubs(2)],
    envelopes: [blinded(0), blinded(1), blinded(2)],
    coins: [coins(0), coins(1), coins(2)],
  };
};

export const sessionTaskV32: Task<SessionPlanV32, SessionV32 | undefined> = {
  name: 'refresh-session-v32',
  perform: (plan) => {
    const derived = deriveSessionV32(plan);
    return derived && handedOver(derived);
  },
};
