// SPDX-License-Identifier: GPL-3.0-or-later
import type { Amount } from '../../../shared/amount.ts';
import type { Task } from '../../threads.ts';
import { knownRsaKey } from '../crypto/rsa.ts';
import type { Planchet } from './planchet.ts';
import {
  deriveCandidates,
  deriveTransferPrivs,
  refreshCommitment,
  transferPubs,
  transferSecret,
  type NewCoin,
  type PerGamma,
} from './refresh.ts';

// A refresh of the first scheme with all three candidates: some thirty blinded coins where one becomes eight, which takes as long
// as drawing the window several times.

/** What everything a session sends follows from; plain data. */
export type SessionPlan = {
  readonly oldCoinPub: Uint8Array;
  /** 64 bytes */
  readonly seed: Uint8Array;
  /** of every new coin, in order: the key's binary form and `h_denom` */
  readonly newCoins: readonly { readonly key: Uint8Array; readonly denominationHash: Uint8Array }[];
  readonly valueWithFee: Amount;
};

/** Everything the session sends: the same bytes at every attempt. */
export type DerivedSession = {
  readonly transferPrivs: PerGamma<Uint8Array>;
  readonly transferPubs: PerGamma<Uint8Array>;
  readonly planchets: PerGamma<readonly Planchet[]>;
  readonly rc: Uint8Array;
};

/** Undefined when one of the new denominations has a key that does not blind. */
export const deriveSession = (plan: SessionPlan): DerivedSession | undefined => {
  const newCoins = plan.newCoins.map(({ key, denominationHash }): NewCoin => ({
    key: knownRsaKey(key),
    denominationHash,
  }));
  const privs = deriveTransferPrivs(plan.seed);
  const pubs = transferPubs(privs);
  const secretsOf = (gamma: 0 | 1 | 2): readonly Uint8Array[] => {
    const secret = transferSecret(privs[gamma], plan.oldCoinPub);
    if (!secret.ok) throw new Error('defect: a coin key of ours is no point of the curve');
    return new Array<Uint8Array>(newCoins.length).fill(secret.value);
  };
  const made = deriveCandidates([secretsOf(0), secretsOf(1), secretsOf(2)], newCoins);
  if (!made.ok) return undefined;
  const rsa = (list: readonly Planchet[]) => list.map(({ blinded }) => ({ cipher: 'RSA', blinded }) as const);
  const [first, second, third] = made.value;
  const rc = refreshCommitment({
    transferPubs: pubs,
    newDenominationHashes: newCoins.map(({ denominationHash }) => denominationHash),
    oldCoinPub: plan.oldCoinPub,
    valueWithFee: plan.valueWithFee,
    planchetsByGamma: [rsa(first), rsa(second), rsa(third)],
  });
  return { transferPrivs: privs, transferPubs: pubs, planchets: made.value, rc };
};

export const sessionTask: Task<SessionPlan, DerivedSession | undefined> = {
  name: 'refresh-session',
  perform: deriveSession,
};
