// SPDX-License-Identifier: GPL-3.0-or-later
import { isCompatible, parseVersion } from '../wire/versions.ts';

/**
 * How an exchange is spoken to: `v14` for versions 12 to 14 (those that phones of 2022 know), `v17` for 17 to 22, `v23` for 23, `v24` for
 * 24 and 25, `v26` for 26 to 31, `v32` for 32 to 35.
 */
export type Generation = 'v14' | 'v17' | 'v23' | 'v24' | 'v26' | 'v32';

/** What an exchange can do, by name: a flow asks for an ability, and never which generation it is. */
export type Abilities = {
  /** tells the signed history of coins and reserves, so that what became of a request can be asked later */
  readonly tellsHistories: boolean;
  /** what a coin signs at its deposit (1201) ends with a hash of the wallet's own data, zeros where there is none */
  readonly signsWalletData: boolean;
  /** names bank accounts by the hash of their normal form when it asks who their owner is */
  readonly normalizesAccounts: boolean;
  /** how the new coins of a refresh follow from its seed there (`coin/schemes.ts`); undefined where no way to make change is known */
  readonly refreshScheme: number | undefined;
  /** a request for coins is repeated as it was or not at all: a part of it would be another request, and be paid for once more */
  readonly repeatsWhole: boolean;
  /** its refresh was read and never met: the smallest one goes first, and no other before it has brought its coins */
  readonly provesFirst: boolean;
};

const V14: Abilities = {
  tellsHistories: false,
  signsWalletData: false,
  normalizesAccounts: false,
  refreshScheme: 1,
  repeatsWhole: false,
  provesFirst: false,
};
const V17: Abilities = { ...V14, tellsHistories: true, signsWalletData: true };
const V23: Abilities = { ...V17, normalizesAccounts: true };
const V24: Abilities = { ...V23, refreshScheme: undefined };
const V26: Abilities = { ...V24, repeatsWhole: true };
const V32: Abilities = { ...V26, refreshScheme: 3, provesFirst: true };

const ABILITIES: Readonly<Record<Generation, Abilities>> = {
  v14: V14,
  v17: V17,
  v23: V23,
  v24: V24,
  v26: V26,
  v32: V32,
};

/** What an exchange with these keys can do. */
export const abilitiesOf = ({ generation }: { readonly generation: Generation }): Abilities => ABILITIES[generation];

/**
 * The generation to speak with a server of this version, or undefined: money is never sent on a guess about unknown forms. Of a newer one than
 * is known here counts whether it still speaks one that is.
 */
export const generationOf = (version: string): Generation | undefined => {
  const theirs = parseVersion(version);
  if (!theirs.ok) return undefined;
  const { current, age } = theirs.value;
  if (current - age > NEWEST_KNOWN) return undefined;
  const since = SINCE.find(([first]) => first <= current);
  if (since) return since[1];
  return isCompatible({ current: 14, revision: 0, age: 2 }, theirs.value) ? 'v14' : undefined;
};

const NEWEST_KNOWN = 35;

/** From which version on each generation is spoken, the newest first. How far back a server says to go counts for nothing here: forms changed all the same. */
const SINCE: readonly (readonly [number, Generation])[] = [
  [32, 'v32'],
  [26, 'v26'],
  [24, 'v24'],
  [23, 'v23'],
  [17, 'v17'],
];
