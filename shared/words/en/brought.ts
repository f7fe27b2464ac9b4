// SPDX-License-Identifier: GPL-3.0-or-later

/** Money that comes from GNU Taler's own wallet. */
export const brought = {
  'import.title': 'Come from GNU Taler’s wallet',
  'import.lead':
    'Brings the money of GNU Taler’s own wallet into this one. First it is shown what is there; nothing is changed until you agree.',
  'import.text': 'Its link or recovery text',
  'import.text.help':
    'The link begins with taler://recovery or taler://restore. Its recovery text and its plain backup (JSON) can be pasted here, too.',
  'import.file': 'Or a file',
  'import.file.taken': 'The file',
  'import.file.choose': 'Choose a file …',
  'import.file.given': 'It was read, and is too long to be shown.',
  'import.file.chosen': '{$file :file} was read.',
  'import.file.drop': 'Take another one',
  'import.file.large': 'This file is larger than any wallet is ({$limit :bytes} at most), so it was not read.',
  'import.file.empty': 'This file is empty. Nothing was changed; take it from that wallet once more.',
  'import.file.unread': 'This file cannot be read.',
  'import.secret': 'The link that opens this copy',
  'import.secret.help': 'The copy is sealed. Its link, its recovery text or its secret opens it.',
  'import.look': 'See what is in it',
  'import.looking': 'Looking …',
  'import.found': 'What is in it',
  'import.written': 'Written on {$at :time}.',
  'import.byTheCopy': 'This is what the copy says. What of it can still be used is asked of its issuers.',
  'import.issuer': '{$there :amount} at {$issuer :place}',
  'import.issuer.coins': 'Unused pieces: {$coins :integer}.',
  'import.issuer.incoming': '{$sum :amount} of it is on its way, and is fetched here.',
  'import.counts': 'Payments: {$payments :integer}. Withdrawals: {$withdrawals :integer}.',
  'import.empty': 'There is no money in it.',
  'import.here': 'All of it was brought in before. Doing it again changes nothing.',
  'import.bad': 'What cannot be brought in as it is',
  'import.bad.line': 'No. {$at :integer}: {$what :said}',
  'import.places': 'Its places for copies',
  'import.places.help':
    'That wallet keeps copies at these places. Holdfast does not use them by itself; you can add them under “Protection”.',
  'import.stop':
    'Stop using that other wallet first, wherever it is. It still has the keys of this money until it was paid over to this wallet.',
  'import.do': 'Bring it in',
  'import.pending': 'Being brought in …',
  'import.ask.title': 'Agree to this?',
  'import.agree': 'Yes, bring it in',
  'import.toSheet': 'To the recovery sheet',
  'import.link': 'Come from GNU Taler’s wallet …',

  'brought.exchanges': 'An issuer’s name. {$why :said} {$stake :said}',
  'brought.exchange_details': 'An issuer with its money. {$why :said} {$stake :said}',
  'brought.denominations': 'A sort of money. {$why :said} {$stake :said}',
  'brought.coins': 'A piece of money. {$why :said} {$stake :said}',
  'brought.withdrawal_groups': 'A withdrawal. {$why :said} {$stake :said}',
  'brought.refresh_groups': 'The making of change. {$why :said} {$stake :said}',
  'brought.purchases': 'A payment. {$why :said} {$stake :said}',
  'brought.tips': 'A gift from a shop. {$why :said} {$stake :said}',
  'brought.recoup_groups': 'The giving back of money. {$why :said} {$stake :said}',
  'brought.others':
    'Records that Holdfast does not know, called {$name :code}. If money hangs on them, it does not come.',
  'brought.backup_providers': 'A place for copies. {$why :said} {$stake :said}',
  'broughtWhy.unreadable': 'It is damaged.',
  'broughtWhy.unsigned': 'It lacks the right signature.',
  'broughtWhy.age-restricted': 'It needs proof of age, which the copy does not keep.',
  'broughtWhy.twice': 'It is there twice.',
  'broughtWhy.refers-to-nothing': 'Something that belongs to it is missing.',
  'broughtWhy.no-longer-possible': 'Nobody gives it out any more.',
  'broughtStake.nothing': 'No money hangs on it.',
  'broughtStake.asked-again': 'Its issuer is asked for it again.',
  'broughtStake.asked-again+sum': 'It is worth {$sum :amount}.',
  'broughtStake.comes-anyway': 'Its money comes all the same.',
  'broughtStake.comes-anyway+sum': 'It is worth {$sum :amount}.',
  'broughtStake.money': 'Money hangs on it that does not come with this copy.',
  'broughtStake.money+sum': 'It is worth {$sum :amount}.',

  'restored.brought-in': 'What is in that wallet was brought in.',
  'restored.brought-in+total': 'This wallet now holds {$total :said}.',
  'restored.brought-own-secret':
    'This wallet has a secret of its own now, of 64 bytes; the other wallet’s opens nothing here. Print its recovery sheet.',
  'restored.brought-nothing-new': 'All of it was brought in before, so nothing was changed.',
  'restored.brought-short':
    'Records that could not be brought in as they are: {$bad :integer}. Money that does not come hangs on {$money :integer} of them.',

  'failure.import-asks':
    'By its copy that wallet holds {$there :said}, at {$issuers :hosts}. It is paid over to this wallet, because the other program could spend it otherwise. Stop using it there. This cannot be undone. Nothing was changed yet.',
  'failure.import-asks+fees': 'Paying it over costs up to {$fees :said}.',
  'failure.import-asks+stays':
    '{$stays :said} of it cannot be paid over now, and the other program can spend it afterwards, too.',
  'failure.import-asks+silent':
    '{$silent :hosts} did not answer, so what is there cannot be paid over now. Try again later if you can wait.',
  'failure.import-too-large':
    'This is larger than any wallet is ({$limit :bytes} at most), so it was not read. Nothing was changed.',
  'failure.import-too-many':
    'This holds more records than are read of any wallet ({$limit :integer} at most), so it was not brought in. Nothing was changed, and its money is where it was: pay it over from there, with “Receive” here.',
  'failure.import-not-a-wallet':
    'This is not from GNU Taler’s wallet: no link to its copies, no recovery text, and no backup of it. Nothing was changed.',
  'failure.import-damaged':
    'This begins like a backup of GNU Taler’s wallet, but it is cut or damaged. Nothing was changed, and its money is where it was; copy it once more.',
  'failure.import-newer':
    'This was written by a version of GNU Taler’s wallet that Holdfast cannot read: {$version :code}. Nothing was changed, and its money is where it was: pay it over from there, with “Receive” here.',
  'failure.import-needs-secret':
    'This copy is sealed. Give the link, the recovery text or the secret of the wallet it is of. Nothing was changed.',
  'failure.import-wrong-secret':
    'This secret does not open the copy: it is another wallet’s, or the copy is damaged. Nothing was changed.',
  'failure.import-is-ours':
    'The copies there are of Holdfast. “Restore” brings that wallet back, and “Take over” its money. Nothing was changed.',
} as const;
