// SPDX-License-Identifier: GPL-3.0-or-later

/** Menus, tray, notifications and links: what the window says to the system it runs on. */
export const desktop = {
  'menu.file': 'File',
  'menu.edit': 'Edit',
  'menu.go': 'Go',
  'menu.view': 'View',
  'menu.help': 'Help',
  'menu.pay': 'Pay a link',
  'menu.add': 'Add money',
  'menu.send': 'Send money',
  'menu.request': 'Request money',
  'menu.undo': 'Undo',
  'menu.redo': 'Redo',
  'menu.cut': 'Cut',
  'menu.copy': 'Copy',
  'menu.paste': 'Paste',
  'menu.selectAll': 'Select all',
  'menu.larger': 'Larger',
  'menu.smaller': 'Smaller',
  'menu.usualSize': 'Usual size',
  'menu.fullScreen': 'Full screen',
  'menu.shortcuts': 'Keyboard shortcuts',
  'menu.quit': 'Close Holdfast',
  'menu.show': 'Show Holdfast',

  'shortcuts.title': 'Keyboard shortcuts',
  'shortcuts.lead': 'Everything can be reached without a mouse: Tab goes on, Enter presses, Escape closes.',
  'shortcuts.control': 'Ctrl',
  'shortcuts.pages': 'Pages',
  'shortcuts.window': 'Window',

  'tray.state': 'Holdfast: {$state :said}',

  'notify.arrived': 'Money has arrived',
  'notify.arrived.sum': '{$sum :amount} have arrived',
  'notify.taken': 'Your payment was taken',
  'notify.taken.sum': 'Your payment of {$sum :amount} was taken',
  'notify.paid': 'Your request was paid',
  'notify.paid.sum': 'Your request of {$sum :amount} was paid',
  'notify.payment-due': 'A place for copies wants a decision',
  'notify.year-ends': 'The paid year of a place for copies ends soon',
  'notify.not-protected': 'Your money is not protected any more',
  'notify.at-risk': 'Part of your money is at risk',
  'notify.open': 'Open Holdfast to see more.',

  'shell.links.message': 'Open payment links with Holdfast?',
  'shell.links.words':
    'Links that begin with taler: would be opened by Holdfast on this computer. It shows what they mean before anything is paid. This is asked once; the system’s settings change it later.',
  'shell.links.do': 'Open them with Holdfast',
  'shell.links.not': 'Leave it as it is',

  'link.waits': 'A link or a file was opened in another program.',
  'link.pay': 'It asks for a payment',
  'link.add': 'It brings money from a bank',
  'link.receive': 'It is a payment between people, or a refund',
  'link.deposit': 'It names a bank account to send money to',
  'link.restore': 'It brings a wallet back',
  'link.too-long':
    'A link was opened that is too long for any wallet, so it was not read. Nothing was paid; ask whoever made it for another one.',
  'link.unknown':
    'A link was opened that is not for this wallet. Nothing was paid; ask whoever made it what it is for, or open it with another program.',
  'link.unreadable-file':
    'The file that was opened holds no recovery text that can be read here: it is too large, no text, or cannot be opened. Nothing was changed, and no money is at risk.',
  'link.open': 'Look at it',
  'link.leave': 'Not now',
} as const;
