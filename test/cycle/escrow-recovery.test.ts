// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { totpCode } from '../../electron/taler/anastasis/totp.ts';
import { mustOk, type Result } from '../../shared/result.ts';
import { add, install, outcomes, testWorld, total, withdraw, type Installation } from '../support/backup-rig.ts';
import { openEconomy } from '../support/economy.ts';
import {
  beginAt,
  DEAR,
  ESCROW_PLACES,
  escrowWallet,
  kinds,
  NEW,
  OLD,
  PERSON,
  wayOf,
  type Placed,
} from './escrow-recovery-lab.ts';

// A computer is lost, and its wallet comes back by what its person knows and has: at places of both forms, one that is paid,
// across restarts, and past places that are away, slow, mistaken or none.

const world = testWorld();
const TOTP_KEY = world.randomBytes(32);
const WAYS: readonly Placed[] = [
  { at: OLD, filled: { type: 'question', answer: 'Grauer Esel' }, instructions: 'Which animal?' },
  { at: NEW, filled: { type: 'totp', key: TOTP_KEY }, instructions: 'Your app' },
  { at: DEAR, filled: { type: 'sms', number: '+41790000000' }, instructions: 'Your telephone' },
];
const folder = mkdtempSync(join(tmpdir(), 'holdfast-escrow-'));
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
afterAll(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
});
afterEach(() => sandbox.assertAllFaultsHappened());

const all = (): readonly string[] => sandbox.anastasisProviders.map(({ baseUrl }) => baseUrl);
const failed = (result: Result<unknown, { readonly kind: string }>): string => (result.ok ? 'ok' : result.error.kind);
const code = (): string => totpCode(TOTP_KEY, world.now());
const HALF_A_MINUTE = 32_000;
/** Every case asks the same places: what one has tried counts for the next. */
const later = (): void => world.move(HALF_A_MINUTE);
let made = 0;
const newPath = (): string => join(folder, `${(made += 1)}.db`);

describe('a recovery', () => {
  const person = { ...PERSON, full_name: 'Eine Wallet' };
  beforeAll(async () => {
    await escrowWallet({ ...one, world }, sandbox, WAYS, { person });
  });

  test('brings everything back by two of three ways, and survives a restart between them', async () => {
    const path = newPath();
    const first = install(world, { path });
    const session = await beginAt(first, all(), person);
    expect(session.methods.map(({ type, state, fee }) => [type, state, fee])).toEqual([
      ['question', 'untouched', 'KUDOS:0'],
      ['totp', 'untouched', 'KUDOS:0'],
      ['sms', 'untouched', 'KUDOS:0.1'],
    ]);
    expect([session.missing, session.isOpen, session.ways.length]).toEqual([2, false, 3]);
    expect(failed(await first.backup.escrowRecovery.run())).toBe('recovery-not-open');
    const question = wayOf(session, 'question');
    // As it comes to mind years later.
    const answered = mustOk(await first.backup.escrowRecovery.answer(question.uuid, ' grauer  esel'), 'question');
    expect([wayOf(answered, 'question').state, answered.missing]).toEqual(['solved', 1]);
    await first.backup.close();
    first.store.close();

    const next = install(world, { path });
    expect(next.backup.escrowRecovery.session()).toEqual(answered);
    const totp = wayOf(session, 'totp');
    const open = mustOk(await next.backup.escrowRecovery.answer(totp.uuid, code()), 'totp');
    expect([open.isOpen, open.missing, ...kinds(open.said)]).toEqual([true, 0, 'open']);
    expect(next.backup.escrowRecovery.questions()).toEqual({ ok: true, value: { questions: [], namesNoPlace: false } });
    const report = mustOk(await next.backup.escrowRecovery.run(), 'restored');
    expect(report.sources.map(({ answer }) => answer)).toEqual(['found']);
    expect(total(next)).toBe(total(one));
    // Nothing is left of what the person told.
    expect(next.store.local.request('escrow-recovery')).toBeUndefined();
    expect(next.backup.escrowRecovery.session()).toBeUndefined();
    // A sheet was never read here.
    expect(next.store.local.mark('paper-tested')).toBeUndefined();
    await next.backup.close();
  });

  test('is refused where money is, as a restore is, and goes on after', async () => {
    later();
    const two = install(world);
    const session = await beginAt(two, all(), person);
    await two.backup.escrowRecovery.answer(wayOf(session, 'question').uuid, 'Grauer Esel');
    await two.backup.escrowRecovery.answer(wayOf(session, 'totp').uuid, code());
    await withdraw(two, sandbox, 'KUDOS:1');
    expect(failed(await two.backup.escrowRecovery.run())).toBe('money-here');
    expect(two.backup.escrowRecovery.session()?.isOpen).toBe(true);
  });

  test('wrong answers are tried no more often than the place allows, and the time to wait is remembered', async () => {
    later();
    const path = newPath();
    let requests = 0;
    const counting: typeof world = {
      ...world,
      http: (input, init) => {
        requests += 1;
        return world.http(input, init);
      },
    };
    const first = install(counting, { path });
    const session = await beginAt(first, all(), person);
    const { uuid } = wayOf(session, 'question');
    const answer = (text: string) => first.backup.escrowRecovery.answer(uuid, text);
    requests = 0;
    const wrong = mustOk(await answer('Graues  Pferd.'), 'wrong');
    expect(requests).toBe(3);
    expect(wayOf(wrong, 'question')).toMatchObject({ state: 'waits', said: [{ kind: 'variants-left' }], untried: 2 });
    const until = wayOf(wrong, 'question').waitUntil ?? 0;
    // Shown by the minute, it is never the minute that it is now.
    expect(until % 60_000).toBe(0);
    expect(until - world.now()).toBeGreaterThan(25_000);
    // Too early: nothing is sent, whatever it is.
    const early = mustOk(await answer('Grauer Esel'), 'early');
    expect(wayOf(early, 'question')).toMatchObject({ state: 'waits', said: [{ kind: 'variants-left' }] });
    expect(requests).toBe(3);
    await first.backup.close();
    first.store.close();
    const next = install(world, { path });
    expect(wayOf(next.backup.escrowRecovery.session() ?? session, 'question').state).toBe('waits');
    later();
    const again = mustOk(await next.backup.escrowRecovery.answer(uuid, 'Graues  Pferd.'), 'the rest');
    expect(kinds(wayOf(again, 'question').said)).toEqual(['wrong']);
    const same = mustOk(await next.backup.escrowRecovery.answer(uuid, 'Graues  Pferd.'), 'same');
    expect(kinds(wayOf(same, 'question').said)).toEqual(['wrong-before']);
    const right = mustOk(await next.backup.escrowRecovery.answer(uuid, 'Grauer Esel'), 'right');
    expect(wayOf(right, 'question').state).toBe('solved');
    await next.backup.close();
  });

  test('a clock that is an hour off is told by the place’s time; letters are no code', async () => {
    later();
    const two = install(world);
    const session = await beginAt(two, all(), person);
    const { uuid } = wayOf(session, 'totp');
    const answer = async (text: string) =>
      wayOf(mustOk(await two.backup.escrowRecovery.answer(uuid, text), 'answer'), 'totp');
    expect(kinds((await answer('no digits')).said)).toEqual(['no-code']);
    expect((await answer(totpCode(TOTP_KEY, world.now() - 3_600_000))).state).toBe('wrong');
    const grouped = code().replace(/(....)/g, '$1 - ');
    expect((await answer(`A-${grouped}`)).state).toBe('solved');
  });
});

describe('a place that asks to be paid', () => {
  const person = { ...PERSON, full_name: 'Mit Gebuehr' };
  beforeAll(async () => {
    await escrowWallet({ ...one, world }, sandbox, WAYS, { person });
  });

  test('is paid by another wallet, and the code comes', async () => {
    later();
    const two = install(world);
    const session = await beginAt(two, all(), person);
    const { uuid } = wayOf(session, 'sms');
    const { challenge, pay, answer } = two.backup.escrowRecovery;
    const asked = wayOf(mustOk(await challenge(uuid), 'asked'), 'sms');
    expect(asked).toMatchObject({ state: 'asks-payment', fee: 'KUDOS:0.1', said: [{ kind: 'asks-payment' }] });
    expect(asked.total).toBeUndefined();
    expect(kinds(wayOf(mustOk(await pay(uuid, 'KUDOS:0.1'), 'no coins'), 'sms').said)).toEqual(['no-such-coins']);
    expect(kinds(wayOf(mustOk(await challenge(uuid), 'not yet'), 'sms').said)).toEqual(['not-paid-yet']);
    const phone = install(world);
    await withdraw(phone, sandbox, 'KUDOS:1');
    const offer = mustOk(await phone.wallet.preparePay(asked.payUri ?? ''), 'offer');
    expect(mustOk(await phone.wallet.confirmPay(offer.purchaseId), 'paid').state).toBe('paid');
    const sent = wayOf(mustOk(await challenge(uuid), 'sent'), 'sms');
    expect(sent).toMatchObject({ state: 'sent', said: [{ kind: 'code-sent', facts: { hint: '0000' } }] });
    // Sent a moment ago is sent.
    expect(wayOf(mustOk(await challenge(uuid), 'again'), 'sms').state).toBe('sent');
    const tan = sandbox.anastasisProviders[DEAR]?.sent().findLast((each) => each.uuid === uuid)?.code;
    const done = mustOk(await answer(uuid, `A-${String(tan).replace(/(...)/g, '$1-')}`), 'answer');
    expect(wayOf(done, 'sms').state).toBe('solved');
  });

  test('is paid with the coins here, what was announced and no other sum', async () => {
    later();
    const two = install(world);
    await withdraw(two, sandbox, 'KUDOS:1');
    const session = await beginAt(two, all(), person);
    const { uuid } = wayOf(session, 'sms');
    const { challenge, pay } = two.backup.escrowRecovery;
    expect(failed(await pay(uuid, 'KUDOS:0.1'))).toBe('no-payment-asked');
    const asked = wayOf(mustOk(await challenge(uuid), 'asked'), 'sms');
    expect(asked.total).toMatch(/^KUDOS:0\.1/);
    expect(failed(await pay(uuid, 'KUDOS:0.05'))).toBe('fee-not-agreed');
    expect(failed(await pay(uuid, 'nonsense'))).toBe('fee-not-agreed');
    const sent = wayOf(mustOk(await pay(uuid, asked.total ?? ''), 'paid'), 'sms');
    expect(sent.state).toBe('sent');
    const paid = two.wallet.history().filter(({ type }) => type === 'payment');
    expect(paid.map(({ amount, state }) => [amount, state])).toEqual([['KUDOS:0.1', 'done']]);
  });
});

describe('what places do', () => {
  test('a lost way, one that gives another share, and one that dies: the others go on, and what is left is told', async () => {
    later();
    const person = { ...PERSON, full_name: 'Pech Vogel' };
    const plan = await escrowWallet({ ...one, world }, sandbox, WAYS, { person });
    const two = install(world);
    const session = await beginAt(two, all(), person);
    const { answer, challenge } = two.backup.escrowRecovery;
    const question = wayOf(session, 'question');
    sandbox.anastasisProviders[OLD]?.loseTruth(question.uuid);
    const lost = mustOk(await answer(question.uuid, 'Grauer Esel'), 'lost');
    expect(wayOf(lost, 'question')).toMatchObject({ state: 'lost', said: [{ kind: 'lost' }] });
    expect([lost.missing, lost.ways.length]).toEqual([2, 1]);
    const totp = wayOf(session, 'totp');
    sandbox.anastasisProviders[NEW]?.faults.once({ path: /solve/ }, { closeConnection: true });
    const silent = mustOk(await answer(totp.uuid, code()), 'silent');
    expect(wayOf(silent, 'totp')).toMatchObject({ state: 'untouched', said: [{ kind: 'place-silent' }] });
    sandbox.anastasisProviders[NEW]?.faults.once({ path: /solve/ }, { replaceBody: world.randomBytes(72) });
    const unfit = mustOk(await answer(totp.uuid, code()), 'unfit');
    expect(wayOf(unfit, 'totp')).toMatchObject({ state: 'lost', said: [{ kind: 'share-unfit' }] });
    expect(unfit.missing).toBeUndefined();
    expect(kinds(unfit.said)).toEqual(['none-left']);
    // It may find the right one again.
    const found = mustOk(await answer(totp.uuid, code()), 'found again');
    expect([wayOf(found, 'totp').state, found.missing]).toEqual(['solved', 1]);
    expect(failed(await challenge('nonsense'))).toBe('no-such-way');
    expect(plan.document.methods).toHaveLength(3);
  });

  test('a transfer is told how, looked for with back-off, and found in the background', async () => {
    const person = { ...PERSON, full_name: 'Mit Konto' };
    const iban = 'DE89370400440532013000';
    await escrowWallet(
      { ...one, world },
      sandbox,
      [
        { at: OLD, filled: { type: 'iban', iban, holder: 'E' }, instructions: 'Your account' },
        { at: NEW, filled: { type: 'totp', key: TOTP_KEY }, instructions: 'Your app' },
      ],
      { person },
    );
    const two = install(world);
    const session = await beginAt(two, all(), person);
    const { uuid } = wayOf(session, 'iban');
    const { challenge, answer } = two.backup.escrowRecovery;
    const told = wayOf(mustOk(await challenge(uuid), 'told'), 'iban');
    expect(told).toMatchObject({ state: 'waits', transfer: { iban: 'DE89370400440532013000', name: 'Old' } });
    expect(wayOf(mustOk(await challenge(uuid), 'again'), 'iban').transfer).toEqual(told.transfer);
    world.move(61_000);
    const looked = wayOf(mustOk(await answer(uuid, ''), 'looked'), 'iban');
    expect(kinds(looked.said)).toEqual(['transfer-awaited']);
    expect((looked.waitUntil ?? 0) - world.now()).toBeGreaterThan(90_000);
    sandbox.anastasisProviders[OLD]?.receiveTransfer(iban, told.transfer?.subject ?? '');
    await two.backup.run();
    expect(wayOf(two.backup.escrowRecovery.session() ?? session, 'iban').state).toBe('waits');
    world.move(121_000);
    await two.backup.run();
    expect(wayOf(two.backup.escrowRecovery.session() ?? session, 'iban').state).toBe('solved');
  });
});
