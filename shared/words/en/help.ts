// SPDX-License-Identifier: GPL-3.0-or-later

/** What `holdfast --help` says of each command, and what stands for what is to be filled in. */
export const help = {
  'cli.about.status': 'Money, how safe it is, what is under way. Exit code 3 when something has to be done.',
  'cli.about.balance': 'The money by issuer.',
  'cli.about.history':
    'Every event, newest first, or those in which all words occur; --long shows all that is known of each, --csv makes a table.',
  'cli.about.exchange': 'Adds an issuer of money, or lists those that are known.',
  'cli.about.withdraw': 'Takes money out of a bank account: by a transfer you make, or by a link of your bank.',
  'cli.about.pay': 'Pays a shop by its link, after showing the price and the fees.',
  'cli.about.send': 'Puts money into a link that another person takes.',
  'cli.about.request': 'Makes a link that another person pays.',
  'cli.about.receive': 'Takes or pays what is behind a link of another person.',
  'cli.about.refund': 'Fetches what a shop gives back.',
  'cli.about.agree': 'Says yes to a price that has changed, after showing it.',
  'cli.about.abort': 'Ends what is not finished; status shows the ID.',
  'cli.about.forget':
    'Forgets what is over: a purchase, a payment between people, a transfer from or to a bank, an issuer without money, a removed place. The sums stay.',
  'cli.about.without-backup': 'Lets a sum go on that waits for its copy, at the risk of losing it with this computer.',
  'cli.about.deposit': 'Sends money to your bank account.',
  'cli.about.provider':
    'Adds, lists, tests (reads back), renews or removes a place that keeps encrypted copies, or sets what a year there may cost.',
  'cli.about.backup':
    'Makes copies now, or sets how many are wanted. Exit code 3 when that does not make the money safe.',
  'cli.about.sheet':
    'Prints the recovery sheet, with --shares split into shares; --verify reads it back from a photo, a PDF or a text, and only that makes it count.',
  'cli.about.drill':
    'Restores for a try from every place, by the sheet or without it, and says what would come back. Changes nothing.',
  'cli.about.unlock': 'Opens a wallet whose passphrase is lost with its sheet.',
  'cli.about.restore': 'Brings a wallet back from its sheet, or from enough shares of it.',
  'cli.about.import':
    'Brings in the money of GNU Taler’s wallet by its link, its recovery text or a backup of it; --look only shows what is in it.',
  'cli.about.set-aside':
    'Moves the files of a wallet that does not open into a folder of their own, so that it can be restored here. Deletes nothing.',
  'cli.about.report':
    'Prints what whoever helps needs to know: which files there are and what does not open. No secret, name, address or sum is in it.',
  'cli.about.empty': 'Sends everything to another wallet and erases this one.',
  'cli.about.devices': 'Lists the devices of this wallet.',
  'cli.about.name': 'Says what this wallet and this device are called, or names them or a place.',
  'cli.about.abandon': 'Leaves this wallet here, so that another device can take it over.',
  'cli.about.takeover': 'Takes over another wallet by its sheet, or makes this device the active one again.',
  'cli.about.rekey':
    'Makes a new secret, because somebody may have seen the sheet: the money moves, and the old sheet is worth nothing.',
  'cli.about.undo': 'Undoes the last restore or takeover, or lists what can be undone.',
  'cli.about.run': 'Goes on with everything that is under way.',

  'cli.word.AMOUNT': 'AMOUNT',
  'cli.word.DIR': 'DIR',
  'cli.word.FILE': 'FILE',
  'cli.word.LANGUAGE': 'LANGUAGE',
  'cli.word.COMMAND': 'COMMAND',
  'cli.word.NAME': 'NAME',
  'cli.word.NUMBER': 'NUMBER',
  'cli.word.SECONDS': 'SECONDS',
  'cli.word.TEXT': 'TEXT',
} as const;
