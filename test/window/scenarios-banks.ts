// SPDX-License-Identifier: GPL-3.0-or-later
import type { TransferView } from '../../shared/view-bank.ts';
import type { Scenario } from './fake-bridge.ts';
import { people } from './scenarios-people.ts';
import { EXCHANGE, transfer } from './views.ts';

// Banks and issuers' accounts that ask for more than a yes.

/** A bank that leaves the sum to the person, within what it says. */
export const openSum: Scenario = {
  ...people.sending,
  answers: {
    ...people.sending.answers,
    'withdraw.look': {
      value: {
        bank: 'bank.example',
        exchange: EXCHANGE,
        choose: { currency: 'KUDOS', suggested: 'KUDOS:10', most: 'KUDOS:50' },
        cardFees: 'KUDOS:0.35',
        amount: 'KUDOS:10',
        fees: 'KUDOS:0.1',
        total: 'KUDOS:9.9',
      },
    },
  },
};

const subject = `message=Taler+Withdrawal+${'R'.repeat(52)}`;
const place = 'receiver-name=Example+Issuer&receiver-postal-code=2502&receiver-town=Biel';
const first = `payto://iban/CH4431999123000889012?${place}&ch-qrr=210000000003139471430009017&amount=CHF:20&${subject}`;

/** One with a Swiss reference, one in other money, and one whose reference cannot be. */
export const severalAccounts: TransferView = {
  ...transfer,
  amount: 'CHF:20',
  fees: 'CHF:0.1',
  total: 'CHF:19.9',
  payto: first,
  keptDays: 28,
  ways: [
    { payto: first, only: ['Swiss accounts only'] },
    { payto: `payto://iban/DE75512108001245126199?${place}&${subject}`, label: 'Changer', converts: true },
    { payto: first.replace('0003139', '0001339') },
  ],
};
