// SPDX-License-Identifier: GPL-3.0-or-later
import { isSpokenTag, localeOf } from '../../shared/words/words.ts';
import { keptLanguage } from './language.ts';
import type { AppOptions } from './options.ts';
import { settingsView } from './settings.ts';

type Marked = {
  readonly dataDirectory: string;
  readonly systemLocale: string;
  readonly shell: Pick<NonNullable<AppOptions['shell']>, 'wantsContrast'>;
};

/** What stands on the root of the page from its first moment on: how it looks, and what it speaks, so that it need not ask first. */
export const pageMark = ({ dataDirectory, systemLocale, shell }: Marked): string => {
  const speaks = localeOf(keptLanguage(dataDirectory), systemLocale);
  const contrast = settingsView({ dataDirectory, shell }).contrast === true ? 'data-contrast="true" ' : '';
  // The system's locale may be anything that a command line says; this stands in a page.
  return /^[\w-]{2,35}$/.test(speaks) && isSpokenTag(speaks) ? `${contrast}data-speaks="${speaks}" ` : contrast;
};
