// SPDX-License-Identifier: GPL-3.0-or-later

/** Ce que dit `holdfast --help` de chaque commande, et ce qui tient lieu de ce qu’on remplit. */
export const help = {
  'cli.about.status':
    'Argent, degré de protection, ce qui est en cours. Code de sortie 3 quand il y a quelque chose à faire.',
  'cli.about.balance': 'L’argent par émetteur.',
  'cli.about.history':
    'Chaque événement, du plus récent au plus ancien, ou ceux où figurent tous les mots ; --long montre tout ce qui est connu de chacun, --csv fait un tableau.',
  'cli.about.exchange': 'Ajoute un émetteur d’argent, ou énumère ceux qui sont connus.',
  'cli.about.withdraw':
    'Retire de l’argent d’un compte bancaire : par un virement que vous faites, ou par un lien de votre banque.',
  'cli.about.pay': 'Paie une boutique par son lien, après avoir montré le prix et les frais.',
  'cli.about.send': 'Met de l’argent dans un lien qu’une autre personne prend.',
  'cli.about.request': 'Fait un lien qu’une autre personne paie.',
  'cli.about.receive': 'Prend ou paie ce qu’il y a derrière le lien d’une autre personne.',
  'cli.about.refund': 'Encaisse ce qu’une boutique rend.',
  'cli.about.agree': 'Dit oui à un prix qui a changé, après l’avoir montré.',
  'cli.about.abort': 'Annule ce qui n’est pas terminé ; status montre l’identifiant.',
  'cli.about.forget':
    'Oublie ce qui est passé : un achat, un paiement entre personnes, un virement d’une banque ou vers elle, un émetteur sans argent, un emplacement retiré. Les montants restent.',
  'cli.about.without-backup':
    'Laisse passer un montant qui attend sa copie, au risque de le perdre avec cet ordinateur.',
  'cli.about.deposit': 'Envoie de l’argent sur votre compte bancaire.',
  'cli.about.provider':
    'Ajoute, énumère, vérifie (relit), renouvelle ou retire un emplacement qui garde des copies chiffrées, ou fixe ce qu’une année peut y coûter.',
  'cli.about.backup':
    'Fait des copies maintenant, ou fixe combien il en faut. Code de sortie 3 quand cela ne met pas l’argent en sûreté.',
  'cli.about.sheet':
    'Imprime la feuille de secours, avec --shares partagée en parts ; --verify la relit d’une photo, d’un PDF ou d’un texte, et c’est cela seul qui la fait compter.',
  'cli.about.drill':
    'Restaure à titre d’essai de chaque emplacement, avec ou sans la feuille, et dit ce qui reviendrait. Ne change rien.',
  'cli.about.unlock': 'Ouvre avec sa feuille un portefeuille dont la phrase de passe est perdue.',
  'cli.about.restore': 'Ramène un portefeuille avec sa feuille, ou avec assez de ses parts.',
  'cli.about.import':
    'Amène l’argent du portefeuille de GNU Taler par son lien, son texte de secours ou une sauvegarde ; --look montre seulement ce qu’il contient.',
  'cli.about.set-aside':
    'Déplace dans un dossier à eux les fichiers d’un portefeuille qui ne s’ouvre pas, pour qu’on puisse le restaurer ici. Ne supprime rien.',
  'cli.about.report':
    'Imprime ce que doit savoir qui aide : quels fichiers il y a et ce qui ne s’ouvre pas. Ni secret, ni nom, ni adresse, ni montant n’y figure.',
  'cli.about.empty': 'Envoie tout à un autre portefeuille et efface celui-ci.',
  'cli.about.devices': 'Énumère les appareils de ce portefeuille.',
  'cli.about.name': 'Dit comment s’appellent ce portefeuille et cet appareil, ou les nomme, ou nomme un emplacement.',
  'cli.about.abandon': 'Quitte ce portefeuille ici, pour qu’un autre appareil puisse le reprendre.',
  'cli.about.takeover': 'Reprend un autre portefeuille avec sa feuille, ou refait de cet appareil l’appareil actif.',
  'cli.about.rekey':
    'Fait un nouveau secret, parce que quelqu’un a peut-être vu la feuille : l’argent est déplacé, et l’ancienne feuille ne vaut plus rien.',
  'cli.about.undo': 'Défait la dernière restauration ou reprise, ou énumère ce qui peut être défait.',
  'cli.about.run': 'Poursuit tout ce qui est en cours.',

  'cli.word.AMOUNT': 'MONTANT',
  'cli.word.DIR': 'DOSSIER',
  'cli.word.FILE': 'FICHIER',
  'cli.word.LANGUAGE': 'LANGUE',
  'cli.word.COMMAND': 'COMMANDE',
  'cli.word.NAME': 'NOM',
  'cli.word.NUMBER': 'NOMBRE',
  'cli.word.SECONDS': 'SECONDES',
  'cli.word.TEXT': 'TEXTE',
};
