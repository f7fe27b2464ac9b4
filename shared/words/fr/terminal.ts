// SPDX-License-Identifier: GPL-3.0-or-later

/** Ce que demande la ligne de commande. */
export const terminal = {
  'terminal.ask': '{$question :said} [o/N] ',
  'terminal.yes': 'o oui',
};
