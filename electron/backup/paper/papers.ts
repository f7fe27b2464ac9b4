// SPDX-License-Identifier: GPL-3.0-or-later
import { unwrapped } from './pasted.ts';

// Where the papers begin that lie in one text.

/** A part of a text with one paper in it, and the line it begins in. */
export type PaperText = { readonly line: number; readonly text: string };

/** What stands between the words of a first line differs from programme to programme. */
const SHARE = /HOLDFAST[^0-9a-z]{0,6}SHARE[^0-9a-z]{0,6}\d/i;
const HEADER = /HOLDFAST[^0-9a-z]{0,6}(?:RECOVERY|SHARE)[^0-9a-z]{0,6}\d/gi;
/** A first line that is only spoken of, as in the steps on the page, has none of this below it. */
const CODE = /\bsecret[ \d-]{0,8}[:;]|(?<![0-9a-z])h ?o ?l ?d ?1 ?[0-9]/i;
const SHARE_ALONE = /(?<![0-9a-z])h ?o ?l ?d ?1 ?[2-9]/gi;
/** The code of a share by itself below or above another paper: it begins a line, and no name is so long. */
const SHARE_BESIDE = /^[ \t>|»]{0,20}h ?o ?l ?d ?1 ?[2-9](?:[\s-]{0,3}[0-9a-z?]){65}/gim;

/** What a camera read of a square, and the first box of a page that was copied: what belongs to either stands behind it. */
const PRINTED = /HOLDFAST:2:|(?<![0-9A-Za-z?])1\s{1,20}HOLD1(?![0-9A-Za-z])/g;

/** A text with shares is cut before each of them; one with whole sheets alone, or with one paper, is left as it is. */
export const textsIn = (given: string): readonly PaperText[] => {
  const text = SHARE.test(given) ? given : inside(given);
  const printed = [...text.matchAll(PRINTED)].map(({ index }) => index);
  const labelled = [...(SHARE.test(text) ? headers(text) : []), ...printed];
  const beside = labelled.length === 0 ? [] : [...text.matchAll(SHARE_BESIDE)].map(({ index }) => index);
  const begun = [...labelled, ...beside].toSorted((a, b) => a - b);
  const starts = begun.length > 0 || /HOLDFAST/i.test(text) ? begun : alone(text);
  const cuts = [0, ...starts.slice(1)];
  let line = 1;
  return cuts.map((cut, at) => {
    // Only what lies between two cuts: a text may be cut ten thousand times.
    line += text.slice(cuts[at - 1] ?? 0, cut).split(/\r\n|[\n\r]/).length - 1;
    return { line, text: text.slice(cut, cuts[at + 1]) };
  });
};

/** A mail or an attachment in its source form says nothing before it is unpacked. */
const inside = (given: string): string => {
  const source = unwrapped(given);
  return source !== undefined && SHARE.test(source) ? source : given;
};

const headers = (text: string): readonly number[] => {
  const found = [...text.matchAll(HEADER)].map(({ index }) => index);
  return found.flatMap((begin, at) => {
    if (!CODE.test(text.slice(begin, found[at + 1]))) return [];
    // What a mail puts before a line belongs to it, unless another paper stands on the same one.
    const before = found[at - 1] ?? 0;
    const end = text.slice(before, begin).lastIndexOf('\n');
    return [end < 0 && at > 0 ? begin : before + end + 1];
  });
};

const alone = (text: string): readonly number[] => [...text.matchAll(SHARE_ALONE)].map(({ index }) => index);
