// SPDX-License-Identifier: GPL-3.0-or-later
import { plain } from '../../../shared/pasted.ts';
import { unpacked } from './undressed.ts';

// A recovery text as it comes out of a mail, a page, a chat or a scanner: what programs put between and around its letters is taken
// away here, and nothing of what a person has written.

/** `text` has what the code and addresses are read from; `raw` the same line with its letters as they are, for names. `number` counts from 1. */
export type Line = { readonly number: number; readonly text: string; readonly raw: string };

/** A line that says HOLDFAST-RECOVERY-n or HOLDFAST-SHARE-n, and all below it up to the next one. What stands behind it on the same line is its first line. */
export type Section = { readonly number: number; readonly version: string; readonly lines: readonly Line[] };

/** The lines of a text, without the signs of a quotation in a mail before them. */
export const linesOf = (text: string): readonly Line[] =>
  text.split(/\r\n|[\n\r\u0085\u2028\u2029]/u).map((line, at) => {
    const uncoloured = line.replace(COLOURS, '');
    const unboxed = /^\s*\|/u.test(uncoloured) ? uncoloured.replace(/(?<!\s)\s*\|\s*$/u, '') : uncoloured;
    const unquoted = unboxed.replace(/^(?:[\s\uFEFF\u200B]*[>|»])+/u, '');
    return { number: at + 1, text: plain(unquoted), raw: trimmed(unquoted) };
  });

/** As a terminal is told colours. */
const COLOURS = /\p{Cc}\[[0-9;]{0,20}[A-Za-z]/gu;

/** Without what is invisible at either end: a name may have it inside, but nothing that controls a machine. */
const trimmed = (line: string): string =>
  line
    .replace(/(?!\s)\p{Cc}/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s\p{Default_Ignorable_Code_Point}]+/u, '')
    .replace(/(?<![\s\p{Default_Ignorable_Code_Point}])[\s\p{Default_Ignorable_Code_Point}]+$/u, '');

const HEADER = /HOLDFAST[ -]*(?:RECOVERY|SHARE)[ -]*([0-9]+)(?![0-9])/i;

/** Every sheet in these lines. One that only speaks of it, as the steps on the page do, has no secret below it and does not count beside one that has. */
export const sectionsOf = (lines: readonly Line[]): readonly Section[] => {
  const sections: { number: number; version: string; lines: Line[] }[] = [];
  for (const line of lines) {
    let rest = line;
    for (let found = HEADER.exec(rest.text); found; found = HEADER.exec(rest.text)) {
      const behind = rest.text.slice(found.index + found[0].length).trim();
      sections.at(-1)?.lines.push({ ...rest, text: rest.text.slice(0, found.index).trim() });
      sections.push({ number: line.number, version: found[1] ?? '', lines: [] });
      rest = { number: line.number, text: behind, raw: behind };
    }
    sections.at(-1)?.lines.push(rest);
  }
  const whole = sections.filter((section) => section.lines.some(({ text }) => SECRET.test(text)));
  return whole.length > 0 ? whole : sections.slice(0, 1);
};

const SECRET = /\bsecret( ?\d{1,2}( ?- ?\d{1,2})?)? ?[:;]/i;
/** Where a line begins when the line ends are lost. What a name may be is only taken for one when the text cannot be read otherwise. */
const BEGINNING =
  /\bwallet ?[:;]|\bdate ?[:;](?= ?\d{4}-)|\bsheet ?[:;](?= ?[0-9a-z]{4}\b)|\bshare ?[:;](?= ?\d)|\bsecret( ?\d{1,2}( ?- ?\d{1,2})?)? ?[:;]|\bprovider( ?\d{1,2}( of \d{1,2})?)? ?[:;]/gi;
/** How many words END are tried as the end of a text without line ends. */
const MAX_ENDS = 4;

/** The lines of a section whose line ends went another way: all on one line, or broken anew where a mail had no room. One reading for each END. */
export const reflowed = (lines: readonly Line[]): readonly (readonly Line[])[] => {
  const all = lines.map(({ text }) => text).join(' ');
  const starts: { readonly at: number; readonly number: number }[] = [];
  let at = 0;
  for (const { text, number } of lines) {
    starts.push({ at, number });
    at += text.length + 1;
  }
  const numberAt = (position: number): number => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle]?.at ?? 0) <= position) low = middle;
      else high = middle;
    }
    return starts[low]?.number ?? 1;
  };
  const beginnings = [...all.matchAll(BEGINNING)].map(({ index }) => index);
  // Every sheet has these, as they are to be; without them a line that cannot be read would pass for part of a name.
  if (!/\bdate ?[:;] ?\d{4}-/i.test(all) || !/\bsheet ?[:;] ?[0-9a-z]{4}\b|\bshare ?[:;] ?\d/i.test(all)) return [];
  const ends = [...all.matchAll(/\bEND\b/gi)].map(({ index }) => index).slice(0, MAX_ENDS);
  return ends.map((end) => {
    const before = beginnings.filter((begin) => begin < end);
    return [
      ...before.map((begin, i) => {
        const text = oneFact(all.slice(begin, before[i + 1] ?? end).trim());
        return { number: numberAt(begin), text, raw: text };
      }),
      { number: numberAt(end), text: 'END', raw: 'END' },
    ];
  });
};

/** Without a remark, which would have been a line of its own. */
const oneFact = (text: string): string => {
  if (/^secret/i.test(text)) return text.replace(/ ?#.*$/, '');
  if (/^provider/i.test(text)) return text.replace(/^(.*?\[ ?[0-9a-z](?: ?[0-9a-z]){3} ?\]).*$/i, '$1');
  if (/^share/i.test(text)) return text.replace(/^(.*?split ?[0-9a-z]{4}).*$/i, '$1');
  return /^wallet/i.test(text) ? text : text.split(' ').slice(0, 2).join(' ');
};

/** The text of a page, a mail or a document in its source form; undefined where it is none. */
export const unwrapped = (text: string): string | undefined => {
  const inside = unpacked(text);
  if (inside !== undefined) return fromSource(inside) ?? inside;
  return fromSource(text);
};

const fromSource = (text: string): string | undefined => {
  const tagged = /<\/?[a-z][^<>]{0,200}>|&(?:#x?[0-9a-f]{1,6}|[a-z]{2,8});/i.test(text);
  const quoted = /=3D|=20|=E2=80|=\r?\n/i.test(text);
  if (!tagged && !quoted) return undefined;
  const source = quoted ? fromQuotedPrintable(text) : text;
  return tagged
    ? source.replace(/<\/?[a-z][^<>]{0,200}>/gi, ' ').replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/gi, entity)
    : source;
};

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  shy: '',
};

const entity = (whole: string, name: string): string => {
  if (!name.startsWith('#')) return NAMED[name.toLowerCase()] ?? (/dash|minus|hyphen/i.test(name) ? '-' : whole);
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
};

const fromQuotedPrintable = (text: string): string =>
  text
    .replace(/=\r?\n/g, '')
    .replace(/(?:=[0-9a-f]{2})+/gi, (bytes) => new TextDecoder().decode(Buffer.from(bytes.replaceAll('=', ''), 'hex')));
