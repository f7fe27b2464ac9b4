// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import type { World } from '../../electron/world.ts';
import { mustOk } from '../../shared/result.ts';
import { add, install, outcomes, recoveryText, type Installation } from '../support/backup-rig.ts';
import { agreeToRenewals } from '../support/renewals.ts';
import { seedsUnder } from '../support/stored-seeds.ts';
import { expectSumsAgree, settle, takeOver, takeoverLab, unitsOf } from './takeover-lab.ts';

// Whoever saw the sheet has restored by it, and strikes while the new secret is being made. Until a payment to ourselves has gone
// through he may be faster, and then it is told; afterwards nothing of ours is in any copy of his.

const { world, sandbox, url, funded } = await takeoverLab();
const exchange = sandbox.exchanges[0]?.baseUrl ?? '';

/** The wallet of the funded device, whose requests are listened to. */
const seenBy = async (
  hear: (path: string, thief: Installation) => Promise<void>,
): Promise<{ one: Installation; thief: Installation }> => {
  const thieves: Installation[] = [];
  const http: World['http'] = async (input, init) => {
    if (thieves[0]) await hear(new URL(input instanceof Request ? input.url : input).pathname, thieves[0]);
    return world.http(input, init);
  };
  const source = await funded('KUDOS:8', [url(0)]);
  const sheet = recoveryText(source);
  const one = install({ ...world, http }, { gated: true });
  mustOk(await one.backup.restore(sheet), 'restore');
  await agreeToRenewals(one.wallet);
  await settle(one);
  await add(one, url(2));
  await outcomes(one);
  const thief = install(world);
  mustOk(await thief.backup.restore(recoveryText(one)), 'theft');
  thieves.push(thief);
  return { one, thief };
};

/** He looks at everything his copies lead to, and follows every link. */
const robs = async (thief: Installation): Promise<bigint> => {
  for (let look = 0; look < 2; look += 1) {
    world.move(3_600_000);
    await thief.backup.run();
    await thief.wallet.run();
    await thief.wallet.auditCoins({}, 'find');
  }
  return thief.wallet.balances().reduce((sum, { available }) => sum + BigInt(available.endsWith(':0') ? 0 : 1), 0n);
};

const rekey = async (one: Installation): Promise<void> => {
  const quote = mustOk(await one.backup.rekeyQuote(), 'quote');
  mustOk(await one.backup.rekey(quote.total), 'rekey');
};

describe.each([
  ['while the new accounts are paid', /\/backups\//, true],
  ['before the coins are looked at', /\/coins\/[^/]+\/history/, true],
  ['before the purse is made', /\/purses\/[^/]+\/create/, true],
  ['before the purse is merged', /\/purses\/[^/]+\/merge/, false],
  ['after that', /\/batch-withdraw|\/withdraw$/, false],
] as const)('a thief who strikes %s', (_when, path, gets) => {
  it('gets what he was faster with, which is told, and nothing else', async () => {
    let armed = false;
    let stolen = false;
    const { one, thief } = await seenBy(async (asked, him) => {
      if (!armed || !path.test(asked)) return;
      armed = false;
      const sent = await him.wallet.peer.send({ amount: 'KUDOS:2', summary: 'mine', expiresHours: 24, exchange });
      stolen = sent.ok && him.wallet.peer.list().some(({ state }) => state === 'waiting');
    });
    const old = one.store.local.rootSecret();
    const before = unitsOf(one);
    armed = true;
    // He leads: whoever restores last does. A new secret puts that right.
    await rekey(one);
    await settle(one);
    await one.backup.goOnWithRekey();
    const view = one.backup.rekeying();
    expect([stolen, view?.step]).toEqual([gets, 'sheet']);
    const taken = view?.said.find(({ kind }) => kind === 'taken');
    if (gets) expect(taken?.facts).toMatchObject({ sums: [expect.stringMatching(/^KUDOS:2/)] });
    else expect(taken).toBeUndefined();
    expect(unitsOf(one)).toBeGreaterThan(before - (gets ? 250_000_000n : 45_000_000n));
    expectSumsAgree(one);
    expect(await robs(thief)).toBe(0n);
    const known = await seedsUnder(sandbox, old);
    const now = one.store.entries('withdrawal').flatMap(({ value }) => Object.values(value.batches));
    const fresh = new Set(one.store.coins({ status: 'fresh' }).map(({ value }) => value.source_id));
    const ours = one.store.entries('withdrawal').filter(({ id }) => fresh.has(id));
    expect(ours.length).toBeGreaterThan(0);
    expect(now.length).toBeGreaterThan(ours.length);
    for (const { value } of ours)
      for (const { seed } of Object.values(value.batches)) expect(known.has(seed)).toBe(false);
  });
});

it('what a thief has made into coins of his own is found by link, and moved as long as he has not spent it', async () => {
  const { one, thief } = await seenBy(async () => undefined);
  const before = unitsOf(one);
  expect(thief.wallet.renewCoins()).toBeGreaterThan(0);
  await world.hurry(thief.wallet.run({ untilDone: true, timeoutMs: 10_000 }));
  await world.hurry(rekey(one));
  await world.hurry(settle(one));
  await one.backup.goOnWithRekey();
  expect(unitsOf(one)).toBeGreaterThan(before - 80_000_000n);
  expect(await robs(thief)).toBe(0n);
  expectSumsAgree(one);
});

it('what lies in a reserve of before is drawn here before the old sheet counts as worth nothing', async () => {
  const other = await funded('KUDOS:5', [url(1)]);
  let isOpen = true;
  const http: World['http'] = async (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    return isOpen || !/\/(?:reserves\/|batch-withdraw$|withdraw$)/.test(pathname)
      ? world.http(input, init)
      : Promise.reject(new TypeError('nobody there'));
  };
  const one = install({ ...world, http });
  mustOk(await one.backup.restore(recoveryText(await funded('KUDOS:8', [url(0)]))), 'restore');
  await settle(one);
  isOpen = false;
  mustOk(await takeOver(one, { recoveryText: recoveryText(other), evenIfNotAbandoned: true }), 'takeover');
  await outcomes(one);
  const thief = install(world);
  const sheet = recoveryText(one);
  await rekey(one);
  expect(one.backup.rekeying()).toMatchObject({
    step: 'money',
    said: [{ kind: 'moving', facts: { issuers: [new URL(exchange).host] } }],
  });
  isOpen = true;
  world.move(3_600_000);
  await settle(one);
  await one.backup.goOnWithRekey();
  expect(one.backup.rekeying()?.step).toBe('sheet');
  mustOk(await thief.backup.restore(sheet), 'theft');
  expect(await robs(thief)).toBe(0n);
  expectSumsAgree(one);
});
