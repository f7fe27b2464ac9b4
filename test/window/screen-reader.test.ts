// SPDX-License-Identifier: GPL-3.0-or-later
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { TOP } from '../support/imports.ts';
import { chromiumPath, theWindow, type Shown } from './browser.ts';
import { ensureBuilt } from './built.ts';
import type { Look } from './pages-look.ts';
import { BEGIN_LOOKS } from './scenarios-begin.ts';
import { scenarios } from './scenarios.ts';

// The walk that renderer/SCREEN-READER.md writes down, heard screen by screen: roles and names, in their order.

const begin = (name: string): Look => BEGIN_LOOKS.find((each) => each.name === name) ?? expect.fail(name);
const SCREENS: Readonly<Record<string, Look>> = {
  Welcome: { name: 'welcome', scenario: scenarios.firstStart, path: '/' },
  'First money': begin('begin-money'),
  Places: begin('begin-places'),
  Paper: begin('begin-paper'),
  Drill: begin('begin-drill'),
  Money: { name: 'money', scenario: scenarios.safe, path: '/' },
  Restore: { name: 'restore', scenario: scenarios.restoring, path: '/restore' },
  Settings: { name: 'settings', scenario: scenarios.safe, path: '/settings' },
};

const walk = readFileSync(join(TOP, 'renderer/SCREEN-READER.md'), 'utf8')
  .split(/^## /m)
  .slice(1)
  .map((text) => {
    const [title = '', ...lines] = text.split('\n');
    return { title, heard: lines.filter((line) => line.startsWith('- ')) };
  });

/** The first of `heard` that is not said after all before it. */
const missing = (heard: readonly string[], said: readonly string[]): string | undefined => {
  let from = 0;
  for (const each of heard) {
    const at = said.findIndex((line, place) => place >= from && line.startsWith(each));
    if (at < 0) return each;
    from = at + 1;
  }
  return undefined;
};

const path = chromiumPath();
describe.skipIf(path === undefined)(
  path === undefined ? 'a screen reader (skipped: no Chromium on this machine)' : 'a screen reader',
  () => {
    let shown: Shown;
    beforeAll(async () => {
      await ensureBuilt();
      shown = await theWindow();
    });

    test.each(walk)('hears $title', async ({ title, heard }) => {
      const look = SCREENS[title] ?? expect.fail(`no screen is called ${title}`);
      const { page } = await shown.open(look.scenario, look.path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await look.act?.(page);
      const said = async (): Promise<string | undefined> => {
        const lines = (await page.locator('body').ariaSnapshot()).split('\n');
        return missing(
          heard,
          lines.map((line) => line.trim().replace(/^- '(.*)':?.*$/, '- $1')),
        );
      };
      await expect.poll(said, { timeout: 5000 }).toBeUndefined();
      expect(heard.length).toBeGreaterThan(2);
    });

    test('walks through every screen there is', () => {
      expect(walk.map(({ title }) => title)).toEqual(Object.keys(SCREENS));
    });
  },
);
