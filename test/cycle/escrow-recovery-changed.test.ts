// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { totpCode } from '../../electron/taler/anastasis/totp.ts';
import { mustOk, type Result } from '../../shared/result.ts';
import { add, install, outcomes, testWorld, total, withdraw, type Installation } from '../support/backup-rig.ts';
import { openEconomy } from '../support/economy.ts';
import { beginAt, COUNTRY, escrowWallet, kinds, PERSON, placeUrl, wayOf, type Placed } from './escrow-recovery-lab.ts';

// Between the day a wallet went into escrow and the day it is needed something has changed: the salt of a place, what it serves or wants,
// or the clock of the computer that is at hand.

const FREE = 'KUDOS:0';
const HOUR_MS = 3_600_000;
const [OLD, NEW] = [0, 1];
const world = testWorld();
const TOTP_KEY = world.randomBytes(32);
const WAYS: readonly Placed[] = [
  { at: OLD, filled: { type: 'question', answer: 'Grauer Esel' }, instructions: 'Which animal?' },
  { at: NEW, filled: { type: 'totp', key: TOTP_KEY }, instructions: 'Your app' },
];
let sandbox: Sandbox;
let one: Installation;
beforeAll(async () => {
  sandbox = await openEconomy(world, {
    syncProviders: [{ annualFee: FREE }],
    anastasisProviders: [
      { name: 'Old', form: '2021', methods: { question: FREE, totp: FREE } },
      { name: 'New', methods: { question: FREE, totp: FREE, sms: 'KUDOS:0.1' } },
    ],
  });
  one = install(world);
  await withdraw(one, sandbox, 'KUDOS:5');
  expect(await add(one, sandbox.syncProviders[0]?.baseUrl ?? '')).toBe('stored');
  await one.wallet.run({ untilDone: true, timeoutMs: 20_000 });
  await outcomes(one);
});
afterEach(() => {
  sandbox.assertAllFaultsHappened();
  for (const { faults } of sandbox.anastasisProviders) faults.clear();
});
afterAll(() => sandbox.close());

const place = (at: number) => sandbox.anastasisProviders[at] ?? expect.fail('no such place');
const all = (): readonly string[] => sandbox.anastasisProviders.map(({ baseUrl }) => baseUrl);
const failed = (result: Result<unknown, { readonly kind: string }>): string => (result.ok ? 'ok' : result.error.kind);
const personOf = (name: string) => ({ ...PERSON, full_name: name });
const code = (): string => totpCode(TOTP_KEY, world.now());

test.each([
  ['2021', OLD, 'server_salt'],
  ['2022', NEW, 'provider_salt'],
] as const)(
  'a place of %s has another salt since: another leads to its way, which opens by the salt of then',
  async (form, at, name) => {
    const person = personOf(`Neues Salz ${form}`);
    await escrowWallet({ ...one, world }, sandbox, WAYS, { person });
    place(at).faults.always(
      { path: '/config' },
      { changeJson: (body) => ({ ...(body as object), [name]: '00000000000000000000000000' }) },
    );
    const two = install(world);
    const { find, choose, answer, run } = two.backup.escrowRecovery;
    const found = mustOk(await find({ country: COUNTRY, attributes: person, places: all() }), 'found');
    expect(found.places.map((each) => [each.found, ...kinds(each.said)])).toEqual(at === OLD ? [[0], [1]] : [[1], [0]]);
    const session = mustOk(await choose(found.secrets[0]?.documentHash ?? ''), 'chosen');
    mustOk(await answer(wayOf(session, 'question').uuid, 'Grauer Esel'), 'question');
    expect(mustOk(await answer(wayOf(session, 'totp').uuid, code()), 'code').isOpen).toBe(true);
    mustOk(await run(), 'restored');
    expect(total(two)).toBe(total(one));
  },
);

test('a place serves an old version: the newest is taken from another, and nobody is given the old one for it', async () => {
  const person = personOf('Alte Fassung');
  const { secretName } = await escrowWallet({ ...one, world }, sandbox, WAYS, { person });
  await escrowWallet({ ...one, world }, sandbox, WAYS, { person, secretName });
  const two = install(world);
  const { find, choose, stop } = two.backup.escrowRecovery;
  const search = async () => mustOk(await find({ country: COUNTRY, attributes: person, places: all() }), 'found');
  place(OLD).faults.always({ method: 'GET', path: '/policy/' }, { serveOld: true });
  const found = await search();
  expect(found.secrets.map(({ isNewest, at }) => [isNewest, ...at.map(({ url, version }) => [url, version])])).toEqual([
    [true, [placeUrl(sandbox, NEW), 2]],
    [false, [placeUrl(sandbox, OLD), 1], [placeUrl(sandbox, NEW), 1]],
  ]);
  const [newest, older] = found.secrets;
  expect(kinds(mustOk(await choose(newest?.documentHash ?? ''), 'newest').said)).not.toContain('is-older');
  stop();
  await search();
  expect(kinds(mustOk(await choose(older?.documentHash ?? ''), 'older').said)).toContain('is-older');
  stop();
  // It lists the newest and gives the one before.
  place(NEW).faults.always({ method: 'GET', path: '?version=' }, { serveOld: true });
  await search();
  expect(failed(await choose(newest?.documentHash ?? ''))).toBe('document-unfit');
});

describe.each([
  ['2021', OLD],
  ['2022', NEW],
] as const)('a computer’s clock is wrong by an hour, at a place of %s', (form, at) => {
  test.each([
    ['ahead', HOUR_MS],
    ['behind', -HOUR_MS],
  ] as const)(
    '%s: a code of that time is wrong, by how much is told, and the right one is taken',
    async (clock, by) => {
      const person = personOf(`Falsche Uhr ${form} ${clock}`);
      const ways = [{ at, filled: { type: 'totp', key: TOTP_KEY }, instructions: 'Your app' }] as const;
      await escrowWallet({ ...one, world }, sandbox, [...ways, ...WAYS.slice(0, 1)], { person });
      const two = install({ ...world, now: () => world.now() + by });
      const session = await beginAt(two, all(), person);
      const answer = async (typed: string) =>
        wayOf(mustOk(await two.backup.escrowRecovery.answer(wayOf(session, 'totp').uuid, typed), 'answer'), 'totp');
      const wrong = await answer(totpCode(TOTP_KEY, world.now() + by));
      expect([wrong.state, ...kinds(wrong.said)]).toEqual(['wrong', 'wrong', 'clock-off']);
      const { facts } = wrong.said[1] ?? expect.fail('nothing said');
      expect(facts).toMatchObject({ clock });
      // Nobody counts the moments that the answer was on its way.
      expect(Math.round((facts as { readonly by: number }).by / 60_000)).toBe(60);
      expect((await answer(code())).state).toBe('solved');
    },
  );

  test('right: a wrong code is no matter of the clock', async () => {
    const person = personOf(`Rechte Uhr ${form}`);
    const ways = [{ at, filled: { type: 'totp', key: TOTP_KEY }, instructions: 'Your app' }] as const;
    await escrowWallet({ ...one, world }, sandbox, [...ways, ...WAYS.slice(0, 1)], { person });
    const two = install(world);
    const session = await beginAt(two, all(), person);
    const typed = totpCode(TOTP_KEY, world.now() - HOUR_MS);
    const wrong = mustOk(await two.backup.escrowRecovery.answer(wayOf(session, 'totp').uuid, typed), 'answer');
    expect(kinds(wayOf(wrong, 'totp').said)).toEqual(['wrong']);
  });
});

test('a place demands more for a code than it announced: both sums are told, and nothing is paid', async () => {
  const person = personOf('Teurer als gesagt');
  const sms: Placed = { at: NEW, filled: { type: 'sms', number: '+41790000000' }, instructions: 'Your telephone' };
  await escrowWallet({ ...one, world }, sandbox, [...WAYS.slice(0, 1), sms], { person });
  const two = install(world);
  await withdraw(two, sandbox, 'KUDOS:1');
  const before = total(two);
  place(NEW).faults.always(
    { path: '/config' },
    { changeJson: (body) => JSON.parse(JSON.stringify(body).replaceAll('"KUDOS:0.1"', '"KUDOS:0.01"')) as unknown },
  );
  const session = await beginAt(two, all(), person);
  const { uuid } = wayOf(session, 'sms');
  const { challenge, pay } = two.backup.escrowRecovery;
  const asked = wayOf(mustOk(await challenge(uuid), 'asked'), 'sms');
  expect([asked.state, asked.fee]).toEqual(['asks-payment', 'KUDOS:0.01']);
  const refused = wayOf(mustOk(await pay(uuid, asked.total ?? ''), 'not paid'), 'sms');
  expect([refused.state, refused.said]).toEqual([
    'asks-payment',
    [{ kind: 'asks-otherwise', facts: { announced: 'KUDOS:0.01', asked: 'KUDOS:0.1' } }],
  ]);
  expect(total(two)).toBe(before);
  expect(place(NEW).sent()).toEqual([]);
});
