// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { utf8 } from '../../electron/taler/bytes/encodings.ts';
import { mustOk, type Result } from '../../shared/result.ts';
import { add, install, outcomes, testWorld, withdraw, type Installation } from '../support/backup-rig.ts';
import { openEconomy } from '../support/economy.ts';
import {
  COUNTRY,
  DEAR,
  ESCROW_PLACES,
  escrowSecret,
  escrowWallet,
  kinds,
  NEW,
  OLD,
  PERSON,
  placeUrl,
  type Placed,
} from './escrow-recovery-lab.ts';

// What a lost wallet's places are asked for, and whose secrets are found there.

const world = testWorld();
const TOTP_KEY = world.randomBytes(32);
const WAYS: readonly Placed[] = [
  { at: OLD, filled: { type: 'question', answer: 'Grauer Esel' }, instructions: 'Which animal?' },
  { at: NEW, filled: { type: 'totp', key: TOTP_KEY }, instructions: 'Your app' },
  { at: DEAR, filled: { type: 'sms', number: '+41790000000' }, instructions: 'Your telephone' },
];
let sandbox: Sandbox;
let one: Installation;
beforeAll(async () => {
  sandbox = await openEconomy(world, {
    syncProviders: [{ annualFee: 'KUDOS:0' }],
    anastasisProviders: ESCROW_PLACES,
  });
  one = install(world);
  await withdraw(one, sandbox, 'KUDOS:5');
  expect(await add(one, sandbox.syncProviders[0]?.baseUrl ?? '')).toBe('stored');
  await one.wallet.run({ untilDone: true, timeoutMs: 20_000 });
  await outcomes(one);
});
afterAll(() => sandbox.close());
afterEach(() => sandbox.assertAllFaultsHappened());

const all = (): readonly string[] => sandbox.anastasisProviders.map(({ baseUrl }) => baseUrl);
const failed = (result: Result<unknown, { readonly kind: string }>): string => (result.ok ? 'ok' : result.error.kind);

describe('a search', () => {
  test('asks nobody when the data cannot be right, or no place is named', async () => {
    const two = install(world);
    const { find } = two.backup.escrowRecovery;
    const wrong = { ...PERSON, birthdate: '1990-02-30' };
    expect(await find({ country: COUNTRY, attributes: wrong, places: all() })).toMatchObject({
      error: { kind: 'identity-refused', why: 'date', field: 'birthdate' },
    });
    const less = { full_name: 'E', birthdate: '1990-02-28' };
    expect(await find({ country: COUNTRY, attributes: less, places: all() })).toMatchObject({
      error: { kind: 'identity-refused', why: 'missing', field: 'birthplace' },
    });
    expect(failed(await find({ country: COUNTRY, attributes: PERSON, places: [] }))).toBe('no-escrow-place');
    expect(failed(await find({ country: COUNTRY, attributes: PERSON, places: ['/etc'] }))).toBe('no-such-place');
    expect(failed(await two.backup.escrowRecovery.choose('x'))).toBe('secret-not-found');
    expect(failed(await two.backup.escrowRecovery.challenge('x'))).toBe('no-recovery');
  });

  test('is refused where a backup is here, and changes nothing', async () => {
    expect(await one.backup.escrowRecovery.find({ country: COUNTRY, attributes: PERSON, places: all() })).toMatchObject(
      {
        error: { kind: 'wrong-backup-state', state: 'initialized' },
      },
    );
  });

  test('names who is silent, who is a shop, and tells two wallets and a stranger’s secret apart', async () => {
    const person = { ...PERSON, full_name: 'Zwei Wallets' };
    const first = await escrowWallet({ ...one, world }, sandbox, WAYS, { person });
    const second = await escrowWallet({ ...one, world }, sandbox, WAYS, { person });
    const again = await escrowWallet({ ...one, world }, sandbox, WAYS, { person, secretName: first.secretName });
    const other = { mime: 'text/plain', value: utf8('x') };
    await escrowSecret(world, sandbox, { secretName: 'my diary', secret: other, methods: WAYS, needed: 2, person });
    const two = install(world);
    const shop = sandbox.merchant.baseUrl;
    sandbox.anastasisProviders[NEW]?.faults.once({ path: '/config' }, { closeConnection: true });
    const found = mustOk(
      await two.backup.escrowRecovery.find({ country: COUNTRY, attributes: person, places: [...all(), shop] }),
      'found',
    );
    expect(found.places.map(({ url, found: count, said }) => [url, count, ...kinds(said)])).toEqual([
      [placeUrl(sandbox, OLD), 4],
      [placeUrl(sandbox, NEW), 0, 'place-silent'],
      [placeUrl(sandbox, DEAR), 4],
      [shop, 0, 'place-is-other'],
    ]);
    const ours = found.secrets.filter(({ isOurs }) => isOurs);
    const idOf = (name: string): string => name.slice('taler-wallet-'.length).slice(0, 8);
    expect(new Set(ours.map(({ walletId }) => walletId))).toEqual(
      new Set([idOf(first.secretName), idOf(second.secretName)]),
    );
    const ofFirst = ours.filter(({ walletId }) => walletId === idOf(first.secretName));
    expect(ofFirst.map(({ isNewest, at }) => [isNewest, ...at.map(({ version }) => version)])).toEqual([
      [true, 3, 3],
      [false, 1, 1],
    ]);
    // The place of 2022 tells when, that of 2021 does not.
    expect(ofFirst[0]?.at.map(({ uploadedAt }) => uploadedAt !== undefined)).toEqual([false, true]);
    const diary = found.secrets.find(({ isOurs }) => !isOurs);
    expect(diary?.secretName).toBe('my diary');
    expect(failed(await two.backup.escrowRecovery.choose(diary?.documentHash ?? ''))).toBe('secret-of-other-program');
    expect(again.document.secretName).toBe(first.secretName);
    const older = mustOk(await two.backup.escrowRecovery.choose(ofFirst[1]?.documentHash ?? ''), 'older');
    expect(kinds(older.said)).toEqual(['still-needed', 'is-older']);
    const newest = ofFirst[0]?.documentHash ?? '';
    expect(failed(await two.backup.escrowRecovery.choose(newest))).toBe('recovery-running');
    // Nor does a wallet of its own begin here meanwhile, which would end it.
    const sync = { target: sandbox.syncProviders[0]?.baseUrl ?? '', consent: true as const };
    expect(failed(await two.backup.addProvider(sync))).toBe('recovery-running');
    expect(failed(await two.backup.bringIn({ given: '' }))).toBe('recovery-running');
    expect(two.backup.escrowRecovery.session()?.documentHash).toBe(older.documentHash);
    two.backup.escrowRecovery.stop();
    expect(two.backup.escrowRecovery.session()).toBeUndefined();
  });

  test('a place that says one thing in its list and gives another is passed over', async () => {
    const person = { ...PERSON, full_name: 'Falsche Liste' };
    await escrowWallet({ ...one, world }, sandbox, WAYS, { person });
    const two = install(world);
    const { find, choose } = two.backup.escrowRecovery;
    const found = mustOk(await find({ country: COUNTRY, attributes: person, places: all() }), 'found');
    const hash = found.secrets[0]?.documentHash ?? '';
    for (const place of sandbox.anastasisProviders)
      place.faults.once({ path: '/policy/' }, { foreignBlob: world.randomBytes(500) });
    expect(await choose(hash)).toMatchObject({ error: { kind: 'document-unfit', places: all() } });
    for (const place of sandbox.anastasisProviders) place.faults.once({ path: '/policy/' }, { closeConnection: true });
    expect(await choose(hash)).toMatchObject({ error: { kind: 'document-not-there', places: all() } });
    sandbox.anastasisProviders[OLD]?.faults.once({ path: '/policy/' }, { closeConnection: true });
    expect(mustOk(await choose(hash), 'from the next').documentHash).toBe(hash);
  });
});
