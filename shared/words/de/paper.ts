// SPDX-License-Identifier: GPL-3.0-or-later
import type { paper as english } from '../en/paper.ts';

/** Was auf Papier steht. */
export const paper: Readonly<Record<keyof typeof english, string>> = {
  'print.title': 'Notfallblatt',
  'print.file': 'Holdfast-Notfallblatt',
  'print.subject': 'Wallet {$name :name}, {$date :code}',
  'print.subject.dated': 'Wallet {$name :name}',
  'print.number': 'Blatt',
  'print.number.note': 'Holdfast zeigt dieselbe Nummer, wenn es dieses Blatt zeigt oder liest.',
  'print.warning': 'Wer diese Seite hat, der hat das Geld.',
  'print.advice':
    'Verwahren Sie sie wie Bargeld. Niemand wird Sie je danach fragen: keine Bank, kein Geschäft, auch nicht die Macher von Holdfast.',
  'print.steps': 'So kommt das Geld zurück',
  'print.step.install': 'Holdfast auf irgendeinem Computer holen und „Wiederherstellen“ wählen.',
  'print.step.read': 'Ihm das Quadrat geben oder die 26 Gruppen tippen. Kleine Fehler werden gefunden und berichtigt.',
  'print.step.places':
    'Die unten genannten Sticks und Ordner anschließen. Holdfast fragt alle Orte und führt zusammen, was sie haben.',
  'print.step.after': 'Danach mit dem alten Computer nicht mehr bezahlen.',
  'print.code': 'Der Code in Buchstaben',
  'print.code.whole': 'Das Quadrat allein genügt, und ebenso diese Gruppen mit den Orten darunter.',
  'print.code.secret': 'Das Quadrat enthält denselben Code; die Orte stehen nur auf dem Papier.',
  'print.code.hint': 'Ohne B, I, O und 1, außer in Gruppe 1.',
  'print.places': 'Wo die verschlüsselten Kopien sind',
  'print.places.none': 'Noch nirgends. Ohne einen Ort, der eine Kopie hat, bringt diese Seite nichts zurück.',
  'print.places.overleaf': 'Auf der nächsten Seite. Bewahren Sie beide zusammen auf.',
  'print.place.sync': '{$name :place}, ein Backup-Dienst',
  'print.place.folder': '{$name :place}, ein Ordner oder USB-Stick',
  'print.place.webdav': '{$name :place}, ein Ordner auf einem Server (fragt nach einem Passwort, das hier nicht steht)',
  'print.place.newer': '{$name :place}, braucht ein neueres Holdfast',
  'print.escrow.none': 'Treuhand: nicht eingerichtet.',
  'print.escrow.set': 'Treuhand: eingerichtet.',
  'print.tested': 'Geprüft am {$date :code}: Alles kam zurück.',
  'print.blank.tested': 'Geprüft am',
  'print.blank.copies': 'Weitere Ausdrucke dieser Seite liegen bei',
  'print.blank.helper': 'Wer hilft',
  'print.foot.without':
    'Ohne Holdfast: Die Gruppen sind ein langer codex32-Text (BIP-93) mit dem Anfang „hold“. Wie er eine Kopie öffnet, steht in electron/backup/FORMAT.md im Quelltext von Holdfast.',
  'print.foot.made':
    'Gemacht mit Holdfast {$version :version}, freie Software (GPL-3.0-or-later). An den Ecken beschneiden; an den Marken falten, Schrift nach innen.',

  'print.share.file': 'Teile eines Holdfast-Notfallblatts',
  'print.share.title': 'Teil {$share :integer} von {$of :integer}',
  'print.share.number': 'Aufteilung',
  'print.share.number.note': 'Alle {$of :integer} Seiten dieser Aufteilung eines Notfallblatts tragen diese Nummer.',
  'print.share.warning':
    'Allein verrät diese Seite nichts. Irgendwelche {$needed :integer} Seiten dieser Aufteilung sind das Geld.',
  'print.share.advice':
    'Verwahren Sie sie getrennt von den anderen. Niemand wird Sie je danach fragen: keine Bank, kein Geschäft, auch nicht die Macher von Holdfast.',
  'print.share.step.read':
    '{$needed :integer} Seiten mit dieser Nummer zusammenbringen, in beliebiger Reihenfolge. Ihm die Quadrate geben oder die je 26 Gruppen tippen.',
  'print.share.code': 'Dieser Teil in Buchstaben',
  'print.share.code.whole':
    'Für diesen Teil genügt das Quadrat allein, und ebenso diese Gruppen mit den Orten darunter.',
  'print.blank.share': 'Dieser Teil ist bei',
  'print.blank.others': 'Die anderen sind bei',
  'print.share.foot.without':
    'Ohne Holdfast: Die Gruppen sind einer von {$needed :integer} Teilen eines langen codex32-Textes (BIP-93) mit dem Anfang „hold“. Wie sie zusammenkommen und eine Kopie öffnen, steht in electron/backup/FORMAT.md im Quelltext von Holdfast.',

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
