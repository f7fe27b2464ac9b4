// SPDX-License-Identifier: GPL-3.0-or-later
import { inspect } from 'node:util';

const bytesBySecret = new WeakMap<Secret, Uint8Array>();

/** Bytes that must not be shown: prints, serialises and inspects as `<secret>`. */
export type Secret = { readonly toString: () => string; readonly toJSON: () => string };

/** Wraps secret bytes; the array is kept, not copied. */
export const secret = (bytes: Uint8Array): Secret => {
  const show = (): string => '<secret>';
  const wrapped: Secret = Object.freeze({ toString: show, toJSON: show, [inspect.custom]: show });
  bytesBySecret.set(wrapped, bytes);
  return wrapped;
};

/** The one function that opens a secret; grep for it to see every use. */
export const openSecret = (wrapped: Secret): Uint8Array => {
  const bytes = bytesBySecret.get(wrapped);
  if (!bytes) throw new Error('defect: not a secret');
  return bytes;
};
