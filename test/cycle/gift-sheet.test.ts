// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, it } from 'vitest';
import { english } from '../support/english.ts';
import { explainBackupFailure } from '../../electron/backup/failure/explain.ts';
import { install, recoveryText, withdraw, type Installation } from '../support/backup-rig.ts';
import { content, settle, takeoverLab, unitsOf } from './takeover-lab.ts';

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
  expect(await one.backup.restore(recoveryText(stranger))).toEqual({
    ok: false,
    error: { kind: 'money-here', here: [] },
  });
});
