// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, it } from 'vitest';
import { mustOk } from '../../shared/result.ts';
import { install, recoveryText } from '../support/backup-rig.ts';
import { emptyLab, settle, takeAll, unitsOf } from './empty-lab.ts';

// What came to a wallet since it last looked does not stay behind when the wallet is left because it is empty.

const { world, sandbox, funded, look } = await emptyLab();
const exchange = sandbox.exchanges[0]?.baseUrl ?? '';

it.each([
  ['to a withdrawal that was given up', true],
  ['once more to one that is done', false],
] as const)('a transfer that came %s keeps the wallet from being left', async (_to, given) => {
  const one = await funded('KUDOS:4');
  const sheet = recoveryText(one);
  const asked = await one.wallet.withdrawManual({ exchange, amount: 'KUDOS:1' });
  const { id, payto } = mustOk(asked, 'withdrawal');
  if (given) mustOk(await one.wallet.abort(id), 'given up');
  else {
    mustOk(sandbox.bank.transferToReserve(payto), 'transfer');
    await settle(one);
  }
  // The phone has all of it, and the wallet has nothing to wait for.
  await one.wallet.run();
  const phone = install(world);
  await takeAll(phone, mustOk(await one.backup.empty('everything'), 'empty'));
  expect(await look(one)).toMatchObject({ state: 'ready' });
  mustOk(sandbox.bank.transferToReserve(payto), 'transfer');
  const finished = await one.backup.finishEmptying();
  expect(finished).toMatchObject({ ok: false, error: { kind: 'not-empty' } });
  await settle(one);
  await takeAll(phone, mustOk(await one.backup.empty('the rest'), 'empty'));
  expect(await look(one)).toMatchObject({ state: 'ready' });
  mustOk(await one.backup.finishEmptying(), 'finished');
  const again = install(world);
  mustOk(await again.backup.restore(sheet), 'restore');
  await again.wallet.run();
  expect(unitsOf(again)).toBeLessThan(10_000_000n);
});
