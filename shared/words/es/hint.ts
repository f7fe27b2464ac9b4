// SPDX-License-Identifier: GPL-3.0-or-later

/** Lo que la línea de órdenes añade a una frase: qué orden hace aquello de lo que habla. La ventana nunca lo muestra. */
export const hint = {
  'hint.failure.not-abandoned': "'holdfast abandon' lo deja allí; '--even-if-not-abandoned' lo toma de todos modos.",
  'hint.failure.money-here': "'holdfast takeover --sheet ARCHIVO' toma aquel monedero.",
  'hint.failure.own-sheet': "'holdfast takeover here' conserva este dispositivo.",
  'hint.failure.superseded': "'holdfast takeover here' conserva este dispositivo.",
  'hint.failure.wrong-device-state': "'holdfast takeover here' conserva este dispositivo.",
  'hint.failure.wrong-backup-state':
    "'holdfast provider add URL' hace la primera copia; 'holdfast takeover --sheet ARCHIVO' toma un monedero.",
  'hint.failure.not-backed-up-yet':
    "'holdfast provider add URL' añade un lugar; 'holdfast without-backup ID' sigue sin copia.",
  'hint.failure.unknown-exchange': "'holdfast exchange add {$exchange :address}' lo añade.",
  'hint.failure.inner-address': "Si es su emisor: 'holdfast exchange add URL' pregunta si se permite.",
  'hint.failure.no-printer': "'holdfast sheet --pdf ARCHIVO' escribe la página en un archivo.",
  'hint.failure.nothing-to-abort': "'holdfast history --json' tiene los identificadores.",
  'hint.failure.correction-proposed':
    'En un terminal se le pregunta si se toma; si no, corrija los grupos en el archivo.',
  'hint.failure.wrong-key':
    "'holdfast set-aside' aparta estos archivos, enteros; después 'holdfast restore --sheet ARCHIVO' funciona aquí.",
  'hint.failure.encrypted':
    "'holdfast set-aside' aparta estos archivos, enteros; después 'holdfast restore --sheet ARCHIVO' funciona aquí.",
  'hint.failure.not-encrypted':
    "'holdfast set-aside' aparta estos archivos, enteros; después 'holdfast restore --sheet ARCHIVO' funciona aquí.",
  'hint.failure.damaged-database':
    "'holdfast set-aside' aparta estos archivos, enteros; después 'holdfast restore --sheet ARCHIVO' funciona aquí.",
  'hint.failure.damaged-vault':
    "'holdfast set-aside' aparta estos archivos, enteros; después 'holdfast restore --sheet ARCHIVO' funciona aquí.",
  'hint.failure.missing-database':
    "'holdfast set-aside' aparta estos archivos, enteros; después 'holdfast restore --sheet ARCHIVO' funciona aquí.",
  'hint.failure.empty-database':
    "'holdfast set-aside' aparta estos archivos, enteros; después 'holdfast restore --sheet ARCHIVO' funciona aquí.",
  'hint.failure.older-database':
    "'holdfast set-aside' aparta estos archivos, enteros; después 'holdfast restore --sheet ARCHIVO' funciona aquí.",
  'hint.failure.orphan-database':
    "'holdfast set-aside' aparta estos archivos, enteros; después 'holdfast restore --sheet ARCHIVO' funciona aquí.",
  'hint.failure.keychain-refused': "'holdfast unlock --sheet ARCHIVO' lo abre con su hoja.",
  'hint.safety.stands-still': "'holdfast takeover here' conserva este dispositivo.",
  'hint.known.stands-still': "'holdfast takeover here' conserva este dispositivo.",
  'hint.emptying.waits-for-bank': "'holdfast abort ID' lo anula; los identificadores: {$ids :codes}.",
};
