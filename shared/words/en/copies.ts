// SPDX-License-Identifier: GPL-3.0-or-later

/** The places that keep copies. */
export const copies = {
  'backup.title': 'Backup',
  'backup.lead':
    'Each place holds an encrypted copy it cannot read. A copy counts only after it was read back and compared.',
  'backup.run': 'Make copies now',
  'backup.providers': 'Places that keep copies',
  'backup.none': 'No copies are kept anywhere yet.',

  'quorum.title': 'Copies before money arrives',
  'quorum.label': 'A copy must be at',
  'quorum.many': '.input {$count :integer} .match $count one {{{$count} place}} * {{{$count} places}}',
  'quorum.do': 'Use this',
  'quorum.done': 'Noted. Money that waits is looked at again.',
  'quorum.words':
    '.input {$count :integer} .input {$rest :integer} .match $count $rest 1 * {{New money is drawn as soon as one place holds a verified copy of it. Until other places have it too, it would be lost if this computer and that place failed together.}} * one {{New money is drawn only once {$count} places hold a verified copy of it. It then outlives this computer and any one of them; but while fewer than {$count} answer, new money waits.}} * * {{New money is drawn only once {$count} places hold a verified copy of it. It then outlives this computer and any {$rest} of them; but while fewer than {$count} answer, new money waits.}}',
  'quorum.tooFew':
    '.input {$total :integer} .input {$count :integer} .match $total one {{You have {$total} place; {$count} copies cannot be made.}} * {{You have {$total} places; {$count} copies cannot be made.}}',
  'quorum.tooFew.words':
    'Until there are more, no new money is drawn, no payment to you is taken, no request is handed out and no change is made. What waits stays where it is, and what is ready can still be spent. Only sums you chose to have without a copy go on, and money that pays a place’s fee.',

  'provider.upToDate': 'Up to date',
  'provider.behind': 'Behind',
  'provider.noCopy': 'No copy yet',
  'provider.placeUnknown': 'Where it is on this computer is not known',
  'provider.verified': 'Last verified copy',
  'provider.never': 'never',
  'provider.next': 'Next copy',
  'provider.onChange': 'when something changes',
  'provider.fee': 'Fee',
  'provider.free': 'free',
  'provider.perYear': '{$fee :amount} per year',
  'provider.feeUnknown': 'not known yet',
  'provider.cap': '(never more than {$cap :amount})',
  'provider.paidUntil': 'Paid until',
  'provider.notPaid': 'not paid yet',
  'provider.outcome': 'Last answer',
  'provider.justNow': 'Just now:',
  'provider.run': 'Copy now',
  'provider.run.label': 'Make a copy now: {$name}',
  'provider.remove': 'Remove …',
  'provider.remove.label': 'Remove: {$name}',
  'provider.remove.title': 'Remove {$name}?',
  'provider.remove.words':
    'Holdfast sends no more copies there. What is stored there stays until the place deletes it; nobody but you can open it.',
  'provider.remove.last': 'This is the last place. After this nothing of the wallet exists outside this computer.',
  'provider.remove.lastMoney':
    'This is the last place. After this {$sums :list} would exist only on this computer and be lost with it.',
  'provider.remove.do': 'Remove',

  'outcome.never-tried': 'not asked yet',
  'outcome.stored': 'stored, read back and equal',
  'outcome.unchanged': 'nothing new; the copy is still there',
  'outcome.conflict': 'another device had stored something; both were joined',
  'outcome.payment-required': 'asks to be paid',
  'outcome.asks': 'asks for more than you agreed to; nothing was paid',
  'outcome.account-unknown': 'does not know this wallet yet',
  'outcome.lost-our-backup': 'lost the copy it had',
  'outcome.old-copy': 'hands out an old copy',
  'outcome.foreign-or-damaged': 'hands out something that is not our copy; left untouched',
  'outcome.needs-newer': 'needs a newer Holdfast; not asked',
  'outcome.newer-format': 'holds a copy of a newer Holdfast; left untouched',
  'outcome.too-large': 'the copy is larger than it accepts',
  'outcome.shut-out': 'does not let us in with this user name and password',
  'outcome.unreachable': 'did not answer',
  'outcome.misbehaved': 'answered nonsense',

  'addProvider.title': 'Add a place for copies',
  'addProvider.play': 'Offered for play money:',
  'addProvider.play.free': 'Free play place',
  'addProvider.play.paid': 'Paid play place',
  'addProvider.target': 'Address or folder',
  'addProvider.help':
    'The address of a Taler backup service (https://…), a WebDAV folder (the address your Nextcloud or ownCloud shows in its settings), or a folder, for example on a USB stick.',
  'addProvider.look': 'Look',
  'addProvider.folder': 'Choose a folder',
  'addProvider.pick': '{$name} · {$price}',
  'addProvider.added': '{$name} was added; the first copy follows.',
  'addProvider.addedVerified': '{$name} was added and holds a verified copy.',

  'providerKind.sync': 'A Taler backup service',
  'providerKind.webdav': 'A folder on a server (WebDAV: Nextcloud, ownCloud and others)',
  'providerKind.folder': 'A folder on this computer or a stick',
  'providerKind.unknown': 'Something that needs a newer Holdfast',

  'providerField.user': 'User name there',
  'providerField.password': 'App password',

  'consent.title': 'Add “{$name}”?',
  'consent.kind': 'Kind',
  'consent.limit': 'Largest copy',
  'consent.size': '{$size :bytes}',
  'consent.liability': 'If it loses your copy',
  'consent.noLiability': 'it pays nothing',
  'consent.liabilityUpTo': 'it pays up to {$sum :amount}',
  'consent.name': 'Name',
  'consent.cap': 'Pay at most per year',
  'consent.wordsPaid':
    'Holdfast pays the fee now and once a year, from your own money, and never more than this. If the price rises above it, nothing is paid and you are asked.',
  'consent.wordsFree': 'Free of charge. If that changes, nothing is paid and you are asked.',
  'consent.wordsKept': 'Holdfast keeps its last three copies there, encrypted, and touches nothing else in the folder.',
  'consent.wordsAnswers':
    'They are kept in this wallet and in its sealed copies, so that every device of the wallet gets there. They are not printed on the sheet: a restore asks for them, unless another copy knows them. Use an app password that you can withdraw, not the one you log in with.',
  'consent.cancel': 'Not this one',
  'consent.do': 'Agree and add',
  'consent.doPaid': 'Agree, pay and add',
} as const;
