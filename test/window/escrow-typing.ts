// SPDX-License-Identifier: GPL-3.0-or-later
import type { Page } from 'playwright-core';
import { press } from './pages-look.ts';

// What a person types who sets an escrow up.

/** The first screen: who it is. */
export const person = async (page: Page): Promise<void> => {
  await page.getByLabel('Country whose papers you have').selectOption('ch');
  await page.getByLabel('Full name').fill('Ada Example');
  await page.getByLabel('Date of birth').fill('1969-07-20');
  await page.getByLabel('AHV number (on your insurance card)').fill('756.9217.0769.85');
};

/** The second one, with two ways. */
export const ways = async (page: Page): Promise<void> => {
  await person(page);
  await page.getByLabel('Place of birth').fill('Lisbon');
  await press(page, 'Continue');
  await press(page, 'An answer only you know');
  await page.getByLabel('Question', { exact: true }).fill('Name of the first boat?');
  await page.getByLabel('Answer', { exact: true }).fill('Petrel');
  await press(page, 'Add this way');
  await press(page, 'A code by e-mail');
  await page.getByLabel('E-mail address').fill('ada@example.com');
  await press(page, 'Add this way');
};

/** The same with a third way. */
export const third = async (page: Page): Promise<void> => {
  await ways(page);
  await press(page, 'A code to your phone');
  await page.getByLabel('Phone number').fill('+41 79 123 45 67');
  await press(page, 'Add this way');
};
