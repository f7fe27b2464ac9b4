// SPDX-License-Identifier: GPL-3.0-or-later
import type { PayOfferView } from '../../shared/view-shops.ts';
import { press, type Look } from './pages-look.ts';
import type { Scenario } from './fake-bridge.ts';
import { open } from './open-answers.ts';
import { allSafe, balance, paidProvider } from './views.ts';

// Shops: orders that leave a choice, offers that stand ready, pages that say that they want money.

const offer: PayOfferView = {
  purchaseId: 'b1',
  merchant: 'Tea house',
  merchantHost: 'shop.example',
  summary: 'Tea for two',
  amount: 'KUDOS:2',
  fees: 'KUDOS:0.01',
  total: 'KUDOS:2.01',
  payable: true,
  choice: 1,
  from: 'exchange.example',
  page: 'https://shop.example/tea/42',
  message: 'Your table is the one by the window. Show this line at the door.',
  minimumAge: 16,
  choices: [
    {
      index: 0,
      amount: 'KUDOS:0',
      fees: 'KUDOS:0',
      total: 'KUDOS:0',
      payable: false,
      why: { kind: 'choice-not-usable', facts: { why: 'needs', quote: 'Tea club' } },
      needs: [{ kind: 'subscription', name: 'Tea club' }],
      gives: [],
    },
    {
      index: 1,
      amount: 'KUDOS:2',
      fees: 'KUDOS:0.01',
      total: 'KUDOS:2.01',
      payable: true,
      needs: [],
      gives: [
        { kind: 'discount', name: 'Stamp card' },
        { kind: 'tax-receipt', name: '' },
      ],
    },
    {
      index: 2,
      description: 'without milk',
      amount: 'KUDOS:1.5',
      fees: 'KUDOS:0.02',
      total: 'KUDOS:1.52',
      payable: true,
      needs: [],
      gives: [],
    },
    {
      index: 3,
      amount: 'EUR:1',
      fees: 'EUR:0',
      total: 'EUR:1',
      payable: false,
      why: { kind: 'no-accepted-exchange', facts: { currency: 'EUR' } },
      needs: [],
      gives: [],
    },
  ],
};

const UNSIGNED = { kind: 'choice-unsigned', facts: {} } as const;
/** The same where too little is here for any of it: the choice that is proposed says so for all. */
const lacking = ({ total, fees }: Pick<PayOfferView, 'total' | 'fees'>): NonNullable<PayOfferView['why']> => ({
  kind: 'insufficient-balance',
  facts: { needed: total, fees, available: 'KUDOS:0.5' },
});
const tooDear: PayOfferView = {
  ...offer,
  payable: false,
  why: lacking(offer),
  choices:
    offer.choices?.map((choice) => (choice.payable ? { ...choice, payable: false, why: lacking(choice) } : choice)) ??
    [],
};

const ORDER = 'taler://pay/shop.example/1/';
const OFFER = 'taler://pay-template/shop.example/box';

/** A shop with all that shops offer today. */
export const shop: Scenario = {
  answers: open(allSafe, [balance('KUDOS:22.1')], [paidProvider], {
    'pay.prepare': { value: offer },
    'pay.confirm': { value: { state: 'paid' } },
    'pay.template': {
      value: {
        merchant: 'shop.example',
        merchantHost: 'shop.example',
        proposedSummary: 'For the cats',
        proposedAmount: 'KUDOS:5',
        currency: 'KUDOS',
      },
    },
    'pay.order': { value: { uri: ORDER } },
    'pay.page': { value: { uri: ORDER } },
  }),
};

/** The same order where the money that is here cannot say which choice it pays. */
export const shopUnsigned: Scenario = {
  answers: {
    ...shop.answers,
    'pay.prepare': {
      value: {
        ...offer,
        payable: false,
        why: UNSIGNED,
        choices: (offer.choices ?? []).slice(1, 3).map((each) => ({ ...each, payable: false, why: UNSIGNED })),
      },
    },
  },
};

export const SHOP_LOOKS: readonly Look[] = [
  {
    name: 'pay-choices',
    scenario: shop,
    path: '/pay',
    act: async (page) => {
      await page.getByLabel('Link from the shop').fill(ORDER);
      await page.keyboard.press('Enter');
      await page.getByText('without milk').click();
      return page.getByText('1.52');
    },
  },
  {
    name: 'pay-choices-unsigned',
    scenario: shopUnsigned,
    path: '/pay',
    act: async (page) => {
      await page.getByLabel('Link from the shop').fill(ORDER);
      await page.keyboard.press('Enter');
      return page.getByText('cannot say which of the choices');
    },
  },
  {
    name: 'pay-choices-too-poor',
    scenario: { ...shop, answers: { ...shop.answers, 'pay.prepare': { value: tooDear } } },
    path: '/pay',
    act: async (page) => {
      await page.getByLabel('Link from the shop').fill(ORDER);
      await page.keyboard.press('Enter');
      // Found once: neither choice repeats it.
      return page.getByText(/is needed, .* of one issuer can be used/);
    },
  },
  {
    name: 'pay-template',
    scenario: shop,
    path: '/pay',
    act: async (page) => {
      await page.getByLabel('Link from the shop').fill(OFFER);
      await page.keyboard.press('Enter');
      return page.getByLabel('What for');
    },
  },
  {
    name: 'pay-page-paid',
    scenario: shop,
    path: '/pay',
    act: async (page) => {
      await page.getByLabel('Link from the shop').fill('https://shop.example/tea/42');
      await page.keyboard.press('Enter');
      await press(page, 'Ask the page');
      await press(page, /^Pay 2/);
      return page.getByText('The page of the shop');
    },
  },
];
