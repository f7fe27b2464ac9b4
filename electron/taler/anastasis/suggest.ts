// SPDX-License-Identifier: GPL-3.0-or-later
import { addAmounts, multiplyAmount, zeroAmount, type Amount } from '../../../shared/amount.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { AnastasisConfig } from './config.ts';

// "Any k of these": which method goes to which provider, and which of them together are enough. Each method lies at one
// provider, so that it can be said in one line: two of your e-mail at A, your telephone at B, your question at C.

/** A provider with what its `/config` says. */
export type OfferingPlace = Pick<AnastasisConfig, 'methods' | 'annualFee' | 'truthUploadFee'> & {
  readonly url: string;
};

export type Suggestion = {
  /** the provider of each method, in the order of the methods */
  readonly places: readonly string[];
  /** how many of them are needed */
  readonly needed: number;
};

export type SuggestionFailure =
  /** one method alone is one theft: two at least */
  | { readonly kind: 'too-few-methods' }
  | { readonly kind: 'too-many-methods'; readonly most: number }
  /** nobody offers that one */
  | { readonly kind: 'no-place-for'; readonly type: string };

const MAX_METHODS = 12;
/** Each more doubles the table below; of more places the cheapest are taken. */
const MAX_PLACES = 8;

/** How many of n methods are asked for: as many as the reference client does, so that two may be lost of five and nobody answers more than four. */
export const neededOf = (methods: number): number =>
  methods <= 2 ? methods : methods <= 4 ? methods - 1 : methods <= 6 ? methods - 2 : 4;

/** Every choice of `needed` out of the numbers below `count`, in order; at most 924 of 12. */
export const choicesOf = (count: number, needed: number): readonly (readonly number[])[] => {
  if (needed === 0) return [[]];
  if (count < needed) return [];
  const without = choicesOf(count - 1, needed);
  return [...without, ...choicesOf(count - 1, needed - 1).map((choice) => [...choice, count - 1])];
};

/** Spreads methods over as many different providers as there can be, and among such ways takes the one that costs least a year. */
export const suggestPolicies = (
  methods: readonly { readonly type: string }[],
  places: readonly OfferingPlace[],
): Result<Suggestion, SuggestionFailure> => {
  if (methods.length < 2) return err({ kind: 'too-few-methods' });
  if (methods.length > MAX_METHODS) return err({ kind: 'too-many-methods', most: MAX_METHODS });
  const offering = places.toSorted((a, b) => compareUnits(yearly(a), yearly(b))).slice(0, MAX_PLACES);
  const orphan = methods.find(({ type }) => offering.every((place) => !place.methods.has(type)));
  if (orphan) return err({ kind: 'no-place-for', type: orphan.type });
  const chosen = cheapestSpread(methods, offering);
  return ok({ places: chosen.map((at) => offering[at]?.url ?? ''), needed: neededOf(methods.length) });
};

type Way = { readonly distinct: number; readonly cost: bigint; readonly places: readonly number[] };

/** Method by method, the best way to each set of used providers: 12 methods times 256 sets times 8 providers at the most. */
const cheapestSpread = (
  methods: readonly { readonly type: string }[],
  offering: readonly OfferingPlace[],
): readonly number[] => {
  let ways = new Map<number, Way>([[0, { distinct: 0, cost: 0n, places: [] }]]);
  for (const { type } of methods) {
    const next = new Map<number, Way>();
    for (const [used, way] of ways) {
      for (const [at, place] of offering.entries()) {
        const recovery = place.methods.get(type);
        if (recovery === undefined) continue;
        const isNew = (used & (1 << at)) === 0;
        const grown: Way = {
          distinct: way.distinct + (isNew ? 1 : 0),
          cost: way.cost + place.truthUploadFee.units + recovery.units + (isNew ? place.annualFee.units : 0n),
          places: [...way.places, at],
        };
        const set = used | (1 << at);
        const known = next.get(set);
        if (known === undefined || isBetter(grown, known)) next.set(set, grown);
      }
    }
    ways = next;
  }
  const best = [...ways.values()].reduce<Way | undefined>(
    (found, way) => (found === undefined || isBetter(way, found) ? way : found),
    undefined,
  );
  return best?.places ?? [];
};

/** More providers first, for one of them alone must not be enough; then less money. */
const isBetter = (a: Way, b: Way): boolean => a.distinct > b.distinct || (a.distinct === b.distinct && a.cost < b.cost);

const yearly = ({ annualFee, truthUploadFee }: OfferingPlace): bigint => annualFee.units + truthUploadFee.units;
const compareUnits = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);

/** What has to be paid before anything is stored, a sum for each currency: storage at every provider, and each truth, for so many years. */
export const costOfStoring = (
  chosen: readonly string[],
  places: readonly OfferingPlace[],
  years: number,
): ReadonlyMap<string, Amount> => {
  const sums = new Map<string, Amount>();
  const add = (fee: Amount, times: number): void => {
    const { currency } = fee;
    sums.set(currency, addAmounts(sums.get(currency) ?? zeroAmount(currency), multiplyAmount(fee, times)));
  };
  for (const place of places) {
    const truths = chosen.filter((url) => url === place.url).length;
    if (truths === 0) continue;
    add(place.annualFee, years);
    add(place.truthUploadFee, truths * years);
  }
  return sums;
};

/** What somebody needs who knows a person's data by heart, at the weakest combination that is enough. */
export type Strength = {
  readonly needed: number;
  /** so few providers have to be deceived, or have to work together */
  readonly fewestPlaces: number;
  /** some combination is questions alone: whoever knows the answers needs no telephone, mail box or letter of theirs */
  readonly byAnswersAlone: boolean;
};

/** How strong "any k of these" is, from its weakest combination. */
export const strengthOf = (methods: readonly { readonly type: string }[], { places, needed }: Suggestion): Strength => {
  const choices = choicesOf(methods.length, needed);
  const placesOf = (choice: readonly number[]): number => new Set(choice.map((at) => places[at])).size;
  return {
    needed,
    fewestPlaces: Math.min(...choices.map(placesOf)),
    byAnswersAlone: choices.some((choice) => choice.every((at) => methods[at]?.type === 'question')),
  };
};
