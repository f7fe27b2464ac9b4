// SPDX-License-Identifier: GPL-3.0-or-later
import type { hint as en } from '../en/hint.ts';

export const hint: Readonly<Record<keyof typeof en, string>> = {
  'hint.failure.not-abandoned':
    "'holdfast abandon' verlässt sie dort; '--even-if-not-abandoned' übernimmt sie trotzdem.",
  'hint.failure.money-here': "'holdfast takeover --sheet FILE' übernimmt jene Wallet.",
  'hint.failure.own-sheet': "'holdfast takeover here' behält dieses Gerät.",
  'hint.failure.superseded': "'holdfast takeover here' behält dieses Gerät.",
  'hint.failure.wrong-device-state': "'holdfast takeover here' behält dieses Gerät.",
  'hint.failure.wrong-backup-state':
    "'holdfast provider add URL' macht die erste Kopie; 'holdfast takeover --sheet DATEI' übernimmt eine Wallet.",
  'hint.failure.not-backed-up-yet':
    "'holdfast provider add URL' fügt einen Ort hinzu; 'holdfast without-backup ID' macht ohne Kopie weiter.",
  'hint.failure.unknown-exchange': "'holdfast exchange add {$exchange :address}' fügt ihn hinzu.",
  'hint.failure.inner-address': "Ist es Ihr Herausgeber: 'holdfast exchange add URL' fragt, ob er erlaubt ist.",
  'hint.failure.no-printer': "'holdfast sheet --pdf DATEI' schreibt die Seite in eine Datei.",
  'hint.failure.nothing-to-abort': "'holdfast history --json' nennt die IDs.",
  'hint.failure.correction-proposed':
    'An einem Terminal werden Sie gefragt, ob es übernommen werden soll; sonst berichtigen Sie die Gruppen in der Datei.',
  'hint.failure.wrong-key':
    "'holdfast set-aside' legt diese Dateien unversehrt beiseite; dann geht hier 'holdfast restore --sheet DATEI'.",
  'hint.failure.encrypted':
    "'holdfast set-aside' legt diese Dateien unversehrt beiseite; dann geht hier 'holdfast restore --sheet DATEI'.",
  'hint.failure.not-encrypted':
    "'holdfast set-aside' legt diese Dateien unversehrt beiseite; dann geht hier 'holdfast restore --sheet DATEI'.",
  'hint.failure.damaged-database':
    "'holdfast set-aside' legt diese Dateien unversehrt beiseite; dann geht hier 'holdfast restore --sheet DATEI'.",
  'hint.failure.damaged-vault':
    "'holdfast set-aside' legt diese Dateien unversehrt beiseite; dann geht hier 'holdfast restore --sheet DATEI'.",
  'hint.failure.missing-database':
    "'holdfast set-aside' legt diese Dateien unversehrt beiseite; dann geht hier 'holdfast restore --sheet DATEI'.",
  'hint.failure.empty-database':
    "'holdfast set-aside' legt diese Dateien unversehrt beiseite; dann geht hier 'holdfast restore --sheet DATEI'.",
  'hint.failure.older-database':
    "'holdfast set-aside' legt diese Dateien unversehrt beiseite; dann geht hier 'holdfast restore --sheet DATEI'.",
  'hint.failure.orphan-database':
    "'holdfast set-aside' legt diese Dateien unversehrt beiseite; dann geht hier 'holdfast restore --sheet DATEI'.",
  'hint.failure.keychain-refused': "'holdfast unlock --sheet DATEI' öffnet sie mit ihrem Blatt.",
  'hint.safety.stands-still': "'holdfast takeover here' behält dieses Gerät.",
  'hint.known.stands-still': "'holdfast takeover here' behält dieses Gerät.",
  'hint.emptying.waits-for-bank': "'holdfast abort ID' beendet es; die IDs: {$ids :codes}.",
};
