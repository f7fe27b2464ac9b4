// SPDX-License-Identifier: GPL-3.0-or-later
import { trusting } from '../support/trusting.ts';
import { afterAll, expect } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { openEconomy } from '../support/economy.ts';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import type { EmptyView } from '../../shared/view-devices.ts';
import {
  add,
  install,
  outcomes,
  testWorld,
  withdraw,
  type Installation,
  type TestWorld,
} from '../support/backup-rig.ts';

// Wallets with money and providers, and phones that take it: what the tests of emptying begin with.

export const units = (text: string): bigint =>
  text.includes(':-') ? -amount(text.replace(':-', ':')).units : amount(text).units;
export const sum = (texts: readonly string[]): bigint => texts.reduce((all, text) => all + units(text), 0n);
export const unitsOf = ({ wallet }: Pick<Installation, 'wallet'>): bigint =>
  sum(wallet.balances().map(({ total }) => total));
export const settle = async ({ wallet }: Installation): Promise<void> => {
  expect((await wallet.run({ untilDone: true, timeoutMs: 20_000 })).pending).toEqual([]);
};
export const expectSumsAgree = (one: Installation): void =>
  expect(sum(one.wallet.history().map(({ effect }) => effect))).toBe(unitsOf(one));
const take = async (phone: Installation, uri: string): Promise<void> => {
  const offer = mustOk(await trusting((asked) => phone.wallet.peer.prepare(uri, asked)), 'offer');
  await phone.wallet.peer.confirm(offer.id);
  await settle(phone);
};
export const takeAll = async (phone: Installation, { payments }: EmptyView): Promise<void> => {
  for (const { uri, state } of payments) if (state === 'waiting') await take(phone, uri);
};

type EmptyLab = {
  readonly world: TestWorld;
  readonly sandbox: Sandbox;
  readonly url: (provider: number) => string;
  /** a wallet with money, backed up to these providers */
  readonly funded: (money: string, providers?: readonly number[]) => Promise<Installation>;
  /** the receiver has it; the sender's next look at the purse tells */
  readonly look: (one: Installation) => Promise<EmptyView>;
};

/** An economy of two exchanges and two free providers, closed when the file's tests are over. */
export const emptyLab = async (): Promise<EmptyLab> => {
  const world = testWorld();
  const sandbox = await openEconomy(world, {
    exchanges: [{ generation: 'v23' }, { generation: 'v17' }],
    syncProviders: [{ annualFee: 'KUDOS:0' }, { annualFee: 'KUDOS:0' }],
  });
  afterAll(() => sandbox.close());
  const url = (at: number): string => sandbox.syncProviders[at]?.baseUrl ?? '';
  return {
    world,
    sandbox,
    url,
    funded: async (money, providers = [0]) => {
      const one = install(world);
      await withdraw(one, sandbox, money);
      for (const at of providers) await add(one, url(at));
      await settle(one);
      await outcomes(one);
      return one;
    },
    look: async (one) => {
      world.move(60_000);
      await one.wallet.run();
      return one.backup.emptyStatus();
    },
  };
};
