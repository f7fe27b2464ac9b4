// SPDX-License-Identifier: GPL-3.0-or-later

/** Ce qui figure sur le papier. */
export const paper = {
  'print.title': 'Feuille de secours',
  'print.file': 'Feuille de secours Holdfast',
  'print.subject': 'Portefeuille {$name :name}, {$date :code}',
  'print.subject.dated': 'Portefeuille {$name :name}',
  'print.number': 'Feuille',
  'print.number.note': 'Holdfast affiche ce même numéro quand il montre ou lit cette feuille.',
  'print.warning': 'Qui tient cette page tient l’argent.',
  'print.advice':
    'Gardez-la comme de l’argent liquide. Personne ne vous la demandera jamais : ni banque, ni boutique, ni les auteurs de Holdfast.',
  'print.steps': 'Pour récupérer l’argent',
  'print.step.install': 'Installez Holdfast sur n’importe quel ordinateur et choisissez « Restaurer ».',
  'print.step.read':
    'Donnez-lui le code carré, ou tapez les 26 groupes. Les petites fautes sont trouvées et corrigées.',
  'print.step.places':
    'Branchez les clés USB et dossiers nommés ci-dessous. Holdfast interroge tous les emplacements et réunit ce qu’ils gardent.',
  'print.step.after': 'Ne payez plus avec l’ancien ordinateur après cela.',
  'print.code': 'Le code en lettres',
  'print.code.whole': 'Le carré seul suffit, et ces groupes avec les emplacements ci-dessous aussi.',
  'print.code.secret': 'Le carré contient le même code ; les emplacements ne figurent que sur le papier.',
  'print.code.hint': 'Ni B, ni I, ni O, ni 1, sauf dans le groupe 1.',
  'print.places': 'Où sont les copies chiffrées',
  'print.places.none': 'Nulle part encore. Sans un emplacement qui garde une copie, cette page ne restaure rien.',
  'print.places.overleaf': 'À la page suivante. Gardez-la avec celle-ci.',
  'print.place.sync': '{$name :place}, un service de copies',
  'print.place.folder': '{$name :place}, un dossier ou une clé USB',
  'print.place.webdav':
    '{$name :place}, un dossier sur un serveur (demande un mot de passe qui n’est pas sur cette page)',
  'print.place.newer': '{$name :place}, exige un Holdfast plus récent',
  'print.escrow.none': 'Dépôt de confiance : non mis en place.',
  'print.escrow.set': 'Dépôt de confiance : en place.',
  'print.tested': 'Vérifiée le {$date :code} : tout est revenu.',
  'print.blank.tested': 'Vérifiée le',
  'print.blank.copies': 'Autres exemplaires de cette page',
  'print.blank.helper': 'Qui aide',
  'print.foot.without':
    'Sans Holdfast : les groupes forment une longue chaîne codex32 (BIP-93) avec le préfixe « hold ». Comment elle ouvre une copie est écrit dans electron/backup/FORMAT.md, dans le code source de Holdfast.',
  'print.foot.made':
    'Fait avec Holdfast {$version :version}, logiciel libre (GPL-3.0-or-later). Couper aux coins ; plier aux repères, l’écriture à l’intérieur.',

  'print.share.file': 'Parts d’une feuille de secours Holdfast',
  'print.share.title': 'Part {$share :integer} sur {$of :integer}',
  'print.share.number': 'Partage',
  'print.share.number.note':
    'Les {$of :integer} pages de ce partage d’une feuille de secours Holdfast portent toutes ce numéro.',
  'print.share.warning': 'Seule, cette page ne révèle rien. {$needed :integer} pages de ce partage sont l’argent.',
  'print.share.advice':
    'Gardez-la loin des autres. Personne ne vous la demandera jamais : ni banque, ni boutique, ni les auteurs de Holdfast.',
  'print.share.step.read':
    'Réunissez {$needed :integer} pages portant ce numéro, dans n’importe quel ordre. Donnez-lui leurs codes carrés, ou tapez leurs 26 groupes.',
  'print.share.code': 'Cette part en lettres',
  'print.share.code.whole':
    'De cette part, le carré seul suffit, et ces groupes avec les emplacements ci-dessous aussi.',
  'print.blank.share': 'Cette part est chez',
  'print.blank.others': 'Les autres sont chez',
  'print.share.foot.without':
    'Sans Holdfast : les groupes forment l’une des {$needed :integer} parts d’une longue chaîne codex32 (BIP-93) avec le préfixe « hold ». Comment elles n’en font qu’une, et ouvrent une copie, est écrit dans electron/backup/FORMAT.md, dans le code source de Holdfast.',

  'receipt.title': 'Reçu : ce portefeuille a été vidé',
  'receipt.date': 'Date : {$at :time}',
  'receipt.sent': 'Envoyé et pris : {$sums :list}',
  'receipt.sent.nothing': 'Envoyé et pris : rien',
  'receipt.fees': 'Frais d’envoi : {$sums :list}',
  'receipt.fees.none': 'Frais d’envoi : aucun',
  'receipt.dust': 'Ne vaut pas l’envoi (les frais sont plus élevés) : {$sums :list}',
  'receipt.payment': '{$number :integer}. {$sum :amount}, émis par {$exchange :address}',
  'receipt.payment.fees': 'Frais {$fees :amount} ; pouvait être pris jusqu’au {$until :time} ; pris',
  'receipt.payment.id': 'Numéro par lequel l’émetteur et le destinataire le trouvent : {$id :code}',
  'receipt.erased': 'Le portefeuille et son secret de secours ont ensuite été effacés sur cet ordinateur.',
};
