// SPDX-License-Identifier: GPL-3.0-or-later

/** Les premiers pas, et les conditions d’utilisation. */
export const begin = {
  'terms.of': 'Conditions d’utilisation de {$host :host}',
  'terms.first.new':
    'Avant le premier argent de {$host :host}, lisez ses conditions d’utilisation. Voici ses propres mots ; ce programme ne fait que les afficher.',
  'terms.first.changed':
    'Les conditions d’utilisation de {$host :host} sont nouvelles. Ce que vous y avez reste à vous ; elles valent pour tout nouvel argent de là-bas.',
  'terms.fetching': 'Les conditions d’utilisation sont demandées …',
  'terms.elsewhere': 'Elles sont écrites sous une forme qui n’est pas affichée ici. Lisez-les sous',
  'terms.agree': 'Accepter et continuer',
  'terms.goOn': 'Continuer',

  'begin.at': 'Écran {$at :integer} sur {$of :integer}',
  'begin.later': 'Plus tard',
  'begin.back': 'Retour',
  'begin.next': 'Suite : où vont les copies',
  'begin.done': 'Terminé',
  'begin.agree.title': 'Ce que vous acceptez',
  'begin.agree.issuer': 'Émis par',
  'begin.agree.sum': 'Vous virez',
  'begin.play.title': 'Votre premier argent fictif',
  'begin.play.lead':
    'Une banque et un émetteur dans ce programme. La cryptographie est réelle, l’argent ne vaut rien, et personne d’autre n’est interrogé.',
  'begin.play.agree': 'Accepter, et obtenir {$sum :amount}',
  'begin.play.do': 'Obtenir {$sum :amount}',
  'begin.money.title': 'Votre premier argent',
  'begin.money.lead':
    'Un émetteur transforme un virement de votre compte bancaire en espèces numériques dans ce portefeuille. Rien n’y est demandé avant que vous n’appuyiez.',
  'begin.money.link': 'Votre banque vous a donné un lien ?',
  'begin.money.toLink': 'L’ouvrir ici',
  'begin.money.skip': 'Continuer sans argent',
  'begin.money.look': 'Voir coûts et conditions',
  'begin.money.agree': 'Accepter, et afficher le virement',
  'begin.money.do': 'Afficher le virement',
  'begin.money.again':
    'Vous retrouverez cela dans l’historique jusqu’à ce que l’argent soit arrivé. Continuez entre-temps : avant qu’il ne soit retiré, une copie doit se trouver ailleurs.',
  'begin.issuers': 'Qui l’émet',
  'begin.issuers.note':
    'De simples suggestions : aucun n’a été joint de là où ce programme est fait, et on ne se porte garant d’aucun de la liste.',
  'begin.issuers.worthless': 'sans valeur',
  'begin.issuers.edit': 'Un autre émetteur, ou modifier cette liste',
  'begin.issuers.address': 'Son adresse',
  'begin.issuers.add': 'L’ajouter à la liste',
  'begin.issuers.hide': 'Retirer {$name :name} de la liste',
  'begin.issuers.showAll':
    '.input {$count :integer} .match $count one {{Réafficher {$count} émetteur caché}} * {{Réafficher {$count} émetteurs cachés}}',
  'begin.places.title': 'Où vont les copies',
  'begin.places.lead':
    'Si cet ordinateur tombe en panne, votre argent revient de là. Chaque emplacement reçoit une copie scellée ; la page qui l’ouvre vient ensuite.',
  'begin.places.list': 'Emplacements pour les copies',
  'begin.places.folder': 'Un dossier ou une clé USB',
  'begin.places.folder.why': 'Gratuit. De préférence sur une clé USB ou un disque hors de cet ordinateur.',
  'begin.places.none':
    'Aucun service qui prend votre monnaie n’est sur la liste. Une clé USB est un bon premier emplacement ; sous « Protection », vous pouvez ajouter tout service ou dossier web par son adresse.',
  'begin.places.draws':
    'D’abord, seul le prix est retiré de votre argent, et le reste quand les copies auront été relues.',
  'begin.places.add':
    '.input {$count :integer} .match $count 0 {{Ajouter}} 1 {{Ajouter cet emplacement}} 2 {{Ajouter les deux}} * {{Ajouter les {$count}}}',
  'begin.places.addFor':
    '.input {$count :integer} .match $count 1 {{Ajouter cet emplacement, pour au plus {$sums :list} par an}} 2 {{Ajouter les deux, pour au plus {$sums :list} par an}} * {{Ajouter les {$count}, pour au plus {$sums :list} par an}}',
  'begin.places.goOn': 'Continuer avec ceux qui ont été ajoutés',
  'begin.places.asks': 'Il demande un nom et un mot de passe ; ajoutez-le sous « Protection ».',
  'begin.places.asking': 'Demande de son prix …',
  'begin.places.adding': 'Ajout en cours …',
  'begin.places.added': 'Ajouté',
  'begin.places.drop': 'Pas celui-ci',
  'begin.places.dropThis': 'Pas celui-ci : {$name :name}',
  'begin.places.limit': 'copies jusqu’à {$size :bytes}',
  'begin.paper.title': 'Votre page, et si elle fonctionne',
  'begin.paper.lead':
    'Qui a cette page a l’argent. Assurez-vous que personne ne regarde par-dessus votre épaule, imprimez-la, puis montrez-la à la caméra.',
  'begin.paper.page': 'La page telle qu’elle s’imprime',
  'begin.paper.test': 'Le papier ramène-t-il l’argent ?',
  'begin.paper.test.words':
    'Montrez-le à la caméra, ouvrez une photo ou le PDF, ou tapez-le. Cet exercice ne change rien ici.',
  'begin.paper.test.do': 'Vérifier',
  'begin.paper.around': 'Qui a cette page a l’argent. Assurez-vous que personne ne regarde par-dessus votre épaule.',
  'begin.paper.show': 'Afficher la page',
  'begin.paper.toPlaces': 'Vers les emplacements pour les copies',
  'begin.drill.read': 'La page a été lue',
  'begin.drill.brings': 'Cette page ramène',
  'begin.drill.of': 'sur {$total :amount}',
  'begin.drill.noMoney':
    'La page est juste et mène à vos emplacements. Il n’y a pas encore d’argent qu’elle pourrait ramener ; elle sera vérifiée de nouveau quand il y en aura.',
  'begin.drill.again': 'Réessayer',
  'begin.arriving': '{$sum :amount} : en attente de votre virement',
  'begin.arriving.copy': '{$sum :amount} sont chez l’émetteur et viennent dès qu’une copie est faite',
  'begin.arriving.facts': 'Réafficher le virement',
  'begin.end.safe':
    'Gardez le papier là où vous gardez les choses importantes. Une fois par an, ou après un changement d’emplacements, vérifiez-le de nouveau.',
  'begin.end.open': 'Ce qui manque figure sous « Protection », avec un bouton pour chaque chose.',
  'begin.end.do': 'Vers mon argent',
  'begin.steps': 'Continuer écran par écran',
  'strength.label': 'À quel point elle est difficile à deviner',
  'strength.weak': 'Faible : un fichier volé serait ouvert en quelques jours. Quatre mots au hasard conviennent bien.',
  'strength.fair': 'Moyenne : il faut des années à un voleur avec un ordinateur.',
  'strength.good': 'Bonne',
  'strength.strong': 'Forte',
  'restore.stop': 'Arrêter la restauration',
  'leavePlay.title': 'Fini de jouer ?',
  'leavePlay.words':
    'Quitter l’argent fictif met fin à ce portefeuille fictif et en commence un vrai. Il ne contient rien qui vaille quelque chose.',
  'leavePlay.do': 'Quitter l’argent fictif …',
  'leavePlay.ask': 'Quitter l’argent fictif ?',
  'leavePlay.lost': 'Disparaissent avec lui : son historique, ses emplacements, sa page, et cet argent fictif :',
  'leavePlay.lostNothing':
    'Disparaissent avec lui : l’historique, les emplacements et la page de ce portefeuille fictif.',
  'leavePlay.real':
    'Il y a dans ce portefeuille de l’argent qui vaut quelque chose. Envoyez-le ou versez-le d’abord sur votre compte ; d’ici là, tout reste :',
  'leavePlay.awaited':
    'Un virement vers ce portefeuille est peut-être encore en route. Attendez-le, ou annulez-le dans l’historique, avant de partir.',
  'leavePlay.keep': 'Continuer à jouer',
  'leavePlay.confirm': 'Quitter et commencer un vrai portefeuille',
  'suggested.title': 'Services suggérés',
  'suggested.words':
    'Ce qui est proposé là où vous commencez. Rien n’est demandé à aucun avant que vous n’appuyiez, et ce que vous changez reste sur cet ordinateur.',
  'suggested.kind': 'Sorte',
  'suggested.kind.issuer': 'Émetteurs',
  'suggested.kind.place': 'Emplacements pour des copies',
  'suggested.kind.escrow': 'Emplacements pour un dépôt de confiance',
  'suggested.address': 'Adresse',
  'suggested.add': 'Ajouter à la liste',
};
