// SPDX-License-Identifier: GPL-3.0-or-later
import type { RecoverySheetView } from '../../../shared/view-backup.ts';
import type { Words } from '../../../shared/words/words.ts';

// What the recovery sheet says in words, the same on the page Chromium prints and on the page drawn without a window.

export type Paper = 'A4' | 'Letter';

/** The sheet's own sentences, in the order they are read, in the language it is printed in. */
export type SheetWords = {
  readonly title: string;
  readonly facts: readonly string[];
  readonly warning: string;
  readonly advice: string;
  /** what the code leaves out, where it does */
  readonly code: readonly string[];
  readonly stepsTitle: string;
  readonly steps: readonly string[];
  readonly textTitle: string;
  readonly placesTitle: string;
  /** a line for each place, or the one that says there is none */
  readonly places: readonly string[];
};

export const sheetWords = (
  { walletName, date, sheetNumber, providers, code }: RecoverySheetView,
  { t }: Words,
): SheetWords => ({
  title: t('print.title'),
  facts: [
    t('print.wallet', { name: walletName }),
    t('print.date', { date }),
    t('print.number', { number: sheetNumber.toUpperCase() }),
  ],
  warning: t('print.warning'),
  advice: t('print.advice'),
  code: code === 'secret' ? [t('print.code.secret')] : [],
  stepsTitle: t('print.steps'),
  steps: [t('print.step.install'), t('print.step.read'), t('print.step.asked'), t('print.step.checked')],
  textTitle: code === 'secret' ? t('print.text.alone') : t('print.text'),
  placesTitle: t('print.places'),
  places:
    providers.length === 0
      ? [t('print.places.none')]
      : providers
          .map(({ name, url, at }) =>
            at === undefined ? t('print.place', { name, address: url }) : t('print.place.asks', { name, address: at }),
          )
          .map(ofItsOwnDirection),
});

/** What stands between quotation marks is read in the direction of its own letters, and leaves the marks where they are (isolates, UAX 9). */
const ofItsOwnDirection = (line: string): string => line.replace(/([„“«])([^“”»]*)([“”»])/gu, '$1\u2068$2\u2069$3');

/** The lines to type, without the remark lines: a remark that wraps on paper would be typed back as a line of its own. */
export const linesToType = (text: string): string =>
  text
    .trimEnd()
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n');
