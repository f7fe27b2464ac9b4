// SPDX-License-Identifier: GPL-3.0-or-later
import type { terminal as english } from '../en/terminal.ts';

/** Was die Befehlszeile fragt. */
export const terminal: Readonly<Record<keyof typeof english, string>> = {
  'terminal.ask': '{$question :said} [j/N] ',
  'terminal.yes': 'j ja y yes',
};
