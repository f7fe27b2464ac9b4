// SPDX-License-Identifier: GPL-3.0-or-later
import { mustOk } from '../../shared/result.ts';
import type { Coin } from '../../electron/state/entry.ts';
import { openDatabase } from '../../electron/storage/database.ts';
import { openStore, type Store } from '../../electron/storage/store.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { realWorld, type World } from '../../electron/world.ts';

/** A world whose clock the test sets; everything else is real. */
export const worldAt = (time: { ms: number }): World => ({ ...realWorld(), now: () => time.ms });

/** A real store in a real database in memory. */
export const storeAt = (time: { ms: number }): Store => {
  const db = mustOk(openDatabase({ path: ':memory:' }), 'memory');
  return openStore({ db, world: worldAt(time) });
};

/** Crock text of `bytes` equal bytes. */
export const crockOf = (bytes: number, byte = 7): string => bytesToCrock(new Uint8Array(bytes).fill(byte));

export const NOON = 1_764_000_000_000;

export const coinValue = (change: Partial<Coin> = {}): Coin => ({
  source: 'withdrawal',
  source_id: 'W',
  exchange: 'https://exchange.example/',
  h: crockOf(64),
  v: 'KUDOS:2',
  sig: crockOf(256),
  status: 'fresh',
  remaining: 'KUDOS:2',
  ...change,
});
