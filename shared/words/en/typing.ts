// SPDX-License-Identifier: GPL-3.0-or-later

/** Typing the code of a sheet, and what is proposed for a damaged one. */
export const typing = {
  'code.legend': 'The code on your sheet',
  'code.help':
    'Type the numbered groups as they stand on the page; the cursor jumps on by itself. A letter that you cannot read is a question mark. What you paste fills all boxes.',
  'code.group': 'Group {$number :integer}',
  'code.row': 'Groups {$first :integer} to {$last :integer}',
  'code.row.full': 'Complete',
  'code.row.good': 'Right',
  'code.row.wrong': 'Group {$group :integer} cannot be right. Look at it again.',
  'code.rows': '{$rows :integer} of {$of :integer} rows complete.',
  'code.progress': '{$done :integer} of {$of :integer} groups',
  'code.right': 'The code is right. It is of sheet {$number :code}.',
  'code.right.share': 'The code is right. It is share {$share :integer} of split {$split :code}.',
  'shares.in': 'Shares that are in',
  'shares.in.some':
    '.input {$got :integer} .match $got one {{Split {$split :code}: {$got} of {$needed :integer} needed shares is in.}} * {{Split {$split :code}: {$got} of {$needed :integer} needed shares are in.}}',
  'shares.in.enough': 'Split {$split :code}: all {$needed :integer} shares that are needed are in.',
  'shares.in.next': 'Type, paste or show the next one of the same split. The order does not matter.',
  'shares.in.next.enough': 'Together they are the whole sheet. You can go on.',
  'shares.number': 'Share {$number :integer}',
  'shares.lacking': 'still needed',
  'shares.drop': 'Leave these shares out and begin again',
  'shares.putIn': 'Put this share in and go on with the next',
  'shares.putIn.number': 'Put share {$number :integer} in and go on with the next',
  'code.lines': 'Where the copies are',
  'code.lines.help':
    'The addresses below the groups, one in each line, with the four letters in brackets behind it. Without them Holdfast does not know where the copies are.',
  'code.lines.read': 'As they were read of the sheet. Compare them with it.',
  'code.lines.change': 'Change these lines',
  'code.toText': 'Paste its text or a link instead',
  'code.toGroups': 'Type the numbered groups instead',
  'proposal.title': 'Is this what the sheet says?',
  'proposal.lead': 'The code does not fit as it was read. Compare with the sheet:',
  'proposal.typed': 'you typed',
  'proposal.says': 'the sheet should say',
  'proposal.unread': 'was not read; the sheet should say',
  'proposal.take': 'Yes, take it',
  'proposal.again': 'I will look again',
  'proposal.taken': 'Taken as proposed; nothing else was changed.',
} as const;
