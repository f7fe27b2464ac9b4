// SPDX-License-Identifier: GPL-3.0-or-later
import { expect } from 'vitest';
import { contentToJson } from '../../electron/state/content.ts';
import { mustOk } from '../../shared/result.ts';
import { backedUp, cycle, expectProtected } from './fail-nth-backup-flows.ts';
import type { Flow } from './fail-nth-cases.ts';
import { newDevice, openDevice, totalUnits, type Lab, type Open } from './fail-nth-lab.ts';
import { takeOver } from './takeover-lab.ts';

// A restore, and a takeover whose money was not paid over yet, are undone.

const LATER_MS = 30 * 60_000;

/** Undone again until it has happened; what has begun goes on by itself. */
const undoOnce = async (lab: Lab, open: Open): Promise<void> => {
  const [step] = open.backup.undoSteps().steps;
  if (step !== undefined && !step.underWay) {
    const undone = await open.backup.undo(step.number);
    if (!undone.ok && undone.error.kind !== 'not-stored') throw new Error(undone.error.kind);
  }
  for (let turn = 0; turn < 3 && open.backup.undoSteps().steps.length > 0; turn += 1) {
    // A place that failed is asked again later.
    lab.world.move(LATER_MS);
    await open.backup.run();
  }
  if (open.backup.undoSteps().steps.length > 0) throw new Error('not undone');
};

/** The wallet that came back leaves again, and whoever has its sheet still finds all of it. */
export const undoRestore: Flow = {
  name: 'undo a restore',
  prepare: async (lab) => {
    const source = openDevice(lab, await backedUp(lab, 'KUDOS:0.74'));
    const [text, money] = [mustOk(source.backup.recoveryText(), 'text'), totalUnits(source.wallet)];
    const device = newDevice();
    const target = openDevice(lab, device);
    mustOk(await target.backup.restore(text), 'restored');
    await cycle(target);
    const next = newDevice();
    return {
      device,
      others: [next],
      beginningLeft: true,
      act: (open) => undoOnce(lab, open),
      check: async (open) => {
        expect([open.backup.state(), contentToJson(open.store.snapshot())]).toEqual([
          'uninitialized',
          contentToJson([]),
        ]);
        expect([open.store.local.providerProgresses(), open.store.local.tasks()]).toEqual([[], []]);
        expect([open.store.local.mark('undoing'), open.store.local.mark('abandoning')]).toEqual([undefined, undefined]);
        const again = openDevice(lab, next);
        mustOk(await again.backup.restore(text), 'restored again');
        expect(totalUnits(again.wallet)).toBe(money);
      },
    };
  },
};

const issuer = (lab: Lab) => lab.sandbox.exchanges[0] ?? expect.fail('no exchange');

/** The other wallet's money leaves again, its own sheet finds all of it, and what was here before is as it was. */
export const undoJoined: Flow = {
  name: 'undo a takeover',
  prepare: async (lab) => {
    const left = openDevice(lab, await backedUp(lab, 'KUDOS:0.74'));
    const [text, theirs] = [mustOk(left.backup.recoveryText(), 'text'), totalUnits(left.wallet)];
    mustOk(await left.backup.abandon(), 'leaving');
    const device = await backedUp(lab, 'KUDOS:0.62');
    const target = openDevice(lab, device);
    const ours = totalUnits(target.wallet);
    // The issuer does not answer meanwhile, so that nothing is paid over.
    issuer(lab).faults.always({}, { status: 503 });
    mustOk(await takeOver(target, { recoveryText: text }), 'takeover');
    issuer(lab).faults.clear();
    expect(totalUnits(target.wallet)).toBe(ours + theirs);
    await target.backup.cycle();
    const next = newDevice();
    return {
      device,
      others: [next],
      act: (open) => undoOnce(lab, open),
      check: async (open) => {
        await cycle(open);
        expect(totalUnits(open.wallet)).toBe(ours);
        expect(open.store.local.mark('taken-over-wallets')).toBeUndefined();
        expect(open.store.local.mark('reissue-agreed')).toBeUndefined();
        expectProtected(open, lab);
        const again = openDevice(lab, next);
        mustOk(await again.backup.takeover({ recoveryText: text, evenIfNotAbandoned: true }), 'taken up again');
        expect(totalUnits(again.wallet)).toBe(theirs);
      },
    };
  },
};
