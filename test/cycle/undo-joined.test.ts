// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, describe, expect, it } from 'vitest';
import { goneName } from '../../electron/state/gone.ts';
import { openSecret } from '../../electron/taler/crypto/secret.ts';
import { mustOk } from '../../shared/result.ts';
import { install, outcomes, recoveryText, withdraw, type Installation } from '../support/backup-rig.ts';
import { openEconomy } from '../support/economy.ts';
import { content, expectSumsAgree, settle, takeOver, takeoverLab, unitsOf } from './takeover-lab.ts';
import { kinds, lastStep, restoredIn, standing, undo } from './undo-lab.ts';

// A takeover is taken back whose money was joined into this wallet: what came leaves again as far as the other wallet's copies hold it.

const { world, sandbox, url, funded } = await takeoverLab();
const far = await openEconomy(world, { syncProviders: [] });
afterAll(() => far.close());
const DAY_MS = 24 * 60 * 60_000;
const restored = async (text: string): Promise<Installation> => restoredIn(world, text);
/** All money of an installation, as a word of what was taken back names it. */
const namesIn = ({ store }: Installation): readonly string[] => [
  ...(['withdrawal', 'reserve', 'refresh', 'purchase'] as const)
    .flatMap((kind) => store.entries(kind))
    .map(({ kind, id }) => goneName(kind, id)),
  ...store
    .entries('withdrawal')
    .flatMap(({ value }) => Object.keys(value.batches))
    .map((seed) => goneName('refresh', seed)),
];

describe('a wallet whose money was joined into this one', () => {
  const totals = ({ wallet }: Installation): readonly string[] => wallet.balances().map(({ total }) => total);

  it('keeps what was paid over to this wallet, and says so: nobody else could bring it back', async () => {
    const one = await funded('KUDOS:6', [url(0)]);
    const [text, theirs] = [recoveryText(one), totals(one)];
    await one.backup.abandon();
    const two = await funded('KUDOS:5', [url(1)]);
    mustOk(await takeOver(two, { recoveryText: text }), 'taken');
    await settle(two);
    const money = unitsOf(two);
    const before = content(two);
    const refused = { ok: false, error: { kind: 'undo-nothing', there: theirs } };
    expect(await two.backup.previewUndo(lastStep(two))).toEqual(refused);
    expect(await two.backup.undo(lastStep(two))).toEqual(refused);
    expect([unitsOf(two), content(two)]).toEqual([money, before]);
  });

  it('gives back what was not paid over yet: it leaves this wallet, its own sheet brings it back, and what is ours stays', async () => {
    const one = await funded('KUDOS:6', [url(0)]);
    await withdraw(one, far, 'KUDOS:4');
    await outcomes(one);
    const text = recoveryText(one);
    const [atFar] = one.wallet.balances().filter(({ exchange }) => exchange === far.exchanges[0]?.baseUrl);
    await one.backup.abandon();
    const two = await funded('KUDOS:5', [url(1)]);
    const root = openSecret(two.store.local.rootSecret() ?? expect.fail('no secret'));
    // One issuer does not answer, so that its money is not paid over; the other one's is.
    far.exchanges[0]?.faults.always({}, { status: 503 });
    mustOk(await takeOver(two, { recoveryText: text }), 'taken');
    await two.wallet.run();
    await outcomes(two);
    const money = unitsOf(two);
    const others = two.wallet.balances().filter(({ exchange }) => exchange !== atFar?.exchange);
    const before = content(two);
    const { said } = mustOk(await two.backup.previewUndo(lastStep(two)), 'preview');
    expect(content(two)).toBe(before);
    expect(said[0]).toMatchObject({ kind: 'returns', facts: { sums: [atFar?.total] } });
    expect(kinds(said)).toEqual(['returns', 'stays', 'told']);
    expect((await undo(two)).said).toEqual([{ kind: 'returned', facts: { sums: [atFar?.total] } }]);
    expect(two.wallet.balances()).toEqual(others);
    expect(openSecret(two.store.local.rootSecret() ?? expect.fail('no secret'))).toEqual(root);
    expect(two.store.local.mark('reissue-agreed')).toBeUndefined();
    expect(two.store.local.mark('taken-over-wallets')).toBeUndefined();
    expect(two.store.entries('exchange').map(({ value }) => value.base_url)).not.toContain(atFar?.exchange);
    expectSumsAgree(two);
    // Nothing of it comes back by the places, and nothing of it is paid over any more.
    far.exchanges[0]?.faults.clear();
    await outcomes(two);
    await settle(two);
    await two.backup.run();
    await settle(two);
    expect(two.wallet.balances()).toEqual(others);
    expect(kinds(two.backup.undoSteps().steps.map(({ why }) => ({ kind: why })))).toEqual([]);
    const three = install(world);
    expect(await takeOver(three, { recoveryText: text, evenIfNotAbandoned: true })).toMatchObject({ ok: true });
    await settle(three);
    expect(three.wallet.balances().find(({ exchange }) => exchange === atFar?.exchange)?.total).toBe(atFar?.total);
    const four = await restored(recoveryText(two));
    expect(unitsOf(four)).toBe(unitsOf(two));
    expect(unitsOf(two)).toBeLessThan(money);
  });

  it('waits until the places hold that it is taken back; another device that had heard keeps it, and does not bring it back', async () => {
    const one = install(world);
    await withdraw(one, far, 'KUDOS:4');
    mustOk(await one.backup.addProvider({ target: url(0), consent: true, maxFee: 'KUDOS:0' }), 'added');
    await outcomes(one);
    const [text, theirs] = [recoveryText(one), unitsOf(one)];
    const two = await funded('KUDOS:5', [url(1)]);
    const ours = unitsOf(two);
    far.exchanges[0]?.faults.always({}, { status: 503 });
    mustOk(await takeOver(two, { recoveryText: text, evenIfNotAbandoned: true }), 'taken');
    await outcomes(two);
    expect(unitsOf(two)).toBe(ours + theirs);
    const three = install(world);
    mustOk(await three.backup.restore(recoveryText(two)), 'restored');
    await outcomes(two);
    expect(standing(two)).toBe('superseded');
    mustOk(await two.backup.keepDevice(), 'kept');
    sandbox.syncProviders[1]?.faults.always({ path: '/backups' }, { status: 503 });
    expect(await undo(two)).toEqual({ state: 'going-on', said: [{ kind: 'goes-on', facts: {} }] });
    expect([unitsOf(two), two.backup.undoSteps().steps[0]?.underWay]).toEqual([ours + theirs, true]);
    await two.backup.run();
    expect(unitsOf(two)).toBe(ours + theirs);
    sandbox.syncProviders[1]?.faults.clear();
    await outcomes(two);
    await two.backup.run();
    expect([unitsOf(two), two.backup.undoSteps().steps]).toEqual([ours, []]);
    await outcomes(two);
    far.exchanges[0]?.faults.clear();
    await outcomes(three);
    expect(standing(three)).toBe('superseded');
    // Nobody's word in a copy takes money away: it stays there, unless its person pays it over. Here it does not come back, after months either.
    expect(unitsOf(three)).toBe(ours + theirs);
    mustOk(await three.backup.keepDevice(), 'kept');
    await three.wallet.run();
    await outcomes(three);
    await outcomes(two);
    expect([standing(two), unitsOf(two), unitsOf(three)]).toEqual(['superseded', ours, ours + theirs]);
    world.move(40 * DAY_MS);
    await outcomes(three);
    await outcomes(two);
    expect([unitsOf(two), unitsOf(three)]).toEqual([ours, ours + theirs]);
    expectSumsAgree(two);
    expectSumsAgree(three);
    // Who brings that wallet here once more means it.
    mustOk(await takeOver(three, { recoveryText: text, evenIfNotAbandoned: true }), 'taken');
    await outcomes(three);
    await outcomes(two);
    await settle(three);
    expect([unitsOf(two), unitsOf(three)].every((units) => units > ours)).toBe(true);
    expectSumsAgree(three);
  });

  it('buries nothing of ours when somebody with our sheet writes other names under the same word', async () => {
    const one = install(world);
    await withdraw(one, far, 'KUDOS:4');
    mustOk(await one.backup.addProvider({ target: url(0), consent: true, maxFee: 'KUDOS:0' }), 'added');
    await outcomes(one);
    const two = await funded('KUDOS:5', [url(1)]);
    const ours = unitsOf(two);
    far.exchanges[0]?.faults.always({}, { status: 503 });
    mustOk(await takeOver(two, { recoveryText: recoveryText(one), evenIfNotAbandoned: true }), 'taken');
    await undo(two);
    far.exchanges[0]?.faults.clear();
    await outcomes(two);
    const thief = await restored(recoveryText(two));
    const [told] = thief.store.entries('setting').filter(({ id }) => id.startsWith('taken-back '));
    const names = namesIn(thief);
    thief.store.transaction((tx) =>
      tx.put('setting', told?.id ?? expect.fail('nothing told'), { value: { at: world.now(), done: true, names } }),
    );
    await outcomes(thief);
    await outcomes(two);
    expect(unitsOf(two)).toBe(ours);
    // Nor does its own word count again when it is written once more.
    expect(two.store.local.mark('taken-back')).toBeUndefined();
  });

  it('loses nothing to somebody with our sheet who leads, calls our coins another wallet’s, and says they were taken back', async () => {
    const two = await funded('KUDOS:5', [url(1)]);
    const ours = unitsOf(two);
    const thief = await restored(recoveryText(two));
    thief.store.transaction((tx) => {
      for (const { id, value } of tx.entries('withdrawal')) {
        const batches = Object.entries(value.batches).map(([seed, facts]) => [seed, { ...facts, outside: 'joined' }]);
        tx.put('withdrawal', id, { ...value, batches: Object.fromEntries(batches) as typeof value.batches });
      }
      for (const { id, value } of tx.entries('refresh')) tx.put('refresh', id, { ...value, outside: 'joined' });
      tx.put('setting', 'taken-back 5-0', { value: { at: world.now(), done: true, names: namesIn(thief) } });
    });
    await outcomes(thief);
    await outcomes(two);
    expect(standing(two)).toBe('superseded');
    expect(unitsOf(two)).toBe(ours);
    mustOk(await two.backup.keepDevice(), 'kept');
    await two.wallet.run();
    expect(unitsOf(two)).toBe(ours);
    expectSumsAgree(two);
  });

  it('is kept where none of the other wallet’s places gives a copy any more', async () => {
    const one = install(world);
    await withdraw(one, far, 'KUDOS:4');
    mustOk(await one.backup.addProvider({ target: url(0), consent: true, maxFee: 'KUDOS:0' }), 'added');
    await outcomes(one);
    const text = recoveryText(one);
    const two = await funded('KUDOS:5', [url(1)]);
    far.exchanges[0]?.faults.always({}, { status: 503 });
    mustOk(await takeOver(two, { recoveryText: text, evenIfNotAbandoned: true }), 'taken');
    await two.wallet.run();
    const before = content(two);
    sandbox.syncProviders[0]?.faults.always({ path: '/backups' }, { status: 503 });
    const refused = await two.backup.undo(lastStep(two));
    sandbox.syncProviders[0]?.faults.clear();
    far.exchanges[0]?.faults.clear();
    expect(refused).toMatchObject({ ok: false, error: { kind: 'undo-unheard' } });
    expect(content(two)).toBe(before);
  });
});
