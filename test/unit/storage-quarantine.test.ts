// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { mustOk } from '../../shared/result.ts';
import { contentFromJson, contentToJson } from '../../electron/state/content.ts';
import { type CarriedEntry, exchangeId } from '../../electron/state/entry.ts';
import { coinValue, crockOf, NOON, storeAt } from '../laws/stores.ts';
import { coinWithSeed } from '../support/committed.ts';
import { bytes, withdrawal } from './ledger-entries.ts';

const DAY = 86_400_000;
const FUTURE = `${NOON + 3 * DAY}-00000-Z`;
const provider = (name: string) => ({ name, removed: false, provider_kind: 'sync' as const });
const early: CarriedEntry = { kind: 'provider', id: 'u', clock: FUTURE, value: provider('from the future') };

describe('an entry more than a day ahead', () => {
  test('is kept aside, carried in the snapshot, not shown, and does not move our clock', () => {
    const store = storeAt({ ms: NOON });
    store.transaction((tx) => tx.put('provider', 'u', provider('ours')));
    expect(store.transaction((tx) => tx.join([early]))).toEqual({ changed: 0, quarantined: 1 });
    expect(store.entry('provider', 'u')?.value.name).toBe('ours');
    expect(store.snapshot().map(({ clock, quarantined }) => [clock === FUTURE, quarantined])).toEqual([
      [false, undefined],
      [true, true],
    ]);
    expect(store.revision()).toBe(2);
    store.transaction((tx) => tx.put('provider', 'u', provider('ours, later')));
    expect(store.entry('provider', 'u')?.clock.startsWith(String(NOON))).toBe(true);
  });

  test('joins by itself once our clock gets there', () => {
    const time = { ms: NOON };
    const store = storeAt(time);
    store.transaction((tx) => tx.join([early]));
    expect(store.entry('provider', 'u')).toBeUndefined();
    time.ms += 2 * DAY;
    store.transaction(() => undefined);
    expect(store.entry('provider', 'u')?.value.name).toBe('from the future');
    expect(store.snapshot().map((entry) => entry.quarantined)).toEqual([undefined]);
  });

  test('survives being backed up and restored elsewhere', () => {
    const first = storeAt({ ms: NOON });
    first.transaction((tx) => tx.join([early]));
    const content = mustOk(contentFromJson(contentToJson(first.snapshot())), 'ours');
    const behind = storeAt({ ms: NOON });
    expect(behind.transaction((tx) => tx.join(content)).quarantined).toBe(1);
    expect(contentToJson(behind.snapshot())).toBe(contentToJson(first.snapshot()));
    const ahead = storeAt({ ms: NOON + 3 * DAY });
    ahead.transaction((tx) => tx.join(content));
    expect(ahead.entry('provider', 'u')?.value.name).toBe('from the future');
  });

  test('two of them join each other', () => {
    const store = storeAt({ ms: NOON });
    const later = { ...early, clock: `${NOON + 4 * DAY}-00000-Z`, value: provider('later') };
    store.transaction((tx) => tx.join([later, early]));
    expect(store.snapshot()).toEqual([{ ...later, quarantined: true }]);
  });

  test('a setting with a clock of an unknown form waits as well', () => {
    const store = storeAt({ ms: NOON });
    const strange = { kind: 'setting', id: 'x', clock: 'clock-2', value: { value: 1 } };
    expect(store.transaction((tx) => tx.join([strange]))).toEqual({ changed: 0, quarantined: 1 });
    expect(store.snapshot()).toEqual([{ ...strange, quarantined: true }]);
  });
});

describe('a wrong date never hides money', () => {
  test('a coin is joined at once, under a clock of ours, and comes to rest', () => {
    const store = storeAt({ ms: NOON });
    const [made, seed] = coinWithSeed(coinValue(), withdrawal(), { seed: bytes(32, 5) }, FUTURE);
    const coin = { ...made, value: { ...coinValue(), ...(made.value as object), fields: { newer: 1 } } };
    expect(store.transaction((tx) => tx.join([coin, seed]))).toEqual({ changed: 2, quarantined: 0 });
    expect(store.coins({ status: 'fresh' }).map((each) => each.clock < FUTURE)).toEqual([true]);
    expect(store.entry('coin', coin.id)?.value).toEqual(coin.value);
    expect(store.transaction((tx) => tx.join([coin]))).toEqual({ changed: 0, quarantined: 0 });
    expect(store.transaction((tx) => tx.join([{ ...coin, value: { ...coin.value, status: 'spent' } }])).changed).toBe(
      1,
    );
    expect(store.coins({ status: 'fresh' })).toEqual([]);
  });

  test('an exchange is known at once; only its fields from the future wait', () => {
    const time = { ms: NOON };
    const store = storeAt(time);
    const value = {
      base_url: 'https://exchange.example/',
      master_pub: crockOf(32),
      currency: 'KUDOS',
      fields: { tos: { clock: FUTURE, value: 'v9' }, name: { clock: `${NOON}-00000-Z`, value: 'E' } },
    };
    const id = exchangeId(value.base_url, value.master_pub);
    store.transaction((tx) => tx.join([{ kind: 'exchange', id, clock: FUTURE, value }]));
    expect(store.entry('exchange', id)?.value).toEqual({ ...value, fields: { name: value.fields.name } });
    time.ms += 2.5 * DAY;
    store.transaction(() => undefined);
    expect(store.entry('exchange', id)?.value).toEqual(value);
  });
});
