// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, expect } from 'vitest';
import type { TakeoverRequest } from '../../electron/backup/recover/takeover.ts';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { contentToJson } from '../../electron/state/content.ts';
import { amount } from '../../shared/amount.ts';
import {
  add,
  install,
  outcomes,
  startEconomy,
  testWorld,
  withdraw,
  type Installation,
  type HastyWorld,
} from '../support/backup-rig.ts';

// Wallets that can be taken over, and sums to compare before and after.

export const content = ({ store }: Installation): string => contentToJson(store.snapshot());
export const units = (text: string): bigint =>
  text.includes(':-') ? -amount(text.replace(':-', ':')).units : amount(text).units;
export const unitsOf = ({ wallet }: Installation): bigint =>
  wallet.balances().reduce((sum, each) => sum + units(each.total), 0n);
export const feesOf = ({ wallet }: Installation): bigint =>
  wallet.history().reduce((sum, line) => sum + (line.type === 'refresh' ? units(line.fees) : 0n), 0n);
export const expectSumsAgree = (one: Installation): void =>
  expect(one.wallet.history().reduce((sum, { effect }) => sum + units(effect), 0n)).toBe(unitsOf(one));
export const settle = async ({ wallet }: Installation): Promise<void> => {
  expect((await wallet.run({ untilDone: true, timeoutMs: 20_000 })).pending).toEqual([]);
};

/** Takes a wallet over for the price that is shown; other answers than that question are given back as they are. */
export const takeOver = async (
  { backup }: Pick<Installation, 'backup'>,
  request: TakeoverRequest,
): Promise<Awaited<ReturnType<Installation['backup']['takeover']>>> => {
  const asked = await backup.takeover(request);
  if (!asked.ok && asked.error.kind === 'unknown-exchange')
    return takeOver({ backup }, { ...request, newExchanges: [...(request.newExchanges ?? []), asked.error.exchange] });
  if (asked.ok || asked.error.kind !== 'takeover-asks') return asked;
  return backup.takeover({ ...request, agreedFees: asked.error.fees });
};

type TakeoverLab = {
  readonly world: HastyWorld;
  readonly sandbox: Sandbox;
  readonly url: (provider: number) => string;
  /** a wallet with money, backed up to these providers */
  readonly funded: (money: string, providers: readonly string[]) => Promise<Installation>;
};

/** An economy with two free providers and one that costs, closed when the file's tests are over. */
export const takeoverLab = async (): Promise<TakeoverLab> => {
  const world = testWorld();
  const free = { annualFee: 'KUDOS:0' };
  const sandbox = await startEconomy(world, [free, free, { annualFee: 'KUDOS:0.1' }]);
  afterAll(() => sandbox.close());
  return {
    world,
    sandbox,
    url: (at) => sandbox.syncProviders[at]?.baseUrl ?? '',
    funded: async (money, providers) => {
      const one = install(world);
      await withdraw(one, sandbox, money);
      for (const target of providers) await add(one, target);
      await settle(one);
      await outcomes(one);
      return one;
    },
  };
};
