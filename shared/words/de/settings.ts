// SPDX-License-Identifier: GPL-3.0-or-later
import type { settings as english } from '../en/settings.ts';

/** Was man einstellt: Fenster, Sperre, Mitteilungen, Ort der Dateien; und was das Programm über sich sagt. */
export const settings: Readonly<Record<keyof typeof english, string>> = {
  'settings.title': 'Einstellungen',
  'settings.lead': 'Wie Holdfast aussieht, wer es hier öffnen kann, und was es wem sagt.',

  'settings.look.title': 'Sprache und Aussehen',
  'settings.look': 'Aussehen',
  'settings.look.system': 'Wie das System',
  'settings.look.light': 'Hell',
  'settings.look.dark': 'Dunkel',
  'settings.look.contrast': 'Hoher Kontrast',
  'settings.size': 'Größe der Schrift und alles anderen',
  'settings.size.percent': '{$size :integer} %',
  'settings.size.larger': 'Größer',
  'settings.size.smaller': 'Kleiner',

  'lock.title': 'Sperre',
  'lock.now': 'Jetzt sperren',
  'lock.change': 'Ändern …',
  'lock.opened.passphrase': 'Ihr Passwort öffnet sie.',
  'lock.opened.keychain': 'Der Schlüsselbund des Systems öffnet sie für alle, die als Sie angemeldet sind.',
  'lock.opened.unprotected':
    'Nicht gesperrt: Wer die Datei lesen kann, öffnet sie. Das ist nur für Spielgeld in Ordnung.',
  'lock.opened.none': 'Noch nicht gesperrt.',
  'lock.needs': 'Sperren lässt sie sich bei laufendem Programm, sobald ein Passwort sie öffnet.',
  'lock.after': 'Sperren, wenn niemand das Fenster benutzt hat, nach',
  'lock.after.span': '{$span :span}',
  'lock.after.never': 'Nie',
  'lock.sleep': 'Sperren, wenn der Computer schläft oder sein Bildschirm gesperrt wird',
  'lock.meanwhile':
    'Solange sie gesperrt ist, wird nichts kopiert, gezahlt oder empfangen. Geld, das unterwegs ist, geht nicht verloren: Es geht weiter, wenn die Wallet geöffnet wird.',
  'lock.change.title': 'Eine andere Sperre',
  'lock.change.words':
    'Danach öffnet nur noch die neue Sperre diese Wallet hier, und wie bisher das Notfallblatt. Wer eine ältere Kopie der Dateien hat, kann diese Kopie weiter mit dem alten Passwort öffnen.',
  'lock.change.now': 'Jetziges Passwort',
  'lock.change.do': 'Diese Sperre verwenden',
  'lock.change.done': 'Die neue Sperre gilt.',

  'tell.title': 'Mitteilungen',
  'tell.words':
    'Sie kommen, wenn das Fenster nicht vorn ist, und bei gesperrtem Bildschirm ohne Beträge. Eine gesperrte Wallet teilt nichts mit.',
  'tell.money': 'Geld ist angekommen oder eine Bitte um Geld wurde bezahlt',
  'tell.taken': 'Jemand hat eine Zahlung von Ihnen angenommen',
  'tell.place': 'Ein Speicherort will eine Entscheidung',
  'tell.safety': 'Ihr Geld ist nicht mehr geschützt',

  'kept.title': 'Wo diese Wallet liegt',
  'kept.show': 'Ordner öffnen',
  'kept.move': 'Umziehen …',
  'kept.move.title': 'Diese Wallet umziehen?',
  'kept.move.words':
    'Ihre Dateien werden nach {$folder :file} kopiert, mit diesen verglichen und dann hier entfernt. Bleibt der Computer dabei stehen, ist die Wallet an einem der beiden Orte ganz.',
  'kept.move.sameDisk':
    'Auch auf diesem Datenträger: {$places :places}. Geht er kaputt, nimmt er die Wallet und diese Kopien mit.',
  'kept.move.do': 'Umziehen',
  'kept.moved': 'Die Wallet liegt jetzt in {$folder :file}.',
  'kept.moved.left':
    'In {$folder :file} ließ sich etwas nicht entfernen. Es öffnet nur einen alten Stand dieser Wallet; der nächste Start versucht es wieder.',

  'issuers.version': 'Protokoll',
  'issuers.key': 'Schlüssel',
  'issuers.shops': 'Wo sein Geld angenommen wird:',

  'about.title': 'Über Holdfast',
  'about.version': 'Version {$version :version}',
  'about.ask': 'Nach einer neuen Version sehen',
  'about.ask.words':
    'Fragt eine Adresse derer, die Holdfast machen, durch Ihren Proxy und nur, wenn Sie hier drücken. Von selbst wird nichts installiert.',
  'about.ask.newer': 'Es gibt Version {$version :version}. Holen Sie sie dort, woher Sie diese haben.',
  'about.ask.newest': 'Das ist die neueste Version.',
  'about.licences': 'Lizenzen',
  'about.licences.lead':
    'Holdfast ist freie Software unter der GNU General Public License, Version 3 oder später. Darin steckt die Arbeit anderer:',
  'about.licences.label': 'Lizenzen anderer',
  'about.report': 'Bericht schreiben',
  'about.shortcuts': 'Tastenkürzel',

  'failure.cannot-write.settings':
    'Die Einstellung ließ sich nicht auf diesen Datenträger schreiben. Es wurde nichts geändert, und kein Geld ist in Gefahr; schaffen Sie Platz und wählen Sie noch einmal.',
  'failure.not-lockable.no-passphrase':
    'Diese Wallet öffnet sich ohne Passwort, darum lässt sie sich bei laufendem Programm nicht sperren. Wählen Sie zuerst ein Passwort.',
  'failure.not-lockable.file-changed':
    'Die Schlüsseldatei (wallet-key.json) ist nicht die, mit der diese Wallet geöffnet wurde. Gesperrt ginge sie vielleicht nie wieder auf, darum bleibt sie offen. Legen Sie die Datei zurück oder drucken Sie Ihr Notfallblatt; dann sperren Sie sie.',
  'failure.no-version.unreachable':
    'Niemand hat geantwortet, darum ist nicht bekannt, ob es eine neuere Version gibt. Mit dieser ist deshalb nichts falsch; versuchen Sie es an einem anderen Tag.',
  'failure.no-version.not-understood':
    'Die Antwort versteht Holdfast nicht, darum ist nicht bekannt, ob es eine neuere Version gibt. Es wurde nichts geändert.',
  'failure.no-place.not-empty':
    'In diesem Ordner ist schon etwas. Es wurde nichts verschoben; legen Sie einen leeren an und wählen Sie den.',
  'failure.no-place.inside':
    'Dieser Ordner und der dieser Wallet liegen ineinander. Es wurde nichts verschoben; wählen Sie einen anderen.',
  'failure.no-place.full':
    'In diesem Ordner ist nicht genug Platz. Es wurde nichts verschoben; schaffen Sie dort Platz oder wählen Sie einen anderen.',
  'failure.no-place.read-only':
    'In diesen Ordner lässt sich nichts schreiben. Es wurde nichts verschoben; wählen Sie einen anderen.',
  'failure.no-place.differs':
    'Was dorthin kopiert wurde, liest sich nicht so, wie es geschrieben wurde: Diesem Datenträger ist nicht zu trauen. Es wurde nichts verschoben; wählen Sie einen anderen.',
  'failure.no-place.failed':
    'Dieser Ordner ließ sich nicht verwenden. Es wurde nichts verschoben; sehen Sie nach, ob er angeschlossen ist, oder wählen Sie einen anderen.',
  'failure.no-place.play-money':
    'Diese Wallet spielt: Ihre Bank und ihr Herausgeber liegen neben ihr. Es wurde nichts verschoben; verlassen Sie zuerst das Spielgeld.',
  'failure.no-place.not-chosen': 'Es wurde kein Ordner gewählt. Es wurde nichts verschoben.',

  'cli.about.settings':
    'Sagt oder bestimmt, wie das Fenster aussieht und sperrt, was es mitteilt und in welcher Sprache.',
  'cli.about.lock': 'Setzt ein anderes Passwort oder keine Sperre an die Stelle der jetzigen.',
  'cli.about.version': 'Sagt, welche Version das ist; mit --check fragt es, ob es eine neuere gibt.',
  'cli.usage.setting': '--{$option :code} nimmt eines von: {$values :codes}. Es wurde nichts geändert.',
  'cli.settings.language': 'Sprache: {$language :said}',
  'cli.settings.language.system': 'Sprache: wie das System.',
  'cli.settings.look': 'Aussehen: {$look :said}',
  'cli.settings.size': 'Größe: {$size :integer} %',
  'cli.settings.lockAfter': 'Gesperrt nach: {$after :said}',
  'cli.settings.lockOnSleep.yes': 'Gesperrt, wenn der Computer schläft: ja.',
  'cli.settings.lockOnSleep.no': 'Gesperrt, wenn der Computer schläft: nein.',
  'cli.settings.tell': 'Mitgeteilt: {$sorts :list}',
  'cli.settings.tell.none': 'Mitgeteilt: nichts.',
  'cli.lock.passphrase': 'Von jetzt an öffnet das neue Passwort diese Wallet, und das alte nicht mehr.',
  'cli.lock.unprotected': 'Von jetzt an ist diese Wallet nicht gesperrt: Wer die Datei lesen kann, öffnet sie.',
} as const;
