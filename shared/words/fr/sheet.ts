// SPDX-License-Identifier: GPL-3.0-or-later

/** La feuille de secours, et le retour de l’argent avec elle. */
export const sheet = {
  'sheet.title': 'Feuille de secours',
  'sheet.lead': 'Une page de papier qui ramène tout, sur n’importe quel ordinateur.',
  'sheet.uninitialized':
    'Il n’y a encore rien à mettre sur une feuille : son code se crée avec le premier emplacement pour les copies.',
  'sheet.toBackup': 'Ajouter un emplacement',
  'sheet.point.owner': 'Qui lit la feuille possède l’argent.',
  'sheet.point.nobody': 'Personne ne vous la demandera jamais : ni banque, ni boutique, ni assistance.',
  'sheet.point.around':
    'Regardez autour de vous avant de l’afficher. Elle se cache d’elle-même après dix minutes et quand vous quittez cette page.',
  'sheet.point.asked':
    'Votre système vous le demande encore une fois, hors de cette page. La feuille n’est affichée que si vous y dites oui.',
  'sheet.reveal': 'Afficher la feuille',
  'sheet.hide': 'Cacher',
  'sheet.print': 'Imprimer',
  'sheet.save': 'Enregistrer en PDF',
  'sheet.paper.A4': 'Papier : A4',
  'sheet.paper.Letter': 'Papier : Letter',
  'sheet.print.first':
    'L’impression ne laisse aucun fichier sur cet ordinateur. Un fichier peut être copié par tout programme, et par un dossier synchronisé : qui peut le lire a l’argent.',
  'sheet.print.done': 'Remis à l’imprimante. Cachez la feuille ici, et relisez le papier.',
  'sheet.printed':
    'Enregistré dans {$file :file}. Imprimez-le, cachez la feuille ici et relisez le papier. Gardez le papier en lieu sûr, puis supprimez le fichier : qui le lit possède l’argent.',
  'sheet.test.title': 'Relire la feuille',
  'sheet.test.words':
    'Une feuille compte une fois relue : prenez le papier, pas cet écran, et montrez-le à la caméra, ouvrez-en une photo ou un PDF, ou tapez ses groupes. Chaque emplacement est alors interrogé sur sa copie, tout est restauré à titre d’essai, et vous voyez ce qui reviendrait. Rien ne change ici, et rien n’est envoyé.',
  'sheet.test.never': 'Aucune feuille de ce portefeuille n’a encore été relue.',
  'sheet.test.elsewhere': 'Avez-vous déjà une feuille de ce portefeuille sur papier ?',
  'sheet.test.last': 'Relue pour la dernière fois le {$at :day}.',
  'sheet.test.help':
    'Tout ce qui figure sur la page, ou une part après l’autre. Majuscules, minuscules, espaces et numéros de ligne n’ont pas d’importance.',
  'sheet.test.lines':
    'Le code est saisi. Il manque encore où sont les copies : écrivez les adresses qui figurent sur la page sous les groupes, puis recommencez la vérification. Rien n’a encore été vérifié, et votre feuille n’a aucun défaut.',
  'sheet.test.do': 'Vérifier cette feuille',

  'paper.title': 'Feuille de secours Holdfast',
  'paper.what':
    'Cette page ouvre un portefeuille qui contient de l’argent. Gardez-la avec vos objets de valeur. Personne ne vous la demandera jamais.',
  'paper.wallet': 'Portefeuille',
  'paper.date': 'Date',
  'paper.number': 'Feuille',
  'paper.secret': 'Secret de secours, en groupes numérotés',
  'paper.asks': '(demande son nom d’utilisateur et son mot de passe, qui ne sont pas sur cette page)',
  'paper.providers': 'Les copies sont gardées par',
  'paper.text': 'Texte de secours',
  'paper.preview':
    '.input {$count :integer} .match $count one {{Voici la page telle qu’elle sera imprimée.}} * {{Voici les {$count} pages telles qu’elles seront imprimées.}}',
  'paper.preview.whole': 'Voir la page entière',
  'paper.preview.large': 'Voir en grand',
  'paper.preview.page': 'Page {$at :integer} sur {$of :integer}',

  'split.title': 'Partager la feuille en plusieurs parts',
  'split.words':
    'Au lieu d’une page qui ouvre tout, vous pouvez en avoir plusieurs, dont seules quelques-unes ensemble le font. Donnez-les à des personnes ou mettez-les à des endroits sans rapport entre eux.',
  'split.count': 'Pages en tout',
  'split.needed': 'Nécessaires pour récupérer l’argent',
  'split.many': '{$count :integer} pages',
  'split.any': '{$count :integer} d’entre elles, au choix',
  'split.together': '{$needed :integer} des {$count :integer} pages ensemble sont l’argent : qui en a autant l’a.',
  'split.lose':
    '.input {$count :integer} .match $count one {{Vous pouvez perdre {$count} page.}} * {{Vous pouvez perdre {$count} pages.}}',
  'split.loseNone': 'Vous ne pouvez en perdre aucune : si une page est perdue, ces pages ne ramènent rien.',
  'split.fewer':
    '.input {$count :integer} .match $count one {{Une page seule ne révèle rien, à personne, quels que soient ses ordinateurs.}} * {{{$count} pages ou moins ne révèlent rien, à personne, quels que soient ses ordinateurs.}}',
  'split.voidsNothing':
    'Les feuilles et parts faites auparavant valent toujours autant : qui en a assez a toujours l’argent. Seul un nouveau secret y met fin.',
  'split.do': 'Faire {$count :integer} pages',
  'split.made': 'Parts faites ici',
  'split.made.one': 'Partage {$split :code} du {$at :day} : {$needed :integer} pages au choix sur {$of :integer}.',
  'split.made.untested': 'Il n’a jamais été relu.',
  'split.made.tested': 'Relu pour la dernière fois le {$at :day}.',
  'split.shown': 'Partage {$split :code} : {$count :integer} pages, dont {$needed :integer} au choix sont nécessaires.',
  'split.shown.words':
    'Elles ne sont affichées qu’une fois : imprimez-les ou enregistrez-les maintenant. Cachez-les ensuite et relisez {$needed :integer} des pages, pour savoir qu’elles sont justes, et donnez chacune à un endroit différent.',
  'split.printed':
    'Enregistré dans {$file :file}. Imprimez-le et relisez le papier. Supprimez ensuite le fichier : qui lit assez de ces pages possède l’argent.',
  'split.back': 'Revenir à la feuille entière',
  'split.print.done': 'Remis à l’imprimante. Cachez les pages ici, et relisez-en {$needed :integer}.',
  'split.print.first':
    'L’impression ne laisse aucun fichier sur cet ordinateur. Un fichier peut être copié par tout programme, et par un dossier synchronisé : qui a {$needed :integer} de ces pages a l’argent.',
  'split.printOne': 'Imprimer la page {$number :integer} seule',
  'split.saveOne': 'Enregistrer la page {$number :integer} seule en PDF',
  'share.title': 'Part {$share :integer} sur {$of :integer} d’une feuille de secours Holdfast',
  'share.what':
    'Seule, cette page ne révèle rien. {$needed :integer} de ces pages ensemble ouvrent un portefeuille qui contient de l’argent.',
  'share.split': 'Partage',
  'share.code': 'Cette part, en groupes numérotés',

  'restore.title': 'Restaurer',
  'restore.lead':
    'Tous les emplacements de la feuille sont interrogés à la fois. Ce qu’ils ont est réuni avec ce qui est ici ; rien n’est écrasé.',
  'restore.initialized':
    'Ce portefeuille a déjà ses propres copies ; un autre ne peut donc pas y être restauré. Restaurez dans un nouveau portefeuille, ou effacez d’abord celui-ci.',
  'restore.toTakeover': 'Reprendre plutôt l’autre portefeuille : son argent rejoint celui-ci',
  'restore.toComputer': 'Effacer ce portefeuille',
  'restore.text': 'Texte de secours',
  'restore.text.help':
    'Collez tout ce qui figure sur la page, l’une sous l’autre autant de parts qu’il en faut, ou un lien taler://restore/…. Majuscules, minuscules, espaces et numéros de ligne n’ont pas d’importance.',
  'restore.folders': 'Dossiers avec des copies',
  'restore.folders.help': 'Si une copie est dans un dossier ou sur une clé USB, dites où elle est sur cet ordinateur.',
  'restore.places': 'Où les copies sont gardées',
  'restore.places.help':
    'Le code seul ne le dit pas. Une adresse par ligne, comme https://sync.example.org/ ; rien ici si vous désignez un dossier.',
  'restore.asks': 'Emplacements qui demandent qui vous êtes',
  'restore.asks.help':
    'La feuille ne contient pas cela. Laissez vide là où tout le monde peut lire, ou quand une autre copie le sait.',
  'restore.addFolder': 'Choisir un dossier',
  'restore.dropFolder': 'Laisser de côté',
  'restore.dropFolder.label': 'Laisser de côté : {$folder :file}',
  'restore.do': 'Restaurer',
  'restore.pending':
    'Tous les emplacements sont interrogés, puis les émetteurs vérifient que l’argent est toujours bon. Cela peut prendre une minute.',
  'restore.leave': 'Ne plus attendre : vers la page « Argent ». Cela se poursuit de soi-même.',
  'restore.under':
    'Un portefeuille devait revenir ici, et rien n’en est encore venu. Continuez là avant d’ajouter de l’argent : dans un portefeuille qui a son propre argent, rien ne revient si simplement.',
  'restore.keepEmpty': 'Garder plutôt ce portefeuille vide',
  'restore.again':
    'Vous avez commencé à ramener un portefeuille ici, et rien n’en est encore venu. La feuille n’est pas gardée sur cet ordinateur : saisissez-la encore une fois.',
  'restore.progress.places': 'Qui répond',
  'restore.progress.money': 'Ici jusqu’à présent',
  'restore.progress.joined': 'Cet argent est déjà visible et utilisable ; le reste se poursuit à côté.',
  'restore.progress.issuers': 'Vérification auprès des émetteurs',
  'restore.asking': 'Interrogé',
  'restore.asking.why': 'Pas encore de réponse.',
  'issuer.checking': 'Vérification',
  'issuer.done': 'Vérifié',
  'issuer.silent': 'Muet',
  'issuer.progress':
    '.input {$checked :integer} .input {$of :integer} .match $of one {{{$checked} pièce vérifiée sur {$of}.}} * {{{$checked} pièces vérifiées sur {$of}.}}',
  'issuer.silent.why': 'Il ne répond pas. Ce qu’il a émis reste ici, et sera vérifié de nouveau de soi-même.',
  'restore.sources': 'Qui a répondu',
  'restore.copyFrom': 'Sa copie date du {$at :time}.',
  'restore.coins': 'Vérifié auprès des émetteurs',
  'restore.coinsChecked':
    '.input {$count :integer} .match $count one {{{$count} pièce a été vérifiée.}} * {{{$count} pièces ont été vérifiées.}}',
  'restore.coinsNoneSpent':
    '.input {$count :integer} .match $count one {{Elle n’avait pas été dépensée ailleurs.}} * {{Aucune n’avait été dépensée ailleurs.}}',
  'restore.nobodyChecked': 'Rien n’est encore vérifié : aucun émetteur n’a répondu. L’essai se répète de lui-même.',
  'restore.nothingToCheck': 'Il n’y avait pas d’argent à vérifier.',
  'restore.coinsSpent':
    '.input {$count :integer} .match $count one {{{$count} avait été dépensée ailleurs ; l’historique la montre.}} * {{{$count} avaient été dépensées ailleurs ; l’historique les montre.}}',
  'restore.exchangesSilent':
    'Ces émetteurs n’ont pas répondu ; leur argent n’est donc pas encore vérifié. Il le sera de nouveau de soi-même : {$exchanges :places}.',
  'restore.toOverview': 'Vers la page « Argent »',

  'answer.found': 'Trouvé',
  'answer.found.why': 'A une copie de ce portefeuille.',
  'answer.empty': 'Vide',
  'answer.empty.why': 'A répondu, et n’a rien de ce portefeuille.',
  'answer.silent': 'Muet',
  'answer.silent.why': 'N’a pas répondu. Il a peut-être encore une copie.',
  'answer.unusable': 'Inutilisable',
  'answer.unusable.why': 'A répondu par quelque chose que ce portefeuille ne peut pas ouvrir.',
};
