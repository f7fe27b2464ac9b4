// SPDX-License-Identifier: GPL-3.0-or-later
import type { regain as english } from '../en/regain.ts';

/** Eine Wallet kommt aus der Treuhand zurück. */
export const regain: Readonly<Record<keyof typeof english, string>> = {
  'regain.title': 'Mit Treuhand wiederherstellen',
  'regain.lead':
    'Sagen Sie, wer Sie sind, finden Sie Ihre Wallet an den Orten, die ihr Geheimnis aufbewahren, und zeigen Sie auf den Wegen, die Sie gewählt haben, dass Sie es sind.',
  'regain.link': 'Kein Papier, aber Treuhand? Mit Treuhand wiederherstellen',
  'regain.person': 'Wer sind Sie?',
  'regain.person.words':
    'Schreiben Sie alles genau so wie beim Einrichten der Treuhand. Haben Sie damals „Ein anderes Land“ gewählt, wählen Sie es wieder, auch wenn Ihr Land inzwischen in der Liste steht.',
  'regain.places': 'Orte, die Ihr Geheimnis aufbewahren, eine Adresse je Zeile',
  'regain.places.help': 'Zum Beispiel https://treuhand.example. Einer genügt, wenn er die Liste der anderen hat.',
  'regain.places.known':
    '.input {$count :integer} .match $count one {{{$count} Ort, den Holdfast kennt, wird ohnehin gefragt. Fügen Sie andere hinzu, die Sie benutzt haben.}} * {{{$count} Orte, die Holdfast kennt, werden ohnehin gefragt. Fügen Sie andere hinzu, die Sie benutzt haben.}}',
  'regain.play.words': 'Auf diesem Computer wurde mit Spielgeld gespielt.',
  'regain.play.do': 'Auch dessen Orte fragen',
  'regain.find': 'Meine Wallet finden',
  'regain.finding': 'Die Orte werden gefragt. Auf einen langsamen wird nicht ewig gewartet; er wird genannt.',
  'regain.stopSearch': 'Suche beenden',
  'regain.found': 'Gefunden',
  'regain.nothing': 'Nichts gefunden',
  'regain.found.none':
    'Mit diesen Angaben wurde nichts gefunden. Vergleichen Sie jeden Buchstaben mit Ihren Papieren, und denken Sie an andere Orte, die Sie benutzt haben können. Durch Suchen geht nichts verloren.',
  'regain.found.doubtful': 'Die Prüfziffern einer Nummer passen nicht: Sehen Sie die zuerst an.',
  'regain.found.words':
    '.input {$count :integer} .match $count one {{Ist das Ihre Wallet?}} * {{Es gibt {$count} Wallets von Ihnen. Welche soll zurückkommen?}}',
  'regain.found.number':
    'Die Nummer einer Wallet steht auf ihrer Seite zur Treuhand, und „holdfast escrow status“ nennt sie; wie Sie sie genannt haben, weiß man, wenn sie offen ist. Wissen Sie es nicht, nehmen Sie eine: An ihren Wegen sehen Sie, welche es ist, und Sie können aufhören und eine andere nehmen.',
  'regain.found.older':
    '.input {$count :integer} .match $count one {{{$count} ältere Fassung}} * {{{$count} ältere Fassungen}}',
  'regain.unnamed': 'Etwas ohne Namen',
  'regain.numbered': 'Wallet mit der Nummer {$number :code}',
  'regain.where': 'bei {$places :said}',
  'regain.whereWhen': 'vom {$at :time}, bei {$places :said}',
  'regain.foreign': 'Ein anderes Programm hat das hier gelassen; Holdfast kann es nicht öffnen.',
  'regain.choose': 'Diese',
  'regain.choose.label': 'Diese: {$name :said}',
  'regain.asked': 'Wer gefragt wurde',
  'regain.asked.count':
    '.input {$count :integer} .match $count 0 {{Er bewahrt nichts von Ihnen auf.}} one {{Er bewahrt {$count} Fassung auf.}} * {{Er bewahrt {$count} Fassungen auf.}}',

  'regain.session': '{$name :said}',
  'regain.begin':
    '.input {$missing :integer} .match $missing one {{{$missing} dieser Wege genügt. Sie dürfen Holdfast schließen und später weitermachen.}} * {{{$missing} dieser Wege genügen. Nehmen Sie sie in beliebiger Reihenfolge; Sie dürfen Holdfast schließen und später weitermachen.}}',
  'regain.progress':
    '.input {$missing :integer} .input {$solved :integer} .match $missing one {{Geschafft: {$solved}; einer genügt noch. Nehmen Sie sie in beliebiger Reihenfolge; Sie dürfen Holdfast schließen und später weitermachen.}} * {{Geschafft: {$solved}; {$missing} genügen noch. Nehmen Sie sie in beliebiger Reihenfolge; Sie dürfen Holdfast schließen und später weitermachen.}}',
  'regain.impossible':
    'Mit den Wegen, die bleiben, öffnet sich das nicht. Ein Ort, der schwieg, antwortet vielleicht später; auch das Notfallblatt öffnet es.',
  'regain.together': 'Welche zusammen genügen',
  'regain.stop': 'Beenden und vergessen …',
  'regain.stop.title': 'Diese Wallet nicht weiter zurückbringen?',
  'regain.stop.do': 'Beenden und vergessen',
  'regain.stop.keep': 'Weitermachen',
  'regain.stop.words':
    'Was Sie gesagt und bisher gezeigt haben, wird hier vergessen. Die Orte behalten ihre Teile: Sie können jederzeit neu beginnen.',
  'regain.stopped': 'Beendet. Nichts von dem, was Sie gesagt haben, wird hier behalten.',
  'regain.under':
    'Eine Wallet kommt gerade aus der Treuhand zurück. Machen Sie dort weiter, bevor Sie Geld aufladen: Wo eigenes Geld ist, wird nicht einfach wiederhergestellt.',
  'regain.goOn': 'Damit weitermachen',
  'regain.open': 'Sie sind es. Ihr Geheimnis ist wieder auf diesem Computer; das Geld kommt mit dem nächsten Schritt.',
  'regain.code': 'Code, der kam',
  'regain.answer': 'Prüfen',
  'regain.send': 'Schick mir den Code',
  'regain.sendAgain': 'Noch einmal schicken',
  'regain.startTransfer': 'Zeigen, wohin zu überweisen ist',
  'regain.lookAgain': 'Nachsehen, ob sie da ist',
  'regain.fee': 'Dieser Ort nimmt dafür {$fee :amount}.',
  'regain.waitUntil': 'Der nächste Versuch geht ab',
  'regain.initialized':
    'Diese Wallet hat ein eigenes Geheimnis. Die Treuhand bringt eine Wallet nur in eine neue zurück: Löschen Sie zuerst diese, oder starten Sie Holdfast mit einem anderen Ordner.',
  'regain.pay.square': 'Die Zahlung an den Ort, als Quadratcode',
  'regain.pay.words': 'Der Ort will bezahlt werden, bevor er hilft.',
  'regain.pay.sum': 'Der Ort will {$fee :amount}, bevor er hilft.',
  'regain.pay.how':
    'Diese Wallet ist leer, solange nichts wiederhergestellt ist. Lesen Sie das Quadrat mit einer Taler-Wallet auf Ihrem Telefon ein, oder geben Sie den Link jemandem, der für Sie zahlt; sehen Sie danach wieder nach.',
  'regain.pay.either':
    'Zahlen Sie mit dem Geld, das schon hier ist, oder mit einer anderen Wallet über das Quadrat oder den Link; sehen Sie danach wieder nach.',
  'regain.pay.link': 'Link für eine andere Wallet',
  'regain.pay.do': '{$total :amount} aus dieser Wallet zahlen',
  'regain.pay.look': 'Es ist bezahlt; wieder nachsehen',
  'regain.transfer':
    'Überweisen Sie genau das von dem Konto, das Sie genannt haben. Ist es da, weiß der Ort, dass Sie es sind; solange dürfen Sie Holdfast schließen.',
  'regain.transfer.amount': 'Betrag',
  'regain.transfer.name': 'An',
  'regain.transfer.iban': 'Konto (IBAN)',
  'regain.transfer.subject': 'Verwendungszweck',

  'regainState.untouched': 'Offen',
  'regainState.sent': 'Unterwegs',
  'regainState.asks-payment': 'Zu bezahlen',
  'regainState.waits': 'Warten',
  'regainState.wrong': 'Nicht richtig',
  'regainState.solved': 'Geschafft',
  'regainState.lost': 'Dort verloren',
};
