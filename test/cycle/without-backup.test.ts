// SPDX-License-Identifier: GPL-3.0-or-later
import { english } from '../support/english.ts';
import { trusting } from '../support/trusting.ts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createBackup } from '../../electron/backup/backup.ts';
import type { SandboxExchange } from '../../electron/sandbox/exchange/exchange.ts';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import type { SandboxSync } from '../../electron/sandbox/sync/sync.ts';
import { explainFailure } from '../../electron/wallet/failure/explain.ts';
import { createWallet } from '../../electron/wallet/wallet.ts';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { add, install, outcomes, startEconomy, testWorld, total, type Installation } from '../support/backup-rig.ts';

// A change of mind: what waits at the gate for its backup is had without, that item alone, and its sum is at risk until the
// next verified copy.

const world = testWorld();
let sandbox: Sandbox;
let exchange: SandboxExchange;
let provider: SandboxSync;

beforeAll(async () => {
  sandbox = await startEconomy(world, [{ annualFee: 'KUDOS:0' }]);
  const [first, sync] = [sandbox.exchanges[0], sandbox.syncProviders[0]];
  if (!first || !sync) throw new Error('an exchange and a provider were asked for');
  [exchange, provider] = [first, sync];
});
afterAll(() => sandbox.close());
afterEach(() => {
  sandbox.assertAllFaultsHappened();
  for (const each of [exchange, provider]) each.faults.clear();
});

const begin = async ({ wallet }: Installation, text: string): Promise<string> => {
  mustOk(await wallet.addExchange(exchange.baseUrl), 'exchange');
  const { payto, id } = mustOk(
    await wallet.withdrawManual({ exchange: exchange.baseUrl, amount: text, withoutBackup: false }),
    'withdrawal',
  );
  mustOk(sandbox.bank.transferToReserve(payto), 'transfer');
  return id;
};
const run = ({ wallet }: Installation, timeoutMs = 20_000) => world.hurry(wallet.run({ untilDone: true, timeoutMs }));
const goOn = ({ wallet }: Installation, id: string) => wallet.goOnWithoutBackup(id);
const waiting = ({ wallet }: Installation, id: string) => wallet.pending().find((each) => each.id === id);
const available = ({ wallet }: Installation): string => wallet.balances()[0]?.available ?? 'KUDOS:0';
/** A wallet with money and a verified copy of it, whose only provider has just died. */
const abandonedByItsProvider = async (): Promise<Installation> => {
  const mine = install(world, { gated: true });
  await add(mine, provider.baseUrl);
  await begin(mine, 'KUDOS:6');
  await run(mine);
  await outcomes(mine);
  expect(mine.backup.status().safety.uncopied).toEqual([]);
  provider.faults.always({}, { status: 503 });
  return mine;
};
const isBack = async (mine: Installation): Promise<void> => {
  provider.faults.assertAllHappened();
  provider.faults.clear();
  await outcomes(mine);
};

describe('had without a backup after all', () => {
  it('a withdrawal: this sum and no other, said beforehand to the last unit, at risk until the next verified copy', async () => {
    const mine = await abandonedByItsProvider();
    const safe = total(mine);
    const [wanted, other] = [await begin(mine, 'KUDOS:3'), await begin(mine, 'KUDOS:2')];
    await run(mine, 1_500);
    const sum = waiting(mine, wanted)?.withoutBackup ?? '';
    expect(waiting(mine, wanted)).toMatchObject({
      waitingFor: 'provider',
      withoutBackup: expect.stringMatching(/^KUDOS:2\.9/),
    });
    expect(available(mine)).toBe(safe);
    expect(mustOk(await goOn(mine, wanted), 'going on')).toEqual({ id: wanted, sum, state: 'done' });
    expect(amount(available(mine)).units).toBe(amount(safe).units + amount(sum).units);
    // The other one still waits, in the reserve, whose key is in no copy either.
    expect(waiting(mine, other)).toMatchObject({ waitingFor: 'provider' });
    const atRisk = amount(mine.backup.status().safety.uncopied[0] ?? '').units;
    // What drawing it takes was never counted as theirs.
    expect(atRisk).toBe(amount(sum).units + amount('KUDOS:1.99').units);
    await isBack(mine);
    expect(mine.backup.status().safety.uncopied).toEqual([]);
    expect((await run(mine)).pending).toEqual([]);
    expect(mine.backup.status().safety.uncopied).toEqual([]);
  });

  it('change: the coin is renewed at once, and what came of it is at risk until the next verified copy', async () => {
    const mine = await abandonedByItsProvider();
    const order = await sandbox.merchant.createOrder({ amount: 'KUDOS:1.23', summary: 'tea' });
    const offer = mustOk(await mine.wallet.preparePay(order.talerPayUri), 'offer');
    mustOk(await mine.wallet.confirmPay(offer.purchaseId), 'payment');
    await run(mine, 1_500);
    const change = mine.wallet.pending().filter(({ type }) => type === 'refresh');
    expect(change).toMatchObject([{ waitingFor: 'provider', withoutBackup: expect.stringMatching(/^KUDOS:/) }]);
    expect(mine.backup.status().safety.uncopied).toEqual([]);
    const [{ id, withoutBackup }] = change as [(typeof change)[0] & object];
    expect(mustOk(await goOn(mine, id), 'going on')).toEqual({ id, sum: withoutBackup, state: 'done' });
    expect(mine.backup.status().safety.uncopied).toEqual([withoutBackup]);
    await isBack(mine);
    expect(mine.backup.status().safety.uncopied).toEqual([]);
  });

  it('a payment from a person: taken from its sender and turned into coins', async () => {
    const sender = install(world);
    await begin(sender, 'KUDOS:6');
    await run(sender);
    const sent = mustOk(await sender.wallet.peer.send({ amount: 'KUDOS:2', summary: 'lunch' }), 'sent');
    const mine = install(world, { gated: true });
    const offer = mustOk(await trusting((asked) => mine.wallet.peer.prepare(sent.uri, asked)), 'offer');
    mustOk(await mine.wallet.peer.confirm(offer.id), 'acceptance');
    expect(waiting(mine, offer.id)).toMatchObject({ waitingFor: 'provider', withoutBackup: 'KUDOS:2' });
    expect(mustOk(await goOn(mine, offer.id), 'going on')).toMatchObject({ sum: 'KUDOS:2', state: 'done' });
    expect(available(mine)).toBe(offer.total);
    expect(mine.backup.status().safety.uncopied).toEqual([offer.total]);
    await add(mine, provider.baseUrl);
    expect(mine.backup.status().safety.uncopied).toEqual([]);
  });

  it('an invoice: handed out, and what is paid into it does not wait either', async () => {
    const mine = install(world, { gated: true });
    mustOk(await mine.wallet.addExchange(exchange.baseUrl), 'exchange');
    const invoice = mustOk(await mine.wallet.peer.request({ amount: 'KUDOS:1.5', summary: 'ticket' }), 'invoice');
    expect(invoice.state).toBe('starting');
    expect(waiting(mine, invoice.id)).toMatchObject({ waitingFor: 'provider', withoutBackup: 'KUDOS:1.5' });
    expect(mustOk(await goOn(mine, invoice.id), 'going on')).toEqual({
      id: invoice.id,
      sum: 'KUDOS:1.5',
      state: 'pending',
    });
    expect(waiting(mine, invoice.id)).toMatchObject({ waitingFor: 'payer' });
    // Chosen once: there is nothing left to choose.
    expect(waiting(mine, invoice.id)?.withoutBackup).toBeUndefined();
    const payer = install(world);
    await begin(payer, 'KUDOS:6');
    await run(payer);
    const offer = mustOk(await trusting((asked) => payer.wallet.peer.prepare(invoice.uri, asked)), 'offer');
    mustOk(await payer.wallet.peer.confirm(offer.id), 'paid');
    expect((await run(mine)).pending).toEqual([]);
    expect(mine.backup.status().safety.uncopied).toEqual([total(mine)]);
    expect(total(mine)).toMatch(/^KUDOS:1\.[45]/);
  });
});

describe('the choice', () => {
  it('is written down before anything is sent: an exchange that is away, or a restart, only delays it', async () => {
    const mine = install(world, { gated: true });
    const id = await begin(mine, 'KUDOS:3');
    await run(mine, 1_500);
    exchange.faults.always({ path: 'withdraw' }, { closeConnection: true });
    expect(mustOk(await goOn(mine, id), 'going on')).toMatchObject({ state: 'pending' });
    expect(mine.store.entry('withdrawal', id)?.value.without_backup).toBe(true);
    exchange.faults.assertAllHappened();
    exchange.faults.clear();
    const wallet = createWallet({ world, store: mine.store, gate: (...asked) => backup.gate(...asked) });
    const backup = createBackup({ world, store: mine.store, wallet });
    expect((await world.hurry(wallet.run({ untilDone: true, timeoutMs: 20_000 }))).pending).toEqual([]);
    expect(wallet.balances()).toMatchObject([{ available: expect.stringMatching(/^KUDOS:2\.9/) }]);
  });

  it('is refused, with nothing changed, for whatever does not wait for a backup', async () => {
    const mine = install(world, { gated: true });
    mustOk(await mine.wallet.addExchange(exchange.baseUrl), 'exchange');
    const unpaid = mustOk(
      await mine.wallet.withdrawManual({ exchange: exchange.baseUrl, amount: 'KUDOS:1', withoutBackup: false }),
      'withdrawal',
    ).id;
    await add(mine, provider.baseUrl);
    const done = await begin(mine, 'KUDOS:3');
    await run(mine, 1_500);
    const before = mine.store.revision();
    for (const id of [unpaid, done, 'no such thing', exchange.baseUrl]) {
      const refused = await goOn(mine, id);
      expect(refused).toMatchObject({ ok: false, error: { kind: 'not-waiting-for-backup' } });
      if (!refused.ok)
        expect(english('failure', explainFailure(refused.error))).toMatch(/waits for a copy.*Nothing was changed\.$/);
    }
    expect(mine.store.revision()).toBe(before);
    expect(mine.store.entry('withdrawal', unpaid)?.value.without_backup).toBeUndefined();
  });

  it('is not offered on a device that stands still, and refused there', async () => {
    const mine = await abandonedByItsProvider();
    const id = await begin(mine, 'KUDOS:2');
    await run(mine, 1_500);
    expect(waiting(mine, id)?.withoutBackup).toBeDefined();
    mine.store.transaction((tx) =>
      tx.put('device', 'ANOTHER', { name: 'another', epoch: 99, status: 'active', last_clock: '' }),
    );
    expect(waiting(mine, id)).toMatchObject({ waitingFor: 'user' });
    expect(waiting(mine, id)?.withoutBackup).toBeUndefined();
    expect(await goOn(mine, id)).toMatchObject({ ok: false, error: { kind: 'superseded' } });
    expect(mine.store.entry('withdrawal', id)?.value.without_backup).toBeUndefined();
  });
});
