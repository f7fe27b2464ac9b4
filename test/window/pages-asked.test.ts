// SPDX-License-Identifier: GPL-3.0-or-later
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { KNOWN } from '../../shared/known.ts';
import { asked } from './asked.ts';
import { chromiumPath, theWindow, type Shown } from './browser.ts';
import { ensureBuilt } from './built.ts';
import type { Scenario } from './fake-bridge.ts';
import { chooseLine } from './lines.ts';
import { press } from './pages-look.ts';
import { devices } from './scenarios-devices.ts';
import { people } from './scenarios-people.ts';
import { EXCHANGE } from './views.ts';
import { pasteText } from './typing.ts';

// What the pages about people and devices ask the wallet for: exactly what was typed, and nothing before it was meant.

const path = chromiumPath();

describe.skipIf(path === undefined)(
  path === undefined ? 'what the pages ask (skipped: no Chromium on this machine)' : 'what the pages ask',
  () => {
    let shown: Shown;
    beforeAll(async () => {
      await ensureBuilt();
      shown = await theWindow('no-preference');
    });

    const opened = async (scenario: Scenario, where: string): Promise<Page> => (await shown.open(scenario, where)).page;

    test('a payment is sent as it was quoted, and not once the form says something else', async () => {
      const page = await opened(people.sending, '/send');
      await page.getByLabel('You send').fill('5');
      await page.getByLabel('They can take it for').selectOption('1 day');
      await press(page, 'Show what it costs');
      await page.getByRole('button', { name: /^Send 5\.00/ }).waitFor();
      expect(await asked(page, 'peer.send')).toEqual([]);
      await page.getByLabel('You send').fill('6');
      await expect.poll(() => page.getByRole('button', { name: /^Send 5\.00/ }).count()).toBe(0);
      await page.getByLabel('What it is for').fill('Lunch');
      await press(page, 'Show what it costs');
      await press(page, /^Send 5\.00/);
      await page.getByText('Whoever has this code can take the money').waitFor();
      expect(await asked(page, 'peer.quote')).toEqual([
        { amount: 'KUDOS:5', expiresHours: 24 },
        { amount: 'KUDOS:6', expiresHours: 24 },
      ]);
      // At the exchange that was quoted, and for no more than was shown.
      expect(await asked(page, 'peer.send')).toEqual([
        { amount: 'KUDOS:6', summary: 'Lunch', expiresHours: 24, exchange: EXCHANGE, shown: 'KUDOS:5.02' },
      ]);
    });

    test('a payment that takes more than was shown is shown again before it is sent', async () => {
      const page = await opened(people.dearer, '/send');
      await page.getByLabel('You send').fill('5');
      await press(page, 'Show what it costs');
      await press(page, /^Send 5\.00/);
      await page.getByText('look at it again and confirm').waitFor();
      await page.locator('strong', { hasText: '5.04' }).waitFor();
      expect(await asked(page, 'peer.quote')).toHaveLength(2);
      expect(await page.getByRole('button', { name: /^Send 5\.00/ }).count()).toBe(0);
      await press(page, 'Agree to the new price');
      await expect
        .poll(() => asked(page, 'peer.send'))
        .toMatchObject([{ shown: 'KUDOS:5.02' }, { shown: 'KUDOS:5.04' }]);
    });

    test('a deposit and a request that got dearer are agreed to anew, at the price that is shown then', async () => {
      const page = await opened(people.dearerDeposit, '/deposit');
      await page.getByLabel('IBAN').fill('DE75512108001245126199');
      await page.getByLabel('Arrives there').fill('10');
      await press(page, 'Show what it costs');
      await press(page, 'Send 10.00 KUDOS to the bank');
      await page.locator('strong', { hasText: '10.20' }).waitFor();
      await press(page, 'Agree to the new price');
      await expect
        .poll(() => asked(page, 'deposit.confirm'))
        .toMatchObject([{ shown: 'KUDOS:10.11' }, { shown: 'KUDOS:10.2' }]);
      const asker = await opened(people.dearerRequest, '/pay');
      await asker.getByLabel('Link from the shop').fill('taler://pay-pull/exchange.example/KEY');
      await asker.keyboard.press('Enter');
      await press(asker, 'Pay 12.50 KUDOS');
      await asker.locator('.card', { hasText: /Fees\s*0\.10/ }).waitFor();
      await press(asker, 'Agree to the new price');
      await expect
        .poll(() => asked(asker, 'peer.confirm'))
        .toEqual([
          { id: 'offer-2', shown: 'KUDOS:12.55' },
          { id: 'offer-2', shown: 'KUDOS:12.6' },
        ]);
      await asker.locator('.card', { hasText: /paid[^]*12\.60/i }).waitFor();
    });

    test('sending says what they get, and play money what arrives, before anything is agreed to', async () => {
      const page = await opened(people.sending, '/send');
      await page.getByLabel('You send').fill('5');
      await press(page, 'Show what it costs');
      await page.locator('.card', { hasText: /They get\s*4\.99/ }).waitFor();
      const add = await opened(people.sending, '/add');
      await add.getByText('0.03 KUDOS becomes fees and 19.97 KUDOS arrives').waitFor();
      await press(add, 'Get play money');
      await expect
        .poll(() => asked(add, 'play.withdraw'))
        .toMatchObject([{ amount: 'KUDOS:20', shown: 'KUDOS:19.97' }]);
    });

    test('an invoice that costs a fee is made once the fee was seen, and for no more', async () => {
      const page = await opened(people.invoiceFee, '/request');
      await page.getByLabel('You ask for').fill('12.5');
      await page.getByLabel('They can pay for').selectOption('1 day');
      await press(page, 'Show what it costs');
      await page.locator('strong', { hasText: '12.44' }).waitFor();
      expect(await asked(page, 'peer.quoteRequest')).toEqual([{ amount: 'KUDOS:12.5', expiresHours: 24 }]);
      expect(await asked(page, 'peer.request')).toEqual([]);
      await press(page, 'Ask for 12.50 KUDOS');
      await page.getByText('Concert ticket').first().waitFor();
      expect(await asked(page, 'peer.request')).toMatchObject([
        { amount: 'KUDOS:12.5', expiresHours: 24, exchange: EXCHANGE, maxFee: 'KUDOS:0.06' },
      ]);
    });

    test('emptying asks for its quote as long as the codes are to be good, and sends for as long', async () => {
      const page = await opened(devices.toEmpty, '/empty');
      await page.getByText('22.14 KUDOS').waitFor();
      await page.getByLabel('They can be taken for').selectOption('7 days');
      await page.getByText('22.14 KUDOS').waitFor();
      expect(await asked(page, 'wallet.empty.quote')).toEqual([{ expiresHours: 24 }, { expiresHours: 168 }]);
      expect(await asked(page, 'wallet.empty')).toEqual([]);
      await press(page, /^Make codes for .*21\.98/);
      await expect.poll(() => asked(page, 'wallet.empty')).toEqual([{ expiresHours: 168 }]);
    });

    test('what waits for its backup is had without one by its own id, after the sum at risk was named', async () => {
      const page = await opened(devices.waiting, '/');
      await press(page, /^Go on without a copy: Adding money, 19\.96 KUDOS/);
      const question = page.getByRole('alertdialog');
      await question.getByText('19.96 KUDOS would be lost').waitFor();
      await press(page, 'Wait for the copy');
      await expect.poll(() => question.count()).toBe(0);
      expect(await asked(page, 'wallet.withoutBackup')).toEqual([]);
      await press(page, /^Go on without a copy: Adding money/);
      await press(page, 'Have it without a copy');
      await expect.poll(() => asked(page, 'wallet.withoutBackup')).toEqual([{ id: 'w1' }]);
      await expect.poll(() => page.locator('.pending').count()).toBe(0);
    });

    test('what got dearer goes on by its own id, after what would be left was named', async () => {
      const page = await opened(people.steep, '/');
      await press(page, /^Answer about the fees: Adding money, 5\.00 KUDOS/);
      const question = page.getByRole('alertdialog');
      await question.getByText('Nothing is taken unless you agree').waitFor();
      await press(page, 'Leave it there');
      await expect.poll(() => question.count()).toBe(0);
      expect(await asked(page, 'wallet.agreeToFees')).toEqual([]);
      await press(page, /^Answer about the fees: Adding money/);
      await press(page, 'Agree to the fees');
      await expect.poll(() => asked(page, 'wallet.agreeToFees')).toEqual([{ id: 'w1', shown: 'KUDOS:5' }]);
      await expect.poll(() => page.locator('.pending').count()).toBe(0);
    });

    test('a bank’s offer is shown before it is taken up, and what got dearer since is agreed to anew', async () => {
      const page = await opened(people.steep, '/add');
      await page.getByLabel('Link from your bank').fill('taler://withdraw/bank.example/1');
      await page.keyboard.press('Enter');
      await page.locator('.agree', { hasText: /From the bank\s*bank\.example[^]*Fees\s*0\.10[^]*99\.90/ }).waitFor();
      expect(await asked(page, 'withdraw.uri')).toEqual([]);
      await press(page, 'Accept 100.00 KUDOS');
      await page.locator('strong', { hasText: '0.10' }).waitFor();
      await press(page, 'Agree to the fees');
      await page.getByText('will be issued by').waitFor();
      expect(await asked(page, 'withdraw.uri')).toMatchObject([
        { uri: 'taler://withdraw/bank.example/1', shown: 'KUDOS:99.9' },
        { uri: 'taler://withdraw/bank.example/1', shown: 'KUDOS:0.1' },
      ]);
    });

    test('the suggestions are edited in the settings, of each kind', async () => {
      const page = await opened(devices.toEmpty, '/settings');
      const section = page.getByRole('region', { name: 'Suggested services' });
      await section.getByText('Places for copies', { exact: true }).first().click();
      const [place] = KNOWN.filter(({ kind }) => kind === 'place');
      await section
        .getByRole('button', { name: /^Take .* off the list$/ })
        .first()
        .click();
      await expect.poll(() => asked(page, 'known.hide')).toEqual([{ kind: 'place', url: place?.url }]);
      await section.getByLabel('Kind').selectOption('escrow');
      await section.getByLabel('Address').fill(' https://keeper.example/ ');
      await page.keyboard.press('Enter');
      await expect.poll(() => asked(page, 'known.add')).toEqual([{ kind: 'escrow', url: 'https://keeper.example/' }]);
    });

    test('without a quote nothing is sent', async () => {
      const page = await opened(devices.noQuote, '/empty');
      await page.getByText('cannot be reached').waitFor();
      expect(await page.getByRole('button', { name: /^Make .*codes/ }).count()).toBe(0);
    });

    test('a payment that waits is called back by its own id, after a question', async () => {
      const page = await opened(people.sending, '/send');
      await press(page, /^Show the code: 2\.00 KUDOS/);
      await press(page, /^End …/);
      expect(await asked(page, 'abort')).toEqual([]);
      await press(page, 'End the payment');
      await expect.poll(() => asked(page, 'abort')).toEqual([{ id: 'purse-2' }]);
    });

    test('what is not decided is ended by the id of its line, what is decided has no button for it', async () => {
      const page = await opened(devices.unfinished, '/history');
      await chooseLine(page, /, 3\.30 KUDOS/);
      expect(await page.getByRole('button', { name: /3\.30 KUDOS/ }).count()).toBe(0);
      for (const [line, open, action] of [
        [/, 6\.00/, /^End …: .*6\.00/, 'End the transfer'],
        [/, 7\.00/, /^End …: .*7\.00/, 'End paying'],
        [/, 8\.00/, /^End …: .*8\.00/, 'End taking it'],
      ] as const) {
        await chooseLine(page, line);
        await press(page, open);
        await press(page, action);
        await expect.poll(() => page.getByRole('alertdialog').count()).toBe(0);
      }
      expect(await asked(page, 'abort')).toEqual([{ id: 'p15' }, { id: 'pull-in p16' }, { id: 'push-in p17' }]);
    });

    test('the history is searched and saved as it is shown, and its lines are opened and left by keyboard', async () => {
      const page = await opened(people.sending, '/history');
      const field = page.getByLabel('Search');
      await field.fill('refund');
      await page.getByLabel('Kind').selectOption('Payment');
      const filter = { text: 'refund', called: ['refund'], types: ['payment'] };
      await expect.poll(() => asked(page, 'wallet.history')).toContainEqual({ filter, limit: 40 });
      await press(page, 'Save as CSV');
      await page.getByText('were saved in').waitFor();
      expect(await asked(page, 'wallet.exportHistory')).toEqual([{ format: 'csv', filter }]);
      await press(page, 'Show everything');
      await expect.poll(() => field.inputValue()).toBe('');
      const role = (): Promise<string | null> =>
        page.evaluate(() => document.activeElement?.getAttribute('role') ?? null);
      await field.focus();
      for (let tabs = 0; tabs < 9 && (await role()) !== 'row'; tabs += 1) await page.keyboard.press('Tab');
      await page.keyboard.press('ArrowDown');
      const line = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
      expect(line).toMatch(/^Payment, 1\.50 KUDOS/);
      await page.keyboard.press('Enter');
      await page.locator('.line-panel h2:focus').waitFor();
      await page.keyboard.press('Escape');
      await expect.poll(() => page.locator('.line-panel').count()).toBe(0);
      await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(line);
    });

    test('what is over is forgotten by its own id, after what is lost with it was said', async () => {
      const page = await opened(people.sending, '/history');
      await chooseLine(page, /^Payment, 1\.50 KUDOS/);
      await press(page, /^Forget …: Payment, 1\.50 KUDOS/);
      const question = page.getByRole('alertdialog');
      await question.getByText('no proof of the purchase any more').waitFor();
      await question.getByText(/^Payment, 1\.50 KUDOS, /).waitFor();
      await press(page, 'Keep it');
      await expect.poll(() => question.count()).toBe(0);
      expect(await asked(page, 'forget')).toEqual([]);
      await press(page, /^Forget …: Payment, 1\.50 KUDOS/);
      await press(page, 'Forget');
      await expect.poll(() => asked(page, 'forget')).toEqual([{ id: '5' }]);
      await page.getByText('Forgotten here.').waitFor();
    });

    test('money is taken without a backup only when that was chosen', async () => {
      const page = await opened(people.withoutProvider, '/receive');
      await page.getByLabel('Link from the other person').fill('taler://pay-push/exchange.example/KEY');
      await page.keyboard.press('Enter');
      await press(page, 'Take 6.97 KUDOS');
      await page.getByText('It stays with its sender until you add a place for copies').waitFor();
      expect(await asked(page, 'peer.confirm')).toEqual([{ id: 'offer-1', withoutBackup: false, shown: 'KUDOS:6.97' }]);
      const second = await opened(people.withoutProvider, '/add');
      await second.getByText('Go on without a copy').first().click();
      await press(second, 'Get play money');
      await expect
        .poll(() => asked(second, 'play.withdraw'))
        .toEqual([{ amount: 'KUDOS:20', withoutBackup: true, shown: 'KUDOS:19.97' }]);
    });

    test('a shop’s order is not opened as a payment between people: it is shown where orders are paid', async () => {
      const page = await opened(people.sending, '/receive');
      await page.getByLabel('Link from the other person').fill('taler://pay/shop.example/1/');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Pay', exact: true }).waitFor();
      await expect.poll(() => asked(page, 'pay.prepare')).toEqual([{ uri: 'taler://pay/shop.example/1/' }]);
      expect(await asked(page, 'peer.prepareReceive')).toEqual([]);
    });

    test('an IBAN with a name becomes an address; an address stays what it is', async () => {
      const page = await opened(people.sending, '/deposit');
      await page.getByLabel('IBAN').fill('de75 5121 0800 1245 1261 99');
      await page.getByLabel('Account holder').fill('Ada Lovelace');
      await page.getByLabel('Arrives there').fill('10');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Send 10.00 KUDOS to the bank' }).waitFor();
      await page.getByLabel('IBAN').fill('payto://x-taler-bank/bank.example/ada?receiver-name=Ada');
      await page.keyboard.press('Enter');
      await press(page, 'Send 10.00 KUDOS to the bank');
      const wishes = [
        { amount: 'KUDOS:10', payto: 'payto://iban/DE75512108001245126199?receiver-name=Ada%20Lovelace' },
        { amount: 'KUDOS:10', payto: 'payto://x-taler-bank/bank.example/ada?receiver-name=Ada' },
      ];
      expect(await asked(page, 'deposit.prepare')).toEqual(wishes);
      await expect
        .poll(() => asked(page, 'deposit.confirm'))
        .toEqual(wishes.slice(1).map((wish) => ({ ...wish, shown: 'KUDOS:10.11' })));
    });

    test('a device that stands still says so on every page, and goes on after a question', async () => {
      const page = await opened(devices.superseded, '/send');
      await page.getByText('To go on here instead, keep this device.').waitFor();
      await press(page, 'Keep using this one');
      expect(await asked(page, 'device.keep')).toEqual([]);
      await page.getByRole('alertdialog').getByRole('button', { name: 'Keep using this one' }).click();
      await expect.poll(() => page.locator('.standing').count()).toBe(0);
      expect(await asked(page, 'device.keep')).toEqual([{}]);
    });

    test('a wallet in use is taken over only after the second button', async () => {
      const page = await opened(devices.notAbandoned, '/takeover');
      await pasteText(page, 'HOLDFAST-RECOVERY-1');
      await press(page, 'Take over');
      await page.getByRole('alert').waitFor();
      expect(await asked(page, 'backup.takeover')).toEqual([{ recoveryText: 'HOLDFAST-RECOVERY-1' }]);
      await press(page, 'Take over even so');
      await expect
        .poll(async () => (await asked(page, 'backup.takeover')).at(-1))
        .toEqual({ recoveryText: 'HOLDFAST-RECOVERY-1', evenIfNotAbandoned: true });
    });

    test('an emptied wallet is erased after three words, and its receipt stays when the wallet is gone', async () => {
      const page = await opened(devices.emptied, '/empty');
      await press(page, 'Finish …');
      expect(await page.getByRole('button', { name: 'Leave and erase' }).isDisabled()).toBe(true);
      await page.getByLabel('Type “erase this wallet”').fill('erase this wallet');
      await press(page, 'Leave and erase');
      await page.getByText('Receipt: this wallet was emptied').waitFor();
      expect(await asked(page, 'wallet.empty.finish')).toEqual([{ confirm: 'erase this wallet' }]);
      await press(page, 'Done');
      await page.getByRole('button', { name: 'Try with play money' }).waitFor();
    });
  },
);
