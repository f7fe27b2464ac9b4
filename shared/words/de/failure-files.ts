// SPDX-License-Identifier: GPL-3.0-or-later
import type { failureFiles as en } from '../en/failure-files.ts';

export const failureFiles: Readonly<Record<keyof typeof en, string>> = {
  'failure.already-running':
    'Ein anderes Holdfast verwendet diese Wallet, deshalb startet dieses nicht: Zwei zugleich könnten dasselbe Geld ausgeben. Schließen Sie zuerst das andere; es wurde nichts geändert.',
  'failure.disk-full':
    'Der Datenträger ist voll, deshalb wurde das nicht geschrieben. Es ist kein Geld verloren; schaffen Sie Platz und versuchen Sie es noch einmal.',
  'failure.cannot-open':
    'Die Dateien der Wallet lassen sich nicht öffnen. Es wurde nichts geändert; prüfen Sie, ob der Datenträger angeschlossen ist und Sie darauf schreiben dürfen.',
  'failure.wrong-key':
    'Die Datenbank der Wallet lässt sich mit der Schlüsseldatei daneben nicht öffnen: Eine von beiden gehört zu einer anderen Wallet oder ist beschädigt. Es wurde nichts geändert; legen Sie die passenden Dateien zusammen, oder stellen Sie an einem leeren Ort von Ihrem Notfallblatt wieder her.',
  'failure.encrypted':
    'Die Datenbank der Wallet und die Schlüsseldatei daneben gehören nicht zusammen. Es wurde nichts geändert; legen Sie die passenden Dateien zusammen, oder stellen Sie an einem leeren Ort von Ihrem Notfallblatt wieder her.',
  'failure.not-encrypted':
    'Die Datenbank der Wallet und die Schlüsseldatei daneben gehören nicht zusammen. Es wurde nichts geändert; legen Sie die passenden Dateien zusammen, oder stellen Sie an einem leeren Ort von Ihrem Notfallblatt wieder her.',
  'failure.newer-database':
    'Diese Wallet wurde von einem neueren Holdfast geschrieben, ein älteres darf sie nicht anfassen. Es wurde nichts geändert; installieren Sie die neuere Version.',
  'failure.damaged-database':
    'Die Datenbank der Wallet ist beschädigt. Es wurde nichts geändert; bewahren Sie die Dateien auf, und stellen Sie an einem leeren Ort von Ihrem Notfallblatt wieder her.',
  'failure.no-vault': 'Hier ist keine Wallet. Es wurde nichts geändert.',
  'failure.damaged-vault':
    'Die Schlüsseldatei (wallet-key.json) ist beschädigt. Es wurde nichts geändert; legen Sie eine Kopie davon zurück, oder stellen Sie an einem leeren Ort von Ihrem Notfallblatt wieder her.',
  'failure.costly-vault':
    'Die Schlüsseldatei (wallet-key.json) verlangt für jedes Passwort mehr Rechenarbeit als irgendein Holdfast: Sie wurde bearbeitet. Es wurde nichts versucht oder geändert; legen Sie eine Kopie davon zurück, oder öffnen Sie die Wallet mit Ihrem Notfallblatt.',
  'failure.newer-vault':
    'Die Schlüsseldatei wurde von einem neueren Holdfast geschrieben. Es wurde nichts geändert; installieren Sie die neuere Version.',
  'failure.vault-exists': 'Hier ist schon eine Wallet, und sie wird nie überschrieben. Es wurde nichts geändert.',
  'failure.empty-passphrase': 'Ein leeres Passwort schützt nichts. Es wurde nichts geändert.',
  'failure.wrong-passphrase': 'Das ist nicht das Passwort. Es wurde nichts geöffnet oder geändert.',
  'failure.wrong-passphrase+waitMs': 'Warten Sie {$waitMs :span} bis zum nächsten Versuch.',
  'failure.wait':
    'Zu viele falsche Passwörter: Dieses wurde gar nicht erst probiert. Es wurde nichts geändert; warten Sie {$waitMs :span}.',
  'failure.wrong-root-secret':
    'Dieses Notfallblatt gehört zu einer anderen Wallet. Es wurde nichts geöffnet oder geändert.',
  'failure.keychain-refused.opens':
    'Der Schlüsselbund des Systems gab den Schlüssel nicht heraus. Es ist kein Geld verloren: Öffnen Sie die Wallet als der Benutzer, der sie angelegt hat, oder mit ihrem Notfallblatt.',
  'failure.keychain-refused.unknown':
    'Der Schlüsselbund des Systems gab den Schlüssel nicht heraus, und kein Notfallblatt öffnet diese Wallet hier. Es wurde nichts geändert. Bewahren Sie die Dateien auf, und öffnen Sie die Wallet als der Benutzer und auf dem Computer, die sie angelegt haben; mit einem Notfallblatt stellen Sie an einem leeren Ort wieder her. Ohne diesen Schlüssel und ohne Blatt ist das Geld darin verloren.',
  'failure.no-such-protection':
    'Diese Wallet wird nicht so geöffnet, sondern durch: {$has :codes}. Es wurde nichts geändert.',
  'failure.last-protection':
    'Das ist das einzige Schloss, das noch da ist; ohne es wäre die Wallet verloren. Es bleibt deshalb.',
  'failure.missing-database':
    'Die Schlüsseldatei (wallet-key.json) ist da, die Datenbank dazu (wallet.db) fehlt. Es wurde nichts geöffnet und keine leere Wallet an ihre Stelle gesetzt. Legen Sie wallet.db zurück; ist sie verloren, räumen Sie wallet-key.json weg und stellen von Ihrem Notfallblatt wieder her.',
  'failure.empty-database':
    'Die Datenbank der Wallet (wallet.db) ist leer, obwohl ihre Schlüsseldatei (wallet-key.json) da ist: Was darin war, ist auf diesem Datenträger nicht mehr da. Es wurde nichts geöffnet oder geändert und keine leere Wallet an ihre Stelle gesetzt. Legen Sie eine Kopie von wallet.db zurück, wenn es sie gibt mit wallet.db-wal, oder stellen Sie an einem leeren Ort von Ihrem Notfallblatt wieder her.',
  'failure.older-database':
    'Die Datenbank der Wallet (wallet.db) ist älter als ihre Schlüsseldatei (wallet-key.json): Was zuletzt geschrieben wurde, fehlt, auch das Geheimnis Ihres Notfallblatts. Es wurde nichts geöffnet oder geändert. Legen Sie die neueste wallet.db mit der wallet.db-wal daneben zurück, oder stellen Sie an einem leeren Ort von Ihrem Notfallblatt wieder her.',
  'failure.not-erased.everything':
    'Die Wallet ließ sich wegen der Datei {$file :file} nicht löschen. Sie ist vollständig und bleibt, wie sie war. Sorgen Sie dafür, dass in ihren Ordner geschrieben werden kann und kein anderes Programm die Datei festhält; löschen Sie dann noch einmal.',
  'failure.not-erased.marked':
    'Das Löschen hat begonnen, aber wegen der Datei {$file :file} ließ sich nichts entfernen. Die Wallet ist vollständig, bleibt aber zu, weil der nächste Start sie löscht. Um sie zu behalten, löschen Sie die Datei wallet.erasing von Hand; um sie zu löschen, machen Sie ihren Ordner beschreibbar und starten neu.',
  'failure.not-erased.rest':
    'Diese Wallet wird gelöscht, wie es verlangt war, und die Datei {$file :file} lässt sich nicht entfernen. Der Schlüssel ist weg, niemand kann den Rest öffnen, und keine andere Wallet ist betroffen. Löschen Sie die Datei von Hand, oder machen Sie den Ordner beschreibbar, und starten Sie neu.',
  'failure.not-set-aside':
    'Die Datei {$file :file} ließ sich nicht verschieben, deshalb sind nicht alle Dateien der Wallet beiseitegelegt. Nichts wurde gelöscht und kein Geld berührt. Schließen Sie andere Programme, die diese Datei benutzen, machen Sie den Ordner beschreibbar und versuchen Sie es noch einmal.',
  'failure.place-missing':
    'Der Ordner {$file :file}, in dem Sie diese Wallet aufbewahren, ist nicht da. Nichts wurde geändert. Liegt er auf einem Stick oder im Netz, verbinden Sie ihn und versuchen Sie es noch einmal.',
  'failure.orphan-database':
    'Hier liegt die Datenbank einer Wallet, aber nicht ihre Schlüsseldatei (wallet-key.json); deshalb wird keine neue Wallet darüber angelegt. Legen Sie die Schlüsseldatei zurück, oder wählen Sie einen anderen Ordner und stellen von Ihrem Notfallblatt wieder her.',
  'failure.no-keychain':
    'Dieses System hat keinen Schlüsselbund, der etwas schützt. Es wurde nichts angelegt oder geändert; wählen Sie stattdessen ein Passwort.',
  'failure.not-by-sheet':
    'Kein Notfallblatt öffnet diese Wallet auf diesem Computer: Sie hat keine Kopien, oder sie wurde verlassen. Es wurde nichts geöffnet oder geändert. Was die Orte auf dem Blatt aufbewahren, lässt sich an einem leeren Ort wiederherstellen.',
  'failure.unwritable-file.no-file':
    '{$file :file} ist eine Verknüpfung, eine Pipe, ein Gerät oder ein Ordner, und an dessen Stelle wird keine Datei gelegt. Es wurde nichts geschrieben; wählen Sie den Namen einer Datei.',
  'failure.unwritable-file.own':
    '{$file :file} läge zwischen den Dateien der Wallet oder an der Stelle von einer. Es wurde nichts geschrieben; wählen Sie einen anderen Ordner.',
  'failure.unwritable-file.beside-copy':
    'Die Seite wurde nicht nach {$file :file} geschrieben: In diesem Ordner liegt eine Kopie einer Wallet, und wer beides findet, hat das Geld. Wählen Sie einen Ordner ohne Kopien oder drucken Sie die Seite ohne Datei.',
  'failure.unwritable-file.output': '{$file :file} ließ sich nicht schreiben. Die Wallet selbst ist unverändert.',

  'failure.real-money-here':
    'Diese Wallet hat echtes Geld, erwartet welches oder kennt einen Herausgeber davon, und Spielgeld wird nie damit vermischt. Es wurde nichts geändert, und kein Geld ist in Gefahr. Senden Sie weg, was hier ist, oder entfernen Sie den Herausgeber in den Einstellungen; dann geht es.',
  'failure.play-money-here':
    'Diese Wallet spielt, und Spielgeld bleibt von Geld getrennt. Es wurde nichts geändert; hören Sie auf der Seite „Geld“ erst mit Spielgeld auf.',
  'failure.wrong-stage.not-open': 'Die Wallet ist nicht offen. Es wurde nichts geändert.',
  'failure.wrong-stage.exists': 'Hier gibt es schon eine Wallet. Es wurde nichts geändert.',
  'failure.wrong-stage.closing': 'Holdfast wird gerade geschlossen. Es wurde nichts geändert.',
  'failure.wrong-stage.nothing-to-unlock':
    'Hier wartet keine Wallet darauf, geöffnet zu werden. Es wurde nichts geändert.',
  'failure.defect':
    'Etwas Unerwartetes ist geschehen. Der Schritt wurde nicht abgeschlossen, und es ging nichts verloren. Bitte melden Sie es mit der Nummer {$reference :code}.',
  'failure.unknown-request': 'Diese Anfrage kennt die Wallet nicht. Es wurde nichts geändert.',
  'failure.too-long.passphrase':
    'Ein Passwort hat höchstens {$most :integer} Zeichen. Es wurde nichts geöffnet oder geändert; prüfen Sie, was getippt wurde oder welche Datei es ist.',
  'failure.too-long.sheet':
    'Der Text um das Notfallblatt ist zu lang: Gelesen werden höchstens {$most :integer} Zeichen. Es wurde nichts geändert; lassen Sie nur das Blatt stehen, von HOLDFAST-RECOVERY-1 bis END.',
  'failure.too-long.other':
    'Die Eingabe ist zu lang: Hierher gehören höchstens {$most :integer} Zeichen. Es wurde nichts geändert; prüfen Sie, was eingefügt wurde.',
  'failure.no-such-line': 'Diese Zeile steht nicht mehr im Verlauf. Ihr Geld ist, wie es war.',
  'failure.malformed-request': 'Die Eingabe ist nicht zu lesen. Es wurde nichts geändert.',
  'failure.folder-not-chosen':
    'Wählen Sie diesen Ordner mit dem Knopf „Ordner wählen“: Das Fenster darf nur Ordner benutzen, die Sie im Dialog Ihres Systems bestätigt haben. Es wurde nichts geändert.',
  'failure.play-not-started':
    'Die Spielwirtschaft ist nicht gestartet: Vielleicht benutzt ein anderes Programm ihre Adressen. Schließen Sie andere laufende Holdfast und starten Sie sie dann noch einmal. Ihr Spielgeld bleibt.',
  'failure.not-allowed': 'Das darf nur das eigene Fenster der Wallet verlangen. Es wurde nichts geändert.',
  'failure.bridge':
    'Das Fenster hat die Verbindung zur Wallet verloren. Es ging nichts verloren; schließen Sie Holdfast und öffnen Sie es wieder.',
  'failure.not-confirmed':
    'Die Frage des Systems wurde nicht mit Ja beantwortet, das Notfallblatt bleibt also verborgen. Es wurde nichts gezeigt oder geändert; decken Sie es noch einmal auf, um wieder gefragt zu werden.',
  'failure.passphrase-needed': 'Um das Notfallblatt zu zeigen, braucht es das Passwort. Es wurde nichts gezeigt.',
  'failure.abandon-pending':
    'Alles wurde angenommen, und die Orte für Kopien erfahren es gerade. Das geht von selbst weiter; es ging nichts verloren.',
  'failure.sheet-hidden.left':
    'Die Seite des Notfallblatts wurde verlassen, bevor es gezeigt werden konnte. Es wurde nichts gezeigt.',
  'failure.sheet-hidden.before-print':
    'Das Blatt wird von seiner Seite aus gedruckt: Decken Sie es zuerst auf. Es wurde nichts gedruckt.',
  'failure.no-printer.no-window': 'Zum Drucken braucht es das Fenster. Es wurde nichts gedruckt.',
  'failure.no-printer.none':
    'Kein Drucker antwortet: Es ist keiner eingerichtet, oder er ist aus. Es wurde nichts gedruckt; versuchen Sie es noch einmal, oder speichern Sie die Seite als PDF.',
  'failure.no-printer.failed':
    'Der Drucker hat die Seite nicht angenommen. Soweit es sich hier sagen lässt, wurde nichts gedruckt; sehen Sie nach dem Drucker und versuchen Sie es noch einmal.',
  'failure.cannot-write.language':
    'Die Wahl der Sprache ließ sich nicht auf diesen Datenträger schreiben. Sonst wurde nichts geändert; schaffen Sie Platz und wählen Sie noch einmal.',
  'failure.unknown-language': 'Diese Sprache spricht Holdfast nicht. Es wurde nichts geändert.',
  'failure.cannot-write.place':
    'Die Wahl des Ordners ließ sich nicht auf diesen Datenträger schreiben. Es wurde nichts geändert oder verschoben; schaffen Sie Platz und wählen Sie noch einmal.',
  'failure.cannot-write.history':
    'Der Verlauf ließ sich dort nicht schreiben: Der Datenträger ist vielleicht voll oder Ihnen verschlossen. In der Wallet hat sich nichts geändert; wählen Sie einen anderen Ort.',
  'failure.cannot-write.report':
    'Der Bericht ließ sich dort nicht schreiben. Sonst wurde nichts geändert; wählen Sie einen anderen Ort.',
  'failure.cannot-write.sheet':
    'Die Datei ließ sich dort nicht schreiben. Es wurde nichts gespeichert; wählen Sie einen anderen Ort.',
  'failure.unwritable-file.receipt':
    'Der Beleg ließ sich nicht in {$file :file} schreiben, deshalb ist die Wallet noch nicht gelöscht. Es ist kein Geld in Gefahr, alles wurde angenommen; schaffen Sie Platz und schließen Sie noch einmal ab.',
  'failure.older': '{$text :quote}',
};
