// SPDX-License-Identifier: GPL-3.0-or-later

/** Los primeros pasos, y las condiciones de uso. */
export const begin: Readonly<Record<string, string>> = {
  'terms.of': 'Condiciones de uso de {$host :host}',
  'terms.first.new':
    'Antes del primer dinero de {$host :host}, lea sus condiciones de uso. Abajo están sus propias palabras; este programa solo las muestra.',
  'terms.first.changed':
    'Las condiciones de uso de {$host :host} son nuevas. Lo que tiene allí sigue siendo suyo; valen para más dinero de allí.',
  'terms.fetching': 'Pidiendo las condiciones de uso …',
  'terms.elsewhere': 'Están escritas en una forma que aquí no se muestra. Léalas en',
  'terms.agree': 'Aceptar y seguir',
  'terms.goOn': 'Seguir',
};
