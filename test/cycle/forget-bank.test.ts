// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mustOk } from '../../shared/result.ts';
import { expectSumsAgree, fund, runToRest, startWalletLab, type OpenWallet, type WalletLab } from './wallet-lab.ts';

// What went to a bank, or came from one, is forgotten with the account it names. What may still hold money stays findable.

const HOUR = 3600_000;
const DAY = 24 * HOUR;

let lab: WalletLab;
let base: string;
let mine: string;
beforeAll(async () => {
  lab = await startWalletLab({ exchanges: [{}] });
  base = lab.sandbox.exchanges[0]?.baseUrl ?? '';
  mine = lab.sandbox.bank.accountPayto('mine').replace(/\?.*/, '');
});
afterAll(() => lab.close());

const lineOf = ({ wallet }: OpenWallet, id: string) => wallet.history().find((line) => line.id === id);
const kept = ({ store }: OpenWallet, kind: 'deposit' | 'withdrawal', id: string): string =>
  JSON.stringify(store.entry(kind, id));
const announced = async (open: OpenWallet) => {
  mustOk(await open.wallet.addExchange(base), 'exchange');
  return mustOk(await open.wallet.withdrawManual({ exchange: base, amount: 'KUDOS:5' }), 'withdrawal');
};
const FORGOTTEN = { party: '', summary: '', title: { kind: 'forgotten' } };
const UNFINISHED = { error: { kind: 'not-forgettable', why: 'unfinished' } };

/** Forgets it, and joins a copy from before: nothing comes back, and the sums agree. */
const forgets = async (open: OpenWallet, id: string): Promise<void> => {
  const copy = open.store.snapshot();
  mustOk(await open.wallet.forget(id), 'forgetting');
  open.store.transaction((tx) => tx.join(copy));
  expectSumsAgree(open.wallet);
  expect(await open.wallet.forget(id)).toMatchObject({ error: { kind: 'nothing-to-forget' } });
};

test('a deposit that arrived: the account goes, the sum stays; while it is on its way it is kept', async () => {
  const open = lab.openWallet();
  await fund(lab, open, 'KUDOS:8.01');
  const { id } = mustOk(await open.wallet.deposit({ amount: 'KUDOS:2', payto: mine }), 'deposit');
  expect(lineOf(open, id)).not.toHaveProperty('forgettable');
  expect(await open.wallet.forget(id)).toMatchObject(UNFINISHED);
  for (let round = 0; round < 5; round++) {
    lab.travel(7 * HOUR);
    await open.wallet.run();
  }
  const before = lineOf(open, id);
  expect(before).toMatchObject({ state: 'done', forgettable: true });
  expect(open.wallet.aboutForgetting(id)).toMatchObject({ value: { said: [{ kind: 'to-bank' }] } });
  await forgets(open, id);
  expect(kept(open, 'deposit', id)).not.toContain('payto:');
  expect(lineOf(open, id)).toMatchObject({ ...FORGOTTEN, effect: before?.effect, fees: before?.fees });
  expect(lineOf(open, id)).not.toHaveProperty('forgettable');
});

test('a deposit that was refused is kept until its coins are back', async () => {
  const open = lab.openWallet();
  await fund(lab, open, 'KUDOS:8.01');
  const [exchange] = lab.sandbox.exchanges;
  exchange?.faults.once({ path: '/batch-deposit' }, { status: 400, code: 26 });
  await open.wallet.deposit({ amount: 'KUDOS:2', payto: mine });
  const [{ id, value } = { id: '', value: undefined }] = open.store.entries('deposit');
  expect(value?.status).toMatch(/failed|aborted/);
  expect(await open.wallet.forget(id)).toMatchObject(UNFINISHED);
  await runToRest(lab, open.wallet);
  const before = lineOf(open, id);
  await forgets(open, id);
  expect(lineOf(open, id)).toMatchObject({ ...FORGOTTEN, effect: before?.effect });
});

test('a forgotten deposit that another copy knows as made is still followed to its end', async () => {
  const open = lab.openWallet();
  await fund(lab, open, 'KUDOS:8.01');
  const { id } = mustOk(await open.wallet.deposit({ amount: 'KUDOS:2', payto: mine }), 'deposit');
  const copy = open.store.snapshot();
  const other = lab.openWallet();
  other.store.transaction((tx) => tx.join(copy));
  // Here it was given up, as far as this copy knew, and forgotten.
  other.store.transaction((tx) => {
    const made = tx.entry('deposit', id)?.value;
    if (made) tx.put('deposit', id, { ...made, status: 'done' });
  });
  mustOk(await other.wallet.forget(id), 'forgetting');
  const forgotten = other.store.snapshot().filter(({ kind }) => kind === 'deposit');
  const value = { ...(forgotten[0]?.value as object), status: 'aborted' };
  open.store.transaction((tx) => tx.join(forgotten.map((entry) => ({ ...entry, value }))));
  expect(open.store.entry('deposit', id)?.value).toMatchObject({ status: 'deposited', forgotten: true, payto: '' });
  for (let round = 0; round < 5; round++) {
    lab.travel(7 * HOUR);
    await open.wallet.run();
  }
  expect(open.store.entry('deposit', id)?.value.status).toBe('done');
});

test('money that came from a bank: where it was asked for goes, the sum stays, and the same again is still found', async () => {
  const open = lab.openWallet();
  await fund(lab, open, 'KUDOS:8.01');
  const [{ id, value } = { id: '', value: undefined }] = open.store.entries('withdrawal');
  const payto = value?.origin.type === 'manual' ? value.origin.payto : '';
  const before = lineOf(open, id);
  expect(before).toMatchObject({ state: 'done', forgettable: true });
  expect(open.wallet.aboutForgetting(id)).toMatchObject({ value: { said: [{ kind: 'from-bank' }] } });
  await forgets(open, id);
  expect(kept(open, 'withdrawal', id)).not.toContain('payto://');
  expect(lineOf(open, id)).toMatchObject({ ...FORGOTTEN, effect: before?.effect });
  mustOk(lab.sandbox.bank.transferToReserve(payto), 'the same transfer again');
  lab.travel(2 * DAY);
  await runToRest(lab, open.wallet);
  expect(open.wallet.history().filter(({ type }) => type === 'withdrawal')).toHaveLength(2);
  expectSumsAgree(open.wallet);
});

test('one that waits is kept; given up, it leaves no line, and money that comes after all is found and has one', async () => {
  const open = lab.openWallet();
  const { id, payto } = await announced(open);
  expect(await open.wallet.forget(id)).toMatchObject(UNFINISHED);
  mustOk(await open.wallet.abort(id), 'giving up');
  expect(lineOf(open, id)).toMatchObject({ state: 'aborted', forgettable: true });
  expect(open.wallet.aboutForgetting(id)).toMatchObject({ value: { said: [{ kind: 'never-came' }] } });
  await forgets(open, id);
  expect(lineOf(open, id)).toBeUndefined();
  expect(kept(open, 'withdrawal', id)).not.toContain('payto://');
  mustOk(lab.sandbox.bank.transferToReserve(payto), 'transfer');
  for (let days = 0; days < 3; days++) {
    lab.travel(2 * DAY);
    await runToRest(lab, open.wallet);
  }
  expect(open.wallet.history()).toMatchObject([{ type: 'withdrawal', effect: 'KUDOS:4.99', forgettable: true }]);
  expectSumsAgree(open.wallet);
});

test('one whose account has more money than was announced is kept, and shown', async () => {
  const open = lab.openWallet();
  const { id, payto } = await announced(open);
  mustOk(await open.wallet.abort(id), 'giving up');
  const tooMuch = payto.replace(/amount=[^&]*/, 'amount=KUDOS%3A50');
  const forgotten = lab.openWallet();
  forgotten.store.transaction((tx) => tx.join(open.store.snapshot()));
  mustOk(await forgotten.wallet.addExchange(base), 'exchange');
  mustOk(await forgotten.wallet.forget(id), 'forgetting before it came');
  mustOk(lab.sandbox.bank.transferToReserve(tooMuch), 'transfer');
  lab.travel(2 * DAY);
  await open.wallet.run();
  expect(await open.wallet.forget(id)).toMatchObject({ error: { kind: 'not-forgettable', why: 'left-there' } });
  await forgotten.wallet.run();
  expect(lineOf(forgotten, id)).toMatchObject({ party: '', notes: [{ kind: 'left-there' }] });
});
