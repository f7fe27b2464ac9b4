// SPDX-License-Identifier: GPL-3.0-or-later

/** Montrer une feuille au lieu de la taper. */
export const reading = {
  'show.lead':
    'Montrez la feuille à la caméra, ouvrez-en une photo ou un PDF, ou tapez-la ci-dessous. Un fichier peut être déposé n’importe où sur cette page, et une image collée.',
  'show.drop': 'Lâchez : la photo ou le PDF est lu ici, et rien n’en quitte cet ordinateur.',
  'show.camera': 'Montrer à la caméra',
  'show.file': 'Ouvrir une photo ou un PDF',
  'show.reading': 'Lecture du fichier …',
  'show.stop': 'Arrêter la lecture',
  'show.camera.starting': 'En attente de la caméra …',
  'show.camera.on':
    'Tenez la page de sorte que son code carré remplisse un tiers de l’image : à plat, nette, à la lumière et sans ombre. Elle est lue d’elle-même, et aucune image n’est conservée.',
  'show.camera.video': 'Ce que voit la caméra',
  'show.camera.off': 'Éteindre la caméra',
  'show.read': 'Lu. Votre page est-elle celle de la feuille {$number :code} ? Comparez avant de continuer.',
  'show.read.text': 'Lu. Regardez ce qui figure ci-dessous avant de continuer.',
};
