// SPDX-License-Identifier: GPL-3.0-or-later

/** What the command line asks. */
export const terminal = {
  'terminal.ask': '{$question :said} [y/N] ',
  /** what counts as yes, in lower case, with spaces between */
  'terminal.yes': 'y yes ن نعم',
} as const;
