// SPDX-License-Identifier: GPL-3.0-or-later

/** What kind of link it says it is; the wallet itself reads it properly, and whatever is unknown is read by the page it was given to. */
export type LinkKind = 'order' | 'template' | 'page' | 'request' | 'refund' | 'other';

const KINDS: Readonly<Record<string, LinkKind | undefined>> = {
  pay: 'order',
  'pay-template': 'template',
  'pay-pull': 'request',
  refund: 'refund',
};

/** The kind of a link, by its first word. */
export const kindOfLink = (uri: string): LinkKind => {
  if (/^https?:\/\//i.test(uri)) return 'page';
  const action = /^(?:(?:ext|web)\+)?taler(?:\+http)?:\/*([a-z-]{1,20})\//i.exec(uri)?.[1]?.toLowerCase() ?? '';
  return (Object.hasOwn(KINDS, action) ? KINDS[action] : undefined) ?? 'other';
};
