// SPDX-License-Identifier: GPL-3.0-or-later

/** A wallet comes back from escrow. */
export const regain = {
  'regain.title': 'Restore with escrow',
  'regain.lead':
    'Say who you are, find your wallet at the places that keep its secret, and prove in the ways you chose that it is you.',
  'regain.link': 'No paper, but escrow? Restore with escrow',
  'regain.person': 'Who are you?',
  'regain.person.words':
    'Write it exactly as you did when you set the escrow up. If you chose “Another country” then, choose it again, also where your country is in the list now.',
  'regain.places': 'Places that keep your secret, an address a line',
  'regain.places.help': 'For example https://escrow.example. One of them is enough if it has the list of the others.',
  'regain.places.known':
    '.input {$count :integer} .match $count one {{{$count} place that Holdfast knows is asked anyway. Add others you used.}} * {{{$count} places that Holdfast knows are asked anyway. Add others you used.}}',
  'regain.play.words': 'Play money was used on this computer.',
  'regain.play.do': 'Ask its places, too',
  'regain.find': 'Find my wallet',
  'regain.finding': 'The places are asked. A slow one is not waited for without end; it is named.',
  'regain.stopSearch': 'Stop searching',
  'regain.found': 'Found',
  'regain.nothing': 'Nothing found',
  'regain.found.none':
    'Nothing was found with this data. Compare every letter with your papers, and think of other places you may have used. Nothing is lost by searching.',
  'regain.found.doubtful': 'The check digits of a number do not fit: look at that one first.',
  'regain.found.words':
    '.input {$count :integer} .match $count one {{Is this your wallet?}} * {{There are {$count} wallets of yours. Which one is to come back?}}',
  'regain.found.number':
    'The number of a wallet stands on its page on escrow, and “holdfast escrow status” tells it; how you called it is known once it is open. If you cannot tell, take one: its ways show which it is, and you can stop and take another.',
  'regain.found.older':
    '.input {$count :integer} .match $count one {{{$count} older version}} * {{{$count} older versions}}',
  'regain.unnamed': 'Something without a name',
  'regain.numbered': 'Wallet number {$number :code}',
  'regain.where': 'at {$places :said}',
  'regain.whereWhen': 'of {$at :time}, at {$places :said}',
  'regain.foreign': 'Another program left this here; Holdfast cannot open it.',
  'regain.choose': 'This one',
  'regain.choose.label': 'This one: {$name :said}',
  'regain.asked': 'Who was asked',
  'regain.asked.count':
    '.input {$count :integer} .match $count 0 {{It keeps nothing of you.}} one {{It keeps {$count} version.}} * {{It keeps {$count} versions.}}',

  'regain.session': '{$name :said}',
  'regain.begin':
    '.input {$missing :integer} .match $missing one {{{$missing} of these ways is enough. You may close Holdfast and go on later.}} * {{{$missing} of these ways are enough. Take them in any order; you may close Holdfast and go on later.}}',
  'regain.progress':
    '.input {$missing :integer} .input {$solved :integer} .match $missing one {{{$solved} done. One more is enough. Take them in any order; you may close Holdfast and go on later.}} * {{{$solved} done. {$missing} more are enough. Take them in any order; you may close Holdfast and go on later.}}',
  'regain.impossible':
    'With the ways that are left this does not open. A place that was silent may answer later; the recovery sheet opens it, too.',
  'regain.together': 'Which of them are enough together',
  'regain.stop': 'Stop and forget …',
  'regain.stop.title': 'Stop bringing this wallet back?',
  'regain.stop.do': 'Stop and forget',
  'regain.stop.keep': 'Go on',
  'regain.stop.words':
    'What you told and what you have shown so far is forgotten here. The places keep their parts: you can begin again at any time.',
  'regain.stopped': 'Stopped. Nothing that you told is kept here.',
  'regain.under':
    'A wallet is being brought back from escrow. Go on there before you add money: a wallet with money of its own does not simply come back.',
  'regain.goOn': 'Go on with it',
  'regain.open': 'It is you. Your recovery secret is back on this computer; your money comes with the next step.',
  'regain.code': 'Code that came',
  'regain.answer': 'Check',
  'regain.send': 'Send me the code',
  'regain.sendAgain': 'Send it again',
  'regain.startTransfer': 'Show where to transfer to',
  'regain.lookAgain': 'Look whether it has come',
  'regain.fee': 'This place takes {$fee :amount} for it.',
  'regain.waitUntil': 'The next try is possible at',
  'regain.initialized':
    'This wallet has a recovery secret of its own. Escrow brings a wallet back into a fresh one only: erase this one first, or start Holdfast with another folder.',
  'regain.pay.square': 'The payment to the place, as a square code',
  'regain.pay.words': 'The place wants to be paid before it helps.',
  'regain.pay.sum': 'The place wants {$fee :amount} before it helps.',
  'regain.pay.how':
    'This wallet is empty as long as nothing is restored. Scan the square with a Taler wallet on your phone, or give the link to somebody who pays for you; then look again.',
  'regain.pay.either':
    'Pay it from the money that is here already, or with another wallet by the square or the link; then look again.',
  'regain.pay.link': 'Link for another wallet',
  'regain.pay.do': 'Pay {$total :amount} from this wallet',
  'regain.pay.look': 'It is paid; look again',
  'regain.transfer':
    'Transfer exactly this from the account you named. When it has come, the place knows it is you; you may close Holdfast meanwhile.',
  'regain.transfer.amount': 'Sum',
  'regain.transfer.name': 'To',
  'regain.transfer.iban': 'Account (IBAN)',
  'regain.transfer.subject': 'Subject',

  'regainState.untouched': 'Open',
  'regainState.sent': 'On its way',
  'regainState.asks-payment': 'To be paid',
  'regainState.waits': 'Wait',
  'regainState.wrong': 'Not right',
  'regainState.solved': 'Done',
  'regainState.lost': 'Lost there',
} as const;
