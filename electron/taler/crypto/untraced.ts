// SPDX-License-Identifier: GPL-3.0-or-later

/**
 * Makes a call of `node:crypto` that is given a key. Node 24 finds out what a key is by questions that throw and are caught
 * inside; the stack traces nobody reads are two thirds of what reading an Ed25519 key costs. An error that does come out has
 * its message and no stack.
 */
export const untraced = <T>(call: () => T): T => {
  const depth = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return call();
  } finally {
    Error.stackTraceLimit = depth;
  }
};
