// SPDX-License-Identifier: GPL-3.0-or-later
import { readIssuerLink } from '../issuer-link.ts';
import { isBackupText } from './backup-text.ts';
import { LONGEST_LINK, whereLinkLeads, type LinkPage } from '../links.ts';
import { tidyAddress } from '../pasted.ts';
import { foreignKind, shownOf, type Foreign } from './ours.ts';

// What a text is that somebody pastes, scans or drops without saying what it is. Nothing of it is trusted: only the page it leads to
// reads it, and shows what it means before anything is done.

export type Recognised =
  | { readonly is: 'nothing' }
  /** goes to its page and to no other */
  | { readonly is: 'link'; readonly page: LinkPage; readonly text: string }
  /** a recovery sheet, a share of one, or the code of one alone */
  | { readonly is: 'sheet' | 'share' | 'code'; readonly text: string }
  /** the way back to a wallet of GNU Taler, or what it wrote into a file */
  | { readonly is: 'taler-wallet' | 'taler-backup'; readonly text: string }
  /** who issues money, by a link that names him and perhaps a sum */
  | { readonly is: 'issuer'; readonly text: string; readonly url: string }
  /** something on the web: a shop's page, an issuer, a place for copies */
  | { readonly is: 'web'; readonly text: string }
  /** a number that a place of an escrow sent */
  | { readonly is: 'escrow-code'; readonly text: string }
  /** a number of the length that an app for codes shows */
  | { readonly is: 'app-code'; readonly text: string }
  | { readonly is: 'too-long' | 'two-links' }
  /** a Taler link for something that this wallet does not do */
  | { readonly is: 'unsupported'; readonly action: string }
  | { readonly is: 'foreign'; readonly seems: Foreign; readonly shown: string };

/** A sheet is about 1 KiB, and a file of text is read to 64; no request takes more of what is pasted. */
const LONGEST = 100_000;
/** A backup of GNU Taler's wallet is longer than any sheet; so much of one is looked at. */
const LONGEST_BACKUP = 45_000_000;

const TALER = /(?:(?:ext|web)\+)?taler(?:\+http)?:[^\s"'<>“”„«»]+/gi;
const PAYTO = /payto:[^\s"'<>“”„«»]+/gi;
const SHEET = /HOLDFAST-RECOVERY-\d/i;
const SHARE = /HOLDFAST-SHARE-\d/i;
/** The square of a page, and whatever else has a part of a code in it: it may be a secret, and is shown to nobody as something foreign. */
const SECRET = /\bHOLDFAST:\d|\bhold ?1\s{0,3}[a-z0-9?]{4}/i;
/** The code alone, with or without blanks between its letters, or after the label of its row. */
const CODE = /^(?:secret(?:\s+\d+\s*-\s*\d+)?\s*:)?\s*hold\s?1[a-z0-9?\s.,_|:;'"`*-]{60,}$/i;
const WEB = /^https?:\/\/\S+$/i;
/** So a place writes it: `A-12345-678-901`. */
const ESCROW_CODE = /^A-\d{3,6}(?:-\d{1,6}){1,5}$/i;
/** As an app shows it, perhaps in two groups. */
const APP_CODE = /^\d{3,4}[ ]?\d{3,4}$/;
const IBAN = /^[a-z]{2}\d{2}[a-z0-9]{11,30}$/i;
const ACTION = /taler(?:\+http)?:\/*([a-z-]{1,30})(?:\/|$)/i;

/** What a text is; says so of every text there is, in time that its length bounds. */
export const recognise = (given: string): Recognised => {
  if (given.length > LONGEST_BACKUP) return { is: 'too-long' };
  const text = given.trim();
  if (text === '') return { is: 'nothing' };
  if (isBackupText(text)) return { is: 'taler-backup', text };
  if (text.length > LONGEST) return { is: 'too-long' };
  if (SHARE.test(text)) return { is: 'share', text };
  if (SHEET.test(text)) return { is: 'sheet', text };
  if (CODE.test(text)) return { is: 'code', text };
  if (SECRET.test(text)) return { is: 'sheet', text };
  return ofLinks(text) ?? ofWords(text);
};

/** A link, though a sentence stands round it; of two nobody knows which is meant. */
const ofLinks = (text: string): Recognised | undefined => {
  const links = new Set([...matches(text, TALER), ...matches(text, PAYTO)].map(tidyAddress));
  const [link] = links;
  if (link === undefined) return undefined;
  if (links.size > 1) return { is: 'two-links' };
  if (link.length > LONGEST_LINK) return { is: 'too-long' };
  const issuer = readIssuerLink(link);
  if (issuer !== undefined) return { is: 'issuer', text: link, url: issuer.url };
  const leads = whereLinkLeads(link);
  if (!('page' in leads))
    return leads.refused === 'too-long' ? { is: 'too-long' } : unsupported(ACTION.exec(link)?.[1], link);
  return leads.page === '/restore'
    ? { is: 'taler-wallet', text: leads.text }
    : { is: 'link', page: leads.page, text: leads.text };
};

/** More links than that are no text that a person means. */
const MOST_LINKS = 20;
const matches = (text: string, what: RegExp): readonly string[] =>
  [...text.matchAll(what)].slice(0, MOST_LINKS).map(([each]) => each);

const unsupported = (action: string | undefined, link: string): Recognised =>
  action === undefined ? foreign(link) : { is: 'unsupported', action: action.toLowerCase() };

const ofWords = (text: string): Recognised => {
  const tidy = tidyAddress(text);
  if (WEB.test(tidy)) return tidy.length > LONGEST_LINK ? { is: 'too-long' } : { is: 'web', text: tidy };
  if (ESCROW_CODE.test(text)) return { is: 'escrow-code', text };
  if (APP_CODE.test(text)) return { is: 'app-code', text: text.replace(' ', '') };
  const account = text.length > 60 ? '' : text.replaceAll(/[\s.-]/g, '');
  if (IBAN.test(account) && isIban(account)) return { is: 'link', page: '/deposit', text: account.toUpperCase() };
  return foreign(text);
};

/** The check digits of ISO 13616: the number, with its first four signs at the end, leaves 1 when divided by 97. */
const isIban = (account: string): boolean => {
  let rest = 0;
  for (const sign of account.slice(4) + account.slice(0, 4)) {
    for (const digit of String(Number.parseInt(sign, 36))) rest = (rest * 10 + Number(digit)) % 97;
  }
  return rest === 1;
};

const foreign = (text: string): Recognised => ({ is: 'foreign', seems: foreignKind(text), shown: shownOf(text) });
