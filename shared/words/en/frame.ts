// SPDX-License-Identifier: GPL-3.0-or-later

/** The frame around everything: start, lock, navigation, fields, this computer. */
export const frame = {
  'app.opening': 'Opening the wallet …',
  'app.cannotOpen': 'This wallet cannot be opened now',
  'app.waiting': 'One moment …',
  'app.skip': 'Skip to the page',

  'failure.bridge':
    'The window lost its connection to the wallet ({$why}). Close Holdfast and open it again; nothing is lost.',

  'nav.label': 'Pages',
  'nav.overview': 'Overview',
  'nav.send': 'Send',
  'nav.receive': 'Receive',
  'nav.backup': 'Backup',
  'nav.sheet': 'Recovery sheet',
  'nav.restore': 'Restore',
  'nav.history': 'History',
  'nav.devices': 'Devices',
  'nav.computer': 'This computer',
  'nav.playMoney': 'Play money',
  'nav.unprotected': 'Not locked',

  'amount.malformed': 'Write a sum such as 20 or 4.50.',
  'amount.tooLarge': 'This sum is larger than Taler can express.',
  'amount.otherCurrency': 'The sum must be in {$currency}.',
  'amount.zero': 'The sum must be more than zero.',

  'confirm.keep': 'Keep it',

  'copy.do': 'Copy',
  'copy.done': 'Copied',
  'copy.refused': 'Could not copy',
  'copy.label': 'Copy: {$what}',

  'first.title': 'E-cash that survives your computer',
  'first.lead':
    'Holdfast keeps GNU Taler e-cash and puts encrypted copies of it in places you choose. One printed sheet brings all of it back.',
  'first.play.title': 'Look around first',
  'first.play.words':
    'A complete Taler economy runs inside this program: a bank, an exchange, a shop and backup providers. No network, no real money.',
  'first.play.do': 'Try with play money',
  'first.new.title': 'Create a wallet',
  'first.new.words': 'For real e-cash, from any Taler exchange.',
  'first.new.do': 'Create a wallet',
  'first.restore.title': 'Restore a wallet',
  'first.restore.words': 'From a recovery sheet, on this computer.',
  'first.restore.do': 'Restore from a sheet',
  'first.where': 'Version {$version}. This wallet will be kept in {$directory}.',

  'protection.label': 'Who may open this wallet on this computer?',
  'protection.passphrase': 'Whoever knows a passphrase',
  'protection.passphrase.why':
    'You type it when Holdfast starts and before the recovery sheet is shown. Nobody can reset it; the sheet can replace it.',
  'protection.keychain': 'Whoever is logged in as you',
  'protection.keychain.why': 'The system’s keychain keeps the key. Nothing to type.',
  'protection.keychain.missing': 'This system has no keychain that Holdfast can trust.',
  'protection.unprotected': 'Anyone who can read the file',
  'protection.unprotected.why': 'No lock at all. Only for play money.',
  'protection.passphrase.field': 'Passphrase',
  'protection.passphrase.again': 'Passphrase, once more',
  'protection.passphrase.short': 'Use at least {$length :integer} characters; four random words are good.',
  'protection.passphrase.different': 'The two passphrases differ.',
  'protection.back': 'Back',
  'protection.do': 'Create',

  'locked.title': 'This wallet is locked',
  'locked.lead': 'Its money is safe and its backups go on when you open it.',
  'locked.passphrase': 'Passphrase',
  'locked.do': 'Open',
  'locked.lost': 'Passphrase lost? With the recovery sheet the money can be restored into a new wallet.',
  'locked.sheet.open': 'Open with the recovery sheet …',
  'locked.sheet.words':
    'Passphrase lost? The recovery sheet of this wallet opens it, and you choose a new lock. Nothing in the wallet changes.',
  'locked.sheet.title': 'Open with the recovery sheet',
  'locked.sheet.help': 'From HOLDFAST-RECOVERY-1 to END, of this wallet’s own sheet. It is used on this computer only.',
  'locked.sheet.next': 'Choose the new lock',
  'locked.sheet.lock': 'How this wallet is locked from now on',

  'steps.title': 'Protected after four steps',
  'steps.done': '(done)',
  'steps.money': 'Money in',
  'steps.money.why': 'Backup providers are paid with it.',
  'steps.provider': 'A place for copies',
  'steps.provider.why': 'A provider, or a folder of yours.',
  'steps.copy': 'A verified copy',
  'steps.copy.why': 'Read back and compared.',
  'steps.sheet': 'Sheet on paper',
  'steps.sheet.why': 'Without it no copy opens.',

  'sum.currency': 'Currency',
  'sum.noExchange': 'This wallet knows no exchange yet: add money first, or paste an address.',

  'hours.4': '4 hours',
  'hours.24': 'A day',
  'hours.168': 'A week',
  'hours.720': '30 days',

  'computer.title': 'This computer',
  'computer.lead': 'Where this wallet lives and who can open it here.',
  'computer.directory': 'Kept in',
  'computer.protection': 'Opened by',
  'computer.protection.passphrase': 'a passphrase',
  'computer.protection.keychain': 'the system’s keychain',
  'computer.protection.unprotected': 'anyone who can read the file',
  'computer.protection.none': 'nothing yet',
  'computer.version': 'Version',
  'computer.unprotected': 'The wallet’s file is not locked. That is fine for play money and for nothing else.',
  'computer.erase.title': 'Erase this wallet',
  'computer.erase.words':
    'Takes the wallet and its keys off this computer. Copies at providers stay, and the recovery sheet can bring them back.',
  'computer.erase.open': 'Erase …',
  'computer.erase.lost': '{$sums :list} would be lost: no provider holds a verified copy of it.',
  'computer.erase.noSheet':
    'The recovery sheet, with today’s providers on it, was never opened here. Without a sheet no copy can be restored.',
  'computer.erase.confirm': 'This cannot be undone without the recovery sheet.',
  'computer.erase.type': 'Type “{$words}”',
  'computer.erase.do': 'Erase everything',

  'time.never': 'for ever',
} as const;
