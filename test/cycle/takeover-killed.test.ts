// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { install, recoveryText } from '../support/backup-rig.ts';
import { DEATHS, dies, doomed, restarted } from '../support/doomed.ts';
import { stride } from '../support/seed.ts';
import { expectSumsAgree, feesOf, settle, takeoverLab, unitsOf, takeOver } from './takeover-lab.ts';

const { world, url, funded } = await takeoverLab();

const STEPS = stride(13);

describe('killed at every step of a takeover into a wallet with a backup', () => {
  it.each(DEATHS)(
    '%s, %s: nothing happened and it can be done again, or it finishes; every coin is in one place',
    async (step, place) => {
      let n = STEPS.first;
      for (; n < 120; n += STEPS.by) {
        const one = await funded('KUDOS:1', [url(0)]);
        const text = recoveryText(one);
        await one.backup.abandon();
        const data = await funded('KUDOS:1', [url(1)]);
        const whole = unitsOf(one) + unitsOf(data);
        const dying = doomed(data, step, place, n);
        const died = await dies(dying, () => takeOver(dying, { recoveryText: text }));
        const again = restarted(data);
        if (again.store.local.undoCopies().length === 0)
          expect(await takeOver(again, { recoveryText: text }), `n = ${n}`).toMatchObject({ ok: true });
        for (let round = 0; round < 3; round += 1) {
          world.move(3600_000);
          await settle(again);
          await again.backup.run();
        }
        expect(unitsOf(again) + feesOf(again), `n = ${n}`).toBe(whole);
        expect(again.store.local.mark('taken-over-wallets'), `n = ${n}`).toBeUndefined();
        expect(again.wallet.history().filter(({ type }) => type === 'spent-elsewhere')).toEqual([]);
        expectSumsAgree(again);
        expect(await install(world).backup.takeover({ recoveryText: text }), `n = ${n}`).toMatchObject({
          error: { status: 'taken-over' },
        });
        if (!died) break;
      }
      expect(n).toBeGreaterThan(3);
      expect(n).toBeLessThan(120);
    },
    240_000,
  );
});
