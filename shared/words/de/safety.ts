// SPDX-License-Identifier: GPL-3.0-or-later
import type { safety as english } from '../en/safety.ts';

/** Wie sicher das Geld ist, was als Nächstes zu tun ist, und was das Zurücklesen eines Blatts gezeigt hat. */
export const safety: Readonly<Record<keyof typeof english, string>> = {
  'chain.label': 'Wie diese Wallet bewahrt wird',
  'chain.here': 'Dieser Computer',
  'chain.noPlace': 'Noch kein Ort',
  'chain.places': '.input {$places :integer} .match $places one {{{$places} Speicherort}} * {{{$places} Speicherorte}}',
  'chain.counted':
    '.input {$places :integer} .match $places one {{{$counted :integer} von {$places} Speicherort}} * {{{$counted :integer} von {$places} Speicherorten}}',
  'chain.paper': 'Ihr Blatt',
  'chain.noCopy': 'keine Kopie',
  'chain.copied': 'Kopie vom {$at :time}',
  'chain.untested': 'nicht geprüft',
  'chain.tested': 'geprüft am {$at :day}',
  'chain.sheetTested': 'Blatt geprüft am {$at :day}',

  'safetyState.nothing': 'Noch nichts hier',
  'safetyState.not-protected': 'Nicht geschützt',
  'safetyState.at-risk': 'Gefährdet',
  'safetyState.payment-due': 'Zahlung fällig',
  'safetyState.stopped': 'Hier angehalten',
  'safetyState.syncing': 'Wird gesichert',
  'safetyState.protected': 'Geschützt',

  'safetyStep.add-money': 'Geld aufladen',
  'safetyStep.add-place': 'Ort für Kopien hinzufügen',
  'safetyStep.copy-now': 'Jetzt Kopien anlegen',
  'safetyStep.show-sheet': 'Notfallblatt zeigen',
  'safetyStep.test-sheet': 'Blatt zurücklesen',
  'safetyStep.print-sheet': 'Neues Blatt drucken',
  'safetyStep.decide': 'Entscheiden',
  'safetyStep.continue-here': 'Hier weitermachen',
  'safetyStep.rehearse-escrow': 'Treuhand ausprobieren',
  'safetyStep.update-escrow': 'Treuhand auf den neuesten Stand bringen',
  'safetyStep.test-again': 'Blatt noch einmal prüfen',

  'safety.nothing': 'Laden Sie Geld auf, um zu beginnen.',
  'safety.no-money': 'Noch ist kein Geld hier. Kopien und ein zurückgelesenes Blatt schützen es, sobald es kommt.',
  'safety.no-place':
    'Ginge dieser Computer jetzt kaputt, wären {$lost :said} verloren: Es werden nirgends Kopien aufbewahrt.',
  'safety.no-copy':
    'Ginge dieser Computer jetzt kaputt, wären {$lost :said} verloren: An keinem Ort liegt eine geprüfte Kopie.',
  'safety.no-paper':
    'Ginge dieser Computer jetzt kaputt, wären {$lost :said} verloren: Die Kopien öffnet nur ein Notfallblatt, und noch wurde hier keines zurückgelesen.',
  'safety.only-here':
    '{$lost :said} von {$all :said} sind nur auf diesem Computer. Die letzte geprüfte Kopie ist vom {$at :time}.',
  'safety.paper-outdated':
    'Was Sie am {$tested :day} zurückgelesen haben, führt zu keiner Kopie. Lesen Sie ein ganzes Blatt zurück, mit seinen Adressen, oder drucken Sie ein neues.',
  'safety.paper-outdated+lost': 'Ginge dieser Computer jetzt kaputt, wären {$lost :said} verloren.',
  'safety.paper-behind':
    'Das Blatt, das Sie am {$tested :day} geprüft haben, bringt {$lost :said} nicht zurück: Sie liegen nur in Kopien an Orten, die es nicht nennt.',
  'safety.escrow-outdated':
    'Die Treuhand, die Sie am {$tested :day} ausprobiert haben, führt zu keiner Kopie. Bringen Sie sie auf den neuesten Stand.',
  'safety.escrow-outdated+lost': 'Ginge dieser Computer jetzt kaputt, wären {$lost :said} verloren.',
  'safety.escrow-behind':
    'Die Treuhand, die Sie am {$tested :day} ausprobiert haben, bringt {$lost :said} nicht zurück: Das liegt nur in Kopien an Orten, die sie nicht nennt.',
  'safety.unread':
    'Seit der Wiederherstellung wurde bei {$places :places} nichts gelesen. Was nur in diesen Kopien steht, fehlt hier noch, und sie zählen nicht.',
  'safety.copy-gone': 'Die Kopie, die dort war, ist weg: {$places :places}.',
  'safety.drill-failed': 'Die Probe vom {$at :time} brachte nicht zurück, was sie sollte.',
  'safety.drill-failed+lacking': 'Es fehlten {$lacking :said}.',
  'safety.drill-failed+places': 'Was dort aufbewahrt wurde, ist weg oder zu alt: {$places :places}.',
  'safety.all-silent':
    '.input {$places :integer} .match $places one {{Der Ort, der die Kopien aufbewahrt, antwortet nicht. Zuletzt zurückgelesen wurde am {$at :time}.}} * {{Keiner der {$places} Orte, die Kopien aufbewahren, antwortet. Zuletzt zurückgelesen wurde am {$at :time}.}}',
  'safety.too-few-places':
    '.input {$there :integer} .match $there one {{Sie wollen {$wanted :integer} Kopien, und es gibt {$there} Ort.}} * {{Sie wollen {$wanted :integer} Kopien, und es gibt {$there} Orte.}}',
  'safety.long-unread':
    'Für {$thin :said} zählen zu wenige Kopien: Was bei {$places :places} liegt, wurde zuletzt am {$at :day} zurückgelesen und kann seither weg sein.',
  'safety.too-few-copies': '{$thin :said} sind in weniger als den {$wanted :integer} Kopien, die Sie wollen.',
  'safety.place-asks': '{$place :place}: {$why :said}',
  'safety.year-over':
    '{$place :place} hat versprochen, die Kopie bis {$until :day} aufzubewahren. Sie kann dort jeden Tag gelöscht werden und zählt nicht.',
  'safety.year-ends':
    '.input {$days :integer} .match $days one {{{$place :place} ist bis {$until :day} bezahlt: noch {$days} Tag, und das nächste Jahr ist noch nicht bezahlt.}} * {{{$place :place} ist bis {$until :day} bezahlt: noch {$days} Tage, und das nächste Jahr ist noch nicht bezahlt.}}',
  'safety.stands-still': '{$standing :said}',
  'safety.saving':
    'Die letzte Änderung wird gesichert; das kann einige Minuten dauern. Alles Geld ist schon in einer Kopie.',
  'safety.protected':
    '.input {$places :integer} .match $places one {{Alles Geld ist in einer Kopie an {$places} Ort, zurückgelesen am {$at :time}; Blatt geprüft am {$tested :day}.}} * {{Alles Geld ist in Kopien an {$places} Orten, zurückgelesen am {$at :time}; Blatt geprüft am {$tested :day}.}}',
  'safety.protected+away':
    '.input {$away :integer} .match $away one {{Dieser Ort ist gerade nicht erreichbar.}} * {{Keiner davon ist gerade erreichbar.}}',
  'safety.protected-by-escrow':
    '.input {$places :integer} .match $places one {{Alles Geld liegt in einer Kopie an {$places} Ort, zurückgelesen am {$at :time}; Treuhand ausprobiert am {$tested :day}.}} * {{Alles Geld liegt in Kopien an {$places} Orten, zurückgelesen am {$at :time}; Treuhand ausprobiert am {$tested :day}.}}',
  'safety.protected-by-escrow+away':
    '.input {$away :integer} .match $away one {{Dieser Ort ist gerade nicht erreichbar.}} * {{Keiner davon ist gerade erreichbar.}}',
  'safety.lost-arriving':
    '{$sums :said} davon kommen erst an und gingen mit verloren, denn nur dieser Computer kann sie abholen.',
  'safety.waits-for-place':
    'Geld, das gerade kommt, wartet bei seinem Herausgeber, bis Sie einen Ort für Kopien hinzufügen.',
  'safety.waits-for-copy': 'Geld, das gerade kommt, wartet bei seinem Herausgeber, bis es eine Kopie gibt.',
  'safety.not-saved':
    'Spätere Änderungen des Verlaufs sind noch nicht gesichert; die neueste Kopie ist vom {$at :time}.',
  'safety.not-connected': '{$place :place} ist nicht angeschlossen; zurückgelesen wurde dort am {$at :time}.',
  'safety.not-answering':
    '{$place :place} hat seit {$since :time} nicht geantwortet; zurückgelesen wurde dort am {$at :time}.',
  'safety.paper-lacks': 'Ihr Blatt vom {$tested :day} führt noch zu allem; {$places :places} kennt es nicht.',
  'safety.drill-again':
    'Ob sich alles zurückbringen lässt, wurde zuletzt am {$at :day} versucht: Nehmen Sie Ihr Blatt und prüfen Sie die Sicherung noch einmal.',
  'safety.paper-alone-lacks':
    'Ihr Blatt vom {$tested :day} allein bringt {$lost :said} nicht zurück; die Treuhand schon.',
  'safety.rehearse-again':
    'Die Treuhand wurde zuletzt am {$tested :day} ausprobiert: Probieren Sie ihre Wege noch einmal.',
  'safety.escrow-unrehearsed':
    '.input {$ways :integer} .match $ways one {{Es gibt eine Treuhand. Probieren Sie noch einen ihrer Wege aus, dann zählt sie wie ein zurückgelesenes Blatt.}} * {{Es gibt eine Treuhand. Probieren Sie noch {$ways} ihrer Wege aus, dann zählt sie wie ein zurückgelesenes Blatt.}}',
  'safety.escrow-not-current':
    'Es gibt eine Treuhand, aber keiner ihrer Orte hat, was diese Wallet jetzt braucht; darum zählt sie nicht.',
  'safety.escrow-newer':
    'Es gibt eine Treuhand, die ein neueres Holdfast braucht. Sie bleibt, wie sie ist, und zählt hier nicht.',
  'safety.test-again':
    'Das Blatt wurde zuletzt am {$tested :day} geprüft: Suchen Sie es und lesen Sie es noch einmal zurück.',

  'sheetTest.brings-all': 'Dieses Blatt bringt alles zurück.',
  'sheetTest.not-all': 'Das ist das richtige Blatt, aber {$lost :said} bringt es nicht zurück.',
  'sheetTest.leads-nowhere':
    'Das ist das richtige Geheimnis, aber an keinem hier genannten Ort liegt jetzt eine Kopie. Drucken Sie das Blatt von heute und lesen Sie dieses zurück.',
  'sheetTest.names-none':
    'Das ist das richtige Geheimnis, aber ohne Adressen. Lesen Sie es noch einmal zurück, mit den Adressen, die unter den Gruppen stehen.',
  'sheetTest.leads-to': 'Es führt zu {$places :places}.',
  'sheetTest.code-alone':
    'Diesmal wurde nur der Code gelesen. Dass seine Seite diese Orte nennt, zeigte sich, als die ganze Seite zurückgelesen wurde.',
  'sheetTest.does-not-know': '{$places :places} kennt es nicht; das kam später dazu.',
  'sheetTest.still-all': 'Ihr am {$tested :day} geprüftes Blatt bringt weiterhin alles zurück.',
  'sheetTest.still-not-all':
    'Ihr am {$tested :day} geprüftes Blatt bringt {$lost :said} nicht zurück. Drucken Sie ein neues und lesen Sie es zurück.',
  'sheetTest.leads-nowhere-now':
    'Ihr am {$tested :day} geprüftes Blatt führt zu keiner Kopie mehr. Drucken Sie ein neues und lesen Sie es zurück.',
  'sheetTest.names-former': 'Es nennt noch {$places :places}; dort werden keine Kopien mehr aufbewahrt.',
};
