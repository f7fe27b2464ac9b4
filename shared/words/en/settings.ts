// SPDX-License-Identifier: GPL-3.0-or-later

/** What a person sets: the window, the lock, notifications, the place of the files; and what the program says about itself. */
export const settings = {
  'settings.title': 'Settings',
  'settings.lead': 'How Holdfast looks, who can open it here, and what it tells whom.',

  'settings.look.title': 'Language and look',
  'settings.look': 'Look',
  'settings.look.system': 'As the system',
  'settings.look.light': 'Light',
  'settings.look.dark': 'Dark',
  'settings.look.contrast': 'High contrast',
  'settings.size': 'Size of text and everything else',
  'settings.size.percent': '{$size :integer} %',
  'settings.size.larger': 'Larger',
  'settings.size.smaller': 'Smaller',

  'lock.title': 'Lock',
  'lock.now': 'Lock now',
  'lock.change': 'Change …',
  'lock.opened.passphrase': 'Opened by your passphrase.',
  'lock.opened.keychain': 'Opened by the system’s keychain, for whoever is logged in as you.',
  'lock.opened.unprotected': 'Not locked: opened by anyone who can read the file. That is fine for play money alone.',
  'lock.opened.none': 'Not locked yet.',
  'lock.needs': 'It can be locked while Holdfast runs once a passphrase opens it.',
  'lock.after': 'Lock when nobody used the window for',
  'lock.after.span': '{$span :span}',
  'lock.after.never': 'Never',
  'lock.sleep': 'Lock when the computer sleeps or its screen is locked',
  'lock.meanwhile':
    'While it is locked, nothing is copied, paid or received. Money that is on its way is not lost: it goes on when the wallet is opened.',
  'lock.change.title': 'Another lock',
  'lock.change.words':
    'From then on only the new lock opens this wallet here, and the recovery sheet as before. Whoever has an older copy of the files can still open that copy with the old passphrase.',
  'lock.change.now': 'Passphrase of now',
  'lock.change.do': 'Use this lock',
  'lock.change.done': 'The new lock is in place.',

  'tell.title': 'Notifications',
  'tell.words':
    'Told while the window is not in front, and without sums while the screen is locked. A locked wallet tells nothing.',
  'tell.money': 'Money arrived, or a request was paid',
  'tell.taken': 'Somebody took a payment of yours',
  'tell.place': 'A place for copies wants a decision',
  'tell.safety': 'Your money is not protected any more',

  'kept.title': 'Where this wallet is kept',
  'kept.show': 'Open the folder',
  'kept.move': 'Move …',
  'kept.move.title': 'Move this wallet?',
  'kept.move.words':
    'Its files are copied to {$folder :file}, compared with these, and then removed here. If the computer stops meanwhile, the wallet is whole in one of the two places.',
  'kept.move.sameDisk':
    'Also on that disk: {$places :places}. A disk that breaks would take the wallet and those copies with it.',
  'kept.move.do': 'Move it',
  'kept.moved': 'The wallet lies in {$folder :file} now.',
  'kept.moved.left':
    'Something could not be removed from {$folder :file}. It opens nothing but an old state of this wallet; the next start tries again.',

  'issuers.version': 'Protocol',
  'issuers.key': 'Key',
  'issuers.shops': 'Where its money is taken:',

  'about.title': 'About Holdfast',
  'about.version': 'Version {$version :version}',
  'about.ask': 'Look for a new version',
  'about.ask.words':
    'Asks one address of the makers of Holdfast, through your proxy, and only when you press this. Nothing is installed by itself.',
  'about.ask.newer': 'Version {$version :version} is there. Get it from where you got this one.',
  'about.ask.newest': 'This is the newest version.',
  'about.licences': 'Licences',
  'about.licences.lead':
    'Holdfast is free software under the GNU General Public License, version 3 or later. It contains the work of others:',
  'about.licences.label': 'Licences of others',
  'about.report': 'Write a report',
  'about.shortcuts': 'Keyboard shortcuts',

  'failure.cannot-write.settings':
    'The setting could not be written to this disk. Nothing was changed, and no money is at risk; make room and choose again.',
  'failure.not-lockable.no-passphrase':
    'This wallet opens without a passphrase, so it cannot be locked while Holdfast runs. Choose a passphrase first.',
  'failure.not-lockable.file-changed':
    'The key file (wallet-key.json) is not the one this wallet was opened with. Locked now, it might never open again, so it stays open. Put the file back, or print your recovery sheet; then lock it.',
  'failure.no-version.unreachable':
    'Nobody answered, so it is not known whether there is a newer version. Nothing is wrong with this one because of that; try again some other day.',
  'failure.no-version.not-understood':
    'The answer was not one that Holdfast understands, so it is not known whether there is a newer version. Nothing was changed.',
  'failure.no-place.not-empty':
    'There is something in that folder already. Nothing was moved; make an empty folder and choose it.',
  'failure.no-place.inside':
    'That folder and the one of this wallet lie in each other. Nothing was moved; choose another one.',
  'failure.no-place.full':
    'There is not enough room in that folder. Nothing was moved; make room there or choose another one.',
  'failure.no-place.read-only': 'Nothing can be written to that folder. Nothing was moved; choose another one.',
  'failure.no-place.differs':
    'What was copied there does not read as what was written: that disk is not to be trusted. Nothing was moved; choose another one.',
  'failure.no-place.failed':
    'That folder could not be used. Nothing was moved; check that it is connected, or choose another one.',
  'failure.no-place.play-money':
    'This wallet plays: its bank and issuer lie beside it. Nothing was moved; leave play money first.',
  'failure.no-place.not-chosen': 'No folder was chosen. Nothing was moved.',

  'cli.about.settings': 'Says or sets how the window looks and locks, what it tells, and in which language.',
  'cli.about.lock': 'Puts another passphrase, or no lock, in the place of the one there is.',
  'cli.about.version': 'Says which version this is; with --check it asks whether there is a newer one.',
  'cli.usage.setting': '--{$option :code} takes one of: {$values :codes}. Nothing was changed.',
  'cli.settings.language': 'Language: {$language :said}',
  'cli.settings.language.system': 'Language: as the system.',
  'cli.settings.look': 'Look: {$look :said}',
  'cli.settings.size': 'Size: {$size :integer} %',
  'cli.settings.lockAfter': 'Locked after: {$after :said}',
  'cli.settings.lockOnSleep.yes': 'Locked when the computer sleeps: yes.',
  'cli.settings.lockOnSleep.no': 'Locked when the computer sleeps: no.',
  'cli.settings.tell': 'Told: {$sorts :list}',
  'cli.settings.tell.none': 'Told: nothing.',
  'cli.lock.passphrase': 'From now on the new passphrase opens this wallet, and the old one does not.',
  'cli.lock.unprotected': 'From now on this wallet is not locked: anyone who can read the file opens it.',
} as const;
