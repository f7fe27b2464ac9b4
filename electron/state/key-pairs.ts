// SPDX-License-Identifier: GPL-3.0-or-later
import { bytesToCrock, utf8 } from '../taler/bytes/encodings.ts';
import { sha512 } from '../taler/crypto/hash.ts';

/** As many pairs are remembered, some megabytes; a wallet has thousands, and the largest copy somebody can fill has no more. */
const MAX_PAIRS = 262_144;

/** A hash of a public key and a private one, and whether they belong together. */
export type KnownPair = readonly [string, boolean];

export type KeyPairs = {
  /** whether a public key, as text, is that of a private one */
  readonly isPair: (text: unknown, priv: Uint8Array) => boolean;
  /** what was asked during some work, for another thread to know */
  readonly askedDuring: <T>(work: () => T) => { readonly made: T; readonly pairs: readonly KnownPair[] };
  /** takes over what another thread of this process has found */
  readonly know: (pairs: readonly KnownPair[]) => void;
};

/**
 * Making a key is dear, and an entry is asked about when its copy is opened, when it is joined, and again in every round: what was found is
 * remembered by a hash of both.
 */
export const rememberedPairs = (publicKeyOf: (priv: Uint8Array) => Uint8Array): KeyPairs => {
  const found = new Map<string, boolean>();
  let asked: KnownPair[] | undefined;
  const note = (pair: string, isRight: boolean): boolean => {
    if (found.size >= MAX_PAIRS) found.clear();
    found.set(pair, isRight);
    return isRight;
  };
  return {
    isPair: (text, priv) => {
      if (typeof text !== 'string') return false;
      const pair = Buffer.from(sha512(utf8('holdfast-pair\0'), priv, utf8(text)).slice(0, 32)).toString('latin1');
      const isRight = found.get(pair) ?? note(pair, text === bytesToCrock(publicKeyOf(priv)));
      asked?.push([pair, isRight]);
      return isRight;
    },
    askedDuring: (work) => {
      const pairs: KnownPair[] = [];
      asked = pairs;
      try {
        return { made: work(), pairs };
      } finally {
        asked = undefined;
      }
    },
    know: (pairs) => {
      for (const [pair, isRight] of pairs) note(pair, isRight);
    },
  };
};
