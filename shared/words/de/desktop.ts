// SPDX-License-Identifier: GPL-3.0-or-later
import type { desktop as english } from '../en/desktop.ts';

/** Menüs, Symbol in der Leiste, Mitteilungen und Links: was das Fenster dem System sagt, auf dem es läuft. */
export const desktop: Readonly<Record<keyof typeof english, string>> = {
  'menu.file': 'Datei',
  'menu.edit': 'Bearbeiten',
  'menu.go': 'Gehe zu',
  'menu.view': 'Ansicht',
  'menu.help': 'Hilfe',
  'menu.pay': 'Einen Link bezahlen',
  'menu.add': 'Geld einzahlen',
  'menu.send': 'Geld senden',
  'menu.request': 'Geld anfordern',
  'menu.undo': 'Rückgängig',
  'menu.redo': 'Wiederholen',
  'menu.cut': 'Ausschneiden',
  'menu.copy': 'Kopieren',
  'menu.paste': 'Einfügen',
  'menu.selectAll': 'Alles auswählen',
  'menu.larger': 'Größer',
  'menu.smaller': 'Kleiner',
  'menu.usualSize': 'Übliche Größe',
  'menu.fullScreen': 'Ganzer Bildschirm',
  'menu.shortcuts': 'Tastenkürzel',
  'menu.quit': 'Holdfast schließen',
  'menu.show': 'Holdfast zeigen',

  'shortcuts.title': 'Tastenkürzel',
  'shortcuts.lead': 'Alles geht ohne Maus: Tab geht weiter, Eingabe drückt, Escape schließt.',
  'shortcuts.control': 'Strg',
  'shortcuts.pages': 'Seiten',
  'shortcuts.window': 'Fenster',

  'tray.state': 'Holdfast: {$state :said}',

  'notify.arrived': 'Geld ist angekommen',
  'notify.arrived.sum': '{$sum :amount} sind angekommen',
  'notify.taken': 'Ihre Zahlung wurde angenommen',
  'notify.taken.sum': 'Ihre Zahlung über {$sum :amount} wurde angenommen',
  'notify.paid': 'Ihre Forderung wurde bezahlt',
  'notify.paid.sum': 'Ihre Forderung über {$sum :amount} wurde bezahlt',
  'notify.payment-due': 'Ein Ort für Kopien braucht eine Entscheidung',
  'notify.year-ends': 'Das bezahlte Jahr eines Speicherorts endet bald',
  'notify.not-protected': 'Ihr Geld ist nicht mehr geschützt',
  'notify.at-risk': 'Ein Teil Ihres Geldes ist in Gefahr',
  'notify.open': 'Öffnen Sie Holdfast, um mehr zu sehen.',

  'shell.links.message': 'Bezahllinks mit Holdfast öffnen?',
  'shell.links.words':
    'Links, die mit taler: beginnen, würden auf diesem Computer mit Holdfast geöffnet. Es zeigt, was sie bedeuten, bevor etwas bezahlt wird. Das wird einmal gefragt; später ändern es die Einstellungen des Systems.',
  'shell.links.do': 'Mit Holdfast öffnen',
  'shell.links.not': 'Lassen, wie es ist',

  'link.waits': 'In einem anderen Programm wurde ein Link oder eine Datei geöffnet.',
  'link.pay': 'Verlangt wird eine Zahlung',
  'link.add': 'Es kommt Geld von einer Bank',
  'link.receive': 'Es ist eine Zahlung zwischen Menschen oder eine Erstattung',
  'link.deposit': 'Genannt wird ein Bankkonto, an das Geld gehen soll',
  'link.restore': 'Damit kommt eine Wallet zurück',
  'link.too-long':
    'Es wurde ein Link geöffnet, der für jede Wallet zu lang ist; er wurde nicht gelesen. Nichts wurde bezahlt; bitten Sie um einen anderen.',
  'link.unknown':
    'Es wurde ein Link geöffnet, der nicht für diese Wallet ist. Nichts wurde bezahlt; fragen Sie, wofür er ist, oder öffnen Sie ihn mit einem anderen Programm.',
  'link.unreadable-file':
    'Die geöffnete Datei enthält keinen lesbaren Wiederherstellungstext: Sie ist zu groß, kein Text oder lässt sich nicht öffnen. Es wurde nichts geändert, und kein Geld ist in Gefahr.',
  'link.open': 'Ansehen',
  'link.leave': 'Jetzt nicht',
};
