// SPDX-License-Identifier: GPL-3.0-or-later
import { ok, type Result } from '../../../../shared/result.ts';
import { aside, type Threads } from '../../../threads.ts';
import { bytesToHex, utf8 } from '../../bytes/encodings.ts';
import { sha512 } from '../../crypto/hash.ts';
import type { ExchangeFailure } from '../failure.ts';
import type { ExchangeKeys } from './model.ts';
import { parseKeys } from './keys.ts';
import { keysTask, packKeys, unpackKeys } from './verified.ts';

type Keys = Result<ExchangeKeys, ExchangeFailure>;

/** More exchanges than anybody's wallet talks to in one hour; each document may be megabytes. */
const MAX_KNOWN = 8;

/** What came of a document, good or bad, by its address and hash, so that another byte is another document; the latest come last. */
const known = new Map<string, Keys | Promise<Keys>>();

/** The bytes that stand for verified keys in the database. */
const packed = new WeakMap<ExchangeKeys, Uint8Array>();

/**
 * What a `/keys` document says, read and verified beside this thread. An exchange serves the same bytes for days and is asked
 * every hour, and each of its signatures costs a tenth of a millisecond: one that came before is not looked at again, whether
 * it was accepted or refused. Whether the keys are valid now is not decided here.
 */
export const readKeys = async (
  world: { readonly threads?: Pick<Threads, 'run'> },
  baseUrl: string,
  raw: string,
): Promise<Keys> => {
  const name = nameOf(baseUrl, raw);
  const before = known.get(name);
  if (before) return before;
  const reading = aside(world, keysTask, { baseUrl, raw }).then((bytes) => {
    if (!bytes.ok) return bytes;
    const keys = unpackKeys(bytes.value, baseUrl, raw);
    if (keys === undefined) throw new Error('defect: verified keys cannot be read');
    packed.set(keys, bytes.value);
    return ok(keys);
  });
  remember(name, reading);
  try {
    const keys = await reading;
    known.set(name, keys);
    return keys;
  } catch (defect) {
    // Nothing was found out about the document.
    known.delete(name);
    throw defect;
  }
};

/** Keys that were accepted before, from where they are kept: at once, for a screen waits. Verified again only when an older program kept them. */
export const readKeptKeys = (
  baseUrl: string,
  { raw, verified }: { readonly raw: string; readonly verified?: Uint8Array | undefined },
): ExchangeKeys | undefined => {
  const name = nameOf(baseUrl, raw);
  const before = known.get(name);
  if (before && 'ok' in before) return before.ok ? before.value : undefined;
  const unpacked = verified && unpackKeys(verified, baseUrl, raw);
  if (unpacked && verified) packed.set(unpacked, verified);
  const keys = unpacked ? ok(unpacked) : parseKeys(baseUrl, raw);
  remember(name, keys);
  return keys.ok ? keys.value : undefined;
};

/** The form in which verified keys are kept. */
export const packedKeys = (keys: ExchangeKeys): Uint8Array => packed.get(keys) ?? packKeys(keys);

const nameOf = (baseUrl: string, raw: string): string => `${bytesToHex(sha512(utf8(raw)))} ${baseUrl}`;

const remember = (name: string, keys: Keys | Promise<Keys>): void => {
  const [oldest] = known.keys();
  if (known.size >= MAX_KNOWN && oldest !== undefined) known.delete(oldest);
  known.set(name, keys);
};
