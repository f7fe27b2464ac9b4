// SPDX-License-Identifier: GPL-3.0-or-later
import type { Page } from 'playwright-core';
import type { RequestName } from '../../shared/contract.ts';
import { link, withAnswers } from './asked.ts';
import { third } from './escrow-typing.ts';
import type { Scenario } from './fake-bridge.ts';
import { press } from './pages-look.ts';
import { devices } from './scenarios-devices.ts';
import { escrowOfToday, escrowScenarios } from './scenarios-escrow.ts';
import { people } from './scenarios-people.ts';
import { placeScenarios } from './scenarios-places.ts';
import { rekeyOffered } from './scenarios-rekey.ts';
import { scenarios } from './scenarios.ts';
import { pasteText } from './typing.ts';
import { AT, MINUTE, paidProvider } from './views.ts';

/** Who taps or holds a key twice: the button that does it, and what is asked of the wallet by it. */
type Deed = {
  readonly name: string;
  readonly scenario: Scenario;
  readonly where: string;
  readonly before: (page: Page) => Promise<void>;
  readonly button: string | RegExp;
  readonly asks: RequestName;
  /** whether money comes by it: its issuer’s terms may have to be agreed to first */
  readonly terms?: true;
};

const quoted =
  (label: string, more?: (page: Page) => Promise<void>) =>
  async (page: Page): Promise<void> => {
    await more?.(page);
    await page.getByLabel(label).last().fill('5');
    await press(page, 'Show what it costs');
  };

/** Everything that is agreed to in the window. */
export const DEEDS: readonly Deed[] = [
  {
    name: 'an order',
    scenario: scenarios.safe,
    where: '/pay',
    before: link('Link from the shop', 'taler://pay/shop.example/1/'),
    button: /^Pay 1\.50/,
    asks: 'pay.confirm',
  },
  {
    name: 'a request',
    scenario: people.invoiceToPay,
    where: '/pay',
    before: link('Link from the shop', 'taler://pay-pull/exchange.example/KEY'),
    button: /^Pay 12\.50/,
    asks: 'peer.confirm',
  },
  {
    name: 'a payment that is taken',
    scenario: people.sending,
    where: '/receive',
    before: link('Link from the other person', 'taler://pay-push/exchange.example/KEY'),
    button: /^Take 6\.97/,
    asks: 'peer.confirm',
    terms: true,
  },
  {
    name: 'a payment',
    scenario: people.sending,
    where: '/send',
    before: quoted('You send'),
    button: /^Send 5\.00/,
    asks: 'peer.send',
  },
  {
    name: 'a request of one’s own',
    scenario: people.sending,
    where: '/request',
    before: quoted('You ask for'),
    button: /^Ask for 12\.50/,
    asks: 'peer.request',
    terms: true,
  },
  {
    name: 'a deposit',
    scenario: people.sending,
    where: '/deposit',
    before: quoted('Arrives there', (page) => page.getByLabel('IBAN').fill('DE75512108001245126199')),
    button: /^Send 10\.00 KUDOS to the bank/,
    asks: 'deposit.confirm',
  },
  {
    name: 'a bank’s offer',
    scenario: people.sending,
    where: '/add',
    before: link('Link from your bank', 'taler://withdraw/bank.example/1'),
    button: /^Accept 100\.00/,
    asks: 'withdraw.uri',
    terms: true,
  },
  {
    name: 'a transfer',
    scenario: scenarios.fresh,
    where: '/add',
    before: quoted('Amount', async (page) => page.getByRole('button', { name: /^KUDOS · / }).click()),
    button: /^Prepare a transfer/,
    asks: 'withdraw.manual',
    terms: true,
  },
  {
    name: 'play money',
    scenario: people.withoutProvider,
    where: '/add',
    before: async () => undefined,
    button: 'Get play money',
    asks: 'play.withdraw',
  },
  {
    name: 'a place’s fee',
    scenario: scenarios.fresh,
    where: '/protection',
    before: link('Address or folder', 'https://reef.example/'),
    button: /^Pay [\d.]+ KUDOS and add/,
    asks: 'provider.add',
  },
  {
    name: 'emptying',
    scenario: devices.toEmpty,
    where: '/empty',
    before: async () => undefined,
    button: /^Make codes for/,
    asks: 'wallet.empty',
  },
  {
    name: 'a new secret',
    scenario: { answers: rekeyOffered },
    where: '/new-secret',
    before: async (page) => {
      await press(page, /^Make a new secret for 1\.62/);
      await page.getByRole('alertdialog').waitFor();
    },
    button: /^Make a new secret for 1\.62/,
    asks: 'rekey.begin',
  },
  {
    name: 'an escrow',
    scenario: escrowScenarios.none,
    where: '/escrow',
    before: async (page) => {
      await third(page);
      await press(page, 'Continue');
    },
    button: /^Agree to the terms, pay/,
    asks: 'escrow.setUp',
  },
  {
    name: 'fees that grew',
    scenario: people.steep,
    where: '/',
    before: (page) => press(page, /^Answer about the fees/),
    button: 'Agree to the fees',
    asks: 'wallet.agreeToFees',
  },
  {
    name: 'money without a copy',
    scenario: devices.waiting,
    where: '/',
    before: (page) => press(page, /^Go on without a copy/),
    button: 'Have it without a copy',
    asks: 'wallet.withoutBackup',
  },
  {
    name: 'the end of a payment',
    scenario: people.sending,
    where: '/send',
    before: async (page) => {
      await press(page, /^Show the code: 2\.00 KUDOS/);
      await press(page, /^End …/);
    },
    button: 'End the payment',
    asks: 'abort',
  },
  {
    name: 'a takeover',
    scenario: devices.joining,
    where: '/takeover',
    before: (page) => pasteText(page, 'HOLDFAST-RECOVERY-1'),
    button: 'Take over',
    asks: 'backup.takeover',
  },
  {
    name: 'what was taken over is undone',
    scenario: devices.undoable,
    where: '/devices',
    before: async (page) => {
      await page.getByRole('button', { name: 'Undo what happened' }).press('Enter');
      await page.getByText('leaves this one').waitFor();
    },
    button: 'Undo it',
    asks: 'undo.run',
  },
  {
    name: 'a place’s next year',
    scenario: withAnswers(placeScenarios.years, {
      'provider.renew': { value: { ...paidProvider, paidUntil: AT + 400 * 24 * 60 * MINUTE } },
    }),
    where: '/protection',
    before: async (page) => {
      await page.getByRole('button', { name: /^More: “Harbour/ }).press('Enter');
      await page.getByRole('menuitem').nth(2).press('Enter');
    },
    button: 'Pay at most 3.15 CHF',
    asks: 'provider.renew',
  },
  {
    name: 'an escrow’s new price',
    scenario: withAnswers(escrowScenarios.asks, {
      'escrow.update': { value: { escrow: escrowOfToday } },
    }),
    where: '/escrow',
    before: async () => undefined,
    button: /^Agree/,
    asks: 'escrow.update',
  },
];
