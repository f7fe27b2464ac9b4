// SPDX-License-Identifier: GPL-3.0-or-later
import type { Page } from 'playwright-core';
import type { FakeAnswers, Scenario } from './fake-bridge.ts';

/** What a page has asked of the wallet by this name, in order. */
export const asked = (page: Page, name: string): Promise<unknown[]> =>
  page.evaluate(
    (wanted) =>
      (globalThis as unknown as { fakeAsked: { name: string; input: unknown }[] }).fakeAsked
        .filter((each) => each.name === wanted)
        .map((each) => each.input),
    name,
  );

/** From now on the wallet answers this, and says that something has changed. */
export const answersNow = (page: Page, answers: FakeAnswers): Promise<void> =>
  page.evaluate((now) => (globalThis as unknown as { fakeSay: (more: FakeAnswers) => void }).fakeSay(now), answers);

/** Writes a link into the field and takes it. */
export const link =
  (label: string, uri: string) =>
  async (page: Page): Promise<void> => {
    await page.getByLabel(label).fill(uri);
    await page.keyboard.press('Enter');
  };

export const withAnswers = (scenario: Scenario, more: FakeAnswers): Scenario => ({
  ...scenario,
  answers: { ...scenario.answers, ...more },
});
