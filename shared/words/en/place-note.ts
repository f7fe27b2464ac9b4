// SPDX-License-Identifier: GPL-3.0-or-later

/** What is said of a place that keeps copies, why it gave no usable answer, and why it was not paid. */
export const placeNote = {
  'trouble.unreachable': 'It could not be reached.',
  'trouble.timeout': 'It did not answer within {$afterMs :span}.',
  'trouble.server-trouble': 'It has trouble of its own.',
  'trouble.too-large': 'Its answer is larger than {$limitBytes :bytes}.',
  'trouble.unreadable': 'Its answer cannot be read.',
  'trouble.redirected': 'It sends this wallet elsewhere.',
  'trouble.refused': 'It refuses.',
  'trouble.between':
    'Somebody between answers in its stead: a network that wants a sign-in first, a proxy, or a notice of maintenance. What it holds was not read.',
  'trouble.no-escrow-service': 'It does not answer like one.',
  'trouble.no-service': 'It does not answer like a service that keeps copies.',
  'trouble.other-version': 'It speaks a language that this Holdfast does not know (version {$version :version}).',
  'trouble.unasked-unchanged': 'It says “unchanged” without having been asked.',
  'trouble.bad-signature': 'It does not accept this wallet’s signature. Is its address spelled as before?',
  'trouble.damaged-in-transit': 'What was sent arrived damaged, twice.',
  'trouble.payment-service-silent': 'Its payment service does not answer.',
  'trouble.closing': 'It is closing down.',
  'trouble.shut-out.password': 'It does not accept the user name and password.',
  'trouble.shut-out.permission': 'It does not let this user read and write there.',
  'trouble.no-address': 'It is no web address.',
  'trouble.confirmed-and-lacks': 'It confirmed the copy and does not have it.',
  'trouble.asks-again': 'It asks for payment again and again.',
  'trouble.asks-for-paid': 'It asks again for something that is paid.',
  'trouble.contradicts-itself': 'It contradicts itself about what it holds.',
  'trouble.unnamed-payment': 'It asks for a payment without saying which.',
  'trouble.sealed-by-other': 'What is there is damaged or was not sealed by this wallet.',
  'trouble.unpacks-too-large': 'What is there unpacks to more than it may.',
  'trouble.not-confirmed':
    'Only a copy names its address, which is not encrypted or inside a private network. Nothing is sent there until you add it again under that address.',
  'trouble.inner-address': 'It wants to be paid at an address that it may not name.',
  'trouble.listing-unreadable': 'Its list of the folder cannot be read.',
  'trouble.folder-too-full': 'The folder holds too much. Holdfast needs one of its own.',
  'trouble.answers-page': 'It answers with a page, not like a WebDAV server.',
  'trouble.no-such-folder': 'There is no such folder on the server.',
  'trouble.no-webdav': 'It does not speak WebDAV at this address.',
  'trouble.folder-above-missing': 'The folder above it is not there.',
  'trouble.changed-meanwhile': 'What lies there has changed at this moment.',
  'trouble.file-locked': 'Another program has locked a file there.',
  'trouble.storage-full': 'Its storage is full.',
  'trouble.odd-answer': 'Its answer fits no question of this wallet.',
  'trouble.redirected-to': 'It sends this wallet to {$to :quote}. Add it again by that address if it is right.',
  'trouble.no-https': 'It is no https address.',
  'trouble.neither-service-nor-webdav': 'It answers neither like a service that keeps copies nor like a WebDAV folder.',
  'trouble.other-login': 'It wants a login that Holdfast does not speak (only Basic, over https).',
  'trouble.folder-full': 'The folder’s disk is full.',
  'trouble.folder-closed.reading': 'The folder does not let Holdfast read.',
  'trouble.folder-closed.writing': 'The folder does not let Holdfast write.',
  'trouble.folder-missing': 'The folder is not there. Is the drive connected?',
  'trouble.folder-failed.reading': 'The folder could not be read.',
  'trouble.folder-failed.writing': 'The folder could not be written.',
  'trouble.folder-own':
    'It is the wallet’s own folder: a copy there is lost with the wallet. Choose a folder on another disk.',
  'trouble.folder-is-file': 'It is a file, not a folder.',
  'trouble.folder-lost-marker': 'The folder has lost its marker file.',
  'trouble.folder-other': 'Another folder for copies is there now.',
  'trouble.folder-foreign-marker': 'Its marker file was not written by Holdfast.',
  'trouble.folder-unknown-here': 'It is not known where this folder is on this computer. Add the folder again.',
  'trouble.folder-not-intact': 'None of the {$copies :integer} copies in the folder is intact.',
  'trouble.folder-damaged': 'The copies in the folder are damaged. They were left as they are.',
  'trouble.folder-crowded': 'More newest copies lie in the folder than devices can have written.',
  'trouble.place-busy': 'Another program writes there at this moment.',
  'trouble.marker-refused': 'It refuses even a small file.',
  'trouble.marker-lost': 'It confirmed a small file and does not have it.',
  'trouble.neither-folder-nor-address': 'It is neither a folder that exists nor a web address.',
  'trouble.older': '{$text :quote}',

  'ask.no-consent': 'It asks for a payment, and no price was agreed. Nothing was paid; add it again to agree to one.',
  'ask.fee-above-cap':
    'It now asks {$fee :amount} a year, and you agreed to at most {$cap :amount}. Nothing was paid: agree to the new price, or remove it.',
  'ask.other-currency':
    'It asks {$fee :amount}, and you agreed to {$cap :amount}. Nothing was paid; add it again to agree to that, or remove it.',
  'ask.costs-too-much':
    'Paying its {$fee :amount} would take {$total :amount}, fees included: more than you agreed to. Nothing was paid; add it again with a limit of at least {$total :amount}, or use smaller sums first.',
  'ask.order-differs':
    'It announces {$announced :amount} a year and asks for {$asked :amount}. Nothing was paid; it is asked again later. If it goes on like that, remove it.',
  'ask.paid-already':
    'It asks for another payment although it is paid until {$until :day}. Nothing was paid; add it again to pay for another year, or remove it.',
  'ask.paid-unconfirmed':
    'Paid and not confirmed: this place took {$taken :amount} for order {$orderId :name} and denies it. Nothing more is paid to it for this year. Show it the order; add it again only if you want to pay once more, or remove it.',
  'ask.clock-differs':
    'The clock of this computer says {$here :time}, and this place says {$there :time}. Nothing was paid: set the clock right, and the next year is paid when it is time. If the clock is right, add the place again.',
  'ask.too-many-orders':
    'It has asked for one payment after another, and none could be paid. Nothing was paid; add it again to give it another chance, or remove it.',
  'ask.closing': 'It is closing down. Please choose another place.',

  'placeNote.found-old-copy':
    'It served an older copy than it had confirmed. The current one was saved again and read back; consider another place.',
  'placeNote.found-lost': 'It had lost the copy. It was saved again and read back; consider another place.',
  'placeNote.renewal': 'The next year could not be paid ahead. {$why :said}',
  'placeNote.conflict':
    'Another device of this wallet saves copies at the same time. Both are kept and joined at the next try.',
  'placeNote.old-copy':
    'It serves an older copy than it has confirmed, so it does not protect your money now. It is asked again later.',
  'placeNote.lost': 'It has lost the copy. {$why :said}',
  'placeNote.stands-still': 'This device is not the active one, so it saves nothing there.',
  'placeNote.unpaid': 'It wants to be paid first. {$why :said}',
  'placeNote.paying': 'The payment is on its way; the copy follows when it is through.',
  'placeNote.asks': '{$why :said}',
  'placeNote.unopened':
    'What is there cannot be opened. {$why :said} It was neither used nor overwritten, and other places are not affected.',
  'placeNote.legacy-format':
    'A copy of GNU Taler’s wallet of 2022 (TLRWBK01) is there. It was not overwritten; “Come from GNU Taler’s wallet” brings its money in.',
  'placeNote.real-money-there':
    'Real money is in the copy there, put in on another device, and this wallet plays: nothing was joined, and nothing overwritten. Leave play money on the page “Money”, then restore from your sheet.',
  'placeNote.newer-format':
    'A newer Holdfast has written there (format {$version :integer}). It was not overwritten; please update.',
  'placeNote.too-large':
    'The copy is larger than this place accepts, so nothing is sent there until it is smaller. Add another place that takes larger ones; other places are not affected.',
  'placeNote.half-full':
    'The copy fills {$percent :integer} % of what can be kept there, {$limitBytes :bytes}. Look for a place with more room in time.',
  'placeNote.nearly-full':
    'The copy fills {$percent :integer} % of what can be kept there, {$limitBytes :bytes}. Add a place with more room now: once it is full, nothing new is saved there.',
  'placeNote.silent': '{$why :said} That does not mean that the copy is gone.',
  'placeNote.unverified': 'The copy was saved but could not be read back. {$why :said}',
  'placeNote.shut-out.password':
    'It does not accept the user name and password any more. What is kept there stays; add it again with the right ones, or remove it.',
  'placeNote.shut-out.permission':
    'It does not let this user read and write there. What is kept there stays; change that on the server, or remove it.',
  'placeNote.needs-newer':
    'A newer Holdfast has added it, and this one does not know how to speak to it. It was not asked and gets no copies from here; please update.',
  'placeNote.not-ours': 'It is not one of this wallet’s places, so nothing was sent to it.',
  'placeNote.misbehaved': 'Its answer cannot be right. {$why :said}',
  'placeNote.year-over': 'Its paid year ended on {$until :day}. It may delete the copy at any time.',
  'placeNote.year-renews':
    'It is paid until {$until :day}. The next year is paid by itself before that, and never above what you agreed to.',
  'placeNote.year-ends': 'It is paid until {$until :day} only.',
  'placeNote.year-ends-in':
    '.input {$days :integer} .match $days one {{It is paid until {$until :day}: {$days} day is left, and the next year is not paid yet.}} * {{It is paid until {$until :day}: {$days} days are left, and the next year is not paid yet.}}',
  'placeNote.year-lacks': 'The next year costs {$fee :amount}, and only {$have :amount} is here: add money.',
  'placeNote.older': '{$text :quote}',

  'removal.would-lose': 'After this, {$lost :said} would be lost if this computer died.',
  'removal.last-place': 'This is the last place. After this nothing of the wallet exists outside this computer.',
  'removal.leaves': 'After this it would be so: {$why :said}',
  'removal.too-few':
    'You want {$wanted :integer} copies; after this there are {$there :integer} places, and new money waits.',
  'removal.sheet-suffices': 'Your sheet tested on {$tested :day} names it, and still leads to everything without it.',
  'removal.sheet-leads-nowhere':
    'Your sheet tested on {$tested :day} names no other place that holds a copy: print a new one and read it back first.',
  'removal.paid-until': 'It is paid until {$until :day}; nothing of that comes back.',
  'removal.removed': '{$name :place} gets no more copies.',
  'removal.keeps-copy': 'It still holds the last sealed copy; nobody but you can open it.',
  'removal.keeps-copy+until': 'It is paid until {$until :day}.',
  'removal.none-left': 'No place for copies is left.',
  'removal.none-left+lost': 'If this disk died now, {$lost :said} would be lost.',

  'mark.folder-not-here': 'Its folder is not here.',
  'mark.needs-newer': 'It needs a newer Holdfast and was not told.',
  'mark.trouble': '{$why :said}',
  'mark.holds-none': 'It holds no copy.',
  'mark.unopened': 'Its copy cannot be opened and was left as it is.',
  'mark.too-large': 'Its copy is too large to be changed.',
  'mark.wants-payment': 'It wants to be paid again first, which this wallet does not do for another one.',
  'mark.writes-on': 'The other device keeps writing there.',
  'mark.older': '{$text :quote}',
} as const;
