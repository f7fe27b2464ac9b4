// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { mustOk } from '../../shared/result.ts';
import { install, type Installation } from '../support/backup-rig.ts';
import { agreeToRenewals } from '../support/renewals.ts';
import { theirWithdrawal } from '../support/their-wallet.ts';
import { bringIn, broughtLab } from './brought-lab.ts';
import { expectSumsAgree, feesOf, settle, unitsOf } from './takeover-lab.ts';

// The other program's money lies at exchanges of its own time; what it had begun at a bank goes on there.

describe.each(['v14', 'v17'] as const)('at an exchange of %s', (generation) => {
  it('everything comes, is finished, and can be spent', async () => {
    const { world, sandbox, exchange, theirs, pay } = await broughtLab(generation);
    const settled = async (one: Installation): Promise<void> => {
      for (const _round of [0, 1]) {
        await world.hurry(one.wallet.run({ untilDone: true, timeoutMs: 20_000 }));
        await agreeToRenewals(one.wallet);
      }
      await world.hurry(settle(one));
      expectSumsAgree(one);
    };
    const them = await theirs(generation, 'KUDOS:6');
    await pay(them.one, 'KUDOS:1.5', { refundWithinMs: 3_600_000 });
    await settled(them.one);
    const begun = theirWithdrawal(them.one, exchange.baseUrl, [{ value: 'KUDOS:1', count: 2 }]);
    const content = them.content();
    content.withdrawal_groups.push(begun.record);
    const link = await them.keep(content);
    const money = unitsOf(them.one);
    const two = install(world);
    const report = mustOk(await bringIn(two, { given: link }), 'import');
    expect(report.bad).toEqual([]);
    await two.wallet.run();
    mustOk(sandbox.bank.transferToReserve(begun.reserve, begun.sum), 'transfer');
    await settled(two);
    expect(unitsOf(two) + feesOf(two)).toBe(money + 200_000_000n);
    await pay(two, 'KUDOS:6', { refundWithinMs: 3_600_000 });
    await settled(two);
  });
});

describe('a withdrawal that was begun at a bank', () => {
  it.each(['not yet registered', 'registered', 'confirmed'])('%s', async (state) => {
    const { world, sandbox, exchange, theirs } = await broughtLab();
    const them = await theirs('at a bank', 'KUDOS:1');
    const begun = theirWithdrawal(them.one, exchange.baseUrl, [{ value: 'KUDOS:1', count: 2 }]);
    const operation = await sandbox.bank.createWithdrawal(begun.sum);
    const at = { t_s: Math.floor(world.now() / 1000) };
    const content = them.content();
    content.withdrawal_groups.push({
      ...begun.record,
      info: {
        type: 'bank-integrated',
        taler_withdraw_uri: operation.talerUri,
        exchange_payto_uri: exchange.accountPayto,
        ...(state === 'not yet registered' ? {} : { timestamp_reserve_info_posted: at }),
        ...(state === 'confirmed' ? { timestamp_bank_confirmed: at } : {}),
      },
    });
    if (state !== 'not yet registered') {
      const answer = await world.http(`${sandbox.bank.integrationBaseUrl}withdrawal-operation/${operation.id}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ reserve_pub: begun.reserve, selected_exchange: exchange.accountPayto }),
      });
      expect(answer.ok).toBe(true);
    }
    const link = await them.keep(content);
    if (state === 'confirmed') await operation.confirm();
    const two = install(world);
    mustOk(await bringIn(two, { given: link }), 'import');
    await two.wallet.run();
    if (state !== 'confirmed') await operation.confirm();
    await world.hurry(two.wallet.run({ untilDone: true, timeoutMs: 20_000 }));
    await agreeToRenewals(two.wallet);
    await world.hurry(settle(two));
    expectSumsAgree(two);
    expect(unitsOf(two) + feesOf(two)).toBe(unitsOf(them.one) + 200_000_000n);
  });
});
