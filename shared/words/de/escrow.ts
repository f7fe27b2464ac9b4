// SPDX-License-Identifier: GPL-3.0-or-later
import type { escrow as english } from '../en/escrow.ts';

/** Das Notfallgeheimnis bei Treuhändern: an Orten, die es dem zurückgeben, der zeigt, dass es ihm gehört. */
export const escrow: Readonly<Record<keyof typeof english, string>> = {
  'escrow.enough-places':
    '.input {$places :integer} {{Wer Ihre persönlichen Angaben kennt, braucht noch {$needed :integer} Ihrer Wege, an mindestens {$places} Orten.}}',
  'escrow.one-place':
    'Alle nötigen Wege ({$needed :integer}) können an einem einzigen Ort liegen. Wer ihn betreibt oder dort einbricht, braucht keinen anderen.',
  'escrow.answers-alone':
    'Antworten auf Fragen allein können genügen. Wer Sie gut kennt, braucht dann weder Ihr Telefon noch Ihr Postfach noch Ihre App.',
  'escrow.place-left-out': '{$place :place} bleibt außen vor. {$why :said}',
  'escrow.check-digits':
    'Die Prüfziffern von {$field :field} passen nicht. Sehen Sie nach, ob es so dasteht wie auf dem Papier.',
  'escrow.dear-recovery': 'Das Wiederherstellen kostet an diesen Orten bis zu {$sums :said}.',
  'escrow.clock-off':
    'Der Code passt zu einer Uhr, die um {$by :span} anders geht. Stellen Sie die Uhr dieses Computers oder des Telefons und versuchen Sie es noch einmal.',
  'escrow.other-code': 'Dieser Code gehört nicht zu diesem Schlüssel. Die App muss acht Ziffern zeigen.',
  'escrow.silent': 'Er antwortet gerade nicht. {$why :said}',
  'escrow.no-escrow': 'Das ist kein Ort, der Geheimnisse treuhänderisch verwahrt. {$why :said}',
  'escrow.salt-changed':
    'Er hat geändert, was er in Ihre Angaben mischt; was dort liegt, wird nicht mehr gefunden. Richten Sie die Treuhand ohne ihn neu ein.',
  'escrow.asks': '{$why :said}',
  'escrow.lacks-coins': 'Zum Bezahlen braucht es {$lacking :amount}, und so viel ist nicht hier.',
  'escrow.unpaid': 'Er will zuerst bezahlt werden. {$why :said}',
  'escrow.paying': 'Seine Bezahlung ist unterwegs.',
  'escrow.misbehaves': '{$why :said}',
  'escrow.order-lost':
    'Was er bezahlt haben wollte, lässt sich nicht mehr bezahlen, und einen anderen Auftrag gibt er dafür nicht. Richten Sie die Treuhand neu ein.',
  'escrow.serves-old':
    'Er gibt Fassung {$version :integer} zurück, obwohl dort Fassung {$stored :integer} abgelegt ist. Er wird wieder gefragt.',
  'escrow.serves-other': 'Was er zurückgibt, ist nicht das, was dort abgelegt wurde. Es wird wieder abgelegt.',
  'escrow.lost': 'Er hat verloren, was dort abgelegt war. Es wird wieder abgelegt.',
  'escrow.unread': 'Abgelegt, aber noch nicht zurückgelesen. {$why :said}',
  'escrow.written-by-other':
    'Jemand anders hat dort unter dem Namen dieser Wallet etwas Neueres abgelegt. War das keines Ihrer Geräte, richten Sie die Treuhand mit anderen Wegen neu ein.',
  'escrow.newer-there':
    'Dort liegt unter Ihren Angaben etwas Neueres neben dem, was diese Wallet abgelegt hat. Haben Sie dort keine andere Wallet in Treuhand, richten Sie die Treuhand mit anderen Wegen neu ein.',
  'escrow.refuses-method': 'Er nimmt diesen Weg nicht mehr: {$type :way}. Richten Sie die Treuhand neu ein.',
  'escrow.id-taken': 'Wo ein Weg hin sollte, liegt dort etwas anderes. Richten Sie die Treuhand neu ein.',
  'escrow.too-large': 'So viel nimmt er nicht.',
  'escrow.methods-missing':
    '.input {$count :integer} .match $count one {{Ein Weg ist dort noch nicht abgelegt.}} * {{{$count} Wege sind dort noch nicht abgelegt.}}',
  'escrow.waits': 'Er wird {$until :time} wieder gefragt.',
  'escrow.paid-ends': 'Bezahlt bis {$until :day}; dann wird er im vereinbarten Rahmen wieder bezahlt.',
  'escrow.paid-over': 'Was bezahlt war, ist seit {$until :day} zu Ende.',
  'escrow.ends-early':
    'Er sagt, dass er es nur bis {$until :day} aufhebt, obwohl er bis {$paid :day} bezahlt ist. Dafür wird er nicht noch einmal bezahlt; bleibt es dabei, richten Sie die Treuhand mit einem anderen Ort ein.',
  'escrow.secret-changed':
    'Diese Wallet hat ein neues Geheimnis. Was in Treuhand liegt, öffnet das alte, das nichts mehr wert ist.',
  'escrow.data-wanted':
    'Es hat sich etwas geändert, und Ihre persönlichen Angaben wurden nicht behalten. Geben Sie sie noch einmal ein, damit die Treuhand nachkommt.',
  'escrow.methods-wanted':
    'Für das neue Geheimnis müssen die Wege neu angegeben werden, damit niemand mit dem alten Blatt daran kommt. Richten Sie die Treuhand neu ein.',

  'failure.escrow-needs-newer':
    'Ein neueres Holdfast hat die Treuhand dieser Wallet eingerichtet. Sie bleibt, wie sie ist; aktualisieren Sie Holdfast, um sie zu pflegen. Es wurde nichts geändert.',
  'failure.no-escrow': 'Von dieser Wallet liegt nichts in Treuhand. Es wurde nichts geändert.',
  'failure.escrow-running':
    'Die Treuhand wird gerade eingerichtet oder auf den neuesten Stand gebracht. Es wurde nichts geändert.',
  'failure.escrow-attribute.missing': '{$name :field} fehlt. Es wurde nichts gesendet.',
  'failure.escrow-attribute.too-long': '{$name :field} ist zu lang. Es wurde nichts gesendet.',
  'failure.escrow-attribute.pattern':
    'Was unter {$name :field} steht, wird in diesem Land nicht so geschrieben. Es wurde nichts gesendet.',
  'failure.escrow-attribute.date': '{$name :field} ist kein Datum. Es wurde nichts gesendet.',
  'failure.escrow-attribute.unknown':
    'Nach {$name :field} wird in diesem Land nicht gefragt. Es wurde nichts gesendet.',
  'failure.escrow-method.empty':
    'Weg {$number :integer} ({$type :way}) ist nicht ausgefüllt. Es wurde nichts gesendet.',
  'failure.escrow-method.too-long': 'Weg {$number :integer} ({$type :way}) ist zu lang. Es wurde nichts gesendet.',
  'failure.escrow-method.shape':
    'Weg {$number :integer} ({$type :way}) kann so nicht stimmen. Es wurde nichts gesendet.',
  'failure.escrow-method.country-code-missing':
    'Der Telefonnummer von Weg {$number :integer} ({$type :way}) fehlt die Landesvorwahl, etwa +49. Es wurde nichts gesendet.',
  'failure.escrow-method.check-digits':
    'Die Prüfziffern von Weg {$number :integer} ({$type :way}) passen nicht. Es wurde nichts gesendet.',
  'failure.escrow-method-twice':
    'Methode {$number :integer} ({$type :code}) ist dieselbe wie eine vor ihr: Wer die eine hat, hat beide. Nichts wurde gesendet.',
  'failure.escrow-methods-few':
    'Es braucht mindestens zwei Wege: Einer allein ist ein Diebstahl. Es wurde nichts gesendet.',
  'failure.escrow-methods-many': 'Es kann {$most :integer} Wege geben. Es wurde nichts gesendet.',
  'failure.escrow-ways-many':
    'Es gäbe mehr als {$most :integer} Kombinationen von Wegen. Wählen Sie weniger Wege oder andere Zahlen. Es wurde nichts gesendet.',
  'failure.escrow-needed':
    'Es können zwischen 2 und {$methods :integer} der Wege verlangt werden. Es wurde nichts gesendet.',
  'failure.escrow-no-place-for':
    'Keiner dieser Orte bietet diesen Weg: {$type :way}. Nehmen Sie einen anderen Weg, oder fügen Sie einen Ort hinzu. Es wurde nichts gesendet.',
  'failure.escrow-place': '{$place :place} lässt sich jetzt nicht benutzen. {$why :said}',
  'failure.escrow-asks': 'Es würde {$total :said} kosten, was nicht vereinbart ist. Es wurde nichts gesendet.',
  'failure.escrow-other-person':
    'Mit diesen Angaben wird an den Orten nichts von dieser Wallet gefunden. Sehen Sie nach, ob sie so dastehen wie damals. Es wurde nichts geändert.',
  'failure.escrow-unproven':
    'Kein Ort konnte gefragt werden, ob es dieselben Angaben sind wie damals. Versuchen Sie es wieder, wenn einer antwortet. Es wurde nichts geändert.',
};
