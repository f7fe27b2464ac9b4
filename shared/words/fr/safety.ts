// SPDX-License-Identifier: GPL-3.0-or-later

/** À quel point l’argent est sûr, que faire ensuite, et ce qu’a montré la relecture d’une feuille. */
export const safety = {
  'chain.label': 'Comment ce portefeuille est gardé',
  'chain.here': 'Cet ordinateur',
  'chain.noPlace': 'Aucun emplacement',
  'chain.places': '.input {$places :integer} .match $places one {{{$places} emplacement}} * {{{$places} emplacements}}',
  'chain.counted':
    '.input {$places :integer} .match $places one {{{$counted :integer} sur {$places} emplacement}} * {{{$counted :integer} sur {$places} emplacements}}',
  'chain.paper': 'Votre feuille',
  'chain.noCopy': 'pas de copie',
  'chain.copied': 'copie du {$at :time}',
  'chain.untested': 'non vérifiée',
  'chain.tested': 'vérifiée le {$at :day}',
  'chain.sheetTested': 'feuille vérifiée le {$at :day}',

  'safetyState.nothing': 'Encore rien ici',
  'safetyState.not-protected': 'Non protégé',
  'safetyState.at-risk': 'En danger',
  'safetyState.payment-due': 'Paiement à décider',
  'safetyState.stopped': 'Arrêté ici',
  'safetyState.syncing': 'Sauvegarde en cours',
  'safetyState.protected': 'Protégé',

  'safetyStep.add-money': 'Ajouter de l’argent',
  'safetyStep.add-place': 'Ajouter un emplacement pour les copies',
  'safetyStep.copy-now': 'Faire des copies maintenant',
  'safetyStep.show-sheet': 'Afficher la feuille de secours',
  'safetyStep.test-sheet': 'Relire la feuille',
  'safetyStep.print-sheet': 'Imprimer une nouvelle feuille',
  'safetyStep.decide': 'Décider',
  'safetyStep.continue-here': 'Continuer ici',
  'safetyStep.rehearse-escrow': 'Essayer le dépôt de confiance',
  'safetyStep.update-escrow': 'Mettre à jour le dépôt de confiance',
  'safetyStep.test-again': 'Vérifier de nouveau la feuille',

  'safety.nothing': 'Ajoutez de l’argent pour commencer.',
  'safety.no-money':
    'Il n’y a pas encore d’argent ici. Des copies et une feuille relue le protégeront dès qu’il arrivera.',
  'safety.no-place':
    'Si cet ordinateur tombait en panne maintenant, {$lost :said} seraient perdus : aucune copie n’est conservée nulle part.',
  'safety.no-copy':
    'Si cet ordinateur tombait en panne maintenant, {$lost :said} seraient perdus : aucun emplacement n’a de copie vérifiée.',
  'safety.no-paper':
    'Si cet ordinateur tombait en panne maintenant, {$lost :said} seraient perdus : seule une feuille de secours ouvre les copies, et aucune n’a encore été relue ici.',
  'safety.only-here':
    '{$lost :said} sur {$all :said} ne sont que sur cet ordinateur. La dernière copie vérifiée date du {$at :time}.',
  'safety.paper-outdated':
    'Ce que vous avez relu le {$tested :day} ne mène à aucune copie. Relisez une feuille entière, avec ses adresses, ou imprimez-en une nouvelle.',
  'safety.paper-outdated+lost': 'Si cet ordinateur tombait en panne maintenant, {$lost :said} seraient perdus.',
  'safety.paper-behind':
    'La feuille que vous avez vérifiée le {$tested :day} ne ramène pas {$lost :said} : cet argent n’est que dans des copies à des emplacements qu’elle ne nomme pas.',
  'safety.escrow-outdated':
    'Le dépôt de confiance que vous avez essayé le {$tested :day} ne mène à aucune copie. Mettez-le à jour.',
  'safety.escrow-outdated+lost': 'Si cet ordinateur tombait en panne maintenant, {$lost :said} seraient perdus.',
  'safety.escrow-behind':
    'Le dépôt de confiance que vous avez essayé le {$tested :day} ne ramène pas {$lost :said} : cet argent n’est que dans des copies à des emplacements qu’il ne nomme pas.',
  'safety.unread':
    'Depuis la restauration de ce portefeuille, rien n’a été lu chez {$places :places}. Ce que seules ces copies contiennent n’est pas encore ici, et elles ne comptent pas.',
  'safety.copy-gone': 'La copie qui s’y trouvait a disparu : {$places :places}.',
  'safety.drill-failed': 'L’exercice du {$at :time} n’a pas ramené ce qu’il devait.',
  'safety.drill-failed+lacking': 'Il manquait : {$lacking :said}.',
  'safety.drill-failed+places': 'Ce qui y était conservé a disparu ou est trop ancien : {$places :places}.',
  'safety.all-silent':
    '.input {$places :integer} .match $places one {{L’emplacement qui conserve les copies ne répond pas. Son contenu a été relu pour la dernière fois le {$at :time}.}} * {{Aucun des {$places} emplacements qui conservent des copies ne répond. Leur contenu a été relu pour la dernière fois le {$at :time}.}}',
  'safety.too-few-places':
    '.input {$there :integer} .match $there one {{Vous voulez {$wanted :integer} copies, et il y a {$there} emplacement.}} * {{Vous voulez {$wanted :integer} copies, et il y a {$there} emplacements.}}',
  'safety.long-unread':
    'Pour {$thin :said}, trop peu de copies comptent : ce qui se trouve chez {$places :places} a été relu pour la dernière fois le {$at :day} et a pu disparaître depuis.',
  'safety.too-few-copies': '{$thin :said} sont dans moins de copies que les {$wanted :integer} que vous voulez.',
  'safety.place-asks': '{$place :place} : {$why :said}',
  'safety.year-over':
    '{$place :place} a promis de garder la copie jusqu’au {$until :day}. Elle peut y être supprimée à tout moment et ne compte pas.',
  'safety.year-ends':
    '.input {$days :integer} .match $days one {{{$place :place} est payé jusqu’au {$until :day} : il reste {$days} jour, et la prochaine année n’est pas encore payée.}} * {{{$place :place} est payé jusqu’au {$until :day} : il reste {$days} jours, et la prochaine année n’est pas encore payée.}}',
  'safety.stands-still': '{$standing :said}',
  'safety.saving':
    'La dernière modification est en cours de sauvegarde ; cela peut prendre quelques minutes. Tout l’argent est déjà dans une copie.',
  'safety.protected':
    '.input {$places :integer} .match $places one {{Tout l’argent est dans une copie à {$places} emplacement, relue le {$at :time} ; feuille vérifiée le {$tested :day}.}} * {{Tout l’argent est dans des copies à {$places} emplacements, relues le {$at :time} ; feuille vérifiée le {$tested :day}.}}',
  'safety.protected+away':
    '.input {$away :integer} .match $away one {{Cet emplacement n’est pas joignable en ce moment.}} * {{Aucun d’eux n’est joignable en ce moment.}}',
  'safety.protected-by-escrow':
    '.input {$places :integer} .match $places one {{Tout l’argent est dans une copie à {$places} emplacement, relue le {$at :time} ; dépôt de confiance essayé le {$tested :day}.}} * {{Tout l’argent est dans des copies à {$places} emplacements, relues le {$at :time} ; dépôt de confiance essayé le {$tested :day}.}}',
  'safety.protected-by-escrow+away':
    '.input {$away :integer} .match $away one {{Cet emplacement n’est pas joignable en ce moment.}} * {{Aucun d’eux n’est joignable en ce moment.}}',
  'safety.lost-arriving':
    'Dont {$sums :said} encore en route, qui seraient perdus avec lui, car seul cet ordinateur peut les recueillir.',
  'safety.waits-for-place':
    'L’argent qui arrive attend chez son émetteur jusqu’à ce que vous ajoutiez un emplacement pour les copies.',
  'safety.waits-for-copy': 'L’argent qui arrive attend chez son émetteur jusqu’à ce qu’il y ait une copie.',
  'safety.not-saved':
    'Les modifications plus récentes de l’historique ne sont pas encore sauvegardées ; la copie la plus récente date du {$at :time}.',
  'safety.not-connected': '{$place :place} n’est pas branché ; son contenu a été relu le {$at :time}.',
  'safety.not-answering':
    '{$place :place} ne répond plus depuis le {$since :time} ; son contenu a été relu le {$at :time}.',
  'safety.paper-lacks': 'Votre feuille du {$tested :day} mène toujours à tout ; elle ne connaît pas {$places :places}.',
  'safety.drill-again':
    'Le dernier exercice de restauration date du {$at :day} : cherchez votre feuille et vérifiez de nouveau la sauvegarde.',
  'safety.paper-alone-lacks':
    'Votre feuille du {$tested :day} ne ramène pas à elle seule {$lost :said} ; le dépôt de confiance, si.',
  'safety.rehearse-again':
    'Le dépôt de confiance a été essayé pour la dernière fois le {$tested :day} : essayez de nouveau ses moyens de preuve.',
  'safety.escrow-unrehearsed':
    '.input {$ways :integer} .match $ways one {{Il y a un dépôt de confiance. Essayez encore un de ses moyens de preuve ; il comptera alors comme une feuille relue.}} * {{Il y a un dépôt de confiance. Essayez encore {$ways} de ses moyens de preuve ; il comptera alors comme une feuille relue.}}',
  'safety.escrow-not-current':
    'Il y a un dépôt de confiance, mais aucun de ses emplacements n’a ce dont ce portefeuille a besoin maintenant ; il ne compte donc pas.',
  'safety.escrow-newer':
    'Il y a un dépôt de confiance qui exige un Holdfast plus récent. Il est gardé tel quel, et ne compte pas ici.',
  'safety.test-again': 'La feuille a été vérifiée pour la dernière fois le {$tested :day} : cherchez-la et relisez-la.',

  'sheetTest.brings-all': 'Cette feuille ramène tout.',
  'sheetTest.not-all': 'C’est la bonne feuille, mais elle ne ramène pas {$lost :said}.',
  'sheetTest.leads-nowhere':
    'C’est le bon secret, mais aucun emplacement nommé ici n’a de copie maintenant. Imprimez la feuille d’aujourd’hui et relisez celle-là.',
  'sheetTest.names-none':
    'C’est le bon secret, mais sans aucune adresse. Relisez la feuille avec les adresses qui figurent sous les groupes.',
  'sheetTest.leads-to': 'Elle mène à {$places :places}.',
  'sheetTest.code-alone':
    'Cette fois, seul le code a été lu. Que sa page nomme ces emplacements a été vu quand la page entière a été relue.',
  'sheetTest.does-not-know': 'Elle ne connaît pas {$places :places}, ajouté plus tard.',
  'sheetTest.still-all': 'Votre feuille vérifiée le {$tested :day} ramène toujours tout.',
  'sheetTest.still-not-all':
    'Votre feuille vérifiée le {$tested :day} ne ramène pas {$lost :said}. Imprimez-en une nouvelle et relisez-la.',
  'sheetTest.leads-nowhere-now':
    'Votre feuille vérifiée le {$tested :day} ne mène plus à aucune copie. Imprimez-en une nouvelle et relisez-la.',
  'sheetTest.names-former': 'Elle nomme encore {$places :places}, où ne va plus aucune copie.',
};
