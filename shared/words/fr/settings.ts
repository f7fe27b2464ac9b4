// SPDX-License-Identifier: GPL-3.0-or-later

/** La page des réglages : apparence, verrou, notifications, où le portefeuille est gardé, la version. */
export const settings = {
  'settings.title': 'Réglages',
  'settings.lead': 'Comment Holdfast se présente, qui peut l’ouvrir ici, et ce qu’il dit à qui.',

  'settings.look.title': 'Langue et apparence',
  'settings.look': 'Apparence',
  'settings.look.system': 'Comme le système',
  'settings.look.light': 'Claire',
  'settings.look.dark': 'Sombre',
  'settings.look.contrast': 'Contraste élevé',
  'settings.size': 'Taille du texte et de tout le reste',
  'settings.size.percent': '{$size :integer} %',
  'settings.size.larger': 'Plus grand',
  'settings.size.smaller': 'Plus petit',

  'lock.title': 'Verrou',
  'lock.now': 'Verrouiller maintenant',
  'lock.change': 'Changer …',
  'lock.opened.passphrase': 'S’ouvre avec votre phrase de passe.',
  'lock.opened.keychain': 'S’ouvre avec le trousseau de clés du système, pour qui est connecté sous votre nom.',
  'lock.opened.unprotected':
    'Non verrouillé : quiconque peut lire le fichier l’ouvre. C’est bien pour de l’argent fictif seulement.',
  'lock.opened.none': 'Pas encore verrouillé.',
  'lock.needs': 'Il peut être verrouillé pendant que Holdfast tourne dès qu’une phrase de passe l’ouvre.',
  'lock.after': 'Verrouiller quand personne n’a utilisé la fenêtre pendant',
  'lock.after.span': '{$span :span}',
  'lock.after.never': 'Jamais',
  'lock.sleep': 'Verrouiller quand l’ordinateur se met en veille ou que son écran est verrouillé',
  'lock.meanwhile':
    'Tant qu’il est verrouillé, rien n’est copié, payé ni reçu. L’argent en route n’est pas perdu : cela se poursuit quand le portefeuille est ouvert.',
  'lock.change.title': 'Un autre verrou',
  'lock.change.words':
    'Dès lors, seul le nouveau verrou ouvre ce portefeuille ici, et la feuille de secours comme avant. Qui a une copie plus ancienne des fichiers peut toujours ouvrir cette copie avec l’ancienne phrase de passe.',
  'lock.change.now': 'Phrase de passe actuelle',
  'lock.change.do': 'Utiliser ce verrou',
  'lock.change.done': 'Le nouveau verrou est en place.',

  'tell.title': 'Notifications',
  'tell.words':
    'Envoyées quand la fenêtre n’est pas au premier plan, et sans montants quand l’écran est verrouillé. Un portefeuille verrouillé n’envoie rien.',
  'tell.money': 'De l’argent est arrivé, ou une demande a été payée',
  'tell.taken': 'Quelqu’un a pris un de vos paiements',
  'tell.place': 'Un emplacement pour les copies attend une décision',
  'tell.safety': 'Votre argent n’est plus protégé',

  'kept.title': 'Où ce portefeuille est gardé',
  'kept.show': 'Ouvrir le dossier',
  'kept.move': 'Déplacer …',
  'kept.move.title': 'Déplacer ce portefeuille ?',
  'kept.move.words':
    'Ses fichiers sont copiés dans {$folder :file}, comparés à ceux-ci, puis supprimés ici. Si l’ordinateur s’arrête entre-temps, le portefeuille est entier à l’un des deux endroits.',
  'kept.move.sameDisk':
    'Aussi sur ce disque : {$places :places}. Un disque qui lâche emporterait le portefeuille et ces copies avec lui.',
  'kept.move.do': 'Déplacer',
  'kept.moved': 'Le portefeuille est maintenant dans {$folder :file}.',
  'kept.moved.left':
    'Quelque chose n’a pas pu être supprimé de {$folder :file}. Cela n’ouvre qu’un ancien état de ce portefeuille ; le prochain démarrage réessaie.',

  'issuers.version': 'Protocole',
  'issuers.key': 'Clé',
  'issuers.shops': 'Où son argent est accepté :',

  'about.title': 'À propos de Holdfast',
  'about.version': 'Version {$version :version}',
  'about.ask': 'Chercher une nouvelle version',
  'about.ask.words':
    'Interroge une seule adresse des auteurs de Holdfast, par votre proxy, et seulement quand vous appuyez ici. Rien ne s’installe de soi-même.',
  'about.ask.newer': 'La version {$version :version} est là. Prenez-la où vous avez pris celle-ci.',
  'about.ask.newest': 'C’est la version la plus récente.',
  'about.licences': 'Licences',
  'about.licences.lead':
    'Holdfast est un logiciel libre sous la GNU General Public License, version 3 ou ultérieure. Il contient le travail d’autres personnes :',
  'about.licences.label': 'Licences d’autres auteurs',
  'about.report': 'Écrire un rapport',
  'about.shortcuts': 'Raccourcis clavier',

  'failure.cannot-write.settings':
    'Le réglage n’a pas pu être écrit sur ce disque. Rien n’a été modifié, et aucun argent n’est en danger ; faites de la place et choisissez de nouveau.',
  'failure.not-lockable.no-passphrase':
    'Ce portefeuille s’ouvre sans phrase de passe ; il ne peut donc pas être verrouillé pendant que Holdfast tourne. Choisissez d’abord une phrase de passe.',
  'failure.not-lockable.file-changed':
    'Le fichier de clé (wallet-key.json) n’est pas celui avec lequel ce portefeuille a été ouvert. Verrouillé maintenant, il pourrait ne plus jamais s’ouvrir ; il reste donc ouvert. Remettez le fichier, ou imprimez votre feuille de secours ; verrouillez ensuite.',
  'failure.no-version.unreachable':
    'Personne n’a répondu ; on ne sait donc pas s’il y a une version plus récente. Celle-ci n’a aucun défaut pour autant ; réessayez un autre jour.',
  'failure.no-version.not-understood':
    'La réponse n’est pas de celles que Holdfast comprend ; on ne sait donc pas s’il y a une version plus récente. Rien n’a été modifié.',
  'failure.no-place.not-empty':
    'Il y a déjà quelque chose dans ce dossier. Rien n’a été déplacé ; faites un dossier vide et choisissez-le.',
  'failure.no-place.inside':
    'Ce dossier et celui de ce portefeuille sont l’un dans l’autre. Rien n’a été déplacé ; choisissez-en un autre.',
  'failure.no-place.full':
    'Il n’y a pas assez de place dans ce dossier. Rien n’a été déplacé ; faites-y de la place ou choisissez-en un autre.',
  'failure.no-place.read-only':
    'Rien ne peut être écrit dans ce dossier. Rien n’a été déplacé ; choisissez-en un autre.',
  'failure.no-place.differs':
    'Ce qui y a été copié ne se relit pas comme cela a été écrit : ce disque n’est pas fiable. Rien n’a été déplacé ; choisissez-en un autre.',
  'failure.no-place.failed':
    'Ce dossier n’a pas pu être utilisé. Rien n’a été déplacé ; vérifiez qu’il est branché, ou choisissez-en un autre.',
  'failure.no-place.play-money':
    'Ce portefeuille joue : sa banque et son émetteur sont à côté de lui. Rien n’a été déplacé ; quittez d’abord l’argent fictif.',
  'failure.no-place.not-chosen': 'Aucun dossier n’a été choisi. Rien n’a été déplacé.',

  'cli.about.settings':
    'Dit ou règle comment la fenêtre se présente et se verrouille, ce qu’elle annonce, et dans quelle langue.',
  'cli.about.lock': 'Met une autre phrase de passe, ou aucun verrou, à la place de ce qu’il y a.',
  'cli.about.version': 'Dit quelle version c’est ; avec --check, demande s’il y en a une plus récente.',
  'cli.usage.setting': '--{$option :code} prend l’une de ces valeurs : {$values :codes}. Rien n’a été modifié.',
  'cli.settings.language': 'Langue : {$language :said}',
  'cli.settings.language.system': 'Langue : comme le système.',
  'cli.settings.look': 'Apparence : {$look :said}',
  'cli.settings.size': 'Taille : {$size :integer} %',
  'cli.settings.lockAfter': 'Verrouillé après : {$after :said}',
  'cli.settings.lockOnSleep.yes': 'Verrouillé quand l’ordinateur se met en veille : oui.',
  'cli.settings.lockOnSleep.no': 'Verrouillé quand l’ordinateur se met en veille : non.',
  'cli.settings.tell': 'Annoncé : {$sorts :list}',
  'cli.settings.tell.none': 'Annoncé : rien.',
  'cli.lock.passphrase': 'Désormais, la nouvelle phrase de passe ouvre ce portefeuille, et l’ancienne non.',
  'cli.lock.unprotected': 'Désormais, ce portefeuille n’est pas verrouillé : quiconque peut lire le fichier l’ouvre.',
};
