// SPDX-License-Identifier: GPL-3.0-or-later
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { grayOf, turned, type Gray } from '../../../shared/reading/gray.ts';
import type { Dice } from '../dice.ts';
import { fileOf } from '../sheet-pictures.ts';
import { isCovered, type Stain } from './stains.ts';

// What happens to a page on its way from the printer to the reader, by chance.

/** A picture of a page; the square is where it was before anything was turned. */
export type Shot = {
  readonly picture: Gray;
  /** in dots, without the white around it */
  readonly square: { readonly left: number; readonly top: number; readonly size: number; readonly modules: number };
  readonly dpi: number;
};
export type Change = (shot: Shot, dice: Dice) => Shot | Promise<Shot>;

const MM_TO_THE_INCH = 25.4;
const WHITE = 255;

/** Every dot anew, by its old shade and its place in dots. */
const shaded = (shot: Shot, shade: (old: number, x: number, y: number) => number): Shot => {
  const { width, height, data } = shot.picture;
  const dots = new Uint8Array(data.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      dots[at] = Math.max(0, Math.min(WHITE, Math.round(shade(data[at] ?? 0, x, y))));
    }
  return { ...shot, picture: { width, height, data: dots } };
};

const between = (dice: Dice, from: number, to: number): number => from + dice.roll() * (to - from);
const dotsOf = ({ dpi }: Shot, mm: number): number => (mm * dpi) / MM_TO_THE_INCH;

/** A point in the square, `part` of its size away from its edges. */
const pointIn = ({ square: { left, top, size } }: Shot, dice: Dice, part: number): readonly [number, number] => [
  left + size * between(dice, part, 1 - part),
  top + size * between(dice, part, 1 - part),
];

const MOST_DEGREES = 7;
export const turnedABit: Change = (shot, dice) => ({
  ...shot,
  picture: turned(shot.picture, between(dice, -MOST_DEGREES, MOST_DEGREES)),
});

/** Paper is grey, ink is grey, and every dot is a little off. */
export const grey: Change = (shot, dice) => {
  const [paper, ink, noise] = [between(dice, 180, 225), between(dice, 60, 100), 24];
  return shaded(shot, (old) => ink + ((paper - ink) * old) / WHITE + between(dice, -noise, noise));
};

/** A line through the square where the ink broke off, with a shadow on one side. */
export const folded: Change = (shot, dice) => {
  const [x0, y0] = pointIn(shot, dice, 0.15);
  const angle = between(dice, 0, Math.PI);
  const [across, along] = [-Math.sin(angle), Math.cos(angle)];
  const [crack, shadow] = [dotsOf(shot, between(dice, 0.2, 0.4)), dotsOf(shot, 5)];
  return shaded(shot, (old, x, y) => {
    const away = (x - x0) * across + (y - y0) * along;
    if (Math.abs(away) < crack) return Math.max(old, 235);
    return away > 0 && away < shadow ? old * (0.65 + (0.35 * away) / shadow) : old;
  });
};

/** The foot of a cup, 60 to 85 mm wide, stood in the square; what is under it is darker, and what is in it a little. */
export const ringed: Change = (shot, dice) => {
  const [x0, y0] = pointIn(shot, dice, 0);
  const outer = dotsOf(shot, between(dice, 30, 42));
  const inner = outer - dotsOf(shot, between(dice, 3, 6));
  const [stain, tint] = [between(dice, 0.4, 0.65), 0.9];
  return shaded(shot, (old, x, y) => {
    const away = Math.hypot(x - x0, y - y0);
    if (away > outer) return old;
    return old * (away < inner ? tint : stain);
  });
};

/** What nobody can see through, dark or, where the ink is gone, white. */
export const blotted =
  (stain: (shot: Shot, dice: Dice) => Stain): Change =>
  (shot, dice) => {
    const spots = stain(shot, dice);
    const cover = dice.upTo(3) === 0 ? between(dice, 225, WHITE) : between(dice, 20, 90);
    const { left, top, size } = shot.square;
    return shaded(shot, (old, x, y) => (isCovered(spots, (x - left) / size, (y - top) / size) ? cover : old));
  };

const QUALITY = 40;
/** As a messenger packs it. */
export const packed: Change = async (shot) => {
  const image = await loadImage(fileOf(shot.picture, QUALITY));
  const { width, height } = image;
  const context = createCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0);
  return { ...shot, picture: grayOf(context.getImageData(0, 0, width, height).data, width, height) };
};
