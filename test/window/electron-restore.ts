// SPDX-License-Identifier: GPL-3.0-or-later
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { goTo, PATIENCE, picture, press, total } from './app.ts';
import { proposal, type Line } from './electron-line.ts';
import { misread } from './pdf.ts';
import { pasteText } from './typing.ts';

/** Everything is lost, and the sheet brings it back. */
export const restoreSteps = (line: Line): void => {
  test('everything is erased', async () => {
    const { page } = line.started;
    await goTo(page, 'Settings');
    await page.getByRole('button', { name: 'Erase …' }).click();
    await page.getByLabel('Type “erase everything”').fill('erase everything');
    await picture(page, '11-erasing');
    await press(page, 'Erase everything');
    await page.getByRole('button', { name: 'Restore from a sheet' }).waitFor({ timeout: PATIENCE });
    expect((await page.evaluate(() => window.wallet.ask('wallet.overview', {}))).ok).toBe(false);
  });

  test('the old sheet brings nothing, says that the wallet has moved, and is undone', async () => {
    const { page } = line.started;
    await press(page, 'Restore from a sheet');
    await pasteText(page, line.oldText);
    await press(page, 'Continue');
    await page.getByText('Anyone who can read the file').click();
    // Read and not yet used: whoever ends the program here has written nothing.
    expect((await page.evaluate(() => window.wallet.ask('wallet.overview', {}))).ok).toBe(false);
    await press(page, 'Restore');
    await page.getByRole('heading', { name: 'Who answered' }).waitFor({ timeout: PATIENCE });
    await picture(page, '12-old-sheet');
    await page.getByText('This sheet is void').waitFor();
    // Change that was under way in the copies counts until its issuer was asked.
    await expect.poll(() => balances(page), { timeout: PATIENCE }).toEqual([]);
    await undo(page, 'There is no money in this wallet.');
  });

  test('a wrong character on the sheet is named with its group, and nothing is changed by that', async () => {
    const { page } = line.started;
    // Left and come to again, the page asks for a sheet anew.
    await goTo(page, 'Money');
    await page.evaluate(() => (location.hash = '#/restore'));
    await page.getByLabel('Group 1', { exact: true }).waitFor({ timeout: PATIENCE });
    await pasteText(page, misread(line.recoveryText));
    await press(page, 'Restore');
    expect(await proposal(page).innerText()).toMatch(/group \d+/i);
    await picture(page, '12-restore-refused');
    expect(await page.getByRole('heading', { name: 'Who answered' }).count()).toBe(0);
  });

  test('the sheet brings the same balance back, once what is proposed for a wrong letter is taken', async () => {
    const { page } = line.started;
    await press(page, 'Yes, take it');
    await page.getByText('Taken as proposed').waitFor({ timeout: PATIENCE });
    await press(page, 'Restore');
    await page.getByRole('heading', { name: 'Who answered' }).waitFor({ timeout: PATIENCE });
    expect(await page.locator('.source .tag').allInnerTexts()).toEqual(['Found', 'Found']);
    expect(await total(page, 'restored-total')).toBe(line.held);
    await picture(page, '13-restored');
    await page.getByRole('link', { name: 'To my money' }).click();
    expect(await total(page, 'balance-total')).toBe(line.held);
    await picture(page, '14-overview-restored');
    await goTo(page, 'History');
    expect(`${await total(page, 'history-sum')} Play money`).toBe(line.held);
  });

  test('the restored coins pay an order', async () => {
    const { page } = line.started;
    await goTo(page, 'Money');
    await page.getByRole('link', { name: 'Pay', exact: true }).click();
    await press(page, 'Order something at the play shop');
    await page.getByText('Leaves your wallet').waitFor({ timeout: PATIENCE });
    await whenPayable(page);
    await picture(page, '15-offer');
    await press(page, /^Pay 1\.50/);
    await page.getByText('Paid. The shop has confirmed it.').waitFor({ timeout: PATIENCE });
    await picture(page, '16-paid');
    await goTo(page, 'History');
    expect(await page.getByText('The lines add up to the balance, exactly.').count()).toBe(1);
    await picture(page, '17-history-paid');
  });
};

/** What was just restored may still be asked about at its issuer; the order looks again by itself once its money is here. */
const whenPayable = async (page: Page): Promise<void> => {
  await expect
    .poll(() => page.getByRole('button', { name: /^Pay 1\.50/ }).isEnabled(), { timeout: PATIENCE, interval: 500 })
    .toBe(true);
};

/** The sums of this wallet that are more than nothing. */
const balances = async (page: Page): Promise<readonly string[]> => {
  const answer = await page.evaluate(() => window.wallet.ask('wallet.overview', {}));
  if (!answer.ok) throw new Error(answer.error.kind);
  return answer.value.balances.map(({ total: sum }) => sum).filter((sum) => !/:0(\.0*)?$/.test(sum));
};

/** Takes back what a restore brought, after what that means was read. */
const undo = async (page: Page, means: string): Promise<void> => {
  await page.getByRole('button', { name: /^Undo what happened on/ }).click();
  await page.getByRole('alertdialog').getByText(means).waitFor({ timeout: PATIENCE });
  await page.getByRole('alertdialog').getByRole('button', { name: 'Undo it' }).click();
  await page.getByText(/^Undone\./).waitFor({ timeout: PATIENCE });
};

/** The restore is taken back. */
export const undoSteps = (line: Line): void => {
  test('the restore is undone: the money is gone from here, and not lost', async () => {
    const { page } = line.started;
    await goTo(page, 'Devices');
    await undo(page, 'It is not lost.');
    await picture(page, '20-undone');
    expect(await balances(page)).toEqual([]);
  });
};
