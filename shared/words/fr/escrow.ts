// SPDX-License-Identifier: GPL-3.0-or-later

/** Le secret de secours en dépôt de confiance : chez des emplacements qui le rendent à qui prouve que c’est le sien. */
export const escrow = {
  'escrow.enough-places':
    '.input {$places :integer} {{Qui connaît vos données personnelles a encore besoin de {$needed :integer} de vos moyens de preuve, à {$places} emplacements au moins.}}',
  'escrow.one-place':
    'Un seul emplacement peut détenir tous les moyens de preuve nécessaires ({$needed :integer}). Qui l’exploite, ou s’y introduit, n’a besoin d’aucun autre.',
  'escrow.answers-alone':
    'Quelques réponses à des questions suffisent à elles seules. Qui vous connaît bien n’a besoin ni de votre téléphone, ni de votre messagerie, ni de votre application.',
  'escrow.place-left-out': '{$place :place} est laissé de côté. {$why :said}',
  'escrow.check-digits':
    'Les chiffres de contrôle de {$field :field} ne sont pas cohérents. Vérifiez que c’est tapé comme sur le papier.',
  'escrow.dear-recovery': 'Le récupérer coûte jusqu’à {$sums :said} à ces emplacements.',
  'escrow.clock-off':
    'Le code est juste pour une horloge décalée de {$by :span}. Réglez l’horloge de cet ordinateur ou du téléphone, puis réessayez.',
  'escrow.other-code': 'Ce code n’est pas de cette clé. L’application doit afficher huit chiffres.',
  'escrow.silent': 'Il ne répond pas en ce moment. {$why :said}',
  'escrow.no-escrow': 'Ce n’est pas un emplacement qui garde des secrets en dépôt de confiance. {$why :said}',
  'escrow.salt-changed':
    'Il a changé ce qu’il mêle à vos données, de sorte que plus rien de ce qui y est déposé n’est retrouvé. Refaites le dépôt de confiance sans lui.',
  'escrow.asks': '{$why :said}',
  'escrow.lacks-coins': 'Il faut {$lacking :amount} pour le payer, et il n’y a pas assez ici.',
  'escrow.unpaid': 'Il veut d’abord être payé. {$why :said}',
  'escrow.paying': 'Son paiement est en route.',
  'escrow.misbehaves': '{$why :said}',
  'escrow.order-lost':
    'Ce pour quoi il demandait à être payé ne peut plus l’être, et il n’en fait pas d’autre commande. Refaites le dépôt de confiance.',
  'escrow.serves-old':
    'Il rend la version {$version :integer} alors que la version {$stored :integer} y a été déposée. Il est de nouveau interrogé.',
  'escrow.serves-other': 'Ce qu’il rend n’est pas ce qui y a été déposé. C’est déposé de nouveau.',
  'escrow.lost': 'Il a perdu ce qui y était déposé. C’est déposé de nouveau.',
  'escrow.unread': 'Déposé, et pas encore relu. {$why :said}',
  'escrow.written-by-other':
    'Quelqu’un d’autre y a déposé quelque chose de plus récent au nom de ce portefeuille. Si ce n’est aucun de vos appareils, refaites le dépôt de confiance avec d’autres moyens de preuve.',
  'escrow.newer-there':
    'Quelque chose de plus récent s’y trouve sous vos données, à côté de ce que ce portefeuille a déposé. Si vous n’y avez pas d’autre portefeuille en dépôt de confiance, refaites le dépôt de confiance avec d’autres moyens de preuve.',
  'escrow.refuses-method': 'Il n’accepte plus ce moyen de preuve : {$type :way}. Refaites le dépôt de confiance.',
  'escrow.id-taken':
    'Autre chose se trouve là où un moyen de preuve devait être déposé. Refaites le dépôt de confiance.',
  'escrow.too-large': 'Il n’accepte pas autant.',
  'escrow.methods-missing':
    '.input {$count :integer} .match $count one {{Un moyen de preuve n’y est pas encore déposé.}} * {{{$count} moyens de preuve n’y sont pas encore déposés.}}',
  'escrow.waits': 'Il sera de nouveau interrogé : {$until :time}.',
  'escrow.paid-ends': 'Payé jusqu’au {$until :day} ; il est ensuite payé de nouveau dans la limite du prix convenu.',
  'escrow.paid-over': 'Ce qui a été payé s’est terminé le {$until :day}.',
  'escrow.ends-early':
    'Il dit ne garder cela que jusqu’au {$until :day}, bien que ce soit payé jusqu’au {$paid :day}. Rien n’est payé de nouveau pour cela ; si cela reste ainsi, refaites le dépôt de confiance avec un autre emplacement.',
  'escrow.secret-changed':
    'Ce portefeuille a un nouveau secret. Ce qui est en dépôt de confiance ouvre l’ancien, qui ne vaut plus rien.',
  'escrow.data-wanted':
    'Quelque chose a changé, et vos données personnelles n’ont pas été conservées. Donnez-les de nouveau, pour que le dépôt de confiance suive.',
  'escrow.methods-wanted':
    'Pour le nouveau secret, les moyens de preuve doivent être donnés de nouveau, pour que personne n’y accède avec l’ancienne feuille. Refaites le dépôt de confiance.',

  'failure.escrow-needs-newer':
    'Un Holdfast plus récent a mis en place le dépôt de confiance de ce portefeuille. Il est gardé tel quel ; mettez Holdfast à jour pour vous en occuper. Rien n’a été modifié.',
  'failure.no-escrow': 'Rien de ce portefeuille n’est en dépôt de confiance. Rien n’a été modifié.',
  'failure.escrow-running':
    'Le dépôt de confiance est en ce moment même mis en place ou mis à jour. Rien n’a été modifié.',
  'failure.escrow-attribute.missing': '{$name :field} manque. Rien n’a été envoyé.',
  'failure.escrow-attribute.too-long': '{$name :field} est trop long. Rien n’a été envoyé.',
  'failure.escrow-attribute.pattern':
    'Ce qui est tapé comme {$name :field} ne s’écrit pas ainsi dans ce pays. Rien n’a été envoyé.',
  'failure.escrow-attribute.date': '{$name :field} n’est pas une date. Rien n’a été envoyé.',
  'failure.escrow-attribute.unknown': '{$name :field} n’est pas demandé dans ce pays. Rien n’a été envoyé.',
  'failure.escrow-method.empty':
    'Le moyen de preuve {$number :integer} ({$type :way}) n’est pas rempli. Rien n’a été envoyé.',
  'failure.escrow-method.too-long':
    'Le moyen de preuve {$number :integer} ({$type :way}) est trop long. Rien n’a été envoyé.',
  'failure.escrow-method.shape':
    'Le moyen de preuve {$number :integer} ({$type :way}) ne peut pas être juste ainsi. Rien n’a été envoyé.',
  'failure.escrow-method.country-code-missing':
    'Le numéro de téléphone du moyen de preuve {$number :integer} ({$type :way}) a besoin de son indicatif de pays, comme +33. Rien n’a été envoyé.',
  'failure.escrow-method.check-digits':
    'Les chiffres de contrôle du moyen de preuve {$number :integer} ({$type :way}) ne sont pas cohérents. Rien n’a été envoyé.',
  'failure.escrow-method-twice':
    'Le moyen de preuve {$number :integer} ({$type :code}) est le même qu’un précédent : qui a l’un a les deux. Rien n’a été envoyé.',
  'failure.escrow-methods-few':
    'Il faut au moins deux moyens de preuve : un seul, c’est un seul vol. Rien n’a été envoyé.',
  'failure.escrow-methods-many': 'Il peut y avoir {$most :integer} moyens de preuve. Rien n’a été envoyé.',
  'failure.escrow-ways-many':
    'Il y aurait plus de {$most :integer} combinaisons de moyens de preuve. Choisissez-en moins, ou d’autres nombres. Rien n’a été envoyé.',
  'failure.escrow-needed':
    'Entre 2 et {$methods :integer} des moyens de preuve peuvent être demandés. Rien n’a été envoyé.',
  'failure.escrow-no-place-for':
    'Aucun de ces emplacements n’offre ce moyen de preuve : {$type :way}. Prenez-en un autre, ou ajoutez un emplacement. Rien n’a été envoyé.',
  'failure.escrow-place': '{$place :place} est inutilisable en ce moment. {$why :said}',
  'failure.escrow-asks': 'Cela coûterait {$total :said}, ce qui n’a pas été accepté. Rien n’a été envoyé.',
  'failure.escrow-other-person':
    'Avec ces données, rien de ce portefeuille n’est trouvé à ses emplacements. Vérifiez que c’est tapé comme à l’époque. Rien n’a été modifié.',
  'failure.escrow-unproven':
    'Aucun emplacement n’a pu dire si ce sont les mêmes données qu’à l’époque. Réessayez quand l’un d’eux répondra. Rien n’a été modifié.',
};
