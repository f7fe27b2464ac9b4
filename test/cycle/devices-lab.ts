// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { contentToJson } from '../../electron/state/content.ts';
import { startEconomy, testWorld, type Installation, type TestWorld } from '../support/backup-rig.ts';

// Several devices of one wallet: what they say of themselves and of each other.

export const standing = ({ backup }: Installation): string => backup.devices().standing;
export const content = ({ store }: Installation): string => contentToJson(store.snapshot());
export const note = ({ store }: Installation, name: string, value: string): void =>
  store.transaction((tx) => tx.put('setting', name, { value }));

type DevicesLab = {
  readonly world: TestWorld;
  readonly sandbox: Sandbox;
  readonly url: (provider: number) => string;
};

/** An economy with two free providers, closed when the file's tests are over. */
export const devicesLab = async (): Promise<DevicesLab> => {
  const world = testWorld();
  const sandbox = await startEconomy(world, [{ annualFee: 'KUDOS:0' }, { annualFee: 'KUDOS:0' }]);
  afterAll(() => sandbox.close());
  return { world, sandbox, url: (at) => sandbox.syncProviders[at]?.baseUrl ?? '' };
};
