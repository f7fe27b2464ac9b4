// SPDX-License-Identifier: GPL-3.0-or-later
import { contentOfTexts } from '../../state/content.ts';
import type { Store } from '../../storage/store.ts';
import { headOf, type Head } from './head.ts';
import { summarize } from './risk.ts';

/** What a copy of this moment holds: the canonical JSON that is sealed, and what is remembered of it. */
export type OutgoingContent = {
  readonly revision: number;
  readonly json: string;
  readonly head: Head;
  readonly summary: readonly string[];
};

/**
 * Works out what a copy holds once for all providers that get it: as long as no entry changes it is the same for each. Held no longer
 * than the memory has room for it.
 */
export const outgoingContentOf = (store: Pick<Store, 'revision' | 'texts'>): (() => OutgoingContent) => {
  let last: WeakRef<OutgoingContent> | undefined;
  return () => {
    // Both in one go, with no wait between: the revision belongs to exactly these entries.
    const revision = store.revision();
    const before = last?.deref();
    if (before?.revision === revision) return before;
    const texts = store.texts();
    // Coins are most of a content, and neither head nor summary looks into one.
    const entries = texts.map(({ text, ...entry }) => ({
      ...entry,
      value: entry.kind === 'coin' ? undefined : (JSON.parse(text) as unknown),
    }));
    const content = { revision, json: contentOfTexts(texts), head: headOf(entries), summary: summarize(entries) };
    last = new WeakRef(content);
    return content;
  };
};
