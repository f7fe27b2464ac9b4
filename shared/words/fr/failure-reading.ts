// SPDX-License-Identifier: GPL-3.0-or-later

/** Pourquoi une image, un PDF ou une caméra ne montre pas de feuille, et que faire alors. */
export const failureReading = {
  'failure.nothing-shown.picture':
    'Aucune feuille n’est lisible sur cette image. Rien n’a été modifié et aucun argent n’est en danger. Photographiez de nouveau la page entière : à plat, nette, avec plus de lumière et sans ombre, de sorte que le code carré remplisse un tiers de l’image. Ou tapez les 26 groupes.',
  'failure.nothing-shown.pdf':
    'Aucune feuille n’a été trouvée dans ce PDF ; pages examinées : {$looked :integer} sur {$of :integer}. Rien n’a été modifié et aucun argent n’est en danger. Choisissez le fichier contenant la page seule, ou une image de celle-ci, ou tapez les 26 groupes.',
  'failure.other-code.web':
    'Ce code n’est pas une feuille de secours : il mène à une page web, {$shown :quote}. Elle n’a pas été ouverte, et rien n’a été modifié. Montrez la page avec les 26 groupes numérotés.',
  'failure.other-code.payment':
    'Ce code n’est pas une feuille de secours : il demande un paiement, {$shown :quote}. Rien n’a été payé ni modifié. Montrez la page avec les 26 groupes numérotés.',
  'failure.other-code.taler':
    'Ce code n’est pas une feuille de secours, mais un lien pour payer ou recevoir : {$shown :quote}. Rien n’a été payé ni modifié. Collez-le sous « Recevoir » ou « Payer », ou montrez la page avec les 26 groupes numérotés.',
  'failure.other-code.wifi':
    'Ce code n’est pas une feuille de secours : c’est la clé d’un réseau sans fil. Rien n’a été modifié. Montrez la page avec les 26 groupes numérotés.',
  'failure.other-code.contact':
    'Ce code n’est pas une feuille de secours : ce sont les coordonnées de quelqu’un. Rien n’a été modifié. Montrez la page avec les 26 groupes numérotés.',
  'failure.other-code.mail':
    'Ce code n’est pas une feuille de secours : il commence un courriel, {$shown :quote}. Rien n’a été envoyé ni modifié. Montrez la page avec les 26 groupes numérotés.',
  'failure.other-code.phone':
    'Ce code n’est pas une feuille de secours : c’est un numéro de téléphone, {$shown :quote}. Personne n’a été appelé et rien n’a été modifié. Montrez la page avec les 26 groupes numérotés.',
  'failure.other-code.seed':
    'Ce code ressemble au secret d’un autre type de portefeuille, que Holdfast ne sait pas ouvrir. Rien n’a été modifié ni conservé. Gardez cette page en sûreté, et montrez celle avec les 26 groupes numérotés.',
  'failure.other-code.text':
    'Ce code n’est pas une feuille de secours ; il dit {$shown :quote}. Rien n’a été modifié. Montrez la page avec les 26 groupes numérotés.',
  'failure.two-sheets':
    'Il y a des feuilles différentes dans ce fichier, numéros {$numbers :names}. Un fichier intact n’en contient qu’une ; aucune n’a donc été prise. Rien n’a été modifié et aucun argent n’est en danger. Montrez seule la page que vous tenez en main.',
  'failure.file-too-large':
    'Ce fichier fait {$bytes :bytes}, et au plus {$limit :bytes} sont lus. Rien n’a été ouvert ni modifié. Choisissez une photo ou le PDF de la page seule.',
  'failure.picture-too-large':
    'Cette image a {$megapixels :integer} mégapixels, et au plus {$limit :integer} sont lus. Rien n’a été ouvert ni modifié. Faites une image plus petite de la page, ou tapez les 26 groupes.',
  'failure.unread-file.heic':
    'Cette photo est au format HEIC d’Apple, illisible ici. Rien n’a été modifié. Faites-en une capture d’écran ou enregistrez-la en JPEG, et choisissez celle-là.',
  'failure.unread-file.other-picture':
    'Ce type d’image est illisible ici. Rien n’a été modifié. Enregistrez-la en JPEG ou PNG, et choisissez celle-là.',
  'failure.unread-file.archive':
    'C’est un fichier compressé ou un document de bureautique. Rien n’a été ouvert ni modifié. Choisissez la photo ou le PDF qu’il contient, ou imprimez-le en PDF.',
  'failure.unread-file.text':
    'Ce fichier n’est ni une image ni un PDF, et ce qui y est écrit n’est pas une feuille de secours. Rien n’a été modifié. Choisissez la photo ou le PDF de la page.',
  'failure.unread-file.damaged':
    'Ce fichier est abîmé ou n’a pas été copié en entier ; on n’y voit donc rien. Rien n’a été modifié et aucun argent n’est en danger. Copiez-le de nouveau, prenez une autre photo, ou tapez les 26 groupes.',
  'failure.unread-file.gone':
    'Ce fichier n’a pas pu être lu là où il est. Rien n’a été modifié. Vérifiez que le disque ou le téléphone est toujours branché, et choisissez-le de nouveau.',
  'failure.pdf-locked':
    'Ce PDF est verrouillé par un mot de passe. Rien n’a été ouvert ni modifié. Ouvrez-le avec votre lecteur de PDF, imprimez-le en PDF sans mot de passe ou faites-en une image, et choisissez celle-là.',
  'failure.file-too-costly.memory':
    'Lire ce fichier prendrait plus de mémoire qu’aucune feuille n’en exige ; la lecture a donc été arrêtée. Il est peut-être fait pour nuire. Rien n’a été modifié et aucun argent n’est en danger. Choisissez une photo de la page, ou tapez les 26 groupes.',
  'failure.file-too-costly.time':
    'Lire ce fichier prenait trop de temps ; la lecture a donc été arrêtée. Rien n’a été modifié et aucun argent n’est en danger. Choisissez une photo plus petite de la page, ou tapez les 26 groupes.',
  'failure.no-reader':
    'Les images et les PDF sont illisibles sur cet ordinateur : il y manque la partie de Holdfast qui les lit. Rien n’a été modifié et aucun argent n’est en danger. Tapez les 26 groupes, ou réinstallez Holdfast.',
  'failure.no-camera.none':
    'Aucune caméra n’a été trouvée. Rien n’a été modifié. Branchez-en une, ouvrez une photo de la page, ou tapez les 26 groupes.',
  'failure.no-camera.refused':
    'Cet ordinateur ne laisse pas Holdfast utiliser la caméra. Rien n’a été modifié. Autorisez-le dans les réglages de confidentialité du système, ouvrez une photo de la page, ou tapez les 26 groupes.',
  'failure.no-camera.busy':
    'Un autre programme utilise la caméra. Rien n’a été modifié. Fermez ce programme et réessayez, ouvrez une photo de la page, ou tapez les 26 groupes.',
  'failure.no-camera.taken':
    'La caméra a été éteinte ou débranchée avant qu’une feuille ne soit lue. Rien n’a été modifié. Branchez-la et réessayez, ouvrez une photo de la page, ou tapez les 26 groupes.',
};
