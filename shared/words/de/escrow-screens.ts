// SPDX-License-Identifier: GPL-3.0-or-later
import type { escrowScreens as english } from '../en/escrow-screens.ts';

/** Das Geheimnis an Orten, die es dem zurückgeben, dem es gehört: vier Schritte, und wie es danach steht. */
export const escrowScreens: Readonly<Record<keyof typeof english, string>> = {
  'escrowPage.title': 'Treuhand',
  'escrowPage.lead':
    'Ihr Geheimnis in versiegelten Teilen an mehreren Orten. Jeder gibt seinen Teil nur dem, der zeigt, dass er Sie ist; keiner kann allein etwas öffnen. So kommt Ihr Geld auch ohne Papier zurück.',
  'escrowPage.offer':
    'Nicht eingerichtet. Mehrere Orte bewahren je einen versiegelten Teil Ihres Geheimnisses auf und geben ihn dem, der zeigt, dass er Sie ist: ein Weg zurück, auch wenn das Papier weg ist.',
  'escrowPage.open': 'Treuhand einrichten',
  'escrowPage.show': 'Ansehen und ausprobieren',
  'escrowPage.mend': 'Nachsehen, was fehlt',
  'escrowPage.noCopies':
    'Noch gibt es nichts wegzugeben: Diese Wallet bekommt ihr Geheimnis mit dem ersten Ort für Kopien. Fügen Sie zuerst einen hinzu.',
  'escrowPage.step': 'Schritt {$number :integer} von {$of :integer}: {$step :said}',
  'escrowPage.step.person': 'Wer Sie sind',
  'escrowPage.step.ways': 'Wie Sie es zeigen',
  'escrowPage.step.places': 'Orte und Preis',
  'escrowPage.step.done': 'Ablegen und ausprobieren',
  'escrowPage.next': 'Weiter',
  'escrowPage.back': 'Zurück',
  'escrowPage.anew':
    'Damit ersetzen Sie Ihre Wege und Orte durch neue. Bis Sie ihnen am Ende zugestimmt haben, bleibt alles, wie es ist.',
  'escrowPage.leave': 'Alles lassen, wie es ist',
  'escrowPage.country': 'Land, dessen Papiere Sie haben',
  'escrowPage.country.other': 'Ein anderes Land',
  'escrowPage.country.name': '{$name :said}',
  'escrowPage.optional': '{$field :said} (darf leer bleiben)',

  'escrowPerson.title': 'Wer sind Sie?',
  'escrowPerson.words':
    'Mit genau diesen Angaben wird Ihre Treuhand wiedergefunden, auch in Jahren und an jedem Computer. Schreiben Sie sie, wie sie in Ihren Papieren stehen: ein Buchstabe mehr, und nichts wird gefunden.',
  'escrowPerson.kept':
    'Sie verlassen diesen Computer nicht: Die Orte bekommen daraus gemachte Zahlen und können nicht erkennen, wer Sie sind.',

  'escrowPerson.day': 'Das ist der {$day :day}.',

  'escrowWays.title': 'Wie können Sie zeigen, dass Sie es sind?',
  'escrowWays.words':
    'Wählen Sie Wege, die ein Dieb nicht alle zugleich hätte. Später wird nach einigen gefragt, nicht nach allen: Einer darf verloren gehen.',
  'escrowWays.add': 'Einen Weg hinzufügen:',
  'escrowWays.hint': '{$hint :said}',
  'escrowWays.drop': 'Entfernen',
  'escrowWays.drop.label': 'Entfernen: {$way :said}, {$hint :name}',
  'escrowWays.few': 'Um weiterzugehen, braucht es mindestens zwei Wege.',
  'escrowWays.third':
    'Zwei genügen, um weiterzugehen; dann werden beide gebraucht. Mit einem dritten genügen zwei beliebige.',
  'escrowWays.missing': 'Andere Wege, die kein bekannter Ort anbietet',

  'escrowPlaces.title': 'Welche Orte bewahren einen Teil auf?',
  'escrowPlaces.words':
    'Jeder Ort bewahrt seinen Teil versiegelt auf. Ihre Adresse oder Nummer erfährt er erst, wenn Sie einen Code von ihm wollen; Ihre Antworten, Ihren Namen und was in Ihrer Wallet ist, erfährt er nie.',
  'escrowPlaces.asking': 'Orte werden gefragt, was sie anbieten …',
  'escrowPlaces.first': 'Adresse eines Ortes, der Treuhand anbietet (Anastasis)',
  'escrowPlaces.another': 'Ein weiterer Ort',
  'escrowPlaces.help': 'Seine Webadresse, https://… Gut sind drei Orte verschiedener Betreiber.',
  'escrowPlaces.calls': 'nennt sich {$name :name}',
  'escrowPlaces.silent': 'Er hat nicht geantwortet.',
  'escrowPlaces.free': 'Kostenlos',
  'escrowPlaces.yearly': '{$fee :amount} im Jahr',
  'escrowPlaces.yearlyWay': '{$fee :amount} im Jahr und {$each :amount} im Jahr für jeden Weg',
  'escrowPlaces.ways': 'Bietet: {$ways :said}.',
  'escrowPlaces.wayFee': '{$way :said} ({$fee :amount}, wenn Sie ihn benutzen)',
  'escrowPlaces.liability': 'Verliert er Ihren Teil, zahlt er bis zu {$sum :amount}.',
  'escrowPlaces.noLiability': 'Verliert er Ihren Teil, zahlt er nichts.',
  'escrowPlaces.termsAt':
    'Die Bedingungen der Orte stehen unter diesen Adressen; lesen Sie sie in Ihrem Browser, bevor Sie zustimmen:',
  'escrowPlaces.termsOf': 'Bedingungen von {$place :place}',

  'escrowPlan.title': 'Zusammen',
  'escrowPlan.asking': 'Der Preis wird ausgerechnet …',
  'escrowPlan.needed': 'Damit Ihr Geld zurückkommt',
  'escrowPlan.any':
    '.input {$needed :integer} .input {$count :integer} {{genügen {$needed} beliebige dieser {$count}}}',
  'escrowPlan.at': 'Ort für: {$way :said}',
  'escrowPlan.recoveryFee': '{$fee :amount}, wenn Sie ihn benutzen',
  'escrowPlan.thief':
    'Wer Ihre Angaben kennt und {$ways :said}, kommt an Ihr Geld. Leichter geht es nicht: Mit weniger Ihrer Wege kommt niemand daran, auch keiner der Orte.',
  'escrowThief.question': 'eine Antwort von Ihnen weiß',
  'escrowThief.email': 'Ihre E-Mails liest',
  'escrowThief.sms': 'die Nachrichten an Ihre Nummer bekommt',
  'escrowThief.iban': 'von Ihrem Konto überweist',
  'escrowThief.totp': 'Ihre Code-App hat',
  'escrowThief.post': 'Ihre Briefe öffnet',
  'escrowThief.file': 'eine Datei an dem Ort liest',
  'escrowPlan.cost': 'Was es kostet',
  'escrowPlan.now': 'Jetzt, für das erste Jahr',
  'escrowPlan.yearly': 'Jedes weitere Jahr',
  'escrowPlan.paying': 'Gebühren fürs Bezahlen, in beiden Summen',
  'escrowPlan.nothing': 'nichts',
  'escrowPlan.costWords':
    'Bezahlt aus Ihrem eigenen Geld, mit dem, was das Bezahlen kostet. In diesem Rahmen wird es von selbst verlängert; will ein Ort mehr, wird nichts bezahlt, und Sie werden gefragt.',
  'escrowPlan.remember': 'Meine Angaben in dieser Wallet behalten, verschlüsselt',
  'escrowPlan.remember.why':
    'Dann folgt die Treuhand von selbst, wenn sich Ihre Orte für Kopien ändern. Sonst werden Sie jedes Mal nach Ihren Angaben gefragt.',
  'escrowPlan.storing':
    'Die Teile werden abgelegt und zurückgelesen. Sie dürfen diese Seite verlassen; es geht von selbst weiter.',
  'escrowPlan.do.free': 'Den Bedingungen zustimmen und die Teile ablegen',
  'escrowPlan.do.paid': 'Den Bedingungen zustimmen, {$total :said} zahlen und die Teile ablegen',

  'escrowStep.current': 'Die Treuhand ist aktuell',
  'escrowStep.uploading': 'Die Teile werden abgelegt',
  'escrowStep.behind': 'Die Treuhand ist im Rückstand',
  'escrowStep.wants-data': 'Ihre Angaben werden noch einmal gebraucht',
  'escrowStepWhy.current':
    '.input {$needed :integer} .input {$count :integer} .input {$places :integer} .match $places one {{Mit {$needed} beliebigen von {$count} Wegen kommt Ihre Wallet zurück; {$places} Ort hat den neuesten Stand.}} * {{Mit {$needed} beliebigen von {$count} Wegen kommt Ihre Wallet zurück; {$places} Orte haben den neuesten Stand.}}',
  'escrowStepWhy.uploading':
    '.input {$needed :integer} .input {$count :integer} .input {$places :integer} .match $places one {{Bisher hat {$places} Ort seinen Teil. Haben alle ihren, kommt Ihre Wallet mit {$needed} beliebigen von {$count} Wegen zurück.}} * {{Bisher haben {$places} Orte ihren Teil. Haben alle ihren, kommt Ihre Wallet mit {$needed} beliebigen von {$count} Wegen zurück.}}',
  'escrowStepWhy.behind':
    '.input {$needed :integer} .input {$count :integer} .input {$places :integer} .match $places 0 {{Etwas hat sich geändert, und noch kein Ort hat es. Was sie vorher hatten, öffnet Ihre Wallet noch, mit {$needed} von {$count} Wegen. Geld geht dadurch nicht verloren.}} one {{Etwas hat sich geändert, und erst {$places} Ort hat es. Was die anderen vorher hatten, öffnet Ihre Wallet noch, mit {$needed} von {$count} Wegen. Geld geht dadurch nicht verloren.}} * {{Etwas hat sich geändert, und erst {$places} Orte haben es. Was die anderen vorher hatten, öffnet Ihre Wallet noch, mit {$needed} von {$count} Wegen. Geld geht dadurch nicht verloren.}}',
  'escrowStepWhy.wants-data':
    '.input {$needed :integer} .input {$count :integer} .input {$places :integer} .match $places 0 {{Etwas hat sich geändert, und ohne Ihre Angaben kann die Treuhand nicht folgen. Was die Orte vorher hatten, öffnet Ihre Wallet noch, mit {$needed} von {$count} Wegen.}} one {{Etwas hat sich geändert, und ohne Ihre Angaben kann die Treuhand nicht folgen; {$places} Ort hat den neuesten Stand. Was die anderen vorher hatten, öffnet Ihre Wallet noch, mit {$needed} von {$count} Wegen.}} * {{Etwas hat sich geändert, und ohne Ihre Angaben kann die Treuhand nicht folgen; {$places} Orte haben den neuesten Stand. Was die anderen vorher hatten, öffnet Ihre Wallet noch, mit {$needed} von {$count} Wegen.}}',

  'escrowNow.wantsMethods': 'Richten Sie die Treuhand neu ein',
  'escrowNow.places': 'Orte der Treuhand',
  'escrowNow.current': 'Aktuell',
  'escrowNow.behind': 'Im Rückstand',
  'escrowNow.untried': 'Probieren Sie einen Weg aus: Dann wissen Sie, dass Sie es können.',
  'escrowNow.coming': 'Noch nicht',
  'escrowNow.stored': 'Abgelegt',
  'escrowNow.before': 'Abgelegt, bevor diese Wallet wiederhergestellt wurde',
  'escrowNow.never': 'Noch nichts abgelegt',
  'escrowNow.paidUntil': 'bezahlt bis',
  'escrowNow.keptUntil': 'kostenlos verwahrt bis',
  'escrowNow.allPaid': 'Mindestens bis {$until :day} bezahlt.',
  'escrowNow.ways': 'Wege zu zeigen, dass Sie es sind',
  'escrowNow.wayAt': 'bei {$place :place}',
  'escrowNow.update': 'Jetzt auf den neuesten Stand bringen',
  'escrowNow.agree': '{$total :said} zustimmen und auf den neuesten Stand bringen',
  'escrowNow.updating': 'Die Orte werden gefragt. Das kann eine Minute dauern; Sie dürfen diese Seite verlassen.',
  'escrowNow.anew': 'Neu einrichten',
  'escrowNow.change': 'Wege oder Orte ändern …',
  'escrowNow.goOn': 'Jetzt weitermachen',
  'escrowNow.more': 'Über diese Treuhand',
  'escrowNow.country': 'Land',
  'escrowNow.number': 'Nummer dieser Wallet',
  'escrowNow.agreed': 'Vereinbart für ein Jahr',
  'escrowNow.person': 'Ihre Angaben',
  'escrowNow.person.kept': 'hier behalten, verschlüsselt',
  'escrowNow.person.asked': 'nicht behalten; Sie werden jedes Mal gefragt',

  'escrowAsks.no-consent':
    'Dieser Ort verlangt eine Zahlung, und auf diesem Computer wurde keinem Preis zugestimmt. Es wurde nichts gezahlt.',
  'escrowAsks.fee-above-cap':
    'Dieser Ort verlangt {$fee :amount}, zugestimmt haben Sie höchstens {$cap :amount}. Es wurde nichts gezahlt.',
  'escrowAsks.order-differs':
    'Angekündigt sind {$announced :amount}, verlangt werden {$asked :amount}. Es wurde nichts gezahlt; es wird später noch einmal gefragt.',
  'escrowAsks.paid-already':
    'Es wird eine weitere Zahlung verlangt, obwohl bis {$until :day} bezahlt ist. Es wurde nichts gezahlt.',
  'escrowAsks.paid-unconfirmed':
    'Bezahlt und nicht bestätigt: Dieser Ort hat {$taken :amount} für die Bestellung {$orderId :name} genommen und bestreitet es. Ihm wird nichts mehr gezahlt. Zeigen Sie ihm die Bestellung.',
  'escrowAsks.clock-differs':
    'Die Uhr dieses Computers sagt {$here :time}, dieser Ort sagt {$there :time}. Es wurde nichts gezahlt: Stellen Sie die Uhr richtig, dann wird das nächste Jahr bezahlt, wenn es so weit ist.',
  'escrowAsks.too-many-orders': 'Es wurde eine Zahlung nach der anderen verlangt. Es wurde nichts mehr gezahlt.',

  'escrowUpdate.title': 'Ihre Angaben noch einmal',
  'escrowUpdate.words':
    'Schreiben Sie sie genau so wie beim Einrichten. Sie werden dieses eine Mal benutzt und nicht behalten.',

  'escrowTry.words':
    'Von einem Weg, der ausprobiert wurde, weiß man, dass er geht. Eine Frage oder eine Code-App auszuprobieren kostet nichts und lässt die anderen Wege in Ruhe; Codes, die geschickt werden, werden nicht ausprobiert.',
  'escrowTry.open': 'Ausprobieren',
  'escrowTry.open.label': 'Ausprobieren: {$way :said}, {$hint :name}',
  'escrowTry.do': 'Prüfen',
  'escrowTry.right': 'Richtig: Dieser Weg geht.',
  'escrowTry.wrong':
    'Das ist nicht richtig. Sehen Sie nach, bevor Sie es brauchen; sind Sie unsicher, richten Sie die Treuhand neu ein.',
  'escrowTry.tried': 'Ausprobiert, und es geht:',
  'escrowTry.close': 'Schließen',

  'escrowForget.open': 'Treuhand beenden …',
  'escrowForget.title': 'Die Treuhand beenden?',
  'escrowForget.do': 'Beenden',
  'escrowForget.words':
    'Dort wird nichts mehr abgelegt, verlängert oder bezahlt. Was die Orte haben, bleibt, bis es nicht mehr bezahlt ist; öffnen können es nur Sie.',
  'escrowForget.done': 'Die Treuhand ist beendet; dort folgt nichts mehr.',
  'escrowForget.kept': '{$place :place} behält, was es hat, bis es nicht mehr bezahlt ist.',
  'escrowForget.keptUntil': '{$place :place} behält, was es hat, bis {$until :day}.',
  'escrowForget.paper': 'Von da an bringt nur noch Ihr Notfallblatt Ihr Geld zurück.',

  'playMessages.title': 'Nachrichten an Sie',
  'playMessages.words':
    'Mit Spielgeld klingelt kein Telefon und kommt keine Post. Was die Spielorte schicken, steht hier.',
  'playKeeper.free': 'Kostenloser Spielverwahrer',
  'playKeeper.paid': 'Bezahlter Spielverwahrer',
  'playKeeper.other': 'Anderer Spielverwahrer',
  'playMessages.look': 'Noch einmal nachsehen',
  'playMessages.none': 'Noch wurde nichts geschickt.',
  'playMessages.to': 'An {$address :name}, von',
};
