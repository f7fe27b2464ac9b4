// SPDX-License-Identifier: GPL-3.0-or-later

/** A sheet, its code, a share or an address that leads back to a wallet: something the wallet is worth asking about. */
export const isOurs = (text: string): boolean =>
  /holdfast|\bhold ?1|taler(?:\+http)?:\/\/(?:restore|recovery)\//i.test(text);

/** What a code of something else is, by its beginning. */
export type Foreign = 'web' | 'payment' | 'taler' | 'wifi' | 'contact' | 'mail' | 'phone' | 'seed' | 'text';

const BEGINNINGS: readonly (readonly [Foreign, RegExp])[] = [
  ['web', /^(?:https?:\/\/|www\.)/i],
  ['taler', /^(?:web\+)?taler(?:\+http)?:/i],
  ['payment', /^(?:payto:|BCD\r?\n|bitcoin:|ethereum:|lightning:|upi:|SPC\r?\n)/i],
  ['wifi', /^WIFI:/i],
  ['contact', /^(?:BEGIN:VCARD|MECARD:)/i],
  ['mail', /^(?:mailto:|MATMSG:)/i],
  ['phone', /^(?:tel:|smsto:|sms:)/i],
  // Another wallet's words, or its codex32 secret or share.
  ['seed', /^(?:ms1[0-9a-z]{20,}|(?:[a-z]{3,8} ){11,23}[a-z]{3,8})$/i],
];

export const foreignKind = (text: string): Foreign =>
  BEGINNINGS.find(([, beginning]) => beginning.test(text.trim()))?.[0] ?? 'text';

/** So much of a code of something else is shown. */
const SHOWN = 60;
/** What is shown of it. Another wallet's secret is not shown, and no more of anything than tells what it is. */
export const shownOf = (text: string): string => (foreignKind(text) === 'seed' ? '' : text.trim().slice(0, SHOWN));
