// SPDX-License-Identifier: GPL-3.0-or-later
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentFromJson, contentToJson } from '../../electron/state/content.ts';
import { idOfBatch } from '../../electron/state/commitment.ts';
import { type Coin, exchangeId, STATUS, type Withdrawal } from '../../electron/state/entry.ts';
import { shelfOf } from '../../electron/state/gone.ts';
import { withField } from '../../electron/state/register.ts';
import type { Store, Tx } from '../../electron/storage/store.ts';
import { mustOk } from '../../shared/result.ts';
import { namedWithdrawal } from '../support/committed.ts';
import { withdrawal } from '../unit/ledger-entries.ts';
import { coinValue, crockOf, NOON, storeAt } from './stores.ts';

/** Several real stores write, hear each other in any order, and after silence hold the same bytes. */

type Step = (tx: Tx) => void;

const id = fc.constantFrom('a', 'b', 'c');
const batchOf = (name: string) => ({
  seed: crockOf(32, name.charCodeAt(0)),
  selection: [{ h: coinValue().h, n: 1, v: coinValue().v }],
  status: 'done' as const,
});
const putCoin = (tx: Tx, name: string, change: Partial<Coin>): void => {
  const owner = namedWithdrawal(withdrawal({ exchange: coinValue().exchange, created: { t_s: 1 } }), [batchOf(name)]);
  tx.put('withdrawal', owner.id, owner.value as Withdrawal);
  tx.put('coin', `${idOfBatch(batchOf(name))}/0`, coinValue({ ...change, source_id: owner.id }));
};
const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(id, fc.constantFrom(...STATUS.coin), fc.constantFrom('KUDOS:2', 'KUDOS:0.5', 'KUDOS:0')).map(
    ([coin, status, remaining]): Step =>
      (tx) =>
        putCoin(tx, coin, { status, remaining }),
  ),
  fc.tuple(id, fc.boolean(), fc.constantFrom('one', 'two')).map(
    ([url, removed, name]): Step =>
      (tx) =>
        tx.put('provider', url, { name, removed, provider_kind: 'sync' }),
  ),
  fc.tuple(id, fc.nat(3)).map(
    ([name, value]): Step =>
      (tx) =>
        tx.put('setting', name, { value }),
  ),
  fc.tuple(id, id, fc.nat(3)).map(([url, name, value]): Step => (tx) => {
    const base_url = `https://${url}.example/`;
    const entryId = exchangeId(base_url, crockOf(32));
    const before = tx.entry('exchange', entryId)?.value ?? {
      base_url,
      master_pub: crockOf(32),
      currency: 'KUDOS',
      fields: {},
    };
    tx.put('exchange', entryId, { ...before, fields: withField(before.fields, name, value, tx.clock()) });
  }),
  fc.constant<Step>((tx) => void tx.claimEpoch()),
  id.map((seed): Step => (tx) => {
    // Whoever lets go of a coin knows that its denomination is over, and says so.
    const { exchange: base_url, h } = coinValue();
    const over = { stamp_expire_deposit: { t_s: NOON / 1000 - 1 } };
    const fields = { [`denomination ${h}`]: { clock: `${NOON - 1000}-00000-Z`, value: over } };
    const listed = { base_url, master_pub: crockOf(32), currency: 'KUDOS', fields };
    tx.put('exchange', exchangeId(base_url, crockOf(32)), listed);
    const batch = idOfBatch(batchOf(seed));
    tx.put('gone', shelfOf(batch), { seeds: { [batch]: 1 }, entries: {} });
  }),
);

type Event =
  | { readonly what: 'write'; readonly device: number; readonly step: Step }
  | { readonly what: 'hear'; readonly device: number; readonly from: number }
  | { readonly what: 'time'; readonly device: number; readonly ms: number };

const DEVICES = 3;
const device = fc.nat(DEVICES - 1);
const events: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ what: fc.constant('write' as const), device, step: steps }),
  fc.record({ what: fc.constant('hear' as const), device, from: device }),
  // clocks jump, back as well, but stay within half a day of each other: nothing is quarantined
  fc.record({ what: fc.constant('time' as const), device, ms: fc.integer({ min: NOON, max: NOON + 12 * 3_600_000 }) }),
);

const hear = (store: Store, from: Store): number => {
  const heard = mustOk(contentFromJson(contentToJson(from.snapshot())), 'our own content');
  return store.transaction((tx) => tx.join(heard)).changed;
};

test('after silence all devices are equal, and come to rest', () => {
  fc.assert(
    fc.property(fc.array(events, { maxLength: 25 }), (history) => {
      const times = Array.from({ length: DEVICES }, () => ({ ms: NOON }));
      const stores = times.map((time) => storeAt(time));
      const at = (n: number): Store => stores[n] ?? expect.fail();
      for (const event of history) {
        if (event.what === 'write') at(event.device).transaction(event.step);
        if (event.what === 'hear') hear(at(event.device), at(event.from));
        if (event.what === 'time') Object.assign(times[event.device] ?? {}, { ms: event.ms });
      }
      for (const round of [1, 2])
        for (const a of stores)
          for (const b of stores) if (a !== b) expect(hear(a, b)).toBeLessThan(round === 1 ? 1000 : 1);
      const [first, ...rest] = stores.map((store) => contentToJson(store.snapshot()));
      for (const other of rest) expect(other).toBe(first);
      for (const store of stores) store.close();
    }),
    { numRuns: 100 },
  );
});

test('the later writer of a register wins on a machine whose clock was set back', () => {
  const time = { ms: NOON };
  const [a, b] = [storeAt({ ms: NOON + 3_600_000 }), storeAt(time)];
  a.transaction((tx) => tx.put('setting', 'x', { value: 'first' }));
  hear(b, a);
  time.ms = NOON - 3_600_000;
  b.transaction((tx) => tx.put('setting', 'x', { value: 'second' }));
  hear(a, b);
  expect(a.entry('setting', 'x')?.value.value).toBe('second');
});
