// SPDX-License-Identifier: GPL-3.0-or-later
import type { escrowRecovery as english } from '../en/escrow-recovery.ts';

/** Eine Wallet zurückholen, indem man zeigt, wer man ist, an Orten, die ihr Geheimnis dafür aufbewahren. */
export const escrowRecovery: Readonly<Record<keyof typeof english, string>> = {
  'escrowRecovery.place-silent': 'Er hat nicht geantwortet; was er aufbewahrt, weiß also niemand: {$why :said}',
  'escrowRecovery.place-is-other':
    'An dieser Adresse ist etwas anderes: kein Ort, der Geheimnisse für Menschen aufbewahrt.',
  'escrowRecovery.place-not-allowed':
    'Diese Adresse führt in ein Heim- oder Firmennetz, und wer sie genannt hat, darf nicht dorthin führen. Sie wurde nicht gefragt.',
  'escrowRecovery.place-no-https':
    'Das ist keine https-Adresse: Wer dazwischen sitzt, könnte lesen, was dorthin geht. Sie wurde nicht gefragt.',
  'escrowRecovery.place-wants-payment': 'Er will bezahlt werden, bevor er etwas zurückgibt.',
  'escrowRecovery.place-unreadable':
    '.input {$versions :integer} .match $versions one {{Was dort zu diesen Angaben aufbewahrt wird, lässt sich nicht öffnen: Es ist beschädigt oder gehört jemand anderem.}} * {{{$versions} Dinge, die dort zu diesen Angaben aufbewahrt werden, lassen sich nicht öffnen: Sie sind beschädigt oder gehören jemand anderem.}}',
  'escrowRecovery.code-sent':
    'Ein Code ist unterwegs. Tippen Sie ihn, wie er kommt; Leerzeichen, Striche und das A am Anfang sind egal.',
  'escrowRecovery.code-sent+hint': 'Er geht an die Adresse, in der {$hint :quote} vorkommt.',
  'escrowRecovery.code-in-file':
    'Zum Ausprobieren: Der Code wurde an jenem Ort in die Datei {$file :file} geschrieben.',
  'escrowRecovery.transfer-awaited':
    'Die Überweisung ist noch nicht angekommen, das kann Tage dauern. Nachgesehen wird wieder um {$at :time}, und von selbst.',
  'escrowRecovery.wrong': 'Das ist nicht die richtige Antwort.',
  'escrowRecovery.wrong-before':
    'Diese Antwort wurde schon versucht und ist nicht richtig; sie wurde nicht noch einmal gesendet.',
  'escrowRecovery.variants-left':
    '.input {$left :integer} .match $left one {{Eine Schreibweise Ihrer letzten Antwort wurde noch nicht versucht. Geben Sie jene Antwort nach {$at :time} noch einmal; vorher wird dort nichts hingeschickt.}} * {{{$left} Schreibweisen Ihrer letzten Antwort wurden noch nicht versucht. Geben Sie jene Antwort nach {$at :time} noch einmal; vorher wird dort nichts hingeschickt.}}',
  'escrowRecovery.clock-off.ahead':
    'Nach der Zeit jenes Ortes geht die Uhr dieses Computers {$by :span} vor. Auch die App mit den Codes geht nach einer Uhr: Sehen Sie nach, ob jene stimmt.',
  'escrowRecovery.clock-off.behind':
    'Nach der Zeit jenes Ortes geht die Uhr dieses Computers {$by :span} nach. Auch die App mit den Codes geht nach einer Uhr: Sehen Sie nach, ob jene stimmt.',
  'escrowRecovery.too-many-tries':
    'Mehr Versuche lässt dieser Ort vorerst nicht zu. Den nächsten nimmt er nach {$until :time} an; vorher wird nichts dorthin gesendet.',
  'escrowRecovery.no-code': 'Ein Code besteht aus Ziffern. Gesendet wurde nichts.',
  'escrowRecovery.unknown-way':
    'Diesen Weg ({$type :way}) kennt diese Version von Holdfast nicht. Nehmen Sie einen anderen oder eine neuere Version.',
  'escrowRecovery.lost': 'Jener Ort hat nicht mehr, was zu diesem Weg gehört. Nehmen Sie einen anderen.',
  'escrowRecovery.key-unfit':
    'Was jener Ort hat, gehört nicht zu diesem Weg: Es wurde dort geändert oder verwechselt. Nehmen Sie einen anderen.',
  'escrowRecovery.share-unfit':
    'Die Antwort wurde angenommen, aber was jener Ort dafür herausgab, ist nicht, was einmal dort hinterlegt wurde. Nehmen Sie einen anderen Weg.',
  'escrowRecovery.address-unfit':
    'Jener Ort kann keinen Code schicken: Was dort als Adresse hinterlegt wurde, ist keine. Nehmen Sie einen anderen Weg.',
  'escrowRecovery.asks-payment': 'Jener Ort verlangt {$fee :amount}, bevor dieser Weg benutzt werden kann.',
  'escrowRecovery.asks-otherwise':
    'Jener Ort hat einen Preis von {$announced :amount} angekündigt, und seine Rechnung lautet auf {$asked :amount}. Bezahlt wurde nichts.',
  'escrowRecovery.price-unknown':
    'Jener Ort will bezahlt werden und sagt nicht, wie viel es kostet. Bezahlt wurde nichts; sehen Sie später noch einmal nach.',
  'escrowRecovery.asks-again':
    'Jener Ort wurde bezahlt und verlangt noch einmal {$fee :amount}. Mehr wurde nicht bezahlt.',
  'escrowRecovery.no-such-coins':
    'Diese Wallet hat keine {$fee :amount}. Bezahlen Sie mit einer anderen, zum Beispiel indem Sie den Code mit dem Telefon scannen, und sehen Sie noch einmal nach.',
  'escrowRecovery.payment-pending': 'Die Zahlung ist unterwegs. Sehen Sie gleich noch einmal nach.',
  'escrowRecovery.not-paid-yet': 'Jener Ort weiß noch von keiner Zahlung. Sehen Sie gleich noch einmal nach.',
  'escrowRecovery.shop-silent':
    'Jener Ort kann gerade nicht feststellen, ob er bezahlt wurde. Was bezahlt wurde, ist nicht verloren; sehen Sie später noch einmal nach.',
  'escrowRecovery.still-needed':
    '.input {$ways :integer} .match $ways one {{Von diesen Wegen fehlt noch einer.}} * {{Von diesen Wegen fehlen noch {$ways}.}}',
  'escrowRecovery.open': 'Das genügt: Das Geheimnis ist da.',
  'escrowRecovery.none-left':
    'Mit den Wegen, die noch bleiben, kommt das Geheimnis nicht zurück. Orte, die etwas verloren haben, finden es vielleicht wieder; eine ältere Fassung lässt sich vielleicht noch öffnen; und ein Notfallblatt genügt immer.',
  'escrowRecovery.shares-unfit':
    'Genug Antworten waren richtig, aber was die Orte dafür herausgaben, öffnet das Geheimnis nicht. Zeigen Sie noch auf einem weiteren Weg, wer Sie sind.',
  'escrowRecovery.is-older':
    'Das ist eine ältere Fassung. Wohin sie führt, kann seither umgezogen sein; versuchen Sie zuerst die neueste.',
  'escrowRecovery.rehearsed-right': 'Richtig: Dieser Weg funktioniert.',
  'escrowRecovery.rehearsed-uncompared':
    'Die Antwort ist richtig. Ob jener Ort dafür das Richtige herausgibt, kann dieses Gerät nicht feststellen; darum gilt der Weg nicht als ausprobiert.',
  'escrowRecovery.rehearse-more':
    '.input {$ways :integer} .match $ways one {{Probieren Sie noch einen Weg aus, dann ist sicher, dass Ihre Wallet so zurückkommt.}} * {{Probieren Sie noch {$ways} Wege aus, dann ist sicher, dass Ihre Wallet so zurückkommt.}}',

  'failure.identity-refused.missing': 'Eine Ihrer Angaben fehlt ({$field :field}). Niemand wurde gefragt.',
  'failure.identity-refused.too-long': 'Eine Ihrer Angaben ist zu lang ({$field :field}). Niemand wurde gefragt.',
  'failure.identity-refused.pattern':
    'Eine Ihrer Angaben hat nicht die Form, die sie in diesem Land hat ({$field :field}). Niemand wurde gefragt.',
  'failure.identity-refused.date':
    'Eine Ihrer Angaben ist kein Tag des Kalenders ({$field :field}). Schreiben Sie ihn wie 1990-02-28. Niemand wurde gefragt.',
  'failure.identity-refused.unknown': 'In diesem Land wird nach {$field :field} nicht gefragt. Niemand wurde gefragt.',
  'failure.no-escrow-place': 'Es wurde kein Ort genannt, der sich fragen ließe. Geben Sie die Adresse von einem an.',
  'failure.search-stopped': 'Die Suche wurde beendet. Nichts wurde geändert.',
  'failure.secret-not-found': 'Das war nicht unter dem, was zuletzt gefunden wurde. Suchen Sie noch einmal.',
  'failure.secret-of-other-program':
    'Was {$name :quote} heißt, hat ein anderes Programm dort hinterlegt; es ist keine Wallet von Holdfast. Holen Sie es mit jenem Programm zurück.',
  'failure.document-unfit':
    'Was diese Orte herausgaben, ist nicht, was sie angekündigt hatten, oder lässt sich nicht lesen: {$places :places}. Geändert wurde nichts; versuchen Sie eine andere Fassung.',
  'failure.document-not-there':
    'Keiner dieser Orte gab heraus, was er hat: {$places :places}. Geändert wurde nichts; versuchen Sie es später noch einmal.',
  'failure.recovery-running':
    'Es ist schon eine Wiederherstellung im Gang. Setzen Sie sie fort, oder beenden Sie sie erst.',
  'failure.no-recovery': 'Es ist keine Wiederherstellung im Gang. Suchen Sie zuerst.',
  'failure.no-such-way': 'Diesen Weg gibt es in dieser Wiederherstellung nicht.',
  'failure.recovery-not-open': 'Für das Geheimnis wurde noch nicht genug gezeigt. Geändert wurde nichts.',
  'failure.no-payment-asked': 'Hier verlangt niemand eine Zahlung. Bezahlt wurde nichts.',
  'failure.fee-not-agreed': 'Es kostet {$fee :amount}, und dem wurde nicht zugestimmt. Bezahlt wurde nichts.',
  'failure.secret-unreadable':
    'Das Geheimnis ist zurück, aber es ist keine Wallet von Holdfast: Ein anderes Programm hat es hinterlegt, oder es war vorher schon beschädigt. Geändert wurde nichts.',
  'failure.newer-secret':
    'Das Geheimnis ist zurück, aber ein neueres Holdfast hat es hinterlegt (Fassung {$version :integer}). Geändert wurde nichts; bitte aktualisieren Sie, und machen Sie weiter.',
  'failure.cannot-rehearse':
    'Dieser Weg ({$type :way}) lässt sich hier nicht ausprobieren: eine Frage und eine Code-App schon. Gesendet wurde nichts.',
};
