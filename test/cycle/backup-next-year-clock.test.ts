// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import type { SandboxSync } from '../../electron/sandbox/sync/sync.ts';
import type { World } from '../../electron/world.ts';
import { mustOk } from '../../shared/result.ts';
import {
  add,
  install,
  outcomes,
  startEconomy,
  testWorld,
  total,
  withdraw,
  type Installation,
} from '../support/backup-rig.ts';

// The next year of a place is paid by its own clock too, not by this computer's alone.

const world = testWorld();
const DAY = 24 * 3600 * 1000;
let sandbox: Sandbox;
/** Its orders can be paid for years, so that no deadline stands in the way. */
let patient: SandboxSync;
let mine: Installation;

beforeAll(async () => {
  sandbox = await startEconomy(world, [{ annualFee: 'KUDOS:0.1', orderLifeMs: 3 * 365 * DAY }]);
  patient = sandbox.syncProviders[0] ?? expect.fail('a provider was asked for');
});
afterAll(() => sandbox.close());

const payments = (): readonly string[] =>
  mine.store
    .entries('purchase')
    .filter(({ value }) => value.status === 'paid')
    .map(({ value }) => value.amount ?? '?');
const change = (): void => mine.store.transaction((tx) => tx.put('setting', 'note', { value: world.now() }));

describe('a computer whose clock is wrong', () => {
  /** The wallet's clock is this far ahead of everybody else's. */
  let ahead = 0;
  beforeEach(async () => {
    ahead = 0;
    mine = install({ ...world, now: () => world.now() + ahead });
    await withdraw(mine, sandbox, 'KUDOS:5');
    await add(mine, patient.baseUrl);
    await mine.wallet.run({ untilDone: true, timeoutMs: 20_000 });
    await outcomes(mine);
    change();
  });
  afterEach(() => patient.faults.clear());
  const report = async () => (await mine.backup.cycle(patient.baseUrl))[0];
  const differs = {
    kind: 'asks',
    facts: { why: { kind: 'clock-differs', facts: { here: expect.any(Number), there: expect.any(Number) } } },
  };

  it('does not pay the next year before the place itself is that far', async () => {
    const until = mine.backup.providers()[0]?.paidUntil ?? 0;
    for (const days of [355, 380]) {
      ahead = days * DAY;
      change();
      expect(await report()).toMatchObject({
        outcome: 'stored',
        notes: [{ kind: 'renewal', facts: { why: differs } }],
      });
      expect(payments()).toEqual(['KUDOS:0.1']);
    }
    // Set right, it says nothing more, and pays when both agree.
    ahead = 0;
    change();
    expect((await report())?.notes ?? []).toEqual([]);
    world.move(until - 10 * DAY - world.now());
    expect(await report()).toMatchObject({ outcome: 'stored' });
    expect(payments()).toEqual(['KUDOS:0.1', 'KUDOS:0.1']);
  });

  it('nor when a provider asks again and the clock calls its year over', async () => {
    ahead = 380 * DAY;
    change();
    patient.faults.always({ method: 'POST' }, { payAgain: true });
    await report();
    expect(payments()).toEqual(['KUDOS:0.1']);
  });

  it('set back a year while the wallet is open, it pays nothing twice and puts nothing off until then; money says whose clock differs, and goes on when it is right', async () => {
    const order = await sandbox.merchant.createOrder({ amount: 'KUDOS:1', summary: 'A chart' });
    const before = total(mine);
    patient.faults.once({ method: 'POST' }, { status: 503 });
    change();
    expect(await report()).toMatchObject({ outcome: 'unreachable' });
    ahead = -365 * DAY;
    // By itself, and not because somebody asked.
    expect(await mine.backup.run()).toMatchObject([{ outcome: 'stored' }]);
    expect(payments()).toEqual(['KUDOS:0.1']);
    const now = mine.world.now();
    const [place] = mine.backup.providers();
    expect(place?.nextRoundAt).toBeLessThan(now + 2 * DAY);
    for (const at of [place?.verifiedAt, mine.backup.status().verifiedAt]) expect(at).toBeLessThanOrEqual(now);
    for (let tries = 0; tries < 2; tries += 1)
      expect(await mine.wallet.preparePay(order.talerPayUri)).toMatchObject({
        ok: false,
        error: { kind: 'clock-skew', url: sandbox.merchant.baseUrl },
      });
    const issuer = sandbox.exchanges[0]?.baseUrl ?? expect.fail();
    const { talerUri } = await sandbox.bank.createWithdrawal('KUDOS:2');
    for (const asked of [
      mine.wallet.withdrawManual({ exchange: issuer, amount: 'KUDOS:2' }),
      mine.wallet.withdrawFromBank(talerUri),
    ])
      expect(await asked).toMatchObject({ ok: false, error: { kind: 'clock-skew', url: issuer } });
    expect(total(mine)).toBe(before);
    // The shop gave its order to this wallet: it is still to be had.
    ahead = 0;
    const offer = mustOk(await mine.wallet.preparePay(order.talerPayUri), 'offer');
    expect(mustOk(await mine.wallet.confirmPay(offer.purchaseId), 'paid').state).toBe('paid');
    expect(await mine.backup.run()).toMatchObject([{ outcome: 'stored' }]);
    expect(payments().toSorted()).toEqual(['KUDOS:0.1', 'KUDOS:1']);
    const other = await sandbox.merchant.createOrder({ amount: 'KUDOS:1', summary: 'A map' });
    ahead = 30 * DAY;
    expect(await mine.wallet.preparePay(other.talerPayUri)).toMatchObject({ error: { kind: 'contract-expired' } });
    ahead = 0;
    mustOk(await mine.wallet.preparePay(other.talerPayUri), 'still to be had');
  });
});

it('a place that never says its price is waited for some seconds by whoever waits for the copy it has just stored', async () => {
  let [asked, hangs] = [0, false];
  const http: World['http'] = (input, init) => {
    if (!hangs || new Request(input, init).url !== `${patient.baseUrl}config`) return world.http(input, init);
    asked += 1;
    return new Promise(() => undefined);
  };
  mine = install({ ...world, http });
  await withdraw(mine, sandbox, 'KUDOS:5');
  await add(mine, patient.baseUrl);
  await mine.wallet.run({ untilDone: true, timeoutMs: 20_000 });
  await outcomes(mine);
  world.move((mine.backup.providers()[0]?.paidUntil ?? 0) - 29 * DAY - world.now());
  hangs = true;
  const begun = world.now();
  for (let at = 0; at < 2; at += 1) {
    change();
    expect(await world.hurry(outcomes(mine))).toEqual(['stored']);
  }
  // And asked once a day, whatever becomes of that.
  expect(asked).toBe(1);
  expect(world.now() - begun).toBeLessThan(30_000);
});
