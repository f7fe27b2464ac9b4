// SPDX-License-Identifier: GPL-3.0-or-later

/** Ce qui est dit et offert quand un portefeuille ne s’ouvre pas, et quand fenêtre ou programme ont mal fini. */
export const rescue = {
  'rescue.lead':
    'Rien n’a été supprimé, et aucune copie dans vos emplacements n’est touchée. Voici les chemins possibles.',
  'rescue.ways': 'Ce que vous pouvez faire',

  'way.unlock-by-sheet.title': 'L’ouvrir avec la feuille de secours',
  'way.unlock-by-sheet.words':
    'Les fichiers du portefeuille sont entiers, seul le verrou est perdu. La feuille les ouvre, et vous choisissez un nouveau verrou. Aucun argent n’est en danger.',
  'way.unlock-by-sheet.do': 'Ouvrir avec la feuille de secours …',
  'way.restore.title': 'Ramener l’argent à partir du papier',
  'way.restore.words':
    'Avec votre feuille de secours, à partir de ce que gardent vos emplacements. Les fichiers qui ne s’ouvrent pas sont d’abord mis de côté : déplacés entiers dans un dossier à eux.',
  'way.restore.do': 'Restaurer avec une feuille …',
  'way.regain.title': 'Ramener l’argent par le dépôt de confiance',
  'way.regain.words':
    'Si le secret de secours est en dépôt de confiance : en prouvant qui vous êtes. Les fichiers sont mis de côté de la même façon.',
  'way.regain.do': 'Restaurer par le dépôt de confiance …',
  'way.try-again.title': 'Regarder de nouveau',
  'way.try-again.words':
    'Après avoir remis des fichiers, branché un disque, fait de la place, installé une version plus récente ou fermé l’autre programme.',
  'way.try-again.do': 'Réessayer',
  'way.elsewhere.title': 'Utiliser un autre dossier',
  'way.elsewhere.words':
    'Ouvrir un portefeuille qui se trouve ailleurs, ou en garder un nouveau là-bas. Ce qui est ici reste comme c’est.',
  'way.elsewhere.do': 'Choisir un dossier …',
  'way.usual-place.title': 'Revenir au dossier habituel',
  'way.usual-place.words':
    'Là où Holdfast garde son portefeuille quand personne ne choisit. Ce qui est dans l’autre dossier reste.',
  'way.usual-place.do': 'Utiliser le dossier habituel',
  'way.set-aside.title': 'Repartir de zéro ici',
  'way.set-aside.words': 'Met les fichiers de côté dans un dossier à eux, et démarre sans portefeuille.',
  'way.set-aside.do': 'Mettre les fichiers de côté …',

  'rescue.aside.title': 'Mettre ces fichiers de côté ?',
  'rescue.aside.words':
    'Les fichiers du portefeuille passent dans un nouveau dossier sous {$directory :file}. Rien n’est supprimé, et ils peuvent en être remis.',
  'rescue.aside.money':
    'L’argent qu’aucune copie n’a encore est dans ces seuls fichiers. Gardez le dossier jusqu’à ce que vous ayez vu que tout est revenu.',
  'rescue.aside.do': 'Les mettre de côté',
  'rescue.aside.keep': 'Les laisser',
  'rescue.aside.restore': 'Les mettre de côté et restaurer',
  'rescue.kept':
    'Les fichiers d’un portefeuille qui ne s’ouvrait pas ont été mis de côté et sont gardés entiers dans {$folder :file}. Ne les supprimez que lorsque tout l’argent est revenu.',

  'cannotShow.lead':
    'Seule cette page n’a pas pu être remplie. Votre argent, ses copies et la feuille de secours sont comme avant.',
  'cannotShow.again':
    'Souvent un second essai suffit. Sinon, quittez Holdfast et relancez-le ; ce qu’il faisait continue de soi-même.',

  'rescue.report.title': 'Demander de l’aide',
  'rescue.report.words':
    'Un rapport pour qui vous aide : quels fichiers il y a et ce qui s’est passé en dernier. Il ne contient ni secret, ni nom, ni adresse, ni montant.',
  'rescue.report.show': 'Afficher le rapport',
  'rescue.report.save': 'L’enregistrer dans un fichier …',
  'rescue.report.label': 'Le rapport',
  'rescue.report.saved': 'Enregistré dans {$file :file}.',

  'ended.window':
    'La fenêtre est tombée en panne le {$at :time} et a été rouverte là où elle était. Aucun argent n’est en danger ; seul ce qui était en train d’être tapé a disparu.',
  'ended.program':
    'Holdfast s’est arrêté vers le {$at :time} sans avoir été fermé. Aucun argent n’est en danger : ce qui était en cours se poursuit maintenant.',
  'ended.read': 'D’accord',
  'offline.words':
    'Cet ordinateur est hors ligne. Ce que vous avez est affiché ; les paiements et les copies se poursuivent d’eux-mêmes dès qu’il y a une connexion.',

  'locked.aside.words':
    'Phrase de passe perdue, et la feuille n’ouvre pas ces fichiers ? Ils peuvent être mis de côté, entiers, et l’argent restauré dans un nouveau portefeuille.',
  'locked.aside.do': 'Restaurer dans un nouveau portefeuille …',
};
