// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { realWorld } from '../../electron/world.ts';
import { mustOk } from '../../shared/result.ts';
import { inTurnOf, turnsTitle } from '../support/seed.ts';
import { economyHttp, openEconomy } from '../support/economy.ts';
import { lightly } from '../support/light.ts';
import { chromiumPath, theBrowser } from './browser.ts';
import { ensureBuilt, KEEPS_PICTURES, SCREENSHOTS } from './built.ts';
import { countInputs, openReal, type RealWallet } from './real-wallet.ts';

// From nothing to a wallet that was tested, in four screens and at most six inputs when what is suggested is taken: presses,
// choices and fields; the printer and the camera (here the saved page, opened) are not counted. The wallet and its economy are
// real, the window is the real one, and the program ends and starts again at every screen.

const PATIENCE = 60_000;
const MOST_INPUTS = 6;
/** So many times Tab is pressed at most to get to a button of these screens. */
const MOST_TABS = 40;
/** the press that saves the page */
const PRINTING = 1;
const path = chromiumPath();

describe.skipIf(path === undefined)(
  path === undefined ? 'the first screens (skipped: no Chromium on this machine)' : 'the first screens',
  { timeout: 3 * PATIENCE },
  () => {
    let root: string;
    let browser: Browser;
    let economy: Sandbox;
    const world = lightly({ ...realWorld(() => undefined), http: economyHttp });
    const opened: RealWallet[] = [];

    beforeAll(async () => {
      await ensureBuilt();
      root = mkdtempSync(join(tmpdir(), 'holdfast-begin-'));
      browser = await theBrowser();
      economy = await openEconomy(world, { withoutTerms: false });
    }, 2 * PATIENCE);
    afterAll(async () => {
      for (const each of opened) await each.close();
      await economy?.close();
      rmSync(root, { recursive: true, force: true });
    });

    const open = async (name: string): Promise<RealWallet> => {
      const home = join(root, name);
      mkdirSync(join(home, 'stick'), { recursive: true });
      const real = await openReal(browser, { home, world, folder: join(home, 'stick') });
      real.page.setDefaultTimeout(PATIENCE);
      opened.push(real);
      return real;
    };
    const press = (page: Page, name: string | RegExp): Promise<void> =>
      page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }).click();
    /** Without a mouse: from where the keyboard is on by Tab, and pressed by Enter. */
    const byKeys = async (page: Page, name: string | RegExp): Promise<void> => {
      const wanted = page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
      await expect.poll(() => wanted.isEnabled(), { timeout: PATIENCE }).toBe(true);
      for (let tabs = 0; !(await wanted.evaluate((one) => one === document.activeElement)); tabs += 1) {
        expect({ name: String(name), isWithin: tabs < MOST_TABS }).toEqual({ name: String(name), isWithin: true });
        await page.keyboard.press('Tab');
      }
      await page.keyboard.press('Enter');
    };
    const at = (page: Page, heading: string): Promise<void> =>
      page.getByRole('heading', { level: 1, name: heading }).waitFor();
    const picture = async (page: Page, name: string): Promise<void> => {
      if (!KEEPS_PICTURES) return;
      for (const colorScheme of ['light', 'dark'] as const)
        for (const [width, height] of [
          [1280, 800],
          [800, 600],
        ] as const) {
          await page.setViewportSize({ width, height });
          await page.emulateMedia({ colorScheme });
          await page.screenshot({ path: join(SCREENSHOTS, `begin-${name}-${colorScheme}-${width}.png`) });
        }
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.emulateMedia({ colorScheme: 'light' });
    };
    /** Prints, saves and shows the page; what comes is the sum that it brings back. */
    const testPage = async ({ page, savedPage }: RealWallet, name: string, by = press): Promise<string> => {
      await page.locator('.drawn svg').nth(1).waitFor();
      await picture(page, `${name}-4-paper`);
      await by(page, 'Save as PDF');
      await page.getByText('Saved as').waitFor();
      await page.locator('input[type=file]').setInputFiles(savedPage());
      const sum = page.getByTestId('begin-sum');
      await sum.waitFor();
      await picture(page, `${name}-5-drill`);
      return (await sum.innerText()).replaceAll(/\s+/g, ' ');
    };
    /** Until nothing is under way any more: a person prints meanwhile. */
    const settled = async ({ app }: RealWallet): Promise<void> => {
      await expect
        .poll(
          async () => {
            const { balances, pending } = mustOk(await app().handle('wallet.overview', {}), 'overview');
            const { providers } = mustOk(await app().handle('provider.list', {}), 'places');
            const isHere = balances.some(({ available }) => !available.endsWith(':0'));
            return [pending.length, isHere, providers.some(({ verifiedAt }) => verifiedAt !== undefined)];
          },
          { timeout: PATIENCE, interval: 500 },
        )
        .toEqual([0, true, true]);
    };

    /** Each is half a minute of a busy machine: the gate walks one, the next commit the other. */
    const WALKS: readonly (readonly [string, () => Promise<void>])[] = [
      [
        'with real money, ended and started again at every screen: an issuer of the list, its terms, a transfer, two places, the page',
        async () => {
          const real = await open('real');
          const { page, restart } = real;
          const inputs = await countInputs(page);
          await picture(page, 'real-1-welcome');
          await press(page, 'Create a wallet');
          await press(page, 'Create');
          await at(page, 'Your first money');
          // The list as it would be with an issuer and two places of this currency on it.
          const issuer = economy.exchanges[0]?.baseUrl ?? '';
          const list = [
            { kind: 'issuer' as const, url: issuer, name: 'Example Issuer', currency: 'KUDOS' },
            ...economy.syncProviders.map(({ baseUrl, name }) => ({
              kind: 'place' as const,
              url: baseUrl,
              name,
              currency: 'KUDOS',
            })),
          ];
          for (const each of list) mustOk(await real.app().handle('known.add', { ...each }), each.name);
          await restart();
          await at(page, 'Your first money');
          await expect.poll(() => page.getByRole('radio', { name: /Example Issuer/ }).isChecked()).toBe(true);
          await picture(page, 'real-2-money');
          await press(page, 'See costs and terms');
          await page.getByRole('region', { name: /^Terms of service of/ }).waitFor();
          await picture(page, 'real-2-terms');
          await press(page, 'Agree, and show the transfer');
          await page.getByRole('button', { name: 'Next: where copies go' }).waitFor();
          await picture(page, 'real-2-transfer');
          const begun = real.asked.findLast(({ name }) => name === 'withdraw.manual')?.answer;
          const { payto } = (begun as { readonly value: { readonly payto: string } }).value;
          await restart();
          await at(page, 'Where copies go');
          await page.getByText('20.00 KUDOS: waiting for your transfer').waitFor();
          await page.locator('.begin-price').first().waitFor();
          await picture(page, 'real-3-places');
          // What the button says is what both rows say at most, together.
          await press(page, `Add both for at most ${await atMost(page)} a year`);
          await at(page, 'Your page, and whether it works');
          economy.bank.transferToReserve(payto);
          await settled(real);
          await restart();
          await at(page, 'Your page, and whether it works');
          expect(real.confirmations()).toBe(0);
          await press(page, 'Show the page');
          const sum = await testPage(real, 'real');
          // Somebody else opened it: its owner was asked.
          expect(real.confirmations()).toBe(1);
          expect(await inputs()).toBeLessThanOrEqual(MOST_INPUTS + PRINTING);
          expect(sum).toMatch(/^This page brings back (\d+\.\d\d) KUDOS of \1 KUDOS$/);
          await press(page, 'Done');
          await at(page, 'Protected');
          await picture(page, 'real-6-end');
          await press(page, 'To my money');
          await at(page, 'Money');
          await restart();
          await at(page, 'Money');
          expect(real.complaints).toEqual([]);
        },
      ],
      [
        'with play money and by the keyboard alone: its own issuer, terms and places, and a stick beside them',
        async () => {
          const real = await open('play');
          const { page } = real;
          const inputs = await countInputs(page);
          await byKeys(page, 'Try with play money');
          await at(page, 'Your first play money');
          await picture(page, 'play-2-money');
          await byKeys(page, 'Agree, and get 19.97 KUDOS');
          await at(page, 'Where copies go');
          await page.locator('.begin-price').nth(1).waitFor();
          await byKeys(page, /folder/i);
          await byKeys(page, `Add all 3 for at most ${await atMost(page)} a year`);
          await at(page, 'Your page, and whether it works');
          await settled(real);
          const sum = await testPage(real, 'play', byKeys);
          expect(sum).toMatch(/^This page brings back (\d+\.\d\d) KUDOS of \1 KUDOS$/);
          expect(real.confirmations()).toBe(0);
          expect(await inputs()).toBeLessThanOrEqual(MOST_INPUTS + PRINTING);
          await byKeys(page, 'Done');
          await at(page, 'Protected');
          await byKeys(page, 'To my money');
          const add = { url: 'https://issuer.example/' };
          expect(await real.app().handle('exchange.add', add)).toMatchObject({ error: { kind: 'play-money-here' } });
          await press(page, 'Leave play money …');
          await page.getByRole('alertdialog').getByText(/KUDOS/).waitFor();
          await picture(page, 'play-7-leave');
          await press(page, 'Go on playing');
          await press(page, 'Leave play money …');
          await press(page, 'Leave and begin with a real wallet');
          await page.getByRole('button', { name: 'Create a wallet' }).waitFor();
          expect(real.app().state()).toMatchObject({ stage: 'first-start', playMoney: false });
          expect(real.complaints).toEqual([]);
        },
      ],
    ];
    const walked = inTurnOf(WALKS, 2);
    describe(turnsTitle('walked through', walked.length, WALKS.length), () => {
      test.each(walked)('%s', (_, walk) => walk());
    });
  },
);

/** The sum of what the rows say at most, as it stands on the button. */
const atMost = async (page: Page): Promise<string> => {
  const said = (await page.locator('.begin-price').allTextContents()).join('\n');
  const each = [...said.matchAll(/at most (\d+\.\d+) KUDOS/g)].map(([, sum]) => Number(sum));
  expect(each.length).toBeGreaterThan(0);
  return `${each.reduce((sum, more) => sum + more, 0)} KUDOS`;
};
