// SPDX-License-Identifier: GPL-3.0-or-later
import type { failureBackup as en } from '../en/failure-backup.ts';

export const failureBackup: Readonly<Record<keyof typeof en, string>> = {
  'failure.not-a-recovery-text':
    'In Zeile {$line :integer} steht nicht HOLDFAST-RECOVERY-1 oder HOLDFAST-SHARE-1; das ist also nicht der Text eines Notfallblatts. Es wurde nichts geändert.',
  'failure.newer-recovery-text':
    'Zeile {$line :integer}: Dieses Blatt stammt von einem neueren Holdfast (Version {$version :integer}). Es wurde nichts geändert; bitte aktualisieren Sie.',
  'failure.recovery-truncated':
    'Der Text endet nach Zeile {$line :integer}: Die Zeile END fehlt, und vielleicht noch mehr davor. Es wurde nichts geändert.',
  'failure.recovery-line': 'Zeile {$line :integer}: {$why :said} Es wurde nichts geändert.',
  'failure.correction-proposed':
    'Der Code passt nicht, so wie er gelesen wurde. Vergleichen Sie mit dem Blatt: {$changes :said} Es wurde nichts geändert.',
  'failure.too-damaged':
    'Vom Code ist mehr falsch oder fehlt mehr, als sich aus dem Rest finden lässt. Lesen Sie ihn Gruppe für Gruppe noch einmal, mit ? für jedes unleserliche Zeichen, oder nehmen Sie den QR-Code oder einen anderen Ausdruck des Blattes. Es wurde nichts geändert.',
  'failure.two-recovery-texts':
    'In diesem Text steht mehr als ein Notfallblatt, ab Zeile {$line :integer} und ab Zeile {$other :integer}, und sie sagen nicht dasselbe. Es wurde nichts geändert; lassen Sie nur das gemeinte stehen.',
  'failure.recovery-too-long':
    'Der Text eines Notfallblatts hat höchstens {$limit :integer} Zeichen. Es wurde nichts geändert.',
  'failure.too-few-shares':
    '.input {$got :integer} .input {$needed :integer} .match $got one {{Von der Aufteilung {$split :code} sind {$needed} Teile nötig, und einer ist da: Nummer {$there :codes}. Allein verrät er nichts. Es wurde nichts geändert; nehmen Sie die anderen dazu.}} * {{Von der Aufteilung {$split :code} sind {$needed} Teile nötig, und {$got} sind da: die Nummern {$there :codes}. Es wurde nichts geändert; nehmen Sie noch einen dazu.}}',
  'failure.same-share-twice':
    'Teil {$share :integer} der Aufteilung {$split :code} ist schon da. Nötig sind {$needed :integer} verschiedene. Es wurde nichts geändert.',
  'failure.share-of-another-split':
    'Teil {$share :integer} gehört zur Aufteilung {$split :code}, die anderen zur Aufteilung {$other :code}. Nur Teile derselben Aufteilung passen zusammen. Es wurde nichts geändert.',
  'failure.share-contradicts':
    'Teil {$share :integer} nennt sich einen der Aufteilung {$split :code} und passt nicht zu den anderen: Er gehört zu einer anderen Wallet oder ist nicht, was gedruckt wurde. Es wurde nichts geändert.',
  'failure.sheet-among-shares':
    'In Zeile {$line :integer} beginnt zwischen den Teilen ein ganzes Notfallblatt. Ein Blatt braucht keine anderen: Lassen Sie nur das eine oder die anderen stehen. Es wurde nichts geändert.',
  'failure.too-many-shares': 'Es werden höchstens {$limit :integer} Teile zusammen gelesen. Es wurde nichts geändert.',
  'failure.malformed-recovery-uri.action': 'Diese taler://-Adresse ist für etwas anderes. Es wurde nichts geändert.',
  'failure.malformed-recovery-uri.pay':
    'Das ist ein Link zum Bezahlen. Er gehört auf die Seite „Bezahlen“, zu der die Übersicht führt. Es wurde nichts geändert und nichts bezahlt.',
  'failure.malformed-recovery-uri.key':
    'Das Geheimnis in dieser Adresse hat eine falsche Länge; vielleicht ist sie abgeschnitten. Es wurde nichts geändert.',
  'failure.malformed-recovery-uri.providers':
    'Ein Ort in dieser Adresse ist keine Webadresse. Es wurde nichts geändert.',
  'failure.malformed-recovery-uri.encoding':
    'In dieser Adresse steht ein Prozentzeichen allein. Es wurde nichts geändert.',
  'failure.malformed-recovery-uri.length': 'Diese Adresse ist zu lang. Es wurde nichts geändert.',
  'failure.malformed-recovery-uri.scheme': 'Das beginnt nicht wie eine taler://-Adresse. Es wurde nichts geändert.',
  'failure.malformed-recovery-uri.segments':
    'Zwischen dem Geheimnis und den Orten in dieser Adresse steht etwas. Es wurde nichts geändert.',
  'failure.malformed-recovery-uri.base-url':
    'Eine Adresse in diesem Text ist nicht zu lesen. Es wurde nichts geändert.',

  'correction.differs':
    'Gruppe {$group :integer}: Gelesen wurde {$typed :name}, auf dem Blatt müsste {$proposed :name} stehen.',
  'correction.unread': 'Gruppe {$group :integer} wurde nicht gelesen; dort müsste {$proposed :name} stehen.',
  'correction.extra': 'Eine Gruppe wurde gelesen, die nicht dorthin gehört: {$typed :name}.',
  'correction.swapped': 'Die Gruppen {$group :integer} und {$other :integer} sind vertauscht.',

  'correction.in-share': 'In Teil {$share :integer}:',

  'typing.look-alike':
    'Gruppe {$group :integer}: Der Code hat kein {$typed :name}. Was so aussieht, ist {$meant :name}.',
  'typing.no-letter': 'Gruppe {$group :integer}: Der Code hat kein {$typed :name}.',
  'typing.beginning': 'Der Code beginnt mit {$begin :code}.',
  'typing.short':
    '.input {$got :integer} .input {$expected :integer} .match $expected one {{Dort steht {$expected} Zeichen, getippt wurden {$got}.}} * {{Dort stehen {$expected} Zeichen, getippt wurden {$got}.}}',
  'typing.long':
    '.input {$got :integer} .input {$expected :integer} .match $expected one {{Dort steht {$expected} Zeichen, getippt wurden {$got}.}} * {{Dort stehen {$expected} Zeichen, getippt wurden {$got}.}}',

  'recoveryLine.date-shape': 'Das Datum schreibt man wie 2026-11-23.',
  'recoveryLine.too-many-providers': 'Ein Blatt nennt höchstens {$limit :integer} Orte.',
  'recoveryLine.unknown-beginning':
    'Diese Zeile hat keinen bekannten Anfang (wallet:, date:, sheet:, share:, secret …:, provider …:).',
  'recoveryLine.no-secret': 'Davor fehlen die Zeilen, die mit „secret“ beginnen.',
  'recoveryLine.providers-missing':
    'Angekündigt sind {$announced :integer} Orte (provider), da sind {$there :integer}.',
  'recoveryLine.other-sheet-number': 'Diese Blattnummer ist nicht die im Geheimnis. Sind zwei Blätter vermischt?',
  'recoveryLine.group-numbers': 'Die Nummern der Gruppen schreibt man wie „secret 01-05:“.',
  'recoveryLine.groups-missing': 'Vor dieser Zeile fehlen die Gruppen {$first :integer} bis {$last :integer}.',
  'recoveryLine.other-group': 'Diese Zeile sollte mit Gruppe {$group :integer} beginnen.',
  'recoveryLine.group-length':
    'Die Gruppen {$first :integer} bis {$last :integer} haben {$expected :integer} Zeichen, diese Zeile hat {$got :integer}.',
  'recoveryLine.group-of-five': 'Jede Gruppe hat fünf Zeichen, und diese Zeile hat zusammen {$got :integer} Zeichen.',
  'recoveryLine.share-shape': 'Diese Zeile schreibt man wie „share: 2 of 5, 3 needed, split K7Q2“.',
  'recoveryLine.other-share':
    'Diese Zeile spricht nicht von dem Teil, dessen Code hier steht. Sind zwei Teile vermischt?',
  'recoveryLine.secret-length': 'Das Geheimnis hat eine falsche Länge.',
  'recoveryLine.prefix': 'Das Geheimnis beginnt mit HOLD1.',
  'recoveryLine.unused-character':
    'In Gruppe {$group :integer} steht ein Zeichen, das nie vorkommt (es gibt kein B, I, O und keine 1).',
  'recoveryLine.characters-of-secret':
    'Das Geheimnis hat {$got :integer} Zeichen; richtig wäre eine dieser Zahlen: {$expected :codes}.',
  'recoveryLine.misplaced-character': 'In Gruppe {$group :integer} steht ein Zeichen, das dort nicht stehen kann.',
  'recoveryLine.provider-numbers': 'Die Orte sind nummeriert wie „provider 1 of 2:“.',
  'recoveryLine.provider-expected': 'Hier müsste provider {$number :integer} stehen.',
  'recoveryLine.no-address': 'Das ist keine Adresse.',
  'recoveryLine.address-check': 'Die Adresse passt nicht zu den vier Zeichen dahinter.',

  'failure.wrong-backup-state.initialized':
    'Diese Wallet hat schon eigene Kopien, deshalb wurde nichts geändert. Nehmen Sie eine neue Wallet, oder übernehmen Sie jene in diese.',
  'failure.wrong-backup-state.uninitialized':
    'Diese Wallet hat noch keinen Ort für Kopien. Es wurde nichts geändert; fügen Sie zuerst einen hinzu, oder übernehmen Sie die Wallet mit ihrem Notfallblatt.',
  'failure.money-here':
    'In dieser Wallet ist schon Geld, oder sie wartet darauf, und wer jene andere Wallet auch öffnen kann, könnte es nach einer Wiederherstellung ausgeben. Es wurde nichts geändert. Stellen Sie in einer leeren Wallet wieder her, oder übernehmen Sie die andere: Dann bleibt diese eine eigene Wallet, und das Geld der anderen wird in sie gezahlt.',
  'failure.money-here+here': 'In dieser Wallet hier liegen {$here :said}.',
  'failure.money-here+coming':
    'Sie wartet auf {$coming :said}. Wurde dieses Geld nie abgeschickt, beenden Sie die Abhebung oder ziehen Sie die Anforderung zurück; dann zählt es nicht mehr.',
  'failure.issuer-not-allowed':
    'Die Kopien jener Wallet nennen einen Herausgeber ({$host :host}), zu dem sie nicht führen dürfen: Seine Adresse ist nicht verschlüsselt oder liegt in einem privaten Netz. Er wurde nicht gefragt, und es wurde nichts geändert. Wenn Sie ihn kennen, fügen Sie ihn erst dieser Wallet hinzu und versuchen Sie es noch einmal.',
  'failure.too-many-issuers':
    'Die Kopien jener Wallet nennen {$named :integer} Herausgeber, die diese Wallet nicht kennt; nach höchstens {$limit :integer} wird gefragt. Keiner wurde angesprochen, und es wurde nichts geändert. Keine ehrliche Wallet braucht so viele.',
  'failure.takeover-asks':
    'Nach ihren Kopien enthält jene Wallet {$there :said}, bei {$issuers :hosts}. Das Geld wird in diese gezahlt, denn sonst könnte es ausgeben, wer jene Wallet auch öffnen kann. Noch wurde nichts geändert.',
  'failure.takeover-asks+fees': 'Die Zahlung kostet bis zu {$fees :said}.',
  'failure.takeover-asks+stays':
    '{$stays :said} davon können jetzt nicht herübergezahlt und auch danach von jedem ausgegeben werden, der jene Wallet öffnen kann.',
  'failure.takeover-asks+silent':
    '{$silent :hosts} hat nicht geantwortet. Was dort liegt, kann deshalb jetzt nicht herübergezahlt werden. Versuchen Sie es später noch einmal, wenn Sie warten können.',
  'failure.takeover-asks+unsaved':
    '{$unsaved :name} hat jene Wallet nicht verlassen. Was dieses Gerät nicht gesichert hat, etwa ohne Sicherung abgehobenes Geld, kennt keine Kopie: Es ist in der Summe nicht enthalten und bleibt auf jenem Gerät.',
  'failure.drill-running': 'Eine Probe läuft schon. Warten Sie, bis sie fertig ist, oder beenden Sie sie.',
  'failure.drill-stopped':
    'Die Probe wurde beendet, bevor sie fertig war. Nichts wurde geändert; was anderswo aufbewahrt wird, ist wie vorher.',
  'failure.restore-stopped':
    'Die Wiederherstellung wurde beendet, bevor etwas gekommen war. Nichts wurde geändert; was Ihre Orte aufbewahren, ist wie vorher.',
  'failure.restore-running':
    'Eine Wiederherstellung oder Übernahme läuft schon. Es wurde nichts geändert; warten Sie, bis sie fertig ist.',
  'failure.wrong-device-state': '{$standing :said} Es wurde nichts geändert.',
  'failure.not-abandoned.active':
    '{$device :name} verwendet diese Wallet noch, und zwei Geräte, die dasselbe Geld ausgeben, kommen sich in die Quere. Verlassen Sie die Wallet zuerst dort. Oder übernehmen Sie sie trotzdem: Dann hört jenes Gerät auf, sobald es davon erfährt, und was es nicht gesichert hat, bleibt auf ihm. Es wurde nichts geändert.',
  'failure.not-abandoned.leaving':
    '{$device :name} verlässt diese Wallet gerade und ist noch nicht fertig. Beenden Sie das zuerst dort. Oder übernehmen Sie sie trotzdem: Was jenes Gerät nicht gesichert hat, bleibt auf ihm. Es wurde nichts geändert.',
  'failure.not-abandoned.taken-over':
    'Diese Wallet wurde schon einmal übernommen, ihr Geld ist also wahrscheinlich anderswo. Sie können sie trotzdem übernehmen. Es wurde nichts geändert.',
  'failure.not-abandoned+lastWroteAt': 'Die letzte Änderung dort war am {$lastWroteAt :time}.',
  'failure.not-empty.still': 'Diese Wallet ist noch nicht leer. Es wurde nichts geändert; leeren Sie sie noch einmal.',
  'failure.not-empty.too-late':
    'Zum Aufhören ist es zu spät: Diese Wallet wurde geleert und wird verlassen. Es wurde nichts geändert.',
  'failure.not-empty.came-in':
    'Während diese Wallet verlassen wurde, kam Geld herein; sie bleibt deshalb. Es ging nichts verloren; leeren Sie sie noch einmal.',
  'failure.not-empty.began':
    'Während diese Wallet verlassen wurde, begann etwas Neues; sie bleibt deshalb. Es ging nichts verloren; leeren Sie sie noch einmal.',
  'failure.not-empty+left': 'Noch hier: {$left :said}.',
  'failure.no-undo':
    'Hier lässt sich keine Wiederherstellung oder Übernahme rückgängig machen, oder ihre 30 Tage sind um. Es wurde nichts geändert.',
  'failure.undo-would-lose':
    'Das würde Sie {$lost :said} kosten: Kein Blatt, das hier zurückgelesen wurde, führt zu einer Kopie davon. Warten Sie, bis die Kopien aktuell sind, prüfen Sie Ihr Blatt und versuchen Sie es dann noch einmal. Es wurde nichts geändert.',
  'failure.undo-nothing':
    'Es gibt nichts rückgängig zu machen: Alles, was von der anderen Wallet kam, bleibt hier, denn nur diese Wallet kann es jetzt zurückbringen. Es wurde nichts geändert.',
  'failure.undo-nothing+there':
    'Es gibt nichts rückgängig zu machen: Die {$there :said} von der anderen Wallet wurden an diese gezahlt oder seither gebraucht, und nur diese Wallet kann sie zurückbringen. Es wurde nichts geändert, kein Geld ist in Gefahr.',
  'failure.undo-unheard':
    'Kein Ort der anderen Wallet gab eine Kopie heraus. So weiß niemand, was ihr Blatt noch zurückbringt, und was von ihr kam, bleibt hier. Versuchen Sie es wieder, wenn ihre Orte erreichbar sind. Es wurde nichts geändert.',
  'failure.undo-unheard+places':
    'Diese Orte der anderen Wallet haben nicht geantwortet: {$places :places}. Ohne Kopie weiß niemand, was ihr Blatt noch zurückbringt, also bleibt hier, was von ihr kam. Versuchen Sie es wieder, wenn sie erreichbar sind. Es wurde nichts geändert.',
  'failure.empty-name': 'Ein Name braucht Buchstaben, die man sieht. Es wurde nichts geändert.',
  'failure.other-sheet':
    'Dieses Blatt gehört zu einer anderen Wallet. Was hier ist, bringt es nicht zurück. Es wurde nichts geändert.',
  'failure.void-sheet':
    'Dieses Blatt ist seit {$at :time} ungültig: Damals wurde ein neues Geheimnis gemacht, und nur dessen Blatt bringt das Geld zurück. Vernichten Sie dieses. Es wurde nichts geändert.',
  'failure.rekey-asks':
    'Ein neues Geheimnis kostet inzwischen {$total :said}, alles zusammen. Es wurde nichts geändert; stimmen Sie dem zuerst zu.',
  'failure.rekey-running':
    'Ein neues Geheimnis wird schon gemacht. Es wurde nichts geändert; lassen Sie es weitergehen.',
  'failure.no-rekey': 'Es wird kein neues Geheimnis gemacht. Es wurde nichts geändert.',
  'failure.rekey-too-late':
    'Das alte Geheimnis lässt sich nicht mehr behalten: Es ist schon Geld zum neuen umgezogen, oder ein anderes Gerät macht mit dem neuen Blatt weiter. Es wurde nichts geändert; machen Sie weiter, und drucken Sie das neue Blatt.',
  'failure.own-sheet':
    'Das ist das Notfallblatt genau dieser Wallet. Um dieses Gerät zum aktiven zu machen, behalten Sie dieses Gerät. Es wurde nichts geändert.',
  'failure.newer-wallet-there':
    'Ein neueres Holdfast hat in jene Wallet etwas geschrieben, was dieses nicht von Geld unterscheiden kann; sie wurde deshalb nicht übernommen und nichts geändert. Bitte aktualisieren Sie, und übernehmen Sie sie dann.',
  'failure.password-refused':
    '{$target :place} erkennt Benutzername und Passwort nicht an. Es wurde nichts geändert; viele Server wollen hier ein App-Passwort, das man dort in den Einstellungen unter „Sicherheit“ anlegt.',
  'failure.password-in-address':
    'In dieser Adresse stehen Benutzername oder Passwort, wo andere sie sehen können. Es wurde nichts geändert; geben Sie nur die Adresse an, und antworten Sie, wenn Sie danach gefragt werden.',
  'failure.needs-https':
    'An {$target :place} wird ein Passwort geschickt, deshalb muss die Adresse mit https:// beginnen. Es wurde nichts geändert.',
  'failure.not-stored':
    'Es gibt nicht genügend geprüfte Kopien von allem; deshalb wurde nichts begonnen und nichts vergessen. Versuchen Sie es später noch einmal.',
  'failure.not-stored+places': 'Keine Kopie von eben: {$places :places}.',
  'failure.no-provider-there': '{$target :place} ist kein Ort für Kopien: {$why :said} Es wurde nichts geändert.',
  'failure.place-unusable': '{$target :place} kann so keine Kopien aufbewahren: {$why :said} Es wurde nichts geändert.',
  'failure.provider-silent':
    '{$target :place} gibt keine Antwort: {$why :said} Es wurde nichts geändert; prüfen Sie die Adresse, oder versuchen Sie es später noch einmal.',
  'failure.malformed-max-fee': '{$text :name} ist kein Betrag wie KUDOS:0.5. Es wurde nichts geändert.',
  'failure.no-price-agreed':
    'Dieser Ort verlangt {$fee :amount} im Jahr, und es wurde keine Grenze vereinbart. Es wurde nichts geändert; fügen Sie ihn mit einer Grenze hinzu.',
  'failure.fee-above-cap':
    'Dieser Ort verlangt {$fee :amount} im Jahr, das liegt nicht in Ihrer Grenze von {$cap :amount}. Es wurde nichts geändert.',
  'failure.unknown-provider': '{$id :place} ist keiner der Orte dieser Wallet. Es wurde nichts geändert.',
  'failure.too-many-providers':
    'Eine Wallet hat höchstens {$limit :integer} Orte für Kopien. Es wurde nichts geändert.',
  'failure.takes-no-fee': 'Dieser Ort verlangt nichts, also gibt es keine Grenze. Es wurde nichts geändert.',
  'failure.no-year-to-renew':
    'An diesen Ort wurde noch nie etwas bezahlt, also gibt es kein Jahr zu verlängern. Es wurde nichts bezahlt.',
  'failure.year-not-ending':
    'Er ist bis {$until :day} bezahlt. Das nächste Jahr kann ab {$from :day} bezahlt werden. Es wurde nichts bezahlt.',
  'failure.no-such-place':
    '{$text :name} ist keine Adresse eines Orts für Kopien: Das ist eine Webadresse wie https://sync.example.org/. Es wurde nichts geändert; berichtigen Sie sie, oder lassen Sie sie weg.',
  'failure.nowhere-to-restore-from':
    'Das Blatt, oder was davon gelesen wurde, nennt keinen Ort mit Kopien. Es wurde nichts geändert; nennen Sie die Adresse eines solchen Orts, oder zeigen Sie auf einen Ordner, in dem eine liegt.',
  'failure.nothing-restored':
    'Es wurde keine brauchbare Kopie gefunden. {$places :said} Es wurde nichts geändert; bewahren Sie das Blatt auf.',
  'failure.nothing-restored+silent':
    'Hier könnte noch eine Kopie sein: {$silent :places}. Stecken Sie einen Ordner, der fehlt, an oder zeigen Sie auf ihn; einen Ort im Netz fragen Sie später noch einmal.',

  'place.empty': '{$place :place} hat keine. {$why :said}',
  'place.silent': '{$place :place} gibt keine Antwort. {$why :said}',
  'place.unusable': '{$place :place} hat eine, die sich nicht verwenden lässt. {$why :said}',
  'source.point-at-folder': 'Diese Kopien liegen in einem Ordner: Zeigen Sie darauf.',
  'source.renamed':
    'Die Dateien hießen anders, oder ihnen fehlte die Markierung; sie wurden trotzdem gefunden und gelesen.',
  'source.folder-missing': 'Diesen Ordner gibt es nicht. Ist das Laufwerk angeschlossen?',
  'source.folder-is-file': 'Das ist eine Datei, kein Ordner. Wählen Sie den Ordner, in dem sie liegt.',
  'source.folder-unreadable': 'Dieser Ordner lässt sich nicht lesen. Es wurde nichts darin geändert.',
  'source.folder-without-copies':
    'In diesem Ordner und in den Ordnern direkt darunter sind keine Kopien. Wählen Sie den Ordner mit den Dateien „holdfast-…“.',
  'source.folder-of-others':
    'In diesem Ordner sind Kopien, und dieses Blatt öffnet keine davon: Sie gehören zu einer anderen Wallet oder sind beschädigt.',
  'source.folder-unopened':
    'Keine Datei in diesem Ordner lässt sich als Kopie lesen, und in {$file :file} kann eine sein: Entpacken Sie sie, oder lassen Sie sie von dem Programm laden, das diesen Ordner abgleicht, und suchen Sie noch einmal.',
  'source.folder-crowded':
    'In diesem Ordner liegt mehr, als durchgesehen wird, und keine Kopie darunter. Wählen Sie den Ordner mit den Kopien, oder legen Sie sie in einen eigenen Ordner.',
  'source.trouble': '{$why :said}',
  'source.closing': 'Der Dienst schließt und gab keine Kopie heraus.',
  'source.holds-none': 'Diese Wallet ist dort bekannt, aber es liegt keine Kopie da.',
  'source.account-unknown': 'Diese Wallet ist dort nicht bekannt: Es wurde nie bezahlt, oder die Zeit ist abgelaufen.',
  'source.unusable': '{$why :said}',
  'source.older-joined': 'Es wurde eine ältere Kopie verwendet. {$why :said}',
  'source.behind-itself':
    'Er zeigt eine ältere Kopie als eine, die dort schon abgelegt war. Was fehlt, kam von den anderen Orten, soweit sie es haben; verlassen Sie sich nicht auf diesen.',
  'source.older-than-stored': 'Er zeigt eine ältere Kopie als die, die diese Wallet dort zuletzt abgelegt hat.',
  'source.older-than-others': 'Die Kopie ist älter als die eines anderen Orts; beide wurden vereinigt.',
  'source.older-unread': 'Ältere Kopien sind dort jetzt nicht zu lesen.',
  'source.needs-newer': 'Dazu braucht es ein neueres Holdfast; es wurde nicht gefragt. Bitte aktualisieren Sie.',
  'source.no-password': 'Benutzername und Passwort wurden nicht angegeben.',
  'source.of-holdfast': 'Dort ist eine Kopie von Holdfast.',
  'source.of-that-wallet': 'Dort ist eine Kopie dieser anderen Wallet.',
  'unusable.not-authentic': 'Die Kopie ist beschädigt oder gehört zu einer anderen Wallet.',
  'unusable.newer': 'Die Kopie wurde von einem neueren Holdfast geschrieben; bitte aktualisieren Sie.',
  'unusable.newer-of-theirs':
    'Die Kopie hat eine Version der Wallet von GNU Taler geschrieben, die Holdfast nicht lesen kann.',
  'unusable.legacy-format':
    'Die Kopie stammt von der Wallet von GNU Taler aus dem Jahr 2022 (TLRWBK01). Sie blieb, wie sie ist; „Von der Wallet von GNU Taler kommen“ holt ihr Geld.',
  'unusable.too-large-unpacked': 'Die Kopie ist ausgepackt größer, als sie sein darf.',
  'unusable.malformed': 'Die Kopie ist nicht zu lesen.',
};
