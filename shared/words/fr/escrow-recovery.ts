// SPDX-License-Identifier: GPL-3.0-or-later

/** Ramener un portefeuille en prouvant qui l’on est, aux emplacements qui gardent son secret pour cela. */
export const escrowRecovery = {
  'escrowRecovery.place-silent': 'Il n’a pas répondu ; personne ne sait donc ce qu’il garde : {$why :said}',
  'escrowRecovery.place-is-other':
    'Il y a autre chose à cette adresse : pas un emplacement qui garde des secrets pour des personnes.',
  'escrowRecovery.place-not-allowed':
    'Cette adresse mène dans un réseau privé ou d’entreprise, et qui l’a nommée n’a pas le droit d’y conduire. Elle n’a pas été interrogée.',
  'escrowRecovery.place-no-https':
    'Ce n’est pas une adresse https : qui est sur le chemin pourrait lire ce qui y est envoyé. Elle n’a pas été interrogée.',
  'escrowRecovery.place-wants-payment': 'Il veut être payé avant de rendre quoi que ce soit.',
  'escrowRecovery.place-unreadable':
    '.input {$versions :integer} .match $versions one {{Ce qui y est gardé pour ces données ne s’ouvre pas : c’est abîmé, ou à quelqu’un d’autre.}} * {{{$versions} choses y sont gardées pour ces données qui ne s’ouvrent pas : elles sont abîmées, ou à quelqu’un d’autre.}}',
  'escrowRecovery.code-sent':
    'Un code est en route. Tapez-le tel qu’il arrive ; les espaces, les tirets et le A du début n’ont pas d’importance.',
  'escrowRecovery.code-sent+hint': 'Il va à l’adresse qui contient {$hint :quote}.',
  'escrowRecovery.code-in-file':
    'Pour essayer : le code a été écrit dans le fichier {$file :file} chez cet emplacement.',
  'escrowRecovery.transfer-awaited':
    'Le virement n’est pas encore arrivé, ce qui peut prendre des jours. Cela est de nouveau regardé : {$at :time}, et de soi-même.',
  'escrowRecovery.wrong': 'Ce n’est pas la bonne réponse.',
  'escrowRecovery.wrong-before':
    'Cette réponse a déjà été essayée et n’est pas juste ; elle n’a donc pas été envoyée de nouveau.',
  'escrowRecovery.variants-left':
    '.input {$left :integer} .match $left one {{Une graphie de votre dernière réponse n’a pas encore été essayée. Pour l’essayer, redonnez cette réponse après ce moment : {$at :time} ; rien n’y est envoyé avant.}} * {{{$left} graphies de votre dernière réponse n’ont pas encore été essayées. Pour les essayer, redonnez cette réponse après ce moment : {$at :time} ; rien n’y est envoyé avant.}}',
  'escrowRecovery.clock-off.ahead':
    'D’après l’heure de cet emplacement, l’horloge de cet ordinateur avance de {$by :span}. L’application qui fait les codes se fie aussi à une horloge : regardez si celle-là est juste.',
  'escrowRecovery.clock-off.behind':
    'D’après l’heure de cet emplacement, l’horloge de cet ordinateur retarde de {$by :span}. L’application qui fait les codes se fie aussi à une horloge : regardez si celle-là est juste.',
  'escrowRecovery.too-many-tries':
    'C’étaient tous les essais que cet emplacement permet pour l’instant. Il prend le suivant après ce moment : {$until :time} ; rien n’y est envoyé avant.',
  'escrowRecovery.no-code': 'Un code a des chiffres. Rien n’a été envoyé.',
  'escrowRecovery.unknown-way':
    'Ce moyen de preuve ({$type :way}) n’est pas connu de cette version de Holdfast. Prenez-en un autre, ou une version plus récente.',
  'escrowRecovery.lost': 'Cet emplacement n’a plus ce qui va avec ce moyen de preuve. Prenez-en un autre.',
  'escrowRecovery.key-unfit':
    'Ce que cet emplacement a ne va pas avec ce moyen de preuve : cela y a été modifié ou confondu. Prenez-en un autre.',
  'escrowRecovery.share-unfit':
    'La réponse a été acceptée, et ce que cet emplacement a rendu pour elle n’est pas ce qui y avait été laissé. Prenez un autre moyen de preuve.',
  'escrowRecovery.address-unfit':
    'Cet emplacement ne peut pas envoyer de code : ce qui y a été laissé comme adresse n’en est pas une. Prenez un autre moyen de preuve.',
  'escrowRecovery.asks-payment': 'Cet emplacement demande {$fee :amount} avant que ce moyen de preuve puisse servir.',
  'escrowRecovery.asks-otherwise':
    'Cet emplacement avait annoncé un prix de {$announced :amount}, et sa facture est de {$asked :amount}. Rien n’a été payé.',
  'escrowRecovery.price-unknown':
    'Cet emplacement veut être payé sans dire combien. Rien n’a été payé ; regardez de nouveau plus tard.',
  'escrowRecovery.asks-again':
    'Cet emplacement a été payé et demande {$fee :amount} encore une fois. Rien de plus n’a été payé.',
  'escrowRecovery.no-such-coins':
    'Ce portefeuille n’a pas {$fee :amount}. Payez avec un autre portefeuille, par exemple en scannant le code avec votre téléphone, et regardez de nouveau.',
  'escrowRecovery.payment-pending': 'Le paiement est en cours. Regardez de nouveau dans un instant.',
  'escrowRecovery.not-paid-yet':
    'Cet emplacement n’a pas encore connaissance d’un paiement. Regardez de nouveau dans un instant.',
  'escrowRecovery.shop-silent':
    'Cet emplacement ne peut pas savoir maintenant s’il a été payé. Ce qui a été payé n’est pas perdu ; regardez de nouveau plus tard.',
  'escrowRecovery.still-needed':
    '.input {$ways :integer} .match $ways one {{Il faut encore un de ces moyens de preuve.}} * {{Il faut encore {$ways} de ces moyens de preuve.}}',
  'escrowRecovery.open': 'Cela suffit : le secret de secours est ici.',
  'escrowRecovery.none-left':
    'Avec les moyens de preuve restants, le secret ne peut pas être ramené. Des emplacements qui ont perdu quelque chose le retrouveront peut-être ; une version plus ancienne s’ouvrira peut-être ; et une feuille de secours le fait toujours.',
  'escrowRecovery.shares-unfit':
    'Assez de réponses étaient justes, et ce que les emplacements ont rendu pour elles n’ouvre pas le secret. Prouvez aussi d’une autre manière qui vous êtes.',
  'escrowRecovery.is-older':
    'C’est une version plus ancienne. Ce à quoi elle mène a peut-être bougé depuis ; essayez d’abord la plus récente.',
  'escrowRecovery.rehearsed-right': 'C’est juste : ce moyen de preuve fonctionne.',
  'escrowRecovery.rehearsed-uncompared':
    'La réponse est juste. Cet appareil ne peut pas dire si cet emplacement rend la bonne chose ; cela ne compte donc pas comme essayé.',
  'escrowRecovery.rehearse-more':
    '.input {$ways :integer} .match $ways one {{Essayez encore un moyen de preuve ; il sera alors sûr que votre portefeuille revient ainsi.}} * {{Essayez encore {$ways} moyens de preuve ; il sera alors sûr que votre portefeuille revient ainsi.}}',

  'failure.identity-refused.missing': 'Une de vos données manque ({$field :field}). Personne n’a été interrogé.',
  'failure.identity-refused.too-long':
    'Une de vos données est trop longue ({$field :field}). Personne n’a été interrogé.',
  'failure.identity-refused.pattern':
    'Une de vos données n’a pas la forme qu’elle a dans ce pays ({$field :field}). Personne n’a été interrogé.',
  'failure.identity-refused.date':
    'Une de vos données n’est pas un jour du calendrier ({$field :field}). Écrivez-la comme 1990-02-28. Personne n’a été interrogé.',
  'failure.identity-refused.unknown':
    'Dans ce pays, {$field :field} n’est demandé à personne. Personne n’a été interrogé.',
  'failure.no-escrow-place': 'Aucun emplacement à interroger n’a été nommé. Ajoutez l’adresse d’un emplacement.',
  'failure.search-stopped': 'La recherche a été arrêtée. Rien n’a été modifié.',
  'failure.secret-not-found': 'Cela n’était pas parmi ce qui a été trouvé en dernier. Cherchez de nouveau.',
  'failure.secret-of-other-program':
    'Ce qui s’appelle {$name :quote} y a été laissé par un autre programme et n’est pas un portefeuille Holdfast. Ramenez-le avec ce programme.',
  'failure.document-unfit':
    'Ce que ces emplacements ont donné n’est pas ce qu’ils avaient annoncé, ou est illisible : {$places :places}. Rien n’a été modifié ; essayez une autre version.',
  'failure.document-not-there':
    'Aucun de ces emplacements n’a donné ce qu’il a : {$places :places}. Rien n’a été modifié ; réessayez plus tard.',
  'failure.recovery-running': 'Une autre récupération est en cours. Continuez-la, ou arrêtez-la d’abord.',
  'failure.no-recovery': 'Aucune récupération n’est en cours. Cherchez d’abord.',
  'failure.no-such-way': 'Il n’y a pas de tel moyen de preuve dans cette récupération.',
  'failure.recovery-not-open': 'Trop peu a été prouvé pour obtenir le secret. Rien n’a été modifié.',
  'failure.no-payment-asked': 'Personne ne demande de paiement ici. Rien n’a été payé.',
  'failure.fee-not-agreed': 'Cela coûte {$fee :amount}, ce qui n’a pas été accepté. Rien n’a été payé.',
  'failure.secret-unreadable':
    'Le secret a été ramené, et ce n’est pas un portefeuille Holdfast : un autre programme l’y a laissé, ou il était déjà abîmé. Rien n’a été modifié.',
  'failure.newer-secret':
    'Le secret a été ramené, et c’est un Holdfast plus récent qui l’y a laissé (version {$version :integer}). Rien n’a été modifié ; faites une mise à jour et continuez.',
  'failure.cannot-rehearse':
    'Ce moyen de preuve ({$type :way}) ne peut pas être essayé ici : une question et une application de codes le peuvent. Rien n’a été envoyé.',
};
