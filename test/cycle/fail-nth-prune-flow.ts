// SPDX-License-Identifier: GPL-3.0-or-later
import { expect } from 'vitest';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import type { DenominationSpec } from '../../electron/sandbox/exchange/denomination-specs.ts';
import type { Flow } from './fail-nth-cases.ts';
import { fundedDevice } from './fail-nth-flows.ts';
import { openDevice, rest, totalUnits, type Lab, type Open } from './fail-nth-lab.ts';

const DAY = 24 * 3_600_000;

/** Coins that are renewed some times before anything of them may leave. */
export const SHORT_LIVED: readonly DenominationSpec[] = ['0.1', '0.5', '2'].map((value) => ({
  value,
  withdrawMs: 100 * DAY,
  depositMs: 300 * DAY,
}));

/** A week later; as if what is over had just been looked for, so that it is all still here at the end. */
const weekLater = async (lab: Lab, open: Open): Promise<void> => {
  lab.world.move(7 * DAY);
  open.store.transaction((tx) => tx.local.setMark('prune-due', lab.world.now() + DAY / 2));
  await open.wallet.run();
  await rest(open);
};

/** Years after a payment: what was spent leaves, and what was renewed from it must still be derived. */
export const pruning: Flow = {
  name: 'what is over leaves',
  prepare: async (lab) => {
    const device = await fundedDevice(lab, 'KUDOS:2.6');
    const open = openDevice(lab, device);
    const order = await lab.sandbox.merchant.createOrder({
      amount: 'KUDOS:1.1',
      summary: 'a lamp',
      refundWithinMs: 3_600_000,
    });
    const { purchaseId } = mustOk(await open.wallet.preparePay(order.talerPayUri), 'offer');
    mustOk(await open.wallet.confirmPay(purchaseId), 'payment');
    await rest(open);
    for (let weeks = 0; weeks < 150; weeks++) await weekLater(lab, open);
    expect(open.store.entries('gone')).toEqual([]);
    const before = totalUnits(open.wallet);
    // Seeds of before will have left; what is sent from now on is looked at.
    device.log.forgetAfter(0);
    let moved = false;
    return {
      device,
      beginningLeft: true,
      anew: () => {
        moved = false;
      },
      act: async (again) => {
        if (!moved) lab.world.move(DAY);
        moved = true;
        await rest(again);
        await again.wallet.run();
      },
      check: (again) => {
        expect(again.store.entries('gone').length).toBeGreaterThan(0);
        expect(again.store.entries('purchase')).toEqual([]);
        expect(again.wallet.history().find(({ id }) => id === purchaseId)).toMatchObject({
          type: 'payment',
          amount: 'KUDOS:1.1',
        });
        expect(amount('KUDOS:1.5').units).toBe(before);
        expect(totalUnits(again.wallet)).toBe(before);
      },
    };
  },
};
