// SPDX-License-Identifier: GPL-3.0-or-later
import { constants, crc32, deflateRaw, deflateRawSync, gunzip } from 'node:zlib';
import type { Task } from '../../threads.ts';
import { systemCode } from '../../storage/system-code.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { concatBytes, u32, utf8 } from '../../taler/bytes/encodings.ts';
import { xchachaOpen, xchachaSeal } from '../../taler/crypto/xchacha.ts';
import { sectionsOf } from './sections.ts';

/** The keys that open and close blobs of one account, as plain bytes, because they cross into the worker thread. */
export type BlobKeys = { readonly blobKey: Uint8Array; readonly accountPub: Uint8Array };

export type SealJob = BlobKeys & {
  /** 24 fresh random bytes for every sealed revision and every provider */
  readonly nonce: Uint8Array;
  /** canonical JSON of the content */
  readonly json: string;
  /** the size class of the last blob this provider got, in bytes; a smaller wallet does not show */
  readonly atLeast: number;
};

export type OpenJob = BlobKeys & { readonly bytes: Uint8Array };

/** `used` is what of the size class is filled. */
export type Sealed = { readonly bytes: Uint8Array; readonly sizeClass: number; readonly used: number };

export type SealFailure = { readonly kind: 'content-too-large'; readonly bytes: number; readonly limit: number };

export type OpenFailure =
  /** damaged, or sealed for another account: the two cannot be told apart */
  | { readonly kind: 'not-authentic' }
  | { readonly kind: 'newer-format'; readonly version: number }
  /** a blob of GNU Taler's wallet of 2022 */
  | { readonly kind: 'legacy-format' }
  | { readonly kind: 'too-large-unpacked'; readonly limit: number }
  | { readonly kind: 'malformed-content'; readonly why: string };

/** "HLDFST" and the format number; byte for byte part of what is authenticated. */
const MAGIC = utf8('HLDFST01');
const MAGIC_NAME = 'HLDFST';
const LEGACY_MAGIC = 'TLRWBK01';
const NONCE_END = 32;
const TAG_LENGTH = 16;
/** magic, nonce and tag around the padded plaintext */
const FRAME_BYTES = NONCE_END + TAG_LENGTH;
const LENGTH_FIELD = 4;
const KIB = 1024;
const MIB = 1024 * KIB;
const SMALLEST_CLASS = 64 * KIB;
/** A blob of a few kilobytes can unpack to gigabytes; no wallet's content comes near this. */
export const MAX_CONTENT = 64 * MIB;
/** The largest blob worth opening: content that does not compress at all, and its frame. */
export const MAX_BLOB = MAX_CONTENT + 2 * MIB;

/** Whether the bytes begin like a copy of a wallet, of whichever version. */
export const isBlob = (bytes: Uint8Array): boolean => {
  const magic = new TextDecoder('latin1').decode(bytes.subarray(0, MAGIC.length));
  return magic.startsWith(MAGIC_NAME) || magic === LEGACY_MAGIC;
};

/** Packs and seals content for one account (blob format 1). Fails only when the content is too large ever to be opened again. */
export const sealBlob = async (job: SealJob): Promise<Result<Sealed, SealFailure>> => {
  const length = Buffer.byteLength(job.json);
  if (length > MAX_CONTENT) return err({ kind: 'content-too-large', bytes: length, limit: MAX_CONTENT });
  const packed = await compress(job.json);
  const sizeClass = Math.max(sizeClassFor(LENGTH_FIELD + packed.length), job.atLeast);
  const plain = new Uint8Array(sizeClass);
  plain.set(u32(length), 0);
  plain.set(packed, LENGTH_FIELD);
  const sealed = xchachaSeal(job.blobKey, job.nonce, plain, concatBytes(MAGIC, job.accountPub));
  return ok({ bytes: concatBytes(MAGIC, job.nonce, sealed), sizeClass, used: LENGTH_FIELD + packed.length });
};

/** The canonical JSON inside a blob: authenticated first, then unpacked within its declared length and 64 MiB. */
export const openBlob = async ({ blobKey, accountPub, bytes }: OpenJob): Promise<Result<string, OpenFailure>> => {
  const magic = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, MAGIC.length)).toString('latin1');
  if (magic === LEGACY_MAGIC) return err({ kind: 'legacy-format' });
  const version = magic.startsWith(MAGIC_NAME) ? /^\d\d$/.exec(magic.slice(MAGIC_NAME.length))?.[0] : undefined;
  if (version !== undefined && Number(version) > 1) return err({ kind: 'newer-format', version: Number(version) });
  if (version !== '01' || bytes.length < FRAME_BYTES + LENGTH_FIELD || bytes.length > MAX_BLOB)
    return err({ kind: 'not-authentic' });

  const plain = xchachaOpen(
    blobKey,
    bytes.slice(MAGIC.length, NONCE_END),
    bytes.subarray(NONCE_END),
    concatBytes(MAGIC, accountPub),
  );
  if (!plain.ok) return plain;
  const declared = new DataView(plain.value.buffer, plain.value.byteOffset).getUint32(0);
  if (declared > MAX_CONTENT) return err({ kind: 'too-large-unpacked', limit: MAX_CONTENT });
  return unpack(plain.value.subarray(LENGTH_FIELD), declared);
};

export const sealTask: Task<SealJob, Awaited<ReturnType<typeof sealBlob>>> = { name: 'seal', perform: sealBlob };
export const openTask: Task<OpenJob, Awaited<ReturnType<typeof openBlob>>> = { name: 'open', perform: openBlob };

/** 64 KiB, then powers of two up to 1 MiB, then multiples of 1 MiB: two wallets of different wealth look alike. */
export const sizeClassFor = (bytes: number): number => {
  if (bytes > MIB) return Math.ceil(bytes / MIB) * MIB;
  let size = SMALLEST_CLASS;
  while (size < bytes) size *= 2;
  return size;
};

/** The size class another device chose for these bytes, in bytes: ours may not be smaller next time. */
export const sizeOf = (bytes: Uint8Array): number => sizeClassFor(bytes.length - FRAME_BYTES);

/** Signatures do not compress: higher levels save one byte in a hundred and take a fifth longer, while a withdrawal waits. */
const GZIP_LEVEL = 3;

/** Each section leaves nothing behind that the next could refer to, and ends on a whole byte: put together they are one stream. */
const SECTION = { level: GZIP_LEVEL, finishFlush: constants.Z_FULL_FLUSH } as const;
/** Longer ones are compressed beside this thread. */
const LONG_SECTION = 16 * KIB;
/** RFC 1952: deflate, no name, no time, of an unknown system; RFC 1951: the last block, empty. */
const GZIP_HEAD = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff);
const LAST_BLOCK = Uint8Array.of(3, 0);

/** The bytes of a content as they are sealed: one gzip stream, in which no section refers to another. */
export const compress = async (content: string): Promise<Uint8Array> => {
  const parts: Uint8Array[] = [GZIP_HEAD];
  let check = 0;
  let length = 0;
  for (const section of sectionsOf(content)) {
    const bytes = utf8(section);
    check = crc32(bytes, check);
    length += bytes.length;
    parts.push(
      bytes.length < LONG_SECTION ? deflateRawSync(bytes, { ...SECTION, ...small(bytes) }) : await deflate(bytes),
    );
  }
  const end = new Uint8Array(8);
  new DataView(end.buffer).setUint32(0, check, true);
  new DataView(end.buffer).setUint32(4, length, true);
  return Buffer.concat([...parts, LAST_BLOCK, end]);
};

/** No larger tables than a short section fills: there are thousands of them. */
const small = ({ length }: Uint8Array): { readonly windowBits: number; readonly memLevel: number } => {
  const bits = Math.min(Math.max(Math.ceil(Math.log2(length + 1)), 9), 15);
  return { windowBits: bits, memLevel: Math.min(bits - 7, 8) };
};

const deflate = (bytes: Uint8Array): Promise<Uint8Array> =>
  new Promise((done, failed) => deflateRaw(bytes, SECTION, (why, packed) => (why ? failed(why) : done(packed))));

const decompress = (bytes: Uint8Array, maxOutputLength: number): Promise<Uint8Array> =>
  new Promise((done, failed) =>
    gunzip(bytes, { maxOutputLength }, (why, content) => (why ? failed(why) : done(content))),
  );

const unpack = async (packed: Uint8Array, declared: number): Promise<Result<string, OpenFailure>> => {
  try {
    // The library wants a ceiling of at least one byte; one more than declared tells "longer" from "exactly as long".
    const content = await decompress(packed, declared + 1);
    if (content.length > declared) return err({ kind: 'too-large-unpacked', limit: declared });
    if (content.length < declared) return err({ kind: 'malformed-content', why: 'shorter than it says' });
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(content));
  } catch (failure) {
    const code = systemCode(failure);
    if (code === 'ERR_BUFFER_TOO_LARGE') return err({ kind: 'too-large-unpacked', limit: declared });
    if (code.startsWith('Z_') || code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
      return err({ kind: 'malformed-content', why: 'it does not unpack' });
    }
    throw failure;
  }
};
