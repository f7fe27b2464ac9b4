// SPDX-License-Identifier: GPL-3.0-or-later
import { trusting } from '../support/trusting.ts';
import { expect } from 'vitest';
import { accountKeys } from '../../electron/backup/root-secret.ts';
import { contentToJson } from '../../electron/state/content.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { fund, fundedDevice } from './fail-nth-flows.ts';
import type { Flow } from './fail-nth-cases.ts';
import { newDevice, openDevice, rest, totalUnits, type Device, type Lab, type Open } from './fail-nth-lab.ts';

/** The providers of the labs for these flows. */
export const PROVIDERS = [{ annualFee: 'KUDOS:0' }, { annualFee: 'KUDOS:0.1' }];

export const free = (lab: Lab): string => lab.sandbox.syncProviders[0]?.baseUrl ?? '';
export const paid = (lab: Lab): string => lab.sandbox.syncProviders[1]?.baseUrl ?? '';

export const addProvider = async ({ backup }: Open, target: string): Promise<void> => {
  if (backup.providers().some(({ id }) => id === target)) return;
  mustOk(await backup.addProvider({ target, consent: true, maxFee: 'KUDOS:1' }), 'provider');
};

/** Cycles until no payment of one cycle makes the next one necessary. */
export const cycle = async (open: Open): Promise<void> => {
  await rest(open);
  await open.backup.cycle();
  await rest(open);
  await open.backup.cycle();
};

export const expectProtected = ({ backup, store }: Open, lab: Lab): void => {
  expect(backup.status()).toMatchObject({ safety: { uncopied: [] } });
  const root = store.local.rootSecret() ?? expect.fail('no root secret');
  for (const { id } of backup.providers()) {
    const provider = lab.sandbox.syncProviders.find(({ baseUrl }) => baseUrl === id);
    const held = provider?.account(bytesToCrock(accountKeys(root, id).publicKey));
    expect(held?.hash).toBe(store.local.providerProgress(id)?.lastHash);
  }
};

export const put = ({ store }: Open, name: string, value: string): void =>
  store.transaction((tx) => {
    if (tx.entry('setting', name)?.value.value !== value) tx.put('setting', name, { value });
  });

/** A paid provider is added, paid once, and given a copy that is looked at again. */
export const addAndBackUp: Flow = {
  name: 'add a paid provider and back up',
  prepare: async (lab) => ({
    device: await fundedDevice(lab, 'KUDOS:0.62'),
    act: async (open) => {
      await addProvider(open, paid(lab));
      put(open, 'note', 'changed');
      await cycle(open);
    },
    check: (open) => {
      const fees = open.wallet.history().filter(({ type }) => type === 'provider-fee');
      expect(fees.map(({ state, amount }) => [state, amount])).toEqual([['done', 'KUDOS:0.1']]);
      expectProtected(open, lab);
    },
  }),
};

export const backedUp = async (lab: Lab, amountText: string): Promise<Device> => {
  const device = await fundedDevice(lab, amountText);
  const open = openDevice(lab, device);
  await addProvider(open, free(lab));
  await cycle(open);
  expect(open.backup.status()).toMatchObject({ safety: { uncopied: [] } });
  return device;
};

export const restoredFrom = async (lab: Lab, source: Device): Promise<Device> => {
  const text = mustOk(openDevice(lab, source).backup.recoveryText(), 'text');
  const device = newDevice();
  const open = openDevice(lab, device);
  mustOk(await open.backup.restore(text), 'restore');
  await cycle(open);
  return device;
};

/** Two devices of one wallet have both changed something; the second to upload joins what the first has left. */
export const mergeConflict: Flow = {
  name: 'conflict and merge',
  prepare: async (lab) => {
    const device = await backedUp(lab, 'KUDOS:0.62');
    const other = await restoredFrom(lab, device);
    const before = openDevice(lab, other);
    put(before, 'there', 'written there');
    await fund(lab, before, 'KUDOS:0.22');
    await before.backup.cycle();
    return {
      device,
      others: [other],
      act: async (open) => {
        put(open, 'here', 'written here');
        await cycle(open);
      },
      check: async (open) => {
        const elsewhere = openDevice(lab, other);
        expect(open.store.entry('setting', 'there')?.value.value).toBe('written there');
        await cycle(elsewhere);
        await cycle(open);
        expect(contentToJson(elsewhere.store.snapshot())).toBe(contentToJson(open.store.snapshot()));
        expect(totalUnits(open.wallet)).toBe(84_000_000n);
        expectProtected(open, lab);
      },
    };
  },
};

/** A new machine restores from the sheet: either nothing has happened, or everything is there. */
export const restoreFromSheet: Flow = {
  name: 'restore',
  prepare: async (lab) => {
    const source = openDevice(lab, await backedUp(lab, 'KUDOS:0.74'));
    const text = mustOk(source.backup.recoveryText(), 'text');
    const whole = totalUnits(source.wallet);
    return {
      device: newDevice(),
      act: async (open) => {
        if (open.backup.state() === 'uninitialized') {
          expect(open.store.snapshot()).toEqual([]);
          mustOk(await open.backup.restore(text), 'restore');
        }
        // An exchange that did not answer the audit is asked again a while later.
        if ((open.store.local.mark('audit-due') ?? 0) > lab.world.now()) lab.world.move(10 * 60_000);
        await open.backup.run();
        await cycle(open);
      },
      check: (open) => {
        // The lost machine knows the coins too; later they are renewed, which costs what it costs.
        const renewals = open.wallet.history().filter(({ type }) => type === 'refresh');
        const fees = renewals.reduce((sum, line) => sum + amount(line.fees).units, 0n);
        expect(totalUnits(open.wallet) + fees).toBe(whole);
        expect(open.store.local.mark('audit-due')).toBeUndefined();
        expectProtected(open, lab);
      },
    };
  },
};

/** One of two providers is dismissed; the other has everything. */
export const removeProvider: Flow = {
  name: 'remove a provider',
  prepare: async (lab) => {
    const device = await backedUp(lab, 'KUDOS:0.62');
    await addProvider(openDevice(lab, device), paid(lab));
    await cycle(openDevice(lab, device));
    return {
      device,
      act: async (open) => {
        if (open.backup.providers().some(({ id }) => id === paid(lab)))
          mustOk(await open.backup.removeProvider(paid(lab)), 'removal');
        await cycle(open);
      },
      check: (open) => {
        expect(open.backup.providers().map(({ id }) => id)).toEqual([free(lab)]);
        expect(open.store.local.providerProgress(paid(lab))).toBeUndefined();
        expectProtected(open, lab);
      },
    };
  },
};

/** First use, planchets first: what the provider costs is withdrawn alone, the seeds of the rest are stored, then the rest is drawn. */
export const firstUse: Flow = {
  name: 'first withdrawal, planchets first',
  prepare: async (lab) => {
    const operation = await lab.sandbox.bank.createWithdrawal('KUDOS:2.63');
    let confirmed = false;
    return {
      device: newDevice({ gated: true }),
      anew: () => {
        confirmed = false;
      },
      act: async (open) => {
        mustOk(await trusting((asked) => open.wallet.withdrawFromBank(operation.talerUri, asked)), 'withdrawal');
        await open.wallet.run();
        if (!confirmed) await operation.confirm();
        confirmed = true;
        await rest(open);
        await addProvider(open, paid(lab));
        await cycle(open);
      },
      check: (open) => {
        const fees = open.wallet.history().filter(({ type }) => type === 'provider-fee');
        expect(fees.map(({ state, amount: fee }) => [state, fee])).toEqual([['done', 'KUDOS:0.1']]);
        expect(totalUnits(open.wallet)).toBeGreaterThan(240_000_000n);
        expectProtected(open, lab);
      },
    };
  },
};

/** Later, with a provider: a withdrawal and a payment whose change is a refresh; no seed is used before it is stored. */
export const gatedMoney: Flow = {
  name: 'withdrawal and payment, planchets first',
  prepare: async (lab) => {
    const device = newDevice({ gated: true });
    mustOk(await openDevice(lab, device).wallet.addExchange(lab.exchange), 'exchange');
    await addProvider(openDevice(lab, device), free(lab));
    await fund(lab, openDevice(lab, device), 'KUDOS:0.62');
    const order = await lab.sandbox.merchant.createOrder({ amount: 'KUDOS:0.3', summary: 'tea' });
    const operation = await lab.sandbox.bank.createWithdrawal('KUDOS:0.72');
    let confirmed = false;
    return {
      device,
      anew: () => {
        confirmed = false;
      },
      act: async (open) => {
        mustOk(await trusting((asked) => open.wallet.withdrawFromBank(operation.talerUri, asked)), 'withdrawal');
        await open.wallet.run();
        if (!confirmed) await operation.confirm();
        confirmed = true;
        const offer = mustOk(await open.wallet.preparePay(order.talerPayUri), 'offer');
        if (offer.payable) mustOk(await open.wallet.confirmPay(offer.purchaseId), 'payment');
        await cycle(open);
      },
      check: (open) => {
        expect(order.status()).toBe('paid');
        expectProtected(open, lab);
      },
    };
  },
};
