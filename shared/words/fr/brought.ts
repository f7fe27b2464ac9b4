// SPDX-License-Identifier: GPL-3.0-or-later

/** L’argent qui vient du portefeuille de GNU Taler. */
export const brought = {
  'import.title': 'Venir du portefeuille de GNU Taler',
  'import.lead':
    'Amène dans celui-ci l’argent du portefeuille de GNU Taler. On montre d’abord ce qu’il y a ; rien n’est modifié sans votre accord.',
  'import.text': 'Son lien ou son texte de secours',
  'import.text.help':
    'Le lien commence par taler://recovery ou taler://restore. Son texte de secours et sa sauvegarde en clair (JSON) peuvent aussi être collés ici.',
  'import.file': 'Ou un fichier',
  'import.file.taken': 'Le fichier',
  'import.file.choose': 'Choisir un fichier …',
  'import.file.given': 'C’est lu, et trop long pour être affiché.',
  'import.file.chosen': '{$file :file} a été lu.',
  'import.file.drop': 'En prendre un autre',
  'import.file.large':
    'Ce fichier est plus grand que n’importe quel portefeuille ({$limit :bytes} au plus) ; il n’a donc pas été lu.',
  'import.file.empty': 'Ce fichier est vide. Rien n’a été modifié ; reprenez-le de l’autre portefeuille.',
  'import.file.unread': 'Ce fichier est illisible.',
  'import.secret': 'Le lien qui ouvre cette copie',
  'import.secret.help': 'La copie est scellée. Son lien, son texte de secours ou son secret l’ouvre.',
  'import.look': 'Voir ce qu’il contient',
  'import.looking': 'Lecture …',
  'import.found': 'Ce qu’il contient',
  'import.written': 'Écrit le {$at :time}.',
  'import.byTheCopy': 'C’est ce que dit la copie. Ce qui peut encore servir est demandé à ses émetteurs.',
  'import.issuer': '{$there :amount} chez {$issuer :place}',
  'import.issuer.coins': 'Pièces non utilisées : {$coins :integer}.',
  'import.issuer.incoming': 'Dont {$sum :amount} en route, qui seront recueillis ici.',
  'import.counts': 'Paiements : {$payments :integer}. Retraits : {$withdrawals :integer}.',
  'import.empty': 'Il ne contient pas d’argent.',
  'import.here': 'Tout a déjà été amené. Recommencer ne change rien.',
  'import.bad': 'Ce qui ne peut pas être amené tel quel',
  'import.bad.line': 'N° {$at :integer} : {$what :said}',
  'import.places': 'Ses emplacements pour les copies',
  'import.places.help':
    'Ce portefeuille garde des copies à ces emplacements. Holdfast ne les utilise pas d’office ; vous pouvez les ajouter sous « Protection ».',
  'import.stop':
    'Cessez d’abord d’utiliser cet autre portefeuille, où qu’il soit. Il a encore les clés de cet argent jusqu’à ce qu’il soit versé à celui-ci.',
  'import.do': 'L’amener ici',
  'import.pending': 'En train d’être amené …',
  'import.ask.title': 'Accepter cela ?',
  'import.agree': 'Oui, l’amener ici',
  'import.toSheet': 'Vers la feuille de secours',
  'import.link': 'Venir du portefeuille de GNU Taler …',

  'brought.exchanges': 'Le nom d’un émetteur. {$why :said} {$stake :said}',
  'brought.exchange_details': 'Un émetteur avec son argent. {$why :said} {$stake :said}',
  'brought.denominations': 'Une sorte d’argent. {$why :said} {$stake :said}',
  'brought.coins': 'Une pièce. {$why :said} {$stake :said}',
  'brought.withdrawal_groups': 'Un retrait. {$why :said} {$stake :said}',
  'brought.refresh_groups': 'Un rendu de monnaie. {$why :said} {$stake :said}',
  'brought.purchases': 'Un paiement. {$why :said} {$stake :said}',
  'brought.tips': 'Un cadeau d’une boutique. {$why :said} {$stake :said}',
  'brought.recoup_groups': 'Une restitution d’argent. {$why :said} {$stake :said}',
  'brought.others':
    'Des inscriptions que Holdfast ne connaît pas, nommées {$name :code}. Si de l’argent en dépend, il ne vient pas.',
  'brought.backup_providers': 'Un emplacement pour les copies. {$why :said} {$stake :said}',
  'broughtWhy.unreadable': 'C’est abîmé.',
  'broughtWhy.unsigned': 'La bonne signature y manque.',
  'broughtWhy.age-restricted': 'Cela exige une preuve d’âge, que la copie ne garde pas.',
  'broughtWhy.twice': 'C’est présent deux fois.',
  'broughtWhy.refers-to-nothing': 'Quelque chose qui en fait partie manque.',
  'broughtWhy.no-longer-possible': 'Personne ne le distribue plus.',
  'broughtStake.nothing': 'Aucun argent n’en dépend.',
  'broughtStake.asked-again': 'Son émetteur en est de nouveau sollicité.',
  'broughtStake.asked-again+sum': 'Cela vaut {$sum :amount}.',
  'broughtStake.comes-anyway': 'Son argent vient malgré tout.',
  'broughtStake.comes-anyway+sum': 'Cela vaut {$sum :amount}.',
  'broughtStake.money': 'De l’argent en dépend, qui ne vient pas avec cette copie.',
  'broughtStake.money+sum': 'Cela vaut {$sum :amount}.',

  'restored.brought-in': 'Le contenu de ce portefeuille a été amené.',
  'restored.brought-in+total': 'Ce portefeuille contient maintenant {$total :said}.',
  'restored.brought-own-secret':
    'Ce portefeuille a maintenant son propre secret, de 64 octets ; celui de l’autre portefeuille n’ouvre rien ici. Imprimez sa feuille de secours.',
  'restored.brought-nothing-new': 'Tout avait déjà été amené ; rien n’a donc été modifié.',
  'restored.brought-short':
    'Inscriptions qui n’ont pas pu être amenées telles quelles : {$bad :integer}. De l’argent qui ne vient pas dépend de {$money :integer} d’entre elles.',

  'failure.import-asks':
    'D’après sa copie, ce portefeuille contient {$there :said}, chez {$issuers :hosts}. Cet argent est versé à celui-ci, car l’autre programme pourrait sinon le dépenser. Cessez de l’utiliser là-bas. Cela ne peut pas être défait. Rien n’a encore été modifié.',
  'failure.import-asks+fees': 'Ce versement coûte jusqu’à {$fees :said}.',
  'failure.import-asks+stays':
    '{$stays :said} ne peuvent pas être versés maintenant, et l’autre programme pourra les dépenser ensuite aussi.',
  'failure.import-asks+silent':
    '{$silent :hosts} n’a pas répondu ; ce qui s’y trouve ne peut donc pas être versé maintenant. Réessayez plus tard si vous pouvez attendre.',
  'failure.import-too-large':
    'C’est plus grand que n’importe quel portefeuille ({$limit :bytes} au plus) ; ce n’a donc pas été lu. Rien n’a été modifié.',
  'failure.import-too-many':
    'Cela contient plus d’inscriptions qu’il n’en est lu d’un portefeuille ({$limit :integer} au plus) ; ce n’a donc pas été amené. Rien n’a été modifié, et son argent est où il était : versez-le depuis l’autre portefeuille, avec « Recevoir » ici.',
  'failure.import-not-a-wallet':
    'Cela ne vient pas du portefeuille de GNU Taler : ni un lien vers ses copies, ni un texte de secours, ni une sauvegarde. Rien n’a été modifié.',
  'failure.import-damaged':
    'Cela commence comme une sauvegarde du portefeuille de GNU Taler, mais c’est coupé ou abîmé. Rien n’a été modifié, et son argent est où il était ; copiez-la encore une fois.',
  'failure.import-newer':
    'Cela a été écrit par une version du portefeuille de GNU Taler que Holdfast ne sait pas lire : {$version :code}. Rien n’a été modifié, et son argent est où il était : versez-le depuis l’autre portefeuille, avec « Recevoir » ici.',
  'failure.import-needs-secret':
    'Cette copie est scellée. Donnez le lien, le texte de secours ou le secret du portefeuille dont elle vient. Rien n’a été modifié.',
  'failure.import-wrong-secret':
    'Ce secret n’ouvre pas la copie : il est d’un autre portefeuille, ou la copie est abîmée. Rien n’a été modifié.',
  'failure.import-is-ours':
    'Les copies qui s’y trouvent sont de Holdfast. « Restaurer » ramène ce portefeuille, et « Reprendre » son argent. Rien n’a été modifié.',
};
