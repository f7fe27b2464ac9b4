// SPDX-License-Identifier: GPL-3.0-or-later

/** Une restauration faite à titre d’essai. */
export const drill = {
  'drill.all-back':
    '.input {$found :integer} .match $found one {{Tout peut être ramené, par {$found} emplacement sur {$of :integer}.}} * {{Tout peut être ramené, par {$found} emplacements sur {$of :integer}.}}',
  'drill.all-back+total': 'Cela fait {$total :said} sur {$total :said}.',
  'drill.not-all':
    '{$lacking :said} sur {$total :said} ne reviendraient pas : une copie est venue de {$found :integer} sur {$of :integer} emplacements.',
  'drill.not-all+brought': 'Ce qui revient : {$brought :said}.',
  'drill.nothing-found': 'Rien ne reviendrait : aucun emplacement n’a donné de copie qui s’ouvre (sur {$of :integer}).',
  'drill.nothing-found+total': 'Si cet ordinateur tombait en panne maintenant, {$total :said} seraient perdus.',
  'drill.oldest': 'La plus ancienne de ces copies date du {$at :time}.',
  'drill.lost-at':
    'Ce qui y était conservé a disparu, est plus ancien qu’avant ou ne s’ouvre plus : {$places :places}.',
  'drill.left-out':
    '.input {$entries :integer} .match $entries one {{{$entries} inscription manque dans des copies qui devraient l’avoir.}} * {{{$entries} inscriptions manquent dans des copies qui devraient les avoir.}}',
  'drill.later':
    '.input {$entries :integer} .match $entries one {{{$entries} inscription est plus récente que les copies ; la prochaine l’aura.}} * {{{$entries} inscriptions sont plus récentes que les copies ; la prochaine les aura.}}',
  'drill.silent-at': 'Ces emplacements n’ont pas répondu et ne sont donc pas vérifiés : {$places :places}.',
  'drill.not-led-to': 'Ni cette feuille ni une copie ne mènent à {$places :places}. Une nouvelle feuille le ferait.',
  'drill.copy-now': 'Faites des copies maintenant, puis recommencez l’exercice.',
  'drill.spent-elsewhere':
    '{$lost :said} de ce qui est ici ont déjà été dépensés ailleurs : par un autre de vos appareils, ou par quelqu’un qui a votre feuille.',
  'drill.bad-signatures':
    '.input {$coins :integer} .match $coins one {{Une pièce est revenue avec une mauvaise signature.}} * {{{$coins} pièces sont revenues avec une mauvaise signature.}}',
  'drill.issuers-silent':
    'Ces émetteurs n’ont pas répondu ; l’argent s’y trouvant est donc comparé, sans être demandé : {$issuers :places}.',
  'drill.issuers-untelling':
    'Ces émetteurs ne peuvent pas dire ce qui est déjà dépensé ; l’argent s’y trouvant est donc comparé, sans être demandé : {$issuers :places}.',
  'drill.alone': 'À lui seul, il ramène {$sums :said}.',
  'drill.last': 'Lors de l’exercice du {$at :time}, {$brought :said} sur {$total :said} sont revenus.',
  'drill.last-nothing': 'Lors de l’exercice du {$at :time}, rien n’est revenu de {$total :said}.',

  'trial.verdict.passed': 'Exercice réussi',
  'trial.verdict.behind': 'La dernière modification n’est pas encore dans une copie',
  'trial.verdict.failed': 'Tout ne reviendrait pas',
  'trial.verdict.places':
    '.input {$places :integer} .match $places one {{Un emplacement n’a pas ce qu’il devrait}} * {{{$places} emplacements n’ont pas ce qu’ils devraient}}',
  'trial.brings.all': 'Ramène tout',
  'trial.brings.part': 'Ramène une partie',
  'trial.brings.nothing': 'Ne ramène rien',
  'trial.places': 'Ce que chaque emplacement ramène',
  'trial.running': 'Restauration à titre d’essai. Rien ne change ici, et rien n’est envoyé.',
  'trial.stop': 'Annuler l’exercice',
  'trial.coins':
    '.input {$count :integer} .match $count one {{L’émetteur a été interrogé sur {$count} pièce.}} * {{Les émetteurs ont été interrogés sur {$count} pièces.}}',
};
