// SPDX-License-Identifier: GPL-3.0-or-later
import type { begin as english } from '../en/begin.ts';

/** Die ersten Bildschirme, und womit man sich bei einem Herausgeber einverstanden erklärt. */
export const begin: Readonly<Record<keyof typeof english, string>> = {
  'terms.of': 'Nutzungsbedingungen von {$host :host}',
  'terms.first.new':
    'Lesen Sie vor dem ersten Geld von {$host :host} dessen Nutzungsbedingungen. Unten stehen seine eigenen Worte; dieses Programm zeigt sie nur.',
  'terms.first.changed':
    'Die Nutzungsbedingungen von {$host :host} sind neu. Was Sie dort haben, bleibt Ihres; für weiteres Geld von dort gelten sie.',
  'terms.fetching': 'Die Nutzungsbedingungen werden geholt …',
  'terms.elsewhere': 'Sie stehen in einer Form, die hier nicht gezeigt wird. Sie lesen sie unter',
  'terms.agree': 'Zustimmen und weiter',
  'terms.goOn': 'Weiter',

  'begin.at': 'Bild {$at :integer} von {$of :integer}',
  'begin.later': 'Später',
  'begin.back': 'Zurück',
  'begin.next': 'Weiter: wohin Kopien kommen',
  'begin.done': 'Fertig',
  'begin.agree.title': 'Worin Sie einwilligen',
  'begin.agree.issuer': 'Herausgegeben von',
  'begin.agree.sum': 'Sie überweisen',
  'begin.play.title': 'Ihr erstes Spielgeld',
  'begin.play.lead':
    'Eine Bank und ein Herausgeber in diesem Programm. Die Kryptografie ist echt, das Geld nichts wert, und sonst wird niemand gefragt.',
  'begin.play.agree': 'Zustimmen und {$sum :amount} holen',
  'begin.play.do': '{$sum :amount} holen',
  'begin.money.title': 'Ihr erstes Geld',
  'begin.money.lead':
    'Ein Herausgeber macht aus einer Überweisung von Ihrem Bankkonto digitales Bargeld in dieser Wallet. Bevor Sie drücken, wird dort nichts gefragt.',
  'begin.money.link': 'Ihre Bank gab Ihnen einen Link?',
  'begin.money.toLink': 'Hier öffnen',
  'begin.money.skip': 'Ohne Geld weiter',
  'begin.money.look': 'Kosten und Bedingungen ansehen',
  'begin.money.agree': 'Zustimmen und die Überweisung zeigen',
  'begin.money.do': 'Die Überweisung zeigen',
  'begin.money.again':
    'Sie finden das im Verlauf wieder, bis das Geld da ist. Machen Sie inzwischen weiter: Bevor es geholt wird, muss eine Kopie anderswo sein.',
  'begin.issuers': 'Wer es herausgibt',
  'begin.issuers.note':
    'Nur Vorschläge: Keiner davon wurde von dort erreicht, wo dieses Programm entsteht, und für niemanden auf der Liste wird gebürgt.',
  'begin.issuers.worthless': 'nichts wert',
  'begin.issuers.edit': 'Ein anderer Herausgeber, oder diese Liste ändern',
  'begin.issuers.address': 'Seine Adresse',
  'begin.issuers.add': 'Auf die Liste setzen',
  'begin.issuers.hide': '{$name :name} von der Liste nehmen',
  'begin.issuers.showAll':
    '.input {$count :integer} .match $count one {{{$count} verborgenen wieder zeigen}} * {{{$count} verborgene wieder zeigen}}',
  'begin.places.title': 'Wohin Kopien kommen',
  'begin.places.lead':
    'Stirbt dieser Computer, kommt Ihr Geld von dort zurück. Jeder Ort bekommt eine versiegelte Kopie; das Blatt, das sie öffnet, kommt als Nächstes.',
  'begin.places.list': 'Orte für Kopien',
  'begin.places.folder': 'Ein Ordner oder ein Stick',
  'begin.places.folder.why': 'Kostenlos. Am besten auf einem Stick oder Laufwerk, das nicht in diesem Computer steckt.',
  'begin.places.none':
    'Kein Dienst auf der Liste nimmt Ihre Währung. Ein Stick ist ein guter erster Ort; unter „Schutz“ fügen Sie jeden Dienst oder Netzordner mit seiner Adresse hinzu.',
  'begin.places.draws':
    'Zuerst wird von Ihrem Geld nur die Gebühr geholt, der Rest, sobald die Kopien zurückgelesen sind.',
  'begin.places.add':
    '.input {$count :integer} .match $count 0 {{Hinzufügen}} one {{Diesen Ort hinzufügen}} 2 {{Beide hinzufügen}} * {{Alle {$count} hinzufügen}}',
  'begin.places.addFor':
    '.input {$count :integer} .match $count one {{Diesen Ort hinzufügen, für höchstens {$sums :list} im Jahr}} 2 {{Beide hinzufügen, für höchstens {$sums :list} im Jahr}} * {{Alle {$count} hinzufügen, für höchstens {$sums :list} im Jahr}}',
  'begin.places.goOn': 'Mit den hinzugefügten weiter',
  'begin.places.asks': 'Er fragt nach Name und Passwort; fügen Sie ihn unter „Schutz“ hinzu.',
  'begin.places.asking': 'Wird nach dem Preis gefragt …',
  'begin.places.adding': 'Wird hinzugefügt …',
  'begin.places.added': 'Hinzugefügt',
  'begin.places.drop': 'Diesen nicht',
  'begin.places.dropThis': 'Diesen nicht: {$name :name}',
  'begin.places.limit': 'Kopien bis {$size :bytes}',
  'begin.paper.title': 'Ihr Blatt, und ob es wirkt',
  'begin.paper.lead':
    'Wer dieses Blatt hat, hat das Geld. Achten Sie darauf, dass niemand zusieht, drucken Sie es und zeigen Sie es dann der Kamera.',
  'begin.paper.page': 'Das Blatt, wie es gedruckt wird',
  'begin.paper.test': 'Bringt das Papier das Geld zurück?',
  'begin.paper.test.words':
    'Zeigen Sie es der Kamera, öffnen Sie ein Foto oder das PDF, oder tippen Sie es ab. Diese Probe ändert hier nichts.',
  'begin.paper.test.do': 'Erproben',
  'begin.paper.around': 'Wer dieses Blatt hat, hat das Geld. Achten Sie darauf, dass niemand zusieht.',
  'begin.paper.show': 'Das Blatt zeigen',
  'begin.paper.toPlaces': 'Zu den Orten für Kopien',
  'begin.drill.read': 'Das Blatt ist gelesen',
  'begin.drill.brings': 'Dieses Blatt bringt zurück',
  'begin.drill.of': 'von {$total :amount}',
  'begin.drill.noMoney':
    'Das Blatt stimmt und führt zu Ihren Orten. Noch ist kein Geld da, das es zurückbringen könnte; es wird wieder erprobt, sobald welches da ist.',
  'begin.drill.again': 'Noch einmal',
  'begin.arriving': '{$sum :amount}: wartet auf Ihre Überweisung',
  'begin.arriving.copy': '{$sum :amount} liegt beim Herausgeber und kommt, sobald eine Kopie da ist',
  'begin.arriving.facts': 'Die Überweisung wieder zeigen',
  'begin.end.safe':
    'Bewahren Sie das Papier dort auf, wo Wichtiges liegt. Einmal im Jahr, oder wenn sich Orte ändern, erproben Sie es wieder.',
  'begin.end.open': 'Was noch fehlt, steht unter „Schutz“, mit je einem Knopf.',
  'begin.end.do': 'Zu meinem Geld',
  'begin.steps': 'Bild für Bild weiter',
  'strength.label': 'Wie schwer sie zu erraten ist',
  'strength.weak': 'Schwach: Eine gestohlene Datei wäre in Tagen offen. Vier zufällige Wörter sind gut.',
  'strength.fair': 'Mittel: Ein Dieb mit einem Computer braucht Jahre.',
  'strength.good': 'Gut',
  'strength.strong': 'Stark',
  'restore.stop': 'Wiederherstellung beenden',
  'leavePlay.title': 'Genug gespielt?',
  'leavePlay.words':
    'Mit Spielgeld aufhören beendet diese Spiel-Wallet und beginnt mit einer echten. Darin ist nichts, was etwas wert ist.',
  'leavePlay.do': 'Mit Spielgeld aufhören …',
  'leavePlay.ask': 'Mit Spielgeld aufhören?',
  'leavePlay.lost': 'Damit gehen: ihr Verlauf, ihre Orte, ihr Blatt und dieses Spielgeld:',
  'leavePlay.lostNothing': 'Damit gehen: Verlauf, Orte und Blatt dieser Spiel-Wallet.',
  'leavePlay.real':
    'In dieser Wallet ist Geld, das etwas wert ist. Senden Sie es oder zahlen Sie es aus; bis dahin bleibt alles:',
  'leavePlay.awaited':
    'Eine Überweisung an diese Wallet kann noch unterwegs sein. Warten Sie auf sie oder beenden Sie sie im Verlauf, bevor Sie aufhören.',
  'leavePlay.keep': 'Weiterspielen',
  'leavePlay.confirm': 'Aufhören und mit einer echten Wallet beginnen',
  'suggested.title': 'Vorgeschlagene Dienste',
  'suggested.words':
    'Was angeboten wird, wo Sie etwas beginnen. Keiner davon wird gefragt, bevor Sie drücken, und was Sie ändern, bleibt auf diesem Computer.',
  'suggested.kind': 'Art',
  'suggested.kind.issuer': 'Herausgeber',
  'suggested.kind.place': 'Orte für Kopien',
  'suggested.kind.escrow': 'Orte für eine Treuhand',
  'suggested.address': 'Adresse',
  'suggested.add': 'Auf die Liste setzen',
};
