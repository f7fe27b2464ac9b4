// SPDX-License-Identifier: GPL-3.0-or-later
import { parseJson } from '../../taler/bytes/json.ts';

/** What stands before the heads in a content. */
export const HEADS_MARK = ',"heads":';

/** The content as it is without heads, and the heads, as they came. */
export const splitHeads = (text: string): { readonly content: string; readonly heads: unknown } => {
  const at = text.lastIndexOf(HEADS_MARK);
  const heads = at === -1 ? undefined : parseJson(text.slice(at + HEADS_MARK.length, -1));
  // Contract terms may have a member of that name: what follows it there is no JSON by itself.
  return heads === undefined ? { content: text, heads: undefined } : { content: `${text.slice(0, at)}}`, heads };
};
