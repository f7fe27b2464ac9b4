// SPDX-License-Identifier: GPL-3.0-or-later

/** Le champ qui prend tout : ce qu’il a reconnu, et où cela s’ouvre. */
export const door = {
  'door.label': 'Un lien, un code ou une feuille',
  'door.placeholder': 'Collez, scannez ou déposez lien, code, feuille',
  'door.drop': 'Lâchez : c’est lu sur cet ordinateur seulement',
  'door.keys': 'Ctrl V',
  'door.key.paste': 'Ouvrir ce qui a été copié',
  'door.key.go': 'Aller à la ligne qui prend tout',
  'door.do': 'Ouvrir',
  'door.file': 'Ouvrir une image ou un PDF',
  'door.camera': 'Scanner avec la caméra',
  'door.camera.on':
    'Tenez le code de sorte qu’il remplisse un tiers de l’image. Il est lu de lui-même, et aucune image n’est conservée.',
  'door.close': 'Fermer',
  'door.is.link': '{$what :said}. Quelque chose est en cours ou en train d’être tapé sur cette page.',
  'door.is.sheet': 'C’est une feuille de secours. Que faut-il en faire ?',
  'door.is.share': 'C’est une part d’une feuille de secours. Que faut-il en faire ?',
  'door.is.code': 'C’est le code d’une feuille de secours. Que faut-il en faire ?',
  'door.is.taler-wallet': 'Ce lien ramène un portefeuille de GNU Taler.',
  'door.is.taler-backup':
    'C’est peut-être une sauvegarde du portefeuille de GNU Taler. Elle est examinée avant que rien n’entre.',
  'door.is.issuer': '{$host :host} veut être un émetteur de votre argent.',
  'door.is.web':
    '{$host :host} est sur le web. Holdfast n’affiche pas de pages web. Il peut demander à celle-ci si elle veut de l’argent ; un émetteur d’argent ou un emplacement pour les copies s’utilise par son adresse.',
  'door.is.escrow-code':
    'C’est un code qu’envoie un emplacement d’un dépôt de confiance. Sa place est dans la récupération qui l’attend.',
  'door.is.app-code': 'Un nombre comme en montre une application de codes.',
  'door.test': 'Vérifier ma propre feuille avec',
  'door.takeover': 'Faire venir le portefeuille auquel elle appartient',
  'door.restore': 'Restaurer le portefeuille ici',
  'door.import': 'Regarder ce qu’il contient',
  'door.issuer': 'Ajouter de l’argent de cet émetteur',
  'door.pay': 'Y a-t-il quelque chose à payer ?',
  'door.place': 'Y garder des copies',
  'door.regain': 'Continuer la récupération',
  'door.rehearse': 'Essayer le dépôt de confiance avec ce nombre',
  'door.no.too-long': 'C’est plus long que tout lien, code ou feuille ; ce n’a donc pas été lu. Rien n’a été modifié.',
  'door.no.two-links': 'Il y a plus d’un lien dans ce texte. Rien n’a été ouvert : collez celui que vous voulez.',
  'door.no.unsupported':
    'Holdfast ne connaît pas encore les liens de type {$action :code}. Rien n’a été payé ni modifié.',
  'door.no.payment':
    'Cela demande un paiement d’un autre type, pas avec Taler. Rien n’a été payé : ouvrez-le avec le programme prévu.',
  'door.no.seed':
    'Cela ressemble au secret d’un autre type de portefeuille, que Holdfast ne sait pas ouvrir. Rien n’en a été conservé. Ne le montrez à personne.',
  'door.no.unknown':
    'Ce n’est pas un lien, un code ou une feuille que Holdfast connaît : {$shown :name}. Rien n’a été modifié. Demandez à qui vous l’a donné à quoi cela sert.',
};
