// SPDX-License-Identifier: GPL-3.0-or-later
import { expect } from 'vitest';
import { openSecret } from '../../electron/taler/crypto/secret.ts';
import { mustOk } from '../../shared/result.ts';
import { placeUrls, recovered, setUp, versions } from '../support/escrow.ts';
import { backedUp, cycle, expectProtected } from './fail-nth-backup-flows.ts';
import type { Flow } from './fail-nth-cases.ts';
import { openDevice, rest, type Lab, type Open } from './fail-nth-lab.ts';

const MINUTE_MS = 60_000;

/** Until every place has what there is now; the places' back-off is waited for. */
const goOn = async (lab: Lab, open: Open): Promise<void> => {
  for (let round = 0; round < 6 && open.backup.escrow()?.step !== 'current'; round += 1) {
    await rest(open);
    lab.world.move(11 * MINUTE_MS);
    await open.backup.run();
  }
  await cycle(open);
};

const setUpOnce = async (lab: Lab, open: Open): Promise<void> => {
  if (open.backup.escrow() === undefined) mustOk(await setUp(open, lab.sandbox), 'set up');
};

const feesOf = ({ wallet }: Open): readonly string[] =>
  wallet.history().flatMap(({ type, amount, state }) => (type === 'provider-fee' ? [`${amount} ${state}`] : []));

/** What comes back at each place by two of three methods, and that all of it is one document. */
const expectRecovered = async (lab: Lab, open: Open, name: string): Promise<void> => {
  const root = openSecret(open.store.local.rootSecret() ?? expect.fail('no root secret'));
  const hashes = new Set<string>();
  for (const url of placeUrls(lab.sandbox)) {
    lab.world.move(MINUTE_MS);
    const { wallet, document } = await recovered(lab.world, url);
    expect(openSecret(wallet.root)).toEqual(root);
    expect(wallet.walletName).toBe(name);
    hashes.add(JSON.stringify(document));
  }
  expect(hashes.size).toBe(1);
};

/** A wallet is given into escrow at three places, one of them paid: nothing is paid twice, and the places have what was made first. */
export const giveIntoEscrow: Flow = {
  name: 'give into escrow',
  prepare: async (lab) => ({
    device: await backedUp(lab, 'KUDOS:2.74'),
    act: async (open) => {
      await setUpOnce(lab, open);
      await goOn(lab, open);
    },
    check: async (open) => {
      expect(open.backup.escrow()).toMatchObject({ step: 'current' });
      expect([...feesOf(open)].sort()).toEqual(['KUDOS:0.04 done', 'KUDOS:0.1 done']);
      expect(await versions(lab.world, lab.sandbox)).toEqual([[1], [1], [1]]);
      await expectRecovered(lab, open, 'Holdfast wallet');
      expectProtected(open, lab);
    },
  }),
};

/** The wallet gets another name, and the escrow follows: one version more everywhere, whatever breaks. */
export const followInEscrow: Flow = {
  name: 'the escrow follows',
  prepare: async (lab) => {
    const device = await backedUp(lab, 'KUDOS:2.74');
    const before = openDevice(lab, device);
    await setUpOnce(lab, before);
    await goOn(lab, before);
    return {
      device,
      act: async (open) => {
        if (open.backup.names().wallet !== 'Reisekasse') mustOk(open.backup.rename({ wallet: 'Reisekasse' }), 'name');
        mustOk(await open.backup.updateEscrow({}), 'update');
        await goOn(lab, open);
      },
      check: async (open) => {
        expect(open.backup.escrow()).toMatchObject({ step: 'current' });
        expect(feesOf(open)).toHaveLength(2);
        expect(await versions(lab.world, lab.sandbox)).toEqual([
          [2, 1],
          [2, 1],
          [2, 1],
        ]);
        await expectRecovered(lab, open, 'Reisekasse');
        expectProtected(open, lab);
      },
    };
  },
};
