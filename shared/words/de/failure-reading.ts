// SPDX-License-Identifier: GPL-3.0-or-later

export const failureReading = {
  'failure.nothing-shown.picture':
    'In diesem Bild ist kein Notfallblatt zu lesen. Es wurde nichts geändert, und kein Geld ist in Gefahr. Fotografieren Sie die ganze Seite noch einmal: flach, scharf, mit mehr Licht und ohne Schatten, so dass der quadratische Code ein Drittel des Bildes füllt. Oder tippen Sie die 26 Gruppen ab.',
  'failure.nothing-shown.pdf':
    'In diesem PDF wurde kein Notfallblatt gefunden; angesehene Seiten: {$looked :integer} von {$of :integer}. Es wurde nichts geändert, und kein Geld ist in Gefahr. Wählen Sie die Datei mit dieser Seite allein oder ein Bild davon, oder tippen Sie die 26 Gruppen ab.',
  'failure.other-code.web':
    'Der Code dort ist kein Notfallblatt: Er führt zu einer Webseite, {$shown :quote}. Sie wurde nicht geöffnet, und es wurde nichts geändert. Zeigen Sie die Seite mit den 26 nummerierten Gruppen.',
  'failure.other-code.payment':
    'Der Code dort ist kein Notfallblatt: Er verlangt eine Zahlung, {$shown :quote}. Es wurde nichts bezahlt oder geändert. Zeigen Sie die Seite mit den 26 nummerierten Gruppen.',
  'failure.other-code.taler':
    'Der Code dort ist kein Notfallblatt, sondern ein Link zum Bezahlen oder Empfangen: {$shown :quote}. Es wurde nichts bezahlt oder geändert. Fügen Sie ihn unter „Empfangen“ oder „Bezahlen“ ein, oder zeigen Sie die Seite mit den 26 nummerierten Gruppen.',
  'failure.other-code.wifi':
    'Der Code dort ist kein Notfallblatt, sondern der Schlüssel eines WLANs. Es wurde nichts geändert. Zeigen Sie die Seite mit den 26 nummerierten Gruppen.',
  'failure.other-code.contact':
    'Der Code dort ist kein Notfallblatt, sondern die Adresse von jemandem. Es wurde nichts geändert. Zeigen Sie die Seite mit den 26 nummerierten Gruppen.',
  'failure.other-code.mail':
    'Der Code dort ist kein Notfallblatt: Er beginnt eine E-Mail, {$shown :quote}. Es wurde nichts gesendet oder geändert. Zeigen Sie die Seite mit den 26 nummerierten Gruppen.',
  'failure.other-code.phone':
    'Der Code dort ist kein Notfallblatt, sondern eine Telefonnummer, {$shown :quote}. Es wurde nichts gewählt oder geändert. Zeigen Sie die Seite mit den 26 nummerierten Gruppen.',
  'failure.other-code.seed':
    'Der Code dort sieht aus wie das Geheimnis einer anderen Art Wallet, die Holdfast nicht öffnen kann. Es wurde nichts geändert oder behalten. Bewahren Sie jene Seite gut auf, und zeigen Sie die mit den 26 nummerierten Gruppen.',
  'failure.other-code.text':
    'Der Code dort ist kein Notfallblatt; auf ihm steht {$shown :quote}. Es wurde nichts geändert. Zeigen Sie die Seite mit den 26 nummerierten Gruppen.',
  'failure.two-sheets':
    'In dieser Datei sind verschiedene Blätter, mit den Nummern {$numbers :names}. In einer Datei, die niemand verändert hat, ist nur eines; darum wurde keines genommen. Es wurde nichts geändert, und kein Geld ist in Gefahr. Zeigen Sie die Seite, die Sie in der Hand haben, allein.',
  'failure.file-too-large':
    'Diese Datei hat {$bytes :bytes}; gelesen werden höchstens {$limit :bytes}. Es wurde nichts geöffnet oder geändert. Wählen Sie ein Foto oder das PDF der Seite allein.',
  'failure.picture-too-large':
    'Dieses Bild hat {$megapixels :integer} Megapixel; gelesen werden höchstens {$limit :integer}. Es wurde nichts geöffnet oder geändert. Machen Sie ein kleineres Bild der Seite, oder tippen Sie die 26 Gruppen ab.',
  'failure.unread-file.heic':
    'Dieses Foto hat Apples Format HEIC, das hier nicht gelesen werden kann. Es wurde nichts geändert. Machen Sie einen Bildschirmabzug davon oder speichern Sie es als JPEG, und wählen Sie das.',
  'failure.unread-file.other-picture':
    'Diese Art Bild kann hier nicht gelesen werden. Es wurde nichts geändert. Speichern Sie es als JPEG oder PNG, und wählen Sie das.',
  'failure.unread-file.archive':
    'Das ist eine gepackte Datei oder ein Office-Dokument. Es wurde nichts geöffnet oder geändert. Wählen Sie das Foto oder das PDF darin, oder drucken Sie es als PDF.',
  'failure.unread-file.text':
    'Diese Datei ist weder ein Bild noch ein PDF, und was darin steht, ist kein Notfallblatt. Es wurde nichts geändert. Wählen Sie das Foto oder das PDF der Seite.',
  'failure.unread-file.damaged':
    'Diese Datei ist beschädigt oder wurde nicht ganz kopiert, so dass nichts darin zu sehen ist. Es wurde nichts geändert, und kein Geld ist in Gefahr. Kopieren Sie sie noch einmal, machen Sie ein anderes Foto, oder tippen Sie die 26 Gruppen ab.',
  'failure.unread-file.gone':
    'Diese Datei konnte nicht von ihrem Ort gelesen werden. Es wurde nichts geändert. Sehen Sie nach, ob der Datenträger oder das Telefon noch angeschlossen ist, und wählen Sie sie noch einmal.',
  'failure.pdf-locked':
    'Dieses PDF ist mit einem Passwort verschlossen. Es wurde nichts geöffnet oder geändert. Öffnen Sie es mit Ihrem PDF-Betrachter, drucken Sie es ohne Passwort als PDF oder machen Sie ein Bild davon, und wählen Sie das.',
  'failure.file-too-costly.memory':
    'Diese Datei zu lesen bräuchte mehr Speicher als irgendein Notfallblatt, darum hat Holdfast damit aufgehört. Vielleicht soll sie Schaden anrichten. Es wurde nichts geändert, und kein Geld ist in Gefahr. Wählen Sie ein Foto der Seite, oder tippen Sie die 26 Gruppen ab.',
  'failure.file-too-costly.time':
    'Diese Datei zu lesen dauerte zu lange, darum hat Holdfast damit aufgehört. Es wurde nichts geändert, und kein Geld ist in Gefahr. Wählen Sie ein kleineres Foto der Seite, oder tippen Sie die 26 Gruppen ab.',
  'failure.no-reader':
    'Bilder und PDFs können auf diesem Computer nicht gelesen werden: Ein Teil von Holdfast dafür fehlt. Es wurde nichts geändert, und kein Geld ist in Gefahr. Tippe die 26 Gruppen ab, oder installieren Sie Holdfast noch einmal.',
  'failure.no-camera.none':
    'Es wurde keine Kamera gefunden. Es wurde nichts geändert. Schließen Sie eine an, öffnen Sie ein Foto der Seite, oder tippen Sie die 26 Gruppen ab.',
  'failure.no-camera.refused':
    'Dieser Computer lässt Holdfast nicht an die Kamera. Es wurde nichts geändert. Erlauben Sie es in den Einstellungen des Systems für die Privatsphäre, öffnen Sie ein Foto der Seite, oder tippen Sie die 26 Gruppen ab.',
  'failure.no-camera.busy':
    'Ein anderes Programm benutzt die Kamera. Es wurde nichts geändert. Schließen Sie jenes Programm und versuchen Sie es noch einmal, öffnen Sie ein Foto der Seite, oder tippen Sie die 26 Gruppen ab.',
  'failure.no-camera.taken':
    'Die Kamera wurde abgeschaltet oder abgezogen, bevor ein Notfallblatt gelesen war. Es wurde nichts geändert. Schließen Sie sie an und versuchen Sie es noch einmal, öffnen Sie ein Foto der Seite, oder tippen Sie die 26 Gruppen ab.',
} as const;
