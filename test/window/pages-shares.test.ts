// SPDX-License-Identifier: GPL-3.0-or-later
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { groupsOf, shareToText } from '../../electron/backup/paper/share-text.ts';
import { splitIntoShares } from '../../electron/backup/paper/split.ts';
import { shareToQr } from '../../electron/backup/paper/square.ts';
import { readSheet } from '../../electron/backup/recover/read-sheet.ts';
import { secret } from '../../electron/taler/crypto/secret.ts';
import { bytesOf } from '../support/seed.ts';
import { codeOf, fileOf } from '../support/sheet-pictures.ts';
import { axeViolations } from './axe.ts';
import { chromiumPath, openWindow, theBrowser, type Shown } from './browser.ts';
import { ensureBuilt } from './built.ts';
import type { Scenario } from './fake-bridge.ts';
import { press } from './pages-look.ts';
import { answerReally, choose, pasteOn, readsReally, textsSent, unlocks } from './reading-page.ts';
import { brings } from './saved-sheet.ts';
import { scenarios } from './scenarios.ts';

// Shares put in one after the other, with the wallet's own reading behind the boxes: which are in, what does not fit, and that nothing
// which was typed is lost.

const path = chromiumPath();
const random = bytesOf('pages of shares');
const facts = {
  root: secret(random(64)),
  walletName: 'Family',
  date: '2026-11-30',
  providers: [{ name: 'Dock', url: 'https://sync-1.example.com/' }],
};
const papers = splitIntoShares(facts, { needed: 3, count: 5 }, random);
const [one = '', two = '', three = ''] = papers.map(shareToText);
const split = papers[0]?.identifier.toUpperCase() ?? '';
const groups = papers.map((paper) => groupsOf(paper));
const stranger = splitIntoShares(facts, { needed: 3, count: 5 }, random).map(shareToText)[3] ?? '';

const pair = splitIntoShares(facts, { needed: 2, count: 3 }, random);
/** What a camera sees of a share: its square. */
const photoOf = (at: number): Uint8Array => {
  const share = pair[at];
  if (share === undefined) throw new Error('no such share');
  return fileOf(codeOf(shareToQr(share).qrText));
};

describe.skipIf(path === undefined)(
  path === undefined ? 'shares in the window (skipped: no Chromium on this machine)' : 'shares in the window',
  () => {
    let window: Shown;
    beforeAll(async () => {
      await ensureBuilt();
      window = await openWindow(await theBrowser(), { reducedMotion: 'reduce' });
    });
    afterAll(() => window?.close());

    let isReal = false;
    /** The page of a restore, or another one, read by the wallet itself. */
    const opened = async (scenario: Scenario = scenarios.restoring, at = '/restore'): Promise<Page> => {
      const { page } = await window.open(scenario, at);
      if (!isReal) await readsReally(page);
      isReal = true;
      await answerReally(page);
      return page;
    };
    const values = (page: Page) =>
      page.locator('.code-box input').evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value));
    const there = (page: Page) => page.getByRole('group', { name: 'Shares that are in' });
    const isIn = (page: Page) => there(page).getByRole('listitem').allInnerTexts();
    const asked = (page: Page): Promise<string[]> => textsSent(page, 'restore.run');

    test('one is typed and put in, one is pasted, the last is sent from the boxes', async () => {
      const page = await opened();
      await pasteOn(page, groups[1]?.join('') ?? '');
      await page.getByText(`The code is right. It is share 2 of split ${split}.`).waitFor();
      await press(page, 'Put share 2 in and go on with the next');
      await there(page).getByText(`Split ${split}: 1 of 3 needed shares is in.`).waitFor();
      expect(await isIn(page)).toEqual(['Share 2', 'still needed', 'still needed']);
      expect((await values(page)).join('')).toBe('');
      expect(await axeViolations(page)).toEqual([]);
      await pasteOn(page, one);
      await there(page).getByText('2 of 3 needed shares are in.').waitFor();
      expect(await isIn(page)).toEqual(['Share 2', 'Share 1', 'still needed']);
      await pasteOn(page, groups[4]?.join(' ') ?? '');
      await page.getByText(`It is share 5 of split ${split}.`).waitFor();
      await press(page, 'Restore');
      await expect.poll(async () => (await asked(page)).length).toBe(1);
      const read = readSheet((await asked(page))[0] ?? '');
      expect(read).toMatchObject({ ok: true, value: { shares: { there: [2, 1, 5] } } });
    });

    test('several are pasted at once, and the boxes are gone once there are enough', async () => {
      const page = await opened();
      await pasteOn(page, `${one}\n${three}\n${two}`);
      await there(page).getByText('all 3 shares that are needed are in.').waitFor();
      expect([await isIn(page), await values(page)]).toEqual([['Share 1', 'Share 3', 'Share 2'], []]);
      await press(page, 'Leave these shares out and begin again');
      expect([await there(page).count(), (await values(page)).length]).toEqual([0, 26]);
    });

    test('the same one, and one of another split, are named; what is in and what was typed stay', async () => {
      const page = await opened();
      await pasteOn(page, two);
      await there(page).waitFor();
      await pasteOn(page, two);
      await page.getByRole('alert').getByText(`Share 2 of split ${split} is here already.`).waitFor();
      await pasteOn(page, stranger);
      await page.getByRole('alert').getByText(`and the others are of split ${split}`).waitFor();
      expect(await isIn(page)).toEqual(['Share 2', 'still needed', 'still needed']);
      await pasteOn(page, groups[1]?.join('') ?? '');
      await page.getByRole('alert').getByText('is here already').waitFor();
      expect((await values(page)).join('')).toBe(groups[1]?.join(''));
    });

    test('sent too early, it is said how many are needed', async () => {
      const page = await opened();
      await pasteOn(page, two);
      await there(page).waitFor();
      await press(page, 'Restore');
      await page.getByRole('alert').getByText(`Of split ${split}, 3 shares are needed, and one is here`).waitFor();
      expect([await asked(page), await isIn(page)]).toEqual([[], ['Share 2', 'still needed', 'still needed']]);
    });

    test('a damaged one is corrected like a page, with what is known from those that are in', async () => {
      const page = await opened();
      await pasteOn(page, two);
      await there(page).waitFor();
      const typed = [...(groups[3] ?? [])];
      const group = typed[8] ?? '';
      typed[8] = `${group.slice(0, 4)}${group.endsWith('Q') ? 'P' : 'Q'}`;
      typed[1] = '?????';
      typed[19] = '?????';
      await pasteOn(page, typed.join(' '));
      await page.locator('[data-kind="correction-proposed"]').waitFor();
      await press(page, 'Yes, take it');
      await page.getByText(`It is share 4 of split ${split}.`).waitFor();
      await press(page, 'Put share 4 in and go on with the next');
      await there(page).getByText('2 of 3 needed shares are in.').waitFor();
    });

    test('two of three, each by a picture of it, are a test, and open a locked wallet', async () => {
      const split = pair[0]?.identifier.toUpperCase();
      const bothIn = async (page: Page, first: number, second: number): Promise<void> => {
        await choose(page, 'one.png', photoOf(first));
        await there(page).getByText(`Split ${split}: 1 of 2 needed shares is in.`).waitFor();
        await choose(page, 'two.png', photoOf(second));
        await there(page).getByText('all 2 shares that are needed are in.').waitFor();
      };
      const whole = brings(pair.slice(0, 2).map(shareToText).join('\n'));
      const tested = await opened(scenarios.drillPasses, '/sheet');
      await bothIn(tested, 2, 0);
      await press(tested, 'Test this sheet');
      await tested.getByText('That is 22.14 KUDOS of 22.14 KUDOS.').waitFor();
      expect((await textsSent(tested, 'drill.run')).map(brings)).toEqual([whole]);
      const locked = await opened(scenarios.lockedWithSheet, '/');
      await press(locked, 'Open with the recovery sheet …');
      await bothIn(locked, 1, 2);
      await unlocks(locked);
      expect((await textsSent(locked, 'app.unlockBySheet')).map(brings)).toEqual([whole]);
    });
  },
);
