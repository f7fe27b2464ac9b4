// SPDX-License-Identifier: GPL-3.0-or-later
import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { codesIn, FEW_LOOKS } from '../../shared/reading/codes.ts';
import { grayOf } from '../../shared/reading/gray.ts';
import { codesFor } from '../../shared/transfer-codes.ts';
import { readTransfer } from '../../shared/transfer.ts';
import type { TransferView } from '../../shared/view-bank.ts';
import { answersNow, asked, link, withAnswers } from './asked.ts';
import { chromiumPath, theWindow, type Shown } from './browser.ts';
import { ensureBuilt } from './built.ts';
import type { Scenario } from './fake-bridge.ts';
import { describeLooks, press, type Look } from './pages-look.ts';
import { openSum, severalAccounts } from './scenarios-banks.ts';
import { scenarios } from './scenarios.ts';
import { EXCHANGE, transfer } from './views.ts';

// Money from a bank: a transfer part by part, to whichever account, and a sum that the bank leaves open.

const path = chromiumPath();

describe.skipIf(path === undefined)(
  path === undefined ? 'money from a bank (skipped: no Chromium on this machine)' : 'money from a bank',
  () => {
    let shown: Shown;
    beforeAll(async () => {
      await ensureBuilt();
      shown = await theWindow();
    });

    const opened = async (scenario: Scenario, where: string): Promise<Page> => (await shown.open(scenario, where)).page;

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
      for (const what of ['Receiver', 'IBAN', 'Amount', 'Subject', 'Postal code and town', 'All as a link'])
        await page.getByRole('button', { name: `Copy: ${what}` }).click();
      expect(await page.evaluate(() => (globalThis as unknown as { copied: string[] }).copied)).toEqual([
        'Example Issuer',
        'CH9300762011623852957',
        '1234.50',
        `Taler Withdrawal ${'R'.repeat(52)}`,
        '2502 Biel',
        payto,
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
      await page.getByText('send it back. The issuer says: “Swiss accounts only”').waitFor();
      await page.getByText('the money waits 28 days for this wallet').waitFor();
      expect(await asked(page, 'withdraw.convert')).toEqual([]);
      await page.getByLabel('To which account').selectOption({ index: 1 });
      await page.getByText('About 21.50 EUR at the rate of now').waitFor();
      // Its link has no sum, for that is not certain.
      expect(await page.getByRole('button', { name: 'Copy: All as a link' }).count()).toBe(0);
      expect(await asked(page, 'withdraw.convert')).toEqual([{ id: 'm1', payto: severalAccounts.ways[1]?.payto }]);
      expect(await page.locator('.big-qr-button').count()).toBe(1);
      // A reference that cannot be: nothing of it is made into a picture.
      await page.getByLabel('To which account').selectOption({ index: 2 });
      await page.getByText('cannot be right. Send nothing there').waitFor();
      expect(await page.getByRole('button', { name: 'Copy: All as a link' }).count()).toBe(0);
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

    /** A bank or a shop has said how many digits its money has, of which no issuer here says anything. */
    const saysDigits = (page: Page, digits: number): Promise<void> =>
      answersNow(page, {
        'exchange.list': {
          value: { exchanges: [], strange: [{ currency: 'MOON', look: { typed: digits, zeros: digits, units: {} } }] },
        },
      });

    test('what a bank says of its money redraws its sums as soon as it is heard, and decides what is typed', async () => {
      const offer = { bank: 'bank.example', exchange: EXCHANGE, amount: 'MOON:10', fees: 'MOON:0', total: 'MOON:10' };
      const choose = { currency: 'MOON', suggested: 'MOON:10', most: 'MOON:1000' };
      const page = await opened(withAnswers(openSum, { 'withdraw.look': { value: { ...offer, choose } } }), '/add');
      await link('Link from your bank', 'taler://withdraw/bank.example/1')(page);
      await page.getByText('up to 1,000.00 MOON.').waitFor();
      const sum = page.getByLabel('Amount').nth(1);
      for (const [digits, most, tooFine, refusal, typed, read] of [
        [3, '1,000.000', '0.3456', 'in this currency is 0.001 MOON', '0.345', 'MOON:0.345'],
        // Without parts "1,000" can mean one sum only.
        [0, '1,000', '12.5', 'in this currency is 1 MOON', '1,000', 'MOON:1000'],
        [8, '1,000.00000000', '0.000000001', 'at most 8 digits', '0.00000001', 'MOON:0.00000001'],
      ] as const) {
        await saysDigits(page, digits);
        await page.getByText(`up to ${most} MOON.`).waitFor();
        const looks = await asked(page, 'withdraw.look');
        await sum.fill(tooFine);
        await sum.press('Enter');
        await page.getByText(refusal).waitFor();
        expect(await asked(page, 'withdraw.look')).toEqual(looks);
        await sum.fill(typed);
        await sum.press('Enter');
        await expect.poll(async () => (await asked(page, 'withdraw.look')).at(-1)).toMatchObject({ amount: read });
      }
    });

    test('a transfer in money of any digits shows them, and copies a sum that a form of its bank takes', async () => {
      const own = payto.replace('EUR:1234.5', 'MOON:25');
      const sums = { amount: 'MOON:25', fees: 'MOON:0', total: 'MOON:25' };
      const page = await atTransfer({ ...swiss, ...sums, payto: own, ways: [{ payto: own }] });
      await page.evaluate(() => {
        navigator.clipboard.writeText = (text) => Promise.resolve(void Object.assign(globalThis, { copied: text }));
      });
      for (const [digits, seen, copied] of [
        [0, '25', '25'],
        [3, '25.000', '25.00'],
        [8, '25.00000000', '25.00'],
      ] as const) {
        await saysDigits(page, digits);
        const facts = page.locator('.transfer-facts');
        await facts.getByText(seen, { exact: true }).first().waitFor();
        await facts.getByRole('button', { name: 'Copy: Amount' }).click();
        expect(await page.evaluate(() => (globalThis as unknown as { copied: string }).copied)).toBe(copied);
      }
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
