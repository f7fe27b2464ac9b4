// SPDX-License-Identifier: GPL-3.0-or-later
import decodeQr from 'qr/decode.js';
import { readBlotted } from './blotted/blotted.ts';
import { cut, doubled, evened, fitted, halved, inverted, mirrored, softened, turned, type Gray } from './gray.ts';
import { isOurs } from './ours.ts';

/** The decoder takes no longer side. */
export const MOST_DOTS = 4096;
/** What is made of a picture for another try is no longer than this: turning sixteen million dots helps nobody. */
const TRIED_DOTS = 2048;
/** How long the decoder may try within one try. */
const EACH_MS = 400;

type Seen = { readonly text: string; readonly box: Box | undefined };
type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** One look at a picture: what its code says and where it is, or undefined. */
const seen = ({ width, height, data }: Gray): Seen | undefined => {
  if (width > MOST_DOTS || height > MOST_DOTS || width < 21 || height < 21) return undefined;
  // The decoder reads the grey plane of a video picture; the colours behind it are left away.
  const plane = new Uint8Array(width * height + 2 * Math.ceil(width / 2) * Math.ceil(height / 2));
  plane.set(data);
  let box: Box | undefined;
  const pointsOnDetect = ({ boundingBox }: { readonly boundingBox: Box }): void => void (box = boundingBox);
  try {
    const how = { format: 'I420', effort: 3, timeLimit: EACH_MS, pointsOnDetect } as const;
    return { text: decodeQr({ width, height, data: plane }, how), box };
  } catch {
    // It says by throwing that there is no code it can read.
    return undefined;
  }
};

const forTries = (picture: Gray): Gray =>
  Math.max(picture.width, picture.height) > TRIED_DOTS ? forTries(halved(picture)) : picture;

/** What is looked at, one after the other: the picture, with light and noise taken out, smaller, turned, inverted, mirrored, in parts. */
const looks = function* (picture: Gray): Generator<Gray> {
  yield picture;
  const small = forTries(picture);
  if (small !== picture) yield small;
  yield evened(small);
  yield softened(small);
  yield halved(small);
  for (const degrees of [45, 22]) yield turned(small, degrees);
  yield inverted(small);
  // A camera that shows people themselves turns left and right round.
  yield mirrored(small);
  for (const part of parts(picture)) {
    const large = Math.max(part.width, part.height) <= TRIED_DOTS / 2 ? doubled(part) : part;
    yield large;
    yield evened(large);
  }
};

/** Four corners and the middle, each more than a quarter, so that a code that lies across a border is whole in one of them. */
const parts = function* (picture: Gray): Generator<Gray> {
  const { width, height } = picture;
  const [wide, high] = [Math.ceil(width * 0.6), Math.ceil(height * 0.6)];
  for (const [left, top] of [
    [0, 0],
    [width - wide, 0],
    [0, height - high],
    [width - wide, height - high],
    [(width - wide) >> 1, (height - high) >> 1],
  ] as const)
    yield cut(picture, left, top, wide, high);
};

/** With white where a code was, so that one beside it is seen. */
const without = (picture: Gray, { x, y, width, height }: Box): Gray => {
  const data = new Uint8Array(picture.data);
  const [left, right] = [Math.max(0, Math.floor(x)), Math.min(picture.width, Math.ceil(x + width))];
  for (let row = Math.max(0, Math.floor(y)); row < Math.min(picture.height, y + height); row++)
    data.fill(255, row * picture.width + left, row * picture.width + Math.max(left, right));
  return { ...picture, data };
};

/** So many codes of something else are put aside in one look. */
const MOST_OTHERS = 3;

/** So many of ours lie in one picture at most: all shares of a split. */
const MOST_OURS = 8;

/** What one look shows: ours, at most so many, or what else is there. */
const seenIn = (look: Gray, mostOurs: number): readonly string[] => {
  const [ours, others] = [new Set<string>(), new Set<string>()];
  let rest = look;
  for (let turns = 0; turns <= MOST_OTHERS + mostOurs; turns += 1) {
    const code = seen(rest);
    if (code === undefined) break;
    (isOurs(code.text) ? ours : others).add(code.text);
    if (ours.size >= mostOurs || others.size > MOST_OTHERS || code.box === undefined) break;
    rest = without(rest, code.box);
  }
  return [...(ours.size > 0 ? ours : others)];
};

/** Our code, though it has a blot on it or one of its large marks is lost. */
const oursUnderBlot = (picture: Gray): string | undefined => {
  const text = readBlotted(picture, forTries(picture));
  return text !== undefined && isOurs(text) ? text : undefined;
};

/** A page that was drawn and not photographed is read at once or has no code. */
export const FEW_LOOKS = 2;

/**
 * What the codes in a picture say: ours of the first look that shows one, for two sheets or several shares may lie in it; else those of
 * something else, each once. `mayGoOn` is asked before every further look, so that whoever waits decides for how long.
 */
export const codesIn = (
  picture: Gray,
  mayGoOn: () => boolean = () => true,
  most = Number.POSITIVE_INFINITY,
): readonly string[] => {
  const others = new Set<string>();
  const size = fitted(picture.width, picture.height, MOST_DOTS);
  if (size.width < picture.width) return codesIn(halved(picture), mayGoOn, most);
  let looked = 0;
  for (const look of looks(picture)) {
    const texts = seenIn(look, MOST_OURS);
    if (texts.some(isOurs)) return texts;
    for (const text of texts) others.add(text);
    looked += 1;
    if (looked >= most || !mayGoOn()) break;
    const blotted = looked === 1 ? oursUnderBlot(picture) : undefined;
    if (blotted !== undefined) return [blotted];
  }
  return [...others];
};

/** A picture of a video: one look, each time another one, for the next picture comes soon. */
export const codesInFrame = (picture: Gray, number: number): readonly string[] => {
  const ways = [picture, evened(picture), softened(picture)];
  const seenNow = seenIn(ways[[0, 1, 0, 2][number % 4] ?? 0] ?? picture, 1);
  const blotted = seenNow.length === 0 && number % 2 === 1 ? oursUnderBlot(picture) : undefined;
  return blotted === undefined ? seenNow : [blotted];
};
