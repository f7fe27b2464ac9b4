// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, it } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import type { World } from '../../electron/world.ts';
import { mustOk } from '../../shared/result.ts';
import { aroundEconomy } from '../support/around-economy.ts';
import {
  add,
  install,
  outcomes,
  recoveryText,
  testWorld,
  total,
  withdraw,
  type Installation,
} from '../support/backup-rig.ts';
import { takeOver } from './takeover-lab.ts';

// A round that hangs while the person goes on: what it brings at last is not taken for today's truth.

const world = testWorld();
let sandbox: Sandbox;
aroundEconomy(world, [{ annualFee: 'KUDOS:0' }, { annualFee: 'KUDOS:0.1' }, { annualFee: 'KUDOS:0' }], (opened) => {
  sandbox = opened;
});
const url = (at: number): string => sandbox.syncProviders[at]?.baseUrl ?? '';

/** An installation whose next request that fits is answered by its server, and waits with the answer until it is let go. */
const hanging = (): {
  readonly line: World;
  readonly hold: (fits: (method: string, address: string) => boolean) => {
    readonly reached: Promise<void>;
    readonly letGo: () => void;
  };
} => {
  let held:
    | { readonly fits: (method: string, address: string) => boolean; readonly stop: () => Promise<void> }
    | undefined;
  return {
    line: {
      ...world,
      http: async (input, init) => {
        const answer = await world.http(input, init);
        const now = held;
        if (now?.fits(init?.method ?? 'GET', new URL(input instanceof Request ? input.url : input).href) !== true)
          return answer;
        held = undefined;
        await now.stop();
        return answer;
      },
    },
    hold: (fits) => {
      const [reached, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
      held = {
        fits,
        stop: () => {
          reached.resolve();
          return released.promise;
        },
      };
      return { reached: reached.promise, letGo: released.resolve };
    },
  };
};
const readBack = (address: string) => (method: string, asked: string) =>
  method === 'GET' && asked.startsWith(`${address}backups/`);
const change = ({ store }: Installation): void =>
  store.transaction((tx) => tx.put('setting', 'note', { value: store.revision() }));

it('its provider is removed meanwhile: nothing of it is written down', async () => {
  const { line, hold } = hanging();
  const one = install(line);
  await add(one, url(0));
  change(one);
  const held = hold(readBack(url(0)));
  const round = outcomes(one);
  await held.reached;
  mustOk(await one.backup.removeProvider(url(0)), 'removed');
  held.letGo();
  await round;
  expect(one.store.local.providerProgress(url(0))).toBeUndefined();
  expect((await one.backup.cycle(url(0)))[0]?.notes).toEqual([{ kind: 'not-ours', facts: {} }]);
});

it('its provider is removed while it asks for money: it gets none', async () => {
  const { line, hold } = hanging();
  const one = install(line);
  await withdraw(one, sandbox, 'KUDOS:3');
  const before = total(one);
  const held = hold((method, asked) => method === 'POST' && asked.startsWith(url(1)));
  const adding = add(one, url(1)).catch((why: unknown) => String(why));
  await held.reached;
  mustOk(await one.backup.removeProvider(url(1)), 'removed');
  held.letGo();
  await adding;
  expect(total(one)).toBe(before);
  expect(one.store.entries('purchase')).toEqual([]);
});

it('the wallet is left and another one begun at the same provider: the old account’s copy protects nobody’s money', async () => {
  const { line, hold } = hanging();
  const one = install(line);
  await withdraw(one, sandbox, 'KUDOS:3');
  await add(one, url(0));
  await one.wallet.run({ untilDone: true, timeoutMs: 20_000 });
  await outcomes(one);
  change(one);
  const held = hold(readBack(url(0)));
  const round = outcomes(one);
  await held.reached;
  // As leaving forgets a wallet, while a round that began before it still hangs.
  one.store.transaction((tx) => {
    tx.local.setRootSecret(undefined);
    tx.local.deleteProviderProgress(url(0));
  });
  held.letGo();
  await round;
  // Else the new account would count as a copy of everything before it got its first one, and coins would be made on the strength of it.
  expect(one.store.local.providerProgress(url(0))).toBeUndefined();
  expect(await add(one, url(0))).toBe('stored');
  expect(one.backup.providers()[0]?.notes).toBeUndefined();
});

it('what was here before is not called restored', async () => {
  const theirs = install(world);
  await withdraw(theirs, sandbox, 'KUDOS:2');
  await add(theirs, url(0));
  await outcomes(theirs);
  const text = recoveryText(theirs);
  const third = install(world);
  await withdraw(third, sandbox, 'KUDOS:1');
  await add(third, url(2));
  const before = total(third);
  const took = await takeOver(third, { recoveryText: text, evenIfNotAbandoned: true });
  expect(mustOk(took, 'taken over').said[0]).toEqual({
    kind: 'joined',
    facts: { total: [total(third)], before: [before], found: 1, of: 1 },
  });
});
