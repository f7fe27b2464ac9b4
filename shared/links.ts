// SPDX-License-Identifier: GPL-3.0-or-later

// What a link that another program hands over leads to. Nothing of it is trusted: the page it leads to reads it as if it had been typed,
// and shows what it means before anything is done.

/** A square code holds about 4300 letters; whatever is longer was not made for a wallet. */
export const LONGEST_LINK = 4400;

export type LinkPage = '/pay' | '/add' | '/receive' | '/deposit' | '/restore';
/** A link, or the text of a recovery file, by the page it is for, or why it is for none. */
export type LinkView =
  | { readonly page: LinkPage; readonly text: string }
  | { readonly refused: 'too-long' | 'unknown' | 'unreadable-file' };

/** The schemes this program is for, as it is registered with the system. */
export const SCHEMES = ['taler', 'taler+http', 'ext+taler', 'web+taler', 'payto'] as const;

/** How the name of a file ends that holds a recovery text, as this program is registered for it with the system. */
export const RECOVERY_FILE = 'holdfast';

const SCHEME = /^((?:(?:ext|web)\+)?taler(?:\+http)?|payto):/i;
const PAGE_OF: Readonly<Record<string, LinkPage>> = {
  pay: '/pay',
  'pay-template': '/pay',
  withdraw: '/add',
  'withdraw-exchange': '/add',
  'add-exchange': '/add',
  'pay-push': '/receive',
  'pay-pull': '/pay',
  refund: '/receive',
  restore: '/restore',
  recovery: '/restore',
};

/** Whether a text is a link of ours: what stands on a command line may be anything. */
export const isLink = (text: string): boolean => SCHEME.test(text.slice(0, 20));

/** The page for a link, with the link as the wallet reads it. */
export const whereLinkLeads = (given: string): LinkView => {
  if (given.length > LONGEST_LINK) return { refused: 'too-long' };
  const text = given.trim();
  // What hides or turns other signs is part of no link.
  if (/[\p{Cc}\p{Cf}\s]/u.test(text)) return { refused: 'unknown' };
  if (/^payto:\/\/./i.test(text)) return { page: '/deposit', text };
  // A browser lets a page use `ext+` and `web+` alone, and what it hands over stands behind them or in them.
  const plain = text
    .replace(/^(?:ext|web)\+taler:(?=taler(?:\+http)?:)/i, '')
    .replace(/^(?:ext|web)\+(?=taler(?:\+http)?:)/i, '');
  const action = /^taler(?:\+http)?:\/\/([a-z-]{1,20})\/./i.exec(plain)?.[1]?.toLowerCase() ?? '';
  const page = Object.hasOwn(PAGE_OF, action) ? PAGE_OF[action] : undefined;
  return page === undefined ? { refused: 'unknown' } : { page, text: plain };
};
