// SPDX-License-Identifier: GPL-3.0-or-later
import { expect } from 'vitest';
import { mustOk } from '../../shared/result.ts';
import { parseCoinId } from '../../electron/state/entry.ts';
import { openSecret } from '../../electron/taler/crypto/secret.ts';
import { seedsUnder } from '../support/stored-seeds.ts';
import { addProvider, backedUp, cycle, expectProtected, paid } from './fail-nth-backup-flows.ts';
import type { Flow } from './fail-nth-cases.ts';
import { newDevice, openDevice, rest, totalUnits, type Lab, type Open } from './fail-nth-lab.ts';

const MINUTE_MS = 60_000;

/** Done again until it has happened; afterwards it only goes on. */
const rekeyOnce = async ({ backup }: Open, wasBegun: boolean): Promise<void> => {
  if (backup.rekeying() !== undefined) mustOk(await backup.goOnWithRekey(), 'going on');
  else if (!wasBegun) {
    const quote = mustOk(await backup.rekeyQuote(), 'quote');
    mustOk(await backup.rekey(quote.total), 'rekey');
  }
};

/** Until the places of before have been told. */
const goOn = async (lab: Lab, open: Open): Promise<void> => {
  for (let round = 0; round < 4 && open.backup.rekeying()?.step !== 'sheet'; round += 1) {
    await rest(open);
    lab.world.move(11 * MINUTE_MS);
    await cycle(open);
    await open.backup.run();
  }
};

/** The seeds a coin came from, the first one first: whoever knows the coin it is the change of can ask for it, too. */
const seedsBehind = (open: Open, coin: string, source: string): readonly string[] => {
  const refresh = open.store.entry('refresh', source)?.value;
  const batches = open.store.entry('withdrawal', source)?.value.batches;
  const seed = refresh?.seed ?? batches?.[parseCoinId(coin)?.seedId ?? ''];
  const own = typeof seed === 'string' ? seed : seed?.seed;
  if (own === undefined) return expect.fail(`a coin without a seed: ${coin}`);
  if (!refresh) return [own];
  const old = open.store.entry('coin', refresh.old_coin)?.value ?? expect.fail('change of no coin');
  return [...seedsBehind(open, refresh.old_coin, old.source_id), own];
};

/** A wallet gets a new secret: whatever breaks, no new seed is ever in an old account, and all money is out of the old sheet's reach. */
export const newSecret: Flow = {
  name: 'new secret',
  prepare: async (lab) => {
    const ungated = await backedUp(lab, 'KUDOS:2.74');
    const before = openDevice(lab, ungated);
    await addProvider(before, paid(lab));
    await cycle(before);
    const old = before.store.local.rootSecret() ?? expect.fail('no root secret');
    const text = mustOk(before.backup.recoveryText(), 'text');
    const whole = totalUnits(before.wallet);
    const isNew = ({ store }: Open): boolean =>
      Buffer.compare(openSecret(store.local.rootSecret() ?? old), openSecret(old)) !== 0;
    return {
      device: { ...ungated, gated: true },
      act: async (open) => {
        await rekeyOnce(open, isNew(open));
        await goOn(lab, open);
      },
      check: async (open) => {
        expect(isNew(open)).toBe(true);
        expect(open.backup.rekeying()).toMatchObject({ step: 'sheet', number: 5 });
        expect(open.store.local.mark('taken-over-wallets')).toBeUndefined();
        expect(await open.wallet.quoteReissue()).toEqual([]);
        // One year of a place, and some cents of fees.
        expect(whole - totalUnits(open.wallet)).toBeLessThanOrEqual(24_000_000n);
        const fees = open.wallet.history().filter(({ type }) => type === 'provider-fee');
        expect(fees.map(({ state, amount }) => [state, amount])).toEqual([
          ['done', 'KUDOS:0.1'],
          ['done', 'KUDOS:0.1'],
        ]);
        const known = await seedsUnder(lab.sandbox, old);
        for (const { id, value } of open.store.coins({ status: 'fresh' }))
          for (const seed of seedsBehind(open, id, value.source_id)) expect(known.has(seed)).toBe(false);
        expectProtected(open, lab);
        expect(await openDevice(lab, newDevice()).backup.takeover({ recoveryText: text })).toMatchObject({
          error: { kind: 'not-abandoned', status: 'taken-over' },
        });
        const sheet = mustOk(open.backup.recoveryText(), 'text');
        mustOk(await open.backup.drill(sheet), 'drill');
        await open.backup.run();
        expect(open.backup.rekeying()).toBeUndefined();
        const again = openDevice(lab, newDevice());
        mustOk(await again.backup.restore(sheet), 'restore');
        expect(totalUnits(again.wallet)).toBe(totalUnits(open.wallet));
      },
    };
  },
};
