// SPDX-License-Identifier: GPL-3.0-or-later

/** Le dépôt de confiance au terminal. */
export const escrowCli = {
  'cli.about.escrow':
    'Confie le secret de secours à des emplacements qui le rendent à qui prouve être vous (setup), dit où cela en est (status), le met à jour (update), essaie un moyen de preuve (rehearse), ramène un portefeuille (recover), ou y met fin (forget). Vos données et réponses sont demandées, ou lues sur l’entrée standard, une ligne chacune : le pays (ch, de, … ou xx), ses champs dans leur ordre, puis pour setup chaque moyen de preuve (question, email, sms, totp, post ou iban, et dessous ce qu’il demande) et une ligne vide ; pour recover, des paires faites du numéro d’un moyen et de sa réponse, vide pour faire envoyer un code. --older 1 ramène par la version précédant la plus récente. Code de sortie 3 quand il reste quelque chose à faire.',
  'cli.aside': '({$text :said})',
  'cli.ask.escrow.country': 'Pays dont vous avez les papiers (deux lettres ; {$other :code} pour un autre) : ',
  'cli.ask.escrow.field': '{$field :said} : ',
  'cli.ask.escrow.way':
    'Moyen {$number :integer} de prouver que c’est vous (question, email, sms, totp, post, iban ; vide s’il n’y en a plus) : ',
  'cli.ask.escrow': 'Accepter ces conditions, payer {$total :said} et déposer les parts ?',
  'cli.ask.escrow.anew': 'Un emplacement demande à cause de son prix. Accepter {$total :said} au plus, et payer ?',
  'cli.ask.escrow.pay': 'L’emplacement veut {$total :amount} avant d’aider. Les payer de ce portefeuille ?',
  'cli.ask.escrow.wallet': 'Numéro du portefeuille qui doit revenir : ',
  'cli.ask.escrow.which': 'Numéro d’un moyen de preuve (vide pour continuer une autre fois) : ',
  'cli.ask.escrow.answer': 'Réponse ou code (vide pour continuer par un autre moyen) : ',
  'cli.escrow.none': "Aucun dépôt de confiance n’est en place. 'holdfast escrow setup' s’en charge.",
  'cli.escrow.state': '{$state :said}. {$why :said}',
  'cli.escrow.number': 'Numéro de ce portefeuille : {$number :code}',
  'cli.escrow.way': '{$way :said}, {$hint :quote}, chez {$place :place}',
  'cli.escrow.wayAlone': '{$way :said}, chez {$place :place}',
  'cli.escrow.goes': '{$way :said} va chez {$place :place}.',
  'cli.escrow.tried': '(essayé le {$at :day}, et il fonctionne)',
  'cli.escrow.place': '{$place :place} : {$state :said}',
  'cli.escrow.paidUntil': '(payé jusqu’au {$until :day})',
  'cli.escrow.keptUntil': '(gardé gratuitement jusqu’au {$until :day})',
  'cli.escrow.terms': 'Conditions de {$place :place} : {$terms :address}',
  'cli.escrow.noCountry': 'Deux lettres d’un pays étaient attendues, comme ch ou de ; xx pour un autre.',
  'cli.escrow.noWay':
    '{$kind :name} n’est pas un moyen de prouver qui l’on est : question, email, sms, totp, post ou iban.',
  'cli.escrow.key':
    'Donnez cette clé à votre application de codes (8 chiffres, 30 secondes) : {$key :code}\nou ce lien : {$link :address}',
  'cli.escrow.noPlaces': 'Aucun emplacement offrant le dépôt de confiance n’est connu : nommez-en avec --place URL.',
  'cli.escrow.needed': 'Le nombre de moyens demandés est un nombre entier, comme --needed 2.',
  'cli.escrow.older':
    '.input {$count :integer} .match $count 0 {{Il n’y a pas de version plus ancienne de ce portefeuille.}} one {{Il y a une version plus ancienne de ce portefeuille : --older 1.}} * {{Il y a {$count} versions plus anciennes de ce portefeuille : --older 1 est celle qui précède la plus récente.}}',
  'cli.escrow.nothingTried': 'Rien n’a été essayé.',
  'cli.escrow.goOn': "Relancez 'holdfast escrow recover' pour continuer.",
  'cli.escrow.underWay':
    "Une récupération par le dépôt de confiance est en cours. 'holdfast escrow recover' la continue, 'holdfast escrow recover --stop' l’oublie.",
  'cli.escrow.several': 'Il y a plusieurs portefeuilles à vous ; nommez-en un avec --wallet NOMBRE :',
  'cli.escrow.wallet': '{$number :code}',
  'cli.escrow.walletAt': '{$number :code}  {$at :time}',
  'cli.escrow.noNumber': '{$number :name} n’est pas un moyen de preuve ouvert.',
  'cli.escrow.numbered': '{$number :integer}. {$way :said} : {$state :said}.',
  'cli.escrow.missing':
    '.input {$missing :integer} .match $missing one {{{$missing} de plus suffit.}} * {{{$missing} de plus suffisent.}}',
  'cli.escrow.transfer':
    'Virez {$sum :amount} de votre compte à {$name :name}, {$iban :code}, objet {$subject :name} ; choisissez ensuite de nouveau ce moyen.',
  'cli.escrow.payWith': 'Ou payez avec un autre portefeuille, et choisissez de nouveau ce moyen : {$link :address}',
};
