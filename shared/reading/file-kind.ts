// SPDX-License-Identifier: GPL-3.0-or-later

// What a file is, by its first bytes: neither its name nor what somebody says of it counts. And how large a picture will be, before
// anybody makes room for it.

export type PictureKind = 'png' | 'jpeg' | 'gif' | 'webp' | 'bmp';
export type FileKind = PictureKind | 'pdf' | 'heic' | 'other-picture' | 'archive' | 'text';

/** Whoever photographs a page has less; a larger file is another one. */
export const MAX_FILE_BYTES = 32 * 1024 * 1024;
/** Eighty million dots are four bytes each while they are decoded. */
export const MAX_PIXELS = 80_000_000;
/** A PDF may begin with something else, within so many bytes. */
const PDF_WITHIN = 1024;

const begins = (bytes: Uint8Array, text: string, at = 0): boolean =>
  [...text].every((letter, i) => bytes[at + i] === letter.charCodeAt(0));

export const fileKind = (bytes: Uint8Array): FileKind => {
  if (begins(bytes, '\u0089PNG\r\n\u001a\n')) return 'png';
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (begins(bytes, 'GIF8')) return 'gif';
  if (begins(bytes, 'RIFF') && begins(bytes, 'WEBP', 8)) return 'webp';
  if (begins(bytes, 'BM') && bytes[5] === 0 && bytes[14] !== undefined && bytes[14] >= 12 && bytes[15] === 0)
    return 'bmp';
  if (begins(bytes, 'ftyp', 4)) return isHeic(bytes) ? 'heic' : 'other-picture';
  if (begins(bytes, 'II*\0') || begins(bytes, 'MM\0*')) return 'other-picture';
  if (begins(bytes, 'PK\u0003\u0004')) return 'archive';
  return new TextDecoder('latin1').decode(bytes.subarray(0, PDF_WITHIN)).includes('%PDF-') ? 'pdf' : 'text';
};

/** What telephones of one maker make of a photo. */
const isHeic = (bytes: Uint8Array): boolean =>
  ['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1'].some((brand) => begins(bytes, brand, 8));

export type Size = { readonly width: number; readonly height: number };

/** The sides that the header of a picture promises; undefined when it has none. */
export const promisedSize = (bytes: Uint8Array, kind: PictureKind): Size | undefined => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const { width, height } = SIZES[kind](view, bytes);
    return width > 0 && height > 0 ? { width, height } : undefined;
  } catch {
    // It ends before its header does.
    return undefined;
  }
};

const NO_SIZE: Size = { width: 0, height: 0 };

const SIZES: { readonly [K in PictureKind]: (view: DataView, bytes: Uint8Array) => Size } = {
  png: (view, bytes) =>
    begins(bytes, 'IHDR', 12) ? { width: view.getUint32(16), height: view.getUint32(20) } : NO_SIZE,
  gif: (view) => ({ width: view.getUint16(6, true), height: view.getUint16(8, true) }),
  bmp: (view) => ({ width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) }),
  jpeg: (view) => jpegSize(view),
  webp: (view, bytes) => {
    if (begins(bytes, 'VP8X', 12)) return { width: 1 + threeBytes(view, 24), height: 1 + threeBytes(view, 27) };
    if (begins(bytes, 'VP8L', 12)) {
      const bits = view.getUint32(21, true);
      return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
    }
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  },
};

const threeBytes = (view: DataView, at: number): number => view.getUint16(at, true) + 65_536 * view.getUint8(at + 2);

/** Goes from part to part until the one with the sides; each part says its own length. */
const jpegSize = (view: DataView): Size => {
  let at = 2;
  while (view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at += 1;
    // The frame headers are C0 to CF, without the tables among them.
    else if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc)
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    else at += 2 + Math.max(2, view.getUint16(at + 2));
  }
  return NO_SIZE;
};
