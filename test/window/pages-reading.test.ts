// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sheetPdf } from '../../electron/backup/paper/pdf.ts';
import { cut, turned, type Gray } from '../../shared/reading/gray.ts';
import { withEnglish, words } from '../../shared/words/words.ts';
import {
  beside,
  codeOf,
  fileOf,
  onTable,
  otherSheet,
  paper,
  paperPdf,
  pdfBomb,
  pdfOfPicture,
  pngHeader,
  scanOf,
  videoOf,
} from '../support/sheet-pictures.ts';
import { inTurnOf, turnsTitle } from '../support/seed.ts';
import { asked } from './asked.ts';
import { axeViolations } from './axe.ts';
import { launchChromium, openWindow, theBrowser, type OpenedPage, type Shown, wholeChromiumPath } from './browser.ts';
import { ensureBuilt, KEEPS_PICTURES, SCREENSHOTS } from './built.ts';
import { press, sticksOut } from './pages-look.ts';
import { blotted } from './blotted-page.ts';
import { devices } from './scenarios-devices.ts';
import type { Scenario } from './fake-bridge.ts';
import { misread } from './pdf.ts';
import { answerReally, choose, hands, readsReally, textsSent, unlocks } from './reading-page.ts';
import { brings } from './saved-sheet.ts';
import { scenarios } from './scenarios.ts';
import { speakAs } from './spoken.ts';
import { pasteText } from './typing.ts';

// A sheet that is shown instead of typed: files by the chooser, by dropping and by pasting, and the camera, which is Chromium's fake one
// fed with a page that was really rendered.

const path = wholeChromiumPath();
/** A PDF on a machine that does five other things. */
const LONG_MS = 180_000;

describe.skipIf(path === undefined)(
  path === undefined ? 'a sheet that is shown (skipped: no Chromium on this machine)' : 'a sheet that is shown',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'holdfast-camera-'));
    let browser: Browser;
    let window: Shown;
    let withCamera: Shown;
    let printed: Uint8Array;
    let scan: Gray;
    beforeAll(async () => {
      await ensureBuilt();
      mkdirSync(SCREENSHOTS, { recursive: true });
      printed = await paperPdf();
      scan = scanOf(printed, 150);
      // What a hand holds up: the upper half of the page, a little askew.
      const held = onTable(turned(cut(scan, 0, 0, scan.width, 900), 4), 1920, 1080);
      writeFileSync(join(folder, 'page.y4m'), videoOf(held));
      browser = await launchChromium(path ?? '', [
        '--use-fake-device-for-media-stream',
        `--use-file-for-fake-video-capture=${join(folder, 'page.y4m')}`,
      ]);
      withCamera = await openWindow(browser, { reducedMotion: 'reduce' });
      window = await openWindow(await theBrowser(), { reducedMotion: 'reduce' });
    });
    afterAll(async () => {
      await browser?.close();
      await window?.close();
      rmSync(folder, { recursive: true });
    });

    const real = new Set<Shown>();
    const opened = async (
      scenario: Scenario = scenarios.restoring,
      at = '/restore',
      shown = window,
    ): Promise<OpenedPage> => {
      const there = await shown.open(scenario, at);
      if (!real.has(shown)) await readsReally(there.page);
      real.add(shown);
      await answerReally(there.page);
      return there;
    };
    const values = (page: Page): Promise<string[]> =>
      page.locator('.code-box input').evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value));
    const isRead = async (page: Page): Promise<void> => {
      await page
        .getByText(`Is your page that of sheet ${paper.sheetNumber.toUpperCase()}?`)
        .waitFor({ timeout: 60_000 });
      expect(await values(page)).toEqual(paper.groups);
      // By its place, and not by the words that a sheet's text has before each line.
      const there = page.getByRole('group', { name: 'Where the copies are' });
      expect(await there.innerText()).toMatch(/Dock[^]*sync-1/);
      expect(await there.innerText()).not.toMatch(/provider|wallet:/);
    };
    /** The state of the page in both languages, sizes and schemes. */
    const kept = async (page: Page, name: string): Promise<void> => {
      if (!KEEPS_PICTURES) return expect({ name, sticksOut: await sticksOut(page) }).toEqual({ name, sticksOut: [] });
      for (const locale of ['en-GB', 'de-DE']) {
        await speakAs(page, scenarios.restoring, locale);
        for (const size of [
          { width: 1280, height: 800 },
          { width: 800, height: 600 },
        ]) {
          await page.setViewportSize(size);
          for (const colorScheme of ['light', 'dark'] as const) {
            await page.emulateMedia({ colorScheme });
            await page.locator('.show-sheet').scrollIntoViewIfNeeded();
            await page.screenshot({
              path: join(SCREENSHOTS, `show-${name}-${size.width}-${colorScheme}-${locale}.png`),
            });
            expect({ locale, ...size, sticksOut: await sticksOut(page) }).toEqual({ locale, ...size, sticksOut: [] });
          }
        }
      }
      await speakAs(page, scenarios.restoring, 'en-GB');
    };

    test(
      'a photo, its own PDF, and a PDF that is a picture of it, by the chooser',
      async () => {
        const shown = [
          ['a.jpg', () => fileOf(turned(scan, 7), 40)],
          ['b.pdf', () => printed],
          ['c.pdf', () => pdfOfPicture(fileOf(scan, 60))],
        ] as const;
        for (const [name, made] of inTurnOf(shown, 2)) {
          const { page, complaints } = await opened();
          await choose(page, name, await made());
          await isRead(page);
          expect(complaints).toEqual([]);
          if (name === 'a.jpg') await kept(page, 'read');
        }
      },
      LONG_MS,
    );

    test('a picture that is dropped, and one that is pasted, go the same way on to a restore', async () => {
      const { page } = await opened();
      await hands(page, 'drop', fileOf(scan));
      await isRead(page);
      const other = await opened();
      await hands(other.page, 'paste', fileOf(scan));
      await isRead(other.page);
      await press(other.page, 'Restore');
      await expect.poll(async () => (await textsSent(other.page, 'restore.run'))[0]).toContain(paper.groups[7]);
    });

    test('a page with three wrong letters and a fifth of its square blotted is read back, and tested', async () => {
      const groups = paper.groups.map((group, at) =>
        [4, 11, 19].includes(at) ? `${group.startsWith('Q') ? 'P' : 'Q'}${group.slice(1)}` : group,
      );
      const hurt = scanOf(await sheetPdf({ ...paper, groups }, 'A4', withEnglish(words('en'))), 150);
      const { page } = await opened(scenarios.drillPasses, '/sheet');
      await choose(page, 'photo.jpg', fileOf(blotted(hurt, 0.2), 60));
      await isRead(page);
      await press(page, 'Test this sheet');
      await page.getByText('That is 22.14 KUDOS of 22.14 KUDOS.').waitFor();
      // The square is gone altogether: the text alone, and what is proposed is taken.
      const again = await opened(scenarios.drillPasses, '/sheet');
      await pasteText(again.page, misread(paper.text, 3));
      await press(again.page, 'Test this sheet');
      expect(
        (await again.page.locator('[data-kind="correction-proposed"]').innerText()).match(/group \d+/gi),
      ).toHaveLength(3);
      await press(again.page, 'Yes, take it');
      await expect.poll(() => again.page.locator('[data-kind="correction-proposed"]').count()).toBe(0);
      await press(again.page, 'Test this sheet');
      await again.page.getByText('That is 22.14 KUDOS of 22.14 KUDOS.').waitFor();
      expect((await textsSent(again.page, 'drill.run')).map(brings)).toEqual([brings(paper.text)]);
    });

    test('by a picture another wallet is taken over, and a locked one is opened', async () => {
      const { page } = await opened(devices.joining, '/takeover');
      await choose(page, 'a.jpg', fileOf(scan, 60));
      await isRead(page);
      await press(page, 'Take over');
      await expect
        .poll(async () => (await textsSent(page, 'backup.takeover')).map(brings))
        .toEqual([brings(paper.text)]);
      const locked = await opened(scenarios.lockedWithSheet, '/');
      await press(locked.page, 'Open with the recovery sheet …');
      await choose(locked.page, 'a.jpg', fileOf(scan, 60));
      await locked.page.getByText(`Is your page that of sheet`).waitFor();
      await unlocks(locked.page);
      expect((await textsSent(locked.page, 'app.unlockBySheet')).map((text) => brings(text).root)).toEqual([
        brings(paper.text).root,
      ]);
    });

    const UNREADABLE: readonly (readonly [string, () => Promise<Uint8Array> | Uint8Array, string])[] = [
      ['half a code', () => fileOf(cut(scan, 0, 0, scan.width, 320)), 'No sheet can be read in this picture.'],
      [
        'a picture of two sheets',
        () => fileOf(beside(codeOf(paper.qrText), codeOf(otherSheet.qrText))),
        'There are different sheets in this file',
      ],
      ['a gigapixel', () => pngHeader(40_000, 25_000), 'This picture has 1,000 megapixels'],
      ['a header alone', () => pngHeader(4000, 2500), 'damaged or was not copied whole'],
      ['HEIC', () => Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0', 'latin1'), 'Apple’s format HEIC'],
      ['a word processor', () => Buffer.from('PK\u0003\u0004', 'latin1'), 'an office document'],
      ['a letter', () => Buffer.from('Dear Anna'), 'neither a picture nor a PDF'],
      [
        'a locked PDF',
        async () => pdfOfPicture(fileOf(scan, 40), { userPassword: 'x', pdfVersion: '1.7' }),
        'locked with a password',
      ],
      ['a PDF bomb', () => pdfBomb(300_000_000), 'more memory than any sheet needs'],
    ];
    const unread = inTurnOf(UNREADABLE, 3);
    describe(turnsTitle('what no sheet can be read in', unread.length, UNREADABLE.length), () => {
      test.each(unread)(
        '%s has its sentence, and the page goes on',
        async (what, bytes, said) => {
          const { page } = await opened();
          await choose(page, 'a.bin', await bytes());
          await page.getByRole('alert').getByText(said).waitFor({ timeout: 60_000 });
          if (what === 'half a code') await kept(page, 'nothing');
          await choose(page, 'b.jpg', fileOf(scan, 70));
          await isRead(page);
          expect(await page.getByRole('alert').count()).toBe(0);
        },
        LONG_MS,
      );
    });

    test('whoever wants to wait no longer stops the reading', async () => {
      const { page } = await opened();
      await choose(page, 'a.pdf', pdfBomb(300_000_000));
      await page.getByText('Reading the file …').waitFor();
      await press(page, 'Stop reading');
      await page.getByRole('button', { name: 'Open a photo or PDF' }).waitFor();
      expect(await page.getByRole('alert').count()).toBe(0);
    });

    test('the camera is asked for by its button alone, reads the page, and is off again', async () => {
      const { page, complaints } = await opened(scenarios.restoring, '/restore', withCamera);
      await page.context().grantPermissions(['camera']);
      await kept(page, 'offer');
      expect(await page.locator('video').count()).toBe(0);
      expect(await axeViolations(page)).toEqual([]);
      await press(page, 'Show it to the camera');
      await isRead(page);
      expect(await page.locator('video').count()).toBe(0);
      expect(complaints).toEqual([]);
    });

    test('the camera of the line that takes anything reads the page, too, says what it is, and is off again', async () => {
      const { page, complaints } = await withCamera.open(scenarios.safe, '/history');
      await page.context().grantPermissions(['camera']);
      await press(page, 'Scan with the camera');
      await page.getByText(/This is (a recovery sheet|the code of a recovery sheet)\./).waitFor({ timeout: 60_000 });
      expect(await page.locator('video').count()).toBe(0);
      await press(page, 'Test my own sheet with it');
      await expect.poll(() => page.getByLabel('Recovery text').inputValue()).toMatch(/^HOLDFAST:2:HOLD1/);
      expect(complaints).toEqual([]);
    });

    test('the camera beside the field for a shop’s link reads its code there', async () => {
      const held = join(folder, 'page.y4m');
      const before = readFileSync(held);
      const uri = 'taler://pay/shop.example/1/';
      writeFileSync(held, videoOf(onTable(codeOf(uri), 1920, 1080)));
      try {
        const { page, complaints } = await withCamera.open(scenarios.safe, '/pay');
        await page.context().grantPermissions(['camera']);
        await page.getByRole('main').getByRole('button', { name: 'Scan with the camera' }).click();
        await page.getByRole('button', { name: /^Pay 1\.50/ }).waitFor({ timeout: 60_000 });
        expect(await asked(page, 'pay.prepare')).toEqual([{ uri }]);
        expect(await page.locator('video').count()).toBe(0);
        expect(complaints).toEqual([]);
      } finally {
        writeFileSync(held, before);
      }
    });

    test('a camera that is refused, and one that is taken away, are told', async () => {
      const { page } = await opened(scenarios.restoring, '/restore', withCamera);
      await page.context().clearPermissions();
      await press(page, 'Show it to the camera');
      await page.getByRole('alert').getByText('does not let Holdfast use the camera').waitFor();
      await kept(page, 'refused');
      await page.context().grantPermissions(['camera']);
      // Nothing is read, so that it stays on.
      await page.evaluate(() => {
        globalThis.createImageBitmap = () => new Promise(() => undefined);
      });
      await press(page, 'Show it to the camera');
      await page.getByText('It is read by itself').waitFor();
      await page.locator('video[data-on=true]').waitFor();
      await kept(page, 'camera');
      const isLive = (): Promise<boolean> =>
        page.evaluate(() => {
          const [track] = (document.querySelector('video')?.srcObject as MediaStream | null)?.getTracks() ?? [];
          Object.assign(globalThis, { track });
          return track?.readyState === 'live';
        });
      expect(await isLive()).toBe(true);
      await page.evaluate(() =>
        (globalThis as unknown as { track: EventTarget }).track.dispatchEvent(new Event('ended')),
      );
      await page.getByRole('alert').getByText('switched off or unplugged').waitFor();
      await press(page, 'Show it to the camera');
      await page.locator('video[data-on=true]').waitFor();
      await isLive();
      await press(page, 'Switch the camera off');
      expect(await page.evaluate(() => (globalThis as unknown as { track: MediaStreamTrack }).track.readyState)).toBe(
        'ended',
      );
      // And when the page is left.
      await press(page, 'Show it to the camera');
      await page.locator('video[data-on=true]').waitFor();
      await isLive();
      await page.evaluate(() => (location.hash = '#/'));
      await expect
        .poll(() => page.evaluate(() => (globalThis as unknown as { track: MediaStreamTrack }).track.readyState))
        .toBe('ended');
    });
  },
);

describe.skipIf(path === undefined)('a computer without a camera', () => {
  test('says so, with what to do instead', async () => {
    const window = await openWindow(await theBrowser(), { reducedMotion: 'reduce' });
    try {
      const { page } = await window.open(scenarios.restoring, '/restore');
      await page.context().grantPermissions(['camera']);
      await press(page, 'Show it to the camera');
      await page.getByRole('alert').getByText('No camera was found.').waitFor();
    } finally {
      await window.close();
    }
  });
});
