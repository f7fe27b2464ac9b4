// SPDX-License-Identifier: GPL-3.0-or-later
import type { rescue as english } from '../en/rescue.ts';

/** Was gesagt und angeboten wird, wenn eine Wallet nicht aufgeht, und nachdem Fenster oder Programm abgestürzt sind. */
export const rescue: Readonly<Record<keyof typeof english, string>> = {
  'rescue.lead':
    'Nichts wurde gelöscht, und die Kopien an Ihren Orten sind davon nicht berührt. Diese Wege führen weiter.',
  'rescue.ways': 'Was Sie tun können',

  'way.unlock-by-sheet.title': 'Mit dem Notfallblatt öffnen',
  'way.unlock-by-sheet.words':
    'Die Dateien der Wallet sind ganz, nur das Schloss ist verloren. Das Blatt öffnet sie, und Sie wählen ein neues Schloss. Kein Geld ist in Gefahr.',
  'way.unlock-by-sheet.do': 'Mit dem Notfallblatt öffnen …',
  'way.restore.title': 'Das Geld vom Papier wiederherstellen',
  'way.restore.words':
    'Mit Ihrem Notfallblatt, aus dem, was Ihre Orte aufbewahren. Die Dateien, die nicht aufgehen, werden vorher beiseitegelegt: unversehrt in einen eigenen Ordner verschoben.',
  'way.restore.do': 'Von einem Blatt wiederherstellen …',
  'way.regain.title': 'Das Geld aus der Treuhand wiederherstellen',
  'way.regain.words':
    'Wo das Geheimnis hinterlegt ist: indem Sie zeigen, wer Sie sind. Die Dateien werden ebenso beiseitegelegt.',
  'way.regain.do': 'Aus der Treuhand wiederherstellen …',
  'way.try-again.title': 'Noch einmal nachsehen',
  'way.try-again.words':
    'Nachdem Sie Dateien zurückgelegt, ein Laufwerk verbunden, Platz geschaffen, eine neuere Version installiert oder das andere Programm geschlossen haben.',
  'way.try-again.do': 'Noch einmal versuchen',
  'way.elsewhere.title': 'Einen anderen Ordner nehmen',
  'way.elsewhere.words':
    'Eine Wallet öffnen, die anderswo liegt, oder dort eine neue anlegen. Was hier liegt, bleibt, wie es ist.',
  'way.elsewhere.do': 'Ordner wählen …',
  'way.usual-place.title': 'Zurück zum üblichen Ordner',
  'way.usual-place.words':
    'Wo Holdfast seine Wallet aufbewahrt, wenn niemand etwas wählt. Was im anderen Ordner liegt, bleibt.',
  'way.usual-place.do': 'Den üblichen Ordner nehmen',
  'way.set-aside.title': 'Hier neu anfangen',
  'way.set-aside.words': 'Legt die Dateien in einem eigenen Ordner beiseite und beginnt ohne Wallet.',
  'way.set-aside.do': 'Dateien beiseitelegen …',

  'rescue.aside.title': 'Diese Dateien beiseitelegen?',
  'rescue.aside.words':
    'Die Dateien der Wallet kommen in einen neuen Ordner in {$directory :file}. Nichts wird gelöscht, und von dort können sie zurückgelegt werden.',
  'rescue.aside.money':
    'Geld, das noch keine Kopie kennt, steht nur in diesen Dateien. Behalten Sie den Ordner, bis Sie gesehen haben, dass alles wieder da ist.',
  'rescue.aside.do': 'Beiseitelegen',
  'rescue.aside.keep': 'Liegen lassen',
  'rescue.aside.restore': 'Beiseitelegen und wiederherstellen',
  'rescue.kept':
    'Dateien einer Wallet, die nicht aufging, wurden beiseitegelegt und liegen unversehrt in {$folder :file}. Löschen Sie sie erst, wenn alles Geld wieder da ist.',

  'cannotShow.lead':
    'Nur diese Seite ließ sich nicht füllen. Ihr Geld, seine Kopien und das Notfallblatt sind, wie sie waren.',
  'cannotShow.again':
    'Oft genügt ein zweiter Versuch. Sonst beenden Sie Holdfast und starten es neu; was es gerade tat, geht von selbst weiter.',

  'rescue.report.title': 'Um Hilfe bitten',
  'rescue.report.words':
    'Ein Bericht für alle, die Ihnen helfen: welche Dateien es gibt und was zuletzt geschah. Kein Geheimnis, Name, keine Adresse und kein Betrag stehen darin.',
  'rescue.report.show': 'Bericht zeigen',
  'rescue.report.save': 'Als Datei speichern …',
  'rescue.report.label': 'Der Bericht',
  'rescue.report.saved': 'Gespeichert als {$file :file}.',

  'ended.window':
    'Das Fenster ist um {$at :time} abgestürzt und dort wieder aufgegangen, wo es war. Kein Geld ist in Gefahr; nur was gerade getippt wurde, ist weg.',
  'ended.program':
    'Holdfast endete etwa um {$at :time}, ohne geschlossen zu werden. Kein Geld ist in Gefahr: Was unterwegs war, geht jetzt weiter.',
  'ended.read': 'In Ordnung',
  'offline.words':
    'Dieser Computer ist offline. Was Sie haben, wird gezeigt; Zahlungen und Kopien gehen von selbst weiter, sobald es eine Verbindung gibt.',

  'locked.aside.words':
    'Das Passwort ist verloren, und das Notfallblatt öffnet diese Dateien nicht? Sie lassen sich unversehrt beiseitelegen, und das Geld kommt in eine neue Wallet.',
  'locked.aside.do': 'In einer neuen Wallet wiederherstellen …',
};
