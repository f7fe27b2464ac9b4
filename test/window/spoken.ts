// SPDX-License-Identifier: GPL-3.0-or-later
import type { Page } from 'playwright-core';
import { unmarked } from '../support/pseudo.ts';
import { LANGUAGES } from '../../shared/words/words.ts';
import type { Scenario } from './fake-bridge.ts';

/** Whether the window of a fake bridge can speak `locale`: only English where the wallet never said which (it cannot be opened). */
export const canSpeak = ({ answers: { 'app.state': state } }: Scenario, locale: string): boolean =>
  locale === 'en-GB' || (state !== undefined && 'value' in state);

/** Lets the window of a fake bridge speak `locale` from now on; false where it cannot. */
export const speakAs = async (page: Page, scenario: Scenario, locale: string): Promise<boolean> => {
  if (!canSpeak(scenario, locale)) return false;
  const state = scenario.answers['app.state'];
  if (state === undefined || !('value' in state)) return true;
  await page.evaluate((wanted) => {
    (globalThis as unknown as { fakeSpeakAs: (locale: string) => void }).fakeSpeakAs(wanted);
  }, locale);
  await page.waitForFunction((wanted) => document.documentElement.lang === wanted, locale);
  return true;
};

/**
 * What a page in the pseudo-locale en-XA shows or says to a screen reader without having it from the words: every sentence of theirs
 * stands between ⟦ and ⟧. What the wallet itself answered (names, addresses, sums) and how times are written is no sentence.
 */
export const hardCoded = async (page: Page, scenario: Scenario): Promise<readonly string[]> => {
  const said = await page.evaluate(() => {
    const found: string[] = [document.title];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      // What stands in a field of several lines was typed there.
      if (!/^(?:SCRIPT|STYLE|TEXTAREA)$/.test(node.parentElement?.tagName ?? '')) found.push(node.textContent ?? '');
    }
    for (const element of document.body.querySelectorAll('*')) {
      for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-roledescription', 'aria-valuetext'])
        found.push(element.getAttribute(name) ?? '');
    }
    return found;
  });
  return unmarked(
    said.filter((text) => !RECOVERY_TEXT.test(text.trim()) && !OWN_NAMES.includes(text.trim())),
    JSON.stringify(scenario),
  ).map((text) => text.trim());
};

/** A language is called in itself wherever one is chosen. */
const OWN_NAMES: readonly string[] = Object.values(LANGUAGES);
/** The text form of the sheet is a format: the same in every language. */
const RECOVERY_TEXT = /^HOLDFAST-RECOVERY-1(?:\n|$)/;
