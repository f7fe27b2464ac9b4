// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RequestInput, RequestName, RequestOutput } from '../../shared/contract.ts';
import { addProvider, electronHere, goTo, PATIENCE, picture, press, quit, startApp, total, laterOn } from './app.ts';
import type { StartedApp } from './app.ts';
import { ensureBuilt } from './built.ts';

// Without paper, in the real window: the secret goes to three places of two forms, one of them paid; the list of places changes and
// the escrow follows; the computer is lost; on a fresh one its person comes back by country, data and two of three ways, is told
// apart from another wallet of theirs, and spends. The play economy is the world outside, so it moves along from home to home.

const here = electronHere();

describe.skipIf('why' in here)(
  'why' in here ? `escrow in the window (skipped: ${here.why})` : 'escrow in the window',
  { timeout: 3 * PATIENCE },
  () => {
    const root = mkdtempSync(join(tmpdir(), 'holdfast-escrow-'));
    let started: StartedApp;
    let before = '';
    let walletId = '';
    const start = async (home: string, from?: string): Promise<void> => {
      if (from !== undefined) {
        await quit(started);
        mkdirSync(join(root, home));
        renameSync(join(root, from, 'wallet-play-money'), join(root, home, 'wallet-play-money'));
      }
      started = await startApp('path' in here ? here.path : '', join(root, home));
    };
    beforeAll(ensureBuilt);
    afterAll(async () => {
      if (started as StartedApp | undefined) await quit(started);
      rmSync(root, { recursive: true, force: true });
    });

    test('it is set up in four steps, after the price and the terms were seen', async () => {
      await start('first');
      const { page } = started;
      await playWithPlace(page);
      await goTo(page, 'Protection');
      await page.getByRole('link', { name: 'Set up escrow' }).click();
      await fillPerson(page);
      await press(page, 'Continue');
      await addWay(page, 'An answer only you know', [
        ['Question', 'Name of the first boat?'],
        ['Answer', 'Petrel'],
      ]);
      await addWay(page, 'A code by e-mail', [['E-mail address', 'ada@example.com']]);
      await addWay(page, 'A code to your phone', [['Phone number', '+41 79 123 45 67']]);
      await press(page, 'Continue');
      const agree = page.getByRole('button', { name: /^Agree to the terms, pay [\d.]+ KUDOS and store the parts/ });
      await agree.waitFor({ timeout: PATIENCE });
      await picture(page, 'escrow-1-agree');
      await agree.click();
      await page.getByText('Escrow is up to date').waitFor({ timeout: PATIENCE });
      await picture(page, 'escrow-2-current');
      const { escrow } = await ask(page, 'escrow.status', {});
      walletId = escrow?.walletId ?? '';
      expect([
        escrow?.needed,
        escrow?.places.length,
        escrow?.places.some(({ paidUntil }) => paidUntil !== undefined),
      ]).toEqual([2, 3, true]);
    });

    test('a question is tried, and counts as tried', async () => {
      const { page } = started;
      await page.getByRole('button', { name: /^Try: An answer only you know/ }).click();
      await page.getByLabel('Answer', { exact: true }).fill('petrel');
      await press(page, 'Check');
      await page.getByText('Tried, and it works:').waitFor({ timeout: PATIENCE });
      await picture(page, 'escrow-3-tried');
    });

    test('the list of places changes, and the escrow follows', async () => {
      const { page } = started;
      const version = await leastVersion(page);
      await goTo(page, 'Protection');
      await addProvider(page, /^Paid play place/, /^Pay [\d.]+ KUDOS and add/);
      // By itself it would go to one place after the other, minutes apart; who looks does not have to wait.
      await page.getByRole('link', { name: 'See what is missing' }).click();
      await press(page, 'Bring up to date now');
      await page.getByText('Escrow is up to date').waitFor({ timeout: PATIENCE });
      expect(await leastVersion(page)).toBeGreaterThan(version);
      await goTo(page, 'Money');
      await expect.poll(async () => (await ask(page, 'backup.run', {})).reports.length, { timeout: PATIENCE }).toBe(2);
      before = await total(page, 'balance-total');
    });

    test('another wallet of the same person goes to the same places', async () => {
      await start('second', 'first');
      const { page } = started;
      await playWithPlace(page);
      await ask(page, 'wallet.rename', { wallet: 'Club of the small boats' });
      const { places } = await ask(page, 'escrow.suggested', {});
      const who = { country: 'ch', attributes: ATTRIBUTES };
      const methods = [
        { type: 'question' as const, question: 'Name of the club?', answer: 'Terns' },
        { type: 'email' as const, address: 'club@example.com' },
      ];
      const plan = await ask(page, 'escrow.quote', { ...who, methods, places: [...places] });
      await ask(page, 'escrow.setUp', {
        ...who,
        methods: methods.map((method, at) => ({ ...method, url: plan.methods[at]?.url ?? '' })),
        needed: plan.needed,
        agreedFees: [...plan.total],
        remember: false,
      });
      await expect
        .poll(async () => (await ask(page, 'escrow.status', {})).escrow?.step, { timeout: PATIENCE, interval: 1000 })
        .toBe('current');
    });

    test('on a fresh computer its person finds both wallets and takes the first', async () => {
      await start('third', 'second');
      const { page } = started;
      await press(page, 'Restore with escrow');
      await page.getByText('Anyone who can read the file').click();
      await press(page, 'Continue');
      await press(page, 'Ask its places, too');
      await fillPerson(page);
      await press(page, 'Find my wallet');
      await page.getByText('There are 2 wallets of yours.').waitFor({ timeout: PATIENCE });
      await picture(page, 'escrow-4-found');
      await page.getByRole('button', { name: new RegExp(`^This one: .*${walletId}`) }).click();
      await page.getByRole('article', { name: 'An answer only you know' }).waitFor({ timeout: PATIENCE });
      await picture(page, 'escrow-5-ways');
    });

    test('two of three ways are shown, with a restart between them', async () => {
      const question = (): Locator => started.page.getByRole('article', { name: 'An answer only you know' });
      await question().getByLabel('Answer', { exact: true }).fill('Petrel');
      await question().getByRole('button', { name: 'Check' }).click();
      await question().getByText('Done', { exact: true }).waitFor({ timeout: PATIENCE });
      await quit(started);
      started = await startApp('path' in here ? here.path : '', join(root, 'third'));
      const { page } = started;
      await page.evaluate(() => (location.hash = '#/regain'));
      await question().getByText('Done', { exact: true }).waitFor({ timeout: PATIENCE });
      const mailbox = page.getByRole('article', { name: 'A code by e-mail' });
      await mailbox.getByRole('button', { name: 'Send me the code' }).click();
      await mailbox.getByText('On its way', { exact: true }).waitFor({ timeout: PATIENCE });
      await press(page, 'Look again');
      const message = page.getByTestId('play-messages').locator('li', { hasText: 'ada@example.com' }).first();
      await message.waitFor({ timeout: PATIENCE });
      await picture(page, 'escrow-6-message');
      await mailbox.getByLabel('Code that came').fill(await message.locator('strong').innerText());
      await mailbox.getByRole('button', { name: 'Check' }).click();
      await page.getByText(/^It is you\./).waitFor({ timeout: PATIENCE });
      await picture(page, 'escrow-7-open');
    });

    test('the same money is back, and is spent', async () => {
      const { page } = started;
      await press(page, 'Restore');
      await page.getByRole('heading', { name: 'Who answered' }).waitFor({ timeout: PATIENCE });
      expect(await total(page, 'restored-total')).toBe(before);
      await picture(page, 'escrow-8-restored');
      await goTo(page, 'Money');
      await page.getByRole('link', { name: 'Pay', exact: true }).click();
      await press(page, 'Order something at the play shop');
      await page.getByText('Leaves your wallet').waitFor({ timeout: PATIENCE });
      await press(page, /^Pay 1\.50/);
      await page.getByText('Paid. The shop has confirmed it.').waitFor({ timeout: PATIENCE });
      expect(started.complaints).toEqual([]);
    });
  },
);

const ask = async <N extends RequestName>(page: Page, name: N, input: RequestInput<N>): Promise<RequestOutput<N>> => {
  const answer = await page.evaluate(
    ([asked, given]) => window.wallet.ask(asked as never, given as never) as Promise<unknown>,
    [name, input] as const,
  );
  const result = answer as { ok: boolean; value: RequestOutput<N>; error: unknown };
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

/** Play money, and one place that has a verified copy of it. */
const playWithPlace = async (page: Page): Promise<void> => {
  await press(page, 'Try with play money');
  await laterOn(page);
  await goTo(page, 'Protection');
  await addProvider(page, /^Free play place/, 'Agree and add');
  await goTo(page, 'Money');
  await page.getByRole('link', { name: 'Add money' }).click();
  await press(page, 'Get play money');
  await page.getByText('It is on its way').waitFor({ timeout: PATIENCE });
  await expect
    .poll(async () => (await ask(page, 'wallet.overview', {})).balances[0]?.available, {
      timeout: PATIENCE,
      interval: 500,
    })
    .toMatch(/^KUDOS:1\d/);
};

const ATTRIBUTES = {
  full_name: 'Ada Example',
  birthdate: '1969-07-20',
  birthplace: 'Lisbon',
  ahv_number: '756.9217.0769.85',
};

const fillPerson = async (page: Page): Promise<void> => {
  await page.getByLabel('Country whose papers you have').selectOption('ch');
  await page.getByLabel('Full name').fill(ATTRIBUTES.full_name);
  await page.getByLabel('Date of birth').fill(ATTRIBUTES.birthdate);
  await page.getByLabel('Place of birth').fill(ATTRIBUTES.birthplace);
  await page.getByLabel('AHV number (on your insurance card)').fill(ATTRIBUTES.ahv_number);
};

const addWay = async (
  page: Page,
  name: string,
  fields: readonly (readonly [label: string, value: string])[],
): Promise<void> => {
  await press(page, name);
  for (const [label, value] of fields) await page.getByLabel(label, { exact: true }).fill(value);
  await press(page, 'Add this way');
};

const leastVersion = async (page: Page): Promise<number> => {
  const { escrow } = await ask(page, 'escrow.status', {});
  if (escrow?.step !== 'current') return 0;
  return Math.min(...escrow.places.map(({ version = 0 }) => version));
};
