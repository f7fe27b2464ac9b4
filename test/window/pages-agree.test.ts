// SPDX-License-Identifier: GPL-3.0-or-later
import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RequestName } from '../../shared/contract.ts';
import { codesIn, FEW_LOOKS } from '../../shared/reading/codes.ts';
import { grayOf } from '../../shared/reading/gray.ts';
import { codesFor } from '../../shared/transfer-codes.ts';
import { readTransfer } from '../../shared/transfer.ts';
import type { TransferView } from '../../shared/view-bank.ts';
import { chromiumPath, launchChromium, openWindow, type Shown } from './browser.ts';
import { ensureBuilt } from './built.ts';
import type { FakeAnswers, Scenario } from './fake-bridge.ts';
import { describeLooks, press, type Look } from './pages-look.ts';
import { third } from './escrow-typing.ts';
import { devices } from './scenarios-devices.ts';
import { people } from './scenarios-people.ts';
import { escrowScenarios } from './scenarios-escrow.ts';
import { rekeyOffered } from './scenarios-rekey.ts';
import { scenarios } from './scenarios.ts';
import { openSum, severalAccounts } from './scenarios-banks.ts';
import { balance, EXCHANGE, transfer } from './views.ts';

// What a person agrees to is done once, whatever they press; the most there is; what waits for money; a transfer part by part.

const path = chromiumPath();

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

const link =
  (label: string, uri: string) =>
  async (page: Page): Promise<void> => {
    await page.getByLabel(label).fill(uri);
    await page.keyboard.press('Enter');
  };
const quoted =
  (label: string, more?: (page: Page) => Promise<void>) =>
  async (page: Page): Promise<void> => {
    await more?.(page);
    await page.getByLabel(label).last().fill('5');
    await press(page, 'Show what it costs');
  };

const DEEDS: readonly Deed[] = [
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
];

describe.skipIf(path === undefined)(
  path === undefined ? 'what is agreed to (skipped: no Chromium on this machine)' : 'what is agreed to',
  () => {
    let browser: Browser;
    let shown: Shown;
    beforeAll(async () => {
      await ensureBuilt();
      browser = await launchChromium(path ?? '');
      shown = await openWindow(browser, { reducedMotion: 'reduce' });
    });
    afterAll(() => browser?.close());

    const opened = async (scenario: Scenario, where: string): Promise<Page> => (await shown.open(scenario, where)).page;
    const withAnswers = (scenario: Scenario, more: FakeAnswers): Scenario => ({
      ...scenario,
      answers: { ...scenario.answers, ...more },
    });

    test.each(DEEDS)(
      '$name: two clicks and a held Enter are one',
      async ({ scenario, where, before, button, asks }) => {
        for (const answer of ['late', 'at once'] as const) {
          const page = await opened(
            answer === 'late' ? withAnswers(scenario, { [asks]: { never: true } }) : scenario,
            where,
          );
          await before(page);
          const dialog = page.getByRole('alertdialog');
          const asking = (await dialog.count()) === 0 ? page : dialog;
          const deed = asking.getByRole('button', { name: button, exact: typeof button === 'string' }).first();
          await deed.waitFor();
          if (answer === 'late') {
            await deed.focus();
            await page.keyboard.press('Enter');
            await page.keyboard.press('Enter');
            await page.keyboard.press('Space');
          }
          await deed.dblclick({ force: true, timeout: 2000 }).catch(() => undefined);
          await expect.poll(async () => (await asked(page, asks)).length).toBe(1);
        }
      },
    );

    test.each(DEEDS.filter(({ terms }) => terms === true))(
      '$name: terms of service that are new stand in the card, and a yes to them goes on with what was agreed to',
      async ({ scenario, where, before, button, asks }) => {
        const facts = { exchange: EXCHANGE, host: 'exchange.example', why: 'new' } as const;
        const page = await opened(
          {
            answers: {
              ...scenario.answers,
              'terms.accept': { value: {} },
              [asks]: { failure: { kind: 'terms-unaccepted', facts } },
            },
            after: { 'terms.accept': { [asks]: scenario.answers[asks] } },
          },
          where,
        );
        await before(page);
        await press(page, button);
        await page.locator('.agree').getByText('Before the first money from').waitFor();
        expect(await page.getByText('Nothing was begun; read them').count()).toBe(0);
        // One main button: the deed waits for the yes.
        expect(await page.locator('.agree .button[data-look="primary"]').allInnerTexts()).toEqual(['Agree and go on']);
        await press(page, 'Agree and go on');
        await expect.poll(async () => (await asked(page, asks)).length).toBe(2);
        const [first, second] = await asked(page, asks);
        expect(second).toEqual(first);
      },
    );

    test('the most there is goes into the field after fees, and for a transfer to the bank once its account is written', async () => {
      const page = await opened(people.sending, '/send');
      await page.getByLabel('They can take it for').selectOption('1 day');
      await press(page, /^Max:/);
      await expect.poll(() => page.getByLabel('You send').inputValue()).toBe('22.1');
      expect(await asked(page, 'peer.most')).toEqual([{ currency: 'KUDOS', expiresHours: 24 }]);
      const bank = await opened(people.sending, '/deposit');
      await press(bank, /^Max:/);
      await bank.getByText('Write the account first.').waitFor();
      await bank.getByLabel('IBAN').fill('DE75512108001245126199');
      await press(bank, /^Max:/);
      await expect.poll(() => bank.getByLabel('Arrives there').inputValue()).toBe('22.03');
      expect(await asked(bank, 'deposit.most')).toEqual([
        { currency: 'KUDOS', payto: 'payto://iban/DE75512108001245126199' },
      ]);
      const none = await opened(
        withAnswers(people.sending, { 'peer.most': { value: { amount: 'KUDOS:0' } } }),
        '/send',
      );
      await press(none, /^Max:/);
      await none.getByText('Nothing can go at the moment.').waitFor();
    });

    test('an order that lacked money on its way can be paid once that is here, without a press', async () => {
      const rich = scenarios.safe.answers;
      const overview = scenarios.poor.answers['wallet.overview'];
      if (overview === undefined || !('value' in overview)) throw new Error('no overview');
      const page = await opened(
        {
          answers: scenarios.poor.answers,
          // Whatever asks for it stands for the money that comes.
          after: {
            'play.messages': {
              'wallet.overview': { value: { ...overview.value, balances: [balance('KUDOS:22.14')] } },
              ...(rich['pay.prepare'] === undefined ? {} : { 'pay.prepare': rich['pay.prepare'] }),
            },
          },
        },
        '/pay',
      );
      await link('Link from the shop', 'taler://pay/shop.example/1/')(page);
      const pay = page.getByRole('button', { name: /^Pay 1\.50/ });
      await pay.waitFor();
      expect(await pay.isDisabled()).toBe(true);
      await page.evaluate(() => window.wallet.ask('play.messages', {}));
      await expect.poll(() => pay.isEnabled()).toBe(true);
    });

    test('what was done is said where the focus is, and nothing moves for those who want that', async () => {
      const page = await opened(scenarios.safe, '/pay');
      await link('Link from the shop', 'taler://pay/shop.example/1/')(page);
      await press(page, /^Pay 1\.50/);
      await page.getByText('Paid. The shop has confirmed it.').waitFor();
      const done = page.getByRole('region', { name: 'Paid. The shop has confirmed it.' });
      expect(await done.evaluate((element) => element === document.activeElement)).toBe(true);
      const sign = done.locator('.success-mark path');
      expect(await sign.evaluate((element) => getComputedStyle(element).animationName)).toBe('none');
      expect(await done.getByRole('link').allInnerTexts()).toEqual(['Back to your money', 'See it in the history']);
    });

    test('a link for another page is taken there, and read', async () => {
      const page = await opened(people.invoiceToPay, '/receive');
      await link('Link from the other person', 'taler://pay-pull/exchange.example/KEY')(page);
      await press(page, 'Pay it on the page “Pay”');
      await page.getByRole('button', { name: /^Pay 12\.50/ }).waitFor();
    });

    const payto = `payto://iban/CH9300762011623852957?receiver-name=Example+Issuer&receiver-postal-code=2502&receiver-town=Biel&amount=EUR:1234.5&message=Taler+Withdrawal+${'R'.repeat(52)}`;
    const swiss: TransferView = { ...transfer, payto, ways: [{ payto }] };
    const atTransfer = (view: TransferView): Promise<Page> =>
      opened(withAnswers(scenarios.fresh, { 'withdraw.transfer': { value: view } }), '/transfer/m1');

    test('each part of a transfer is copied as a bank’s form takes it', async () => {
      const page = await atTransfer(swiss);
      await page.getByText('Make this transfer').waitFor();
      await page.evaluate(() => {
        const copied: string[] = [];
        Object.assign(globalThis, { copied });
        navigator.clipboard.writeText = (text) => Promise.resolve(void copied.push(text));
      });
      for (const what of ['Receiver', 'IBAN', 'Amount', 'Subject', 'Postal code and town'])
        await page.getByRole('button', { name: `Copy: ${what}` }).click();
      expect(await page.evaluate(() => (globalThis as unknown as { copied: string[] }).copied)).toEqual([
        'Example Issuer',
        'CH9300762011623852957',
        '1234.50',
        `Taler Withdrawal ${'R'.repeat(52)}`,
        '2502 Biel',
      ]);
    });

    test('our own reader reads the codes off the screen, small and large, the Swiss cross included', async () => {
      const page = await atTransfer(swiss);
      const codes = codesFor(readTransfer(swiss.payto));
      expect(codes.map(({ kind }) => kind)).toEqual(['swiss', 'epc']);
      for (const [at, { text }] of codes.entries()) {
        const button = page.locator('.big-qr-button').nth(at);
        expect(await readCode(await button.screenshot())).toEqual([text]);
        await button.click();
        const large = page.getByRole('dialog').getByRole('img');
        await large.waitFor();
        expect((await large.boundingBox())?.height).toBeGreaterThan(500);
        expect(await readCode(await large.screenshot())).toEqual([text]);
        await page.keyboard.press('Escape');
        await expect.poll(() => large.count()).toBe(0);
      }
    });

    test('of several accounts one is chosen; of one in other money about how much it takes is asked, once', async () => {
      const page = await atTransfer(severalAccounts);
      await page.getByText('The issuer says: “Swiss accounts only”').waitFor();
      expect(await asked(page, 'withdraw.convert')).toEqual([]);
      await page.getByLabel('To which account').selectOption({ index: 1 });
      await page.getByText('About 21.50 EUR at the rate of now').waitFor();
      expect(await asked(page, 'withdraw.convert')).toEqual([{ id: 'm1', way: 1 }]);
      expect(await page.locator('.big-qr-button').count()).toBe(1);
      // A reference that cannot be: nothing of it is made into a picture.
      await page.getByLabel('To which account').selectOption({ index: 2 });
      await page.getByText('cannot be right. Send nothing there').waitFor();
      expect(await page.locator('.big-qr-button').count()).toBe(0);
    });

    test('a sum that the bank leaves open is typed, looked at, and sent along', async () => {
      const page = await opened(openSum, '/add');
      await link('Link from your bank', 'taler://withdraw/bank.example/1')(page);
      await page.getByText('The bank leaves the sum to you, up to 50.00 KUDOS.').waitFor();
      const sum = page.getByLabel('Amount').nth(1);
      expect(await sum.inputValue()).toBe('10');
      await page.getByRole('button', { name: 'Accept 10.00 KUDOS' }).waitFor();
      await sum.fill('1,005');
      await sum.press('Enter');
      await page.getByText('may mean two sums').waitFor();
      await sum.fill('12');
      // What was said of another sum does not stand beside this one.
      expect(await page.getByRole('button', { name: /^Accept/ }).count()).toBe(0);
      await sum.press('Enter');
      await page.getByRole('button', { name: /^Accept/ }).click();
      expect((await asked(page, 'withdraw.look')).at(-1)).toEqual({
        uri: 'taler://withdraw/bank.example/1',
        amount: 'KUDOS:12',
      });
      expect(await asked(page, 'withdraw.uri')).toMatchObject([{ amount: 'KUDOS:10', shown: 'KUDOS:9.9' }]);
    });

    test('a transfer is ended from its page; one that came says so there', async () => {
      const page = await atTransfer(transfer);
      await press(page, /^End …: /);
      await press(page, 'End the withdrawal');
      await expect.poll(() => asked(page, 'abort')).toEqual([{ id: 'm1' }]);
      const done = await atTransfer({ ...transfer, state: 'done' });
      await done.getByRole('region', { name: '24.96 EUR arrived' }).waitFor();
    });
  },
);

/** What the code in a picture says, by the reader that the window and the terminal read with. */
const readCode = async (png: Uint8Array): Promise<readonly string[]> => {
  const image = await loadImage(Buffer.from(png));
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data, width, height } = context.getImageData(0, 0, image.width, image.height);
  // A code of something else would be looked for in every way there is: it was drawn and not photographed.
  return codesIn(grayOf(data, width, height), undefined, FEW_LOOKS);
};

const asked = (page: Page, name: string): Promise<unknown[]> =>
  page.evaluate(
    (wanted) =>
      (globalThis as unknown as { fakeAsked: { name: string; input: unknown }[] }).fakeAsked
        .filter((each) => each.name === wanted)
        .map((each) => each.input),
    name,
  );

const atBank: Look = {
  name: 'bank-open-sum',
  scenario: openSum,
  path: '/add',
  act: async (page) => {
    await link('Link from your bank', 'taler://withdraw/bank.example/1')(page);
    return page.getByRole('button', { name: 'Accept 10.00 KUDOS' });
  },
};
const accounts: Look = {
  name: 'transfer-accounts',
  scenario: {
    ...scenarios.fresh,
    answers: { ...scenarios.fresh.answers, 'withdraw.transfer': { value: severalAccounts } },
  },
  path: '/transfer/m1',
  act: async (page) => {
    await page.getByLabel('To which account').selectOption({ index: 1 });
    return page.getByText('About 21.50 EUR');
  },
};
describeLooks('banks, looked at', [atBank, accounts]);
