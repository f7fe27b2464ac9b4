// SPDX-License-Identifier: GPL-3.0-or-later
import type { Reader } from '../../../storage/store.ts';
import { badCoins } from '../../coins/signatures.ts';
import type { Wallets } from '../../context.ts';
import { abroadText } from '../../ledger/abroad.ts';
import { coinAccount, readUses } from '../../ledger/ledger.ts';
import { isChangeLeft, readPast, refundableUntilMs } from './renew.ts';

/** Exchanges with used coins that nothing works on yet. */
export const waitingRenewals = ({ store, world }: Wallets): readonly string[] => {
  const nowMs = world.now();
  return [...readIdle(store)].flatMap(([exchange, sinceMs]) => (sinceMs <= nowMs ? [exchange] : [])).sort();
};

/** What was found last, for the entries and marks of then: the runner asks at every turn, and to look at thousands of used-up coins takes longer than the turn. */
const lastIdle = new WeakMap<Reader['local'], { readonly state: string; readonly idle: ReadonlyMap<string, number> }>();

/** For every exchange with such coins, from when on there is one. */
const readIdle = (store: Reader): ReadonlyMap<string, number> => {
  const state = [store.revision(), ...badCoins(store.local), abroadText(store)].join(' ');
  const last = lastIdle.get(store.local);
  if (last?.state === state) return last.idle;
  const idle = new Map<string, number>();
  const used = store.coins({ status: 'in-use' });
  if (used.length > 0) {
    const uses = readUses(store);
    const past = readPast(store);
    const bad = badCoins(store.local);
    for (const entry of used) {
      const account = coinAccount(entry, uses);
      const { busy, held, abroad, isNewer } = account;
      if (bad.has(entry.id) || busy || isNewer || (held === 0n && (abroad > 0n || isChangeLeft(store, entry.id, past))))
        continue;
      const sinceMs = held > 0n ? Number.NEGATIVE_INFINITY : refundableUntilMs(entry, account, past);
      idle.set(entry.value.exchange, Math.min(idle.get(entry.value.exchange) ?? sinceMs, sinceMs));
    }
  }
  lastIdle.set(store.local, { state, idle });
  return idle;
};
