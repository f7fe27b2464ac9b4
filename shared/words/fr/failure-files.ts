// SPDX-License-Identifier: GPL-3.0-or-later

/** Pourquoi les fichiers du portefeuille ne s’ouvrent pas, et ce que sa porte refuse. */
export const failureFiles = {
  'failure.already-running':
    'Un autre Holdfast utilise ce portefeuille ; celui-ci ne démarre donc pas : à deux, ils pourraient dépenser le même argent. Fermez d’abord l’autre ; rien n’a été modifié.',
  'failure.disk-full':
    'Le disque est plein ; ceci n’a donc pas été écrit. Aucun argent n’est perdu ; libérez de la place et réessayez.',
  'failure.cannot-open':
    'Les fichiers du portefeuille ne s’ouvrent pas. Rien n’a été modifié ; vérifiez que le disque est branché et que vous pouvez y écrire.',
  'failure.wrong-key':
    'La base de données du portefeuille ne s’ouvre pas avec le fichier de clé qui l’accompagne : l’un des deux vient d’un autre portefeuille ou est abîmé. Rien n’a été modifié ; remettez ensemble les fichiers qui vont de pair, ou restaurez avec votre feuille de secours à un endroit vide.',
  'failure.encrypted':
    'La base de données du portefeuille et le fichier de clé qui l’accompagne ne vont pas ensemble. Rien n’a été modifié ; remettez ensemble les fichiers qui vont de pair, ou restaurez avec votre feuille de secours à un endroit vide.',
  'failure.not-encrypted':
    'La base de données du portefeuille et le fichier de clé qui l’accompagne ne vont pas ensemble. Rien n’a été modifié ; remettez ensemble les fichiers qui vont de pair, ou restaurez avec votre feuille de secours à un endroit vide.',
  'failure.newer-database':
    'Ce portefeuille a été écrit par un Holdfast plus récent, et un plus ancien ne doit pas y toucher. Rien n’a été modifié ; installez la version plus récente.',
  'failure.damaged-database':
    'La base de données du portefeuille est abîmée. Rien n’a été modifié ; gardez les fichiers et restaurez avec votre feuille de secours à un endroit vide.',
  'failure.no-vault': 'Il n’y a pas de portefeuille ici. Rien n’a été modifié.',
  'failure.damaged-vault':
    'Le fichier de clé (wallet-key.json) est abîmé. Rien n’a été modifié ; remettez-en une copie, ou restaurez avec votre feuille de secours à un endroit vide.',
  'failure.costly-vault':
    'Le fichier de clé (wallet-key.json) exige pour chaque phrase de passe plus de calcul que n’en demande aucun Holdfast : il a été altéré. Rien n’a été essayé ni modifié ; remettez-en une copie, ou ouvrez le portefeuille avec votre feuille de secours.',
  'failure.newer-vault':
    'Le fichier de clé a été écrit par un Holdfast plus récent. Rien n’a été modifié ; installez la version plus récente.',
  'failure.vault-exists': 'Il y a déjà un portefeuille ici, et il n’est jamais écrasé. Rien n’a été modifié.',
  'failure.empty-passphrase': 'Une phrase de passe vide ne protège rien. Rien n’a été modifié.',
  'failure.wrong-passphrase': 'Ce n’est pas la phrase de passe. Rien n’a été ouvert ni modifié.',
  'failure.wrong-passphrase+waitMs': 'Attendez {$waitMs :span} avant le prochain essai.',
  'failure.wait':
    'Trop de phrases de passe fausses : celle-ci n’a même pas été essayée. Rien n’a été modifié ; attendez {$waitMs :span}.',
  'failure.wrong-root-secret':
    'Cette feuille de secours est celle d’un autre portefeuille. Rien n’a été ouvert ni modifié.',
  'failure.keychain-refused.opens':
    'Le trousseau de clés du système n’a pas rendu la clé. Aucun argent n’est perdu : ouvrez le portefeuille sous le compte qui l’a créé, ou avec sa feuille de secours.',
  'failure.keychain-refused.unknown':
    'Le trousseau de clés du système n’a pas rendu la clé, et aucune feuille de secours n’ouvre ce portefeuille ici. Rien n’a été modifié. Gardez les fichiers, et ouvrez le portefeuille sous le compte et sur l’ordinateur qui l’ont créé ; avec une feuille de secours, restaurez à un endroit vide. Sans cette clé et sans feuille, son argent est perdu.',
  'failure.no-such-protection': 'Ce portefeuille ne s’ouvre pas ainsi, mais par : {$has :codes}. Rien n’a été modifié.',
  'failure.last-protection': 'C’est le seul verrou restant ; sans lui, le portefeuille serait perdu, il reste donc.',
  'failure.missing-database':
    'Le fichier de clé (wallet-key.json) est ici, mais pas la base de données qu’il ouvre (wallet.db). Rien n’a été ouvert, et aucun portefeuille vide n’a été mis à sa place. Remettez wallet.db ; s’il est perdu, éloignez wallet-key.json et restaurez avec votre feuille de secours.',
  'failure.empty-database':
    'La base de données du portefeuille (wallet.db) est vide alors que son fichier de clé (wallet-key.json) est ici : son contenu n’est plus sur ce disque. Rien n’a été ouvert ni modifié, et aucun portefeuille vide n’a été mis à sa place. Remettez une copie de wallet.db, avec wallet.db-wal s’il existe, ou restaurez avec votre feuille de secours à un endroit vide.',
  'failure.older-database':
    'La base de données du portefeuille (wallet.db) est plus ancienne que son fichier de clé (wallet-key.json) : ce qui a été écrit en dernier manque, le secret de votre feuille de secours aussi. Rien n’a été ouvert ni modifié. Remettez le wallet.db le plus récent avec son wallet.db-wal, ou restaurez avec votre feuille de secours à un endroit vide.',
  'failure.not-erased.everything':
    'Le portefeuille n’a pas pu être effacé à cause du fichier {$file :file}. Il est entier et reste comme il était. Assurez-vous que son dossier est accessible en écriture et qu’aucun autre programme ne retient ce fichier, puis effacez-le de nouveau.',
  'failure.not-erased.marked':
    'L’effacement a commencé, et rien n’a pu être supprimé à cause du fichier {$file :file}. Le portefeuille est entier, mais reste fermé parce que le prochain démarrage l’efface. Pour le garder, supprimez à la main le fichier wallet.erasing ; pour l’effacer, rendez son dossier accessible en écriture et redémarrez.',
  'failure.not-erased.rest':
    'Ce portefeuille est en cours d’effacement, comme demandé, et le fichier {$file :file} ne peut pas être supprimé. Sa clé a disparu : personne ne peut ouvrir ce qui reste, et aucun autre portefeuille n’est touché. Supprimez ce fichier à la main, ou rendez son dossier accessible en écriture, puis redémarrez.',
  'failure.not-set-aside':
    'Le fichier {$file :file} n’a pas pu être déplacé ; les fichiers du portefeuille ne sont donc pas tous mis de côté. Rien n’a été supprimé, et aucun argent n’a été touché. Fermez les autres programmes qui retiennent ce fichier, rendez son dossier accessible en écriture et réessayez.',
  'failure.place-missing':
    'Le dossier {$file :file}, dans lequel vous gardez ce portefeuille, est absent. Rien n’a été modifié. S’il est sur une clé USB ou un lecteur réseau, branchez-le et réessayez.',
  'failure.orphan-database':
    'Il y a ici la base de données d’un portefeuille mais pas son fichier de clé (wallet-key.json) ; aucun nouveau portefeuille n’est donc mis par-dessus. Remettez le fichier de clé, ou choisissez un autre dossier et restaurez avec votre feuille de secours.',
  'failure.no-keychain':
    'Ce système n’a pas de trousseau de clés qui protège quoi que ce soit. Rien n’a été créé ni modifié ; choisissez plutôt une phrase de passe.',
  'failure.not-by-sheet':
    'Aucune feuille de secours n’ouvre ce portefeuille sur cet ordinateur : il n’a pas de copies, ou a été quitté. Rien n’a été ouvert ni modifié. Ce que gardent les emplacements nommés sur la feuille peut être restauré à un endroit vide.',
  'failure.unwritable-file.no-file':
    '{$file :file} est un lien, un tube, un périphérique ou un dossier, et aucun fichier n’est mis à sa place. Rien n’a été écrit ; choisissez le nom d’un fichier.',
  'failure.unwritable-file.own':
    '{$file :file} se trouverait parmi les fichiers du portefeuille, ou à la place de l’un d’eux. Rien n’a été écrit ; choisissez un autre dossier.',
  'failure.unwritable-file.beside-copy':
    'La page n’a pas été écrite dans {$file :file} : ce dossier garde une copie d’un portefeuille, et qui trouve les deux a l’argent. Choisissez un dossier sans copies, ou imprimez la page sans fichier.',
  'failure.unwritable-file.output': '{$file :file} n’a pas pu être écrit. Le portefeuille lui-même est inchangé.',

  'failure.real-money-here':
    'Ce portefeuille contient de l’argent réel, en attend ou connaît un émetteur qui en émet, et l’argent fictif ne s’y mêle jamais. Rien n’a été modifié, et aucun argent n’est en danger. Envoyez ailleurs ce qui est ici, ou retirez l’émetteur dans les réglages ; ce sera alors possible.',
  'failure.play-money-here':
    'Ce portefeuille joue, et l’argent fictif reste à part du vrai. Rien n’a été modifié ; quittez d’abord l’argent fictif sur la page « Argent ».',
  'failure.wrong-stage.not-open': 'Le portefeuille n’est pas ouvert. Rien n’a été modifié.',
  'failure.wrong-stage.exists': 'Il existe déjà un portefeuille ici. Rien n’a été modifié.',
  'failure.wrong-stage.closing': 'Holdfast est en train de se fermer. Rien n’a été modifié.',
  'failure.wrong-stage.nothing-to-unlock': 'Aucun portefeuille n’attend ici d’être déverrouillé. Rien n’a été modifié.',
  'failure.defect':
    'Une chose inattendue s’est produite. L’étape n’a pas été achevée et rien n’a été perdu. Signalez-la avec le numéro {$reference :code}.',
  'failure.unknown-request': 'Le portefeuille ne connaît pas cette demande. Rien n’a été modifié.',
  'failure.too-long.passphrase':
    'Une phrase de passe a au plus {$most :integer} caractères. Rien n’a été ouvert ni modifié ; vérifiez ce qui a été tapé, ou de quel fichier il s’agit.',
  'failure.too-long.sheet':
    'Le texte autour de la feuille de secours est trop long : au plus {$most :integer} caractères sont lus. Rien n’a été modifié ; ne laissez que la feuille, de HOLDFAST-RECOVERY-1 à END.',
  'failure.too-long.other':
    'Ce qui a été saisi est trop long : au plus {$most :integer} caractères y ont leur place. Rien n’a été modifié ; vérifiez ce qui a été collé.',
  'failure.no-such-line': 'Cette ligne n’est plus dans l’historique. Votre argent est comme avant.',
  'failure.malformed-request': 'Ce qui a été saisi est illisible. Rien n’a été modifié.',
  'failure.folder-not-chosen':
    'Choisissez ce dossier avec le bouton « Choisir un dossier » : la fenêtre ne peut utiliser que les dossiers que vous avez confirmés dans la boîte de dialogue de votre système. Rien n’a été modifié.',
  'failure.play-not-started':
    'L’économie fictive n’a pas démarré : un autre programme utilise peut-être ses adresses. Fermez les autres exemplaires de Holdfast, puis redémarrez-la. Votre argent fictif est conservé.',
  'failure.not-allowed': 'Seule la fenêtre du portefeuille peut demander cela. Rien n’a été modifié.',
  'failure.bridge':
    'La fenêtre a perdu sa liaison avec le portefeuille. Rien n’est perdu ; fermez Holdfast et rouvrez-le.',
  'failure.not-confirmed':
    'La question du système n’a pas reçu de oui ; la feuille de secours reste donc cachée. Rien n’a été montré ni modifié ; demandez-la de nouveau pour que la question soit reposée.',
  'failure.passphrase-needed': 'Montrer la feuille de secours exige la phrase de passe. Rien n’a été montré.',
  'failure.abandon-pending':
    'Tout a été pris, et les emplacements pour les copies en sont prévenus. Cela se poursuit de soi-même ; rien n’est perdu.',
  'failure.sheet-hidden.left':
    'La page de la feuille de secours a été quittée avant qu’elle ne puisse être montrée. Rien n’a été montré.',
  'failure.sheet-hidden.before-print':
    'La feuille s’imprime depuis sa page : affichez-la d’abord. Rien n’a été imprimé.',
  'failure.no-printer.no-window': 'L’impression exige la fenêtre. Rien n’a été imprimé.',
  'failure.no-printer.none':
    'Aucune imprimante ne répond : aucune n’est installée, ou elle est éteinte. Rien n’a été imprimé ; réessayez, ou enregistrez la page en PDF.',
  'failure.no-printer.failed':
    'L’imprimante n’a pas pris la page. Rien n’a été imprimé, pour autant qu’on le sache ici ; regardez l’imprimante, puis réessayez.',
  'failure.cannot-write.language':
    'Le choix de la langue n’a pas pu être écrit sur ce disque. Rien d’autre n’a été modifié ; faites de la place et choisissez de nouveau.',
  'failure.unknown-language': 'Holdfast ne parle pas cette langue. Rien n’a été modifié.',
  'failure.cannot-write.place':
    'Le choix du dossier n’a pas pu être écrit sur ce disque. Rien n’a été modifié ni déplacé ; faites de la place et choisissez de nouveau.',
  'failure.cannot-write.history':
    'L’historique n’a pas pu être écrit là : le disque est peut-être plein, ou vous est fermé. Rien n’a changé dans le portefeuille ; choisissez un autre endroit.',
  'failure.cannot-write.report':
    'Le rapport n’a pas pu être écrit là. Rien d’autre n’a été modifié ; choisissez un autre endroit.',
  'failure.cannot-write.sheet':
    'Le fichier n’a pas pu être écrit là. Rien n’a été enregistré ; choisissez un autre endroit.',
  'failure.unwritable-file.receipt':
    'Le reçu n’a pas pu être écrit dans {$file :file} ; le portefeuille n’est donc pas encore effacé. Aucun argent n’est en danger, tout a été pris ; faites de la place et terminez de nouveau.',
  'failure.older': '{$text :quote}',
};
