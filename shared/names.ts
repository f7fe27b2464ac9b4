// SPDX-License-Identifier: GPL-3.0-or-later

// Who is paid, and what strangers write: names, summaries and hints come from whoever is at the other end. They are shown as
// what they are, beside the host that the program has really spoken to.

/** What one reads of a text that somebody else wrote; longer ones are cut and end in "…". */
const MAX_NAME = 80;
const MAX_SUMMARY = 300;

/**
 * A stranger's text made harmless for one line: nothing that turns the reading direction or cannot be seen, no line breaks, no
 * towers of accents, none of the marks between which the wallet puts it, and at most `max` characters. What is left may still
 * lie; where it stands says whose words they are.
 */
export const plainText = (text: string, max = MAX_SUMMARY): string => {
  // Nobody reads beyond this, and normalising megabytes takes time.
  const read = text
    .slice(0, 8 * max)
    .replace(/[\s\p{Zl}\p{Zp}\p{Zs}]+/gu, ' ')
    .replace(INVISIBLE, '')
    // What stood between them is gone: blanks meet, and letters their accents.
    .replace(/ {2,}/gu, ' ')
    .normalize('NFC')
    .replace(QUOTATION, '"')
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .trim();
  return read.length <= max || [...read].length <= max ? read : `${whole(read, max - 1).trimEnd()}…`;
};

/** As many whole letters of a text, with all that belongs to each of them, as fit into `max` code points. */
const whole = (text: string, max: number): string => {
  let [end, count] = [0, 0];
  for (const { segment } of LETTERS.segment(text)) {
    count += [...segment].length;
    if (count > max) break;
    end += segment.length;
  }
  return text.slice(0, end);
};
const LETTERS = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Everything that may look like the marks around a quotation; simple ones look like double ones when there are two of them. */
const QUOTATION = /[“”„‟«»❝❞❠〝〞〟＂″‶ˮʺ🙶🙷🙸]|['‘’‚‛′‵`´ʹʻʼʽ]{2,}/gu;

/** Controls, format characters (bidi, zero width, tags), unassigned and private ones, lone surrogates, and letters and fillers that show nothing. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** Whether one word mixes letters of scripts that look alike: "Аmazon" with a Cyrillic A. */
export const mixesScripts = (text: string): boolean =>
  text.split(/[^\p{L}\p{M}\p{N}]+/u).some((word) => ALIKE.filter((script) => script.test(word)).length > 1);

const ALIKE = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
];

/** What hides in a name or turns it around; whatever joins letters or pictures in honest text is not among it. */
const HIDDEN =
  /(?![\t\n\v\f\r])[\p{Cc}\p{Cs}\p{Co}\u061c\u115f\u1160\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\u{e0000}-\u{e001f}]|(?<!\u{1f3f4}[\u{e0020}-\u{e007e}]*)[\u{e0020}-\u{e007f}]|\p{Script=Latin}[\u00ad\u200c\u200d]/u;

/** Whether a name that somebody gives himself pretends: letters that look alike, or signs that hide or turn others. */
const isOdd = (name: string): boolean => {
  const read = name.slice(0, 8 * MAX_NAME);
  return HIDDEN.test(read) || mixesScripts(read);
};

/** Scripts whose letters nobody takes for Latin ones. */
const UNLIKE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Thai}\p{Script=Georgian}\p{Script=Ethiopic}\p{M}0-9-]+$/u;
const LATIN =
  /^[a-z0-9-]*[ßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿāăąćčďđēėęěğģīįķļłńņňőœřśšşťţūůűųźżž][a-zßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿāăąćčďđēėęěğģīįķļłńņňőœřśšşťţūůűųźżž0-9-]*$/u;

/**
 * The host of an address as a person can tell it from another: its letters when they are plain Latin or a script that looks
 * like no other, else punycode ("xn--…"). The port belongs to it. `plain`: what is said there is not encrypted.
 */
export const shownHost = (url: string): { readonly host: string; readonly plain: boolean } => {
  if (!URL.canParse(url)) return { host: plainText(url, MAX_NAME), plain: true };
  const { hostname, port, protocol } = new URL(url);
  const labels = hostname.split('.').map(shownLabel);
  const host = plainText(labels.join('.'), MAX_HOST);
  return { host: port === '' ? host : `${host}:${port}`, plain: protocol !== 'https:' };
};

/** Whether this is a host as `shownHost` shows it, with or without a port, and nothing else. */
export const isPlainHost = (text: string): boolean =>
  text.length <= MAX_HOST + 6 &&
  (IPV6.test(text) || (HOST.test(text) && text.replace(/:\d+$/, '').split('.').every(isPlainLabel)));

const MAX_HOST = 253;
const IPV6 = /^\[[0-9a-f:.]+\](?::\d{1,5})?$/;
const HOST = /^[^\s:]+(?::\d{1,5})?$/;
const isPlainLabel = (label: string): boolean =>
  /^[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?$/i.test(label) || LATIN.test(label) || UNLIKE.test(label);

const shownLabel = (label: string): string => {
  if (!label.startsWith('xn--')) return label;
  const decoded = fromPunycode(label.slice(4));
  return decoded !== undefined && (LATIN.test(decoded) || UNLIKE.test(decoded)) ? decoded : label;
};

/** Who is on the other side: the host we speak to and, as their own words, the name they give themselves. */
type Payee = {
  readonly host: string;
  readonly plain: boolean;
  readonly name: string;
  /** the name mixes letters that look alike, or hid some */
  readonly odd: boolean;
};

/** The safe facts about whoever is paid at `url` and calls itself `name`. */
export const payee = (url: string, name: string): Payee => ({
  ...shownHost(url),
  name: plainText(name, MAX_NAME),
  odd: isOdd(name),
});

/** As long as fits a line of the sheet and of a list. */
export const LONGEST_NAME = 60;

/**
 * How sentences speak of a place: by its address when it has no other name than its host, else by its name, a place on the web
 * with the host behind it. A name travels on sheets and in copies, so a stranger may have chosen it; it never stands for a host.
 */
export const calledPlace = (id: string, name: string, at?: string): string => {
  const own = plainText(name, LONGEST_NAME);
  const web = [at, id].find((each) => each !== undefined && /^https?:/i.test(each));
  // Without its beginning no name is an address, which would be shown as a host.
  if (web === undefined) return own === '' ? id : own.replace(/^https?:\/*/i, '');
  const { host } = shownHost(web);
  return own === '' || own === host || own === web ? web : `${own} (${host})`;
};

/** RFC 3492; undefined for what is none. A label has at most 59 characters behind its prefix. */
const fromPunycode = (text: string): string | undefined => {
  if (text.length > 59 || !/^[a-z0-9-]+$/.test(text)) return undefined;
  const cut = text.lastIndexOf('-');
  const out = Array.from(text.slice(0, Math.max(cut, 0)), (each) => each.codePointAt(0) ?? 0);
  let [n, i, bias, at] = [128, 0, 72, cut < 0 ? 0 : cut + 1];
  while (at < text.length) {
    const before = i;
    for (let weight = 1, k = 36; ; k += 36) {
      const char = text.charCodeAt(at);
      if (at >= text.length) return undefined;
      at += 1;
      const digit = char < 58 ? char - 22 : char - 97;
      if (digit < 0 || digit > 35) return undefined;
      i += digit * weight;
      const threshold = Math.min(Math.max(k - bias, 1), 26);
      if (digit < threshold) break;
      weight *= 36 - threshold;
      if (i > 0x10ffff * 60) return undefined;
    }
    bias = adapt(i - before, out.length + 1, before === 0);
    n += Math.floor(i / (out.length + 1));
    i %= out.length + 1;
    if (n > 0x10ffff || (n >= 0xd800 && n < 0xe000)) return undefined;
    out.splice(i, 0, n);
    i += 1;
  }
  return String.fromCodePoint(...out);
};

const adapt = (delta: number, length: number, first: boolean): number => {
  let left = Math.floor(delta / (first ? 700 : 2));
  left += Math.floor(left / length);
  let k = 0;
  for (; left > 455; k += 36) left = Math.floor(left / 35);
  return k + Math.floor((36 * left) / (left + 38));
};
