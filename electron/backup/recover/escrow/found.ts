// SPDX-License-Identifier: GPL-3.0-or-later
import { plainText } from '../../../../shared/names.ts';
import { compareText } from '../../../state/join.ts';
import { secretsOf, type FoundSecret, type FoundVersion } from '../../../taler/anastasis/discover.ts';
import { isEscrowName, shortEscrowId } from './wallet-secret.ts';

// What was found, put in order: the same document at several places is one, and of each name the newest comes first.

/** One version of one secret. */
export type Secret = {
  readonly documentHash: string;
  readonly secretName: string;
  readonly walletId: string | undefined;
  readonly isOurs: boolean;
  readonly isNewest: boolean;
  readonly at: FoundSecret['at'];
};

/** So many names of one person are shown, and so many versions of each: a place can hold thousands. */
const MOST_NAMES = 50;
const MOST_VERSIONS = 20;
const LONGEST_SECRET_NAME = 100;

export const secretsFound = (
  heard: readonly { readonly url: string; readonly versions: readonly FoundVersion[] }[],
): readonly Secret[] => {
  const byName = Map.groupBy(secretsOf(heard), ({ secretName = '' }) => secretName);
  return [...byName]
    .toSorted(([a], [b]) => Number(isEscrowName(b)) - Number(isEscrowName(a)) || compareText(a, b))
    .slice(0, MOST_NAMES)
    .flatMap(([secretName, documents]) =>
      newestFirst(documents).map((document, place) => ({
        ...document,
        secretName: plainText(secretName, LONGEST_SECRET_NAME),
        walletId: isEscrowName(secretName) ? shortEscrowId(secretName) : undefined,
        isOurs: isEscrowName(secretName),
        isNewest: place === 0,
      })),
    );
};

/** Each in turn is one that no other of those left is newer than; where places contradict each other, the first. */
const newestFirst = (documents: readonly FoundSecret[]): readonly FoundSecret[] => {
  const left = [...documents].toSorted((a, b) => latest(b) - latest(a)).slice(0, MOST_VERSIONS);
  const sorted: FoundSecret[] = [];
  while (left.length > 0) {
    const found = left.findIndex((each) => left.every((other) => other === each || !isNewer(other, each)));
    sorted.push(...left.splice(Math.max(0, found), 1));
  }
  return sorted;
};

const latest = ({ at }: FoundSecret): number => Math.max(...at.map(({ version }) => version));
const lastUpload = ({ at }: FoundSecret): number => Math.max(...at.map(({ uploadedAtMs = 0 }) => uploadedAtMs));

/** Each place counts for itself: those that have both are asked first, then the times that places tell, then the count. */
const isNewer = (a: FoundSecret, b: FoundSecret): boolean => {
  let votes = 0;
  for (const { url, version } of a.at) {
    const there = b.at.find((each) => each.url === url);
    if (there) votes += Math.sign(version - there.version);
  }
  if (votes !== 0) return votes > 0;
  const [when, other] = [lastUpload(a), lastUpload(b)];
  return when > 0 && other > 0 && when !== other ? when > other : latest(a) > latest(b);
};
