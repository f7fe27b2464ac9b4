// SPDX-License-Identifier: GPL-3.0-or-later

/** Several devices, and moving on to another one. */
export const moving = {
  'standing.keep': 'Keep using this one',
  'standing.keep.title': 'Keep using this device?',
  'standing.keep.words':
    'This device becomes the active one again. Any other device of this wallet stops spending as soon as it hears of it; money it spent meanwhile shows up in the history.',
  'standing.keep.do': 'Keep using this one',
  'standing.keep.not': 'Leave it as it is',

  'devices.title': 'Devices',
  'devices.lead':
    'One wallet may be known to several devices. Only one of them spends; the others stand still, so that no money is spent twice.',
  'devices.here': '(this one)',
  'devices.lastWrote': 'Last change by it: {$at :time}',
  'devices.neverWrote': 'Has changed nothing yet',
  'devices.state.active': 'active',
  'devices.state.superseded': 'stands still',
  'devices.state.leaving': 'leaving',
  'devices.state.abandoned': 'left',
  'devices.state.taken-over': 'taken over',
  'devices.ways': 'Moving on',
  'devices.takeover': 'Take over another wallet',
  'devices.takeover.words': 'Its recovery sheet brings its money here. That wallet stops being used.',
  'devices.takeover.open': 'Take over',
  'devices.empty': 'Empty to a phone',
  'devices.empty.words': 'Sends everything to any Taler wallet by QR codes, then erases this one.',
  'devices.empty.open': 'Empty',
  'devices.abandon': 'Leave this wallet',
  'devices.abandon.words': 'Stops using it here, so that another device can take it over without a quarrel.',
  'devices.abandon.open': 'Leave',

  'takeover.title': 'Take over a wallet',
  'takeover.lead': 'The recovery sheet of another wallet, for example of an old computer, brings its money here.',
  'takeover.continues':
    'If this wallet is empty and keeps no copies, the other one goes on here as it is: its sheet stays valid, and whoever else has it can spend the money, too. If there is money here, the other one’s money is paid over to this wallet; sum and cost are shown first.',
  'takeover.joins':
    'This wallet keeps copies of its own. The other one’s money is paid over to it, so that the other sheet reaches it no more; sum and cost are shown first. The other wallet is marked as taken over.',
  'takeover.do': 'Take over',
  'takeover.pending':
    'Asking every place, then paying the money over. This can take some minutes; nothing is lost if it is cut short.',
  'takeover.even.words': 'You can take it over all the same, for example when that device is lost.',
  'takeover.even.do': 'Take over even so',
  'takeover.agree.title': 'Pay its money over to this wallet?',
  'takeover.agree.do': 'Take over and pay it over',
  'takeover.marked': 'Will the other wallet’s devices hear of it?',
  'takeover.marked.done': 'Told',
  'takeover.marked.not': 'Not yet',

  'abandon.title': 'Leave this wallet',
  'abandon.lead':
    'For when its money goes on elsewhere: at another device of yours, or at somebody you give it to with its sheet.',
  'abandon.first': 'Announce it',
  'abandon.first.words':
    'A last copy of everything is stored at enough places, marked as “leaving”. From now on nothing is spent here.',
  'abandon.second': 'Make it final',
  'abandon.second.words':
    'When the copies are verified, they are marked as “left”, and the recovery secret is deleted on this computer.',
  'abandon.after':
    'The money then waits in the copies for whoever takes it over with the recovery sheet. Without the sheet nobody can.',
  'abandon.noBackup':
    'There is no copy yet that another device could take over: add a place for copies first, or empty the wallet to a phone.',
  'abandon.open': 'Leave this wallet …',
  'abandon.confirm.title': 'Leave this wallet?',
  'abandon.confirm.words':
    'Make sure that the recovery sheet is in the right hands: afterwards it cannot be shown here any more. Until the second step is done you can still keep this device.',
  'abandon.do': 'Leave it',

  'empty.title': 'Empty to a phone',
  'empty.lead': 'Everything in this wallet goes to another Taler wallet, by codes the phone scans.',
  'empty.how':
    'Holdfast puts all money into payments, usually one per issuer, each as large as its fees allow. The phone takes them one by one. What is not taken in time comes back. Only when everything was taken can this wallet be erased, with a receipt.',
  'empty.begin.words':
    'No money leaves for good before a code is scanned. Have the phone ready; each code is money for whoever sees it.',
  'empty.paid': '{$place :place} is paid until {$until :day}; nothing of that comes back.',
  'empty.begin': 'Make the codes',
  'empty.again': 'Send the rest',
  'empty.begin.sum': 'Make codes for {$sums :said}',
  'empty.again.sum': 'Send the rest: {$sums :said}',
  'empty.hours': 'They can be taken for',
  'empty.code': 'Scan this with the other wallet',
  'empty.code.of': 'Scan this with the other wallet: code {$at :integer} of {$of :integer}',
  'empty.code.more':
    '.input {$count :integer} .match $count one {{{$count} more code comes after it}} * {{{$count} more codes come after it}}',
  'empty.taken': 'Codes taken by the other wallet: {$taken :integer} of {$of :integer}',
  'empty.taken.label': 'Taken by the other wallet',
  'empty.closed': 'Done',
  'empty.sent': 'Sent',
  'empty.summary': 'Everything in a wallet',
  'empty.fees': 'Fees',

  'emptyQuote.nothing': 'There is nothing here that could be sent now.',
  'emptyQuote.none': 'Nothing can be sent from here now.',
  'emptyQuote.payments': 'Codes to scan',
  'emptyQuote.fees': 'Fees',
  'emptyQuote.total': 'Leaves this wallet',
  'emptyQuote.dust': '{$sum :amount} is not worth the fee of sending it, and is lost when this wallet is erased.',
  'emptyQuote.later': '{$sum :amount} cannot be sent yet and stays: it is on its way, or is not good for long enough.',
  'emptyQuote.underWay':
    'Something is still under way. What it brings in is not part of this; it can be sent afterwards.',

  'empty.left': 'Still here',
  'empty.dust': 'Not worth its fee',
  'empty.stop': 'Stop emptying',
  'empty.stop.words': 'Codes that are out stay good until they expire; then their money comes back.',
  'empty.finish.words':
    'The places get a last copy that says “emptied”; then the wallet is erased on this computer, and a receipt is written.',
  'empty.finish.open': 'Finish …',
  'empty.finish.title': 'Erase the emptied wallet?',
  'empty.finish.confirm':
    'Everything was taken. After this the wallet is gone from this computer, and its recovery sheet opens nothing of worth.',
  'empty.finish.dust': '{$sums :list} is less than sending it costs, and is given up.',
  'empty.finish.typed': 'erase this wallet',
  'empty.finish.do': 'Leave and erase',

  'emptied.title': 'This wallet was emptied',
  'emptied.lead': 'It has been erased here. This is what went where.',
  'emptied.receipt': 'Receipt',
  'emptied.files': 'The receipt is kept as',
  'emptied.done': 'Done',
} as const;
