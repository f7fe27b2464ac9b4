// SPDX-License-Identifier: GPL-3.0-or-later
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSecret } from '../../electron/taler/crypto/secret.ts';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { amount, amountToText, subtractAmounts } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import {
  add,
  install,
  recoveryText,
  testWorld,
  withdraw,
  type HastyWorld,
  type Installation,
} from '../support/backup-rig.ts';
import { openEconomy } from '../support/economy.ts';
import { ESCROW_PLACES, escrowMethods, PERSON, placeUrls, recovered, setUp, versions } from '../support/escrow.ts';

// A wallet in escrow at real places of both forms, one of them paid: set up, followed, renewed, and what places do to it.

const DAY_MS = 24 * 3600_000;
let world: HastyWorld;
let sandbox: Sandbox;
let one: Installation;

beforeEach(async () => {
  world = testWorld();
  sandbox = await openEconomy(world, {
    syncProviders: [{ name: 'Shoal' }, { name: 'Reef' }],
    anastasisProviders: ESCROW_PLACES,
  });
  one = install(world);
  await withdraw(one, sandbox, 'KUDOS:8');
  await add(one, sync(0));
});
afterEach(async () => {
  await one.backup.close();
  sandbox.assertAllFaultsHappened();
  await sandbox.close();
});

const sync = (at: number): string => sandbox.syncProviders[at]?.baseUrl ?? '';
const place = (at: number) => sandbox.anastasisProviders[at] ?? expect.fail('no such place');
const url = (at: number): string => place(at).baseUrl;
const view = (of = one) => of.backup.escrow() ?? expect.fail('no escrow');
const fees = (of = one): readonly string[] =>
  of.wallet
    .history()
    .flatMap(({ type, amount, state }) => (type === 'provider-fee' ? [`${amount} ${state}`] : []))
    .sort();
const rootOf = ({ store }: Installation): Uint8Array =>
  openSecret(store.local.rootSecret() ?? expect.fail('no root secret'));
const saidAt = (at: number): readonly string[] => view().places[at]?.said.map(({ kind }) => kind) ?? [];
const run = async (of = one): Promise<void> => void (await of.backup.run());

describe('given into escrow', () => {
  test('it lies at every place, was read back, costs what was announced, and comes back by two of three methods', async () => {
    const methods = escrowMethods(sandbox);
    const quote = mustOk(
      await one.backup.quoteEscrow({
        country: 'xx',
        attributes: PERSON,
        places: placeUrls(sandbox),
        methods: methods.map(({ url: _url, ...method }) => method),
      }),
      'quote',
    );
    expect(quote.methods.map(({ url: at }) => at)).toHaveLength(3);
    expect(new Set(quote.methods.map(({ url: at }) => at)).size).toBe(3);
    expect(quote.needed).toBe(2);
    expect(quote.total.map((sum) => sum.split(':')[0])).toEqual(['KUDOS']);
    const announced = amount('KUDOS:0.14');
    expect(quote.paying).toEqual(quote.total.map((sum) => amountToText(subtractAmounts(amount(sum), announced))));
    expect(quote.paying).not.toEqual(['KUDOS:0']);
    const set = mustOk(await setUp(one, sandbox, { agreedFees: quote.total }), 'set up');
    expect(set).toMatchObject({ step: 'current', said: [], needed: 2, remembersPerson: true });
    expect(set.places.map(({ isCurrent, version, said }) => [isCurrent, version, said])).toEqual([
      [true, 1, []],
      [true, 1, []],
      [true, 1, []],
    ]);
    expect(set.places.map(({ isFree = false }) => isFree)).toEqual([true, true, false]);
    expect(fees()).toEqual(['KUDOS:0.04 done', 'KUDOS:0.1 done']);
    expect(mustOk(one.backup.recoverySheet(), 'sheet').hasEscrow).toBe(true);
    for (const by of [
      [0, 1],
      [1, 2],
    ]) {
      world.move(60_000);
      const { wallet, document } = await recovered(world, url(1), by);
      expect(openSecret(wallet.root)).toEqual(rootOf(one));
      expect(wallet.providers.map((each) => each.url)).toEqual([sync(0)]);
      expect(document.secretName?.startsWith('taler-wallet-')).toBe(true);
    }
    // Another look finds it, and neither pays nor stores anything again.
    world.move(DAY_MS);
    await run();
    expect(view().step).toBe('current');
    expect(await versions(world, sandbox)).toEqual([[1], [1], [1]]);
    expect(fees()).toHaveLength(2);
  });

  test('a place more, another name: the next version of the same methods goes everywhere, once', async () => {
    mustOk(await setUp(one, sandbox), 'set up');
    const before = await recovered(world, url(0));
    await add(one, sync(1));
    expect(view().step).toBe('behind');
    await run();
    world.move(10 * 60_000);
    await run();
    expect(view().step).toBe('current');
    expect(await versions(world, sandbox)).toEqual([
      [2, 1],
      [2, 1],
      [2, 1],
    ]);
    world.move(60_000);
    const after = await recovered(world, url(0));
    expect(after.wallet.providers.map((each) => each.url).sort()).toEqual([sync(0), sync(1)].sort());
    expect(after.document.methods).toEqual(before.document.methods);
    expect(fees()).toHaveLength(2);
    mustOk(one.backup.rename({ wallet: 'Reisekasse' }), 'name');
    mustOk(await one.backup.updateEscrow({}), 'update');
    world.move(60_000);
    expect((await recovered(world, url(2))).wallet.walletName).toBe('Reisekasse');
    expect(await versions(world, sandbox)).toEqual([
      [3, 2, 1],
      [3, 2, 1],
      [3, 2, 1],
    ]);
  });

  test('one place that is silent keeps no other waiting, and gets the very same bytes later', async () => {
    place(1).faults.always({ path: '/' }, { closeConnection: true });
    const set = mustOk(
      await setUp(one, sandbox, { methods: escrowMethods(sandbox) }).then(async (answer) => {
        // It has to answer once, to be known at all.
        expect(answer).toMatchObject({ ok: false, error: { kind: 'escrow-place' } });
        place(1).faults.clear();
        place(1).faults.always({ method: 'POST' }, { closeConnection: true });
        return setUp(one, sandbox);
      }),
      'set up',
    );
    expect(set.step).toBe('uploading');
    expect(set.places.map(({ isCurrent }) => isCurrent)).toEqual([true, false, true]);
    expect(saidAt(1)).toEqual(['silent', 'methods-missing', 'waits']);
    place(1).faults.clear();
    world.move(10 * 60_000);
    await run();
    expect(view().step).toBe('current');
    const hashes = await Promise.all(
      [0, 1, 2].map(async (at) => JSON.stringify((await recovered(world, url(at), [0, 1])).document)),
    );
    expect(new Set(hashes).size).toBe(1);
  });
});

describe('without the data being kept', () => {
  test('it waits for the data, refuses that of others, and follows with the right one', async () => {
    mustOk(await setUp(one, sandbox, { remember: false }), 'set up');
    const copy = JSON.stringify(one.store.entry('setting', 'escrow')?.value.value);
    expect(copy).not.toContain('user');
    await add(one, sync(1));
    await run();
    expect(view()).toMatchObject({ step: 'wants-data', said: [{ kind: 'data-wanted' }] });
    expect(await one.backup.updateEscrow({ attributes: { ...PERSON, birthplace: 'Biel' } })).toEqual({
      ok: false,
      error: { kind: 'escrow-other-person' },
    });
    expect(await one.backup.updateEscrow({ attributes: { full_name: 'x' } })).toMatchObject({
      error: { kind: 'escrow-attribute', name: 'birthdate', why: 'missing' },
    });
    expect(await versions(world, sandbox)).toEqual([[1], [1], [1]]);
    expect(mustOk(await one.backup.updateEscrow({ attributes: PERSON }), 'update').step).toBe('current');
    expect(await versions(world, sandbox)).toEqual([
      [2, 1],
      [2, 1],
      [2, 1],
    ]);
  });

  test('a restored wallet asks its places whether it is the same person', async () => {
    mustOk(await setUp(one, sandbox, { remember: false }), 'set up');
    await run();
    const other = install(world);
    mustOk(await other.backup.restore(recoveryText(one)), 'restore');
    expect(view(other).step).toBe('wants-data');
    expect(await other.backup.updateEscrow({ attributes: { ...PERSON, birthplace: 'Biel' } })).toMatchObject({
      error: { kind: 'escrow-other-person' },
    });
    expect(mustOk(await other.backup.updateEscrow({ attributes: PERSON }), 'update').step).toBe('current');
    await other.backup.close();
  });
});

describe('a wallet that was restored', () => {
  test('finds that all is there, makes nothing anew, and follows what changes; it pays nothing that was not agreed to here', async () => {
    mustOk(await setUp(one, sandbox), 'set up');
    await one.backup.cycle();
    const other = install(world);
    mustOk(await other.backup.restore(recoveryText(one)), 'restore');
    await run(other);
    expect(view(other).step).toBe('current');
    expect(await versions(world, sandbox)).toEqual([[1], [1], [1]]);
    await add(other, sync(1));
    mustOk(await other.backup.updateEscrow({}), 'update');
    expect(await versions(world, sandbox)).toEqual([
      [2, 1],
      [2, 1],
      [2, 1],
    ]);
    expect(fees(other)).toHaveLength(2);
    world.move(352 * DAY_MS);
    await run(other);
    world.move(10 * 60_000);
    await run(other);
    expect(view(other).places[2]?.said).toContainEqual({
      kind: 'asks',
      facts: { why: { kind: 'no-consent', facts: {} } },
    });
    await other.backup.close();
  });
});

test('a new secret gets methods of its own: what the old sheet opens does not open it', async () => {
  mustOk(await setUp(one, sandbox, { agreedFees: ['KUDOS:2'] }), 'set up');
  const before = await recovered(world, url(0));
  const quote = mustOk(await one.backup.rekeyQuote(), 'quote');
  mustOk(await one.backup.rekey(quote.total), 'rekey');
  await run();
  world.move(10 * 60_000);
  await run();
  expect(view().step).toBe('current');
  const after = await recovered(world, url(0));
  expect(openSecret(after.wallet.root)).toEqual(rootOf(one));
  expect(openSecret(before.wallet.root)).not.toEqual(rootOf(one));
  const uuids = new Set(after.document.methods.map(({ uuid }) => uuid));
  expect(before.document.methods.filter(({ uuid }) => uuids.has(uuid))).toEqual([]);
  // The place that is paid for documents was not paid for them again; the method that is new there was.
  expect(fees()).toEqual(['KUDOS:0.04 done', 'KUDOS:0.04 done', 'KUDOS:0.1 done']);
});

describe('the next year', () => {
  test('is paid two weeks before the end, within what was agreed to', async () => {
    mustOk(await setUp(one, sandbox), 'set up');
    const until = view().places[2]?.paidUntil ?? 0;
    world.move(340 * DAY_MS);
    await run();
    expect([saidAt(0), saidAt(2)]).toEqual([[], ['paid-ends']]);
    expect(fees()).toHaveLength(2);
    world.move(12 * DAY_MS);
    await run();
    expect(saidAt(2)).toEqual([]);
    expect(view().step).toBe('current');
    expect(view().places[2]?.paidUntil).toBeGreaterThan(until + 300 * DAY_MS);
    expect(fees().filter((fee) => fee.startsWith('KUDOS:0.1 '))).toHaveLength(2);
    world.move(DAY_MS);
    await run();
    expect(fees().filter((fee) => fee.startsWith('KUDOS:0.1 '))).toHaveLength(2);
    expect(await versions(world, sandbox)).toEqual([[1], [1], [1]]);
  });

  test('at a higher price than was agreed to is asked about', async () => {
    mustOk(await setUp(one, sandbox, { agreedFees: ['KUDOS:0.3'] }), 'set up');
    place(2).setAnnualFee('KUDOS:0.5');
    world.move(352 * DAY_MS);
    await run();
    expect(saidAt(2)).toContain('asks');
    expect(fees()).toHaveLength(2);
    expect(mustOk(await one.backup.updateEscrow({ agreedFees: ['KUDOS:1'] }), 'agreed').step).toBe('current');
    expect(fees()).toContain('KUDOS:0.5 done');
  });
});

test('forgotten, it is followed no more, and what stays is named', async () => {
  mustOk(await setUp(one, sandbox), 'set up');
  const kept = mustOk(one.backup.forgetEscrow(), 'forgotten');
  expect(kept.map((each) => each.url)).toEqual(placeUrls(sandbox));
  expect(kept[2]?.until).toBeGreaterThan(world.now() + 360 * DAY_MS);
  expect(one.backup.escrow()).toBeUndefined();
  expect(mustOk(one.backup.recoverySheet(), 'sheet').hasEscrow).toBeUndefined();
  expect(one.backup.forgetEscrow()).toEqual({ ok: false, error: { kind: 'no-escrow' } });
  await add(one, sync(1));
  await run();
  expect(await versions(world, sandbox)).toEqual([[1], [1], [1]]);
});
