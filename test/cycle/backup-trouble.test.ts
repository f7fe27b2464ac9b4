// SPDX-License-Identifier: GPL-3.0-or-later
import { LATEST_MS } from '../../electron/backup/cycle/schedule.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Fault } from '../../electron/sandbox/faults.ts';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { add, install, outcomes, startEconomy, testWorld, type Installation } from '../support/backup-rig.ts';

// Providers that fail, hang or are none at all: named, nothing lost, and nobody else waits for them.

const world = testWorld();
let sandbox: Sandbox;
let mine: Installation;
const provider = (at = 0) => {
  const found = sandbox.syncProviders[at];
  if (!found) throw new Error('no such provider');
  return found;
};
let changes = 0;
const change = ({ store }: Installation): void =>
  store.transaction((tx) => tx.put('setting', 'note', { value: `change ${(changes += 1)}` }));

beforeAll(async () => {
  sandbox = await startEconomy(world, [{ annualFee: 'KUDOS:0' }, { annualFee: 'KUDOS:0' }]);
});
afterAll(() => sandbox.close());
/** A new installation has new accounts: the tests share the servers and nothing else. */
beforeEach(async () => {
  mine = install(world);
  expect(await add(mine, provider(0).baseUrl)).toBe('stored');
});
afterEach(() => sandbox.assertAllFaultsHappened());

describe('a provider in trouble', () => {
  const faults: readonly (readonly [string, string, Fault])[] = [
    ['HTTP 500', 'unreachable', { status: 500 }],
    ['HTTP 429 with Retry-After', 'unreachable', { status: 429, retryAfter: '120' }],
    ['a connection cut before the answer', 'unreachable', { closeConnection: true }],
    ['a lost answer', 'unreachable', { afterHandling: true, closeConnection: true }],
    ['a redirect elsewhere', 'unreachable', { redirect: { status: 302, location: 'http://example.com/' } }],
    ['HTTP 418', 'unreachable', { status: 418 }],
    ['HTTP 403 with its code', 'misbehaved', { status: 403, code: 6104 }],
    ['its payment service down', 'unreachable', { status: 502, code: 6113 }],
    ['402 without saying what to pay', 'unreachable', { status: 402 }],
  ];
  it.each(faults)('%s: named, nothing lost, and the next cycle heals', async (_name, word, fault) => {
    change(mine);
    const before = mine.store.snapshot();
    provider().faults.once({ method: 'POST', path: '/backups/' }, fault);
    // A broken connection is asked about once: it is trouble when that breaks, too.
    if (fault.closeConnection === true) provider().faults.once({ method: 'POST', path: '/backups/' }, fault);
    expect(await outcomes(mine)).toEqual([word]);
    expect(mine.store.snapshot()).toEqual(before);
    const [view] = mine.backup.providers();
    expect(view).toMatchObject({ upToDate: false, lastOutcome: word });
    expect(view?.nextRoundAt).toBeGreaterThan(world.now() + (fault.retryAfter === undefined ? 0 : 110_000));
    expect(['stored', 'unchanged']).toContain((await outcomes(mine))[0]);
    expect(mine.backup.providers()[0]).toMatchObject({ upToDate: true });
  });

  it('HTTP 413: named, nothing lost, not sent again for a week, and then it heals', async () => {
    change(mine);
    const before = mine.store.snapshot();
    provider().faults.once({ method: 'POST', path: '/backups/' }, { status: 413, code: 6106 });
    expect(await outcomes(mine)).toEqual(['too-large']);
    expect(await outcomes(mine)).toEqual(['too-large']);
    expect(mine.store.snapshot()).toEqual(before);
    expect(mine.backup.providers()[0]).toMatchObject({ upToDate: false, lastOutcome: 'too-large' });
    world.move(8 * 24 * 3600 * 1000);
    expect(await outcomes(mine)).toEqual(['stored']);
    expect(mine.backup.providers()[0]).toMatchObject({ upToDate: true });
  });

  it('an answer that was lost once is asked for, and heard in the same cycle', async () => {
    change(mine);
    provider().faults.once({ method: 'POST', path: '/backups/' }, { afterHandling: true, closeConnection: true });
    expect(await outcomes(mine)).toEqual(['unchanged']);
    expect(mine.backup.providers()[0]).toMatchObject({ upToDate: true });
  });

  it('an answer of 200 MB instead of a blob stays within memory', async () => {
    change(mine);
    provider().faults.once({ method: 'GET', path: '/backups/' }, { bigBody: { bytes: 200 * 1024 * 1024 } });
    expect(await outcomes(mine)).toEqual(['misbehaved']);
  });

  it('stored but not readable afterwards does not count as verified', async () => {
    change(mine);
    provider().faults.once({ method: 'GET', path: '/backups/' }, { status: 503 });
    expect(await mine.backup.cycle()).toMatchObject([{ outcome: 'unreachable', notes: [{ kind: 'unverified' }] }]);
    expect(mine.backup.providers()[0]).toMatchObject({ upToDate: false });
    expect(await outcomes(mine)).toEqual(['unchanged']);
  });

  it('one that fails does not delay another, and backs off', async () => {
    expect(await add(mine, provider(1).baseUrl)).toBe('stored');
    change(mine);
    provider(0).faults.times(1, { method: 'POST' }, { status: 500 });
    const reports = await mine.backup.run();
    expect(new Map(reports.map((report) => [report.provider, report.outcome]))).toEqual(
      new Map([
        [provider(0).baseUrl, 'unreachable'],
        [provider(1).baseUrl, 'stored'],
      ]),
    );
    expect(await mine.backup.run()).toEqual([]);
    world.move(6 * 3600 * 1000);
    expect(await mine.backup.run()).toMatchObject([{ provider: provider(0).baseUrl, outcome: 'stored' }]);
    expect(await mine.backup.run()).toEqual([]);
  });
});

it('an address that is no sync service, one that is silent, a file that is no folder: refused, nothing changed', async () => {
  const fresh = install(world);
  const refused = async (target: string): Promise<unknown> => {
    const added = await fresh.backup.addProvider({ target, consent: true });
    return added.ok ? 'added' : added.error.kind;
  };
  expect(await refused(sandbox.merchant.baseUrl)).toBe('no-provider-there');
  expect(await refused(sandbox.bank.baseUrl)).toBe('no-provider-there');
  expect(await refused('http://127.0.0.1:1/')).toBe('provider-silent');
  expect(await refused('no such folder')).toBe('no-provider-there');
  expect(await refused('/no/such/folder')).toBe('no-provider-there');
  expect(await refused('ftp://example.com/')).toBe('no-provider-there');
  provider().faults.once({ path: '/config' }, { unknownVersion: '9:0:0' });
  expect(await refused(provider().baseUrl)).toBe('no-provider-there');
  provider().faults.once({ path: '/config' }, { halfJson: true });
  expect(await refused(provider().baseUrl)).toBe('no-provider-there');
  expect(fresh.backup.state()).toBe('uninitialized');
  expect(fresh.store.snapshot()).toEqual([]);
});

describe('a provider that hangs', () => {
  it('does not hold up the background rounds of others, nor closing the wallet', async () => {
    expect(await add(mine, provider(1).baseUrl)).toBe('stored');
    await outcomes(mine);
    const [first, second] = [provider(0), provider(1)].sort((a, b) => (a.baseUrl < b.baseUrl ? -1 : 1));
    if (!first || !second) throw new Error('two providers were asked for');
    const { signal } = new AbortController();
    second.faults.once({ method: 'POST' }, { hang: true });
    for (let round = 0; round < 2; round += 1) {
      change(mine);
      await mine.backup.run({ signal });
      world.move(60_000);
      expect(await mine.backup.run({ signal })).toMatchObject([{ provider: first.baseUrl, outcome: 'stored' }]);
      // By then the other one is asked too, and says nothing.
      if (round === 0) world.move(LATEST_MS);
      if (round === 0) expect(await mine.backup.run({ signal })).toEqual([]);
    }
    await mine.backup.close();
    expect(mine.store.local.providerProgress(second.baseUrl)).toMatchObject({ attempts: 0 });
  }, 20_000);
});
