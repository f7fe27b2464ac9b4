// SPDX-License-Identifier: GPL-3.0-or-later
import type { copies as english } from '../en/copies.ts';

/** Die Orte, die Kopien aufbewahren. */
export const copies: Readonly<Record<keyof typeof english, string>> = {
  'backup.title': 'Schutz',
  'backup.lead':
    'Jeder Speicherort hat eine verschlüsselte Kopie, die er nicht lesen kann. Eine Kopie zählt erst, wenn sie zurückgelesen und verglichen wurde.',
  'backup.run': 'Jetzt Kopien anlegen',
  'backup.providers': 'Speicherorte',
  'backup.none': 'Noch werden nirgendwo Kopien aufbewahrt.',

  'quorum.title': 'Kopien, bevor Geld ankommt',
  'quorum.label': 'Eine Kopie muss liegen an',
  'quorum.many': '.input {$count :integer} .match $count one {{{$count} Ort}} * {{{$count} Orten}}',
  'quorum.do': 'Übernehmen',
  'quorum.done': 'Gemerkt. Wartendes Geld wird noch einmal angesehen.',
  'quorum.words':
    '.input {$count :integer} .input {$rest :integer} .match $count $rest 1 * {{Neues Geld wird geholt, sobald ein Speicherort eine geprüfte Kopie davon hat. Bis auch andere Orte sie haben, ginge es verloren, wenn dieser Computer und jener Ort zugleich ausfielen.}} * one {{Neues Geld wird erst geholt, wenn {$count} Speicherorte eine geprüfte Kopie davon haben. Dann überlebt es den Ausfall dieses Computers und eines beliebigen dieser Orte; solange aber weniger als {$count} antworten, wartet neues Geld.}} * * {{Neues Geld wird erst geholt, wenn {$count} Speicherorte eine geprüfte Kopie davon haben. Dann überlebt es den Ausfall dieses Computers und {$rest} beliebiger dieser Orte; solange aber weniger als {$count} antworten, wartet neues Geld.}}',
  'quorum.tooFew':
    '.input {$total :integer} .input {$count :integer} .match $total one {{Sie haben nur {$total} Speicherort; {$count} Kopien lassen sich so nicht anlegen.}} * {{Sie haben nur {$total} Speicherorte; {$count} Kopien lassen sich so nicht anlegen.}}',
  'quorum.tooFew.words':
    'Bis es mehr sind, wird kein neues Geld geholt, keine Zahlung an Sie angenommen, keine Anforderung ausgehändigt und kein Wechselgeld geholt. Was wartet, bleibt, wo es ist, und was verfügbar ist, lässt sich weiter ausgeben. Nur Beträge, die Sie ohne Kopie nehmen wollten, gehen weiter, und Geld, das die Gebühr eines Speicherorts bezahlt.',

  'provider.upToDate': 'Aktuell',
  'provider.away': 'Nicht erreicht',
  'provider.unnamed': 'ein Ordner oder Stick ohne Namen (…{$mark :code})',
  'provider.saving': 'Letzte Änderung wird gesichert',
  'provider.follows': 'Folgt bald',
  'provider.behind': 'Veraltet',
  'provider.noCopy': 'Noch keine Kopie',
  'provider.gone': 'Kopie weg',
  'provider.unread': 'Seit der Wiederherstellung nicht gelesen',
  'provider.noneSince': 'keine seit der Wiederherstellung',
  'provider.placeUnknown': 'Wo er auf diesem Computer liegt, ist nicht bekannt',
  'provider.verified': 'Letzte geprüfte Kopie',
  'provider.never': 'nie',
  'provider.next': 'Nächste Kopie',
  'provider.onChange': 'sobald sich etwas ändert',
  'provider.fee': 'Gebühr',
  'provider.free': 'kostenlos',
  'provider.perYear': '{$fee :amount} im Jahr',
  'provider.feeUnknown': 'noch nicht bekannt',
  'provider.cap': '(mit allem, was das Bezahlen kostet, nie mehr als {$cap :amount})',
  'provider.paidUntil': 'Bezahlt bis',
  'provider.notPaid': 'noch nicht bezahlt',
  'provider.outcome': 'Letzte Antwort',
  'provider.justNow': 'Gerade eben:',
  'provider.answered': '{$place :said}: {$said :said}',
  'provider.run': 'Jetzt kopieren',
  'provider.rename': 'Diesen Ort benennen …',
  'provider.rename.name': 'Name',
  'provider.rename.help':
    'Wie Sie ihn nennen, zum Beispiel „Blauer Stick“. Der Name steht in den Kopien und auf dem nächsten Blatt.',
  'provider.rename.do': 'So nennen',
  'provider.remove': 'Entfernen …',
  'provider.remove.title': '{$name :place} entfernen?',
  'provider.remove.words':
    'Holdfast schickt dann keine Kopien mehr dorthin. Was dort liegt, bleibt, bis der Speicherort es löscht; niemand außer Ihnen kann es öffnen.',
  'provider.remove.do': 'Entfernen',

  'former.title': 'Entfernte Orte',
  'former.lead': 'Dorthin geht nichts Neues mehr. Was sie noch haben, bleibt dort, bis sie es löschen.',
  'former.name': '{$name :place}',

  'outcome.never-tried': 'noch nicht gefragt',
  'outcome.stored': 'gespeichert, zurückgelesen und gleich',
  'outcome.unchanged': 'seine Kopie ist noch da',
  'outcome.conflict': 'ein anderes Gerät hatte etwas gespeichert; beides wurde zusammengeführt',
  'outcome.payment-required': 'will bezahlt werden',
  'outcome.asks': 'verlangt mehr, als Sie erlaubt haben; es wurde nichts bezahlt',
  'outcome.account-unknown': 'kennt diese Wallet noch nicht',
  'outcome.lost-our-backup': 'hat die Kopie verloren',
  'outcome.old-copy': 'gibt eine alte Kopie heraus',
  'outcome.foreign-or-damaged': 'gibt etwas heraus, das nicht unsere Kopie ist; nicht angerührt',
  'outcome.needs-newer': 'braucht ein neueres Holdfast; nicht gefragt',
  'outcome.newer-format': 'hat eine Kopie von einem neueren Holdfast; nicht angerührt',
  'outcome.too-large': 'die Kopie ist größer, als dort erlaubt ist',
  'outcome.unreachable': 'hat nicht geantwortet',
  'outcome.shut-out': 'lässt uns mit diesem Benutzernamen und Passwort nicht hinein',
  'outcome.misbehaved': 'hat Unsinn geantwortet',

  'addProvider.title': 'Speicherort hinzufügen',
  'addProvider.play': 'Für Spielgeld angeboten:',
  'addProvider.play.free': 'Kostenloser Spielspeicher',
  'addProvider.play.paid': 'Bezahlter Spielspeicher',
  'addProvider.target': 'Adresse oder Ordner',
  'addProvider.help':
    'Die Adresse eines Taler-Sicherungsdienstes (https://…), ein WebDAV-Ordner (die Adresse, die Ihre Nextcloud oder ownCloud in den Einstellungen zeigt) oder ein Ordner, zum Beispiel auf einem USB-Stick.',
  'addProvider.look': 'Ansehen',
  'addProvider.folder': 'Ordner wählen',
  'addProvider.pick': '{$name :said} · {$price :said}',
  'addProvider.added': '{$name :place} wurde hinzugefügt; die erste Kopie folgt.',
  'addProvider.addedVerified': '{$name :place} wurde hinzugefügt und hat eine geprüfte Kopie.',

  'providerKind.sync': 'Ein Taler-Sicherungsdienst',
  'providerKind.webdav': 'Ein Ordner auf einem Server (WebDAV: Nextcloud, ownCloud und andere)',
  'providerKind.folder': 'Ein Ordner auf diesem Computer oder einem Stick',
  'providerKind.unknown': 'Etwas, das ein neueres Holdfast braucht',

  'providerField.user': 'Benutzername dort',
  'providerField.password': 'App-Passwort',

  'consent.title': '{$name :name} hinzufügen?',
  'consent.limit': 'Größte Kopie',
  'consent.size': '{$size :bytes}',
  'consent.liability': 'Wenn er Ihre Kopie verliert',
  'consent.noLiability': 'zahlt er nichts',
  'consent.liabilityUpTo': 'zahlt er bis zu {$sum :amount}',
  'consent.name': 'Name',
  'consent.fee': '{$fee :amount} im Jahr; mit allem, was das Bezahlen kostet, höchstens {$total :amount}',
  'consent.cap': 'Alles in allem höchstens im Jahr bezahlen',
  'consent.wordsPaid':
    'Holdfast bezahlt die Gebühr jetzt und einmal im Jahr von Ihrem Geld. Was der Herausgeber für das Bezahlen nimmt, und dafür, Geld allein dafür abzuheben, ist in dieser Summe enthalten, ebenso, was eine Zahlung kostet, aus der nichts wird. Würde es mehr kosten, wird nichts bezahlt und Sie werden gefragt.',
  'consent.wordsFree': 'Kostenlos. Ändert sich das, wird nichts bezahlt und Sie werden gefragt.',
  'consent.sameDisk':
    'Dieser Ordner liegt auf demselben Datenträger wie die Wallet. Geht der kaputt, ist beides verloren, es sei denn, ein anderes Programm trägt den Ordner woandershin.',
  'consent.wordsKept':
    'Holdfast bewahrt dort seine letzten drei Kopien verschlüsselt auf und rührt sonst nichts im Ordner an.',
  'consent.wordsAnswers':
    'Beides wird in dieser Wallet und in ihren versiegelten Kopien aufbewahrt, damit jedes Gerät der Wallet dorthin gelangt. Auf das Blatt wird es nicht gedruckt: Beim Wiederherstellen wird danach gefragt, wenn keine andere Kopie es weiß. Nehmen Sie ein App-Passwort, das Sie widerrufen können, nicht das, mit dem Sie sich anmelden.',
  'consent.cancel': 'Diesen nicht',
  'consent.do': 'Zustimmen und hinzufügen',
  'consent.doPaid': '{$sum :amount} bezahlen und hinzufügen',
};
