// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { noCups, startCups, type Cups } from '../support/cups.ts';
import { pictureAnyway, quit, startApp, type StartedApp } from './app.ts';
import { ensureBuilt } from './built.ts';

/** One wallet in the real window, which the tests of several files drive one after the other. */
export type Line = {
  readonly home: string;
  started: StartedApp;
  /** the print service the window knows; undefined where there is none to start, and then the window knows none */
  cups: Cups | undefined;
  /** what its sheet says */
  recoveryText: string;
  /** what the one said whose secret was replaced */
  oldText: string;
  /** what the wallet holds, as its window shows it */
  held: string;
  readonly start: () => Promise<void>;
};

/** The video that the window's camera sees, once there is one. */
export const videoFile = ({ home }: Pick<Line, 'home'>): string => join(home, 'page.y4m');

/** Starts the application with a camera of the test's and a print service of its own, and ends both after the last test. */
export const openLine = (electron: string): Line => {
  const home = mkdtempSync(join(tmpdir(), 'holdfast-window-'));
  const camera = ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${videoFile({ home })}`];
  const line: Line = {
    home,
    started: undefined as never,
    cups: undefined,
    recoveryText: '',
    oldText: '',
    held: '',
    start: async () => {
      // Where there is none to start, a person's own printers are not to be printed on.
      const server = { CUPS_SERVER: line.cups?.server ?? join(home, 'no-service') };
      line.started = await startApp(electron, home, camera, server);
    },
  };
  beforeAll(async () => {
    await ensureBuilt();
    if (noCups() === undefined) line.cups = await startCups();
    await line.start();
  });
  afterAll(async () => {
    if (line.started as StartedApp | undefined) await quit(line.started);
    await line.cups?.end();
    rmSync(home, { recursive: true, force: true });
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail')
      await pictureAnyway(line.started.page, `failed-${task.name.replaceAll(/\W+/g, '-').slice(0, 40)}`);
  });
  return line;
};

/** What is proposed for a wrong letter on the sheet. */
export const proposal = (page: Page): Locator => page.locator('[data-kind="correction-proposed"]');
