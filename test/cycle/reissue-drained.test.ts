// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, it } from 'vitest';
import type { World } from '../../electron/world.ts';
import { mustOk } from '../../shared/result.ts';
import { install, outcomes, recoveryText } from '../support/backup-rig.ts';
import { expectSumsAgree, settle, takeOver, takeoverLab, unitsOf } from './takeover-lab.ts';

// Money that was paid to ourselves lies in its reserve, and somebody who has our copies draws it first.

const { world, url, funded } = await takeoverLab();

it('what somebody else drew from a reserve of ours is told as that, and not as a fee', async () => {
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
  const before = unitsOf(one);
  // Lines of one second stand in no certain order.
  const line = one.wallet.history().find(({ title }) => title?.kind === 'reissue');
  expect(line).toMatchObject({ type: 'refresh', state: 'pending', title: { kind: 'reissue' }, fees: 'KUDOS:0.01' });
  const sum = line?.amount ?? '';

  const thief = install(world);
  mustOk(await thief.backup.restore(recoveryText(one)), 'theft');
  await world.hurry(thief.wallet.run({ untilDone: true, timeoutMs: 5_000 }));
  isOpen = true;
  world.move(3_600_000);
  await settle(one);
  expect(unitsOf(one)).toBe(before - 498_000_000n);
  expect(one.wallet.balances()).toMatchObject([{ incoming: 'KUDOS:0' }]);
  expect(one.wallet.history().find(({ id }) => id === line?.id)).toMatchObject({
    type: 'spent-elsewhere',
    state: 'done',
    amount: sum,
    fees: 'KUDOS:0.01',
    effect: 'KUDOS:-4.99',
    title: { kind: 'drawn-by-others', facts: {} },
  });
  expectSumsAgree(one);
});
