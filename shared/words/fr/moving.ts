// SPDX-License-Identifier: GPL-3.0-or-later

/** Plusieurs appareils, et le passage à un autre. */
export const moving = {
  'standing.keep': 'Continuer avec celui-ci',
  'standing.keep.title': 'Continuer avec cet appareil ?',
  'standing.keep.words':
    'Cet appareil redevient l’appareil actif. Tout autre appareil de ce portefeuille cesse de dépenser dès qu’il l’apprend ; l’argent qu’il a dépensé entre-temps apparaît dans l’historique.',
  'standing.keep.do': 'Continuer avec celui-ci',
  'standing.keep.not': 'Laisser comme c’est',

  'devices.title': 'Appareils',
  'devices.lead':
    'Un portefeuille peut être connu de plusieurs appareils. Un seul dépense ; les autres sont à l’arrêt, pour qu’aucun argent ne soit dépensé deux fois.',
  'devices.here': '(celui-ci)',
  'devices.lastWrote': 'Dernière modification par lui : {$at :time}',
  'devices.neverWrote': 'N’a encore rien modifié',
  'devices.state.active': 'actif',
  'devices.state.superseded': 'à l’arrêt',
  'devices.state.leaving': 's’en va',
  'devices.state.abandoned': 'parti',
  'devices.state.taken-over': 'repris',
  'devices.ways': 'Passer ailleurs',
  'devices.takeover': 'Reprendre un autre portefeuille',
  'devices.takeover.words': 'Sa feuille de secours amène son argent ici. Cet autre portefeuille cesse d’être utilisé.',
  'devices.takeover.open': 'Reprendre',
  'devices.empty': 'Vider vers un téléphone',
  'devices.empty.words': 'Envoie tout vers n’importe quel portefeuille Taler par codes QR, puis efface celui-ci.',
  'devices.empty.open': 'Vider',
  'devices.abandon': 'Quitter ce portefeuille',
  'devices.abandon.words': 'Cesse de l’utiliser ici, pour qu’un autre appareil puisse le reprendre sans conflit.',
  'devices.abandon.open': 'Quitter',

  'takeover.title': 'Reprendre un portefeuille',
  'takeover.lead':
    'La feuille de secours d’un autre portefeuille, par exemple d’un ancien ordinateur, amène son argent ici.',
  'takeover.continues':
    'Si ce portefeuille est vide et ne garde pas de copies, l’autre continue ici tel quel : sa feuille reste valable, et quiconque d’autre l’a peut aussi dépenser l’argent. S’il y a de l’argent ici, celui de l’autre est versé à ce portefeuille ; montant et coût sont montrés d’abord.',
  'takeover.joins':
    'Ce portefeuille a ses propres copies. L’argent de l’autre lui est versé, de sorte que l’autre feuille n’y accède plus ; montant et coût sont montrés d’abord. L’autre portefeuille est marqué comme repris.',
  'takeover.do': 'Reprendre',
  'takeover.pending':
    'Tous les emplacements sont interrogés, puis l’argent est versé. Cela peut prendre quelques minutes ; rien n’est perdu en cas d’interruption.',
  'takeover.even.words': 'Vous pouvez le reprendre malgré tout, par exemple si cet appareil est perdu.',
  'takeover.even.do': 'Reprendre quand même',
  'takeover.agree.title': 'Verser son argent à ce portefeuille ?',
  'takeover.agree.do': 'Reprendre et verser',
  'takeover.marked': 'Les appareils de l’autre portefeuille l’apprendront-ils ?',
  'takeover.marked.done': 'Prévenu',
  'takeover.marked.not': 'Pas encore',

  'abandon.title': 'Quitter ce portefeuille',
  'abandon.lead':
    'Pour le cas où son argent continue ailleurs : sur un autre de vos appareils, ou chez quelqu’un à qui vous le donnez avec sa feuille.',
  'abandon.first': 'L’annoncer',
  'abandon.first.words':
    'Une dernière copie de tout est déposée à assez d’emplacements, marquée « s’en va ». Dès lors, rien n’est dépensé ici.',
  'abandon.second': 'Le rendre définitif',
  'abandon.second.words':
    'Quand les copies sont vérifiées, elles sont marquées « parti », et le secret de secours est supprimé sur cet ordinateur.',
  'abandon.after':
    'L’argent attend alors dans les copies qui reprendra le portefeuille avec la feuille de secours. Sans la feuille, personne ne le peut.',
  'abandon.noBackup':
    'Il n’y a pas encore de copie qu’un autre appareil puisse reprendre : ajoutez d’abord un emplacement pour les copies, ou videz le portefeuille vers un téléphone.',
  'abandon.open': 'Quitter ce portefeuille …',
  'abandon.confirm.title': 'Quitter ce portefeuille ?',
  'abandon.confirm.words':
    'Assurez-vous que la feuille de secours est en bonnes mains : ensuite, elle ne peut plus être affichée ici. Tant que la seconde étape n’est pas faite, vous pouvez encore garder cet appareil.',
  'abandon.do': 'Le quitter',

  'empty.title': 'Vider vers un téléphone',
  'empty.lead':
    'Tout ce qui est dans ce portefeuille passe à un autre portefeuille Taler, par des codes que le téléphone scanne.',
  'empty.how':
    'Holdfast met tout l’argent dans des paiements, en général un par émetteur, chacun aussi grand que ses frais le permettent. Le téléphone les prend un par un. Ce qui n’est pas pris à temps revient. Ce n’est que lorsque tout a été pris que ce portefeuille peut être effacé, avec un reçu.',
  'empty.begin.words':
    'Aucun argent ne part pour de bon avant qu’un code ne soit scanné. Tenez le téléphone prêt ; chaque code est de l’argent pour qui le voit.',
  'empty.paid': '{$place :place} est payé jusqu’au {$until :day} ; rien n’en sera rendu.',
  'empty.begin': 'Faire les codes',
  'empty.again': 'Envoyer le reste',
  'empty.begin.sum': 'Faire les codes pour {$sums :said}',
  'empty.again.sum': 'Envoyer le reste : {$sums :said}',
  'empty.hours': 'À prendre dans un délai de',
  'empty.code': 'Scannez ceci avec l’autre portefeuille',
  'empty.code.of': 'Scannez ceci avec l’autre portefeuille : code {$at :integer} sur {$of :integer}',
  'empty.code.more':
    '.input {$count :integer} .match $count one {{{$count} autre code vient après}} * {{{$count} autres codes viennent après}}',
  'empty.taken': 'Codes pris par l’autre portefeuille : {$taken :integer} sur {$of :integer}',
  'empty.taken.label': 'Pris par l’autre portefeuille',
  'empty.closed': 'Fait',
  'empty.sent': 'Envoyé',
  'empty.summary': 'Tout le contenu d’un portefeuille',
  'empty.fees': 'Frais',

  'emptyQuote.nothing': 'Il n’y a rien ici qui puisse être envoyé maintenant.',
  'emptyQuote.none': 'Rien ne peut être envoyé d’ici maintenant.',
  'emptyQuote.payments': 'Codes à scanner',
  'emptyQuote.fees': 'Frais',
  'emptyQuote.total': 'Quitte ce portefeuille',
  'emptyQuote.dust': '{$sum :amount} ne valent pas les frais d’envoi, et sont perdus quand ce portefeuille est effacé.',
  'emptyQuote.later':
    '{$sum :amount} ne peuvent pas encore être envoyés et restent : ils sont en route, ou ne sont pas valables assez longtemps.',
  'emptyQuote.underWay':
    'Quelque chose est encore en cours. Ce que cela apporte n’en fait pas partie ; cela pourra être envoyé ensuite.',

  'empty.left': 'Encore ici',
  'empty.dust': 'Ne vaut pas ses frais',
  'empty.stop': 'Arrêter de vider',
  'empty.stop.words': 'Les codes déjà faits restent valables jusqu’à leur expiration ; leur argent revient ensuite.',
  'empty.finish.words':
    'Les emplacements reçoivent une dernière copie qui dit « vidé » ; puis le portefeuille est effacé sur cet ordinateur, et un reçu est écrit.',
  'empty.finish.open': 'Terminer …',
  'empty.finish.title': 'Effacer le portefeuille vidé ?',
  'empty.finish.confirm':
    'Tout a été pris. Après cela, le portefeuille n’est plus sur cet ordinateur, et sa feuille de secours n’ouvre rien de valeur.',
  'empty.finish.dust': '{$sums :list} sont moins que ce que coûte leur envoi, et sont abandonnés.',
  'empty.finish.typed': 'effacer ce portefeuille',
  'empty.finish.do': 'Quitter et effacer',

  'emptied.title': 'Ce portefeuille a été vidé',
  'emptied.lead': 'Il a été effacé ici. Voici ce qui est allé où.',
  'emptied.receipt': 'Reçu',
  'emptied.files': 'Le reçu est gardé comme',
  'emptied.done': 'Terminé',
};
