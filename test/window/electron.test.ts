// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { electronHere, goTo, PATIENCE, picture, quit, total } from './app.ts';
import { addDavFolder } from './dav-folder.ts';
import { firstSteps } from './electron-first.ts';
import { openLine } from './electron-line.ts';
import { newSecretSteps } from './electron-new-secret.ts';
import { cameraSteps, paperSteps, printSteps } from './electron-paper.ts';
import { restoreSteps, undoSteps } from './electron-restore.ts';
import { hiddenSteps, sheetSteps } from './electron-sheet.ts';

// The whole line in the real window, on real cryptography: play money, two providers, a verified copy, the sheet on paper and read
// back from it, a new secret, everything erased, everything back, spent, undone. One test after another drives the same application.

const here = electronHere();
const TEST_TIMEOUT = 2 * PATIENCE;

describe.skipIf('why' in here)(
  'why' in here ? `the window (skipped: ${here.why})` : 'the window',
  { timeout: TEST_TIMEOUT },
  () => {
    const line = openLine('path' in here ? here.path : '');
    firstSteps(line);
    sheetSteps(line);
    printSteps(line);
    hiddenSteps(line);
    cameraSteps(line);
    paperSteps(line);
    newSecretSteps(line);
    restoreSteps(line);

    test('a WebDAV folder is added with its password, which the window forgets', async () => {
      await addDavFolder(line.started.page);
    });

    test('after a restart the same money is there, and the console stayed silent', async () => {
      await goTo(line.started.page, 'Money');
      const held = await total(line.started.page, 'balance-total');
      expect(
        line.started.complaints.filter((text) => !text.includes('example.org') && !text.includes('TrustedScript')),
      ).toEqual([]);
      // Asked behind the window's own refusal of the same event. Last, because Playwright waits for ever for a navigation that was refused.
      await line.started.app.evaluate(({ BrowserWindow }) => {
        const tried = new Promise((resolve) =>
          BrowserWindow.getAllWindows()[0]?.webContents.once('will-frame-navigate', (event) =>
            resolve({ url: event.url, refused: event.defaultPrevented }),
          ),
        );
        Object.assign(globalThis, { tried });
      });
      await line.started.page.evaluate(() => {
        setTimeout(() => (location.href = 'https://example.org/'), 0);
      });
      expect(await line.started.app.evaluate(() => (globalThis as { tried?: unknown }).tried)).toEqual({
        url: 'https://example.org/',
        refused: true,
      });
      expect(
        await line.started.app.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows().map((window) => window.webContents.getURL().split('#')[0]),
        ),
      ).toEqual(['app://holdfast/']);
      await quit(line.started);
      await line.start();
      expect(await total(line.started.page, 'balance-total')).toBe(held);
      await line.started.page.setViewportSize({ width: 800, height: 600 });
      await picture(line.started.page, '19-restarted-800');
    });
    undoSteps(line);
  },
);
