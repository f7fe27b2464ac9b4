// SPDX-License-Identifier: GPL-3.0-or-later
import type { cli as english } from '../en/cli.ts';

/** Was die Befehlszeile ausgibt. Namen von Befehlen und Optionen sind in jeder Sprache gleich. */
export const cli: Readonly<Record<keyof typeof english, string>> = {
  'cli.balance.none': 'Noch kein Geld.',
  'cli.balance':
    '{$available :amount} verfügbar, herausgegeben von {$exchange :address} (insgesamt {$total :amount}; Wechselgeld unterwegs {$change :amount}, kommt an {$incoming :amount}, beiseitegelegt {$outgoing :amount})',
  'cli.pending': '{$what :said} ({$id :code}): {$waits :said}',
  'cli.pending.sum': '{$what :said}, {$sum :amount}',
  'cli.pending.fees': "('holdfast agree {$id :code}' macht mit {$total :amount} weiter)",
  'cli.pending.without': "('holdfast without-backup {$id :code}' nimmt {$sum :amount} sofort, auf eigenes Risiko)",
  'cli.copies':
    '.input {$count :integer} .match $count one {{Neues Geld wird geholt, sobald {$count} Speicherort eine Kopie davon hat.}} * {{Neues Geld wird geholt, sobald {$count} Speicherorte eine Kopie davon haben.}}',
  'cli.copies.tooFew':
    ".input {$total :integer} .match $total 0 {{Es gibt keinen, deshalb wartet es, wo es ist, bis Sie welche hinzufügen oder weniger verlangen ('holdfast backup --copies ZAHL').}} one {{Es gibt nur {$total}, deshalb wartet es, wo es ist, bis Sie mehr hinzufügen oder weniger verlangen ('holdfast backup --copies ZAHL').}} * {{Es gibt nur {$total}, deshalb wartet es, wo es ist, bis Sie mehr hinzufügen oder weniger verlangen ('holdfast backup --copies ZAHL').}}",
  'cli.open.push.starting': 'Zahlung von {$sum :amount} ({$id :code}): Der Herausgeber hat sie noch nicht bestätigt.',
  'cli.open.pull.starting':
    'Anforderung über {$sum :amount} ({$id :code}): Der Herausgeber hat sie noch nicht bestätigt.',
  'cli.open.push.waiting': 'Zahlung von {$sum :amount} ({$id :code}), bis {$until :time}. Annehmen mit:',
  'cli.open.pull.waiting': 'Anforderung über {$sum :amount} ({$id :code}), bis {$until :time}. Bezahlen mit:',
  'cli.history.fees': 'Gebühren {$fees :amount}',
  'cli.exchange': '{$address :address}  {$currency :currency}  {$state :said}  {$version :version}',
  'cli.exchange.ready': 'bereit',
  'cli.exchange.read-only': 'nur zum Ansehen',
  'cli.exchange.unreachable': 'hat nicht geantwortet',
  'cli.exchange.conflict': 'ist nicht mehr derselbe',

  'cli.run.next': "Danach: 'holdfast run --until-done'.",
  'cli.withdraw.transfer': 'Überweisen Sie so: {$address :address}',
  'cli.withdraw.fees': 'Gebühren {$fees :amount}; {$total :amount} kommen an.',
  'cli.withdraw.number': 'Nummer, an der der Herausgeber diese Wallet erkennt: {$number :code}',
  'cli.withdraw.confirm': 'Bestätigen Sie es bei Ihrer Bank: {$address :address}',

  'cli.ask.pay':
    '{$sum :amount} an {$merchant :said} für {$summary :quote} bezahlen (Gebühren {$fees :amount}, insgesamt {$total :amount})?',
  'cli.pay.choices': 'Diese Bestellung lässt sich auf mehrere Arten bezahlen. Sagen Sie mit --choice, auf welche:',
  'cli.pay.choice': '{$number :integer}: {$sum :amount} (Gebühren {$fees :amount}, insgesamt {$total :amount})',
  'cli.pay.choice.no': '{$number :integer}: {$sum :amount}, jetzt nicht: {$why :said}',
  'cli.pay.page': 'Die Seite des Geschäfts: {$address :address}',
  'cli.pay.message': 'Das Geschäft sagt: {$said :quote}',
  'cli.pay.from': 'Bezahlt wird von Ihrem Geld bei {$host :host}.',
  'cli.ask.page':
    '{$host :host} fragen, ob diese Seite Geld verlangt? Das ist eine einzige Anfrage; bezahlt wird damit nichts.',
  'cli.ask.folder': 'Verschlüsselte Kopien in {$name :name} aufbewahren?',
  'cli.ask.place':
    'Verschlüsselte Kopien bei {$name :place} ({$address :address}) aufbewahren, {$price :said}? Eine Kopie darf {$size :said} haben; verliert der Speicherort sie, {$liability :said}.',
  'cli.ask.place.price': '{$fee :amount} im Jahr, mit allem, was das Bezahlen kostet, höchstens {$total :amount}',
  'cli.ask.place.anySize': 'jede Größe',
  'cli.ask.send':
    '{$sum :amount} senden, herausgegeben von {$exchange :address} (Gebühren {$fees :amount}, insgesamt {$total :amount}; {$arrives :amount} kommen an)?',
  'cli.ask.fee':
    '{$sum :amount} bei {$exchange :address} anfordern? Das kostet {$fees :amount}; davon werden {$opening :amount} jetzt bezahlt und sind auch weg, wenn niemand zahlt. Sie bekommen {$total :amount}.',
  'cli.ask.drawing':
    '{$sum :amount} bei {$exchange :address} anfordern? Wird bezahlt, werden {$fees :amount} davon zu Gebühren; {$total :amount} kommen an.',
  'cli.ask.push':
    '{$sum :amount} für {$summary :quote} annehmen, herausgegeben von {$exchange :address} (Gebühren {$fees :amount}; {$total :amount} kommen an)?',
  'cli.ask.pull':
    'Die Anforderung über {$sum :amount} für {$summary :quote} bezahlen, herausgegeben von {$exchange :address} (Gebühren {$fees :amount}, insgesamt {$total :amount}; {$arrives :amount} kommen an)?',
  'cli.ask.deposit':
    '{$sum :amount} an {$account :code} schicken (Gebühren {$fees :amount}, insgesamt {$total :amount})?',
  'cli.ask.fees.ask':
    '{$host :host} nimmt {$fees :amount} von {$sum :amount} als Gebühren; {$total :amount} kommen an. Weiter?',
  'cli.ask.fees.reissue':
    'Wer das Notfallblatt einer anderen Wallet hat, kann {$sum :amount} bei {$host :host} noch ausgeben. Eine Zahlung an sich selbst kostet bis zu {$fees :amount}; {$total :amount} blieben. Zahlen?',
  'cli.ask.fees.renewal':
    'Eine ältere Kopie dieser Wallet kann vielleicht noch {$sum :amount} bei {$host :host} ausgeben. Das Geld zu erneuern kostet {$fees :amount}; {$total :amount} blieben übrig. Erneuern?',
  'cli.ask.fees.refund':
    '{$sum :amount}, die zurückkamen, verfügbar zu machen kostet bei {$host :host} jetzt {$fees :amount}; {$total :amount} blieben übrig. Weiter?',
  'cli.ask.fees.dearer':
    'Von {$sum :amount}, die angekommen sind, nimmt {$host :host} {$fees :amount} als Gebühren; {$total :amount} blieben. Weiter?',
  'cli.ask.forget': '{$lost :said} Vergessen?',
  'cli.ask.without':
    'Ohne Kopie fortfahren? {$sum :amount} gingen mit diesem Computer verloren, bis es eine geprüfte Kopie gibt.',
  'cli.ask.undo': 'Das rückgängig machen?',
  'cli.ask.abandon':
    'Diese Wallet auf diesem Gerät verlassen? Der geheime Code wird hier vergessen; das Geld wartet auf den, der das Notfallblatt hat. Haben Sie das Blatt?',
  'cli.ask.renew': 'Das nächste Jahr bei {$place :place} jetzt bezahlen, {$price :said}?',
  'cli.ask.remove': '{$warnings :said} {$place :place} entfernen?',
  'cli.ask.takeover': 'Übernehmen?',
  'cli.ask.import': 'Herholen?',
  'cli.ask.import.link': 'Ihr Link oder ihr Wiederherstellungstext (er wird nicht angezeigt):',
  'cli.ask.import.secret':
    'Die Kopie ist versiegelt. Ihr Link, ihr Wiederherstellungstext oder ihr Geheimnis (es wird nicht angezeigt):',
  'cli.import.places': 'Sie hat Kopien bei {$places :places}; Holdfast benutzt diese nicht von selbst.',
  'cli.ask.empty': 'Das an eine andere Wallet senden und diese Wallet löschen, sobald alles angenommen wurde?',
  'cli.ask.terms.new': 'Stimmen Sie den Nutzungsbedingungen von {$host :host} zu?',
  'cli.ask.terms.changed': 'Die Nutzungsbedingungen von {$host :host} sind neu. Stimmen Sie ihnen zu?',
  'cli.terms.elsewhere':
    'Die Nutzungsbedingungen von {$host :host} werden hier nicht gezeigt; Sie lesen sie unter {$at :address}',
  'cli.ask.issuer': 'Den Herausgeber bei {$host :host} zu dieser Wallet hinzufügen?',
  'cli.ask.issuer.inner':
    'Der Name {$host :host} führt zu einem Gerät in Ihrem eigenen Netz oder zu diesem Computer. Es trotzdem fragen, als Herausgeber unter dieser einen Adresse?',
  'cli.ask.issuer.plain':
    'Den Herausgeber bei {$host :host}, der nicht verschlüsselt ist, zu dieser Wallet hinzufügen?',
  'cli.ask.where':
    'Hier steht nicht, wo Kopien liegen. Adresse eines solchen Orts (oder abbrechen und --folder angeben): ',
  'cli.ask.where.more': 'Adresse eines weiteren Orts (leer, wenn es keinen gibt): ',
  'cli.code.lead':
    'Tippen Sie den Code vom Blatt ab, Gruppe für Gruppe; Leerzeichen und Großbuchstaben sind gleichgültig, und {$unread :name} steht für ein unleserliches Zeichen.',
  'cli.ask.groups': 'Gruppen {$first :integer} bis {$last :integer}: ',
  'cli.ask.correction': 'Steht es so auf dem Blatt, und soll es übernommen werden?',
  'cli.ask.field': '{$place :place}: {$field :said}: ',
  'cli.declined.paid':
    'Nicht bestätigt, deshalb wurde nichts bezahlt oder geändert. Antworten Sie j oder geben Sie --yes an.',
  'cli.declined.changed': 'Nicht bestätigt, deshalb wurde nichts geändert. Antworten Sie j oder geben Sie --yes an.',
  'cli.declined.correction': 'Nicht übernommen, also wurde nichts geändert. Sehen Sie noch einmal auf das Blatt.',
  'cli.declined.added': 'Nicht bestätigt, deshalb wurde nichts hinzugefügt. Antworten Sie j oder geben Sie --yes an.',
  'cli.declined.sent': 'Nicht bestätigt, deshalb wurde nichts gesendet. Antworten Sie j oder geben Sie --yes an.',

  'cli.impossible.pay': 'Diese Bestellung lässt sich nicht bezahlen. Es ist kein Geld geflossen.',
  'cli.impossible.send': 'Das lässt sich nicht senden. Es ist kein Geld geflossen.',
  'cli.impossible.request': 'Das lässt sich nicht anfordern. Es ist kein Geld geflossen.',
  'cli.impossible.receive': 'Das geht nicht. Es ist kein Geld geflossen.',
  'cli.impossible.deposit': 'Das lässt sich jetzt nicht auszahlen. Es ist kein Geld geflossen.',
  'cli.paid.already': 'Schon bezahlt.',
  'cli.paid': '{$sum :amount} an {$merchant :said} bezahlt (Gebühren {$fees :amount}).',
  'cli.paid.pending':
    "Die Zahlung ist noch nicht sicher; verloren ist nichts. 'holdfast run --until-done' macht damit weiter.",
  'cli.refund':
    "{$sum :amount} kamen von {$merchant :said} zurück (Gebühren {$fees :amount}, {$total :amount} bleiben). 'holdfast run --until-done' macht sie verfügbar.",
  'cli.refund.none':
    '{$merchant :said} hat für diesen Kauf noch nichts zurückerstattet; es wurde nichts geändert. Fragen Sie später noch einmal.',
  'cli.refund.unknown':
    "Ob {$merchant :said} etwas zurückerstattet, ist noch nicht bekannt. {$why :said} 'holdfast run --until-done' fragt weiter.",
  'cli.refund.pending':
    "{$sum :amount} kamen von {$merchant :said} zurück; {$more :amount} sind zugesagt und noch nicht bestätigt. 'holdfast run --until-done' macht damit weiter.",
  'cli.forgotten': 'Hier vergessen.',
  'cli.aborted.sum': "Beendet: {$sum :amount}. Was davon zurückkommt, macht 'holdfast run --until-done' verfügbar.",
  'cli.aborted': "Beendet. Was davon zurückkommt, macht 'holdfast run --until-done' verfügbar.",
  'cli.abort.pending':
    "Die andere Seite hat noch nicht gesagt, ob es zu spät ist; verloren ist nichts. 'holdfast run --until-done' fragt weiter.",
  'cli.agreed.done': '{$total :amount} sind angekommen.',
  'cli.agreed.pending': 'Zugestimmt; es geht von selbst weiter.',
  'cli.without.done':
    '{$sum :amount} sind ohne Kopie hier: Sie gingen mit diesem Computer verloren, bis es eine geprüfte Kopie gibt.',
  'cli.without.pending':
    "{$sum :amount} gehen ohne Kopie weiter: Sie gingen mit diesem Computer verloren, bis es eine geprüfte Kopie gibt. 'holdfast run --until-done' macht damit weiter.",
  'cli.deposit': '{$sum :amount} sind unterwegs zu {$account :code} (Gebühren {$fees :amount}).',
  'cli.deposit.pending':
    "Der Herausgeber hat es noch nicht bestätigt; verloren ist nichts. 'holdfast run --until-done' macht damit weiter.",
  'cli.peer.push': '{$sum :amount} gesendet (Gebühren {$fees :amount}). Annehmen mit: {$address :address}',
  'cli.peer.pull': 'Anforderung über {$sum :amount}. Bezahlen mit: {$address :address}',
  'cli.peer.until': 'Bis {$until :time}; die Nummer ist {$id :code}',
  'cli.peer.received': '{$sum :amount} empfangen (Gebühren {$fees :amount}).',
  'cli.peer.paid': '{$sum :amount} bezahlt (Gebühren {$fees :amount}).',
  'cli.peer.pending': "Es ist noch nicht sicher; verloren ist nichts. 'holdfast run --until-done' macht damit weiter.",
  'cli.peer.starting':
    "Der Herausgeber hat es noch nicht bestätigt; verloren ist nichts. 'holdfast run' macht damit weiter und zeigt den Link, sobald er gilt.",

  'cli.place.verified': 'geprüft {$at :time}',
  'cli.place.paid': 'bezahlt bis {$until :day}',
  'cli.place.fee': '{$fee :amount} im Jahr, mit allem, was das Bezahlen kostet, nie mehr als {$cap :amount}',
  'cli.backup.nowhere':
    "Es gibt noch keinen Speicherort; es wurde nichts gespeichert. 'holdfast provider add URL' fügt einen hinzu.",
  'cli.backup.incomplete': 'Nicht jeder Speicherort hat die Kopie: {$answers :said}',
  'cli.restore.place': '{$place :place}: {$said :said}',

  'cli.restore.answer': '{$answer :said}.',
  'cli.safety': '{$state :said}. {$said :said}',
  'cli.next.add-money': "Als Nächstes: 'holdfast withdraw BETRAG --exchange URL'.",
  'cli.next.add-place': "Als Nächstes: 'holdfast provider add URL'.",
  'cli.next.copy-now': "Als Nächstes: 'holdfast backup'; 'holdfast provider list' sagt, was jeder Ort antwortet.",
  'cli.next.show-sheet':
    "Als Nächstes: 'holdfast sheet --pdf DATEI', drucken, fotografieren oder die Zeilen in eine Datei tippen und 'holdfast sheet --verify DATEI'.",
  'cli.next.test-sheet':
    "Als Nächstes: 'holdfast sheet --pdf DATEI', drucken, fotografieren oder die Zeilen in eine Datei tippen und 'holdfast sheet --verify DATEI'.",
  'cli.next.print-sheet': "Als Nächstes: 'holdfast sheet --pdf DATEI', drucken und 'holdfast sheet --verify DATEI'.",
  'cli.next.decide':
    "Als Nächstes: 'holdfast provider add URL --max-fee BETRAG' stimmt dem Preis zu; 'holdfast provider remove URL' verzichtet auf den Ort.",
  'cli.next.continue-here': "Als Nächstes: 'holdfast takeover here' macht mit diesem Gerät weiter.",
  'cli.next.rehearse-escrow': "Weiter: 'holdfast escrow status' nennt die Wege, die auszuprobieren sind.",
  'cli.next.update-escrow': "Weiter: 'holdfast escrow update'.",
  'cli.next.test-again': "Als Nächstes: 'holdfast drill --sheet DATEI'.",
  'cli.run.behind':
    '.input {$behind :integer} .input {$total :integer} .match $total one {{Dem Ort für Kopien fehlen noch die letzten Änderungen.}} * {{{$behind} von {$total} Orten fehlen noch die letzten Änderungen.}}',
  'cli.run.done': 'Nichts mehr zu tun.',
  'cli.run.pending':
    '.input {$count :integer} .match $count one {{{$count} Schritt ist noch unterwegs.}} * {{{$count} Schritte sind noch unterwegs.}}',
  'cli.run.unfinished':
    'Noch ist nicht alles fertig: {$what :said}. Verloren ist nichts; versuchen Sie es später noch einmal.',
  'cli.run.unfinished.cost': 'Noch ist nicht alles fertig: {$what :said}. Versuchen Sie es später noch einmal.',

  'cli.drill.place': '{$place :place}: {$brings :said}. {$said :said}',
  'cli.drill.verdict': '{$verdict :said}.',
  'cli.sheet.wrote': '{$file :file} geschrieben. Drucken Sie es aus und löschen Sie dann die Datei.',
  'cli.file.absent': 'Die Datei {$file :file} gibt es nicht. Es wurde nichts geöffnet oder geändert.',
  'cli.file.directory': '{$file :file} ist ein Ordner, keine Datei. Es wurde nichts geöffnet oder geändert.',
  'cli.file.too-long':
    '{$file :file} ist größer als jedes Notfallblatt. Es wurde nichts geöffnet oder geändert; prüfen Sie, welche Datei es ist.',
  'cli.file.nobody-writes': 'In die Pipe {$file :file} schreibt niemand. Es wurde nichts geöffnet oder geändert.',
  'cli.file.refused':
    '{$file :file} ließ sich nicht lesen: Das System verweigert es. Es wurde nichts geöffnet oder geändert; prüfen Sie, wer sie lesen darf.',
  'cli.setAside.done':
    'Die Dateien der Wallet liegen in {$folder :file}. Hier ist jetzt keine Wallet: „holdfast restore --sheet DATEI“ holt das Geld zurück.',
  'cli.unlock.unprotected': 'Das Blatt hat diese Wallet geöffnet; von nun an ist sie nicht gesperrt.',
  'cli.unlock.passphrase':
    'Das Blatt hat diese Wallet geöffnet; von nun an tut es das neue Passwort, und was sie vorher öffnete, nicht mehr.',
  'cli.noWallet':
    'In {$directory :file} ist keine Wallet. Es wurde nichts angelegt oder geändert. Prüfen Sie --data; eine neue Wallet beginnt mit „exchange add“, „withdraw“, „restore“ oder „escrow recover“.',
  'cli.usage.data':
    '--data nennt kein Verzeichnis: Es ist leer oder das einer anderen Person. Es wurde nichts angelegt oder geändert; schreiben Sie den ganzen Pfad.',
  'cli.passphrase': 'Passwort: ',
  'cli.passphrase.new': 'Neues Passwort: ',
  'cli.passphrase.again': 'Noch einmal: ',
  'cli.passphrase.needed':
    'Es braucht ein Passwort: Geben Sie --passphrase-file DATEI an (oder --unprotected, um eine Wallet ohne Passwort anzulegen). Es wurde nichts geändert.',
  'cli.passphrase.empty': 'Ein leeres Passwort schützt nichts. Es wurde nichts geöffnet oder geändert.',
  'cli.passphrase.emptyFile': 'Die Passwortdatei ist leer. Es wurde nichts geöffnet oder geändert.',
  'cli.passphrase.utf16':
    'Die Passwortdatei ist UTF-16-Text, wie ihn manche Programme unter Windows schreiben. Es wurde nichts geöffnet oder geändert; speichern Sie sie als UTF-8.',
  'cli.passphrase.notUtf8':
    'Die Passwortdatei ist kein UTF-8-Text, ihre Buchstaben sind also nicht sicher. Es wurde nichts geöffnet oder geändert; speichern Sie sie als UTF-8.',
  'cli.passphrase.longFile':
    'Die Passwortdatei ist zu lang für ein Passwort. Es wurde nichts geöffnet oder geändert; prüfen Sie, welche Datei es ist.',
  'cli.passphrase.differs': 'Die beiden Passwörter sind verschieden. Es wurde nichts geändert.',

  'cli.name.wallet': 'Diese Wallet heißt {$name :name}.',
  'cli.name.place': '{$place :place} ist ein Ort dieser Wallet.',
  'cli.name.device': 'Dieses Gerät heißt {$name :name}.',
  'cli.device.here': 'dieses Gerät',
  'cli.device.leads': 'führt',
  'cli.device.epoch': 'Gerätewechsel Nr. {$number :integer}',
  'cli.takeover.told': 'sagt es dem anderen Gerät',
  'cli.takeover.later': 'wird später benachrichtigt',
  'cli.rekey.again': "Hat jemand auch das neue Blatt gesehen: 'holdfast rekey --again' macht noch ein neues Geheimnis.",
  'cli.undo.none': 'Hier wurde nichts wiederhergestellt oder übernommen, was sich rückgängig machen ließe.',
  'cli.abandon.next': "{$said :said} 'holdfast run' macht damit weiter.",
  'cli.empty.erased': 'Diese Wallet wurde geleert und gelöscht; ihr Beleg liegt in {$directory :file}',
  'cli.empty.returned': 'Nicht alles wurde angenommen. {$said :said}',
  'cli.empty.wait': "'holdfast empty --wait' wartet darauf und löscht dann diese Wallet.",
  'cli.empty.wrote': '{$file :file} geschrieben',
  'cli.empty.nothing': 'Jetzt lässt sich nichts senden.',
  'cli.empty.nothingHere': '{$exchange :address}: jetzt lässt sich nichts senden',
  'cli.empty.line':
    '.input {$payments :integer} .match $payments one {{{$exchange :address}: {$sum :amount} gehen in {$payments} Zahlung hinaus (Gebühren {$fees :amount}, insgesamt {$total :amount}); die andere Wallet bekommt {$arrives :amount}}} * {{{$exchange :address}: {$sum :amount} gehen in {$payments} Zahlungen hinaus (Gebühren {$fees :amount}, insgesamt {$total :amount}); die andere Wallet bekommt {$arrives :amount}}}',
  'cli.empty.payment': '{$sum :amount} (Gebühren {$fees :amount}), bis {$until :time}. Annehmen mit:',
  'cli.empty.state': '{$sum :amount}: {$state :said}',
  'cli.empty.dust': '{$sums :list} sind weniger wert, als das Senden kostet.',

  'cli.usage': 'Dieser Befehl geht so: {$use :said}. Es wurde nichts geändert.',
  'cli.usage.value': '{$option :code} braucht einen Wert.',
  'cli.usage.option': '{$option :code} ist keine Option von {$command :code}.',
  'cli.usage.command': '{$command :name} ist kein Befehl.',
  'cli.usage.language': '{$tag :name} ist keine Sprache (schreiben Sie de oder en-GB).',
  'cli.usage.help': "{$what :said} Es wurde nichts geändert. Siehe 'holdfast --help'.",
  'cli.usage.choice':
    '{$option :code} nimmt eines von {$choices :said}, oder mehrere mit Kommas dazwischen. Es wurde nichts geändert.',
  'cli.usage.day': '{$option :code} nimmt einen Tag wie 2026-12-31. Es wurde nichts geändert.',
  'cli.usage.copies': '--copies nimmt eine ganze Zahl von 1 bis 32. Es wurde nichts geändert.',
  'cli.usage.hours': '--hours nimmt eine ganze Zahl von 1 bis 168, etwa 6. Es wurde nichts geändert.',
  'cli.usage.timeout': '--timeout nimmt eine Zahl von Sekunden über 0. Es wurde nichts geändert.',
  'cli.usage.shares':
    '--shares sagt, wie viele von wie vielen nötig sind, etwa 2/3: zwei bis fünf von zwei bis acht. Es wurde nichts geschrieben.',
  'cli.shares.wrote':
    '{$file :file} ist geschrieben: Aufteilung {$split :code}, {$count :integer} Seiten, von denen irgendwelche {$needed :integer} nötig sind. Drucken Sie sie und löschen Sie dann die Datei; genug ihrer Seiten sind das Geld.',
  'cli.shares.printed':
    'Dem Drucker übergeben: Aufteilung {$split :code}, {$count :integer} Seiten, von denen irgendwelche {$needed :integer} nötig sind. Seine Warteschlange kann sie behalten, bis sie gedruckt sind. Lesen Sie dann {$needed :integer} davon zurück: holdfast sheet --verify DATEI --verify DATEI.',
  'cli.shares.in':
    '.input {$got :integer} .match $got one {{Von der Aufteilung {$split :code} ist Teil {$there :codes} da, und {$needed :integer} sind nötig. Jetzt der nächste.}} * {{Von der Aufteilung {$split :code} sind die Teile {$there :codes} da, und {$needed :integer} sind nötig. Jetzt der nächste.}}',
  'cli.print.done':
    'Dem Drucker übergeben. Seine Warteschlange kann die Seite behalten, bis sie gedruckt ist. Lesen Sie dann das Papier zurück: holdfast sheet --verify DATEI.',
  'cli.print.missing':
    "Auf diesem Computer fehlt das Programm lp, mit dem Seiten zum Drucker gehen. Es wurde nichts gedruckt; 'holdfast sheet --pdf DATEI' schreibt die Seite in eine Datei.",
  'cli.print.none':
    "Kein Drucker ist als der übliche eingerichtet. Es wurde nichts gedruckt; nennen Sie einen: 'holdfast sheet --print DRUCKER' ('lpstat -e' zählt sie auf).",
  'cli.print.unknown':
    "Einen Drucker {$printer :name} gibt es nicht. Es wurde nichts gedruckt; 'lpstat -e' zählt auf, welche es gibt.",
  'cli.print.silent':
    'Der Druckdienst dieses Computers antwortet nicht. Es wurde nichts gedruckt; versuchen Sie es später noch einmal.',
  'cli.print.refused': 'Der Druckdienst hat die Seite nicht angenommen: {$said :quote}. Es wurde nichts gedruckt.',
  'cli.usage.paper': '--paper ist A4 oder Letter. Es wurde nichts geschrieben.',
  'cli.usage.expires':
    '--expires nimmt Stunden oder Tage bis zu einem Jahr, etwa 12h oder 7d. Es wurde nichts geändert.',
  'cli.help.status':
    'status und run zeigen die Links der noch offenen Zahlungen und Anforderungen; history --json hat die Nummern für abort.',
  'cli.help.unlock':
    'unlock öffnet eine Wallet, deren Passwort vergessen ist, mit ihrem Blatt; in --passphrase-file steht dann das neue.',
  'cli.help.exit':
    'Rückgabewert 0 nur, wenn es getan ist. status, backup, sheet --verify, drill, rekey und run --until-done geben 3, wenn es getan ist und das Geld nicht sicher ist: Was zu tun ist, sagt status. --unprotected legt den Schlüssel neben die Wallet.',
};
