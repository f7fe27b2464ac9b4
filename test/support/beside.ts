// SPDX-License-Identifier: GPL-3.0-or-later
import { syncBuiltinESMExports } from 'node:module';
import zlib from 'node:zlib';

// What Node compresses and opens beside this thread. Nothing else says that it is still at it: this thread may come round a
// thousand times before a busy machine gives the other one its turn.

type Done = (why: Error | null, out: Buffer) => void;
type Packer = (bytes: Uint8Array, options: object, done: Done) => void;

const REAL = { deflateRaw: zlib.deflateRaw as Packer, gunzip: zlib.gunzip as Packer };

const underWay = new Set<Promise<void>>();

const watched =
  (real: Packer): Packer =>
  (bytes, options, done) => {
    const { promise, resolve } = Promise.withResolvers<void>();
    real(bytes, options, (why, out) => {
      underWay.delete(promise);
      resolve();
      done(why, out);
    });
    underWay.add(promise);
  };

type Beside = {
  /** true while something is being compressed or opened */
  readonly isBusy: () => boolean;
  /** Ends when what is under way now has ended. */
  readonly rest: () => Promise<unknown>;
};

/** From now on what is begun beside this thread is counted, for everybody alike; nothing else about it changes. */
export const watchBeside = (): Beside => {
  if (zlib.gunzip === REAL.gunzip) {
    Object.assign(zlib, { deflateRaw: watched(REAL.deflateRaw), gunzip: watched(REAL.gunzip) });
    syncBuiltinESMExports();
  }
  return { isBusy: () => underWay.size > 0, rest: () => Promise.all(underWay) };
};
