// SPDX-License-Identifier: GPL-3.0-or-later
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { inTurnOf, turnsTitle } from '../support/seed.ts';
import { asked, link, withAnswers } from './asked.ts';
import { chromiumPath, theWindow, type Shown } from './browser.ts';
import { ensureBuilt } from './built.ts';
import { DEEDS } from './deeds.ts';
import type { Scenario } from './fake-bridge.ts';
import { pageOf } from './history-answers.ts';
import { open } from './open-answers.ts';
import { press } from './pages-look.ts';
import { people } from './scenarios-people.ts';
import { shop, shopUnsigned } from './scenarios-shops.ts';
import { scenarios } from './scenarios.ts';
import { allSafe, app, balance, EXCHANGE, paidProvider } from './views.ts';

// What a person agrees to is done once, whatever they press; the most there is; what waits for money.

const path = chromiumPath();

/** One card guards them all: the gate presses half of them twice, the next commit the others. */
const PRESSED_NOW = inTurnOf(DEEDS, 2);

describe.skipIf(path === undefined)(
  path === undefined ? 'what is agreed to (skipped: no Chromium on this machine)' : 'what is agreed to',
  () => {
    let shown: Shown;
    beforeAll(async () => {
      await ensureBuilt();
      shown = await theWindow();
    });

    const opened = async (scenario: Scenario, where: string): Promise<Page> => (await shown.open(scenario, where)).page;

    describe(turnsTitle('each deed that moves money', PRESSED_NOW.length, DEEDS.length), () => {
      test.each(PRESSED_NOW)(
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
    });

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

    test('change that could not be made at once is asked for again, without a press', async () => {
      const rich = scenarios.safe.answers['pay.prepare'];
      if (rich === undefined) throw new Error('no offer');
      const page = await opened(
        // The money stays as it is, so nothing but the order itself tells that change can be made now.
        { answers: scenarios.poor.answers, after: { 'play.messages': { 'pay.prepare': rich } } },
        '/pay',
      );
      await page.clock.install();
      await link('Link from the shop', 'taler://pay/shop.example/1/')(page);
      const pay = page.getByRole('button', { name: /^Pay 1\.50/ });
      await pay.waitFor();
      await page.evaluate(() => window.wallet.ask('play.messages', {}));
      expect(await pay.isDisabled()).toBe(true);
      await page.clock.fastForward(60_000);
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

    test('of the ways to pay an order the one that is chosen is paid at its own price; what wants a token is named and cannot be chosen', async () => {
      const page = await opened(shop, '/pay');
      await link('Link from the shop', 'taler://pay/shop.example/1/')(page);
      const ways = page.getByRole('radiogroup', { name: 'How do you want to pay?' });
      await ways.getByText('Tea club').waitFor();
      expect(await ways.getByRole('radio').evaluateAll((all) => all.map((one) => one.matches(':disabled')))).toEqual([
        true,
        false,
        false,
        true,
      ]);
      expect(await ways.innerText()).toMatch(/it wants .*Tea club.*, which this wallet cannot use\./);
      expect(await ways.innerText()).toMatch(/would also give .*Stamp card.*\. This wallet cannot keep it/);
      await page.getByText('without milk').click();
      await press(page, /^Pay 1\.50/);
      await expect
        .poll(() => asked(page, 'pay.confirm'))
        .toEqual([{ purchaseId: 'b1', shown: 'KUDOS:1.52', choice: 2 }]);
    });

    test('what no way to pay can do is said once, beside the button', async () => {
      const page = await opened(shopUnsigned, '/pay');
      await link('Link from the shop', 'taler://pay/shop.example/1/')(page);
      const pay = page.getByRole('button', { name: /^Pay 2\.00/ });
      await pay.waitFor();
      expect([await pay.isDisabled(), await page.getByText('cannot say which of the choices').count()]).toEqual([
        true,
        1,
      ]);
    });

    test('what an offer leaves open is typed, beginning with what it proposes, and its order is opened', async () => {
      const page = await opened(shop, '/pay');
      const uri = 'taler://pay-template/shop.example/box';
      await link('Link from the shop', uri)(page);
      const [sum, what] = [page.getByLabel('How much'), page.getByLabel('What for')];
      await what.waitFor();
      expect([await sum.inputValue(), await what.inputValue()]).toEqual(['5', 'For the cats']);
      await sum.fill('6.5');
      await what.fill('For the dogs');
      await press(page, 'Ask for the order');
      await expect
        .poll(() => asked(page, 'pay.order'))
        .toEqual([{ uri, amount: 'KUDOS:6.5', summary: 'For the dogs' }]);
      await page.getByText('without milk').waitFor();
      expect(await asked(page, 'pay.confirm')).toEqual([]);
    });

    test('a link for another page is taken there, and read', async () => {
      const page = await opened(people.invoiceToPay, '/receive');
      await link('Link from the other person', 'taler://pay-pull/exchange.example/KEY')(page);
      await page.getByRole('button', { name: /^Pay 12\.50/ }).waitFor();
    });

    test('an account that is written where one pays is taken to the page that sends to it; a sheet leaves nothing there', async () => {
      const page = await opened(people.sending, '/pay');
      await link('Link from the shop', 'payto://iban/DE75512108001245126199?receiver-name=Ada')(page);
      await expect.poll(() => new URL(page.url()).hash).toBe('#/deposit');
      await expect.poll(() => page.getByLabel('IBAN').inputValue()).toContain('DE75512108001245126199');
      expect(await asked(page, 'pay.prepare')).toEqual([]);
      await page.evaluate(() => (location.hash = '#/pay'));
      await link('Link from the shop', 'HOLDFAST-RECOVERY-1 secret: HOLD1 QQRZQ')(page);
      await page.getByText('This is a recovery sheet.').waitFor();
      expect(await page.content()).not.toContain('QQRZQ');
      expect(await page.getByLabel('Link from the shop').inputValue()).toBe('');
    });

    test('of offers one after the other on Add money only the newer stands, with the one main button there is', async () => {
      const page = await opened(scenarios.fresh, '/add');
      const stands = async (deed: RegExp): Promise<void> => {
        await page.getByRole('button', { name: deed }).waitFor();
        await expect
          .poll(() => page.locator('.button[data-look="primary"]').allInnerTexts())
          .toEqual([expect.stringMatching(deed)]);
        expect(await page.locator('.agree').count()).toBe(1);
      };
      const bank = /^Accept 100\.00/;
      await link('Link from your bank', 'taler://withdraw/bank.example/1')(page);
      await stands(bank);
      await page.getByRole('button', { name: /^KUDOS · / }).click();
      await page.getByLabel('Amount').last().fill('20');
      await press(page, 'Show what it costs');
      await stands(/^Prepare a transfer/);
      await link('Link from your bank', 'taler://withdraw/bank.example/2')(page);
      await stands(bank);
      await press(page, bank);
      await expect.poll(() => asked(page, 'withdraw.uri')).toMatchObject([{ uri: 'taler://withdraw/bank.example/2' }]);
    });

    test('an issuer on this computer whose money is none of play is not called the play issuer in a wallet of real money', async () => {
      const baseUrl = 'http://127.0.0.1:8081/';
      const sums = { total: 'CHF:5', available: 'CHF:5', incoming: 'CHF:0', outgoing: 'CHF:0' };
      const balances = [{ exchange: baseUrl, currency: 'CHF', ...sums }];
      const wallet = (playMoney: boolean): Scenario => ({
        answers: open(allSafe, balances, [paidProvider], {
          'wallet.history': { value: pageOf([], balances) },
          'app.state': { value: { ...app, playMoney } },
          'exchange.list': {
            value: { exchanges: [{ baseUrl, currency: 'CHF', masterPub: 'X', version: '17:0:0', state: 'ready' }] },
          },
        }),
      });
      for (const [plays, where, name] of [
        [false, '/', '127.0.0.1:8081'],
        [false, '/add', '127.0.0.1:8081'],
        [true, '/', 'Play money'],
      ] as const) {
        const main = (await opened(wallet(plays), where)).getByRole('main');
        await main.getByText(name).first().waitFor();
        if (!plays) expect(await main.innerText()).not.toMatch(/play/i);
      }
    });
  },
);
