// SPDX-License-Identifier: GPL-3.0-or-later

/** Comment l’argent est protégé : l’image, les emplacements en lignes, et ce qui y ramène. */
export const protection = {
  'backup.running': 'Copies en cours …',
  'backup.running.left':
    '.input {$left :integer} .input {$all :integer} .match $left one {{Copies en cours : {$left} emplacement sur {$all} n’a pas encore répondu.}} * {{Copies en cours : {$left} emplacements sur {$all} n’ont pas encore répondu.}}',
  'backup.running.leave': 'Continuer sans attendre',

  'picture.computer': 'Cet ordinateur',
  'picture.changed': 'dernière modification {$at :time}',
  'picture.paper': 'Votre papier',
  'picture.escrow': 'Votre dépôt de confiance',
  'picture.tested': 'vérifié le {$at :day}',
  'picture.untested': 'pas encore vérifié',
  'picture.age': '{$ago :said}',
  'picture.noPlace': 'aucun encore',
  'picture.more':
    '.input {$count :integer} .match $count one {{et {$count} autre emplacement}} * {{et {$count} autres emplacements}}',
  'picture.say':
    '.input {$count :integer} .match $count one {{Les copies de cet ordinateur vont à {$count} emplacement.}} * {{Les copies de cet ordinateur vont à {$count} emplacements.}}',
  'picture.say.none': 'Aucune copie de cet ordinateur ne va encore nulle part.',
  'picture.say.place': '{$place :said} : {$state :said}.',
  'picture.say.placeRead': '{$place :said} : {$state :said}, relu le {$at :time}.',
  'picture.say.notNamed': 'La feuille vérifiée ne le nomme pas.',
  'picture.say.paper': 'Ce qui mène aux copies a été vérifié le {$at :said}.',
  'picture.say.noPaper': 'Rien de ce qui mène aux copies n’a encore été vérifié.',

  'places.search': 'Trouver un emplacement',
  'places.notFound': 'Aucun emplacement de ce nom.',
  'places.more':
    '.input {$count :integer} .match $count one {{En afficher {$count} de plus}} * {{En afficher {$count} de plus}}',
  'places.shown': '{$shown :integer} sur {$all :integer}',

  'provider.asks': 'Attend une décision',
  'provider.running': 'Copie en cours',
  'provider.needsNewer': 'Exige un Holdfast plus récent',

  'placeRow.neverRead': 'Jamais relu',
  'placeRow.readBack': 'Relu {$ago :said}',
  'placeRow.free': '{$read :said} · gratuit',
  'placeRow.costs': '{$read :said} · {$fee :amount} par an',
  'placeRow.paid': '{$read :said} · {$fee :amount} par an, payé jusqu’au {$until :day}',
  'placeRow.test': 'Vérifier maintenant',
  'placeRow.details': 'Détails',
  'placeRow.details.close': 'Masquer les détails',
  'placeRow.year.title': 'Copies relues, semaine par semaine',
  'placeRow.year':
    '.input {$weeks :integer} .input {$of :integer} .match $weeks one {{Relu pendant {$weeks} des {$of} dernières semaines}} * {{Relu pendant {$weeks} des {$of} dernières semaines}}',
  'placeRow.year.ago': 'il y a un an',
  'placeRow.year.now': 'cette semaine',
  'placeRow.limit.open': 'Changer le plafond de prix …',
  'placeRow.limit.title': 'Combien {$name :place} peut-il coûter ?',
  'placeRow.renew': 'Payer la prochaine année',
  'placeRow.renew.open': 'Payer la prochaine année …',
  'placeRow.renew.title': 'Payer la prochaine année chez {$name :place} ?',
  'placeRow.renew.words':
    'L’année s’ajoute à la fin de celle en cours. Payée à la main ou d’elle-même, elle n’est payée qu’une fois.',
  'placeRow.renew.do': 'Payer au plus {$total :amount}',
  'placeRow.renew.unpaid': 'La prochaine année n’est pas encore payée. La ligne de cet emplacement dit pourquoi.',
  'placeRow.ask.look': 'Regarder le prix …',
  'placeRow.ask.again': 'Le regarder de nouveau …',
  'placeRow.ask.not': 'S’en passer …',
  'placeRow.price.asking': 'Demande de son prix …',
  'placeRow.price.agreed': 'Vous avez accepté au plus',
  'placeRow.price.now': 'Il demande maintenant, par an',
  'placeRow.price.total': 'Paiement compris, au plus',
  'placeRow.price.agree': 'Accepter',
  'placeRow.price.not': 'Ne pas accepter',
  'placeRow.price.close': 'Fermer',
  'placeRow.price.otherwise': 'Sans votre oui, rien n’est payé, et l’emplacement ne gardera peut-être pas la copie.',
  'placeRow.price.otherwise.until':
    'Sans votre oui, rien n’est payé. Il a promis de garder la copie jusqu’au {$until :day} ; ajoutez à temps un autre emplacement.',

  'placeTest.running': 'Relecture de ce qui y est gardé …',
  'placeTest.stop': 'Annuler',
  'placeTest.all': 'Relu à l’instant : il ramène tout.',
  'placeTest.part': 'Relu à l’instant : il ramène une partie.',
  'placeTest.nothing': 'Relu à l’instant : il ne ramène rien.',
  'placeTest.none': 'Aucune copie ne s’y trouve.',
  'placeTest.lost': 'Ce qu’il gardait a disparu ou est trop ancien.',
  'placeTest.silent': 'Il n’a pas pu être lu. Cela ne veut pas dire que la copie a disparu.',
  'placeTest.sums': '{$sums :list} sur {$total :list}.',
  'placeTest.again': 'La copie d’aujourd’hui y a été envoyée de nouveau.',

  'waysBack.title': 'Chemins de retour',
  'waysBack.paper': 'Feuille de secours',
  'waysBack.paper.later': 'Il y aura une feuille à imprimer dès que des copies seront gardées quelque part.',
  'waysBack.paper.none':
    'Aucune n’a encore été imprimée. Sans elle, personne ne peut ouvrir les copies, vous non plus.',
  'waysBack.paper.unread': 'Elle a été affichée et pas encore relue ; elle ne compte donc pas.',
  'waysBack.print': 'L’imprimer',
  'waysBack.printTest': 'L’imprimer ou la vérifier',
  'waysBack.shares':
    '.input {$count :integer} .match $count one {{Elle a aussi été faite en parts, {$count} fois.}} * {{Elle a aussi été faite en parts, {$count} fois.}}',
  'waysBack.escrow.newer':
    'Un Holdfast plus récent a mis en place un dépôt de confiance. Il est gardé tel quel, et il faut un Holdfast plus récent pour s’en occuper.',
  'waysBack.escrow.uploading': 'En cours de mise en place.',
  'waysBack.escrow.current': 'Il est en place. Essayez ses moyens de preuve ; il comptera alors.',
  'waysBack.escrow.behind': 'Ses emplacements sont en cours de mise à jour.',
  'waysBack.escrow.wants-data': 'Il a besoin de vos réponses pour être mis à jour.',
  'waysBack.escrow.counts': 'Essayé le {$at :day} : il ramène tout sans papier.',
  'waysBack.devices.one': 'Seul {$name :said} connaît ce portefeuille.',
  'waysBack.devices.more':
    '.input {$count :integer} .match $count one {{Voici {$name :said} ; {$count} autre appareil connaît ce portefeuille.}} * {{Voici {$name :said} ; {$count} autres appareils connaissent ce portefeuille.}}',
  'waysBack.devices.show': 'Afficher',

  'onward.retire': 'Mettre cet ordinateur à la retraite',
  'onward.empty': 'Vider vers un téléphone',
  'onward.empty.words': 'Tout passe à un autre portefeuille Taler par des codes ; celui-ci est ensuite effacé.',
  'onward.abandon': 'Quitter ce portefeuille',
  'onward.abandon.words': 'Il n’est plus utilisé ici, pour qu’un autre appareil puisse le reprendre.',
};
