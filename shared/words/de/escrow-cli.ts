// SPDX-License-Identifier: GPL-3.0-or-later
import type { escrowCli as english } from '../en/escrow-cli.ts';

/** Treuhand am Terminal. */
export const escrowCli: Readonly<Record<keyof typeof english, string>> = {
  'cli.about.escrow':
    'Gibt das Geheimnis an Orte, die es dem zurückgeben, der zeigt, dass er Sie ist (setup), sagt, wie es steht (status), bringt es auf den neuesten Stand (update), probiert Wege aus (rehearse), bringt eine Wallet zurück (recover) oder beendet es (forget). Nach Ihren Angaben und Antworten wird gefragt, oder sie kommen von der Standardeingabe, je eine Zeile: das Land (ch, de, … oder xx), seine Felder in ihrer Reihenfolge, dann für setup jeder Weg (question, email, sms, totp, post oder iban und darunter, wonach er fragt) und eine leere Zeile; für recover Paare aus der Nummer eines Weges und seiner Antwort, die leer ist, damit ein Code geschickt wird. Mit --older 1 geht es mit der Fassung vor der neuesten. Endet mit 3, wenn noch etwas zu tun ist.',
  'cli.aside': '({$text :said})',
  'cli.ask.escrow.country': 'Land, dessen Papiere Sie haben (zwei Buchstaben; {$other :code} für ein anderes): ',
  'cli.ask.escrow.field': '{$field :said}: ',
  'cli.ask.escrow.way':
    'Weg {$number :integer} zu zeigen, dass Sie es sind (question, email, sms, totp, post, iban; leer, wenn es keine mehr gibt): ',
  'cli.ask.escrow': 'Diesen Bedingungen zustimmen, {$total :said} zahlen und die Teile ablegen?',
  'cli.ask.escrow.anew': 'Ein Ort fragt wegen seines Preises. Höchstens {$total :said} zustimmen und zahlen?',
  'cli.ask.escrow.pay': 'Der Ort will {$total :amount}, bevor er hilft. Aus dieser Wallet zahlen?',
  'cli.ask.escrow.wallet': 'Nummer der Wallet, die zurückkommen soll: ',
  'cli.ask.escrow.which': 'Nummer eines Weges (leer, um ein andermal weiterzumachen): ',
  'cli.ask.escrow.answer': 'Antwort oder Code (leer, um mit einem anderen Weg weiterzumachen): ',
  'cli.escrow.none': 'Es ist keine Treuhand eingerichtet. „holdfast escrow setup“ tut es.',
  'cli.escrow.state': '{$state :said}. {$why :said}',
  'cli.escrow.number': 'Nummer dieser Wallet: {$number :code}',
  'cli.escrow.way': '{$way :said}, {$hint :quote}, bei {$place :place}',
  'cli.escrow.wayAlone': '{$way :said}, bei {$place :place}',
  'cli.escrow.goes': '{$way :said} geht zu {$place :place}.',
  'cli.escrow.tried': '(am {$at :day} ausprobiert, und es geht)',
  'cli.escrow.place': '{$place :place}: {$state :said}',
  'cli.escrow.paidUntil': '(bezahlt bis {$until :day})',
  'cli.escrow.keptUntil': '(kostenlos verwahrt bis {$until :day})',
  'cli.escrow.terms': 'Bedingungen von {$place :place}: {$terms :address}',
  'cli.escrow.noCountry': 'Erwartet wurden zwei Buchstaben eines Landes, etwa ch oder de; xx für ein anderes.',
  'cli.escrow.noWay': '{$kind :name} ist kein Weg zu zeigen, wer man ist: question, email, sms, totp, post oder iban.',
  'cli.escrow.key':
    'Geben Sie Ihrer Code-App diesen Schlüssel (8 Ziffern, 30 Sekunden): {$key :code}\noder diesen Link: {$link :address}',
  'cli.escrow.noPlaces': 'Es ist kein Ort bekannt, der Treuhand anbietet: Nennen Sie welche mit --place URL.',
  'cli.escrow.needed': 'Nach wie vielen Wegen gefragt wird, ist eine ganze Zahl, etwa --needed 2.',
  'cli.escrow.older':
    '.input {$count :integer} .match $count 0 {{Von dieser Wallet gibt es keine ältere Fassung.}} one {{Von dieser Wallet gibt es eine ältere Fassung: --older 1.}} * {{Von dieser Wallet gibt es {$count} ältere Fassungen: --older 1 ist die vor der neuesten.}}',
  'cli.escrow.nothingTried': 'Es wurde nichts ausprobiert.',
  'cli.escrow.goOn': 'Mit „holdfast escrow recover“ geht es weiter.',
  'cli.escrow.underWay':
    'Eine Wiederherstellung aus der Treuhand ist im Gang. Mit „holdfast escrow recover“ geht es weiter, „holdfast escrow recover --stop“ vergisst sie.',
  'cli.escrow.several': 'Es gibt mehrere Wallets von Ihnen; nennen Sie eine mit --wallet NUMMER:',
  'cli.escrow.wallet': '{$number :code}',
  'cli.escrow.walletAt': '{$number :code}  {$at :time}',
  'cli.escrow.noNumber': '{$number :name} ist kein Weg, der offen ist.',
  'cli.escrow.numbered': '{$number :integer}. {$way :said}: {$state :said}.',
  'cli.escrow.missing':
    '.input {$missing :integer} .match $missing one {{Noch {$missing} ist nötig.}} * {{Noch {$missing} sind nötig.}}',
  'cli.escrow.transfer':
    'Überweisen Sie {$sum :amount} von Ihrem Konto an {$name :name}, {$iban :code}, Verwendungszweck {$subject :name}; wählen Sie danach diesen Weg noch einmal.',
  'cli.escrow.payWith':
    'Oder zahlen Sie es mit einer anderen Wallet und wählen Sie diesen Weg noch einmal: {$link :address}',
};
