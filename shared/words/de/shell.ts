// SPDX-License-Identifier: GPL-3.0-or-later
import type { shell as english } from '../en/shell.ts';

/** Was die Dialoge des Systems sagen, außerhalb der Seite. */
export const shell: Readonly<Record<keyof typeof english, string>> = {
  'shell.folder.title': 'Ordner für Kopien wählen',
  'shell.folder.do': 'Diesen Ordner nehmen',
  'shell.pdf.title': 'Notfallblatt als PDF speichern',
  'shell.place.title': 'Ordner wählen, in dem diese Wallet liegt',
  'shell.place.do': 'Diesen Ordner nehmen',
  'shell.history.title': 'Verlauf speichern',
  'shell.report.title': 'Bericht speichern',
  'shell.page.died': 'Das Fenster ist mehrmals hintereinander abgestürzt',
  'shell.page.died.not': 'Holdfast schließen',
  'shell.page.hangs': 'Das Fenster antwortet nicht',
  'shell.page.hangs.not': 'Warten',
  'shell.page.words':
    'Kein Geld ist in Gefahr: Die Wallet läuft getrennt von ihrem Fenster. Was eingetippt und nicht abgeschickt war, muss noch einmal eingetippt werden.',
  'shell.page.do': 'Fenster neu öffnen',
  'shell.reveal.message': 'Das Notfallblatt zeigen?',
  'shell.reveal.words':
    'Wer das Blatt liest, dem gehört das Geld in dieser Wallet. Sehen Sie sich zuerst um. Wenn Sie das nicht selbst verlangt haben, brechen Sie ab.',
  'shell.reveal.cancel': 'Abbrechen',
  'shell.reveal.do': 'Blatt zeigen',
  'shell.reveal.sensor': 'das Notfallblatt zeigen',
  'shell.cannotStart': 'Holdfast kann nicht starten',
  'shell.forbiddenSwitch':
    'Holdfast startet nicht mit --{$name :code}: Das würde die Wallet anderen Programmen öffnen.',
  'shell.quit.message': '{$state :said}. Holdfast trotzdem schließen?',
  'shell.quit.cancel': 'Hierbleiben',
  'shell.quit.do': 'Schließen',
};
