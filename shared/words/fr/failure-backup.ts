// SPDX-License-Identifier: GPL-3.0-or-later

/** Ce qui est refusé à propos des copies, de la feuille et des emplacements, et pourquoi un emplacement n’avait rien à donner. */
export const failureBackup = {
  'failure.not-a-recovery-text':
    'La ligne {$line :integer} ne dit pas HOLDFAST-RECOVERY-1 ni HOLDFAST-SHARE-1 ; ce n’est donc pas le texte d’une feuille de secours. Rien n’a été modifié.',
  'failure.newer-recovery-text':
    'Ligne {$line :integer} : cette feuille a été faite par un Holdfast plus récent (version {$version :integer}). Rien n’a été modifié ; faites une mise à jour.',
  'failure.recovery-truncated':
    'Le texte s’arrête après la ligne {$line :integer} : la ligne END manque, et peut-être d’autres avant elle. Rien n’a été modifié.',
  'failure.recovery-line': 'Ligne {$line :integer} : {$why :said} Rien n’a été modifié.',
  'failure.correction-proposed':
    'Le code n’est pas cohérent tel qu’il a été lu. Comparez avec la feuille : {$changes :said} Rien n’a été modifié.',
  'failure.too-damaged':
    'Il y a dans le code plus de fautes ou de manques que le reste ne permet d’en retrouver. Relisez-le groupe par groupe, avec ? pour chaque lettre illisible, ou utilisez le code QR ou un autre tirage de la feuille. Rien n’a été modifié.',
  'failure.two-recovery-texts':
    'Il y a plus d’une feuille de secours dans ce texte, à partir des lignes {$line :integer} et {$other :integer}, et elles ne disent pas la même chose. Rien n’a été modifié ; ne laissez que la bonne.',
  'failure.recovery-too-long':
    'Le texte d’une feuille de secours a au plus {$limit :integer} caractères. Rien n’a été modifié.',
  'failure.too-few-shares':
    '.input {$got :integer} .input {$needed :integer} .match $got one {{Du partage {$split :code}, il faut {$needed} parts, et une seule est ici : le numéro {$there :codes}. Seule, elle ne révèle rien. Rien n’a été modifié ; ajoutez les autres.}} * {{Du partage {$split :code}, il faut {$needed} parts, et {$got} sont ici : les numéros {$there :codes}. Rien n’a été modifié ; ajoutez-en une autre.}}',
  'failure.same-share-twice':
    'La part {$share :integer} du partage {$split :code} est déjà ici. Il en faut {$needed :integer} différentes. Rien n’a été modifié.',
  'failure.share-of-another-split':
    'La part {$share :integer} vient du partage {$split :code}, et les autres du partage {$other :code}. Seules les parts d’un même partage vont ensemble. Rien n’a été modifié.',
  'failure.share-contradicts':
    'La part {$share :integer} se dit du partage {$split :code} et ne va pas avec les autres : elle vient d’un autre portefeuille, ou n’est pas telle qu’elle a été imprimée. Rien n’a été modifié.',
  'failure.sheet-among-shares':
    'À la ligne {$line :integer}, une feuille de secours entière commence parmi des parts. Une feuille n’a besoin de rien d’autre : laissez l’une ou les autres. Rien n’a été modifié.',
  'failure.too-many-shares': 'Au plus {$limit :integer} parts sont lues ensemble. Rien n’a été modifié.',
  'failure.malformed-recovery-uri.action': 'Cette adresse taler:// sert à autre chose. Rien n’a été modifié.',
  'failure.malformed-recovery-uri.pay':
    'C’est un lien de paiement. Sa place est sur la page « Payer », où mène la page « Argent ». Rien n’a été modifié, et rien n’a été payé.',
  'failure.malformed-recovery-uri.key':
    'Le secret de cette adresse a une mauvaise longueur ; il est peut-être coupé. Rien n’a été modifié.',
  'failure.malformed-recovery-uri.providers':
    'Un emplacement dans cette adresse n’est pas une adresse web. Rien n’a été modifié.',
  'failure.malformed-recovery-uri.encoding':
    'Un signe de pourcentage est isolé dans cette adresse. Rien n’a été modifié.',
  'failure.malformed-recovery-uri.length': 'Cette adresse est trop longue. Rien n’a été modifié.',
  'failure.malformed-recovery-uri.scheme': 'Cela ne commence pas comme une adresse taler://. Rien n’a été modifié.',
  'failure.malformed-recovery-uri.segments':
    'Il y a quelque chose entre le secret et les emplacements dans cette adresse. Rien n’a été modifié.',
  'failure.malformed-recovery-uri.base-url': 'Une adresse de ce texte est illisible. Rien n’a été modifié.',

  'correction.differs':
    'Groupe {$group :integer} : {$typed :name} a été lu, et la feuille devrait dire {$proposed :name}.',
  'correction.unread': 'Le groupe {$group :integer} n’a pas été lu ; il devrait dire {$proposed :name}.',
  'correction.extra': 'Un groupe a été lu qui n’a rien à faire là : {$typed :name}.',
  'correction.swapped': 'Les groupes {$group :integer} et {$other :integer} sont intervertis.',

  'correction.in-share': 'Dans la part {$share :integer} :',

  'typing.look-alike':
    'Groupe {$group :integer} : le code ne contient pas de {$typed :name}. Ce qui y ressemble est {$meant :name}.',
  'typing.no-letter': 'Groupe {$group :integer} : le code ne contient pas de {$typed :name}.',
  'typing.beginning': 'Le code commence par {$begin :code}.',
  'typing.short':
    '.input {$got :integer} .input {$expected :integer} .match $expected one {{Il a {$expected} lettre, et {$got} ont été tapées.}} * {{Il a {$expected} lettres, et {$got} ont été tapées.}}',
  'typing.long':
    '.input {$got :integer} .input {$expected :integer} .match $expected one {{Il a {$expected} lettre, et {$got} ont été tapées.}} * {{Il a {$expected} lettres, et {$got} ont été tapées.}}',

  'recoveryLine.date-shape': 'La date s’écrit comme 2026-11-23.',
  'recoveryLine.too-many-providers': 'Une feuille nomme au plus {$limit :integer} emplacements.',
  'recoveryLine.unknown-beginning':
    'Cette ligne n’a pas de début connu (wallet:, date:, sheet:, share:, secret …:, provider …:).',
  'recoveryLine.no-secret': 'Les lignes qui commencent par « secret » manquent avant elle.',
  'recoveryLine.providers-missing':
    '{$announced :integer} emplacements (provider) sont annoncés et {$there :integer} sont là.',
  'recoveryLine.other-sheet-number':
    'Ce numéro de feuille n’est pas celui du secret. Deux feuilles sont-elles mélangées ?',
  'recoveryLine.group-numbers': 'Les numéros de groupe s’écrivent comme « secret 01-05: ».',
  'recoveryLine.groups-missing': 'Les groupes {$first :integer} à {$last :integer} manquent avant cette ligne.',
  'recoveryLine.other-group': 'Cette ligne devrait commencer par le groupe {$group :integer}.',
  'recoveryLine.group-length':
    'Les groupes {$first :integer} à {$last :integer} ont {$expected :integer} caractères, et cette ligne en a {$got :integer}.',
  'recoveryLine.group-of-five': 'Chaque groupe a cinq caractères, et cette ligne en a {$got :integer} en tout.',
  'recoveryLine.share-shape': 'Cette ligne s’écrit comme « share: 2 of 5, 3 needed, split K7Q2 ».',
  'recoveryLine.other-share':
    'Cette ligne ne parle pas de la part dont le code est ici. Deux parts sont-elles mélangées ?',
  'recoveryLine.secret-length': 'Le secret a une mauvaise longueur.',
  'recoveryLine.prefix': 'Le secret commence par HOLD1.',
  'recoveryLine.unused-character':
    'Dans le groupe {$group :integer} figure un caractère jamais utilisé (il n’y a ni B, ni I, ni O, ni 1).',
  'recoveryLine.characters-of-secret':
    'Le secret a {$got :integer} caractères ; il devrait en avoir l’un de ces nombres : {$expected :codes}.',
  'recoveryLine.misplaced-character':
    'Dans le groupe {$group :integer} figure un caractère qui ne peut pas s’y trouver.',
  'recoveryLine.provider-numbers': 'Les emplacements sont numérotés comme « provider 1 of 2: ».',
  'recoveryLine.provider-expected': 'L’emplacement (provider) {$number :integer} est attendu ici.',
  'recoveryLine.no-address': 'Ce n’est pas une adresse.',
  'recoveryLine.address-check': 'L’adresse ne correspond pas aux quatre caractères qui la suivent.',

  'failure.wrong-backup-state.initialized':
    'Ce portefeuille a déjà ses propres copies ; rien n’a donc été modifié. Utilisez un nouveau portefeuille, ou reprenez l’autre dans celui-ci.',
  'failure.wrong-backup-state.uninitialized':
    'Ce portefeuille n’a pas encore d’emplacement pour les copies. Rien n’a été modifié ; ajoutez d’abord un emplacement, ou reprenez le portefeuille avec sa feuille de secours.',
  'failure.money-here':
    'Il y a déjà de l’argent dans ce portefeuille, ou il en attend, et quiconque d’autre peut ouvrir l’autre portefeuille pourrait le dépenser après une restauration. Rien n’a été modifié. Restaurez dans un portefeuille vide, ou reprenez l’autre : celui-ci reste alors un portefeuille à part, et l’argent de l’autre lui est versé.',
  'failure.money-here+here': 'Ici, dans ce portefeuille, il y a {$here :said}.',
  'failure.money-here+coming':
    'Il attend {$coming :said}. Si cet argent n’a jamais été envoyé, annulez le retrait ou la demande ; il ne compte alors plus.',
  'failure.issuer-not-allowed':
    'Les copies de ce portefeuille nomment un émetteur ({$host :host}) vers lequel elles n’ont pas le droit de conduire : son adresse n’est pas chiffrée, ou est dans un réseau privé. Il n’a pas été contacté, et rien n’a été modifié. Si vous le connaissez, ajoutez-le d’abord à ce portefeuille, puis réessayez.',
  'failure.too-many-issuers':
    'Les copies de ce portefeuille nomment {$named :integer} émetteurs que celui-ci ne connaît pas ; au plus {$limit :integer} sont interrogés. Aucun n’a été contacté, et rien n’a été modifié. Aucun portefeuille honnête n’en a besoin d’autant.',
  'failure.takeover-asks':
    'D’après ses copies, ce portefeuille contient {$there :said}, chez {$issuers :hosts}. Cet argent est versé à celui-ci, car quiconque d’autre peut ouvrir l’autre portefeuille pourrait sinon le dépenser. Rien n’a encore été modifié.',
  'failure.takeover-asks+fees': 'Ce versement coûte jusqu’à {$fees :said}.',
  'failure.takeover-asks+stays':
    '{$stays :said} ne peuvent pas être versés maintenant, et pourront être dépensés ensuite aussi par quiconque peut ouvrir l’autre portefeuille.',
  'failure.takeover-asks+silent':
    '{$silent :hosts} n’a pas répondu ; ce qui s’y trouve ne peut donc pas être versé maintenant. Réessayez plus tard si vous pouvez attendre.',
  'failure.takeover-asks+unsaved':
    '{$unsaved :name} n’a pas quitté ce portefeuille. Ce que cet appareil n’a pas sauvegardé, comme l’argent retiré sans copie, n’est connu d’aucune copie : ce n’est pas dans ce montant, et reste sur cet appareil.',
  'failure.drill-running': 'Un exercice est déjà en cours. Attendez qu’il soit fini, ou annulez-le.',
  'failure.drill-stopped':
    'L’exercice a été annulé avant d’être fini. Rien n’a été modifié ; ce qui est conservé ailleurs est comme avant.',
  'failure.restore-stopped':
    'La restauration a été arrêtée avant que rien ne soit venu. Rien n’a été modifié ; ce que gardent vos emplacements est comme avant.',
  'failure.restore-running':
    'Une restauration ou une reprise est déjà en cours. Rien n’a été modifié ; attendez qu’elle soit finie.',
  'failure.wrong-device-state': '{$standing :said} Rien n’a été modifié.',
  'failure.not-abandoned.active':
    '{$device :name} utilise encore ce portefeuille, et deux appareils qui dépensent le même argent se gênent. Quittez-y d’abord le portefeuille. Ou reprenez-le quand même : cet appareil s’arrête alors dès qu’il l’apprend, et ce qu’il n’a pas sauvegardé y reste. Rien n’a été modifié.',
  'failure.not-abandoned.leaving':
    '{$device :name} est en train de quitter ce portefeuille et n’a pas fini. Finissez d’abord là-bas. Ou reprenez-le quand même : ce que cet appareil n’a pas sauvegardé y reste. Rien n’a été modifié.',
  'failure.not-abandoned.taken-over':
    'Ce portefeuille a déjà été repris ; son argent est donc probablement ailleurs. Vous pouvez le reprendre quand même. Rien n’a été modifié.',
  'failure.not-abandoned+lastWroteAt': 'La dernière modification y date du {$lastWroteAt :time}.',
  'failure.not-empty.still': 'Ce portefeuille n’est pas encore vide. Rien n’a été modifié ; videz-le de nouveau.',
  'failure.not-empty.too-late':
    'Il est trop tard pour arrêter : ce portefeuille a été vidé et on est en train de le quitter. Rien n’a été modifié.',
  'failure.not-empty.came-in':
    'De l’argent est arrivé pendant que ce portefeuille était quitté ; il reste donc. Rien n’a été perdu ; videz-le de nouveau.',
  'failure.not-empty.began':
    'Quelque chose a commencé pendant que ce portefeuille était quitté ; il reste donc. Rien n’a été perdu ; videz-le de nouveau.',
  'failure.not-empty+left': 'Encore ici : {$left :said}.',
  'failure.no-undo':
    'Il n’y a ici ni restauration ni reprise qui puisse être défaite, ou leurs 30 jours sont passés. Rien n’a été modifié.',
  'failure.undo-would-lose':
    'Cela vous prendrait {$lost :said} : aucune feuille de secours relue ici ne mène à une copie de cet argent. Attendez que les copies soient à jour, vérifiez votre feuille, puis réessayez. Rien n’a été modifié.',
  'failure.undo-nothing':
    'Il n’y a rien à défaire : tout ce qui est venu de l’autre portefeuille reste ici, car seul ce portefeuille peut désormais le ramener. Rien n’a été modifié.',
  'failure.undo-nothing+there':
    'Il n’y a rien à défaire : les {$there :said} venus de l’autre portefeuille ont été versés à celui-ci ou ont servi depuis, et lui seul peut les ramener. Rien n’a été modifié, aucun argent n’est en danger.',
  'failure.undo-unheard':
    'Aucun emplacement de l’autre portefeuille n’a donné de copie ; personne ne peut donc dire ce que sa feuille ramène encore. Ce qui en est venu reste ici. Réessayez quand ses emplacements seront joignables. Rien n’a été modifié.',
  'failure.undo-unheard+places':
    'Ces emplacements de l’autre portefeuille n’ont pas répondu : {$places :places}. Sans copie, personne ne peut dire ce que sa feuille ramène encore ; ce qui en est venu reste donc ici. Réessayez quand ils seront joignables. Rien n’a été modifié.',
  'failure.empty-name': 'Un nom exige des lettres visibles. Rien n’a été modifié.',
  'failure.other-sheet':
    'Cette feuille est celle d’un autre portefeuille. Elle ne ramène pas ce qui est ici. Rien n’a été modifié.',
  'failure.void-sheet':
    'Cette feuille n’est plus valable depuis le {$at :time} : un nouveau secret a alors été fait, et seule la feuille de celui-ci ramène l’argent. Détruisez-la. Rien n’a été modifié.',
  'failure.rekey-asks':
    'Un nouveau secret coûte à présent {$total :said}, tout compris. Rien n’a été modifié ; acceptez-le d’abord.',
  'failure.rekey-running': 'Un nouveau secret est déjà en cours. Rien n’a été modifié ; laissez-le se poursuivre.',
  'failure.no-rekey': 'Aucun nouveau secret n’est en cours. Rien n’a été modifié.',
  'failure.rekey-too-late':
    'Il est trop tard pour garder l’ancien secret : de l’argent est déjà passé au nouveau, ou un autre appareil continue avec la nouvelle feuille. Rien n’a été modifié ; continuez, et imprimez la nouvelle feuille.',
  'failure.own-sheet':
    'C’est la feuille de secours de ce portefeuille même. Pour que cet appareil soit l’appareil actif, gardez cet appareil. Rien n’a été modifié.',
  'failure.newer-wallet-there':
    'Un Holdfast plus récent a écrit dans ce portefeuille des choses que celui-ci ne sait pas distinguer de l’argent ; il n’a donc pas été repris et rien n’a été modifié. Faites une mise à jour, puis reprenez-le.',
  'failure.password-refused':
    '{$target :place} n’accepte pas ce nom d’utilisateur et ce mot de passe. Rien n’a été modifié ; beaucoup de serveurs veulent ici un mot de passe d’application, créé dans leurs réglages sous « sécurité ».',
  'failure.password-in-address':
    'Cette adresse contient un nom d’utilisateur ou un mot de passe, que d’autres peuvent y voir. Rien n’a été modifié ; donnez l’adresse seule, et répondez quand ils vous sont demandés.',
  'failure.needs-https':
    'Un mot de passe est envoyé à {$target :place} ; son adresse doit donc commencer par https://. Rien n’a été modifié.',
  'failure.not-stored':
    'Il n’y a pas assez de copies vérifiées de tout ; rien n’a donc été commencé et rien n’est oublié. Réessayez plus tard.',
  'failure.not-stored+places': 'Aucune copie récente : {$places :places}.',
  'failure.no-provider-there':
    '{$target :place} n’est pas un emplacement pour les copies : {$why :said} Rien n’a été modifié.',
  'failure.place-unusable':
    '{$target :place} ne peut pas garder de copies en l’état : {$why :said} Rien n’a été modifié.',
  'failure.provider-silent':
    '{$target :place} ne donne pas de réponse : {$why :said} Rien n’a été modifié ; vérifiez l’adresse, ou réessayez plus tard.',
  'failure.malformed-max-fee': '{$text :name} n’est pas un montant comme KUDOS:0.5. Rien n’a été modifié.',
  'failure.no-price-agreed':
    'Cet emplacement demande {$fee :amount} par an, et aucun plafond n’a été accepté. Rien n’a été modifié ; ajoutez-le avec un plafond.',
  'failure.fee-above-cap':
    'Cet emplacement demande {$fee :amount} par an, ce qui dépasse votre plafond de {$cap :amount}. Rien n’a été modifié.',
  'failure.unknown-provider': '{$id :place} n’est pas un des emplacements de ce portefeuille. Rien n’a été modifié.',
  'failure.too-many-providers':
    'Un portefeuille a au plus {$limit :integer} emplacements pour les copies. Rien n’a été modifié.',
  'failure.takes-no-fee':
    'Cet emplacement ne demande rien ; il n’y a donc pas de plafond à fixer. Rien n’a été modifié.',
  'failure.no-year-to-renew':
    'Rien n’a jamais été payé à cet emplacement ; il n’y a donc pas d’année à renouveler. Rien n’a été payé.',
  'failure.year-not-ending':
    'Il est payé jusqu’au {$until :day}. La prochaine année peut être payée à partir du {$from :day}. Rien n’a été payé.',
  'failure.no-such-place':
    '{$text :name} n’est pas l’adresse d’un emplacement pour les copies : c’est une adresse web comme https://sync.example.org/. Rien n’a été modifié ; corrigez-la, ou laissez-la de côté.',
  'failure.nowhere-to-restore-from':
    'La feuille, ou ce qui en a été lu, ne nomme aucun emplacement qui garde des copies. Rien n’a été modifié ; nommez l’adresse d’un tel emplacement, ou désignez un dossier qui en contient une.',
  'failure.nothing-restored':
    'Aucune copie utilisable n’a été trouvée. {$places :said} Rien n’a été modifié ; gardez la feuille.',
  'failure.nothing-restored+silent':
    'Ceux-ci ont peut-être encore une copie : {$silent :places}. Branchez ou désignez un dossier absent ; interrogez de nouveau plus tard un emplacement sur le web.',

  'place.empty': '{$place :place} n’en a aucune. {$why :said}',
  'place.silent': '{$place :place} ne répond pas. {$why :said}',
  'place.unusable': '{$place :place} en a une inutilisable. {$why :said}',
  'source.point-at-folder': 'Ces copies sont dans un dossier : désignez-le.',
  'source.renamed':
    'Ses fichiers portaient d’autres noms, ou aucun repère ne les accompagnait ; ils ont été trouvés et lus malgré tout.',
  'source.folder-missing': 'Ce dossier est absent. Le disque est-il branché ?',
  'source.folder-is-file': 'C’est un fichier, pas un dossier. Choisissez le dossier où il se trouve.',
  'source.folder-unreadable': 'Ce dossier est illisible. Rien n’y a été modifié.',
  'source.folder-without-copies':
    'Il n’y a pas de copies dans ce dossier ni dans les dossiers juste en dessous. Choisissez le dossier qui contient des fichiers nommés « holdfast-… ».',
  'source.folder-of-others':
    'Il y a des copies dans ce dossier, et cette feuille n’en ouvre aucune : elles viennent d’un autre portefeuille, ou sont abîmées.',
  'source.folder-unopened':
    'Aucun fichier de ce dossier ne se lit comme une copie, et {$file :file} en contient peut-être une : décompressez-le, ou faites-le charger par le programme qui tient ce dossier, et regardez de nouveau.',
  'source.folder-crowded':
    'Il y a dans ce dossier plus de fichiers et de dossiers qu’on n’en examine, et aucune copie parmi ceux-là. Choisissez le dossier qui contient les copies, ou mettez-les dans un dossier à elles.',
  'source.trouble': '{$why :said}',
  'source.closing': 'Il va fermer et n’a donné aucune copie.',
  'source.holds-none': 'Il connaît ce portefeuille et n’a pas de copie.',
  'source.account-unknown': 'Il ne connaît pas ce portefeuille : rien n’y a été payé, ou le délai est passé.',
  'source.unusable': '{$why :said}',
  'source.older-joined': 'Une copie plus ancienne a été utilisée. {$why :said}',
  'source.behind-itself':
    'Il montre une copie plus ancienne qu’une autre qui y avait été déposée. Ce qui manque est venu des autres emplacements, s’ils l’ont ; ne vous fiez pas à celui-ci.',
  'source.older-than-stored': 'Il montre une copie plus ancienne que celle que ce portefeuille y a déposée en dernier.',
  'source.older-than-others': 'Sa copie est plus ancienne que celle d’un autre emplacement ; les deux ont été réunies.',
  'source.older-unread': 'Ses copies plus anciennes sont illisibles en ce moment.',
  'source.needs-newer': 'Il exige un Holdfast plus récent et n’a pas été interrogé ; faites une mise à jour.',
  'source.no-password': 'Son nom d’utilisateur et son mot de passe n’ont pas été donnés.',
  'source.of-holdfast': 'Il a une copie de Holdfast.',
  'source.of-that-wallet': 'Il a une copie de ce portefeuille.',
  'unusable.not-authentic': 'La copie est abîmée ou vient d’un autre portefeuille.',
  'unusable.newer': 'La copie a été écrite par un Holdfast plus récent ; faites une mise à jour.',
  'unusable.newer-of-theirs':
    'La copie a été écrite par une version du portefeuille de GNU Taler que Holdfast ne sait pas lire.',
  'unusable.legacy-format':
    'La copie a été faite par le portefeuille de GNU Taler de 2022 (TLRWBK01). Elle a été laissée en l’état ; « Venir du portefeuille de GNU Taler » en amène l’argent.',
  'unusable.too-large-unpacked': 'La copie, une fois décompressée, dépasse la taille permise.',
  'unusable.malformed': 'La copie est illisible.',
};
