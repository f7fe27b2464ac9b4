// SPDX-License-Identifier: GPL-3.0-or-later
import { expect } from 'vitest';
import { contentToJson } from '../../electron/state/content.ts';
import { mustOk } from '../../shared/result.ts';
import { backedUp, expectProtected } from './fail-nth-backup-flows.ts';
import type { Flow } from './fail-nth-cases.ts';
import { openDevice } from './fail-nth-lab.ts';

/** The sheet is tried; whatever goes wrong meanwhile, no entry is another afterwards, and the next try passes. */
export const drillBySheet: Flow = {
  name: 'drill',
  prepare: async (lab) => {
    const device = await backedUp(lab, 'KUDOS:0.74');
    const source = openDevice(lab, device);
    const text = mustOk(source.backup.recoveryText(), 'text');
    const whole = contentToJson(source.store.snapshot());
    return {
      device,
      act: async (open) => {
        mustOk(await open.backup.drill(text), 'drill');
      },
      check: (open) => {
        expect(contentToJson(open.store.snapshot())).toBe(whole);
        expect(open.backup.status().drill).toMatchObject({ verdict: 'passed', lacking: [] });
        expectProtected(open, lab);
      },
    };
  },
};
