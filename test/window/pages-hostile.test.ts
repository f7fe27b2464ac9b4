// SPDX-License-Identifier: GPL-3.0-or-later
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { sheetHtml } from '../../electron/backup/paper/html.ts';
import { parseRecovery } from '../../electron/backup/paper/parse.ts';
import { recoveryToQr } from '../../electron/backup/paper/square.ts';
import { recoveryToText, secretGroups, sheetNumberFor } from '../../electron/backup/paper/text.ts';
import { secret } from '../../electron/taler/crypto/secret.ts';
import { withEnglish, words } from '../../shared/words/words.ts';
import { inTurnOf, RUN_SEED } from '../support/seed.ts';
import { chromiumPath, theBrowser, theWindow, type Shown } from './browser.ts';
import { ensureBuilt } from './built.ts';
import type { Scenario } from './fake-bridge.ts';
import { pageOf } from './history-answers.ts';
import { open } from './open-answers.ts';
import { press, sticksOut } from './pages-look.ts';
import { devices } from './scenarios-devices.ts';
import { people } from './scenarios-people.ts';
import { placeScenarios } from './scenarios-places.ts';
import { shop } from './scenarios-shops.ts';
import { scenarios } from './scenarios.ts';
import { speakAs } from './spoken.ts';
import { sheet } from './views-paper.ts';
import { balance, history, paidProvider, partly } from './views.ts';

// Everything that somebody else chose, on every page, made as bad as it can be: nothing of it is obeyed, hides or turns what
// stands beside it, widens the window, or stands outside quotation marks where it would be the wallet's own word.

/** Each says EVIL, by which it is found on the page. */
const TEXTS: readonly string[] = [
  '\u202eLIVE EVIL\u2066 \u202d',
  'E\u200bV\u200dI\u2060L EVIL\ufeff\u{e0041}',
  `EVIL ${'e\u0301\u0302\u0303\u0304'.repeat(40)}${'\u0489'.repeat(2000)}`,
  `EVIL${'W'.repeat(20_000)}`,
  'EVIL<img src=x onerror="document.title=1"><script>document.title=1</script><b id=evil>x</b>',
  '[EVIL](https://evil.example/) **EVIL** `EVIL` javascript:alert(1)',
  '\u001b[2J\u001b]0;EVIL\u0007 \u009b31mEVIL\b\b\b\b',
  'EVIL\r\nProtected · 3 places\n\nYou get 5.00 KUDOS back.\u2028EVIL\u2029',
  'Аmazоn EVIL ✔ Protected',
  'EVIL” (bank.example) “EVIL ‟EVIL„ «EVIL» ❝EVIL❞ "EVIL"',
  '{$sum :amount} EVIL {{.local $x = {EVIL}}} |EVIL| {#b}EVIL{/b}',
  'شركة EVIL עברית 東京',
  '',
];

/** What of an answer somebody else chose, by the name of its member; of what the wallet says, by the name of its fact. */
const CHOSEN = new Set(
  (
    'merchant merchantHost summary message description party partyHost name suggestedName place wallet device account walletName ' +
    'host hosts detail quote text said places issuers file target version needsNewer dataDirectory'
  ).split(' '),
);

/** A scenario in which each of those is one of the texts, beginning with the one of this number. */
const made = (scenario: Scenario, first: number): Scenario => {
  let at = first;
  const next = (): string => TEXTS[at++ % TEXTS.length] ?? '';
  const bad = (value: unknown, name: string): unknown => {
    if (typeof value === 'string') return CHOSEN.has(name) ? next() : value;
    if (Array.isArray(value)) return value.map((each) => bad(each, name));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([member, each]) => [member, bad(each, member)]));
  };
  return bad(scenario, '') as Scenario;
};

type Met = {
  readonly scenario: Scenario;
  readonly path: string;
  readonly act?: (page: Page) => Promise<unknown>;
};

const ordered = async (page: Page): Promise<void> => {
  await page.getByLabel('Link from the shop').fill('taler://pay/shop.example/1/');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Pay 2/ }).waitFor();
};

const MET: Readonly<Record<string, Met>> = {
  'first start': { scenario: scenarios.firstStart, path: '/' },
  'cannot open': { scenario: scenarios.cannotOpen, path: '/' },
  overview: { scenario: scenarios.underWay, path: '/' },
  'overview with a defect': { scenario: scenarios.defect, path: '/' },
  history: { scenario: scenarios.safe, path: '/history' },
  'an order with a choice': { scenario: shop, path: '/pay', act: ordered },
  'and paid': {
    scenario: shop,
    path: '/pay',
    act: async (page) => {
      await ordered(page);
      await press(page, /^Pay 2/);
      return page.getByText('The shop says').waitFor();
    },
  },
  backup: { scenario: placeScenarios.former, path: '/protection' },
  places: { scenario: placeScenarios.oneSilent, path: '/protection' },
  'the sheet': { scenario: scenarios.safe, path: '/sheet', act: (page) => press(page, 'Reveal the sheet') },
  devices: { scenario: devices.superseded, path: '/devices' },
  'this computer': { scenario: scenarios.safe, path: '/settings' },
  receiving: { scenario: people.invoiceToPay, path: '/request' },
  sending: { scenario: people.taken, path: '/send' },
  emptying: { scenario: devices.returned, path: '/empty' },
  emptied: { scenario: devices.emptied, path: '/' },
};

/** What others chose is not on them, or only in a field. */
const SHOWS_NOTHING = new Set(['first start', 'cannot open', 'overview with a defect', 'emptied']);
/** On these one half of it shows nothing that says so. */
const TOLD_ALL = new Set(['receiving']);

/** Where a name stands alone, under a heading that says whose it is or above the address. */
const ROWS = 'dd, span.address, p.address, .file';

/** Whatever of it stands where a person would take it for something else. */
const passedThrough = (page: Page): Promise<readonly string[]> =>
  page.evaluate((rows) => {
    const hidden =
      /[\p{Cc}\p{Co}\p{Zl}\p{Zp}\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2066\ufeff]|[\u{e0000}-\u{e007f}]/u;
    const found: string[] = [];
    if (document.title === '1') found.push('a script ran');
    if (document.querySelector('#evil, img[src], body script, iframe, a[href*="evil"]') !== null)
      found.push('an element');
    if (/EVIL/.test(document.title) && !/[“„][^”“„]*EVIL/.test(document.title)) found.push(`title: ${document.title}`);
    const texts: [where: string, text: string, row: boolean][] = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node !== null; node = walk.nextNode())
      if (!/^(?:SCRIPT|STYLE|TEXTAREA|PRE)$/.test(node.parentElement?.tagName ?? ''))
        texts.push([
          node.parentElement?.tagName ?? '',
          node.textContent ?? '',
          node.parentElement?.childNodes.length === 1 && node.parentElement.matches(rows),
        ]);
    for (const element of document.body.querySelectorAll('*'))
      for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
        texts.push([`${element.tagName} ${name}`, element.getAttribute(name) ?? '', element.matches(rows)]);
    for (const [where, text, row] of texts) {
      const shown = text.replaceAll(/[\u2068\u2069]/g, '');
      if (shown.trim() === '') continue;
      if (hidden.test(shown)) found.push(`hidden in ${where}: ${JSON.stringify(shown.slice(0, 80))}`);
      if (/(?<!\p{M})\p{M}{9}/u.test(shown)) found.push(`a tower in ${where}`);
      if (shown.length > 1500) found.push(`${shown.length} letters in ${where}: ${shown.slice(0, 60)}`);
      // Without what is quoted nothing is left of it.
      const own = shown.replaceAll(/“[^”]*”|„[^“]*“/gu, '');
      if (!row && own.includes('EVIL')) found.push(`unquoted in ${where}: ${own.slice(0, 120)}`);
    }
    return found;
  }, ROWS);

const path = chromiumPath();

describe.skipIf(path === undefined)('a window told the worst', () => {
  let shown: Shown;
  beforeAll(async () => {
    await ensureBuilt();
    shown = await theWindow();
  });

  test.each(Object.entries(MET).map((met, at) => [...met, at] as const))(
    '%s',
    async (name, { scenario, path: at, act }, number) => {
      let shows = 0;
      // Each page is told half of it by the gate, and the other half with the next commit.
      for (const first of inTurnOf([0, 6], TOLD_ALL.has(name) ? 1 : 2, { seed: RUN_SEED + number })) {
        const worst = made(scenario, first);
        const { page, complaints } = await shown.open(worst, at);
        await act?.(page);
        await page.waitForTimeout(200);
        for (const locale of ['en-GB', 'de-DE']) {
          if (!(await speakAs(page, worst, locale))) continue;
          await page.setViewportSize({ width: 800, height: 600 });
          shows += (await page.locator('body').innerText()).includes('EVIL') ? 1 : 0;
          expect({ first, locale, passed: await passedThrough(page), out: await sticksOut(page), complaints }).toEqual({
            first,
            locale,
            passed: [],
            out: [],
            complaints: [],
          });
        }
      }
      // Otherwise nothing was looked at.
      if (!SHOWS_NOTHING.has(name)) expect(shows).toBeGreaterThan(0);
    },
  );

  test('the largest sum there is, in the longest currency, stands whole on the pages and widens none of them', async () => {
    const sum = 'ABCDEFGHIJK:4503599627370496.99999999';
    const [first, ...others] = history;
    const balances = [{ ...balance(sum, sum, sum), currency: 'ABCDEFGHIJK' }];
    const lines = [
      { ...(first ?? expect.fail()), currency: 'ABCDEFGHIJK', amount: sum, fees: sum, effect: sum },
      ...others,
    ];
    const said = [{ kind: 'only-here', facts: { lost: [sum], all: [sum], at: 0 } }] as const;
    const largest: Scenario = {
      answers: open({ ...partly, safety: { ...partly.safety, said: [...said] } }, balances, [paidProvider], {
        'wallet.history': { value: pageOf(lines, balances) },
      }),
    };
    for (const where of ['/', '/history', '/protection']) {
      const { page } = await shown.open(largest, where);
      await page.getByText('4,503,599,627,370,496.99999999').first().waitFor();
      for (const size of [
        { width: 1280, height: 800 },
        { width: 800, height: 600 },
      ]) {
        await page.setViewportSize(size);
        expect({ where, ...size, out: await sticksOut(page) }).toEqual({ where, ...size, out: [] });
      }
    }
  });

  test('a long address on the page as HTML is read back from what is copied from it, hyphens included', async () => {
    const context = await (await theBrowser()).newContext();
    const page = await context.newPage();
    for (const piece of ['asheet-', 'xn--', '-a']) {
      const url = `https://sync.example.org/${piece.repeat(100)}/`;
      const facts = {
        root: secret(new Uint8Array(64).fill(7)),
        walletName: 'mine',
        date: '2026-11-29',
        providers: [{ name: 'sync', url }],
      };
      const own = { ...facts, sheetNumber: sheetNumberFor(facts) };
      const view = { ...own, text: recoveryToText(own), ...recoveryToQr(own), groups: secretGroups(own) };
      await page.setContent(sheetHtml(view, 'A4', withEnglish(words('en'))));
      const text = await page.evaluate(() => document.body.innerText);
      expect({ piece, read: parseRecovery(text) }).toMatchObject({
        read: { ok: true, value: { providers: [{ url }] } },
      });
    }
    await context.close();
  });

  test('the page that is printed is as wide as its paper', async () => {
    const context = await (await theBrowser()).newContext();
    const page = await context.newPage();
    for (const locale of ['en', 'de'] as const) {
      const named = TEXTS.map((name) => ({ name, url: `https://${'a'.repeat(60)}.example/${'path/'.repeat(150)}` }));
      const worst = { ...sheet, walletName: `EVIL${'W'.repeat(20_000)}`, providers: named };
      await page.setContent(sheetHtml(worst, 'A4', withEnglish(words(locale))));
      // A4 in CSS pixels.
      await page.setViewportSize({ width: 794, height: 900 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(794);
      expect(await page.evaluate(() => document.querySelector('#evil, img, script') === null)).toBe(true);
    }
    await context.close();
  });
});
