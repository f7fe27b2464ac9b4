// SPDX-License-Identifier: GPL-3.0-or-later
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { cut, turned } from '../../shared/reading/gray.ts';
import { noCups } from '../support/cups.ts';
import { fileOf, onTable, scanOf, videoOf } from '../support/sheet-pictures.ts';
import { goTo, PATIENCE, picture, press } from './app.ts';
import { blotted } from './blotted-page.ts';
import { proposal, videoFile, type Line } from './electron-line.ts';
import { misread, pdfFacts, scanned } from './pdf.ts';
import { brings } from './saved-sheet.ts';
import { pasteText } from './typing.ts';

/** The page on paper: what came out of the printer, else what was saved. */
const pageOf = (line: Line): string => line.cups?.cameOut() ?? join(line.home, 'sheet-A4.pdf');

/** Ghostscript writes it as it goes. */
const isWhole = (file: string | undefined): boolean =>
  file !== undefined && readFileSync(file).subarray(-16).toString('latin1').includes('%%EOF');

type Watched = typeof globalThis & { printTo?: string | undefined; printedFrom?: string };

/** Answers the print dialog by this printer, for nobody is there to press its button; without one the dialog is the person's again. */
const printTo = (app: ElectronApplication, printer: string | undefined): Promise<void> =>
  app.evaluate(({ app: program }, name) => {
    const watched = globalThis as Watched;
    const isFirst = !('printTo' in watched);
    watched.printTo = name;
    if (!isFirst) return;
    program.on('web-contents-created', (_, contents) => {
      const print = contents.print.bind(contents);
      contents.print = (options, done) => {
        watched.printedFrom = contents.getURL();
        const chosen = watched.printTo === undefined ? {} : { silent: true, deviceName: watched.printTo };
        print({ ...options, ...chosen }, done);
      };
    });
  }, printer);

const printedFrom = (app: ElectronApplication): Promise<string | undefined> =>
  app.evaluate(() => (globalThis as Watched).printedFrom);

/** Letters of two makers of PDFs differ a little at their edges; all of it moved by a millimetre and a half is more than twice as much. */
const MOST_UNLIKE = 0.05;

/** How much of two pages looks otherwise, from 0 to 1. */
const unlike = (one: Uint8Array, other: Uint8Array): number => {
  const [a, b] = [scanOf(one, 50), scanOf(other, 50)];
  const sum = a.data.reduce((before, shade, at) => before + Math.abs(shade - (b.data[at] ?? 0)), 0);
  return a.data.length === b.data.length ? sum / a.data.length / 255 : 1;
};

/** The sheet that is shown is printed by the system's print service. */
export const printSteps = (line: Line): void => {
  test.skipIf(noCups() !== undefined)('it is printed from memory, and what comes out is the sheet', async () => {
    const { page, app } = line.started;
    const files = (): readonly string[] => readdirSync(line.home, { recursive: true }).map(String).toSorted();
    const before = files();
    await printTo(app, 'pdf');
    await press(page, 'Print');
    await page.getByText('Handed to the printer.').waitFor({ timeout: PATIENCE });
    expect(await printedFrom(app)).toMatch(/^app:\/\/print\/\d+$/);
    await expect.poll(() => isWhole(line.cups?.cameOut()), { timeout: PATIENCE }).toBe(true);
    expect(files().filter((file) => !before.includes(file) && /sheet|print|pdf|html/i.test(file))).toEqual([]);
    expect(app.windows()).toHaveLength(1);
    expect(pdfFacts(pageOf(line))).toMatchObject({ pages: 1, size: '595 x 842' });
    expect(unlike(readFileSync(pageOf(line)), readFileSync(join(line.home, 'sheet-A4.pdf')))).toBeLessThan(MOST_UNLIKE);
    expect(brings(scanned(pageOf(line), 'electron-10-printed-by-cups'))).toEqual(brings(line.recoveryText));
  });

  test.skipIf(process.platform !== 'linux')('a printer that is gone is told, and so is how to go on', async () => {
    const { page, app } = line.started;
    await printTo(app, undefined);
    line.cups?.stop();
    await press(page, 'Print');
    await page.getByRole('alert').getByText('No printer answers').waitFor({ timeout: PATIENCE });
    expect(app.windows()).toHaveLength(1);
  });
};

/** What a camera gives to whom, by the name of the error where it gives nothing. */
const asksForCamera = (page: Page) =>
  page.evaluate(async () => {
    const ask = async (of: Navigator | undefined, wanted: MediaStreamConstraints): Promise<string> => {
      try {
        const stream = await of?.mediaDevices.getUserMedia(wanted);
        for (const track of stream?.getTracks() ?? []) track.stop();
        return stream === undefined ? 'no window' : 'given';
      } catch (error) {
        // A frame has errors of its own.
        return (error as DOMException).name;
      }
    };
    const screen = { video: { mandatory: { chromeMediaSource: 'desktop' } } } as unknown as MediaStreamConstraints;
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const answers = {
      picture: await ask(navigator, { video: true }),
      sound: await ask(navigator, { audio: true }),
      both: await ask(navigator, { video: true, audio: true }),
      screen: await ask(navigator, screen),
      frame: await ask(frame.contentWindow?.navigator, { video: true }),
    };
    frame.remove();
    return answers;
  });

/** The same for a page of somebody else, should one ever be loaded. */
const foreignAsks = (app: ElectronApplication): Promise<string> =>
  app.evaluate(async ({ BrowserWindow, session }) => {
    const headers = { 'content-type': 'text/html' };
    session.defaultSession.protocol.handle('https', () => new Response('<h1>foreign</h1>', { headers }));
    const window = new BrowserWindow({ show: false });
    try {
      await window.loadURL('https://elsewhere.example/');
      return (await window.webContents.executeJavaScript(
        `navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'given', (error) => error.name)`,
      )) as string;
    } finally {
      window.destroy();
      session.defaultSession.protocol.unhandle('https');
    }
  });

const REFUSED = { picture: 'NotAllowedError', sound: 'NotAllowedError', both: 'NotAllowedError' };

/** The sheet is read by the camera, which nobody has but its page, and only then. */
export const cameraSteps = (line: Line): void => {
  test('nobody has the camera but our page while a sheet is to be shown, and of that the picture alone', async () => {
    const { page, app } = line.started;
    // What a hand holds up: the upper half of the page, a little askew.
    const scan = scanOf(readFileSync(pageOf(line)), 150);
    const held = onTable(turned(cut(scan, 0, 0, scan.width, 900), 4), 1920, 1080);
    writeFileSync(videoFile(line), videoOf(held));
    const never = { screen: 'NotAllowedError', frame: 'NotAllowedError' };
    expect(await asksForCamera(page)).toEqual({ ...REFUSED, ...never });
    await page.evaluate(() => window.wallet.ask('app.camera', { on: true }));
    expect(await asksForCamera(page)).toEqual({ ...REFUSED, picture: 'given', ...never });
    expect(await foreignAsks(app)).toBe('NotAllowedError');
    await page.evaluate(() => window.wallet.ask('app.camera', { on: false }));
    expect(await asksForCamera(page)).toEqual({ ...REFUSED, ...never });
  });

  test('printed, the sheet counts for nothing; shown to the camera it reads itself, and what it brings back is protected', async () => {
    const { page } = line.started;
    await goTo(page, 'Money');
    await page.locator('.safety[data-state="not-protected"]').waitFor({ timeout: PATIENCE });
    expect(await page.locator('.steps').count()).toBe(1);
    await goTo(page, 'Recovery sheet');
    await press(page, 'Show it to the camera');
    await isRead(line);
    await picture(page, '10-shown-to-camera');
    expect((await asksForCamera(page)).picture).toBe('NotAllowedError');
    await passes(line);
    await picture(page, '10-sheet-read-back');
    await goTo(page, 'Money');
    await page.locator('.safety-line[data-state="protected"]').waitFor({ timeout: PATIENCE });
    await expect.poll(() => page.locator('.steps').count()).toBe(0);
    await picture(page, '11-overview-done');
  });
};

/** What stands in the boxes is tested, and brings back all there is. */
const passes = async ({ started: { page }, held }: Line): Promise<void> => {
  await press(page, 'Test this sheet');
  await page.getByText('This sheet brings everything back.').waitFor({ timeout: PATIENCE });
  const sum = held.replace(' Play money', '');
  await page.getByText(`That is ${sum} of ${sum}.`).waitFor({ timeout: PATIENCE });
};

/** What was shown stands in the boxes, as on the page. */
const isRead = async ({ started: { page }, recoveryText }: Line): Promise<void> => {
  const number = /^sheet: (\S+)/m.exec(recoveryText)?.[1] ?? 'no number';
  await page.getByText(`Is your page that of sheet ${number.toUpperCase()}?`).waitFor({ timeout: PATIENCE });
  const groups = await page
    .locator('.code-box input')
    .evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value));
  expect(brings(groups.join(' ')).root).toBe(brings(recoveryText).root);
};

/** The sheet is read back from what is left of its paper. */
export const paperSteps = (line: Line): void => {
  const opens = (name: string, bytes: Uint8Array): Promise<void> =>
    line.started.page
      .getByRole('main')
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });

  test('as a PDF, and as a photo with a fifth of its square blotted, it is read in the window', async () => {
    const page = readFileSync(pageOf(line));
    for (const [name, bytes] of [
      ['page.pdf', page],
      ['photo.jpg', fileOf(blotted(scanOf(page, 150), 0.2), 60)],
    ] as const) {
      await goTo(line.started.page, 'Money');
      await goTo(line.started.page, 'Recovery sheet');
      await opens(name, bytes);
      await isRead(line);
    }
  });

  test('typed with three wrong letters that are put right, all of it comes back', async () => {
    const { page } = line.started;
    await goTo(page, 'Money');
    await goTo(page, 'Recovery sheet');
    await pasteText(page, misread(line.recoveryText, 3));
    await press(page, 'Test this sheet');
    expect((await proposal(page).innerText()).match(/group \d+/gi)).toHaveLength(3);
    await press(page, 'Yes, take it');
    await expect.poll(() => proposal(page).count()).toBe(0);
    await passes(line);
  });
};
