// SPDX-License-Identifier: GPL-3.0-or-later
import { expect } from 'vitest';
import { totpCode } from '../../electron/taler/anastasis/totp.ts';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import type { EscrowSessionView } from '../../shared/view-escrow-recovery.ts';
import { COUNTRY, escrowWallet, PERSON, NEW, OLD, wayOf } from './escrow-recovery-lab.ts';
import { backedUp, cycle, expectProtected } from './fail-nth-backup-flows.ts';
import type { Flow } from './fail-nth-cases.ts';
import { newDevice, openDevice, totalUnits, type Lab, type Open } from './fail-nth-lab.ts';

/** A place forgets what was tried. */
const HALF_A_MINUTE_MS = 32_000;

const begun = async (lab: Lab, { backup: { escrowRecovery } }: Open): Promise<EscrowSessionView> => {
  const running = escrowRecovery.session();
  if (running) return running;
  const places = lab.sandbox.anastasisProviders.map(({ baseUrl }) => baseUrl);
  const found = mustOk(await escrowRecovery.find({ country: COUNTRY, attributes: PERSON, places }), 'found');
  return mustOk(await escrowRecovery.choose(found.secrets[0]?.documentHash ?? ''), 'chosen');
};

/** A wallet comes back from escrow by a question and an authenticator; no answer is sent more often than a place allows. */
export const recoverFromEscrow: Flow = {
  name: 'recover from escrow',
  prepare: async (lab) => {
    const source = await backedUp(lab, 'KUDOS:0.62');
    const open = openDevice(lab, source);
    const whole = totalUnits(open.wallet);
    const key = lab.world.randomBytes(32);
    await escrowWallet({ ...open, world: lab.world }, lab.sandbox, [
      { at: OLD, filled: { type: 'question', answer: 'Grauer Esel' }, instructions: 'Which animal?' },
      { at: NEW, filled: { type: 'totp', key }, instructions: 'Your app' },
    ]);
    return {
      device: newDevice(),
      act: async (fresh) => {
        if (fresh.backup.state() === 'uninitialized') {
          lab.world.move(HALF_A_MINUTE_MS);
          const session = await begun(lab, fresh);
          const { answer, run } = fresh.backup.escrowRecovery;
          await answer(wayOf(session, 'question').uuid, 'Grauer Esel');
          const both = mustOk(await answer(wayOf(session, 'totp').uuid, totpCode(key, lab.world.now())), 'answered');
          if (both.isOpen) mustOk(await run(), 'restored');
        }
        await cycle(fresh);
      },
      check: (fresh) => {
        const renewals = fresh.wallet.history().filter(({ type }) => type === 'refresh');
        const fees = renewals.reduce((sum, line) => sum + amount(line.fees).units, 0n);
        expect(totalUnits(fresh.wallet) + fees).toBe(whole);
        expect(fresh.store.local.request('escrow-recovery')).toBeUndefined();
        expectProtected(fresh, lab);
      },
    };
  },
};
