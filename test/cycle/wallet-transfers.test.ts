// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { aroundExchange } from './one-exchange.ts';
import { balanceAt, expectSumsAgree, runToRest, type WalletLab } from './wallet-lab.ts';

const HOUR = 3600_000;

describe('a transfer by hand', () => {
  let lab: WalletLab;
  let base: string;
  aroundExchange({ exchanges: [{ generation: 'v23' }] }, (opened, { baseUrl }) => {
    lab = opened;
    base = baseUrl;
  });

  const announce = async (sum: string) => {
    const open = lab.openWallet();
    mustOk(await open.wallet.addExchange(base), 'exchange');
    const { payto } = mustOk(await open.wallet.withdrawManual({ exchange: base, amount: sum }), 'withdrawal');
    const send = (text: string): void => {
      const paying = new URL(payto);
      paying.searchParams.set('amount', text);
      mustOk(lab.sandbox.bank.transferToReserve(paying.href), 'transfer');
    };
    return { ...open, send };
  };

  test('of less than was announced: what did not come is no fee', async () => {
    const open = await announce('KUDOS:20');
    open.send('KUDOS:8');
    await runToRest(lab, open.wallet);
    const [line] = open.wallet.history();
    expect(line).toMatchObject({
      state: 'done',
      amount: 'KUDOS:8',
      notes: [{ kind: 'arrived-less', facts: { arrived: 'KUDOS:8', wanted: 'KUDOS:20' } }],
    });
    expect(amount(line?.effect ?? '').units + amount(line?.fees ?? '').units).toBe(amount('KUDOS:8').units);
    expectSumsAgree(open.wallet);
  });

  test('of more than was announced: all of it is a withdrawal', async () => {
    const open = await announce('KUDOS:2');
    open.send('KUDOS:4.01');
    await runToRest(lab, open.wallet);
    expect(open.wallet.history()).toMatchObject([{ amount: 'KUDOS:4.01', effect: 'KUDOS:4', fees: 'KUDOS:0.01' }]);
  });

  test('again, to the same address: it is found within days and has a line of its own', async () => {
    const open = await announce('KUDOS:4.01');
    open.send('KUDOS:4.01');
    await runToRest(lab, open.wallet);
    open.send('KUDOS:2.01');
    for (let day = 0; day < 3; day++) {
      lab.travel(24 * HOUR);
      await open.wallet.run();
      await runToRest(lab, open.wallet);
    }
    expect(balanceAt(open.wallet, base)).toMatchObject({ available: 'KUDOS:6', incoming: 'KUDOS:0' });
    expect(open.wallet.history().map((line) => [line.type, line.amount, line.effect])).toEqual([
      ['withdrawal', 'KUDOS:2.01', 'KUDOS:2'],
      ['withdrawal', 'KUDOS:4.01', 'KUDOS:4'],
    ]);
    expectSumsAgree(open.wallet);
    // Nothing more came, so nothing more is begun.
    lab.travel(48 * HOUR);
    await open.wallet.run();
    expect(open.store.entries('withdrawal')).toHaveLength(2);
  });
});
