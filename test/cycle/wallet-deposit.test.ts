// SPDX-License-Identifier: GPL-3.0-or-later
import { english } from '../support/english.ts';
import { describe, expect, test } from 'vitest';
import type { Db } from '../../electron/storage/database.ts';
import { createWallet } from '../../electron/wallet/wallet.ts';
import { explainFailure } from '../../electron/wallet/failure/explain.ts';
import { amount, amountToText } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { aroundExchange } from './one-exchange.ts';
import {
  balanceAt,
  expectSumsAgree,
  fund,
  memoryDatabase,
  runToRest,
  type OpenWallet,
  type WalletLab,
} from './wallet-lab.ts';
import { inTurn } from '../support/seed.ts';

describe.each(inTurn('wallet-deposit', ['v17', 'v23'] as const))('to one’s own bank account (%s)', (generation) => {
  let lab: WalletLab;
  let base: string;
  let mine: string;
  aroundExchange({ exchanges: [{ generation }] }, (opened, { baseUrl }) => {
    lab = opened;
    base = baseUrl;
    mine = lab.sandbox.bank.accountPayto('mine').replace(/\?.*/, '');
  });

  const units = (text: string): bigint => amount(text).units;
  const atBank = (): bigint => units(lab.sandbox.bank.balance('mine'));
  const available = ({ wallet }: Pick<OpenWallet, 'wallet'>): bigint => units(balanceAt(wallet, base).available);
  /** The exchange wires within its next jobs, and the wallet looks again later. */
  const untilWired = async (open: Pick<OpenWallet, 'wallet'>): Promise<void> => {
    for (let round = 0; round < 5; round++) {
      lab.travel(7 * 3600_000);
      await open.wallet.run();
    }
  };

  test('the sum that was asked for arrives; what it costs was said before', async () => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:8.01');
    const [before, had] = [atBank(), available(open)];
    const offer = mustOk(await open.wallet.prepareDeposit({ amount: 'KUDOS:2.5', payto: mine }), 'offer');
    expect(offer).toMatchObject({ exchange: base, amount: 'KUDOS:2.5', possible: true });
    expect(units(offer.total)).toBe(units('KUDOS:2.5') + units(offer.fees));
    expect(offer.payto).toContain('receiver-name=mine');
    const done = mustOk(await open.wallet.deposit({ amount: 'KUDOS:2.5', payto: mine }), 'deposit');
    expect(done.state).toBe('deposited');
    expectSumsAgree(open.wallet);
    expect(open.wallet.history().filter(({ type }) => type === 'deposit')).toMatchObject([
      { state: 'pending', amount: 'KUDOS:2.5' },
    ]);
    await runToRest(lab, open.wallet);
    await untilWired(open);
    expect(atBank() - before).toBe(units('KUDOS:2.5'));
    const [line] = open.wallet.history().filter(({ type }) => type === 'deposit');
    expect(line).toMatchObject({
      state: 'done',
      amount: 'KUDOS:2.5',
      exchange: base,
      title: { kind: 'to-bank-account' },
    });
    expect(had - available(open)).toBe(units('KUDOS:2.5') + units(line?.fees ?? ''));
    expect(line?.fees).toBe(offer.fees);
    expect((await open.wallet.auditCoins()).spentElsewhere).toBe(0);
  });

  test('the most that can arrive goes out and leaves nothing; one unit more does not', async () => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:4.01');
    const { amount: most } = mustOk(await open.wallet.mostToDeposit({ currency: 'KUDOS', payto: mine }), 'most');
    const more = amountToText({ currency: 'KUDOS', units: units(most) + 1n });
    expect(mustOk(await open.wallet.prepareDeposit({ amount: more, payto: mine }), 'more').possible).toBe(false);
    const offer = mustOk(await open.wallet.prepareDeposit({ amount: most, payto: mine }), 'offer');
    mustOk(await open.wallet.deposit({ amount: most, payto: mine, shown: offer.total }), 'deposit');
    expect(balanceAt(open.wallet, base)).toMatchObject({ available: 'KUDOS:0', incoming: 'KUDOS:0' });
    await untilWired(open);
  });

  test('a lost answer, a lie and a restart: deposited once', async () => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:4.01');
    const before = atBank();
    const [exchange] = lab.sandbox.exchanges;
    exchange?.faults.once({ path: '/batch-deposit' }, { afterHandling: true, closeConnection: true });
    exchange?.faults.once({ path: '/batch-deposit' }, { lieAboutSignature: true });
    expect(mustOk(await open.wallet.deposit({ amount: 'KUDOS:1', payto: mine }), 'deposit').state).toBe('pending');
    expect(open.wallet.pending()).toMatchObject([{ type: 'deposit', waitingFor: 'exchange' }]);
    const again = { ...open, wallet: createWallet({ world: lab.world, store: open.store }) };
    await runToRest(lab, again.wallet);
    await untilWired(again);
    expectSumsAgree(again.wallet);
    expect(atBank() - before).toBe(units('KUDOS:1'));
    expect(again.wallet.history().some(({ type }) => type === 'spent-elsewhere')).toBe(false);
  });

  test('a coin that another copy spent is replaced; when there is none, everything comes back', async () => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:2.01');
    await fund(lab, open, 'KUDOS:4.01');
    const copy = lab.openWallet();
    copy.store.transaction((tx) => tx.join(open.store.snapshot()));
    const poor = lab.openWallet();
    poor.store.transaction((tx) => tx.join(open.store.snapshot()));
    mustOk(await open.wallet.deposit({ amount: 'KUDOS:1.9', payto: mine }), 'first');
    expect(mustOk(await copy.wallet.deposit({ amount: 'KUDOS:1.9', payto: mine }), 'second').state).toBe('deposited');
    await runToRest(lab, copy.wallet);
    expectSumsAgree(copy.wallet);
    await runToRest(lab, open.wallet);

    expect(await poor.wallet.deposit({ amount: 'KUDOS:5.5', payto: mine })).toMatchObject({
      ok: false,
      error: { kind: 'deposit-refused' },
    });
    await runToRest(lab, poor.wallet);
    expectSumsAgree(poor.wallet);
    expect(poor.wallet.history().filter(({ type }) => type === 'deposit')).toMatchObject([{ state: 'aborted' }]);
    expect(balanceAt(poor.wallet, base).outgoing).toBe('KUDOS:0');
  });

  test('an exchange that refuses it for good: the coins come back', async () => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:4.01');
    lab.sandbox.exchanges[0]?.faults.once({ path: '/batch-deposit' }, { status: 400, code: 26 });
    expect(await open.wallet.deposit({ amount: 'KUDOS:1', payto: mine })).toMatchObject({
      ok: false,
      error: { kind: 'deposit-refused' },
    });
    await runToRest(lab, open.wallet);
    expect(units('KUDOS:4') - available(open)).toBeLessThanOrEqual(units('KUDOS:0.03'));
  });

  test('an exchange that asks who you are: one visible state, no storm', async () => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:4.01');
    const [exchange] = lab.sandbox.exchanges;
    exchange?.faults.once({ path: '/batch-deposit' }, { status: 451, code: 1028 });
    expect(mustOk(await open.wallet.deposit({ amount: 'KUDOS:1', payto: mine }), 'deposit').state).toBe('pending');
    const { pending } = await open.wallet.run();
    expect(pending).toMatchObject([{ type: 'deposit', waitingFor: 'user', attempts: 1 }]);
    await runToRest(lab, open.wallet);
    expect(open.wallet.history().filter(({ type }) => type === 'deposit')).toMatchObject([{ amount: 'KUDOS:1' }]);
  });

  test('killed at every transaction: the money is at the bank once, or here', async () => {
    for (let n = 1; n < 40; n++) {
      const db: Db = memoryDatabase();
      await fund(lab, lab.openWallet(db), 'KUDOS:2.01');
      const before = atBank();
      const dying = lab.openWallet(db);
      let left = n;
      const mortal = {
        ...dying.store,
        transaction: <T>(work: Parameters<typeof dying.store.transaction<T>>[0]): T => {
          const value = dying.store.transaction(work);
          if (--left <= 0) throw new Error('died');
          return value;
        },
      };
      const wallet = createWallet({ world: lab.world, store: mortal });
      const attempt = async (): Promise<void> => {
        mustOk(await wallet.deposit({ amount: 'KUDOS:1', payto: mine }), 'deposit');
        await wallet.run();
      };
      const died = await attempt().then(
        () => false,
        () => true,
      );
      const again = lab.openWallet(db);
      expectSumsAgree(again.wallet);
      await runToRest(lab, again.wallet);
      await untilWired(again);
      const begun = again.store.entries('deposit').length;
      expect(atBank() - before, `n = ${n}`).toBe(begun === 0 ? 0n : units('KUDOS:1'));
      expect(units('KUDOS:2') - available(again), `n = ${n}`).toBeLessThanOrEqual(
        begun === 0 ? 0n : units('KUDOS:1.06'),
      );
      expect((await again.wallet.auditCoins()).spentElsewhere).toBe(0);
      if (!died) return;
    }
    throw new Error('it never came through untouched');
  });

  test('bad input: named, nothing changed', async () => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:1.01');
    const before = open.store.revision();
    for (const [text, payto, kind] of [
      ['KUDOS:1', 'payto://iban/DE75512108001245126198?receiver-name=A', 'malformed-account'],
      ['KUDOS:1', 'DE75512108001245126199', 'malformed-account'],
      ['KUDOS:1', 'payto://upi/me@bank', 'unsupported-account'],
      ['KUDOS:0', mine, 'amount-is-zero'],
      ['1', mine, 'malformed-amount'],
      ['KUDOS:1', 'payto://iban/DE75512108001245126199?receiver-name=A', 'no-payout-exchange'],
      ['EUR:1', mine, 'no-payout-exchange'],
      ['KUDOS:5', mine, 'insufficient-balance'],
    ] as const) {
      const refused = await open.wallet.deposit({ amount: text, payto });
      if (refused.ok) throw new Error(`accepted: ${payto}`);
      expect(refused.error.kind).toBe(kind);
      expect(english('failure', explainFailure(refused.error))).toMatch(/^[^\n]{10,}[.!]$/);
    }
    expect(open.store.revision()).toBe(before);
    expect(open.store.coins({ status: 'fresh' }).length).toBe(1);
  });
});
