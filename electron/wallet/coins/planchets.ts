// SPDX-License-Identifier: GPL-3.0-or-later
import { amount } from '../../../shared/amount.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { crockToBytes } from '../../taler/bytes/encodings.ts';
import type { Denomination, ExchangeKeys } from '../../taler/exchange/keys/model.ts';
import type { Planchet as SentPlanchet } from '../../taler/exchange/exchange.ts';
import type { UnblindItem } from '../../taler/crypto/rsa.ts';
import { aside } from '../../threads.ts';
import { planchetsTask, unblindTask } from '../../taler/coin/batches.ts';
import type { Planchet } from '../../taler/coin/planchet.ts';
import type { World } from '../../world.ts';
import type { DenominationCount } from './selection.ts';

// Blinding and unblinding in batches: one modular inverse and one factor check serve all coins of a denomination.

/** A planchet with its place in the selection and the denomination it is for. */
export type PlacedPlanchet = Planchet & { readonly index: number; readonly denomination: Denomination };

export type PlanchetFailure =
  | { readonly kind: 'denomination-missing'; readonly h: string }
  | { readonly kind: 'malicious-key' };

/** How many coins a selection stands for. */
export const coinCount = (selection: readonly DenominationCount[]): number =>
  selection.reduce((sum, { n }) => sum + n, 0);

/** Face value of a selection in units; a hostile exchange can drive it beyond the largest amount there is. */
export const selectionUnits = (selection: readonly Pick<DenominationCount, 'n' | 'v'>[]): bigint =>
  selection.reduce((sum, { n, v }) => sum + amount(v).units * BigInt(n), 0n);

/** Planchets `from` to `to` (exclusive) of a withdrawal seed, in the order of its selection; made beside this thread. */
export const planchetRange = async (
  world: World,
  seed: Uint8Array,
  selection: readonly DenominationCount[],
  range: { readonly from: number; readonly to: number },
  keys: ExchangeKeys,
): Promise<Result<readonly PlacedPlanchet[], PlanchetFailure>> => {
  const groups: { readonly denomination: Denomination; readonly key: Uint8Array; readonly count: number }[] = [];
  let start = 0;
  for (const { h, n } of selection) {
    const count = Math.min(start + n, range.to) - Math.max(start, range.from);
    start += n;
    if (count <= 0) continue;
    const denomination = keys.denominations.get(h);
    if (!denomination?.key) return err({ kind: 'denomination-missing', h });
    groups.push({ key: denomination.key.encoded, count, denomination });
  }
  const made = await aside(world, planchetsTask, {
    seed,
    from: range.from,
    groups: groups.map(({ key, count, denomination }) => ({
      key,
      denominationHash: crockToBytes(denomination.hash, 64),
      count,
    })),
  });
  if (!made.ok) return made;
  const denominations = groups.flatMap(({ count, denomination }) => new Array<Denomination>(count).fill(denomination));
  return ok(
    made.value.flatMap((planchet, at) => {
      const denomination = denominations[at];
      return denomination ? [{ ...planchet, index: range.from + at, denomination }] : [];
    }),
  );
};

/** A planchet as the exchange gets it. */
export const sent = ({ denomination, blinded, coinEvHash }: PlacedPlanchet): SentPlanchet => ({
  denomination,
  blinded,
  coinEvHash,
});

/** Coin signatures from blind signatures, in order, made beside this thread; every one has been verified, else none is given. */
export const unblindAll = async (
  world: World,
  planchets: readonly {
    readonly denomination: Denomination;
    readonly coinPubHash: Uint8Array;
    readonly blindingSecret: Uint8Array;
  }[],
  blindSignatures: readonly Uint8Array[],
): Promise<Result<readonly Uint8Array[], { readonly kind: 'malicious-key' | 'bad-signature' }>> => {
  if (blindSignatures.length !== planchets.length) return err({ kind: 'bad-signature' });
  const placesByDenomination = new Map<Denomination, number[]>();
  for (const [at, { denomination }] of planchets.entries()) {
    const places = placesByDenomination.get(denomination);
    if (places) places.push(at);
    else placesByDenomination.set(denomination, [at]);
  }
  const groups: { key: Uint8Array; items: UnblindItem[]; places: readonly number[] }[] = [];
  for (const [{ key }, places] of placesByDenomination) {
    const items = places.flatMap((at) => {
      const planchet = planchets[at];
      const blindSignature = blindSignatures[at];
      return planchet && blindSignature
        ? [{ messageHash: planchet.coinPubHash, blindingSecret: planchet.blindingSecret, blindSignature }]
        : [];
    });
    if (!key || items.length !== places.length) return err({ kind: 'bad-signature' });
    groups.push({ key: key.encoded, items, places });
  }
  const unblinded = await aside(
    world,
    unblindTask,
    groups.map(({ key, items }) => ({ key, items })),
  );
  if (!unblinded.ok) return err({ kind: unblinded.error.kind });
  const signatures = new Array<Uint8Array>(planchets.length);
  for (const [number, { places }] of groups.entries())
    for (const [at, signature] of (unblinded.value[number] ?? []).entries()) signatures[places[at] ?? -1] = signature;
  return ok(signatures);
};
