// SPDX-License-Identifier: GPL-3.0-or-later

/** Ce que refusent émetteurs, banques et réseau : ce qui s’est passé, si de l’argent est en danger, que faire ensuite. */
export const failureExchange = {
  'failure.unreachable':
    '{$host :host} est injoignable. Aucun argent n’est en danger ; ce qui est inachevé est tenté de nouveau de soi-même.',
  'failure.inner-address':
    'Le nom {$host :host} mène à une machine de votre propre réseau ou à cet ordinateur, où l’on ne suit qu’une adresse qui le dit elle-même. Rien ne lui a été demandé, et aucun argent n’est en danger. Si c’est votre émetteur, ajoutez-le par son adresse : il vous sera demandé si vous l’autorisez.',
  'failure.timeout':
    '{$host :host} n’a pas répondu en {$afterMs :span}. Aucun argent n’est en danger ; ce qui est inachevé est tenté de nouveau de soi-même.',
  'failure.too-large':
    '{$host :host} a envoyé plus de {$limitBytes :bytes} ; sa réponse n’a donc pas été lue. Rien n’a été modifié.',
  'failure.malformed-response': '{$host :host} a donné une réponse illisible. Rien n’a été modifié.',
  'failure.redirected':
    '{$host :host} veut envoyer ce portefeuille ailleurs, ce qu’il ne suit pas quand il s’agit d’argent. Rien n’a été modifié.',
  'failure.server-trouble':
    '{$host :host} a ses propres ennuis. Aucun argent n’est en danger ; il est interrogé de nouveau plus tard.',
  'failure.refused': '{$host :host} a refusé. Rien n’a été perdu.',
  'failure.refused+quote': 'Il dit : {$quote :quote}',
  'failure.unsupported-version':
    '{$host :host} a été mis à jour et parle une langue que ce Holdfast ne connaît pas (version {$version :version}). Votre argent y est conservé ; mettez Holdfast à jour pour l’utiliser.',
  'failure.kyc-required':
    '{$host :host} demande qui vous êtes avant de continuer. Votre argent y attend jusqu’à votre réponse.',
  'failure.kyc-required+transfer':
    'Il doit d’abord voir que le compte est à vous. Envoyez-en un virement comme ceci : {$transfer :quote}',
  'failure.kyc-required+holds':
    'Il le demande parce que ce portefeuille détiendrait plus de {$holds :amount} de son argent.',
  'failure.signature-refused':
    'Une signature de ce portefeuille n’a pas été acceptée. Rien n’a été perdu ; signalez-le avec les détails.',

  'failure.currency-name':
    '{$host :host} émet une monnaie appelée {$name :name}. Ce portefeuille connaît des noms d’une à onze lettres et chiffres ; le protocole n’a pas de place pour plus. Rien n’a été modifié et aucun argent n’est en danger ; un autre émetteur peut être ajouté.',
  'failure.not-an-exchange':
    '{$host :host} n’est pas un émetteur que ce portefeuille peut utiliser. Rien n’a été modifié.',
  'failure.bad-master-signature':
    'La réponse de l’émetteur n’est pas signée avec sa clé principale. Elle n’est pas utilisée, et rien n’a été modifié.',
  'failure.bad-exchange-signature':
    'La réponse de l’émetteur n’est pas signée comme il faut. Rien n’est tenu pour fait tant qu’elle ne l’est pas.',
  'failure.clock-skew':
    'L’horloge de cet ordinateur dit {$ours :time} et celle de {$host :host} dit {$theirs :time}. Réglez cette horloge et réessayez ; rien n’a été modifié.',
  'failure.currency-mismatch':
    'Une réponse en {$got :currency} est venue où {$expected :currency} était attendu. Rien n’a été modifié.',
  'failure.unsupported-operation': 'L’émetteur n’offre pas ce qui lui était demandé. Rien n’a été modifié.',
  'failure.denomination-gone':
    'L’émetteur ne remet plus d’argent en pièces de cette valeur. D’autres pièces sont choisies d’elles-mêmes ; rien n’a été perdu.',
  'failure.insufficient-funds':
    'Une partie de cet argent a déjà été utilisée par une autre copie de ce portefeuille. Le solde est corrigé et d’autre argent est pris.',
  'failure.coin-conflict':
    'L’émetteur a d’autres données au sujet d’une de ces pièces. Elle est mise de côté et n’est pas perdue ; signalez-le.',
  'failure.coin-unknown': 'L’émetteur n’a jamais vu cette pièce ; elle n’a donc pas encore été utilisée.',
  'failure.coin-expired':
    'De l’argent a expiré avant de pouvoir être renouvelé. Il est perdu, et l’historique indique combien.',
  'failure.reserve-unknown':
    'Le virement n’est pas encore arrivé chez l’émetteur. Le portefeuille continue de le guetter.',
  'failure.reserve-insufficient':
    'Il est arrivé chez l’émetteur moins d’argent qu’annoncé. Le portefeuille prend ce qui s’y trouve ; ce qui viendra ensuite sera pris aussi.',
  'failure.already-withdrawn': 'Une partie de cet argent a déjà été demandée. Le portefeuille redemande chaque partie.',
  'failure.melt-unknown':
    'L’émetteur ne poursuit pas le rendu de monnaie d’un paiement. Rien n’est perdu, et il est de nouveau sollicité.',
  'failure.commitment-violation':
    'L’émetteur n’accepte pas la manière dont la monnaie d’un paiement a été faite. Rien n’est perdu, et il est de nouveau sollicité.',
  'failure.nothing-to-melt':
    'L’émetteur dit qu’il n’y a plus de monnaie à rendre. Rien n’est perdu, et il est de nouveau sollicité.',
  'failure.deposit-unknown': 'L’émetteur ne sait rien de ce versement. Rien n’a été modifié.',
  'failure.deposit-conflict': 'L’émetteur a d’autres données au sujet de ce versement. Rien n’a été modifié.',
  'failure.refund-refused': 'L’émetteur ne donne pas ce remboursement. Rien n’a été modifié.',
  'failure.not-revoked':
    'L’émetteur dit que cet argent est bon ; il n’y a donc rien à remplacer. Rien n’a été modifié.',
  'failure.recoup-wrong-origin':
    'L’émetteur dit que cet argent vient d’ailleurs ; il ne le remplace donc pas. Rien n’a été modifié.',
  'failure.recoup-not-offered':
    '{$host :host} a retiré des pièces de la circulation et parle une version dans laquelle on ne peut pas lui demander de les remplacer. Elles restent ici sans être dépensées ; demandez à l’émetteur ce qu’il compte en faire.',
  'failure.age-limited':
    'L’argent arrivé chez {$host :host} ne peut être remis qu’avec une limite d’âge, ce que ce portefeuille ne sait pas faire. Il reste chez l’émetteur et retourne d’où il vient quand son délai y est écoulé.',
  'failure.purse-conflict': 'L’émetteur a d’autres données au sujet de ce paiement. Rien n’a été modifié.',
  'failure.purse-quota-exceeded':
    'L’émetteur ne transmet plus de paiements entre personnes pour ce compte pour l’instant. Rien n’a été modifié ; réessayez plus tard.',
  'failure.purse-untimely':
    'Selon l’horloge de l’émetteur, ce paiement ne peut pas rester ouvert ce temps-là. Rien n’a été modifié ; vérifiez l’horloge de cet ordinateur, puis recommencez.',
  'failure.purse-underfunded':
    'L’émetteur prend pour un paiement entre personnes plus que ce que celui-ci contient. Rien n’a été modifié ; choisissez une somme plus grande.',
  'failure.bad-history':
    'Ce que l’émetteur dit de l’histoire de cet argent ne peut pas être vrai. On ne le croit pas, et rien n’a été modifié.',

  'failure.purse-unknown':
    'L’émetteur ne connaît pas ce paiement. Rien n’a été modifié ; demandez une nouvelle adresse.',
  'failure.purse-expired':
    'Ce paiement ou cette demande a expiré. L’argent qui y était retourne de soi-même à son expéditeur ; demandez-en une nouvelle.',
  'failure.purse-deleted': 'L’auteur de ce paiement ou de cette demande l’a annulé. Rien n’a été modifié ici.',
  'failure.purse-decided': 'Cette demande est déjà payée. Rien n’a été payé ici.',
  'failure.invoice-settled': 'Cette demande est déjà payée. Rien n’a été payé ici.',
  'failure.purse-not-full':
    'L’expéditeur n’y a pas encore mis tout l’argent. Rien n’a été modifié, et l’essai est répété.',
  'failure.purse-merged-elsewhere':
    'Ce paiement a déjà été pris, par un autre portefeuille ou une autre copie de celui-ci. Rien n’a été modifié ici.',
  'failure.payment-taken':
    'Ce paiement a déjà été pris, par un autre portefeuille ou une autre copie de celui-ci. Rien n’a été modifié ici.',
  'failure.purse-fee-too-low':
    'L’émetteur demande des frais pour les demandes. Aucune demande n’a été faite, et rien n’a été modifié.',
  'failure.purse-fee-too-low+fee': 'Il demande {$fee :amount}.',
  'failure.contract-unknown':
    'L’émetteur ne connaît aucun paiement à cette adresse : son auteur l’a annulé, ou l’adresse a été mal copiée. Rien n’a été modifié.',
  'failure.bad-contract-signature':
    'Quelqu’un a modifié en chemin les conditions de ce paiement. Rien n’a été modifié ici ; demandez une nouvelle adresse.',
  'failure.econtract':
    'Les conditions de ce paiement ne s’ouvrent pas avec cette adresse. Rien n’a été modifié ; demandez une nouvelle adresse.',
  'failure.peer-contract-malformed': 'Les conditions de ce paiement sont illisibles. Rien n’a été modifié.',
  'failure.purse-contract-mismatch':
    'Les conditions disent {$said :amount} et l’émetteur détient {$holds :amount}, ou une autre date. C’est refusé ; ce que vous y avez versé, le cas échéant, revient à l’expiration.',
  'failure.unknown-transfer': 'Ce virement n’est pas connu ici. L’historique a tous ceux qui ont été commencés.',
  'failure.unknown-peer-payment': 'Ce paiement n’est pas connu ici. Rouvrez son adresse.',
  'failure.peer-closed.being-received': 'Ce paiement est en train d’être reçu.',
  'failure.peer-closed.received': 'Ce paiement a déjà été reçu.',
  'failure.peer-closed.being-paid': 'Cette demande est en train d’être payée.',
  'failure.peer-closed.paid': 'Cette demande est déjà payée.',
  'failure.peer-closed.taken': 'Ce paiement a déjà été pris par son destinataire.',
  'failure.peer-closed.closed': 'Ce paiement est clos. L’argent qui y a été mis est revenu ou revient de soi-même.',
  'failure.no-money-at-exchange':
    'Cette demande ne peut être payée qu’avec de l’argent émis par {$host :host}, et ce portefeuille n’en a pas. Rien n’a été payé.',

  'failure.operation-unknown':
    'La banque ne connaît pas ce retrait. Rien n’a été modifié ; commencez-en un nouveau à la banque.',
  'failure.operation-taken': 'Un autre portefeuille a déjà pris ce retrait. Rien n’a été modifié ici.',
  'failure.reserve-reused': 'La banque a déjà vu ce retrait. Rien n’a été modifié ; recommencez-le.',
  'failure.operation-aborted': 'Le retrait a été annulé à la banque. Aucun argent n’a bougé.',
  'failure.bank-leaves-amount-open':
    'La banque vous laisse choisir le montant : indiquez-en un en {$currency :currency}. Rien n’a été modifié.',
  'failure.bank-sum-too-high':
    'La banque vous laisse retirer {$most :amount} au plus. Rien n’a été modifié ; choisissez moins.',
  'failure.bank-sum-changed':
    'La banque indique maintenant {$sum :amount}, et non {$wanted :amount}. Aucun argent n’a bougé ; n’y dites oui que si c’est ce que vous voulez.',
  'failure.bank-says-sum':
    'Le montant s’indique à la banque, et non dans le portefeuille. Rien n’a été modifié ; laissez-le de côté ici.',
  'failure.conversion-unclear':
    'Ce compte est dans une autre monnaie, et {$host :host} ne dit pas de façon plausible combien il prend. Rien n’a été envoyé ; demandez-le avant de le faire.',
  'failure.link-other-issuer':
    'À {$host :host} répond un autre émetteur que celui que nomme le lien. Rien n’a été retiré ; demandez à qui vous a donné le lien.',
};
