// SPDX-License-Identifier: GPL-3.0-or-later
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerDialogs, electronHere, PATIENCE, press, startApp, workedInThreads, type StartedApp } from './app.ts';
import { DIST } from './built.ts';
import { ensurePacked, PACKING_MS } from './packed.ts';

// From the archive that is shipped: threads start in it, the window stays free, and the program ends by itself.

const here = electronHere();
const why =
  'why' in here ? here.why : process.platform === 'linux' ? undefined : 'its program is looked for as on Linux';
const TOP = join(import.meta.dirname, '../..');
/** Closing waits two seconds for what is computed, see main.ts; the rest is for a busy machine. */
const CLOSING_MS = 15_000;

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

    test('makes a passphrase and money in threads, and ends by itself', async () => {
      const home = join(work, 'data');
      const started = await startApp(join(copy, basename(electron)), home);
      expect(await started.app.evaluate(({ app }) => app.getAppPath())).toBe(archive);
      const { page } = started;
      await press(page, 'Create a wallet');
      await page.getByLabel('Passphrase', { exact: true }).fill('four random words here');
      await page.getByLabel('Passphrase, once more').fill('four random words here');
      await press(page, 'Create');
      await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
      await takePlayMoney(page);
      await expect
        .poll(() => workedInThreads(home), { timeout: PATIENCE })
        .toEqual(expect.arrayContaining(['argon2', 'keys', 'planchets', 'unblind']));
      expect(await quit(started)).toBe(0);
    });

    test('without its second program does the same in one thread, says so in the log, and ends by itself', async () => {
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
      await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
      await takePlayMoney(page);
      await page
        .getByTestId('balance-total')
        .getByText(/^(20\.00|19\.\d+)$/)
        .waitFor();
      const log = readFileSync(join(bare, 'window/logs/holdfast.log'), 'utf8');
      expect(log).toContain('thread-refused');
      expect(log).not.toContain('thread-works');
      expect(await quit(started)).toBe(0);
    });
  },
);
