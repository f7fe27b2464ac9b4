// SPDX-License-Identifier: GPL-3.0-or-later
import type { sheet as english } from '../en/sheet.ts';

/** Das Notfallblatt, und wie es Geld zurückbringt. */
export const sheet: Readonly<Record<keyof typeof english, string>> = {
  'sheet.title': 'Notfallblatt',
  'sheet.lead': 'Eine Seite Papier, die auf jedem Computer alles zurückbringt.',
  'sheet.uninitialized':
    'Noch gibt es nichts für ein Blatt: Der Code darauf entsteht zusammen mit dem ersten Speicherort.',
  'sheet.toBackup': 'Speicherort hinzufügen',
  'sheet.point.owner': 'Wer das Blatt liest, dem gehört das Geld.',
  'sheet.point.nobody': 'Niemand wird Sie je danach fragen: keine Bank, kein Geschäft, kein Kundendienst.',
  'sheet.point.around':
    'Sehen Sie sich um, bevor Sie es zeigen. Es verbirgt sich nach zehn Minuten und wenn Sie diese Seite verlassen.',
  'sheet.point.asked':
    'Ihr System fragt Sie noch einmal, außerhalb dieser Seite. Das Blatt wird nur gezeigt, wenn Sie dort zustimmen.',
  'sheet.reveal': 'Blatt zeigen',
  'sheet.hide': 'Verbergen',
  'sheet.print': 'Drucken',
  'sheet.save': 'Als PDF speichern',
  'sheet.paper.A4': 'Papier: A4',
  'sheet.paper.Letter': 'Papier: Letter',
  'sheet.print.first':
    'Drucken lässt keine Datei auf diesem Computer. Eine Datei kann jedes Programm kopieren, und ein Ordner, der abgeglichen wird, auch: Wer sie lesen kann, hat das Geld.',
  'sheet.print.done': 'Dem Drucker übergeben. Verbergen Sie das Blatt hier, und lesen Sie das Papier zurück.',
  'sheet.printed':
    'Gespeichert als {$file :file}. Drucken Sie es aus, verbergen Sie das Blatt hier und lesen Sie das Papier zurück. Verwahren Sie das Papier sicher und löschen Sie dann die Datei: Wer sie liest, dem gehört das Geld.',
  'sheet.test.title': 'Blatt zurücklesen',
  'sheet.test.words':
    'Ein Blatt zählt, sobald es zurückgelesen wurde: Nehmen Sie das Papier, nicht diesen Bildschirm, und zeigen Sie es der Kamera, öffnen Sie ein Foto oder PDF davon, oder tippen Sie seine Gruppen ab. Dann wird jeder Ort nach seiner Kopie gefragt und alles zur Probe wiederhergestellt, und Sie sehen, was zurückkäme. Hier ändert sich nichts, und nichts wird hochgeladen.',
  'sheet.test.never': 'Noch wurde kein Blatt dieser Wallet zurückgelesen.',
  'sheet.test.elsewhere': 'Haben Sie schon ein Blatt dieser Wallet auf Papier?',
  'sheet.test.last': 'Zuletzt zurückgelesen am {$at :day}.',
  'sheet.test.help':
    'Alles, was auf der Seite steht, oder ein Teil nach dem anderen. Groß- und Kleinschreibung, Leerzeichen und Zeilennummern sind egal.',
  'sheet.test.lines':
    'Der Code ist da. Es fehlt noch, wo die Kopien liegen: Schreiben Sie die Adressen ab, die auf der Seite unter den Gruppen stehen, und prüfen Sie dann noch einmal. Bisher wurde nichts geprüft, und mit Ihrem Blatt ist nichts verkehrt.',
  'sheet.test.do': 'Dieses Blatt prüfen',

  'paper.title': 'Holdfast-Notfallblatt',
  'paper.what':
    'Diese Seite öffnet eine Wallet mit Geld darin. Bewahren Sie sie bei Ihren Wertsachen auf. Niemand wird Sie je danach fragen.',
  'paper.wallet': 'Wallet',
  'paper.date': 'Datum',
  'paper.number': 'Blatt',
  'paper.secret': 'Der geheime Code, in nummerierten Gruppen',
  'paper.providers': 'Kopien liegen bei',
  'paper.asks': '(fragt nach Benutzername und Passwort, die nicht auf dieser Seite stehen)',
  'paper.text': 'Text des Notfallblatts',
  'paper.preview':
    '.input {$count :integer} .match $count one {{So wird die Seite gedruckt.}} * {{So werden die {$count} Seiten gedruckt.}}',
  'paper.preview.whole': 'Ganze Seite zeigen',
  'paper.preview.large': 'Groß zeigen',
  'paper.preview.page': 'Seite {$at :integer} von {$of :integer}',

  'split.title': 'Das Blatt in Teile aufteilen',
  'split.words':
    'Statt einer Seite, die alles öffnet, können Sie mehrere haben, von denen nur einige zusammen das tun. Geben Sie sie Leuten oder legen Sie sie an Orte, die nichts miteinander zu tun haben.',
  'split.count': 'Seiten insgesamt',
  'split.needed': 'Nötig, um das Geld zurückzuholen',
  'split.many': '{$count :integer} Seiten',
  'split.any': 'irgendwelche {$count :integer} davon',
  'split.together':
    'Irgendwelche {$needed :integer} der {$count :integer} Seiten zusammen sind das Geld: Wer so viele hat, hat es.',
  'split.lose':
    '.input {$count :integer} .match $count one {{Sie dürfen {$count} Seite verlieren.}} * {{Sie dürfen {$count} Seiten verlieren.}}',
  'split.loseNone': 'Sie dürfen keine verlieren: Fehlt eine Seite, bringen diese Seiten nichts zurück.',
  'split.fewer':
    '.input {$count :integer} .match $count one {{Eine Seite allein verrät nichts, niemandem, mit keinem Computer.}} * {{{$count} Seiten und weniger verraten nichts, niemandem, mit keinem Computer.}}',
  'split.voidsNothing':
    'Blätter und Teile von früher bleiben so gut, wie sie sind: Wer genug davon hat, hat weiter das Geld. Das endet nur mit einem neuen Geheimnis.',
  'split.do': '{$count :integer} Seiten anlegen',
  'split.made': 'Teile, die hier angelegt wurden',
  'split.made.one':
    'Aufteilung {$split :code} vom {$at :day}: irgendwelche {$needed :integer} von {$of :integer} Seiten.',
  'split.made.untested': 'Sie wurde nie zurückgelesen.',
  'split.made.tested': 'Zuletzt zurückgelesen am {$at :day}.',
  'split.shown':
    'Aufteilung {$split :code}: {$count :integer} Seiten, von denen irgendwelche {$needed :integer} nötig sind.',
  'split.shown.words':
    'Sie werden einmal gezeigt: Drucken oder speichern Sie sie jetzt. Verbergen Sie sie dann, lesen Sie {$needed :integer} der Seiten zurück, damit Sie wissen, dass sie stimmen, und geben Sie jede an einen anderen Ort.',
  'split.printed':
    'Gespeichert als {$file :file}. Drucken Sie sie und lesen Sie das Papier zurück. Löschen Sie die Datei dann: Wer genug dieser Seiten liest, dem gehört das Geld.',
  'split.back': 'Zurück zum ganzen Blatt',
  'split.print.done':
    'Dem Drucker übergeben. Verbergen Sie die Seiten hier, und lesen Sie {$needed :integer} davon zurück.',
  'split.print.first':
    'Beim Drucken bleibt keine Datei auf diesem Computer. Eine Datei kann jedes Programm kopieren und jeder Ordner, der abgeglichen wird: Wer {$needed :integer} dieser Seiten hat, hat das Geld.',
  'split.printOne': 'Nur Seite {$number :integer} drucken',
  'split.saveOne': 'Nur Seite {$number :integer} als PDF speichern',
  'share.title': 'Teil {$share :integer} von {$of :integer} eines Holdfast-Notfallblatts',
  'share.what':
    'Allein verrät diese Seite nichts. Irgendwelche {$needed :integer} dieser Seiten zusammen öffnen eine Wallet mit Geld darin.',
  'share.split': 'Aufteilung',
  'share.code': 'Dieser Teil, in nummerierten Gruppen',

  'restore.title': 'Wiederherstellen',
  'restore.lead':
    'Alle Speicherorte auf dem Blatt werden zugleich gefragt. Was sie haben, wird mit dem zusammengeführt, was hier ist; nichts wird überschrieben.',
  'restore.initialized':
    'Diese Wallet hat schon eigene Kopien, deshalb lässt sich keine andere darin wiederherstellen. Nehmen Sie dafür eine neue Wallet oder löschen Sie zuerst diese.',
  'restore.toTakeover': 'Die andere Wallet stattdessen übernehmen: Das Geld kommt in diese',
  'restore.toComputer': 'Diese Wallet löschen',
  'restore.text': 'Text des Notfallblatts',
  'restore.text.help':
    'Fügen Sie alles ein, was auf der Seite steht, oder untereinander so viele Teile, wie nötig sind; ein Link taler://restore/… geht auch. Groß- und Kleinschreibung, Leerzeichen und Zeilennummern sind gleichgültig.',
  'restore.folders': 'Ordner mit Kopien',
  'restore.folders.help':
    'Liegt eine Kopie in einem Ordner oder auf einem Stick, dann sagen Sie, wo er auf diesem Computer ist.',
  'restore.addFolder': 'Ordner wählen',
  'restore.dropFolder': 'Weglassen',
  'restore.dropFolder.label': 'Weglassen: {$folder :file}',
  'restore.places': 'Wo Kopien liegen',
  'restore.places.help':
    'Der Code allein sagt es nicht. Eine Adresse je Zeile, etwa https://sync.example.org/; nichts, wenn Sie auf einen Ordner zeigen.',
  'restore.asks': 'Speicherorte, die fragen, wer Sie sind',
  'restore.asks.help':
    'Auf dem Blatt steht das nicht. Lassen Sie es leer, wo jeder lesen darf oder wo eine andere Kopie es weiß.',
  'restore.do': 'Wiederherstellen',
  'restore.pending':
    'Alle Speicherorte werden gefragt, dann prüfen die Herausgeber, ob das Geld noch gilt. Das kann eine Minute dauern.',
  'restore.leave': 'Nicht länger warten: zur Übersicht. Es geht von selbst weiter.',
  'restore.under':
    'Hier sollte eine Wallet zurückkommen, und noch ist nichts von ihr da. Machen Sie dort weiter, bevor Sie Geld aufladen: Wo eigenes Geld ist, wird nicht einfach wiederhergestellt.',
  'restore.keepEmpty': 'Stattdessen diese leere Wallet behalten',
  'restore.again':
    'Sie haben hier begonnen, eine Wallet zurückzuholen, und noch ist nichts von ihr da. Das Blatt wird auf diesem Computer nicht aufbewahrt: Geben Sie es noch einmal ein.',
  'restore.progress.places': 'Wer antwortet',
  'restore.progress.money': 'Bis jetzt hier',
  'restore.progress.joined': 'Dieses Geld ist schon da und lässt sich ausgeben; der Rest geht daneben weiter.',
  'restore.progress.issuers': 'Prüfung bei den Herausgebern',
  'restore.asking': 'Gefragt',
  'restore.asking.why': 'Noch keine Antwort.',
  'issuer.checking': 'Wird geprüft',
  'issuer.done': 'Geprüft',
  'issuer.silent': 'Stumm',
  'issuer.progress':
    '.input {$checked :integer} .input {$of :integer} .match $of one {{{$checked} von {$of} Geldstück geprüft.}} * {{{$checked} von {$of} Geldstücken geprüft.}}',
  'issuer.silent.why': 'Antwortet nicht. Das Geld von dort bleibt hier und wird von selbst noch einmal geprüft.',
  'restore.sources': 'Wer geantwortet hat',
  'restore.copyFrom': 'Die Kopie ist vom {$at :time}.',
  'restore.coins': 'Bei den Herausgebern geprüft',
  'restore.coinsChecked':
    '.input {$count :integer} .match $count one {{{$count} Geldstück wurde geprüft.}} * {{{$count} Geldstücke wurden geprüft.}}',
  'restore.coinsNoneSpent':
    '.input {$count :integer} .match $count one {{Es war nicht anderswo ausgegeben worden.}} * {{Keines davon war anderswo ausgegeben worden.}}',
  'restore.nobodyChecked':
    'Noch ist nichts geprüft: Kein Herausgeber hat geantwortet. Es wird von selbst wieder versucht.',
  'restore.nothingToCheck': 'Es gab kein Geld zu prüfen.',
  'restore.coinsSpent':
    '.input {$count :integer} .match $count one {{{$count} war anderswo ausgegeben worden; der Verlauf zeigt es.}} * {{{$count} waren anderswo ausgegeben worden; der Verlauf zeigt sie.}}',
  'restore.exchangesSilent':
    'Diese Herausgeber haben nicht geantwortet, deshalb ist das Geld von ihnen noch nicht geprüft. Das geschieht von selbst noch einmal: {$exchanges :places}.',
  'restore.toOverview': 'Zu meinem Geld',

  'answer.found': 'Gefunden',
  'answer.found.why': 'Hat eine Kopie dieser Wallet.',
  'answer.empty': 'Leer',
  'answer.empty.why': 'Hat geantwortet und hat nichts von dieser Wallet.',
  'answer.silent': 'Stumm',
  'answer.silent.why': 'Hat nicht geantwortet. Dort kann trotzdem eine Kopie liegen.',
  'answer.unusable': 'Unbrauchbar',
  'answer.unusable.why': 'Hat mit etwas geantwortet, das diese Wallet nicht öffnen kann.',
};
