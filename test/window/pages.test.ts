// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, launchChromium, openPage } from './browser.ts';
import { ensureBuilt, SCREENSHOTS } from './built.ts';
import type { Scenario } from './fake-bridge.ts';
import { scenarios } from './scenarios.ts';

// Every page in the states a person meets it in: reachable by keyboard and screen reader (axe), legible in both colour
// schemes, usable at 800 × 600, silent under its content security policy. A picture of each is kept.

type Look = {
  readonly name: string;
  readonly scenario: Scenario;
  readonly path: string;
  /** what a person does there, and what must be in sight afterwards */
  readonly act?: (page: Page) => Promise<Locator | void>;
};

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click();

const LOOKS: readonly Look[] = [
  { name: 'first-start', scenario: scenarios.firstStart, path: '/' },
  {
    name: 'first-start-protection',
    scenario: scenarios.firstStart,
    path: '/',
    act: async (page) => {
      await press(page, 'Create a wallet');
      await page.getByLabel('Passphrase', { exact: true }).fill('short');
      await press(page, 'Create');
      await page.getByText('Use at least 8 characters').waitFor();
    },
  },
  {
    name: 'locked',
    scenario: scenarios.locked,
    path: '/',
    act: async (page) => {
      await page.getByLabel('Passphrase').fill('not this one');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'cannot-open', scenario: scenarios.cannotOpen, path: '/' },
  { name: 'overview-empty', scenario: scenarios.empty, path: '/' },
  { name: 'overview-fresh', scenario: scenarios.fresh, path: '/' },
  { name: 'overview-under-way', scenario: scenarios.underWay, path: '/' },
  { name: 'overview-safe', scenario: scenarios.safe, path: '/' },
  { name: 'overview-defect', scenario: scenarios.defect, path: '/' },
  {
    name: 'add-money',
    scenario: scenarios.fresh,
    path: '/add',
    act: async (page) => {
      await press(page, 'Withdraw play money');
      await page.getByText('The withdrawal is under way').waitFor();
    },
  },
  {
    name: 'add-money-transfer',
    scenario: scenarios.fresh,
    path: '/add',
    act: async (page) => {
      await page.getByRole('button', { name: /^KUDOS · / }).click();
      await page.getByLabel('Amount').last().fill('25');
      await press(page, 'Prepare transfer');
      await page.getByText('Make this transfer').waitFor();
      return page.getByText('Make this transfer');
    },
  },
  {
    name: 'pay-offer',
    scenario: scenarios.safe,
    path: '/pay',
    act: async (page) => {
      await press(page, 'Order something at the play shop');
      return page.getByText('Leaves your wallet');
    },
  },
  {
    name: 'pay-paid',
    scenario: scenarios.safe,
    path: '/pay',
    act: async (page) => {
      await press(page, 'Order something at the play shop');
      await press(page, 'Pay now');
      return page.getByText('Paid. The merchant');
    },
  },
  {
    name: 'pay-too-poor',
    scenario: scenarios.poor,
    path: '/pay',
    act: async (page) => {
      await page.getByLabel('Payment address').fill('taler://pay/shop.example/1/');
      await page.keyboard.press('Enter');
      return page.getByText('1.50 are needed');
    },
  },
  { name: 'backup-none', scenario: scenarios.fresh, path: '/backup' },
  {
    name: 'backup-consent',
    scenario: scenarios.fresh,
    path: '/backup',
    act: async (page) => {
      await page.getByRole('button', { name: /^Reef · / }).click();
      return page.getByLabel('Pay at most per year');
    },
  },
  {
    name: 'backup-adding',
    scenario: scenarios.fresh,
    path: '/backup',
    act: async (page) => {
      await page.getByRole('button', { name: /^Reef · / }).click();
      await press(page, 'Agree, pay and add');
      return page.locator('.consent .button[data-pending]');
    },
  },
  { name: 'backup-safe', scenario: scenarios.safe, path: '/backup' },
  {
    name: 'backup-round',
    scenario: scenarios.underWay,
    path: '/backup',
    act: async (page) => {
      await press(page, 'Back up now');
      await page.locator('.round').waitFor();
    },
  },
  {
    name: 'backup-remove-last',
    scenario: scenarios.poor,
    path: '/backup',
    act: async (page) => {
      await press(page, /^Remove: /);
      await page.getByText('only on this computer').waitFor();
    },
  },
  {
    name: 'sheet-hidden',
    scenario: scenarios.withPassphrase,
    path: '/sheet',
    act: async (page) => {
      await page.getByLabel('Passphrase').fill('not this one');
      await press(page, 'Reveal the sheet');
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'sheet-none-yet', scenario: scenarios.fresh, path: '/sheet' },
  { name: 'sheet-revealed', scenario: scenarios.safe, path: '/sheet', act: (page) => press(page, 'Reveal the sheet') },
  {
    name: 'sheet-text',
    scenario: scenarios.safe,
    path: '/sheet',
    act: async (page) => {
      await press(page, 'Reveal the sheet');
      await press(page, 'PDF for A4');
      await page.getByText('Recovery text').click();
      return page.getByRole('region', { name: 'Recovery text' });
    },
  },
  { name: 'restore-form', scenario: scenarios.restoring, path: '/restore' },
  {
    name: 'restore-refused',
    scenario: scenarios.restoreRefused,
    path: '/restore',
    act: async (page) => {
      await page.getByLabel('Recovery text').fill('HOLDFAST-RECOVERY-1\nwallet: Holdfast\nsecret:\n  1 HOLD1 0W8RD');
      await press(page, 'Restore');
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'restore-report',
    scenario: scenarios.restoring,
    path: '/restore',
    act: async (page) => {
      await page.getByLabel('Recovery text').fill('HOLDFAST-RECOVERY-1\n…');
      await press(page, 'Restore');
      await page.getByText('Who answered').waitFor();
    },
  },
  { name: 'restore-not-here', scenario: scenarios.safe, path: '/restore' },
  { name: 'history', scenario: scenarios.safe, path: '/history' },
  { name: 'history-unequal', scenario: scenarios.unequal, path: '/history' },
  { name: 'computer', scenario: scenarios.safe, path: '/computer' },
  { name: 'computer-erase', scenario: scenarios.fresh, path: '/computer', act: (page) => press(page, 'Erase …') },
];

const SIZES = [
  { width: 1280, height: 800 },
  { width: 800, height: 600 },
] as const;
const SCHEMES = ['light', 'dark'] as const;

const path = chromiumPath();

describe.skipIf(path === undefined)(
  path === undefined ? 'pages (skipped: no Chromium on this machine)' : 'pages',
  () => {
    let browser: Browser;

    beforeAll(async () => {
      await ensureBuilt();
      mkdirSync(SCREENSHOTS, { recursive: true });
      browser = await launchChromium(path ?? '');
    });
    afterAll(() => browser?.close());

    for (const look of LOOKS) {
      test(look.name, async () => {
        const context = await browser.newContext({ reducedMotion: 'reduce', timezoneId: 'UTC' });
        try {
          const { page, complaints } = await openPage(context, look.scenario, look.path);
          const shown = (await look.act?.(page)) ?? undefined;
          for (const size of SIZES) {
            await page.setViewportSize(size);
            for (const colorScheme of SCHEMES) {
              await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
              await shown?.scrollIntoViewIfNeeded();
              await page.screenshot({ path: join(SCREENSHOTS, `${look.name}-${size.width}-${colorScheme}.png`) });
              expect(await sticksOut(page)).toEqual([]);
              if (size.width === 1280) expect(await axeViolations(page)).toEqual([]);
            }
          }
          expect(complaints).toEqual([]);
        } finally {
          await context.close();
        }
      });
    }
  },
);

/** What axe objects to. react-aria's announcer is left out: its live region borrows `role="img"` to be read once and then emptied. */
const axeViolations = async (page: Page): Promise<string[]> => {
  const axe = await new AxeBuilder({ page }).setLegacyMode().exclude('[data-live-announcer]').analyze();
  return axe.violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(' | ')}`);
};

/** Whatever is wider than the window, and text that sticks out of its own button, tag, card or table cell. */
const sticksOut = (page: Page): Promise<string[]> =>
  page.evaluate(() => [
    ...(document.documentElement.scrollWidth > innerWidth ? ['the page'] : []),
    ...[...document.querySelectorAll('.button, .tag, .card, .notice, td, .steps a, .way, .paper li')]
      .filter(
        (element) => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline',
      )
      .map((element) => `${element.className}: ${element.textContent?.slice(0, 60)}`),
  ]);
