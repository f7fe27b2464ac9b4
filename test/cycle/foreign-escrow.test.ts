// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { parseBase32, totpCode } from '../../electron/taler/anastasis/totp.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { openSecret } from '../../electron/taler/crypto/secret.ts';
import { mustOk } from '../../shared/result.ts';
import { add, install, testWorld, type Installation } from '../support/backup-rig.ts';
import { openEconomy } from '../support/economy.ts';
import { CODE_KEY, ESCROW_PLACES, PERSON, placeUrls, setUp } from '../support/escrow.ts';
import { recoverForeign } from '../support/foreign-escrow.ts';
import { packageOf, readSource } from '../support/imports.ts';

// electron/backup/FORMAT.md promises that a stranger gets the secret out of escrow with it alone. This is such a stranger.

const world = testWorld();
let sandbox: Sandbox;
let one: Installation;
beforeAll(async () => {
  sandbox = await openEconomy(world, {
    syncProviders: [{ annualFee: 'KUDOS:0' }],
    anastasisProviders: ESCROW_PLACES.slice(0, 2),
  });
  one = install(world);
  await add(one, sandbox.syncProviders[0]?.baseUrl ?? '');
  mustOk(one.backup.rename({ wallet: 'Reisekasse' }), 'name');
  const [old = '', fresh = ''] = placeUrls(sandbox);
  const set = await setUp(one, sandbox, {
    methods: [
      { type: 'question', question: 'Your first pet?', answer: 'Grauer Esel', url: old },
      { type: 'totp', secret: CODE_KEY, url: fresh },
      { type: 'question', question: 'Your first street?', answer: 'Gerechtigkeitsgasse', url: fresh },
    ],
  });
  expect(mustOk(set, 'set up').step).toBe('current');
});
afterAll(() => sandbox.close());

/** The members sorted, no blanks. */
const CANONICAL = `{"birthdate":"${PERSON.birthdate}","birthplace":"${PERSON.birthplace}","full_name":"${PERSON.full_name}"}`;
const code = (): string => totpCode(parseBase32(CODE_KEY, 32) ?? new Uint8Array(0), world.now());

test.each([
  [
    'a place of 2021',
    0,
    (type: string, told: string) => (type === 'totp' ? code() : told.includes('pet') ? 'Grauer Esel' : undefined),
  ],
  [
    'a place of 2022',
    1,
    (type: string, told: string) =>
      type === 'totp' ? code() : told.includes('street') ? 'Gerechtigkeitsgasse' : undefined,
  ],
])('a program that imports nothing of ours brings the secret back by the document of %s', async (_, at, answerTo) => {
  const found = await recoverForeign(placeUrls(sandbox)[at] ?? '', CANONICAL, answerTo);
  expect(found.root_secret).toBe(bytesToCrock(openSecret(one.store.local.rootSecret() ?? expect.fail('no secret'))));
  expect(found.wallet_name).toBe('Reisekasse');
  expect(found.providers.map(({ url }) => url)).toEqual([sandbox.syncProviders[0]?.baseUrl]);
  expect(found.secretName.startsWith('taler-wallet-')).toBe(true);
});

test('it really imports nothing of ours', () => {
  const imports = readSource('test/support/foreign-escrow.ts').imports.map(({ specifier }) => specifier);
  expect(imports.map((each) => (each.startsWith('node:') ? 'node' : packageOf(each)))).toEqual(
    expect.arrayContaining(['@noble/ciphers', '@noble/curves', 'hash-wasm', 'node']),
  );
  expect(imports.filter((each) => each.startsWith('.'))).toEqual([]);
});
