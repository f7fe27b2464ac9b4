// SPDX-License-Identifier: GPL-3.0-or-later
import { isPlainHost, plainText, shownHost } from '../names.ts';
import { PLAY_PLACES, playPlaceOf, type PlayPlace } from '../play.ts';
import type { Spoken } from './spoken.ts';

// How text that somebody else chose is shown: without signs that hide or turn others, no longer than what one reads, and
// between quotation marks, which `plainText` leaves in none of it, so that no reader takes it for the wallet's own words. What
// can be nothing but an address, a host or a number stands without them.

export type Foreign = {
  /** a name somebody gives himself or a thing: always quoted */
  readonly name: (text: string) => Spoken;
  /** a longer text: what a shop sells, what a server says */
  readonly quote: (text: string) => Spoken;
  /** a host; quoted when it is none */
  readonly host: (text: string) => Spoken;
  /** a place, an issuer or a folder by its address, of which the host is shown; a name is quoted, whatever it looks like */
  readonly place: (text: string) => Spoken;
  /** an address to go to or to hand on, whole; quoted when it is none */
  readonly address: (text: string) => Spoken;
  /** a number or id that the wallet gave itself, or the name of an option; quoted when it is not one word of plain signs */
  readonly code: (text: string) => Spoken;
  /** the version of a protocol or of a program; quoted when it is none */
  readonly version: (text: string) => Spoken;
  /** a file or folder of this computer; quoted when its path has other signs than those of words */
  readonly file: (text: string) => Spoken;
  /** the name of a currency; quoted when it is none */
  readonly currency: (text: string) => Spoken;
  /** a text that stands in a row or cell of its own, whose heading says whose it is: harmless, not quoted */
  readonly row: (text: string) => Spoken;
  /** a whole page of somebody else's, such as terms of service, under a heading that says whose: line by line, nothing unseen in it */
  readonly page: (text: string) => Spoken;
};

/** One reads no more of a name. */
const NAME = 80;
/** A name with its host behind it (`calledPlace`). */
const PLACE = 340;
/** As much as is kept of a text from outside (shared/facts/read.ts). */
const QUOTE = 400;
/** An address is of no use when it is cut; longer ones are none that anybody made honestly. */
const ADDRESS = 4096;

/** `marks`: what stands before and behind a quotation in the language that is spoken; `playPlace`: what the places of the play economy are called in it. */
export const foreign = (marks: readonly [string, string], playPlace: (which: PlayPlace) => Spoken): Foreign => {
  const within = (text: string, max: number): Spoken => `${marks[0]}${plainText(text, max)}${marks[1]}` as Spoken;
  const whole =
    (isPlain: (text: string) => boolean, max: number) =>
    (text: string): Spoken =>
      isPlain(text) ? (text as Spoken) : within(text, max);
  return {
    name: (text) => within(text, NAME),
    quote: (text) => within(text, QUOTE),
    host: whole(isPlainHost, NAME),
    place: (text) => {
      if (isWebAddress(text)) return hostAndPath(text);
      const which = playPlaceOf(text);
      return within(which === undefined ? text : text.replace(PLAY_PLACES[which], playPlace(which)), PLACE);
    },
    address: whole(isAddress, QUOTE),
    code: whole((text) => CODE.test(text), NAME),
    version: whole((text) => VERSION.test(text), NAME),
    file: whole((text) => PATH.test(text), QUOTE),
    currency: whole((text) => CURRENCY.test(text), NAME),
    row: (text) => plainText(text, QUOTE) as Spoken,
    page: (text) => text.replaceAll(/[^\P{C}\n]/gu, '') as Spoken,
  };
};

const CODE = /^(?:--)?[A-Za-z0-9][A-Za-z0-9:._/+-]{0,127}$/;
const VERSION = /^\d{1,6}(?:[:.]\d{1,6}){0,2}$/;
const PATH = /^[\p{L}\p{N}/\\.:~_+@-]{1,400}$/u;
const CURRENCY = /^[A-Za-z]{1,11}$/;
const PRINTED = /^[!#-;=?-_a-~]+$/;

/** Signs of an address alone: no spaces, no quotation marks, nothing beyond ASCII. */
const isAddress = (text: string): boolean =>
  text.length <= ADDRESS && /^[a-z][a-z0-9+.-]*:/i.test(text) && PRINTED.test(text);

const hostAndPath = (url: string): Spoken => {
  const { pathname } = new URL(url);
  return `${shownHost(url).host}${pathname === '/' ? '' : pathname}` as Spoken;
};

/** The address of a place or issuer: http or https, and short enough to be read. */
const isWebAddress = (text: string): boolean =>
  text.length <= QUOTE && /^https?:\/\/[^/@]+(?:\/|$)/i.test(text) && PRINTED.test(text) && URL.canParse(text);
