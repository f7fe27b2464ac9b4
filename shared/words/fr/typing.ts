// SPDX-License-Identifier: GPL-3.0-or-later

/** Taper le code d’une feuille, et ce qui est proposé pour une feuille abîmée. */
export const typing = {
  'code.legend': 'Le code de votre feuille',
  'code.help':
    'Tapez les groupes numérotés tels qu’ils figurent sur la page ; le curseur avance de lui-même. Remplacez une lettre illisible par un point d’interrogation. Ce que vous collez remplit toutes les cases.',
  'code.group': 'Groupe {$number :integer}',
  'code.row': 'Groupes {$first :integer} à {$last :integer}',
  'code.row.full': 'Complet',
  'code.row.good': 'Correct',
  'code.row.wrong': 'Le groupe {$group :integer} ne peut pas être correct. Regardez-le de nouveau.',
  'code.rows': 'Lignes complètes : {$rows :integer} sur {$of :integer}.',
  'code.progress': 'Groupes : {$done :integer} sur {$of :integer}',
  'code.right': 'Le code est correct. C’est celui de la feuille {$number :code}.',
  'code.right.share': 'Le code est correct. C’est la part {$share :integer} du partage {$split :code}.',
  'shares.in': 'Parts saisies',
  'shares.in.some':
    '.input {$got :integer} .match $got one {{Partage {$split :code} : {$got} part saisie sur les {$needed :integer} nécessaires.}} * {{Partage {$split :code} : {$got} parts saisies sur les {$needed :integer} nécessaires.}}',
  'shares.in.enough': 'Partage {$split :code} : les {$needed :integer} parts nécessaires sont toutes là.',
  'shares.in.next': 'Tapez, collez ou montrez la suivante du même partage. L’ordre n’a pas d’importance.',
  'shares.in.next.enough': 'Ensemble, elles forment la feuille entière. Vous pouvez continuer.',
  'shares.number': 'Part {$number :integer}',
  'shares.lacking': 'encore nécessaire',
  'shares.drop': 'Laisser ces parts et recommencer',
  'shares.putIn': 'Prendre cette part et passer à la suivante',
  'shares.putIn.number': 'Prendre la part {$number :integer} et passer à la suivante',
  'code.lines': 'Où sont les copies',
  'code.lines.help':
    'Les adresses sous les groupes, une par ligne, suivies de leurs quatre lettres entre crochets. Sans elles, Holdfast ne sait pas où sont les copies.',
  'code.lines.read': 'Telles qu’elles ont été lues sur la feuille. Comparez-les avec elle.',
  'code.lines.change': 'Modifier ces lignes',
  'code.toText': 'Coller plutôt son texte ou un lien',
  'code.toGroups': 'Taper plutôt les groupes numérotés',
  'proposal.title': 'Est-ce bien ce que dit la feuille ?',
  'proposal.lead': 'Le code n’est pas cohérent tel qu’il a été lu. Comparez avec la feuille :',
  'proposal.typed': 'vous avez tapé',
  'proposal.says': 'la feuille devrait dire',
  'proposal.unread': 'n’a pas été lu ; la feuille devrait dire',
  'proposal.take': 'Oui, l’accepter',
  'proposal.again': 'Je regarde de nouveau',
  'proposal.taken': 'Accepté comme proposé ; rien d’autre n’a été modifié.',
};
