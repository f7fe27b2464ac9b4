// SPDX-License-Identifier: GPL-3.0-or-later

/** De quoi parle une ligne de l’historique, et ce qu’il faut en dire. */
export const note = {
  'title.from-bank': 'Retiré de la banque',
  'title.by-transfer': 'Virement bancaire',
  'title.received-payment': 'Paiement reçu',
  'title.drawn-again': 'Argent remplacé, retiré de nouveau',
  'title.unknown-origin': 'Argent dont cette copie ne connaît pas l’origine',
  'title.to-bank-account': 'Vers votre compte bancaire',
  'title.spent-elsewhere':
    '.input {$coins :integer} .match $coins one {{Utilisé par une autre copie de ce portefeuille}} * {{Utilisé par une autre copie de ce portefeuille ({$coins} fois)}}',
  'title.found-again':
    '.input {$coins :integer} .match $coins one {{Une copie le disait parti ; son émetteur l’avait encore}} * {{Une copie le disait parti ; son émetteur l’avait encore ({$coins} fois)}}',
  'title.change': 'Monnaie',
  'title.restore': 'Renouvelé, pour que d’anciennes copies de ce portefeuille ne puissent pas le dépenser',
  'title.expiry': 'Renouvelé avant son expiration',
  'title.refund': 'Remboursement encaissé',
  'title.released': 'Argent d’un paiement inachevé, renouvelé',
  'title.recoup': 'Argent retiré de la circulation par son émetteur, remplacé',
  'title.proof': 'Première monnaie chez cet émetteur',
  'title.renewed': 'Argent renouvelé',
  'title.earlier': 'D’une époque antérieure ; les détails ne sont plus conservés',
  'title.earlier-rest': 'Auparavant : argent renouvelé et expiré, et ce qui n’est plus énuméré',
  'title.reissue': 'Payé à vous-même, pour qu’aucune autre feuille n’y accède',
  'title.drawn-by-others': 'Payé à vous-même, et retiré d’abord par une autre copie de ce portefeuille',
  'title.forgotten': 'Oublié ; seul le montant reste',

  'forgetting.purchase-paid':
    'Ce que vous avez acheté et où est oublié ici : il n’y a plus de preuve de l’achat, et aucun remboursement ne peut être demandé. Le montant reste dans l’historique.',
  'forgetting.purchase-paid+until': 'Jusqu’au {$until :day}, la boutique pourrait encore rendre de l’argent.',
  'forgetting.purchase-unpaid':
    'Ce que c’était et où est oublié ici. Ce que cela vous a coûté, le cas échéant, reste comme montant dans l’historique.',
  'forgetting.place-fee':
    'La commande par laquelle cet emplacement a été payé est oubliée ici : il n’y en a plus de preuve. Le montant reste dans l’historique.',
  'forgetting.place-fee+until': 'Jusqu’au {$until :day}, l’emplacement pourrait encore rendre de l’argent.',
  'forgetting.still-in': 'Les copies chez {$places :places} le contiennent jusqu’à ce qu’elles soient refaites.',
  'forgetting.older-copies':
    'Les copies plus anciennes chez {$places :places} le contiennent jusqu’à ce que deux autres aient été faites ensuite.',
  'forgetting.former-has': 'Ce que {$places :places} a encore y reste.',
  'forgetting.person':
    'Ce à quoi c’était destiné est oublié ici ; on ne pourra donc plus le montrer à personne. Le montant reste dans l’historique.',
  'forgetting.to-bank': 'Le compte auquel c’était destiné est oublié ici. Le montant reste dans l’historique.',
  'forgetting.from-bank':
    'La banque et le compte d’où c’est venu sont oubliés ici. Le montant reste dans l’historique.',
  'forgetting.never-came':
    'Cela quitte l’historique. L’argent qui serait quand même envoyé pour cela est encore trouvé et pris.',
  'forgetting.issuer':
    'Il n’y a pas d’argent chez {$host :host}. Ses clés sont oubliées ici ; de l’argent envoyé plus tard sur un compte là-bas ne sera plus trouvé. Vous pouvez l’ajouter de nouveau.',
  'forgetting.place':
    '{$name :place} et ce pour quoi il a été payé sont oubliés ici ; les montants restent dans l’historique. Ajouté de nouveau, il demandera peut-être une année entière.',

  'note.registering': 'La banque apprend où envoyer l’argent.',
  'note.awaiting-confirmation': 'En attente de la confirmation à la banque.',
  'note.awaiting-transfer': 'En attente du virement bancaire.',
  'note.awaiting-transfer+payto': 'Envoyez-le à {$payto :address}',
  'note.given-up': 'Annulé avant que de l’argent n’arrive. S’il a quand même été envoyé, il est trouvé et pris.',
  'note.not-carried-out': 'Non effectué ; ce portefeuille n’a déplacé aucun argent.',
  'note.arrived-less': '{$arrived :amount} sur {$wanted :amount} sont arrivés. Ce qui viendra ensuite sera pris aussi.',
  'note.left-there':
    '{$host :host} dit que {$sum :amount} de plus qu’annoncé sont arrivés sur ce compte. Ce n’est pas pris d’office : cela y reste, et retourne à son expéditeur quand {$host :host} ferme le compte. Si c’est vous qui l’avez envoyé, ajoutez ce montant comme nouvel argent quand il sera revenu.',
  'note.expired-coins': 'Cet argent a expiré avant de pouvoir être renouvelé. Il est perdu.',
  'note.paid-unconfirmed':
    'L’émetteur a payé la boutique, et la boutique ne le confirme pas. Montrez-lui la commande {$orderId :name}, ou demandez-lui un remboursement.',
  'note.paid-unconfirmed+contract': 'Elle a signé le contrat {$contract :code}.',
  'note.taking-back': 'En cours d’annulation ; la boutique n’a pas encore dit s’il est trop tard.',
  'note.unpaid-kept':
    'Non payé, mais la boutique a pris {$kept :amount} et ne les a pas rendus : réclamez-les-lui avec la commande {$orderId :name}.',
  'note.unpaid': 'Non payé.',
  'note.money-back': 'L’argent est revenu, moins les frais de renouvellement.',
  'note.rest-back': 'Le reste est revenu, moins les frais de renouvellement.',
  'note.being-renewed':
    'Ce qui en revient est de la monnaie : disponible d’elle-même en quelques heures, et aussitôt si vous payez avec.',
  'note.dearer':
    'Avec l’argent restant, cela aurait coûté plus que les {$shown :amount} que vous avez acceptés. Recommencez pour voir ce que cela coûte maintenant.',
  'note.refund-short':
    'L’émetteur n’a pas tout rendu : il avait déjà payé la boutique, ou une autre copie de ce portefeuille l’a pris.',
  'note.being-transferred': 'L’émetteur a l’argent et le vire sur le compte.',
  'note.deposited-part': 'Seuls {$part :amount} sur {$wanted :amount} ont pu être versés.',
  'note.deposit-failed': 'Non effectué.',
  'note.calling-back': 'En cours d’annulation. Si le destinataire l’a pris avant, il reste envoyé.',
  'note.waiting-for-receiver': 'En attente du destinataire ; ce qui n’est pas pris revient de soi-même.',
  'note.waiting-for-receiver+until': 'Il peut être pris jusqu’au {$until :time}.',
  'note.nobody-took': 'Personne ne l’a pris à temps.',
  'note.not-sent': 'Non envoyé.',
  'note.stopping-invoice': 'En cours d’annulation. Si elle a été payée avant, elle reste payée.',
  'note.invoice-expired': 'La demande a expiré.',
  'note.invoice-unpaid': 'Non payée.',
  'note.other-terms': 'Payée, mais l’émetteur connaît la demande avec d’autres conditions que celles affichées.',
  'note.payment-expired': 'Le paiement a expiré avant d’être pris. Aucun argent n’a bougé.',
  'note.not-received': 'Non reçu. Aucun argent n’a bougé.',
  'note.withdrawing-invoice': 'En cours d’annulation. Si elle a été payée avant, elle reste payée.',
  'note.invoice-open': 'Elle peut être payée.',
  'note.invoice-open+until': 'Elle est ouverte jusqu’au {$until :time}.',
  'note.nobody-paid.none': 'Personne n’a payé la demande à temps. Aucun argent n’a bougé.',
  'note.nobody-paid.gone': 'Personne n’a payé la demande à temps. Seuls les frais d’ouverture sont partis.',
  'note.invoice-withdrawn.none': 'Annulée. Aucun argent n’a bougé.',
  'note.invoice-withdrawn.gone': 'Annulée. Seuls les frais d’ouverture sont partis.',
  'note.beyond-amounts':
    'Cet émetteur prétend plus d’argent que les montants ne peuvent exprimer ; c’est donc le plus grand montant possible qui figure ici.',
  'note.bad-signatures':
    '.input {$coins :integer} .match $coins one {{Une pièce a une mauvaise signature parce qu’une copie était abîmée. Elle n’est pas dépensée, et jamais supprimée.}} * {{{$coins} pièces ont une mauvaise signature parce qu’une copie était abîmée. Elles ne sont pas dépensées, et jamais supprimées.}}',
  'note.needs-newer': '{$sum :amount} ont été faits par un Holdfast plus récent. Ils sont en sûreté, et s’y dépensent.',
  'note.left-behind':
    '{$sum :amount} appartiennent au portefeuille quitté ici, et ne comptent pas comme disponibles : un autre appareil continue peut-être avec eux. Pour les avoir ici, reprenez ce portefeuille avec sa feuille.',
  'note.reachable':
    '{$sum :amount} peuvent encore être dépensés par qui a la feuille du portefeuille d’où ils viennent.',
  'note.two-keys':
    'Deux clés différentes sont connues pour cette adresse. Seul l’argent de celle avec laquelle elle répond est utilisé ; le reste est conservé.',
  'note.not-proven':
    'Pas encore éprouvé : la manière dont cet émetteur rend la monnaie n’est connue que par lecture. La plus petite pièce l’essaie d’elle-même, et rien de plus grand n’est changé avant que sa monnaie ne soit ici.',
  'note.proven': 'Éprouvé avec {$sum :amount} : cet émetteur rend la monnaie comme ce portefeuille le connaît.',
  'note.failure': '{$why :said}',
};
