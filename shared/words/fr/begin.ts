// SPDX-License-Identifier: GPL-3.0-or-later

/** Les premiers pas, et les conditions d’utilisation. */
export const begin: Readonly<Record<string, string>> = {
  'terms.of': 'Conditions d’utilisation de {$host :host}',
  'terms.first.new':
    'Avant le premier argent de {$host :host}, lisez ses conditions d’utilisation. Voici ses propres mots ; ce programme ne fait que les afficher.',
  'terms.first.changed':
    'Les conditions d’utilisation de {$host :host} sont nouvelles. Ce que vous y avez reste à vous ; elles valent pour tout nouvel argent de là-bas.',
  'terms.fetching': 'Les conditions d’utilisation sont demandées …',
  'terms.elsewhere': 'Elles sont écrites sous une forme qui n’est pas affichée ici. Lisez-les sous',
  'terms.agree': 'Accepter et continuer',
  'terms.goOn': 'Continuer',
};
