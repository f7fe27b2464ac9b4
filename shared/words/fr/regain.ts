// SPDX-License-Identifier: GPL-3.0-or-later

/** Un portefeuille revient du dépôt de confiance. */
export const regain = {
  'regain.title': 'Restaurer par le dépôt de confiance',
  'regain.lead':
    'Dites qui vous êtes, trouvez votre portefeuille aux emplacements qui gardent son secret, et prouvez par les moyens choisis que c’est vous.',
  'regain.link': 'Pas de papier, mais un dépôt de confiance ? Restaurez par le dépôt de confiance',
  'regain.person': 'Qui êtes-vous ?',
  'regain.person.words':
    'Écrivez exactement comme lors de la mise en place du dépôt de confiance. Si vous aviez choisi « Un autre pays », choisissez-le de nouveau, même si votre pays est désormais dans la liste.',
  'regain.places': 'Emplacements qui gardent votre secret, une adresse par ligne',
  'regain.places.help': 'Par exemple https://escrow.example. Un seul suffit s’il a la liste des autres.',
  'regain.places.known':
    '.input {$count :integer} .match $count one {{{$count} emplacement que Holdfast connaît est interrogé de toute façon. Ajoutez-en d’autres que vous avez utilisés.}} * {{{$count} emplacements que Holdfast connaît sont interrogés de toute façon. Ajoutez-en d’autres que vous avez utilisés.}}',
  'regain.play.words': 'De l’argent fictif a été utilisé sur cet ordinateur.',
  'regain.play.do': 'Interroger aussi ses emplacements',
  'regain.find': 'Trouver mon portefeuille',
  'regain.finding': 'Les emplacements sont interrogés. Un emplacement lent n’est pas attendu sans fin ; il est nommé.',
  'regain.stopSearch': 'Arrêter la recherche',
  'regain.found': 'Trouvé',
  'regain.nothing': 'Rien trouvé',
  'regain.found.none':
    'Rien n’a été trouvé avec ces données. Comparez chaque lettre avec vos papiers, et pensez à d’autres emplacements que vous auriez utilisés. Chercher ne fait rien perdre.',
  'regain.found.doubtful': 'Les chiffres de contrôle d’un numéro ne sont pas cohérents : regardez d’abord celui-là.',
  'regain.found.words':
    '.input {$count :integer} .match $count one {{Est-ce votre portefeuille ?}} * {{Il y a {$count} portefeuilles à vous. Lequel doit revenir ?}}',
  'regain.found.number':
    'Le numéro d’un portefeuille figure sur sa page du dépôt de confiance, et « holdfast escrow status » le dit ; le nom que vous lui aviez donné sera connu une fois ouvert. Si vous ne savez pas, prenez-en un : ses moyens de preuve montrent lequel c’est, et vous pouvez arrêter et en prendre un autre.',
  'regain.found.older':
    '.input {$count :integer} .match $count one {{{$count} version plus ancienne}} * {{{$count} versions plus anciennes}}',
  'regain.unnamed': 'Quelque chose sans nom',
  'regain.numbered': 'Portefeuille numéro {$number :code}',
  'regain.where': 'chez {$places :said}',
  'regain.whereWhen': 'du {$at :time}, chez {$places :said}',
  'regain.foreign': 'Un autre programme a laissé cela ici ; Holdfast ne peut pas l’ouvrir.',
  'regain.choose': 'Celui-ci',
  'regain.choose.label': 'Celui-ci : {$name :said}',
  'regain.asked': 'Qui a été interrogé',
  'regain.asked.count':
    '.input {$count :integer} .match $count 0 {{Il ne garde rien de vous.}} one {{Il garde {$count} version.}} * {{Il garde {$count} versions.}}',

  'regain.session': '{$name :said}',
  'regain.begin':
    '.input {$missing :integer} .match $missing one {{{$missing} de ces moyens de preuve suffit. Vous pouvez fermer Holdfast et continuer plus tard.}} * {{{$missing} de ces moyens de preuve suffisent. Prenez-les dans n’importe quel ordre ; vous pouvez fermer Holdfast et continuer plus tard.}}',
  'regain.progress':
    '.input {$missing :integer} .input {$solved :integer} .match $missing one {{{$solved} de fait. Un de plus suffit. Prenez-les dans n’importe quel ordre ; vous pouvez fermer Holdfast et continuer plus tard.}} * {{{$solved} de fait. {$missing} de plus suffisent. Prenez-les dans n’importe quel ordre ; vous pouvez fermer Holdfast et continuer plus tard.}}',
  'regain.impossible':
    'Avec les moyens de preuve restants, cela ne s’ouvre pas. Un emplacement muet répondra peut-être plus tard ; la feuille de secours l’ouvre aussi.',
  'regain.together': 'Lesquels suffisent ensemble',
  'regain.stop': 'Arrêter et oublier …',
  'regain.stop.title': 'Arrêter de ramener ce portefeuille ?',
  'regain.stop.do': 'Arrêter et oublier',
  'regain.stop.keep': 'Continuer',
  'regain.stop.words':
    'Ce que vous avez dit et prouvé jusqu’ici est oublié ici. Les emplacements gardent leurs parts : vous pouvez recommencer à tout moment.',
  'regain.stopped': 'Arrêté. Rien de ce que vous avez dit n’est gardé ici.',
  'regain.under':
    'Un portefeuille est en train d’être ramené du dépôt de confiance. Continuez là avant d’ajouter de l’argent : dans un portefeuille qui a son propre argent, rien ne revient si simplement.',
  'regain.goOn': 'Le continuer',
  'regain.open':
    'C’est vous. Votre secret de secours est de retour sur cet ordinateur ; votre argent vient à l’étape suivante.',
  'regain.code': 'Code reçu',
  'regain.answer': 'Vérifier',
  'regain.send': 'M’envoyer le code',
  'regain.sendAgain': 'L’envoyer de nouveau',
  'regain.startTransfer': 'Montrer où faire le virement',
  'regain.lookAgain': 'Regarder s’il est arrivé',
  'regain.fee': 'Cet emplacement prend {$fee :amount} pour cela.',
  'regain.waitUntil': 'Le prochain essai est possible le',
  'regain.initialized':
    'Ce portefeuille a son propre secret de secours. Le dépôt de confiance ne ramène un portefeuille que dans un nouveau : effacez d’abord celui-ci, ou démarrez Holdfast avec un autre dossier.',
  'regain.pay.square': 'Le paiement à l’emplacement, en code carré',
  'regain.pay.words': 'L’emplacement veut être payé avant d’aider.',
  'regain.pay.sum': 'L’emplacement veut {$fee :amount} avant d’aider.',
  'regain.pay.how':
    'Ce portefeuille est vide tant que rien n’est restauré. Scannez le carré avec un portefeuille Taler sur votre téléphone, ou donnez le lien à quelqu’un qui paie pour vous ; puis regardez de nouveau.',
  'regain.pay.either':
    'Payez avec l’argent déjà ici, ou avec un autre portefeuille par le carré ou le lien ; puis regardez de nouveau.',
  'regain.pay.link': 'Lien pour un autre portefeuille',
  'regain.pay.do': 'Payer {$total :amount} avec ce portefeuille',
  'regain.pay.look': 'C’est payé ; regarder de nouveau',
  'regain.transfer':
    'Virez exactement ceci depuis le compte que vous aviez nommé. Quand c’est arrivé, l’emplacement sait que c’est vous ; vous pouvez fermer Holdfast entre-temps.',
  'regain.transfer.amount': 'Montant',
  'regain.transfer.name': 'À',
  'regain.transfer.iban': 'Compte (IBAN)',
  'regain.transfer.subject': 'Objet',

  'regainState.untouched': 'Ouvert',
  'regainState.sent': 'En route',
  'regainState.asks-payment': 'À payer',
  'regainState.waits': 'Attendre',
  'regainState.wrong': 'Pas juste',
  'regainState.solved': 'Fait',
  'regainState.lost': 'Perdu là-bas',
};
