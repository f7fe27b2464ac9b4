// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, it } from 'vitest';
import { accountKeys } from '../../electron/backup/root-secret.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { mustOk } from '../../shared/result.ts';
import { takeoverLab } from './takeover-lab.ts';

// A new secret of a quiet wallet: no two of its places can tell by the time that they serve one person.

const { world, sandbox, url, funded } = await takeoverLab();

it('makes one copy at once, and each place hears of it at a time of its own', async () => {
  const one = await funded('KUDOS:4', [url(0), url(1)]);
  one.backup.setPrivacy({ level: 'quiet', hours: 6 });
  const old = one.store.local.rootSecret() ?? expect.fail('no root secret');
  const quote = mustOk(await one.backup.rekeyQuote(), 'quote');
  const places = sandbox.syncProviders.slice(0, 2).toSorted((a, b) => (a.baseUrl < b.baseUrl ? -1 : 1));
  const root = () => one.store.local.rootSecret() ?? expect.fail('no root secret');
  const hashes = (secret: typeof old): readonly (string | undefined)[] =>
    places.map(({ baseUrl, account }) => account(bytesToCrock(accountKeys(secret, baseUrl).publicKey))?.hash);
  const before = hashes(old);
  expect(mustOk(await one.backup.rekey(quote.total), 'rekey').progress).toMatchObject({
    step: 'telling',
    said: [{ kind: 'telling', facts: { places: [expect.any(String)] } }],
  });
  const isTold = (at: number): boolean => hashes(old)[at] !== before[at];
  expect([isTold(0), isTold(1)]).toEqual([true, false]);
  expect(hashes(root()).map((hash) => hash !== undefined)).toEqual([true, false]);
  // Who hurries them changes nothing.
  mustOk(await one.backup.goOnWithRekey(), 'going on');
  expect([isTold(1), hashes(root())[1]]).toEqual([false, undefined]);
  const began = world.now();
  const after: { told?: number; copied?: number } = {};
  const { signal } = new AbortController();
  for (let passed = 0; passed < 12 && (after.told ?? after.copied) === undefined; passed += 1) {
    world.move(10_000);
    await world.hurry(one.backup.run({ signal }));
    if (isTold(1)) after.told ??= world.now() - began;
    if (hashes(root())[1] !== undefined) after.copied ??= world.now() - began;
  }
  expect(Math.min(after.told ?? Infinity, after.copied ?? Infinity)).toBeGreaterThanOrEqual(30_000);
  world.move(60_000);
  await world.hurry(one.backup.run({ signal }));
  await world.hurry(one.backup.run({ signal }));
  expect([isTold(1), hashes(root())[1] !== undefined]).toEqual([true, true]);
  expect(one.backup.rekeying()?.step).toBe('sheet');
});
