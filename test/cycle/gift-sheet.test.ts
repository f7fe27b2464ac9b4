// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, it } from 'vitest';
import { mustOk } from '../../shared/result.ts';
import { trusting } from '../support/trusting.ts';
import { english } from '../support/english.ts';
import { explainBackupFailure } from '../../electron/backup/failure/explain.ts';
import { add, install, outcomes, recoveryText, withdraw, type Installation } from '../support/backup-rig.ts';
import { content, expectSumsAgree, feesOf, settle, takeOver, takeoverLab, units, unitsOf } from './takeover-lab.ts';

// A stranger gives somebody the sheet of a wallet that he knows, too, and waits for money to come under its secret.

const { world, sandbox, url, funded } = await takeoverLab();

/** What the stranger gets with the sheet he kept: everything that a restore and the exchange's link lead him to, spent. */
const stolenWith = async (sheet: string): Promise<bigint> => {
  const thief = install(world);
  const got = await thief.backup.takeover({ recoveryText: sheet, evenIfNotAbandoned: true });
  if (!got.ok) return 0n;
  await thief.wallet.auditCoins({}, 'find');
  await settle(thief);
  return unitsOf(thief);
};
const victim = async (): Promise<Installation> => {
  const one = install(world);
  await withdraw(one, sandbox, 'KUDOS:20');
  return one;
};

it('a restore into a wallet with money and without a backup is refused, names the sum, and changes nothing', async () => {
  const stranger = await funded('KUDOS:1', [url(0)]);
  const sheet = recoveryText(stranger);
  const one = await victim();
  const before = [content(one), unitsOf(one)];
  const refused = await one.backup.restore(sheet);
  expect(refused).toMatchObject({ ok: false, error: { kind: 'money-here', here: [one.wallet.balances()[0]?.total] } });
  if (!refused.ok)
    expect(english('failure', explainBackupFailure(refused.error))).toMatch(/take the other wallet over/);
  expect([content(one), unitsOf(one)]).toEqual(before);
  expect(one.backup.state()).toBe('uninitialized');
  await one.backup.run();
  expect(await stolenWith(sheet)).toBe(unitsOf(stranger));
});

it('a reserve that waits for its transfer is money, too', async () => {
  const stranger = await funded('KUDOS:1', [url(0)]);
  const one = install(world);
  const exchange = sandbox.exchanges[0]?.baseUrl ?? '';
  await one.wallet.addExchange(exchange);
  await one.wallet.withdrawManual({ exchange, amount: 'KUDOS:5' });
  const refused = await one.backup.restore(recoveryText(stranger));
  expect(refused).toEqual({ ok: false, error: { kind: 'money-here', here: [], coming: ['KUDOS:5'] } });
  if (!refused.ok)
    expect(english('failure', explainBackupFailure(refused.error))).toMatch(/waits for 5.* end the withdrawal/);
});

it('what was given up locks nobody out: a withdrawal that nothing was sent for, a request that nobody paid', async () => {
  const stranger = await funded('KUDOS:3', [url(0)]);
  const one = install(world);
  const exchange = sandbox.exchanges[0]?.baseUrl ?? '';
  await one.wallet.addExchange(exchange);
  const withdrawal = await one.wallet.withdrawManual({ exchange, amount: 'KUDOS:5' });
  const request = await one.wallet.peer.request({ amount: 'KUDOS:2', summary: 'rent', expiresHours: 9, exchange });
  if (!withdrawal.ok || !request.ok) throw new Error('not begun');
  const restore = (): ReturnType<typeof one.backup.restore> => one.backup.restore(recoveryText(stranger));
  expect(await restore()).toMatchObject({ error: { kind: 'money-here', here: [], coming: ['KUDOS:7'] } });
  expect(await one.wallet.abort(withdrawal.value.id)).toMatchObject({ ok: true });
  expect(await restore()).toMatchObject({ error: { kind: 'money-here', here: [], coming: ['KUDOS:2'] } });
  expect(await one.wallet.abort(request.value.id)).toMatchObject({ ok: true });
  expect(await restore()).toMatchObject({ ok: true });
  expect(unitsOf(one)).toBe(unitsOf(stranger));
});

it('an empty wallet that waits for money takes the other over, and has what comes for itself', async () => {
  const stranger = await funded('KUDOS:3', [url(0)]);
  const [sheet, theirs] = [recoveryText(stranger), unitsOf(stranger)];
  const one = install(world);
  await one.wallet.addExchange(sandbox.exchanges[0]?.baseUrl ?? '');
  const operation = await sandbox.bank.createWithdrawal('KUDOS:5');
  expect(await one.wallet.withdrawFromBank(operation.talerUri)).toMatchObject({ ok: true });
  expect(await one.backup.restore(sheet)).toMatchObject({ error: { kind: 'money-here', coming: ['KUDOS:5'] } });
  const request = { recoveryText: sheet, evenIfNotAbandoned: true };
  expect(await takeOver(one, request)).toMatchObject({ ok: true, value: { how: 'joined' } });
  await operation.confirm();
  await settle(one);
  expect(await stolenWith(sheet)).toBe(0n);
  expect(unitsOf(one)).toBeGreaterThan(theirs + units('KUDOS:4.9'));
  expectSumsAgree(one);
});

it.each([
  ['without a backup', []],
  ['with a backup', [url(1)]],
] as const)(
  'a takeover by a wallet %s leaves the stranger nothing, neither of ours nor of his',
  async (_how, places) => {
    const stranger = await funded('KUDOS:8', [url(0)]);
    const sheet = recoveryText(stranger);
    // He restores his own copy before, so that he has every old coin to follow.
    const accomplice = install(world);
    expect(await accomplice.backup.restore(sheet)).toMatchObject({ ok: true });
    const one = await victim();
    for (const target of places) await add(one, target);
    const [theirs, ours] = [unitsOf(stranger), unitsOf(one)];

    expect(await one.backup.takeover({ recoveryText: sheet })).toMatchObject({ error: { kind: 'not-abandoned' } });
    const asked = await one.backup.takeover({ recoveryText: sheet, evenIfNotAbandoned: true });
    if (asked.ok || asked.error.kind !== 'takeover-asks') throw new Error('was not asked');
    expect(asked.error).toMatchObject({ there: stranger.wallet.balances().map(({ total }) => total), stays: [] });
    // What was withdrawn without a backup stands in no copy: nobody can say how much, but that it may be.
    expect(english('failure', explainBackupFailure(asked.error))).toMatch(
      /has not left .* without a backup, no copy knows of/,
    );
    expect(one.store.entries('push-out')).toEqual([]);
    const { fees } = asked.error;
    expect(await one.backup.takeover({ recoveryText: sheet, evenIfNotAbandoned: true, agreedFees: [] })).toMatchObject({
      error: { kind: 'takeover-asks', fees },
    });
    expect(
      await one.backup.takeover({ recoveryText: sheet, evenIfNotAbandoned: true, agreedFees: fees }),
    ).toMatchObject({ ok: true, value: { how: 'joined' } });
    await settle(one);

    for (const each of [stranger, accomplice]) {
      await each.wallet.auditCoins({}, 'find');
      // Whoever comes too late sees it in his books: it is gone.
      expect(unitsOf(each)).toBe(0n);
    }
    expect(await stolenWith(sheet)).toBe(0n);
    await one.wallet.auditCoins();
    expect(unitsOf(one) + feesOf(one)).toBe(theirs + ours);
    expect(feesOf(one)).toBe(fees.map(units).reduce((sum, each) => sum + each, 0n));
    expect(one.wallet.balances().flatMap(({ notes = [] }) => notes)).toEqual([]);
    expectSumsAgree(one);
  },
);

it.each([
  ['on a device where nobody has agreed to anything', undefined],
  ['when it is dearer than what was agreed to', 'KUDOS:0'],
] as const)('what comes later from the other wallet asks once more %s, and goes on then', async (_when, former) => {
  const stranger = await funded('KUDOS:8', [url(0)]);
  const one = await victim();
  const issuer = sandbox.exchanges[0];
  const later = await sandbox.bank.createWithdrawal('KUDOS:2');
  mustOk(await trusting((trusted) => stranger.wallet.withdrawFromBank(later.talerUri, trusted)), 'begun');
  await later.confirm();
  issuer?.faults.always({ path: /withdraw$/ }, { status: 503 });
  for (let go = 0; go < 3; go += 1) {
    world.move(600_000);
    await stranger.wallet.run();
  }
  expect(stranger.wallet.pending()).toMatchObject([{ type: 'withdrawal', waitingFor: 'exchange' }]);
  expect(await outcomes(stranger)).toEqual(['stored']);
  const asked = await one.backup.takeover({ recoveryText: recoveryText(stranger), evenIfNotAbandoned: true });
  if (asked.ok || asked.error.kind !== 'takeover-asks') throw new Error('was not asked');
  const { fees } = asked.error;
  const request = { recoveryText: recoveryText(stranger), evenIfNotAbandoned: true, agreedFees: fees };
  expect(await one.backup.takeover(request)).toMatchObject({ ok: true });
  const agreed = former === undefined ? undefined : { [sandbox.exchanges[0]?.baseUrl ?? '']: { fees: former } };
  one.store.transaction((tx) => tx.local.setMark('reissue-agreed', agreed));
  const paid = one.store.entries('push-out').length;
  issuer?.faults.clear();
  world.move(600_000);
  expect((await one.wallet.run({ untilDone: true, timeoutMs: 20_000 })).needsPerson).toBe(true);
  const [pending] = one.wallet.pending();
  expect(pending).toMatchObject({ type: 'reissue', waitingFor: 'user', why: { kind: 'reissue-asks' } });
  if (pending?.why?.kind !== 'reissue-asks') throw new Error('does not ask');
  expect(one.store.entries('push-out').length).toBe(paid);
  const [before, known] = [unitsOf(one), feesOf(one)];
  expect(await one.wallet.agreeToFees(pending.id, pending.why.facts.total)).toMatchObject({ ok: true });
  await settle(one);
  expect(unitsOf(one) + feesOf(one)).toBe(before + known);
  expect(await one.wallet.quoteReissue()).toEqual([]);
  expectSumsAgree(one);
});

it('nothing of the other wallet moves before a place has a copy of what its coins come from', async () => {
  const stranger = await funded('KUDOS:8', [url(0)]);
  const one = install(world, { gated: true });
  await one.wallet.addExchange(sandbox.exchanges[0]?.baseUrl ?? '');
  const coming = await one.wallet.withdrawManual({ exchange: sandbox.exchanges[0]?.baseUrl ?? '', amount: 'KUDOS:5' });
  const request = { recoveryText: recoveryText(stranger), evenIfNotAbandoned: true };
  expect(await takeOver(one, request)).toMatchObject({ ok: true, value: { how: 'joined' } });
  await one.wallet.run();
  expect(one.store.entries('push-out')).toEqual([]);
  expect(one.wallet.pending().find(({ type }) => type === 'reissue')).toMatchObject({ waitingFor: 'provider' });
  expect(coming.ok && (await one.wallet.abort(coming.value.id)).ok).toBe(true);
  await add(one, url(1));
  await settle(one);
  expect(one.store.entries('push-out').map(({ value }) => value.status)).toEqual(['taken']);
  expectSumsAgree(one);
});
