// SPDX-License-Identifier: GPL-3.0-or-later
import type { Task } from '../../threads.ts';
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
  const keysOf = (gamma: 0 | 1 | 2): TransferKeys => {
    const keys = transferKeysOf(batchSeeds[gamma], oldCoinPub, newCoins.length);
    if (!keys.ok) throw new Error('defect: a coin key of ours is no point of the curve');
    return keys.value;
  };
  const transfers: PerGamma<TransferKeys> = [keysOf(0), keysOf(1), keysOf(2)];
  const made = deriveCandidates([transfers[0].secrets, transfers[1].secrets, transfers[2].secrets], newCoins);
  if (!made.ok) return undefined;
  const hash = (gamma: 0 | 1 | 2): Uint8Array => planchetsHash(made.value[gamma].map(({ coinEvHash }) => coinEvHash));
  const rc = refreshCommitmentV32({
    sessionSeed: plan.seed,
    oldCoinPub,
    valueWithFee: plan.valueWithFee,
    planchetsHashes: [hash(0), hash(1), hash(2)],
  });
  return { batchSeeds, transfers, planchets: made.value, rc };
};

export const sessionTaskV32: Task<SessionPlanV32, DerivedSessionV32 | undefined> = {
  name: 'refresh-session-v32',
  perform: deriveSessionV32,
};
