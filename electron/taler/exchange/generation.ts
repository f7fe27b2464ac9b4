// SPDX-License-Identifier: GPL-3.0-or-later
import { isCompatible, parseVersion } from '../wire/versions.ts';

/** v14: the 2022 phones' exchanges; v17: 17 to 22; v23: from 23 on. */
export type Generation = 'v14' | 'v17' | 'v23';

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
