// SPDX-License-Identifier: GPL-3.0-or-later
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTurnOf, turnsTitle } from '../support/seed.ts';
import { fileOf, paper, paperPdf, scanOf } from '../support/sheet-pictures.ts';
import {
  answerDialogs,
  electronHere,
  PATIENCE,
  press,
  startApp,
  workedInThreads,
  type StartedApp,
  laterOn,
} from './app.ts';
import { DIST } from './built.ts';
import { ensurePacked, packedFiles, PACKING_MS } from './packed.ts';

// From the archive that is shipped: threads start in it, the window stays free, and the program ends by itself.

const here = electronHere();
const why =
  'why' in here ? here.why : process.platform === 'linux' ? undefined : 'its program is looked for as on Linux';
const TOP = join(import.meta.dirname, '../..');
/** Closing waits two seconds for what is computed, see main.ts; the rest is for a busy machine. */
const CLOSING_MS = 15_000;
/** All of it beside Electron; it has 20, two of them are sentences in five languages: half of it is what is bundled, a fifth each the fonts and the window's readers of files. */
const MOST_MEGABYTES = 22;

describe.skipIf(why !== undefined)(
  why === undefined ? 'the packed program' : `the packed program (skipped: ${why})`,
  { timeout: 2 * PATIENCE },
  () => {
    const electron = 'path' in here ? here.path : '';
    const work = mkdtempSync(join(tmpdir(), 'holdfast-packed-'));
    const copy = join(work, 'copy');
    const archive = join(copy, 'resources/app.asar');

    beforeAll(async () => {
      const out = join(await ensurePacked(electron), 'linux-unpacked');
      // The shipped program lets nobody drive it. The same archive in an Electron that does, and has no other program in it:
      cpSync(dirname(electron), copy, { recursive: true, filter: (path) => basename(path) !== 'resources' });
      cpSync(join(out, 'resources'), join(copy, 'resources'), {
        recursive: true,
        filter: (path) => basename(path) !== 'app',
      });
    }, PACKING_MS);
    afterAll(() => rmSync(work, { recursive: true, force: true }));

    /** Quits as a person does; gives the exit code. A program that does not end is killed, and the test fails. */
    const quit = async ({ app }: StartedApp): Promise<unknown> => {
      const child = app.process();
      await answerDialogs(app, 'Close');
      const ended = once(child, 'exit', { signal: AbortSignal.timeout(CLOSING_MS) });
      await app.evaluate(({ app: program }) => void setImmediate(() => program.quit()));
      return ended.then(([code]) => code as unknown).finally(() => child.kill('SIGKILL'));
    };

    const takePlayMoney = async (page: Page): Promise<void> => {
      const answers = await page.evaluate(async () => [
        await window.wallet.ask('play.start', {}),
        await window.wallet.ask('play.withdraw', { amount: 'KUDOS:20', withoutBackup: true }),
      ]);
      expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
    };

    /** The programs that read files lie in the archive and are loaded by the page alone. */
    const readsSheet = async (page: Page): Promise<void> => {
      const printed = await paperPdf();
      for (const [name, bytes] of [
        ['page.pdf', printed],
        ['photo.jpg', fileOf(scanOf(printed, 150), 60)],
      ] as const) {
        await page.evaluate(() => (location.hash = '#/'));
        await page.evaluate(() => (location.hash = '#/restore'));
        await page
          .getByRole('main')
          .locator('input[type=file]')
          .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
        await page.getByText(`Is your page that of sheet ${paper.sheetNumber.toUpperCase()}?`).waitFor();
      }
    };

    test('has what it needs and nothing for other systems, and is no larger than is known', () => {
      const files = packedFiles(archive);
      const named = (pattern: RegExp): readonly string[] => [...files.keys()].filter((path) => pattern.test(path));
      expect(named(/\.node$/)).toEqual([`node_modules/better-sqlite3/prebuilds/linux-${process.arch}.node`]);
      for (const reader of [/assets\/worker-[^/]+\.js$/, /assets\/pdf-[^/]+\.js$/, /assets\/pdf\.worker-[^/]+\.js$/])
        expect(named(reader)).toHaveLength(1);
      expect(named(/\.(ttf|woff)$/)).toHaveLength(4);
      // Neither a source nor a test, and of the packages not those that the command line reads pictures with.
      const places = [...files.keys()].map((path) => /^(node_modules\/(@[^/]+\/)?[^/]+|[^/]+)/.exec(path)?.[0] ?? path);
      expect([...new Set(places)].toSorted()).toEqual([
        'LICENSE',
        'THIRD-PARTY.md',
        'dist',
        'node_modules/@fontsource/unifont',
        'node_modules/better-sqlite3',
        'node_modules/dejavu-fonts-ttf',
        'package.json',
      ]);
      const megabytes = [...files.values()].reduce((sum, size) => sum + size, 0) / 1e6;
      expect(megabytes).toBeLessThan(MOST_MEGABYTES);
    });

    const STARTS: readonly (readonly [string, () => Promise<void>])[] = [
      [
        'makes a passphrase and money in threads, reads a PDF and a photo, and ends by itself',
        async () => {
          const home = join(work, 'data');
          const started = await startApp(join(copy, basename(electron)), home);
          expect(await started.app.evaluate(({ app }) => app.getAppPath())).toBe(archive);
          const { page } = started;
          await press(page, 'Create a wallet');
          await page.getByLabel('Passphrase', { exact: true }).fill('four random words here');
          await page.getByLabel('Passphrase, once more').fill('four random words here');
          await press(page, 'Create');
          await laterOn(page);
          await takePlayMoney(page);
          await expect
            .poll(() => workedInThreads(home), { timeout: PATIENCE })
            .toEqual(expect.arrayContaining(['argon2', 'keys', 'planchets', 'unblind']));
          await readsSheet(page);
          expect(await quit(started)).toBe(0);
        },
      ],
      [
        'without its second program does the same in one thread, says so in the log, and ends by itself',
        async () => {
          const [program, bare] = [join(copy, 'resources/app'), join(work, 'bare')];
          rmSync(archive);
          cpSync(DIST, join(program, 'dist'), { recursive: true });
          cpSync(join(TOP, 'package.json'), join(program, 'package.json'));
          symlinkSync(join(TOP, 'node_modules'), join(program, 'node_modules'));
          rmSync(join(program, 'dist/worker.js'));
          const started = await startApp(join(copy, basename(electron)), bare);
          expect(await started.app.evaluate(({ app }) => app.getAppPath())).toBe(program);
          const { page } = started;
          await press(page, 'Try with play money');
          await laterOn(page);
          await takePlayMoney(page);
          await page
            .getByTestId('balance-total')
            .getByText(/^(20\.00|19\.\d+)$/)
            .waitFor();
          const log = readFileSync(join(bare, 'window/logs/holdfast.log'), 'utf8');
          expect(log).toContain('thread-refused');
          expect(log).not.toContain('thread-works');
          expect(await quit(started)).toBe(0);
        },
      ],
    ];
    const started = inTurnOf(STARTS, 2);
    describe(turnsTitle('started', started.length, STARTS.length), () => {
      test.each(started)('%s', (_, start) => start());
    });
  },
);
