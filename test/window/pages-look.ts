// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, launchChromium, openPage } from './browser.ts';
import { ensureBuilt, SCREENSHOTS } from './built.ts';
import type { Scenario } from './fake-bridge.ts';
import { hardCoded, speakAs } from './spoken.ts';

/** A page in one state a person meets it in. */
export type Look = {
  readonly name: string;
  readonly scenario: Scenario;
  readonly path: string;
  /** what a person does there, and what must be in sight afterwards */
  readonly act?: (page: Page) => Promise<Locator | void>;
};

export const press = (page: Page, name: string | RegExp): Promise<void> =>
  page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click();

const SIZES = [
  { width: 1280, height: 800 },
  { width: 800, height: 600 },
] as const;
const SCHEMES = ['light', 'dark'] as const;
/** English, and the language whose words are longest. */
const LOCALES = ['en-GB', 'de-DE'] as const;

/** Nobody opens the pictures of a run that only counts. */
const KEEPS_PICTURES = process.env['CI'] === undefined;

const path = chromiumPath();

/** One test per look: the page passes axe, nothing sticks out in either size and scheme, the console is silent; a picture of each is kept for whoever looks. */
export const describeLooks = (title: string, looks: readonly Look[]): void => {
  describe.skipIf(path === undefined)(
    path === undefined ? `${title} (skipped: no Chromium on this machine)` : title,
    () => {
      let browser: Browser;

      beforeAll(async () => {
        await ensureBuilt();
        mkdirSync(SCREENSHOTS, { recursive: true });
        browser = await launchChromium(path ?? '');
      });
      afterAll(() => browser?.close());

      for (const look of looks) {
        test(look.name, async () => {
          const context = await browser.newContext({ reducedMotion: 'reduce', timezoneId: 'UTC', locale: 'en-GB' });
          try {
            const { page, complaints } = await openPage(context, look.scenario, look.path);
            // What is acted on is found by its English name; it stays in sight when the language changes.
            const acted = (await look.act?.(page)) ?? undefined;
            const shown = (await acted?.elementHandle()) ?? undefined;
            for (const locale of LOCALES) {
              if (!(await speakAs(page, look.scenario, locale))) continue;
              for (const size of SIZES) {
                await page.setViewportSize(size);
                for (const colorScheme of SCHEMES) {
                  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
                  if (await shown?.evaluate((element) => element.isConnected)) await shown?.scrollIntoViewIfNeeded();
                  const picture = `${look.name}-${size.width}-${colorScheme}${locale === 'en-GB' ? '' : `-${locale}`}.png`;
                  if (KEEPS_PICTURES) await page.screenshot({ path: join(SCREENSHOTS, picture) });
                  expect({ locale, ...size, sticksOut: await sticksOut(page) }).toEqual({
                    locale,
                    ...size,
                    sticksOut: [],
                  });
                  if (size.width === 1280) expect(await axeViolations(page)).toEqual([]);
                }
              }
            }
            if (await speakAs(page, look.scenario, 'en-XA')) expect(await hardCoded(page, look.scenario)).toEqual([]);
            if (await speakAs(page, look.scenario, 'ar-XB')) {
              expect(await page.evaluate(() => getComputedStyle(document.body).direction)).toBe('rtl');
              expect({ rightToLeft: await sticksOut(page) }).toEqual({ rightToLeft: [] });
            }
            expect(complaints).toEqual([]);
          } finally {
            await context.close();
          }
        });
      }
    },
  );
};

/** The pages axe has been loaded into: its half megabyte is read once, not twice for every look at a page. */
const withAxe = new WeakSet<Page>();
const ALREADY_THERE = 'void 0';

/** What axe objects to. react-aria's announcer is left out: its live region borrows `role="img"` to be read once and then emptied. */
const axeViolations = async (page: Page): Promise<string[]> => {
  const builder = new AxeBuilder({ page, ...(withAxe.has(page) ? { axeSource: ALREADY_THERE } : {}) });
  withAxe.add(page);
  const axe = await builder
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .exclude('[data-live-announcer]')
    .analyze();
  return axe.violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(' | ')}`);
};

/** Whatever is wider than the window or scrolls beside the page, and text that sticks out of its own button, tag, card or table cell. */
export const sticksOut = (page: Page): Promise<string[]> =>
  page.evaluate(() => [
    ...(document.documentElement.scrollWidth > innerWidth ? ['the page'] : []),
    // In an open wallet only the page beside the sidebar scrolls.
    ...(document.querySelector('.frame') !== null && document.documentElement.scrollHeight > innerHeight
      ? ['the window scrolls as well']
      : []),
    ...[
      ...document.querySelectorAll(
        '.button, .tag, .card, .notice, .pending li, td, .table-frame, .steps a, .way, .paper li',
      ),
    ]
      .filter(
        (element) => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline',
      )
      .map((element) => `${element.className}: ${element.textContent?.slice(0, 60)}`),
  ]);
