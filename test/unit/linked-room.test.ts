// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import type { LinkedMelt } from '../../electron/taler/exchange/answers.ts';
import type { Store } from '../../electron/storage/store.ts';
import { hasRoomFor } from '../../electron/wallet/audit/linked-bounds.ts';
import { amountToText } from '../../shared/amount.ts';
import { coinValue, NOON, storeAt } from '../laws/stores.ts';
import { keysOfTrace } from '../traces/keys-of-trace.ts';
import { loadTrace } from '../traces/trace.ts';

// What a link leads to fills every copy like coins that were asked for, so it needs the same room at its exchange.

const keys = keysOfTrace(loadTrace('v23-refresh'));
const [old, ...others] = [...keys.denominations.values()];
if (old === undefined) throw new Error('the trace has no denominations');
const melt = (count: number): LinkedMelt => ({
  transferPub: new Uint8Array(32),
  newCoins: Array.from({ length: count }, (_, index) => ({
    denominationHash: (others[0] ?? old).hash,
    cipher: 'RSA' as const,
    blindSignature: undefined,
    index,
    linkSig: new Uint8Array(64),
  })),
});

/** A wallet with so many coins of this exchange. */
const holding = (count: number): Store => {
  const store = storeAt({ ms: NOON });
  const v = amountToText(old.value);
  store.transaction((tx) => {
    for (let n = 0; n < count; n += 1) tx.put('coin', `S/${n}`, coinValue({ exchange: keys.baseUrl, v, remaining: v }));
  });
  return store;
};

test.each([
  [0, 64, true],
  [4090, 7, true],
  [4090, 8, false],
  [4096, 2, false],
])('beside %i coins of an exchange, change of %i by link has its place: %s', (there, made, hasRoom) => {
  expect(hasRoomFor(holding(there), keys, melt(made), old)).toBe(hasRoom);
});
