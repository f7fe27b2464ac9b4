// SPDX-License-Identifier: GPL-3.0-or-later
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';
import { create, type Font, type Glyph } from 'fontkit';

// The fonts that are put into a PDF. DejaVu has Latin, Greek, Cyrillic, Hebrew, Arabic and their accents; what it does not have, such as
// Chinese, Japanese, Korean or Thai, is set in Unifont, which is coarse and has every letter of the Basic Multilingual Plane.

export const FACES = ['plain', 'bold', 'mono'] as const;
export type Face = (typeof FACES)[number];
/** The font a letter is set in: its face, or the one that has it. */
export type FontName = Face | 'rest';

const FILES: Readonly<Record<FontName, string>> = {
  plain: 'dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf',
  bold: 'dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf',
  mono: 'dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf',
  rest: '@fontsource/unifont/files/unifont-latin-400-normal.woff',
};
export const FONT_NAMES = Object.keys(FILES) as readonly FontName[];

const require = createRequire(import.meta.url);
type Opened = {
  readonly bytes: Buffer;
  readonly font: Font;
  /**
   * The same once more, for outlines: fontkit keeps each shape with the letters it was first asked for, and the outline of one that is
   * made of others asks for those without any; a font that has drawn ض would not join ص to the next letter any more.
   */
  readonly drawn: Font;
};
const read = new Map<FontName, Opened>();

const fontOf = (name: FontName): Opened => {
  const known = read.get(name);
  if (known) return known;
  const file = readFileSync(require.resolve(FILES[name]));
  const bytes = file.subarray(0, 4).toString('latin1') === 'wOFF' ? plainFont(file) : file;
  const [font, drawn] = [create(bytes), create(bytes)];
  if (!('hasGlyphForCodePoint' in font && 'hasGlyphForCodePoint' in drawn))
    throw new Error('defect: a collection of fonts instead of one');
  const made = { bytes, font, drawn };
  read.set(name, made);
  return made;
};

/**
 * A font as it was before it was packed for the web (W3C, WOFF 1.0, sections 3 to 5): fontkit would unpack the whole of its shapes anew for
 * every letter.
 */
const plainFont = (woff: Buffer): Buffer => {
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, at) => {
    const entry = WOFF_HEADER + at * WOFF_ENTRY;
    const [offset, packed, length] = [4, 8, 12].map((field) => woff.readUInt32BE(entry + field)) as [
      number,
      number,
      number,
    ];
    const bytes = woff.subarray(offset, offset + packed);
    return {
      tag: woff.subarray(entry, entry + 4),
      checksum: woff.subarray(entry + 16, entry + 20),
      bytes: packed < length ? inflateSync(bytes) : bytes,
    };
  });
  const power = Math.floor(Math.log2(count));
  const head = Buffer.alloc(SFNT_HEADER + count * SFNT_ENTRY);
  woff.copy(head, 0, 4, 8);
  [count, 16 * 2 ** power, power, 16 * (count - 2 ** power)].forEach((value, at) =>
    head.writeUInt16BE(value, 4 + 2 * at),
  );
  let offset = head.length;
  const parts: Buffer[] = [head];
  tables.forEach(({ tag, checksum, bytes }, at) => {
    const entry = SFNT_HEADER + at * SFNT_ENTRY;
    tag.copy(head, entry);
    checksum.copy(head, entry + 4);
    head.writeUInt32BE(offset, entry + 8);
    head.writeUInt32BE(bytes.length, entry + 12);
    const padded = Buffer.alloc(Math.ceil(bytes.length / 4) * 4);
    bytes.copy(padded);
    parts.push(padded);
    offset += padded.length;
  });
  return Buffer.concat(parts);
};
const WOFF_HEADER = 44;
const WOFF_ENTRY = 20;
const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;

/** The bytes of a font's file; they come with the program. */
export const fontBytes = (name: FontName): Buffer => fontOf(name).bytes;

/** A letter's shape: its name on all pages, where it stands, and its outline (SVG) when it is asked for; thousandths of the size, y upwards. */
export type Shape = { readonly shape: string; readonly x: number; readonly y: number; readonly path: () => string };

/** The shapes of a word in the order they stand, from the left, and how wide it is. */
export const shapeOf = (
  text: string,
  name: FontName,
): { readonly width: number; readonly letters: readonly Shape[] } => {
  const { font, drawn } = fontOf(name);
  const scale = 1000 / font.unitsPerEm;
  const { glyphs, positions } = font.layout(text);
  let width = 0;
  const letters = glyphs.map((glyph, at) => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[at] ?? {};
    const [x, y] = [rounded(width + xOffset * scale), rounded(yOffset * scale)];
    width += xAdvance * scale;
    return { shape: `${name}-${glyph.id}`, x, y, path: () => outline(drawn.getGlyph(glyph.id), scale) };
  });
  return { width, letters };
};

const rounded = (n: number): number => Math.round(n * 10) / 10;

const outline = ({ path }: Glyph, scale: number): string =>
  path
    .scale(scale)
    .toSVG()
    .replace(/-?\d+\.\d+/g, (number) => String(rounded(Number(number))));

/** The font that has every part of this letter; the face itself where none does. */
export const fontFor = (letter: string, face: Face): FontName =>
  [face, 'plain' as const, 'rest' as const].find((name) => has(name, letter)) ?? face;

const had = new Map<string, boolean>();
/** So many answers are remembered; a name of letters that nobody uses must not fill the memory. */
const MAX_HAD = 4096;

const has = (name: FontName, letter: string): boolean => {
  const key = `${name}${letter}`;
  const before = had.get(key);
  if (before !== undefined) return before;
  const answer = hasEvery(name, letter);
  if (had.size < MAX_HAD) had.set(key, answer);
  return answer;
};

const hasEvery = (name: FontName, letter: string): boolean =>
  [...letter].every((part) => {
    const point = part.codePointAt(0) ?? 0;
    return isUnseen(point) || fontOf(name).font.hasGlyphForCodePoint(point);
  });

/** Joiners and variation selectors: they have no shape of their own. */
const isUnseen = (point: number): boolean =>
  point === 0x200c || point === 0x200d || (point >= 0xfe00 && point <= 0xfe0f);

/**
 * A name as it can be printed: pictures (emoji) that no font here has are left out, and where nothing else is in it their numbers stand
 * (`U+1F3E0`), so that two names are still told apart.
 */
export const onPaper = (name: string): string => {
  const letters = Array.from(LETTERS.segment(name), ({ segment }) => segment);
  const left = letters
    .filter((letter) => hasSome(letter))
    .join('')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
  if (left !== '' || name.trim() === '') return left;
  return [...name]
    .filter((part) => !isUnseen(part.codePointAt(0) ?? 0))
    .map((part) => `U+${(part.codePointAt(0) ?? 0).toString(16).toUpperCase()}`)
    .join(' ');
};
const LETTERS = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const PICTURE = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u;
const hasSome = (letter: string): boolean => !PICTURE.test(letter) || FONT_NAMES.some((font) => has(font, letter));

/** What stands on paper for a letter: a box where none of the fonts has it, and without its accents where the font cannot place them. */
export const orBox = (letter: string, font: FontName): string => {
  if (!has(font, letter)) return '\ufffd';
  return canPlace(letter, font) ? letter : letter.replaceAll(/\p{M}/gu, '') || '\ufffd';
};

/** Of a heap of accents fontkit throws where a font has no place for one of them; a name like that must not keep anybody from a sheet. */
const canPlace = (letter: string, font: FontName): boolean => {
  if (!/\p{M}/u.test(letter)) return true;
  try {
    fontOf(font).font.layout(letter);
    return true;
  } catch {
    return false;
  }
};
