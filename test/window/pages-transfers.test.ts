// SPDX-License-Identifier: GPL-3.0-or-later
import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { codesIn, FEW_LOOKS } from '../../shared/reading/codes.ts';
import { grayOf } from '../../shared/reading/gray.ts';
import { codesFor } from '../../shared/transfer-codes.ts';
import { readTransfer } from '../../shared/transfer.ts';
import type { TransferView } from '../../shared/view-bank.ts';
import { asked, link, withAnswers } from './asked.ts';
import { chromiumPath, theWindow, type Shown } from './browser.ts';
import { ensureBuilt } from './built.ts';
import type { Scenario } from './fake-bridge.ts';
import { describeLooks, press, type Look } from './pages-look.ts';
import { openSum, severalAccounts } from './scenarios-banks.ts';
import { scenarios } from './scenarios.ts';
import { transfer } from './views.ts';

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
      await page.getByText('send it back. The issuer says: “Swiss accounts only”').waitFor();
      await page.getByText('the money waits 28 days for this wallet').waitFor();
      expect(await asked(page, 'withdraw.convert')).toEqual([]);
      await page.getByLabel('To which account').selectOption({ index: 1 });
      await page.getByText('About 21.50 EUR at the rate of now').waitFor();
      expect(await asked(page, 'withdraw.convert')).toEqual([{ id: 'm1', payto: severalAccounts.ways[1]?.payto }]);
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
