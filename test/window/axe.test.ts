// SPDX-License-Identifier: GPL-3.0-or-later
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import axeCore from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TOP } from '../support/imports.ts';
import { axeViolations, COLOUR_RULES } from './axe.ts';
import { chromiumPath, launchChromium } from './browser.ts';

// Axe with what is reckoned once finds what axe finds; and nothing but colours differs in the dark.

/** One mistake against each of three rules: a picture without words, text one cannot read in the light, and text one cannot read in the dark. */
const BAD = `<!doctype html><html lang="en"><title>bad</title><style>
  :root { --ground: #fff; --light-bad: #ddd; --dark-bad: #222; --half: rgb(0 0 0 / 20%) }
  @media (prefers-color-scheme: dark) { :root { --ground: #000 } }
  body { background: var(--ground) }
</style><main><h1 style="color: var(--light-bad)">pale</h1>
  <p style="color: var(--dark-bad)">dark</p>
  <p style="color: hsl(0 0% 60%)"><span style="background: color-mix(in srgb, #777, #888)">mixed</span></p>
  <p style="background: var(--half)"><b style="color: color(srgb 0.5 0.5 0.5)">half</b></p>
  <img src="data:,">
</main>`;

const plainAxe = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof axeCore };
    const { violations } = await axe.run({ exclude: [['[data-live-announcer]']] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  });

const path = chromiumPath();
describe.skipIf(path === undefined)('axe in a hurry', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium(path ?? '');
  });
  afterAll(() => browser?.close());

  test('finds what axe finds, in either scheme and also the second time', async () => {
    const [plain, quick] = [await browser.newPage(), await browser.newPage()];
    await plain.setContent(BAD);
    await plain.evaluate(axeCore.source);
    await quick.setContent(BAD);
    const found: string[][] = [];
    for (const colorScheme of ['light', 'dark', 'light', 'dark'] as const) {
      await plain.emulateMedia({ colorScheme });
      await quick.emulateMedia({ colorScheme });
      const all = await plainAxe(plain);
      const isColour = (violation: string): boolean => COLOUR_RULES.includes(violation.split(':')[0] ?? '');
      expect(await axeViolations(quick, colorScheme)).toEqual(colorScheme === 'light' ? all : all.filter(isColour));
      expect(all.some((violation) => violation.startsWith('image-alt'))).toBe(true);
      found.push(all.filter(isColour));
    }
    const [light, dark] = found;
    expect(light?.join()).toContain('pale');
    expect(dark?.join()).toContain('>dark<');
    expect(dark).not.toEqual(light);
    await plain.close();
    await quick.close();
  });

  test('knows every rule about colours that axe would try', async () => {
    const page = await browser.newPage();
    await page.setContent(BAD);
    await page.evaluate(axeCore.source);
    const tried = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: typeof axeCore };
      const { passes, violations, incomplete, inapplicable } = await axe.run();
      const all = [...passes, ...violations, ...incomplete, ...inapplicable];
      return [...new Set(all.filter(({ tags }) => tags.includes('cat.color')).map(({ id }) => id))];
    });
    expect(tried.toSorted()).toEqual([...COLOUR_RULES].toSorted());
    await page.close();
  });
});

test('the dark scheme changes colours and nothing else', () => {
  const renderer = join(TOP, 'renderer');
  const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:css|tsx?)$/.test(name),
  );
  const textOf = (name: string): string => readFileSync(join(renderer, name), 'utf8');
  // Said in one sheet of the whole window,
  const says = files.filter((name) => /prefers-color-scheme|light-dark\(/.test(textOf(name)));
  expect(says).toEqual(['tokens.css']);
  const tokens = textOf('tokens.css').replaceAll(/\/\*.*?\*\//gs, '');
  expect(tokens).not.toContain('prefers-color-scheme');
  const style = files.map(textOf).join('\n');
  // in values with names,
  const lines = tokens.split(/[;{}]/).filter((line) => line.includes('light-dark('));
  expect(lines.length).toBeGreaterThan(10);
  expect(lines.filter((line) => !/^\s*--[a-z0-9-]+:\s/.test(line))).toEqual([]);
  // which are colours and shadows wherever they are used.
  const used = lines.map((line) => `var(${line.trim().split(':')[0]})`);
  const elsewhere = [...style.matchAll(/(?<=[;{]\s*)([a-z-]+): ([^;{}]*)/g)].filter(
    ([, name = '', value = '']) => used.some((each) => value.includes(each)) && !COLOURED.test(name),
  );
  expect(elsewhere.map(([text]) => text)).toEqual([]);
});

const COLOURED = /^(?:.*color|background|border.*|outline|box-shadow|fill|stroke|--.*)$/;
