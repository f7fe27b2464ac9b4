// SPDX-License-Identifier: GPL-3.0-or-later
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { describeLooks, press, type Look } from './pages-look.ts';
import { people } from './scenarios-people.ts';

// The pages on which money goes from person to person.

const quoted = async (page: Page): Promise<void> => {
  await page.getByLabel('You send').fill('5');
  await page.getByLabel('What it is for').fill('Half of the lunch');
  await press(page, 'Show what it costs');
  await page.getByText('Leaves your wallet').waitFor();
};
const looked = async (page: Page, uri: string): Promise<void> => {
  await page.getByLabel('Link from the other person').fill(uri);
  await page.keyboard.press('Enter');
};

const LOOKS: readonly Look[] = [
  {
    name: 'send-quote',
    scenario: people.sending,
    path: '/send',
    act: async (page) => {
      await quoted(page);
      return page.getByRole('button', { name: 'Send 5.00 KUDOS' });
    },
  },
  {
    name: 'send-code',
    scenario: people.sending,
    path: '/send',
    act: async (page) => {
      await quoted(page);
      await press(page, 'Send 5.00 KUDOS');
      return page.getByRole('img', { name: 'QR code of a payment of 5.00 KUDOS' });
    },
  },
  {
    name: 'send-taken',
    scenario: people.taken,
    path: '/send',
    act: async (page) => {
      await quoted(page);
      await press(page, 'Send 5.00 KUDOS');
      return page.getByText('The other wallet has the money.');
    },
  },
  {
    name: 'send-call-back',
    scenario: people.sending,
    path: '/send',
    act: async (page) => {
      await press(page, /^Show the code: 2\.00 KUDOS/);
      await press(page, /^End …/);
      return page.getByText('If somebody takes it first');
    },
  },
  {
    name: 'send-stopping',
    scenario: people.sending,
    path: '/send',
    act: async (page) => {
      const line = page.getByText('being ended');
      await line.waitFor();
      expect(await page.getByRole('button', { name: /^Show the code: 0\.50 KUDOS/ }).count()).toBe(0);
      return line;
    },
  },
  {
    name: 'send-too-poor',
    scenario: people.tooPoor,
    path: '/send',
    act: async (page) => {
      await page.getByLabel('You send').fill('500');
      await page.keyboard.press('Enter');
      return page.getByText('500.02 KUDOS is needed');
    },
  },
  { name: 'receive', scenario: people.withoutProvider, path: '/receive' },
  {
    name: 'receive-payment',
    scenario: people.sending,
    path: '/receive',
    act: async (page) => {
      await looked(page, 'taler://pay-push/exchange.example/KEY');
      await press(page, 'Take 6.97 KUDOS');
      return page.getByText('Received. It is in this wallet.');
    },
  },
  {
    name: 'receive-no-provider',
    scenario: people.withoutProvider,
    path: '/receive',
    act: async (page) => {
      await looked(page, 'taler://pay-push/exchange.example/KEY');
      await page.getByText('Go on without a copy').first().click();
      return page.getByText('6.97 KUDOS would be lost');
    },
  },
  {
    name: 'pay-request',
    scenario: people.invoiceToPay,
    path: '/pay',
    act: async (page) => {
      await page.getByLabel('Link from the shop').fill('taler://pay-pull/exchange.example/KEY');
      await page.keyboard.press('Enter');
      return page.getByRole('button', { name: 'Pay 12.50 KUDOS' });
    },
  },
  {
    name: 'request-fee',
    scenario: people.invoiceFee,
    path: '/request',
    act: async (page) => {
      await page.getByLabel('You ask for').fill('12.5');
      await press(page, 'Show what it costs');
      return page.getByRole('button', { name: 'Ask for 12.50 KUDOS' });
    },
  },
  {
    name: 'receive-refund',
    scenario: people.sending,
    path: '/receive',
    act: async (page) => {
      await looked(page, 'taler://refund/shop.example/1/');
      return page.getByText('the issuer confirms it in a moment');
    },
  },
  {
    name: 'receive-expired',
    scenario: people.expiredOffer,
    path: '/receive',
    act: async (page) => {
      await looked(page, 'taler://pay-push/exchange.example/KEY');
      return page.getByRole('alert');
    },
  },
  {
    name: 'request-code',
    scenario: people.sending,
    path: '/request',
    act: async (page) => {
      await page.getByLabel('You ask for').fill('12,5');
      await press(page, 'Show what it costs');
      await press(page, 'Ask for 12.50 KUDOS');
      return page.getByRole('img', { name: 'QR code of a request for 12.50 KUDOS' });
    },
  },
  {
    name: 'deposit-offer',
    scenario: people.sending,
    path: '/deposit',
    act: async (page) => {
      await page.getByLabel('IBAN').fill('DE75 5121 0800 1245 1261 99');
      await page.getByLabel('Account holder').fill('Ada Lovelace');
      await page.getByLabel('Arrives there').fill('10');
      await press(page, 'Show what it costs');
      return page.getByRole('button', { name: 'Send 10.00 KUDOS to the bank' });
    },
  },
  {
    name: 'deposit-wrong-iban',
    scenario: people.badAccount,
    path: '/deposit',
    act: async (page) => {
      await page.getByLabel('IBAN').fill('DE75512108001245126198');
      await page.getByLabel('Arrives there').fill('10');
      await page.keyboard.press('Enter');
      return page.getByRole('alert');
    },
  },
  {
    name: 'add-money-no-provider',
    scenario: people.withoutProvider,
    path: '/add',
    act: async (page) => {
      await page.getByText('Go on without a copy').first().click();
      return page.getByText('20.00 KUDOS would be lost');
    },
  },
];

describeLooks('pages between people', LOOKS);
