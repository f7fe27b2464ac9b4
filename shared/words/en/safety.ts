// SPDX-License-Identifier: GPL-3.0-or-later

/** How safe the money is, what to do next, and what reading a sheet back has shown. */
export const safety = {
  'chain.label': 'How this wallet is kept',
  'chain.here': 'This computer',
  'chain.noPlace': 'No place yet',
  'chain.places': '.input {$places :integer} .match $places one {{{$places} place}} * {{{$places} places}}',
  'chain.counted':
    '.input {$places :integer} .match $places one {{{$counted :integer} of {$places} place}} * {{{$counted :integer} of {$places} places}}',
  'chain.paper': 'Your sheet',
  'chain.noCopy': 'no copy',
  'chain.copied': 'copy of {$at :time}',
  'chain.untested': 'not tested',
  'chain.tested': 'tested {$at :day}',
  'chain.sheetTested': 'sheet tested {$at :day}',

  'safetyState.nothing': 'Nothing here yet',
  'safetyState.not-protected': 'Not protected',
  'safetyState.at-risk': 'At risk',
  'safetyState.payment-due': 'Payment due',
  'safetyState.stopped': 'Stopped here',
  'safetyState.syncing': 'Saving',
  'safetyState.protected': 'Protected',

  'safetyStep.add-money': 'Add money',
  'safetyStep.add-place': 'Add a place for copies',
  'safetyStep.copy-now': 'Make copies now',
  'safetyStep.show-sheet': 'Show the recovery sheet',
  'safetyStep.test-sheet': 'Read the sheet back',
  'safetyStep.print-sheet': 'Print a new sheet',
  'safetyStep.decide': 'Decide',
  'safetyStep.continue-here': 'Continue here',
  'safetyStep.rehearse-escrow': 'Try out the escrow',
  'safetyStep.update-escrow': 'Bring the escrow up to date',
  'safetyStep.test-again': 'Test the sheet again',

  'safety.nothing': 'Add money to begin.',
  'safety.no-money': 'No money is here yet. Copies and a sheet that was read back protect it once it comes.',
  'safety.no-place': 'If this computer died now, {$lost :said} would be lost: no copies are kept anywhere.',
  'safety.no-copy': 'If this computer died now, {$lost :said} would be lost: no place holds a verified copy.',
  'safety.no-paper':
    'If this computer died now, {$lost :said} would be lost: the copies open only with a recovery sheet, and none was read back here yet.',
  'safety.only-here':
    '{$lost :said} of {$all :said} is only on this computer. The last verified copy is of {$at :time}.',
  'safety.paper-outdated':
    'What you read back on {$tested :day} leads to no copy. Read a whole sheet back, with its addresses, or print a new one.',
  'safety.paper-outdated+lost': 'If this computer died now, {$lost :said} would be lost.',
  'safety.paper-behind':
    'The sheet you tested on {$tested :day} does not bring back {$lost :said}: that is only in copies at places it does not name.',
  'safety.escrow-outdated': 'The escrow that you tried out on {$tested :day} leads to no copy. Bring it up to date.',
  'safety.escrow-outdated+lost': 'If this computer died now, {$lost :said} would be lost.',
  'safety.escrow-behind':
    'The escrow that you tried out on {$tested :day} does not bring back {$lost :said}: that is only in copies at places it does not name.',
  'safety.unread':
    'Since this wallet was restored nothing was read at {$places :places}. What only those copies hold is not here yet, and they do not count.',
  'safety.copy-gone': 'The copy that was there is gone: {$places :places}.',
  'safety.drill-failed': 'The test of {$at :time} did not bring back what it should.',
  'safety.drill-failed+lacking': 'What lacked: {$lacking :said}.',
  'safety.drill-failed+places': 'What was kept there is gone or too old: {$places :places}.',
  'safety.all-silent':
    '.input {$places :integer} .match $places one {{The place that keeps the copies does not answer. What it held was last read back on {$at :time}.}} * {{None of the {$places} places that keep copies answers. What they held was last read back on {$at :time}.}}',
  'safety.too-few-places':
    '.input {$there :integer} .match $there one {{You want {$wanted :integer} copies, and there is {$there} place.}} * {{You want {$wanted :integer} copies, and there are {$there} places.}}',
  'safety.long-unread':
    'For {$thin :said} too few copies count: what is at {$places :places} was last read back on {$at :day} and may be gone since.',
  'safety.too-few-copies': '{$thin :said} is in fewer than the {$wanted :integer} copies you want.',
  'safety.place-asks': '{$place :place}: {$why :said}',
  'safety.year-over':
    '{$place :place} promised to keep the copy until {$until :day}. It may be deleted there any day and does not count.',
  'safety.year-ends':
    '.input {$days :integer} .match $days one {{{$place :place} is paid until {$until :day}: {$days} day is left, and the next year is not paid yet.}} * {{{$place :place} is paid until {$until :day}: {$days} days are left, and the next year is not paid yet.}}',
  'safety.stands-still': '{$standing :said}',
  'safety.saving': 'Saving the last change, which can take some minutes. All money is in a copy already.',
  'safety.protected':
    '.input {$places :integer} .match $places one {{All money is in a copy at {$places} place, read back on {$at :time}; sheet tested on {$tested :day}.}} * {{All money is in copies at {$places} places, read back on {$at :time}; sheet tested on {$tested :day}.}}',
  'safety.protected+away':
    '.input {$away :integer} .match $away one {{That place is not reached now.}} * {{None of them is reached now.}}',
  'safety.protected-by-escrow':
    '.input {$places :integer} .match $places one {{All money is in a copy at {$places} place, read back on {$at :time}; escrow tried out on {$tested :day}.}} * {{All money is in copies at {$places} places, read back on {$at :time}; escrow tried out on {$tested :day}.}}',
  'safety.protected-by-escrow+away':
    '.input {$away :integer} .match $away one {{That place is not reached now.}} * {{None of them is reached now.}}',
  'safety.lost-arriving':
    '{$sums :said} of it is still arriving and would be lost with it, because only this computer can collect it.',
  'safety.waits-for-place': 'Money that is arriving waits at its issuer until you add a place for copies.',
  'safety.waits-for-copy': 'Money that is arriving waits at its issuer until there is a copy.',
  'safety.not-saved': 'Later changes of the history are not saved yet; the newest copy is of {$at :time}.',
  'safety.not-connected': '{$place :place} is not connected; what it holds was read back on {$at :time}.',
  'safety.not-answering':
    '{$place :place} has not answered since {$since :time}; what it held was read back on {$at :time}.',
  'safety.paper-lacks': 'Your sheet of {$tested :day} still leads to everything; it does not know {$places :places}.',
  'safety.drill-again':
    'Whether everything could be brought back was last tried on {$at :day}: find your sheet and test the backup again.',
  'safety.paper-alone-lacks': 'Your sheet of {$tested :day} alone does not bring back {$lost :said}; the escrow does.',
  'safety.rehearse-again': 'The escrow was last tried out on {$tested :day}: try its ways again.',
  'safety.escrow-unrehearsed':
    '.input {$ways :integer} .match $ways one {{There is an escrow. Try out one more of its ways, then it counts like a sheet that was read back.}} * {{There is an escrow. Try out {$ways} more of its ways, then it counts like a sheet that was read back.}}',
  'safety.escrow-not-current':
    'There is an escrow, and no place of it holds what this wallet needs now, so it does not count.',
  'safety.escrow-newer':
    'There is an escrow that needs a newer Holdfast. It is kept as it is, and does not count here.',
  'safety.test-again': 'The sheet was last tested on {$tested :day}: find it and read it back again.',

  'sheetTest.brings-all': 'This sheet brings everything back.',
  'sheetTest.not-all': 'This is the right sheet, but it does not bring back {$lost :said}.',
  'sheetTest.leads-nowhere':
    'This is the right secret, but no place named here holds a copy now. Print the sheet of today and read that back.',
  'sheetTest.names-none':
    'This is the right secret, but no addresses were given with it. Read it back once more, with the addresses that stand below the groups.',
  'sheetTest.leads-to': 'It leads to {$places :places}.',
  'sheetTest.code-alone':
    'Only the code was read this time. That its page names these places was seen when the whole page was read back.',
  'sheetTest.does-not-know': 'It does not know {$places :places}, which you added later.',
  'sheetTest.still-all': 'Your sheet tested on {$tested :day} still brings everything back.',
  'sheetTest.still-not-all':
    'Your sheet tested on {$tested :day} does not bring back {$lost :said}. Print a new one and read it back.',
  'sheetTest.leads-nowhere-now':
    'Your sheet tested on {$tested :day} leads to no copy any more. Print a new one and read it back.',
  'sheetTest.names-former': 'It still names {$places :places}, which gets no copies any more.',
} as const;
