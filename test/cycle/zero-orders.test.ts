// SPDX-License-Identifier: GPL-3.0-or-later
import { beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { contentToJson } from '../../electron/state/content.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { accountKeys } from '../../electron/backup/root-secret.ts';
import type { World } from '../../electron/world.ts';
import { aroundEconomy } from '../support/around-economy.ts';
import { add, install, outcomes, testWorld, type Installation } from '../support/backup-rig.ts';
import { inTurn } from '../support/seed.ts';

const HOUR = 3600_000;

// A place without a fee may name a new order over nothing at every upload, each as long as an order may be.
describe('a free place that names ever new orders over nothing', () => {
  const world = testWorld();
  let sandbox: Sandbox;
  let mine: Installation;
  let orders = 0;
  let pad = 0;
  aroundEconomy(world, [{ annualFee: 'KUDOS:0' }, { annualFee: 'KUDOS:0', storageLimitMegabytes: 4 }], (opened) => {
    sandbox = opened;
  });
  beforeEach(() => {
    orders = 0;
    mine = install({ ...world, http: liar });
  });

  const at = (place: number): string => sandbox.syncProviders[place]?.baseUrl ?? '';
  const liar: World['http'] = async (input, init) => {
    const { href } = new URL(input instanceof Request ? input.url : input);
    if (init?.method !== 'POST' || !href.startsWith(at(0))) return world.http(input, init);
    orders += 1;
    const order = await sandbox.merchant.createOrder({
      amount: 'KUDOS:0',
      summary: 'a year',
      // Random, so that no compression helps.
      extra: { pad: Array.from({ length: pad / 64 }, () => bytesToCrock(world.randomBytes(40))).join('') },
    });
    return new Response(null, { status: 402, headers: { taler: order.talerPayUri } });
  };
  const bytes = (): number => contentToJson(mine.store.snapshot()).length;
  const outcomeAt = (place: number) => mine.backup.providers().find(({ id }) => id === at(place))?.lastOutcome;
  const begun = () => mine.store.entries('purchase').filter(({ value }) => value.provider === at(0)).length;
  let changes = 0;
  const rounds = async (count: number, place?: string): Promise<readonly (readonly string[])[]> => {
    const all: (readonly string[])[] = [];
    for (let round = 0; round < count; round += 1) {
      mine.store.transaction((tx) => tx.put('setting', 'note', { value: `change ${(changes += 1)}` }));
      world.move(HOUR);
      all.push(await outcomes(mine, place));
    }
    return all;
  };

  const LENGTHS = [
    ['as long as an order may be', 480_000, 'payment-required'],
    ['as long as one of a provider may be', 10_000, 'asks'],
    ['of the usual length', 640, 'asks'],
  ] as const;
  it.each(inTurn('zero-orders', LENGTHS))(
    '%s: they are counted, the content does not grow by them, and the other place goes on',
    async (_name, length, outcome) => {
      pad = length;
      expect(await add(mine, at(1))).toBe('stored');
      const start = bytes();
      await add(mine, at(0)).catch(() => undefined);
      await rounds(12);
      expect(orders).toBeGreaterThan(12);
      expect(bytes() - start).toBeLessThan(24 * 1024);
      expect(begun()).toBeLessThanOrEqual(4);
      const root = mine.store.local.rootSecret();
      if (!root) throw new Error('no root secret');
      const copy = sandbox.syncProviders[1]?.account(bytesToCrock(accountKeys(root, at(1)).publicKey));
      expect(copy?.bytes?.length).toBeLessThan(128 * 1024);
      expect(outcomeAt(1)).toBe('stored');
      // The place itself is named, and stays unheard until the person has agreed once more; then for one order.
      expect(outcomeAt(0)).toBe(outcome);
      const before = begun();
      await rounds(3, at(0));
      expect(begun()).toBe(before);
      await add(mine, at(0)).catch(() => undefined);
      await rounds(3, at(0));
      expect(begun()).toBeLessThanOrEqual(before + 1);
      expect(bytes() - start).toBeLessThan(24 * 1024);
    },
  );
});
