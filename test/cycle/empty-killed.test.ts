// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { install, type Installation } from '../support/backup-rig.ts';
import { DEATHS, dies, doomed, restarted } from '../support/doomed.ts';
import { stride } from '../support/seed.ts';
import { emptyLab, expectSumsAgree, settle, sum, takeAll, unitsOf } from './empty-lab.ts';

const { world, funded } = await emptyLab();
const STEPS = stride(5);

describe('killed at every step of emptying', () => {
  it.each(DEATHS)(
    '%s, %s: every coin is here, in a purse, or with the receiver; a restart finishes it',
    async (step, place) => {
      let n = STEPS.first;
      for (; n < 120; n += STEPS.by) {
        const data = await funded('KUDOS:1.2');
        const whole = unitsOf(data);
        const phone = install(world);
        const flow = async (one: Installation): Promise<void> => {
          const begun = one.backup.emptyStatus();
          if (begun.state !== 'ready' && begun.state !== 'leaving') {
            const view = await one.backup.empty('everything');
            if (view.ok) await takeAll(phone, view.value);
            world.move(60_000);
            await one.wallet.run();
          }
          await one.backup.finishEmptying();
        };
        const dying = doomed(data, step, place, n);
        const died = await dies(dying, () => flow(dying));
        const again = restarted(data);
        expectSumsAgree(again);
        for (let round = 0; round < 6 && again.backup.emptied() === undefined; round += 1) {
          world.move(5 * 60_000);
          await again.wallet.run();
          await takeAll(phone, again.backup.emptyStatus());
          world.move(60_000);
          await again.wallet.run();
          await flow(again);
        }
        const facts = again.backup.emptied();
        expect(facts, `n = ${n}`).toBeDefined();
        expect(again.backup.state()).toBe('uninitialized');
        expect(unitsOf(again), `n = ${n}`).toBe(0n);
        await settle(phone);
        const received = sum(
          phone.wallet
            .history()
            .filter(({ type }) => type === 'peer-received')
            .map((line) => line.amount),
        );
        expect(received, `n = ${n}`).toBe(sum(facts?.totals ?? []));
        expect(received + sum(facts?.fees ?? []), `n = ${n}`).toBe(whole);
        if (!died) break;
      }
      expect(n).toBeGreaterThan(6);
      expect(n).toBeLessThan(120);
    },
    240_000,
  );
});
