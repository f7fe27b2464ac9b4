// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import { headOf } from '../../electron/backup/copies/head.ts';
import { outgoingContentOf } from '../../electron/backup/copies/outgoing-content.ts';
import { summarize } from '../../electron/backup/copies/risk.ts';
import { contentToJson } from '../../electron/state/content.ts';
import { coinValue, crockOf, NOON, storeAt } from '../laws/stores.ts';
import { withdrawal } from './ledger-entries.ts';

const DAY = 86_400_000;

test('what is sealed is the canonical content, and what is remembered is of those very entries', () => {
  const store = storeAt({ ms: NOON });
  const contentOf = outgoingContentOf(store);
  const expectCanonical = (): void => {
    const entries = store.snapshot();
    expect(contentOf()).toEqual({
      revision: store.revision(),
      json: contentToJson(entries),
      head: headOf(entries),
      summary: summarize(entries),
    });
  };
  expectCanonical();
  const first = contentOf();
  expect(contentOf()).toBe(first);

  store.transaction((tx) => {
    tx.put('coin', 'SEED/1', coinValue({ source_id: 'w' }));
    // UTF-16 puts the first of these before the second, UTF-8 (the database) after it
    tx.put('setting', '\u{10000}', { value: { b: 1, a: ['é', null, -0, 1e21] } });
    tx.put('setting', '\uffff', { value: 'last' });
  });
  expectCanonical();
  expect(contentOf()).not.toBe(first);

  // Device and withdrawal are looked into: what is remembered of them stands in their values.
  store.transaction((tx) => {
    const device = tx.entry('device', tx.deviceId())?.value;
    tx.put('device', 'OTHER', {
      epoch: 2,
      name: 'other',
      status: 'active',
      ...device,
      last_clock: `${NOON - 1}-00000-OTHER`,
    });
    tx.put(
      'withdrawal',
      'W',
      withdrawal({ batches: { SEED: { seed: crockOf(32), selection: [], status: 'planned' } } }),
    );
  });
  expectCanonical();
  expect(contentOf().head.devices).toMatchObject({ OTHER: `${NOON - 1}-00000-OTHER` });
  expect(contentOf().summary).toContain('SEED');

  const ahead = { clock: `${NOON + 3 * DAY}-00000-Z`, value: { name: 'ours', removed: false, provider_kind: 'sync' } };
  store.transaction((tx) =>
    tx.join([
      { kind: 'provider', id: 'u', ...ahead },
      { kind: 'of a newer wallet', id: 'x', clock: `${NOON}-00000-Z`, value: { deep: [[{}]], text: '"\\\u2028' } },
      { kind: 'refresh', id: 'R', clock: `${NOON}-00000-Z`, value: 'unreadable' },
    ]),
  );
  expect(store.snapshot().some(({ quarantined }) => quarantined)).toBe(true);
  expectCanonical();
});
