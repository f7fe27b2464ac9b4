// SPDX-License-Identifier: GPL-3.0-or-later
import { keyPairs } from '../../../state/commitment.ts';
import type { KnownPair } from '../../../state/key-pairs.ts';
import type { LegacyContent } from '../../../taler/legacy/backup.ts';
import type { Task } from '../../../threads.ts';
import { translate, type Translated } from './translate.ts';

/** A content to translate, and what its keys are compared with. */
export type TranslateJob = {
  readonly content: LegacyContent;
  readonly nowMs: number;
  /** batches here that are one coin of its own key */
  readonly singles: readonly string[];
  /** public keys of the coins here that follow from a seed, where they were looked up */
  readonly seeded?: readonly string[];
};

type Answer = Translated & {
  /** what this took of keys, so that nobody makes them again in the thread that joins */
  readonly pairs: readonly KnownPair[];
  /** a coin came without its seed and `seeded` was not given: it may be here already */
  readonly wantsSeeded: boolean;
};

/** Translates beside this thread: every coin takes a key and a signature. */
export const translateTask: Task<TranslateJob, Answer> = {
  name: 'translate',
  perform: ({ content, nowMs, singles, seeded }) => {
    const [single, pubs] = [new Set(singles), new Set(seeded)];
    let wantsSeeded = false;
    const here = {
      hasSingle: (batch: string) => single.has(batch),
      hasSeeded: ({ pub }: { readonly pub: string }) => {
        wantsSeeded ||= seeded === undefined;
        return pubs.has(pub);
      },
    };
    const { made, pairs } = keyPairs.askedDuring(() => translate(content, { nowMs, here }));
    return { ...made, pairs, wantsSeeded };
  },
};
