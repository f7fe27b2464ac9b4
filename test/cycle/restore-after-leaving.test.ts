// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, it } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
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

// A device that left one wallet goes on with another one: what belonged to the first does not slip into the second.

const world = testWorld();
const HOUR = 3600_000;
let sandbox: Sandbox;
aroundEconomy(world, [{ annualFee: 'KUDOS:0.1' }, { annualFee: 'KUDOS:0' }, { annualFee: 'KUDOS:0' }], (opened) => {
  sandbox = opened;
});

const url = (at: number): string => sandbox.syncProviders[at]?.baseUrl ?? '';
const funded = async (amount: string, providers: readonly string[]): Promise<Installation> => {
  const one = install(world);
  await withdraw(one, sandbox, amount);
  for (const target of providers) await add(one, target);
  await one.wallet.run({ untilDone: true, timeoutMs: 20_000 });
  await outcomes(one);
  return one;
};
const payments = ({ store }: Installation): number =>
  store.entries('purchase').filter(({ value }) => value.status === 'paid').length;
const providers = ({ backup }: Installation): readonly string[] =>
  backup
    .providers()
    .map(({ id }) => id)
    .sort();

it.each(['restore', 'takeover'] as const)(
  'by %s: the providers of the wallet that was left are not the new one’s, and get no money from it',
  async (how) => {
    const other = await funded('KUDOS:3', [url(1), url(2)]);
    const text = recoveryText(other);
    const here = install(world);
    for (const target of [url(1), url(2)].reverse()) await add(here, target);
    mustOk(await here.backup.abandon(), 'left');
    const paid = payments(here);
    if (how === 'restore') mustOk(await here.backup.restore(text), 'restored');
    else mustOk(await takeOver(here, { recoveryText: text, evenIfNotAbandoned: true }), 'taken over');
    expect(providers(here)).toEqual([url(1), url(2)].sort());
    // Their payments came with their copies; nothing was paid beside them.
    await here.backup.run();
    const theirs = payments(other);
    expect(payments(here)).toBe(paid + theirs);
  },
);

it('money of the wallet that was left does not go under the secret of another one', async () => {
  const other = await funded('KUDOS:2', [url(1)]);
  const text = recoveryText(other);
  mustOk(await other.backup.abandon(), 'left: nobody else spends what that wallet holds');
  const here = await funded('KUDOS:3', [url(2)]);
  mustOk(await here.backup.abandon(), 'left');
  expect(await here.backup.restore(text)).toMatchObject({ error: { kind: 'money-here', here: [total(here)] } });
  expect(mustOk(await takeOver(here, { recoveryText: text }), 'taken over').how).toBe('joined');
  expect([here.backup.state(), providers(here)]).toEqual(['initialized', []]);
  expect(recoveryText(here)).not.toContain(text.split('\n').find((line) => line.startsWith('secret')));
});

it('the same wallet again keeps its providers, and pays nothing to be there', async () => {
  const here = await funded('KUDOS:3', [url(0), url(1)]);
  const text = recoveryText(here);
  const [before, paid] = [total(here), payments(here)];
  mustOk(await here.backup.abandon(), 'left');
  mustOk(await here.backup.restore(text), 'restored');
  expect(providers(here)).toEqual([url(0), url(1)].sort());
  expect([total(here), payments(here)]).toEqual([before, paid]);
});

it('a new wallet at the provider of the one that was left pays for its own account there, and knows until when', async () => {
  const here = await funded('KUDOS:3', [url(0)]);
  world.move(100 * 24 * HOUR);
  const text = recoveryText(here);
  mustOk(await here.backup.abandon(), 'left');
  // What is here is the left wallet's until the person takes it over with its sheet; then it pays the place.
  expect(await add(here, url(0))).toBe('payment-required');
  mustOk(await takeOver(here, { recoveryText: text, evenIfNotAbandoned: true }), 'claimed');
  await outcomes(here);
  const [provider] = here.backup.providers();
  expect(Math.abs((provider?.paidUntil ?? 0) - world.now() - 365 * 24 * HOUR)).toBeLessThan(60_000);
});
