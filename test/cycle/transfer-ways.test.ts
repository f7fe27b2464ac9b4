// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { mustOk } from '../../shared/result.ts';
import { runToRest, startWalletLab, type WalletLab } from './wallet-lab.ts';

// An exchange that banks at several places: each of its accounts is a way for one transfer; some take from nobody, some are in other money.

const SWISS = 'payto://iban/CH4431999123000889012?receiver-name=Issuer&ch-qrr=';
const QRR = '210000000003139471430009017';
const OTHER = 'payto://iban/DE75512108001245126199?receiver-name=Changer';
const CONVERTS = 'http://127.0.0.1:9/conversion-info/';

let lab: WalletLab;
let base: string;
beforeAll(async () => {
  lab = await startWalletLab({
    exchanges: [
      {
        accounts: [
          { payto: 'payto://x-taler-bank/closed.example/1?receiver-name=I', creditRestrictions: [{ type: 'deny' }] },
          { payto: `${SWISS}${QRR.replace('13', '31')}`, priority: 9 },
          { payto: OTHER, conversionUrl: CONVERTS, priority: 5, bankLabel: 'Changer\u202e' },
          {
            payto: 'payto://x-taler-bank/second.example/1?receiver-name=I',
            // A rule of a later version, and one that says nothing of itself, twice.
            creditRestrictions: [{ type: 'moon' }, { type: 'regex', payto_regex: '.' }, 7],
          },
          {
            payto: `${SWISS}${QRR}`,
            priority: 1,
            // A pattern that takes longer than the world is old on the wrong line; it is never run.
            creditRestrictions: [{ type: 'regex', payto_regex: '^(a+)+$', human_hint: 'Swiss accounts only' }],
          },
        ],
      },
      { accounts: [{ payto: OTHER, conversionUrl: CONVERTS }] },
      {
        accounts: [
          {
            payto: 'payto://x-taler-bank/strict.example/1?receiver-name=I',
            debitRestrictions: [
              { type: 'regex', payto_regex: '^(a+)+$', human_hint: 'Only who has paid in' },
              'nobody',
            ],
          },
        ],
      },
    ],
  });
  base = lab.sandbox.exchanges[0]?.baseUrl ?? '';
});
afterEach(() => lab.interceptHttp(undefined));
afterAll(() => lab.close());

test('all that are open, the issuer’s own money first, then as it prefers', async () => {
  const { wallet, db } = lab.openWallet();
  const begun = mustOk(await wallet.withdrawManual({ exchange: base, amount: 'KUDOS:5' }), 'withdrawal');
  const subject = `message=Taler+Withdrawal+${begun.reservePub}`;
  expect(begun.ways).toEqual([
    { payto: `${SWISS}${QRR}&amount=KUDOS%3A5&${subject}`, only: ['Swiss accounts only'] },
    { payto: `payto://x-taler-bank/second.example/1?receiver-name=I&amount=KUDOS%3A5&${subject}`, only: [''] },
    { payto: `${OTHER}&${subject}`, label: 'Changer', converts: true },
  ]);
  expect(begun.payto).toBe(begun.ways[0]?.payto);
  // What the issuer keeps is closed after its delay (28 days in the recordings), counted from the transfer's arrival.
  expect(begun.keptDays).toBe(28);
  // As it was begun, and with nobody asked.
  expect(lab.openWallet(db).wallet.transferOf(begun.id)).toEqual({ ok: true, value: begun });
});

test('an issuer that pays to some accounts alone is quoted before anything goes there', async () => {
  const { wallet } = lab.openWallet();
  const exchange = lab.sandbox.exchanges[2]?.baseUrl ?? '';
  mustOk(await wallet.addExchange(exchange), 'exchange');
  const { reservePub } = mustOk(await wallet.withdrawManual({ exchange, amount: 'KUDOS:5' }), 'withdrawal');
  mustOk(lab.sandbox.bank.transferToReserve(reservePub, 'KUDOS:5', { exchange: 2 }), 'transfer');
  await runToRest(lab, wallet);
  const payto = 'payto://x-taler-bank/mine.example/me?receiver-name=Me';
  expect(await wallet.prepareDeposit({ amount: 'KUDOS:1', payto })).toMatchObject({
    ok: true,
    value: { possible: true, only: ['Only who has paid in', ''] },
  });
});

describe('an account in other money', () => {
  const answering = (answer: (asked: URL) => Response): void =>
    lab.interceptHttp(async (input, init) => {
      const { url } = new Request(input, init);
      return url.startsWith(CONVERTS) ? answer(new URL(url)) : lab.sandbox.http(input, init);
    });
  const begin = async () => {
    const { wallet } = lab.openWallet();
    const exchange = lab.sandbox.exchanges[1]?.baseUrl ?? '';
    const { id, ways } = mustOk(await wallet.withdrawManual({ exchange, amount: 'KUDOS:20' }), 'withdrawal');
    expect(ways).toMatchObject([{ converts: true }]);
    expect(ways[0]?.payto).not.toContain('amount');
    return (payto = ways[0]?.payto ?? '') => wallet.convertTransfer({ id, payto });
  };

  test('says about how much it takes, and only its own changer is asked', async () => {
    const convert = await begin();
    answering((asked) => {
      expect(`${asked.pathname}${asked.search}`).toBe('/conversion-info/cashin-rate?amount_credit=KUDOS%3A20');
      return Response.json({ amount_debit: 'EUR:21.5', amount_credit: 'KUDOS:20' });
    });
    expect(await convert()).toEqual({ ok: true, value: { sum: 'EUR:21.5' } });
  });

  test('that is on the list no more is not another one', async () => {
    const convert = await begin();
    answering(() => expect.fail('asked'));
    expect(await convert(OTHER)).toMatchObject({ ok: false, error: { kind: 'conversion-unclear' } });
  });

  test.each([
    ['nothing', { amount_debit: 'EUR:0', amount_credit: 'KUDOS:20' }, 'conversion-unclear'],
    ['less than nothing', { amount_debit: 'EUR:-1', amount_credit: 'KUDOS:20' }, 'malformed-response'],
    [
      'all the money there is',
      { amount_debit: 'EUR:4503599627370496', amount_credit: 'KUDOS:20' },
      'conversion-unclear',
    ],
    ['next to nothing', { amount_debit: 'EUR:0.00000001', amount_credit: 'KUDOS:20' }, 'conversion-unclear'],
    ['beyond every amount', { amount_debit: 'EUR:1e99', amount_credit: 'KUDOS:20' }, 'malformed-response'],
    ['the same money', { amount_debit: 'KUDOS:20', amount_credit: 'KUDOS:20' }, 'conversion-unclear'],
    ['for another sum', { amount_debit: 'EUR:1', amount_credit: 'KUDOS:2' }, 'conversion-unclear'],
    ['a word', { amount_debit: 'cheap' }, 'malformed-response'],
  ])('that takes %s is not believed', async (_, answer, kind) => {
    const convert = await begin();
    answering(() => Response.json(answer));
    expect(await convert()).toMatchObject({ ok: false, error: { kind } });
  });
});
