// SPDX-License-Identifier: GPL-3.0-or-later
import { once } from 'node:events';
import { expect, test } from 'vitest';
import {
  addProvider,
  answerDialogs,
  goTo,
  PATIENCE,
  picture,
  press,
  questions,
  total,
  workedInThreads,
  laterOn,
} from './app.ts';
import type { Line } from './electron-line.ts';
import { withinReach } from './reach.ts';

/** From the first start to money with two copies of it; and how the window is closed meanwhile. */
export const firstSteps = (line: Line): void => {
  test('the first start offers play money, and takes it', async () => {
    const { page } = line.started;
    await page.getByRole('button', { name: 'Try with play money' }).waitFor();
    await picture(page, '01-first-start');
    await press(page, 'Try with play money');
    await laterOn(page);
    await page.getByText('Play money', { exact: true }).waitFor({ timeout: PATIENCE });
    await picture(page, '02-overview-empty');
  });

  test('the page has no Node, no network, no other place to go, and only checked questions', async () => {
    const { page, app } = line.started;
    const found = await withinReach(page);
    expect(found).toMatchObject({
      node: ['undefined', 'undefined'],
      bridge: ['ask', 'on'],
      opened: true,
      fetched: 'refused',
      candidates: [],
      script: 'refused',
      eval: 'refused',
      made: 'refused',
      html: 'refused',
      worker: 'refused',
      framed: 'refused',
      webview: 'refused',
      object: 'refused',
      permissions: Array.from({ length: 7 }, () => 'denied'),
      screen: 'refused',
      unknown: { ok: false, error: { kind: 'unknown-request' } },
      malformed: { ok: false, error: { kind: 'malformed-request' } },
      endless: { ok: false, error: { kind: 'too-long', facts: { what: 'other', most: 64 } } },
      extra: { ok: false, error: { kind: 'malformed-request' } },
    });
    expect(app.windows()).toHaveLength(1);
  });

  test('play money is withdrawn', async () => {
    const { page } = line.started;
    await page.getByRole('link', { name: 'Add money' }).click();
    await press(page, 'Get play money');
    await page.getByText('It is on its way').waitFor({ timeout: PATIENCE });
    await picture(page, '03-withdrawal');
    await goTo(page, 'Money');
    await page
      .getByTestId('balance-total')
      .getByText(/^(20\.00|19\.\d+)$/)
      .waitFor({ timeout: PATIENCE });
    await picture(page, '04-overview-unprotected');
    expect(workedInThreads(line.home)).toEqual(expect.arrayContaining(['keys', 'planchets']));
    // It is on its way: line.held a place has a copy of what its coins are made from, there are none.
    expect(workedInThreads(line.home)).not.toContain('unblind');
  });

  test('quitting asks as closing the window does; the end of the session asks nobody', async () => {
    const { app, page } = line.started;
    await answerDialogs(app, 'Stay');
    await app.evaluate(({ app: program }) => void setImmediate(() => program.quit()));
    await expect
      .poll(() => questions(app), { timeout: PATIENCE })
      .toMatchObject([
        { message: 'Not protected. Close Holdfast all the same?', detail: expect.stringContaining('19.97 KUDOS') },
      ]);
    expect(await page.evaluate(() => window.wallet.ask('app.state', {}))).toMatchObject({ ok: true });
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().forEach((window) => window.close()));
    await expect.poll(async () => (await questions(app)).length, { timeout: PATIENCE }).toBe(2);
    expect(app.windows()).toHaveLength(1);
    const ended = once(app.process(), 'exit', { signal: AbortSignal.timeout(PATIENCE) });
    app.process().kill('SIGTERM');
    expect((await ended)[0]).toBe(0);
    await line.start();
  });

  test('two providers are added after their fee was seen, and hold verified copies', async () => {
    const { page } = line.started;
    await goTo(page, 'Protection');
    await addProvider(page, /^Free play place/, 'Agree and add');
    await picture(page, '05-first-provider');
    await addProvider(page, /^Paid play place/, /^Pay [\d.]+ KUDOS and add/);
    // The change of the fee's payment arrives a moment later and would wait a minute for its round; a person may press again.
    await expect
      .poll(
        async () => {
          await press(page, 'Make copies now');
          await page.locator('.round ul').waitFor({ timeout: PATIENCE });
          return page.getByText('Up to date', { exact: true }).count();
        },
        { timeout: PATIENCE, interval: 1000 },
      )
      .toBe(2);
    expect(workedInThreads(line.home)).toContain('unblind');
    await picture(page, '06-two-providers');
    await goTo(page, 'Money');
    // Every place has everything, and without a sheet nobody opens a copy.
    await page.locator('.safety[data-state="not-protected"]').waitFor({ timeout: PATIENCE });
    expect(await page.title()).toBe('Money · Holdfast · Not protected');
    await picture(page, '07-overview-copied');
    line.held = await total(page, 'balance-total');
    await goTo(page, 'History');
    expect(`${await total(page, 'history-sum')} Play money`).toBe(line.held);
    await picture(page, '08-history');
  });
};
