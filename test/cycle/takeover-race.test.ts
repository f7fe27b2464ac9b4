// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, it } from 'vitest';
import type { World } from '../../electron/world.ts';
import { mustOk } from '../../shared/result.ts';
import { add, install, recoveryText } from '../support/backup-rig.ts';
import { expectSumsAgree, settle, takeOver, takeoverLab, units, unitsOf } from './takeover-lab.ts';

// Whoever kept the old sheet may be faster until the money has been paid over. What he gets is told, and the rest is out of
// his reach when the takeover has answered, before his own copies say that anything has happened.

const { world, sandbox, url, funded } = await takeoverLab();
const exchange = sandbox.exchanges[0]?.baseUrl ?? '';

it.each([
  ['before the coins are looked at', /\/coins\/[^/]+\/history/, true],
  ['before the purse is made', /\/purses\/[^/]+\/create/, true],
  ['before the purse is merged', /\/purses\/[^/]+\/merge/, false],
  ['after that', /\/batch-withdraw|\/withdraw$/, false],
] as const)('a thief who strikes %s', async (_when, path, gets) => {
  const stranger = await funded('KUDOS:8', [url(0)]);
  const sheet = recoveryText(stranger);
  const thief = install(world);
  expect(await thief.backup.restore(sheet)).toMatchObject({ ok: true });
  const theirs = unitsOf(stranger);
  let strikes = 0;
  let stolen: boolean | undefined;
  let armed = false;
  const http: World['http'] = async (input, init) => {
    const address = new URL(input instanceof Request ? input.url : input);
    if (armed && strikes === 0 && address.href.startsWith(exchange) && path.test(address.pathname)) {
      strikes += 1;
      const sent = await thief.wallet.peer.send({ amount: 'KUDOS:2', summary: 'mine', expiresHours: 24, exchange });
      stolen = sent.ok && thief.wallet.peer.list().some(({ state }) => state === 'waiting');
    }
    return world.http(input, init);
  };
  const one = install({ ...world, http });
  await one.wallet.addExchange(exchange);
  await add(one, url(1));
  armed = true;
  const taken = mustOk(await takeOver(one, { recoveryText: sheet, evenIfNotAbandoned: true }), 'takeover');
  const said = new Map(taken.said.map((each) => [each.kind, each.facts as { readonly sums?: readonly string[] }]));
  if (gets) {
    // One coin of a payment ended it: what is gone is named, and the rest went into another purse at once, without a renewal or a question.
    expect([stolen, said.get('taken-meanwhile')?.sums]).toEqual([true, ['KUDOS:2.01']]);
    expect(said.get('paid-over')).toBeUndefined();
    expect(said.get('paid-over-done')?.sums).toHaveLength(1);
    expect(units(said.get('paid-over-done')?.sums?.[0] ?? 'KUDOS:0')).toBeGreaterThan(theirs - 220_000_000n);
    await settle(one);
    await thief.wallet.run();
    await thief.wallet.auditCoins();
    expect(unitsOf(thief)).toBe(0n);
    expect(unitsOf(one)).toBeGreaterThan(theirs - 230_000_000n);
    expect(one.store.entries('refresh').filter(({ value }) => value.reason !== 'change')).toEqual([]);
  } else {
    expect([said.get('taken-meanwhile'), said.get('paid-over')]).toEqual([undefined, undefined]);
    expect(said.get('paid-over-done')?.sums).toEqual(['KUDOS:7.94']);
    await thief.wallet.run();
    await thief.wallet.auditCoins();
    expect(unitsOf(thief)).toBe(0n);
    await settle(one);
    expect(unitsOf(one)).toBeGreaterThan(theirs - 20_000_000n);
  }
  expect(strikes).toBeLessThanOrEqual(1);
  expectSumsAgree(one);
});

it('a thief who takes one coin before every purse only gets what he is fast enough for', async () => {
  const stranger = await funded('KUDOS:8', [url(0)]);
  const sheet = recoveryText(stranger);
  const thief = install(world);
  expect(await thief.backup.restore(sheet)).toMatchObject({ ok: true });
  const theirs = unitsOf(stranger);
  let armed = false;
  let purses = 0;
  const http: World['http'] = async (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    if (armed && /\/purses\/[^/]+\/create/.test(pathname)) {
      purses += 1;
      if (purses <= 3)
        await thief.wallet.peer.send({ amount: 'KUDOS:0.5', summary: 'mine', expiresHours: 24, exchange });
    }
    return world.http(input, init);
  };
  const one = install({ ...world, http });
  await one.wallet.addExchange(exchange);
  await add(one, url(1));
  armed = true;
  const taken = mustOk(await takeOver(one, { recoveryText: sheet, evenIfNotAbandoned: true }), 'takeover');
  await settle(one);
  const stolen = thief.wallet.peer.list().filter(({ state }) => state === 'waiting').length;
  expect([stolen, purses]).toEqual([3, 4]);
  expect(taken.said.some(({ kind }) => kind === 'paid-over')).toBe(false);
  expect(unitsOf(one)).toBeGreaterThan(theirs - 170_000_000n);
  await thief.wallet.run();
  await thief.wallet.auditCoins();
  expect(thief.wallet.balances()[0]).toMatchObject({ available: 'KUDOS:0' });
  expectSumsAgree(one);
});
