// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { openDatabase, type Db } from '../../electron/storage/database.ts';
import { openStore, type Store } from '../../electron/storage/store.ts';
import type { MarkName, MarkOfName } from '../../electron/storage/tables/marks.ts';
import { realWorld } from '../../electron/world.ts';
import { mustOk } from '../../shared/result.ts';

// Marks as the wallet has written them since its first version, and as no version ever did.

const open = (): { readonly db: Db; readonly store: Store } => {
  const db = mustOk(openDatabase({ path: ':memory:' }), 'database');
  return { db, store: openStore({ db, world: realWorld() }) };
};
const put = ({ sqlite }: Db, key: string, value: string): void =>
  void sqlite.prepare('INSERT OR REPLACE INTO meta VALUES (?, ?)').run(key, value);
const stored = ({ sqlite }: Db, key: string): unknown =>
  sqlite.prepare('SELECT value FROM meta WHERE key = ?').pluck().get(key);

const PURSE = '{"C/0":{"PURSE":{"sum":"KUDOS:1.5","until":1795442500000,"over":true}}}';
const SINGLE: readonly (readonly [MarkName, string, unknown])[] = [
  ['play-money', 'yes', true],
  [
    'paper-tested',
    '{"at":1795442500000,"of":"S","places":["https://a.example/"]}',
    { at: 1_795_442_500_000, of: 'S', places: ['https://a.example/'] },
  ],
  ['sheet-shown', 'S', 'S'],
  ['device-name', 'Ada’s laptop', 'Ada’s laptop'],
  ['audit-due', '1795442500000', 1_795_442_500_000],
  ['audit-finds-change', 'yes', true],
  ['renewal-due', '1795442500000', 1_795_442_500_000],
  ['abandoning', 'yes', true],
  ['sheet-lock-void', 'yes', true],
  ['emptying', '{"payments":["P"],"leavingSince":1795442500000}', { payments: ['P'], leavingSince: 1_795_442_500_000 }],
  ['emptying', '{"payments":[]}', { payments: [] }],
  ['own-clocks', '{"device":"D","clocks":["1-00000-D"]}', { device: 'D', clocks: ['1-00000-D'] }],
  ['bad-coin-signatures', '["C/0","C/1"]', ['C/0', 'C/1']],
  ['coins-in-purses-of-another-copy', PURSE, JSON.parse(PURSE)],
  // Seeds of sessions that were found by link have a blank in their names, and so may addresses have that copies name.
  ['seeds-known-elsewhere', '["A","link B"]', ['A', 'link B']],
  ['unconfirmed', '["https://a.example/a b/"]', ['https://a.example/a b/']],
  ['taken-over-wallets', '["taken-over-wallet-1"]', ['taken-over-wallet-1']],
];
const OF: readonly (readonly [MarkOfName, string, unknown])[] = [
  [
    'stored-head',
    '{"clock":"1-00000-D","devices":{"D":"1-00000-D"}}',
    { clock: '1-00000-D', devices: { D: '1-00000-D' } },
  ],
  ['provider-order', '2026.333-01', '2026.333-01'],
  ['provider-again', 'yes', true],
  ['refused-size', '{"bytes":4194352,"at":1795442500000}', { bytes: 4_194_352, at: 1_795_442_500_000 }],
  ['confirm', 'https://bank.example/confirm/1', 'https://bank.example/confirm/1'],
];
const ID = 'https://a.example/';

describe('as it has always been written', () => {
  test.each(SINGLE)('%s', (name, text, value) => {
    const { db, store } = open();
    put(db, name, text);
    expect(store.local.mark(name)).toEqual(value);
    // Written again it is the same text, so that the version before this one reads it.
    store.transaction((tx) => tx.local.setMark(name, store.local.mark(name)));
    expect(stored(db, name)).toBe(text);
    store.transaction((tx) => tx.local.setMark(name, undefined));
    expect([store.local.mark(name), stored(db, name)]).toEqual([undefined, undefined]);
  });

  test.each(OF)('%s of one', (name, text, value) => {
    const { db, store } = open();
    put(db, `${name} ${ID}`, text);
    expect([store.local.markOf(name, ID), store.local.markOf(name, 'another')]).toEqual([value, undefined]);
    store.transaction((tx) => tx.local.setMarkOf(name, ID, store.local.markOf(name, ID)));
    expect(stored(db, `${name} ${ID}`)).toBe(text);
    store.transaction((tx) => tx.local.setMarkOf(name, ID, undefined));
    expect(store.local.markOf(name, ID)).toBeUndefined();
  });
});

describe('what nobody wrote is as if it were not there', () => {
  const DAMAGED = [
    '',
    'nonsense',
    '{',
    '[1]',
    'null',
    '{"at":"1"}',
    '{"device":1}',
    '{"C/0":{"P":{"sum":"a lot","until":1}}}',
    'NaN',
  ];
  const isFlag: ReadonlySet<string> = new Set(['play-money', 'audit-finds-change', 'abandoning', 'sheet-lock-void']);

  test.each([...new Set(SINGLE.map(([name]) => name))])('%s', (name) => {
    for (const text of DAMAGED) {
      const { db, store } = open();
      put(db, name, text);
      const found = store.local.mark(name);
      // Nothing that is due may be skipped: such a time is now.
      if (name === 'audit-due' || name === 'renewal-due') expect(found).toBe(0);
      else if (isFlag.has(name)) expect(found).toBe(true);
      else if (name === 'device-name' || name === 'sheet-shown') expect(found).toBe(text === '' ? undefined : text);
      else expect(found).toBeUndefined();
    }
  });

  test('of one provider, too', () => {
    for (const text of DAMAGED) {
      const { db, store } = open();
      put(db, `stored-head ${ID}`, text);
      expect(store.local.markOf('stored-head', ID)).toBeUndefined();
    }
  });

  test('and what is kept of a step and of a provider', () => {
    for (const text of ['', '{', 'nonsense', '{"lastHash":1}']) {
      const { db, store } = open();
      db.sqlite
        .prepare('INSERT INTO task VALUES (?, ?, ?, ?, ?)')
        .run('payment', 'P', 7, 2, text === '{"lastHash":1}' ? '{' : text);
      db.sqlite.prepare('INSERT INTO provider_progress VALUES (?, ?)').run(ID, text);
      expect(store.local.task('payment', 'P')).toEqual({ kind: 'payment', id: 'P', nextAt: 7, attempts: 2 });
      expect(store.local.providerProgress(ID)).toEqual({ providerId: ID });
      store.transaction((tx) => tx.local.putProviderProgress({ providerId: ID, attempts: 1 }));
      expect(store.local.providerProgress(ID)).toEqual({ providerId: ID, attempts: 1 });
    }
  });
});
