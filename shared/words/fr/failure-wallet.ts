// SPDX-License-Identifier: GPL-3.0-or-later

/** Ce que refusent les boutiques et le portefeuille lui-même : ce qui s’est passé, si de l’argent est en danger, que faire ensuite. */
export const failureWallet = {
  'failure.order-unknown': 'La boutique ne connaît pas cette commande. Rien n’a été payé.',
  'failure.order-claimed-elsewhere':
    'Un autre portefeuille a déjà pris cette commande. Rien n’a été payé ici ; demandez-en une nouvelle à la boutique.',
  'failure.claim-token-invalid':
    'L’adresse de cette commande est incomplète. Rien n’a été payé ; copiez-la de nouveau depuis la boutique.',
  'failure.bad-merchant-signature':
    'La réponse de la boutique n’est pas signée comme il faut. Le paiement ne compte pas comme fait, et la boutique est de nouveau interrogée.',
  'failure.coin-spent':
    'La boutique dit qu’une partie de cet argent a déjà été dépensée. L’émetteur est interrogé avant que d’autre argent ne soit pris.',
  'failure.paid-elsewhere': 'Cette commande a été payée par un autre portefeuille. L’argent mis de côté ici revient.',
  'failure.paid-and-refunded':
    'La boutique dit que cette commande a été payée et remboursée, et l’émetteur ne connaît pas encore ce paiement. L’argent reste de côté, et les deux sont de nouveau interrogés.',
  'failure.offer-expired':
    'L’offre de la boutique a expiré. Rien n’a été payé, et l’argent mis de côté pour elle revient.',
  'failure.denomination-refused': 'La boutique n’accepte pas cet argent. Rien n’a été payé, et l’argent revient.',
  'failure.payment-too-small':
    'Les frais étaient plus élevés que ce que la boutique accepte. Rien n’a été payé, et l’argent revient.',
  'failure.contract-malformed': 'L’offre de la boutique est illisible. Rien n’a été payé.',
  'failure.contract-unsupported':
    'L’offre de la boutique demande une chose que ce portefeuille ne sait pas faire. Rien n’a été payé.',
  'failure.contract-signature-invalid': 'L’offre de la boutique n’est pas signée par la boutique. Rien n’a été payé.',
  'failure.contract-nonce-mismatch':
    'L’offre de la boutique a été faite pour un autre portefeuille. Rien n’a été payé.',
  'failure.contract-base-url-mismatch':
    'L’offre vient d’une autre boutique que celle que vous avez ouverte. Rien n’a été payé.',
  'failure.contract-order-mismatch':
    'L’offre concerne une autre commande que celle que vous avez ouverte. Rien n’a été payé.',
  'failure.contract-expired': 'L’offre pouvait être payée jusqu’au {$payDeadline :time}. Rien n’a été payé.',
  'failure.contract-deadlines': 'Les dates de l’offre de la boutique ne peuvent pas être justes. Rien n’a été payé.',
  'failure.contract-currency': 'L’offre de la boutique mélange des monnaies différentes. Rien n’a été payé.',
  'failure.too-much-kept.shop':
    'Tant de choses écrites par {$host :host} sont déjà conservées que rien de plus ne l’est. Rien n’a été payé. Oubliez d’abord dans l’historique d’anciens achats faits là-bas.',
  'failure.too-much-kept.person':
    'Tant de choses écrites par des personnes avec des paiements chez {$host :host} sont déjà conservées que rien de plus ne l’est. Aucun argent n’a bougé. Oubliez d’abord d’anciens paiements dans l’historique.',
  'failure.too-many-refunds':
    '{$host :host} nomme pour cet achat plus de remboursements qu’il n’en est conservé, soit {$limit :integer}. Rien de l’argent de ce portefeuille n’est perdu ; ce que la boutique accorde au-delà n’est pas retiré. Demandez-lui de rendre le reste en une seule fois.',
  'failure.choice-open':
    'Cette commande peut être payée de plusieurs façons, et aucune n’a été choisie. Rien n’a été payé ; choisissez-en une.',
  'failure.choice-not-usable.needs':
    'En plus de l’argent, la boutique demande {$quote :quote}, que ce portefeuille ne sait pas utiliser. Rien n’a été payé ; choisissez une autre façon de payer.',
  'failure.choice-not-usable.gives':
    'La boutique donne avec cela {$quote :quote}, qu’un portefeuille ne doit pas prendre sans le connaître. Rien n’a été payé ; choisissez une autre façon de payer.',
  'failure.choice-unsigned':
    'L’argent que vous avez ici vient d’un émetteur d’une ancienne version et ne peut pas dire lequel des choix il paie. Rien n’a été payé ; demandez à la boutique une commande sans choix.',
  'failure.choice-refused':
    'La boutique ne connaît plus une chose que sa propre offre nomme. Le paiement est terminé ; demandez une nouvelle commande à la boutique.',
  'failure.shop-version':
    'La boutique {$host :host} parle une langue que ce Holdfast ne connaît pas (version {$version :version}). Rien n’a été payé ; mettez Holdfast à jour pour y payer.',
  'failure.shop-blocked':
    '{$host :host} ne peut pas encore prendre le paiement : son émetteur veut d’abord savoir qui est la boutique. Votre argent n’est pas perdu ; le portefeuille réessaie jusqu’à la fin de la commande.',
  'failure.template-unknown':
    '{$host :host} n’a plus cette offre. Rien n’a été payé ; demandez un nouveau lien à la boutique.',
  'failure.template-open.amount': '{$host :host} vous laisse le choix de la somme. Rien n’a été payé ; dites combien.',
  'failure.template-open.summary': '{$host :host} vous laisse dire pour quoi vous payez. Rien n’a été payé ; dites-le.',
  'failure.template-differs':
    '{$host :host} a écrit une autre commande que celle demandée. Rien n’a été payé, et cette commande a été laissée.',
  'failure.no-order-there':
    'Cette page de {$host :host} ne demande pas d’argent avec Taler. Rien n’a été payé ; ouvrez-la dans votre navigateur et cherchez-y un lien qui commence par « taler: ».',
  'failure.page-not-asked':
    'Les pages ne sont interrogées que par https, et sans nom d’utilisateur ni mot de passe dans l’adresse. Rien n’est parti.',
  'failure.nothing-to-refund':
    'Ce remboursement ne concerne rien que ce portefeuille connaisse : un autre portefeuille a payé, ou c’était il y a si longtemps qu’aucun remboursement ne peut plus venir. Rien n’a été modifié.',
  'failure.nothing-to-abort': 'Il n’y a ici rien d’inachevé qui puisse être annulé. Rien n’a été modifié.',
  'failure.nothing-to-forget': 'Il n’y a ici rien qui puisse être oublié. Rien n’a été modifié.',
  'failure.not-forgettable.unfinished':
    'Ce n’est pas terminé : de l’argent peut encore en venir. Rien n’a été oublié. Annulez-le d’abord, ou attendez que ce soit fini.',
  'failure.not-forgettable.refund':
    'Un remboursement en est en cours. Rien n’a été oublié. Réessayez quand il sera arrivé.',
  'failure.not-forgettable.disputed':
    'La boutique a pris de l’argent pour cela sans rien donner en échange, et le contrat est votre preuve. Il est conservé un an après le paiement. Rien n’a été oublié.',
  'failure.not-forgettable.money':
    'Il y a encore de l’argent là-bas. Rien n’a été oublié. Dépensez-le ou envoyez-le d’abord.',
  'failure.not-forgettable.left-there':
    'De l’argent que personne n’avait annoncé est arrivé sur ce compte et s’y trouve encore. Rien n’a été oublié. Sa ligne dans l’historique dit ce qu’il devient.',
  'failure.not-forgettable.place':
    'Ceci a payé un emplacement qui garde encore des copies pour cette année. Rien n’a été oublié. Retirez d’abord l’emplacement.',
  'failure.already-bought':
    'Vous avez déjà acheté cela ; ce n’est donc pas payé une seconde fois. Votre paiement a été montré à la boutique.',
  'failure.already-complete':
    'Le paiement était déjà complet ; il reste donc payé. Demandez plutôt un remboursement à la boutique.',
  'failure.paid-unconfirmed':
    'L’émetteur a payé la boutique, et la boutique ne confirme pas la commande {$orderId :name}. Rien n’est payé deux fois. Montrez à la boutique la ligne de votre historique, ou demandez-lui un remboursement.',
  'failure.paid-unconfirmed+quote': 'La boutique dit : {$quote :quote}',
  'failure.no-issuer-there':
    'Personne ne répond à {$host :host}. Vérifiez l’adresse et la connexion. Rien n’a été modifié.',
  'failure.unknown-exchange.https':
    'Cet argent est émis par {$host :host}, que ce portefeuille ne connaît pas. N’ajoutez cet émetteur que si vous lui faites confiance. Rien n’a été modifié.',
  'failure.unknown-exchange.http':
    'Cet argent est émis par {$host :host}, que ce portefeuille ne connaît pas et dont l’adresse n’est pas chiffrée. N’ajoutez cet émetteur que si vous lui faites confiance. Rien n’a été modifié.',
  'failure.exchange-not-allowed':
    'La banque nomme un émetteur ({$host :host}) vers lequel elle n’a pas le droit de conduire : son adresse n’est pas chiffrée, ou est dans un réseau privé. Rien n’a été modifié.',
  'failure.no-accepted-exchange':
    'La boutique ne prend aucun des {$currency :currency} de ce portefeuille : elle n’accepte pas leurs émetteurs. Rien n’a été payé.',
  'failure.unknown-purchase': 'Cet achat est inconnu. Rouvrez l’adresse de la boutique ; rien n’a été modifié.',
  'failure.earlier-order-open':
    'Un paiement antérieur de cette commande a été annulé. Son argent est d’abord renouvelé, pour qu’il ne puisse pas être pris une seconde fois ; ensuite elle est payée.',
  'failure.fees-changed':
    'Cela prend maintenant {$total :amount} et non {$shown :amount} comme affiché. Rien n’a été payé ; regardez de nouveau et confirmez.',
  'failure.purchase-closed.paid': 'Cette commande est déjà payée.',
  'failure.purchase-closed.paying': 'Ce paiement est en cours.',
  'failure.purchase-closed.spent':
    'De l’argent destiné à ce paiement avait été dépensé ailleurs ou n’est plus valable, et le reste ne suffit pas. Rien n’a été payé ici. Si ce n’était pas vous, regardez si un autre appareil a ce portefeuille.',
  'failure.purchase-closed.closed':
    'Cet achat est clos. Demandez une nouvelle commande à la boutique ; rien n’a été payé.',

  'failure.insufficient-balance':
    'Il faut {$needed :amount}, dont {$fees :amount} de frais, et {$available :amount} d’un même émetteur sont utilisables. Rien n’a été payé.',
  'failure.insufficient-balance+change': 'Dont {$change :amount} de monnaie en cours.',
  'failure.insufficient-balance+pending': '{$pending :amount} de plus sont en route.',
  'failure.insufficient-balance+until':
    '{$tooShort :amount} de plus ne durent que jusqu’au {$until :time} ; un délai plus court peut donc suffire.',
  'failure.too-many-coins':
    'Cela prendrait plus de {$limit :integer} pièces d’un coup. Rien n’a été payé ; payez un montant plus petit.',
  'failure.malformed-amount': '{$text :name} n’est pas un montant ; écrivez-le comme KUDOS:4.20. Rien n’a été modifié.',
  'failure.amount-too-fine':
    'La plus petite somme dans cette monnaie est {$least :amount}. Rien n’a été modifié ; écrivez moins de chiffres.',
  'failure.amount-too-large': '{$text :name} dépasse ce qu’un émetteur peut traiter. Rien n’a été modifié.',
  'failure.malformed-currency':
    '{$text :name} ne nomme aucune monnaie ; écrivez-le comme KUDOS:4.20. Rien n’a été modifié.',
  'failure.malformed-taler-uri':
    'Ce n’est pas une adresse taler:// complète. Copiez-la de nouveau ; rien n’a été modifié.',
  'failure.wrong-taler-uri.withdraw':
    'Cette adresse taler:// ne sert pas à retirer de l’argent d’une banque mais à {$got :name}. Rien n’a été modifié.',
  'failure.wrong-taler-uri.pay':
    'Cette adresse taler:// ne sert pas à payer une boutique mais à {$got :name}. Rien n’a été modifié.',
  'failure.wrong-taler-uri.refund':
    'Cette adresse taler:// ne sert pas à un remboursement mais à {$got :name}. Rien n’a été modifié.',
  'failure.wrong-taler-uri.pay-push or pay-pull':
    'Cette adresse taler:// ne vient pas d’une personne mais sert à {$got :name}. Rien n’a été modifié.',
  'failure.malformed-base-url':
    '{$text :name} n’est pas l’adresse d’un émetteur : une telle adresse ressemble à https://exchange.example.org/, sans nom d’utilisateur, mot de passe ni espace. Rien n’a été modifié.',
  'failure.amount-is-zero': 'Zéro ne peut être ni retiré ni envoyé. Rien n’a été modifié.',
  'failure.wrong-currency': '{$host :host} émet {$expected :currency}, pas {$got :currency}. Rien n’a été modifié.',
  'failure.master-key-changed':
    '{$host :host} répond avec une autre clé qu’auparavant ; on ne s’y fie donc pas et rien n’y est envoyé. Votre argent avec l’ancienne clé est conservé.',
  'failure.reserve-elsewhere':
    'Une copie dit que de l’argent d’un autre émetteur doit être retiré chez {$host :host}. Rien n’est signé pour cela, et rien de ce qui est à vous n’est touché.',
  'failure.exchange-full.bytes':
    'Il s’est échangé tant de choses en deux ans entre ce portefeuille et {$host :host} que rien de plus n’en est conservé. Rien n’a été perdu : le reste demeure là-bas. Envoyez ce qui est ici sur votre compte bancaire ou vers un autre portefeuille, et continuez là-bas ; ce qui est venu d’une banque sans être pris retourne à l’expéditeur.',
  'failure.exchange-full.coins':
    'Il y a ici tant de pièces de {$host :host} qu’il n’y a plus de place. Rien n’a été perdu : le reste demeure là-bas. Payez avec, ou envoyez-les sur votre compte bancaire ou vers un autre portefeuille ; cela fait de la place, et le reste vient de lui-même.',
  'failure.no-denominations':
    '{$host :host} n’a pas en ce moment de pièces qui conviennent à ce montant. Rien n’a été perdu.',
  'failure.no-bank-account': '{$host :host} ne nomme aucun compte bancaire où faire un virement. Rien n’a été modifié.',
  'failure.terms-unaccepted.new':
    '{$host :host} vous demande d’abord d’accepter ses conditions d’utilisation. Rien n’a été commencé ; lisez-les et continuez.',
  'failure.terms-unaccepted.changed':
    '{$host :host} a de nouvelles conditions d’utilisation. Rien n’a été commencé, et ce que vous y avez reste à vous ; lisez-les et continuez.',
  'failure.no-exchange-for-currency':
    'Aucun émetteur de {$currency :currency} n’est connu. Ajoutez-en un d’abord ; rien n’a été modifié.',
  'failure.bad-coin-signature':
    '{$host :host} a répondu avec de mauvaises signatures. Elles ne sont pas acceptées, et le même argent lui est de nouveau demandé.',
  'failure.malicious-denomination':
    'Une clé de {$host :host} ne garderait pas vos paiements privés. Aucun argent n’est pris avec elle ; rien n’a été perdu.',
  'failure.coin-not-derivable':
    'La clé d’une pièce n’est pas dans cette copie du portefeuille, la pièce n’est donc pas utilisable ici. Rien n’a été modifié.',
  'failure.step-broke':
    'Une chose inattendue s’est produite. Cette étape n’a pas été achevée, rien n’a été perdu, et elle est tentée de nouveau. Signalez-la avec le numéro {$reference :code}.',
  'failure.withdrawal-stalled': '{$host :host} a refusé de remettre l’argent. Il s’y trouve toujours et vous attend.',
  'failure.change-disputed':
    '{$host :host} a pris {$sum :amount} pour en rendre la monnaie, et dit maintenant qu’elle n’a pas été demandée comme il faut. Ce montant est peut-être perdu ; il est redemandé de soi-même, et rien de plus grand n’y est changé entre-temps. Signalez-le avec les détails.',
  'failure.change-not-known':
    '{$host :host} parle la version {$version :version}, dans laquelle ce Holdfast ne sait pas rendre la monnaie. L’argent entamé est conservé et redeviendra utilisable quand l’émetteur ou Holdfast aura été mis à jour ; tout le reste chez lui s’utilise comme toujours.',
  'failure.coins-withheld':
    '{$host :host} a pris de l’argent et ne le remet pas pour l’instant. Les clés sont conservées et la demande est répétée d’elle-même ; si cela dure, plaignez-vous auprès de {$host :host}.',
  'failure.coins-withheld+sum': 'Il retient {$sum :amount}.',
  'failure.not-waiting-for-backup': 'Plus rien ici n’attend de copie. Rien n’a été modifié.',

  'failure.reissue-asks':
    '{$sum :amount} chez {$host :host} restent accessibles avec la feuille d’un autre portefeuille. Vous les payer à vous-même y met fin et coûte jusqu’à {$fees :amount} ; il resterait {$total :amount}. Rien n’est fait sans votre accord.',
  'failure.not-backed-up-yet.no-provider':
    'Il n’y a pas encore d’emplacement pour les copies. {$staysIn :said} Ajoutez un emplacement pour continuer.',
  'failure.not-backed-up-yet.too-few-providers':
    'Vous voulez {$wanted :integer} copies et il y a des emplacements pour {$there :integer}. {$staysIn :said} Ajoutez un emplacement, ou demandez moins de copies.',
  'failure.not-backed-up-yet.no-copy':
    'La copie n’a pas encore atteint assez d’emplacements. {$staysIn :said} L’essai se répète de lui-même.',
  'failure.not-backed-up-yet.fees-first':
    'Les emplacements pour les copies demandent d’abord {$fees :said}. {$staysIn :said}',
  'failure.not-backed-up-yet.fees-lacking':
    'Les emplacements pour les copies demandent {$fees :said}, et il n’y a pas ici d’argent pour les payer. {$staysIn :said} Continuez sans copie de ce montant, ou ajoutez un emplacement gratuit.',
  'failure.not-backed-up-yet.fees-too-high':
    'Les emplacements pour les copies demandent {$fees :said} ; avec ce que coûte ce paiement, c’est plus qu’il n’y a, ou plus que ce que vous avez accepté. {$staysIn :said} Ajoutez de nouveau l’emplacement avec un plafond plus haut, ajoutez-en un gratuit, ou continuez sans copie.',
  'failure.not-backed-up-yet+until':
    'Il doit être renouvelé avant le {$until :time}, sinon il est perdu. Renouvelez-le sans copie plutôt que de le laisser expirer.',
  'failure.not-backed-up-yet.unknown':
    'La copie n’a pas encore atteint assez d’emplacements. {$staysIn :said} L’essai se répète de lui-même.',
  'staysIn.reserve': 'D’ici là, l’argent attend chez son émetteur.',
  'staysIn.coin': 'D’ici là, la monnaie attend où elle est.',
  'staysIn.sender': 'D’ici là, le paiement reste chez son expéditeur.',
  'staysIn.payer': 'D’ici là, la demande n’est pas remise.',

  'failure.superseded': '{$standing :said}',
  'standstill.superseded':
    'C’est un autre appareil de ce portefeuille qui est actif maintenant ; celui-ci ne paie donc pas et ne sauvegarde aucune copie. Aucun argent n’est perdu. Pour continuer plutôt ici, gardez cet appareil.',
  'standstill.leaving':
    'Ce portefeuille est en train d’être quitté sur cet appareil. Aucun argent n’y bouge tant que les emplacements pour les copies ne le savent pas, ce qui se poursuit de soi-même. Pour rester, gardez cet appareil.',
  'standstill.abandoned':
    'Ce portefeuille a été quitté sur cet appareil. Son argent attend dans les copies pour qui le reprend avec la feuille de secours.',
  'standstill.taken-over':
    'Ce portefeuille a été repris ailleurs ; cet appareil ne paie donc pas et ne sauvegarde aucune copie. Cherchez l’argent là-bas. Pour continuer plutôt ici, gardez cet appareil.',
  'standstill.moved':
    'Ce portefeuille est passé à un nouveau secret ; cet appareil ne paie donc pas et ne sauvegarde aucune copie. Effacez-y le portefeuille et restaurez-le avec la nouvelle feuille. Ce que seul cet appareil sait est d’abord remis aux anciennes copies ; l’autre appareil l’y trouve quand il reprend l’ancienne feuille.',
  'standstill.taken-over-left':
    'Ce portefeuille a été repris ailleurs ; cet appareil ne paie donc pas et ne sauvegarde aucune copie. Cherchez l’argent là-bas.',

  'failure.malformed-account.not-a-payto':
    'Ce n’est pas l’adresse d’un compte bancaire. Elle ressemble à payto://iban/DE75512108001245126199?receiver-name=NOM. Aucun argent n’a bougé.',
  'failure.malformed-account.iban-shape': 'L’IBAN a une mauvaise longueur ou un mauvais signe. Aucun argent n’a bougé.',
  'failure.malformed-account.iban-checksum':
    'Les chiffres de contrôle de l’IBAN sont faux : au moins un chiffre a été mal tapé. Aucun argent n’a bougé.',
  'failure.malformed-account.bic': 'Le BIC placé avant l’IBAN est faux. Aucun argent n’a bougé.',
  'failure.malformed-account.account-name': 'Le nom du compte ou de sa banque est faux. Aucun argent n’a bougé.',
  'failure.malformed-account.bitcoin-address': 'L’adresse Bitcoin est fausse. Aucun argent n’a bougé.',
  'failure.malformed-account.receiver-place':
    'La ville ou le code postal de cette adresse n’est pas utilisable : trop long, ou avec un signe invisible. Aucun argent n’a bougé.',
  'failure.malformed-account.receiver-name':
    'Le nom du titulaire du compte manque ou est trop long (ajoutez ?receiver-name=NOM). Aucun argent n’a bougé.',
  'failure.unsupported-account':
    'Ce portefeuille ne peut pas payer sur des comptes de type {$method :name}. Aucun argent n’a bougé.',
  'failure.no-payout-exchange':
    'Aucun émetteur de {$currency :currency} ne paie sur des comptes de type {$method :name}. Aucun argent n’a bougé.',
  'failure.recoup-elsewhere':
    '{$host :host} dit avoir remis à quelqu’un d’autre la valeur d’argent retiré de la circulation, ce qui est impossible. Cet argent est conservé ; signalez-le.',
  'failure.deposit-refused':
    'L’émetteur n’a pas pris le versement. L’argent revient, moins les frais de renouvellement.',
  'failure.deposit-confirmed.wired':
    'Ce versement a déjà été viré sur le compte ; il ne peut donc plus être annulé. L’argent y est.',
  'failure.deposit-confirmed.confirmed':
    'Ce versement est confirmé et en cours de virement ; il ne peut donc plus être annulé. L’argent arrive sur le compte.',
  'failure.invoice-fee.ask':
    '{$host :host} demande {$fee :amount} pour chaque demande d’argent, paiement de ces frais compris. Rien n’a été modifié ; acceptez-le et recommencez, ou faites-vous plutôt envoyer l’argent.',
  'failure.invoice-fee.no-coins':
    '{$host :host} demande {$fee :amount} pour chaque demande d’argent, à payer d’avance, et vous n’avez pas d’argent chez lui. Rien n’a été modifié ; ajoutez-y d’abord un peu d’argent, ou faites-vous plutôt envoyer l’argent.',
  'failure.invoice-fee.cannot':
    '{$host :host} demande {$fee :amount} pour chaque demande d’argent, ce que ce portefeuille ne peut pas y payer. Rien n’a été modifié ; faites-vous plutôt envoyer l’argent.',
  'failure.withdrawal-fees.ask':
    '{$host :host} prélève {$fees :amount} de frais sur {$sum :amount}, de sorte que {$total :amount} arriveraient. Rien n’a été modifié ; acceptez-le, ou choisissez un autre montant ou un autre émetteur.',
  'failure.withdrawal-fees.dearer':
    '{$host :host} prélève maintenant {$fees :amount} sur les {$sum :amount} arrivés, de sorte qu’il resterait {$total :amount}. Rien n’est pris sans votre accord ; l’argent reste là-bas.',
  'failure.withdrawal-fees+agreed': 'Vous aviez accepté {$agreed :amount} de frais.',
  'failure.renewal-fees':
    'Une copie plus ancienne de ce portefeuille peut encore dépenser {$sum :amount} chez {$host :host}. Le renouveler retire toute valeur à l’argent de cette copie et coûte {$fees :amount}, de sorte qu’il resterait {$total :amount}. Rien n’est renouvelé sans votre accord, et l’argent peut être dépensé tel quel.',
  'failure.refund-renewal':
    '{$host :host} prélève maintenant plus que ce qui était affiché sur ce qui est revenu de paiements ou en est resté : le rendre disponible coûte {$fees :amount} sur {$sum :amount}, de sorte qu’il resterait {$total :amount}. L’argent est en sûreté et attend votre accord, ou une baisse des frais.',
  'failure.not-asked-about-fees': 'Ceci n’attend aucune réponse au sujet de frais. Rien n’a été modifié.',
  'failure.below-purse-fee':
    '{$host :host} ne transmet aucun paiement entre personnes en dessous de {$least :amount}. Rien n’a été modifié ; envoyez au moins ce montant.',
  'failure.beyond-limit.withdraw':
    '{$host :host} ne laisse personne retirer plus de {$limit :amount} à la fois. Rien n’a été modifié ; retirez moins, ou le reste plus tard.',
  'failure.beyond-limit.purse':
    '{$host :host} ne transmet aucun paiement entre personnes de plus de {$limit :amount}. Rien n’a été modifié ; faites plusieurs paiements plus petits.',
  'failure.beyond-limit.deposit':
    '{$host :host} ne verse pas plus de {$limit :amount} sur un même compte bancaire. Rien n’a été modifié ; versez moins, ou le reste plus tard.',
  'failure.beyond-limit.hold':
    '{$host :host} ne laisse personne détenir plus de {$limit :amount}. Rien n’a été modifié ; dépensez d’abord une partie de ce que vous y avez, ou prenez un autre émetteur.',
  'failure.beyond-limit+withinMs': 'La limite se compte sur {$withinMs :span}.',
};
