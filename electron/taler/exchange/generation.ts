// SPDX-License-Identifier: GPL-3.0-or-later
import { isCompatible, parseVersion } from '../wire/versions.ts';

/** How an exchange is spoken to: `v14` for versions 12 to 14 (those that phones of 2022 know), `v17` for 17 to 22, `v23` for 23. */
export type Generation = 'v14' | 'v17' | 'v23';

/** What an exchange can do, by name: a flow asks for an ability, and never which generation it is. */
export type Abilities = {
  /** tells the signed history of coins and reserves, so that what became of a request can be asked later */
  readonly tellsHistories: boolean;
  /** what a coin signs at its deposit (1201) ends with a hash of the wallet's own data, zeros where there is none */
  readonly signsWalletData: boolean;
  /** names bank accounts by the hash of their normal form when it asks who their owner is */
  readonly normalizesAccounts: boolean;
  /** how the new coins of a refresh follow from its seed there (`coin/schemes.ts`) */
  readonly refreshScheme: number;
};

const ABILITIES: Readonly<Record<Generation, Abilities>> = {
  v14: { tellsHistories: false, signsWalletData: false, normalizesAccounts: false, refreshScheme: 1 },
  v17: { tellsHistories: true, signsWalletData: true, normalizesAccounts: false, refreshScheme: 1 },
  v23: { tellsHistories: true, signsWalletData: true, normalizesAccounts: true, refreshScheme: 1 },
};

/** What an exchange with these keys can do. */
export const abilitiesOf = ({ generation }: { readonly generation: Generation }): Abilities => ABILITIES[generation];

/** The generation to speak with a server of this version, or undefined: money is never sent on a guess about unknown forms. */
export const generationOf = (version: string): Generation | undefined => {
  const theirs = parseVersion(version);
  if (!theirs.ok || theirs.value.current > NEWEST_KNOWN) return undefined;
  if (theirs.value.current === NEWEST_KNOWN) return 'v23';
  if (theirs.value.current >= 17) return 'v17';
  return isCompatible({ current: 14, revision: 0, age: 2 }, theirs.value) ? 'v14' : undefined;
};

/** v24 and later changed withdrawal and melting in ways nobody has shown us yet. */
const NEWEST_KNOWN = 23;
