// SPDX-License-Identifier: GPL-3.0-or-later

/** Ce que la ligne de commande ajoute à une phrase : quelle commande fait ce dont elle parle. La fenêtre ne le montre jamais. */
export const hint = {
  'hint.failure.not-abandoned':
    "'holdfast abandon' le quitte là-bas ; '--even-if-not-abandoned' le reprend quand même.",
  'hint.failure.money-here': "'holdfast takeover --sheet FICHIER' reprend ce portefeuille.",
  'hint.failure.own-sheet': "'holdfast takeover here' garde cet appareil.",
  'hint.failure.superseded': "'holdfast takeover here' garde cet appareil.",
  'hint.failure.wrong-device-state': "'holdfast takeover here' garde cet appareil.",
  'hint.failure.wrong-backup-state':
    "'holdfast provider add URL' fait la première copie ; 'holdfast takeover --sheet FICHIER' reprend un portefeuille.",
  'hint.failure.not-backed-up-yet':
    "'holdfast provider add URL' ajoute un emplacement ; 'holdfast without-backup ID' continue sans copie.",
  'hint.failure.unknown-exchange': "'holdfast exchange add {$exchange :address}' l’ajoute.",
  'hint.failure.inner-address': "Si c’est votre émetteur : 'holdfast exchange add URL' demande s’il faut l’autoriser.",
  'hint.failure.no-printer': "'holdfast sheet --pdf FICHIER' écrit la page dans un fichier.",
  'hint.failure.nothing-to-abort': "'holdfast history --json' a les identifiants.",
  'hint.failure.correction-proposed':
    'Au terminal, on vous demande s’il faut la prendre ; sinon, corrigez les groupes dans le fichier.',
  'hint.failure.wrong-key':
    "'holdfast set-aside' met ces fichiers à l’écart, entiers ; 'holdfast restore --sheet FICHIER' marche ensuite ici.",
  'hint.failure.encrypted':
    "'holdfast set-aside' met ces fichiers à l’écart, entiers ; 'holdfast restore --sheet FICHIER' marche ensuite ici.",
  'hint.failure.not-encrypted':
    "'holdfast set-aside' met ces fichiers à l’écart, entiers ; 'holdfast restore --sheet FICHIER' marche ensuite ici.",
  'hint.failure.damaged-database':
    "'holdfast set-aside' met ces fichiers à l’écart, entiers ; 'holdfast restore --sheet FICHIER' marche ensuite ici.",
  'hint.failure.damaged-vault':
    "'holdfast set-aside' met ces fichiers à l’écart, entiers ; 'holdfast restore --sheet FICHIER' marche ensuite ici.",
  'hint.failure.missing-database':
    "'holdfast set-aside' met ces fichiers à l’écart, entiers ; 'holdfast restore --sheet FICHIER' marche ensuite ici.",
  'hint.failure.empty-database':
    "'holdfast set-aside' met ces fichiers à l’écart, entiers ; 'holdfast restore --sheet FICHIER' marche ensuite ici.",
  'hint.failure.older-database':
    "'holdfast set-aside' met ces fichiers à l’écart, entiers ; 'holdfast restore --sheet FICHIER' marche ensuite ici.",
  'hint.failure.orphan-database':
    "'holdfast set-aside' met ces fichiers à l’écart, entiers ; 'holdfast restore --sheet FICHIER' marche ensuite ici.",
  'hint.failure.keychain-refused': "'holdfast unlock --sheet FICHIER' l’ouvre avec sa feuille.",
  'hint.safety.stands-still': "'holdfast takeover here' garde cet appareil.",
  'hint.known.stands-still': "'holdfast takeover here' garde cet appareil.",
  'hint.emptying.waits-for-bank': "'holdfast abort ID' l’annule ; les identifiants : {$ids :codes}.",
};
