// SPDX-License-Identifier: GPL-3.0-or-later
import type { Result } from '../../../shared/result.ts';
import type { Task } from '../../threads.ts';
import { knownRsaKey, unblindBatch, type BadSignature, type MaliciousKey, type UnblindItem } from '../crypto/rsa.ts';
import { derivePlanchets, type Planchet } from './planchet.ts';

// Blinding and unblinding of many coins, as plain data that may cross between threads: keys are their binary form.

type PlanchetsInput = {
  readonly seed: Uint8Array;
  readonly from: number;
  readonly groups: readonly {
    readonly key: Uint8Array;
    readonly denominationHash: Uint8Array;
    readonly count: number;
  }[];
};

/** Planchets of a withdrawal seed (`derivePlanchets`). */
export const planchetsTask: Task<PlanchetsInput, Result<readonly Planchet[], MaliciousKey>> = {
  name: 'planchets',
  perform: ({ seed, from, groups }) =>
    derivePlanchets(
      seed,
      from,
      groups.map(({ key, ...group }) => ({ ...group, key: knownRsaKey(key) })),
    ),
};

type UnblindInput = { readonly key: Uint8Array; readonly items: readonly UnblindItem[] };

/** Coin signatures of several denominations (`unblindBatch`), a list for each; none when one of them is wrong. */
export const unblindTask: Task<
  readonly UnblindInput[],
  Result<readonly (readonly Uint8Array[])[], MaliciousKey | BadSignature>
> = {
  name: 'unblind',
  perform: (inputs) => {
    const signatures: (readonly Uint8Array[])[] = [];
    for (const { key, items } of inputs) {
      const made = unblindBatch(knownRsaKey(key), items);
      if (!made.ok) return made;
      signatures.push(made.value);
    }
    return { ok: true, value: signatures };
  },
};
