// SPDX-License-Identifier: GPL-3.0-or-later
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { parseBase32, totpCode } from '../../electron/taler/anastasis/totp.ts';
import { mustOk } from '../../shared/result.ts';
import type { RehearsalView } from '../../shared/view-escrow-recovery.ts';
import type { PlacedMethodInput } from '../../shared/contract-escrow.ts';
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
import { CODE_KEY, ESCROW_PLACES, escrowMethods, PERSON, placeUrls, recovered, setUp } from '../support/escrow.ts';

// The ways of one's own escrow, tried at the real places: what is right counts like a sheet that was read back, and nothing else does.

let world: HastyWorld;
let sandbox: Sandbox;
let one: Installation;
let requests = 0;

beforeEach(async () => {
  const whole = testWorld();
  world = {
    ...whole,
    http: (input, init) => {
      requests += 1;
      return whole.http(input, init);
    },
  };
  sandbox = await openEconomy(world, {
    syncProviders: [{ annualFee: 'KUDOS:0' }, { annualFee: 'KUDOS:0' }],
    anastasisProviders: [...ESCROW_PLACES, { name: 'Toll', methods: { question: 'KUDOS:0.05', email: 'KUDOS:0' } }],
  });
  one = install(world);
  await withdraw(one, sandbox, 'KUDOS:4');
  await add(one, sync(0));
});
afterEach(async () => {
  await one.backup.close();
  sandbox.assertAllFaultsHappened();
  await sandbox.close();
});

const sync = (at: number): string => sandbox.syncProviders[at]?.baseUrl ?? '';
const place = (at: number) => sandbox.anastasisProviders[at] ?? expect.fail('no such place');
const code = (): string => totpCode(parseBase32(CODE_KEY, 32) ?? new Uint8Array(0), world.now());
const later = (): void => world.move(32_000);
const methods = (of = one) => of.backup.escrow()?.methods ?? expect.fail('no escrow');
const uuid = (at: number, of = one): string => methods(of)[at]?.uuid ?? '';
const rehearse = async (at: number, answer: string, of = one): Promise<RehearsalView> =>
  mustOk(await of.backup.escrowRecovery.rehearse(uuid(at, of), answer), 'rehearsed');
const kinds = ({ said }: RehearsalView): readonly string[] => said.map(({ kind }) => kind);
const safety = (of = one) => of.backup.status().safety;
const saidOf = (of = one): readonly string[] => safety(of).said.map(({ kind }) => kind);

describe('a way that is tried', () => {
  beforeEach(async () => {
    mustOk(await setUp(one, sandbox), 'set up');
    await one.backup.cycle();
  });

  test('counts when it was right, and of every combination one is enough', async () => {
    expect([safety().state, ...saidOf()]).toEqual(['not-protected', 'no-paper', 'escrow-unrehearsed']);
    expect(safety().said[1]).toEqual({ kind: 'escrow-unrehearsed', facts: { ways: 2 } });
    const wrong = await rehearse(0, 'Graues Pferd');
    expect([wrong.right, kinds(wrong)]).toEqual([false, ['wrong', 'too-many-tries']]);
    later();
    const right = await rehearse(0, ' grauer  esel');
    expect(right).toEqual({
      right: true,
      said: [
        { kind: 'rehearsed-right', facts: {} },
        { kind: 'rehearse-more', facts: { ways: 1 } },
      ],
    });
    expect(methods().map(({ rehearsedAt }) => rehearsedAt !== undefined)).toEqual([true, false, false]);
    expect(safety().said[1]).toEqual({ kind: 'escrow-unrehearsed', facts: { ways: 1 } });
    expect(kinds(await rehearse(1, 'no digits'))).toEqual(['no-code']);
    expect(kinds(await rehearse(1, code()))).toEqual(['rehearsed-right']);
    expect([safety().state, ...saidOf()]).toEqual(['protected', 'protected-by-escrow']);
    // Half a year later it is to be tried again; a place for copies more is not known to whoever recovers before it is uploaded.
    world.move(181 * 24 * 3600_000);
    await one.backup.run();
    expect(saidOf()).toContain('rehearse-again');
  });

  test('and counts does so until a place asks for more than was agreed to, which its person has to decide', async () => {
    await rehearse(0, 'Grauer Esel');
    await rehearse(1, code());
    place(2).setAnnualFee('KUDOS:1.5');
    world.move(352 * 24 * 3600_000);
    later();
    await rehearse(0, 'Grauer Esel');
    await rehearse(1, code());
    await one.backup.cycle();
    await one.backup.run();
    expect(safety()).toMatchObject({ state: 'payment-due', next: 'update-escrow' });
    expect(safety().said).toMatchObject([
      { kind: 'place-asks', facts: { why: { kind: 'asks', facts: { why: { kind: 'fee-above-cap' } } } } },
    ]);
  });

  test('takes no tries of the others, and never more of its own than the place allows', async () => {
    expect(kinds(await rehearse(0, 'Graues Pferd'))).toEqual(['wrong', 'too-many-tries']);
    requests = 0;
    const early = await rehearse(0, 'Grauer Esel');
    expect([early.right, kinds(early)]).toEqual([false, ['too-many-tries']]);
    later();
    expect(kinds(await rehearse(0, 'Graues Pferd'))).toEqual(['wrong-before']);
    expect(requests).toBe(0);
    expect((await rehearse(0, 'Grauer Esel')).right).toBe(true);
    // Whoever recovers at this moment has all tries of the other two.
    await recovered(world, placeUrls(sandbox)[0] ?? '', [1, 2]);
  });

  test('that its place has lost is told, counts for nothing, and is stored there again', async () => {
    await rehearse(0, 'Grauer Esel');
    place(0).loseTruth(uuid(0));
    later();
    expect(kinds(await rehearse(0, 'Grauer Esel'))).toEqual(['lost']);
    expect(methods()[0]?.rehearsedAt).toBeUndefined();
    expect(safety().said[1]).toEqual({ kind: 'escrow-unrehearsed', facts: { ways: 2 } });
    await one.backup.run();
    later();
    expect((await rehearse(0, 'Grauer Esel')).right).toBe(true);
  });

  test('and gives back another share is told, and counts for nothing', async () => {
    place(0).faults.once({ path: '/truth/' }, { replaceBody: new Uint8Array(72).fill(7) });
    const other = await rehearse(0, 'Grauer Esel');
    expect([other.right, kinds(other)]).toEqual([false, ['share-unfit']]);
    expect(methods()[0]?.rehearsedAt).toBeUndefined();
  });

  test('at a place that is silent, no way of this escrow, or after leaving, is told', async () => {
    place(0).faults.once({ path: '/truth/' }, { closeConnection: true });
    expect(kinds(await rehearse(0, 'Grauer Esel'))).toEqual(['place-silent']);
    expect(await one.backup.escrowRecovery.rehearse('0'.repeat(52), 'x')).toMatchObject({
      error: { kind: 'no-such-way' },
    });
    mustOk(one.backup.forgetEscrow(), 'forgotten');
    expect(await one.backup.escrowRecovery.rehearse('0'.repeat(52), 'x')).toMatchObject({
      error: { kind: 'no-escrow' },
    });
    expect(saidOf()).toEqual(['no-paper']);
  });

  test('counts no more once the secret is another one', async () => {
    await rehearse(0, 'Grauer Esel');
    await rehearse(1, code());
    expect(safety().state).toBe('protected');
    const quote = mustOk(await one.backup.rekeyQuote(), 'quote');
    mustOk(await one.backup.rekey(quote.total), 'rekey');
    await one.backup.run();
    world.move(10 * 60_000);
    await one.backup.run();
    expect(one.backup.escrow()?.step).toBe('current');
    expect(methods().map(({ rehearsedAt }) => rehearsedAt)).toEqual([undefined, undefined, undefined]);
    expect(saidOf()).toContain('escrow-unrehearsed');
  });

  test('on a device that was restored counts there alone', async () => {
    await rehearse(0, 'Grauer Esel');
    await rehearse(1, code());
    await one.backup.cycle();
    const other = install(world);
    mustOk(await other.backup.restore(recoveryText(one)), 'restored');
    await other.backup.run();
    expect(methods(other).map(({ rehearsedAt }) => rehearsedAt)).toEqual([undefined, undefined, undefined]);
    later();
    expect(kinds(await rehearse(0, 'Grauer Esel', other))).toEqual(['rehearsed-right', 'rehearse-more']);
    await other.backup.close();
  });

  test('counts as tried where it has just brought the wallet back, and the others do not', async () => {
    const other = install(world);
    const { find, choose, answer, run } = other.backup.escrowRecovery;
    const found = mustOk(await find({ country: 'xx', attributes: PERSON, places: placeUrls(sandbox) }), 'found');
    const newest = found.secrets.find(({ isOurs, isNewest }) => isOurs && isNewest) ?? expect.fail('nothing found');
    mustOk(await choose(newest.documentHash), 'chosen');
    mustOk(await answer(uuid(0), 'Grauer Esel'), 'answered');
    mustOk(await answer(uuid(1), code()), 'answered');
    mustOk(await run(), 'restored');
    const { rehearsedAt } = methods(other)[0] ?? expect.fail('no way');
    expect(rehearsedAt).toBeGreaterThan(0);
    expect(methods(other).map((way) => way.rehearsedAt)).toEqual([rehearsedAt, rehearsedAt, undefined]);
    expect(saidOf(other)).not.toContain('escrow-unrehearsed');
    await other.backup.run();
    expect([safety(other).state, ...saidOf(other)]).toEqual(['protected', 'protected-by-escrow']);
    await other.backup.close();
  });
});

test('without the data being kept it is compared with what was sent; where neither is here it does not count', async () => {
  mustOk(await setUp(one, sandbox, { remember: false }), 'set up');
  expect(kinds(await rehearse(0, 'Grauer Esel'))).toEqual(['rehearsed-right', 'rehearse-more']);
  place(1).faults.once({ path: '/truth/' }, { replaceBody: new Uint8Array(72).fill(7) });
  expect(kinds(await rehearse(1, code()))).toEqual(['share-unfit']);
  await one.backup.cycle();
  const other = install(world);
  mustOk(await other.backup.restore(recoveryText(one)), 'restored');
  later();
  const answered = await rehearse(0, 'Grauer Esel', other);
  expect([answered.right, kinds(answered)]).toEqual([true, ['rehearsed-uncompared', 'rehearse-more']]);
  expect(methods(other)[0]?.rehearsedAt).toBeUndefined();
  await other.backup.close();
});

test('what costs money at each use, or would send somebody a code, is not tried', async () => {
  const [, totp] = escrowMethods(sandbox);
  const [toll = ''] = placeUrls(sandbox).slice(3);
  const dear: PlacedMethodInput = { type: 'question', question: 'Where?', answer: 'Bern', url: toll };
  const mail: PlacedMethodInput = { type: 'email', address: 'erika@example.org', url: toll };
  if (!totp) throw new Error('no methods');
  mustOk(await setUp(one, sandbox, { methods: [dear, totp, mail] }), 'set up');
  await one.backup.cycle();
  expect(await one.backup.escrowRecovery.rehearse(uuid(2), '1')).toEqual({
    ok: false,
    error: { kind: 'cannot-rehearse', type: 'email' },
  });
  expect(safety().said[1]).toEqual({ kind: 'escrow-unrehearsed', facts: { ways: 2 } });
  const asked = await rehearse(0, 'Bern');
  expect([asked.right, asked.said]).toEqual([false, [{ kind: 'asks-payment', facts: { fee: 'KUDOS:0.05' } }]]);
  expect(safety().said[1]).toEqual({ kind: 'escrow-unrehearsed', facts: { ways: 1 } });
  expect((await rehearse(1, code())).right).toBe(true);
  expect(safety().state).toBe('protected');
  expect(one.wallet.history().filter(({ type }) => type === 'payment')).toEqual([]);
});
