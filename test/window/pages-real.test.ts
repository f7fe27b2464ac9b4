// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  addProvider,
  electronHere,
  goTo,
  PATIENCE,
  picture,
  pictureAnyway,
  press,
  quit,
  startApp,
  total,
  type StartedApp,
  laterOn,
} from './app.ts';
import { ensureBuilt } from './built.ts';

// The pages between people in the real window, on real cryptography: money waits for a provider, a payment is made and
// taken (by the same wallet: a purse does not mind), an invoice is withdrawn; everything is put into codes, kept after all,
// and then taken by a second application, after which the first wallet is erased.

const here = electronHere();

describe.skipIf('why' in here)(
  'why' in here ? `money between people in the window (skipped: ${here.why})` : 'money between people in the window',
  { timeout: 2 * PATIENCE },
  () => {
    let home: string;
    let otherHome: string;
    let started: StartedApp;
    let address = '';

    beforeAll(async () => {
      await ensureBuilt();
      home = mkdtempSync(join(tmpdir(), 'holdfast-people-'));
      otherHome = mkdtempSync(join(tmpdir(), 'holdfast-phone-'));
      started = await startApp('path' in here ? here.path : '', home);
    });
    afterAll(async () => {
      if (started) await quit(started);
      for (const each of [home, otherHome]) rmSync(each, { recursive: true, force: true });
    });
    afterEach(async ({ task }) => {
      if (task.result?.state === 'fail')
        await pictureAnyway(started.page, `people-failed-${task.name.replaceAll(/\W+/g, '-').slice(0, 40)}`);
    });

    test('what is withdrawn waits for a provider, and arrives when there is one', async () => {
      const { page } = started;
      await press(page, 'Try with play money');
      await laterOn(page);
      await page.getByRole('link', { name: 'Add money' }).click();
      await page.getByText('the money waits at the issuer').first().waitFor({ timeout: PATIENCE });
      await press(page, 'Get play money');
      await page.getByText('It is on its way').waitFor({ timeout: PATIENCE });
      await goTo(page, 'Money');
      await page.locator('.pending').getByRole('link', { name: 'Add a place' }).click({ timeout: PATIENCE });
      await addProvider(page, /^Free play place/, 'Agree and add');
      await goTo(page, 'Money');
      await page
        .locator('.balance-parts', { hasText: /Ready to spend (20\.00|19\.\d+)/ })
        .waitFor({ timeout: PATIENCE });
    });

    test('a payment is quoted, made, and waits with its code', async () => {
      const { page } = started;
      await goTo(page, 'Send');
      await page.getByLabel('You send').fill('2');
      await page.getByLabel('What it is for').fill('Half of the lunch');
      await press(page, 'Show what it costs');
      await press(page, /^Send 2\.00/);
      await page.locator('.handover[data-state="waiting"]').waitFor({ timeout: PATIENCE });
      address = (await page.locator('.handover-address .address').innerText()).replaceAll(/\s/g, '');
      expect(address).toMatch(/^taler(\+http)?:\/\/pay-push\//);
      await picture(page, '30-sent');
    });

    test('whoever has the address takes it, and the sender sees that', async () => {
      const { page } = started;
      await goTo(page, 'Receive');
      await page.getByLabel('Link from the other person').fill(address);
      await page.keyboard.press('Enter');
      await press(page, /^Take /);
      await page.getByText(/Received\. It is in this wallet|it arrives by itself/).waitFor({ timeout: PATIENCE });
      await picture(page, '31-received');
      await goTo(page, 'Send');
      await page.locator('.handover-line', { hasText: 'taken' }).waitFor({ timeout: PATIENCE });
      await goTo(page, 'History');
      await page.getByRole('row', { name: /^Received from a person/ }).waitFor({ timeout: PATIENCE });
      await page.getByText('The lines add up to the balance, exactly.').waitFor({ timeout: PATIENCE });
      await picture(page, '32-history-people');
    });

    test('an invoice is made and withdrawn', async () => {
      const { page } = started;
      await goTo(page, 'Ask for money');
      await page.getByLabel('You ask for').fill('3');
      await press(page, 'Show what it costs');
      await press(page, /^Ask for 3\.00/);
      await page.locator('.handover[data-state="waiting"]').waitFor({ timeout: PATIENCE });
      await page.getByRole('button', { name: /^End …/ }).click();
      await press(page, 'End the request');
      await page.locator('.handover[data-state="aborted"]').waitFor({ timeout: PATIENCE });
    });

    test('everything is put into codes, and stopping keeps the wallet', async () => {
      const { page } = started;
      await goTo(page, 'Devices');
      await page.getByText('No other device uses this wallet.').waitFor({ timeout: PATIENCE });
      await page.getByRole('link', { name: 'Empty', exact: true }).click();
      await press(page, /^Make codes for/);
      await page.locator('.handover[data-state="waiting"]').first().waitFor({ timeout: PATIENCE });
      await picture(page, '33-emptying');
      await press(page, 'Stop emptying');
      await page.getByRole('button', { name: /^Make (the )?codes/ }).waitFor({ timeout: PATIENCE });
    });

    test('a payment nobody took is called back, and the money is here again', async () => {
      const { page } = started;
      await goTo(page, 'Send');
      await page.getByRole('button', { name: /^Show the code: / }).click();
      await page.getByRole('button', { name: /^End …/ }).click();
      await press(page, 'End the payment');
      await page.locator('.handover-line', { hasText: 'ended' }).waitFor({ timeout: PATIENCE });
      await goTo(page, 'Money');
      expect(await total(page, 'balance-total')).toMatch(/^19\.\d+ KUDOS/);
      await page
        .locator('.balance-parts', { hasText: /Change under way \d+\.\d+ KUDOS$/ })
        .waitFor({ timeout: PATIENCE });
      await goTo(page, 'History');
      expect(await total(page, 'history-sum')).toMatch(/KUDOS$/);
      await page.getByText('The lines add up to the balance, exactly.').waitFor({ timeout: PATIENCE });
    });

    test('another wallet takes everything; this one is erased, and its receipt stays', async () => {
      const { page } = started;
      await goTo(page, 'Devices');
      await page.getByRole('link', { name: 'Empty', exact: true }).click();
      await press(page, /^Make codes for/);
      await page.locator('.handover[data-state="waiting"]').waitFor({ timeout: PATIENCE });
      const code = (await page.locator('.handover-address .address').innerText()).replaceAll(/\s/g, '');
      const phone = await startApp('path' in here ? here.path : '', otherHome);
      try {
        await press(phone.page, 'Create a wallet');
        await phone.page.getByText('Anyone who can read the file').click();
        await press(phone.page, 'Create');
        await laterOn(phone.page);
        await goTo(phone.page, 'Receive');
        await phone.page.getByLabel('Link from the other person').fill(code);
        await phone.page.keyboard.press('Enter');
        await press(phone.page, 'Add this issuer and go on');
        await phone.page.getByRole('button', { name: /^Take / }).waitFor({ timeout: PATIENCE });
        await phone.page.getByText('Go on without a copy').first().click();
        await picture(phone.page, '34-taking');
        await press(phone.page, /^Take /);
        // The issuer is new to this wallet: its terms come before its first money.
        await phone.page.getByRole('region', { name: /^Terms of service of / }).waitFor({ timeout: PATIENCE });
        await press(phone.page, 'Agree and go on');
        await phone.page
          .getByText(/Received\. It is in this wallet|it arrives by itself/)
          .waitFor({ timeout: PATIENCE });
        await goTo(phone.page, 'Money');
        expect(await total(phone.page, 'balance-total')).toMatch(/^19\.\d+ KUDOS Play money$/);
        await page.getByText('Everything was taken.').first().waitFor({ timeout: PATIENCE });
        await picture(page, '35-everything-taken');
        await press(page, 'Finish …');
        await page.getByLabel('Type “erase this wallet”').fill('erase this wallet');
        await press(page, 'Leave and erase');
        await page.getByText('Receipt: this wallet was emptied').waitFor({ timeout: PATIENCE });
        await picture(page, '36-emptied');
        await press(page, 'Done');
        await page.getByRole('button', { name: 'Try with play money' }).waitFor({ timeout: PATIENCE });
        expect([...started.complaints, ...phone.complaints]).toEqual([]);
      } finally {
        await quit(phone);
      }
    });
  },
);
