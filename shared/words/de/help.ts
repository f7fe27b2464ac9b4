// SPDX-License-Identifier: GPL-3.0-or-later
import type { help as en } from '../en/help.ts';

export const help: Readonly<Record<keyof typeof en, string>> = {
  'cli.about.status': 'Das Geld, wie sicher es ist und was unterwegs ist. Rückgabewert 3, wenn etwas zu tun ist.',
  'cli.about.balance': 'Das Geld nach Herausgebern.',
  'cli.about.history':
    'Jedes Ereignis, das neueste zuerst, oder jene, in denen alle Wörter vorkommen; --long zeigt alles, was bekannt ist, --csv macht eine Tabelle.',
  'cli.about.exchange': 'Fügt einen Herausgeber von Geld hinzu oder listet die bekannten.',
  'cli.about.withdraw': 'Hebt Geld vom Bankkonto ab: durch eine Überweisung von Ihnen oder einen Link Ihrer Bank.',
  'cli.about.pay': 'Bezahlt einen Händler über seinen Link; Preis und Gebühren stehen vorher da.',
  'cli.about.send': 'Legt Geld in einen Link, den ein anderer Mensch annimmt.',
  'cli.about.request': 'Macht einen Link, den ein anderer Mensch bezahlt.',
  'cli.about.receive': 'Nimmt an oder bezahlt, was hinter dem Link eines anderen Menschen liegt.',
  'cli.about.refund': 'Holt, was ein Händler zurückgibt.',
  'cli.about.agree': 'Stimmt einem Preis zu, der sich geändert hat, nachdem er gezeigt wurde.',
  'cli.about.abort': 'Beendet, was nicht fertig ist; die ID zeigt status.',
  'cli.about.forget':
    'Vergisst, was vorbei ist: einen Kauf, eine Zahlung zwischen Menschen, eine Überweisung von oder zu einer Bank, einen Herausgeber ohne Geld, einen entfernten Ort. Die Beträge bleiben.',
  'cli.about.without-backup':
    'Lässt einen Betrag weitergehen, der auf seine Kopie wartet; mit diesem Computer ginge er verloren.',
  'cli.about.deposit': 'Schickt Geld auf Ihr Bankkonto.',
  'cli.about.provider':
    'Fügt einen Ort für verschlüsselte Kopien hinzu, listet, prüft (liest zurück), verlängert oder entfernt sie, oder setzt fest, was ein Jahr dort kosten darf.',
  'cli.about.backup':
    'Legt jetzt Kopien an oder setzt, wie viele es sein sollen. Rückgabewert 3, wenn das Geld damit nicht sicher ist.',
  'cli.about.sheet':
    'Druckt das Notfallblatt, mit --shares in Teile aufgeteilt; --verify liest es von Foto, PDF oder Text zurück, und erst dann zählt es.',
  'cli.about.drill':
    'Stellt zur Probe von jedem Ort wieder her, mit dem Blatt oder ohne, und sagt, was zurückkäme. Ändert nichts.',
  'cli.about.unlock': 'Öffnet eine Wallet, deren Passwort verloren ist, mit ihrem Blatt.',
  'cli.about.restore': 'Bringt eine Wallet mit ihrem Blatt oder genug Teilen davon zurück.',
  'cli.about.import':
    'Holt das Geld aus der Wallet von GNU Taler: mit ihrem Link, ihrem Wiederherstellungstext oder einer Sicherung; --look zeigt nur, was darin ist.',
  'cli.about.set-aside':
    'Verschiebt die Dateien einer Wallet, die nicht aufgeht, in einen eigenen Ordner, damit sie hier wiederhergestellt werden kann. Löscht nichts.',
  'cli.about.report':
    'Gibt aus, was alle brauchen, die helfen: welche Dateien es gibt und was nicht aufgeht. Kein Geheimnis, Name, keine Adresse und kein Betrag stehen darin.',
  'cli.about.empty': 'Schickt alles an eine andere Wallet und löscht diese.',
  'cli.about.devices': 'Listet die Geräte dieser Wallet.',
  'cli.about.name': 'Sagt, wie diese Wallet und dieses Gerät heißen, oder benennt sie oder einen Ort.',
  'cli.about.abandon': 'Verlässt diese Wallet hier, damit ein anderes Gerät sie übernehmen kann.',
  'cli.about.takeover': 'Übernimmt eine andere Wallet mit ihrem Blatt oder macht dieses Gerät wieder zum aktiven.',
  'cli.about.rekey':
    'Macht ein neues Geheimnis, weil jemand das Blatt gesehen haben kann: Das Geld zieht um, das alte Blatt ist nichts mehr wert.',
  'cli.about.undo':
    'Macht die letzte Wiederherstellung oder Übernahme rückgängig, oder listet auf, was sich rückgängig machen lässt.',
  'cli.about.run': 'Macht mit allem weiter, was unterwegs ist.',

  'cli.word.AMOUNT': 'BETRAG',
  'cli.word.DIR': 'ORDNER',
  'cli.word.FILE': 'DATEI',
  'cli.word.LANGUAGE': 'SPRACHE',
  'cli.word.COMMAND': 'BEFEHL',
  'cli.word.NAME': 'NAME',
  'cli.word.NUMBER': 'ZAHL',
  'cli.word.SECONDS': 'SEKUNDEN',
  'cli.word.TEXT': 'TEXT',
};
