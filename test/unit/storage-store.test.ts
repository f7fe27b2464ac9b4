// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { mustOk } from '../../shared/result.ts';
import { contentToJson } from '../../electron/state/content.ts';
import { exchangeId } from '../../electron/state/entry.ts';
import { tombstoneId } from '../../electron/state/tombstone.ts';
import { openDatabase } from '../../electron/storage/database.ts';
import { openStore } from '../../electron/storage/store.ts';
import { coinValue, crockOf, NOON, storeAt, worldAt } from '../laws/stores.ts';

const newStore = () => storeAt({ ms: NOON });

describe('put', () => {
  test('joins, stamps all entries of a transaction with one clock, and counts one change', () => {
    const store = newStore();
    store.transaction((tx) => {
      tx.put('coin', 'A/0', coinValue());
      tx.put('coin', 'A/1', coinValue({ remaining: 'KUDOS:1' }));
    });
    expect(store.revision()).toBe(1);
    const clocks = new Set(store.snapshot().map((entry) => entry.clock));
    expect(clocks.size).toBe(1);
    expect([...clocks][0]).toContain(store.deviceId());
    store.transaction((tx) => tx.put('coin', 'A/0', coinValue({ status: 'in-use' })));
    store.transaction((tx) => tx.put('coin', 'A/0', coinValue({ status: 'fresh' })));
    expect(store.entry('coin', 'A/0')?.value.status).toBe('in-use');
    expect(store.revision()).toBe(2);
  });

  test('the same again changes neither clock nor revision', () => {
    const time = { ms: NOON };
    const store = storeAt(time);
    const provider = { name: 'P', removed: false, provider_kind: 'sync' as const };
    const write = () => store.transaction((tx) => tx.put('provider', 'u', provider));
    write();
    const before = contentToJson(store.snapshot());
    time.ms += 5000;
    write();
    expect(contentToJson(store.snapshot())).toBe(before);
    expect(store.revision()).toBe(1);
  });

  test('a register keeps what only a newer wallet knows, and forgets a member that was left out', () => {
    const store = newStore();
    const value = { name: 'P', removed: false, provider_kind: 'sync' as const };
    store.transaction((tx) => {
      const clock = tx.clock();
      tx.join([{ kind: 'provider', id: 'u', clock, value: { ...value, annual_fee: 'KUDOS:1', newer: [1] } }]);
      tx.put('provider', 'u', { ...value, name: 'Q' });
    });
    expect(store.entry('provider', 'u')?.value).toEqual({ ...value, name: 'Q', newer: [1] });
  });

  test('a value that does not fit is a defect that names members, never values', () => {
    const store = newStore();
    const write = () => store.transaction((tx) => tx.put('coin', 'A/0', coinValue({ h: 'SECRET', v: 'SECRET' })));
    expect(write).toThrow('defect: coin entry: h, v');
    expect(write).not.toThrow(/SECRET/);
    expect(store.snapshot()).toEqual([]);
  });

  test('after hearing a later clock, a put in the same transaction still wins', () => {
    const store = newStore();
    store.transaction((tx) => {
      tx.put('setting', 'x', { value: 1 });
      tx.join([{ kind: 'setting', id: 'x', clock: `${NOON + 60_000}-00000-Z`, value: { value: 2 } }]);
      tx.put('setting', 'x', { value: 3 });
    });
    expect(store.entry('setting', 'x')?.value.value).toBe(3);
  });
});

describe('transaction', () => {
  test('a crash between statements leaves nothing, not even the clock', () => {
    const store = newStore();
    store.transaction((tx) => tx.put('coin', 'A/0', coinValue()));
    const before = contentToJson(store.snapshot());
    const crash = () =>
      store.transaction((tx) => {
        tx.put('coin', 'A/0', coinValue({ status: 'spent' }));
        tx.put('coin', 'A/1', coinValue());
        tx.local.putRequest('step', new Uint8Array([1]));
        tx.renewDevice();
        throw new Error('power cut');
      });
    const device = store.deviceId();
    expect(crash).toThrow('power cut');
    expect(contentToJson(store.snapshot())).toBe(before);
    expect(store.local.request('step')).toBeUndefined();
    expect([store.revision(), store.deviceId()]).toEqual([1, device]);
  });

  test('does not nest and does not wait', () => {
    const store = newStore();
    expect(() => store.transaction(() => store.transaction(() => 1))).toThrow('defect: transactions do not nest');
    expect(() => store.transaction(async () => 1)).toThrow();
    expect(store.transaction(() => 1)).toBe(1);
  });

  test('listeners hear of changes of entries, not of local notes, until they stop', async () => {
    const store = newStore();
    let heard = 0;
    const stop = store.onChange(() => void heard++);
    store.transaction((tx) => tx.local.setMark('abandoning', true));
    await Promise.resolve();
    expect(heard).toBe(0);
    store.transaction((tx) => tx.put('setting', 'x', { value: 1 }));
    await Promise.resolve();
    expect(heard).toBe(1);
    stop();
    store.transaction((tx) => tx.put('setting', 'x', { value: 2 }));
    await Promise.resolve();
    expect(heard).toBe(1);
  });
});

describe('views', () => {
  test('coins by exchange, status and source', () => {
    const store = newStore();
    store.transaction((tx) => {
      tx.put('coin', 'A/0', coinValue());
      tx.put('coin', 'A/1', coinValue({ status: 'in-use' }));
      tx.put('coin', 'B/0', coinValue({ exchange: 'https://other.example/', source_id: 'V' }));
    });
    const ids = (filter: Parameters<typeof store.coins>[0]) => store.coins(filter).map((coin) => coin.id);
    expect(ids({})).toEqual(['A/0', 'A/1', 'B/0']);
    expect(ids({ status: 'fresh' })).toEqual(['A/0', 'B/0']);
    expect(ids({ status: 'fresh', exchange: 'https://exchange.example/' })).toEqual(['A/0']);
    expect(ids({ sourceId: 'V' })).toEqual(['B/0']);
    expect(ids({ sourceId: 'V', exchange: 'x' })).toEqual([]);
  });

  test('an entry of an unknown kind, or unreadable, is carried and not shown', () => {
    const store = newStore();
    const strange = [
      { kind: 'coin', id: 'A/0', clock: `${NOON}-00000-Z`, value: 'a newer form' },
      { kind: 'kind-of-a-newer-wallet', id: 'n', clock: `${NOON}-00000-Z`, value: { __proto__: null, x: [1] } },
    ];
    expect(store.transaction((tx) => tx.join(strange))).toEqual({ changed: 1, quarantined: 1 });
    const [unreadable, unknown] = strange;
    expect(store.snapshot()).toEqual([{ ...unreadable, quarantined: true }, unknown]);
    expect([store.entries('coin'), store.entry('coin', 'A/0')]).toEqual([[], undefined]);
  });

  test('a tombstone hides a provider, until it is written again, and never hides money', () => {
    const time = { ms: NOON };
    const store = storeAt(time);
    const provider = { name: 'P', removed: false, provider_kind: 'sync' as const };
    const until = { t_s: NOON / 1000 + 100 };
    store.transaction((tx) => {
      tx.put('provider', 'u', provider);
      tx.put('coin', 'A/0', coinValue());
      tx.put('tombstone', tombstoneId('provider', 'u'), { until });
      tx.put('tombstone', tombstoneId('coin', 'A/0'), { until: { t_s: 'never' } });
    });
    expect([store.entry('provider', 'u'), store.entries('provider')]).toEqual([undefined, []]);
    expect(store.coins({ status: 'fresh' }).length + store.entries('coin').length).toBe(2);
    expect(store.snapshot().map((entry) => entry.kind)).toEqual(['coin', 'provider', 'tombstone', 'tombstone']);
    store.transaction((tx) => tx.put('provider', 'u', { ...provider, name: 'again' }));
    expect(store.entry('provider', 'u')?.value.name).toBe('again');
  });

  test('a tombstone expires', () => {
    const time = { ms: NOON };
    const store = storeAt(time);
    const id = exchangeId('https://exchange.example/', crockOf(32));
    store.transaction((tx) => {
      tx.put('exchange', id, {
        base_url: 'https://exchange.example/',
        master_pub: crockOf(32),
        currency: 'KUDOS',
        fields: {},
      });
      tx.put('tombstone', tombstoneId('exchange', id), { until: { t_s: NOON / 1000 + 100 } });
    });
    expect(store.entries('exchange')).toEqual([]);
    time.ms += 101_000;
    expect(store.entries('exchange').length).toBe(1);
  });
});

describe('devices', () => {
  test('an epoch is one above the highest seen; a new id leaves the former one behind', () => {
    const store = newStore();
    const former = store.deviceId();
    store.transaction((tx) => {
      expect(tx.claimEpoch('desk')).toBe(1);
      tx.join([{ kind: 'device', id: 'OTHER', clock: `${NOON}-00000-Z`, value: { epoch: 7, status: 'active' } }]);
    });
    store.transaction((tx) => {
      const fresh = tx.renewDevice();
      expect(fresh).not.toBe(former);
      expect(tx.claimEpoch()).toBe(8);
      tx.put('setting', 'x', { value: 1 });
      expect(tx.clock().endsWith(fresh)).toBe(true);
    });
    const devices = store
      .entries('device')
      .map(({ id, value }) => [id === former ? 'former' : id === 'OTHER' ? id : 'fresh', value.epoch, value.status]);
    expect(new Set(devices.map((each) => each.join(' ')))).toEqual(
      new Set(['OTHER 7 active', 'former 1 taken-over', 'fresh 8 active']),
    );
  });

  test('our last clock moves with what we write, not with what we hear', () => {
    const store = newStore();
    store.transaction((tx) => tx.claimEpoch());
    const lastClock = () => store.entry('device', store.deviceId())?.value.last_clock;
    const first = lastClock();
    store.transaction((tx) =>
      tx.join([{ kind: 'setting', id: 'x', clock: `${NOON + 1}-00000-Z`, value: { value: 1 } }]),
    );
    expect(lastClock()).toBe(first);
    store.transaction((tx) => tx.put('setting', 'x', { value: 2 }));
    expect(lastClock()).toBe(store.snapshot().find((entry) => entry.kind === 'setting')?.clock);
  });

  test('survives closing: id, clock, revision and entries', () => {
    const time = { ms: NOON };
    const db = mustOk(openDatabase({ path: ':memory:' }), 'memory');
    const first = openStore({ db, world: worldAt(time) });
    first.transaction((tx) => tx.put('setting', 'x', { value: 1 }));
    time.ms -= 1_000_000;
    const again = openStore({ db, world: worldAt(time) });
    again.transaction((tx) => tx.put('setting', 'y', { value: 1 }));
    expect([again.deviceId(), again.revision()]).toEqual([first.deviceId(), 2]);
    const [x, y] = again.snapshot();
    expect(y && x && y.clock > x.clock).toBe(true);
  });
});
