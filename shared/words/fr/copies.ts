// SPDX-License-Identifier: GPL-3.0-or-later

/** Les emplacements qui gardent des copies. */
export const copies = {
  'backup.title': 'Protection',
  'backup.lead':
    'Chaque emplacement détient une copie chiffrée qu’il ne peut pas lire. Une copie ne compte qu’une fois relue et comparée.',
  'backup.run': 'Faire des copies maintenant',
  'backup.providers': 'Emplacements qui gardent des copies',
  'backup.none': 'Aucune copie n’est encore gardée nulle part.',

  'quorum.title': 'Copies avant que l’argent n’arrive',
  'quorum.label': 'Une copie doit être à',
  'quorum.many': '.input {$count :integer} .match $count one {{{$count} emplacement}} * {{{$count} emplacements}}',
  'quorum.do': 'Utiliser cela',
  'quorum.done': 'C’est noté. L’argent qui attend est réexaminé.',
  'quorum.words':
    '.input {$count :integer} .input {$rest :integer} .match $count $rest 1 * {{Le nouvel argent est retiré dès qu’un emplacement en a une copie vérifiée. Tant que d’autres ne l’ont pas aussi, il serait perdu si cet ordinateur et cet emplacement lâchaient ensemble.}} * one {{Le nouvel argent n’est retiré que lorsque {$count} emplacements en ont une copie vérifiée. Il survit alors à cet ordinateur et à n’importe lequel d’entre eux ; mais tant que moins de {$count} répondent, le nouvel argent attend.}} * * {{Le nouvel argent n’est retiré que lorsque {$count} emplacements en ont une copie vérifiée. Il survit alors à cet ordinateur et à {$rest} quelconques d’entre eux ; mais tant que moins de {$count} répondent, le nouvel argent attend.}}',
  'quorum.tooFew':
    '.input {$total :integer} .input {$count :integer} .match $total one {{Vous avez {$total} emplacement ; {$count} copies ne sont pas possibles.}} * {{Vous avez {$total} emplacements ; {$count} copies ne sont pas possibles.}}',
  'quorum.tooFew.words':
    'Tant qu’il n’y en a pas plus, aucun nouvel argent n’est retiré, aucun paiement pour vous n’est pris, aucune demande n’est remise et aucune monnaie n’est faite. Ce qui attend reste où c’est, et ce qui est disponible peut toujours être dépensé. Seuls continuent les montants que vous avez choisi d’avoir sans copie, et l’argent qui paie les frais d’un emplacement.',

  'provider.upToDate': 'À jour',
  'provider.away': 'Injoignable',
  'provider.behind': 'En retard',
  'provider.unnamed': 'un dossier ou une clé USB sans nom (…{$mark :code})',
  'provider.saving': 'Sauvegarde de la dernière modification',
  'provider.follows': 'Suivra bientôt',
  'provider.noCopy': 'Pas encore de copie',
  'provider.gone': 'Copie perdue',
  'provider.unread': 'Pas lu depuis la restauration',
  'provider.noneSince': 'aucune depuis la restauration',
  'provider.placeUnknown': 'Son endroit sur cet ordinateur n’est pas connu',
  'provider.verified': 'Dernière copie vérifiée',
  'provider.never': 'jamais',
  'provider.next': 'Prochaine copie',
  'provider.onChange': 'quand quelque chose change',
  'provider.fee': 'Prix',
  'provider.free': 'gratuit',
  'provider.perYear': '{$fee :amount} par an',
  'provider.feeUnknown': 'pas encore connu',
  'provider.cap': '(paiement compris, jamais plus de {$cap :amount})',
  'provider.paidUntil': 'Payé jusqu’au',
  'provider.notPaid': 'pas encore payé',
  'provider.outcome': 'Dernière réponse',
  'provider.justNow': 'À l’instant :',
  'provider.answered': '{$place :said} : {$said :said}',
  'provider.run': 'Copier maintenant',
  'provider.rename': 'Nommer cet emplacement …',
  'provider.rename.name': 'Nom',
  'provider.rename.help':
    'Comment vous l’appelez, par exemple « Clé bleue ». Le nom figure dans les copies et sur la prochaine feuille.',
  'provider.rename.do': 'Le nommer',
  'provider.remove': 'Retirer …',
  'provider.remove.title': 'Retirer {$name :place} ?',
  'provider.remove.words':
    'Holdfast n’y envoie plus de copies. Ce qui y est déposé reste jusqu’à ce que l’emplacement le supprime ; personne d’autre que vous ne peut l’ouvrir.',
  'provider.remove.do': 'Retirer',

  'former.title': 'Emplacements retirés',
  'former.lead': 'Rien de nouveau n’y va. Ce qu’ils ont encore y reste jusqu’à ce qu’ils le suppriment.',
  'former.name': '{$name :place}',

  'outcome.never-tried': 'pas encore interrogé',
  'outcome.stored': 'déposée, relue et identique',
  'outcome.unchanged': 'sa copie est toujours là',
  'outcome.conflict': 'un autre appareil avait déposé quelque chose ; les deux ont été réunis',
  'outcome.payment-required': 'demande à être payé',
  'outcome.asks': 'demande plus que ce que vous avez accepté ; rien n’a été payé',
  'outcome.account-unknown': 'ne connaît pas encore ce portefeuille',
  'outcome.lost-our-backup': 'a perdu la copie qu’il avait',
  'outcome.old-copy': 'rend une ancienne copie',
  'outcome.foreign-or-damaged': 'rend quelque chose qui n’est pas notre copie ; laissé en l’état',
  'outcome.needs-newer': 'exige un Holdfast plus récent ; non interrogé',
  'outcome.newer-format': 'a une copie d’un Holdfast plus récent ; laissée en l’état',
  'outcome.too-large': 'la copie dépasse ce qu’il accepte',
  'outcome.shut-out': 'ne nous laisse pas entrer avec ce nom d’utilisateur et ce mot de passe',
  'outcome.unreachable': 'n’a pas répondu',
  'outcome.misbehaved': 'a répondu n’importe quoi',

  'addProvider.title': 'Ajouter un emplacement pour les copies',
  'addProvider.play': 'Proposé pour l’argent fictif :',
  'addProvider.play.free': 'Emplacement fictif gratuit',
  'addProvider.play.paid': 'Emplacement fictif payant',
  'addProvider.target': 'Adresse ou dossier',
  'addProvider.help':
    'L’adresse d’un service de copies Taler (https://…), un dossier WebDAV (l’adresse que votre Nextcloud ou ownCloud montre dans ses réglages), ou un dossier, par exemple sur une clé USB.',
  'addProvider.look': 'Regarder',
  'addProvider.folder': 'Choisir un dossier',
  'addProvider.pick': '{$name :said} · {$price :said}',
  'addProvider.added': '{$name :place} a été ajouté ; la première copie suit.',
  'addProvider.addedVerified': '{$name :place} a été ajouté et a une copie vérifiée.',

  'providerKind.sync': 'Un service de copies Taler',
  'providerKind.webdav': 'Un dossier sur un serveur (WebDAV : Nextcloud, ownCloud et autres)',
  'providerKind.folder': 'Un dossier sur cet ordinateur ou une clé USB',
  'providerKind.unknown': 'Quelque chose qui exige un Holdfast plus récent',

  'providerField.user': 'Nom d’utilisateur là-bas',
  'providerField.password': 'Mot de passe d’application',

  'consent.title': 'Ajouter {$name :name} ?',
  'consent.limit': 'Plus grande copie',
  'consent.size': '{$size :bytes}',
  'consent.liability': 'S’il perd votre copie',
  'consent.noLiability': 'il ne paie rien',
  'consent.liabilityUpTo': 'il paie jusqu’à {$sum :amount}',
  'consent.name': 'Nom',
  'consent.fee': '{$fee :amount} par an ; paiement compris, au plus {$total :amount}',
  'consent.cap': 'Payer au plus par an, tout compris',
  'consent.wordsPaid':
    'Holdfast paie maintenant puis une fois par an, avec votre propre argent. Ce que l’émetteur prélève pour ce paiement, et pour le retrait d’argent fait exprès, est dans ce montant, comme ce que coûte un paiement qui n’aboutit pas. Si cela devait coûter plus, rien n’est payé et vous êtes consulté.',
  'consent.wordsFree': 'Gratuit. Si cela change, rien n’est payé et vous êtes consulté.',
  'consent.sameDisk':
    'Ce dossier est sur le même disque que le portefeuille. Si ce disque lâche, les deux sont perdus, à moins qu’un autre programme n’emporte le dossier ailleurs.',
  'consent.wordsKept':
    'Holdfast y garde ses trois dernières copies, chiffrées, et ne touche à rien d’autre dans le dossier.',
  'consent.wordsAnswers':
    'Ils sont gardés dans ce portefeuille et dans ses copies scellées, pour que chaque appareil du portefeuille y accède. Ils ne sont pas imprimés sur la feuille : une restauration les demande, sauf si une autre copie les connaît. Utilisez un mot de passe d’application que vous pouvez révoquer, pas celui avec lequel vous vous connectez.',
  'consent.cancel': 'Pas celui-ci',
  'consent.do': 'Accepter et ajouter',
  'consent.doPaid': 'Payer {$sum :amount} et ajouter',
};
