// SPDX-License-Identifier: GPL-3.0-or-later
import type { paper as english } from '../en/paper.ts';

/** Was auf Papier steht. */
export const paper: Readonly<Record<keyof typeof english, string>> = {
  'print.title': 'Notfallblatt',
  'print.file': 'Holdfast-Notfallblatt',
  'print.wallet': 'Wallet: {$name :row}',
  'print.date': 'Datum: {$date :code}',
  'print.number': 'Blatt: {$number :code}',
  'print.warning': 'Wer diese Seite hat, der hat das Geld.',
  'print.advice':
    'Verwahren Sie sie wie Bargeld. Niemand wird Sie je danach fragen: keine Bank, kein Geschäft, auch nicht die Macher von Holdfast.',
  'print.code.secret':
    'Es sind zu viele Speicherorte für einen Code: Er enthält nur das Geheimnis. Die Orte stehen in den Zeilen darunter.',
  'print.steps': 'So kommt das Geld zurück',
  'print.step.install':
    'Holdfast auf irgendeinem Computer installieren und „Wiederherstellen“ wählen, oder: holdfast restore --sheet DATEI',
  'print.step.read':
    'Die Zeilen von „HOLDFAST-RECOVERY-1“ bis „END“ abtippen, oder den Code mit einem Telefon oder Lesegerät als Text lesen und diesen einfügen. Großschreibung und Leerzeichen sind gleichgültig.',
  'print.step.asked':
    'Holdfast fragt alle hier genannten Speicherorte zugleich, sagt, welche geantwortet haben, und führt zusammen, was sie haben.',
  'print.step.checked':
    'Dann prüft es bei den Herausgebern, welches Geld noch gilt. Benutzen Sie den alten Computer danach nicht mehr.',
  'print.text': 'Dasselbe als Text: Der Code oben allein oder diese Zeilen allein genügen',
  'print.text.alone': 'Als Text, mit den Speicherorten: Diese Zeilen allein genügen',
  'print.places': 'Speicherorte der verschlüsselten Kopien',
  'print.places.none': 'Noch keiner. Ohne einen Ort, der eine Kopie hat, stellt diese Seite nichts wieder her.',
  'print.place': '{$name :place}: {$address :address}',
  'print.place.asks':
    '{$name :place}: {$address :address} (fragt nach Benutzername und Passwort, die nicht auf dieser Seite stehen)',

  'receipt.title': 'Beleg: Diese Wallet wurde geleert',
  'receipt.date': 'Datum: {$at :time}',
  'receipt.sent': 'Gesendet und angenommen: {$sums :list}',
  'receipt.sent.nothing': 'Gesendet und angenommen: nichts',
  'receipt.fees': 'Gebühren für das Senden: {$sums :list}',
  'receipt.fees.none': 'Gebühren für das Senden: keine',
  'receipt.dust': 'Das Senden nicht wert (die Gebühr ist höher): {$sums :list}',
  'receipt.payment': '{$number :integer}. {$sum :amount}, herausgegeben von {$exchange :address}',
  'receipt.payment.fees': 'Gebühren {$fees :amount}; konnte bis {$until :time} angenommen werden; angenommen',
  'receipt.payment.id': 'Nummer, unter der Herausgeber und Empfänger sie finden: {$id :code}',
  'receipt.erased': 'Danach wurden die Wallet und ihr geheimer Code auf diesem Computer gelöscht.',
};
