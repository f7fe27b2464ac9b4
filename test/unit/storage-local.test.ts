// SPDX-License-Identifier: GPL-3.0-or-later
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { contentToJson } from '../../electron/state/content.ts';
import { openSecret, secret } from '../../electron/taler/crypto/secret.ts';
import { UNDO_KEPT_MS } from '../../electron/storage/tables/undo.ts';
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

const DAY_MS = 24 * 60 * 60_000;

test('an undo copy holds entries, device and marks as they were, and what is known of the other wallet', () => {
  const store = storeAt({ ms: NOON });
  store.transaction((tx) => {
    tx.put('coin', 'A/0', coinValue());
    tx.local.setMark('audit-due', 5);
    tx.local.setMark('device-name', 'Desk');
  });
  const [before, device] = [contentToJson(store.snapshot()), store.deviceId()];
  const number = store.transaction((tx) => {
    const taken = tx.local.takeUndoCopy('joined', { there: ['KUDOS:5'] });
    tx.renewDevice();
    tx.local.setMark('audit-due', 6);
    tx.local.setMark('device-name', 'Lap');
    tx.local.setMark('sheet-shown', 'x');
    tx.put('coin', 'B/0', coinValue());
    return taken;
  });
  expect(store.local.undoCopies()).toEqual([{ number, takenAt: NOON, why: 'joined', entries: 1 }]);
  const copy = store.local.undoContent(number) ?? expect.fail('no copy');
  expect([contentToJson(copy.entries), copy.deviceId, copy.other]).toEqual([before, device, { there: ['KUDOS:5'] }]);
  store.transaction((tx) => {
    tx.local.putBackMarks(copy);
    tx.backToDevice(copy.deviceId);
    tx.takeAway([{ kind: 'coin', id: 'B/0' }]);
  });
  const { local } = store;
  // What the person calls this device is no part of what is taken back.
  expect([local.mark('audit-due'), local.mark('sheet-shown'), local.mark('device-name')]).toEqual([
    5,
    undefined,
    'Lap',
  ]);
  expect([contentToJson(store.snapshot()), store.deviceId()]).toEqual([before, device]);
  expect(local.undoContent(number + 1)).toBeUndefined();
});

test('of undo copies the last few are kept, for a month, and none that a wrong clock dated far ahead', () => {
  const store = storeAt({ ms: NOON });
  const numbers = store.transaction((tx) => [1, 2, 3, 4, 5].map((n) => tx.local.takeUndoCopy('restore', n)));
  const kept = (): readonly number[] => store.local.undoCopies().map(({ number }) => number);
  expect(kept()).toEqual(numbers.slice(1));
  const prune = (nowMs: number): void => store.transaction((tx) => tx.local.dropOldUndoCopies(nowMs));
  prune(NOON + UNDO_KEPT_MS);
  expect(kept()).toEqual(numbers.slice(1));
  store.transaction((tx) => tx.local.dropUndoCopy(numbers[2] ?? 0));
  expect(kept()).toEqual([numbers[1], numbers[3], numbers[4]]);
  prune(NOON + UNDO_KEPT_MS + 1);
  expect(kept()).toEqual([]);
  store.transaction((tx) => tx.local.takeUndoCopy('restore'));
  prune(NOON - DAY_MS - 1);
  expect(kept()).toEqual([]);
});

test('undo copies fill no disk: the oldest go first, and one that is too large alone is not kept', () => {
  const store = storeAt({ ms: NOON });
  const take = (millions: number): number =>
    store.transaction((tx) => tx.local.takeUndoCopy('restore', 'x'.repeat(millions << 20)));
  const [, second, third] = [take(20), take(20), take(30)];
  expect(store.local.undoCopies().map(({ number }) => number)).toEqual([second, third]);
  take(64);
  expect(store.local.undoCopies()).toEqual([]);
});

test('steps, doubts and requests that were begun are forgotten, but for requests that are still wanted', () => {
  const store = storeAt({ ms: NOON });
  store.transaction((tx) => {
    tx.local.putTask({ kind: 'withdrawal', id: 'b', nextAt: 20, attempts: 1 });
    tx.local.noteDoubt({ kind: 'coin', id: 'A/0' });
    tx.local.putRequest('gone', new Uint8Array([1]));
    tx.local.putRequest('wanted', new Uint8Array([2]));
    tx.local.forgetSteps(['wanted']);
  });
  const { local } = store;
  expect([local.tasks(), local.hasDoubts(NOON), local.request('gone')]).toEqual([[], false, undefined]);
  expect(local.request('wanted')).toEqual(new Uint8Array([2]));
});
