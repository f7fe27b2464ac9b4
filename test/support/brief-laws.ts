// SPDX-License-Identifier: GPL-3.0-or-later
import fc from 'fast-check';

// Loaded by `npm run mutate` only: a law is tried again for each of hundreds of changes, so its runs end after a while, always
// with the same cases, and a case that fails is not made small. What a change gets past here can only be more than in the whole suite.

const MOST_MS = 150;

fc.configureGlobal({
  seed: 20_261_129,
  interruptAfterTimeLimit: MOST_MS,
  markInterruptAsFailure: false,
  endOnFailure: true,
});
