// SPDX-License-Identifier: GPL-3.0-or-later
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { asked } from './asked.ts';
import { chromiumPath, theWindow, type Shown } from './browser.ts';
import { ensureBuilt } from './built.ts';
import type { Scenario } from './fake-bridge.ts';
import { press } from './pages-look.ts';
import { devices } from './scenarios-devices.ts';
import { drillScenarios } from './scenarios-drill.ts';
import { placeScenarios } from './scenarios-places.ts';
import { pasteText } from './typing.ts';

// What becomes of what a person typed: a folder leads to the system's dialog, a sheet outlives a look elsewhere, and a
// restore is judged by what matters.

const path = chromiumPath();

describe.skipIf(path === undefined)(
  path === undefined ? 'what was typed (skipped: no Chromium on this machine)' : 'what was typed',
  () => {
    let shown: Shown;
    beforeAll(async () => {
      await ensureBuilt();
      shown = await theWindow('no-preference');
    });

    const opened = async (scenario: Scenario, where: string): Promise<Page> => (await shown.open(scenario, where)).page;

    test('a folder that was typed opens the dialog there, and what was chosen is looked at', async () => {
      const page = await opened(placeScenarios.typedFolder, '/protection');
      await page.getByLabel('Address or folder').fill('/media/ada/STICK');
      await press(page, 'Look');
      await page.getByRole('button', { name: 'Agree and add' }).waitFor();
      expect(await asked(page, 'provider.chooseFolder')).toEqual([{ at: '/media/ada/STICK' }]);
      expect(await asked(page, 'provider.inspect')).toEqual([
        { target: '/media/ada/STICK' },
        { target: '/media/ada/STICK/copies' },
      ]);
      expect(await page.getByRole('alert').count()).toBe(0);
      await press(page, 'Agree and add');
      await expect
        .poll(() => asked(page, 'provider.add'))
        .toMatchObject([{ target: '/media/ada/STICK/copies', name: 'STICK' }]);
    });

    test('after a restore an empty place beside a good copy is no warning, and a silent one is', async () => {
      for (const [scenario, isWell] of [
        [placeScenarios.restoredBesideEmpty, true],
        [placeScenarios.restoredBesideSilent, false],
      ] as const) {
        const page = await opened(scenario, '/restore');
        await pasteText(page, 'HOLDFAST-RECOVERY-1');
        await press(page, 'Restore');
        await page.getByText('Who answered').waitFor();
        expect(await page.locator('.success').count()).toBe(isWell ? 1 : 0);
        expect(await page.locator('.notice[data-tone="warn"]').count()).toBe(isWell ? 0 : 1);
        expect(await page.locator('.source .tag[data-tone="bad"]').count()).toBe(0);
      }
    });

    test('groups without the addresses are not tested and stay as they were typed; with them they are', async () => {
      const page = await opened(drillScenarios.drillPasses, '/sheet');
      await page.getByLabel('Group 1', { exact: true }).click();
      await page.keyboard.type('HOLD10'.padEnd(129, 'Q'));
      await press(page, 'Test this sheet');
      await page.getByText('Still missing is where the copies are').waitFor();
      expect(await asked(page, 'drill.run')).toEqual([]);
      expect(await page.getByLabel('Group 26', { exact: true }).inputValue()).toBe('QQQQ');
      await page.getByLabel('Where the copies are').fill('http://127.0.0.1:33873/ [52dp]');
      expect(await page.getByText('Still missing').count()).toBe(0);
      await press(page, 'Test this sheet');
      await expect.poll(async () => (await asked(page, 'drill.run')).length).toBe(1);
    });

    test('a sheet that was typed for a takeover is still there after a look at another page', async () => {
      const page = await opened(devices.alone, '/takeover');
      await pasteText(page, 'HOLDFAST-RECOVERY-1\nhalf of it');
      await page.getByRole('navigation').getByRole('link', { name: 'History' }).click();
      await page.getByRole('heading', { level: 1, name: 'History' }).waitFor();
      await page.goBack();
      await expect.poll(() => page.getByLabel('Recovery text').inputValue()).toBe('HOLDFAST-RECOVERY-1\nhalf of it');
    });
  },
);
