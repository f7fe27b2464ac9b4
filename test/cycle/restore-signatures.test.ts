// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { badCoins } from '../../electron/wallet/coins/signatures.ts';
import { amount } from '../../shared/amount.ts';
import { aroundEconomy } from '../support/around-economy.ts';
import { add, install, outcomes, recoveryText, testWorld, total, withdraw } from '../support/backup-rig.ts';

const world = testWorld();
const stick = mkdtempSync(join(tmpdir(), 'holdfast-signatures-'));
let sandbox: Sandbox;
aroundEconomy(world, [], (opened) => {
  sandbox = opened;
});
afterAll(() => rmSync(stick, { recursive: true, force: true }));

it('a restored coin with a wrong signature is named, kept, and never chosen; the others pay', async () => {
  const one = install(world);
  await withdraw(one, sandbox, 'KUDOS:12');
  const coins = [...one.store.coins({ status: 'fresh' })].sort((a, b) =>
    amount(a.value.v).units < amount(b.value.v).units ? 1 : -1,
  );
  const [bad, other] = coins;
  if (!bad || other?.value.sig === undefined) throw new Error('coins were expected');
  // Damage as a defect of another version would make it: another coin's signature, in an entry that is otherwise whole.
  const { sig } = other.value;
  const damaged = one.store
    .snapshot()
    .map((entry) =>
      entry.kind === 'coin' && entry.id === bad.id ? { ...entry, value: { ...bad.value, sig } } : entry,
    );
  const copy = install(world);
  copy.store.transaction((tx) => tx.join(damaged));
  await add(copy, stick);
  await outcomes(copy);

  const two = install(world);
  const report = await two.backup.restore(recoveryText(copy), { folders: [stick] });
  if (!report.ok) throw new Error(report.error.kind);
  expect(report.value.said).toContainEqual({ kind: 'bad-signatures', facts: { coins: 1 } });
  expect([...badCoins(two.store.local)]).toEqual([bad.id]);
  const [balance] = two.wallet.balances();
  expect(balance).toMatchObject({ incoming: bad.value.remaining, notes: [{ kind: 'bad-signatures' }] });
  expect(total(two)).toBe(total(one));

  const order = await sandbox.merchant.createOrder({ amount: 'KUDOS:2', summary: 'tea' });
  const offer = await two.wallet.preparePay(order.talerPayUri);
  if (!offer.ok) throw new Error(offer.error.kind);
  expect(await two.wallet.confirmPay(offer.value.purchaseId)).toEqual({ ok: true, value: { state: 'paid' } });
  // Neither paid with nor renewed, also when all coins are to be.
  two.wallet.renewCoins();
  await two.wallet.run({ untilDone: true, timeoutMs: 20_000 });
  expect(two.store.entry('coin', bad.id)?.value).toMatchObject({ status: 'fresh', remaining: bad.value.remaining });
  expect(two.wallet.pending()).toEqual([]);
  expect(badCoins(one.store.local).size).toBe(0);
  expect(await one.wallet.auditCoins()).toMatchObject({ badSignatures: 0 });
});

it.each(['before', 'after'])(
  'a whole copy that is joined %s a damaged one brings the good signature back',
  async (when) => {
    const one = install(world);
    await withdraw(one, sandbox, 'KUDOS:12');
    const whole = one.store.snapshot();
    const damaged = whole.map((entry) => {
      if (entry.kind !== 'coin') return entry;
      // Of two texts the larger one stays in the entry: this one, and it is not the exchange's.
      const value = { ...Object(entry.value) } as { sig: string };
      return { ...entry, value: { ...value, sig: value.sig.replace(/^./, 'Z') } };
    });
    const two = install(world);
    for (const copy of when === 'before' ? [whole, damaged] : [damaged, whole]) {
      two.store.transaction((tx) => tx.join(copy));
      const report = await two.wallet.auditCoins();
      expect(report.badSignatures).toBe(copy === damaged && when === 'after' ? report.checked : 0);
    }
    expect(badCoins(two.store.local).size).toBe(0);
    const order = await sandbox.merchant.createOrder({ amount: 'KUDOS:11', summary: 'tea' });
    const offer = await two.wallet.preparePay(order.talerPayUri);
    if (!offer.ok) throw new Error(offer.error.kind);
    expect(await two.wallet.confirmPay(offer.value.purchaseId)).toEqual({ ok: true, value: { state: 'paid' } });
    await two.wallet.run({ untilDone: true, timeoutMs: 20_000 });
    expect(two.wallet.pending()).toEqual([]);
    for (const { value } of two.store.coins({ status: 'spent' })) expect(value).not.toHaveProperty('sigs');
  },
);
