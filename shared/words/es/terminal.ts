// SPDX-License-Identifier: GPL-3.0-or-later

/** Lo que pregunta la línea de órdenes. */
export const terminal = {
  'terminal.ask': '{$question :said} [s/N] ',
  'terminal.yes': 's si sí',
};
