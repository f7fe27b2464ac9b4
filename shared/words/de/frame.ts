// SPDX-License-Identifier: GPL-3.0-or-later
import type { frame as english } from '../en/frame.ts';

/** Der Rahmen um alles: Start, Sperre, Seiten, Felder, dieser Computer. */
export const frame: Readonly<Record<keyof typeof english, string>> = {
  'app.opening': 'Die Wallet wird geöffnet …',
  'app.cannotOpen': 'Diese Wallet lässt sich gerade nicht öffnen',
  'app.waiting': 'Einen Moment …',
  'app.details': 'Einzelheiten',
  'app.skip': 'Zum Inhalt der Seite springen',

  'nav.label': 'Seiten',
  'nav.overview': 'Übersicht',
  'nav.send': 'Senden',
  'nav.receive': 'Empfangen',
  'nav.backup': 'Sicherung',
  'nav.sheet': 'Notfallblatt',
  'nav.restore': 'Wiederherstellen',
  'nav.history': 'Verlauf',
  'nav.devices': 'Geräte',
  'nav.computer': 'Dieser Computer',
  'nav.playMoney': 'Spielgeld',
  'nav.unprotected': 'Nicht gesperrt',

  'amount.malformed': 'Geben Sie einen Betrag wie 20 oder {$example} ein.',
  'amount.grouped': 'Schreiben Sie Tausender ohne Trennzeichen: {$without}.',
  'amount.tooLarge': 'Dieser Betrag ist für jede Taler-Wallet zu groß.',
  'amount.otherCurrency': 'Der Betrag muss in {$currency} sein.',
  'amount.zero': 'Der Betrag muss größer als null sein.',

  'confirm.keep': 'So lassen',

  'copy.do': 'Kopieren',
  'copy.done': 'Kopiert',
  'copy.refused': 'Kopieren ging nicht',
  'copy.label': 'Kopieren: {$what}',

  'first.title': 'Digitales Bargeld, das Ihren Computer überlebt',
  'first.lead':
    'Holdfast bewahrt GNU-Taler-Geld auf und legt verschlüsselte Kopien davon an Orten ab, die Sie wählen. Ein einziges gedrucktes Blatt bringt alles zurück.',
  'first.play.title': 'Erst einmal umsehen',
  'first.play.words':
    'Eine Bank, ein Herausgeber, ein Geschäft und Speicherorte laufen in diesem Programm selbst. Ohne Netz, ohne echtes Geld.',
  'first.play.do': 'Mit Spielgeld ausprobieren',
  'first.new.title': 'Wallet anlegen',
  'first.new.words': 'Für echtes Geld, von jedem Taler-Herausgeber.',
  'first.new.do': 'Wallet anlegen',
  'first.restore.title': 'Wallet wiederherstellen',
  'first.restore.words': 'Mit einem Notfallblatt, auf diesem Computer.',
  'first.restore.do': 'Mit Blatt wiederherstellen',
  'first.where': 'Version {$version}. Diese Wallet wird in {$directory} liegen.',

  'protection.label': 'Wer darf diese Wallet auf diesem Computer öffnen?',
  'protection.passphrase': 'Wer ein Passwort kennt',
  'protection.passphrase.why':
    'Sie geben es ein, wenn Holdfast startet und bevor das Notfallblatt gezeigt wird. Niemand kann es zurücksetzen; das Blatt kann es ersetzen.',
  'protection.keychain': 'Wer unter Ihrem Namen angemeldet ist',
  'protection.keychain.why': 'Der Schlüsselbund des Systems bewahrt den Schlüssel auf. Sie müssen nichts eingeben.',
  'protection.keychain.missing': 'Dieses System hat keinen Schlüsselbund, dem Holdfast vertrauen kann.',
  'protection.unprotected': 'Jeder, der die Datei lesen kann',
  'protection.unprotected.why': 'Gar keine Sperre. Nur für Spielgeld.',
  'protection.passphrase.field': 'Passwort',
  'protection.passphrase.again': 'Passwort noch einmal',
  'protection.passphrase.short': 'Nehmen Sie mindestens {$length :integer} Zeichen; vier zufällige Wörter sind gut.',
  'protection.passphrase.different': 'Die beiden Passwörter sind verschieden.',
  'protection.back': 'Zurück',
  'protection.do': 'Anlegen',
  'protection.next': 'Weiter',

  'locked.title': 'Diese Wallet ist gesperrt',
  'locked.lead': 'Ihr Geld ist sicher. Sobald Sie öffnen, werden wieder Kopien angelegt.',
  'locked.passphrase': 'Passwort',
  'locked.do': 'Öffnen',
  'locked.lost': 'Passwort verloren? Mit dem Notfallblatt lässt sich das Geld in einer neuen Wallet wiederherstellen.',
  'locked.sheet.open': 'Mit dem Notfallblatt öffnen …',
  'locked.sheet.words':
    'Passwort verloren? Das Notfallblatt dieser Wallet öffnet sie, und Sie wählen eine neue Sperre. In der Wallet ändert sich nichts.',
  'locked.sheet.title': 'Mit dem Notfallblatt öffnen',
  'locked.sheet.help':
    'Von HOLDFAST-RECOVERY-1 bis END, vom Blatt genau dieser Wallet. Es wird nur auf diesem Computer verwendet.',
  'locked.sheet.next': 'Neue Sperre wählen',
  'locked.sheet.lock': 'So ist diese Wallet von nun an gesperrt',

  'steps.title': 'In vier Schritten geschützt',
  'steps.done': '(erledigt)',
  'steps.money': 'Geld in der Wallet',
  'steps.money.why': 'Damit werden Speicherorte bezahlt.',
  'steps.provider': 'Ort für Kopien',
  'steps.provider.why': 'Ein Dienst oder ein eigener Ordner.',
  'steps.copy': 'Geprüfte Kopie',
  'steps.copy.why': 'Zurückgelesen und verglichen.',
  'steps.sheet': 'Blatt zurückgelesen',
  'steps.sheet.why': 'Ohne dieses öffnet sich keine Kopie.',

  'sum.currency': 'Währung',
  'sum.noExchange':
    'Diese Wallet kennt noch keinen Herausgeber: Laden Sie zuerst Geld auf oder fügen Sie eine Adresse ein.',

  'computer.title': 'Dieser Computer',
  'computer.lead': 'Wo diese Wallet liegt, wer sie hier öffnen kann und wie sie mit Ihnen spricht.',
  'computer.directory': 'Liegt in',
  'computer.protection': 'Geöffnet durch',
  'computer.protection.passphrase': 'ein Passwort',
  'computer.protection.keychain': 'den Schlüsselbund des Systems',
  'computer.protection.unprotected': 'jeden, der die Datei lesen kann',
  'computer.protection.none': 'noch nichts',
  'computer.version': 'Version',
  'computer.unprotected':
    'Die Datei der Wallet ist nicht gesperrt. Für Spielgeld ist das in Ordnung, für nichts anderes.',
  'computer.language': 'Sprache',
  'computer.language.title': 'Sprache, Datum und Beträge',
  'computer.language.system': 'Wie das System: {$language}',
  'computer.language.example': 'Datum und Beträge sehen so aus: {$at :time} · {$sum :amount}',
  'computer.erase.title': 'Diese Wallet löschen',
  'computer.erase.words':
    'Entfernt die Wallet von diesem Computer. Die Kopien an anderen Orten bleiben, und das Notfallblatt kann sie zurückholen.',
  'computer.erase.open': 'Löschen …',
  'computer.erase.lost': 'Beim Löschen gingen {$sums :list} verloren.',
  'computer.erase.confirm': 'Ohne das Notfallblatt lässt sich das nicht rückgängig machen.',
  'computer.erase.type': 'Tippen Sie „{$words}“',
  'computer.erase.typed': 'alles löschen',
  'computer.erase.do': 'Alles löschen',

  'time.never': 'für immer',
};
