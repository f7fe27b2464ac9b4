// SPDX-License-Identifier: GPL-3.0-or-later
import type { moving as english } from '../en/moving.ts';

/** Mehrere Geräte, und der Umzug auf ein anderes. */
export const moving: Readonly<Record<keyof typeof english, string>> = {
  'standing.keep': 'Dieses weiter benutzen',
  'standing.keep.title': 'Dieses Gerät weiter benutzen?',
  'standing.keep.words':
    'Dieses Gerät wird wieder das aktive. Jedes andere Gerät dieser Wallet gibt kein Geld mehr aus, sobald es davon erfährt; was es inzwischen ausgegeben hat, erscheint im Verlauf.',
  'standing.keep.do': 'Dieses weiter benutzen',
  'standing.keep.not': 'So lassen',

  'devices.title': 'Geräte',
  'devices.lead':
    'Mehrere Geräte können dieselbe Wallet kennen. Nur eines gibt Geld aus; die anderen ruhen, damit kein Geld zweimal ausgegeben wird.',
  'devices.here': '(dieses)',
  'devices.lastWrote': 'Letzte Änderung von dort: {$at :time}',
  'devices.neverWrote': 'Hat noch nichts geändert',
  'devices.state.active': 'aktiv',
  'devices.state.superseded': 'ruht',
  'devices.state.leaving': 'verlässt sie',
  'devices.state.abandoned': 'verlassen',
  'devices.state.taken-over': 'übernommen',
  'devices.ways': 'Umziehen',
  'devices.takeover': 'Eine andere Wallet übernehmen',
  'devices.takeover.words': 'Das Notfallblatt bringt das Geld hierher. Jene Wallet wird dann nicht mehr benutzt.',
  'devices.takeover.open': 'Übernehmen',
  'devices.empty': 'Auf ein Telefon leeren',
  'devices.empty.words': 'Schickt alles mit QR-Codes an irgendeine Taler-Wallet und löscht dann diese hier.',
  'devices.empty.open': 'Leeren',
  'devices.abandon': 'Diese Wallet verlassen',
  'devices.abandon.words': 'Benutzt sie hier nicht mehr, damit ein anderes Gerät sie ohne Streit übernehmen kann.',
  'devices.abandon.open': 'Verlassen',

  'takeover.title': 'Eine Wallet übernehmen',
  'takeover.lead': 'Das Notfallblatt einer anderen Wallet, etwa von einem alten Computer, bringt ihr Geld hierher.',
  'takeover.continues':
    'Ist diese Wallet leer und hat keine Kopien, geht die andere hier so weiter, wie sie ist: Ihr Blatt bleibt gültig, und wer es noch hat, kann das Geld auch ausgeben. Ist hier Geld, wird das Geld der anderen in diese gezahlt; Summe und Kosten werden vorher gezeigt.',
  'takeover.joins':
    'Diese Wallet hat eigene Kopien. Das Geld der anderen wird in sie gezahlt, damit das andere Blatt nicht mehr daran kommt; Summe und Kosten werden vorher gezeigt. Die andere Wallet wird als übernommen gekennzeichnet.',
  'takeover.do': 'Übernehmen',
  'takeover.pending':
    'Alle Speicherorte werden gefragt, dann wird das Geld herübergezahlt. Das kann einige Minuten dauern; wird es unterbrochen, geht nichts verloren.',
  'takeover.even.words': 'Sie können sie trotzdem übernehmen, etwa wenn jenes Gerät verloren ist.',
  'takeover.even.do': 'Trotzdem übernehmen',
  'takeover.agree.title': 'Ihr Geld in diese Wallet zahlen?',
  'takeover.agree.do': 'Übernehmen und herüberzahlen',
  'takeover.marked': 'Erfahren die Geräte der anderen Wallet davon?',
  'takeover.marked.done': 'Mitgeteilt',
  'takeover.marked.not': 'Noch nicht',

  'abandon.title': 'Diese Wallet verlassen',
  'abandon.lead':
    'Wenn ihr Geld anderswo weiterlebt: auf einem anderen Gerät von Ihnen oder bei jemandem, dem Sie sie mit dem Blatt geben.',
  'abandon.first': 'Ankündigen',
  'abandon.first.words':
    'Eine letzte Kopie von allem kommt an genügend Speicherorte, mit dem Vermerk „wird verlassen“. Von da an wird hier nichts mehr ausgegeben.',
  'abandon.second': 'Endgültig machen',
  'abandon.second.words':
    'Sind die Kopien geprüft, bekommen sie den Vermerk „verlassen“, und der geheime Code wird auf diesem Computer gelöscht.',
  'abandon.after':
    'Das Geld wartet dann in den Kopien auf den, der es mit dem Notfallblatt übernimmt. Ohne das Blatt kann das niemand.',
  'abandon.noBackup':
    'Noch gibt es keine Kopie, die ein anderes Gerät übernehmen könnte: Fügen Sie zuerst einen Speicherort hinzu oder leeren Sie die Wallet auf ein Telefon.',
  'abandon.open': 'Diese Wallet verlassen …',
  'abandon.confirm.title': 'Diese Wallet verlassen?',
  'abandon.confirm.words':
    'Sorgen Sie dafür, dass das Notfallblatt in den richtigen Händen ist: Danach lässt es sich hier nicht mehr zeigen. Bis der zweite Schritt getan ist, können Sie dieses Gerät noch behalten.',
  'abandon.do': 'Verlassen',

  'empty.title': 'Auf ein Telefon leeren',
  'empty.lead': 'Alles in dieser Wallet geht an eine andere Taler-Wallet, mit Codes, die das Telefon scannt.',
  'empty.how':
    'Holdfast packt das ganze Geld in Zahlungen, meist eine je Herausgeber, jede so groß, wie die Gebühren es zulassen. Das Telefon nimmt eine nach der anderen an. Was nicht rechtzeitig angenommen wird, kommt zurück. Erst wenn alles angenommen ist, lässt sich diese Wallet löschen, mit einem Beleg.',
  'empty.begin.words':
    'Kein Geld ist endgültig fort, bevor ein Code gescannt wird. Halten Sie das Telefon bereit; jeder Code ist Geld für den, der ihn sieht.',
  'empty.paid': '{$place :place} ist bis {$until :day} bezahlt; davon kommt nichts zurück.',
  'empty.begin': 'Codes erstellen',
  'empty.again': 'Den Rest senden',
  'empty.begin.sum': 'Codes für {$sums :said} erstellen',
  'empty.again.sum': 'Den Rest senden: {$sums :said}',
  'empty.hours': 'Annehmen möglich für',
  'empty.code': 'Mit der anderen Wallet einlesen',
  'empty.code.of': 'Mit der anderen Wallet einlesen: Code {$at :integer} von {$of :integer}',
  'empty.code.more':
    '.input {$count :integer} .match $count one {{Danach kommt noch {$count} Code}} * {{Danach kommen noch {$count} Codes}}',
  'empty.taken': 'Codes, die die andere Wallet angenommen hat: {$taken :integer} von {$of :integer}',
  'empty.taken.label': 'Von der anderen Wallet angenommen',
  'empty.closed': 'Erledigt',
  'empty.sent': 'Gesendet',
  'empty.summary': 'Alles aus einer Wallet',
  'empty.fees': 'Gebühren',

  'emptyQuote.nothing': 'Hier ist nichts, was jetzt gesendet werden könnte.',
  'emptyQuote.none': 'Von hier lässt sich jetzt nichts senden.',
  'emptyQuote.payments': 'Zu scannende Codes',
  'emptyQuote.fees': 'Gebühren',
  'emptyQuote.total': 'Verlässt diese Wallet',
  'emptyQuote.dust':
    '{$sum :amount} sind die Gebühr für das Senden nicht wert und gehen verloren, wenn diese Wallet gelöscht wird.',
  'emptyQuote.later':
    '{$sum :amount} lassen sich noch nicht senden und bleiben: Sie sind unterwegs oder gelten nicht lange genug.',
  'emptyQuote.underWay': 'Etwas ist noch unterwegs. Was es bringt, ist hier nicht dabei und lässt sich danach senden.',

  'empty.left': 'Noch hier',
  'empty.dust': 'Die Gebühr nicht wert',
  'empty.stop': 'Leeren beenden',
  'empty.stop.words': 'Ausgegebene Codes gelten, bis sie ablaufen; dann kommt ihr Geld zurück.',
  'empty.finish.words':
    'Die Speicherorte bekommen eine letzte Kopie mit dem Vermerk „geleert“; dann wird die Wallet auf diesem Computer gelöscht und ein Beleg geschrieben.',
  'empty.finish.open': 'Abschließen …',
  'empty.finish.title': 'Die geleerte Wallet löschen?',
  'empty.finish.confirm':
    'Alles wurde angenommen. Danach ist die Wallet von diesem Computer verschwunden, und ihr Notfallblatt öffnet nichts mehr, was etwas wert ist.',
  'empty.finish.dust': '{$sums :list} sind weniger, als das Senden kostet, und werden aufgegeben.',
  'empty.finish.typed': 'wallet löschen',
  'empty.finish.do': 'Verlassen und löschen',

  'emptied.title': 'Diese Wallet wurde geleert',
  'emptied.lead': 'Sie wurde hier gelöscht. Das ist wohin gegangen:',
  'emptied.receipt': 'Beleg',
  'emptied.files': 'Der Beleg liegt in',
  'emptied.done': 'Fertig',
};
