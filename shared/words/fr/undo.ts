// SPDX-License-Identifier: GPL-3.0-or-later

/** Défaire une restauration ou une reprise. */
export const undo = {
  'undoing.title': 'Revenir en arrière',
  'undoing.lead':
    'Ce qu’une restauration a amené sur cet ordinateur peut être défait pendant 30 jours. Ce que cela signifie en argent vous est montré avant que rien ne se passe.',
  'undoing.step.restore': 'Un portefeuille a été restauré ici',
  'undoing.step.continued': 'Un autre portefeuille a été repris et continue ici',
  'undoing.step.joined': 'L’argent d’un autre portefeuille a été amené dans celui-ci',
  'undoing.step.when': '{$at :time} ; peut être défait jusqu’au {$until :day}',
  'undoing.underWay': 'En train d’être défait. Cela se poursuit de soi-même dès qu’assez d’emplacements le savent.',
  'undoing.open': 'Défaire …',
  'undoing.open.label': 'Défaire ce qui s’est passé le {$at :time}',
  'undoing.ask.title': 'Défaire cela ?',
  'undoing.ask.looking': 'Calcul de ce que cela signifierait …',
  'undoing.do': 'Défaire',
  'undoing.keep': 'Laisser comme c’est',

  'undo.empty-again': 'Cet ordinateur n’aura alors plus de portefeuille, comme auparavant.',
  'undo.left-again': 'Cet appareil aura alors quitté ce portefeuille, comme auparavant.',
  'undo.leaves':
    '{$sums :said} quittent cet ordinateur : tout ce qui est dans ce portefeuille, y compris ce qui est arrivé depuis. Rien n’est perdu. L’argent reste dans les copies à ses emplacements, et sa feuille de secours, ou son dépôt de confiance s’il en a un, le ramène. Ce qui a été dépensé depuis reste dépensé.',
  'undo.nothing-leaves': 'Il n’y a pas d’argent dans ce portefeuille.',
  'undo.stands-still':
    'Ces appareils sont à l’arrêt parce que le portefeuille a été repris : {$others :names}. Pour y continuer, choisissez-y « Continuer avec celui-ci ».',
  'undo.returns':
    '{$sums :said} venus de l’autre portefeuille quittent celui-ci. Rien n’est perdu : la feuille de l’autre portefeuille les ramène toujours. Ces emplacements les ont : {$places :places}.',
  'undo.no-money-returns':
    'Aucun argent ne quitte ce portefeuille, seulement des inscriptions de l’autre qui ne valent rien ici.',
  'undo.stays':
    'L’autre portefeuille contenait {$there :said} quand il a été repris. Ce qui n’est pas nommé ici reste dans ce portefeuille : cet argent lui a été versé ou a servi depuis, et lui seul peut le ramener.',
  'undo.silent':
    'Ce que seuls ces emplacements de l’autre portefeuille conservent reste ici aussi, car ils n’ont pas répondu : {$places :places}.',
  'undo.told':
    'Les appareils de l’autre portefeuille qui ont appris la reprise sont à l’arrêt. Pour continuer avec l’un d’eux, choisissez-y « Continuer avec celui-ci ».',
  'undo.goes-on':
    'C’est commencé. Trop peu d’emplacements le savent encore, donc rien n’est parti d’ici ; cela se poursuit de soi-même. D’ici là, « Continuer avec celui-ci » l’annule.',
  'undo.left':
    'C’est défait. Le portefeuille n’est plus sur cet ordinateur, et sa feuille, ou son dépôt de confiance s’il en a un, le ramène. Prévenus : {$told :places}.',
  'undo.untold':
    'Ceux-ci n’ont pas répondu et n’en sauront rien : {$places :places}. Pour eux, cet appareil semble toujours en service.',
  'undo.returned':
    'C’est défait. {$sums :said} ont quitté ce portefeuille, et la feuille de l’autre portefeuille les ramène.',
  'undo.done': 'C’est défait.',
};
