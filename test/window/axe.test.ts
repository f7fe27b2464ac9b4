// SPDX-License-Identifier: GPL-3.0-or-later
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import axeCore from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { TOP } from '../support/imports.ts';
import { axeViolations, COLOUR_RULES } from './axe.ts';
import { chromiumPath, theBrowser } from './browser.ts';

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
    browser = await theBrowser();
  });

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

  test('where the system forces its colours, what is told by a ground has an edge, and codes keep theirs', async () => {
    const page = await browser.newPage();
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    await page.setContent(`<!doctype html><style>${sheets()}</style><div class="sidebar"><nav><a aria-current="page" href="#">here</a></nav></div>
      <p class="notice">n</p><p class="tag">t</p><p class="card">c</p><label class="choice" data-selected>c</label>
      <label class="switch"><span class="switch-track"></span></label><label class="switch" data-selected><span class="switch-track on"></span></label>
      <button class="button" data-look="primary">p</button><button class="button">b</button><svg class="qr"></svg>`);
    const styleOf = (selector: string, name: string): Promise<string> =>
      page
        .locator(selector)
        .first()
        .evaluate((element, wanted) => getComputedStyle(element).getPropertyValue(wanted), name);
    for (const each of ['.notice', '.tag', '.card', '.choice', '.switch-track'])
      expect([each, await styleOf(each, 'border-top-style')]).toEqual([each, 'solid']);
    for (const each of ['.choice', 'nav a'])
      expect([each, await styleOf(each, 'outline-style')]).toEqual([each, 'solid']);
    expect(await styleOf('.switch-track.on', 'background-color')).not.toBe(
      await styleOf('.switch-track', 'background-color'),
    );
    expect(await styleOf('[data-look=primary]', 'background-color')).not.toBe(
      await styleOf('.button:not([data-look])', 'background-color'),
    );
    expect(await styleOf('.qr', 'forced-color-adjust')).toBe('none');
    // Nothing moves where its person wants that.
    for (const each of ['.switch-track', '.button', 'nav a'])
      expect([each, await styleOf(each, 'transition-duration')]).toEqual([each, '0s']);
    await page.close();
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

const sheets = (): string =>
  readdirSync(join(TOP, 'renderer'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.css'))
    .toSorted((a, b) => Number(a === 'contrast.css') - Number(b === 'contrast.css'))
    .map((name) => readFileSync(join(TOP, 'renderer', name), 'utf8'))
    .join('\n');

test('every colour has another value in high contrast, and text has seven to one on every ground', () => {
  const valuesIn = (file: string): ReadonlyMap<string, readonly [light: string, dark: string]> =>
    new Map(
      [
        ...readFileSync(join(TOP, 'renderer', file), 'utf8').matchAll(
          /^ {2}--([a-z0-9-]+): (?:light-dark\((#\w{6}), (#\w{6})\)|(#\w{6}));/gm,
        ),
      ].map(([, name = '', light, dark, both = '']) => [name, [light ?? both, dark ?? both]]),
    );
  const [usual, contrast] = [valuesIn('tokens.css'), valuesIn('contrast.css')];
  expect([...usual.keys()].filter((name) => !contrast.has(name))).toEqual([]);
  const brightness = (colour: string): number => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (one: string, other: string): number => {
    const [high = 0, low = 0] = [brightness(one), brightness(other)].toSorted((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  };
  const of = (name: string, scheme: 0 | 1): string => contrast.get(name)?.[scheme] ?? '';
  const pairs = [
    ...['ink', 'ink-soft', 'accent', 'good', 'warn', 'bad', 'play', 'line'].flatMap((text) =>
      ['ground', 'surface', 'sunken', 'raised', 'accent-wash'].map((ground) => [text, ground] as const),
    ),
    ...['side-ink', 'side-good', 'side-warn', 'side-bad', 'side-play'].flatMap((text) =>
      ['side', 'side-here'].map((ground) => [text, ground] as const),
    ),
    ['on-accent', 'accent'] as const,
  ];
  const weak = ([0, 1] as const).flatMap((scheme) =>
    pairs.filter(([text, ground]) => ratio(of(text, scheme), of(ground, scheme)) < 7).map((pair) => [scheme, ...pair]),
  );
  expect(weak).toEqual([]);
});

test('the dark scheme changes colours and nothing else', () => {
  const renderer = join(TOP, 'renderer');
  const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:css|tsx?)$/.test(name),
  );
  const textOf = (name: string): string => readFileSync(join(renderer, name), 'utf8');
  // Said in one sheet of the whole window, and in the one for high contrast,
  const says = files.filter((name) => /prefers-color-scheme|light-dark\(/.test(textOf(name)));
  expect(says.toSorted()).toEqual(['contrast.css', 'tokens.css']);
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
