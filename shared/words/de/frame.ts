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
  'nav.money': 'Geld',
  'nav.history': 'Verlauf',
  'nav.protection': 'Schutz',
  'nav.settings': 'Einstellungen',
  'nav.playMoney': 'Spielgeld',
  'nav.unprotected': 'Nicht gesperrt',

  'amount.malformed': 'Geben Sie einen Betrag wie 20 oder {$example :said} ein.',
  'amount.parts':
    'Schreiben Sie {$typed :name} mit Komma oder Punkt, etwa 0,5: Brüche und Hochzahlen lassen sich verschieden lesen.',
  'amount.sign':
    'Schreiben Sie {$typed :name} ohne Vorzeichen: Was gezahlt oder empfangen wird, ist immer mehr als null.',
  'amount.decimals': 'Ein Betrag hat höchstens 8 Stellen hinter dem Komma, etwa {$example :said}.',
  'amount.marks':
    'Die Zeichen zwischen den Ziffern von {$typed :name} ergeben keinen eindeutigen Betrag. Schreiben Sie ihn ohne Zeichen zwischen Tausendern, etwa 1250 oder {$example :said}.',
  'amount.letters':
    'In {$typed :name} steht etwas, das nicht zu einem Betrag gehört. Schreiben Sie nur Ziffern, etwa 20 oder {$example :said}.',
  'amount.which': '{$typed :name} kann zwei Beträge meinen. Welchen meinen Sie?',
  'amount.readings': 'Welcher Betrag gemeint ist',
  'amount.tooLarge': 'Dieser Betrag ist für jede Taler-Wallet zu groß.',
  'amount.otherCurrency': 'Der Betrag muss in {$currency :currency} sein.',
  'amount.zero': 'Der Betrag muss größer als null sein.',

  'onward.bringIn': 'Eine andere Wallet hereinholen',
  'onward.devices': 'Geräte',
  'onward.devices.words': 'Wer diese Wallet noch kennt und wie sie auf ein anderes Gerät umzieht.',
  'onward.restore': 'Wiederherstellen',
  'onward.restore.words': 'Eine Wallet von Ihnen kommt mit ihrem Notfallblatt zurück.',
  'onward.regain': 'Mit Treuhand wiederherstellen',
  'onward.regain.words': 'Ohne Papier: indem Sie zeigen, dass Sie es sind.',
  'onward.takeover': 'Eine Wallet übernehmen',
  'onward.takeover.words': 'Das Geld einer anderen Wallet von Ihnen kommt in diese.',
  'onward.import': 'Aus der Wallet von GNU Taler',
  'onward.import.words': 'Mit ihrem Link, ihrem Wiederherstellungstext oder einer Sicherungsdatei.',
  'way.history': 'Zum Verlauf',
  'way.send': 'Geld senden',
  'confirm.keep': 'So lassen',

  'copy.do': 'Kopieren',
  'copy.done': 'Kopiert',
  'copy.aMinute': 'Für eine Minute kopiert',
  'copy.refused': 'Kopieren ging nicht',
  'copy.label': 'Kopieren: {$what :said}',

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
  'first.restore.sheet':
    'Zuerst das Blatt. Ist es lesbar, wählen Sie, wie die Wallet hier gesperrt ist; dann werden ihre Speicherorte gefragt. Vorher wird nichts geschrieben.',
  'first.restore.lock': 'Das Blatt ist lesbar. Wie ist die wiederhergestellte Wallet hier gesperrt?',
  'first.regain.title': 'Aus Treuhand zurück',
  'first.regain.words': 'Ohne Papier: indem Sie zeigen, dass Sie es sind.',
  'first.regain.do': 'Mit Treuhand wiederherstellen',
  'first.where': 'Version {$version :version}. Diese Wallet wird in {$directory :file} liegen.',

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
  'steps.waiting': '(unterwegs)',
  'steps.waiting.why': 'Unterwegs.',
  'steps.money': 'Geld in der Wallet',
  'steps.money.why': 'Damit werden Speicherorte bezahlt.',
  'steps.provider': 'Ort für Kopien',
  'steps.provider.why': 'Ein Dienst oder ein eigener Ordner.',
  'steps.copy': 'Geprüfte Kopie',
  'steps.copy.why': 'Zurückgelesen und verglichen.',
  'steps.sheet': 'Blatt zurückgelesen',
  'steps.sheet.why': 'Es öffnet Ihre Kopien.',

  'sum.currency': 'Währung',
  'sum.noExchange':
    'Diese Wallet kennt noch keinen Herausgeber: Laden Sie zuerst Geld auf oder fügen Sie eine Adresse ein.',

  'computer.language': 'Sprache',
  'computer.language.system': 'Wie das System: {$language :said}',
  'computer.language.example': 'Datum und Beträge sehen so aus: {$at :time} · {$sum :amount}',
  'names.title': 'Namen',
  'names.wallet': 'Name dieser Wallet',
  'names.wallet.help': 'Er steht auf dem Notfallblatt, damit sich zwei Blätter unterscheiden lassen.',
  'names.device': 'Name dieses Geräts',
  'names.device.help': 'So heißt es bei Ihren anderen Geräten dieser Wallet.',
  'names.do': 'Namen speichern',
  'names.done': 'Gespeichert. Blätter, die Sie von nun an drucken, tragen sie.',
  'issuers.title': 'Herausgeber, die diese Wallet kennt',
  'issuers.issues': 'Gibt {$currency :currency} heraus.',
  'issuers.named': 'Er nennt dieses Geld {$name :quote}.',
  'computer.erase.title': 'Diese Wallet löschen',
  'computer.erase.words':
    'Entfernt die Wallet von diesem Computer. Kopien an ihren Orten bleiben, und wer ihr Notfallblatt hat, kann sie zurückholen.',
  'computer.erase.open': 'Löschen …',
  'computer.erase.lost': 'Beim Löschen gingen {$sums :list} verloren.',
  'computer.erase.final':
    'Von keinem Ort ist bekannt, dass er eine Kopie dieser Wallet hat. Ohne eine macht nichts das rückgängig.',
  'computer.erase.confirm':
    'Nur was zu den Kopien zurückführt, macht das rückgängig: das Notfallblatt oder eine Treuhand. Es bringt zurück, was die Kopien haben.',
  'computer.erase.saving': 'Die letzten Änderungen werden noch gesichert. Wenn Sie vorher löschen, sind sie weg.',
  'computer.erase.unsaved':
    'Nicht jeder Ort hat die letzten Änderungen. Antwortet beim Wiederherstellen nur ein solcher, kommt die Wallet so zurück, wie sie davor war: Was Sie entfernt oder vergessen haben, ist dann wieder da.',
  'computer.erase.type': 'Tippen Sie „{$words :said}“',
  'computer.erase.typed': 'alles löschen',
  'computer.erase.do': 'Alles löschen',

  'time.never': 'für immer',
};
