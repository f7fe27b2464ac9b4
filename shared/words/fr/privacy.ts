// SPDX-License-Identifier: GPL-3.0-or-later

/** Ce que peuvent apprendre ceux qui gardent des copies, et par qui on les joint. */
export const privacy = {
  'privacy.title': 'Traces',
  'privacy.level': 'Les copies se font',
  'privacy.level.prompt': 'peu après chaque modification',
  'privacy.level.quiet': 'à un rythme régulier (moins de traces)',
  'privacy.hours': 'Heures entre deux copies',
  'privacy.words.prompt': 'Qui garde vos copies voit quand quelque chose a été fait ici, mais pas quoi.',
  'privacy.words.quiet':
    'Qui garde vos copies en voit une nouvelle toutes les quelques heures, que quelque chose ait été fait ou non. Votre argent est aussi sûr : ce qui serait perdu avec cet ordinateur est copié d’abord, comme avant.',
  'privacy.proxy': 'Proxy',
  'privacy.proxy.help':
    'Par exemple socks5://127.0.0.1:9050 pour Tor. Vide : comme le système le dit. « direct » : aucun. Ce réglage n’est gardé que sur cet ordinateur.',
  'privacy.place': 'Un proxy pour cet emplacement seul',
  'privacy.place.help':
    'Vide : comme pour tout le reste. Avec le sien, cet emplacement et les autres ne voient pas la même adresse.',
  'privacy.do': 'Utiliser cela',
  'privacy.done': 'C’est noté.',
  'failure.no-proxy':
    'Ce n’est pas un proxy. Cela ressemble à socks5://hôte:port ou http://hôte:port. Rien n’a été modifié.',
  'cli.about.privacy': 'Dit ou règle quand les copies se font, et par quel proxy elles passent.',
  'cli.privacy.quiet':
    'Discret : une copie toutes les {$hours :integer} heures, à un tiers près, que quelque chose ait changé ou non.',
  'cli.privacy.prompt': 'Les copies se font peu après chaque modification.',
  'cli.privacy.proxy': 'Proxy : {$proxy :address}',
  'cli.privacy.system': 'Proxy : comme le dit l’environnement.',
  'cli.privacy.place': '{$place :place} : {$proxy :address}',
};
