// SPDX-License-Identifier: GPL-3.0-or-later
import { app } from 'electron';

/** `--lang` first, then the person's first language in the system's own list, with its region. */
export const systemLocale = (): string => {
  const wanted = app.commandLine.getSwitchValue('lang');
  return wanted === '' ? (app.getPreferredSystemLanguages()[0] ?? app.getLocale()) : wanted;
};
