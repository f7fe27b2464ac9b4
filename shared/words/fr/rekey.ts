// SPDX-License-Identifier: GPL-3.0-or-later

/** Un nouveau secret, parce que quelqu’un d’autre a peut-être vu la feuille. */
export const rekey = {
  'rekey.stays':
    '{$stays :said} ne peuvent pas être déplacés maintenant : trop peu, trop près de leur fin, ou en route. Qui a l’ancienne feuille peut encore y accéder ; l’argent reste utilisable et sera déplacé dès que possible.',
  'rekey.issuers-silent':
    'Ces émetteurs ne répondent pas : {$issuers :places}. {$sums :said} s’y trouvant seront déplacés quand ils répondront ; le coût vous sera alors demandé.',
  'rekey.places-silent':
    'Ces emplacements n’ont pas répondu, c’est donc leur dernier prix connu qui est montré : {$places :places}. Si l’un d’eux demande plus, vous serez consulté.',
  'rekey.coming':
    '{$coming :said} sont en route vers ici. Qui a l’ancienne feuille pourrait les prendre à l’arrivée. Si vous le pouvez, ne les envoyez pas et recommencez après cela.',
  'rekey.sent':
    '.input {$payments :integer} .match $payments one {{{$payments} paiement entre personnes est ouvert. Qui a l’ancienne feuille pourrait le prendre avant ; annulez-le si vous n’avez pas confiance.}} * {{{$payments} paiements entre personnes sont ouverts. Qui a l’ancienne feuille pourrait les prendre avant ; annulez-les si vous n’avez pas confiance.}}',
  'rekey.devices':
    'Les autres appareils de ce portefeuille s’arrêtent : {$devices :names}. Ce qu’eux seuls savent n’est pas déplacé ; faites-leur donc faire une copie d’abord, si vous le pouvez. Ensuite, effacez-y le portefeuille et restaurez-le avec la nouvelle feuille.',
  'rekey.passwords':
    'Le mot de passe de {$places :places} pouvait aussi être lu avec l’ancienne feuille. Changez-le là-bas et saisissez le nouveau ici.',
  'rekey.copies-stay':
    'Les anciennes copies restent : qui a l’ancienne feuille peut y lire ce que vous avez fait jusqu’à aujourd’hui, mais n’obtient rien de l’argent déplacé.',
  'rekey.escrow-follows':
    'Le dépôt de confiance suit : ses moyens de preuve sont refaits pour le nouveau secret, et payés dans la limite de ce que vous avez accepté par an.',
  'rekey.escrow-wants': 'Le dépôt de confiance n’ouvre que l’ancien secret. Refaites-le ensuite.',
  'rekey.no-place': 'Il n’y a aucun emplacement pour les copies. Ajoutez-en un ; la suite se fera d’elle-même.',
  'rekey.copying':
    'Copies en place sous le nouveau secret : {$held :integer} sur {$wanted :integer}. En attente de {$places :places}. Rien n’a encore été déplacé ; d’ici là, c’est toujours l’ancienne feuille qui ramène votre argent.',
  'rekey.moving': 'L’argent est mis hors de portée de l’ancienne feuille, chez {$issuers :places}.',
  'rekey.telling':
    'Vos autres appareils apprennent que ce portefeuille a changé de secret. En attente de {$places :places}.',
  'rekey.saving':
    'En attente des copies : {$held :integer} sur {$wanted :integer} ont tout. Il sera ensuite temps d’imprimer la nouvelle feuille.',
  'rekey.unproven':
    'La feuille a été lue, mais aucun exercice n’a encore ramené votre argent avec elle. Vérifiez-la sur la page « Feuille de secours ».',
  'rekey.taken': 'Quelqu’un a été plus rapide : {$sums :said} ont été dépensés ailleurs.',
  'rekey.reachable': '{$sums :said} restent accessibles avec l’ancienne feuille. Ils seront déplacés dès que possible.',

  'newSecret.title': 'Nouveau secret',
  'newSecret.lead':
    'Pour le cas où quelqu’un aurait vu, photographié ou trouvé votre feuille de secours. Votre argent passe à un nouveau secret ; l’ancienne feuille ne vaut alors plus rien.',
  'newSecret.open': 'Quelqu’un a vu ma feuille',
  'newSecret.open.words': 'Faire un nouveau secret, pour que l’ancienne feuille ne vaille plus rien.',
  'newSecret.asking': 'Vos emplacements et émetteurs sont interrogés sur le coût …',
  'newSecret.cost': 'Cela coûte au plus {$total :said}.',
  'newSecret.cost.nothing': 'Cela ne coûte rien.',
  'newSecret.places': 'Nouveau compte chez',
  'newSecret.place.free': 'gratuit',
  'newSecret.place.year': '{$fee :amount} par an ; paiement compris, au plus {$total :amount}',
  'newSecret.place.lost': 'Le reste des années que vous y avez payées est perdu.',
  'newSecret.money.moves': 'À déplacer',
  'newSecret.money.silent': '{$sum :amount} en attente : cet émetteur ne répond pas',
  'newSecret.know': 'Bon à savoir',
  'newSecret.do': 'Faire un nouveau secret',
  'newSecret.do.paid': 'Faire un nouveau secret pour {$total :said}',
  'newSecret.confirm.title': 'Faire un nouveau secret ?',
  'newSecret.confirm.keep': 'Pas maintenant',
  'newSecret.confirm.words':
    'Cela coûte au plus {$total :said}. Dès que votre argent est déplacé, seule une nouvelle feuille le ramène : imprimez-la et vérifiez-la aussitôt après.',
  'newSecret.confirm.free':
    'Dès que votre argent est déplacé, seule une nouvelle feuille le ramène : imprimez-la et vérifiez-la aussitôt après.',
  'newSecret.running':
    'Cela peut prendre quelques minutes et se poursuit de soi-même, même après un redémarrage ; rien n’est perdu en cas d’interruption.',
  'newSecret.step': 'Étape {$number :integer} sur {$of :integer} : {$step :said}',
  'newSecret.step.secret': 'Faire un nouveau secret',
  'newSecret.step.copies': 'Déposer des copies sous ce secret',
  'newSecret.step.money': 'Déplacer l’argent',
  'newSecret.step.telling': 'Prévenir vos autres appareils',
  'newSecret.step.sheet': 'Imprimer la nouvelle feuille',
  'newSecret.step.test': 'Vérifier la nouvelle feuille',
  'newSecret.done': 'Le nouveau secret est en service, et sa feuille est vérifiée. Détruisez l’ancienne feuille.',
  'newSecret.made':
    'Le nouveau secret du {$at :day} est en service, et sa feuille a été vérifiée : il ne reste rien à faire. Détruisez l’ancienne feuille si ce n’est pas fait.',
  'newSecret.another': 'En faire encore un autre',
  'newSecret.goOn': 'Continuer maintenant',
  'newSecret.cancel': 'Garder l’ancien secret',
  'newSecret.cancel.title': 'Garder l’ancien secret ?',
  'newSecret.cancel.keep': 'Continuer avec le nouveau',
  'newSecret.cancel.words': 'Rien n’a encore été déplacé. Ce qui a été payé pour les nouveaux comptes n’est pas rendu.',
  'newSecret.cancelled': 'L’ancien secret reste, et c’est sa feuille qui compte.',
  'newSecret.toSheet': 'Vers la nouvelle feuille',
  'newSecret.void':
    'Imprimez maintenant la nouvelle feuille et relisez-la : d’ici là, rien ne ramène votre argent. L’ancienne feuille ne vaut plus rien ; détruisez-la.',
  'newSecret.unread':
    'Relisez maintenant la nouvelle feuille : alors seulement il est sûr qu’elle ramène votre argent. L’ancienne feuille ne vaut plus rien ; détruisez-la.',
  'newSecret.noCopies':
    'Ce portefeuille n’a pas encore de secret : il en reçoit un avec le premier emplacement pour les copies.',
  'newSecret.look': 'Voir où cela en est',
  'newSecret.under': 'Un nouveau secret est en cours',
};
