// SPDX-License-Identifier: GPL-3.0-or-later

/** Le cadre autour de tout : démarrage, verrou, pages, champs, cet ordinateur. */
export const frame = {
  'app.opening': 'Ouverture du portefeuille …',
  'app.cannotOpen': 'Ce portefeuille ne peut pas être ouvert maintenant',
  'app.waiting': 'Un instant …',
  'app.details': 'Détails',
  'app.skip': 'Aller au contenu de la page',

  'nav.label': 'Pages',
  'nav.money': 'Argent',
  'nav.history': 'Historique',
  'nav.protection': 'Protection',
  'nav.settings': 'Réglages',
  'nav.playMoney': 'Argent fictif',
  'nav.unprotected': 'Non verrouillé',

  'amount.malformed': 'Écrivez un montant comme 20 ou {$example :said}.',
  'amount.parts':
    'Écrivez {$typed :name} avec une virgule ou un point, comme 0,5 : fractions et puissances peuvent se lire de plusieurs façons.',
  'amount.sign': 'Écrivez {$typed :name} sans signe : ce qui est payé ou reçu est toujours plus que zéro.',
  'amount.decimals': 'Un montant a au plus 8 chiffres après la virgule, comme {$example :said}.',
  'amount.marks':
    'Les signes entre les chiffres de {$typed :name} ne disent pas un seul montant. Écrivez-le sans signe entre les milliers, comme 1250 ou {$example :said}.',
  'amount.letters':
    '{$typed :name} contient quelque chose qui n’est pas d’un montant. Écrivez seulement des chiffres, comme 20 ou {$example :said}.',
  'amount.which': '{$typed :name} peut vouloir dire deux montants. Lequel voulez-vous dire ?',
  'amount.readings': 'Quel montant est voulu',
  'amount.tooLarge': 'Ce montant est trop grand pour tout portefeuille Taler.',
  'amount.otherCurrency': 'Le montant doit être en {$currency :currency}.',
  'amount.zero': 'Le montant doit être plus que zéro.',

  'onward.bringIn': 'Faire venir un autre portefeuille',
  'onward.devices': 'Appareils',
  'onward.devices.words': 'Qui d’autre connaît ce portefeuille, et comment il passe à un autre appareil.',
  'onward.restore': 'Restaurer',
  'onward.restore.words': 'Un de vos portefeuilles revient avec sa feuille de secours.',
  'onward.regain': 'Restaurer par le dépôt de confiance',
  'onward.regain.words': 'Sans papier, en prouvant que c’est vous.',
  'onward.takeover': 'Reprendre un portefeuille',
  'onward.takeover.words': 'L’argent d’un autre de vos portefeuilles vient dans celui-ci.',
  'onward.import': 'Du portefeuille de GNU Taler',
  'onward.import.words': 'Par son lien, son texte de secours ou un fichier de sauvegarde.',
  'way.history': 'Vers l’historique',
  'way.send': 'Envoyer de l’argent',
  'confirm.keep': 'Garder',

  'copy.do': 'Copier',
  'copy.done': 'Copié',
  'copy.aMinute': 'Copié pour une minute',
  'copy.refused': 'Copie impossible',
  'copy.label': 'Copier : {$what :said}',

  'first.title': 'Des espèces numériques qui survivent à votre ordinateur',
  'first.lead':
    'Holdfast garde des espèces numériques GNU Taler et en met des copies chiffrées à des emplacements de votre choix. Une feuille imprimée ramène tout.',
  'first.play.title': 'Regarder d’abord',
  'first.play.words':
    'Une banque, un émetteur, une boutique et des emplacements pour les copies tournent dans ce programme. Pas de réseau, pas d’argent réel.',
  'first.play.do': 'Essayer avec de l’argent fictif',
  'first.new.title': 'Créer un portefeuille',
  'first.new.words': 'Pour de vraies espèces numériques, de n’importe quel émetteur Taler.',
  'first.new.do': 'Créer un portefeuille',
  'first.restore.title': 'Restaurer un portefeuille',
  'first.restore.words': 'Avec une feuille de secours, sur cet ordinateur.',
  'first.restore.do': 'Restaurer avec une feuille',
  'first.restore.sheet':
    'D’abord la feuille. Dès qu’elle est lisible, vous choisissez comment le portefeuille est verrouillé ici ; puis ses emplacements sont interrogés. Rien n’est écrit avant.',
  'first.restore.lock': 'La feuille est lisible. Comment le portefeuille restauré est-il verrouillé ici ?',
  'first.regain.title': 'Restaurer par le dépôt de confiance',
  'first.regain.words': 'Sans papier : en prouvant que c’est vous.',
  'first.regain.do': 'Restaurer par le dépôt de confiance',
  'first.where': 'Version {$version :version}. Ce portefeuille sera gardé dans {$directory :file}.',

  'protection.label': 'Qui peut ouvrir ce portefeuille sur cet ordinateur ?',
  'protection.passphrase': 'Qui connaît une phrase de passe',
  'protection.passphrase.why':
    'Vous la tapez quand Holdfast démarre et avant que la feuille de secours ne s’affiche. Personne ne peut la réinitialiser ; la feuille peut la remplacer.',
  'protection.keychain': 'Qui est connecté sous votre nom',
  'protection.keychain.why': 'Le trousseau de clés du système garde la clé. Rien à taper.',
  'protection.keychain.missing': 'Ce système n’a pas de trousseau de clés auquel Holdfast puisse se fier.',
  'protection.unprotected': 'Quiconque peut lire le fichier',
  'protection.unprotected.why': 'Aucun verrou. Seulement pour l’argent fictif.',
  'protection.passphrase.field': 'Phrase de passe',
  'protection.passphrase.again': 'Phrase de passe, encore une fois',
  'protection.passphrase.short':
    'Utilisez au moins {$length :integer} caractères ; quatre mots au hasard conviennent bien.',
  'protection.passphrase.different': 'Les deux phrases de passe sont différentes.',
  'protection.back': 'Retour',
  'protection.do': 'Créer',
  'protection.next': 'Continuer',

  'locked.title': 'Ce portefeuille est verrouillé',
  'locked.passphrase': 'Phrase de passe',
  'locked.do': 'Ouvrir',
  'locked.lost':
    'Phrase de passe perdue ? Avec la feuille de secours, l’argent peut être restauré dans un nouveau portefeuille.',
  'locked.sheet.open': 'Ouvrir avec la feuille de secours …',
  'locked.sheet.words':
    'Phrase de passe perdue ? La feuille de secours de ce portefeuille l’ouvre, et vous choisissez un nouveau verrou. Rien ne change dans le portefeuille.',
  'locked.sheet.title': 'Ouvrir avec la feuille de secours',
  'locked.sheet.help':
    'De HOLDFAST-RECOVERY-1 à END, de la feuille de ce portefeuille même. Elle ne sert que sur cet ordinateur.',
  'locked.sheet.next': 'Choisir le nouveau verrou',
  'locked.sheet.lock': 'Comment ce portefeuille est verrouillé désormais',

  'steps.title': 'Protégé en quatre étapes',
  'steps.done': '(fait)',
  'steps.waiting': '(en route)',
  'steps.waiting.why': 'En route.',
  'steps.money': 'De l’argent',
  'steps.money.why': 'Il paie les emplacements.',
  'steps.provider': 'Un emplacement pour les copies',
  'steps.provider.why': 'Un service, ou un dossier à vous.',
  'steps.copy': 'Une copie vérifiée',
  'steps.copy.why': 'Relue et comparée.',
  'steps.sheet': 'Feuille relue',
  'steps.sheet.why': 'Elle ouvre vos copies.',

  'sum.currency': 'Monnaie',
  'sum.noExchange':
    'Ce portefeuille ne connaît encore aucun émetteur : ajoutez d’abord de l’argent, ou collez une adresse.',

  'computer.language': 'Langue',
  'computer.language.system': 'Comme le système : {$language :said}',
  'computer.language.example': 'Dates et montants s’écrivent ainsi : {$at :time} · {$sum :amount}',
  'names.title': 'Noms',
  'names.wallet': 'Nom de ce portefeuille',
  'names.wallet.help': 'Il figure sur la feuille de secours, pour distinguer deux feuilles.',
  'names.device': 'Nom de cet appareil',
  'names.device.help': 'Les autres appareils de ce portefeuille l’appellent ainsi.',
  'names.do': 'Enregistrer les noms',
  'names.done': 'C’est noté. Les feuilles imprimées désormais le disent.',
  'issuers.title': 'Émetteurs connus de ce portefeuille',
  'issuers.issues': 'Émet {$currency :currency}.',
  'issuers.named': 'Il appelle cet argent {$name :quote}.',
  'computer.erase.title': 'Effacer ce portefeuille',
  'computer.erase.words':
    'Retire le portefeuille de cet ordinateur. Les copies dans ses emplacements restent, et qui a sa feuille de secours peut les ramener.',
  'computer.erase.open': 'Effacer …',
  'computer.erase.lost': 'Effacer ferait perdre {$sums :list}.',
  'computer.erase.confirm':
    'Seul ce qui ramène aux copies défait cela : la feuille de secours, ou un dépôt de confiance. Il revient ce que les copies contiennent.',
  'computer.erase.final':
    'On ne connaît aucun emplacement qui ait une copie de ce portefeuille. Sans copie, rien ne défait cela.',
  'computer.erase.saving':
    'Les dernières modifications sont d’abord sauvegardées. Si vous effacez avant la fin, elles disparaissent.',
  'computer.erase.unsaved':
    'Tous les emplacements n’ont pas les dernières modifications. Si seul l’un de ceux-là répond lors d’une restauration, le portefeuille revient tel qu’il était avant elles : ce que vous avez retiré ou oublié est de nouveau là.',
  'computer.erase.type': 'Tapez « {$words :said} »',
  'computer.erase.typed': 'tout effacer',
  'computer.erase.do': 'Tout effacer',

  'time.never': 'pour toujours',
};
