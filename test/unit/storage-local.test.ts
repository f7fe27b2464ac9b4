// SPDX-License-Identifier: GPL-3.0-or-later
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { contentToJson } from '../../electron/state/content.ts';
import { openSecret, secret } from '../../electron/taler/crypto/secret.ts';
import { coinValue, NOON, storeAt } from '../laws/stores.ts';

test('tasks: the one due first comes first; the last failure is kept as it was', () => {
  const store = storeAt({ ms: NOON });
  store.transaction((tx) => {
    tx.local.putTask({ kind: 'withdrawal', id: 'b', nextAt: 20.7, attempts: 1, lastFailure: { kind: 'timeout' } });
    tx.local.putTask({ kind: 'refresh', id: 'a', nextAt: 10, attempts: 0 });
    tx.local.putTask({ kind: 'refresh', id: 'c', nextAt: 10, attempts: 0 });
    tx.local.deleteTask('refresh', 'c');
  });
  expect(store.local.tasks()).toEqual([
    { kind: 'refresh', id: 'a', nextAt: 10, attempts: 0 },
    { kind: 'withdrawal', id: 'b', nextAt: 20, attempts: 1, lastFailure: { kind: 'timeout' } },
  ]);
  expect(store.local.task('refresh', 'a')?.attempts).toBe(0);
  expect(store.local.task('refresh', 'c')).toBeUndefined();
});

test('cached keys are replaced whole', () => {
  const store = storeAt({ ms: NOON });
  const keys = { baseUrl: 'u', fetchedAt: 1, expiresAt: 2, raw: '{"a":1}' };
  store.transaction((tx) => {
    tx.local.putCachedKeys({ ...keys, raw: 'old' });
    tx.local.putCachedKeys(keys);
  });
  expect(store.local.cachedKeys('u')).toEqual(keys);
  expect(store.local.cachedKeys('v')).toBeUndefined();
});

test('progress at a provider: given facts are written, the others stay', () => {
  const store = storeAt({ ms: NOON });
  const sealed = new Uint8Array([1, 2, 3]);
  store.transaction((tx) => {
    tx.local.putSealedBlob('u', sealed);
    tx.local.putProviderProgress({ providerId: 'u', sealedRevision: 4, sizeClass: 65536 });
    tx.local.putProviderProgress({ providerId: 'u', verifiedAt: 9, verifiedSummary: { coins: 2 } });
  });
  const whole = {
    providerId: 'u',
    sealedRevision: 4,
    sizeClass: 65536,
    verifiedAt: 9,
    verifiedSummary: { coins: 2 },
  };
  expect(store.local.providerProgress('u')).toEqual(whole);
  expect(store.local.providerProgresses()).toEqual([whole]);
  expect(store.local.sealedBlob('u')).toEqual(sealed);
  expect(store.local.sealedBlob('v')).toBeUndefined();
  store.transaction((tx) => tx.local.deleteProviderProgress('u'));
  expect(store.local.providerProgress('u')).toBeUndefined();
  expect(store.local.sealedBlob('u')).toBeUndefined();
});

test('the root secret is kept, prints as nothing, is no entry, and can be forgotten', () => {
  const store = storeAt({ ms: NOON });
  const root = new Uint8Array(64).fill(9);
  store.transaction((tx) => tx.local.setRootSecret(secret(root)));
  const kept = store.local.rootSecret();
  expect(kept && openSecret(kept)).toEqual(root);
  expect(`${String(kept)} ${JSON.stringify(kept)} ${inspect(kept)}`).toBe('<secret> "<secret>" <secret>');
  expect(store.snapshot()).toEqual([]);
  store.transaction((tx) => tx.local.setRootSecret(undefined));
  expect(store.local.rootSecret()).toBeUndefined();
});

test('a request is kept to the byte', () => {
  const store = storeAt({ ms: NOON });
  store.transaction((tx) => tx.local.putRequest('pay x', new Uint8Array([0, 255, 7])));
  expect(store.local.request('pay x')).toEqual(new Uint8Array([0, 255, 7]));
  store.transaction((tx) => tx.local.deleteRequest('pay x'));
  expect(store.local.request('pay x')).toBeUndefined();
});

test('local notes change neither snapshot nor revision', () => {
  const store = storeAt({ ms: NOON });
  store.transaction((tx) => {
    tx.local.setMark('audit-due', 1);
    tx.local.putTask({ kind: 'k', id: 'i', nextAt: 1, attempts: 0 });
  });
  expect([store.local.mark('audit-due'), store.revision(), store.snapshot()]).toEqual([1, 0, []]);
});

test('an undo copy puts everything back, and the undoing can be undone; only the last copies are kept', () => {
  const store = storeAt({ ms: NOON });
  store.transaction((tx) => tx.put('coin', 'A/0', coinValue()));
  const before = contentToJson(store.snapshot());
  const copy = store.transaction((tx) => {
    const number = tx.local.takeUndoCopy('before a restore');
    tx.join([{ kind: 'setting', id: 'later', clock: `${NOON + 99_999_999_999}-00000-Z`, value: {} }]);
    tx.put('coin', 'B/0', coinValue());
    return number;
  });
  const after = contentToJson(store.snapshot());
  expect(store.transaction((tx) => tx.undoTo(copy))).toBe(true);
  expect(contentToJson(store.snapshot())).toBe(before);
  const undone = store.local.undoCopies().at(-1);
  expect(undone?.entries).toBe(3);
  store.transaction((tx) => tx.undoTo(undone?.number ?? 0));
  expect(contentToJson(store.snapshot())).toBe(after);
  expect(store.transaction((tx) => tx.undoTo(999))).toBe(false);
  store.transaction((tx) => [1, 2, 3, 4, 5].map((n) => tx.local.takeUndoCopy(`copy ${n}`)));
  expect(store.local.undoCopies().map((each) => each.why)).toEqual(['copy 2', 'copy 3', 'copy 4', 'copy 5']);
});
