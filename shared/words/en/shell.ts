// SPDX-License-Identifier: GPL-3.0-or-later

/** What the system's own dialogs say, outside the page. */
export const shell = {
  'shell.folder.title': 'Choose a folder for copies',
  'shell.folder.do': 'Use this folder',
  'shell.pdf.title': 'Save the recovery sheet as PDF',
  'shell.place.title': 'Choose the folder this wallet is kept in',
  'shell.place.do': 'Use this folder',
  'shell.history.title': 'Save the history',
  'shell.report.title': 'Save the report',
  'shell.page.died': 'The window closed several times in a row',
  'shell.page.died.not': 'Close Holdfast',
  'shell.page.hangs': 'The window does not answer',
  'shell.page.hangs.not': 'Wait',
  'shell.page.words':
    'No money is at risk: the wallet runs apart from its window. What was typed and not sent has to be typed again.',
  'shell.page.do': 'Open the window anew',
  'shell.reveal.message': 'Show the recovery sheet?',
  'shell.reveal.words':
    'Whoever reads the sheet owns the money in this wallet. Look around you first. If you did not ask for this yourself, cancel.',
  'shell.reveal.cancel': 'Cancel',
  'shell.reveal.do': 'Show the sheet',
  'shell.reveal.sensor': 'show the recovery sheet',
  'shell.cannotStart': 'Holdfast cannot start',
  'shell.forbiddenSwitch': 'Holdfast does not start with --{$name :code}: it would open the wallet to other programs.',
  'shell.quit.message': '{$state :said}. Close Holdfast all the same?',
  'shell.quit.cancel': 'Stay',
  'shell.quit.do': 'Close',
} as const;
