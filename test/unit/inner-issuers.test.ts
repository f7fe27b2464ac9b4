// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import { INNER_ADDRESS, type Fetch } from '../../electron/network.ts';
import { isNarrower, type Scope } from '../../electron/scope.ts';
import { createExchangeBook } from '../../electron/wallet/exchanges.ts';
import { worldOfIssuers } from '../../electron/wallet/inner-issuers.ts';
import { explainFailure } from '../../electron/wallet/failure/explain.ts';
import { install, testWorld } from '../support/backup-rig.ts';

// An issuer under a name of the internet that stands for a machine of this house is asked once its person has seen and
// allowed its very host. Nothing else is, and nobody else can allow it.

const ISSUER = 'https://issuer.example/';

/** Every name stands for 10.0.0.7; `asked` were let through. */
const lab = () => {
  const asked: string[] = [];
  const http: Fetch = async (input, init) => {
    const narrowest: Scope = init?.narrowest ?? 'loopback';
    if (isNarrower('private', narrowest)) throw Object.assign(new Error(INNER_ADDRESS), { code: INNER_ADDRESS });
    asked.push(String(input));
    return new Response('{}', { status: 404 });
  };
  const world = { ...testWorld(), http };
  const { store } = install(world);
  return { asked, store, world, book: createExchangeBook(world, store) };
};

test('it is not asked, and the person hears which host it is about', async () => {
  const { book, asked } = lab();
  const added = await book.add(ISSUER);
  expect(added.ok ? undefined : explainFailure(added.error)).toEqual({
    kind: 'inner-address',
    facts: { host: 'issuer.example' },
  });
  expect(asked).toEqual([]);
});

test('allowed under its very host it is asked, now and later, and so is no other address', async () => {
  const { book, asked, store, world } = lab();
  await book.add(ISSUER, { innerHost: 'issuer.example' });
  expect(asked[0]).toMatch(/^https:\/\/issuer\.example\//);
  const count = asked.length;
  // A place, a shop or a redirect goes another way, and an issuer beside it is another host.
  await expect(world.http(ISSUER, { narrowest: 'public' })).rejects.toThrow(INNER_ADDRESS);
  for (const other of ['https://issuer.example:8443/', 'https://other.example/', 'http://issuer.example/'])
    await expect(worldOfIssuers(world, store).http(other, { narrowest: 'public' })).rejects.toThrow(INNER_ADDRESS);
  expect(asked).toHaveLength(count);
  await createExchangeBook(world, store).add(ISSUER);
  expect(asked.length).toBeGreaterThan(count);
});

test.each([
  ['another host than was shown', ISSUER, 'other.example'],
  ['one that need not prove its name', 'http://issuer.example/', 'issuer.example'],
])('%s is not allowed', async (_what, url, host) => {
  const { book, asked } = lab();
  expect(await book.add(url, { innerHost: host })).toMatchObject({ ok: false });
  expect(asked).toEqual([]);
});
