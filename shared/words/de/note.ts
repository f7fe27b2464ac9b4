// SPDX-License-Identifier: GPL-3.0-or-later
import type { note as en } from '../en/note.ts';

export const note: Readonly<Record<keyof typeof en, string>> = {
  'title.from-bank': 'Von der Bank abgehoben',
  'title.by-transfer': 'Überweisung',
  'title.received-payment': 'Empfangene Zahlung',
  'title.drawn-again': 'Ersetztes Geld, neu abgehoben',
  'title.unknown-origin': 'Geld, dessen Herkunft diese Kopie nicht kennt',
  'title.to-bank-account': 'Auf Ihr Bankkonto',
  'title.spent-elsewhere':
    '.input {$coins :integer} .match $coins one {{Von einer anderen Kopie dieser Wallet verwendet}} * {{Von einer anderen Kopie dieser Wallet verwendet ({$coins} Mal)}}',
  'title.found-again':
    '.input {$coins :integer} .match $coins one {{Laut einer Kopie weg; beim Herausgeber noch vorhanden}} * {{Laut einer Kopie weg; beim Herausgeber noch vorhanden ({$coins} Mal)}}',
  'title.change': 'Wechselgeld',
  'title.restore': 'Erneuert, damit ältere Kopien dieser Wallet es nicht ausgeben können',
  'title.expiry': 'Vor dem Ablaufen erneuert',
  'title.refund': 'Rückerstattung angenommen',
  'title.released': 'Geld einer unfertigen Zahlung, erneuert',
  'title.recoup': 'Vom Herausgeber zurückgezogenes Geld, ersetzt',
  'title.earlier': 'Von früher; die Einzelheiten werden nicht mehr aufbewahrt',
  'title.earlier-rest': 'Früher: erneuertes und abgelaufenes Geld und was nicht mehr einzeln aufgeführt ist',
  'title.reissue': 'An sich selbst gezahlt, damit kein anderes Blatt daran kommt',
  'title.drawn-by-others': 'An sich selbst gezahlt, und von einer anderen Kopie dieser Wallet zuerst abgehoben',
  'title.forgotten': 'Vergessen; nur der Betrag bleibt',

  'forgetting.purchase-paid':
    'Was Sie gekauft haben und wo, wird hier vergessen: Es gibt dann keinen Kaufbeleg mehr, und eine Rückerstattung lässt sich nicht mehr abholen. Der Betrag bleibt im Verlauf.',
  'forgetting.purchase-paid+until': 'Bis {$until :day} könnte das Geschäft noch Geld zurückgeben.',
  'forgetting.purchase-unpaid':
    'Was es war und wo, wird hier vergessen. Was es Sie gekostet hat, bleibt als Betrag im Verlauf.',
  'forgetting.place-fee':
    'Die Bestellung, mit der dieser Ort bezahlt wurde, wird hier vergessen: Es gibt dann keinen Beleg mehr dafür. Der Betrag bleibt im Verlauf.',
  'forgetting.place-fee+until': 'Bis {$until :day} könnte der Ort noch Geld zurückgeben.',
  'forgetting.still-in': 'In den Kopien bei {$places :places} steht es, bis sie neu angelegt werden.',
  'forgetting.older-copies':
    'In den älteren Kopien bei {$places :places} steht es, bis danach zwei weitere angelegt wurden.',
  'forgetting.former-has': 'Was {$places :places} noch hat, bleibt dort.',
  'forgetting.person':
    'Wofür es war, wird hier vergessen und lässt sich niemandem mehr zeigen. Der Betrag bleibt im Verlauf.',
  'forgetting.to-bank': 'Für welches Konto es war, wird hier vergessen. Der Betrag bleibt im Verlauf.',
  'forgetting.from-bank':
    'Von welcher Bank und über welches Konto es kam, wird hier vergessen. Der Betrag bleibt im Verlauf.',
  'forgetting.never-came':
    'Es verschwindet aus dem Verlauf. Geld, das dafür doch noch überwiesen wird, wird trotzdem gefunden und abgehoben.',
  'forgetting.issuer':
    'Bei {$host :host} liegt kein Geld. Die Schlüssel werden hier vergessen; Geld, das später auf ein Konto dort überwiesen wird, wird nicht mehr gefunden. Sie können den Herausgeber wieder hinzufügen.',
  'forgetting.place':
    '{$name :place} und wofür bezahlt wurde, wird hier vergessen; die Beträge bleiben im Verlauf. Wieder hinzugefügt, kann der Ort ein ganzes Jahr neu verlangen.',
  'title.proof': 'Erstes Wechselgeld bei diesem Herausgeber',
  'title.renewed': 'Erneuertes Geld',

  'note.registering': 'Die Bank erfährt gerade, wohin sie das Geld senden soll.',
  'note.awaiting-confirmation': 'Es fehlt noch die Bestätigung bei der Bank.',
  'note.awaiting-transfer': 'Die Überweisung steht noch aus.',
  'note.awaiting-transfer+payto': 'Überweisen Sie an {$payto :address}',
  'note.given-up': 'Beendet, bevor Geld kam. Wurde es doch gesendet, wird es gefunden und abgehoben.',
  'note.not-carried-out': 'Nicht ausgeführt; diese Wallet hat kein Geld bewegt.',
  'note.arrived-less':
    '{$arrived :amount} von {$wanted :amount} sind angekommen. Was später kommt, wird auch abgehoben.',
  'note.left-there':
    '{$host :host} sagt, dass auf dieses Konto {$sum :amount} mehr kam als angekündigt. Das wird nicht von selbst abgehoben: Es bleibt dort und geht an den Absender zurück, wenn {$host :host} das Konto schließt. Haben Sie es gesendet, laden Sie diesen Betrag neu auf, sobald er zurück ist.',
  'note.expired-coins': 'Dieses Geld ist abgelaufen, bevor es erneuert werden konnte. Es ist verloren.',
  'note.paid-unconfirmed':
    'Der Herausgeber hat das Geschäft bezahlt, und es bestätigt das nicht. Zeigen Sie dort Bestellung {$orderId :name}, oder bitten Sie um eine Rückerstattung.',
  'note.paid-unconfirmed+contract': 'Unterschrieben ist Vertrag {$contract :code}.',
  'note.taking-back': 'Wird beendet; das Geschäft hat noch nicht gesagt, ob es zu spät ist.',
  'note.unpaid-kept':
    'Nicht bezahlt, aber das Geschäft hat {$kept :amount} genommen und nicht zurückgegeben: Verlangen Sie es dort mit Bestellung {$orderId :name} zurück.',
  'note.unpaid': 'Nicht bezahlt.',
  'note.money-back': 'Das Geld kam zurück, abzüglich der Gebühr für das Erneuern.',
  'note.rest-back': 'Der Rest kam zurück, abzüglich der Gebühr für das Erneuern.',
  'note.being-renewed':
    'Was davon zurückkommt, ist Wechselgeld: von selbst binnen einiger Stunden bereit, und sofort, wenn Sie damit zahlen.',
  'note.dearer':
    'Mit dem Geld, das noch da ist, hätte es mehr gekostet als die {$shown :amount}, denen Sie zugestimmt haben. Beginnen Sie noch einmal, um zu sehen, was es jetzt kostet.',
  'note.refund-short':
    'Der Herausgeber hat nicht alles zurückgegeben: Das Geschäft war schon bezahlt, oder eine andere Kopie dieser Wallet hat es genommen.',
  'note.being-transferred': 'Der Herausgeber hat das Geld und überweist es auf das Konto.',
  'note.deposited-part': 'Nur {$part :amount} von {$wanted :amount} ließen sich auszahlen.',
  'note.deposit-failed': 'Nicht ausgeführt.',
  'note.calling-back': 'Wird beendet. Wurde sie vorher angenommen, bleibt sie gesendet.',
  'note.waiting-for-receiver': 'Wartet auf den Empfänger; was nicht angenommen wird, kommt von selbst zurück.',
  'note.waiting-for-receiver+until': 'Annehmen lässt es sich bis {$until :time}.',
  'note.nobody-took': 'Niemand hat es rechtzeitig angenommen.',
  'note.not-sent': 'Nicht gesendet.',
  'note.stopping-invoice': 'Wird beendet. Wurde sie vorher bezahlt, bleibt sie bezahlt.',
  'note.invoice-expired': 'Die Rechnung ist abgelaufen.',
  'note.invoice-unpaid': 'Nicht bezahlt.',
  'note.other-terms': 'Bezahlt, aber der Herausgeber kennt die Rechnung mit anderen Bedingungen als gezeigt.',
  'note.payment-expired': 'Die Zahlung ist abgelaufen, bevor sie angenommen wurde. Es wurde kein Geld bewegt.',
  'note.not-received': 'Nicht empfangen. Es wurde kein Geld bewegt.',
  'note.withdrawing-invoice': 'Wird beendet. Wurde sie vorher bezahlt, bleibt sie bezahlt.',
  'note.invoice-open': 'Sie kann bezahlt werden.',
  'note.invoice-open+until': 'Sie ist offen bis {$until :time}.',
  'note.nobody-paid.none': 'Niemand hat die Rechnung rechtzeitig bezahlt. Es wurde kein Geld bewegt.',
  'note.nobody-paid.gone': 'Niemand hat die Rechnung rechtzeitig bezahlt. Nur die Gebühr für das Eröffnen ist weg.',
  'note.invoice-withdrawn.none': 'Beendet. Es wurde kein Geld bewegt.',
  'note.invoice-withdrawn.gone': 'Beendet. Nur die Gebühr für das Eröffnen ist weg.',
  'note.beyond-amounts':
    'Dieser Herausgeber behauptet mehr Geld, als Beträge ausdrücken können; hier steht der größte Betrag, den es gibt.',
  'note.bad-signatures':
    '.input {$coins :integer} .match $coins one {{Ein Stück Geld hat eine falsche Unterschrift, weil eine Kopie beschädigt war. Es wird nicht ausgegeben und nie gelöscht.}} * {{{$coins} Stücke Geld haben eine falsche Unterschrift, weil eine Kopie beschädigt war. Sie werden nicht ausgegeben und nie gelöscht.}}',
  'note.needs-newer':
    '{$sum :amount} stammen von einem neueren Holdfast. Sie sind sicher und lassen sich dort ausgeben.',
  'note.left-behind':
    '{$sum :amount} gehören zu der Wallet, die hier verlassen wurde, und zählen nicht als verfügbar: Vielleicht geht ein anderes Gerät damit weiter. Um sie hier zu haben, übernehmen Sie jene Wallet mit ihrem Blatt.',
  'note.reachable': '{$sum :amount} kann noch ausgeben, wer das Notfallblatt der Wallet hat, aus der sie kommen.',
  'note.two-keys':
    'Für diese Adresse sind zwei verschiedene Schlüssel bekannt. Verwendet wird nur Geld mit dem, mit dem sie antwortet; das andere bleibt erhalten.',
  'note.not-proven':
    'Noch nicht erprobt: Wie dieser Herausgeber Wechselgeld gibt, ist nur gelesen. Das kleinste Stück Geld probiert es von selbst, und vor dessen Wechselgeld wird nichts Größeres gewechselt.',
  'note.proven': 'Erprobt mit {$sum :amount}: Dieser Herausgeber gibt Wechselgeld, wie diese Wallet es kennt.',
  'note.failure': '{$why :said}',
};
