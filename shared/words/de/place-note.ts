// SPDX-License-Identifier: GPL-3.0-or-later
import type { placeNote as en } from '../en/place-note.ts';

export const placeNote: Readonly<Record<keyof typeof en, string>> = {
  'trouble.unreachable': 'Er war nicht erreichbar.',
  'trouble.timeout': 'Er hat innerhalb von {$afterMs :span} nicht geantwortet.',
  'trouble.server-trouble': 'Dort gibt es eine Störung.',
  'trouble.too-large': 'Die Antwort ist größer als {$limitBytes :bytes}.',
  'trouble.unreadable': 'Die Antwort ist nicht zu lesen.',
  'trouble.redirected': 'Diese Wallet wird woandershin geschickt.',
  'trouble.refused': 'Die Anfrage wird abgelehnt.',
  'trouble.between':
    'Jemand dazwischen antwortet an seiner Stelle: ein Netz, das erst eine Anmeldung will, ein Proxy oder ein Wartungshinweis. Was er hat, wurde nicht gelesen.',
  'trouble.no-escrow-service': 'Er antwortet nicht wie einer.',
  'trouble.no-service': 'Die Antwort ist nicht die eines Diensts, der Kopien aufbewahrt.',
  'trouble.other-version':
    'Dort wird eine Sprache gesprochen, die dieses Holdfast nicht kennt (Version {$version :version}).',
  'trouble.unasked-unchanged': 'Die Antwort „unverändert“ kam, ohne dass danach gefragt war.',
  'trouble.bad-signature':
    'Die Unterschrift dieser Wallet wird nicht anerkannt. Ist die Adresse geschrieben wie bisher?',
  'trouble.damaged-in-transit': 'Was geschickt wurde, kam zweimal beschädigt an.',
  'trouble.payment-service-silent': 'Der Zahlungsdienst dort antwortet nicht.',
  'trouble.closing': 'Der Dienst schließt.',
  'trouble.shut-out.password': 'Benutzername und Passwort werden nicht anerkannt.',
  'trouble.shut-out.permission': 'Dieser Benutzer darf dort nicht lesen und schreiben.',
  'trouble.no-address': 'Das ist keine Webadresse.',
  'trouble.confirmed-and-lacks': 'Die Kopie wurde bestätigt und ist nicht da.',
  'trouble.asks-again': 'Es wird immer wieder Geld verlangt.',
  'trouble.asks-for-paid': 'Es wird noch einmal verlangt, was schon bezahlt ist.',
  'trouble.contradicts-itself': 'Die Angaben darüber, was dort liegt, widersprechen sich.',
  'trouble.unnamed-payment': 'Es wird eine Zahlung verlangt, ohne zu sagen, welche.',
  'trouble.sealed-by-other': 'Was dort liegt, ist beschädigt oder wurde nicht von dieser Wallet versiegelt.',
  'trouble.unpacks-too-large': 'Was dort liegt, ist ausgepackt größer, als es sein darf.',
  'trouble.not-confirmed':
    'Nur eine Kopie nennt seine Adresse, die nicht verschlüsselt ist oder in einem privaten Netz liegt. Dorthin wird nichts gesendet, bis Sie ihn unter dieser Adresse noch einmal hinzufügen.',
  'trouble.inner-address': 'Bezahlt werden soll an einer Adresse, die nicht genannt werden darf.',
  'trouble.listing-unreadable': 'Die Liste des Ordners ist nicht zu lesen.',
  'trouble.folder-too-full': 'Im Ordner liegt zu viel. Holdfast braucht einen eigenen.',
  'trouble.answers-page': 'Die Antwort ist eine Seite und nicht die eines WebDAV-Servers.',
  'trouble.no-such-folder': 'Diesen Ordner gibt es auf dem Server nicht.',
  'trouble.no-webdav': 'An dieser Adresse wird kein WebDAV gesprochen.',
  'trouble.folder-above-missing': 'Der Ordner darüber ist nicht da.',
  'trouble.changed-meanwhile': 'Was dort liegt, hat sich gerade geändert.',
  'trouble.file-locked': 'Ein anderes Programm hat dort eine Datei gesperrt.',
  'trouble.storage-full': 'Der Speicher dort ist voll.',
  'trouble.odd-answer': 'Die Antwort passt zu keiner Frage dieser Wallet.',
  'trouble.redirected-to':
    'Diese Wallet wird zu {$to :quote} geschickt. Fügen Sie den Ort mit dieser Adresse noch einmal hinzu, wenn sie stimmt.',
  'trouble.no-https': 'Das ist keine https-Adresse.',
  'trouble.neither-service-nor-webdav':
    'Die Antwort ist weder die eines Diensts, der Kopien aufbewahrt, noch die eines WebDAV-Ordners.',
  'trouble.other-login': 'Er verlangt eine Anmeldung, die Holdfast nicht beherrscht (nur Basic, über https).',
  'trouble.folder-full': 'Der Datenträger des Ordners ist voll.',
  'trouble.folder-closed.reading': 'Im Ordner darf Holdfast nicht lesen.',
  'trouble.folder-closed.writing': 'In den Ordner darf Holdfast nicht schreiben.',
  'trouble.folder-missing': 'Der Ordner ist nicht da. Ist das Laufwerk angeschlossen?',
  'trouble.folder-failed.reading': 'Der Ordner ließ sich nicht lesen.',
  'trouble.folder-failed.writing': 'In den Ordner ließ sich nicht schreiben.',
  'trouble.folder-own':
    'Das ist der Ordner der Wallet selbst: Eine Kopie darin geht mit der Wallet verloren. Wählen Sie einen Ordner auf einem anderen Datenträger.',
  'trouble.folder-is-file': 'Das ist eine Datei, kein Ordner.',
  'trouble.folder-lost-marker': 'Dem Ordner fehlt seine Kennzeichnungsdatei.',
  'trouble.folder-other': 'Dort ist jetzt ein anderer Ordner für Kopien.',
  'trouble.folder-foreign-marker': 'Die Kennzeichnungsdatei dort stammt nicht von Holdfast.',
  'trouble.folder-unknown-here':
    'Wo dieser Ordner auf diesem Computer liegt, ist nicht bekannt. Fügen Sie ihn noch einmal hinzu.',
  'trouble.folder-not-intact': 'Keine der {$copies :integer} Kopien im Ordner ist unversehrt.',
  'trouble.folder-damaged': 'Die Kopien im Ordner sind beschädigt. Sie blieben, wie sie sind.',
  'trouble.folder-crowded': 'Im Ordner liegen mehr neueste Kopien, als Geräte geschrieben haben können.',
  'trouble.place-busy': 'Dort schreibt gerade ein anderes Programm.',
  'trouble.marker-refused': 'Selbst eine kleine Datei wird abgelehnt.',
  'trouble.marker-lost': 'Eine kleine Datei wurde bestätigt und ist nicht da.',
  'trouble.neither-folder-nor-address': 'Das ist weder ein vorhandener Ordner noch eine Webadresse.',
  'trouble.older': '{$text :quote}',

  'ask.no-consent':
    'Dieser Ort verlangt eine Zahlung, und es wurde kein Preis vereinbart. Es wurde nichts gezahlt; fügen Sie ihn noch einmal hinzu, um einem Preis zuzustimmen.',
  'ask.fee-above-cap':
    'Dieser Ort verlangt jetzt {$fee :amount} im Jahr, zugestimmt haben Sie höchstens {$cap :amount}. Es wurde nichts gezahlt: Stimmen Sie dem neuen Preis zu, oder entfernen Sie den Ort.',
  'ask.other-currency':
    'Dieser Ort verlangt {$fee :amount}, zugestimmt haben Sie {$cap :amount}. Es wurde nichts gezahlt; fügen Sie ihn noch einmal hinzu, um zuzustimmen, oder entfernen Sie ihn.',
  'ask.costs-too-much':
    'Die {$fee :amount} zu zahlen würde mit Gebühren {$total :amount} kosten: mehr, als Sie zugestimmt haben. Es wurde nichts gezahlt; fügen Sie den Ort mit einer Grenze von mindestens {$total :amount} noch einmal hinzu, oder verwenden Sie zuerst kleinere Beträge.',
  'ask.order-differs':
    'Angekündigt sind {$announced :amount} im Jahr, verlangt werden {$asked :amount}. Es wurde nichts gezahlt; es wird später noch einmal gefragt. Bleibt es so, entfernen Sie den Ort.',
  'ask.paid-already':
    'Es wird eine weitere Zahlung verlangt, obwohl bis {$until :day} bezahlt ist. Es wurde nichts gezahlt; fügen Sie den Ort noch einmal hinzu, um ein weiteres Jahr zu zahlen, oder entfernen Sie ihn.',
  'ask.paid-unconfirmed':
    'Bezahlt und nicht bestätigt: Dieser Ort hat {$taken :amount} für die Bestellung {$orderId :name} genommen und bestreitet es. Für dieses Jahr wird ihm nichts mehr gezahlt. Zeigen Sie ihm die Bestellung; fügen Sie ihn nur dann noch einmal hinzu, wenn Sie noch einmal zahlen wollen, oder entfernen Sie ihn.',
  'ask.clock-differs':
    'Die Uhr dieses Computers sagt {$here :time}, dieser Ort sagt {$there :time}. Es wurde nichts gezahlt: Stellen Sie die Uhr richtig, dann wird das nächste Jahr bezahlt, wenn es so weit ist. Geht die Uhr richtig, fügen Sie den Ort noch einmal hinzu.',
  'ask.too-many-orders':
    'Es wurde eine Zahlung nach der anderen verlangt, und keine ließ sich ausführen. Es wurde nichts gezahlt; fügen Sie den Ort noch einmal hinzu, um es wieder zu versuchen, oder entfernen Sie ihn.',
  'ask.closing': 'Der Dienst schließt. Bitte wählen Sie einen anderen Ort.',

  'placeNote.found-old-copy':
    'Dort lag eine ältere Kopie als die bestätigte. Die aktuelle wurde noch einmal gesichert und zurückgelesen; überlegen Sie, einen anderen Ort zu nehmen.',
  'placeNote.found-lost':
    'Dort war die Kopie verloren gegangen. Sie wurde noch einmal gesichert und zurückgelesen; überlegen Sie, einen anderen Ort zu nehmen.',
  'placeNote.renewal': 'Das nächste Jahr ließ sich nicht im Voraus bezahlen. {$why :said}',
  'placeNote.conflict':
    'Ein anderes Gerät dieser Wallet sichert zur selben Zeit. Beide Kopien bleiben und werden beim nächsten Mal vereinigt.',
  'placeNote.old-copy':
    'Dort liegt eine ältere Kopie als die bestätigte; dieser Ort schützt Ihr Geld jetzt nicht. Es wird später noch einmal gefragt.',
  'placeNote.lost': 'Dort ist die Kopie verloren gegangen. {$why :said}',
  'placeNote.stands-still': 'Dieses Gerät ist nicht das aktive, es sichert dort also nichts.',
  'placeNote.unpaid': 'Dieser Ort will zuerst bezahlt werden. {$why :said}',
  'placeNote.paying': 'Die Zahlung ist unterwegs; die Kopie folgt, wenn sie angekommen ist.',
  'placeNote.asks': '{$why :said}',
  'placeNote.unopened':
    'Was dort liegt, lässt sich nicht öffnen. {$why :said} Es wurde weder verwendet noch überschrieben, und andere Orte sind nicht betroffen.',
  'placeNote.legacy-format':
    'Dort liegt eine Kopie der Wallet von GNU Taler aus dem Jahr 2022 (TLRWBK01). Sie wurde nicht überschrieben; „Von der Wallet von GNU Taler kommen“ holt ihr Geld.',
  'placeNote.real-money-there':
    'In der Kopie dort ist echtes Geld, das auf einem anderen Gerät dazukam, und diese Wallet spielt: Nichts wurde zusammengeführt und nichts überschrieben. Hören Sie auf der Seite „Geld“ mit Spielgeld auf und stellen Sie die Wallet dann mit Ihrem Notfallblatt wieder her.',
  'placeNote.newer-format':
    'Dort hat ein neueres Holdfast geschrieben (Format {$version :integer}). Es wurde nicht überschrieben; bitte aktualisieren Sie.',
  'placeNote.too-large':
    'Die Kopie ist größer, als dieser Ort annimmt; es wird nichts mehr dorthin geschickt, bis sie kleiner ist. Fügen Sie einen anderen Ort hinzu, der größere nimmt; andere Orte sind nicht betroffen.',
  'placeNote.half-full':
    'Die Kopie füllt {$percent :integer} % dessen, was dort Platz hat: {$limitBytes :bytes}. Suchen Sie rechtzeitig einen Ort mit mehr Platz.',
  'placeNote.nearly-full':
    'Die Kopie füllt {$percent :integer} % dessen, was dort Platz hat: {$limitBytes :bytes}. Fügen Sie jetzt einen Ort mit mehr Platz hinzu: Ist er voll, wird dort nichts Neues mehr gesichert.',
  'placeNote.silent': '{$why :said} Das heißt nicht, dass die Kopie weg ist.',
  'placeNote.unverified': 'Die Kopie wurde gesichert, ließ sich aber nicht zurücklesen. {$why :said}',
  'placeNote.shut-out.password':
    'Benutzername und Passwort werden nicht mehr anerkannt. Was dort liegt, bleibt; fügen Sie den Ort mit den richtigen noch einmal hinzu, oder entfernen Sie ihn.',
  'placeNote.shut-out.permission':
    'Dieser Benutzer darf dort nicht lesen und schreiben. Was dort liegt, bleibt; ändern Sie das auf dem Server, oder entfernen Sie den Ort.',
  'placeNote.needs-newer':
    'Ein neueres Holdfast hat diesen Ort hinzugefügt, und dieses kann nicht mit ihm sprechen. Er wurde nicht gefragt und bekommt von hier keine Kopien; bitte aktualisieren Sie.',
  'placeNote.not-ours': 'Das ist keiner der Orte dieser Wallet, es wurde also nichts dorthin geschickt.',
  'placeNote.misbehaved': 'Die Antwort von dort kann nicht stimmen. {$why :said}',
  'placeNote.year-over': 'Das bezahlte Jahr endete am {$until :day}. Die Kopie kann dort jederzeit gelöscht werden.',
  'placeNote.year-renews':
    'Bezahlt ist bis {$until :day}. Das nächste Jahr wird vorher von selbst bezahlt, und nie über dem, was Sie vereinbart haben.',
  'placeNote.year-ends': 'Bezahlt ist nur noch bis {$until :day}.',
  'placeNote.year-ends-in':
    '.input {$days :integer} .match $days one {{Bezahlt ist bis {$until :day}: noch {$days} Tag, und das nächste Jahr ist noch nicht bezahlt.}} * {{Bezahlt ist bis {$until :day}: noch {$days} Tage, und das nächste Jahr ist noch nicht bezahlt.}}',
  'placeNote.year-lacks':
    'Das nächste Jahr kostet {$fee :amount}, und hier ist nur {$have :amount}: Fügen Sie Geld hinzu.',
  'placeNote.older': '{$text :quote}',

  'removal.would-lose': 'Danach wären {$lost :said} verloren, wenn dieser Computer kaputtginge.',
  'removal.last-place': 'Das ist der letzte Ort. Danach gibt es außerhalb dieses Computers nichts mehr von der Wallet.',
  'removal.leaves': 'Danach gälte: {$why :said}',
  'removal.too-few':
    'Sie wollen {$wanted :integer} Kopien; danach gibt es {$there :integer} Orte, und neues Geld wartet.',
  'removal.sheet-suffices': 'Ihr am {$tested :day} geprüftes Blatt nennt ihn und führt auch ohne ihn noch zu allem.',
  'removal.sheet-leads-nowhere':
    'Ihr am {$tested :day} geprüftes Blatt nennt keinen anderen Ort mit einer Kopie: Drucken Sie zuerst ein neues und lesen Sie es zurück.',
  'removal.paid-until': 'Bezahlt ist bis {$until :day}; davon kommt nichts zurück.',
  'removal.removed': '{$name :place} bekommt keine Kopien mehr.',
  'removal.keeps-copy': 'Dort liegt noch die letzte versiegelte Kopie; niemand außer Ihnen kann sie öffnen.',
  'removal.keeps-copy+until': 'Bezahlt ist bis {$until :day}.',
  'removal.none-left': 'Es gibt keinen Ort für Kopien mehr.',
  'removal.none-left+lost': 'Ginge dieser Datenträger jetzt kaputt, wären {$lost :said} verloren.',

  'mark.folder-not-here': 'Der Ordner ist nicht hier.',
  'mark.needs-newer': 'Dazu braucht es ein neueres Holdfast; dieser Ort erfährt nichts davon.',
  'mark.trouble': '{$why :said}',
  'mark.holds-none': 'Dort liegt keine Kopie.',
  'mark.unopened': 'Die Kopie dort lässt sich nicht öffnen und blieb, wie sie ist.',
  'mark.too-large': 'Die Kopie dort ist zu groß, um geändert zu werden.',
  'mark.wants-payment': 'Dort müsste zuerst wieder bezahlt werden, was diese Wallet für eine andere nicht tut.',
  'mark.writes-on': 'Das andere Gerät schreibt dort weiter.',
  'mark.older': '{$text :quote}',
};
