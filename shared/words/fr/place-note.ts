// SPDX-License-Identifier: GPL-3.0-or-later

/** Ce qui se dit d’un emplacement qui garde des copies, pourquoi sa réponse était inutilisable, et pourquoi il n’a pas été payé. */
export const placeNote = {
  'trouble.unreachable': 'Il est injoignable.',
  'trouble.timeout': 'Il n’a pas répondu en {$afterMs :span}.',
  'trouble.server-trouble': 'Il a ses propres ennuis.',
  'trouble.too-large': 'Sa réponse dépasse {$limitBytes :bytes}.',
  'trouble.unreadable': 'Sa réponse est illisible.',
  'trouble.redirected': 'Il envoie ce portefeuille ailleurs.',
  'trouble.refused': 'Il refuse.',
  'trouble.between':
    'Quelqu’un répond à sa place : un réseau qui veut d’abord une connexion, un proxy, ou un avis de maintenance. Ce qu’il contient n’a pas été lu.',
  'trouble.no-escrow-service': 'Il ne répond pas comme un tel service.',
  'trouble.no-service': 'Il ne répond pas comme un service qui garde des copies.',
  'trouble.other-version': 'Il parle une langue que ce Holdfast ne connaît pas (version {$version :version}).',
  'trouble.unasked-unchanged': 'Il dit « inchangé » sans qu’on le lui ait demandé.',
  'trouble.bad-signature': 'Il n’accepte pas la signature de ce portefeuille. Son adresse s’écrit-elle comme avant ?',
  'trouble.damaged-in-transit': 'L’envoi est arrivé abîmé, deux fois.',
  'trouble.payment-service-silent': 'Son service de paiement ne répond pas.',
  'trouble.closing': 'Il va fermer.',
  'trouble.shut-out.password': 'Il n’accepte pas le nom d’utilisateur et le mot de passe.',
  'trouble.shut-out.permission': 'Il ne laisse pas cet utilisateur y lire et y écrire.',
  'trouble.no-address': 'Ce n’est pas une adresse web.',
  'trouble.confirmed-and-lacks': 'Il a confirmé la copie et ne l’a pas.',
  'trouble.asks-again': 'Il demande à être payé encore et encore.',
  'trouble.asks-for-paid': 'Il redemande une chose déjà payée.',
  'trouble.contradicts-itself': 'Il se contredit sur ce qu’il contient.',
  'trouble.unnamed-payment': 'Il demande un paiement sans dire lequel.',
  'trouble.sealed-by-other': 'Ce qui s’y trouve est abîmé ou n’a pas été scellé par ce portefeuille.',
  'trouble.unpacks-too-large': 'Ce qui s’y trouve, une fois décompressé, dépasse la taille permise.',
  'trouble.not-confirmed':
    'Seule une copie nomme son adresse, qui n’est pas chiffrée ou est dans un réseau privé. Rien n’y est envoyé tant que vous ne l’ajoutez pas de nouveau sous cette adresse.',
  'trouble.inner-address': 'Il veut être payé à une adresse qu’il n’a pas le droit de nommer.',
  'trouble.listing-unreadable': 'Sa liste du dossier est illisible.',
  'trouble.folder-too-full': 'Le dossier contient trop de choses. Holdfast en veut un à lui.',
  'trouble.answers-page': 'Il répond par une page, et non comme un serveur WebDAV.',
  'trouble.no-such-folder': 'Ce dossier n’existe pas sur le serveur.',
  'trouble.no-webdav': 'Il ne parle pas WebDAV à cette adresse.',
  'trouble.folder-above-missing': 'Le dossier au-dessus est absent.',
  'trouble.changed-meanwhile': 'Ce qui s’y trouve vient de changer.',
  'trouble.file-locked': 'Un autre programme y a verrouillé un fichier.',
  'trouble.storage-full': 'Son stockage est plein.',
  'trouble.odd-answer': 'Sa réponse ne correspond à aucune question de ce portefeuille.',
  'trouble.redirected-to':
    'Il envoie ce portefeuille à {$to :quote}. Ajoutez-le de nouveau avec cette adresse si elle est juste.',
  'trouble.no-https': 'Ce n’est pas une adresse https.',
  'trouble.neither-service-nor-webdav':
    'Il ne répond ni comme un service qui garde des copies ni comme un dossier WebDAV.',
  'trouble.other-login': 'Il veut une identification que Holdfast ne connaît pas (seulement Basic, par https).',
  'trouble.folder-full': 'Le disque du dossier est plein.',
  'trouble.folder-closed.reading': 'Le dossier ne laisse pas Holdfast lire.',
  'trouble.folder-closed.writing': 'Le dossier ne laisse pas Holdfast écrire.',
  'trouble.folder-missing': 'Le dossier est absent. Le disque est-il branché ?',
  'trouble.folder-failed.reading': 'Le dossier n’a pas pu être lu.',
  'trouble.folder-failed.writing': 'Le dossier n’a pas pu être écrit.',
  'trouble.folder-own':
    'C’est le dossier même du portefeuille : une copie s’y perdrait avec lui. Choisissez un dossier sur un autre disque.',
  'trouble.folder-is-file': 'C’est un fichier, pas un dossier.',
  'trouble.folder-lost-marker': 'Le dossier a perdu son fichier repère.',
  'trouble.folder-other': 'Un autre dossier pour les copies s’y trouve maintenant.',
  'trouble.folder-foreign-marker': 'Son fichier repère n’a pas été écrit par Holdfast.',
  'trouble.folder-unknown-here': 'On ne sait pas où est ce dossier sur cet ordinateur. Ajoutez le dossier de nouveau.',
  'trouble.folder-not-intact': 'Aucune des {$copies :integer} copies du dossier n’est intacte.',
  'trouble.folder-damaged': 'Les copies du dossier sont abîmées. Elles ont été laissées en l’état.',
  'trouble.folder-crowded': 'Il y a dans le dossier plus de copies récentes que des appareils n’ont pu en écrire.',
  'trouble.place-busy': 'Un autre programme y écrit en ce moment.',
  'trouble.marker-refused': 'Il refuse même un petit fichier.',
  'trouble.marker-lost': 'Il a confirmé un petit fichier et ne l’a pas.',
  'trouble.neither-folder-nor-address': 'Ce n’est ni un dossier existant ni une adresse web.',
  'trouble.older': '{$text :quote}',

  'ask.no-consent':
    'Il demande un paiement, et aucun prix n’a été convenu. Rien n’a été payé ; ajoutez-le de nouveau pour en accepter un.',
  'ask.fee-above-cap':
    'Il demande maintenant {$fee :amount} par an, et vous avez accepté au plus {$cap :amount}. Rien n’a été payé : acceptez le nouveau prix, ou retirez-le.',
  'ask.other-currency':
    'Il demande {$fee :amount}, et vous avez accepté {$cap :amount}. Rien n’a été payé ; ajoutez-le de nouveau pour accepter cela, ou retirez-le.',
  'ask.costs-too-much':
    'Payer ses {$fee :amount} prendrait {$total :amount}, frais compris : plus que ce que vous avez accepté. Rien n’a été payé ; ajoutez-le de nouveau avec un plafond d’au moins {$total :amount}, ou utilisez d’abord de plus petits montants.',
  'ask.order-differs':
    'Il annonce {$announced :amount} par an et demande {$asked :amount}. Rien n’a été payé ; il sera interrogé de nouveau plus tard. S’il continue ainsi, retirez-le.',
  'ask.paid-already':
    'Il demande un autre paiement alors qu’il est payé jusqu’au {$until :day}. Rien n’a été payé ; ajoutez-le de nouveau pour payer une année de plus, ou retirez-le.',
  'ask.paid-unconfirmed':
    'Payé et non confirmé : cet emplacement a pris {$taken :amount} pour la commande {$orderId :name} et le nie. Rien de plus ne lui est payé pour cette année. Montrez-lui la commande ; ne l’ajoutez de nouveau que si vous voulez payer encore une fois, ou retirez-le.',
  'ask.clock-differs':
    'L’horloge de cet ordinateur dit {$here :time}, et cet emplacement dit {$there :time}. Rien n’a été payé : réglez l’horloge, et la prochaine année sera payée le moment venu. Si l’horloge est juste, ajoutez l’emplacement de nouveau.',
  'ask.too-many-orders':
    'Il a demandé un paiement après l’autre, et aucun n’a pu être fait. Rien n’a été payé ; ajoutez-le de nouveau pour lui donner une autre chance, ou retirez-le.',
  'ask.closing': 'Il va fermer. Choisissez un autre emplacement.',

  'placeNote.found-old-copy':
    'Il a rendu une copie plus ancienne que celle qu’il avait confirmée. L’actuelle y a été déposée de nouveau et relue ; songez à un autre emplacement.',
  'placeNote.found-lost':
    'Il avait perdu la copie. Elle y a été déposée de nouveau et relue ; songez à un autre emplacement.',
  'placeNote.renewal': 'La prochaine année n’a pas pu être payée d’avance. {$why :said}',
  'placeNote.conflict':
    'Un autre appareil de ce portefeuille sauvegarde des copies en même temps. Les deux sont gardées et réunies au prochain essai.',
  'placeNote.old-copy':
    'Il rend une copie plus ancienne que celle qu’il a confirmée ; il ne protège donc pas votre argent pour l’instant. Il sera interrogé de nouveau plus tard.',
  'placeNote.lost': 'Il a perdu la copie. {$why :said}',
  'placeNote.stands-still': 'Cet appareil n’est pas l’appareil actif ; il n’y sauvegarde donc rien.',
  'placeNote.unpaid': 'Il veut d’abord être payé. {$why :said}',
  'placeNote.paying': 'Le paiement est en route ; la copie suit dès qu’il est passé.',
  'placeNote.asks': '{$why :said}',
  'placeNote.unopened':
    'Ce qui s’y trouve ne s’ouvre pas. {$why :said} Ce n’a été ni utilisé ni écrasé, et les autres emplacements ne sont pas touchés.',
  'placeNote.legacy-format':
    'Une copie du portefeuille de GNU Taler de 2022 (TLRWBK01) s’y trouve. Elle n’a pas été écrasée ; « Venir du portefeuille de GNU Taler » en amène l’argent.',
  'placeNote.real-money-there':
    'La copie qui s’y trouve contient du vrai argent, ajouté sur un autre appareil, et ce portefeuille est fictif : rien n’a été réuni, rien n’a été écrasé. Quittez l’argent fictif sur la page « Argent », puis restaurez depuis votre feuille de secours.',
  'placeNote.newer-format':
    'Un Holdfast plus récent y a écrit (format {$version :integer}). Rien n’a été écrasé ; faites une mise à jour.',
  'placeNote.too-large':
    'La copie dépasse ce que cet emplacement accepte ; rien n’y est donc envoyé tant qu’elle n’est pas plus petite. Ajoutez un autre emplacement qui en prend de plus grandes ; les autres ne sont pas touchés.',
  'placeNote.half-full':
    'La copie remplit {$percent :integer} % de ce qui peut y être gardé, {$limitBytes :bytes}. Cherchez à temps un emplacement plus grand.',
  'placeNote.nearly-full':
    'La copie remplit {$percent :integer} % de ce qui peut y être gardé, {$limitBytes :bytes}. Ajoutez maintenant un emplacement plus grand : une fois celui-ci plein, rien de nouveau n’y sera sauvegardé.',
  'placeNote.silent': '{$why :said} Cela ne veut pas dire que la copie a disparu.',
  'placeNote.unverified': 'La copie a été déposée mais n’a pas pu être relue. {$why :said}',
  'placeNote.shut-out.password':
    'Il n’accepte plus le nom d’utilisateur et le mot de passe. Ce qui y est gardé reste ; ajoutez-le de nouveau avec les bons, ou retirez-le.',
  'placeNote.shut-out.permission':
    'Il ne laisse pas cet utilisateur y lire et y écrire. Ce qui y est gardé reste ; changez cela sur le serveur, ou retirez-le.',
  'placeNote.needs-newer':
    'Un Holdfast plus récent l’a ajouté, et celui-ci ne sait pas lui parler. Il n’a pas été interrogé et ne reçoit pas de copies d’ici ; faites une mise à jour.',
  'placeNote.not-ours': 'Ce n’est pas un des emplacements de ce portefeuille ; rien ne lui a donc été envoyé.',
  'placeNote.misbehaved': 'Sa réponse ne peut pas être juste. {$why :said}',
  'placeNote.year-over': 'Son année payée s’est terminée le {$until :day}. Il peut supprimer la copie à tout moment.',
  'placeNote.year-renews':
    'Il est payé jusqu’au {$until :day}. La prochaine année est payée d’elle-même avant cela, et jamais au-dessus de ce que vous avez accepté.',
  'placeNote.year-ends': 'Il n’est payé que jusqu’au {$until :day}.',
  'placeNote.year-ends-in':
    '.input {$days :integer} .match $days one {{Il est payé jusqu’au {$until :day} : il reste {$days} jour, et la prochaine année n’est pas encore payée.}} * {{Il est payé jusqu’au {$until :day} : il reste {$days} jours, et la prochaine année n’est pas encore payée.}}',
  'placeNote.year-lacks':
    'La prochaine année coûte {$fee :amount}, et il n’y a ici que {$have :amount} : ajoutez de l’argent.',
  'placeNote.older': '{$text :quote}',

  'removal.would-lose': 'Après cela, {$lost :said} seraient perdus si cet ordinateur tombait en panne.',
  'removal.last-place':
    'C’est le dernier emplacement. Après cela, rien du portefeuille n’existe hors de cet ordinateur.',
  'removal.leaves': 'Après cela, voici ce qu’il en serait : {$why :said}',
  'removal.too-few':
    'Vous voulez {$wanted :integer} copies ; après cela, il y a des emplacements pour {$there :integer}, et le nouvel argent attend.',
  'removal.sheet-suffices': 'Votre feuille vérifiée le {$tested :day} le nomme, et mène toujours à tout sans lui.',
  'removal.sheet-leads-nowhere':
    'Votre feuille vérifiée le {$tested :day} ne nomme aucun autre emplacement ayant une copie : imprimez-en d’abord une nouvelle et relisez-la.',
  'removal.paid-until': 'Il est payé jusqu’au {$until :day} ; rien n’en revient.',
  'removal.removed': '{$name :place} ne reçoit plus de copies.',
  'removal.keeps-copy': 'Il garde la dernière copie scellée ; personne d’autre que vous ne peut l’ouvrir.',
  'removal.keeps-copy+until': 'Il est payé jusqu’au {$until :day}.',
  'removal.none-left': 'Il ne reste aucun emplacement pour les copies.',
  'removal.none-left+lost': 'Si ce disque tombait en panne maintenant, {$lost :said} seraient perdus.',

  'mark.folder-not-here': 'Son dossier n’est pas ici.',
  'mark.needs-newer': 'Il exige un Holdfast plus récent et n’a pas été prévenu.',
  'mark.trouble': '{$why :said}',
  'mark.holds-none': 'Il n’a pas de copie.',
  'mark.unopened': 'Sa copie ne s’ouvre pas et a été laissée en l’état.',
  'mark.too-large': 'Sa copie est trop grande pour être modifiée.',
  'mark.wants-payment': 'Il veut d’abord être payé de nouveau, ce que ce portefeuille ne fait pas pour un autre.',
  'mark.writes-on': 'L’autre appareil continue d’y écrire.',
  'mark.older': '{$text :quote}',
};
