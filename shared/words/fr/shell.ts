// SPDX-License-Identifier: GPL-3.0-or-later

/** Ce que disent les boîtes de dialogue du système, hors de la page. */
export const shell = {
  'shell.folder.title': 'Choisir un dossier pour les copies',
  'shell.folder.do': 'Utiliser ce dossier',
  'shell.pdf.title': 'Enregistrer la feuille de secours en PDF',
  'shell.place.title': 'Choisir le dossier où ce portefeuille est gardé',
  'shell.place.do': 'Utiliser ce dossier',
  'shell.history.title': 'Enregistrer l’historique',
  'shell.report.title': 'Enregistrer le rapport',
  'shell.page.died': 'La fenêtre s’est fermée plusieurs fois de suite',
  'shell.page.died.not': 'Fermer Holdfast',
  'shell.page.hangs': 'La fenêtre ne répond pas',
  'shell.page.hangs.not': 'Attendre',
  'shell.page.words':
    'Aucun argent n’est en danger : le portefeuille tourne à part de sa fenêtre. Ce qui a été tapé sans être envoyé est à taper de nouveau.',
  'shell.page.do': 'Rouvrir la fenêtre',
  'shell.reveal.message': 'Afficher la feuille de secours ?',
  'shell.reveal.words':
    'Qui lit la feuille possède l’argent de ce portefeuille. Regardez d’abord autour de vous. Si vous ne l’avez pas demandé vous-même, refusez.',
  'shell.reveal.cancel': 'Refuser',
  'shell.reveal.do': 'Afficher la feuille',
  'shell.reveal.sensor': 'afficher la feuille de secours',
  'shell.cannotStart': 'Holdfast ne peut pas démarrer',
  'shell.forbiddenSwitch':
    'Holdfast ne démarre pas avec --{$name :code} : cela ouvrirait le portefeuille à d’autres programmes.',
  'shell.quit.message': '{$state :said}. Fermer Holdfast quand même ?',
  'shell.quit.cancel': 'Rester',
  'shell.quit.do': 'Fermer',
};
