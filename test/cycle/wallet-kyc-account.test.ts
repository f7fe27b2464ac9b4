// SPDX-License-Identifier: GPL-3.0-or-later
import type { FailureView } from '../../shared/view.ts';
import { describe, expect, test } from 'vitest';
import type { SandboxExchange } from '../../electron/sandbox/exchange/exchange.ts';
import { mustOk } from '../../shared/result.ts';
import { inTurn } from '../support/seed.ts';
import { rich } from './peer-lab.ts';
import { aroundExchange } from './one-exchange.ts';
import { runToRest, type WalletLab } from './wallet-lab.ts';

// From v23 on: an account that no key of ours speaks for. The exchange first wants a transfer from it with our key in the subject.

describe.each(inTurn('wallet-kyc-account', ['v23', 'v32'] as const))('at an exchange of %s', (generation) => {
  let lab: WalletLab;
  let exchange: SandboxExchange;
  aroundExchange(
    { exchanges: [{ generation, limits: [{ operation: 'DEPOSIT', threshold: 'KUDOS:0' }] }] },
    (opened, first) => {
      lab = opened;
      exchange = first;
    },
  );

  test('a deposit to a strange account: the transfer to make is told, then the page, then it goes on', async () => {
    const alice = await rich(lab);
    const payto = lab.sandbox.bank.accountPayto('stranger');
    const made = mustOk(await alice.wallet.deposit({ amount: 'KUDOS:1', payto }), 'deposit');
    const pending = () => alice.wallet.pending().find(({ type }) => type === 'deposit');
    expect(made.state).toBe('pending');
    expect(pending()).toMatchObject({ waitingFor: 'user', link: exchange.baseUrl });
    const transfer = /payto:\S+/.exec(transferOf(pending()?.why))?.[0] ?? '';
    expect(transfer.startsWith(exchange.accountPayto.split('?')[0] ?? '-')).toBe(true);
    const words = new URL(transfer).searchParams;
    expect(words.get('amount')).toBe('KUDOS:0.01');

    exchange.kyc.authTransfer(payto, words.get('message')?.replace(/^KYC:/, '') ?? '');
    lab.travel(6 * 60_000);
    await alice.wallet.run();
    expect(pending()?.link).toMatch(/\/kyc-spa\/[0-9A-Z]{52}$/);
    expect(pending()?.why?.kind).toBe('kyc-required');
    expect(transferOf(pending()?.why)).toBe('');
    exchange.kyc.answer(payto);
    await runToRest(lab, alice.wallet);
    expect(alice.store.entry('deposit', made.id)?.value.status).toMatch(/^(?:deposited|done)$/);
  });

  test('one that is not wanted after all is taken back while it waits for an answer', async () => {
    const alice = await rich(lab);
    const payto = lab.sandbox.bank.accountPayto('another');
    const made = mustOk(await alice.wallet.deposit({ amount: 'KUDOS:1', payto }), 'deposit');
    expect(mustOk(await alice.wallet.abort(made.id), 'abort')).toEqual({
      id: made.id,
      amount: 'KUDOS:1',
      state: 'aborted',
    });
    await runToRest(lab, alice.wallet);
    expect(alice.wallet.balances()).toMatchObject([{ outgoing: 'KUDOS:0', incoming: 'KUDOS:0' }]);
  });
});

const transferOf = (why: FailureView | undefined): string =>
  why?.kind === 'kyc-required' ? (why.facts.transfer ?? '') : '';
