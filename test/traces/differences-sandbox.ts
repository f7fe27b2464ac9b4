// SPDX-License-Identifier: GPL-3.0-or-later
import type { Difference } from './difference.ts';

// Where our sandbox is not equal to a recording of a real server. It plays every step: with `members` these are not
// compared; with `like` it must answer as the other generation did at the same step; with `instead` with that status and code.

const BATCH_REPLAY =
  'Defect of 0.9.3: the repetition of a batch that was already withdrawn is refused, so that a lost answer would be lost coins.';
const TERMINATED = 'Defect of that version: the request terminates the server. It is answered as intended.';

export const SANDBOX_DIFFERENCES: readonly Difference[] = [
  {
    side: 'sandbox',
    trace: 'v17-withdraw',
    steps: ['batch-withdraw-replay', 'batch-withdraw-replay-low-balance', 'batch-withdraw-deflate'],
    like: 'v23',
    fault: 'v17RefuseBatchReplay',
    why: BATCH_REPLAY,
  },
  {
    side: 'sandbox',
    trace: 'v17-cs',
    steps: ['batch-withdraw-replay'],
    like: 'v23',
    fault: 'v17RefuseBatchReplay',
    why: BATCH_REPLAY,
  },
  { side: 'sandbox', trace: 'v17-deposit', steps: ['unknown-denomination'], like: 'v23', why: TERMINATED },
  {
    side: 'sandbox',
    trace: 'v17-push',
    steps: ['reserve-after-merge', 'reserve-history-merge'],
    members: ['balance'],
    why: 'Defect of 0.9.3: the carry of an addition is counted twice, so that 2.5 merged into an empty reserve become 3.5.',
  },
  {
    side: 'sandbox',
    trace: 'v17-reserve',
    steps: ['open-unknown-reserve'],
    like: 'v23',
    why: 'Defect of 0.9.3: an unknown reserve is answered as a failure of the data base.',
  },
  {
    side: 'sandbox',
    trace: 'v23-withdraw',
    steps: ['missing-field', 'reserve-history-304', 'reserve-history-start'],
    like: 'v17',
    fault: 'closeConnection',
    why: TERMINATED,
  },
  {
    side: 'sandbox',
    trace: 'v23-deposit',
    steps: ['coin-history-304', 'coin-history-start-at-etag'],
    like: 'v17',
    fault: 'closeConnection',
    why: TERMINATED,
  },
  {
    side: 'sandbox',
    trace: 'cs',
    steps: ['nonce-reuse'],
    instead: { status: 400, code: 1160 },
    why: 'Defect of both servers: two challenges answered for one nonce give the private key of the denomination away.',
  },
];
