// SPDX-License-Identifier: GPL-3.0-or-later

/** The recovery sheet, and bringing money back with it. */
export const sheet = {
  'sheet.title': 'Recovery sheet',
  'sheet.lead': 'One page of paper that brings everything back, on any computer.',
  'sheet.uninitialized':
    'There is nothing to put on a sheet yet: its code is made together with the first place for copies.',
  'sheet.toBackup': 'Add a place',
  'sheet.point.owner': 'Whoever reads the sheet owns the money.',
  'sheet.point.nobody': 'Nobody will ever ask you for it: no bank, no shop, no support.',
  'sheet.point.around':
    'Look around you before you reveal it. It hides itself after ten minutes and when you leave this page.',
  'sheet.point.asked': 'Your system asks you once more, outside this page. The sheet is shown only if you agree there.',
  'sheet.reveal': 'Reveal the sheet',
  'sheet.hide': 'Hide',
  'sheet.print': 'Print',
  'sheet.save': 'Save as PDF',
  'sheet.paper.A4': 'Paper: A4',
  'sheet.paper.Letter': 'Paper: Letter',
  'sheet.print.first':
    'Printing leaves no file on this computer. A file can be copied by any program, and by a folder that is synchronised: whoever can read it has the money.',
  'sheet.print.done': 'Handed to the printer. Hide the sheet here, and read the paper back.',
  'sheet.printed':
    'Saved as {$file :file}. Print it, hide the sheet here and read the paper back. Keep the paper safe, then delete the file: whoever reads it owns the money.',
  'sheet.test.title': 'Read the sheet back',
  'sheet.test.words':
    'A sheet counts once it was read back: take the paper, not this screen, and show it to the camera, open a photo or a PDF of it, or type its groups. Then every place is asked for its copy, everything is restored for a try, and you see what would come back. Nothing changes here, and nothing is uploaded.',
  'sheet.test.never': 'No sheet of this wallet was read back yet.',
  'sheet.test.elsewhere': 'Do you have a sheet of this wallet on paper already?',
  'sheet.test.last': 'Last read back on {$at :day}.',
  'sheet.test.help':
    'All that stands on the page, or one share after the other. Upper and lower case, spaces and line numbers do not matter.',
  'sheet.test.lines':
    'The code is in. Still missing is where the copies are: write the addresses that stand on the page below the groups, then test again. Nothing was tested yet, and nothing is wrong with your sheet.',
  'sheet.test.do': 'Test this sheet',

  'paper.title': 'Holdfast recovery sheet',
  'paper.what':
    'This page opens a wallet with money in it. Keep it where you keep valuables. Nobody will ever ask you for it.',
  'paper.wallet': 'Wallet',
  'paper.date': 'Date',
  'paper.number': 'Sheet',
  'paper.secret': 'Recovery secret, in numbered groups',
  'paper.asks': '(asks for its user name and password, which are not on this page)',
  'paper.providers': 'Copies are kept by',
  'paper.text': 'Recovery text',
  'paper.preview':
    '.input {$count :integer} .match $count one {{This is the page as it will be printed.}} * {{These are the {$count} pages as they will be printed.}}',
  'paper.preview.whole': 'See the whole page',
  'paper.preview.large': 'See it large',
  'paper.preview.page': 'Page {$at :integer} of {$of :integer}',

  'split.title': 'Split the sheet into shares',
  'split.words':
    'Instead of one page that opens everything you can have several, of which only some together do. Give them to people or put them in places that have nothing to do with each other.',
  'split.count': 'Pages in all',
  'split.needed': 'Needed to get the money back',
  'split.many': '{$count :integer} pages',
  'split.any': 'any {$count :integer} of them',
  'split.together':
    'Any {$needed :integer} of the {$count :integer} pages together are the money: whoever has so many has it.',
  'split.lose':
    '.input {$count :integer} .match $count one {{You may lose {$count} page.}} * {{You may lose {$count} pages.}}',
  'split.loseNone': 'You may lose none: if one page is lost, these pages bring nothing back.',
  'split.fewer':
    '.input {$count :integer} .match $count one {{One page alone reveals nothing, to nobody, whatever computers they have.}} * {{{$count} pages and fewer reveal nothing, to nobody, whatever computers they have.}}',
  'split.voidsNothing':
    'Sheets and shares that were made before stay as good as they are: whoever has enough of them still has the money. Only a new secret ends that.',
  'split.do': 'Make {$count :integer} pages',
  'split.made': 'Shares that were made here',
  'split.made.one': 'Split {$split :code} of {$at :day}: any {$needed :integer} of {$of :integer} pages.',
  'split.made.untested': 'It was never read back.',
  'split.made.tested': 'Last read back on {$at :day}.',
  'split.shown': 'Split {$split :code}: {$count :integer} pages, of which any {$needed :integer} are needed.',
  'split.shown.words':
    'They are shown once: print them or save them now. Then hide them and read {$needed :integer} of the pages back, so that you know they are right, and give each to another place.',
  'split.printed':
    'Saved as {$file :file}. Print it and read the paper back. Then delete the file: whoever reads enough of these pages owns the money.',
  'split.back': 'Back to the whole sheet',
  'split.print.done': 'Handed to the printer. Hide the pages here, and read {$needed :integer} of them back.',
  'split.print.first':
    'Printing leaves no file on this computer. A file can be copied by any program, and by a folder that is synchronised: whoever has {$needed :integer} of these pages has the money.',
  'split.printOne': 'Print page {$number :integer} alone',
  'split.saveOne': 'Save page {$number :integer} alone as PDF',
  'share.title': 'Share {$share :integer} of {$of :integer} of a Holdfast recovery sheet',
  'share.what':
    'Alone this page reveals nothing. Any {$needed :integer} of these pages together open a wallet with money in it.',
  'share.split': 'Split',
  'share.code': 'This share, in numbered groups',

  'restore.title': 'Restore',
  'restore.lead':
    'Every place on the sheet is asked at once. What they hold is joined with what is here; nothing is overwritten.',
  'restore.initialized':
    'This wallet already keeps copies of its own, so another one cannot be restored into it. Restore in a new wallet, or erase this one first.',
  'restore.toTakeover': 'Take the other wallet over instead: its money joins this one',
  'restore.toComputer': 'Erase this wallet',
  'restore.text': 'Recovery text',
  'restore.text.help':
    'Paste all that stands on the page, one below the other as many shares as are needed, or a taler://restore/… link. Upper and lower case, spaces and line numbers do not matter.',
  'restore.folders': 'Folders with copies',
  'restore.folders.help': 'If a copy is in a folder or on a stick, say where it is on this computer.',
  'restore.places': 'Where copies are kept',
  'restore.places.help':
    'The code alone does not say it. One address on each line, such as https://sync.example.org/; nothing here if you point at a folder.',
  'restore.asks': 'Places that ask who you are',
  'restore.asks.help':
    'The sheet does not hold these. Leave them empty where everybody may read, or where another copy knows them.',
  'restore.addFolder': 'Choose a folder',
  'restore.dropFolder': 'Leave out',
  'restore.dropFolder.label': 'Leave out: {$folder :file}',
  'restore.do': 'Restore',
  'restore.pending':
    'Asking every place, then checking with the issuers that the money is still good. This can take a minute.',
  'restore.leave': 'Stop waiting: to the overview. It goes on by itself.',
  'restore.under':
    'A wallet was to be brought back here, and nothing of it has come yet. Go on there before you add money: a wallet with money of its own does not simply come back.',
  'restore.keepEmpty': 'Keep this empty wallet instead',
  'restore.again':
    'You began to bring a wallet back here, and nothing of it has come yet. The sheet is not kept on this computer: put it in once more.',
  'restore.progress.places': 'Who answers',
  'restore.progress.money': 'Here so far',
  'restore.progress.joined': 'This money can be seen and used already; the rest goes on beside it.',
  'restore.progress.issuers': 'Checking with the issuers',
  'restore.asking': 'Asking',
  'restore.asking.why': 'No answer yet.',
  'issuer.checking': 'Checking',
  'issuer.done': 'Checked',
  'issuer.silent': 'Silent',
  'issuer.progress':
    '.input {$checked :integer} .input {$of :integer} .match $of one {{{$checked} of {$of} piece of money checked.}} * {{{$checked} of {$of} pieces of money checked.}}',
  'issuer.silent.why': 'It does not answer. What it issued stays here, and is checked again by itself.',
  'restore.sources': 'Who answered',
  'restore.copyFrom': 'Its copy is from {$at :time}.',
  'restore.coins': 'Checked with the issuers',
  'restore.coinsChecked':
    '.input {$count :integer} .match $count one {{{$count} piece of money was checked.}} * {{{$count} pieces of money were checked.}}',
  'restore.coinsNoneSpent':
    '.input {$count :integer} .match $count one {{It had not been spent elsewhere.}} * {{None of them had been spent elsewhere.}}',
  'restore.nobodyChecked': 'Nothing is checked yet: no issuer answered. It is tried again by itself.',
  'restore.nothingToCheck': 'There was no money to check.',
  'restore.coinsSpent':
    '.input {$count :integer} .match $count one {{{$count} had been spent elsewhere; the history shows it.}} * {{{$count} had been spent elsewhere; the history shows them.}}',
  'restore.exchangesSilent':
    'These issuers did not answer, so the money from them is not checked yet. It is checked again by itself: {$exchanges :places}.',
  'restore.toOverview': 'To my money',

  'answer.found': 'Found',
  'answer.found.why': 'Holds a copy of this wallet.',
  'answer.empty': 'Empty',
  'answer.empty.why': 'Answered, and holds nothing of this wallet.',
  'answer.silent': 'Silent',
  'answer.silent.why': 'Did not answer. It may still hold a copy.',
  'answer.unusable': 'Unusable',
  'answer.unusable.why': 'Answered with something this wallet cannot open.',
} as const;
