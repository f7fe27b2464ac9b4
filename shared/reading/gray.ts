// SPDX-License-Identifier: GPL-3.0-or-later

/** A picture in shades of grey: a byte per dot, row by row, 0 is black. */
export type Gray = { readonly width: number; readonly height: number; readonly data: Uint8Array };

/** The shades of a picture in red, green, blue and alpha, as it looks on white paper. */
export const grayOf = (rgba: Uint8Array | Uint8ClampedArray, width: number, height: number): Gray => {
  const data = new Uint8Array(width * height);
  for (let dot = 0; dot < data.length; dot++) {
    const at = dot * 4;
    // Parts of 256 in which the eye sees red, green and blue (ITU-R BT.601).
    const shade = ((rgba[at] ?? 0) * 77 + (rgba[at + 1] ?? 0) * 150 + (rgba[at + 2] ?? 0) * 29) >> 8;
    const alpha = rgba[at + 3] ?? 255;
    data[dot] = alpha === 255 ? shade : (shade * alpha + 255 * (255 - alpha)) / 255;
  }
  return { width, height, data };
};

/** How large a picture of these sides is drawn so that neither is longer than `most`. */
export const fitted = (
  width: number,
  height: number,
  most: number,
): { readonly width: number; readonly height: number } => {
  const part = Math.min(1, most / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * part)), height: Math.max(1, Math.round(height * part)) };
};

/** Half as large: the mean of every four dots. */
export const halved = ({ width, height, data }: Gray): Gray => {
  const half = { width: width >> 1, height: height >> 1 };
  const dots = new Uint8Array(half.width * half.height);
  for (let y = 0; y < half.height; y++) {
    for (let x = 0; x < half.width; x++) {
      const at = 2 * y * width + 2 * x;
      dots[y * half.width + x] =
        ((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + width] ?? 0) + (data[at + width + 1] ?? 0)) >> 2;
    }
  }
  return { ...half, data: dots };
};

/** Twice as large, with the shades between. */
export const doubled = (picture: Gray): Gray =>
  mapped(picture, 2 * picture.width, 2 * picture.height, [0.5, 0, 0, 0.5]);

/** Turned to the right about its middle, by degrees; what was outside is white. */
export const turned = (picture: Gray, degrees: number): Gray => {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const width = Math.round(Math.abs(picture.width * cos) + Math.abs(picture.height * sin));
  const height = Math.round(Math.abs(picture.width * sin) + Math.abs(picture.height * cos));
  return mapped(picture, width, height, [cos, sin, -sin, cos]);
};

const WHITE = 255;

/** Every dot of the new picture is looked for in the old one, by a matrix about both middles. */
const mapped = (
  { width, height, data }: Gray,
  newWidth: number,
  newHeight: number,
  [xx, xy, yx, yy]: readonly [number, number, number, number],
): Gray => {
  const dots = new Uint8Array(newWidth * newHeight).fill(WHITE);
  for (let y = 0; y < newHeight; y++) {
    for (let x = 0; x < newWidth; x++) {
      const [right, down] = [x + 0.5 - newWidth / 2, y + 0.5 - newHeight / 2];
      const fromX = xx * right + xy * down + width / 2 - 0.5;
      const fromY = yx * right + yy * down + height / 2 - 0.5;
      const [left, top] = [Math.floor(fromX), Math.floor(fromY)];
      if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) continue;
      const [partX, partY] = [fromX - left, fromY - top];
      const at = top * width + left;
      const above = (data[at] ?? 0) * (1 - partX) + (data[at + 1] ?? 0) * partX;
      const below = (data[at + width] ?? 0) * (1 - partX) + (data[at + width + 1] ?? 0) * partX;
      dots[y * newWidth + x] = above * (1 - partY) + below * partY;
    }
  }
  return { width: newWidth, height: newHeight, data: dots };
};

/** The part of a picture that begins at these dots. */
export const cut = ({ width, height, data }: Gray, left: number, top: number, wide: number, high: number): Gray => {
  const size = { width: Math.min(wide, width - left), height: Math.min(high, height - top) };
  const dots = new Uint8Array(size.width * size.height);
  for (let y = 0; y < size.height; y++)
    dots.set(data.subarray((top + y) * width + left, (top + y) * width + left + size.width), y * size.width);
  return { ...size, data: dots };
};

/** Left and right turned round. */
export const mirrored = (picture: Gray): Gray => mapped(picture, picture.width, picture.height, [-1, 0, 0, 1]);

export const inverted = (picture: Gray): Gray => ({ ...picture, data: picture.data.map((shade) => 255 - shade) });

/** Every dot against the mean of its surroundings: shadows and uneven light go, and faint print becomes black. */
export const evened = ({ width, height, data }: Gray): Gray => {
  const reach = Math.max(8, Math.round(Math.max(width, height) / 40));
  const sums = summed({ width, height, data });
  const dots = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    const [top, bottom] = [Math.max(0, y - reach), Math.min(height, y + reach + 1)];
    for (let x = 0; x < width; x++) {
      const [left, right] = [Math.max(0, x - reach), Math.min(width, x + reach + 1)];
      const row = width + 1;
      const sum =
        (sums[bottom * row + right] ?? 0) -
        (sums[top * row + right] ?? 0) -
        (sums[bottom * row + left] ?? 0) +
        (sums[top * row + left] ?? 0);
      const mean = sum / ((bottom - top) * (right - left));
      // Three times the difference, about a middle that is a little lighter than the mean.
      dots[y * width + x] = Math.max(0, Math.min(255, 140 + 3 * ((data[y * width + x] ?? 0) - mean)));
    }
  }
  return { width, height, data: dots };
};

/** The sum of all dots above and to the left of each, so that any rectangle is summed by four of them. */
const summed = ({ width, height, data }: Gray): Float64Array => {
  const sums = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y++) {
    let inRow = 0;
    for (let x = 0; x < width; x++) {
      inRow += data[y * width + x] ?? 0;
      sums[(y + 1) * (width + 1) + x + 1] = (sums[y * (width + 1) + x + 1] ?? 0) + inRow;
    }
  }
  return sums;
};

/** The mean of every dot and its eight neighbours: the noise of a strong JPEG goes. */
export const softened = ({ width, height, data }: Gray): Gray => {
  const dots = new Uint8Array(data);
  for (let y = 1; y + 1 < height; y++) {
    for (let x = 1; x + 1 < width; x++) {
      let sum = 0;
      for (const at of [(y - 1) * width + x, y * width + x, (y + 1) * width + x])
        sum += (data[at - 1] ?? 0) + (data[at] ?? 0) + (data[at + 1] ?? 0);
      dots[y * width + x] = sum / 9;
    }
  }
  return { width, height, data: dots };
};
