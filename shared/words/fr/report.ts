// SPDX-License-Identifier: GPL-3.0-or-later

/** Ce qu’ont donné une restauration, une reprise, un vidage et un départ, et quels appareils connaissent un portefeuille. */
export const report = {
  'restored.restored': 'Des copies sont venues de {$found :integer} sur {$of :integer} emplacements.',
  'restored.restored+total': 'Restauré : {$total :said}.',
  'restored.joined':
    'Ce qui est venu de {$found :integer} sur {$of :integer} emplacements a été réuni avec les {$before :said} qui étaient ici.',
  'restored.joined+total': 'Ce portefeuille contient maintenant {$total :said}.',
  'restored.moved':
    'Cette feuille n’est plus valable : le {$at :time}, ce portefeuille est passé à un nouveau secret, et son argent avec lui. Utilisez la nouvelle feuille. Ce que ce portefeuille montre encore n’a pas pu être déplacé, ou était en cours dans cette ancienne copie et disparaît dès que son émetteur aura répondu.',
  'restored.emptied':
    'Ce portefeuille a été vidé le {$at :day} : tout son contenu a été envoyé à un autre portefeuille.',
  'restored.spent-elsewhere':
    '{$lost :said} de ce que contiennent les copies ont été dépensés après elles, avec ce même portefeuille sur son ancien ordinateur ou un autre de vos appareils. Rien ne manque du fait de cette restauration : cet argent est allé où il a été payé. Si ce n’était pas vous, quelqu’un d’autre a votre feuille.',
  'restored.bad-signatures':
    '.input {$coins :integer} .match $coins one {{Une pièce a une mauvaise signature parce qu’une copie était abîmée. Elle n’est pas dépensée, et jamais supprimée.}} * {{{$coins} pièces ont une mauvaise signature parce qu’une copie était abîmée. Elles ne sont pas dépensées, et jamais supprimées.}}',
  'restored.newest-unusable': 'La copie la plus récente chez {$place :place} était inutilisable. {$why :said}',
  'restored.silent':
    'Aucune réponse n’est venue de {$places :places}. Il y a peut-être là quelque chose de plus récent ; ce sera redemandé plus tard.',
  'restored.kept-apart':
    '.input {$entries :integer} .match $entries one {{Une copie contenait une inscription qu’aucun portefeuille honnête n’écrit. Quelqu’un qui connaît le code de votre feuille l’y a peut-être mise. Elle a été tenue à l’écart et ne fait rien ; si vous ne savez pas qui c’est, passez à un nouveau portefeuille. ({$detail :quote})}} * {{Des copies contenaient {$entries} inscriptions qu’aucun portefeuille honnête n’écrit. Quelqu’un qui connaît le code de votre feuille les y a peut-être mises. Elles ont été tenues à l’écart et ne font rien ; si vous ne savez pas qui c’est, passez à un nouveau portefeuille. ({$detail :quote})}}',
  'restored.issuers-silent':
    'Ces émetteurs n’ont pas répondu ; l’argent s’y trouvant n’est donc pas encore vérifié : {$issuers :places}.',
  'restored.issuers-untelling':
    'Ces émetteurs ne peuvent pas dire ce qui est déjà dépensé : {$issuers :places}. Ce qu’une autre copie y a dépensé se verra au renouvellement de l’argent.',
  'restored.issuers-asked': 'Les copies ont mené à ces émetteurs : {$issuers :places}.',
  'restored.issuers-unasked':
    'Ces émetteurs sont nommés dans les copies et n’ont pas été interrogés, parce que l’emplacement qui les garde n’a pas le droit d’y conduire, ou qu’ils sont trop nombreux : {$issuers :places}. Si vous en connaissez un, ajoutez-le sous cette adresse ; son argent attend d’ici là.',
  'restored.places-unasked':
    'Ces emplacements sont nommés dans les copies et n’ont pas été interrogés, parce que l’emplacement qui les garde n’a pas le droit d’y conduire : {$places :places}. Si l’un d’eux est à vous, ajoutez-le sous cette adresse.',
  'restored.paid-over-done':
    '{$sums :said} ont été versés à ce portefeuille : personne d’autre ne peut plus les dépenser.',
  'restored.taken-meanwhile':
    '{$sums :said} ont été dépensés par quelqu’un d’autre pendant la reprise : qui a l’autre feuille a été plus rapide. Le reste n’en est pas touché.',
  'restored.paid-over':
    '{$sums :said} sont en train d’être versés à ce portefeuille. D’ici là, qui a l’autre feuille peut encore les dépenser.',
  'restored.paid-over+fees': 'Cela coûte jusqu’à {$fees :said}.',
  'restored.stays-reachable':
    '{$stays :said} ne peuvent pas être versés maintenant : ils peuvent être dépensés ici, et par qui a l’autre feuille.',
  'restored.told-all': 'L’autre appareil l’apprend de tous les emplacements ({$places :integer}).',
  'restored.told-some':
    'L’autre appareil l’apprend de {$told :integer} sur {$of :integer} emplacements ; les autres seront prévenus plus tard.',

  'emptying.idle': 'Ce portefeuille n’est pas en train d’être vidé.',
  'emptying.leaving':
    'Tout a été pris. Les emplacements pour les copies en sont prévenus, puis ce portefeuille est effacé ici.',
  'emptying.sending':
    'Paiements encore à prendre : {$open :integer} sur {$of :integer}, jusqu’au {$until :time}. Ce qui n’est pas pris d’ici là revient.',
  'emptying.waits-for-bank':
    'Tout a été pris, mais ce portefeuille attend encore de l’argent d’une banque : {$sums :said}. Annulez-le si cet argent n’a jamais été envoyé, ou attendez-le et videz de nouveau.',
  'emptying.still-here': '{$left :said} sont encore ici.',
  'emptying.still-under-way': 'Quelque chose est encore en cours.',
  'emptying.again': 'Videz de nouveau pour l’envoyer, ou arrêtez et gardez le portefeuille.',
  'emptying.taken': 'Tout a été pris.',
  'emptying.finish': 'Terminez pour quitter le portefeuille et l’effacer ici.',
  'emptying.late.kept':
    'Personne n’a vu {$sums :said}, annulés ici. Si on les envoie malgré tout, seule une restauration de la dernière copie les trouve.',
  'emptying.late.unkept':
    'Personne n’a vu {$sums :said}, annulés ici. Si on les envoie malgré tout, ils retournent à leur expéditeur ou sont perdus, car aucun emplacement n’a les clés.',

  'leaving.not-yet':
    'Trop peu d’emplacements savent encore que cet appareil s’en va ; rien n’est donc oublié. Cela se poursuit de soi-même ; gardez cet appareil pour rester malgré tout.',
  'leaving.left':
    'Cet appareil a quitté le portefeuille, et le secret de secours est oublié ici. Prévenus : {$told :places}.',
  'leaving.untold':
    'Ceux-ci n’ont pas répondu et n’en sauront rien : {$places :places}. Pour eux, cet appareil semble toujours en service.',
  'leaving.taken-over':
    'Ce portefeuille a été repris pendant que cet appareil le quittait. Le secret de secours est oublié ici, et l’argent est chez qui l’a repris.',
  'leaving.waits-for-next': 'L’argent attend qui reprendra le portefeuille avec sa feuille de secours.',
  'leaving.move-untold':
    'Pas encore prévenus que le portefeuille est passé à un nouveau secret : {$places :places}. Ils le seront dès qu’ils répondront, tant que Holdfast est ouvert ici dans les 30 jours. D’ici là, un autre appareil qui n’interroge qu’eux y compte encore d’ancien argent, qui ne vaut plus rien.',

  'known.only': 'Aucun autre appareil n’utilise ce portefeuille.',
  'known.active':
    '.input {$count :integer} .match $count one {{Cet appareil est l’appareil actif. {$others :names} s’arrête dès qu’il l’apprend.}} * {{Cet appareil est l’appareil actif. {$others :names} s’arrêtent dès qu’ils l’apprennent.}}',
  'known.kept-apart':
    '.input {$entries :integer} .match $entries one {{Une copie contenait une inscription qu’aucun portefeuille honnête n’écrit. Quelqu’un qui connaît le code de votre feuille l’y a peut-être mise. Elle a été tenue à l’écart et ne fait rien ; si vous ne savez pas qui c’est, passez à un nouveau portefeuille. ({$detail :quote})}} * {{Des copies contenaient {$entries} inscriptions qu’aucun portefeuille honnête n’écrit. Quelqu’un qui connaît le code de votre feuille les y a peut-être mises. Elles ont été tenues à l’écart et ne font rien ; si vous ne savez pas qui c’est, passez à un nouveau portefeuille. ({$detail :quote})}}',
  'known.stands-still': '{$standing :said}',
};
