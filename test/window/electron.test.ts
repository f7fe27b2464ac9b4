// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { parseRecovery } from '../../electron/backup/paper/parse.ts';
import {
  addProvider,
  answerDialogs,
  electronHere,
  goTo,
  PATIENCE,
  picture,
  press,
  protection,
  questions,
  startApp,
  total,
  watchProtection,
  workedInThreads,
  type StartedApp,
} from './app.ts';
import { PASSWORD, startDavServer, USER } from '../support/dav-server.ts';
import { ensureBuilt } from './built.ts';
import { pdfFacts, scanned } from './pdf.ts';

// The whole line in the real window, on real cryptography: play money, two providers, a verified copy, the sheet,
// everything erased, everything back, spent. One test after another drives the same application.

const here = electronHere();
const TEST_TIMEOUT = 2 * PATIENCE;

describe.skipIf('why' in here)(
  'why' in here ? `the window (skipped: ${here.why})` : 'the window',
  { timeout: TEST_TIMEOUT },
  () => {
    let home: string;
    let started: StartedApp;
    let recoveryText = '';
    let before = '';

    beforeAll(async () => {
      await ensureBuilt();
      home = mkdtempSync(join(tmpdir(), 'holdfast-window-'));
      started = await startApp('path' in here ? here.path : '', home);
    });
    afterAll(async () => {
      await started?.app.close();
      rmSync(home, { recursive: true, force: true });
    });

    afterEach(async ({ task }) => {
      if (task.result?.state === 'fail')
        await picture(started.page, `failed-${task.name.replaceAll(/\W+/g, '-').slice(0, 40)}`);
    });

    test('the first start offers play money, and takes it', async () => {
      const { page } = started;
      await page.getByRole('button', { name: 'Try with play money' }).waitFor();
      await picture(page, '01-first-start');
      await press(page, 'Try with play money');
      await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor({ timeout: PATIENCE });
      await page.getByText('Play money', { exact: true }).waitFor({ timeout: PATIENCE });
      await picture(page, '02-overview-empty');
    });

    test('the page has no Node, no network, no other place to go, and only checked questions', async () => {
      const { page, app } = started;
      const found = await page.evaluate(async () => {
        const answers = {
          node: [
            typeof (globalThis as { require?: unknown }).require,
            typeof (globalThis as { process?: unknown }).process,
          ],
          bridge: Object.keys(window.wallet).sort(),
          opened: window.open('https://example.org/') === null,
          fetched: await fetch('https://example.org/').then(
            () => 'reached',
            () => 'refused',
          ),
          // Candidates are what a peer connection would send from, or has learned by asking a server.
          candidates: await (async (): Promise<readonly string[]> => {
            if (typeof RTCPeerConnection === 'undefined') return [];
            const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:3478' }] });
            peer.createDataChannel('x');
            const found: string[] = [];
            peer.onicecandidate = ({ candidate }) => void (candidate?.candidate ? found.push(candidate.candidate) : 0);
            await peer.setLocalDescription(await peer.createOffer());
            await new Promise((resolve) => setTimeout(resolve, 1500));
            peer.close();
            return found;
          })(),
          script: ((): string => {
            const script = document.createElement('script');
            try {
              script.textContent = 'globalThis.injected = true';
              document.head.append(script);
            } catch (error) {
              return error instanceof TypeError ? 'refused' : 'failed';
            }
            return 'injected' in globalThis ? 'ran' : 'blocked';
          })(),
          unknown: await window.wallet.ask('constructor' as 'app.state', {}),
          malformed: await window.wallet.ask('play.withdraw', { amount: 'x'.repeat(65) }),
          extra: await window.wallet.ask('app.erase', { confirm: 'yes' as 'erase everything' }),
        };
        return answers;
      });
      expect(found).toMatchObject({
        node: ['undefined', 'undefined'],
        bridge: ['ask', 'on'],
        opened: true,
        fetched: 'refused',
        candidates: [],
        script: 'refused',
        unknown: { ok: false, error: { kind: 'unknown-request' } },
        malformed: { ok: false, error: { kind: 'malformed-request' } },
        extra: { ok: false, error: { kind: 'malformed-request' } },
      });
      expect(app.windows()).toHaveLength(1);
    });

    test('play money is withdrawn', async () => {
      const { page } = started;
      await page.getByRole('link', { name: 'Add money' }).click();
      await press(page, 'Get play money');
      await page.getByText('It is on its way').waitFor({ timeout: PATIENCE });
      await picture(page, '03-withdrawal');
      await goTo(page, 'Overview');
      await page
        .getByTestId('balance-total')
        .getByText(/^(20\.00|19\.\d+)$/)
        .waitFor({ timeout: PATIENCE });
      await picture(page, '04-overview-unprotected');
      expect(workedInThreads(home)).toEqual(expect.arrayContaining(['keys', 'planchets']));
      // It is on its way: before a place has a copy of what its coins are made from, there are none.
      expect(workedInThreads(home)).not.toContain('unblind');
    });

    test('two providers are added after their fee was seen, and hold verified copies', async () => {
      const { page } = started;
      await goTo(page, 'Backup');
      await addProvider(page, /^Free play place/, 'Agree and add');
      await picture(page, '05-first-provider');
      await addProvider(page, /^Paid play place/, 'Agree, pay and add');
      // The change of the fee's payment arrives a moment later and would wait a minute for its round; a person may press again.
      await expect
        .poll(
          async () => {
            await press(page, 'Make copies now');
            await page.locator('.round').waitFor({ timeout: PATIENCE });
            return page.getByText('Up to date', { exact: true }).count();
          },
          { timeout: PATIENCE, interval: 1000 },
        )
        .toBe(2);
      expect(workedInThreads(home)).toContain('unblind');
      await picture(page, '06-two-providers');
      await goTo(page, 'Overview');
      // Every place has everything, and without a sheet nobody opens a copy.
      await page.locator('.safety[data-state="not-protected"]').waitFor({ timeout: PATIENCE });
      expect(await page.title()).toBe('Overview · Holdfast · Not protected');
      await picture(page, '07-overview-copied');
      before = await total(page, 'balance-total');
      await goTo(page, 'History');
      expect(await total(page, 'history-sum')).toBe(before);
      await picture(page, '08-history');
    });

    test('the system asks before the sheet is shown; "Cancel" reveals nothing', async () => {
      const { page, app } = started;
      await goTo(page, 'Recovery sheet');
      await watchProtection(app);
      await answerDialogs(app, 'Cancel');
      await press(page, 'Reveal the sheet');
      await page.getByRole('alert').getByText('stays hidden').waitFor({ timeout: PATIENCE });
      await picture(page, '09-sheet-refused');
      expect(await questions(app)).toMatchObject([
        { message: 'Show the recovery sheet?', buttons: ['Cancel', 'Show the sheet'], defaultId: 0, cancelId: 0 },
      ]);
      expect(await page.locator('.paper').count()).toBe(0);
      expect(await protection(app)).not.toContain(true);
      // Whoever speaks for the page gets no further than the person who does not want it.
      const asked = await page.evaluate(async () => [
        await window.wallet.ask('sheet.reveal', {}),
        await window.wallet.ask('sheet.reveal', { passphrase: 'yes' }),
        await window.wallet.ask('sheet.print', { paper: 'A4' }),
      ]);
      expect(asked).toMatchObject([
        { ok: false, error: { kind: 'not-confirmed' } },
        { ok: false, error: { kind: 'not-confirmed' } },
        { ok: false, error: { kind: 'sheet-hidden' } },
      ]);
      expect(JSON.stringify(asked)).not.toMatch(/hold1/i);
      expect(await page.content()).not.toMatch(/hold1/i);
    });

    test('a page that is left while the system asks gets no secret, and one question is asked at a time', async () => {
      const { page, app } = started;
      await app.evaluate(({ dialog }) => {
        dialog.showMessageBox = () =>
          new Promise((resolve) => setTimeout(() => resolve({ response: 1, checkboxChecked: false }), 1_000));
      });
      const [left, second] = await page.evaluate(async () => {
        const first = window.wallet.ask('sheet.reveal', {});
        const again = await window.wallet.ask('sheet.reveal', {});
        await window.wallet.ask('sheet.hide', {});
        return [await first, again];
      });
      expect([left, second]).toMatchObject([
        { ok: false, error: { kind: 'sheet-hidden' } },
        { ok: false, error: { kind: 'not-confirmed' } },
      ]);
      expect(await page.evaluate(() => window.wallet.ask('sheet.print', { paper: 'A4' }))).toMatchObject({ ok: false });
    });

    test('the sheet is shown on purpose, printed on both papers, and gone when the page is left', async () => {
      const { page, app } = started;
      await goTo(page, 'Recovery sheet');
      expect(await page.locator('.paper').count()).toBe(0);
      await watchProtection(app);
      await answerDialogs(app, 'Show the sheet');
      await press(page, 'Reveal the sheet');
      await page.locator('.paper').waitFor({ timeout: PATIENCE });
      await picture(page, '09-sheet');
      expect(await protection(app)).toEqual([true]);
      await page.getByText('Recovery text').click();
      recoveryText = await page.getByRole('region', { name: 'Recovery text' }).innerText();
      expect(recoveryText.startsWith('HOLDFAST-RECOVERY-1')).toBe(true);
      for (const [paper, button] of [
        ['A4', 'PDF for A4'],
        ['Letter', 'PDF for Letter'],
      ] as const) {
        const file = join(home, `sheet-${paper}.pdf`);
        await app.evaluate(({ dialog }, filePath) => {
          dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
        }, file);
        await press(page, button);
        await page.getByText(`Saved as ${file}`).waitFor({ timeout: PATIENCE });
        expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
        expect(statSync(file).mode & 0o777).toBe(0o600);
        const printed = pdfFacts(file);
        expect(printed).toMatchObject({ pages: 1, size: paper === 'A4' ? '595 x 842' : '612 x 792' });
        // Text alone, or code alone, is enough: both are read back from the paper and understood.
        const [secret] = secretOf(recoveryText);
        expect(secretOf(printed.text)).toEqual([secret]);
        const scan = parseRecovery(scanned(file, `electron-10-printed-${paper}`));
        const typed = parseRecovery(recoveryText);
        expect(scan.ok && typed.ok).toBe(true);
        if (scan.ok && typed.ok)
          expect(scan.value.providers.map(({ url }) => url)).toEqual(typed.value.providers.map(({ url }) => url));
      }
      await goTo(page, 'Overview');
      expect((await protection(app)).at(-1)).toBe(false);
      await goTo(page, 'Recovery sheet');
      await page.getByRole('button', { name: 'Reveal the sheet' }).waitFor();
      expect(await page.content()).not.toContain(
        recoveryText.split('\n').find((line) => /hold1/i.test(line)) ?? 'HOLD1',
      );
    });

    test('a hidden sheet is not printed, whoever asks', async () => {
      const answer = await started.page.evaluate(() => window.wallet.ask('sheet.print', { paper: 'A4' }));
      expect(answer).toMatchObject({ ok: false, error: { kind: 'sheet-hidden' } });
    });

    test('shown and printed, the sheet counts for nothing; read back it does, and the wallet stops guiding', async () => {
      const { page } = started;
      await goTo(page, 'Overview');
      await page.locator('.safety[data-state="not-protected"]').waitFor({ timeout: PATIENCE });
      expect(await page.locator('.steps').count()).toBe(1);
      await goTo(page, 'Recovery sheet');
      await page.getByLabel('Recovery text').fill(misread(recoveryText));
      await press(page, 'Compare');
      expect(await page.getByRole('alert').innerText()).toMatch(/line \d+/i);
      await page.getByLabel('Recovery text').fill(recoveryText);
      await expect.poll(() => page.getByRole('alert').count()).toBe(0);
      await press(page, 'Compare');
      await page.getByText('This sheet brings everything back.').waitFor({ timeout: PATIENCE });
      await picture(page, '10-sheet-read-back');
      await goTo(page, 'Overview');
      await page.locator('.safety[data-tone="good"]').waitFor({ timeout: PATIENCE });
      await expect.poll(() => started.page.locator('.steps').count()).toBe(0);
      await picture(started.page, '11-overview-done');
    });

    test('everything is erased', async () => {
      const { page } = started;
      await goTo(page, 'This computer');
      await page.getByRole('button', { name: 'Erase …' }).click();
      await page.getByLabel('Type “erase everything”').fill('erase everything');
      await picture(page, '11-erasing');
      await press(page, 'Erase everything');
      await page.getByRole('button', { name: 'Restore from a sheet' }).waitFor({ timeout: PATIENCE });
      expect((await page.evaluate(() => window.wallet.ask('wallet.overview', {}))).ok).toBe(false);
    });

    test('the program is closed and started again, as on a new computer', async () => {
      await started.app.close();
      started = await startApp('path' in here ? here.path : '', home);
      await started.page.getByRole('button', { name: 'Restore from a sheet' }).waitFor({ timeout: PATIENCE });
    });

    test('a wrong character on the sheet is refused by its line; nothing is changed', async () => {
      const { page } = started;
      await press(page, 'Restore from a sheet');
      await page.getByText('Anyone who can read the file').click();
      await press(page, 'Continue');
      await page.getByLabel('Recovery text').waitFor({ timeout: PATIENCE });
      await page.getByLabel('Recovery text').fill(misread(recoveryText));
      await press(page, 'Restore');
      expect(await page.getByRole('alert').innerText()).toMatch(/line \d+/i);
      await picture(page, '12-restore-refused');
    });

    test('the sheet brings the same balance back', async () => {
      const { page } = started;
      await page.getByLabel('Recovery text').fill(recoveryText);
      await press(page, 'Restore');
      await page.getByRole('heading', { name: 'Who answered' }).waitFor({ timeout: PATIENCE });
      expect(await page.locator('.source .tag').allInnerTexts()).toEqual(['Found', 'Found']);
      expect(await total(page, 'restored-total')).toBe(before);
      await picture(page, '13-restored');
      await page.getByRole('link', { name: 'To the overview' }).click();
      expect(await total(page, 'balance-total')).toBe(before);
      await picture(page, '14-overview-restored');
      await goTo(page, 'History');
      expect(await total(page, 'history-sum')).toBe(before);
    });

    test('the restored coins pay an order', async () => {
      const { page } = started;
      await goTo(page, 'Overview');
      await page.getByRole('link', { name: 'Pay', exact: true }).click();
      await press(page, 'Order something at the play shop');
      await page.getByText('Leaves your wallet').waitFor({ timeout: PATIENCE });
      await picture(page, '15-offer');
      await press(page, 'Pay now');
      await page.getByText('Paid. The shop has confirmed it.').waitFor({ timeout: PATIENCE });
      await picture(page, '16-paid');
      await goTo(page, 'History');
      expect(await page.getByText('The lines add up to the balance, exactly.').count()).toBe(1);
      await picture(page, '17-history-paid');
    });

    test('a WebDAV folder is added with its password, which the window forgets', async () => {
      const { page } = started;
      const directory = mkdtempSync(join(tmpdir(), 'holdfast-window-dav-'));
      const server = await startDavServer(directory);
      try {
        await goTo(page, 'Backup');
        await page.getByLabel('Address or folder').fill(server.address);
        await press(page, 'Look');
        await page.getByLabel('User name there').fill(USER);
        await page.getByLabel('App password').fill('wrong');
        await press(page, 'Agree and add');
        await page.getByRole('alert').getByText('user name').first().waitFor({ timeout: PATIENCE });
        await page.getByLabel('App password').fill(PASSWORD);
        await press(page, 'Agree and add');
        await page.getByText(/was added and holds a verified copy/).waitFor({ timeout: PATIENCE });
        await picture(page, '18-webdav');
        expect(readdirSync(directory).filter((name) => name.endsWith('.blob'))).toHaveLength(1);
        expect(await page.getByLabel('App password').count()).toBe(0);
        expect(await page.content()).not.toContain(PASSWORD);
        const listed = await page.evaluate(() => window.wallet.ask('provider.list', {}));
        expect(JSON.stringify(listed)).toContain(server.address);
        expect(JSON.stringify(listed)).not.toContain(JSON.stringify(PASSWORD).slice(1, -1));
      } finally {
        await server.close();
        rmSync(directory, { recursive: true, force: true });
      }
    });

    test('after a restart the same money is there, and the console stayed silent', async () => {
      await goTo(started.page, 'Overview');
      const held = await total(started.page, 'balance-total');
      expect(
        started.complaints.filter((text) => !text.includes('example.org') && !text.includes('TrustedScript')),
      ).toEqual([]);
      // Last, because Playwright waits for ever for a navigation that was refused.
      await started.page.evaluate(() => {
        setTimeout(() => (location.href = 'https://example.org/'), 0);
      });
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect(
        await started.app.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows().map((window) => window.webContents.getURL().split('#')[0]),
        ),
      ).toEqual(['app://holdfast/']);
      await started.app.close();
      started = await startApp('path' in here ? here.path : '', home);
      expect(await total(started.page, 'balance-total')).toBe(held);
      await started.page.setViewportSize({ width: 800, height: 600 });
      await picture(started.page, '19-restarted-800');
    });
  },
);

/** The text with one character of the secret read wrongly. */
const misread = (text: string): string => {
  const at = text.toLowerCase().indexOf('hold1') + 12;
  const place = text.slice(at).search(/[a-z0-9]/i) + at;
  return `${text.slice(0, place)}${text[place]?.toLowerCase() === 'q' ? 'p' : 'q'}${text.slice(place + 1)}`;
};

/** The groups of the secret in a text, joined; one entry per secret found. */
const secretOf = (text: string): readonly string[] => {
  const groups = [...text.matchAll(/secret \d+(?:-\d+)?: ([A-Z0-9 ]+)/gi)].map((match) =>
    (match[1] ?? '').replaceAll(' ', ''),
  );
  return groups.length === 0 ? [] : [groups.join('')];
};
