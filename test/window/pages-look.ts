// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { BY_TURNS, IN_TORTURE, turnsTitle } from '../support/seed.ts';
import { axeViolations } from './axe.ts';
import { chromiumPath, theWindow, type OpenedPage, type Shown } from './browser.ts';
import { tooSmall, tooWide } from './size-checks.ts';
import { ensureBuilt, KEEPS_PICTURES, ONLY_PICTURES, SCREENSHOTS } from './built.ts';
import type { Scenario } from './fake-bridge.ts';
import { planOf, TAKES, TURNS, type Plan, type Turn } from './look-turns.ts';
import { canSpeak, hardCoded, speakAs } from './spoken.ts';

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
/** What the same page may look like; beside light each changes colours, and high contrast edges. */
type Theme = { readonly scheme: 'light' | 'dark'; readonly contrast: boolean };
const LIGHT: Theme = { scheme: 'light', contrast: false };
const OTHERS: readonly Theme[] = [
  { scheme: 'dark', contrast: false },
  { scheme: 'light', contrast: true },
  { scheme: 'dark', contrast: true },
];
/** A window of 1280 × 800 in which everything is twice as large. */
const TWICE = { width: 640, height: 400 } as const;
/** The same of the smallest: whatever is long may go below, and the page itself never scrolls sideways. */
const SMALLEST_TWICE = { width: 400, height: 300 } as const;
/** For a person who looks at pictures: others ("ar"). */
const PICTURED = process.env['HOLDFAST_PICTURES_IN']?.split(',');

const ALWAYS_WHOLE = KEEPS_PICTURES || IN_TORTURE;

const path = chromiumPath();

/**
 * One test per look: nothing sticks out, all can be read and hit, the console is silent; axe, longer words and other directions take
 * turns. In the gate the looks do, too. With HOLDFAST_PICTURES=1 each has every size, language and theme, and a picture of each is kept.
 */
export const describeLooks = (title: string, looks: readonly Look[]): void => {
  const plans = looks.flatMap((look, at) => {
    const plan = planOf(at, { byTurns: BY_TURNS && looks.length >= TAKES, always: ALWAYS_WHOLE });
    return plan === undefined ? [] : [{ look, plan }];
  });
  const named = turnsTitle(title, plans.length, looks.length);
  describe.skipIf(path === undefined)(
    path === undefined ? `${named} (skipped: no Chromium on this machine)` : named,
    () => {
      let shown: Shown;

      beforeAll(async () => {
        await ensureBuilt();
        mkdirSync(SCREENSHOTS, { recursive: true });
        shown = await theWindow();
      });

      for (const { look, plan } of plans) {
        test(`${look.name}, looked at`, async () => {
          const opened = await shown.open(look.scenario, look.path);
          await (ONLY_PICTURES === undefined ? lookAt(look, opened, plan) : photograph(look, opened.page));
        });
      }
    },
  );
};

/** In which language and size a page is looked at, and in which schemes by axe. */
type View = {
  readonly locale: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly byAxe: readonly Theme[];
};

/** Axe looks at the large window, for both have the same words and colours; in light, and in one of the other themes or, where nobody waits, in each. */
const wholly = ({ longer, theme }: Plan): readonly View[] => {
  const themes = ALWAYS_WHOLE ? OTHERS : OTHERS.filter((_, each) => each === theme % OTHERS.length);
  return [
    ...(PICTURED ?? ['en-GB', longer]).flatMap((locale) =>
      SIZES.map((size): View => ({ locale, size, byAxe: size === SIZES[0] ? [LIGHT, ...themes] : [] })),
    ),
    { locale: longer, size: TWICE, byAxe: ALWAYS_WHOLE ? [LIGHT] : [] },
    { locale: longer, size: SMALLEST_TWICE, byAxe: ALWAYS_WHOLE ? [LIGHT] : [] },
  ];
};
/** English in both windows, by axe if it is its turn; or longer words in the smaller one: where anything sticks out it does there. */
const usually = ({ turn, longer }: Plan): readonly View[] => [
  { locale: 'en-GB', size: SIZES[0], byAxe: turn === 'axe' ? [LIGHT] : [] },
  { locale: turn === 'longer' ? longer : 'en-GB', size: SIZES[1], byAxe: [] },
];

/** The page in the views of its plan and, if it is their turn, in a language nobody speaks and from right to left. */
const lookAt = async ({ name, scenario, act }: Look, { page, complaints }: OpenedPage, plan: Plan): Promise<void> => {
  const views = plan.whole ? wholly(plan) : usually(plan);
  const turns: readonly Turn[] = plan.whole ? TURNS : [plan.turn];
  // What is acted on is found by its English name; it stays in sight when the language changes.
  const acted = (await act?.(page)) ?? undefined;
  const inSight = (await acted?.elementHandle()) ?? undefined;
  let spoken = 'en-GB';
  let worn = LIGHT;
  for (const { locale, size, byAxe } of views.filter((view) => canSpeak(scenario, view.locale))) {
    if (locale !== spoken) await speakAs(page, scenario, locale);
    spoken = locale;
    await page.setViewportSize(size);
    // The dark scheme changes colours and nothing else: what does not stick out in the light does not in the dark.
    for (const theme of KEEPS_PICTURES ? [LIGHT, ...OTHERS] : byAxe.length > 0 ? byAxe : [LIGHT]) {
      if (theme !== worn) await wear(page, theme);
      worn = theme;
      if (await inSight?.evaluate((element) => element.isConnected)) await inSight?.scrollIntoViewIfNeeded();
      const words = locale === 'en-GB' ? '' : `-${locale}`;
      const picture = `${name}-${size.width}-${theme.scheme}${theme.contrast ? '-contrast' : ''}${words}.png`;
      if (KEEPS_PICTURES) await page.screenshot({ path: join(SCREENSHOTS, picture) });
      const where = { locale, ...size, ...theme };
      if (theme === LIGHT || theme.contrast)
        expect({ ...where, sticksOut: await sticksOut(page, size === SMALLEST_TWICE) }).toEqual({
          ...where,
          sticksOut: [],
        });
      if (byAxe.includes(theme))
        expect({ ...where, axe: await axeViolations(page, theme === LIGHT ? 'light' : 'dark') }).toEqual({
          ...where,
          axe: [],
        });
    }
  }
  if (worn !== LIGHT) await wear(page, LIGHT);
  expect({ tooSmall: await tooSmall(page) }).toEqual({ tooSmall: [] });
  if (turns.includes('hard-coded') && (await speakAs(page, scenario, 'en-XA')))
    expect(await hardCoded(page, scenario)).toEqual([]);
  if (turns.includes('from the right') && (await speakAs(page, scenario, 'ar-XB'))) {
    expect(await page.evaluate(() => getComputedStyle(document.body).direction)).toBe('rtl');
    expect({ rightToLeft: await sticksOut(page) }).toEqual({ rightToLeft: [] });
  }
  expect(complaints).toEqual([]);
};

/** Keeps the pictures that were asked for, and looks for what sticks out and for long lines alone. */
const photograph = async ({ name, scenario, act }: Look, page: Page): Promise<void> => {
  const inSight = await ((await act?.(page)) ?? undefined)?.elementHandle();
  let spoken = 'en-GB';
  for (const asked of ONLY_PICTURES ?? []) {
    const { locale, width, scheme } = asked;
    if (!canSpeak(scenario, locale)) continue;
    if (locale !== spoken) await speakAs(page, scenario, locale);
    spoken = locale;
    // A menu closes when the window gets another size, also if that is the one it has.
    const size = SIZES.find((each) => each.width === width) ?? SIZES[0];
    if (page.viewportSize()?.width !== size.width) await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: scheme });
    if (await inSight?.evaluate((element) => element.isConnected)) await inSight?.scrollIntoViewIfNeeded();
    await page.screenshot({ path: join(SCREENSHOTS, `${name}@${locale}-${width}-${scheme}.png`) });
    const found = { sticksOut: await sticksOut(page), tooWide: await tooWide(page) };
    expect.soft({ ...asked, ...found }).toEqual({ ...asked, sticksOut: [], tooWide: [] });
  }
};

const wear = async (page: Page, { scheme, contrast }: Theme): Promise<void> => {
  await page.emulateMedia({ colorScheme: scheme });
  await page.evaluate((on) => document.documentElement.toggleAttribute('data-contrast', on), contrast);
};

/** Whatever is wider than the window or scrolls beside the page, and text that sticks out of its own button, tag, card or table cell. */
export const sticksOut = (page: Page, pageAlone = false): Promise<string[]> =>
  page.evaluate(
    (onlyPage) => [
      ...(document.documentElement.scrollWidth > innerWidth ? ['the page'] : []),
      // In an open wallet only the page beside the sidebar scrolls.
      ...(document.querySelector('.frame') !== null && document.documentElement.scrollHeight > innerHeight
        ? ['the window scrolls as well']
        : []),
      ...[
        ...document.querySelectorAll(
          onlyPage
            ? '.page, .sidebar'
            : '.button, .tag, .card, .notice, .pending li, td, .line-panel, .line, .steps a, .way',
        ),
      ]
        .filter(
          (element) =>
            // What is closed has no width that holds: a browser may still tell that of another language or window.
            element.checkVisibility() &&
            element.scrollWidth > element.clientWidth + 1 &&
            getComputedStyle(element).display !== 'inline',
        )
        .map((element) => `${element.className}: ${element.textContent?.slice(0, 60)}`),
    ],
    pageAlone,
  );
