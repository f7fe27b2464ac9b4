// SPDX-License-Identifier: GPL-3.0-or-later

/** Menus, icône, notifications et liens : ce que la fenêtre dit au système où elle tourne. */
export const desktop = {
  'menu.file': 'Fichier',
  'menu.edit': 'Édition',
  'menu.go': 'Aller',
  'menu.view': 'Affichage',
  'menu.help': 'Aide',
  'menu.pay': 'Payer un lien',
  'menu.add': 'Ajouter de l’argent',
  'menu.send': 'Envoyer de l’argent',
  'menu.request': 'Demander de l’argent',
  'menu.undo': 'Annuler la saisie',
  'menu.redo': 'Rétablir',
  'menu.cut': 'Couper',
  'menu.copy': 'Copier',
  'menu.paste': 'Coller',
  'menu.selectAll': 'Tout sélectionner',
  'menu.larger': 'Plus grand',
  'menu.smaller': 'Plus petit',
  'menu.usualSize': 'Taille habituelle',
  'menu.fullScreen': 'Plein écran',
  'menu.shortcuts': 'Raccourcis clavier',
  'menu.quit': 'Fermer Holdfast',
  'menu.show': 'Afficher Holdfast',

  'shortcuts.title': 'Raccourcis clavier',
  'shortcuts.lead': 'Tout s’atteint sans souris : Tab avance, Entrée appuie, Échap ferme.',
  'shortcuts.control': 'Ctrl',
  'shortcuts.pages': 'Pages',
  'shortcuts.window': 'Fenêtre',

  'tray.state': 'Holdfast : {$state :said}',

  'notify.arrived': 'De l’argent est arrivé',
  'notify.arrived.sum': '{$sum :amount} sont arrivés',
  'notify.taken': 'Votre paiement a été pris',
  'notify.taken.sum': 'Votre paiement de {$sum :amount} a été pris',
  'notify.paid': 'Votre demande a été payée',
  'notify.paid.sum': 'Votre demande de {$sum :amount} a été payée',
  'notify.payment-due': 'Un emplacement pour les copies attend une décision',
  'notify.year-ends': 'L’année payée d’un emplacement pour les copies se termine bientôt',
  'notify.not-protected': 'Votre argent n’est plus protégé',
  'notify.at-risk': 'Une partie de votre argent est en danger',
  'notify.open': 'Ouvrez Holdfast pour en voir plus.',

  'shell.links.message': 'Ouvrir les liens de paiement avec Holdfast ?',
  'shell.links.words':
    'Les liens commençant par taler: seraient ouverts par Holdfast sur cet ordinateur. Il montre ce qu’ils signifient avant que rien ne soit payé. Cela n’est demandé qu’une fois ; les réglages du système le changent plus tard.',
  'shell.links.do': 'Les ouvrir avec Holdfast',
  'shell.links.not': 'Laisser comme c’est',

  'link.waits': 'Un lien ou un fichier a été ouvert dans un autre programme.',
  'link.pay': 'Il demande un paiement',
  'link.add': 'Il apporte de l’argent d’une banque',
  'link.receive': 'C’est un paiement entre personnes, ou un remboursement',
  'link.deposit': 'Il nomme un compte bancaire où envoyer de l’argent',
  'link.restore': 'Il ramène un portefeuille',
  'link.too-long':
    'Un lien trop long pour n’importe quel portefeuille a été ouvert ; il n’a donc pas été lu. Rien n’a été payé ; demandez-en un autre à qui l’a fait.',
  'link.unknown':
    'Un lien qui n’est pas pour ce portefeuille a été ouvert. Rien n’a été payé ; demandez à qui l’a fait à quoi il sert, ou ouvrez-le avec un autre programme.',
  'link.unreadable-file':
    'Le fichier ouvert ne contient pas de texte de secours lisible ici : il est trop grand, n’est pas du texte, ou ne s’ouvre pas. Rien n’a été modifié, et aucun argent n’est en danger.',
  'link.open': 'Le regarder',
  'link.leave': 'Pas maintenant',
};
