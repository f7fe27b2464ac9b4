// SPDX-License-Identifier: GPL-3.0-or-later

/** Remettre le secret à des emplacements qui le rendent à son propriétaire : quatre étapes, et où cela en est ensuite. */
export const escrowScreens = {
  'escrowPage.title': 'Dépôt de confiance',
  'escrowPage.lead':
    'Votre secret de secours en parts scellées à plusieurs emplacements. Chacun ne rend sa part qu’à qui prouve être vous ; aucun ne peut rien ouvrir seul. Il ramène votre argent sans papier.',
  'escrowPage.offer':
    'Non mis en place. Plusieurs emplacements gardent une part scellée de votre secret de secours et la rendent à qui prouve être vous : un chemin de retour même si le papier disparaît.',
  'escrowPage.open': 'Mettre en place un dépôt de confiance',
  'escrowPage.show': 'Afficher et essayer',
  'escrowPage.mend': 'Voir ce qui manque',
  'escrowPage.noCopies':
    'Il n’y a encore rien à remettre : ce portefeuille reçoit son secret de secours avec le premier emplacement pour les copies. Ajoutez-en un d’abord.',
  'escrowPage.step': 'Étape {$number :integer} sur {$of :integer} : {$step :said}',
  'escrowPage.step.person': 'Qui vous êtes',
  'escrowPage.step.ways': 'Moyens de le prouver',
  'escrowPage.step.places': 'Emplacements et prix',
  'escrowPage.step.done': 'Dépôt et essai',
  'escrowPage.next': 'Continuer',
  'escrowPage.back': 'Retour',
  'escrowPage.anew':
    'Cela remplace vos moyens de preuve et emplacements par de nouveaux. Tant que vous ne les avez pas acceptés à la fin, tout reste comme c’est.',
  'escrowPage.leave': 'Laisser comme c’est',
  'escrowPage.country': 'Pays dont vous avez les papiers',
  'escrowPage.country.other': 'Un autre pays',
  'escrowPage.country.name': '{$name :said}',
  'escrowPage.optional': '{$field :said} (peut rester vide)',

  'escrowPerson.title': 'Qui êtes-vous ?',
  'escrowPerson.words':
    'C’est avec exactement ces données que votre dépôt de confiance sera retrouvé, dans des années et sur n’importe quel ordinateur. Écrivez-les comme sur vos papiers : une lettre de plus, et rien n’est trouvé.',
  'escrowPerson.kept':
    'Elles ne quittent pas cet ordinateur : les emplacements reçoivent des nombres qui en sont tirés, et ne peuvent pas dire qui vous êtes.',

  'escrowPerson.day': 'Soit le {$day :day}.',

  'escrowWays.title': 'Comment pouvez-vous prouver que c’est vous ?',
  'escrowWays.words':
    'Choisissez des moyens de preuve qu’un voleur n’aurait pas tous à la fois. Plus tard, quelques-uns seront demandés, pas tous : l’un peut se perdre.',
  'escrowWays.add': 'Ajouter un moyen de preuve :',
  'escrowWays.hint': '{$hint :said}',
  'escrowWays.drop': 'Retirer',
  'escrowWays.drop.label': 'Retirer : {$way :said}, {$hint :name}',
  'escrowWays.few': 'Pour continuer, il faut au moins deux moyens de preuve.',
  'escrowWays.third':
    'Deux suffisent pour continuer, et les deux seront alors nécessaires. Avec un troisième, deux au choix suffiront.',
  'escrowWays.missing': 'Autres moyens de preuve, qu’aucun emplacement connu n’offre',

  'escrowPlaces.title': 'Quels emplacements gardent une part ?',
  'escrowPlaces.words':
    'Chaque emplacement garde sa part scellée. Il n’apprend votre adresse ou votre numéro que lorsque vous lui demandez un code ; il n’apprend jamais vos réponses, votre nom ni ce que contient votre portefeuille.',
  'escrowPlaces.asking': 'Les emplacements sont interrogés sur leur offre …',
  'escrowPlaces.first': 'Adresse d’un emplacement offrant le dépôt de confiance (Anastasis)',
  'escrowPlaces.another': 'Un autre emplacement',
  'escrowPlaces.help': 'Son adresse web, https://… Trois emplacements de propriétaires différents conviennent bien.',
  'escrowPlaces.calls': 'se nomme {$name :name}',
  'escrowPlaces.silent': 'Il n’a pas répondu.',
  'escrowPlaces.free': 'Gratuit',
  'escrowPlaces.yearly': '{$fee :amount} par an',
  'escrowPlaces.yearlyWay': '{$fee :amount} par an, et {$each :amount} par an pour chaque moyen de preuve',
  'escrowPlaces.ways': 'Offre : {$ways :said}.',
  'escrowPlaces.wayFee': '{$way :said} ({$fee :amount} à l’utilisation)',
  'escrowPlaces.liability': 'S’il perd votre part, il paie jusqu’à {$sum :amount}.',
  'escrowPlaces.noLiability': 'S’il perd votre part, il ne paie rien.',
  'escrowPlaces.termsAt':
    'Les conditions des emplacements se trouvent à ces adresses ; lisez-les dans votre navigateur avant d’accepter :',
  'escrowPlaces.termsOf': 'Conditions de {$place :place}',

  'escrowPlan.title': 'En tout',
  'escrowPlan.asking': 'Calcul du prix …',
  'escrowPlan.needed': 'Pour ramener votre argent',
  'escrowPlan.any':
    '.input {$needed :integer} .input {$count :integer} {{{$needed} au choix de ces {$count} suffisent}}',
  'escrowPlan.at': 'Emplacement pour : {$way :said}',
  'escrowPlan.recoveryFee': '{$fee :amount} à l’utilisation',
  'escrowPlan.thief':
    'Qui connaît vos données et {$ways :said} accède à votre argent. Il n’y a pas plus facile : avec moins de vos moyens de preuve personne n’y parvient, aucun emplacement non plus.',
  'escrowThief.question': 'connaît une de vos réponses',
  'escrowThief.email': 'lit vos courriels',
  'escrowThief.sms': 'reçoit les messages à votre numéro',
  'escrowThief.iban': 'fait des virements de votre compte',
  'escrowThief.totp': 'a votre application de codes',
  'escrowThief.post': 'ouvre vos lettres',
  'escrowThief.file': 'lit un fichier chez l’emplacement',
  'escrowPlan.cost': 'Ce que cela coûte',
  'escrowPlan.now': 'Maintenant, pour la première année',
  'escrowPlan.yearly': 'Chaque année suivante',
  'escrowPlan.paying': 'Frais de paiement, dans les deux montants',
  'escrowPlan.nothing': 'rien',
  'escrowPlan.costWords':
    'Payé avec votre propre argent, coût du paiement compris. C’est renouvelé de soi-même à ce prix au plus ; si un emplacement veut davantage, rien n’est payé et vous êtes consulté.',
  'escrowPlan.remember': 'Garder mes données dans ce portefeuille, chiffrées',
  'escrowPlan.remember.why':
    'Le dépôt de confiance suit alors de lui-même quand vos emplacements pour les copies changent. Sinon, vos données vous sont redemandées chaque fois.',
  'escrowPlan.storing':
    'Les parts sont déposées et relues. Vous pouvez quitter cette page ; cela se poursuit de soi-même.',
  'escrowPlan.do.free': 'Accepter les conditions et déposer les parts',
  'escrowPlan.do.paid': 'Accepter les conditions, payer {$total :said} et déposer les parts',

  'escrowStep.current': 'Le dépôt de confiance est à jour',
  'escrowStep.uploading': 'Dépôt des parts',
  'escrowStep.behind': 'Le dépôt de confiance est en retard',
  'escrowStep.wants-data': 'Vos données sont de nouveau nécessaires',
  'escrowStepWhy.current':
    '.input {$needed :integer} .input {$count :integer} .input {$places :integer} .match $places one {{{$needed} moyens de preuve au choix sur {$count} ramènent votre portefeuille ; {$places} emplacement a l’état le plus récent.}} * {{{$needed} moyens de preuve au choix sur {$count} ramènent votre portefeuille ; {$places} emplacements ont l’état le plus récent.}}',
  'escrowStepWhy.uploading':
    '.input {$needed :integer} .input {$count :integer} .input {$places :integer} .match $places one {{Jusqu’ici, {$places} emplacement a sa part. Quand tous auront la leur, {$needed} moyens de preuve au choix sur {$count} ramèneront votre portefeuille.}} * {{Jusqu’ici, {$places} emplacements ont leur part. Quand tous auront la leur, {$needed} moyens de preuve au choix sur {$count} ramèneront votre portefeuille.}}',
  'escrowStepWhy.behind':
    '.input {$needed :integer} .input {$count :integer} .input {$places :integer} .match $places 0 {{Quelque chose a changé, et aucun emplacement ne l’a encore. Ce qu’ils avaient avant ouvre toujours votre portefeuille, avec {$needed} moyens de preuve sur {$count}. Aucun argent n’est perdu par là.}} one {{Quelque chose a changé, et seul {$places} emplacement l’a déjà. Ce que les autres avaient avant ouvre toujours votre portefeuille, avec {$needed} moyens de preuve sur {$count}. Aucun argent n’est perdu par là.}} * {{Quelque chose a changé, et seuls {$places} emplacements l’ont déjà. Ce que les autres avaient avant ouvre toujours votre portefeuille, avec {$needed} moyens de preuve sur {$count}. Aucun argent n’est perdu par là.}}',
  'escrowStepWhy.wants-data':
    '.input {$needed :integer} .input {$count :integer} .input {$places :integer} .match $places 0 {{Quelque chose a changé, et le dépôt de confiance ne peut pas suivre sans vos données. Ce que les emplacements avaient avant ouvre toujours votre portefeuille, avec {$needed} moyens de preuve sur {$count}.}} one {{Quelque chose a changé, et le dépôt de confiance ne peut pas suivre sans vos données ; {$places} emplacement a l’état le plus récent. Ce que les autres avaient avant ouvre toujours votre portefeuille, avec {$needed} moyens de preuve sur {$count}.}} * {{Quelque chose a changé, et le dépôt de confiance ne peut pas suivre sans vos données ; {$places} emplacements ont l’état le plus récent. Ce que les autres avaient avant ouvre toujours votre portefeuille, avec {$needed} moyens de preuve sur {$count}.}}',

  'escrowNow.wantsMethods': 'Refaire le dépôt de confiance',
  'escrowNow.places': 'Emplacements du dépôt de confiance',
  'escrowNow.current': 'À jour',
  'escrowNow.behind': 'En retard',
  'escrowNow.untried': 'Essayez une fois un moyen de preuve : vous saurez alors que vous pouvez.',
  'escrowNow.coming': 'Pas encore',
  'escrowNow.stored': 'Déposé',
  'escrowNow.before': 'Déposé avant la restauration de ce portefeuille',
  'escrowNow.never': 'Rien de déposé encore',
  'escrowNow.paidUntil': 'payé jusqu’au',
  'escrowNow.keptUntil': 'gardé gratuitement jusqu’au',
  'escrowNow.allPaid': 'Payé jusqu’au {$until :day} au moins.',
  'escrowNow.ways': 'Moyens de prouver que c’est vous',
  'escrowNow.wayAt': 'chez {$place :place}',
  'escrowNow.update': 'Mettre à jour maintenant',
  'escrowNow.goOn': 'Continuer maintenant',
  'escrowNow.agree': 'Accepter {$total :said} et mettre à jour',
  'escrowNow.updating':
    'Les emplacements sont interrogés. Cela peut prendre une minute ; vous pouvez quitter cette page.',
  'escrowNow.anew': 'Refaire entièrement',
  'escrowNow.change': 'Changer les moyens ou les emplacements …',
  'escrowNow.more': 'À propos de ce dépôt de confiance',
  'escrowNow.country': 'Pays',
  'escrowNow.number': 'Numéro de ce portefeuille',
  'escrowNow.agreed': 'Accepté par an',
  'escrowNow.person': 'Vos données',
  'escrowNow.person.kept': 'gardées ici, chiffrées',
  'escrowNow.person.asked': 'non gardées ; elles vous sont demandées chaque fois',

  'escrowAsks.no-consent':
    'Il demande un paiement, et aucun prix n’a été accepté sur cet ordinateur. Rien n’a été payé.',
  'escrowAsks.fee-above-cap':
    'Il demande {$fee :amount}, et vous avez accepté au plus {$cap :amount}. Rien n’a été payé.',
  'escrowAsks.order-differs':
    'Il annonce {$announced :amount} et demande {$asked :amount}. Rien n’a été payé ; il sera interrogé de nouveau plus tard.',
  'escrowAsks.paid-already':
    'Il demande un autre paiement alors qu’il est payé jusqu’au {$until :day}. Rien n’a été payé.',
  'escrowAsks.paid-unconfirmed':
    'Payé et non confirmé : il a pris {$taken :amount} pour la commande {$orderId :name} et le nie. Rien de plus ne lui est payé. Montrez-lui la commande.',
  'escrowAsks.clock-differs':
    'L’horloge de cet ordinateur dit {$here :time}, et cet emplacement dit {$there :time}. Rien n’a été payé : réglez l’horloge, et la prochaine année sera payée le moment venu.',
  'escrowAsks.too-many-orders': 'Il a demandé un paiement après l’autre. Rien de plus n’a été payé.',

  'escrowUpdate.title': 'Vos données, encore une fois',
  'escrowUpdate.words':
    'Écrivez-les exactement comme lors de la mise en place du dépôt de confiance. Elles servent cette seule fois et ne sont pas gardées.',

  'escrowTry.words':
    'Un moyen de preuve essayé est un moyen qui marche. Essayer une question ou une application de codes ne coûte rien et ne touche pas aux autres ; les codes envoyés ne sont pas essayés.',
  'escrowTry.open': 'Essayer',
  'escrowTry.open.label': 'Essayer : {$way :said}, {$hint :name}',
  'escrowTry.do': 'Vérifier',
  'escrowTry.right': 'C’est juste : ce moyen de preuve fonctionne.',
  'escrowTry.wrong':
    'Ce n’est pas juste. Revoyez-le avant d’en avoir besoin ; en cas de doute, refaites le dépôt de confiance.',
  'escrowTry.tried': 'Essayé, et il fonctionne :',
  'escrowTry.close': 'Fermer',

  'escrowForget.open': 'Mettre fin au dépôt de confiance …',
  'escrowForget.title': 'Mettre fin au dépôt de confiance ?',
  'escrowForget.do': 'Y mettre fin',
  'escrowForget.words':
    'Plus rien n’y est déposé, renouvelé ni payé. Ce que les emplacements ont reste tant que c’est payé ; personne d’autre que vous ne peut l’ouvrir.',
  'escrowForget.done': 'Le dépôt de confiance a pris fin ; plus rien n’y suit.',
  'escrowForget.kept': '{$place :place} garde ce qu’il a tant que c’est payé.',
  'escrowForget.keptUntil': '{$place :place} garde ce qu’il a jusqu’au {$until :day}.',
  'escrowForget.paper': 'Dès lors, seule votre feuille de secours ramène votre argent.',

  'playMessages.title': 'Messages pour vous',
  'playMessages.words':
    'Avec l’argent fictif, aucun téléphone ne sonne et aucun courriel n’arrive. Ce que les emplacements fictifs envoient s’affiche ici.',
  'playKeeper.free': 'Gardien fictif gratuit',
  'playKeeper.paid': 'Gardien fictif payant',
  'playKeeper.other': 'Autre gardien fictif',
  'playMessages.look': 'Regarder de nouveau',
  'playMessages.none': 'Rien n’a encore été envoyé.',
  'playMessages.to': 'À {$address :name}, de la part de',
};
