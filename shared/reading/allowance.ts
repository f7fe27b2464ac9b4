// SPDX-License-Identifier: GPL-3.0-or-later

/** What a file may make a thread ask for, in all: a PDF of ten pages with photographs asks for less. */
const ALLOWED_BYTES = 640 * 1024 * 1024;

/**
 * Counts the bytes that programs of this thread ask for from now on, and gives nothing any more once they are too many: a small file can
 * be packed so that it becomes endlessly large. Only for a thread that ends with its file; it answers whether too much was asked for.
 * The browser's own unpacking, which nobody could count, is taken away; who uses it has another way.
 */
export const countAllocations = (allowed = ALLOWED_BYTES): (() => boolean) => {
  const real = globalThis.Uint8Array;
  let left = allowed;
  const counted: typeof Uint8Array = new Proxy(real, {
    construct: (target, given: unknown[], asked) => {
      const size = typeof given[0] === 'number' ? given[0] : 0;
      left -= size;
      if (left < 0) throw new RangeError('this file asks for too much');
      return Reflect.construct(target, given, asked === counted ? target : asked) as object;
    },
  });
  Object.assign(globalThis, { Uint8Array: counted, DecompressionStream: undefined });
  return () => left < 0;
};
