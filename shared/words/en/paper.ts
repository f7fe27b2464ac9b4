// SPDX-License-Identifier: GPL-3.0-or-later

/** What stands on paper. */
export const paper = {
  'print.title': 'Recovery sheet',
  'print.file': 'Holdfast recovery sheet',
  'print.subject': 'Wallet {$name :name}, {$date :code}',
  'print.subject.dated': 'Wallet {$name :name}',
  'print.number': 'Sheet',
  'print.number.note': 'Holdfast shows the same number when it shows or reads this sheet.',
  'print.warning': 'Whoever holds this page holds the money.',
  'print.advice': 'Keep it like cash. Nobody will ever ask you for it: no bank, no shop, not the makers of Holdfast.',
  'print.steps': 'To get the money back',
  'print.step.install': 'Get Holdfast on any computer and choose “Restore”.',
  'print.step.read': 'Give it the square code, or type the 26 groups. Small mistakes are found and corrected.',
  'print.step.places':
    'Plug in the sticks and folders named below. Holdfast asks all places and puts together what they keep.',
  'print.step.after': 'Do not pay with the old computer any more after that.',
  'print.code': 'The code in letters',
  'print.code.whole': 'The square alone is enough, and so are these groups with the places below.',
  'print.code.secret': 'The square holds the same code; the places stand on paper only.',
  'print.code.hint': 'No B, I, O or 1, except in group 1.',
  'print.places': 'Where the encrypted copies are',
  'print.places.none': 'Nowhere yet. Without a place that keeps a copy this page restores nothing.',
  'print.places.overleaf': 'On the next page. Keep it with this one.',
  'print.place.sync': '{$name :place}, a backup service',
  'print.place.folder': '{$name :place}, a folder or USB stick',
  'print.place.webdav': '{$name :place}, a folder on a server (asks for a password that is not on this page)',
  'print.place.newer': '{$name :place}, needs a newer Holdfast',
  'print.escrow.none': 'Escrow: not set up.',
  'print.escrow.set': 'Escrow: set up.',
  'print.tested': 'Tested on {$date :code}: everything came back.',
  'print.blank.tested': 'Tested on',
  'print.blank.copies': 'Other copies of this page are at',
  'print.blank.helper': 'Who helps',
  'print.foot.without':
    'Without Holdfast: the groups are one long codex32 string (BIP-93) with the prefix “hold”. How it opens a copy is written in electron/backup/FORMAT.md, part of the source of Holdfast.',
  'print.foot.made':
    'Made with Holdfast {$version :version}, free software (GPL-3.0-or-later). Cut at the corners; fold at the marks, writing inside.',

  'print.share.file': 'Shares of a Holdfast recovery sheet',
  'print.share.title': 'Share {$share :integer} of {$of :integer}',
  'print.share.number': 'Split',
  'print.share.number.note': 'All {$of :integer} pages of this split of a Holdfast recovery sheet have this number.',
  'print.share.warning': 'Alone this page reveals nothing. Any {$needed :integer} pages of this split are the money.',
  'print.share.advice':
    'Keep it away from the others. Nobody will ever ask you for it: no bank, no shop, not the makers of Holdfast.',
  'print.share.step.read':
    'Bring together {$needed :integer} pages with this number, in any order. Give it their square codes, or type their 26 groups.',
  'print.share.code': 'This share in letters',
  'print.share.code.whole': 'Of this share the square alone is enough, and so are these groups with the places below.',
  'print.blank.share': 'This share is with',
  'print.blank.others': 'The others are with',
  'print.share.foot.without':
    'Without Holdfast: the groups are one of {$needed :integer} shares of a long codex32 string (BIP-93) with the prefix “hold”. How they become one, and open a copy, is written in electron/backup/FORMAT.md, part of the source of Holdfast.',

  'receipt.title': 'Receipt: this wallet was emptied',
  'receipt.date': 'Date: {$at :time}',
  'receipt.sent': 'Sent and taken: {$sums :list}',
  'receipt.sent.nothing': 'Sent and taken: nothing',
  'receipt.fees': 'Fees of sending: {$sums :list}',
  'receipt.fees.none': 'Fees of sending: none',
  'receipt.dust': 'Not worth sending (the fee is higher): {$sums :list}',
  'receipt.payment': '{$number :integer}. {$sum :amount}, issued by {$exchange :address}',
  'receipt.payment.fees': 'Fees {$fees :amount}; could be taken until {$until :time}; taken',
  'receipt.payment.id': 'Number by which the issuer and the receiver find it: {$id :code}',
  'receipt.erased': 'The wallet and its recovery secret were erased on this computer after that.',
} as const;
