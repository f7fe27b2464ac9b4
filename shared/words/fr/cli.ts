// SPDX-License-Identifier: GPL-3.0-or-later

/** Ce qu’imprime la ligne de commande. Les noms des commandes et des options sont les mêmes dans toutes les langues. */
export const cli = {
  'cli.balance.none': 'Pas encore d’argent.',
  'cli.balance':
    '{$available :amount} disponibles, émis par {$exchange :address} (en tout {$total :amount} ; monnaie en cours {$change :amount}, en route {$incoming :amount}, mis de côté {$outgoing :amount})',
  'cli.pending': '{$what :said} ({$id :code}) : {$waits :said}',
  'cli.pending.sum': '{$what :said}, {$sum :amount}',
  'cli.pending.fees': "('holdfast agree {$id :code}' continue avec {$total :amount})",
  'cli.pending.without': "('holdfast without-backup {$id :code}' donne {$sum :amount} aussitôt, à vos risques)",
  'cli.copies':
    '.input {$count :integer} .match $count one {{Le nouvel argent est retiré dès que {$count} emplacement en a une copie.}} * {{Le nouvel argent est retiré dès que {$count} emplacements en ont une copie.}}',
  'cli.copies.tooFew':
    ".input {$total :integer} .match $total 0 {{Il n’y en a aucun ; l’argent attend donc où il est jusqu’à ce que vous en ajoutiez ou en vouliez moins ('holdfast backup --copies NOMBRE').}} one {{Il n’y en a que {$total} ; l’argent attend donc où il est jusqu’à ce que vous en ajoutiez ou en vouliez moins ('holdfast backup --copies NOMBRE').}} * {{Il n’y en a que {$total} ; l’argent attend donc où il est jusqu’à ce que vous en ajoutiez ou en vouliez moins ('holdfast backup --copies NOMBRE').}}",
  'cli.open.push.starting': 'Paiement de {$sum :amount} ({$id :code}) : l’émetteur ne l’a pas encore confirmé.',
  'cli.open.pull.starting': 'Demande de {$sum :amount} ({$id :code}) : l’émetteur ne l’a pas encore confirmée.',
  'cli.open.push.waiting': 'Paiement de {$sum :amount} ({$id :code}), jusqu’au {$until :time}. À prendre avec :',
  'cli.open.pull.waiting': 'Demande de {$sum :amount} ({$id :code}), jusqu’au {$until :time}. À payer avec :',
  'cli.history.fees': 'frais {$fees :amount}',
  'cli.exchange': '{$address :address}  {$currency :currency}  {$state :said}  {$version :version}',
  'cli.exchange.ready': 'prêt',
  'cli.exchange.read-only': 'en lecture seule',
  'cli.exchange.unreachable': 'n’a pas répondu',
  'cli.exchange.conflict': 'n’est pas celui que c’était',

  'cli.run.next': "Lancez ensuite 'holdfast run --until-done'.",
  'cli.withdraw.transfer': 'Faites ce virement : {$address :address}',
  'cli.withdraw.fees': 'Frais {$fees :amount} ; {$total :amount} arrivent.',
  'cli.withdraw.number': 'Numéro par lequel l’émetteur trouve ce portefeuille : {$number :code}',
  'cli.withdraw.confirm': 'Confirmez-le à votre banque : {$address :address}',

  'cli.ask.pay':
    'Payer {$sum :amount} à {$merchant :said} pour {$summary :quote} (frais {$fees :amount}, en tout {$total :amount}) ?',
  'cli.pay.choices': 'Cette commande peut être payée de plusieurs façons. Dites laquelle avec --choice :',
  'cli.pay.choice': '{$number :integer} : {$sum :amount} (frais {$fees :amount}, en tout {$total :amount})',
  'cli.pay.choice.no': '{$number :integer} : {$sum :amount}, pas maintenant : {$why :said}',
  'cli.pay.page': 'La page de la boutique : {$address :address}',
  'cli.pay.message': 'La boutique dit : {$said :quote}',
  'cli.pay.from': 'Le paiement est pris sur votre argent chez {$host :host}.',
  'cli.ask.page':
    'Demander à {$host :host} si cette page veut de l’argent ? C’est une seule demande ; elle ne paie rien.',
  'cli.ask.folder': 'Garder des copies chiffrées dans {$name :name} ?',
  'cli.ask.place':
    'Garder des copies chiffrées chez {$name :place} ({$address :address}), {$price :said} ? Une copie peut faire {$size :said} ; si l’emplacement la perd, {$liability :said}.',
  'cli.ask.place.price': '{$fee :amount} par an, paiement compris au plus {$total :amount}',
  'cli.ask.place.anySize': 'n’importe quelle taille',
  'cli.ask.send':
    'Envoyer {$sum :amount}, émis par {$exchange :address} (frais {$fees :amount}, en tout {$total :amount} ; {$arrives :amount} arrivent) ?',
  'cli.ask.fee':
    'Demander {$sum :amount} chez {$exchange :address} ? Cela coûte {$fees :amount}, dont {$opening :amount} payés maintenant et perdus même si personne ne paie ; vous recevez {$total :amount}.',
  'cli.ask.drawing':
    'Demander {$sum :amount} chez {$exchange :address} ? Une fois payée, {$fees :amount} en deviennent des frais ; {$total :amount} arrivent.',
  'cli.ask.push':
    'Prendre {$sum :amount} pour {$summary :quote}, émis par {$exchange :address} (frais {$fees :amount} ; {$total :amount} arrivent) ?',
  'cli.ask.pull':
    'Payer la demande de {$sum :amount} pour {$summary :quote}, émise par {$exchange :address} (frais {$fees :amount}, en tout {$total :amount} ; {$arrives :amount} arrivent) ?',
  'cli.ask.deposit': 'Envoyer {$sum :amount} à {$account :code} (frais {$fees :amount}, en tout {$total :amount}) ?',
  'cli.ask.fees.ask':
    '{$host :host} prélève {$fees :amount} de frais sur {$sum :amount} ; {$total :amount} arrivent. Continuer ?',
  'cli.ask.fees.reissue':
    'Qui a la feuille d’un autre portefeuille peut encore dépenser {$sum :amount} chez {$host :host}. Vous les payer à vous-même coûte jusqu’à {$fees :amount} ; il resterait {$total :amount}. Les payer ?',
  'cli.ask.fees.renewal':
    'Une copie plus ancienne de ce portefeuille peut encore dépenser {$sum :amount} chez {$host :host}. Les renouveler coûte {$fees :amount} ; il resterait {$total :amount}. Les renouveler ?',
  'cli.ask.fees.refund':
    'Rendre disponibles {$sum :amount} qui sont revenus coûte maintenant {$fees :amount} chez {$host :host} ; il resterait {$total :amount}. Continuer ?',
  'cli.ask.fees.dearer':
    'Sur {$sum :amount} arrivés, {$host :host} prélève {$fees :amount} de frais ; il resterait {$total :amount}. Continuer ?',
  'cli.ask.forget': '{$lost :said} L’oublier ?',
  'cli.ask.without':
    'Continuer sans copie ? {$sum :amount} seraient perdus avec cet ordinateur tant qu’il n’existe pas de copie vérifiée.',
  'cli.ask.undo': 'Le défaire ?',
  'cli.ask.abandon':
    'Quitter ce portefeuille sur cet appareil ? Le secret de secours y est oublié ; l’argent attend qui a la feuille de secours. Avez-vous la feuille ?',
  'cli.ask.renew': 'Payer maintenant la prochaine année chez {$place :place}, {$price :said} ?',
  'cli.ask.remove': '{$warnings :said} Retirer {$place :place} ?',
  'cli.ask.takeover': 'Le reprendre ?',
  'cli.ask.import': 'L’amener ici ?',
  'cli.ask.import.link': 'Son lien ou son texte de secours (ce n’est pas affiché) :',
  'cli.ask.import.secret':
    'La copie est scellée. Son lien, son texte de secours ou son secret (ce n’est pas affiché) :',
  'cli.import.places': 'Il garde des copies chez {$places :places} ; Holdfast ne les utilise pas d’office.',
  'cli.ask.empty': 'Envoyer cela à un autre portefeuille et effacer celui-ci quand tout aura été pris ?',
  'cli.ask.terms.new': 'Acceptez-vous les conditions d’utilisation de {$host :host} ?',
  'cli.ask.terms.changed': 'Les conditions d’utilisation de {$host :host} sont nouvelles. Les acceptez-vous ?',
  'cli.terms.elsewhere':
    'Les conditions d’utilisation de {$host :host} ne sont pas affichées ici ; lisez-les sous {$at :address}',
  'cli.ask.issuer': 'Ajouter l’émetteur {$host :host} à ce portefeuille ?',
  'cli.ask.issuer.inner':
    'Le nom {$host :host} mène à une machine de votre propre réseau, ou à cet ordinateur. L’interroger quand même, comme émetteur à cette seule adresse ?',
  'cli.ask.issuer.plain': 'Ajouter à ce portefeuille l’émetteur {$host :host}, qui n’est pas chiffré ?',
  'cli.ask.where':
    'Ceci ne dit pas où les copies sont gardées. Adresse d’un tel emplacement (ou terminez, et donnez --folder) : ',
  'cli.ask.where.more': 'Adresse d’un autre emplacement (vide s’il n’y en a pas) : ',
  'cli.code.lead':
    'Tapez le code de votre feuille, groupe par groupe ; espaces et majuscules n’ont pas d’importance, et {$unread :name} remplace une lettre illisible.',
  'cli.ask.groups': 'Groupes {$first :integer} à {$last :integer} : ',
  'cli.ask.correction': 'La feuille le dit-elle, et faut-il le prendre ainsi ?',
  'cli.ask.field': '{$place :place} : {$field :said} : ',
  'cli.declined.paid': 'Non confirmé ; rien n’a donc été payé ni modifié. Répondez o, ou donnez --yes.',
  'cli.declined.changed': 'Non confirmé ; rien n’a donc été modifié. Répondez o, ou donnez --yes.',
  'cli.declined.correction': 'Non pris ; rien n’a donc été modifié. Regardez de nouveau la feuille.',
  'cli.declined.added': 'Non confirmé ; rien n’a donc été ajouté. Répondez o, ou donnez --yes.',
  'cli.declined.sent': 'Non confirmé ; rien n’a donc été envoyé. Répondez o, ou donnez --yes.',

  'cli.impossible.pay': 'Cette commande ne peut pas être payée. Aucun argent n’a bougé.',
  'cli.impossible.send': 'Cela ne peut pas être envoyé. Aucun argent n’a bougé.',
  'cli.impossible.request': 'Cela ne peut pas être demandé. Aucun argent n’a bougé.',
  'cli.impossible.receive': 'Cela ne peut pas être fait. Aucun argent n’a bougé.',
  'cli.impossible.deposit': 'Cela ne peut pas être versé maintenant. Aucun argent n’a bougé.',
  'cli.paid.already': 'Déjà payé.',
  'cli.paid': '{$sum :amount} payés à {$merchant :said} (frais {$fees :amount}).',
  'cli.paid.pending':
    "Le paiement n’est pas encore certain ; rien n’est perdu. 'holdfast run --until-done' le poursuit.",
  'cli.refund':
    "{$sum :amount} sont revenus de {$merchant :said} (frais {$fees :amount}, il reste {$total :amount}). 'holdfast run --until-done' les rend disponibles.",
  'cli.refund.none':
    '{$merchant :said} n’a encore accordé aucun remboursement pour cet achat ; rien n’a été modifié. Redemandez plus tard.',
  'cli.refund.unknown':
    "On ne sait pas encore si {$merchant :said} donne un remboursement. {$why :said} 'holdfast run --until-done' continue de demander.",
  'cli.refund.pending':
    "{$sum :amount} sont revenus de {$merchant :said} ; {$more :amount} sont accordés et pas encore confirmés. 'holdfast run --until-done' poursuit.",
  'cli.forgotten': 'Oublié ici.',
  'cli.aborted.sum': "Annulé : {$sum :amount}. Ce qui en revient, 'holdfast run --until-done' le rend disponible.",
  'cli.aborted': "Annulé. Ce qui en revient, 'holdfast run --until-done' le rend disponible.",
  'cli.abort.pending':
    "L’autre côté n’a pas encore dit s’il est trop tard ; rien n’est perdu. 'holdfast run --until-done' continue de demander.",
  'cli.agreed.done': '{$total :amount} sont arrivés.',
  'cli.agreed.pending': 'Accepté ; cela se poursuit de soi-même.',
  'cli.without.done':
    '{$sum :amount} sont ici sans copie : ils seraient perdus avec cet ordinateur tant qu’il n’existe pas de copie vérifiée.',
  'cli.without.pending':
    "{$sum :amount} continuent sans copie : ils seraient perdus avec cet ordinateur tant qu’il n’existe pas de copie vérifiée. 'holdfast run --until-done' poursuit.",
  'cli.deposit': '{$sum :amount} sont en route vers {$account :code} (frais {$fees :amount}).',
  'cli.deposit.pending':
    "L’émetteur ne l’a pas encore confirmé ; rien n’est perdu. 'holdfast run --until-done' le poursuit.",
  'cli.peer.push': '{$sum :amount} envoyés (frais {$fees :amount}). À prendre avec : {$address :address}',
  'cli.peer.pull': 'Demande de {$sum :amount}. À payer avec : {$address :address}',
  'cli.peer.until': 'Jusqu’au {$until :time} ; son numéro est {$id :code}',
  'cli.peer.received': '{$sum :amount} reçus (frais {$fees :amount}).',
  'cli.peer.paid': '{$sum :amount} payés (frais {$fees :amount}).',
  'cli.peer.pending': "Ce n’est pas encore certain ; rien n’est perdu. 'holdfast run --until-done' le poursuit.",
  'cli.peer.starting':
    "L’émetteur ne l’a pas encore confirmé ; rien n’est perdu. 'holdfast run' le poursuit et imprime son lien dès qu’il est utilisable.",

  'cli.place.verified': 'vérifié le {$at :time}',
  'cli.place.paid': 'payé jusqu’au {$until :day}',
  'cli.place.fee': '{$fee :amount} par an, paiement compris jamais plus de {$cap :amount}',
  'cli.backup.nowhere':
    "Il n’y a pas encore d’emplacement pour les copies ; rien n’a été déposé. Ajoutez-en un avec 'holdfast provider add URL'.",
  'cli.backup.incomplete': 'Tous les emplacements n’ont pas la copie : {$answers :said}',
  'cli.restore.place': '{$place :place} : {$said :said}',

  'cli.restore.answer': '{$answer :said}.',
  'cli.safety': '{$state :said}. {$said :said}',
  'cli.next.add-money': "Ensuite : 'holdfast withdraw MONTANT --exchange URL'.",
  'cli.next.add-place': "Ensuite : 'holdfast provider add URL'.",
  'cli.next.copy-now': "Ensuite : 'holdfast backup' ; 'holdfast provider list' dit ce que répond chaque emplacement.",
  'cli.next.show-sheet':
    "Ensuite : 'holdfast sheet --pdf FICHIER', imprimez-le, et photographiez-le ou tapez ses lignes dans un fichier : 'holdfast sheet --verify FICHIER'.",
  'cli.next.test-sheet':
    "Ensuite : 'holdfast sheet --pdf FICHIER', imprimez-le, et photographiez-le ou tapez ses lignes dans un fichier : 'holdfast sheet --verify FICHIER'.",
  'cli.next.print-sheet':
    "Ensuite : 'holdfast sheet --pdf FICHIER', imprimez-le, et 'holdfast sheet --verify FICHIER'.",
  'cli.next.decide':
    "Ensuite : 'holdfast provider add URL --max-fee MONTANT' accepte le prix ; 'holdfast provider remove URL' se passe de l’emplacement.",
  'cli.next.continue-here': "Ensuite : 'holdfast takeover here' continue avec cet appareil.",
  'cli.next.rehearse-escrow': "Ensuite : 'holdfast escrow status' nomme les moyens de preuve à essayer.",
  'cli.next.update-escrow': "Ensuite : 'holdfast escrow update'.",
  'cli.next.test-again': "Ensuite : 'holdfast drill --sheet FICHIER'.",
  'cli.run.behind':
    '.input {$behind :integer} .input {$total :integer} .match $total one {{L’emplacement pour les copies n’a pas encore les dernières modifications.}} * {{{$behind} emplacements sur {$total} n’ont pas encore les dernières modifications.}}',
  'cli.run.done': 'Il ne reste rien à faire.',
  'cli.run.pending':
    '.input {$count :integer} .match $count one {{{$count} étape est encore en cours.}} * {{{$count} étapes sont encore en cours.}}',
  'cli.run.unfinished': 'Tout n’est pas terminé : {$what :said}. Rien n’est perdu ; relancez plus tard.',
  'cli.run.unfinished.cost': 'Tout n’est pas terminé : {$what :said}. Relancez plus tard.',

  'cli.drill.place': '{$place :place} : {$brings :said}. {$said :said}',
  'cli.drill.verdict': '{$verdict :said}.',
  'cli.sheet.wrote': '{$file :file} écrit. Imprimez-le, puis supprimez le fichier.',
  'cli.file.absent': 'Il n’y a pas de fichier {$file :file}. Rien n’a été ouvert ni modifié.',
  'cli.file.directory': '{$file :file} est un dossier, pas un fichier. Rien n’a été ouvert ni modifié.',
  'cli.file.too-long':
    '{$file :file} est plus grand que n’importe quelle feuille. Rien n’a été ouvert ni modifié ; vérifiez de quel fichier il s’agit.',
  'cli.file.nobody-writes': 'Personne n’écrit dans le tube {$file :file}. Rien n’a été ouvert ni modifié.',
  'cli.file.refused':
    '{$file :file} n’a pas pu être lu : le système le refuse. Rien n’a été ouvert ni modifié ; vérifiez qui a le droit de le lire.',
  'cli.setAside.done':
    'Les fichiers du portefeuille sont gardés dans {$folder :file}. Il n’y a maintenant aucun portefeuille ici : « holdfast restore --sheet FICHIER » ramène l’argent.',
  'cli.unlock.unprotected': 'La feuille a ouvert ce portefeuille ; désormais il n’est pas verrouillé.',
  'cli.unlock.passphrase':
    'La feuille a ouvert ce portefeuille ; désormais la nouvelle phrase de passe l’ouvre, et ce qui l’ouvrait avant ne le fait plus.',
  'cli.noWallet':
    'Il n’y a pas de portefeuille dans {$directory :file}. Rien n’a été créé ni modifié. Vérifiez --data ; un nouveau portefeuille commence par « exchange add », « withdraw », « restore » ou « escrow recover ».',
  'cli.usage.data':
    '--data ne nomme aucun dossier : c’est vide, ou à une autre personne. Rien n’a été créé ni modifié ; écrivez le chemin entier.',
  'cli.passphrase': 'Phrase de passe : ',
  'cli.passphrase.new': 'Nouvelle phrase de passe : ',
  'cli.passphrase.again': 'Encore une fois : ',
  'cli.passphrase.needed':
    'Une phrase de passe est nécessaire : donnez --passphrase-file FICHIER (ou --unprotected pour créer un portefeuille sans elle). Rien n’a été modifié.',
  'cli.passphrase.empty': 'Une phrase de passe vide ne protège rien. Rien n’a été ouvert ni modifié.',
  'cli.passphrase.emptyFile': 'Le fichier de la phrase de passe est vide. Rien n’a été ouvert ni modifié.',
  'cli.passphrase.utf16':
    'Le fichier de la phrase de passe est un texte UTF-16, comme en écrivent certains programmes de Windows. Rien n’a été ouvert ni modifié ; enregistrez-le en UTF-8.',
  'cli.passphrase.notUtf8':
    'Le fichier de la phrase de passe n’est pas un texte UTF-8 ; ses lettres ne sont donc pas sûres. Rien n’a été ouvert ni modifié ; enregistrez-le en UTF-8.',
  'cli.passphrase.longFile':
    'Le fichier de la phrase de passe est trop long pour une phrase de passe. Rien n’a été ouvert ni modifié ; vérifiez de quel fichier il s’agit.',
  'cli.passphrase.differs': 'Les deux phrases de passe sont différentes. Rien n’a été modifié.',

  'cli.name.wallet': 'Ce portefeuille s’appelle {$name :name}.',
  'cli.name.place': '{$place :place} est un emplacement de ce portefeuille.',
  'cli.name.device': 'Cet appareil s’appelle {$name :name}.',
  'cli.device.here': 'cet appareil',
  'cli.device.leads': 'actif',
  'cli.device.epoch': 'changement d’appareil n° {$number :integer}',
  'cli.takeover.told': 'prévient l’autre appareil',
  'cli.takeover.later': 'à prévenir plus tard',
  'cli.rekey.again':
    "Si quelqu’un a vu la nouvelle feuille aussi : 'holdfast rekey --again' fait encore un autre secret.",
  'cli.undo.none': 'Rien n’a été restauré ni repris ici qui puisse être défait.',
  'cli.abandon.next': "{$said :said} 'holdfast run' le poursuit.",
  'cli.empty.erased': 'Ce portefeuille a été vidé et effacé ; son reçu est dans {$directory :file}',
  'cli.empty.returned': 'Tout n’a pas été pris. {$said :said}',
  'cli.empty.wait': "'holdfast empty --wait' attend cela puis efface ce portefeuille.",
  'cli.empty.wrote': '{$file :file} écrit',
  'cli.empty.nothing': 'Rien ne peut être envoyé maintenant.',
  'cli.empty.nothingHere': '{$exchange :address} : rien ne peut être envoyé maintenant',
  'cli.empty.line':
    '.input {$payments :integer} .match $payments one {{{$exchange :address} : {$sum :amount} part en {$payments} paiement (frais {$fees :amount}, en tout {$total :amount}) ; l’autre portefeuille reçoit {$arrives :amount}}} * {{{$exchange :address} : {$sum :amount} part en {$payments} paiements (frais {$fees :amount}, en tout {$total :amount}) ; l’autre portefeuille reçoit {$arrives :amount}}}',
  'cli.empty.payment': '{$sum :amount} (frais {$fees :amount}), jusqu’au {$until :time}. À prendre avec :',
  'cli.empty.state': '{$sum :amount} : {$state :said}',
  'cli.empty.dust': '{$sums :list} valent moins que les frais d’envoi.',

  'cli.usage': 'Cette commande s’utilise ainsi : {$use :said}. Rien n’a été modifié.',
  'cli.usage.value': '{$option :code} demande une valeur.',
  'cli.usage.option': '{$option :code} n’est pas une option de {$command :code}.',
  'cli.usage.command': '{$command :name} n’est pas une commande.',
  'cli.usage.language': '{$tag :name} n’est pas une langue (écrivez fr ou en-GB).',
  'cli.usage.help': "{$what :said} Rien n’a été modifié. Voyez 'holdfast --help'.",
  'cli.usage.choice':
    '{$option :code} prend l’une de ces valeurs : {$choices :said}, ou plusieurs séparées par des virgules. Rien n’a été modifié.',
  'cli.usage.day': '{$option :code} prend un jour comme 2026-12-31. Rien n’a été modifié.',
  'cli.usage.copies': '--copies prend un nombre entier de 1 à 32. Rien n’a été modifié.',
  'cli.usage.hours': '--hours prend un nombre entier de 1 à 168, comme 6. Rien n’a été modifié.',
  'cli.usage.timeout': '--timeout prend un nombre de secondes supérieur à 0. Rien n’a été modifié.',
  'cli.usage.shares':
    '--shares dit combien de parts sont nécessaires sur combien, comme 2/3 : deux à cinq sur deux à huit. Rien n’a été écrit.',
  'cli.shares.wrote':
    '{$file :file} écrit : partage {$split :code}, {$count :integer} pages, dont {$needed :integer} au choix sont nécessaires. Imprimez-le, puis supprimez le fichier ; assez de ses pages valent l’argent.',
  'cli.shares.printed':
    'Remis à l’imprimante : partage {$split :code}, {$count :integer} pages, dont {$needed :integer} au choix sont nécessaires. Sa propre file peut les garder jusqu’à l’impression. Relisez-en ensuite {$needed :integer} : holdfast sheet --verify FICHIER --verify FICHIER.',
  'cli.shares.in':
    '.input {$got :integer} .match $got one {{Du partage {$split :code}, la part {$there :codes} est saisie, et {$needed :integer} sont nécessaires. Maintenant la suivante.}} * {{Du partage {$split :code}, les parts {$there :codes} sont saisies, et {$needed :integer} sont nécessaires. Maintenant la suivante.}}',
  'cli.print.done':
    'Remis à l’imprimante. Sa propre file peut garder la page jusqu’à l’impression. Relisez ensuite le papier : holdfast sheet --verify FICHIER.',
  'cli.print.missing':
    "Cet ordinateur n’a pas le programme lp, par lequel les pages vont à une imprimante. Rien n’a été imprimé ; 'holdfast sheet --pdf FICHIER' écrit la page dans un fichier.",
  'cli.print.none':
    "Aucune imprimante n’est réglée comme imprimante habituelle. Rien n’a été imprimé ; nommez-en une : 'holdfast sheet --print IMPRIMANTE' ('lpstat -e' les énumère).",
  'cli.print.unknown':
    "Il n’y a pas d’imprimante {$printer :name}. Rien n’a été imprimé ; 'lpstat -e' énumère celles qui existent.",
  'cli.print.silent':
    'Le service d’impression de cet ordinateur ne répond pas. Rien n’a été imprimé ; réessayez plus tard.',
  'cli.print.refused': 'Le service d’impression n’a pas pris la page : {$said :quote}. Rien n’a été imprimé.',
  'cli.usage.paper': '--paper vaut A4 ou Letter. Rien n’a été écrit.',
  'cli.usage.expires': '--expires prend des heures ou des jours jusqu’à un an, comme 12h ou 7d. Rien n’a été modifié.',
  'cli.help.status':
    'status et run impriment les liens des paiements et demandes encore ouverts ; history --json a les numéros pour abort.',
  'cli.help.unlock':
    'unlock ouvre avec sa feuille un portefeuille dont la phrase de passe est oubliée ; --passphrase-file contient alors la nouvelle.',
  'cli.help.exit':
    'Code de sortie 0 seulement quand la chose est faite. status, backup, sheet --verify, drill, rekey et run --until-done donnent 3 quand elle est faite et que l’argent n’est pas en sûreté : status dit que faire. --unprotected range la clé à côté du portefeuille.',
};
